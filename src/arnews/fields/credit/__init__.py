"""Photo credits: from a caption line to the caption and its credit, and back.

`parse` takes a caption line apart (`caption`); `parse_credit` reads what a credit says (`parse`):
«ترمب وبوتين (أرشيفية - رويترز)» is the caption «ترمب وبوتين» and a credit with the agency `reuters`
and the flag `archive`. What is not known of a credit is kept in `raw`, and as photographer or
source where its place says which.
"""

from .caption import CaptionLine, parse
from .format import STYLES, format
from .parse import EDGE, parse_credit

__all__ = ["EDGE", "STYLES", "CaptionLine", "format", "parse", "parse_credit"]
