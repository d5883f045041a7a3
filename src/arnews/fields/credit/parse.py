"""What a photo credit says: agencies, a photographer, a source, flags.

A credit is cut at its separators. Each piece is known by the tables, or is a person or a source by
its place beside known pieces.
"""

from __future__ import annotations

import re

from ... import lexicon as lexicons
from ...arguments import check
from ...folding import fold
from ...lexicon import Lexicon
from ...model import Credit
from ...patterns import Match, pattern
from ..person import NO, SURE, name_score

LONGEST = 160  # characters of a credit
LONGEST_FLAG = 64
LONGEST_PERSON = 48

# Blanks and the invisible controls that stand round brackets and Latin names.
EDGE = (
    " \t\r\n\u00a0\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
BLANKS = " \t\r\n\u00a0"  # a caption keeps its invisible controls
QUOTES = "«»\"“”'‘’„"
ARABIC = pattern(r"\p{Arabic}")
_AROUND = f'{EDGE}"'
_SEPARATOR = pattern(
    r"\s++[-–—ـ|/+.·]++\s*+|[-–—/|+]\s++|(?<=[^\s\d])[/+|,،](?=\S)|\s*+[،,]\s++|\s++(?:via|عبر|©)\s++|"
    r"(?<=[\p{Arabic}])[-–—](?=\p{Arabic}{3})",
    re.I,
)
_PERSON = pattern(r"\p{L}[\p{L}\p{M}.'’-]*+(?:\s++\p{L}[\p{L}\p{M}.'’-]*+){0,4}")
_GLUED_AND = pattern(r"\s++و")
_DASHES = str.maketrans(dict.fromkeys("()[]{}﴾﴿", " - "))  # for brackets
_YEAR = pattern(r"(?<=[A-Z]{2}|Photo)\s\d{4}$")
_QUOTE = pattern(f"[{QUOTES}]")
_DIGIT = pattern(r"\p{Nd}")


def parse_credit(raw: str, *, lexicon: Lexicon | None = None, sure: bool = False) -> Credit | None:
    """What a credit says: the inside of a bracket, or what follows a label.

    «أرشيفية - رويترز» gives the agency `reuters` and the flag `archive`. `None` if it names no
    source that is known; with `sure` (the markup says that it is a credit) the unknown is kept as
    source. Raises `BadArgument` for a `raw` of another type.

    >>> parse_credit("أرشيفية - رويترز").agencies
    ('reuters',)
    >>> parse_credit("الصف الأول"), parse_credit("الصف الأول", sure=True).source
    (None, 'الصف الأول')
    """
    check("raw", raw, str, "a credit as str")
    return CreditParser(lexicon or lexicons.default()).parse(raw.strip(EDGE), sure=sure)


class Pieces:
    """What the pieces of one credit say."""

    def __init__(self) -> None:
        self.agencies: list[str] = []
        self.unknown: list[str] = []
        self.papers: list[str] = []  # those of `unknown` that are papers or offices
        self.photographer: str | None = None
        self.source: str | None = None
        self.archive = self.illustrative = False
        self.general = False  # «وكالات», «حقوق النشر محفوظة»

    @property
    def known(self) -> bool:
        named = self.agencies or self.photographer or self.source
        return bool(named or self.archive or self.illustrative or self.general)

    def to_credit(self, raw: str) -> Credit:
        """Unknown pieces beside known ones are people if they look so, else a source."""
        photographer, source = self.photographer, self.source
        beside_known = self.known
        for piece in self.unknown:
            named = is_person(piece) and piece not in self.papers
            if beside_known and photographer is None and named:
                photographer = piece
            elif source is None:
                source = piece
                beside_known = True
        agencies = tuple(dict.fromkeys(self.agencies))
        return Credit(raw, agencies, photographer, source, self.archive, self.illustrative)


class CreditParser:
    """Reads credits by the tables of `lexicon`."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon

    def parse(self, raw: str, *, sure: bool = False) -> Credit | None:
        """The credit `raw`; `None` if it names no known source and is not `sure` to be one."""
        if not raw or len(raw) > LONGEST:
            return None
        pieces = self.pieces(raw)
        named = sure and not pieces.known and " " in raw and not pieces.papers
        if named and name_score(raw, self.lexicon) == SURE:
            return Credit(raw, photographer=raw)
        return pieces.to_credit(raw) if pieces.known or sure else None

    def pieces(self, raw: str) -> Pieces:
        pieces = Pieces()
        label = self.lexicon.credits.labels.match(fold(raw[:40])) if ":" in raw else None
        label = label or self._agency_label(raw)
        raw = after_label(raw, label.group()).strip(EDGE) if label else raw
        if not self._take(raw, pieces):
            raw = raw.translate(_DASHES).strip(" -") if "(" in raw else raw
            for piece in _SEPARATOR.split(raw):
                piece = _YEAR.sub("", piece or "")  # «© AFP 2023 / Joseph Eid»
                self._take_piece(piece.strip(EDGE + QUOTES + ".:"), pieces)
        return pieces

    def _agency_label(self, raw: str) -> Match | None:
        """«تصوير:» before an agency, which takes pictures as a person does."""
        label = self.lexicon.credits.photographers.match(fold(raw[:40]))
        if label is None or not label["mark"]:
            return None
        return label if self.lexicon.agencies.lookup(after_label(raw, label.group())) else None

    def _take_piece(self, piece: str, pieces: Pieces) -> None:
        if not piece or self._take(piece, pieces):
            return
        what, colon, whose = piece.partition(":")
        if colon and self.is_flag(what):  # «صورة أرشيفية: رويترز»
            self._take(what, pieces)
            self._take_piece(whose.strip(EDGE), pieces)
            return
        first, _, rest = piece.partition(" ")
        start, _, last = piece.rpartition(" ")
        if not self.is_flag(first) and " من " in rest:  # «صورة تعبيرية من Freepik»
            first, _, rest = piece.partition(" من ")
        if rest and self.is_flag(first):
            self._take(first, pieces)
            self._take_piece(rest.removeprefix("من "), pieces)  # «أرشيفية من رويترز»
        elif start and self.is_flag(last):
            self._take(last, pieces)
            self._take_piece(start, pieces)
        elif not self._take_two_agencies(piece, pieces):
            pieces.unknown.append(piece)
            if self.lexicon.papers.knows(piece) or self._is_body(piece):
                pieces.papers.append(piece)

    def _is_body(self, piece: str) -> bool:
        """«البحرية الأميركية»: words with the article, of which none begins a name."""
        words = piece.split()
        together = len(words) > 1 and all(word.startswith("ال") for word in words)
        return together and name_score(piece, self.lexicon) == NO

    def _take_two_agencies(self, piece: str, pieces: Pieces) -> bool:
        """«رويترز وأ.ف.ب»: two names joined by a glued «و»."""
        for match in _GLUED_AND.finditer(piece):
            left, right = piece[: match.start()], piece[match.end() :].strip()
            ids = [self.lexicon.agencies.lookup(name) for name in (left, right)]
            general = fold(right).casefold() in self.lexicon.credits.agencies
            if all(ids) or (ids[0] and general):
                pieces.agencies += [name for name in ids if name]
                return True
        return False

    def _take(self, piece: str, pieces: Pieces) -> bool:
        """Takes a piece that is known as a whole."""
        words, agencies = self.lexicon.credits, self.lexicon.agencies
        folded = fold(piece).strip(_AROUND).casefold()
        if folded in words.archive:
            pieces.archive = True
        elif folded in words.illustrative:
            pieces.illustrative = True
        elif folded in words.agencies or folded in words.rights:
            pieces.general = True
        elif (person := self.photographer(piece, folded)) is not None:
            name, _, paper = person.rpartition("/")
            housed = bool(name) and self.lexicon.papers.knows(paper.strip())
            pieces.photographer = (name.strip() if housed else person) or None
            pieces.source = paper.strip() if housed else pieces.source
        elif agency := agencies.lookup(_QUOTE.sub("", piece)):
            if agencies.is_source(agency):
                pieces.source = pieces.source or piece.strip(EDGE + QUOTES)
            else:
                pieces.agencies.append(agency)
        elif self._is_address(piece) or (
            words.sources.match(folded) and not _SEPARATOR.search(piece)
        ):
            pieces.source = pieces.source or piece
        else:
            return False
        return True

    def _is_address(self, piece: str) -> bool:
        """«الهدف.كوم», «alhadaf.com»: the address of a site, which is no word."""
        return "." in piece and " " not in piece and self.lexicon.papers.reads(piece)

    def photographer(self, text: str, folded: str) -> str | None:
        """The name after «تصوير:»; without a mark what follows must be one, and no agency."""
        label = self.lexicon.credits.photographers.match(folded)
        if not label:
            return None
        name = after_label(text, label.group()).strip(EDGE)
        if name[:1].isdigit() or any(map(self.lexicon.agencies.lookup, _SEPARATOR.split(name))):
            return None  # «ص: 45» is a page
        return name if label["mark"] or self._is_name(name) else None

    def _is_name(self, text: str) -> bool:
        latin = is_person(text) and " " in text and not ARABIC.search(text)
        return latin or name_score(text, self.lexicon) == SURE

    def names_person(self, text: str) -> bool:
        """Whether `text` is surely the full name of a person: «(حسين بيضون)»."""
        return " " in text and self._is_name(text)

    def of_person(self, text: str) -> Credit | None:
        """«حسين بيضون», «عنب بلدي/ سارة الأحمد»: surely a person, beside whose paper is known."""
        if self.names_person(text):
            return Credit(text, photographer=text)
        pieces = self.pieces(text)
        people = [piece for piece in pieces.unknown if piece not in pieces.papers]
        if pieces.known or len(people) != 1 or len(pieces.papers) != 1:
            return None
        named = self.names_person(people[0])
        return Credit(text, photographer=people[0], source=pieces.papers[0]) if named else None

    def is_flag(self, word: str) -> bool:
        """Whether `word` says what the picture is, and no source: «أرشيفية», «تعبيرية»."""
        if len(word) > LONGEST_FLAG:
            return False
        folded = fold(word).strip(EDGE).casefold()
        return folded in self.lexicon.credits.archive or folded in self.lexicon.credits.illustrative

    def takes_pictures(self, pieces: Pieces) -> bool:
        """Whether all that is known of `pieces` is agencies and stock houses, and no word."""
        kinds = self.lexicon.agencies.kinds
        pictured = all(kinds[name] in ("agency", "stock") for name in pieces.agencies)
        people = all(_PERSON.fullmatch(piece) for piece in pieces.unknown)
        return bool(pieces.agencies) and pictured and people


def after_label(text: str, label: str) -> str:
    """What follows the `label` that was found in the folded text: as many letters are passed."""
    ends = (end for end in range(len(text) + 1) if len(fold(text[:end])) >= len(label))
    return text[next(ends, 0) :].strip(BLANKS)


def is_person(piece: str) -> bool:
    return (
        len(piece) <= LONGEST_PERSON and not _DIGIT.search(piece) and bool(_PERSON.fullmatch(piece))
    )
