"""The vocabulary of Arabic news as data: agencies, calendar, places, roles, markers, buttons.

Each table is a TOML file in this folder. The module of the same name is its typed view and checks
it. Words of a single publisher belong in the publisher's layout.

    from arnews import lexicon
    mine = lexicon.default().extended({"agencies": {"myagency": {"kind": "agency",
        "name": "My Agency", "spellings": ["وكالتي"]}}})
    arnews.fields.credit.parse("صورة (وكالتي)", lexicon=mine)
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, cached_property
from typing import TypeVar

from attrs import define, field

from ..arguments import check, shown
from ..errors import BadLexicon
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

View = TypeVar("View")


def _view(name: str, read: Callable[[Table], View]) -> cached_property[View]:
    """What `read` makes of the table `name`, once it is asked for; all lexicons that add nothing to
    the table share that."""
    shared = cache(lambda: _checked(name, lambda: read(shipped(name))))

    def view(lexicon: Lexicon) -> View:
        if name not in lexicon.additions:
            return shared()
        return _checked(name, lambda: read(lexicon.table(name)))

    return cached_property(view)


def _checked(name: str, read: Callable[[], View]) -> View:
    """What `read` gives. Raises `BadLexicon` where an entry has another form than it must have."""
    try:
        return read()
    except (AttributeError, IndexError, KeyError, TypeError, ValueError) as error:
        raise BadLexicon(f"{name}.toml: an entry is unlike those of its table: {error}") from error


@define(eq=False, slots=False, frozen=True)
class Lexicon:
    """All tables together, immutable. `additions` maps the name of a table to more entries.

    Every view raises `BadLexicon` when it is first used, if an entry breaks a rule of its table.
    """

    additions: Table = field(factory=dict)

    def table(self, name: str) -> Table:
        """The table `name` as it is in TOML, with this lexicon's additions."""
        return merged(shipped(name), self.additions.get(name, {}))

    #: Interface words and markers: «شارك», «اقرأ أيضاً».
    words = _view("words", Words.read)
    #: Folded names of sections, with and without the Arabic article: «اقتصاد», «الاقتصاد».
    sections = _view("sections", lambda table: with_articles(table["names"]))
    #: Of the same form, those with which menus begin.
    early_sections = _view("sections", lambda table: with_articles(table["early"]))
    #: First words of the names of sections, folded: «دوري», «أخبار».
    section_heads = _view("sections", lambda table: fold_all(table["heads"]))
    #: What pages say that show no article: «الصفحة غير موجودة».
    absences = _view("absences", Absences.read)
    #: News agencies and other named sources: «رويترز».
    agencies = _view("agencies", Agencies.read)
    #: Words of photo credits: «أرشيفية», «تصوير».
    credits = _view("credits", Credits.read)
    #: Countries and cities: «لبنان», «بيروت».
    places = _view("places", Places.read)
    #: Newspapers, sites and channels that sign articles: «الشرق الأوسط».
    papers = _view("papers", Papers.read)
    #: Labels, jobs and titles around names: «بقلم», «مراسل», «الدكتور».
    roles = _view("roles", Roles.read)
    #: Given names and other signs of a person's name: «محمد», «عبد».
    names = _view("names", Names.read)
    #: Months, weekdays, times of day and the words around dates: «آذار», «الجمعة».
    calendar = _view("calendar", Calendar.read)

    @cached_property
    def word_classes(self) -> WordClasses:
        """The words of all tables with the classes that each is of."""
        return _checked("words", lambda: WordClasses.read(self))

    def extended(self, additions: Table) -> Lexicon:
        """A lexicon with the entries of `additions` too, by name of table.

        Raises `BadLexicon` for the name of no table.
        """
        check("additions", additions, Mapping, 'entries by table, as {"agencies": {…}}')
        if unknown := sorted(map(str, additions.keys() - TABLES)):
            known = ", ".join(sorted(TABLES))
            raise BadLexicon(f"there is no table {shown(unknown[0])}; there are {known}")
        return Lexicon(merged(self.additions, additions))


@cache
def default() -> Lexicon:
    """The lexicon that ships with arnews."""
    return Lexicon()
