"""What was learned as a file: a layout that a person reads, mends and keeps.

Each entry stands on a line of its own with a comment that tells on how many pages it rests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import Factory, frozen

from .order import BODY, Order, Place
from .words import Counted, Vocabulary

OFTEN = 0.05  # of the articles, share on which an element has no price
ANOTHER = 10  # the price of a second article on a page
UNANNOUNCED = 4  # the price of stories in the text that no marker announces
UNSEEN = 3  # the price of a field that the pages did not show
#: Fields that any site may have, in the order in which most print them.
_HEAD = ("kicker", "section", "byline", "published", "subtitle", "lead")
_TAIL = ("byline", "tag")
_ITEM = ("section", "figure", "title", "teaser", "published", "byline")


@frozen
class Findings:
    """All that was learned of one site."""

    id: str
    pages: int
    kind: str
    words: Vocabulary
    order: Order
    styles: Mapping[str, tuple[str, int, int]]  # a style, and how many of how many it fits
    markup: Mapping[str, tuple[str, int, int]] = Factory(dict)
    telltales: Counted = Factory(dict)
    domains: tuple[str, ...] = ()


def written(found: Findings) -> str:
    """The text of `layout.toml`."""
    parts = [_head(found), _words(found.words), _styles(found), _template(found)]
    parts.append(_markup(found))
    parts.append(_lexicon(found.words))
    return "\n".join("\n".join(lines) + "\n" for lines in map(list, parts) if lines)


def _head(found: Findings) -> Iterator[str]:
    yield f"# Learned by `arnews learn` from {found.pages} pages of {found.kind}."
    yield "# Read it and mend it: comments tell on how many of the pages an entry rests."
    if not found.order.articles:
        yield "# No article was found on them: this layout reads as the generic one does."
    yield ""
    yield f"id = {_quoted(found.id)}"
    yield f"domains = {_list(found.domains)}" if found.domains else "# domains = []"
    if found.telltales:
        yield "telltales = ["
        yield from _counted(found.telltales, found.pages)
        yield "]"
    yield f'rests_on = "{found.pages} pages of {found.kind}, read by `arnews learn`."'


def _words(words: Vocabulary) -> Iterator[str]:
    tables = {"interface": words.interface, "related": words.related, "sections": words.sections}
    if not any(tables.values()):
        return
    yield "[words]"
    for name, counted in tables.items():
        if counted:
            yield f"{name} = ["
            yield from _counted(counted, words.pages)
            yield "]"


def _counted(counted: Counted, pages: int) -> Iterator[str]:
    for word, count in counted.items():
        yield f"    {_quoted(word)},  # {count} of {pages} pages"


def _lexicon(words: Vocabulary) -> Iterator[str]:
    tables = {"elsewhere": words.elsewhere, "tags": words.tags}
    if not any(tables.values()):
        return
    yield "# What every page has: lists of other stories, what stands before tags."
    yield "[lexicon.words]"
    for name, counted in tables.items():
        if counted:
            yield f"{name} = ["
            yield from _counted(counted, words.pages)
            yield "]"


def _styles(found: Findings) -> Iterator[str]:
    yield "[styles]"
    for name, default in (("caption", "brackets"), ("byline", "brackets"), ("date", "standard")):
        style, fits, of = found.styles.get(name, (default, 0, 0))
        told = f"{fits} of {of}" if of else "nothing printed to tell it by"
        yield f"{name} = {_quoted(style)}  # {told}"


def _markup(found: Findings) -> Iterator[str]:
    if found.kind != "html":
        return
    yield "[markup]"
    for name, (selector, right, of) in found.markup.items():
        yield f"{name} = {_quoted(selector)}  # {right} of {of}"


def _template(found: Findings) -> Iterator[str]:
    told = found.order
    yield "# The order of the fields; arnews/layouts/template.py explains the notation."
    yield from _places_told(told)
    yield f"[{found.kind}]"
    yield f"page = 'article{{⏎⏎ <{ANOTHER}>}}'"
    yield "article = '''"
    yield from (f"    {line}" for line in _article(found))
    yield "'''"
    yield f"see_also = '(marker ~ title{{~}} | <{UNANNOUNCED}> title{{~}})'"
    yield f"related = 'marker {told.marker_gap} item{{{told.item_gap}}}'"
    yield f"item = '{_item(told)}'"


def _places_told(told: Order) -> Iterator[str]:
    """How often each field was seen, and what was left out, as comments."""
    seen = ", ".join(f"{p.token} {p.pages}" for p in (*told.head, *told.body, *told.tail))
    yield f"# Of {told.articles} articles: {seen}."
    if told.related:
        yield f"# Related stories on {told.related}; in the text on {told.see_also}."
    rare = ", ".join(f"{place.token} ({place.pages})" for place in told.left_out)
    if rare:
        yield f"# Seen too seldom to have a place: {rare}."


def _article(found: Findings) -> Iterator[str]:
    told = found.order
    placed = {place.token.name for place in (*told.head, *told.tail)}
    for place in told.head:
        yield _bracketed(f"{_field(place, found.words)} {place.gap}", place)
    unseen = [name for name in _HEAD if name not in placed]
    if unseen:
        yield f"[<{UNSEEN}> ({' | '.join(unseen)}){{~}} ~]"
    yield f"({' | '.join(_body(told))}){{{told.body_gap}}}"
    yield from _tail(found)
    unseen = [name for name in _TAIL if name not in (*placed, *unseen)]
    if unseen:
        yield f"[~ <{UNSEEN}> ({' | '.join(unseen)}){{~}}]"


def _body(told: Order) -> Iterator[str]:
    """The elements of the body, those that were hardly seen at a price."""
    least = OFTEN * told.articles
    seen = [str(place.token) for place in told.body if place.pages > least]
    seen += ["see_also"] if told.see_also > least else []
    yield from seen
    yield from (f"<{UNSEEN}> {name}" for name in (*BODY, "see_also") if name not in seen)


def _tail(found: Findings) -> Iterator[str]:
    told = found.order
    label = ""
    for place in told.tail:
        if place.token.word and place.token.name in (*found.words.tags, *found.words.known):
            label = f"{place.token} {place.gap} "
            continue
        yield _bracketed(f"{place.gap} {label}{_field(place, found.words)}", place)
        label = ""
    often = told.related > OFTEN * told.articles
    yield "[~ related]" if often else f"[~ <{UNSEEN}> related]"


def _bracketed(text: str, place: Place) -> str:
    return f"[{text}]" if place.optional else text


def _field(place: Place, words: Vocabulary) -> str:
    if place.loop is not None:
        return f"{place.token}{{{place.loop}}}"
    if place.token.name == "published" and words.labels:
        labels = sorted(words.labels, key=len, reverse=True)
        return " | ".join([*(f'"{label}" ␣ published' for label in labels)])
    return str(place.token)


def _item(told: Order) -> str:
    places = [place for place in told.item if place.token.name in _ITEM]
    names = [place.token.name for place in places]
    title = names.index("title") if "title" in names else -1
    written = ["title"] if title < 0 else []
    for at, place in enumerate(places):
        text = str(place.token)
        if at != title:
            text = f"{text} {place.gap}" if at < title else f"{place.gap} {text}"
        written.append(text if at == title else _bracketed(text, place))
    before = [f"[<{UNSEEN}> {name} ~]" for name in _ITEM[:2] if name not in names]
    after = [f"[~ <{UNSEEN}> {name}]" for name in _ITEM[3:] if name not in names]
    return " ".join([*before, *written, *after])


def _list(values: tuple[str, ...]) -> str:
    return f"[{', '.join(map(_quoted, values))}]"


def _quoted(text: str) -> str:
    """A TOML string, quotes and controls escaped."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in escaped) + '"'
