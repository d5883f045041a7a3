"""Features: what a line is by itself, each a pure function of its words and parsed values.

They never read each other's neighbours; what stands beside a line is told in `neighbours.py`.
"""

from __future__ import annotations

from ...fields.gates import LONGEST_CAPTION, Line
from ...folding import fold
from ...lexicon.word_classes import LABEL
from ...lexicon.words import LONGEST_WORD
from ..page_context import PageContext
from . import line, values, vocabulary
from .leftovers import left_over

_LONGEST_DATE = 120  # characters
_LONGEST_STOPPED = 45  # characters of a byline that ends with a full stop


def look(text: str, page: PageContext) -> int:
    """The features of the line `text`; a line printed five times is looked at once."""
    bits = page.looks.get(text)
    if bits is None:
        bits = page.looks[text] = _look(text, page)
    return bits


def _look(text: str, page: PageContext) -> int:
    words, parsed = page.words, page.values
    bits = line.size(text)
    debris = left_over(text) or vocabulary.posted(text)
    if debris:
        return bits | debris
    head = fold(text[:LONGEST_WORD])
    bits |= line.ending(text) | line.opening(head, words) | line.quoted(text, page.is_html)
    word = vocabulary.script(text)
    if len(text) > LONGEST_CAPTION:  # a paragraph, and nothing else
        return bits | word
    read = Line(text, words.classes)
    if len(text) <= LONGEST_WORD:
        word |= vocabulary.word(read, head, words)
    if page.is_crowded:
        return bits | word
    credit = values.credited(read, bits & line.OPENS, parsed)
    bits |= word | credit
    if not word and bits & line.OPENS == 0:
        bits |= values.pictured(read, parsed)
    bits |= vocabulary.notice(text, words)
    if len(text) > _LONGEST_DATE:
        return bits | vocabulary.long_chrome(text, head, words)
    bits |= vocabulary.phrase(read, head, words, bool(credit & values.KNOWN_CREDIT))
    latin = word == vocabulary.NO_ARABIC and read.any and read.classes[0] & LABEL
    label = values.label(read, parsed) if not word or (latin and not page.is_html) else 0
    date = values.dated(read, bits, words, parsed)
    if date:
        bits &= ~vocabulary.NO_LETTERS  # «17:23 - 2024/04/02» is no debris
        if not bits & vocabulary.NO_ARABIC:
            bits &= ~vocabulary.BUTTON  # nor is «الاثنين 20-1-2014» a word with a counter
    bits |= label | date
    if not (date or word or label) or "\t" in text:
        bits |= values.tabular(read)
    stopped = bits & line.STOPS
    sentence = stopped and (bits & line.OPENS or len(text) > _LONGEST_STOPPED)
    section = words.fixed_gaps and word == vocabulary.SECTION
    paper = section and words.lexicon.papers.means(text)  # «الشرق الأوسط» may sign a story
    path = bits & vocabulary.PATH  # «المجموعة: حياة الناس»
    if date or path or (word and not (latin or paper)) or label or sentence:
        return bits
    signed = _signed(read, credit, page)
    if stopped and not signed & (values.SURE_BYLINE | values.WRITER):
        return bits
    if signed & values.SURE_BYLINE:
        bits &= ~line.COLON  # «واس - الرياض:» announces nothing
    bits &= ~stopped  # «أصداء الوادي – سمير ناصر.» tells nothing
    if latin and not page.is_html:
        bits ^= word  # «By Fadi Haddad»
    return bits | signed


def _signed(read: Line, credit: int, page: PageContext) -> int:
    """Who wrote. Where a template has a place for bylines, an agency alone may sign, without
    brackets; elsewhere a credit is a credit."""
    agency = page.words.fixed_gaps and credit & values.CREDIT and read.text[-1] not in line.CLOSERS
    return values.signed(read, page.values) if agency or not credit else 0
