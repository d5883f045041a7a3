"""The share of blocks that are taken for something else than they are.

    python benchmarks/wrong_blocks.py [--only gold,debris,flattened,invented,drawn] [--show N]

Pages with gold as they are, cut off, with debris between and around, and as tools flatten their
HTML; invented pages; drawn pages in all these states, read by their own layout and, as those of a
publisher without one, by the generic layout; lists of titles. Rules and weights were made in sight
of the pages with gold and of the invented pages: the figures hold a change to what was reached, and
tell nothing of pages that nobody has seen.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from itertools import cycle
from random import Random
from types import MappingProxyType
from typing import Literal, TypeVar

import corpus
from attrs import evolve, frozen
from hypothesis import strategies as st
from hypothesis.internal.conjecture.providers import AVAILABLE_PROVIDERS, HypothesisProvider
from hypothesis.internal.constants_ast import Constants
from hypothesis.strategies import SearchStrategy
from truth import DEBRIS, Roles, Truth, after_change, bare

import arnews
from arnews import layouts
from arnews.errors import CannotPrint
from arnews.layouts import Layout
from arnews.testing import headlines, messy, pages_in, paragraphs
from helpers import sampling
from helpers.flatteners import FLATTENERS

T = TypeVar("T")
Form = Literal["text", "html"]
CHANGES, DRAWN, LISTS = 4, 20, 100  # of a page with gold; pages a layout and form; pages of titles
FIRST = 50_000  # seed
INVENTED = corpus.ROOT / "tests" / "labeling" / "invented"
GENERIC = layouts.get(layouts.GENERIC)
#: The layout of a text page by the first part of its name, where one was written for its site.
LAYOUTS = MappingProxyType({"bbc": "bbc@2009", "cnn": "cnn", "simorgh": "bbc"})
_TEASER = 70  # characters
_SHORTEST = 3  # words of a page that is cut off


class SameEverywhere(HypothesisProvider):
    """Draws as Hypothesis does, but for the constants that it reads out of the code: a change to
    arnews must not draw other pages."""

    _local_constants = Constants()


AVAILABLE_PROVIDERS["same everywhere"] = f"{__name__}.{SameEverywhere.__name__}"


def sample(strategy: SearchStrategy[T], size: int, start: int) -> list[T]:
    """`size` examples, the same for the same `start` whatever the code is."""
    return sampling.sample(strategy, size, start, backend="same everywhere")


@frozen
class Judged:
    """A page as a layout reads it, and by the index of a block the roles that are right."""

    origin: str
    name: str
    reader: Layout
    blocks: tuple[arnews.model.LabelledBlock, ...]
    right: Mapping[int, Roles]

    @classmethod
    def of(
        cls,
        origin: str,
        name: str,
        reader: Layout,
        text: str,
        form: Form,
        truth: Truth,
        *,
        copies: int = 1,
    ) -> Judged:
        """`text`, which shows the page of `truth` so many times, as `reader` reads it."""
        blocks = arnews.parse(text, layout=reader, kind=form).blocks
        right = truth.by_block([bare(block.text) for block in blocks], copies)
        return cls(origin, name, reader, blocks, right)

    @property
    def texts(self) -> list[str]:
        """What the blocks say, as it is compared."""
        return [bare(block.text) for block in self.blocks]

    def wrong(self) -> list[tuple[arnews.model.LabelledBlock, Roles]]:
        """The blocks that have none of their roles, with these."""
        blocks = ((self.blocks[at], roles) for at, roles in self.right.items())
        return [(block, roles) for block, roles in blocks if block.role not in roles]

    def changed(self, origin: str, reader: Layout, text: str) -> Judged:
        """`text`, which became of this page, as `reader` reads it."""
        blocks = arnews.parse(text, layout=reader, kind="text").blocks
        made = evolve(self, origin=origin, reader=reader, blocks=blocks)
        return evolve(made, right=after_change(self.texts, self.right, made.texts))


def with_gold() -> Iterator[Judged]:
    """The pages with gold as they are, by the generic layout and by their own; those of text also
    cut off."""
    yield from (page for page, _ in _gold_pages())
    for page, text in _gold_pages("text"):
        for change in range(CHANGES):
            yield from _cut_off(page, "gold, cut off", page.reader, text, FIRST + change)


def with_debris() -> Iterator[Judged]:
    """The text pages with gold, with debris."""
    for page, text in _gold_pages("text"):
        for change in range(CHANGES):
            mess = sample(messy(text, page.reader), 1, FIRST + change)[0]
            yield page.changed("gold, debris", page.reader, mess)


def flattened() -> Iterator[Judged]:
    """The HTML pages with gold, as tools flatten them."""
    for one in corpus.samples("html"):
        html, truth = _decoded(one.data), Truth.of_gold(one.gold)
        for tool, flatten in FLATTENERS.items():
            name = f"{one.name} by {tool}"
            yield Judged.of("gold, flattened", name, GENERIC, flatten(html), "text", truth)


def invented() -> Iterator[Judged]:
    """The invented pages of the tests, those of text also twice over."""
    for file in sorted(INVENTED.glob("*.json")):
        page = next(path for path in INVENTED.glob(f"{file.stem}.*") if path != file)
        truth = Truth.of_gold(json.loads(file.read_bytes()))
        form: Form = "html" if page.suffix == ".html" else "text"
        text = page.read_text("utf-8").rstrip("\n")
        yield Judged.of("invented", file.stem, GENERIC, text, form, truth)
        if form == "text":
            twice = f"{text}\n{text}"
            yield Judged.of("invented", file.stem, GENERIC, twice, form, truth, copies=2)


def drawn() -> Iterator[Judged]:
    """Pages that layouts print, and what becomes of them; lists of titles."""
    tools = cycle(FLATTENERS.values())
    for layout in layouts.all_layouts().values():
        for seed, page in enumerate(_pages_in(layout, "text"), FIRST):
            yield from _as_text(page, layout, seed)
        for page in _pages_in(layout, "html"):
            yield from _as_html(page, layout, next(tools))
    for text in sample(_lists, LISTS, FIRST):
        nothing = Truth(untold=DEBRIS, again=DEBRIS)
        yield Judged.of("lists of titles", "", GENERIC, text, "text", nothing)


def _pages_in(layout: Layout, form: Form) -> list[arnews.Page]:
    return sample(pages_in(layout, form), DRAWN, FIRST) if layout.template(form) else []


def _as_text(page: arnews.Page, layout: Layout, seed: int) -> Iterator[Judged]:
    text = _printed(page, layout, "text")
    if text is None:
        return
    printed = Judged.of("drawn", layout.id, layout, text, "text", Truth.of_page(page))
    mess = sample(messy(text, layout), 1, seed)[0]
    yield printed
    yield printed.changed("drawn, debris", layout, mess)
    yield from _cut_off(printed, "drawn, cut off", layout, text, seed)
    if layout is not GENERIC:
        yield _of_nobody(printed.changed("", GENERIC, text))
        yield _of_nobody(printed.changed("", GENERIC, mess))
        yield from map(_of_nobody, _cut_off(printed, "", GENERIC, text, seed))


def _as_html(page: arnews.Page, layout: Layout, flatten: Callable[[str], str]) -> Iterator[Judged]:
    html = _printed(page, layout, "html")
    if html is None:
        return
    truth, name, flat = Truth.of_page(page), layout.id, flatten(html)
    yield Judged.of("drawn", name, layout, html, "html", truth)
    if layout.template("text") is not None:
        yield Judged.of("drawn, flattened", name, layout, flat, "text", truth)
    if layout is not GENERIC:
        yield _of_nobody(Judged.of("", name, GENERIC, html, "html", truth))
        yield _of_nobody(Judged.of("", name, GENERIC, flat, "text", truth))


def _of_nobody(page: Judged) -> Judged:
    """A page of a publisher without a layout: what is told of other stories may be left over."""
    right = {
        at: roles | DEBRIS if any(role.startswith("related_") for role in roles) else roles
        for at, roles in page.right.items()
    }
    return evolve(page, origin="drawn, of a publisher without a layout", right=right)


def _printed(page: arnews.Page, layout: Layout, form: Form) -> str | None:
    try:
        return arnews.render(page, layout=layout, form=form)
    except CannotPrint:
        return None


def _cut_off(page: Judged, origin: str, reader: Layout, text: str, seed: int) -> Iterator[Judged]:
    """`page`, which `text` shows, as far as some word of its body, as `reader` reads it."""
    words = text.split(" ")
    if len(words) > _SHORTEST:
        rest = " ".join(words[: Random(seed).randrange(_SHORTEST, len(words))])
        cut = page.changed(origin, reader, rest)
        if any("paragraph" in roles for roles in cut.right.values()):
            yield cut


def _gold_pages(*kinds: Form) -> Iterator[tuple[Judged, str]]:
    """Each page with gold by the generic layout and by its own, if it has one; and its text."""
    both: tuple[Form, ...] = ("text", "html")
    for kind in kinds or both:
        for one in corpus.samples(kind):
            own, text, truth = _own_layout(one), _decoded(one.data), Truth.of_gold(one.gold)
            for reader in (GENERIC, *([own] if own else [])):
                if reader.template(kind) is not None:
                    yield Judged.of("gold", one.name, reader, text, kind, truth), text
    if "html" not in kinds:
        page = arnews.Page.from_json((corpus.ROOT / "tests" / "gold" / "seed.json").read_bytes())
        layout = layouts.get(page.layout)
        text = arnews.render(page, layout=layout)
        yield Judged.of("gold", "seed", layout, text, "text", Truth.of_page(page)), text


def _own_layout(one: corpus.Sample) -> Layout | None:
    """The layout that was written for the site of a page."""
    name = LAYOUTS.get(one.name.partition("_")[0])
    return layouts.get(name) if name else layouts.for_url(one.url or "")


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("windows-1256")


_teasers = paragraphs.map(lambda text: f"{text[:_TEASER]}...")
_days = st.dates(date(2003, 1, 1), date(2026, 12, 31)).map(lambda day: f"{day:%d/%m/%Y}")
_entries = st.sampled_from([(_teasers,), (_teasers, _days), (_days,), ()]).flatmap(
    lambda more: st.lists(st.tuples(headlines, *more), min_size=4, max_size=12, unique=True)
)
#: Titles of articles that stand elsewhere, each with its teaser or date; no page tells which.
_lists = st.builds(
    lambda entries, gap: gap.join(line for entry in entries for line in entry),
    _entries,
    st.sampled_from(["\n", "\n\n"]),
)

GROUPS: Mapping[str, Callable[[], Iterator[Judged]]] = MappingProxyType(
    {
        "gold": with_gold,
        "debris": with_debris,
        "flattened": flattened,
        "invented": invented,
        "drawn": drawn,
    }
)


def main() -> None:
    """Prints a line an origin and kind of layout, after wrong blocks if they are asked for."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--only", default=",".join(GROUPS), help="origins, parted by commas")
    options.add_argument("--show", type=int, default=0, help="wrong blocks to print of an origin")
    asked = options.parse_args()
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for group in asked.only.split(","):
        for page in GROUPS[group]():
            reader = "the generic" if page.reader is GENERIC else "its own"
            count, wrong = counts[f"{page.origin}, by {reader} layout"], page.wrong()
            for block, roles in wrong[: max(0, asked.show - count["wrong"])]:
                told = f"{block.role}, not {' '.join(sorted(roles))}"
                print(f"{page.origin}: {page.name}: «{block.text[:100]}»: {told}")
            count.update(pages=1, blocks=len(page.right), wrong=len(wrong))
    print(f"{'':60} {'pages':>6} {'blocks':>7} {'wrong':>6} {'%':>7}")
    for name, count in counts.items():
        share = 100 * count["wrong"] / max(1, count["blocks"])
        figures = f"{count['pages']:>6} {count['blocks']:>7} {count['wrong']:>6} {share:>7.2f}"
        print(f"{name:60} {figures}")


if __name__ == "__main__":
    main()
