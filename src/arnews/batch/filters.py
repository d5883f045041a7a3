"""Which pages a run keeps."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from attrs import frozen

__all__ = ["Filters"]

_LETTER = re.compile(r"[^\W\d_]")
_ARABIC = re.compile(r"[\u0620-\u064a\u066e-\u06d3]")
_SHARE = 0.5  # of letters, above which a text is in Arabic letters
_IN_ARABIC_LETTERS = frozenset({"ar", "fa", "ur", "ps", "ckb", "ug", "sd"})


@frozen
class Filters:
    """Which pages are written. A page is kept if one of its articles is.

    Attributes:
        only_articles: Drop pages without an article, also those that could not be read.
        since: Keep pages with an article that was published on this day or later.
        until: Keep pages with an article that was published on this day or before.
        language: Keep pages in this language: `"ar"`.

    >>> Filters(only_articles=True).reason_to_drop({"articles": []})
    'no article'
    """

    only_articles: bool = False
    since: date | None = None
    until: date | None = None
    language: str | None = None

    def reason_to_drop(self, data: dict[str, Any]) -> str | None:
        """Why the page `data`, from `read_record`, is not written; `None` if it is.

        A page with an error is written, unless only articles are wanted: its day and language are
        not known.
        """
        articles = data.get("articles", [])
        if self.only_articles and not articles:
            return "no article"
        if "error" in data:
            return None
        if (self.since or self.until) and not any(map(self._is_in_time, articles)):
            return "another day"
        if self.language and language_of(data) != self.language:
            return "another language"
        return None

    def _is_in_time(self, article: dict[str, Any]) -> bool:
        told = (article["published"] or {}).get("value")
        if not told or len(told) < len("2025-03-18"):
            return False
        day = date.fromisoformat(told[:10])
        return (self.since or day) <= day <= (self.until or day)


def language_of(data: dict[str, Any]) -> str | None:
    """The language of a page: what it states, unless its letters say otherwise.

    Many templates state English whatever they print: a text in Arabic letters is Arabic if what is
    stated is no language that is written so.
    """
    stated = (data["metadata"]["language"] or "").lower().replace("_", "-").split("-")[0] or None
    text = " ".join(article["text"] or article["headline"] or "" for article in data["articles"])
    letters = len(_LETTER.findall(text))
    if not letters:
        return stated
    if len(_ARABIC.findall(text)) > _SHARE * letters:
        return stated if stated in _IN_ARABIC_LETTERS else "ar"
    return None if stated in _IN_ARABIC_LETTERS else stated
