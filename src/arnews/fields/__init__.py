"""Credits, dates, bylines and datelines: four small grammars, each read and written.

Every module has `parse`, `format`, `STYLES` and `SAMPLES` (real forms with what they say).
"""

from . import byline, credit, date, dateline

__all__ = ["byline", "credit", "date", "dateline"]
