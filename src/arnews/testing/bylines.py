"""Strategies for bylines and datelines that a style can print."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon
from arnews.model import Byline

from .prose import seldom, tables

_TABLES = lexicon.default()


def _part(name: str) -> SearchStrategy[str]:
    return st.sampled_from(tables()["bylines"][name])


authors = st.tuples(*map(_part, ("titles", "given", "family"))).map(
    lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"
)
_authors = st.lists(authors, max_size=3, unique=True).map(tuple)
_places = st.tuples(_part("places"), _part("countries")).map("".join)


def _signed(agency: str) -> Byline:
    name = str(_TABLES.table("agencies")[agency]["spellings"][0])
    return Byline("", publication=name, agencies=(agency,))


def _byline(
    writers: tuple[str, ...], source: Byline, place: str | None, role: str | None
) -> Byline:
    role = role if writers else None
    return Byline("", writers, source.publication, source.agencies, place, role)


_agencies = st.lists(_part("agencies"), max_size=2, unique=True).map(tuple)
_papers = st.builds(
    lambda name, agencies: Byline("", publication=name, agencies=agencies),
    st.none() | _part("papers"),
    _agencies,
)
_writers = st.lists(authors, min_size=1, max_size=2, unique=True).map(tuple)
_known_places = _part("places")
_publishers = st.one_of(
    _part("papers").map(lambda name: Byline("", publication=name)),
    _part("agencies").map(_signed),
)
_empty = st.just(Byline(""))
_nothing = st.none()
_labels = _part("labels")
#: A byline of writers alone: «خالد العتيبي».
printed_writers = st.builds(_byline, _writers, _empty, _nothing, _nothing)
#: A byline of a newspaper or an agency, mostly with a place: «الشرق الأوسط (لندن)».
printed_publishers = st.builds(
    _byline, st.just(()), _publishers, seldom(_nothing, _known_places), _nothing
)
#: A byline below a headline: writers with a place or a label, or a newspaper or an agency.
printed_bylines: SearchStrategy[Byline] = st.one_of(
    st.builds(_byline, _writers, _empty, _nothing | _known_places, _nothing),
    printed_publishers,
    st.builds(_byline, _writers, _empty, _nothing, _labels),
)


def _full(sources: SearchStrategy[Byline]) -> SearchStrategy[Byline]:
    """Bylines of all parts; `raw` is empty, because it depends on the style."""
    drawn = st.builds(_byline, _authors, sources, _nothing | _places, _nothing | _labels)
    return drawn.filter(lambda value: value != Byline(""))


bylines = _full(_papers | _part("agencies").map(_signed))
datelines = _full(_papers)
