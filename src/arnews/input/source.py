"""Bytes or text to a `Source`: decoded text, the encoding it came in, and its kind."""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import Literal, NamedTuple
from unicodedata import normalize

from ..arguments import check, wrong
from ..errors import InputTooLarge, UndecodableInput
from ..limits import Limits
from ..model import PageWarning
from ..patterns import plain
from . import labels, mojibake

Kind = Literal["text", "html"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Files that a crawl brings home beside pages, and what packs others, by their first bytes.
_FILES = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG\r\n\x1a\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF87a", "a picture"),
    (b"GIF89a", "a picture"),
    (b"\x00\x00\x01\x00", "a picture"),
)
_PACKED = (
    (b"\x1f\x8b", "packed by gzip"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x28\xb5\x2f\xfd", "packed by zstd"),
)
#: How to get at the page in what callers pass instead, by an attribute that such a class has.
_PASSED = (
    ("read_bytes", ": the .read_bytes() of the path"),
    ("content", ": the .content of the response"),
    ("body", ": the .body of the response"),
    ("read", ': the .read() of the file, opened with "rb"'),
    ("append", "; call it once for each page"),
    ("__await__", "; await it first"),
    ("__next__", "; call it once for each page"),
)
_DECLARED = plain(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?([\w:-]{2,40})", re.I
)
# What may stand before a page: blanks, and in markup a declaration and comments.
_BEFORE = plain(r"(?:[\ufeff\s]++|<\?xml[^>]*+>|<!--(?s:.*?)-->)*+")
_BLANKS = codecs.BOM_UTF8 + b" \t\n\r\f\v"
_LOOKED_AT = 16_384  # characters in which control characters are counted
_HEAD = 4096  # bytes in which a declaration and the first tags are looked for
_TAG = plain(
    r"<(?:!doctype\s+html|/?(?:html|head|body|div|p|span|article|section|a|h[1-6]|"
    r"ul|table|img|figure|script|meta|title|main|header)\b)",
    re.I,
)
_RECORD = plain(r"<DOC[\s>]", re.I)
# What only a piece of a page has, whose outer tags were cut off: «<b>…</b><br>».
_PIECE = plain(r"<br\s*/?>|</(?:b|i|u|em|strong|font|center|small|big|li|td|tr|blockquote)>", re.I)
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_PRINTED = bytes(set(range(256)) - set(_CONTROLS))
_FEW_CONTROLS, _MOST_CONTROLS = 4, 0.02  # in a text, and of it; more is a binary file
_BROKEN, _FEW_BROKEN = 20, 40  # characters a broken one, and beside them, in a text
_ASCII = bytes(range(128))
_ARABIC = frozenset({"cp1256", "iso8859-6"})
_WIDE = plain(rb"[\x80-\xff]+")
_SAMPLE = 20_000  # letters by which two encodings are compared
# Bytes that windows-1256 gives to the opening guillemet, the comma, dashes and quotes, and
# ISO-8859-6 to nothing. (Its semicolon stands where the closing guillemet does.)
_WINDOWS_ONLY = plain(rb"[\x80-\x9f\xa1\xab]")
# Letters that stand at 0xD7 and above: in Arabic text alef-lam and the like stand below, so the
# reading under which more of the commonest letters come out is the right one.
_COMMON = frozenset("اليمنتوربةعدسفهكحقجأط")
# Tables of DOS and of old Macs that archives still hold. Measured: the words of windows-1256 and
# ISO-8859-6 are never likelier in them by more than 0.06, theirs in these mostly by 0.2 to 0.7.
_OLD = ("mac-arabic", "cp720", "cp864")
_FEWEST_LETTERS, _CLEARLY = 30, 0.1


class Source(NamedTuple):
    """What was read: `text.encode(encoding)` gives the input back, byte for byte.

    Where words were repaired on request, it gives the input back with them repaired. `utf8` is
    the text in UTF-8, if it came so. `file` says what the bytes are if they are known to be no
    text («a picture»); the text is then empty.
    """

    text: str
    kind: Kind
    encoding: str | None = None
    warnings: tuple[PageWarning, ...] = ()
    utf8: bytes | None = None
    file: str | None = None


def read(
    data: str | bytes | bytearray | memoryview,
    *,
    kind: Kind | None = None,
    encoding: str | None = None,
    repair: bool = False,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Source:
    """Decodes `data` and finds its kind if it is not given.

    `encoding` is a hint, what a header said: a label («windows-1256») or a whole Content-Type.
    Bytes that are valid UTF-8 are UTF-8; a label that does not fit them is told in a warning.

    Words that were decoded with the wrong table before they came here are told in a warning, and
    brought back with `repair`.

    Raises `BadArgument` for anything else than these types, `InputTooLarge` past `limits.max_size`,
    and `UndecodableInput` for bytes that are no text in any encoding that is known here.
    """
    if not isinstance(data, str | bytes | bytearray | memoryview):
        way = next((way for name, way in _PASSED if hasattr(type(data), name)), "")
        raise wrong("data", data, f"one page as str or bytes{way}")
    if kind not in ("text", "html", None):
        raise wrong("kind", kind, "'text', 'html', or None to have it found out")
    check("encoding", encoding, (str, type(None)), "the label or Content-Type as str, or None")
    check("repair", repair, bool, "True or False")
    check("limits", limits, Limits, "arnews.Limits, such as Limits(max_size=10_000_000)")
    size = data.nbytes if isinstance(data, memoryview) else len(data)
    if size > limits.max_size:
        raise InputTooLarge(
            f"the input has {size:,} bytes or characters, more than {limits.max_size:,}; "
            "split it, or raise `max_size` of its Limits"
        )
    came = Source(data, "text") if isinstance(data, str) else _decode(bytes(data), encoding)
    came = _unscrambled(came, repair)
    return came._replace(kind=kind or _kind(came.text))


def _file(data: bytes) -> str | None:
    """What `data` is by its first bytes, if that is a file of the web that holds no page."""
    for start, name in _FILES:
        if data.startswith(start):
            return name
    packed = next((name for start, name in _PACKED if data.startswith(start)), None)
    if packed is not None:
        raise UndecodableInput(f"the bytes are {packed}: unpack them, and pass what is inside")
    return None


def _refuse_binary(text: str) -> None:
    head = text[:_LOOKED_AT].encode("utf-8", "replace")
    if len(head.translate(None, _PRINTED)) > _FEW_CONTROLS + _MOST_CONTROLS * len(head):
        raise UndecodableInput(
            "the bytes look like a binary file, not like a page; if they are text, "
            "say in which `encoding`"
        )


def _unscrambled(came: Source, repair: bool) -> Source:
    """Tells of words that were decoded wrongly before, and repairs them if that is asked for."""
    text, told = came.text, list(came.warnings)
    for misread in mojibake.found(text):
        if repair:
            text, number = mojibake.repaired(text, misread)
            told.append(PageWarning("repaired", f"repaired {number:,} words of {misread}"))
        else:
            message = f"there are words of {misread}: `repair` brings them back"
            told.append(PageWarning("mojibake", message))
    if len(told) == len(came.warnings):
        return came
    return came._replace(text=text, warnings=tuple(told), utf8=None)


def _kind(text: str) -> Kind:
    """HTML if tags of HTML stand near the start: two of them, or one that opens the text.

    The start is behind blanks and comments. In a piece of a page two line breaks or ends of bold
    type are enough, one of them on the first line. A record of a corpus (`<DOC>`) has elements of
    its own.
    """
    if "<" not in text:
        return "text"
    before = _BEFORE.match(text)
    start = before.end() if before else 0
    head = text[start : start + 4 * _HEAD]
    if _RECORD.match(head):
        return "text"
    first = _TAG.search(head)
    if first is not None and (first.start() == 0 or _TAG.search(head, first.end())):
        return "html"
    piece = _PIECE.search(head)
    on_first_line = piece is not None and "\n" not in head[: piece.start()]
    return "html" if piece and on_first_line and _PIECE.search(head, piece.end()) else "text"


def _decode(data: bytes, given: str | None) -> Source:
    """The text and its encoding: by a mark, by what the bytes show, or as a label says.

    `given` and the page's own declaration are hints: clients guess them, servers state them for
    all pages. A hint is followed if the bytes leave it open; if not, a warning tells it.
    """
    file = _file(data)
    if file is not None:
        return Source("", "text", file=file)
    mark = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    label = labels.in_header(given)
    if mark is not None:
        came = _marked(data, mark)
    else:
        came = (
            _in_wide_letters(data, label)
            or _shown(data)
            or _labelled(data, label, _declared(data))
            or _one_byte(data)
        )
    if label is None:
        came = _checked(came, _declared(data), "the page declares")
    elif not (data.isascii() and labels.codec(label)):
        came = _checked(came, label, "`encoding` says")
    if label is None or not _is(label, came):
        _refuse_binary(came.text)
    return came


def _in_wide_letters(data: bytes, given: str | None) -> Source | None:
    """The text in UTF-16 or UTF-32 that a label names: no other page has control characters."""
    name = labels.codec(given) if given else None
    if name not in labels.WIDE or not data.translate(None, _PRINTED):
        return None
    if name in ("utf-16", "utf-32"):  # without a mark
        name = f"{name}-le" if name == "utf-32" else _utf16(data) or f"{name}-le"
    try:
        return Source(data.decode(name), "text", name)
    except UnicodeError:
        return None


def _shown(data: bytes) -> Source | None:
    """The text in the encoding that the bytes themselves prove, whatever a label says."""
    order = _utf16(data)
    if order is not None:
        return _marked(data, order)
    try:
        return Source(data.decode("utf-8"), "text", "utf-8", utf8=data)
    except UnicodeDecodeError as error:
        warning = f"from byte {error.start} on, bytes are no UTF-8: read as \ufffd"
    broken = _broken_utf8(data)
    told = (PageWarning("broken bytes", warning),)
    return None if broken is None else Source(broken, "text", "utf-8", told)


def _labelled(data: bytes, given: str | None, declared: str | None) -> Source | None:
    """The text as the label in the header, else the one in the page, says; `None` if neither can
    be. Between the two Arabic tables of one byte a page does not know itself: its bytes do."""
    for label in (given, declared):
        name = labels.codec(label) if label else None
        if name is None or (label is not given and name in _ARABIC):
            continue
        if name in labels.WESTERN and _looks_arabic(data):
            continue
        try:
            return Source(data.decode(name), "text", name)
        except UnicodeError:
            continue
    return None


def _looks_arabic(data: bytes) -> bool:
    """Whether bytes beyond ASCII stand in words, rather than alone among Latin letters."""
    runs = _WIDE.findall(data[:_SAMPLE])
    return sum(len(run) for run in runs if len(run) > 1) > sum(len(run) == 1 for run in runs)


def _marked(data: bytes, name: str) -> Source:
    """The text in the encoding of its byte order mark or of its high bytes, which a few broken
    bytes do not refute."""
    try:
        return Source(data.decode(name), "text", name)
    except UnicodeDecodeError as error:
        text = data.decode(name, "replace")
        if _FEW_BROKEN + len(text) > _BROKEN * text.count("\ufffd"):
            told = PageWarning("broken bytes", f"some bytes are no {name}: read as \ufffd")
            return Source(text, "text", name, (told,))
        raise UndecodableInput(
            f"the byte order mark says {name}, but byte {error.start} cannot be read in it; "
            "leave `encoding` out to have it found, or pass the right one"
        ) from error


def _checked(came: Source, label: str | None, who: str) -> Source:
    """Warns where a label names another encoding than the one in which the page was read."""
    if label is None or _is(label, came):
        return came
    warning = PageWarning("encoding", f"{who} {label}, but the bytes are {came.encoding}")
    return came._replace(warnings=(*came.warnings, warning))


def _declared(data: bytes) -> str | None:
    """The label in a `<meta charset>` or an XML declaration."""
    declared = _DECLARED.search(data.lstrip(_BLANKS)[:_HEAD])
    return declared[1].decode("ascii").lower() if declared else None


def _is(label: str, came: Source) -> bool:
    """Whether `label` names the encoding in which a page was read."""
    name, found = labels.codec(label), labels.codec(came.encoding or "")
    return name is not None and (name == found or name == (found or "").rpartition("-")[0])


def _broken_utf8(data: bytes) -> str | None:
    """The text, if all but a few bytes are UTF-8 and it holds letters that need it."""
    head = data[: len(data) // 8].decode("utf-8", "replace")
    if (head.count("\ufffd") - 1) * _BROKEN > len(data):  # but for a letter cut off at the end
        return None
    text = data.decode("utf-8", "replace")
    broken, wide = text.count("\ufffd"), len(data) - len(text)
    return text if wide > _BROKEN * broken else None


def _one_byte(data: bytes) -> Source:
    """The text in a table of one byte a letter: one of the web, or an old one that fits better."""
    letters = data.translate(None, _ASCII)[:_SAMPLE]
    name = _of_the_web(data, letters)
    if len(letters) >= _FEWEST_LETTERS:
        best = _likeness(letters, name)
        for old in _OLD if best + _CLEARLY < 1 else ():
            likely = _likeness(letters, old)
            if likely > best + _CLEARLY:
                name, best = old, likely
    if name not in _OLD:
        return Source(data.decode(name), "text", name)
    told = f"nothing says the encoding; the words are those of {name}, an old table"
    return Source(data.decode(name, "replace"), "text", name, (PageWarning("encoding", told),))


def _of_the_web(data: bytes, letters: bytes) -> str:
    """windows-1256 or ISO-8859-6: what only one has decides, or else the likelier letters."""
    if _WINDOWS_ONLY.search(data):
        return "cp1256"
    try:
        data.decode("iso-8859-6")
    except UnicodeDecodeError:
        return "cp1256"
    is_iso = _likeness(letters, "iso-8859-6") > _likeness(letters, "cp1256")
    return "iso-8859-6" if is_iso else "cp1256"


def _likeness(data: bytes, encoding: str) -> float:
    """How much of `data` is the commonest Arabic letters, of all letters in `encoding`: 0 to 1."""
    signs, rare = _no_letters(encoding)
    letters = data.translate(None, signs)
    return len(letters.translate(None, rare)) / (len(letters) or 1)


@cache
def _no_letters(encoding: str) -> tuple[bytes, bytes]:
    """The bytes that are no letters in a table of one byte, and those that are rare letters."""
    table = [
        normalize("NFKC", bytes([byte]).decode(encoding, "replace"))[:1] for byte in range(256)
    ]
    signs = bytes(byte for byte, letter in enumerate(table) if not letter.isalpha())
    rare = bytes(byte for byte, letter in enumerate(table) if letter not in _COMMON)
    return signs, rare


def _utf16(data: bytes) -> str | None:
    """The byte order in which `data` is UTF-16 without a mark: its high bytes are 06 or 00."""
    if len(data) < 4 or not (b"\x00" in data[:_HEAD] or b"\x06" in data[:_HEAD]):
        return None
    for name, high in (("utf-16-le", data[1:_HEAD:2]), ("utf-16-be", data[:_HEAD:2])):
        if high.count(6) + high.count(0) > 0.9 * len(high):
            try:
                data[: len(data) // 2 * 2].decode(name)  # half a letter may be cut off
            except UnicodeDecodeError:
                return None
            return name
    return None
