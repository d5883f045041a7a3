"""Credits, dates, bylines and datelines: four small grammars, each read and written.

Each has `parse`, `format` and `STYLES` (by name, how a value is printed).
"""

from . import byline, credit, date
from .byline import dateline

__all__ = ["byline", "credit", "date", "dateline"]
