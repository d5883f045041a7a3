"""Bytes or text to a `Source`: decoded text, the encoding it came in, and its kind."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from attrs import evolve, frozen

from ..errors import InputTooLarge, UndecodableInput
from ..limits import Limits
from . import mojibake

Kind = Literal["text", "html"]

#: Labels of the two Arabic one-byte encodings (WHATWG Encoding Standard, "Names and labels").
_WINDOWS = frozenset({"windows-1256", "cp1256", "x-cp1256"})
_ISO = frozenset(
    {"arabic", "asmo-708", "csiso88596e", "csiso88596i", "csisolatinarabic", "ecma-114"}
    | {"iso-8859-6", "iso-8859-6-e", "iso-8859-6-i", "iso-ir-127", "iso8859-6", "iso88596"}
    | {"iso_8859-6", "iso_8859-6:1987"}
)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?([\w:-]{2,40})", re.I
)
_LOOKED_AT = 16_384  # characters in which control characters are counted
_HEAD = 4096  # bytes in which a declaration and the first tags are looked for
_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|div|p|span|article|section|a|h[1-6]|"
    r"ul|table|img|figure|script|meta|title|main|header)\b)",
    re.I,
)
_CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
_PRINTED = bytes(set(range(256)) - set(_CONTROLS))
_FEW_CONTROLS, _MOST_CONTROLS = 4, 0.02  # in a text, and of it; more is a binary file
_BROKEN, _FEW_BROKEN = 20, 40  # characters a broken one, and beside them, in a text
_ASCII = bytes(range(128))
_SAMPLE = 20_000  # letters by which two encodings are compared
# Bytes that windows-1256 gives to the opening guillemet, the comma, dashes and quotes, and
# ISO-8859-6 to nothing. (Its semicolon stands where the closing guillemet does.)
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f\xa1\xab]")
# Letters that stand at 0xD7 and above: in Arabic text alef-lam and the like stand below, so the
# reading under which more of the commonest letters come out is the right one.
_COMMON = frozenset("اليمنتوربةعدسفهكحقجأط")


@frozen
class Source:
    """What was read: `text.encode(encoding)` gives the input back, byte for byte.

    Where words were repaired on request, it gives the input back with them repaired. `utf8` is
    the text in UTF-8, if it came so.
    """

    text: str
    kind: Kind
    encoding: str | None = None
    warnings: tuple[str, ...] = ()
    utf8: bytes | None = None


def read(
    data: str | bytes,
    *,
    kind: Kind | None = None,
    encoding: str | None = None,
    repair: bool = False,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Source:
    """Decodes `data` and finds its kind where they are not given.

    Words that were decoded with the wrong table before they came here are told in a warning, and
    brought back with `repair`.

    Raises `InputTooLarge` past `limits.max_size`, and `UndecodableInput` for bytes that are no
    text in any encoding that is known here, or not in the one that is given.
    """
    if len(data) > limits.max_size:
        raise InputTooLarge(
            f"the input has {len(data):,} bytes or characters, more than {limits.max_size:,}; "
            "split it, or pass Limits(max_size=…)"
        )
    came = Source(data, "text") if isinstance(data, str) else _decode(bytes(data), encoding)
    came = _unscrambled(came, repair)
    return evolve(came, kind=kind or _kind(came.text))


def _refuse_binary(text: str) -> None:
    head = text[:_LOOKED_AT].encode("utf-8", "replace")
    if len(head.translate(None, _PRINTED)) > _FEW_CONTROLS + _MOST_CONTROLS * len(head):
        raise UndecodableInput(
            "the bytes look like a binary file, not like a page; if they are text, "
            "say in which encoding with encoding="
        )


def _unscrambled(came: Source, repair: bool) -> Source:
    """Tells of words that were decoded wrongly before, and repairs them if that is asked for."""
    text, told = came.text, list(came.warnings)
    for misread in mojibake.found(text):
        if repair:
            text, number = mojibake.repaired(text, misread)
            told.append(f"repaired {number:,} words of {misread}")
        else:
            told.append(f"there are words of {misread}: repair=True brings them back")
    if len(told) == len(came.warnings):
        return came
    return evolve(came, text=text, warnings=tuple(told), utf8=None)


def _kind(text: str) -> Kind:
    """HTML if tags of HTML stand near the start: two of them, or one that opens the text."""
    head = text[: 4 * _HEAD]
    first = _TAG.search(head)
    if first is None:
        return "text"
    opens = not head[: first.start()].strip("\ufeff \t\r\n")
    return "html" if opens or _TAG.search(head, first.end()) else "text"


def _decode(data: bytes, given: str | None) -> Source:
    """The text and its encoding: by a mark, as given, or found."""
    mark = next((name for mark, name in _BOMS if data.startswith(mark)), None)
    if mark is not None:
        came = _marked(data, mark)
    elif given is not None:
        return _strict(data, _canonical(given), "encoding= says")
    else:
        came = _checked(_found(data), _declared(data))
    _refuse_binary(came.text)
    return came


def _marked(data: bytes, name: str) -> Source:
    """The text in the encoding of its byte order mark, which a few broken bytes do not refute."""
    text = data.decode(name, "replace")
    if _FEW_BROKEN + len(text) > _BROKEN * text.count("\ufffd") and text.encode(name) != data:
        return Source(text, "text", name, (f"some bytes are no {name}: read as \ufffd",))
    return _strict(data, name, "the byte order mark says")


def _checked(came: Source, told: str | None) -> Source:
    """Warns where the page declares another encoding than its bytes show."""
    if told is None or _same(told, came.encoding or ""):
        return came
    warning = f"the page declares {told}, but its bytes are {came.encoding}"
    return evolve(came, warnings=(*came.warnings, warning))


def _declared(data: bytes) -> str | None:
    """The label in a `<meta charset>` or an XML declaration."""
    declared = _DECLARED.search(data[:_HEAD])
    return declared[1].decode("ascii").lower() if declared else None


def _found(data: bytes) -> Source:
    """The text in the encoding that its bytes show."""
    order = _utf16(data)
    if order is not None:
        return Source(data.decode(order), "text", order)
    try:
        return Source(data.decode("utf-8"), "text", "utf-8", utf8=data)
    except UnicodeDecodeError as error:
        warning = f"from byte {error.start} on, bytes are no UTF-8: read as \ufffd"
    broken = _broken_utf8(data)
    if broken is not None:
        return Source(broken, "text", "utf-8", (warning,))
    return Source(*_one_byte(data))


def _strict(data: bytes, name: str, who: str) -> Source:
    try:
        return Source(data.decode(name), "text", name)
    except LookupError as error:
        raise UndecodableInput(
            f"encoding={name!r} is no encoding that Python knows; try encoding='windows-1256'"
        ) from error
    except UnicodeDecodeError as error:
        raise UndecodableInput(
            f"{who} {name}, but byte {error.start} cannot be read in it; "
            "leave encoding= out to have it found, or pass the right one"
        ) from error


def _canonical(label: str) -> str:
    lower = label.strip().lower()
    if lower in _WINDOWS:
        return "cp1256"
    return "iso-8859-6" if lower in _ISO else lower


def _same(told: str, found: str) -> bool:
    try:
        return codecs.lookup(_canonical(told)).name == codecs.lookup(found).name
    except LookupError:
        return False


def _broken_utf8(data: bytes) -> str | None:
    """The text, if all but a few bytes are UTF-8 and it holds letters that need it."""
    text = data.decode("utf-8", "replace")
    broken, wide = text.count("\ufffd"), len(data) - len(text)
    return text if wide > _BROKEN * broken else None


def _one_byte(data: bytes) -> tuple[str, Kind, str]:
    """windows-1256 or ISO-8859-6: what only one has decides, or else the likelier letters."""
    windows = data.decode("cp1256")
    if _WINDOWS_ONLY.search(data):
        return windows, "text", "cp1256"
    try:
        iso = data.decode("iso-8859-6")
    except UnicodeDecodeError:
        return windows, "text", "cp1256"
    letters = data.translate(None, _ASCII)[:_SAMPLE]
    if _likeness(letters.decode("iso-8859-6")) > _likeness(letters.decode("cp1256")):
        return iso, "text", "iso-8859-6"
    return windows, "text", "cp1256"


def _utf16(data: bytes) -> str | None:
    """The byte order in which `data` is UTF-16 without a mark: its high bytes are 06 or 00."""
    if len(data) < 4 or len(data) % 2 or not (b"\x00" in data[:_HEAD] or b"\x06" in data[:_HEAD]):
        return None
    for name, high in (("utf-16-le", data[1:_HEAD:2]), ("utf-16-be", data[:_HEAD:2])):
        if high.count(6) + high.count(0) > 0.9 * len(high):
            try:
                data.decode(name)
            except UnicodeDecodeError:
                return None
            return name
    return None


def _likeness(letters: str) -> float:
    """The share of the commonest Arabic letters."""
    return sum(letter in _COMMON for letter in letters) / (len(letters) or 1)
