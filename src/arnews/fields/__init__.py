"""Credits, dates, bylines and datelines: four small grammars, each read and written.

Every module has `parse`, `format` and `SAMPLES` (real forms with what they say).
"""
