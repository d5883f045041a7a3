"""URLs of a page: which of them may become links, and how they are escaped."""

from __future__ import annotations

from urllib.parse import quote, urljoin, urlsplit

from ..patterns import pattern

_SCHEMES = ("http", "https", "")
# Browsers ignore these: «java\nscript:» is the scheme `javascript:` to them.
_BREAKS = pattern(r"[\t\n\r]")
_EDGE = "".join(map(chr, range(0x21)))
# Characters that must be encoded. Arabic letters stay readable, as in the browser's address bar.
_ENCODED = pattern(r'[\s\p{C}\p{Z}"<>\\^`{|}]')


def web_link(url: str | None, base: str | None = None) -> str | None:
    """`url` as a safe link, resolved against `base`, the URL of the page.

    `None` for an empty or malformed URL, and for any scheme but `http` and `https` (`javascript:`,
    `data:`, `mailto:`). Characters that could end an attribute or change the direction of a line
    are percent-encoded.
    """
    plain = _BREAKS.sub("", url or "").strip(_EDGE)
    try:
        whole = urljoin(base, plain) if base and plain else plain
        scheme = urlsplit(whole).scheme
    except ValueError:  # «http://[»
        return None
    if not whole or scheme not in _SCHEMES:
        return None
    return _ENCODED.sub(lambda match: quote(match.group(), errors="replace"), whole)
