"""Addresses of figures, stories and posts: absolute where a page tells how."""

from __future__ import annotations

import pytest

import arnews
from arnews.assembly.addresses import base_of

P = "<p>بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي للميناء.</p>"
HTML = """<head>{head}</head><article><h1>رافعات جديدة تضاعف قدرة الميناء</h1>
<figure><img src="/i/crane.jpg"><figcaption>رافعة على الرصيف (رويترز)</figcaption></figure>
{p}<img src="ship.jpg">{p2}</article>
<aside><h3>اقرأ أيضا</h3><ul><li><a href="/2">وزير النقل يزور الميناء غداً</a></li>
<li><a href="//cdn.example/3">السفن تعود إلى المرفأ القديم بعد غياب</a></li></ul></aside>"""
OWN = "https://alwadi.example/eg/7"


def addresses(head: str = "", url: str | None = None) -> list[str | None]:
    html = HTML.format(head=head, p=P, p2=P.replace("أربع", "خمس"))
    (article,) = arnews.parse(html, url=url).articles
    return [each.url for each in (*article.figures, *article.related)]


WRITTEN = ["/i/crane.jpg", "ship.jpg", "/2", "//cdn.example/3"]
BY_URL = [
    "https://alwadi.example/i/crane.jpg",
    "https://alwadi.example/eg/ship.jpg",
    "https://alwadi.example/2",
    "https://cdn.example/3",
]


def test_an_address_that_is_none_stays_as_it_is_written() -> None:
    html = HTML.format(head="", p=P, p2=P).replace("/i/crane.jpg", "http://[bad/crane.jpg")
    (article,) = arnews.parse(html, url=OWN).articles
    assert article.figures[0].url == "http://[bad/crane.jpg"


@pytest.mark.parametrize(
    ("head", "url", "expected"),
    [
        ("", None, WRITTEN),
        ("", OWN, BY_URL),
        (f"<link rel=canonical href={OWN}>", None, BY_URL),
        (f"<meta property=og:url content={OWN}>", None, BY_URL),
        # no place to be relative to
        ("", "javascript:void(0)", WRITTEN),
        ("", "data:text/html,x", WRITTEN),
        ("", "/eg/7", WRITTEN),
        ("", "http://[", WRITTEN),
        ("<base href=javascript:alert(1)>", None, WRITTEN),
        ("<base href=javascript:alert(1)>", OWN, BY_URL),
        ("<base href=/img/>", None, WRITTEN),
        (f"<link rel=canonical href={OWN}>", "javascript:void(0)", BY_URL),
    ],
)
def test_what_addresses_are_relative_to(
    head: str, url: str | None, expected: list[str | None]
) -> None:
    assert addresses(head, url) == expected


def test_the_base_of_a_page_goes_before_its_address() -> None:
    found = addresses("<base href=https://static.example/a/>", OWN)
    assert found[:2] == ["https://static.example/i/crane.jpg", "https://static.example/a/ship.jpg"]
    assert addresses("<base href=/img/>", OWN)[1] == "https://alwadi.example/img/ship.jpg"
    assert base_of(None, None, "https://static.example/a/") == "https://static.example/a/"


def test_other_addresses_stay_as_they_are_written() -> None:
    tweet = "<blockquote class=twitter-tweet><p>شكرا</p><a href='javascript:x'>هنا</a></blockquote>"
    html = f"<article><h1>رافعات جديدة تضاعف قدرة الميناء</h1>{P}{tweet}{P}</article>"
    (article,) = arnews.parse(html, url=OWN).articles
    assert article.body[1] == arnews.Embed("post", "javascript:x", "شكرا\nهنا")


def test_a_base_longer_than_addresses_are_is_none() -> None:
    """Each picture would repeat it: 1 MB of pictures behind such a base took 19 s and 563 MB."""
    long = f"https://static.example/{'a/' * 2_000}"
    assert addresses(f"<base href={long}>") == WRITTEN
    assert addresses(f"<base href={long}>", OWN) == BY_URL
