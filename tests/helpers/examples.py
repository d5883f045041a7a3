"""Examples of features and zones as pages: «أعلنت … . | [مياه الربيع] | وأضاف … .».

` | ` is the end of a line, the lines that are meant are in brackets, and «…» is the rest of a
sentence. A page that begins with «<» is HTML; without «…» and `<html>` it is a piece between the
paragraphs of an article. An example without brackets is one line.
"""

from __future__ import annotations

from functools import cache

import regex

from arnews import layouts, segment
from arnews.blocks import Block
from arnews.input import source
from arnews.labeling import label
from arnews.labeling.features.register import names
from arnews.limits import Limits

_REST = (
    "وزارة الموارد المائية أن منسوب السدود في البلاد بلغ أعلى مستوى له منذ عشر سنوات بعد أمطار"
    " غزيرة هطلت على المرتفعات طوال الأسبوع الماضي وملأت الأودية والأنهار"
)
_ARTICLE = """<html><h1>الوزارة تفتح بوابات السد الكبير</h1><article><p>أعلنت …</p>
{}
<p>وأضافت …</p><p>وأكدت …</p></article></html>"""
_MEANT = regex.compile(r"\[([^\[\]]*+)\]")
_MARK = "⁂"


@cache
def shown(example: str) -> tuple[frozenset[str], ...]:
    """The names of zone and features of each line that `example` means, in order."""
    if not _MEANT.search(example):
        return (_features(example, "text")[0],)
    page, kind = example.replace(" | ", "\n"), "text"
    if page.lstrip("[").startswith("<"):
        page, kind = page if regex.search("…|<html>", page) else _ARTICLE.format(page), "html"
    page = page.replace("…", _REST)
    marked = _blocks(_MEANT.sub(_marked, page), kind)
    found = _features(_MEANT.sub(r"\1", page), kind)
    assert len(marked) == len(found), example
    return tuple(
        features for block, features in zip(marked, found, strict=True) if _is_marked(block)
    )


def _marked(meant: regex.Match[str]) -> str:
    inside = meant[1]
    return inside.replace("<img", f"<img alt={_MARK}") if "<img" in inside else _MARK + inside


def _is_marked(block: Block) -> bool:
    image = block.markup.image if block.markup else None
    return _MARK in block.text or (image is not None and _MARK in str(image))


def _blocks(page: str, kind: str) -> list[Block]:
    return segment.blocks(source.read(page, kind=kind), Limits()).blocks


def _features(page: str, kind: str) -> list[frozenset[str]]:
    read = segment.blocks(source.read(page, kind=kind), Limits())
    labelled = label(read.blocks, layouts.get(layouts.GENERIC), read.metadata)
    return [frozenset(names(bits)) for bits in labelled.page.features]
