"""What is published: the files of sdist and wheel, and the wheel in an empty environment."""

import hashlib
import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path, PurePosixPath

import pytest

ROOT = Path(__file__).parent.parent
SEED = ROOT / "seeds" / "000_08a769a62f779457.txt"
_PROGRAM = """
import sys, arnews, importlib.resources
page = arnews.parse(open(sys.argv[1], "rb").read())
assert [len(a.body) for a in page.articles] == [17, 6], page
assert arnews.render(page, layout="aawsat").encode() == open(sys.argv[1], "rb").read()
assert arnews.json_schema()["title"] == "arnews/page/1"
assert importlib.resources.files("arnews").joinpath("py.typed").is_file()
assert "hypothesis" not in sys.modules
"""

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """The folder with the sdist, and the wheel that is built from it."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--outdir", folder, ROOT]
    subprocess.run(build, check=True, capture_output=True)
    return folder


def test_the_same_source_gives_the_same_wheel(tmp_path):
    """Also built in another zone and folder, and not by way of the sdist."""
    when = {"SOURCE_DATE_EPOCH": "1700000000"}
    hashes = set()
    for number, zone in enumerate(("UTC", "Asia/Riyadh")):
        folder = tmp_path / str(number)
        build = [sys.executable, "-m", "build", "--outdir", folder, *["--wheel"] * number, ROOT]
        environment = {**os.environ, **when, "TZ": zone, "PYTHONHASHSEED": str(number)}
        subprocess.run(build, check=True, capture_output=True, env=environment)
        (wheel,) = folder.glob("*.whl")
        hashes.add(hashlib.sha256(wheel.read_bytes()).hexdigest())
    assert len(hashes) == 1


def files(*folders):
    """The files in `folders` of the repository, less what tools leave there."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*") if path.is_file())
    return {
        path.relative_to(ROOT).as_posix()
        for path in found
        if not {"__pycache__", ".hypothesis"} & set(path.parts)
    }


def test_the_wheel_holds_the_package_and_nothing_else(dist):
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    about = {name for name in names if PurePosixPath(name).parts[0].endswith(".dist-info")}
    assert {PurePosixPath(name).name for name in about} == {
        *("METADATA", "WHEEL", "RECORD", "entry_points.txt", "LICENSE"),
    }
    wanted = {name.removeprefix("src/") for name in files("src/arnews")}
    assert names - about == wanted
    assert {"arnews/py.typed", "arnews/page.schema.json", "arnews/lexicon/words.toml"} < wanted


def test_the_sdist_holds_all_that_the_tests_need(dist):
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        members = {member.name.partition("/")[2] for member in archive if member.isfile()}
    folders = ("src/arnews", "tests", "seeds", "docs", "examples", "benchmarks", ".github")
    assert files(*folders) <= members
    tops = {name for name in members if "/" not in name}
    assert {"README.md", "CHANGELOG.md", "LICENSE", "pyproject.toml", "Makefile"} < tops
    assert not {name for name in members if name.startswith((".venv", "build/", "dist/", "site/"))}


def test_a_registry_takes_both(dist):
    check = [sys.executable, "-m", "twine", "check", "--strict", *dist.iterdir()]
    done = subprocess.run(check, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASSED") == 2


def test_the_wheel_works_in_an_empty_environment_from_another_folder(dist, tmp_path):
    (wheel,) = dist.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    subprocess.run([python, "-c", _PROGRAM, SEED], check=True, cwd=tmp_path)
    told = subprocess.run(
        [tmp_path / "env" / "bin" / "arnews", "parse", SEED], check=True, capture_output=True
    )
    assert b"ARTICLE 2" in told.stdout
