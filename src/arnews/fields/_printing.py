"""Prints the pieces of bylines and datelines so that reading finds them again."""

from __future__ import annotations

from ..lexicon import Lexicon
from ..lexicon import roles as labels
from ..model import Byline
from ._parts import AGENCY, PAPER
from ._readings import Reader
from ._segments import Segment


def writers(value: Byline, lexicon: Lexicon) -> str:
    """Role and authors («تقرير: فلان، فلان», «المنسق الإعلامي - فلان»), or either."""
    authors = "، ".join(value.authors)
    if not value.role or not authors:
        return value.role or authors
    is_label = labels.fold_role(value.role) in lexicon.roles.labels
    return f"{value.role}: {authors}" if is_label else f"{value.role} - {authors}"


def sources(value: Byline, lexicon: Lexicon, *, quoted: bool) -> list[str]:
    """The publication, and the agencies that it does not name itself.

    The publication stands in guillemets if `quoted`, or where it would be read as something else.
    """
    agencies = list(value.agencies)
    if value.publication is None:
        return [agency_name(each, lexicon) for each in agencies]
    kinds = _kinds(value.publication, lexicon)
    if kinds == (AGENCY,):
        agencies = [each for each in agencies if each != lexicon.agencies.lookup(value.publication)]
    bare = kinds == (AGENCY,) or (kinds == (PAPER,) and not quoted)
    publication = value.publication if bare else f"«{value.publication}»"
    return [publication, *(agency_name(each, lexicon) for each in agencies)]


def agency_name(agency: str, lexicon: Lexicon) -> str:
    """The first spelling of the agency with the id `agency`."""
    return str(lexicon.table("agencies")[agency]["spellings"][0])


def _kinds(text: str, lexicon: Lexicon) -> tuple[str, ...]:
    """What `text` may be where it stands alone."""
    whole = Segment(text, 0, len(text), len(text), "", "", "")
    parts = Reader(lexicon).read(whole)
    return parts[0].kinds if len(parts) == 1 else ()
