"""What each form of input gives: the page, its address, its time; and what damage is told."""

import base64
import bz2
import gzip
import json
import lzma
import os
import random
import sqlite3
from datetime import UTC, datetime

import pyarrow as pa
import pytest
import zstandard
from pyarrow import parquet

from arnews.batch import BatchError, Record
from arnews.batch.outcome import Broken
from arnews.batch.readers import sources
from arnews.batch.readers.rows import Keys
from helpers import records

CLOCK = datetime(2024, 4, 9, 10, 30, tzinfo=UTC)


def read(name, keys=None, skip=0, form=None):
    (source,) = sources([str(name)], keys or Keys(), form)
    return list(source.items(skip))


PACKERS = {"": bytes, ".gz": gzip.compress, ".xz": lzma.compress, ".bz2": bz2.compress}
PACKERS[".zst"] = zstandard.ZstdCompressor().compress


@pytest.mark.parametrize("end", PACKERS)
def test_json_lines_plain_and_packed(end, tmp_path):
    path = tmp_path / f"pages.jsonl{end}"
    data = records.json_lines(2).encode()
    path.write_bytes(PACKERS[end](data[:1000]) + PACKERS[end](data[1000:]))  # two frames
    assert read(path) == [
        Record(f"{path}:{at + 1}", records.story(at), records.address(at), CLOCK) for at in (0, 1)
    ]
    assert [each.id for each in read(path, skip=1)] == [f"{path}:2"]


@pytest.mark.parametrize("end", sorted(PACKERS.keys() - {""}))
def test_a_packed_file_that_is_cut_off_gives_what_is_there(end, tmp_path):
    path = tmp_path / f"pages.jsonl{end}"
    whole = PACKERS[end](records.json_lines(50).encode())
    path.write_bytes(PACKERS[end](records.json_lines(1).encode()) + whole[:-20])
    *found, last = read(path)
    assert [each.id for each in found][:1] == [f"{path}:1"]
    assert all(isinstance(each, Record) for each in found)
    assert last.reason.code == "corrupt"
    assert "cut off" in last.reason.message


def test_a_packed_file_that_is_damaged(tmp_path):
    path = tmp_path / "pages.jsonl.gz"
    path.write_bytes(b"no gzip at all")
    (only,) = read(path)
    assert only.reason.code == "corrupt"


KEYS = Keys("p", "u", "t", "e")
#: Lines of JSON Lines, and what they give.
LINES = {
    '{"p": "نص", "u": "https://a.example", "t": 0, "e": "cp1256"}': Record(
        "1", "نص", "https://a.example", datetime(1970, 1, 1, tzinfo=UTC), "cp1256"
    ),
    '{"p": "نص", "u": "", "t": null}': Record("1", "نص"),
    "nothing": "no JSON",
    "[" * 100_000: "no JSON",
    '["نص"]': "no record",
    '{"html": "نص"}': "no record",
    '{"p": null}': "no record",
    '{"p": 5}': "no record",
    '{"p": "نص", "u": 5}': "no record",
    '{"p": "نص", "t": "أمس"}': "no record",
    '{"p": "نص", "t": 1e99}': "no record",
    '{"p": "نص", "t": true}': "no record",
}


@pytest.mark.parametrize("line", LINES, ids=lambda line: line[:30])
def test_a_line(line, tmp_path):
    path = tmp_path / "pages.jsonl"
    path.write_text(line + "\n\n", "utf-8")
    (found,) = read(path, KEYS)
    if isinstance(LINES[line], Record):
        assert (found.data, found.url, found.fetched_at, found.encoding) == (
            LINES[line].data,
            LINES[line].url,
            LINES[line].fetched_at,
            LINES[line].encoding,
        )
    else:
        assert found.reason.code == LINES[line]
        assert found.data.rstrip() == line.encode()


def test_a_line_beyond_all_size_is_not_held(tmp_path, monkeypatch):
    monkeypatch.setattr("arnews.batch.readers.json_lines._LONGEST", 1000)
    path = tmp_path / "pages.jsonl"
    path.write_text('{"html": "' + "x" * 5000 + '"}\n' + '{"html": "نص"}\n', "utf-8")
    first, second = read(path)
    assert (first.reason.code, len(first.data)) == ("too large", 1000)
    assert (second.id, second.data) == (f"{path}:2", "نص")


def test_a_warc_file_gives_pages_with_address_and_time(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(
        records.packed(
            records.response(records.story(1).encode(), 1),
            records.response(b"\x89PNG\r\n\x1a\n", 2, "image/png"),
            records.response(b"gone", 3, status="404 Not Found"),
            records.response("نص".encode("cp1256"), 4, "text/plain; charset=windows-1256"),
        )
    )
    first, second = read(path)
    assert first.id == f"{path}:<urn:uuid:00000000-0000-0000-0000-000000000001>"
    assert first.data == records.story(1).encode()
    assert (first.url, first.fetched_at, first.kind) == (records.address(1), CLOCK, "html")
    assert first.encoding == "text/html; charset=utf-8"
    assert (second.kind, second.encoding) == (None, "text/plain; charset=windows-1256")
    assert read(path, skip=1) == [second]


@pytest.mark.parametrize("end", ["", ".gz", ".zst", ".xz"])
def test_a_wet_file_gives_texts(end, tmp_path):
    path = tmp_path / f"crawl.warc.wet{end}"
    path.write_bytes(PACKERS[end](records.conversion("سدود الجنوب تمتلئ", 1)))
    (found,) = read(path)
    assert (found.data.decode(), found.kind) == ("سدود الجنوب تمتلئ", "text")
    assert (found.url, found.fetched_at, found.encoding) == (records.address(1), CLOCK, None)


def test_a_warc_of_pictures_gives_nothing(tmp_path):
    path = tmp_path / "crawl.warc"
    path.write_bytes(b"".join(records.response(b"GIF89a", at, "image/gif") for at in range(3)))
    assert read(path) == []


def story(number):
    """A record of a WARC file, of more bytes than are unpacked at once."""
    noise = base64.b64encode(random.Random(number).randbytes(50_000))
    return records.response(records.story(number).encode() + noise, number)


def damaged(data):
    at = len(data) // 2
    return data[:at] + bytes(80) + data[at + 80 :]


#: What is done to the second of four records.
DAMAGES = {
    "its middle": lambda one, pack: damaged(pack(one)),
    "its beginning": lambda one, pack: b"no header!" + pack(one)[10:],
    "it is cut off": lambda one, pack: pack(one)[: len(one) // 3],
    "no record": lambda one, pack: pack(b"nothing\r\n\r\n" * 20),
    "rubbish": lambda one, pack: b"nothing\r\n\r\n" * 20,
}
PACKED = [".gz", ".zst"]


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("end", ["", *PACKED])
def test_records_behind_a_damaged_one_arrive(end, damage, tmp_path):
    if not end and damage == "its middle":
        pytest.skip("nothing tells that bytes of a page are others")
    pack = PACKERS[end]
    first, second, third, fourth = map(story, range(1, 5))
    path = tmp_path / f"crawl.warc{end}"
    rest = pack(third) + pack(fourth)
    path.write_bytes(pack(first) + DAMAGES[damage](second, pack) + rest)
    found = read(path)
    names = [each.id[-2] for each in found if isinstance(each, Record)]
    (told,) = (each.reason for each in found if isinstance(each, Broken))
    is_cut = not end and damage == "it is cut off"  # so it holds the beginning of the third, too
    assert names == ["1", "2", "3", "4"] if is_cut else ["1", "3", "4"]
    assert told.code == "corrupt"
    assert "the records behind are read" in told.message
    for skip in range(len(found)):
        assert read(path, skip=skip) == found[skip:]


def test_a_record_that_says_that_it_is_longer(tmp_path):
    path = tmp_path / "crawl.warc"
    second = story(2).replace(b"Content-Length: ", b"Content-Length: 99", 1)
    path.write_bytes(story(1) + second + story(3))
    first, bad, third = read(path)
    assert [first.id[-2], third.id[-2]] == ["1", "3"]
    assert "the record is cut off" in bad.reason.message


def test_damage_in_one_packed_whole_ends_the_file(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    whole = gzip.compress(b"".join(map(story, range(1, 9))))
    path.write_bytes(damaged(whole))
    *found, last = read(path)
    assert [each.id[-2] for each in found] == list("12345678"[: len(found)])
    assert found
    assert "the file ends here" in last.reason.message


def test_a_parquet_file(tmp_path):
    path = tmp_path / "pages.parquet"
    table = {"html": ["نص", None, ""], "url": ["https://a.example", None, None], "other": [1, 2, 3]}
    parquet.write_table(pa.table(table), path, row_group_size=1)
    first, second, third = read(path)
    assert first == Record(f"{path}:1", "نص", "https://a.example")
    assert second.reason.code == "no record"
    assert third.data == ""
    with pytest.raises(BatchError, match="no column 'body'; it has html, url, other"):
        read(path, Keys("body"))
    with pytest.raises(BatchError, match="no pages: 'other' is int64, and text or bytes are"):
        read(path, Keys("other"))
    parquet.write_table(pa.table({"id": ["1"], "raw": ["نص"]}), tmp_path / "else.parquet")
    with pytest.raises(BatchError, match=r"'html' or .* 'body'; it has id, raw\. Name one by"):
        read(tmp_path / "else.parquet")


@pytest.mark.parametrize("data", ["نص".encode(), b"PAR1" + bytes(1_000) + b"PAR1"])
def test_what_is_no_parquet_file_is_set_aside(tmp_path, data):
    (tmp_path / "no.parquet").write_bytes(data)
    (only,) = read(tmp_path / "no.parquet")
    assert only.reason.code == "corrupt"
    assert "it is no Parquet file" in only.reason.message


def test_a_column_of_bytes_and_one_of_times(tmp_path):
    path = tmp_path / "pages.parquet"
    columns = {"html": ["نص".encode("cp1256")], "fetched_at": [CLOCK], "encoding": ["cp1256"]}
    parquet.write_table(pa.table(columns), path)
    (found,) = read(path)
    assert (found.data, found.fetched_at, found.encoding) == (
        "نص".encode("cp1256"),
        CLOCK,
        "cp1256",
    )


def test_a_query(tmp_path):
    path = tmp_path / "crawl.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE pages (page, url, at)")
        rows = [("نص", "https://a.example", records.TIME), (None, None, None), (5, None, None)]
        connection.executemany("INSERT INTO pages VALUES (?, ?, ?)", rows)
    query = f"sqlite:///{path}?query=SELECT page AS html, url, at AS fetched_at FROM pages"
    first, second, third = read(query)
    assert first == Record(f"sqlite:///{path}:1", "نص", "https://a.example", CLOCK)
    assert [second.reason.code, third.reason.code] == ["no record"] * 2
    for address, message in {
        f"sqlite:///{path}?query=SELECT absent FROM pages": "no such column",
        f"sqlite:///{path}?query=SELECT url FROM pages": "no column 'html' or .*; it gives url",
        f"sqlite:///{tmp_path}/none.db?query=SELECT 1": "unable to open",
        "no_such_module:///x?query=SELECT 1": "no module no_such_module",
        f"sqlite:///{path}": "an address is",
    }.items():
        with pytest.raises(BatchError, match=message):
            read(address)


def test_a_parquet_file_whose_name_is_no_utf_8(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xce\xc8\xd1.parquet"
    with open(path, "wb") as file:
        parquet.write_table(pa.table({"html": ["نص"]}), file)
    (found,) = read(os.fsdecode(path))
    assert found.id.endswith(r"\xce\xc8\xd1.parquet:1")


@pytest.mark.parametrize("form", ["html", "jsonl", "warc", "parquet"])
def test_of_a_page_beyond_all_size_enough_is_read_to_refuse_it(form, tmp_path, monkeypatch):
    for module in ("", ".rows", ".warc"):
        monkeypatch.setattr(f"arnews.batch.readers{module}.LARGEST", 1000)
    monkeypatch.setattr("arnews.batch.readers.warc._HTTP_HEAD", 100)
    page = "<p>" + "x" * 5000
    path = tmp_path / f"pages.{form}"
    if form == "html":
        path.write_text(page, "utf-8")
    elif form == "jsonl":
        path.write_text(json.dumps({"html": page}) + '\n{"html": "x"}\n', "utf-8")
    elif form == "warc":
        path.write_bytes(records.response(page.encode(), 1) + records.response(b"x", 2))
    else:
        parquet.write_table(pa.table({"html": [page, "x"]}), path)
    found = read(path)
    assert [len(each.data) for each in found] == [1000, 1][: len(found)]
    assert len(found) == (1 if form == "html" else 2)


def test_a_query_by_another_module_of_the_db_api(tmp_path):
    (tmp_path / "pages.csv").write_text("html\nنص\n", "utf-8")
    pytest.importorskip("duckdb")
    (found,) = read(f"duckdb:///:memory:?query=SELECT * FROM '{tmp_path}/pages.csv'")
    assert found.data == "نص"


def test_a_folder_gives_pages_and_what_holds_many(tmp_path):
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "1.html").write_text("<p>نص</p>", "utf-8")
    (tmp_path / "a" / "2.jsonl").write_text(records.json_lines(2), "utf-8")
    (tmp_path / "a" / "3.png").write_bytes(b"")
    (tmp_path / "b.jsonl").write_text(records.json_lines(1), "utf-8")
    (tmp_path / "b.jsonl.journal").write_bytes(b"")  # it is the output of another run
    found = [each.id.removeprefix(f"{tmp_path}/") for each in read(tmp_path)]
    assert found == ["a/1.html", "a/2.jsonl:1", "a/2.jsonl:2"]
    assert [each.id for each in read(tmp_path, skip=2)] == [f"{tmp_path}/a/2.jsonl:2"]
    assert [each.id for each in read(tmp_path / "a" / "*.html")] == [f"{tmp_path}/a/1.html"]


@pytest.mark.parametrize("name", ["none.html", "none/", "*.none"])
def test_a_name_that_stands_for_nothing(name, tmp_path):
    with pytest.raises(BatchError, match=r"no such file|no file matches"):
        sources([str(tmp_path / name)], Keys())


@pytest.mark.parametrize("end", ["", ".gz", ".zst"])
def test_a_warc_file_that_is_cut_off(end, tmp_path):
    path = tmp_path / f"crawl.warc{end}"
    pack = PACKERS[end]
    last = pack(records.response(records.story(2).encode(), 2))
    path.write_bytes(pack(records.response(records.story(1).encode(), 1)) + last[: len(last) // 2])
    first, *rest = read(path)
    assert first.data == records.story(1).encode()
    assert rest
    assert all(each.reason.code == "corrupt" for each in rest)
