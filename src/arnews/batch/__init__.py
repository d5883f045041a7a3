"""Many pages at once: one record function for `arnews batch`, Spark and datatrove.

A `Record` is a page with what is known about it; `read_record` reads it into a dict in types of
JSON, and `to_line` writes that as one line of JSON Lines. All engines write by these two, so the
same record gives the same bytes on each. `arnews.batch.run.batch` is what the command calls.
"""

from .errors import BatchError
from .record import Options, Record, read_record, to_line

__all__ = ["BatchError", "Options", "Record", "read_record", "to_line"]
