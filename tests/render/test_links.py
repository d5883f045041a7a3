"""Which addresses out of a page may become a link."""

import pytest

from arnews.render.links import web_link

BASE = "https://news.example.org/2025/story.html"


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://x.example/a?b=1&c=(2)", "https://x.example/a?b=1&c=(2)"),
        (" HTTP://x.example/ ", "HTTP://x.example/"),
        ("https://x.example/خبر/١", "https://x.example/خبر/١"),
        ("http://x.example/a b\"c'<d>\\", "http://x.example/a%20b%22c'%3Cd%3E%5C"),
        ("http://x.example/\u202egpj.exe", "http://x.example/%E2%80%AEgpj.exe"),
        ("http://x.example/\ud800", "http://x.example/%3F"),
        ("/path", "/path"),
        ("//cdn.example/x", "//cdn.example/x"),
        ("page.html#top", "page.html#top"),
    ],
)
def test_addresses_of_the_web(url, link):
    assert web_link(url) == link


@pytest.mark.parametrize(
    "url",
    [
        *(None, "", "  ", "http://[", "mailto:a@x.example", "file:///etc/passwd", "vbscript:x"),
        *("javascript:x()", " JaVaScRiPt:x()", "java\nscript:x()", "\x01javascript:x()"),
        *("data:text/html,<script>x()</script>", "blob:https://x.example/1", "android-app://x"),
    ],
)
def test_no_other(url):
    assert web_link(url) is None
    assert web_link(url, BASE) is None


def test_relative_ones_start_from_the_page():
    assert web_link("/a", BASE) == "https://news.example.org/a"
    assert web_link("b.html", BASE) == "https://news.example.org/2025/b.html"
    assert web_link("//cdn.example/x", BASE) == "https://cdn.example/x"
