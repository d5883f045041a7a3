"""Addresses out of a page: which of them may become a link, and how it is written."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import regex

_SCHEMES = ("http", "https", "")
# Browsers pass over these: «java\nscript:» is a scheme to them, so it is one here.
_BREAKS = regex.compile(r"[\t\n\r]")
_EDGE = "".join(map(chr, range(0x21)))
# What no address holds as it stands; Arabic letters may stay, as browsers show them.
_ENCODED = regex.compile(r'[\s\p{C}\p{Z}"<>\\^`{|}]')


def web_link(url: str | None, base: str | None = None) -> str | None:
    """`url` as a link of the web, resolved against `base` (the page's own address).

    Only `http`, `https` and relative addresses are links; `None` for any other (`javascript:`,
    `data:`, `mailto:`), for an empty and for a broken one. Characters that could end an attribute
    or turn a line around are percent-encoded.
    """
    plain = _BREAKS.sub("", url or "").strip(_EDGE)
    try:
        whole = urljoin(base, plain) if base and plain else plain
        scheme = urlsplit(whole).scheme
    except ValueError:  # «http://[»
        return None
    if not whole or scheme not in _SCHEMES:
        return None
    return _ENCODED.sub(lambda found: quote(found.group(), errors="replace"), whole)
