"""The vocabulary of Arabic news as data: agencies, calendar, places, roles, markers, buttons.

Each table is a TOML file in this folder. The module of the same name is its typed view and checks
it. Words of a single publisher belong in the publisher's layout.

    from arnews import lexicon
    mine = lexicon.default().extended({"agencies": {"myagency": {"kind": "agency",
        "name": "My Agency", "spellings": ["وكالتي"]}}})
    arnews.fields.credit.parse("صورة (وكالتي)", lexicon=mine)
"""

from __future__ import annotations

from functools import cache, cached_property

from attrs import define, field

from ..folding import fold_all
from .absences import Absences
from .agencies import Agencies
from .calendar import Calendar
from .credits import Credits
from .names import Names
from .papers import Papers
from .places import Places
from .roles import Roles
from .table import Table, merged, shipped
from .word_classes import WordClasses
from .words import Words, with_articles

#: The names of all tables.
TABLES = frozenset(
    {"absences", "agencies", "calendar", "credits", "names", "papers", "places", "roles"}
    | {"sections", "words"}
)


@define(eq=False, slots=False, frozen=True)
class Lexicon:
    """All tables together, immutable. `additions` maps the name of a table to more entries.

    Every view raises `BadLexicon` when it is first used, if an entry breaks a rule of its table.
    """

    additions: Table = field(factory=dict)

    def table(self, name: str) -> Table:
        """The table `name` as it is in TOML, with this lexicon's additions."""
        return merged(shipped(name), self.additions.get(name, {}))

    @cached_property
    def words(self) -> Words:
        """Interface words and markers: «شارك», «اقرأ أيضاً»."""
        return Words.read(self.table("words"))

    @cached_property
    def sections(self) -> frozenset[str]:
        """Folded names of sections, with and without the Arabic article: «اقتصاد», «الاقتصاد»."""
        return with_articles(self.table("sections")["names"])

    @cached_property
    def section_heads(self) -> frozenset[str]:
        """First words of the names of sections, folded: «دوري», «أخبار»."""
        return fold_all(self.table("sections")["heads"])

    @cached_property
    def absences(self) -> Absences:
        """What pages say that show no article: «الصفحة غير موجودة»."""
        return Absences.read(self.table("absences"))

    @cached_property
    def agencies(self) -> Agencies:
        """News agencies and other named sources: «رويترز»."""
        return Agencies.read(self.table("agencies"))

    @cached_property
    def credits(self) -> Credits:
        """Words of photo credits: «أرشيفية», «تصوير»."""
        return Credits.read(self.table("credits"))

    @cached_property
    def places(self) -> Places:
        """Countries and cities: «لبنان», «بيروت»."""
        return Places.read(self.table("places"))

    @cached_property
    def papers(self) -> Papers:
        """Newspapers, sites and channels that sign articles: «الشرق الأوسط»."""
        return Papers.read(self.table("papers"))

    @cached_property
    def roles(self) -> Roles:
        """Labels, jobs and titles around names: «بقلم», «مراسل», «الدكتور»."""
        return Roles.read(self.table("roles"))

    @cached_property
    def names(self) -> Names:
        """Given names and other signs of a person's name: «محمد», «عبد»."""
        return Names.read(self.table("names"))

    @cached_property
    def calendar(self) -> Calendar:
        """Months, weekdays, times of day and the words around dates: «آذار», «الجمعة»."""
        return Calendar.read(self.table("calendar"))

    @cached_property
    def word_classes(self) -> WordClasses:
        """The words of all tables with the classes that each is of."""
        return WordClasses.read(self)

    def extended(self, additions: Table) -> Lexicon:
        """A lexicon with the entries of `additions` too, by name of table."""
        return Lexicon(merged(self.additions, additions))


@cache
def default() -> Lexicon:
    """The lexicon that ships with arnews."""
    return Lexicon()
