"""Credits, dates, bylines and datelines: four small grammars, each read and written.

Each has `parse`, `format`, `STYLES` (by name, how a value is printed) and `SAMPLES` (pairs of a
real form and what it says).
"""

from . import byline, credit, date
from .byline import dateline

__all__ = ["byline", "credit", "date", "dateline"]
