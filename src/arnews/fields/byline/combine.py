"""Who signs an article, for whom and where: its byline, put together from all that prints it.

A byline may take two lines («مارك ماردل» ⏎ «بي بي سي»), stand in the date's line («الشرق الأوسط
الجمعة 6 يوليو 2012»), open the first paragraph (a dateline) or close the last («(رويترز)»).
Lines come first; a dateline and an end credit add what they leave open, and stay in their
paragraphs as printed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from ...folding import fold
from ...lexicon import Lexicon
from ...model import Byline, Moment
from ...patterns import pattern
from ..date import Found, find
from ..gates import opens_with_label
from . import dateline
from .entry import INITIALS
from .parse import parse

BESIDE_DATE = " \t,،-–|/:"  # marks between a date and who wrote
LONGEST_REST = 40  # characters beside a date that may be the name of a paper
_END_CREDIT = pattern(r"[(\[][^()\[\]]{2,40}+[)\]]\s*+[.]?\s*+$")
LONGEST_END = 48  # characters at the end of a paragraph among which a credit is looked for


class Combined(NamedTuple):
    """A byline, and whether the first and the last paragraph say a part of it; `day` is the date in
    the dateline: «رام الله 14-1-2024 وفا- …»."""

    byline: Byline | None
    in_first: bool = False
    in_last: bool = False
    day: Moment | None = None


def combine(
    lines: Sequence[Byline],
    paragraphs: Sequence[str],
    lexicon: Lexicon,
    read: Callable[[str], Byline | None] | None = None,
) -> Combined:
    """The byline of an article with these printed `lines` and `paragraphs`; `None` without any.

    `raw` has the lines, with a line end between two; without lines it is the dateline, else the
    end credit, as it stands in its paragraph. `read` parses a dateline, for who knows more names
    than `lexicon`.
    """
    found: Byline | None = None
    for line in lines:
        found = line if found is None else _with_line(found, line, lexicon)
    printed = found
    read = read or partial(dateline.parse, lexicon=lexicon)
    head = read(paragraphs[0]) if paragraphs else None
    if head is not None and head.raw != paragraphs[0].strip():  # it opens a text
        found = head if found is None else _completed(found, head)
    opened = found
    if paragraphs and (found is None or not found.agencies):
        end = _end_credit(paragraphs[-1], lexicon)
        if end is not None:
            found = end if found is None else _completed(found, end)
    return Combined(found, opened != printed, found != opened, _day(head, lexicon))


def _day(head: Byline | None, lexicon: Lexicon) -> Moment | None:
    """The whole date in the dateline `head`."""
    dates = find(head.raw, lexicon=lexicon) if head and any(map(str.isdigit, head.raw)) else ()
    moments = [found.moment for found in dates if found.moment.value and not found.moment.partial]
    return moments[0] if len(moments) == 1 else None


def stands_in(signed: Byline, paragraphs: Sequence[str]) -> bool:
    """Whether `signed` is printed in the text itself: as its dateline or its end credit."""
    if not paragraphs or not signed.raw:
        return False
    return paragraphs[0].startswith(signed.raw) or signed.raw in paragraphs[-1][-LONGEST_END:]


def _with_line(above: Byline, below: Byline, lexicon: Lexicon) -> Byline:
    """Two printed lines as one byline; what says the same twice is kept once."""
    if below.raw == above.raw:
        return above
    authors, publication = above.authors, above.publication or below.publication
    edited = _are_initials(below) and not _are_initials(above)
    if authors and below.role is None and not below.place and not edited:
        authors = tuple(dict.fromkeys((*authors, *below.authors)))
    if _is_desk(above, below, lexicon):
        authors, publication = (above.publication or "", *authors), below.publication
    both = _completed(above, below)
    return Byline(
        f"{above.raw}\n{below.raw}",
        authors=_named(above, below) or authors,
        publication=publication,
        agencies=both.agencies,
        place=both.place,
        role=above.role or below.role,
    )


def _is_desk(above: Byline, below: Byline, lexicon: Lexicon) -> bool:
    """«قسم المتابعة» ⏎ «بي بي سي»: a desk writes for the house that the next line names."""
    house, desk = below.publication, above.publication
    if not house or not desk or above.authors or below.authors:
        return False
    papers = lexicon.papers
    signs = fold(desk).partition(" ")[0] not in papers.desks and papers.reads(desk)
    return bool(below.agencies or papers.knows(house)) and not (above.agencies or signs)


def _named(known: Byline, more: Byline) -> tuple[str, ...]:
    """The authors that `more` names where `known` has none, or the initials of an editor."""
    if not known.authors or (_are_initials(known) and not _are_initials(more)):
        return more.authors
    return ()


def _are_initials(byline: Byline) -> bool:
    return bool(byline.authors) and all(map(INITIALS.fullmatch, byline.authors))


def _completed(known: Byline, more: Byline) -> Byline:
    """`known` with what `more` says of things that it leaves open."""
    return Byline(
        known.raw,
        authors=_named(known, more) or known.authors,
        publication=known.publication or more.publication,
        agencies=tuple(dict.fromkeys((*known.agencies, *more.agencies))),
        place=known.place or more.place,
        role=known.role or more.role,
    )


def _end_credit(paragraph: str, lexicon: Lexicon) -> Byline | None:
    """«… في بيان. (رويترز)»: the agency in brackets at the end of the last paragraph."""
    printed = _END_CREDIT.search(paragraph, max(0, len(paragraph) - LONGEST_END))
    if printed is None:
        return None
    found = parse(printed.group().strip(" .\n"), lexicon=lexicon)
    return found if found is not None and found.agencies else None


def beside_date(
    text: str,
    dates: Sequence[Found],
    lexicon: Lexicon,
    read: Callable[[str], Byline | None] | None = None,
) -> Byline | None:
    """Who the line of a date names: «محمد علي نشر في المساء يوم 20 - 08 - 2012». `read` parses a
    byline, for who knows more names than `lexicon`."""
    sides = text[: dates[0].start], text[dates[-1].end :]
    if len(dates) == 1 and not any(map(str.isalnum, "".join(sides))):
        return None  # nothing but the date
    read = read or partial(parse, lexicon=lexicon)
    counted = sides[1].lstrip()[:1].isdigit()  # «محمد علي 20 مارس 2024 1208 مشاهدة»
    whole = read(text[: dates[-1].end] if counted else text)
    if whole is not None and (whole.authors or whole.publication):
        return whole
    before = sides[0].rpartition("|")[0]  # «الدمام – سامي الحداد | منذ 20 مايو»
    barred = read(before) if 0 < len(before) <= LONGEST_REST else None
    if barred is not None and barred.authors:
        return barred
    for rest, other in zip(sides, reversed(sides), strict=True):
        name = rest.strip(BESIDE_DATE)
        found = read(name) if 0 < len(name) <= LONGEST_REST else None
        if found is None:
            continue
        alone = not other.strip(BESIDE_DATE) and lexicon.places.knows(name)
        if alone and found == Byline(found.raw, place=name):
            return found  # «نواكشوط, 08/01/2024»
        told = found.place or found.publication or opens_with_label(name, lexicon.word_classes)
        known = found.agencies or lexicon.papers.knows(found.publication or "")
        labelled = dates[0].kind is not None  # «نشر في 3 مارس 2020 خالد حداد»
        if known or (found.authors and (told or labelled)):
            return found
    return None
