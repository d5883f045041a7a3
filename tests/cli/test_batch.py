"""`arnews batch` on the command line: what is told before a run, and after one that was done."""

import errno
import json
import os
from pathlib import Path

import pytest

from arnews.cli import main

PAGE = (
    "سدود الجنوب تمتلئ\n\n9 أبريل 2024\n\nامتلأت السدود في الجنوب بعد أسبوع من الأمطار الغزيرة.\n"
)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    folder = tmp_path / "crawl"
    folder.mkdir()
    (folder / "1.txt").write_text(PAGE, "utf-8")
    return folder


def test_a_report_without_a_folder_is_refused_before_the_run(pages, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    with pytest.raises(SystemExit):
        main(["batch", str(pages), "-o", str(out), "--report", str(tmp_path / "no" / "r.html")])
    assert "there is no such folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [pages]


def test_a_run_that_was_done_says_so(pages, tmp_path, capsys):
    command = ["batch", str(pages), "-o", str(tmp_path / "out.jsonl"), "--workers", "1"]
    assert main(command) == 0
    assert "unchanged" not in capsys.readouterr().err
    (pages / "2.txt").write_text(PAGE, "utf-8")
    assert main(command) == 0
    assert "unchanged" in capsys.readouterr().err


def test_an_output_that_is_gone_is_told_and_not_made_empty(pages, tmp_path, capsys):
    out = tmp_path / "out.jsonl"
    command = ["batch", str(pages), "-o", str(out), "--workers", "1"]
    assert main(command) == 0
    out.unlink()
    assert main(command) == 1
    assert "is gone" in capsys.readouterr().err
    assert not out.exists()


def test_a_name_that_is_no_utf_8_gives_an_id_that_every_program_takes(pages, tmp_path):
    odd = os.fsencode(pages) + b"/\xce\xc8\xd1.txt"
    Path(os.fsdecode(odd)).write_text(PAGE, "utf-8")
    out = tmp_path / "out.jsonl"
    assert main(["batch", str(pages), "-o", str(out), "--workers", "1"]) == 0
    ids = [json.loads(line)["id"] for line in out.read_text("utf-8").splitlines()]
    assert [name.encode("utf-8").decode() for name in ids] == ids
    assert any(name.endswith(r"\xce\xc8\xd1.txt") for name in ids)


def test_the_report_is_written_whole(pages, tmp_path):
    report = tmp_path / "r.html"
    command = ["batch", str(pages), "-o", str(tmp_path / "out.jsonl"), "--report", str(report)]
    assert main(command) == 0
    assert report.read_text("utf-8").rstrip().endswith("</html>")
    assert not report.with_name("r.html.part").exists()


def test_a_report_that_cannot_be_written_is_told_behind_the_summary(
    pages, tmp_path, capsys, monkeypatch
):
    def full(path, text, encoding):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    report = str(tmp_path / "r.html")
    assert main(["batch", str(pages), "-o", str(tmp_path / "out.jsonl"), "--report", report]) == 1
    summary, told = capsys.readouterr().err.split("\narnews: ")
    assert "1 with an article" in summary
    assert told == f"{report}: No space left on device\n"


def test_an_input_without_a_page_is_told(tmp_path, capsys):
    (tmp_path / "empty").mkdir()
    assert main(["batch", str(tmp_path / "empty"), "-o", str(tmp_path / "out.jsonl")]) == 3
    assert "no pages   the input is empty, or holds no HTML" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("option", "value", "wanted"),
    [
        ("--seconds", "0", "a number above 0 is wanted, not '0'"),
        ("--seconds", "-1", "above 0"),
        ("--seconds", "inf", "above 0"),
        ("--seconds", "long", "a number of seconds is wanted, not 'long'"),
        ("--memory", "1M", "a worker needs at least 256M, '1M' is less"),
        ("--memory", "much", "a size such as 500M or 2G is wanted"),
    ],
)
def test_limits_that_no_record_can_keep(option, value, wanted, pages, tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["batch", str(pages), "-o", str(tmp_path / "out.jsonl"), option, value])
    assert wanted in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [pages]


def test_the_least_memory_is_enough(pages, tmp_path):
    command = ["batch", str(pages), "-o", str(tmp_path / "out.jsonl"), "--memory", "256M"]
    assert main(command) == 0
