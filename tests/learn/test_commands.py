"""`arnews learn`, `check` and `fixture` as a maintainer of scrapers meets them."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout

import pytest

from arnews.cli import main
from helpers import site


def arnews(*arguments):
    """The exit code of a command, what it prints, and what it complains of."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        try:
            code = main(list(map(str, arguments)))
        except SystemExit as stop:
            code = stop.code
    return code, out.getvalue(), err.getvalue()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Pages of a site as HTML, the same after the site has changed, and a learned layout."""
    folder = tmp_path_factory.mktemp("gazette")
    for number in range(8):
        (folder / f"old{number}.html").write_text(site.html(number), "utf-8")
        changed = (
            site.html(number, "new-name").replace("d-dd", "moved").replace(site.day(number), "")
        )
        (folder / f"new{number}.html").write_text(changed, "utf-8")
    code, _, told = arnews("learn", *sorted(folder.glob("old*")), "-o", folder / "layout.toml")
    assert code == 0, told
    return folder


def test_the_id_is_the_name_of_the_folder(folder):
    assert f'id = "{folder.name}"' in (folder / "layout.toml").read_text("utf-8")


def test_check_finds_nothing_wrong_with_the_pages_learned_from(folder):
    assert arnews("check", folder / "layout.toml", *sorted(folder.glob("old*"))) == (0, "", "")


def test_check_tells_what_a_changed_site_has_lost(folder):
    code, told, _ = arnews("check", folder / "layout.toml", *sorted(folder.glob("new*")))
    assert code == 1
    assert "published: not found on 8 of 8 pages; no page has div.d-dd" in told.splitlines()


def test_check_finds_nothing_wrong_with_other_pages_of_the_site(folder):
    others = [folder / f"other{number}.html" for number in range(9, 18)]
    for number, page in enumerate(others, 9):
        page.write_text(site.html(number), "utf-8")
    assert arnews("check", folder / "layout.toml", *others) == (0, "", "")


def test_check_tells_an_element_that_is_gone_even_if_its_field_is_still_found(folder):
    for number in range(8):
        renamed = site.html(number).replace("p-pp", "text-2")
        (folder / f"renamed{number}.html").write_text(renamed, "utf-8")
    code, told, _ = arnews("check", folder / "layout.toml", *sorted(folder.glob("renamed*")))
    assert code == 1
    (line,) = (line for line in told.splitlines() if line.startswith("text: "))
    assert line.endswith("no page has div.p-pp")


def test_check_tells_a_label_that_is_gone(folder):
    for number in range(11):
        (folder / f"labelled{number}.txt").write_text(site.text(number), "utf-8")
        dropped = site.text(number).replace(site.LABEL, "").replace(site.MARKER, "")
        (folder / f"dropped{number}.txt").write_text(dropped, "utf-8")
    layout = folder / "labelled" / "layout.toml"
    assert arnews("learn", *sorted(folder.glob("labelled*.txt")), "-o", layout)[0] == 0
    assert arnews("check", layout, *sorted(folder.glob("labelled*.txt"))) == (0, "", "")
    code, told, _ = arnews("check", layout, *sorted(folder.glob("dropped*")))
    assert code == 1
    assert f"published: no «{site.LABEL}» on 11 of 11 pages" in told.splitlines()
    assert f"related: no «{site.MARKER}» on 11 of 11 pages" in told.splitlines()


def test_wrong_usage_is_exit_code_2(folder):
    pages = sorted(folder.glob("old*"))
    assert arnews("learn", *pages[:2], "-o", folder / "no.toml")[0] == 2
    assert arnews("learn", *pages)[0] == 2
    assert arnews("check", "nobody", *pages)[0] == 2
    assert arnews("fixture", pages[0], "--layout", "aawsat")[0] == 2
    assert arnews("fixture", pages[0], "--layout", "nobody", "--into", folder)[0] == 2


def test_a_page_that_cannot_be_read_is_told_by_its_name(folder, tmp_path):
    binary = tmp_path / "binary.html"
    binary.write_bytes(bytes(range(256)) * 20)
    code, _, told = arnews("learn", *sorted(folder.glob("old*")), binary, "-o", tmp_path / "x.toml")
    assert code == 1
    assert "binary.html: " in told


def test_a_missing_page_is_told(folder):
    code, _, told = arnews("check", folder / "layout.toml", folder / "missing.html")
    assert code == 1
    assert "missing.html: No such file" in told


def test_fixture_writes_the_page_and_what_it_says(folder):
    page = folder / "old3.html"
    made = ("fixture", page, "--layout", folder / "layout.toml", "--name", "third")
    assert arnews(*made)[0] == 0
    samples = folder / "samples"
    assert (samples / "third.html").read_bytes() == page.read_bytes()
    told = json.loads((samples / "third.json").read_text("utf-8"))
    assert told["layout"] == folder.name
    assert told["articles"][0]["headline"] == site.headline(3)
    code, _, told = arnews(*made)
    assert code == 1
    assert "already" in told
