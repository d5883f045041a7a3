"""The command line as a user of a shell meets it."""

import json
import subprocess
import sys
from pathlib import Path

from arnews import layouts

SEED = Path(__file__).parent.parent / "seeds" / "000_08a769a62f779457.txt"


def arnews(*arguments, stdin=b""):
    command = [sys.executable, "-c", "import sys; from arnews.cli import main; sys.exit(main())"]
    return subprocess.run([*command, *arguments], input=stdin, capture_output=True, check=False)


def test_parse_shows_the_articles():
    done = arnews("parse", str(SEED))
    shown = done.stdout.decode()
    assert done.returncode == 0
    assert shown.count("ARTICLE") == 2
    assert "⁨أ.ف.ب⁩ [afp]" in shown


def test_json_goes_back_to_the_text_byte_for_byte():
    written = arnews("parse", "--json", "-", stdin=SEED.read_bytes()).stdout
    assert json.loads(written)["layout"] == "aawsat"
    printed = arnews("render", "-", "--layout", "aawsat", stdin=written)
    assert printed.stdout == SEED.read_bytes()


def test_blocks_and_explain_show_zone_role_and_features():
    data = json.loads(arnews("parse", "--json", "--blocks", str(SEED)).stdout)
    assert data["blocks"][0]["role"] == "headline"
    shown = arnews("explain", str(SEED)).stdout.decode()
    assert "related_teaser" in shown
    assert "zone head; runner-up " in shown
    assert "a known credit +" in shown


def test_a_layout_may_be_a_file(tmp_path):
    shipped = Path(layouts.__file__).parent / "aawsat" / "layout.toml"
    file = tmp_path / "layout.toml"
    file.write_bytes(shipped.read_bytes())
    written = arnews("parse", "--json", "--layout", str(file), str(SEED)).stdout
    printed = arnews("render", "-", "--layout", str(file), stdin=written)
    assert printed.stdout == SEED.read_bytes()
    result = arnews("parse", "--layout", str(tmp_path / "none.toml"), str(SEED))
    assert result.returncode == 2
    assert b"none.toml cannot be read: No such file" in result.stderr


def test_a_missing_file_is_reported_and_the_others_are_parsed():
    done = arnews("parse", "no-such-file", str(SEED))
    assert done.returncode == 1
    assert b"no-such-file: No such file" in done.stderr
    assert done.stdout.decode().count("ARTICLE") == 2


def test_errors_go_to_standard_error_without_a_trace():
    done = arnews("parse", "-", stdin=bytes(range(256)) * 20)
    assert done.returncode == 1
    assert b"encoding" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_wrong_usage_is_exit_code_2():
    assert arnews("parse").returncode == 2
    assert arnews("nonsense").returncode == 2
    assert arnews("parse", "--layout", "nobody", str(SEED)).returncode == 2


def test_the_example_runs():
    example = SEED.parent.parent / "examples" / "parse_seed.py"
    done = subprocess.run([sys.executable, str(example)], capture_output=True, check=True)
    assert done.stdout.decode().rstrip().endswith("byte for byte: yes")


def test_render_prints_the_forms_that_need_no_layout():
    written = arnews("parse", "--json", str(SEED)).stdout
    text = arnews("render", "--as", "markdown", "-", stdin=written).stdout.decode()
    assert text.startswith("# بوتين")
    data = json.loads(arnews("render", "--as", "schema.org", "-", stdin=written).stdout)
    assert [each["@type"] for each in data["@graph"]] == ["NewsArticle"] * 2
    page = arnews("render", "--as", "readable", "-", stdin=written).stdout
    assert page.startswith(b'<!DOCTYPE html>\n<html lang="ar" dir="rtl">')
    assert arnews("render", "--as", "nonsense", "-", stdin=written).returncode == 2


def test_a_wrong_decoding_is_undone_on_request():
    bad = SEED.read_bytes().decode("cp1256").encode()
    (warning,) = json.loads(arnews("parse", "--json", "-", stdin=bad).stdout)["warnings"]
    assert warning["code"] == "mojibake"
    mended = json.loads(arnews("parse", "--json", "--repair", "-", stdin=bad).stdout)
    assert mended["articles"] == arnews_json()["articles"]


def arnews_json():
    return json.loads(arnews("parse", "--json", str(SEED)).stdout)
