"""Labelling: what each block of a page is.

Three concepts. A block stands in a *zone* of the page (`zones/`). It has *features* (`features/`):
what its line says, what its markup says, what stands beside it. The template of a layout says which
*transitions* there are from field to field (`grammar.py`). `weights.toml` says what each zone and
feature is worth for each role, and `decoder.py` finds the cheapest path.
"""

from .decoder import Step
from .features.breadcrumbs import section_in
from .features.vocabulary import is_section
from .grammar import gap_shape
from .labelling import Alignment, Labelling, label
from .line_slots import Slot
from .page_context import PageContext, Values, Vocabulary

__all__ = [
    "Alignment",
    "Labelling",
    "PageContext",
    "Slot",
    "Step",
    "Values",
    "Vocabulary",
    "gap_shape",
    "is_section",
    "label",
    "section_in",
]
