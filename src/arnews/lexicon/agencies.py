"""Names of agencies, broadcasters, picture libraries and social networks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import cached_property

from attrs import frozen

from ..errors import BadLexicon
from ..folding import fold
from ..patterns import pattern
from ..remembered import remembered
from .table import Table

KINDS = frozenset({"agency", "broadcaster", "stock", "satellite", "social", "official", "own"})
LONGEST_NAME = 64  # characters

_AROUND = " \"'()[]{}.:,،-*"
_BREAKS = pattern(r"[\s.]++")
_LETTERS = pattern(r"[\p{L}\p{N}]++")
# Folded words that can precede a name: «وكالة رويترز», «نقلا عن رويترز».
_BEFORE = frozenset(
    (
        *("وكاله", "الوكاله", "وكالتا", "وكالتي", "انباء", "قناه", "شبكه", "منصه", "موقع"),
        *("تلفزيون", "صحيفه", "جريده", "نقلا", "عن", "via", "عبر"),
    )
)


@remembered
def fold_agency(name: str) -> str:
    """The normal form of an agency's name: folded, in lower case, with single blanks.

    The letters of an abbreviation stay apart and are joined by dots: «أ. ف. ب.» becomes «ا.ف.ب».
    So «أ.ب» (AP) never equals the word «أب».
    """
    tokens = [token for token in _BREAKS.split(fold(name).strip(_AROUND).casefold()) if token]
    abbreviation = len(tokens) > 1 and all(len(token) <= 2 for token in tokens)
    return ("." if abbreviation else " ").join(tokens)


def first_word(name: str) -> str:
    """The first run of letters and digits in `name`: «رويترز/أ.ف.ب» gives «رويترز»."""
    found = _LETTERS.search(name)
    return found.group() if found else ""


def begins(text: str, *known: Set[str]) -> bool:
    """Whether the first word of `text` is one of `known`; «و» may be glued to it."""
    word = first_word(fold(text).casefold())
    forms = (word, word.removeprefix("و"))
    return not all(words.isdisjoint(forms) for words in known)


@frozen(slots=False)
class Agencies:
    """`ids` by normal form of a spelling; `kinds` by id.

    `ambiguous` are the normal forms that are also ordinary words: «فارس», «معا».
    """

    ids: Mapping[str, str]
    kinds: Mapping[str, str]
    ambiguous: frozenset[str]

    @classmethod
    def read(cls, table: Table) -> Agencies:
        """The agencies of `agencies.toml`. Raises `BadLexicon` where an entry breaks a rule."""
        ids: dict[str, str] = {}
        ambiguous: set[str] = set()
        for name, entry in table.items():
            for spelling in _spellings(name, entry):
                if ids.setdefault(spelling, name) != name:
                    raise BadLexicon(
                        f"agencies.toml: «{spelling}» belongs to {ids[spelling]} and to {name}; "
                        "leave it to one of them"
                    )
            ambiguous.update(map(fold_agency, entry.get("ambiguous", ())))
        return cls(
            ids, {name: entry["kind"] for name, entry in table.items()}, frozenset(ambiguous)
        )

    def lookup(self, text: str) -> str | None:
        """The id of the agency that `text` names: «وكالة رويترز» gives `"reuters"`.

        `None` if `text` is no known name, or says more than the name.
        """
        if len(text) > LONGEST_NAME:
            return None
        name = fold_agency(text)
        return self.ids.get(name) or next(filter(None, map(self.ids.get, _forms(name))), None)

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The first words of all names, in the form that `first_word` returns."""
        return frozenset(map(first_word, self.ids)) | _BEFORE

    def is_ambiguous(self, text: str) -> bool:
        """Whether the name `text` is also an ordinary word, a person or a place."""
        return fold_agency(text) in self.ambiguous

    def is_source(self, name: str) -> bool:
        """Whether the id `name` belongs to a newspaper or an office, and not to an agency."""
        return self.kinds[name] in ("own", "official")


def _spellings(name: str, entry: Mapping[str, object]) -> Iterator[str]:
    spellings, kind = entry.get("spellings"), entry.get("kind")
    if not isinstance(spellings, list) or not spellings or kind not in KINDS:
        raise BadLexicon(
            f"agencies.toml: {name} needs spellings and a kind, one of {', '.join(sorted(KINDS))}"
        )
    ambiguous = entry.get("ambiguous", [])
    if not isinstance(ambiguous, list) or not set(ambiguous) <= set(spellings):
        raise BadLexicon(
            f"agencies.toml: {name}: every ambiguous name must be one of its spellings"
        )
    yield from map(fold_agency, spellings)


def _forms(name: str) -> Iterator[str]:
    """`name` without the words before it (`_BEFORE`), then without a glued «و» ("and")."""
    before, blank, rest = name.partition(" ")
    while blank and before in _BEFORE:
        name = rest
        yield name
        before, blank, rest = name.partition(" ")
    if name.startswith("و") and len(name) > 4:
        yield name[1:]
