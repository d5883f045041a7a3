"""The words of a site: short lines that many of its pages have.

What varies from page to page is news; what recurs is the site. The position of a recurring
line and what follows it show what it is: a word of a menu, a button, an announcement of related
stories, of lists that every page has, of tags.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import pairwise
from math import ceil
from typing import TypeAlias

from attrs import evolve, frozen

from .. import lexicon
from ..fields import credit, date
from ..layouts import Layout, Words
from ..lexicon.words import bare, fold_label
from ..patterns import pattern
from .sample import STOPS, Line, Sample

RECURRING = 0.5  # of the pages, share that must have a line of the site
ANNOUNCING = 0.25  # of the pages, share that must have a line with stories or tags below
FEWEST = 2  # pages that must show anything for it to be believed
FEWEST_MARKERS = 3
MENU = 3  # recurring lines in a row that make a menu
MOSTLY = 0.75  # of the pages of a line, share that have it in such a row
ANNOUNCES = 0.75  # of the lines below a marker, share that are titles
ELSEWHERE = 0.4  # of the titles below a marker, share that other pages have too
LONGEST_TAG = 25  # characters
LONGEST_LIST = 200  # lines below a marker that are looked at
LONGEST_MARKER = 30
SHORTEST_TITLE = 15
QUOTES = ("«", '"', "“")

_CONTROLS = pattern(r"[\p{Cc}\p{Cs}]")

#: A word as printed, and how many pages have it.
Counted: TypeAlias = Mapping[str, int]
_Page: TypeAlias = Sequence[Line]


@frozen(slots=False)
class Vocabulary:
    """The words of a site by what they mean, each with the number of its pages."""

    pages: int
    interface: Counted
    related: Counted
    sections: Counted
    elsewhere: Counted
    tags: Counted
    labels: Counted  # before a date, on its line
    known: Counted  # what recurs, and the lexicon has: buttons, announcements of tags

    @cached_property
    def printed(self) -> dict[str, str]:
        """What a template may print as words: the look-up forms, and how each is printed."""
        return {fold_label(word): word for word in (*self.interface, *self.tags, *self.known)}

    @property
    def additions(self) -> dict[str, dict[str, list[str]]]:
        """What layouts have no table of their own for, as entries for the lexicon."""
        tables = {"elsewhere": list(self.elsewhere), "tags": list(self.tags)}
        tables = {name: words for name, words in tables.items() if words}
        return {"words": tables} if tables else {}

    def layout(self, base: Layout) -> Layout:
        """`base` with these words."""
        words = Words(tuple(self.interface), tuple(self.related), (), tuple(self.sections))
        return evolve(base, words=words, additions=self.additions)


def enough(pages: int, share: float = RECURRING) -> int:
    """How many of `pages` must have what belongs to the site."""
    return max(FEWEST, ceil(share * pages))


def vocabulary(samples: Sequence[Sample]) -> Vocabulary:
    """The words that recur on `samples`."""
    site = _Site([sample.lines for sample in samples])
    shared = lexicon.default().words
    menu = site.menu()
    tags = _without(site.announcing(_is_tag, 1, menu) - menu, shared.related)
    markers = site.announcing(_is_title, MENU - 1, menu) - menu - tags
    stories = _without(markers, shared.related)
    elsewhere = {word for word in stories if site.is_elsewhere(word, menu)}
    sections = _without(menu - shared.interface, shared.comments)
    rest = site.fixed - markers - tags - sections
    labels = {word for word in rest if is_date_label(word)}
    known = (rest & shared.interface) | (tags - _without(tags, shared.tags)) | labels
    return Vocabulary(
        len(samples),
        interface=site.as_printed(rest - shared.interface - labels),
        related=site.as_printed(markers - elsewhere),
        sections=site.as_printed(sections),
        elsewhere=site.as_printed(_without(elsewhere, shared.elsewhere)),
        tags=site.as_printed(_without(tags, shared.tags)),
        labels=site.date_labels(),
        known=site.as_printed(known),
    )


def _without(words: Set[str], headings: Set[str]) -> Set[str]:
    """The `words` that are none of the `headings` of lists."""
    return {word for word in words if bare(word) not in headings}


class _Site:
    """The lines of all pages, and those that recur: `fixed` on half of the pages, `rarer` on
    fewer, but enough for an announcement."""

    def __init__(self, pages: Sequence[_Page]) -> None:
        self.pages = pages
        self.count = Counter(word for page in pages for word in {line.key for line in page})
        least = max(FEWEST_MARKERS, enough(len(pages)))
        rarer = max(FEWEST_MARKERS, ceil(ANNOUNCING * len(pages)))
        found = self._recurring(rarer)
        self.fixed = {word for word in found if self.count[word] >= least}
        self.rarer = found - self.fixed
        self.printed: dict[str, list[tuple[_Page, int]]] = {word: [] for word in found}
        for page in pages:  # where each is printed behind the first sentence of its page
            for place in range(_first_sentence(page) + 1, len(page)):
                if page[place].key in found:
                    self.printed[page[place].key].append((page, place))

    def _recurring(self, least: int) -> set[str]:
        """Short lines that are no date, credit or quote, and mostly no piece of a sentence."""
        lines = [line for page in self.pages for line in page if self.count[line.key] >= least]
        times = Counter(line.key for line in lines)
        pieces = Counter(line.key for page in self.pages for line in _pieces(page))
        found = {word for word in times if word and 2 * pieces[word] <= times[word]}
        forms = {line.text: line for line in lines if line.key in found}
        return found - {line.key for line in forms.values() if not _may_be_word(line)}

    def as_printed(self, words: Iterable[str]) -> Counted:
        """Words as they are printed most often, in the order in which pages print them."""
        wanted = set(words)
        forms: dict[str, Counter[str]] = {}
        for page in self.pages:
            for line in page:
                if line.key in wanted:
                    forms.setdefault(line.key, Counter())[line.text] += 1
        return {form.most_common(1)[0][0]: self.count[word] for word, form in forms.items()}

    def menu(self) -> set[str]:
        """The recurring lines that are printed in a row above the text, on most of their pages."""
        times: Counter[str] = Counter()
        for page in self.pages:
            text = _first_sentence(page)
            for run in self._runs(page[:text] if text < len(page) else ()):
                row = {line.key for line in run if _is_menu(line)}
                times.update(row if len(row) >= MENU else ())
        return {word for word, rows in times.items() if rows >= MOSTLY * self.count[word]}

    def _runs(self, lines: _Page) -> Iterator[list[Line]]:
        """Recurring neighbours in elements of the same classes."""
        run: list[Line] = []
        for line in lines:
            if line.key not in self.fixed or (run and run[-1].classes[:2] != line.classes[:2]):
                yield run
                run = []
            if line.key in self.fixed:
                run.append(line)
        yield run

    def announcing(self, fits: Callable[[Line], bool], fewest: int, menu: Set[str]) -> set[str]:
        """The recurring lines with lines below that `fits`; a rarer one must have them wherever
        it is printed."""
        found = set()
        for word in (self.fixed | self.rarer) - menu:
            runs = self._below(word, menu)
            good = sum(bool(run) and fits(run[0]) for run in runs)
            share = ANNOUNCES if word in self.fixed else 1.0
            long_enough = sum(len(run) >= fewest for run in runs) >= FEWEST or good == len(runs)
            short = word in self.fixed or len(word) <= LONGEST_MARKER
            if short and long_enough and good >= max(FEWEST, share * len(runs)):
                found.add(word)
        return found

    def _below(self, word: str, menu: Set[str]) -> list[list[Line]]:
        """What follows each printing of a recurring line behind the first sentence of its page,
        up to the next recurring line or sentence."""
        found = []
        for page, place in self.printed[word]:
            run = []
            for line in page[place + 1 : place + 1 + LONGEST_LIST]:
                if line.is_sentence or (line.key in self.fixed and line.key not in menu):
                    break
                run += [line] if line.key not in menu else []
            found.append(run)
        return found

    def is_elsewhere(self, word: str, menu: Set[str]) -> bool:
        """Whether other pages have the stories below a marker too."""
        if bare(word) in lexicon.default().words.elsewhere:
            return True
        titles = [line for run in self._below(word, menu) for line in run if _is_title(line)]
        again = sum(self.count[line.key] > 1 for line in titles)
        return again >= ELSEWHERE * len(titles)

    def date_labels(self) -> Counted:
        """What precedes a date on its line, on many pages; the commonest first."""
        pages = Counter(label for page in self.pages for label in sorted(set(_labels(page))))
        least = enough(len(self.pages))
        return {label: count for label, count in pages.most_common() if count >= least}


def _labels(page: _Page) -> Iterator[str]:
    for line in page:
        found = date.find(line.text) if _is_printable(line) else ()
        label = line.text[: found[0].start].strip() if found else ""
        if any(map(str.isalpha, label)):
            yield label


def _pieces(page: _Page) -> Iterator[Line]:
    """The lines that a sentence goes on behind, if paragraphs are further apart: text that is cut
    at every link has names on lines of their own."""
    below = (line for above, line in pairwise(page) if above.text.endswith(STOPS))
    apart = Counter(line.gap.count("\n") for line in below).most_common(1)
    run: list[Line] = []
    for line in page if apart and apart[0][0] > 1 else ():
        if line.gap.count("\n") != 1:
            run = []
        run.append(line)
        if line.text.endswith(STOPS):
            yield from run[:-1]
            run = []


def is_date_label(word: str) -> bool:
    """Whether every layout knows what date follows the word."""
    return any(found.kind for found in date.find(f"{word}: 1/1/2000"))


def _first_sentence(page: _Page) -> int:
    return next((place for place, line in enumerate(page) if line.is_sentence), len(page))


def _is_printable(line: Line) -> bool:
    """Whether a file can hold the line as a word: it is short, and has no control characters."""
    return line.is_short and not _CONTROLS.search(line.text)


def _may_be_word(line: Line) -> bool:
    plain = _is_printable(line) and not line.text.startswith(QUOTES)
    return plain and not date.parse(line.text) and credit.parse(line.text).credit is None


def _is_title(line: Line) -> bool:
    long_enough = len(line.text) >= SHORTEST_TITLE and not line.is_sentence
    return long_enough and date.parse(line.text) is None


def _is_menu(line: Line) -> bool:
    return len(line.text) <= LONGEST_TAG and not line.text.endswith(":")


def _is_tag(line: Line) -> bool:
    short = len(line.text) <= LONGEST_TAG and not line.text.endswith((".", ":"))
    return short and date.parse(line.text) is None
