"""What Markdown, schema.org and the readable page have in common: labels, and values as text."""

from __future__ import annotations

from collections.abc import Iterable

from .. import lexicon
from ..folding import fold
from ..model import Article, Byline, Credit, Embed, Moment, RelatedItem
from ..patterns import pattern

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
_EMBEDS = {"post": "منشور", "video": "فيديو"}
_OTHER_EMBED = "محتوى مضمَّن"
ARCHIVE = "أرشيفية"
ILLUSTRATIVE = "تعبيرية"

_CUT = "…"
_CUT_ENDS = (_CUT, "...")
_SEVERAL = " | "  # joins several places or roles in one field of a byline
# Control characters, halves of surrogate pairs and noncharacters, which no form can print.
_UNPRINTABLE = pattern(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\p{Cs}\p{Noncharacter_Code_Point}]")


def lines(text: str | None) -> list[str]:
    """The lines of `text`, without empty ones. Blanks are collapsed; an unprintable character is
    replaced by U+FFFD."""
    printable = _UNPRINTABLE.sub("\ufffd", text or "")
    return [line for line in (" ".join(part.split()) for part in printable.splitlines()) if line]


def one_line(text: str | None) -> str:
    """`text` with all white space collapsed."""
    return " ".join(lines(text))


def joined(separator: str, parts: Iterable[str | None]) -> str:
    """The `parts` that are not empty, with `separator` between them."""
    return separator.join(filter(None, parts))


def agency_name(agency: str) -> str:
    """The printed name of the agency with the id `agency`: «رويترز»; an unknown id as it is."""
    entry = lexicon.default().table("agencies").get(agency)
    return str(entry["spellings"][0]) if entry else agency


def byline(value: Byline | None) -> str:
    """The byline as printed, then each value that the printed text does not contain."""
    if value is None:
        return ""
    agencies = () if value.raw else map(agency_name, value.agencies)
    parts = (value.role, *value.authors, value.publication, *agencies, value.place)
    return _completed(value.raw, parts)


def credit(value: Credit | None) -> str:
    """The credit as printed, then each value that the printed text does not contain."""
    if value is None:
        return ""
    parts: list[str | None] = [value.photographer, value.source]
    if not value.raw:
        parts += [*map(agency_name, value.agencies)]
        parts += [ARCHIVE] * value.archive + [ILLUSTRATIVE] * value.illustrative
    return _completed(value.raw, parts)


def _completed(raw: str, parts: Iterable[str | None]) -> str:
    """`raw`, then each of `parts` that is not in it after folding."""
    folded = fold(raw)
    single = [one for part in parts for one in (part or "").split(_SEVERAL)]
    return joined("، ", map(one_line, (raw, *(one for one in single if fold(one) not in folded))))


def moment(value: Moment | None) -> str:
    """The date as printed, then its Hijri form; the ISO form if there is no printed one."""
    if value is None:
        return ""
    return _completed(value.raw or value.iso or "", (value.hijri,))


def dates(article: Article) -> list[tuple[str, Moment]]:
    """The dates of `article`, each with its label."""
    labelled = ((PUBLISHED, article.published), (MODIFIED, article.modified))
    return [(label, value) for label, value in labelled if value]


def embed_label(embed: Embed) -> str:
    """The word for the kind of `embed`: «منشور»."""
    return _EMBEDS.get(embed.kind, _OTHER_EMBED)


def teaser(item: RelatedItem) -> str:
    """The teaser on one line; it ends in an ellipsis if the page cuts it off."""
    text = one_line(item.teaser)
    return f"{text} {_CUT}" if item.teaser_cut and text and not text.endswith(_CUT_ENDS) else text
