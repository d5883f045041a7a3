"""`parse`, `explain` and `render` as a user of a shell meets them: options, errors, exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from arnews import __version__, layouts
from helpers.shell import BINARY, HEADLINE, LISTS, PAGE, ROOT, SEED, arnews

COMMANDS = ("parse", "explain", "inspect", "render", "learn", "check", "fixture")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "good.html").write_text(PAGE, "utf-8")
    (tmp_path / "list.html").write_text(LISTS, "utf-8")
    (tmp_path / "bad.html").write_bytes(BINARY)
    return tmp_path


def test_parse_shows_the_articles():
    done = arnews("parse", SEED)
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert shown.startswith(f"{SEED}: text, layout aawsat, articles: 2\n")
    assert shown.count("ARTICLE") == 2
    assert "أ.ف.ب [afp]" in shown


def test_json_goes_back_to_the_text_byte_for_byte():
    written = arnews("parse", "--as", "json", "-", stdin=SEED.read_bytes()).stdout
    assert json.loads(written)["layout"] == "aawsat"
    printed = arnews("render", "-", "--layout", "aawsat", stdin=written)
    assert printed.stdout == SEED.read_bytes()


def test_blocks_and_explain_show_zone_role_and_features():
    data = json.loads(arnews("parse", "--as", "json", "--blocks", SEED).stdout)
    assert data["blocks"][0]["role"] == "headline"
    shown = arnews("explain", SEED).stdout.decode()
    assert shown.startswith(f"{SEED}: layout aawsat, text, 2 articles\n")
    assert "related_teaser" in shown
    assert "zone head; runner-up " in shown
    assert "a known credit +" in shown
    assert arnews("parse", "--blocks", SEED).returncode == 2


def test_a_layout_may_be_a_file(tmp_path):
    shipped = Path(layouts.__file__).parent / "aawsat" / "layout.toml"
    file = tmp_path / "layout.toml"
    file.write_bytes(shipped.read_bytes())
    written = arnews("parse", "--as", "json", "--layout", file, SEED).stdout
    printed = arnews("render", "-", "--layout", file, stdin=written)
    assert printed.stdout == SEED.read_bytes()
    result = arnews("parse", "--layout", tmp_path / "none.toml", SEED)
    assert result.returncode == 2
    assert b"none.toml cannot be read: No such file" in result.stderr


def test_options_reach_the_page(folder):
    page = PAGE.replace("</h1>", "</h1><time>قبل 3 ساعات</time>").encode("cp1256")
    given = ("--url", "https://jisr.example/news/7", "--fetched-at", "2025-03-18T21:40+03:00")
    given = (*given, "--kind", "html", "--encoding", "windows-1256", "--layout", "generic")
    page = page.replace(b'<meta charset="utf-8">', b"")
    done = arnews("parse", "--as", "json", *given, stdin=page)
    data = json.loads(done.stdout)
    assert data["url"] == "https://jisr.example/news/7"
    assert data["file"] == "-"
    (article,) = data["articles"]
    assert article["headline"] == HEADLINE
    assert article["published"]["value"] == "2025-03-18T18:40+03:00"
    done = arnews("parse", "--fetched-at", "yesterday", folder / "good.html")
    assert done.returncode == 2
    assert b"a time such as 2025-03-18T21:40+03:00 is wanted, not 'yesterday'" in done.stderr


def test_a_wrong_decoding_is_undone_on_request():
    bad = SEED.read_bytes().decode("cp1256").encode()
    (warning,) = json.loads(arnews("parse", "--as", "json", stdin=bad).stdout)["warnings"]
    assert warning["code"] == "mojibake"
    mended = json.loads(arnews("parse", "--as", "json", "--repair", stdin=bad).stdout)
    right = json.loads(arnews("parse", "--as", "json", SEED).stdout)
    assert mended["articles"] == right["articles"]


def test_a_missing_file_is_reported_and_the_others_are_parsed(folder):
    done = arnews("parse", "no-such-file", folder / "good.html")
    assert done.returncode == 1
    assert done.stderr == b"arnews: no-such-file: No such file or directory\n"
    assert done.stdout.decode().count("ARTICLE") == 1


@pytest.mark.parametrize("command", ["parse", "explain"])
def test_errors_go_to_standard_error_without_a_trace(command, folder):
    done = arnews(command, folder / "bad.html")
    assert done.returncode == 1
    assert b"bad.html: " in done.stderr
    assert b"encoding" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_exit_code_3_is_that_nothing_was_found(folder):
    assert arnews("parse", folder / "good.html", folder / "list.html").returncode == 0
    assert arnews("parse", folder / "list.html").returncode == 3
    assert arnews("explain", folder / "list.html").returncode == 3
    assert arnews("parse", folder / "list.html", folder / "bad.html").returncode == 1
    done = arnews("parse", folder / "*.xml")
    assert done.returncode == 3
    assert b"*.xml: no file matches this pattern" in done.stderr
    done = arnews("parse", "https://alwadi.example/1")
    assert done.returncode == 3
    assert b"arnews downloads nothing" in done.stderr
    assert arnews("parse", folder / "*.xml", folder / "good.html").returncode == 1
    (folder / "empty").mkdir()
    done = arnews("parse", folder / "empty")
    assert done.returncode == 3
    assert b"empty: no file in this folder ends in .html" in done.stderr
    done = arnews("render", stdin=b"")
    assert (done.returncode, done.stderr) == (3, b"arnews: no article was found\n")


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nonsense",),
        ("parse", "--as", "pdf", SEED),
        ("parse", "--layout", "nobody", SEED),
        ("parse", "--kind", "pdf", SEED),
        ("parse", "-", "-"),
        ("parse", "-", "--files-from", "-"),
        ("parse", SEED, SEED, "--url", "https://jisr.example/1"),
        ("parse", SEED, SEED, "--as", "html"),
        ("parse", ROOT / "seeds", "--as", "html"),
        ("explain", "--as", "json", SEED),
        ("render", "--as", "pdf"),
        ("render", "--layout", "nobody"),
        ("learn", SEED),
        ("check", "aawsat"),
        ("check", "nobody", SEED),
        ("fixture", SEED),
        ("fixture", SEED, "--layout", "aawsat"),
    ],
)
def test_wrong_usage_is_exit_code_2(arguments, tmp_path):
    done = arnews(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.startswith(b"usage: arnews")
    assert b"error: " in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples_and_exit_codes_and_is_ascii(command):
    done = arnews(command, "--help", LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    text = done.stdout.decode("ascii")
    assert done.returncode == 0
    assert f"arnews {command} " in text.partition("\nexamples:\n")[2]
    assert "\nexit codes:\n  0  " in text
    assert done.stderr == b""


def test_help_lists_the_commands_and_the_version_is_told():
    text = arnews("--help").stdout.decode()
    assert all(f"\n    {command} " in text for command in COMMANDS)
    assert arnews("--version").stdout.decode() == f"arnews {__version__}\n"


def test_the_library_does_not_load_the_command_line():
    program = "import sys, arnews; print(*{'argparse', 'arnews.cli', 'tqdm'} & {*sys.modules})"
    assert subprocess.check_output([sys.executable, "-c", program]) == b"\n"


def test_the_example_runs():
    example = ROOT / "examples" / "parse_seed.py"
    done = subprocess.run([sys.executable, str(example)], capture_output=True, check=True)
    assert done.stdout.decode().rstrip().endswith("byte for byte: yes")
