"""Pages whose values are chosen to break out of their place, as Hypothesis draws them."""

import re
import unicodedata
from datetime import datetime

from hypothesis import strategies as st

from arnews import (
    Article,
    Byline,
    Credit,
    Embed,
    Figure,
    ListItem,
    Moment,
    Page,
    Paragraph,
    Quote,
    RelatedItem,
    SeeAlso,
    Subheading,
)

_BITS = (
    *("\\", "`", "*", "**", "_", "[", "]", "(", ")", "<", ">", "#", "&", "~~~", "|", "$", "!["),
    *("- ", "+ ", "1. ", "12) ", "---", "===", ":--", "    ", "\t", "\n", "\n\n", "\r\n", "\u2028"),
    *("&amp;", "&#0;", "<b>", "</p>", "<!--", "-->", "]]>", "</script>", "<script>x()</script>"),
    *('" onclick="x()', "' style='", "](javascript:x)", "](//x.example)", "<http://x.ex>"),
    *("http://x.example/a?b=1&c=2", "\x00", "\ud800", "\u202e", "\u2067", "\ufeff", "\x85", "\xa0"),
    *("خبر", "قال الوزير", "«نعم»", "١٢", "iPhone 15", "C++", "@who", "+961 3 123", "a", "1", " "),
)

texts = st.lists(st.sampled_from(_BITS), max_size=8).map("".join) | st.text(max_size=30)
_optional = st.none() | texts
urls = (
    st.none()
    | st.sampled_from(
        (
            *("javascript:alert(1)", " JavaScript:x()", "java\nscript:x()", "\x01javascript:x"),
            *("data:text/html,<script>x</script>", "vbscript:x", "mailto:a@x.org", "file:///etc"),
            *("http://x.example/a b\"c'<d>", "https://x.example/(1)?a=1&amp;b=2", "//x.example/p"),
            *("/path", "page.html#top", "", "http://[", "خبر/١", "http://x.example/\u202egpj.exe"),
        )
    )
    | texts
)
credits = st.builds(
    Credit,
    texts,
    st.lists(st.sampled_from(("reuters", "afp", "no-such-id")) | texts, max_size=2).map(tuple),
    _optional,
    _optional,
    st.booleans(),
    st.booleans(),
)
figures = st.builds(
    Figure, _optional, st.none() | credits, st.sampled_from(("image", "video")), urls
)
_several = st.lists(texts, max_size=2).map(tuple)
bylines = st.builds(Byline, texts, _several, _optional, _several, _optional, _optional)
moments = st.builds(Moment, texts, st.none() | st.dates() | st.datetimes(), _optional) | st.builds(
    Moment, texts, st.just(datetime(2025, 3, 18, 21, 40))
)
items = st.builds(
    RelatedItem,
    *(_optional, urls, _optional, st.none() | figures, _optional, st.booleans()),
    *(st.none() | bylines, st.none() | moments),
)
_items = st.lists(items, max_size=2).map(tuple)
_elements = st.one_of(
    *(st.builds(kind, texts) for kind in (Paragraph, Subheading, Quote, ListItem)),
    *(figures, st.builds(SeeAlso, _items), st.builds(Embed, texts, urls, _optional)),
)
articles = st.builds(
    Article,
    *(_optional, _optional, _optional, _optional, st.none() | bylines),
    *(st.none() | moments, st.none() | moments, st.none() | figures),
    *(st.lists(_elements, max_size=4).map(tuple), _several, _items),
)
pages = st.builds(
    Page,
    st.lists(articles, max_size=2).map(tuple),
    urls,
    st.sampled_from(("generic", "aawsat", "no-such-layout")),
)


def as_shown(text):
    """What a reader may expect to see of `text`: white space collapsed, the unprintable told."""
    return " ".join(re.sub(r"(?s).", lambda found: _shown(found.group()), text or "").split())


def _shown(char):
    category, code = unicodedata.category(char), ord(char)
    is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF
    is_control = category == "Cc" and not char.isspace()
    return "\ufffd" if is_noncharacter or is_control or category == "Cs" else char
