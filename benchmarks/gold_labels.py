"""The pages with gold, labelled: as they are, with debris, cut off, and flattened by tools.

Gold holds strings, not blocks: a block that equals one has its role; one that holds or is part of a
string may be anything near; any other is no headline, no paragraph and no other field that gold
tells whole.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import corpus
from attrs import Factory, define, evolve
from labels import Labelled, Slots, grammar_of, house, read_by, slots_of
from variants import cut_off, with_debris

from arnews import layouts
from arnews.input import source
from arnews.labeling.decoder import Decoder
from arnews.labeling.roles import DEBRIS, ROLES
from arnews.labeling.weights import Weights, by_hand
from arnews.layouts import Layout
from arnews.limits import Limits
from helpers.flatteners import FLATTENERS

GOLD, CHANGED, FLATTENED = "with gold", "with gold and debris", "with gold, flattened"
INVENTED, CUT_OFF = "invented, with gold", "with gold, cut off"
ORIGINS = (GOLD, CHANGED, CUT_OFF, FLATTENED, INVENTED)
_INVENTED = corpus.ROOT / "tests" / "labeling" / "unseen"
#: Every role that gold tells whole; of the others (bylines, dates …) it has parts or values.
TOLD = frozenset(
    {"headline", "kicker", "subtitle", "caption", "paragraph", "subheading"}
    | {"quote", "list_item", "embed", "tag", "related_title"}
)
RUNNING = frozenset({"paragraph", "quote", "list_item"})  # gold calls them all body
_UNTOLD = frozenset(ROLES) - TOLD
_PART = 40  # characters of a block that is found inside a paragraph: part of it
_NAME = 8  # … of a string of gold that is found inside a block

GENERIC = layouts.get(layouts.GENERIC)
#: The layout of a text page by the first part of its name, where one was written for its site.
LAYOUTS = {"bbc": "bbc@2009", "cnn": "cnn", "simorgh": "bbc"}


def pages(changes: int = 0, start: int = 0) -> Iterator[Labelled]:
    """Each page with gold by the generic layout and by its own, if it has one; of text also with
    so many changes, of HTML also as every tool flattens it. And the invented pages of the
    tests, once and twice over."""
    for kind in ("text", "html"):
        for sample in corpus.samples(kind):
            file = corpus.shared() / "gold" / kind / f"{sample.name}.json"
            strings = Strings.of(json.loads(file.read_bytes()))
            publisher, own = publisher_of(sample), own_layout(sample)
            text = source.read(sample.data, limits=Limits()).text
            for reader in (GENERIC, *([own] if own else [])):
                page = _labelled(publisher, reader, text, kind, strings)
                if page is not None:
                    yield page
                if page is not None and kind == "text":
                    yield from _changed(page, text, reader, changes, start)
            for flatten in FLATTENERS.values() if kind == "html" else ():
                page = _labelled(publisher, GENERIC, flatten(text), "text", strings)
                if page is not None:
                    yield evolve(page, origin=FLATTENED)
    yield from _invented()


def _invented() -> Iterator[Labelled]:
    for file in sorted(_INVENTED.glob("*.json")):
        page = next(path for path in _INVENTED.glob(f"{file.stem}.*") if path != file)
        strings = Strings.of(json.loads(file.read_bytes()))
        form = page.suffix[1:].replace("txt", "text")
        text = page.read_text("utf-8").rstrip("\n")
        twice = [(f"{text}\n{text}", 2)] if form == "text" else []
        for shown, copies in [(text, 1), *twice]:
            made = _labelled(file.stem, GENERIC, shown, form, strings, copies)
            if made is not None:
                yield evolve(made, origin=INVENTED)


def _changed(
    page: Labelled, text: str, reader: Layout, changes: int, start: int
) -> Iterator[Labelled]:
    for at in range(start, start + changes):
        mess = with_debris(page, text, reader, reader, at)
        rest = cut_off(page, text, reader, at)
        yield from (evolve(made, origin=CHANGED) for made in (mess,) if made)
        yield from (evolve(made, origin=CUT_OFF) for made in (rest,) if made)


def own_layout(sample: corpus.Sample) -> Layout | None:
    """The layout that was written for the site of a page."""
    name = LAYOUTS.get(sample.name.partition("_")[0])
    return layouts.get(name) if name else layouts.for_url(sample.url or "")


def publisher_of(sample: corpus.Sample) -> str:
    """Who printed a page; those of `kacst` are of many newspapers."""
    own = own_layout(sample)
    if own is not None:
        return house(own)
    first, _, rest = sample.name.partition("_")
    return rest.rstrip("0123456789") if first == "kacst" else first


def _labelled(
    publisher: str, layout: Layout, text: str, form: str, strings: Strings, copies: int = 1
) -> Labelled | None:
    """The page, of which `text` has so many copies."""
    reading = read_by(layout, text, form)
    if reading is None:
        return None
    grammar = grammar_of(reading)
    texts = [corpus.norm(block.text) for block in reading.blocks]
    times = Counter(texts)
    taken = Decoder(grammar, Weights(by_hand())).path(reading).slots
    right = {}
    for at, text in enumerate(texts):
        roles = strings.roles(text, times[text] // copies) if text else None
        if roles is not None:
            allowed = slots_of(grammar, roles)
            right[at] = _settled(allowed, taken[at]) if times[text] > 1 else allowed
    return Labelled(publisher, GOLD, grammar, reading, right)


def _settled(allowed: Slots, taken: int | None) -> Slots:
    """Which printing of a repeated string is the one that gold means, gold does not tell: it is
    the one that the weights set by hand take, where gold allows it."""
    return frozenset({taken}) if taken in allowed else allowed


@define
class Strings:
    """What gold says of a page: the roles of whole strings, and all its running text."""

    whole: dict[str, set[str]] = Factory(lambda: defaultdict(set))
    running: list[str] = Factory(list)

    @classmethod
    def of(cls, gold: Mapping[str, Any]) -> Strings:
        """The strings of all articles of a page of gold."""
        made = cls()
        for article in gold["articles"]:
            made._take(article)
        return made

    def _take(self, article: Mapping[str, Any]) -> None:
        headings = {article["body"][at] for at in article.get("subheadings", ())}
        for text in article.get("body", ()):
            self._put(text, ("subheading",) if text in headings else RUNNING)
        for name in ("headline", "kicker", "subtitle", "section"):
            self._put(article.get(name), (name,))
        for caption in article.get("captions", ()):
            self._put(caption.get("text"), ("caption",))
            self._put(caption.get("credit"), ("caption", "credit"))
        for text in article.get("tags", ()):
            self._put(text, ("tag",))
        for text in article.get("related", ()):
            self._put(text, ("related_title",))
        for text in (article.get("place"), article.get("publication"), *article.get("authors", ())):
            self._put(text, ("byline",))
        self.running += map(corpus.norm, article.get("body", ()))

    def _put(self, text: str | None, roles: Iterable[str]) -> None:
        text = corpus.norm(text)
        if text:
            self.whole[text].update(roles)

    def roles(self, text: str, times: int) -> frozenset[str] | None:
        """What a block may be that the page prints so many times; `None` is anything."""
        known = self.whole.get(text)
        if known is not None:
            if times == 1 and not known & {"section", "byline", "credit"}:
                return frozenset(known)
            return frozenset({*known, "caption", "related_title", *DEBRIS, *_UNTOLD})
        if any(text in paragraph for paragraph in self.running):
            return RUNNING if len(text) >= _PART else None
        if any(string in text for string in self.whole if len(string) >= self._least(string)):
            return None
        return _UNTOLD

    def _least(self, string: str) -> int:
        """From how many characters a string is told inside a block; credits are short."""
        return 2 if "credit" in self.whole[string] else _NAME
