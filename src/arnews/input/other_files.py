"""What is no page: other files of the web, by their first words."""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple

from ..patterns import plain

_LONGEST_PLACE = 2_000  # characters of an address
_HEAD = 4_096  # characters in which a header is looked for
_FILE = r"\.(?:html?|xhtml|php|aspx?|txt|json|jsonl|xml|pdf|docx?|gz|warc|wet|jpe?g|png|webp)"
_PLACE = plain(
    rf"(?:[a-z][a-z0-9+.-]*://|www\.)\S+|(?:~|\.{{0,2}}|[a-z]:)[/\\]\S+|\S+(?: \S+){{0,5}}{_FILE}",
    re.I,
)
_ROOT = plain(
    r"(?:\s++|<\?[^>]*+>|<!--(?s:.*?)-->|<!doctype\s[^>]*+>)*+"
    r"<(?:\w++:)?(rss|feed|rdf|urlset|sitemapindex|svg|nitf|newsml|newsitem|opml)\b",
    re.I,
)
_LINES = r"(?:[\w-]++:[^\n]*+\n(?:[ \t][^\n]*+\n)*+)"  # «Name: value», also on several lines
_HEADED = plain(rf"{_LINES}++", re.A)
_RESPONSE = plain(rf"HTTP/\d(?:\.\d)? \d{{3}}\b[^\n]*+\n{_LINES}*+\r?\n", re.A)
# Markup is the first that a reader would see: «&lt;div&gt;&lt;p&gt;…».
_ESCAPED = plain(
    r"(?:\s++|<[^<>]*+>)*+&lt;(?:!doctype|html|head|body|main|article|section|div|p|h[1-6]|span|table)\b",
    re.I,
)
#: What may stand before JSON in a script: «callback(», «var page =», a guard against scripts.
_BEFORE_JSON = plain(
    r"(?:\)\]\}',?|//[^\n]*+\n|(?:/\*\*/\s*+)?(?:(?:var|let|const)\s++)?[\w$.]{1,60}+\s*+[(=])?+"
    r"\s*+(?=[\[{])"
)
_KEY = plain(r"[\[\s]*+\{\s*+\"[^\"]{1,60}+\"\s*+:")
_COMMA_TOO_MANY = plain(r",(\s*+[\]}])")
_SEPARATORS = ",\t;"
#: Names that columns of tables of pages have; a first line of them opens a table.
_COLUMNS = frozenset({
    "title", "headline", "url", "link", "text", "content", "body", "html", "article", "description",
    "summary", "author", "date", "published", "category", "section", "id",
    "العنوان", "النص", "الرابط", "المحتوى", "الكاتب", "التاريخ", "القسم",
})  # fmt: skip
_FEWEST_COLUMNS = 2
_FEED = "its items are no articles: parse the page that each links to"
_MAP = "parse the pages that it lists"
_XML = "pass HTML or text"
_ROOTS = {
    **dict.fromkeys(("rss", "feed", "rdf"), ("a feed (XML)", _FEED)),
    **dict.fromkeys(("urlset", "sitemapindex"), ("a sitemap (XML)", _MAP)),
}


class Other(NamedTuple):
    """What an input is, and what to do with it."""

    name: str
    advice: str


_IN_SCRIPT = Other(
    "JSON in a script",
    "take away what stands around the JSON, load it, and pass the string in it that is a page",
)
_BROKEN = Other(
    "JSON that does not load",
    "mend it (a comma too many, an end that is cut off), and pass the string in it that is a page",
)
_RESPONDED = Other("an HTTP response with its head", "pass its body, which a client decodes")


def named(text: str) -> Other | None:
    """What `text` is, if it is known to be no page.

    >>> named('{"title": "السدود تمتلئ", "html": "<p>امتلأت السدود.</p>"}')
    Other(name='JSON', advice='pass the string in it that is a page')
    """
    text = text.strip("\ufeff \t\r\n")
    if text.startswith("%PDF-"):
        return Other("a PDF file", "pass the text that a reader of PDF gives")
    if len(text) <= _LONGEST_PLACE and "\n" not in text and _PLACE.fullmatch(text):
        return Other("a path or an address", "pass what is there")
    if root := _ROOT.match(text):
        return Other(*_ROOTS.get(root[1].lower(), ("XML", _XML)))
    if text.startswith("{\\rtf"):
        return Other("an RTF file", "pass the text that a converter of RTF gives")
    if _RESPONSE.match(text):
        return _RESPONDED
    if _ESCAPED.match(text) and "&lt;/" in text:
        return Other("HTML with escaped signs", "pass what `html.unescape` makes of it")
    if _is_table(text):
        return Other("a table (CSV)", "pass the cell of each row that is a page")
    if text.startswith("WARC/"):
        return Other("a WARC file", "pass the body of each response in it")
    head = _head(text)
    if "mime-version:" in head:
        return Other("MHTML or mail", "pass its HTML part, which the module `email` decodes")
    if "content-type:" in head:  # without its first line
        return _RESPONDED
    return _json(text)


def _head(text: str) -> str:
    """The lines «Name: value» that open `text`, in lower case."""
    head = _HEADED.match(text[:_HEAD].replace("\r\n", "\n"))
    return head[0].lower() if head else ""


def _is_table(text: str) -> bool:
    """Whether the first line names columns, and another follows."""
    head, line_end, _ = text[:_LONGEST_PLACE].partition("\n")
    separator = max(_SEPARATORS, key=head.count)
    names = [name.strip(" \"'\r").lower() for name in head.split(separator)]
    return bool(line_end) and len(_COLUMNS.intersection(names)) >= _FEWEST_COLUMNS


def _json(text: str) -> Other | None:
    before = _BEFORE_JSON.match(text)
    if before is None:
        return None
    inner = text[before.end() :].rstrip("); \n") if before.end() else text
    if _loaded(inner) is not None:
        return _IN_SCRIPT if before.end() else Other("JSON", "pass the string in it that is a page")
    first, _, rest = text.partition("\n")
    if isinstance(_loaded(first), dict | list) and rest.lstrip()[:1] == text[0]:
        return Other("JSON Lines", "pass the string in each line that is a page")
    is_near = _loaded(_COMMA_TOO_MANY.sub(r"\1", inner)) is not None or _is_cut(inner)
    return _BROKEN if is_near else None


def _loaded(text: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None


def _is_cut(text: str) -> bool:
    """Whether nothing is wrong with an object of JSON but that its end is missing."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        ends = error.pos >= len(text) or error.msg.startswith("Unterminated string")
        return ends and _KEY.match(text) is not None and "\n" not in text
    except (ValueError, RecursionError):
        pass
    return False
