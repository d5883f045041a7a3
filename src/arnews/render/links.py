"""Addresses out of a page: which of them may become a link, and how it is written."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

import regex

_WEB = ("http:", "https:")
_SCHEME = regex.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*+:")
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
        urlsplit(whole)
    except ValueError:  # «http://[»
        return None
    scheme = _SCHEME.match(whole)
    if not whole or (scheme and scheme.group().lower() not in _WEB):
        return None
    return _ENCODED.sub(lambda found: quote(found.group(), errors="replace"), whole)
