"""Prints bylines so that reading finds their pieces again."""

from __future__ import annotations

from ... import lexicon as lexicons
from ...arguments import one_of
from ...lexicon import Lexicon, roles
from ...model import Byline
from .candidate import Kind
from .tag import SegmentTagger
from .tokenize import Segment

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
    rather than in brackets of its own. An agency that no table has prints its id. Raises
    `BadArgument` for an unknown style.

    >>> format(Byline("", authors=("رنا منصور",), place="بيروت"))
    'رنا منصور (بيروت)'
    """
    one_of("style", style, STYLES)
    lexicon = lexicon or lexicons.default()
    template = STYLES[style]
    if "(" in (value.place or "") and style == "brackets":
        template = STYLES["colon"]
    separator = " / " if style == "slash" else " - "
    sources = source_names(value, lexicon, quoted=style in ("brackets", "colon"))
    who = separator.join(filter(None, [writers(value, lexicon), *sources]))
    label = "المصدر: " if value.agencies and value.publication is None else ""
    if not who or not value.place:
        return label + (who or value.place or "")
    return label + template.format(place=value.place, who=who)


def writers(value: Byline, lexicon: Lexicon) -> str:
    """Role and authors («تقرير: فلان، فلان», «المنسق الإعلامي - فلان»), or either."""
    authors = "، ".join(value.authors)
    if not value.role or not authors:
        return value.role or authors
    is_label = roles.fold_role(value.role) in lexicon.roles.labels
    return f"{value.role}: {authors}" if is_label else f"{value.role} - {authors}"


def source_names(value: Byline, lexicon: Lexicon, *, quoted: bool) -> list[str]:
    """The publication, and the agencies that it does not name itself: [«القدس العربي», "أ.ف.ب"].

    The publication stands in guillemets if `quoted`, or where it would be read as something else.
    """
    own: str | None = None
    names: list[str] = []
    if value.publication is not None:
        kinds = _kinds(value.publication, lexicon)
        if kinds == (Kind.AGENCY,):
            own = lexicon.agencies.lookup(value.publication)
        bare = kinds == (Kind.AGENCY,) or (kinds == (Kind.PAPER,) and not quoted)
        names.append(value.publication if bare else f"«{value.publication}»")
    known = lexicon.table("agencies")
    agencies = [id for id in value.agencies if id != own]
    return names + [str(known[id]["spellings"][0]) if id in known else id for id in agencies]


def _kinds(text: str, lexicon: Lexicon) -> tuple[Kind, ...]:
    """What `text` may be where it stands alone."""
    tagger, segment = SegmentTagger(lexicon), Segment(text, 0, len(text), len(text))
    candidates = () if tagger.is_prose(segment) else tagger.tag(segment)
    return candidates[0].kinds if len(candidates) == 1 else ()
