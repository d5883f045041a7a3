"""A run from end to end: what it writes, how it goes on, what it refuses, and what it says."""

import errno
import gzip
import os
import sqlite3
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime

import pytest
import zstandard
from pyarrow import parquet

import arnews
from arnews.batch import BatchError, Record, read_record, to_line
from arnews.batch.filters import Filters
from arnews.batch.run import Settings, batch
from arnews.batch.schema import SCHEMA, to_table
from helpers import records, shell
from helpers.full_page import FULL
from helpers.records import lines


@pytest.fixture
def pages(tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_text(records.json_lines(70), "utf-8")
    return path


def run(source, output, **more):
    return batch([str(source)], str(output), settings=Settings(2), **more)


def expected(path, number):
    clock = datetime.fromisoformat(records.TIME)
    return [
        read_record(Record(f"{path}:{at + 1}", records.story(at), records.address(at), clock))
        for at in range(number)
    ]


def test_json_lines_are_what_the_record_function_gives(pages, tmp_path):
    done = run(pages, tmp_path / "out.jsonl")
    wanted = expected(pages, 70)
    assert (tmp_path / "out.jsonl").read_text("utf-8") == "".join(map(to_line, wanted))
    assert wanted[0]["articles"][0]["published"]["value"] == records.PUBLISHED
    assert (done.report.records, done.report.articles) == (70, 70)
    assert not (tmp_path / "out.jsonl.quarantine.jsonl").exists()
    page = arnews.Page.from_json((tmp_path / "out.jsonl").read_bytes().splitlines()[0])
    assert page.articles[0].headline == "سدود الجنوب تمتلئ 0"


def test_packed_json_lines(pages, tmp_path):
    run(pages, tmp_path / "out.jsonl.zst")
    with (tmp_path / "out.jsonl.zst").open("rb") as file:
        reader = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True)
        text = reader.read().decode()
    assert text == "".join(map(to_line, expected(pages, 70)))


def test_parquet_holds_the_same_in_columns_that_do_not_depend_on_it(pages, tmp_path):
    run(pages, tmp_path / "out.parquet")
    (part,) = (tmp_path / "out.parquet").iterdir()
    table = parquet.read_table(part)
    assert table.schema.equals(SCHEMA)
    for row, data in zip(table.to_pylist(), expected(pages, 70), strict=True):
        assert without_absent(row) == without_absent(data)


def without_absent(value):
    """A value of JSON less what is null, since columns have the keys of all kinds of element."""
    if isinstance(value, dict):
        kept = {name: without_absent(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each is not None and name != "schema"}
    return [without_absent(each) for each in value] if isinstance(value, list) else value


def test_a_table_holds_every_field_of_the_json_form():
    data = {"id": "1\ud800", "fetched_at": None, **arnews.Page((FULL,)).to_dict()}
    (row,) = to_table([to_line(data).encode()]).to_pylist()
    assert row.pop("id") == "1\\ud800"
    del data["id"]
    assert without_absent(row) == without_absent(data)


def test_sqlite_has_tables_and_a_full_text_index(pages, tmp_path):
    output = tmp_path / "out.db"
    run(pages, output)
    with sqlite3.connect(output) as connection:
        ask = lambda query: connection.execute(query).fetchall()  # noqa: E731
        assert ask("SELECT count(*), min(url) FROM pages") == [(70, records.address(0))]
        assert ask("SELECT published FROM articles LIMIT 1") == [(records.PUBLISHED,)]
        found = ask("SELECT headline FROM search WHERE search MATCH 'الجنوب AND 17'")
        assert found == [("سدود الجنوب تمتلئ 17",)]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.zst", "out.parquet", "out.db"])
def test_an_empty_input_has_an_output(name, tmp_path):
    (tmp_path / "none.jsonl").touch()
    assert run(tmp_path / "none.jsonl", tmp_path / name).report.records == 0
    assert (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.zst", "out.parquet", "out.db"])
def test_a_run_that_is_done_does_nothing_the_second_time(name, pages, tmp_path):
    output = tmp_path / name
    run(pages, output)
    files = sorted(output.iterdir()) if output.is_dir() else [output]
    before = [(path.read_bytes(), path.stat().st_mtime_ns) for path in files]
    assert run(pages, output).report.records == 70
    assert [(path.read_bytes(), path.stat().st_mtime_ns) for path in files] == before


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet", "out.db"])
def test_a_run_goes_on_where_the_disk_was_full(name, pages, tmp_path, monkeypatch):
    quiet = tmp_path / f"quiet-{name}"
    run(pages, quiet)
    output = tmp_path / name
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full_disk)
        patch.setattr("arnews.batch.writers.database.DatabaseWriter.write", full_database)
        with pytest.raises(BatchError, match=f"{output}.*: .*the same command goes on"):
            run(pages, output)
    run(pages, output)
    assert rows(output) == rows(quiet)


FULL_AT = {
    "out.jsonl": "journal.Journal._get",
    "out.db": "writers.database.DatabaseWriter.__init__",
}


@pytest.mark.parametrize("name", FULL_AT)
def test_a_disk_that_is_full_before_the_run(name, pages, tmp_path, monkeypatch):
    monkeypatch.setattr(f"arnews.batch.{FULL_AT[name]}", full_database)
    with pytest.raises(BatchError, match=f"{name} cannot be written: database or disk is full"):
        run(pages, tmp_path / name)


def full_disk(file):
    raise OSError(errno.ENOSPC, "No space left on device")


def full_database(self, lines):
    raise sqlite3.OperationalError("database or disk is full")


def rows(output):
    if output.suffix == ".db":
        with sqlite3.connect(output) as connection:
            return connection.execute("SELECT id, metadata FROM pages ORDER BY page").fetchall()
    if output.suffix == ".parquet":
        return parquet.read_table(output).to_pylist()
    return lines(output)


def test_a_disk_that_is_full_at_the_end(pages, tmp_path):
    """Of a real disk: a file that may have so many bytes only."""
    code = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (120_000,) * 2)\n{MAIN}"
    command = [sys.executable, "-c", code, "batch", str(pages), "-o", "out.db"]
    done = subprocess.run(command, cwd=tmp_path, env=shell.environment(), capture_output=True)
    assert done.returncode == 1
    assert b"out.db" in done.stderr
    assert b"Traceback" not in done.stderr
    assert run(pages, tmp_path / "out.db").report.records == 70


MAIN = "import sys; from arnews.cli import main; sys.exit(main())"


def test_what_was_written_beyond_the_journal_is_cut_off(pages, tmp_path, monkeypatch):
    output = tmp_path / "out.jsonl"
    with monkeypatch.context() as patch:
        patch.setattr("arnews.batch.journal.Journal.transaction", stopped)
        with pytest.raises(KeyboardInterrupt):
            run(pages, output)
    assert (tmp_path / "out.jsonl.part").read_bytes()
    run(pages, output)
    assert output.read_text("utf-8") == "".join(map(to_line, expected(pages, 70)))


@contextmanager
def stopped(journal):
    """A process that is killed after the output is written, and before the journal is."""
    yield
    raise KeyboardInterrupt


def test_what_is_refused(pages, tmp_path):
    output = tmp_path / "out.jsonl"
    run(pages, output)
    with pytest.raises(BatchError, match="another command: repair was false and is true"):
        run(pages, output, options=arnews.batch.Options(repair=True))
    other = tmp_path / "other.jsonl"
    other.write_text("نص", "utf-8")
    with pytest.raises(BatchError, match="no batch made it"):
        run(pages, other)
    assert other.read_text("utf-8") == "نص"
    with sqlite3.connect(tmp_path / "other.db") as connection:
        connection.execute("CREATE TABLE mine (a)")
    with pytest.raises(BatchError, match="no batch made it"):
        run(pages, tmp_path / "other.db")
    pages.write_text(records.json_lines(71), "utf-8")
    with pytest.raises(BatchError, match="another command: inputs was"):
        run(pages, output)
    with pytest.raises(arnews.BadArgument, match="ends in one of"):
        run(pages, tmp_path / "out.txt")
    large = arnews.batch.Options(limits=arnews.Limits(max_size=30_000_000))
    with pytest.raises(arnews.BadArgument, match="at most 20,000,000 bytes"):
        run(pages, tmp_path / "x.jsonl", options=large)
    with pytest.raises(arnews.BadArgument, match="order"):
        run(pages, tmp_path / "x.jsonl", duplicates="same", in_order=False)


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet", "out.db"])
def test_an_output_without_a_folder_is_told_by_its_name(name, pages, tmp_path):
    output = tmp_path / "none" / name
    with pytest.raises(BatchError) as told:
        run(pages, output)
    assert str(told.value) == f"{output}: there is no such folder, make it first"
    assert list(tmp_path.iterdir()) == [pages]


def test_an_output_whose_journal_cannot_be_written(pages, tmp_path):
    output = tmp_path / ("x" * 245 + ".jsonl")
    with pytest.raises(BatchError, match=rf"^{output} cannot be written: File name too long"):
        run(pages, output)


def test_a_page_that_is_refused_is_counted_once(tmp_path):
    for name, data in {"1.html": records.story(1).encode(), "2.html": gzip.compress(b"x")}.items():
        (tmp_path / name).write_bytes(data)
    report = run(tmp_path, tmp_path / "out.jsonl", filters=Filters(only_articles=True)).report
    assert (report.records, report.failed, list(report.filters)) == (1, 1, [])
    assert [entry.key for entry in report.failures] == ["UndecodableInput"]
    assert len(lines(tmp_path / "out.jsonl")) == 1


def test_two_runs_into_one_output(pages, tmp_path):
    output = tmp_path / "out.jsonl"
    code = f"""
import fcntl, os, sys
lock = os.open({f"{output}.journal"!r}, os.O_RDWR | os.O_CREAT)
fcntl.flock(lock, fcntl.LOCK_EX)
print("locked", flush=True)
sys.stdin.read()
"""
    other = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    other.stdout.readline()
    with pytest.raises(BatchError, match="another run writes into"):
        run(pages, output)
    other.communicate()
    assert run(pages, output).report.records == 70


def test_quarantine_is_read_again(tmp_path):
    source, output = tmp_path / "pages.jsonl.gz", tmp_path / "out.jsonl"
    source.write_bytes(gzip.compress(b"nothing\n" + records.json_lines(1).encode()))
    code, said = records.batch(source, "-o", output, cwd=tmp_path)
    assert (code, len(lines(output))) == (1, 1)
    assert "set aside  no JSON 1" in said
    again = tmp_path / "again.jsonl"
    code, said = records.batch(f"{output}.quarantine.jsonl", "-o", again, cwd=tmp_path)
    assert (code, lines(again)) == (1, [])
    assert records.in_quarantine(again) == records.in_quarantine(output)


def test_the_command_says_what_it_did(pages, tmp_path):
    (tmp_path / "lists.html").write_text(shell.LISTS, "utf-8")
    report = tmp_path / "report.html"
    arguments = [pages, tmp_path / "lists.html", "-o", "out.jsonl", "--report", report]
    code, said = records.batch(*arguments, "--only-articles", cwd=tmp_path)
    assert code == 0
    assert "70 with an article" in said
    assert "filtered   no article 1" in said
    assert "\x1b" not in said  # no bar in a pipe
    assert "<html" in report.read_text("utf-8")
    code, said = records.batch(shell.ROOT / "none", "-o", "x.jsonl", cwd=tmp_path)
    assert (code, "no such file" in said) == (1, True)
    code, said = records.batch(pages, "-o", "out.jsonl", "--duplicates", cwd=tmp_path)
    assert (code, "begun by another command" in said) == (1, True)
    code, said = records.batch(tmp_path / "lists.html", "-o", "none.jsonl", cwd=tmp_path)
    assert code == 3


def test_standard_input(pages, tmp_path):
    data = pages.read_bytes()
    assert records.batch("-", "-o", "out.jsonl", cwd=tmp_path, stdin=data)[0] == 0
    assert [each["id"] for each in lines(tmp_path / "out.jsonl")][:2] == ["-:1", "-:2"]


def test_a_bar_on_a_terminal(pages, tmp_path):
    code, shown, _ = shell.at_terminal("batch", pages, "-o", "out.jsonl", cwd=tmp_path)
    assert code == 0
    assert "records" in shown
