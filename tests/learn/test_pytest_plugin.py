"""The plugin runs the samples of a layout package, and tells what is wrong with one."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "layout_package"


def run(folder):
    command = [sys.executable, "-m", "pytest", "-v", "-p", "no:cacheprovider", "--rootdir=."]
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    return done.returncode, done.stdout.decode() + done.stderr.decode()


@pytest.fixture
def package(tmp_path):
    return Path(shutil.copytree(EXAMPLE, tmp_path / "package"))


def change(package, **values):
    """Writes `values` into the JSON of the sample of text."""
    path = package / "src" / "oasis_layouts" / "oasis" / "samples" / "wells.json"
    data = json.loads(path.read_text("utf-8"))
    data["articles"][0] |= values.pop("article", {})
    path.write_text(json.dumps({**data, **values}, ensure_ascii=False), "utf-8")


def test_the_example_package_passes(package):
    code, output = run(package)
    assert code == 0, output
    assert "3 passed" in output


def test_the_report_of_a_wrong_value_names_its_path(package):
    change(package, article={"section": "أسواق"})
    code, output = run(package)
    assert code == 1
    assert 'articles[0].section: "أسواق" is wanted, "أهل البلد" was read' in output
    assert "layout oasis does not print wells.txt" in output
    assert "Traceback" not in output


def test_the_json_may_say_that_a_page_is_not_printed_back(package):
    change(package, printed=False)
    code, output = run(package)
    assert code == 0
    assert "2 passed, 1 skipped" in output


def test_a_known_failure_must_fail(package):
    change(package, known_failure="sections are not distinguished yet")
    code, output = run(package)
    assert code == 1
    assert "sections are not distinguished yet" in output
    change(package, article={"section": "أسواق"}, printed=False)
    code, output = run(package)
    assert code == 0
    assert "1 xfailed" in output


def test_a_sample_names_a_layout_of_its_folder(package):
    change(package, layout="another")
    code, output = run(package)
    assert code == 1
    assert 'says "layout": "another"' in output


def test_a_sample_without_a_page_is_reported(package):
    next(package.rglob("wells.txt")).unlink()
    code, output = run(package)
    assert code == 1
    assert "wells.json wants one page beside it" in output


def test_other_json_files_are_left_alone(tmp_path):
    (tmp_path / "samples").mkdir()
    (tmp_path / "samples" / "a.json").write_text("no sample", "utf-8")
    assert run(tmp_path)[0] == pytest.ExitCode.NO_TESTS_COLLECTED
