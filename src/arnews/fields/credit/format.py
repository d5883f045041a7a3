"""Prints captions with their credits so that reading finds both again."""

from __future__ import annotations

from ... import lexicon
from ...arguments import one_of
from ...model import Credit
from .caption import CaptionLine, parse
from .parse import QUOTES

#: How a caption with a credit is printed, by name of style. Of the two alone, see `format`.
STYLES = {
    "brackets": "{caption} ({credit})",
    "dash": "{caption} - {credit}",
    "line": "{caption}\n{credit}",
    "copyright": "{caption} © {credit}",
    "label": "{caption}\nصورة من: {credit}",
    "bbc": "صدر الصورة، {credit}\nالتعليق على الصورة، {caption}",
    "labelled": "{caption} ({credit})",
}
#: How a caption and a credit are printed alone, where the style has a label for them.
_ALONE = {"labelled": ("التعليق على الصورة، {}", "صورة من: {}")}


def format(value: CaptionLine, style: str = "brackets") -> str:
    """`value` as printed in `style`, a name in `STYLES`; `parse` reads it back.

    A caption without a credit stands as it is, and after a label in the style `labelled`: without
    one it could be any other line («التعليق على الصورة، رافعة على الرصيف»).
    A credit without a caption stands bare («إنستغرام»), but in its brackets where the style has
    them and it names an agency («(رويترز)»): bare, it would be a byline.
    After a dash only a known source is told from the caption: any other stands in brackets.
    A credit without `raw` prints its agencies and names; one that has neither prints nothing.
    Raises `BadArgument` for an unknown style.

    >>> format(parse("رافعة على الرصيف (رويترز)"), "dash")
    'رافعة على الرصيف - رويترز'
    """
    one_of("style", style, STYLES)
    caption, credit = value
    shown = (credit.raw or _names(credit)) if credit else ""
    of_caption, of_credit = _ALONE.get(style, ("{}", None))
    if credit is None or not shown:
        return of_caption.format(caption) if caption else ""
    if caption is None:
        if of_credit and parse(of_credit.format(shown)) == value:
            return of_credit.format(shown)
        signs = bool(credit.agencies) and style == "brackets" and shown[:1] not in QUOTES
        alone = parse(shown) == value and not signs
        return shown if alone else f"({shown})"
    printed = STYLES[style].format(caption=caption, credit=shown)
    if style == "dash" and parse(printed) != value:
        return STYLES["brackets"].format(caption=caption, credit=shown)
    return printed


def _names(credit: Credit) -> str:
    """The agencies and names of a credit that no page printed."""
    known = lexicon.default().table("agencies")
    agencies = (str(known[id]["spellings"][0]) if id in known else id for id in credit.agencies)
    return " / ".join(filter(None, (*agencies, credit.photographer, credit.source)))
