"""Photo credits: from a caption line to the caption and its credit, and back.

A credit stands in a bracket at the end («… بوتين (أ.ف.ب)»), after a dash, a © or a line end, after
a label («صورة من: …»), or alone. A bracket that names no source, «(يمين)», «(CIA)», an age or a
date, stays in the caption. What is not known of a credit is kept in `raw`, and as photographer
or source where its place says which.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex
from attrs import define

from .. import lexicon as lexicons
from ..folding import fold
from ..lexicon import Lexicon
from ..lexicon.agencies import first_word
from ..model import Credit

LONGEST = 2_000  # characters of a caption line; longer text is no caption
LONGEST_CREDIT = 160
LONGEST_ALONE = 64


class CaptionLine(NamedTuple):
    """A caption line taken apart."""

    caption: str | None
    credit: Credit | None


#: How a caption with a credit is printed, by name of style. A caption alone prints as it stands.
STYLES = {
    "brackets": "{caption} ({credit})",
    "dash": "{caption} - {credit}",
    "line": "{caption}\n{credit}",
    "copyright": "{caption} © {credit}",
    "label": "{caption}\nصورة من: {credit}",
    "bbc": "صدر الصورة، {credit}\nالتعليق على الصورة، {caption}",
}

#: Real forms, what they say, and where they stand.
SAMPLES = (
    ("بوتين خلال اللقاء (أ.ف.ب)", CaptionLine("بوتين خلال اللقاء", Credit("أ.ف.ب", ("afp",)))),
    (
        "ترمب وبوتين (أرشيفية - رويترز)",
        CaptionLine("ترمب وبوتين", Credit("أرشيفية - رويترز", ("reuters",), archive=True)),
    ),
    ("«إنستغرام»", CaptionLine(None, Credit("«إنستغرام»", ("instagram",)))),
    ("أرشيفية", CaptionLine(None, Credit("أرشيفية", archive=True))),
)

# Blanks and the invisible controls that stand round brackets and Latin names.
_EDGE = (
    " \t\r\n\u00a0\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
_AROUND = f'{_EDGE}"'
_BLANKS = " \t\r\n\u00a0"  # a caption keeps its invisible controls
_CONTROLS = "".join(set(_EDGE) - set(_BLANKS))
_OPENERS = {"(": ")", "[": "]", "{": "}", "﴾": "﴿", "﴿": "﴾", "（": "）"}
_CLOSERS = frozenset(_OPENERS.values())
_BEFORE_CREDIT = _EDGE + "".join(_OPENERS)
_AROUND_CREDIT = _BEFORE_CREDIT + "".join(_CLOSERS)
_AFTER_CREDIT = _EDGE + ".،؛"
_AFTER_CAPTION = _EDGE + ".،-"
_QUOTES = "«»\"“”'‘’„"
_SEPARATOR = regex.compile(
    r"\s++[-–—ـ|/+.·]++\s*+|[-–—/|+]\s++|(?<=[^\s\d])[/+|,،](?=\S)|\s*+[،,]\s++|\s++(?:via|عبر|©)\s++|"
    r"(?<=[\p{Arabic}])[-–—](?=\p{Arabic}{3})",
    regex.I,
)
_DASH = regex.compile(r"\s*+[-–—ـ]\s++|\s++[-–—ـ]")
_PERSON = regex.compile(r"\p{L}[\p{L}\p{M}.'’-]*+(?:\s++\p{L}[\p{L}\p{M}.'’-]*+){0,4}")
_GLUED_AND = regex.compile(r"\s++و")
_OPENER = regex.compile(r"[(\[{﴾﴿（]")
_BRACKET = regex.compile(r"[()\[\]{}﴾﴿]")
_LABEL_END = regex.compile(r"[:،,-]")
_DIGIT = regex.compile(r"\p{Nd}")


def parse(text: str, *, lexicon: Lexicon | None = None) -> CaptionLine:
    """Takes a caption line (or a caption and the credit on the next line) apart.

    `credit` is `None` if the line names no source; `caption` is `None` if it is a credit alone.
    Any string is read, in time linear in its length.
    """
    printed = text.strip(_BLANKS)
    if not printed.strip(_EDGE) or len(printed) > LONGEST:
        return CaptionLine(printed or None, None)
    reader = _Reader(lexicon or lexicons.default())
    for found in reader.readings(printed):
        if found is not None:
            return found
    return CaptionLine(reader.unlabelled(printed), None)


def parse_credit(raw: str, *, lexicon: Lexicon | None = None, sure: bool = False) -> Credit | None:
    """What a credit says: the inside of a bracket, or what follows a label.

    `None` if it names no source that is known; with `sure` (the markup says that it is a credit)
    the unknown is kept as source.
    """
    return _Reader(lexicon or lexicons.default()).credit(raw.strip(_EDGE), sure)


def format(value: CaptionLine, style: str = "brackets") -> str:
    """`value` as printed in `style`, a name in `STYLES`; `parse` reads it back.

    A credit without a caption stands bare («إنستغرام»), but in its brackets where the style has
    them and it names an agency («(رويترز)»): bare, it would be a byline.
    After a dash only a known source is told from the caption: any other stands in brackets.
    """
    caption, credit = value
    if credit is None:
        return caption or ""
    if caption is None:
        signs = bool(credit.agencies) and style == "brackets" and credit.raw[0] not in _QUOTES
        alone = parse(credit.raw) == value and not signs
        return credit.raw if alone else f"({credit.raw})"
    printed = STYLES[style].format(caption=caption, credit=credit.raw)
    if style == "dash" and parse(printed) != value:
        return STYLES["brackets"].format(caption=caption, credit=credit.raw)
    return printed


@define
class _Pieces:
    """What the pieces of one credit have said so far."""

    agencies: list[str]
    unknown: list[str]
    photographer: str | None = None
    source: str | None = None
    archive: bool = False
    illustrative: bool = False
    general: bool = False

    @property
    def known(self) -> bool:
        named = self.agencies or self.photographer or self.source
        return bool(named or self.archive or self.illustrative or self.general)


@define
class _Reader:
    lexicon: Lexicon

    def readings(self, text: str) -> Iterator[CaptionLine | None]:
        """The ways to read a caption line, the surest first."""
        if "\n" in text:
            yield self._lines(text)
        text = text.strip(_EDGE)
        yield self._alone(text)
        yield self._labelled(text)
        yield self._bracket(text)
        if "©" in text:
            yield self._split(text, text.rfind("©"), text.rfind("©") + 1, sure=True)
        yield self._dash(text)

    def unlabelled(self, text: str) -> str:
        """A caption without «التعليق على الصورة،» before it: the credit has a line of its own."""
        label = self.lexicon.credits.captions.match(fold(text[:40]))
        return _after_label(text, label.group()) or text if label else text

    def _alone(self, text: str) -> CaptionLine | None:
        """A line of nothing but names and flags, and not of a name that is also a word."""
        if len(text) > LONGEST_ALONE or text[0] in _OPENERS or not self._may_begin(text):
            return None
        plain = text.rstrip(".")
        pieces = self._pieces(plain)
        if pieces.unknown or pieces.photographer or pieces.source:
            return None
        flags = pieces.archive or pieces.illustrative
        if flags or (pieces.agencies and not self.lexicon.agencies.is_ambiguous(plain)):
            return CaptionLine(None, self._made(text, pieces))
        return None

    def _may_begin(self, text: str) -> bool:
        """Whether the first word of `text` is that of a name or flag: most lines are refused by it.

        «و» may be glued to a name."""
        word = first_word(fold(text).casefold())
        known = self.lexicon.credits.beginnings, self.lexicon.agencies.beginnings
        return any(word in words or word.removeprefix("و") in words for words in known)

    def _labelled(self, text: str) -> CaptionLine | None:
        """«صورة من: رويترز»: the label goes; «تصوير: فلان» stays, it says what the name is."""
        if len(text) > LONGEST_CREDIT or not _LABEL_END.search(text, 0, 40):
            return None
        head = fold(text[:40])
        label = self.lexicon.credits.labels.match(head)
        person = self.lexicon.credits.photographers.match(head)
        if not (label or person):
            return None
        raw = _after_label(text, label.group()).strip(_EDGE) if label and not person else text
        credit = self.credit(raw, sure=label is not None and ":" not in raw)
        return CaptionLine(None, credit) if credit else None

    def _lines(self, text: str) -> CaptionLine | None:
        """Caption and credit on lines of their own, in either order, labelled or not."""
        first, _, second = (part.strip(_BLANKS) for part in text.partition("\n"))
        captions = self.lexicon.credits.captions
        for line, other in ((second, first), (first, second)):
            label = captions.match(fold(line[:60]))
            if label:
                other = other.strip(_EDGE)
                above = self._labelled(other)
                credit = above.credit if above else self.credit(other, sure=True)
                return CaptionLine(_after_label(line, label.group()), credit)
        second = second.strip(_EDGE)
        below = self._labelled(second)
        credit = below.credit if below else None
        if credit is None and len(second) <= LONGEST_ALONE:
            credit = self.credit(second)
        return CaptionLine(first, credit) if credit and first.strip(_EDGE) else None

    def _bracket(self, text: str) -> CaptionLine | None:
        body = text.rstrip(_AFTER_CREDIT)
        start = _last_bracket(body)
        if start is None:
            return self._half_bracket(body) if body and body[-1] in _CLOSERS else None
        inside = body[start:].strip(_AROUND_CREDIT)
        caption = _before(body[:start])
        if self._is_flag(caption):  # «تعبيرية (نبيل إسماعيل).»
            return CaptionLine(None, self.credit(f"{caption} ({inside})", sure=True))
        before = caption.rsplit(maxsplit=1)
        credit = self.credit(inside)
        if credit and len(before) == 2 and self._is_flag(before[1].strip(_AFTER_CREDIT)):
            raw = f"{before[1]} ({inside})"
            return CaptionLine(before[0].rstrip(_AFTER_CAPTION), self.credit(raw, sure=True))
        return CaptionLine(caption or None, credit) if credit else None

    def _half_bracket(self, body: str) -> CaptionLine | None:
        """«جنود رويترز)»: without the opening half only a name that is no word tells the credit."""
        words = body[-LONGEST_ALONE:].split()
        for size in range(min(4, len(words) - 1), 0, -1):
            raw = " ".join(words[-size:]).rstrip("".join(_CLOSERS))
            if self.lexicon.agencies.lookup(raw) and not self.lexicon.agencies.is_ambiguous(raw):
                caption = body.rsplit(maxsplit=size)[0]
                return CaptionLine(caption, self.credit(raw))
        return None

    def _dash(self, text: str) -> CaptionLine | None:
        """After a dash only a source that is known: captions have dashes of their own."""
        tail = max(0, len(text) - LONGEST_CREDIT)
        for found in _DASH.finditer(text, tail):
            made = self._split(text, found.start(), found.end(), sure=False)
            if made is not None and made.caption:
                return made
        return None

    def _split(self, text: str, end: int, start: int, *, sure: bool) -> CaptionLine | None:
        raw = text[start:].strip(_EDGE + ".")
        pieces = self._pieces(raw) if len(raw) <= LONGEST_CREDIT else None
        if pieces is None or not raw or not (pieces.known or sure):
            return None
        led_by_agency = pieces.agencies and all(map(_is_person, pieces.unknown))
        if not sure and (pieces.source or (pieces.unknown and not led_by_agency)):
            return None
        if not sure and pieces.unknown and raw.startswith(pieces.unknown[0]):
            return None
        return CaptionLine(_before(text[:end]) or None, self.credit(raw, sure=sure))

    def credit(self, raw: str, sure: bool = False) -> Credit | None:
        """The credit `raw`; `None` if it names no known source and is not `sure` to be one."""
        if not raw or len(raw) > LONGEST_CREDIT:
            return None
        pieces = self._pieces(raw)
        return self._made(raw, pieces) if pieces.known or sure else None

    def _made(self, raw: str, pieces: _Pieces) -> Credit:
        """Unknown pieces beside known ones are people if they look so, else a source."""
        for piece in pieces.unknown:
            if pieces.known and pieces.photographer is None and _is_person(piece):
                pieces.photographer = piece
            elif pieces.source is None:
                pieces.source = piece
        agencies = tuple(dict.fromkeys(pieces.agencies))
        return Credit(
            raw,
            agencies,
            pieces.photographer,
            pieces.source,
            pieces.archive,
            pieces.illustrative,
        )

    def _pieces(self, raw: str) -> _Pieces:
        pieces = _Pieces([], [])
        if not self._take(raw, pieces):
            for piece in _SEPARATOR.split(_without_brackets(raw)):
                self._piece(piece.strip(_EDGE + _QUOTES + ".:") if piece else "", pieces)
        return pieces

    def _piece(self, piece: str, pieces: _Pieces) -> None:
        if not piece or self._take(piece, pieces):
            return
        first, _, rest = piece.partition(" ")
        start, _, last = piece.rpartition(" ")
        if rest and self._is_flag(first):
            self._take(first, pieces)
            self._piece(rest, pieces)
        elif start and self._is_flag(last):
            self._take(last, pieces)
            self._piece(start, pieces)
        elif not self._two_agencies(piece, pieces):
            pieces.unknown.append(piece)

    def _two_agencies(self, piece: str, pieces: _Pieces) -> bool:
        """«رويترز وأ.ف.ب»: two names joined by a glued «و»."""
        for found in _GLUED_AND.finditer(piece):
            left, right = piece[: found.start()], piece[found.end() :].strip()
            ids = [self.lexicon.agencies.lookup(name) for name in (left, right)]
            if all(ids) or (ids[0] and self._is_general(right)):
                pieces.agencies += [name for name in ids if name]
                return True
        return False

    def _take(self, piece: str, pieces: _Pieces) -> bool:
        """Takes a piece that is known as a whole."""
        words = self.lexicon.credits
        folded = fold(piece).strip(_AROUND).casefold()
        if folded in words.archive:
            pieces.archive = True
        elif folded in words.illustrative:
            pieces.illustrative = True
        elif folded in words.agencies:
            pieces.general = True
        elif person := words.photographers.match(folded):
            pieces.photographer = _after_label(piece, person.group()).strip(_EDGE) or None
        elif agency := self.lexicon.agencies.lookup(piece):
            if self.lexicon.agencies.is_source(agency):
                pieces.source = pieces.source or piece.strip(_EDGE + _QUOTES)
            else:
                pieces.agencies.append(agency)
        elif words.sources.match(folded) and not _SEPARATOR.search(piece):
            pieces.source = pieces.source or piece
        else:
            return False
        return True

    def _is_flag(self, word: str) -> bool:
        if len(word) > LONGEST_ALONE:
            return False
        folded = fold(word).strip(_EDGE).casefold()
        return folded in self.lexicon.credits.archive or folded in self.lexicon.credits.illustrative

    def _is_general(self, word: str) -> bool:
        return fold(word).casefold() in self.lexicon.credits.agencies


def _last_bracket(text: str) -> int | None:
    """Where the bracket that ends `text` opens; its closing half may be missing."""
    if not _OPENER.search(text, max(0, len(text) - LONGEST_CREDIT - 1)):
        return None
    closed = text[-1] in _CLOSERS
    depth = 0
    for at in range(len(text) - 1, max(-1, len(text) - LONGEST_CREDIT - 2), -1):
        char = text[at]
        # The ornate pair is printed either way round: only the last one closes.
        if char in _CLOSERS and (char not in _OPENERS or at == len(text) - 1):
            if not closed:  # a bracket that closed before: what follows it is no credit
                return None
            depth += 1
        elif char in _OPENERS:
            depth -= 1
            if depth <= 0:
                return at
    return None


def _before(text: str) -> str:
    """A caption without what leads to its credit; controls that close its last word stay."""
    printed = text.rstrip(_BEFORE_CREDIT)
    rest = text[len(printed) :]
    return printed + rest[: len(rest) - len(rest.lstrip(_CONTROLS))]


def _without_brackets(raw: str) -> str:
    return _BRACKET.sub(" - ", raw).strip(" -") if "(" in raw else raw


def _after_label(text: str, label: str) -> str:
    """What follows a label that was found in the folded text: as many letters are passed over."""
    at = 0
    for end in range(len(text) + 1):
        if len(fold(text[:end])) >= len(label):
            at = end
            break
    return text[at:].strip(_BLANKS)


def _is_person(piece: str) -> bool:
    return len(piece) <= 48 and not _DIGIT.search(piece) and bool(_PERSON.fullmatch(piece))
