"""What a line is by itself: its length, how it ends, how it begins."""

from __future__ import annotations

from bisect import bisect_left

from ...lexicon.word_classes import PLACE, split
from ...patterns import pattern
from ..page_context import Vocabulary
from .register import feature

SIZES = (
    feature("tiny"),
    feature("short"),
    feature("line"),
    feature("long"),
    feature("very long"),
)
_ENDS_OF_SIZES = (14, 45, 110, 240)  # characters

STOPS = feature("ends a sentence")
TRAILS_OFF = feature("trails off")
ASKS = feature("asks")
ASKS_OF_TOPIC = feature("asks of a topic")
BREAKS_OFF = feature("breaks off")
COLON = feature("ends with a colon")
VERB = feature("opens with a verb")
GOES_ON = feature("goes on from a sentence")
SENTENCE_OPENER = feature("opens as a sentence")
QUOTED = feature("in quotes")

ENDS = STOPS | ASKS | TRAILS_OFF | COLON | BREAKS_OFF
OPENS = VERB | SENTENCE_OPENER

_STOPS = ".؛"
_CALLS = "؟?!"
CLOSERS = ")]}»\"”'﴾﴿"
_QUOTES = '«»“”"„'
_TWO_QUOTES = pattern(r"(?:«[^«»]*+»|“[^“”]*+”|\"[^\"]*+\")(?!$)")  # «الصحة العالمية»: «لن نتراجع»
_SHORTEST_QUOTE, _SHORTEST_MARKED = 20, 36  # characters; markup tells short ones
_FEWEST_BLANKS = 3  # between its words
_INVISIBLE = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
# «صندوق المقاصة .. هل يدفع البسطاء …؟»
_TOPIC = pattern(r"[^.…:؟]{3,80}+(?:[.]{2,3}+|…)")
_AND_VERB = ("وي", "وت")  # «ويشير», «وتتجلى»
_AND_NOUN = 4  # letters: «وتر», «ويلز»


def size(text: str) -> int:
    return SIZES[bisect_left(_ENDS_OF_SIZES, len(text))]


def ending(text: str) -> int:
    """How the line ends, invisible characters and closing signs aside."""
    end = text[-1]
    if end in _INVISIBLE:
        text = text.rstrip(_INVISIBLE) or text
        end = text[-1]
    if end in CLOSERS and len(text) > 1:
        end = text[-2]
    if end == "…" or (end == "." and text.endswith(("..", "..»", '.."'))):
        return TRAILS_OFF
    if end in _STOPS:
        return STOPS
    if end in _CALLS:
        return ASKS | ASKS_OF_TOPIC if _TOPIC.match(text) else ASKS
    if end in "،,":
        return BREAKS_OFF
    return COLON if end in ":：" else 0


def opening(head: str, words: Vocabulary) -> int:
    """How the line begins; `head` is its beginning, folded."""
    first = head.partition(" ")[0].rstrip(":")
    names = words.lexicon.names
    joined = first[:1] in "وف" and first[1:] in names.openers and first not in names.given
    if joined and _opens_place(head, first, words):
        return 0
    if first in names.openers or joined:  # «فراس» is no «رأس»
        return VERB | GOES_ON if joined and first[0] == "و" else VERB
    joined = first[:2] in _AND_VERB and len(first) > _AND_NOUN
    return SENTENCE_OPENER if joined or first in words.shared.openers else 0


def _opens_place(head: str, first: str, words: Vocabulary) -> bool:
    """Whether a line begins with a place that looks like a verb: «وادي الدواسر», not «وأدى ذلك»."""
    places = words.lexicon.places
    if first not in places.heads and not words.classes.of(split(first))[0] & PLACE:
        return False  # as most
    return places.reads(" ".join(head.split(" ", 2)[:2]))


def quoted(text: str, is_html: bool) -> int:
    """Whether all of a line is a quotation of several words."""
    least = _SHORTEST_MARKED if is_html else _SHORTEST_QUOTE
    whole = len(text) > least and text[0] in _QUOTES and text[-1] in _QUOTES
    whole = whole and not _TWO_QUOTES.match(text)
    return QUOTED if whole and text.count(" ") >= _FEWEST_BLANKS else 0
