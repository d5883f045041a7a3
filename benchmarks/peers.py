"""Other extractors of articles, each with the fields that it has, in the gold's flat form.

    python benchmarks/peers.py      installs them, one by one, and says which cannot be

Imports stand inside the functions: a peer that is missing or fails is told, and no more.
"""

from __future__ import annotations

import importlib.metadata
import subprocess
import sys
import tomllib
from collections.abc import Callable
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from attrs import frozen

#: Fields of an article, as `shared/tools/score.py` reads them.
Article = dict[str, Any]


@frozen
class Peer:
    """A package, the fields it has, and how it is asked: markup, its URL and its
    language (`ar`) to an article."""

    package: str
    fields: frozenset[str]
    read: Callable[[str, str | None, str], Article]

    @property
    def version(self) -> str | None:
        """The version that is installed, if one is."""
        try:
            return importlib.metadata.version(self.package)
        except importlib.metadata.PackageNotFoundError:
            return None


def trafilatura(html: str, url: str | None, language: str) -> Article:
    """With the hour, where it finds one."""
    from trafilatura import bare_extraction

    dates = {"outputformat": "%Y-%m-%dT%H:%M", "original_date": True}
    found = bare_extraction(
        html, url=url, with_metadata=True, include_comments=False, date_extraction_params=dates
    )
    if found is None:
        return {}
    return {
        "headline": found.title,
        "authors": (found.author or "").split("; ") if found.author else [],
        "publication": found.sitename,
        "published": (found.date or "").removesuffix("T00:00") or None,
        "tags": list(found.tags or ()),
        "body": lines(found.text),
    }


def newspaper4k(html: str, url: str | None, language: str) -> Article:
    """As its documentation asks for a page that is there already."""
    from newspaper import Article as Newspaper

    article = Newspaper(url or "http://example.org/", language=language, fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "headline": article.title,
        "authors": list(article.authors),
        "published": iso(article.publish_date),
        "tags": sorted(article.tags or article.meta_keywords or ()),
        "body": lines(article.text),
    }


def resiliparse(html: str, url: str | None, language: str) -> Article:
    """Plain text, and the title of the document."""
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    tree = HTMLTree.parse(html)
    return {
        "headline": tree.title,
        "body": lines(extract_plain_text(tree, main_content=True, alt_texts=False)),
    }


def readability_lxml(html: str, url: str | None, language: str) -> Article:
    """The summary is markup: a line a block element."""
    from readability import Document

    document = Document(html, url=url)
    return {
        "headline": document.short_title(),
        "authors": [document.author()] if document.author() != "[no-author]" else [],
        "body": lines(_shown(document.summary(html_partial=True))),
    }


def goose3(html: str, url: str | None, language: str) -> Article:
    """With its stop words for the language; if it has none, with English ones, its default."""
    from goose3 import Goose, text

    stop_words = {
        "ar": text.StopWordsArabic,
        "ja": text.StopWordsJapanese,
        "ko": text.StopWordsKorean,
    }
    words = files("goose3") / "resources" / "text" / f"stopwords-{language}.txt"
    settings = {
        "stopwords_class": stop_words.get(language, text.StopWords),
        "target_language": language if words.is_file() else "en",
        "use_meta_language": False,
        "enable_image_fetching": False,
    }
    with Goose(settings) as goose:
        article = goose.extract(raw_html=html)
    return {
        "headline": article.title,
        "authors": list(article.authors),
        "published": iso(article.publish_datetime_utc or article.publish_date),
        "tags": list(article.tags),
        "body": lines(article.cleaned_text),
    }


def justext(html: str, url: str | None, language: str) -> Article:
    """The first heading before the text is its nearest thing to a headline."""
    from babel import Locale
    from justext import get_stoplist, get_stoplists
    from justext import justext as classify

    name = Locale.parse(language).english_name or ""
    name = {"Norwegian": "Norwegian_Bokmal"}.get(name, name)
    known = {"stoplist": get_stoplist(name)} if name in get_stoplists() else _NO_STOP_WORDS
    good = [part for part in classify(html, **known) if not part.is_boilerplate]
    heading = next((part.text for part in good if part.is_heading), None)
    return {"headline": heading, "body": [part.text for part in good if part.text != heading]}


def boilerpy3(html: str, url: str | None, language: str) -> Article:
    """Its extractor for articles."""
    from boilerpy3.extractors import ArticleExtractor

    document = ArticleExtractor(raise_on_failure=False).get_doc(html)
    return {"headline": document.title, "body": lines(document.content)}


#: How its documentation asks for text of a language that it has no words of.
_NO_STOP_WORDS: dict[str, Any] = {
    "stoplist": frozenset(),
    "stopwords_low": 0,
    "stopwords_high": 0,
}

_BODY = frozenset({"headline", "paragraph"})
PEERS = (
    Peer(
        "trafilatura",
        _BODY | {"authors", "publication", "published", "published day", "tag"},
        trafilatura,
    ),
    Peer("newspaper4k", _BODY | {"authors", "published", "published day", "tag"}, newspaper4k),
    Peer("goose3", _BODY | {"authors", "published", "published day", "tag"}, goose3),
    Peer("readability-lxml", _BODY | {"authors"}, readability_lxml),
    Peer("boilerpy3", _BODY, boilerpy3),
    Peer("justext", _BODY, justext),
    Peer("resiliparse", _BODY, resiliparse),
)


def lines(text: str | None) -> list[str]:
    """The lines of `text` that are not blank."""
    return [line for line in (text or "").splitlines() if line.strip()]


def iso(moment: datetime | str | list[str] | None) -> str | None:
    """To the minute, the first of several; a midnight is a day without an hour."""
    if isinstance(moment, list):
        return moment[0] if moment else None
    if isinstance(moment, str) or moment is None:
        return moment
    return moment.isoformat(timespec="minutes").replace("T00:00", "") or None


def _shown(html: str) -> str:
    from lxml.html import fromstring

    tree = fromstring(html)
    for element in tree.iter("p", "div", "li", "br", "h1", "h2", "h3", "h4", "blockquote", "td"):
        element.tail = "\n" + (element.tail or "")
    return str(tree.text_content())


def main() -> None:
    """Installs the extra `accuracy`, package by package: one that cannot be stops no other."""
    project = tomllib.loads(Path(__file__).parent.parent.joinpath("pyproject.toml").read_text())
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    subprocess.run([*pip, "--upgrade", "pip"], check=False)
    for package in project["project"]["optional-dependencies"]["accuracy"]:
        if subprocess.run([*pip, package], check=False).returncode:
            print(f"{package} cannot be installed")


if __name__ == "__main__":
    main()
