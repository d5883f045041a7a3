"""A real local Ray reads pages as `arnews batch` does, and outlives pages that kill."""

from pathlib import Path
from types import SimpleNamespace

import pytest

import arnews
from arnews.batch.filters import Filters
from helpers import engines, poison

pytest.importorskip("ray.data", reason='needs pip install "arnews[ray]"')

import ray

from arnews.batch.ray import read

pytestmark = pytest.mark.heavy

POISONS = ("raise", "crash", "hang", "kill", "memory")


@pytest.fixture(scope="module", autouse=True)
def cluster():
    """Ray on two cores, whose workers find these helpers."""
    path = {"PYTHONPATH": engines.environment()["PYTHONPATH"]}
    how = {"include_dashboard": False, "log_to_driver": False, "runtime_env": {"env_vars": path}}
    try:
        ray.init(num_cpus=2, **how)
    except Exception as error:
        ray.shutdown()
        if "timed out during startup" not in str(error):  # Ray has no error of its own for it
            raise
        pytest.skip("Ray needs more than 30 seconds to start here")
    ray.data.DataContext.get_current().execution_options.preserve_order = True
    yield
    ray.shutdown()


def test_lines_and_quarantine_are_those_of_batch_byte_for_byte(tmp_path):
    rows = engines.rows(tmp_path, POISONS)
    written = engines.by_batch(rows, tmp_path, "out.jsonl")
    how = {"id": "id", "allowance": engines.ALLOWANCE, "parse": poison.parse}
    found = read(ray.data.from_items(rows), as_lines=True, **how).take_all()
    lines = "".join(f"{row['value']}\n" for row in found if row["value"] is not None)
    assert lines.encode() == written.read_bytes()
    aside = "".join(f"{row['quarantine']}\n" for row in found if row["quarantine"] is not None)
    assert aside.encode() == Path(f"{written}.quarantine.jsonl").read_bytes()


def test_columns_are_those_of_the_parquet_of_batch(tmp_path):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = engines.rows(tmp_path)
    wanted = parquet.read_table(engines.by_batch(rows, tmp_path, "out.parquet"))
    folder = tmp_path / "ray"
    found = read(ray.data.from_items(rows), id="id")
    found.drop_columns(["quarantine"]).write_parquet(str(folder))
    table = parquet.read_table(folder)
    assert table.schema.names == wanted.schema.names
    assert table.to_pylist() == wanted.to_pylist()


def test_filters_drop_rows():
    story = "سدود الجنوب تمتلئ\n\nقبل 3 ساعات\n\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار."
    pages = ray.data.from_items([{"html": story}, {"html": "قائمة\nطعام"}])
    assert read(pages, filters=Filters(only_articles=True)).count() == 1


@pytest.mark.parametrize("name", ["page", "url", "fetched_at", "encoding", "id"])
def test_a_column_that_is_missing_is_told(name):
    pages = SimpleNamespace(columns=lambda: ["html"])
    with pytest.raises(arnews.BadArgument, match=f"{name} is 'no'; wanted is .*: html"):
        read(pages, **{name: "no"})
