"""Bylines and end credits: who wrote, for whom, where. Read by `parse`, printed by `format`.

A byline is the line under a headline or at the end of a story: «لندن: «الشرق الأوسط»»,
«رائد جبر (موسكو)», «حوار: آسيا العتروس», «المصدر: رويترز», «(بترا)». Both are one grammar; what
differs is told by the text: after a source label, or where brackets wrap the whole, an agency is
an agency only, while in a byline («دبي - وام») it is the publication too.
"""

from __future__ import annotations

import regex
from attrs import evolve

from .. import lexicon as tables
from ..lexicon import Lexicon
from ..lexicon import roles as labels
from ..lexicon import words as interface
from ..model import Byline
from . import _assembly, _printing
from ._parts import AGENCY, INITIALS, JOB, LABEL, NOBODY, PAPER, PERSON, PLACE, SOURCE, Part
from ._readings import Reader, without_dates
from ._segments import INVISIBLE, Segment, cut

LONGEST = 240  # characters; longer texts are no byline
MOST_SEGMENTS = 14

# «محمد الشرع نشر في المساء يوم 20 - 08 - 2012»: where a digest found the story; the writer may
# stand glued to the verb.
_PUBLISHED_IN = regex.compile(
    r"(?s)(.{0,60}?)نشر\sفي\s(.{2,40}?)\sيوم\s\d\d?\s?-\s?\d\d?\s?-\s?\d{4}\s*+"
)
_UNBALANCED = regex.compile(r"^[^(]*+\)")
# Beside a name and no part of it: an account («@okaz_online»), a pen or a camera as a picture.
_ORNAMENT = regex.compile(
    r"(?:(?<=\s)|^)(?:@\w{2,30}|\w{2,30}@)(?!\S)|[\u2600-\u27bf\U0001F300-\U0001FAFF\ufe0f]"
)
# What no byline holds: a beginning cut off, addresses, questions, code.
_FOREIGN = regex.compile(r"^\s*+(?:\.\.|…)|@|https?:|[؟?!$=#<>]|\);|\(\)")


def parse(text: str, *, lexicon: Lexicon | None = None) -> Byline | None:
    """The byline or end credit that `text` is, or `None` if it is none.

    `text` is the whole line, or the few lines, of a byline; `raw` is it without the blanks around.
    Values are as printed, without quotes and brackets; places of separate segments and several
    roles are joined with " | ".
    """
    if len(text) > LONGEST:
        return None
    lexicon = lexicon or tables.default()
    plain = _ORNAMENT.sub("", INVISIBLE.sub("", text)).strip()
    if not plain or _FOREIGN.search(plain) or _UNBALANCED.match(plain):
        return None
    published = _PUBLISHED_IN.fullmatch(plain)
    if published:
        plain = " - ".join(filter(None, map(str.strip, published.groups())))
    parts = _parts(without_dates(plain, lexicon), lexicon)
    settled = _assembly.settle(parts) if parts else None
    if not settled or not _is_byline(settled, lexicon):
        return None
    found = _assembly.assemble(
        text.strip(), plain, settled, lexicon, signed=not _is_credit(settled)
    )
    return found if found != Byline(found.raw) else None


def _parts(plain: str, lexicon: Lexicon) -> list[Part]:
    """All parts of `plain`; none if one of its segments belongs to no byline."""
    segments = cut(plain, lexicon.roles.titles)
    if len(segments) == 1 and segments[0].wrap == "bracket":
        inner = cut(segments[0].text, lexicon.roles.titles)
        segments = tuple(evolve(s, wrap=s.wrap or "bracket") for s in inner)
    return _read(segments, Reader(lexicon)) if len(segments) <= MOST_SEGMENTS else []


def _read(segments: tuple[Segment, ...], reader: Reader) -> list[Part]:
    parts: list[Part] = []
    for segment in segments:
        found = reader.read(segment)
        if not found:
            if parts and parts[-1].kinds[0] == JOB and segment.follows("\n"):
                break  # where the one who signs works
            return []
        if found[0].kinds[0] == SOURCE:
            parts = [part for part in parts if part.kinds[0] == PERSON]
        parts.extend(found)
    return parts


def _is_byline(parts: list[Part], lexicon: Lexicon) -> bool:
    kinds = {part.kinds[0] for part in parts}
    if len(parts) == 1 and not _is_byline_alone(parts[0], lexicon):
        return False
    if kinds == {JOB, AGENCY} and parts[-1].segment.wrap == "bracket":
        return False  # a caption: «الرئيس الأميركي (رويترز)»
    if _assembly.is_quotation(parts, lexicon):
        return False
    if kinds == {PLACE}:  # «مصر / السودان» is what a story is about
        return not all(lexicon.places.is_country(part.text) for part in parts)
    if kinds == {PERSON}:
        return all(part.segment.wrap == "" for part in parts)
    if INITIALS in kinds:
        return kinds <= {INITIALS, AGENCY, NOBODY}
    if kinds == {JOB}:
        head = labels.fold_role(parts[0].text).split()[0]
        return head not in lexicon.roles.offices
    return True


def _is_byline_alone(part: Part, lexicon: Lexicon) -> bool:
    """Whether the one `part` of a text is more than a section's name or a quotation."""
    if part.segment.wrap == "quote" and part.kinds[0] == PAPER:
        return lexicon.papers.knows(part.text)
    word = part.kinds[0] == LABEL or lexicon.papers.is_ordinary(part.text)
    return not (word and interface.fold_label(part.text) in lexicon.sections)


def _is_credit(parts: list[Part]) -> bool:
    """Whether the text names a source rather than signs: there an agency is an agency only."""
    kinds = {part.kinds[0] for part in parts}
    bracketed = kinds <= {AGENCY, NOBODY} and all(part.segment.wrap == "bracket" for part in parts)
    return bracketed or bool(kinds & {SOURCE, INITIALS})


#: How a place and those who write there are printed, by name.
STYLES = {
    "brackets": "{who} ({place})",
    "colon": "{place}: {who}",
    "dash": "{place} - {who}",
    "slash": "{place} / {who}",
    "trailing dash": "{who} - {place}",
}


def format(value: Byline, style: str = "brackets", *, lexicon: Lexicon | None = None) -> str:
    """`value` as printed in `style`, a name in `STYLES`; `parse` reads it back.

    Agencies without a publication print as a source («المصدر: رويترز»), which is how `parse`
    tells them from an agency that signs. A place that holds brackets stands before a colon
    rather than in brackets of its own. Raises `KeyError` for an unknown style.
    """
    lexicon = lexicon or tables.default()
    template = STYLES[style]
    if "(" in (value.place or "") and style == "brackets":
        template = STYLES["colon"]
    separator = " / " if style == "slash" else " - "
    found = _printing.sources(value, lexicon, quoted=style in ("brackets", "colon"))
    who = separator.join(filter(None, [_printing.writers(value, lexicon), *found]))
    label = "المصدر: " if value.agencies and value.publication is None else ""
    if not who or not value.place:
        return label + (who or value.place or "")
    return label + template.format(place=value.place, who=who)


#: Real forms and what they say, with where they stand.
SAMPLES = (
    ("«الشرق الأوسط» (روما)", Byline("", publication="الشرق الأوسط", place="روما")),  # aawsat.com
    ("رائد جبر (موسكو)", Byline("", ("رائد جبر",), place="موسكو")),  # aawsat.com
    ("لندن: «الشرق الأوسط»", Byline("", publication="الشرق الأوسط", place="لندن")),  # aawsat.com
    ("تل أبيب: نظير مجلي", Byline("", ("نظير مجلي",), place="تل أبيب")),  # aawsat.com
    ("دبي - العربية.نت", Byline("", publication="العربية.نت", place="دبي")),  # alarabiya.net
    ("الكويت - رويترز", Byline("", (), "رويترز", ("reuters",), "الكويت")),  # alarabiya.net
    ("أنقرة / الأناضول", Byline("", (), "الأناضول", ("anadolu",), "أنقرة")),  # aa.com.tr
    ("حوار: آسيا العتروس", Byline("", ("آسيا العتروس",), role="حوار")),  # assabah.com.tn
    ("المصدر: رويترز", Byline("", agencies=("reuters",))),  # france24.com
)
