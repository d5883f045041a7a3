"""Which pages a run reads: files, folders, patterns, lists of files, standard input."""

import json
import os

import pytest

from arnews.cli import commands, inputs, main
from arnews.cli.inputs import JSON, find
from arnews.files import PAGES
from helpers.shell import BINARY, LISTS, PAGE, arnews


@pytest.fixture
def crawl(tmp_path):
    """Four pages among other files."""
    for name in ("a/1.html", "a/2.HTM", "b/1.html", "b/notes.txt", ".git/x.html", "a/.hidden.html"):
        (tmp_path / "crawl" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "crawl" / name).write_text(PAGE, "utf-8")
    for name in ("a/photo.png", "b/feed.xml", "b/pages.json", "b/html"):
        (tmp_path / "crawl" / name).write_bytes(BINARY)
    (tmp_path / "crawl" / "broken.html").symlink_to("nowhere")
    (tmp_path / "crawl" / "again").symlink_to(".")
    return tmp_path


def files(*arguments, **options):
    done = arnews("parse", "--as", "jsonl", *arguments, **options)
    return [json.loads(line)["file"] for line in done.stdout.splitlines()]


FOUR = ["crawl/a/1.html", "crawl/a/2.HTM", "crawl/b/1.html", "crawl/b/notes.txt"]


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["crawl"], FOUR),
        (["crawl/"], FOUR),
        (["crawl/b", "crawl/a/1.html"], [*FOUR[2:], FOUR[0]]),
        (["crawl/*/1.html"], [FOUR[0], FOUR[2]]),
        (["crawl/[ab]"], FOUR),
        (["crawl/?/*.HTM"], [FOUR[1]]),
        (["crawl/**/1.html"], [FOUR[0], "crawl/again/a/1.html", "crawl/again/b/1.html", FOUR[2]]),
    ],
)
def test_folders_and_patterns(arguments, expected, crawl):
    found = files(*arguments, cwd=crawl)
    assert [name for name in found if "again/again" not in name] == expected


def test_a_name_with_signs_of_a_pattern_is_a_file_if_there_is_one(crawl):
    (crawl / "what[1]*?.html").write_text(PAGE, "utf-8")
    (crawl / "what1xy.html").write_text(PAGE, "utf-8")
    assert files("what[1]*?.html", cwd=crawl) == ["what[1]*?.html"]


@pytest.mark.parametrize("listed", ["crawl/a/1.html\n\ncrawl/b\r\n", "crawl/a/1.html\0crawl/b\0"])
def test_a_list_of_files(listed, crawl):
    expected = [FOUR[0], *FOUR[2:]]
    assert files("--files-from", "-", stdin=listed.encode(), cwd=crawl) == expected
    (crawl / "list").write_text(listed, "utf-8", newline="")
    assert files("--files-from", "list", cwd=crawl) == expected
    assert files("--files-from", "list", "crawl/a/2.HTM", cwd=crawl) == [FOUR[1], *expected]


def test_a_list_of_files_may_be_empty_or_missing(crawl):
    (crawl / "list").write_text("")
    done = arnews("parse", "--as", "json", "--files-from", "list", cwd=crawl)
    assert (done.returncode, json.loads(done.stdout)) == (3, [])
    done = arnews("parse", "--files-from", "none", cwd=crawl)
    assert (done.returncode, done.stderr) == (1, b"arnews: none: No such file or directory\n")


def test_standard_input_is_read_with_and_without_a_dash(crawl):
    assert files("-", stdin=PAGE.encode()) == ["-"]
    assert files(stdin=PAGE.encode()) == ["-"]
    assert files("-", "crawl/a/1.html", stdin=PAGE.encode(), cwd=crawl) == ["-", FOUR[0]]


def test_a_file_whose_name_is_no_utf_8_is_read_and_named(tmp_path):
    name = os.path.join(os.fsencode(tmp_path), "خبر".encode("cp1256") + b".html")
    with open(name, "wb") as file:
        file.write(PAGE.encode())
    done = arnews("parse", "--as", "jsonl", tmp_path)
    told = json.loads(done.stdout)["file"]
    assert os.fsencode(told) == name
    assert arnews("parse", tmp_path).returncode == 0
    assert arnews("parse", "--as", "csv", tmp_path, "-o", tmp_path / "x.csv").returncode == 0


def test_a_folder_that_may_not_be_read_is_an_error(tmp_path, monkeypatch):
    def scandir(folder):
        raise PermissionError(13, "Permission denied", folder)

    monkeypatch.setattr(os, "scandir", scandir)
    (found,) = find([str(tmp_path)], PAGES)
    assert found.file == str(tmp_path)
    with pytest.raises(PermissionError):
        found.open()


@pytest.mark.parametrize(
    ("names", "places"),
    [
        (["crawl"], ["a/1.html", "a/2.HTM", "b/1.html", "b/notes.txt"]),
        (["crawl/a", "crawl/b/1.html"], ["a/1.html", "a/2.HTM", "b/1.html"]),
        (["crawl/*/1.html"], ["a/1.html", "b/1.html"]),
        (["crawl/b/1.html"], ["1.html"]),
        (["-"], ["stdin"]),
    ],
)
def test_the_place_of_a_file_is_below_what_all_names_share(names, places, crawl, monkeypatch):
    monkeypatch.chdir(crawl)
    assert [each.place for each in find(names, PAGES)] == places


def test_render_reads_the_json_files_of_a_folder(tmp_path):
    (tmp_path / "1.html").write_text(PAGE, "utf-8")
    (tmp_path / "2.html").write_text(LISTS, "utf-8")
    assert arnews("parse", tmp_path, "--as", "json", "-o", f"{tmp_path}/json/").returncode == 0
    assert [each.place for each in find([str(tmp_path)], JSON)] == [
        "json/1.html.json",
        "json/2.html.json",
    ]
    done = arnews("render", tmp_path, "--as", "markdown")
    assert done.returncode == 0
    assert done.stdout.decode().startswith("# ")


def test_an_empty_name_is_no_file(crawl):
    done = arnews("parse", "", "crawl/a/1.html", "--as", "jsonl", cwd=crawl)
    assert (done.returncode, len(done.stdout.splitlines())) == (1, 2)
    assert b"No such file" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("arguments", [["render", "."], ["parse", "--files-from", "-"]])
def test_a_file_that_the_memory_does_not_hold_is_told(arguments, monkeypatch, capsys):
    def endless(*_):
        raise MemoryError

    monkeypatch.setattr(commands, "_records", endless)
    monkeypatch.setattr(inputs, "_listed", endless)
    assert main(arguments) == 1
    assert "the memory does not hold all of it" in capsys.readouterr().err
