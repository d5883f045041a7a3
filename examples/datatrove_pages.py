"""Reads pages in a datatrove pipeline. Needs: pip install "arnews[datatrove]"."""

import json
from pathlib import Path

from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader

from arnews.batch.datatrove import ReadPages, RecordWriter

if __name__ == "__main__":
    crawl = JsonlReader("crawl", text_key="html")
    LocalPipelineExecutor([crawl, ReadPages(), RecordWriter("articles")], tasks=1).run()
    for line in Path("articles/00000.jsonl").read_text("utf-8").splitlines():
        page = json.loads(line)
        print(page["url"], page["articles"][0]["published"]["value"])
