"""Where pages are written to: pipes and terminals in any encoding, files, folders."""

import json
import os
import signal
import subprocess
import time

import pytest

from arnews import Page, render
from helpers import site
from helpers.shell import (
    BINARY,
    HEADLINE,
    PAGE,
    SEED,
    arnews,
    at_terminal,
    command,
    environment,
)

ENCODINGS = (
    {"PYTHONIOENCODING": "cp1256"},
    {"PYTHONIOENCODING": "cp1252"},
    {"PYTHONIOENCODING": "ascii"},
    {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C.UTF-8"},
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("variables", ENCODINGS, ids=str)
def test_a_pipe_is_utf_8_whatever_the_terminal(variables, folder):
    for form in ("fields", "csv"):
        done = arnews("parse", "page.html", "--as", form, cwd=folder, **variables)
        assert done.returncode == 0
        assert "افتتحت بلدية المدينة" in done.stdout.decode("utf-8")
    written = arnews("parse", "--as", "json", stdin=SEED.read_bytes(), **variables).stdout
    done = arnews("render", "--layout", "aawsat", stdin=written, **variables)
    assert done.stdout == SEED.read_bytes()
    shown = arnews("explain", "page.html", cwd=folder, **variables).stdout.decode("utf-8")
    assert HEADLINE in shown
    assert "\u2068" not in shown


@pytest.mark.parametrize("variables", ENCODINGS, ids=str)
def test_a_message_is_printed_in_any_encoding(variables, tmp_path):
    (tmp_path / "تالف.html").write_bytes(BINARY)
    done = arnews("parse", "تالف.html", "لا يوجد", cwd=tmp_path, **variables)
    assert done.returncode == 1
    assert done.stderr.count(b"\n") == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("variables", ENCODINGS, ids=str)
def test_a_file_has_its_name_in_any_encoding(variables, folder):
    (folder / "أخبار").mkdir()
    (folder / "أخبار" / "جسر.html").write_text(PAGE, "utf-8")
    done = arnews("parse", "أخبار", "--as", "jsonl", cwd=folder, **variables)
    assert json.loads(done.stdout)["file"] == "أخبار/جسر.html"
    done = arnews(
        "render", "--as", "markdown", "-o", "md/", stdin=done.stdout, cwd=folder, **variables
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert (folder / "md" / "أخبار" / "جسر.html.md").is_file()


def test_a_terminal_shows_each_value_in_its_own_direction(folder):
    for name in ("parse", "explain"):
        code, shown, _ = at_terminal(name, "page.html", cwd=folder)
        assert code == 0
        assert f"\u2068{HEADLINE}\u2069" in shown


@pytest.mark.parametrize("variables", ENCODINGS, ids=str)
def test_a_terminal_of_any_encoding_shows_pages(variables, folder):
    code, shown, _ = at_terminal("parse", "page.html", cwd=folder, **variables)
    assert code == 0
    assert "Traceback" not in shown
    _, shown, _ = at_terminal("parse", "page.html", "--as", "jsonl", cwd=folder, **variables)
    assert json.loads(shown)["articles"][0]["headline"] == HEADLINE


def test_no_control_of_a_page_reaches_a_terminal(folder):
    hostile = "\x1b]0;title\x07\x1b[31m\x9b2J\x7f\x08"
    page = PAGE.replace("</h1>", f" {hostile}</h1>").replace("</p>", f" {hostile}.</p>")
    (folder / "page.html").write_text(page, "utf-8")
    (folder / "page.json").write_bytes(arnews("parse", folder / "page.html", "--as", "json").stdout)
    runs = [("parse", "page.html", "--as", form) for form in ("text", "csv", "json")]
    runs += [("explain", "page.html"), ("parse", "page.html", "no\x1b[31mfile")]
    runs += [
        ("render", "page.json", "--as", form) for form in ("markdown", "schema.org", "readable")
    ]
    for arguments in runs:
        _, shown, _ = at_terminal(*arguments, cwd=folder)
        assert "افتتحت" in shown
        controls = {c for c in shown if ord(c) < 32 or 127 <= ord(c) < 160}
        assert controls <= {"\n", "\r", "\t"}, arguments  # \r is of the terminal
        if "json" in arguments:
            assert json.loads(shown)["articles"][0]["headline"].startswith(HEADLINE)


def test_a_bar_is_shown_on_a_terminal_while_work_is_long(folder):
    pytest.importorskip("tqdm")
    quick = [SEED] * 3
    _, shown, piped = at_terminal("parse", *quick, cwd=folder, pipe=True)
    assert shown == ""
    assert piped.decode().count("ARTICLE") == 6
    program = "import arnews.cli.terminal as t; t._DELAY = 0; from arnews.cli import main; main()"
    slow = (*command()[:1], "-c", program, "parse", *quick, "none", "--as", "jsonl")
    _, shown, piped = at_terminal(cwd=folder, pipe=True, run=slow)
    assert "/4 [" in shown
    assert "arnews: none: No such file or directory" in shown
    assert len(piped.splitlines()) == 4
    _, shown, _ = at_terminal(cwd=folder, run=(*slow, "-o", "out.jsonl"))
    assert "/4 [" in shown
    _, shown, _ = at_terminal(cwd=folder, run=(*slow[:3], "explain", *quick))
    assert "/3 [" not in shown


def test_a_terminal_without_input_is_wrong_usage(folder):
    for name in ("parse", "render", "explain"):
        code, shown, _ = at_terminal(name, cwd=folder)
        assert code == 2
        assert "a file, folder or pattern is wanted, or - for standard input" in shown


@pytest.mark.parametrize("arguments", [("parse", "--as", "jsonl"), ("explain",)])
def test_a_reader_that_ends_early_is_no_error(arguments, folder):
    process = subprocess.Popen(
        command(*arguments, *[SEED] * 5),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="Linux has this device")
def test_a_full_disk_is_an_error_that_ends_the_run(folder):
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            command("parse", folder / "page.html"),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=environment(),
        )
    assert done.returncode == 1
    assert done.stderr == b"arnews: No space left on device\n"


def test_a_file_of_output(folder):
    done = arnews("parse", "page.html", "--as", "json", "-o", "new/out.json", cwd=folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    page = Page.from_json((folder / "new" / "out.json").read_bytes())
    assert page.articles[0].headline == HEADLINE
    done = arnews("parse", "page.html", "-o", "page.html/out", cwd=folder)
    assert done.returncode == 1
    assert done.stderr.startswith(b"arnews: ")
    assert b"Traceback" not in done.stderr


def test_a_dash_is_standard_output(folder):
    done = arnews("parse", "page.html", "--as", "jsonl", "-o", "-", cwd=folder)
    assert json.loads(done.stdout)["file"] == "page.html"
    assert [path.name for path in folder.iterdir()] == ["page.html"]


def test_an_interrupted_run_ends_without_a_trace(folder):
    process = subprocess.Popen(
        command("parse", SEED, "-", "--as", "jsonl", "-o", folder / "out.jsonl"),
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # the test may ignore it
    )
    while not (folder / "out.jsonl").exists():
        assert process.poll() is None
        time.sleep(0.05)
    time.sleep(2)  # it waits for a page now; Python loses a signal while an object is freed
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=60) == 130
    assert process.stderr.read() == b""
    process.stdin.close()


@pytest.mark.parametrize("variables", ENCODINGS, ids=str)
def test_check_and_fixture_print_in_any_encoding(variables, tmp_path):
    for number in range(11):
        (tmp_path / f"{number}.txt").write_text(site.text(number), "utf-8")
        dropped = site.text(number).replace(site.LABEL, "")
        (tmp_path / f"{number}.html").write_text(dropped, "utf-8")
    texts = [f"{number}.txt" for number in range(11)]
    layout = "layout.toml"
    done = arnews("learn", *texts, "-o", layout, "--id", "gazette", cwd=tmp_path, **variables)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    done = arnews("check", layout, "*.html", "--kind", "text", cwd=tmp_path, **variables)
    assert done.returncode == 1
    assert f"no «{site.LABEL}» on 11 of 11 pages" in done.stdout.decode()
    made = ("fixture", "3.txt", "--layout", layout, "--name", "خبر")
    done = arnews(*made, cwd=tmp_path, **variables)
    assert (done.returncode, done.stdout.decode()) == (0, "samples/خبر.txt\nsamples/خبر.json\n")


def test_a_file_that_is_read_is_not_written(folder):
    for names in (["page.html"], ["."], ["*.html"]):
        done = arnews("parse", *names, "-o", "page.html", cwd=folder)
        assert done.returncode == 2
        assert b"-o page.html is one of the files to read" in done.stderr
    assert (folder / "page.html").read_text("utf-8") == PAGE


def test_a_folder_of_output_has_a_file_for_each_page(folder):
    (folder / "crawl" / "a").mkdir(parents=True)
    for name in ("1.html", "1.txt", "a/1.html"):
        (folder / "crawl" / name).write_text(PAGE, "utf-8")
    (folder / "crawl" / "bad.html").write_bytes(BINARY)
    done = arnews("parse", "crawl", "--as", "json", "-o", "out/", cwd=folder)
    assert (done.returncode, done.stdout) == (1, b"")
    written = sorted(
        str(path.relative_to(folder / "out")) for path in (folder / "out").rglob("*.*")
    )
    assert written == ["1.html.json", "1.txt.json", "a/1.html.json", "bad.html.json"]
    told = json.loads((folder / "out" / "a" / "1.html.json").read_bytes())
    assert told["file"] == "crawl/a/1.html"
    assert "error" in json.loads((folder / "out" / "bad.html.json").read_bytes())
    arnews("parse", "-", "--as", "text", "-o", "out", stdin=PAGE.encode(), cwd=folder)
    assert (folder / "out" / "stdin.txt").is_file()


def test_a_page_that_cannot_be_written_is_told_and_the_others_are(folder):
    long = "x" * 250 + ".html"
    (folder / "crawl").mkdir()
    for name in (long, "y.html"):
        (folder / "crawl" / name).write_text(PAGE, "utf-8")
    done = arnews("parse", "crawl", "--as", "json", "-o", "out/", cwd=folder)
    assert done.returncode == 1
    assert b"xxx.html: File name too long" in done.stderr
    assert [path.name for path in (folder / "out").iterdir()] == ["y.html.json"]


def test_render_reads_every_form_of_json(folder):
    seed = json.loads(arnews("parse", SEED, "--as", "json").stdout)
    one, two = json.dumps(seed), json.dumps({**seed, "file": "second.txt"}, ensure_ascii=False)
    text = SEED.read_text("utf-8")
    for written in (one, json.dumps(seed, indent=4), f"[{one}]", f"\n\n{one}\n\n", "\ufeff" + one):
        done = arnews("render", stdin=written.encode())
        assert done.stdout.decode() == text, written[:20]
    for written in (
        f"{one}\n{two}\n",
        f"{one}\r\n\r\n{two}",
        f"[{one},\n{two}]",
        f"[{one}]\n[{two}]",
    ):
        done = arnews("render", stdin=written.encode())
        assert done.stdout.decode() == f"{text}\n\n{text}", written[:20]
    page = Page.from_json(one)
    done = arnews("render", "--as", "readable", stdin=one.encode())
    assert done.stdout.decode() == render(page, form="readable")
    data = json.loads(arnews("render", "--as", "schema.org", stdin=one.encode()).stdout)
    assert [each["@type"] for each in data["@graph"]] == ["NewsArticle"] * 2


def test_render_goes_on_after_what_is_no_page(folder):
    good = arnews("parse", "page.html", "--as", "jsonl", cwd=folder).stdout
    (folder / "bad.html").write_bytes(BINARY)
    bad = arnews("parse", "bad.html", "--as", "jsonl", cwd=folder).stdout
    lines = [b"{broken", good, b"[]", b"5", b'{"schema": "other"}', bad, b"\xff\xfe", good]
    (folder / "pages.jsonl").write_bytes(b"\n".join(lines))
    done = arnews("render", "pages.jsonl", "none.json", "--as", "markdown", cwd=folder)
    assert done.returncode == 1
    assert done.stdout.decode().count(f"# {HEADLINE}\n") == 2
    told = done.stderr.decode()
    assert "arnews: pages.jsonl: this is no JSON: " in told
    assert "arnews: pages.jsonl:3: the JSON has no " in told
    assert "arnews: bad.html: there is no page: it could not be read" in told
    assert "arnews: none.json: No such file or directory" in told
    assert "Traceback" not in told


def test_render_writes_inside_its_folder_only(folder):
    record = json.loads(arnews("parse", "page.html", "--as", "json", cwd=folder).stdout)
    names = ["../../out.html", "/etc/out.html", "..", "a/b.html", "a/b.html", "-", ""]
    lines = "\n".join(json.dumps({**record, "file": name}) for name in names)
    inner = folder / "inner"
    inner.mkdir()
    done = arnews("render", "--as", "markdown", "-o", "md/", stdin=lines.encode(), cwd=inner)
    assert (done.returncode, done.stderr) == (0, b"")
    written = sorted(str(path.relative_to(inner)) for path in inner.rglob("*.md"))
    assert written == [
        "md/a/b.html-2.md",
        "md/a/b.html.md",
        "md/etc/out.html.md",
        "md/out.html.md",
        "md/page-2.md",
        "md/page.md",
        "md/stdin.md",
    ]
    names = ["a\0b", "a\ud800b", "good.html"]
    odd = "\n".join(json.dumps({**record, "file": name}) for name in names)
    done = arnews("render", "--as", "markdown", "-o", "odd/", stdin=odd.encode(), cwd=inner)
    assert done.returncode == 1
    assert done.stderr.count(b": no file can have this name\n") == 2
    assert [path.name for path in (inner / "odd").iterdir()] == ["good.html.md"]
    done = arnews("render", "--as", "readable", stdin=lines.encode())
    assert done.returncode == 2
    assert b"several pages want -o FOLDER/" in done.stderr
