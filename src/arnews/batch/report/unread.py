"""What a page prints and arnews did not understand: credits, dates and bylines for a lexicon.

A date or byline is looked for only where the article shows none, and in the lines around its
headline and its end only. So a row of these lists is nearly always one to add or to mend.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ...fields import byline, date
from ...lexicon import Lexicon
from ...lexicon import word_classes as wc
from ...lexicon.roles import fold_role
from ...lexicon.word_classes import MARKS, split
from ...model import Article, LabelledBlock, Page
from ...patterns import pattern, plain
from ...refusals import lexicon_of

LONGEST_CREDIT = 48  # characters
_MOST_WORDS = 5  # of a source or a name
LONGEST_LINE = 60
_MOST_STRANGE = 3  # words beside a date
_MOST = 4  # values of one kind that are kept of a page
_ZONES = frozenset({"head", "above the headline", "tail", None})
_BRACKET = plain(r"[(\[]([^()\[\]]{2,48})[)\]][\s.،؛]*$")
_LETTER = pattern(r"\p{L}{2}")
_DIGIT = plain(r"\d")
# «12 كانونن 2024», «12 كانونن / جنوير 2024», «كانونن 12, 2024»: a word where a month would be.
_WORDED = pattern(
    r"(?<!\d)(?:\d{1,2}\W{1,3}\p{L}{3,}+(?:\W{1,3}\p{L}++){0,2}|\p{L}{3,}+\W{1,3}\d{1,2})"
    r"\W{1,3}\d{4}(?!\d)"
)
_NUMBERS = plain(r"(?<![\d.:/-])\d{1,4}([-/.]) ?\d{1,2}\1 ?\d{1,4}(?![\d.:/-])")
# An element that is named after who writes.
_WRITER = plain(r"(?:^|[-_. ])(?:author|byline|writer|reporter|journalist|columnist)(?![a-z])", 2)
_NOT_IN_NAMES = wc.BUTTON | wc.MARKER | wc.PREPOSITION | wc.DATE_LABEL | wc.MONTH | wc.WEEKDAY
_DASH = plain(r"\s+[-–—ـ|/]\s+")
_NO_NAME = plain(r"[؟?!؛;@=#<>…]|\.\s|\.$|http")


_NO_DATES = frozenset({"date", "related_date", "related_title"})
_NO_BYLINES = frozenset({"headline", "byline", "date", "credit", "tag"})


class Unread(NamedTuple):
    """Values of one page as printed, without repetitions."""

    credits: list[str]
    dates: list[str]
    bylines: list[str]


def unread(page: Page, lexicon: Lexicon | None = None) -> Unread:
    """What of `page` looks like a credit, date or byline, and names nothing that is known."""
    words = lexicon or lexicon_of(page)
    found = Unread([], [], [])
    for index, article in enumerate(page.articles):
        found.credits.extend(_credits(article, words))
        undated, unsigned = (_is_missing(article, name) for name in ("published", "byline"))
        if undated or unsigned:
            lines = [block for block in page.blocks if _is_near(block, index)]
            found.dates.extend(_dates(lines, words) if undated else ())
            found.bylines.extend(_bylines(lines, words) if unsigned else ())
    return Unread(*(list(dict.fromkeys(values))[:_MOST] for values in found))


def _is_missing(article: Article, name: str) -> bool:
    """Whether the page does not show the field `name` of `article`."""
    return getattr(article, name) is None or name in article.from_metadata


def _is_near(block: LabelledBlock, index: int) -> bool:
    """Whether `block` is a line of the article `index`, or of no article, where fields are."""
    return (
        bool(block.text)
        and len(block.text) <= LONGEST_LINE
        and block.zone in _ZONES
        and block.article in (index, None)
        and block.item is None
    )


def _credits(article: Article, words: Lexicon) -> Iterator[str]:
    """Who is credited and unknown: «وكالة الواحة» of «(وكالة الواحة)»."""
    for figure in article.figures:
        made = figure.credit
        if made is None:
            closing = _BRACKET.search(figure.caption or "")
            names = [closing[1]] if closing and _may_be_source(closing[1], words) else []
        else:
            named = made.photographer or ""
            firm = named if " " not in named or words.papers.reads(named) else None
            names = [name for name in (made.source, firm) if name]
        for name in names:
            if len(name) <= LONGEST_CREDIT and not _is_known_source(name, words):
                yield name


def _may_be_source(text: str, words: Lexicon) -> bool:
    """Whether the bracket of a caption may name a source: «(يمين)», «(CIA)», «(45 عاماً)» do not."""
    plain = split(text)
    bits = words.word_classes.of(plain)
    named = not any(each & (wc.DIGIT | wc.SHOWN | wc.PREPOSITION | wc.QUOTE) for each in bits)
    return named and len(plain) <= _MOST_WORDS and not words.places.reads(text)


def _is_known_source(name: str, words: Lexicon) -> bool:
    """Whether `name` needs no entry: an office, or what says in plain words whose picture it is."""
    first = words.word_classes.of(split(name)[:1])
    plain = bool(first) and bool(first[0] & wc.SOURCE_HEAD)
    named = _LETTER.search(name) is not None
    return plain or not named or words.agencies.lookup(name) is not None


def _dates(lines: list[LabelledBlock], words: Lexicon) -> Iterator[str]:
    """Lines in the form of a date that are none: «12 كانونن 2024»."""
    for block in lines:
        text = block.text
        if block.role in _NO_DATES or "@" in text or not _DIGIT.search(text):
            continue
        found = _WORDED.search(text) or _NUMBERS.search(text)
        if found and date.parse(text, lexicon=words) is None and _is_short(text, found[0], words):
            yield text


def _is_short(text: str, form: str, words: Lexicon) -> bool:
    """Whether `text` says hardly more than the date that it has the `form` of."""
    rest = split(text.replace(form, " "))
    bits = words.word_classes.of(rest)
    strange = [
        w for w, b in zip(rest, bits, strict=True) if w not in MARKS and not b & wc.DATE_WORD
    ]
    return len(strange) <= _MOST_STRANGE


def _bylines(lines: list[LabelledBlock], words: Lexicon) -> Iterator[str]:
    """Lines that are set as a byline, or open with its label, or are beside the date, and are none
    that is known."""
    roles = [None, *(block.role for block in lines), None]
    for block, *beside in zip(lines, roles, roles[2:], strict=False):
        text = block.text
        if block.role in _NO_BYLINES or _DIGIT.search(text) or _NO_NAME.search(text):
            continue
        named = any(map(_WRITER.search, block.classes)) or _has_label(text, words)
        placed = "date" in beside or unknown_half(text, words) is not None
        if not named and not (placed and _may_be_name(text, words)):
            continue
        if fold_role(text) in words.roles.all_labels or not _LETTER.search(text):
            continue
        if byline.parse(text, lexicon=words) is None:
            yield text


def _has_label(text: str, words: Lexicon) -> bool:
    """Whether `text` opens with a label of bylines and its colon, or with that of a writer:
    «المصدر: …», «كتبت …»."""
    before, colon, after = text.partition(":")
    label, known = fold_role(before), words.roles
    labelled = label in known.all_labels or label in known.sources
    if not colon:
        first, _, after = text.partition(" ")
        labelled = fold_role(first) in known.writer_labels
    return labelled and 1 <= len(after.split()) <= _MOST_WORDS


def unknown_half(text: str, words: Lexicon) -> str | None:
    """What a dash parts from a city, a paper or a job: «الواحة» of «الرياض - الواحة»."""
    parts = _DASH.split(text.strip())
    unknown = [part for part in parts if not _is_known_signer(part, words)]
    return unknown[0] if len(parts) == 2 and len(unknown) == 1 else None


def _is_known_signer(part: str, words: Lexicon) -> bool:
    return (
        (words.places.knows(part) and not words.places.is_country(part))
        or words.papers.knows(part)
        or fold_role(part.split(" ")[0]) in words.roles.jobs
    )


def _may_be_name(text: str, words: Lexicon) -> bool:
    """Whether `text` is a few words without one of a button, a section or a sentence."""
    plain = split(text)
    bits = words.word_classes.of(plain)
    if not bits or len(plain) > _MOST_WORDS or bits[0] & wc.SECTION:
        return False
    return not any(each & _NOT_IN_NAMES for each in bits)
