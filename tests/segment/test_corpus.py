"""Records of text corpora: which of their elements a story prints."""

import pytest

import arnews
from arnews.limits import Limits
from arnews.segment.corpus import is_corpus, opened_by
from arnews.segment.text import segment


@pytest.mark.parametrize(
    ("gap", "opened"),
    [
        ("<TITLE>", "title"),
        ("<HEADLINE>\n", "title"),
        ('<TITLE lang="ar">', "title"),
        ("<DOC>\n<AUTHOR>", "printed"),
        ("</TEXT>\n<P>", "printed"),
        ("<DATETIME>", "printed"),
        ("<DOCNO>", "unprinted"),
        ("</DOCNO>", "unprinted"),
        ("</TITLE>", "unprinted"),
        ("</TEXT>", "unprinted"),
        ("> ", None),
        ("<b>", None),
        ("<br>", None),
        ("<title>", "title"),
        ("<url>", "unprinted"),
        ("", None),
    ],
)
def test_what_a_tag_before_a_block_opens(gap, opened):
    assert opened_by(gap) == opened


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<DOC>\n<TEXT>نص</TEXT></DOC>", True),
        ("\ufeff \n<DOC id=1>", True),
        ("<doc>", True),
        (" " * 395 + "<DOC>", True),
        (" " * 396 + "<DOC>", False),
        ("نص <DOC>", False),
        ("<DOCNO>", False),
    ],
)
def test_what_begins_as_a_corpus(text, expected):
    assert is_corpus(text) is expected


def test_what_a_story_does_not_print_is_one_block_an_element():
    text = (
        "<DOC>\n<NOTE>سطر\nسطر ثان</NOTE>\n<TEXT>\nنص أول.\nنص ثان.\n</TEXT>\nسطر\nسطر ثالث</DOC>"
    )
    blocks = segment(text, Limits())
    assert [block.text for block in blocks] == [
        "سطر\nسطر ثان",
        "نص أول.",
        "نص ثان.",
        "سطر\nسطر ثالث",
    ]
    assert "".join(block.gap + block.text for block in blocks) + "</DOC>" == text


def test_a_corpus_may_write_its_elements_in_small_letters():
    text = (
        "<doc>\n<id>7</id>\n<title>بلدية نزوى تنشئ ممشى</title>\n<date>2007-09-13</date>\n"
        "<text>\nباشرت البلدية <b>إنشاء</b> ممشى.<br>ويكتمل العمل في الربيع.\n</text>\n</doc>"
    )
    page = arnews.parse(text)
    (article,) = page.articles
    assert page.kind == "text"
    assert article.headline == "بلدية نزوى تنشئ ممشى"
    assert article.published is not None
    assert article.published.iso == "2007-09-13"
    assert article.text == "باشرت البلدية <b>إنشاء</b> ممشى.\n\nويكتمل العمل في الربيع."


def test_fields_of_a_record_may_have_arabic_labels():
    text = (
        "رقم المقال: 20417\nالمصدر: الواحة الإخبارية\nالعنوان: اختتام ملتقى المخترعين في صحار\n"
        "التاريخ: 2014/11/27\nالنص:\nاختتمت في صحار فعاليات الملتقى الثالث للمخترعين الشباب.\n"
        "وتسلم الفائزون جوائزهم من والي المدينة."
    )
    (article,) = arnews.parse(text).articles
    assert article.headline == "اختتام ملتقى المخترعين في صحار"
    assert article.byline is not None
    assert (article.byline.publication, article.kicker) == ("الواحة الإخبارية", None)
