"""What arnews takes from a response, without Scrapy; and what it says where Scrapy is missing."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace

import pytest

from arnews.scrapy import parse, to_record

STORY = "سدود الجنوب تمتلئ\n\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق الوزارة."


def response(**headers):
    return SimpleNamespace(body=STORY.encode(), url="https://almina.example/1", headers=headers)


@pytest.mark.parametrize(
    ("sent", "time"),
    [
        ("Tue, 09 Apr 2024 10:30:00 GMT", datetime(2024, 4, 9, 10, 30, tzinfo=UTC)),
        (b"Tue, 09 Apr 2024 10:30:00 GMT", datetime(2024, 4, 9, 10, 30, tzinfo=UTC)),
        ("Tue, 09 Apr 2024 13:30:00 +0300", datetime(2024, 4, 9, 10, 30, tzinfo=UTC)),
        ("Tue, 09 Apr 2024 10:30:00 -0000", datetime(2024, 4, 9, 10, 30, tzinfo=UTC)),
    ],
)
def test_the_time_is_the_date_header(sent, time):
    assert to_record(response(Date=sent)).fetched_at == time


@pytest.mark.parametrize(
    "sent",
    [
        *(None, "", "yesterday", "\0", "Tue, 99 Apr 2024 10:30:00 GMT"),
        "Tue, 09 Apr 2024 10:30:00 +9999999999999999",
        "Fri, 09 Apr 9999 10:30:00 GMT",
    ],
)
def test_without_a_time_it_is_now(sent):
    found = to_record(response(Date=sent)).fetched_at
    assert timedelta(0) <= datetime.now(UTC) - found < timedelta(minutes=1)


def test_the_header_is_a_hint_and_options_are_taken():
    page = parse(response(**{"Content-Type": b"text/html; charset=cp1256"}), kind="text")
    assert page.kind == "text"
    assert page.url == "https://almina.example/1"
    assert [warning.code for warning in page.warnings] == ["encoding"]


@pytest.mark.parametrize("module", ["pipeline", "page_objects", "zyte"])
def test_without_the_extra_it_is_named(module):
    missing = "scrapy itemadapter web_poet zyte_common_items"
    program = f"import sys; sys.modules.update(dict.fromkeys({missing.split()}))\n"
    command = [sys.executable, "-c", f"{program}import arnews.scrapy.{module}"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    last = done.stderr.splitlines()[-1]
    assert last == f'ImportError: arnews.scrapy.{module} needs: pip install "arnews[scrapy]"'
