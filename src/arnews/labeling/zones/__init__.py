"""Zones: in which part of the page each block stands.

One decision a block, of one type for text and for HTML. It is made once, before anything else, and
nobody overrules it. HTML finds zones from the DOM (`html.py`): where the running text is, which
heading stands before it, lists of links, what elements are called. Text finds them from sentences,
menus and markers (`text.py`).
"""

from __future__ import annotations

from ..features.register import feature

ABOVE = feature("above the headline")
HEAD = feature("head")
BODY = feature("body")
AMID = feature("amid the text")
TAIL = feature("tail")
RELATED = feature("related")
TAGS = feature("tags")
COMMENTS = feature("comments")
MENU = feature("menu")
TICKER = feature("ticker")
ELSEWHERE = feature("elsewhere")
GALLERY = feature("gallery")
VERSES = feature("verses")
FAR = feature("far")

ALL = ABOVE | HEAD | BODY | AMID | TAIL | RELATED | TAGS | COMMENTS | MENU | TICKER | ELSEWHERE
ALL |= GALLERY | VERSES | FAR
