"""The vocabulary of Arabic news as data: agencies, calendar, places, roles, markers, buttons.

Each table is a TOML file in this folder. The module of the same name is its typed view and checks
it. Words of a single publisher belong in the publisher's layout.

    from arnews import lexicon
    mine = lexicon.default().extended({"agencies": {"myagency": {"kind": "agency",
        "name": "My Agency", "spellings": ["وكالتي"]}}})
    arnews.fields.credit.parse("صورة (وكالتي)", lexicon=mine)
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from attrs import define, field

from .. import tables

if TYPE_CHECKING:
    from .absences import Absences
    from .agencies import Agencies
    from .calendar import Calendar
    from .credits import Credits
    from .names import Names
    from .papers import Papers
    from .places import Places
    from .roles import Roles
    from .word_classes import WordClasses
    from .words import Words

Table = Mapping[str, Any]


@cache
def _shipped(name: str) -> Table:
    return MappingProxyType(tables.read(__package__, f"{name}.toml"))


def _merged(base: Table, more: Table) -> Table:
    """`base` with the entries of `more`: tables are merged, lists joined, other values replaced."""
    merged = dict(base)
    for key, value in more.items():
        old = merged.get(key)
        if isinstance(old, Mapping) and isinstance(value, Mapping):
            merged[key] = _merged(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            merged[key] = [*old, *(entry for entry in value if entry not in old)]
        else:
            merged[key] = value
    return MappingProxyType(merged)


@define(eq=False, slots=False, frozen=True)
class Lexicon:
    """All tables together, immutable. `additions` maps the name of a table to more entries.

    Every view raises `BadLexicon` when it is first used, if an entry breaks a rule of its table.
    """

    additions: Table = field(factory=dict)

    def table(self, name: str) -> Table:
        """The table `name` as it is in TOML, with this lexicon's additions."""
        return _merged(_shipped(name), self.additions.get(name, {}))

    @cached_property
    def words(self) -> Words:
        """Interface words and markers: «شارك», «اقرأ أيضاً»."""
        from .words import Words

        return Words.read(self.table("words"))

    @cached_property
    def sections(self) -> frozenset[str]:
        """Folded names of sections, with and without the Arabic article: «اقتصاد», «الاقتصاد»."""
        from .words import with_articles

        return with_articles(self.table("sections")["names"])

    @cached_property
    def absences(self) -> Absences:
        """What pages say that show no article: «الصفحة غير موجودة»."""
        from .absences import Absences

        return Absences.read(self.table("absences"))

    @cached_property
    def agencies(self) -> Agencies:
        """News agencies and other named sources: «رويترز»."""
        from .agencies import Agencies

        return Agencies.read(self.table("agencies"))

    @cached_property
    def credits(self) -> Credits:
        """Words of photo credits: «أرشيفية», «تصوير»."""
        from .credits import Credits

        return Credits.read(self.table("credits"))

    @cached_property
    def places(self) -> Places:
        """Countries and cities: «لبنان», «بيروت»."""
        from .places import Places

        return Places.read(self.table("places"))

    @cached_property
    def papers(self) -> Papers:
        """Newspapers, sites and channels that sign articles: «الشرق الأوسط»."""
        from .papers import Papers

        return Papers.read(self.table("papers"))

    @cached_property
    def roles(self) -> Roles:
        """Labels, jobs and titles around names: «بقلم», «مراسل», «الدكتور»."""
        from .roles import Roles

        return Roles.read(self.table("roles"))

    @cached_property
    def names(self) -> Names:
        """Given names and other signs of a person's name: «محمد», «عبد»."""
        from .names import Names

        return Names.read(self.table("names"))

    @cached_property
    def calendar(self) -> Calendar:
        """Months, weekdays, times of day and the words around dates: «آذار», «الجمعة»."""
        from .calendar import Calendar

        return Calendar.read(self.table("calendar"))

    @cached_property
    def word_classes(self) -> WordClasses:
        """The words of all tables with the classes that each is of."""
        from .word_classes import WordClasses

        return WordClasses.read(self)

    def extended(self, additions: Table) -> Lexicon:
        """A lexicon with the entries of `additions` too, by name of table."""
        return Lexicon(_merged(self.additions, additions))


@cache
def default() -> Lexicon:
    """The lexicon that ships with arnews."""
    return Lexicon()
