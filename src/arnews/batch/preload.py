"""Loaded once by the process that all workers are forked from: a new worker costs no imports."""

from ..parse import parse
from . import workers as workers

parse("<h1>سدود الجنوب تمتلئ</h1><p>9 أبريل 2024</p><p>امتلأت ثلاثة سدود بعد أسبوع من الأمطار.</p>")
parse("سدود الجنوب تمتلئ\n\n9 أبريل 2024\n\nامتلأت ثلاثة سدود بعد أسبوع من الأمطار.")
