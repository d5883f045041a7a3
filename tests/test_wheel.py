"""The wheel works in an empty environment, from another folder."""

import subprocess
import sys
import venv
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_PROGRAM = """
import sys, arnews, importlib.resources
page = arnews.parse(open(sys.argv[1], "rb").read())
assert [len(a.body) for a in page.articles] == [17, 6], page
assert arnews.render(page, layout="aawsat").encode() == open(sys.argv[1], "rb").read()
assert arnews.json_schema()["title"] == "arnews/page/1"
assert importlib.resources.files("arnews").joinpath("py.typed").is_file()
assert "hypothesis" not in sys.modules
"""


@pytest.mark.heavy
def test_wheel(tmp_path):
    build = [sys.executable, "-m", "build", "--wheel", "--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    venv.create(tmp_path / "env", with_pip=True)
    python = tmp_path / "env" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "-q", wheel], check=True)
    seed = ROOT / "seeds" / "000_08a769a62f779457.txt"
    subprocess.run([python, "-c", _PROGRAM, seed], check=True, cwd=tmp_path)
    told = subprocess.run(
        [tmp_path / "env" / "bin" / "arnews", "parse", seed], check=True, capture_output=True
    )
    assert b"ARTICLE 2" in told.stdout
