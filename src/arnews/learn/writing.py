"""What was learned as a file: a layout that a person reads, mends and keeps.

Each entry stands on a line of its own with a comment that tells on how many pages it rests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources

from attrs import Factory, frozen

from .. import layouts
from .order import Order, Place
from .rows import BODY, RELATED
from .words import Counted, Vocabulary

OFTEN = 0.05  # of the articles, share on which an element has no price
ANOTHER = 10  # the price of a second article on a page
UNANNOUNCED = 4  # the price of stories in the text that no marker announces …
NEVER_UNANNOUNCED = 8  # … where all that were seen are announced
UNSEEN = 3  # the price of a field that the pages did not show
HARDLY = 0.5  # … of an element of the body: there is always a page that has one
#: Fields that any site may have, in the order in which most print them.
_HEAD = ("kicker", "section", "byline", "published", "subtitle")
_TAIL = ("byline", "tag")
_ITEM = ("section", "figure", "title", "teaser", "published", "byline")


@frozen
class Findings:
    """All that was learned of one site."""

    id: str
    pages: int
    kind: str
    words: Vocabulary
    order: Order | None  # `None` if none was found that helps
    styles: Mapping[str, tuple[str, int, int]]  # a style, and how many of how many it fits
    markup: Mapping[str, tuple[str, int, int]] = Factory(dict)
    telltales: Counted = Factory(dict)
    domains: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()  # entries that did more harm than good

    @property
    def rules(self) -> Mapping[str, str]:
        """The rules of the template: with any order, if none was found."""
        if self.order is not None and self.order.articles:
            return ordered(self.order, self.words)
        return any_order(self.kind)


def any_order(kind: str) -> Mapping[str, str]:
    """The template of a page whose fields may stand in any order."""
    loose = layouts.load(resources.files(__package__).joinpath("loose.toml"))
    return loose.templates.get(kind) or layouts.get(layouts.GENERIC).templates[kind]


def written(found: Findings) -> str:
    """The text of `layout.toml`."""
    parts = [_head(found), _words(found.words), _styles(found), _template(found)]
    parts.append(_markup(found))
    parts.append(_lexicon(found.words))
    return "\n".join("\n".join(lines) + "\n" for lines in map(list, parts) if lines)


def _head(found: Findings) -> Iterator[str]:
    yield f"# Learned by `arnews learn` from {found.pages} pages of {found.kind}."
    yield "# Read it and mend it: comments tell on how many of the pages an entry rests."
    for entry in found.left_out:
        yield f"# Left out, for the pages were read worse with it: {_quoted(entry)}"
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
    if told is not None and told.articles:
        yield from _places_told(told)
    else:
        yield "# No order was found that most of the pages have: any is read."
    yield f"[{found.kind}]"
    for name, rule in found.rules.items():
        yield f"{name} = '''{rule}'''" if "\n" in rule else f"{name} = '{rule}'"


def ordered(told: Order, words: Vocabulary) -> dict[str, str]:
    """The rules of the template."""
    seen = f"title{{{told.seen_gap}}}"
    bare = NEVER_UNANNOUNCED if told.see_also and not told.unannounced else UNANNOUNCED
    lines = "".join(f"    {line}\n" for line in _article(told, words))
    return {
        "page": f"article{{⏎⏎ <{ANOTHER}>}}",
        "article": f"\n{lines}",
        "see_also": f"(marker {told.announced_gap} {seen} | <{bare}> {seen})",
        "related": f"marker {told.marker_gap} item{{{told.item_gap}}}",
        "item": _item(told),
    }


def _places_told(told: Order) -> Iterator[str]:
    """How often each field was seen, and what was left out, as comments."""
    seen = ", ".join(f"{p.token} {p.pages}" for p in (*told.head, *told.body, *told.tail))
    yield f"# Of {told.articles} articles: {seen}."
    if told.related:
        yield f"# Related stories on {told.related}; in the text on {told.see_also}."
    rare = ", ".join(f"{place.token} ({place.pages})" for place in told.left_out)
    if rare:
        yield f"# Seen too seldom to have a place: {rare}."


def _article(told: Order, words: Vocabulary) -> Iterator[str]:
    placed = {place.token.name for place in (*told.head, *told.tail)}
    for place in told.head:
        yield _bracketed(f"{_field(place, words)} {place.gap}", place)
    unseen = [name for name in _HEAD if name not in placed]
    if unseen:
        yield f"[<{UNSEEN}> ({' | '.join(unseen)}){{~}} ~]"
    yield from _unseen_lead(told)
    yield f"({' | '.join(_body(told))}){{{told.body_gap}}}"
    yield from _tail(told, words)
    unseen = [name for name in _TAIL if name not in (*placed, *unseen)]
    if unseen:
        yield f"[~ <{UNSEEN}> ({' | '.join(unseen)}){{~}}]"


def _unseen_lead(told: Order) -> Iterator[str]:
    """A picture above the text is the lead, unless pictures stand in the text only. What comes
    again right below is the headline, and no caption."""
    tokens = {str(place.token) for place in told.head}
    if "lead_image" not in tokens and "=headline" not in tokens:
        pictured = any(place.token.name == "figure" for place in told.body)
        yield f"[<{UNSEEN}> lead_image ~]" if pictured else "[lead_image ~]"


def _body(told: Order) -> Iterator[str]:
    """The elements of the body, those that were hardly seen at a price."""
    seen = [str(place.token) for place in told.body]
    yield from seen
    yield from (f"<{HARDLY}> {name}" for name in BODY if name not in seen)
    yield "see_also" if told.see_also > OFTEN * told.articles else f"<{UNSEEN}> see_also"


def _tail(told: Order, words: Vocabulary) -> Iterator[str]:
    label = ""
    for place in told.tail:
        if place.token.word and place.token.name in (*words.tags, *words.known):
            label = f"{place.token} {place.gap} "
            continue
        printed = f"{place.gap} {label}{_field(place, words)}"
        yield f"[{printed}]" if place.token == RELATED else _bracketed(printed, place)
        label = ""
    if all(place.token != RELATED for place in told.tail):
        yield f"[~ <{UNSEEN}> related]"


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
