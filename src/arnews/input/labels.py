"""Labels of encodings: what an HTTP header, a <meta> or a client calls the encoding of a page."""

from __future__ import annotations

import codecs
import re

from ..patterns import plain
from ..remembered import remembered

_LONGEST = 200  # characters of a header
_IN_HEADER = plain(r"charset\s*=\s*[\"']?\s*([\w.:+-]+)", re.I | re.ASCII)
_BARE = plain(r"[\s\"']*([\w.:+-]+)[\s\"';,]*", re.ASCII)
_TYPE = plain(r"[\s\"']*[\w.+-]+/[\w.+*-]+\s*(?:;|$)", re.ASCII)
#: Labels of the two Arabic one-byte encodings (WHATWG Encoding Standard, "Names and labels").
_WINDOWS = frozenset({"windows-1256", "cp1256", "x-cp1256"})
_ISO = frozenset(
    {"arabic", "asmo-708", "csiso88596e", "csiso88596i", "csisolatinarabic", "ecma-114"}
    | {"iso-8859-6", "iso-8859-6-e", "iso-8859-6-i", "iso-ir-127", "iso8859-6", "iso88596"}
    | {"iso_8859-6", "iso_8859-6:1987"}
)
#: What clients and servers name where they know nothing (RFC 2616, 3.7.1), by Python's names.
WESTERN = frozenset({"iso8859-1", "ascii", "cp1252", "iso8859-15"})
_PRINTED = bytes({*range(32, 127)} - {ord("%")})  # cp864 has an Arabic percent sign
#: Encodings in which every letter takes two bytes or four, by Python's names.
WIDE = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})
_ESCAPES = frozenset({"unicode-escape", "raw-unicode-escape"})  # Python's own notation


def in_header(value: str | None) -> str | None:
    """The label in `value`, a label itself or a Content-Type header; `None` if it names none.

    >>> in_header("text/html; charset=windows-1256")
    'windows-1256'
    """
    text = (value or "")[:_LONGEST]
    if named := _IN_HEADER.search(text):
        return named[1].lower()
    if _TYPE.match(text) or not text.strip().strip(" \t\r\n\"';"):
        return None
    bare = _BARE.fullmatch(text)
    return bare[1].lower() if bare else ascii(text)


@remembered
def codec(label: str) -> str | None:
    """Python's name of the encoding that `label` names; `None` if no page can be in it.

    A page is in no encoding that has other bytes for the letters of its tags, as those of
    mainframes and of mail have, but UTF-16 and UTF-32.
    """
    lower = label.strip().lower()
    lower = "cp1256" if lower in _WINDOWS else "iso8859-6" if lower in _ISO else lower
    try:
        name = codecs.lookup(lower).name
        if name not in WIDE and (name in _ESCAPES or _PRINTED.decode(name).encode() != _PRINTED):
            return None
    except (LookupError, ValueError):
        return None
    return name.removesuffix("-sig")
