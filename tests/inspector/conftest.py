"""A browser for the tests that need one."""

import os
import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
#: As `.ci/run` installs it: `npm install --prefix .venv axe-core`.
AXE = ROOT / ".venv" / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture(scope="session")
def browser():
    """Chromium, which may open files and reach no network."""
    api = pytest.importorskip("playwright.sync_api", reason="needs pip install playwright")
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    options = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
    with api.sync_playwright() as started:
        running = started.chromium.launch(executable_path=program, args=options)
        yield running
        running.close()


@pytest.fixture(scope="session")
def axe():
    """The code of axe-core."""
    file = Path(os.environ.get("AXE", AXE))
    if not file.is_file():
        pytest.skip(f"needs axe-core: npm install --prefix {ROOT}/.venv axe-core")
    return file.read_text("utf-8")
