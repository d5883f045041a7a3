"""Pages with what is right on them, for fitting the weights: from gold, and generated.

A label is the set of slots that may take a block, `None` for leaving it over. Gold holds strings,
not blocks: a block that equals one has its role; one that holds or is part of a string may be
anything near; any other is no headline, no paragraph and no other field that gold tells whole.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import corpus
from attrs import Factory, define, frozen
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.strategies import SearchStrategy

from arnews import layouts, parsing, printable, source
from arnews.errors import CannotPrint
from arnews.labeling import evidence
from arnews.labeling.decoder import Decoder
from arnews.labeling.grammar import Grammar
from arnews.labeling.reading import Reading
from arnews.labeling.roles import DEBRIS, ROLES
from arnews.labeling.weights import Weights, by_hand
from arnews.layouts import Layout
from arnews.limits import Limits
from arnews.model import Page
from arnews.testing import pages_in

Slots = frozenset[int | None]
#: Every role that gold tells whole; of the others (bylines, dates …) it has parts or values.
TOLD = frozenset(
    {"headline", "kicker", "subtitle", "caption", "paragraph", "subheading"}
    | {"quote", "list_item", "embed", "tag", "related_title"}
)
RUNNING = frozenset({"paragraph", "quote", "list_item"})  # gold calls them all body
_PART = 40  # characters of a block that is found inside a paragraph: part of it
_NAME = 8  # … of a string of gold that is found inside a block

#: The publisher of a page of text by the first part of its name; the papers of `kacst` are many.
PUBLISHERS = {"simorgh": "bbc"}


@frozen(eq=False)
class Labelled:
    """A page under one layout: `right` by block; blocks that it does not name may be anything."""

    publisher: str
    grammar: Grammar
    reading: Reading
    right: Mapping[int, Slots]
    is_gold: bool = False


def publisher_of(name: str) -> str:
    """Who printed the page `name` of the corpus."""
    if "." in name:  # a page of HTML, by its domain
        return "cnn" if name.startswith("arabic.cnn.com") else name.partition("__")[0]
    first, _, rest = name.partition("_")
    return rest.rstrip("0123456789") if first == "kacst" else PUBLISHERS.get(first, first)


def from_gold(kind: str, named: Mapping[str, str]) -> Iterator[Labelled]:
    """The pages of `kind` with gold, each by the generic layout and by its own, if it has one.

    `named` has the layout of a text page by the first part of its name.
    """
    for sample in corpus.samples(kind):
        gold = json.loads((corpus.shared() / "gold" / kind / f"{sample.name}.json").read_bytes())
        own = layouts.for_url(sample.url) if sample.url and kind == "html" else None
        name = named.get(sample.name.partition("_")[0])
        own = layouts.get(name) if name else own
        for layout in filter(None, (layouts.get(layouts.GENERIC), own)):
            page = _labelled(sample, kind, layout, Strings.of(gold))
            if page is not None:
                yield page


def _labelled(
    sample: corpus.Sample, kind: str, layout: Layout, strings: Strings
) -> Labelled | None:
    limits = Limits()
    read, blocks, stated = parsing.blocks_of(source.read(sample.data, limits=limits), limits)
    decoder = parsing.decoder_for(layout, read.kind)
    if decoder is None:
        return None
    reading = Reading(blocks, layout, stated)
    evidence.observe(reading)
    texts = [corpus.norm(block.text) for block in blocks]
    times = Counter(texts)
    taken = Decoder(decoder.grammar, Weights(by_hand())).path(reading).slots
    right = {}
    for at, text in enumerate(texts):
        roles = strings.roles(text, times[text]) if text else None
        if roles is not None:
            allowed = slots_of(decoder.grammar, roles)
            right[at] = _settled(allowed, taken[at]) if times[text] > 1 else allowed
    return Labelled(publisher_of(sample.name), decoder.grammar, reading, right, is_gold=True)


def _settled(allowed: Slots, taken: int | None) -> Slots:
    """Which printing of a repeated string is the one that gold means, gold does not tell: it is
    the one that the weights set by hand take, where gold allows it."""
    return frozenset({taken}) if taken in allowed else allowed


def slots_of(grammar: Grammar, roles: Iterable[str]) -> Slots:
    """The slots that print something of `roles`; `None` is among them if debris is."""
    wanted = set(roles)
    slots = enumerate(grammar.slots)
    found = {at for at, slot in slots if any(part.role in wanted for part in slot.parts)}
    return frozenset(found | {None}) if wanted.intersection(DEBRIS) else frozenset(found)


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
        for text in article["body"]:
            self._put(text, ("subheading",) if text in headings else RUNNING)
        for name in ("headline", "kicker", "subtitle", "section"):
            self._put(article.get(name), (name,))
        for caption in article["captions"]:
            self._put(caption["text"], ("caption",))
            self._put(caption["credit"], ("caption", "credit"))
        for text in article.get("tags", ()):
            self._put(text, ("tag",))
        for text in article.get("related", ()):
            self._put(text, ("related_title",))
        for text in (article.get("place"), article.get("publication"), *article["authors"]):
            self._put(text, ("byline",))
        self.running += map(corpus.norm, article["body"])

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


_UNTOLD = frozenset(ROLES) - TOLD


def generated(layout: Layout, form: str, number: int, start: int) -> Iterator[Labelled]:
    """Pages that `layout` prints, the same for the same `start`, with what is right on them."""
    for page in drawn(layout, form, number, start):
        try:
            found = printable.labelled(page, layout, form)
        except CannotPrint:
            continue
        if found is not None and all(found.right.values()):
            publisher = publisher_of(layout.id.partition("@")[0])
            yield Labelled(publisher, found.grammar, found.reading, found.right)


def drawn(layout: Layout, form: str, number: int, start: int) -> list[Page]:
    """`number` pages that `layout` prints in `form`, drawn independently, the same for a `start`.

    In one run Hypothesis draws much that is alike, so each page is drawn in a run of its own.
    """
    return [_drawn(pages_in(layout, form), start + at) for at in range(number)]


def _drawn(pages: SearchStrategy[Page], start: int) -> Page:
    found: list[Page] = []

    @seed(start)
    @settings(
        max_examples=2,  # the first is always the simplest
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(pages)
    def take(page: Page) -> None:
        found.append(page)

    take()
    return found[-1]
