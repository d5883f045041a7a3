"""Which articles are marked as duplicates: equal texts, nearly equal ones, also over a restart."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from importlib.metadata import PackageNotFoundError

import pytest

from arnews.batch import BatchError, duplicates
from arnews.batch.errors import MissingExtra
from arnews.batch.run import Settings, batch
from helpers import records
from helpers.records import lines
from helpers.shell import environment

WORDS = [
    *("السد", "النهر", "المزارع", "القرية", "الوزارة", "الخطة", "المياه", "المحافظة", "الأمطار"),
    *("الجسر", "الطريق", "المدينة", "الميناء", "السوق", "المصنع", "المدرسة", "الجامعة", "المشروع"),
    *("الموسم", "الحصاد", "القمح", "التمور", "الواحة", "البئر", "الجبل", "الوادي"),
]


def body(story, *, changed=0):
    """A text of 240 words for each `story`, of which `changed` are others."""
    chance = random.Random(story)
    words = [chance.choice(WORDS) for _ in range(240)]
    for at in range(changed):
        words[at * 240 // changed] = "البحيرة"
    return " ".join(words)


def page(story, **how):
    text = body(story, **how)
    return f"<h1>سدود الجنوب تمتلئ</h1><p>{text[:700]}</p><p>{text[700:]}.</p>"


def write(path, pages):
    text = "".join(json.dumps({"html": each}) + "\n" for each in pages)
    path.write_text(text, "utf-8")
    return path


def marks(path):
    """For each record its number and those of the records that its articles repeat."""
    number = lambda id: int(id.partition("#")[0].rpartition(":")[2])  # noqa: E731
    return {
        number(line["id"]): [first and number(first) for first in line["duplicate_of"]]
        for line in lines(path)
    }


def test_equal_texts_name_the_first(tmp_path):
    chance = random.Random(3)
    numbers = [chance.randrange(20) for _ in range(100)]
    source = write(tmp_path / "pages.jsonl", map(records.story, numbers))
    batch([str(source)], str(tmp_path / "out.jsonl"), duplicates="same", settings=Settings(2))
    firsts = {}
    for line, number in zip(lines(tmp_path / "out.jsonl"), numbers, strict=True):
        first = firsts.setdefault(number, f"{line['id']}#0")
        assert line["duplicate_of"] == [None if first == f"{line['id']}#0" else first]


@pytest.fixture
def database():
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(duplicates.TABLES)
    return connection


@pytest.fixture
def rensa():
    return pytest.importorskip("rensa")


def test_nearly_the_same_text(rensa, database):
    def first(text, place):
        key = duplicates.key_of(text, "near")
        return duplicates.first_with(database, key, place, "near")

    assert first(body(1), "one") is None
    assert first(body(1), "same") == "one"
    assert first(body(1, changed=3), "three words of 240") == "one"
    assert first(f"{body(1)} وقال مدير السد إن المياه تكفي حتى نهاية الصيف", "a sentence") == "one"
    assert first(body(1, changed=40), "forty words of 240") is None
    assert first(body(1, changed=40), "the same") == "forty words of 240"
    assert first(body(2), "other") is None
    assert first("وصلت القافلة إلى الواحة", "short") is None
    assert first("وَصَلَت القافلةُ، إلى الواحــة.", "with vowels") == "short"
    assert first("وصلت القافلة", "shorter") is None
    assert duplicates.key_of(" .\n\ud800", "near") is None


def test_numbers_tell_bulletins_apart(rensa, database):
    """Of those that come each day in the same words, none repeats another by its numbers alone."""
    for day in range(1, 60):
        text = " ".join(f"سعر {word} اليوم {day * at}.{day} ريال" for at, word in enumerate(WORDS))
        key = duplicates.key_of(text, "near")
        assert duplicates.first_with(database, key, str(day), "near") is None


def test_memory_of_what_is_compared_is_bounded(rensa, database, monkeypatch):
    monkeypatch.setattr(duplicates, "_ALIKE", 2)  # nothing is
    for at in range(30):
        key = duplicates.key_of(body(1), "near")
        assert duplicates.first_with(database, key, str(at), "near") is None
    band = duplicates._KEY.unpack(key)[0]
    rows = database.execute(duplicates._BESIDE, (band, duplicates._COMPARED)).fetchall()
    assert [row[0] for row in rows] == list(range(30, 10, -1))


STORIES = [(story, copy) for copy in range(3) for story in range(100)]


def test_near_duplicates_are_the_same_after_kill_9(rensa, tmp_path):
    source = write(tmp_path / "pages.jsonl", (page(at, changed=copy) for at, copy in STORIES))
    quiet, killed = tmp_path / "quiet.jsonl", tmp_path / "killed.jsonl"
    batch([str(source)], str(quiet), duplicates="near", settings=Settings(2))
    wanted = [[None] if copy == 0 else [story + 1] for story, copy in STORIES]
    assert list(marks(quiet).values()) == wanted
    part = tmp_path / "killed.jsonl.part"
    size = 0
    for _ in range(2):
        process = start(source, killed)
        while process.poll() is None and (not part.exists() or part.stat().st_size <= size):
            time.sleep(0.01)
        os.kill(process.pid, signal.SIGKILL)
        assert process.wait() == -signal.SIGKILL
        size = part.stat().st_size
        assert not killed.exists()
    assert start(source, killed).wait() == 0
    assert killed.read_bytes() == quiet.read_bytes()


def start(source, output):
    """The command, in a process of its own; it writes each half second."""
    code = "import arnews.batch.run as run; run._SECONDS = 0.3; from arnews.cli import main; main()"
    options = ["batch", source, "-o", output, "--near-duplicates", "--workers", "1"]
    return subprocess.Popen([sys.executable, "-c", code, *map(str, options)], env=environment())


def test_another_version_of_rensa_is_refused(rensa, tmp_path, monkeypatch):
    source = write(tmp_path / "pages.jsonl", [page(1)])
    batch([str(source)], str(tmp_path / "out.jsonl"), duplicates="near")
    monkeypatch.setattr(duplicates, "version", lambda name: "99.0")
    with pytest.raises(BatchError, match=r"near, by rensa 99\.0"):
        batch([str(source)], str(tmp_path / "out.jsonl"), duplicates="near")


def test_without_rensa_it_says_what_to_install(tmp_path, monkeypatch):
    def absent(name):
        raise PackageNotFoundError(name)

    monkeypatch.setattr(duplicates, "version", absent)
    source = write(tmp_path / "pages.jsonl", [page(1)])
    with pytest.raises(MissingExtra, match=r"--near-duplicates needs rensa: pip install"):
        batch([str(source)], str(tmp_path / "out.jsonl"), duplicates="near")
    assert list(tmp_path.iterdir()) == [source]
