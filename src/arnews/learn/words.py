"""The words of a site: short lines that stand on many of its pages.

What varies from page to page is news; what recurs is the site. Where a recurring line stands and
what stands below it tells what it is: a word of a menu, a button, an announcement of related
stories, of lists that every page has, of tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from itertools import pairwise
from math import ceil
from typing import Any, TypeAlias

from attrs import evolve, frozen

from .. import lexicon
from ..fields import credit, date
from ..layouts import Layout, Words
from .reading import LONG, STOPS, Line, Sample

RECURRING = 0.5  # share of the pages on which a line stands that belongs to the site
FEWEST = 2  # pages on which anything must stand to be believed
ANNOUNCING = 0.25  # … of a line that stories or tags stand below, wherever it stands
FEWEST_MARKERS = 3
MENU = 3  # recurring lines in a row that make a menu
MOSTLY = 0.75  # of the pages of a line, share on which it stands in such a row
ANNOUNCES = 0.75  # of the lines that stand below a marker, share that are titles
ELSEWHERE = 0.4  # of the lines below a marker, share that stand on other pages too
LONGEST_TAG = 25
LONGEST_MARKER = 30
SHORTEST_TITLE = 15
QUOTES = ("«", '"', "“")

#: A word as printed, and on how many pages it stands.
Counted: TypeAlias = dict[str, int]


@frozen
class Vocabulary:
    """The words of a site by what they mean, each with the number of its pages."""

    pages: int
    interface: Counted
    related: Counted
    sections: Counted
    elsewhere: Counted
    tags: Counted
    labels: Counted  # before a date, on its line
    known: Counted  # what recurs, and every layout knows: buttons, announcements of tags

    @property
    def fixed(self) -> frozenset[str]:
        """The look-up forms of all recurring lines."""
        tables = (
            self.interface,
            self.related,
            self.sections,
            self.elsewhere,
            self.tags,
            self.known,
        )
        return frozenset(Line(word).key for table in tables for word in table)

    @property
    def section_keys(self) -> frozenset[str]:
        """The look-up forms of the names of sections, those that every layout knows among them."""
        return lexicon.default().sections | frozenset(Line(word).key for word in self.sections)

    @property
    def printed(self) -> dict[str, str]:
        """What a template may print as words: the look-up forms, and how each is printed."""
        return {Line(word).key: word for word in (*self.interface, *self.tags, *self.known)}

    def without(self, table: str, word: str) -> Vocabulary:
        """These words, but for one of a table."""
        rest = {each: pages for each, pages in getattr(self, table).items() if each != word}
        changes: dict[str, Any] = {table: rest}
        return evolve(self, **changes)

    def layout(self, base: Layout) -> Layout:
        """`base` with these words."""
        words = Words(tuple(self.interface), tuple(self.related), (), tuple(self.sections))
        return evolve(base, words=words, additions=self.additions)

    @property
    def additions(self) -> dict[str, dict[str, list[str]]]:
        """What layouts have no table of their own for, as entries for the lexicon."""
        tables = {"elsewhere": list(self.elsewhere), "tags": list(self.tags)}
        tables = {name: words for name, words in tables.items() if words}
        return {"words": tables} if tables else {}


def vocabulary(samples: Sequence[Sample]) -> Vocabulary:
    """The words that recur on `samples`."""
    return _Gathering(samples).vocabulary()


def enough(pages: int, share: float = RECURRING) -> int:
    """On how many of `pages` something must stand to belong to the site."""
    return max(FEWEST, ceil(share * pages))


class _Gathering:
    def __init__(self, samples: Sequence[Sample]) -> None:
        self.samples = samples
        self.printed = [[line for line in s.lines if line.text] for s in samples]
        self.pages = Counter(key for page in self.printed for key in {line.key for line in page})
        self.least = enough(len(samples))
        candidates = {
            line.key
            for page in self.printed
            for line in page
            if self.pages[line.key] >= FEWEST_MARKERS
            and len(line.text) <= LONG
            and not line.is_sentence
            and not line.text.startswith(QUOTES)
            and not date.parse(line.text)
            and credit.parse(line.text).credit is None
        }
        candidates -= _pieces(self.printed)
        self.fixed = {key for key in candidates if key and self.pages[key] >= self.least}
        least = max(FEWEST_MARKERS, ceil(ANNOUNCING * len(samples)))
        self.rarer = {key for key in candidates - self.fixed if key and self.pages[key] >= least}
        self.menu: set[str] = set()

    def vocabulary(self) -> Vocabulary:
        shared = lexicon.default().words
        menu = self.menu = self._menu()
        markers = self._announcing(_is_title, MENU - 1)
        tags = self._announcing(_is_tag, 1) - menu - shared.related
        markers -= menu | tags
        elsewhere = {key for key in markers if self._is_elsewhere(key, markers)} - shared.related
        sections = menu - shared.interface
        rest = self.fixed - markers - tags - sections
        labels = {key for key in rest if _is_label(key)}
        return Vocabulary(
            len(self.samples),
            interface=self._as_printed(rest - shared.interface - labels),
            related=self._as_printed(markers - elsewhere),
            sections=self._as_printed(sections),
            elsewhere=self._as_printed(elsewhere - shared.elsewhere),
            tags=self._as_printed(tags - shared.tags),
            labels=self._labels(),
            known=self._as_printed((rest & shared.interface) | (tags & shared.tags) | labels),
        )

    def _as_printed(self, keys: Iterable[str]) -> Counted:
        """Words as they are printed most often, in the order in which they stand on pages."""
        wanted = set(keys)
        forms: dict[str, Counter[str]] = {}
        for page in self.printed:
            for line in page:
                if line.key in wanted:
                    forms.setdefault(line.key, Counter())[line.text] += 1
        return {_commonest(printed): self.pages[key] for key, printed in forms.items()}

    def _menu(self) -> set[str]:
        """The recurring lines that stand in a row before the text, on most of their pages."""
        times: Counter[str] = Counter()
        for page in self.printed:
            text = _first_sentence(page)
            for run in _runs(page[:text] if text < len(page) else (), self.fixed):
                row = {line.key for line in run}
                times.update(row if len(row) >= MENU else ())
        return {
            line.key
            for page in self.printed
            for line in page
            if times[line.key] >= MOSTLY * self.pages[line.key]
            and len(line.text) <= LONGEST_TAG
            and not line.text.endswith(":")
        }

    def _below(self, key: str) -> list[list[Line]]:
        """What stands below each printing of a word behind the first sentence of its page, up to
        the next recurring line or sentence."""
        found = []
        for page in self.printed:
            for at in range(_first_sentence(page) + 1, len(page)):
                if page[at].key == key:
                    rest = (line for line in page[at + 1 :] if line.key not in self.menu)
                    run = []
                    for line in rest:
                        if line.key in self.fixed or line.is_sentence:
                            break
                        run.append(line)
                    found.append(run)
        return found

    def _announcing(self, fits: Callable[[Line], bool], fewest: int) -> set[str]:
        """The recurring lines that lines like titles, or tags, stand below; a rarer one must
        announce wherever it stands."""
        found = set()
        for key in self.fixed | self.rarer:
            runs = self._below(key)
            good = sum(bool(run) and fits(run[0]) for run in runs)
            rare = key in self.rarer and not (len(key) <= LONGEST_MARKER and self._opens(key, fits))
            share = 1.0 if key in self.rarer else ANNOUNCES
            long_enough = sum(len(run) >= fewest for run in runs) >= FEWEST or good == len(runs)
            if runs and long_enough and not rare and good >= max(FEWEST, share * len(runs)):
                found.add(key)
        return found

    def _opens(self, key: str, fits: Callable[[Line], bool]) -> bool:
        """Whether what stands above the word is mostly something else than what it announces."""
        alike = [
            fits(above) and above.key not in self.fixed
            for page in self.printed
            for above, line in pairwise(page)
            if line.key == key
        ]
        return 2 * sum(alike) < len(alike)

    def _is_elsewhere(self, key: str, markers: set[str]) -> bool:
        """Whether the stories below a marker have nothing to do with the page: they stand on
        other pages too, or the marker is the last of several."""
        if key in lexicon.default().words.elsewhere:
            return True
        lines = [line for run in self._below(key) for line in run if _is_title(line)]
        again = sum(self.pages[line.key] > 1 for line in lines)
        return again >= ELSEWHERE * len(lines) or self._comes_last(key, markers)

    def _comes_last(self, key: str, markers: set[str]) -> bool:
        """Whether the word stands behind other markers, and before none."""
        behind = before = 0
        for page in self.printed:
            places = [at for at, line in enumerate(page) if line.key == key]
            others = [at for at, line in enumerate(page) if line.key in markers - {key}]
            if places and others:
                behind += places[-1] > others[-1]
                before += places[-1] < others[-1]
        return behind >= FEWEST and not before

    def _labels(self) -> Counted:
        """What stands before a date on its line, on many pages."""
        pages: Counter[str] = Counter()
        for page in self.printed:
            labels = set()
            for line in page:
                if len(line.text) <= LONG and not line.is_sentence:
                    found = date.find(line.text)
                    labels.add(line.text[: found[0].start].strip() if found else "")
            pages.update(labels - {""})
        return {
            label: count
            for label, count in sorted(pages.items(), key=lambda entry: (-entry[1], entry[0]))
            if count >= self.least and any(char.isalpha() for char in label)
        }


def _runs(lines: Sequence[Line], fixed: Set[str]) -> Iterator[list[Line]]:
    """Neighbours that recur and are printed alike: the same gap, the same elements."""
    run: list[Line] = []
    for line in lines:
        alike = not run or _alike(run, line)
        if line.key not in fixed or not alike:
            yield run
            run = []
        if line.key in fixed:
            run.append(line)
    yield run


def _alike(run: Sequence[Line], line: Line) -> bool:
    last = run[-1]
    same_gap = len(run) < MENU - 1 or last.gap.count("\n") == line.gap.count("\n")
    return same_gap and last.elements[:2] == line.elements[:2]


def _pieces(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Lines that are pieces of sentences, mostly: text that is cut at every link has the names of
    countries on lines of their own, inside sentences."""
    times: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for page in pages:
        times.update(line.key for line in page)
        inside.update(line.key for line in _inside_sentences(page))
    return {key for key, count in inside.items() if 2 * count > times[key]}


def _inside_sentences(page: Sequence[Line]) -> Iterator[Line]:
    """The lines with which a sentence goes on in the next line, where texts stand further apart."""
    gaps = Counter(
        below.gap.count("\n") for above, below in pairwise(page) if above.text.endswith(STOPS)
    )
    apart = gaps.most_common(1)[0][0] if gaps else 1
    run: list[Line] = []
    for line in page:
        if line.gap.count("\n") != 1 or apart < 2:
            run = []
        run.append(line)
        if line.text.endswith(STOPS):
            yield from run[:-1]
            run = []


def _first_sentence(page: Sequence[Line]) -> int:
    return next((at for at, line in enumerate(page) if line.is_sentence), len(page))


def _is_label(word: str) -> bool:
    """Whether every layout knows what date stands behind the word."""
    return any(found.kind for found in date.find(f"{word}: 1/1/2000"))


def _is_title(line: Line) -> bool:
    long_enough = len(line.text) >= SHORTEST_TITLE and not line.is_sentence
    return long_enough and date.parse(line.text) is None


def _is_tag(line: Line) -> bool:
    short = len(line.text) <= LONGEST_TAG and not line.text.endswith((".", ":"))
    return short and date.parse(line.text) is None


def _commonest(printed: Counter[str]) -> str:
    return min(printed, key=lambda text: (-printed[text], text))
