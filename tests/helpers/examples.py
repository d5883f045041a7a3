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
    page, kind = _read(example)
    marked = _blocks(_MEANT.sub(_marked, page), kind)
    found = _features(_MEANT.sub(r"\1", page), kind)
    assert len(marked) == len(found), example
    return tuple(
        features for block, features in zip(marked, found, strict=True) if _is_marked(block)
    )


@cache
def whole(page: str) -> tuple[frozenset[str], ...]:
    """The names of zone and features of every line of `page`."""
    return tuple(_features(*_read(page)))


def filled(page: str) -> str:
    """`page` with «{30}» as thirty characters in words of twelve letters, and «{30 lines}» as lines
    that have a number each."""
    line = "<p>{}</p>" if page.startswith("<") else "{}"
    page = regex.sub(
        r"\{(\d+) lines\}",
        lambda size: " | ".join(line.format(at + 1) for at in range(int(size[1]))),
        page,
    )
    return regex.sub(r"\{(\d+)\}", lambda size: _words(int(size[1])), page)


def _words(size: int) -> str:
    text = ("ب" * 12 + " ") * (size // 13 + 1)
    return text[: size - 1] + "ب"


def _read(example: str) -> tuple[str, str]:
    """The text or markup of `example`, and which of the two it is."""
    page = example.replace(" | ", "\n")
    if not page.lstrip("[").startswith("<"):
        return page.replace("…", _REST), "text"
    page = page if regex.search("…|<html>", page) else _ARTICLE.format(page)
    return page.replace("…", _REST), "html"


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
