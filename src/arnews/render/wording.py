"""What the forms without a layout say alike: their own words, and values as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from .. import lexicon
from ..folding import fold
from ..model import Byline, Credit, Moment, RelatedItem

RELATED = "مواضيع ذات صلة"
SEE_ALSO = "اقرأ أيضاً"
SECTION = "القسم"
PUBLISHED = "نُشر"
MODIFIED = "حُدّث"
TAGS = "الوسوم"
SOURCE = "المصدر"
CONTENTS = "المحتويات"
UNTITLED = "بلا عنوان"
FIGURES = {"image": "صورة", "video": "فيديو"}
EMBEDS = {"post": "منشور", "video": "فيديو"}
OTHER_EMBED = "محتوى مضمَّن"
ARCHIVE = "أرشيفية"
ILLUSTRATIVE = "تعبيرية"

_CUT = "…"
_CUT_ENDS = (_CUT, "...")
_SEVERAL = " | "  # joins several places or roles in one value of a byline
# Controls, halves of surrogate pairs and noncharacters: no form can print them.
_UNPRINTABLE = regex.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\p{Cs}\p{Noncharacter_Code_Point}]"
)


def lines(text: str | None) -> list[str]:
    """The lines of `text`, blanks collapsed, empty lines left out, the unprintable as U+FFFD."""
    printable = _UNPRINTABLE.sub("\ufffd", text or "")
    return [line for line in (" ".join(part.split()) for part in printable.splitlines()) if line]


def one_line(text: str | None) -> str:
    """`text` with all white space collapsed."""
    return " ".join(lines(text))


def agency_name(agency: str) -> str:
    """The agency with the id `agency` as news prints it; an id of no table stands for itself."""
    entry = lexicon.default().table("agencies").get(agency)
    return str(entry["spellings"][0]) if entry else agency


def byline(value: Byline | None) -> str:
    """The byline as printed, and what it says beside that; put together if nothing is printed."""
    if value is None:
        return ""
    agencies = () if value.raw else map(agency_name, value.agencies)
    parts = (value.role, *value.authors, value.publication, *agencies, value.place)
    return _told(value.raw, parts)


def credit(value: Credit | None) -> str:
    """The credit as printed, and what it says beside that; put together if nothing is printed."""
    if value is None:
        return ""
    parts: list[str | None] = [value.photographer, value.source]
    if not value.raw:
        parts += [*map(agency_name, value.agencies)]
        parts += [ARCHIVE] * value.archive + [ILLUSTRATIVE] * value.illustrative
    return _told(value.raw, parts)


def _told(raw: str, parts: Iterable[str | None]) -> str:
    """`raw`, then each part that it does not hold, whatever its marks and blanks."""
    told = [one_line(raw)] if raw else []
    held = fold(raw)
    for part in parts:
        told += [one for one in (part or "").split(_SEVERAL) if fold(one) not in held]
    return "، ".join(filter(None, map(one_line, told)))


def moment(value: Moment | None) -> str:
    """The date as printed, with its Hijri form; the ISO form if nothing is printed."""
    if value is None:
        return ""
    return _told(value.raw or value.iso or "", (value.hijri,))


def teaser(item: RelatedItem) -> str:
    """The teaser on one line, with an ellipsis if it is broken off."""
    text = one_line(item.teaser)
    return f"{text} {_CUT}" if item.teaser_cut and text and not text.endswith(_CUT_ENDS) else text
