"""Encodings: found, declared wrongly, and undone where somebody decoded wrongly before."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arnews
from arnews.input import mojibake, source
from helpers.laws import check_laws
from helpers.linear import assert_linear

#: Without guillemets and dashes, which ISO-8859-6 has not; «ى», «ؤ» and the short vowels it has.
SENTENCES = (
    "قال الوزير إن الحكومة ستعقد اجتماعا يوم الأحد المقبل في العاصمة",
    "ارتفعت أسعار القمح في الأسواق بعد هطول أمطار غزيرة على المزارع",
    "وصل الفريق إلى المدينة مساء الخميس استعدادا لمباراة الإياب",
    "بدأ اللقاء متأخرا؛ فقد تعطلت الحافلة في الطريق",
    "صفقة جديدة",
    "هل تعود الرحلات الجوية بين البلدين؟",
    "مُدرِّبٌ جديدٌ للفريق",
)
PAGE = "\n\n".join(
    (
        "الوزير: الحكومة ستعقد اجتماعاً «طارئاً» – غداً",
        "قال الوزير إن الحكومة ستعقد اجتماعاً يوم الأحد المقبل في العاصمة، و«لا عذر» لمن يغيب…",
        "أضاف: 25% من الأعضاء حضروا، بينهم رئيس (نادي القمة) ü و é.",
    )
)


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso-8859-6", "utf-16-le", "utf-16-be"])
def test_the_encoding_is_found_from_the_bytes(sentence, encoding):
    if encoding == "iso-8859-6":
        sentence = sentence.replace("؟", "")
    read = source.read(sentence.encode(encoding))
    assert (read.text, read.encoding) == (sentence, encoding)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256", "utf-8"])
def test_the_input_comes_back_byte_for_byte(encoding):
    data = PAGE.replace("ü", "").encode(encoding)
    read = source.read(data)
    assert read.text.encode(read.encoding) == data


@pytest.mark.parametrize(
    "declared", ["utf-8", "windows-1256", "iso-8859-6", "ISO-8859-1", "x-none"]
)
@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "iso-8859-6"])
def test_a_wrong_declaration_is_not_followed_and_gives_a_warning(declared, encoding):
    html = f"<html><head><meta charset={declared}></head><body><p>{SENTENCES[0]}</p></body></html>"
    page = arnews.parse(html.encode(encoding))
    assert page.blocks[0].text == SENTENCES[0]
    right = {"utf-8": "utf-8", "cp1256": "windows-1256"}.get(encoding, encoding)
    told = [warning.message for warning in page.warnings if warning.code == "encoding"]
    assert len(told) == (declared != right)
    assert all(declared.lower() in message for message in told)


HEADERS = [  # what a client hands over, the encoding of the page, and whether there is a warning
    ("utf-8", "utf-8", False),
    ("UTF8", "utf-8", False),
    ("ISO-8859-1", "utf-8", True),  # the default of a client without a header
    ("ISO-8859-1", "cp1256", True),
    ("us-ascii", "cp1256", True),
    ("windows-1252", "iso-8859-6", True),
    ("windows-1256", "cp1256", False),
    (" 'CP1256'; ", "cp1256", False),
    ("text/html; charset=windows-1256", "cp1256", False),
    ('text/html;Charset = "windows-1256" ; q=1', "cp1256", False),
    ("text/html; charset=utf-8", "cp1256", True),
    ("text/html", "cp1256", False),
    ("text/html; charset=", "cp1256", False),
    ("", "cp1256", False),
    ("  ", "utf-8", False),
    ("windows-1256", "utf-8", True),
    ("utf-8", "iso-8859-6", True),
    ("no-such-code", "utf-8", True),
    ("utf-16", "cp1256", True),
    ("utf-16", "utf-8", True),
    ("utf-16", "utf-16-le", False),
    ("utf-16-be", "utf-16-be", False),
    ("undefined", "utf-8", True),
    ("undefined", "cp1256", True),
    ("idna", "cp1256", True),
    ("punycode", "cp1256", True),
    ("rot13", "cp1256", True),
    ("base64", "cp1256", True),
    ("unicode_escape", "cp1256", True),
    ("utf-7", "utf-8", True),
    ("cp037", "cp1256", True),
    ("\0", "cp1256", True),
    ("windows-1256\0", "cp1256", True),
    ("é" * 100, "utf-8", True),
    ("x" * 100_000, "utf-8", True),
]


@pytest.mark.parametrize(("header", "encoding", "is_told"), HEADERS)
def test_a_header_is_only_a_hint(header, encoding, is_told):
    read = source.read(SENTENCES[0].encode(encoding), encoding=header)
    assert (read.text, read.encoding.replace("iso8859", "iso-8859")) == (SENTENCES[0], encoding)
    assert len(read.warnings) == is_told
    assert all(warning.message.startswith("`encoding` says ") for warning in read.warnings)


def test_the_header_decides_between_two_single_byte_encodings():
    data = "صفقة".encode("iso-8859-6")
    assert source.read(data, encoding="iso-8859-6").text == "صفقة"
    assert source.read(data, encoding="windows-1256").text == data.decode("cp1256")


@pytest.mark.parametrize("label", ["windows-1252", "ISO-8859-1", "iso-8859-15"])
def test_a_western_page_is_read_as_its_header_says(label):
    text = "Le président a été reçu à l'Élysée, où il a dîné."
    read = source.read(text.encode(label), encoding=label)
    assert (read.text, read.warnings) == (text, ())


def test_a_western_page_is_read_as_it_declares():
    html = "<meta charset=iso-8859-1><p>Le président a été reçu à Genève.</p>"
    assert source.read(html.encode("latin-1")).text == html


@pytest.mark.parametrize("label", ["windows-1256", "ISO-8859-1", "shift_jis"])
def test_ascii_gives_no_warning_whatever_the_label(label):
    read = source.read(b"<p>plain</p>", encoding=label)
    assert (read.encoding, read.warnings) == ("utf-8", ())


@given(st.text(max_size=40), st.binary(max_size=200))
def test_no_label_raises_while_the_bytes_can_be_read(label, data):
    try:
        plain = source.read(data)
    except arnews.UndecodableInput:
        return
    read = source.read(data, encoding=label)
    if label.isspace() or not label:
        assert read == plain
    assert isinstance(read.text, str)


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"\xef\xbb\xbf", b"\xfe\xff\x06", b"\xd8"])
def test_a_nearly_empty_input_gives_no_article_or_an_error(data):
    try:
        page = arnews.parse(data)
    except arnews.UndecodableInput:
        return
    assert page.articles == ()


def misread(text, was, read_as):
    """What became of `text`; bytes that the table leaves out are read as C1 controls."""
    return "".join(
        bytes([byte]).decode(read_as, "ignore") or chr(byte) for byte in text.encode(was)
    )


MISREADINGS = [
    ("utf-8", "cp1256", "UTF-8 that was read as windows-1256"),
    ("utf-8", "cp1252", "UTF-8 that was read as windows-1252"),
    ("utf-8", "latin-1", "UTF-8 that was read as windows-1252"),
    ("utf-8", "cp874", "UTF-8 that was read as windows-874"),
    ("cp1256", "cp1252", "windows-1256 that was read as windows-1252"),
    ("cp1256", "latin-1", "windows-1256 that was read as windows-1252"),
]


@pytest.mark.parametrize(("was", "read_as", "name"), MISREADINGS)
def test_a_wrongly_decoded_page_gives_a_warning_and_is_repaired_on_request(was, read_as, name):
    good = PAGE
    bad = misread(good, was, read_as)
    told = arnews.parse(bad)
    assert any(name in w.message for w in told.warnings if w.code == "mojibake")
    check_laws(told, bad)
    page = arnews.parse(bad, repair=True)
    assert any(name in w.message for w in page.warnings if w.code == "repaired")
    check_laws(page, good)
    assert [block.text for block in page.blocks] == good.split("\n\n")


@pytest.mark.parametrize(("was", "read_as", "name"), MISREADINGS)
@pytest.mark.parametrize(
    "form", ["{good}\n{bad}\n{good}", "<p>{good}</p><p>{bad}</p><p>{good}</p>"]
)
def test_a_wrongly_decoded_block_of_a_good_page_is_repaired(was, read_as, name, form):
    good, block = SENTENCES[4], SENTENCES[1]
    page = arnews.parse(form.format(good=good, bad=misread(block, was, read_as)), repair=True)
    assert [block.text for block in page.blocks] == [good, block, good]
    assert any(name in warning.message for warning in page.warnings)


def test_wrongly_decoded_bytes_that_were_saved_again_are_repaired():
    data = misread(PAGE, "utf-8", "cp1256").encode()
    read = source.read(data, repair=True)
    assert read.text == PAGE
    assert source.read(data).text.encode() == data


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "المادة § 12 من القانون، والمادة § 13 فقط، ثم عظ؟",
        "عکس گرفته شد § و عظ… طک",
        "Ça va très bien à Genève, señor Muñoz – § 5 Straße",
        "İÇİŞLERİ BAKANLIĞI Çağrı",
        "ภาษาไทยง่าย",
    ],
)
def test_correct_text_is_not_changed(text):
    read = source.read(text, repair=True)
    assert (read.text, read.warnings) == (text, ())


def test_symbols_among_wrongly_decoded_letters_take_linear_time():
    assert_linear(lambda n: lambda: mojibake.found("Ç " + "ÏÐÑÒ×ÓÔ×" * n), 3_000)
