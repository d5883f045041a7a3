"""Strategies for bylines and datelines that a style can print."""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from arnews import lexicon
from arnews.model import Byline

from .prose import seldom

_TABLES = lexicon.default()
_GIVEN = ("محمد", "فاطمة", "عبد الرحمن", "خالد", "نورا", "أيمن", "سعاد", "جون", "عبدالعزيز")
_FAMILY = ("العتيبي", "السعدي", "بن سالم", "أبو العلا", "حداد", "آل الشيخ", "الطيب", "سميكة", "روث")
_TITLES = ("", "", "", "د. ", "الدكتور ", "أ.د ")
_PLACES = (
    "روما",
    "لندن",
    "القاهرة",
    "أبوظبي",
    "سان بطرسبرغ",
    "حفر الباطن",
    "تل أبيب",
    "وادي الدواسر",
)
_COUNTRIES = ("", "", "", " (روسيا)", "، العراق")
_PAPERS = ("الشرق الأوسط", "القدس العربي", "العربية.نت", "سبق", "الرياض", "الوئام", "شبكة وتر")
_AGENCIES = ("reuters", "afp", "dpa", "spa", "wam", "anadolu", "ap", "cnn")
_LABELS = ("تقرير", "حوار", "ترجمة", "إعداد", "بقلم", "تغطية", "المنسق الإعلامي")

authors = st.tuples(*map(st.sampled_from, (_TITLES, _GIVEN, _FAMILY))).map(
    lambda parts: f"{parts[0]}{parts[1]} {parts[2]}"
)
_authors = st.lists(authors, max_size=3, unique=True).map(tuple)
_places = st.tuples(st.sampled_from(_PLACES), st.sampled_from(_COUNTRIES)).map("".join)


def _signed(agency: str) -> Byline:
    name = str(_TABLES.table("agencies")[agency]["spellings"][0])
    return Byline("", publication=name, agencies=(agency,))


def _byline(
    writers: tuple[str, ...], source: Byline, place: str | None, role: str | None
) -> Byline:
    role = role if writers else None
    return Byline("", writers, source.publication, source.agencies, place, role)


_agencies = st.lists(st.sampled_from(_AGENCIES), max_size=2, unique=True).map(tuple)
_papers = st.builds(
    lambda name, agencies: Byline("", publication=name, agencies=agencies),
    st.none() | st.sampled_from(_PAPERS),
    _agencies,
)
_writers = st.lists(authors, min_size=1, max_size=2, unique=True).map(tuple)
_known_places = st.sampled_from(_PLACES)
_publishers = st.one_of(
    st.sampled_from(_PAPERS).map(lambda name: Byline("", publication=name)),
    st.sampled_from(_AGENCIES).map(_signed),
)
_empty = st.just(Byline(""))
_nothing = st.none()
_labels = st.sampled_from(_LABELS)
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


bylines = _full(_papers | st.sampled_from(_AGENCIES).map(_signed))
datelines = _full(_papers)
