"""The elements of a page of HTML, as blocks refer to them."""

from __future__ import annotations

from typing import Literal, NamedTuple

ROLE_OF_HEADING = "role-h"  # and its level: one of the names of an element with that role
_LONGEST_PATH = 400  # characters: each block has its own; real ones reach 142


class Cell(NamedTuple):
    """Where a block stands in a table. `table` and `row` are the places of these two elements in
    the page, so that cells of one row have the same; `column` counts the cells of the row from 0.
    """

    table: int
    row: int
    column: int


class EmbeddedPost:
    """A post of another site, printed in the page by its code for embedding.

    `kind` is that of `Embed`; `url` is the address of the post, as written in the page: in an
    attribute, else in the last link of the post.
    """

    __slots__ = ("_by_link", "kind", "url")

    def __init__(self, kind: Literal["post", "video"], url: str | None) -> None:
        self.kind = kind
        self.url = url
        self._by_link = url is None

    def meet(self, href: str | None) -> None:
        """Takes notice of the next link inside."""
        if self._by_link:
            self.url = href


class Surroundings(NamedTuple):
    """What larger parts of a page an element stands in; elements share one until it changes.

    `figure` is the place of the nearest <figure> in the page.
    """

    figure: int | None = None
    cell: Cell | None = None
    embed: EmbeddedPost | None = None


_NOWHERE = Surroundings()


class Element:
    """One element of a page, linked to the one that holds it.

    `names` are what authors of pages call it: classes, id, itemprop and role, what the rel of a
    link tells of a story, and the level of a heading by its role, in lower case and whole. An
    `inline` element runs in a line of text. `href` and `datetime` are those of the nearest link and
    <time> around, `role_tag` is its tag, or that of the heading which its role makes it: `<div
    role="heading" aria-level="1">` is an "h1". It holds no reference to itself or to what it
    contains, so that a page is freed as soon as nobody reads it.
    """

    __slots__ = (
        *("tag", "role_tag", "names", "up", "nth_of_type", "document_index"),
        *("inline", "href", "datetime", "around", "_outer_root", "_outer_link", "_path"),
    )

    def __init__(
        self,
        tag: str,
        names: tuple[str, ...] = (),
        up: Element | None = None,
        nth_of_type: int = 1,
        document_index: int = 0,
        inline: bool = False,
    ) -> None:
        self.tag = self.role_tag = tag
        if names and names[-1].startswith(ROLE_OF_HEADING):
            self.role_tag = names[-1].removeprefix("role-")
        self.names = names
        self.up: Element | None = up
        self.nth_of_type = nth_of_type  # among its siblings of the same tag
        self.document_index = document_index  # in the page: what holds an element comes before it
        self.inline = inline
        self.href: str | None = None
        self.datetime: str | None = None
        self.around = _NOWHERE
        self._outer_root: Element | None = None
        self._outer_link: Element | None = None
        self._path: str | None = None
        if up is not None:
            self.href, self.datetime, self.around = up.href, up.datetime, up.around
            if inline and up.inline:
                self._outer_root = up._outer_root or up
                self._outer_link = up if up.tag == "a" else up._outer_link

    @property
    def inline_root(self) -> Element | None:
        """The outermost inline element that it stands in, or is; `None` for a block element."""
        return self._outer_root or (self if self.inline else None)

    @property
    def link(self) -> Element | None:
        """The link that it is, or stands in on the same line."""
        return self if self.tag == "a" else self._outer_link

    @property
    def path(self) -> str:
        """Where it stands: `body/div[2]/p[1]`; of a longer path than any real one, the end."""
        above: list[Element] = []
        at: Element | None = self
        while at is not None and at._path is None:
            above.append(at)
            at = at.up
        for element in reversed(above):
            head = element.up._path if element.up else None
            path = f"{head}/{element.tag}[{element.nth_of_type}]" if head else element.tag
            element._path = path if len(path) <= _LONGEST_PATH else f"…{path[-_LONGEST_PATH:]}"
        return self._path or self.tag

    @property
    def block_ancestor(self) -> Element:
        """The block element that it stands in: itself, if it is none that runs in a line."""
        root = self.inline_root
        return self if root is None else (root.up or self)


def lowest_common_ancestor(one: Element, other: Element) -> Element:
    """The innermost element that holds both."""
    while one is not other:
        if one.document_index >= other.document_index:
            one, other = one.up or other, other
        else:
            other = other.up or one
    return one
