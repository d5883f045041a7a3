"""A page is freed as soon as nobody holds it: nothing in it refers to itself."""

import gc

import pytest

import arnews
from arnews import segment
from arnews.blocks import Block, Markup
from arnews.input import source
from arnews.limits import Limits
from arnews.segment.dom import Element

PAGE = """<!doctype html><body><nav><a href=/>الرئيسية</a> <a href=/s>رياضة</a></nav><article>
<h1>وزراء المياه يتفقون على خطة <b>مشتركة</b></h1><div><span class=author>سعاد <i>حداد</i></span>
<time datetime=2024-05-12>12 مايو</time></div><figure><img src=/a.jpg><figcaption>سد الوادي
</figcaption></figure><p>اتفق الوزراء على <a href=/p><b>خطة</b></a> مشتركة لمواجهة الجفاف.</p>
<table><tr><td>الوادي<td>12</table><blockquote class=twitter-tweet><p>قال الوزير</p></blockquote>
</article>"""

KINDS = (Element, Markup, Block, segment.Segmented, arnews.Page, arnews.Article)


def held():
    """How many parts of pages live."""
    return sum(isinstance(thing, KINDS) for thing in gc.get_objects())


@pytest.mark.parametrize(
    "read",
    [
        lambda: segment.blocks(source.read(PAGE), Limits()),
        lambda: segment.blocks(source.read("عنوان\n\nنص أول.\nنص ثان."), Limits()),
        lambda: arnews.parse(PAGE),
    ],
    ids=["html", "text", "page"],
)
def test_a_page_is_freed_without_the_collector(read):
    read()  # what is made once a process
    gc.collect()
    gc.disable()
    try:
        before = held()
        page = read()
        assert held() > before
        del page
        assert held() == before
    finally:
        gc.enable()
