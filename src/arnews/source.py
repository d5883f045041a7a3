"""Bytes or text to a `Source`: decoded text, the encoding it came in, and its kind."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from attrs import frozen

from .errors import InputTooLarge, UndecodableInput
from .limits import Limits

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
_HEAD = 4096  # bytes in which a declaration and the first tags are looked for
_TAG = re.compile(
    r"<(?:!doctype\s+html|/?(?:html|head|body|div|p|span|article|section|a|h[1-6]|"
    r"ul|table|img|figure|script|meta|title|main|header)\b)",
    re.I,
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS = 0.02  # of a text; more is a binary file
# Bytes that windows-1256 gives to guillemets, dashes and quotes, and ISO-8859-6 to nothing.
_WINDOWS_ONLY = re.compile(rb"[\x80-\x9f\xa1\xab\xbb]")
# Letters that stand at 0xD7 and above: in Arabic text alef-lam and the like stand below, so the
# reading under which more of the commonest letters come out is the right one.
_COMMON = frozenset("اليمنتوربةعدسفهكحقجأط")


@frozen
class Source:
    """What was read: `text.encode(encoding)` gives the input back, byte for byte."""

    text: str
    kind: Kind
    encoding: str | None = None
    warnings: tuple[str, ...] = ()


def read(
    data: str | bytes,
    *,
    kind: Kind | None = None,
    encoding: str | None = None,
    limits: Limits = Limits(),  # noqa: B008  (frozen)
) -> Source:
    """Decodes `data` and finds its kind where they are not given.

    Raises `InputTooLarge` past `limits.max_size`, and `UndecodableInput` for bytes that are no
    text in any encoding that is known here, or not in the one that is given.
    """
    if len(data) > limits.max_size:
        raise InputTooLarge(
            f"the input has {len(data):,} bytes or characters, more than {limits.max_size:,}; "
            "split it, or pass Limits(max_size=…)"
        )
    if isinstance(data, str):
        return Source(data, kind or _kind(data))
    text, found, warnings = _decode(bytes(data), encoding)
    if len(_CONTROLS.findall(text, 0, 100_000)) > _MOST_CONTROLS * min(len(text), 100_000):
        raise UndecodableInput(
            "the bytes look like a binary file, not like a page; if they are text, "
            "say in which encoding with encoding="
        )
    return Source(text, kind or _kind(text), found, warnings)


def _kind(text: str) -> Kind:
    """HTML if tags of HTML stand near the start: two of them, or one that opens the text."""
    head = text[: 4 * _HEAD]
    first = _TAG.search(head)
    if first is None:
        return "text"
    opens = not head[: first.start()].strip("\ufeff \t\r\n")
    return "html" if opens or _TAG.search(head, first.end()) else "text"


def _decode(data: bytes, given: str | None) -> tuple[str, str, tuple[str, ...]]:
    """The text, its encoding, and warnings about declarations that do not hold."""
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _strict(data, name, "the byte order mark says")
    if given is not None:
        return _strict(data, _canonical(given), "encoding= says")
    declared = _DECLARED.search(data[:_HEAD])
    told = declared[1].decode("ascii").lower() if declared else None
    try:
        text, found = data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        broken = _broken_utf8(data)
        if broken is not None:
            return (
                broken,
                "utf-8",
                (f"from byte {error.start} on, bytes are no UTF-8: read as \ufffd",),
            )
        text, found = _not_utf8(data)
    if told and not _same(told, found):
        return text, found, (f"the page declares {told}, but its bytes are {found}",)
    return text, found, ()


def _strict(data: bytes, name: str, who: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return data.decode(name), name, ()
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
    return text if wide > 20 * broken else None


def _not_utf8(data: bytes) -> tuple[str, str]:
    """UTF-16 without a mark, windows-1256 or ISO-8859-6."""
    for name in _utf16(data):
        return data.decode(name), name
    windows = data.decode("cp1256")
    if _WINDOWS_ONLY.search(data):
        return windows, "cp1256"
    try:
        iso = data.decode("iso-8859-6")
    except UnicodeDecodeError:
        return windows, "cp1256"
    return (iso, "iso-8859-6") if _likeness(iso) > _likeness(windows) else (windows, "cp1256")


def _utf16(data: bytes) -> list[str]:
    """The byte order in which `data` is UTF-16 Arabic: its high bytes are 06 or 00."""
    if len(data) < 4 or len(data) % 2:
        return []
    for name, high in (("utf-16-le", data[1:2000:2]), ("utf-16-be", data[:2000:2])):
        if high.count(6) + high.count(0) > 0.9 * len(high):
            try:
                data.decode(name)
            except UnicodeDecodeError:
                return []
            return [name]
    return []


def _likeness(text: str) -> float:
    """The share of the commonest Arabic letters in the first letters of `text`."""
    sample = text[:20_000]
    return sum(letter in _COMMON for letter in sample) / (len(sample) or 1)
