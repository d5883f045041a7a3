"""Inputs of `arnews batch`, in every form."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

from fastwarc.warc import WarcRecord, WarcRecordType

from helpers import shell


def story(number: int) -> str:
    return f"""<html><head><meta charset="utf-8"></head><body><article>
<h1>سدود الجنوب تمتلئ {number}</h1><p>قبل ساعتين</p>
<p>امتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار، وفق ما أعلنت وزارة المياه اليوم {number}.</p>
<p>وقال مدير السد إن المياه تكفي المزارع كلها حتى نهاية الصيف المقبل من هذا العام.</p>
</article></body></html>"""


def json_lines(number: int) -> str:
    """A page in each of `number` lines."""
    return "".join(
        json.dumps({"html": story(at), "url": address(at), "fetched_at": TIME}) + "\n"
        for at in range(number)
    )


TIME = "2024-04-09T10:30:00+00:00"
PUBLISHED = "2024-04-09T08:30+00:00"  # two hours earlier


def address(number: int) -> str:
    return f"https://almina.example/{number}"


def response(
    body: bytes, number: int, sent: str = "text/html; charset=utf-8", status: str = "200 OK"
) -> bytes:
    """A record of a WARC file."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {sent}\r\n\r\n".encode()
    return _record(
        WarcRecordType.response, "application/http;msgtype=response", head + body, number
    )


def conversion(text: str, number: int) -> bytes:
    """A record of a WET file."""
    return _record(WarcRecordType.conversion, "text/plain", text.encode(), number)


def _record(kind: WarcRecordType, sent: str, content: bytes, number: int) -> bytes:
    record = WarcRecord()
    record.init_headers(record_type=kind)
    record.headers["WARC-Record-ID"] = f"<urn:uuid:00000000-0000-0000-0000-{number:012}>"
    record.headers["WARC-Target-URI"] = address(number)
    record.headers["WARC-Date"] = "2024-04-09T10:30:00Z"
    record.headers["Content-Type"] = sent
    record.set_bytes_content(content)
    written = io.BytesIO()
    record.write(written)
    return written.getvalue()


def packed(*records: bytes) -> bytes:
    """Each record a member of its own, as crawlers pack WARC."""
    return b"".join(map(gzip.compress, records))


def batch(*arguments: object, cwd: Path, stdin: bytes = b"") -> tuple[int, str]:
    """`arnews batch`: exit code, and what it says."""
    done = shell.arnews("batch", *arguments, cwd=cwd, stdin=stdin)
    assert done.stdout == b""
    return done.returncode, done.stderr.decode()


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def in_quarantine(output: Path) -> list[dict[str, object]]:
    path = Path(f"{output}.quarantine.jsonl")
    return lines(path) if path.exists() else []
