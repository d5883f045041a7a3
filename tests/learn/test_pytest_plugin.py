"""The plugin runs the samples of a layout package, and tells what is wrong with one."""

import json
import shutil
from pathlib import Path

import pytest

pytest_plugins = "pytester"

EXAMPLE = Path(__file__).parents[2] / "examples" / "layout_package"


@pytest.fixture
def run(pytester, monkeypatch):
    """Runs pytest in a folder: its exit code, and what it prints."""

    def run(folder):
        monkeypatch.chdir(folder)
        done = pytester.runpytest_inprocess("-v", "-p", "no:cacheprovider", "--rootdir=.")
        return done.ret, done.stdout.str() + done.stderr.str()

    return run


@pytest.fixture
def package(tmp_path):
    return Path(shutil.copytree(EXAMPLE, tmp_path / "package"))


def change(package, **values):
    """Writes `values` into the JSON of the sample of text."""
    path = package / "src" / "oasis_layouts" / "oasis" / "samples" / "wells.json"
    told = json.loads(path.read_text("utf-8"))
    told["articles"][0] |= values.pop("article", {})
    path.write_text(json.dumps({**told, **values}, ensure_ascii=False), "utf-8")


def test_the_example_package_passes(package, run):
    code, told = run(package)
    assert code == 0, told
    assert "3 passed" in told


def test_a_wrong_value_is_told_by_its_place(package, run):
    change(package, article={"section": "أسواق"})
    code, told = run(package)
    assert code == 1
    assert 'articles[0].section: "أسواق" is wanted, "أهل البلد" was read' in told
    assert "layout oasis does not print wells.txt" in told
    assert "Traceback" not in told


def test_the_json_may_say_that_a_page_is_not_printed_back(package, run):
    change(package, printed=False)
    code, told = run(package)
    assert code == 0
    assert "2 passed, 1 skipped" in told


def test_a_known_failure_must_fail(package, run):
    change(package, known_failure="sections are not told apart yet")
    code, told = run(package)
    assert code == 1
    assert "sections are not told apart yet" in told
    change(package, article={"section": "أسواق"}, printed=False)
    code, told = run(package)
    assert code == 0
    assert "1 xfailed" in told


def test_a_sample_names_a_layout_of_its_folder(package, run):
    change(package, layout="another")
    code, told = run(package)
    assert code == 1
    assert 'says "layout": "another"' in told


def test_a_sample_without_a_page_is_told(package, run):
    next(package.rglob("wells.txt")).unlink()
    code, told = run(package)
    assert code == 1
    assert "wells.json wants one page beside it" in told


def test_other_json_files_are_left_alone(tmp_path, run):
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "a.json").write_text("no sample", "utf-8")
    assert run(tmp_path)[0] == pytest.ExitCode.NO_TESTS_COLLECTED
