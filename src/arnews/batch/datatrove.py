"""arnews in datatrove: an extractor of texts, a step that reads whole pages, a writer of them.

LocalPipelineExecutor([WarcReader("crawl"), ReadPages(), RecordWriter("pages")], tasks=8).run()
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from itertools import islice
from typing import IO, Any

from ..errors import ArnewsError
from ..parse import extract
from .filters import Filters
from .outcome import Broken, Item, Outcome, Reader, Reason, Task
from .readers.rows import Keys, record_of
from .record import Options, parse_record, to_line
from .workers import Allowance, isolated

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.extractors.base import BaseExtractor
    from datatrove.pipeline.writers.disk_base import DiskWriter
except ImportError as error:
    raise ImportError(f'{__name__} needs: pip install "arnews[datatrove]"') from error

__all__ = ["ArnewsExtractor", "ReadPages", "RecordWriter"]

_CHUNK = 64  # documents that are sent to the process at once


class ArnewsExtractor(BaseExtractor):
    """Puts the text of its articles in the place of a page, as `arnews.extract` gives it.

    `timeout` is in seconds for each document; `options` are arguments of `arnews.extract`. A page
    without a text, or that arnews refuses, is dropped. The address of a page is not used: a layout
    is named by `layout="bbc"`. For all that is read use `ReadPages`.
    """

    name = "📰 arnews"

    def __init__(self, timeout: float = 30, **options: Any) -> None:
        super().__init__(timeout)
        self.options = options

    def extract(self, text: str) -> str:
        """The text of the articles of the page `text`; empty without one."""
        try:
            return extract(text, **self.options) or ""
        except ArnewsError:
            return ""


class ReadPages(PipelineStep):
    """Reads pages: the text of a document becomes that of its articles, joined by a blank line.

    What `arnews batch` writes for the page, a dict in the form of docs/json.md, is
    `metadata["page"]`. A page without a text is passed on too; `Filters(only_articles=True)` drops
    it. A page that takes more than the `allowance` of seconds and memory, or that its process dies
    of, is not passed on: `exclusion_writer` writes the document as it came, with the reason in
    `metadata["reason"]`. The stats count pages, articles and reasons.

    `url`, `fetched_at` and `encoding` name keys of a document's metadata. The time is in ISO 8601.
    """

    type = "🛢 - EXTRAC"
    name = "📰 arnews pages"

    def __init__(
        self,
        url: str = "url",
        fetched_at: str = "date",
        encoding: str = "encoding",
        options: Options = Options(),  # noqa: B008
        filters: Filters = Filters(),  # noqa: B008
        allowance: Allowance = Allowance(),  # noqa: B008
        exclusion_writer: DiskWriter | None = None,
        parse: Reader = parse_record,
    ) -> None:
        super().__init__()
        self.keys = Keys("text", url, fetched_at, encoding)
        self.task = Task(options, filters, parse)
        self.allowance = allowance
        self.exclusion_writer = exclusion_writer

    def run(self, data: Iterable[Any], rank: int = 0, world_size: int = 1) -> Iterator[Any]:
        """The documents of `data` with their pages."""
        coming = iter(data)
        with self.exclusion_writer or nullcontext(), isolated(self.task, self.allowance) as read:
            while documents := list(islice(coming, _CHUNK)):
                with self.track_time("chunk"):
                    outcomes = read([self._item(document) for document in documents])
                for document, outcome in zip(documents, outcomes, strict=True):
                    if self._is_kept(document, outcome, rank):
                        yield document

    def _item(self, document: Document) -> Item:
        data = {**document.metadata, "text": document.text}
        try:
            return record_of(data, document.id, self.keys)
        except ValueError as error:
            return Broken(document.id, document.text, Reason("no record", str(error)))

    def _is_kept(self, document: Document, outcome: Outcome, rank: int) -> bool:
        """Fills `document`; whether it is passed on."""
        self.stat_update("total")
        if outcome.reason:
            self.stat_update(outcome.reason.code)
            if self.exclusion_writer:
                reason = {"code": outcome.reason.code, "message": outcome.reason.message}
                document.metadata["reason"] = reason
                self.exclusion_writer.write(document, rank)
        if outcome.line is None:
            self.stat_update("dropped")
            return False
        page = json.loads(outcome.line)
        texts = [article["text"] for article in page.get("articles", ())]
        document.text = "\n\n".join(filter(None, texts))
        document.metadata["page"] = page
        self.stat_update("forwarded", *([outcome.refused] if outcome.refused else []))
        self.stat_update("articles", value=len(texts))
        self.update_doc_stats(document)
        return True


class RecordWriter(DiskWriter):
    """Writes the pages of `ReadPages` as the JSON Lines that `arnews batch` writes."""

    default_output_filename = "${rank}.jsonl"
    name = "📰 arnews records"

    def __init__(self, output_folder: Any, output_filename: str | None = None, **how: Any) -> None:
        super().__init__(output_folder, output_filename, mode="wb", **how)

    def _default_adapter(self, document: Document) -> dict[str, Any]:
        page: dict[str, Any] = document.metadata["page"]
        return page

    def _write(self, document: dict[str, Any], file_handler: IO[bytes], filename: str) -> None:
        file_handler.write(to_line(document).encode())
