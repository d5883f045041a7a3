"""The laws that every parsed page keeps, checked all at once by unit, gold and property tests."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import attrs
import jsonschema
from selectolax.lexbor import LexborHTMLParser

import arnews
from arnews.labeling.roles import ROLES
from arnews.layouts import Layout

Form = Literal["text", "html"]


def check_laws(page: arnews.Page, text: str | None = None) -> None:
    """Fails if `page`, parsed from the text `text`, breaks a law that holds for any page."""
    check_accounted(page)
    check_traced(page)
    check_one_story(page)
    check_json(page)
    if text is not None and page.kind == "text":
        check_lossless(page, text)


_ABSENT = {field.name: field.default for field in attrs.fields(arnews.Article)}
_VALIDATOR = jsonschema.Draft202012Validator(arnews.json_schema())


def check_printed(page: arnews.Page, layout: str | Layout, form: Form) -> None:
    """Laws 3, 4 and 7, and those of any page: `page`, printed by `layout`, reads back as it is."""
    printed = arnews.render(page, layout=layout, form=form)
    again = arnews.parse(printed, url=page.url, layout=layout, kind=form)
    check_laws(again, printed)
    if form == "html":
        check_seen(again, printed)
    assert again == page
    assert arnews.render(again, layout=layout, form=form) == printed


def check_promise(page: arnews.Page, layout: str | Layout, form: Form) -> None:
    """`can_print` refuses exactly the pages that do not read back from their print."""
    reasons = arnews.can_print(page, layout=layout, form=form)
    try:
        printed = arnews.render(page, layout=layout, form=form)
    except arnews.CannotPrint:
        assert reasons
        return
    again = arnews.parse(printed, url=page.url, layout=layout, kind=form)
    wanted, got = (_printable(each, form) for each in (page, again))
    assert (got == wanted) == (not reasons), reasons


def _printable(page: arnews.Page, form: Form) -> object:
    """What print can hold of `page`: text has no addresses."""
    if form == "html":
        return page.articles
    return _without(json.loads(page.to_json())["articles"])


def _without(data: object) -> object:
    if isinstance(data, dict):
        dropped = ("url", "from_metadata")
        return {name: _without(value) for name, value in data.items() if name not in dropped}
    return [_without(each) for each in data] if isinstance(data, list) else data


def check_survives(page: arnews.Page, mess: arnews.Page) -> None:
    """What debris takes from no page: headlines, captions and paragraphs, in their order."""
    assert [article.headline for article in mess.articles] == [a.headline for a in page.articles]
    for article, messy in zip(page.articles, mess.articles, strict=True):
        assert messy.paragraphs == article.paragraphs
        captions = {figure.caption for figure in article.figures}
        assert captions <= {None, *(figure.caption for figure in messy.figures)}


def check_lossless(page: arnews.Page, text: str) -> None:
    """Law 1: the blocks and what stands between them are the source; between them are blanks, and
    the marks that tools set before a line or around the fields of a corpus' record."""
    tags = TAGS if text.startswith("<DOC>") else NO_TAGS
    at = 0
    for block in page.blocks:
        assert block.start is not None
        assert block.end is not None
        gap = MARKS.sub("", LINK_MARKS.sub("", tags.sub("", text[at : block.start])))
        assert not gap.strip("\ufeff" + BLANKS), "a gap holds more than blanks"
        assert text[block.start : block.end] == block.text
        assert block.text
        at = block.end
    assert not LINK_MARKS.sub("", tags.sub("", text[at:])).strip("\ufeff" + BLANKS), (
        "text after the last block is in no block"
    )


BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace())
TAGS, NO_TAGS = re.compile(r"</?[A-Z]+>"), re.compile(r"(?!)")
LINK = re.compile(
    r"!?\[\s*([^\[\]]*?)\s*\]\([^()\s]*\)|(?<!\*)\*\*([^*]+)\*\*(?!\*)|(?<!\S)\[[0-9]{1,3}\](?=[^\W\d])"
)
LINK_MARKS = re.compile(r"\[[0-9]{1,3}\]|\]\([^()\s]*\)|(?:[*•-] +)?!?\[|\*\*")
MARKS = re.compile(r"(?:#{1,6} +|[>|] +|[ \t]{2,}(?:[*+•◦o]|[0-9]{1,3}\.) +)+\\?$|\\$")


def check_seen(page: arnews.Page, html: str) -> None:
    """Law 1 for HTML: every visible character stands in one block, in the order of the page."""
    shown = LexborHTMLParser(html).css_first("body").text()
    assert "".join(_bare(block.text) for block in page.blocks) == _bare(shown)


def check_accounted(page: arnews.Page) -> None:
    """Law 2: one role a block; every string of an article stands in a block of that article, and in
    as many as fields have it; what is said to come from the metadata stands there."""
    assert all(block.role in ROLES for block in page.blocks)
    stated = {_bare(text) for text in strings(page.metadata)}
    for at, article in enumerate(page.articles):
        named = [name for name in article.from_metadata if "." not in name]
        for text in strings(tuple(getattr(article, name) for name in named)):
            assert any(_bare(text) in one for one in stated), f"the metadata do not state «{text}»"
        article = attrs.evolve(article, **{name: _ABSENT[name] for name in named})
        traced = [_bare(b.text) for b in page.blocks if b.article == at and b.role != "chrome"]
        for string, times in Counter(strings(article)).items():
            printed = sum(text.count(_bare(string)) for text in traced)
            assert printed >= times, f"«{string}» is {times} values, and stands in {printed} blocks"


def check_traced(page: arnews.Page) -> None:
    """Law 2: every string that an article shows stands in the blocks that feed its field, and every
    block holds a string of each field that it feeds."""
    fields = {name: value for article in _named(page) for name, value in article}
    feeding: dict[str, list[str]] = {name: [] for name in fields}
    for block in page.blocks:
        assert len(set(block.feeds)) == len(block.feeds)
        paragraph = any(name in fields and _is_paragraph(fields[name]) for name in block.feeds)
        for name in block.feeds:
            assert name in feeding, f"«{block.text}» feeds {name}, which has no value"
            feeding[name].append(_bare(block.text))
            if paragraph and name.endswith("].byline"):
                continue  # its dateline may only add a place to a byline that stands elsewhere
            held = [text for text in strings(fields[name]) if _bare(text) in _bare(block.text)]
            assert any(held), f"«{block.text}» feeds {name}, and holds nothing of it"
    for name, texts in feeding.items():
        article = page.articles[int(name.split("]")[0].removeprefix("articles["))]
        if not texts and ".body[" in name and "body" in article.from_metadata:
            continue  # the rest of a body that the page only states
        for text in filter(None, strings(fields[name])):
            assert any(_bare(text) in fed for fed in texts), f"{name}: «{text}» is in no block"


def _is_paragraph(value: object) -> bool:
    return isinstance(value, arnews.Paragraph)


def _named(page: arnews.Page) -> Iterator[Iterator[tuple[str, object]]]:
    """The fields that are shown, by article: the name and value of each."""
    for index, article in enumerate(page.articles):
        yield _fields_of(f"articles[{index}]", article, article.from_metadata)


def _fields_of(
    path: str, owner: object, stated: tuple[str, ...] = ()
) -> Iterator[tuple[str, object]]:
    for field in attrs.fields(type(owner)):
        value, name = getattr(owner, field.name), f"{path}.{field.name}"
        if field.name in stated and field.name != "body":
            continue
        if isinstance(value, arnews.Figure):
            yield from _parts(name, value)
        elif field.name in ("body", "related", "items"):
            for at, each in enumerate(value):
                yield from _element(f"{name}[{at}]", each)
        elif field.name == "tags":
            yield from ((f"{name}[{at}]", tag) for at, tag in enumerate(value))
        elif value is not None and field.name not in ("url", "from_metadata", "teaser_cut"):
            yield name, value


def _element(name: str, each: object) -> Iterator[tuple[str, object]]:
    if isinstance(each, arnews.SeeAlso | arnews.RelatedItem):
        yield from _fields_of(name, each)
    elif isinstance(each, arnews.Figure):
        yield from _parts(name, each)
    else:
        yield name, each


def _parts(name: str, figure: arnews.Figure) -> Iterator[tuple[str, object]]:
    if figure.caption is not None:
        yield f"{name}.caption", figure.caption
    if figure.credit is not None:
        yield f"{name}.credit", figure.credit


def check_one_story(page: arnews.Page) -> None:
    """Law 11: no article without text stands beside one without a headline, nor lacks both."""
    for one, other in pairwise(page.articles):
        assert (one.text and other.text) or (one.headline and other.headline)


def _bare(text: str) -> str:
    """Without white space, and without the marks of Markdown: a sentence that the text breaks at
    its links is one in the article."""
    return "".join(LINK.sub(r"\1\2", text).split())


def check_json(page: arnews.Page) -> None:
    """Law 6: JSON gives the page back, and satisfies the schema."""
    printed = page.to_json(blocks=True)
    again = arnews.Page.from_json(printed)
    assert again == page
    assert (again.blocks, again.warnings) == (page.blocks, page.warnings)
    assert again.metadata == page.metadata
    completed = [article.from_metadata for article in page.articles]
    assert [article.from_metadata for article in again.articles] == completed
    _VALIDATOR.validate(json.loads(printed))


def strings(value: object) -> list[str]:
    """Every printed string in a part of an article; not ids, kinds and URLs."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in strings(part)]
    if isinstance(value, arnews.Table):
        return [line for row in value.rows for cell in row for line in cell.split("\n")]
    if isinstance(value, arnews.Embed):
        return (value.text or "").split("\n")
    if isinstance(value, arnews.Byline):
        return value.raw.split("\n")  # a byline may be printed on two lines, each a block
    if isinstance(value, arnews.Moment | arnews.Credit):
        return [value.raw]
    if not attrs.has(type(value)):
        return []
    found = []
    for field in attrs.fields(type(value)):
        if field.name not in ("kind", "url", "from_metadata"):
            found += strings(getattr(value, field.name))
    return found
