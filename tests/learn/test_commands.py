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


@pytest.mark.parametrize("name", ["../outside", "a/b", "/tmp/outside", "a\\b", "", "c:x", "a\0b"])
def test_fixture_writes_into_its_folder_only(name, folder, tmp_path):
    made = ("fixture", folder / "old3.html", "--layout", folder / "layout.toml")
    code, _, told = arnews(*made, "--into", tmp_path / "into", f"--name={name}")
    if name:
        assert code == 2
        assert "the name of a file, without folders" in told
        assert list(tmp_path.rglob("*")) == []
    else:  # as if no name were given
        assert code == 0
        assert (tmp_path / "into" / "old3.json").is_file()


def test_fixture_writes_whole_or_not_at_all(folder, tmp_path, monkeypatch):
    made = ("fixture", folder / "old3.html", "--layout", folder / "layout.toml")
    made = (*made, "--into", tmp_path, "--name", "x")
    (tmp_path / "x.json").write_text("mine")
    assert arnews(*made)[0] == 1
    assert [path.name for path in tmp_path.iterdir()] == ["x.json"]
    assert (tmp_path / "x.json").read_text() == "mine"
    (tmp_path / "x.json").unlink()
    outside = tmp_path / "outside"
    (tmp_path / "x.html").symlink_to(outside)
    assert arnews(*made)[0] == 1
    assert not outside.exists()
    (tmp_path / "x.html").unlink()
    whole = type(tmp_path).open

    def open_once(path, *arguments, **options):
        if path.suffix == ".json":
            raise OSError(28, "No space left on device")
        return whole(path, *arguments, **options)

    monkeypatch.setattr(type(tmp_path), "open", open_once)
    code, _, told = arnews(*made)
    assert (code, told) == (1, "arnews: No space left on device\n")
    assert list(tmp_path.iterdir()) == []


def test_learn_and_check_take_folders_and_patterns(folder, tmp_path):
    for number in range(3):
        (tmp_path / f"{number}.html").write_text(site.html(number), "utf-8")
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")
    layout = tmp_path / "gazette" / "layout.toml"
    assert arnews("learn", tmp_path, "-o", layout, "--domain", "gazette.example")[0] == 0
    assert "gazette.example" in layout.read_text("utf-8")
    assert arnews("check", layout, tmp_path / "*.html") == (0, "", "")
    code, _, told = arnews("check", layout, tmp_path / "*.xml")
    assert code == 1
    assert "*.xml: no file matches this pattern" in told
