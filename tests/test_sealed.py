"""`parse` touches nothing outside: once its tables are read, it opens no file, socket or process,
and never asks what time it is."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
# An audit hook cannot be removed, so it lives in a process of its own. Clocks raise no audit
# event; they are replaced.
_PROGRAM = """
import sys, time, datetime, random, os
import arnews
pages = [open(name, "rb").read() for name in sys.argv[1:]]
pages += [b"%PDF-1.7", b"", "\u0633\u0637\u0631 " * 50 + b"\\xff".decode("latin-1"), "<p>x" * 600]
def read_all():
    return [
        arnews.parse(page, url=url, repair=True).to_json(blocks=True)
        for page in pages
        for url in (None, "https://www.bbc.com/arabic/1", "https://alwadi.example/1")
    ]
first = read_all()  # reads the tables
seen = []
def hook(event, args):
    if event.split(".")[0] in ("open", "socket", "subprocess", "os", "shutil", "import", "ctypes"):
        seen.append((event, args))
def clock(*args, **kwargs):
    seen.append(("clock", args))
    return 0.0
class Any(type):  # what was remembered of the first reading is of the common classes
    def __instancecheck__(cls, value):
        return isinstance(value, cls.__mro__[1])
class Day(datetime.date, metaclass=Any):
    today = classmethod(clock)
class Instant(datetime.datetime, metaclass=Any):
    now = utcnow = today = classmethod(clock)
for name in ("time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"):
    setattr(time, name, clock)
for module in [each for name, each in sys.modules.items() if name.split(".")[0] == "arnews"]:
    for name, value in list(vars(module).items()):
        if value is datetime.datetime:
            setattr(module, name, Instant)
        elif value is datetime.date:
            setattr(module, name, Day)
random.random = random.randint = random.choice = os.urandom = clock
sys.addaudithook(hook)
"""
_CHECK = """
again = read_all()
found = list(seen)
assert not found, found[:5]
assert again == first
"""


def _run(program):
    samples = sorted((ROOT / "src" / "arnews" / "layouts").glob("*/samples/*.[ht][tx][mt]*"))
    names = [*(ROOT / "seeds").glob("*.txt"), *samples]
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, names)], capture_output=True, text=True
    )


def test_parse_opens_nothing_and_asks_no_clock():
    done = _run(_PROGRAM + _CHECK)
    assert done.returncode == 0, done.stderr


def test_the_watch_sees_files_and_clocks():
    for act in ("open('/dev/null')", "time.time()", "import fractions"):
        done = _run(_PROGRAM + act + _CHECK)
        assert "AssertionError" in done.stderr, act
