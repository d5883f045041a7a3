"""What the package says of itself agrees: versions of Python and of dependencies, the changelog."""

import tomllib
from pathlib import Path

import regex

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PROJECT = PYPROJECT["project"]
PYTHONS = [
    name.rpartition(" ")[2]
    for name in PROJECT["classifiers"]
    if regex.fullmatch(r"Programming Language :: Python :: 3\.\d+", name)
]


def test_the_lowest_versions_are_those_of_the_dependencies():
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"]["testing"]
    lines = (ROOT / "tests/lowest.txt").read_text("utf-8").splitlines()[1:]
    assert sorted(each.replace(">=", "==") for each in wanted) == lines


def test_every_python_is_tested():
    assert PROJECT["requires-python"] == f">={PYTHONS[0]}"
    environments = PYPROJECT["tool"]["tox"]["env_list"]
    assert [name for name in environments if name[0].isdigit()] == PYTHONS
    workflow = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    assert all(f'"{python}"' in workflow for python in PYTHONS)


def test_the_workflow_runs_every_environment():
    workflow = (ROOT / ".github/workflows/ci.yml").read_text("utf-8")
    named = set(regex.findall(r"env: (\w+)", workflow))
    by_ci_run = {"check", "wheel"}
    assert named | by_ci_run | set(PYTHONS) == set(PYPROJECT["tool"]["tox"]["env_list"])


CHANGELOG = (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_the_changelog_begins_with_this_version_and_dates_every_other():
    newest, *others = regex.findall(r"(?m)^## (.*)", CHANGELOG)
    assert newest.startswith(f"{PROJECT['version']} (")
    assert regex.fullmatch(r"[\d.]+ \((?:not released|\d{4}-\d\d-\d\d)\)", newest)
    for release in others:
        assert regex.fullmatch(r"[\d.]+ \(\d{4}-\d\d-\d\d\)", release)


def test_the_changelog_says_what_is_breaking_new_and_fixed():
    for kind in regex.findall(r"(?m)^### (.*)", CHANGELOG):
        assert regex.match(r"(?:Breaking|Deprecated|New|Fixed)(?::|$)", kind), kind
