"""What becomes of one record: the work that a worker does for it."""

from __future__ import annotations

import hashlib
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

from attrs import field, frozen

from ..errors import ArnewsError
from ..model import Page
from .filters import Filters
from .record import Options, Record, parse_record, refused, to_dict, to_line

#: Reads a record, as `parse_record` does.
Reader: TypeAlias = Callable[[Record, Options], Page]

_FIELDS = (
    *("headline", "kicker", "subtitle", "section", "byline", "published", "modified"),
    *("lead_image", "text", "tags", "related"),
)


@frozen
class Reason:
    """Why a record is in quarantine: `code` is for programs."""

    code: str
    message: str


@frozen
class Broken:
    """What a reader found in place of a record: a line that is no JSON, a packed file cut off."""

    id: str
    data: bytes | str | None
    reason: Reason


@frozen
class Outcome:
    """What one record gave: a `line` to write, or the `reason` for quarantine, or neither.

    `counts` are added up for the summary, `texts` are digests of the texts of its articles.
    After an outcome that is the `last`, the worker ends: its memory is spent.
    """

    line: bytes | None = None
    reason: Reason | None = None
    counts: dict[str, int] = field(factory=dict)
    texts: tuple[bytes | None, ...] = ()
    facts: dict[str, Any] | None = None
    last: bool = False


@frozen
class Task:
    """What a worker does with each record, the same for a whole run."""

    options: Options
    filters: Filters
    parse: Reader = parse_record
    digests: bool = False
    report: bool = False

    def __call__(self, item: Record | Broken) -> Outcome:
        """The outcome of `item`. Raises nothing."""
        if isinstance(item, Broken):
            return Outcome(reason=item.reason)
        try:
            return self._outcome(item)
        except MemoryError:
            return Outcome(reason=Reason("memory", "it needs more memory than allowed"), last=True)
        except BaseException as error:  # whatever it is, the other records go on
            return Outcome(reason=Reason("fault", _told(error)))

    def _outcome(self, record: Record) -> Outcome:
        began = time.perf_counter()
        page: Page | None = None
        try:
            page = self.parse(record, self.options)
            data = to_dict(record, page)
        except ArnewsError as error:
            data = refused(record, error)
        seconds = time.perf_counter() - began
        size = len(record.data)
        counts = Counter(records=1, bytes=size)
        facts = _facts(page, data, seconds, size) if self.report else None
        dropped = self.filters.reason_to_drop(data)
        if dropped:
            counts[f"dropped: {dropped}"] += 1
            return Outcome(counts=dict(counts), facts=facts)
        texts: tuple[bytes | None, ...] = ()
        if page is None:
            counts[f"refused: {data['error']['code']}"] += 1
        else:
            articles = data["articles"]
            counts["articles"] += len(articles)
            counts["with article"] += bool(articles)
            for article in articles:
                counts.update(f"field: {name}" for name in _FIELDS if article[name])
            if self.digests:
                texts = tuple(_digest(article["text"]) for article in articles)
        line = to_line(data).encode()
        return Outcome(line, None, dict(counts), texts, facts)


def _facts(
    page: Page | None, data: dict[str, Any], seconds: float, size: int
) -> dict[str, Any] | None:
    """What the report counts about a page."""
    return None  # the report is not there yet


def _digest(text: str) -> bytes | None:
    """Equal for two texts whose words are the same; `None` for no text."""
    words = " ".join(text.split())
    return hashlib.blake2b(words.encode("utf-8", "replace"), digest_size=16).digest() or None


def _told(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}"
    return f"{type(error).__name__} at {where}: {error}"
