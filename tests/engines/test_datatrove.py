"""A real datatrove pipeline reads pages as `arnews batch` does, and outlives pages that kill."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from arnews import extract
from arnews.batch.filters import Filters
from helpers import engines, poison

pytest.importorskip("datatrove", reason='needs pip install "arnews[datatrove]"')
pytest.importorskip("orjson", reason='needs pip install "arnews[datatrove]"')

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from arnews.batch.datatrove import ReadPages, RecordWriter

pytestmark = pytest.mark.heavy

POISONS = ("raise", "crash", "exit", "kill", "memory")


def run(folder, *steps, **how):
    """Runs a pipeline on the pages in `folder`; gives the counts of the second step."""
    reader = JsonlReader(str(folder), glob_pattern="pages*.jsonl", text_key="html", id_key="id")
    executor = LocalPipelineExecutor([reader, *steps], logging_dir=str(folder / "logs"), **how)
    stats = executor.run().stats[1].to_dict()["stats"]
    return {name: each["total"] if isinstance(each, dict) else each for name, each in stats.items()}


def poisoned(**how):
    """The step, which takes the poison."""
    how = {"allowance": engines.ALLOWANCE, "parse": poison.parse, **how}
    return ReadPages(fetched_at="fetched_at", **how)


def write(path, rows):
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")


def read(path):
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_records_and_quarantine_are_those_of_batch_byte_for_byte(tmp_path):
    written = engines.by_batch(engines.rows(tmp_path, POISONS), tmp_path, "out.jsonl")
    aside = JsonlWriter(str(tmp_path / "aside"), compression=None)
    stats = run(tmp_path, poisoned(exclusion_writer=aside), RecordWriter(str(tmp_path / "pages")))
    assert (tmp_path / "pages" / "00000.jsonl").read_bytes() == written.read_bytes()
    told = read(tmp_path / "aside" / "00000.jsonl")
    quarantine = read(Path(f"{written}.quarantine.jsonl"))
    assert [(each["id"], each["text"]) for each in told] == [
        (each["id"], each["data"]) for each in quarantine
    ]
    assert [each["metadata"]["reason"] for each in told] == [each["reason"] for each in quarantine]
    assert [each["reason"]["code"] for each in quarantine] == [poison.REASONS[p] for p in POISONS]
    assert stats["died"] == 3
    assert stats["dropped"] == len(POISONS)


def test_two_processes_read_two_files(tmp_path):
    rows = engines.rows(tmp_path)
    write(tmp_path / "pages-1.jsonl", rows[:50])
    write(tmp_path / "pages-2.jsonl", rows[50:])
    writer = RecordWriter(str(tmp_path / "out"))
    stats = run(tmp_path, poisoned(), writer, tasks=2, workers=2)
    written = engines.by_batch(rows, tmp_path, "out.jsonl").read_bytes()
    parts = [(tmp_path / "out" / f"0000{rank}.jsonl").read_bytes() for rank in (0, 1)]
    assert b"".join(parts) == written
    assert stats["forwarded"] == len(rows)


def test_a_document_has_the_text_of_its_articles(tmp_path):
    seed = engines.SEED.read_text("utf-8")
    rows = [{"id": "1", "html": seed}, {"id": "2", "html": "قائمة", "url": 5}]
    write(tmp_path / "pages.jsonl", [*rows, {"id": "3", "html": "قائمة\nطعام"}])
    writer = JsonlWriter(str(tmp_path / "out"), compression=None)
    stats = run(tmp_path, ReadPages(filters=Filters(only_articles=True)), writer)
    (document,) = read(tmp_path / "out" / "00000.jsonl")
    assert document["text"] == extract(seed)
    assert len(document["metadata"]["page"]["articles"]) == 2
    assert (stats["no record"], stats["dropped"]) == (1, 2)


#: datatrove forks for each task of an extractor, which a process with threads does not survive.
EXTRACT = """
import os
import sys
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter
from arnews.batch.datatrove import ArnewsExtractor

class Poisoned(ArnewsExtractor):
    def extract(self, text):
        if text.startswith("POISON"):
            os.kill(os.getpid(), 9)
        return super().extract(text)

reader = JsonlReader(sys.argv[1], glob_pattern="pages.jsonl", text_key="html", id_key="id")
writer = JsonlWriter("out", compression=None)
LocalPipelineExecutor([reader, Poisoned(kind="text"), writer], logging_dir="logs").run()
"""


def test_the_extractor_gives_texts(tmp_path):
    seed = engines.SEED.read_text("utf-8")
    pages = [seed, "قائمة\nطعام", "POISON kill 0", "PK\x03\x04", seed]
    rows = [{"id": str(at), "html": each} for at, each in enumerate(pages)]
    write(tmp_path / "pages.jsonl", rows)
    (tmp_path / "pipeline.py").write_text(EXTRACT, "utf-8")
    command = [sys.executable, "pipeline.py", str(tmp_path)]
    subprocess.run(command, cwd=tmp_path, env=engines.environment(), check=True, timeout=300)
    found = read(tmp_path / "out" / "00000.jsonl")
    assert {each["id"]: each["text"] for each in found} == {"0": extract(seed), "4": extract(seed)}
