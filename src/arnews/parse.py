"""`parse`: from what was scraped to a `Page`; `extract`: to the text alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Literal

from . import layouts, segment
from .arguments import check
from .assembly import Assembly
from .assembly.absence import Absence, account
from .assembly.addresses import absolute, base_of
from .assembly.completion import Completion, complete
from .assembly.sources import Place
from .blocks import Block
from .errors import UnknownLayout
from .input import source
from .input.metadata import Metadata
from .labeling import Labelling, label
from .layouts import Layout
from .limits import Limits
from .model import Page, PageWarning, with_blocks

_UNREAD = PageWarning(
    "too complex",
    "too many lines may be credits, bylines or dates: the last are read as other text; "
    "parse the page in parts",
)
_CLOCK = "a datetime, such as datetime.fromisoformat('2025-03-18T21:40+03:00'), or None"


def parse(
    data: str | bytes | bytearray | memoryview,
    *,
    url: str | None = None,
    kind: Literal["text", "html"] | None = None,
    encoding: str | None = None,
    repair: bool = False,
    layout: str | Layout | None = None,
    fetched_at: datetime | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Page:
    """Reads one scraped page.

    `data` is the page as `bytes` or decoded; `kind` says whether it is HTML or flattened text,
    `encoding` what an HTTP header said (a hint); both are found out where they are not given.
    Words that somebody decoded wrongly («ط§ظ„ط±ط¦ظٹط³» for «الرئيس») are told in `Page.warnings`,
    and brought back with `repair`; the page is then that of the repaired text.

    The layout is the one named (or given), else that of the site of `url`, else the one that the
    page itself shows; `"generic"` reads any publisher. `fetched_at` is the clock for relative dates
    («قبل ساعتين»), which stay unresolved without it unless the page states the time to machines; a
    datetime without zone is local time of the publisher, and gives datetimes without zone.
    What a page of HTML states is `Page.metadata`; what its article does not show is completed from
    it and named in `Article.from_metadata`. Addresses are absolute where `url`, the canonical
    address of the page or its <base> tell how. A page without an article says in `Page.warnings`
    which it is: a list of stories, a wall, an error page, one that scripts would fill, no page.

    Raises `UndecodableInput` for bytes that are no text (a picture or PDF file gives an empty page
    with the warning `no page`), `InputTooLarge` past `limits`, `InputTooComplex` for markup past
    strict limits, `UnknownLayout` for a name that no layout has, and `BadArgument` for an argument
    of another type. The same input gives the same page, whatever was parsed before.

    >>> page = parse("سدود الجنوب تمتلئ\\n\\n9 أبريل 2024\\n\\nامتلأت السدود بعد أسبوع من الأمطار.")
    >>> page.articles[0].headline, page.articles[0].published.iso
    ('سدود الجنوب تمتلئ', '2024-04-09')
    """
    check("url", url, (str, type(None)), "the address of the page as str, or None")
    check("fetched_at", fetched_at, (datetime, type(None)), _CLOCK)
    read = source.read(data, kind=kind, encoding=encoding, repair=repair, limits=limits)
    read, blocks, stated = segment.blocks(read, limits)
    url = url or stated.url
    candidates = _candidates(blocks, layout, url, fetched_at)
    labelling = _label(blocks, stated, candidates, url)
    assembly = Assembly(labelling, fetched_at)
    assembly.take()
    chosen = labelling.layout
    present = account(assembly.done(), blocks, read, stated, chosen.lexicon)
    completed = complete(
        present.articles,
        blocks,
        stated,
        chosen.lexicon,
        url=url,
        zone=chosen.zone if layout or _is_of(chosen, url) else None,
        fetched_at=fetched_at,
    )
    _settle(assembly, present, completed)
    page = Page(
        articles=absolute(completed.articles, base_of(url, stated.url, stated.base)),
        url=url,
        layout=chosen.id,
        kind=read.kind,
        metadata=stated,
        warnings=(
            *read.warnings,
            *assembly.warnings,
            *((_UNREAD,) if labelling.page.is_exhausted else ()),
            *present.warnings,
            *completed.warnings,
            *_layouts_skipped(),
        ),
    )
    return with_blocks(page, assembly.labelled)


def _settle(assembly: Assembly, present: Absence, completed: Completion) -> None:
    """Moves the sources of values that have another place once the articles are complete."""
    if not present.is_read:
        assembly.drop_articles()
        return
    if present.stated:
        others = map(Place, range(1, len(present.articles)))
        assembly.sources.move([Place(0, body=present.stated), *others])
    if completed.redated is not None:
        at = completed.redated
        assembly.sources.rename((at, "published"), (at, "modified"))


def _layouts_skipped() -> Iterator[PageWarning]:
    for name, why in layouts.skipped().items():
        yield PageWarning("layout", f"layout {name} is skipped: {why}")


def extract(
    data: str | bytes | bytearray | memoryview,
    *,
    url: str | None = None,
    kind: Literal["text", "html"] | None = None,
    encoding: str | None = None,
    repair: bool = False,
    layout: str | Layout | None = None,
    fetched_at: datetime | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> str | None:
    """The text of the articles of a page, and nothing else; `None` if it has none.

    It is `Article.text` (paragraphs, subheadings, quotes, lists and tables) with a blank line
    between two elements, and between two articles as well. Arguments and errors are those of
    `parse`, which also tells headlines, dates and captions.

    >>> html = "<h1>قمة الرياض تختتم أعمالها</h1><p>3 مارس 2025</p>"
    >>> html += "<p>اختتم القادة أعمال القمة في الرياض مساء الأحد، وأعلنوا خطة للمياه.</p>"
    >>> html += "<p>وقال الوزير إن الخطة تبدأ في الربيع المقبل.</p>"
    >>> print(extract(html))
    اختتم القادة أعمال القمة في الرياض مساء الأحد، وأعلنوا خطة للمياه.
    <BLANKLINE>
    وقال الوزير إن الخطة تبدأ في الربيع المقبل.
    """
    page = parse(
        data,
        url=url,
        kind=kind,
        encoding=encoding,
        repair=repair,
        layout=layout,
        fetched_at=fetched_at,
        limits=limits,
    )
    return text_of(page) or None


def text_of(page: Page) -> str:
    """The text of all articles of `page`, with a blank line between two."""
    return "\n\n".join(article.text for article in page.articles if article.text)


def _is_of(layout: Layout, url: str | None) -> bool:
    """Whether `url` is an address of the publisher of `layout`: words alone may be another's."""
    known = layouts.for_url(url) if url else None
    return known is not None and known.domains == layout.domains


def _candidates(
    blocks: list[Block], layout: str | Layout | None, url: str | None, fetched_at: datetime | None
) -> tuple[Layout, ...]:
    """The layouts to try: the one that is asked for, or the likeliest and the generic one."""
    if layout is not None:
        return (layouts.get(layout),)
    day = fetched_at.date() if fetched_at else None
    likely = layouts.for_url(url, day) if url else None
    if likely is None or day is None:  # which version the publisher used, the page itself may show
        shown = layouts.guess(block.text for block in blocks)
        if shown and (likely is None or shown.domains == likely.domains):
            likely = shown
    generic = layouts.get(layouts.GENERIC)
    return (likely, generic) if likely else (generic,)


def _label(
    blocks: list[Block], stated: Metadata, candidates: tuple[Layout, ...], url: str | None
) -> Labelling:
    """The labelling by the layout with the cheapest path through the blocks."""
    best: Labelling | None = None
    known = bool(url and layouts.for_url(url))
    for layout in candidates:
        try:
            labelling = label(blocks, layout, stated, like=best)
        except UnknownLayout:
            if len(candidates) == 1:
                raise
            continue
        if best is None or labelling.cost < best.cost:
            best = labelling
        is_html = labelling.page.is_html
        if labelling.is_close or (is_html and known and layout.id != layouts.GENERIC):
            break
    assert best is not None
    return best
