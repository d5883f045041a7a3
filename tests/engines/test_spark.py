"""A real local Spark reads pages as `arnews batch` does, and outlives pages that kill."""

import json
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

import arnews
from arnews.batch.filters import Filters
from arnews.batch.record import Options
from helpers import engines, poison

pytest.importorskip("pyspark", reason='needs pip install "arnews[spark]"')
if shutil.which("java") is None:
    pytest.skip("needs Java 17: apt install openjdk-17-jre-headless", allow_module_level=True)

from pyspark.sql import SparkSession

from arnews.batch.spark import read

pytestmark = pytest.mark.heavy

POISONS = ("raise", "crash", "hang", "kill", "memory")
COLUMNS = "id string, html string, url string, fetched_at string"
STORY = "سدود الجنوب تمتلئ\n\nقبل 3 ساعات\n\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار."


@pytest.fixture(scope="module")
def session():
    """Spark on two cores, whose Python is this one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", engines.environment()["PYTHONPATH"])
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        builder = builder.config("spark.sql.session.timeZone", "Asia/Riyadh")
        session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
        yield session
        session.stop()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("pages")


def frame(session, rows):
    return session.createDataFrame([tuple(row.values()) for row in rows], COLUMNS)


def test_lines_and_quarantine_are_those_of_batch_byte_for_byte(session, folder):
    rows = engines.rows(folder, POISONS)
    written = engines.by_batch(rows, folder, "out.jsonl")
    how = {"id": "id", "allowance": engines.ALLOWANCE, "parse": poison.parse}
    found = read(frame(session, rows), as_lines=True, **how).collect()
    lines = "".join(f"{row.value}\n" for row in found if row.value is not None)
    assert lines.encode() == written.read_bytes()
    aside = "".join(f"{row.quarantine}\n" for row in found if row.quarantine is not None)
    assert aside.encode() == Path(f"{written}.quarantine.jsonl").read_bytes()
    reasons = [json.loads(line)["reason"]["code"] for line in aside.splitlines()]
    assert reasons == [poison.REASONS[each] for each in POISONS]


def test_columns_are_those_of_the_parquet_of_batch(session, folder):
    parquet = pytest.importorskip("pyarrow.parquet")
    rows = engines.rows(folder)
    written = engines.by_batch(rows, folder, "out.parquet")
    found = read(frame(session, rows), id="id")
    table = found.drop("quarantine").toArrow()
    wanted = parquet.read_table(written)
    assert table.schema.names == wanted.schema.names
    assert table.to_pylist() == wanted.to_pylist()
    assert found.where("quarantine is not null").count() == 0


def test_one_line_gives_articles(session):
    pages = session.createDataFrame([(engines.SEED.read_text("utf-8"),)], "text string")
    articles = read(pages).selectExpr("inline(articles)").select("headline", "text").collect()
    page = arnews.parse(engines.SEED.read_bytes())
    assert [tuple(row) for row in articles] == [(a.headline, a.text) for a in page.articles]


def test_a_page_that_is_set_aside_keeps_its_id(session):
    pages = session.createDataFrame(
        [("POISON raise 0", "https://almina.example/1"), (STORY, None), (None, "2")],
        "html string, url string",
    )
    found = {row.id: row for row in read(pages, parse=poison.parse).collect()}
    assert json.loads(found["https://almina.example/1"].quarantine)["data"] == "POISON raise 0"
    assert json.loads(found["2"].quarantine)["reason"]["code"] == "no record"
    assert found["2"].articles is None
    assert found[""].articles[0].headline == "سدود الجنوب تمتلئ"
    assert found[""].quarantine is None


def test_columns_may_have_any_name_and_hold_bytes(session):
    at = datetime(2024, 4, 9, 10, 30, tzinfo=UTC)
    row = ("https://almina.example/1", STORY.encode("cp1256"), at, "text/html; charset=cp1256")
    columns = "`the url` string, `the page` binary, at timestamp, type string"
    pages = session.createDataFrame([row], columns)
    names = {"page": "the page", "url": "the url", "fetched_at": "at", "encoding": "type"}
    (found,) = read(pages, **names, options=Options(kind="text")).collect()
    assert found.url == "https://almina.example/1"
    assert found.fetched_at == "2024-04-09T10:30:00+00:00"
    assert found.articles[0].published.value == "2024-04-09T07:30+00:00"
    assert found.articles[0].headline == "سدود الجنوب تمتلئ"


def test_filters_drop_rows(session):
    pages = session.createDataFrame([(STORY,), ("قائمة\nطعام",)], "html string")
    assert read(pages, filters=Filters(only_articles=True)).count() == 1


@pytest.mark.parametrize("name", ["page", "url", "fetched_at", "encoding", "id"])
def test_a_column_that_is_missing_is_told(name):
    pages = SimpleNamespace(columns=["html"])
    with pytest.raises(arnews.BadArgument, match=f"{name} is 'no'; wanted is .*: html"):
        read(pages, **{name: "no"})


def test_a_frame_without_pages_is_told():
    with pytest.raises(arnews.BadArgument, match=r"page is None; wanted is .* one of: id"):
        read(SimpleNamespace(columns=["id"]))
