"""The forms of `parse`, one page and several, with a page that fails among good ones."""

import csv
import io
import json

import pytest

import arnews as library
from arnews import Page
from arnews.cli import main
from helpers.shell import BINARY, HEADLINE, LISTS, PAGE, SEED, arnews

TEXT = library.extract(PAGE)
CONTROLS = "\x1b]0;title\x07\x1b[31m\x9b2J\x7f"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "1.html").write_text(PAGE, "utf-8")
    (tmp_path / "2.html").write_bytes(BINARY)
    (tmp_path / "3.html").write_text(LISTS, "utf-8")
    (tmp_path / "4.html").write_text(PAGE, "utf-8")
    return tmp_path


def run(*arguments, cwd, code=1):
    done = arnews("parse", *arguments, cwd=cwd)
    assert done.returncode == code
    assert b"Traceback" not in done.stderr
    return done.stdout.decode()


NAMES = ["1.html", "2.html", "3.html", "4.html"]


def check_records(records):
    assert [record["file"] for record in records] == NAMES
    error = records[1].pop("error")
    assert error["code"] == "UndecodableInput"
    assert error["message"].startswith("the bytes look like a binary file")
    assert records[1] == {"file": "2.html"}
    page = Page.from_json(json.dumps(records[0]))
    assert page.articles[0].headline == HEADLINE
    assert records[0]["articles"][0]["text"] == TEXT


def test_json_of_several_pages_is_a_list(folder):
    check_records(json.loads(run(*NAMES, "--as", "json", cwd=folder)))
    check_records(json.loads(run("*.html", "--as", "json", cwd=folder)))
    assert len(json.loads(run(".", "--as", "json", cwd=folder))) == 4


def test_json_of_one_page_is_an_object_that_a_program_reads(folder):
    page = Page.from_json(run("1.html", "--as", "json", cwd=folder, code=0))
    assert page == library.parse(PAGE.encode())
    error = json.loads(run("2.html", "--as", "json", cwd=folder))
    assert error.keys() == {"file", "error"}


def test_json_lines_are_a_page_a_line(folder):
    check_records(
        [json.loads(line) for line in run(*NAMES, "--as", "jsonl", cwd=folder).splitlines()]
    )


def test_csv_is_a_row_an_article_and_an_error_a_row(folder):
    rows = list(
        csv.DictReader(io.StringIO(run(*NAMES, SEED, "--as", "csv", cwd=folder), newline=""))
    )
    assert [row["file"] for row in rows] == ["1.html", "2.html", "4.html", str(SEED), str(SEED)]
    assert rows[0]["headline"] == HEADLINE
    assert rows[0]["text"] == TEXT
    assert [row["article"] for row in rows] == ["0", "", "0", "0", "1"]
    assert rows[1]["error"].startswith("UndecodableInput: the bytes look like a binary file")
    assert [row["error"] for row in rows].count("") == 4
    columns = [*library.records(library.parse(PAGE))[0]]
    assert [*rows[0]] == ["file", *columns, "error"]


def test_csv_without_an_article_is_its_head(folder):
    written = run("3.html", "--as", "csv", cwd=folder, code=3)
    assert written.startswith("file,url,layout,article,headline,")
    assert written.count("\n") == 1


def test_text_is_that_of_extract(folder):
    assert run("1.html", "--as", "text", cwd=folder, code=0) == TEXT + "\n"
    assert run("3.html", "--as", "text", cwd=folder, code=3) == ""
    several = f"==> 1.html <==\n{TEXT}\n\n==> 4.html <==\n{TEXT}\n"
    assert run(*NAMES, "--as", "text", cwd=folder) == several
    assert (
        run(SEED, "--as", "text", cwd=folder, code=0) == library.extract(SEED.read_bytes()) + "\n"
    )


def test_markdown_of_several_pages_names_each(folder):
    one = library.render(library.parse(PAGE), form="markdown")
    assert run("1.html", "--as", "markdown", cwd=folder, code=0) == one
    several = f"<!-- 1.html -->\n\n{one}\n<!-- 4.html -->\n\n{one}"
    assert run(*NAMES, "--as", "markdown", cwd=folder) == several


def test_html_is_a_document_for_each_page(folder):
    page = run("1.html", "--as", "html", cwd=folder, code=0)
    assert page == library.render(library.parse(PAGE), form="readable")
    run(".", "--as", "html", "-o", "out/", cwd=folder)
    assert sorted(path.name for path in (folder / "out").iterdir()) == [
        "1.html.html",
        "3.html.html",
        "4.html.html",
    ]
    assert (folder / "out" / "1.html.html").read_text("utf-8") == page


def test_fields_are_for_people_and_not_for_terminals_only(folder):
    shown = run(*NAMES, cwd=folder)
    assert shown.startswith("1.html: html, layout generic, articles: 1\n\nARTICLE 1\n")
    assert "\n\n3.html: html, layout generic, articles: 0\n  warning: no article: " in shown
    assert f"  headline     {HEADLINE}\n" in shown
    assert not {"\u2068", "\u2069"} & {*shown}


def test_controls_of_a_page_are_escaped_where_people_read(tmp_path):
    page = tmp_path / "page.html"
    page.write_text(PAGE.replace("</h1>", f" {CONTROLS}</h1>"), "utf-8")
    for command in ("parse", "explain"):
        shown = arnews(command, page).stdout.decode()
        assert "\\u001b[31m" in shown
        assert "\\u009b" in shown
        assert not {*CONTROLS} & {"\x1b", "\x07", "\x9b", "\x7f"} & {*shown}


def test_an_error_that_is_not_documented_ends_no_run(folder, monkeypatch, capsys):
    def fail(data, **options):
        if data == LISTS.encode():
            raise KeyError("a fault")
        return library.parse(data, **options)

    monkeypatch.setattr("arnews.cli.commands.parse", fail)
    assert main(["parse", *(str(folder / name) for name in NAMES), "--as", "jsonl"]) == 1
    out, err = capsys.readouterr()
    records = [json.loads(line) for line in out.splitlines()]
    assert len(records) == 4
    assert records[2]["error"]["code"] == "fault"
    told = records[2]["error"]["message"]
    assert told.startswith(
        "this is a fault of arnews, please report it with the page: KeyError at "
    )
    assert told in err


def test_a_lone_surrogate_of_a_page_ends_no_run(folder):
    data = '{"@type": "NewsArticle", "headline": "a\\ud800"}'
    stated = f'<script type="application/ld+json">{data}</script>'
    (folder / "5.html").write_text(PAGE.replace("<article>", stated + "<article>"), "utf-8")
    for form in ("fields", "json", "jsonl", "text", "markdown", "csv"):
        run("5.html", "1.html", "--as", form, cwd=folder, code=0)
        run("5.html", "1.html", "--as", form, "-o", "out", cwd=folder, code=0)
    data = arnews("parse", "--as", "json", "5.html", cwd=folder).stdout
    assert json.loads(data.decode())["metadata"]["title"].startswith("a")


def test_a_file_beyond_the_limits_is_refused_before_it_is_read_whole(tmp_path, monkeypatch):
    done = arnews("parse", "/dev/zero", "--as", "jsonl")
    assert done.returncode == 1
    assert json.loads(done.stdout)["error"]["code"] == "InputTooLarge"
