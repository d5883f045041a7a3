"""What an article takes from the metadata of its page, and what it does not."""

import json
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from attrs import evolve

import arnews
from arnews.assembly.completion import complete
from arnews.assembly.instants import instant
from arnews.fields.date import parse as date_of
from arnews.lexicon import default
from arnews.model import Article, Metadata, Moment, PageWarning
from helpers.laws import check_laws

EAST = timezone(timedelta(hours=3))
BODY = """
<p>قالت وزارة المياه اليوم إن السدود في الشمال امتلأت قبل موعدها بشهر كامل بعد الأمطار.</p>
<p>وأضافت الوزارة في بيان أن المخزون يكفي حاجة المدن حتى نهاية العام الحالي.</p>"""
HEADLINE = "<h1>السدود تمتلئ قبل موعدها بشهر كامل</h1>"


def parsed(shown="", head="", headline=HEADLINE, **options):
    """A page that shows `shown` under its headline; `head` is a dict for JSON-LD, or HTML."""
    if isinstance(head, dict):
        data = json.dumps({"@type": "NewsArticle", **head}, ensure_ascii=False)
        head = f'<script type="application/ld+json">{data}</script>'
    html = (
        f"<html><head>{head}</head><body><article>{headline}{shown}{BODY}</article></body></html>"
    )
    page = arnews.parse(html, **options)
    check_laws(page)
    return page


def only(page):
    (article,) = page.articles
    return article


STATED = {
    "headline": "السدود تمتلئ قبل موعدها بشهر كامل",
    "datePublished": "2024-05-12T10:30:00+03:00",
    "dateModified": "2024-05-12T11:00:00+03:00",
    "articleSection": "اقتصاد",
    "author": {"@type": "Person", "name": "سعاد حداد"},
    "publisher": {"@type": "Organization", "name": "الوادي"},
    "keywords": ["سدود الشمال", "الأمطار"],
    "description": "السدود في الشمال امتلأت",
}


def test_what_is_not_shown_is_stated():
    article = only(parsed(head=STATED))
    assert article.published.raw == "2024-05-12T10:30:00+03:00"
    assert article.published.value == datetime(2024, 5, 12, 10, 30, tzinfo=EAST)
    assert article.modified.iso == "2024-05-12T11:00+03:00"
    assert (article.section, article.tags) == ("اقتصاد", ("سدود الشمال", "الأمطار"))
    assert (article.byline.raw, article.byline.authors) == ("سعاد حداد", ("سعاد حداد",))
    assert article.subtitle is None  # a description is no printed deck
    assert article.from_metadata == ("published", "modified", "section", "byline", "tags")


def test_what_is_shown_stays():
    shown = "<p class=author>رنا خالد</p><time>10 مايو 2024</time>"
    page = parsed(shown, STATED)
    article = only(page)
    assert (article.byline.authors, article.published.value) == (("رنا خالد",), date(2024, 5, 10))
    assert "published" not in article.from_metadata
    message = "published printed 2024-05-10, in the metadata 2024-05-12"
    assert page.warnings == (PageWarning("disagreement", message),)


def test_text_has_no_metadata():
    page = arnews.parse("عنوان الخبر\n\nقال الوزير إن الحكومة ستعقد اجتماعا غدا في العاصمة.")
    assert page.metadata == arnews.Metadata()
    assert all(article.from_metadata == () for article in page.articles)


FULLER = [  # what stands in <time>, its datetime, what JSON-LD states, and the value
    ("12 مايو 2024", None, "2024-05-12T10:30:00+03:00", datetime(2024, 5, 12, 10, 30, tzinfo=EAST)),
    (
        "12 مايو 2024",
        "2024-05-12T09:15+03:00",
        "2024-05-12T10:30+03:00",
        datetime(2024, 5, 12, 9, 15, tzinfo=EAST),
    ),
    ("12 مايو", "2024-05-12T09:15+03:00", None, datetime(2024, 5, 12, 9, 15, tzinfo=EAST)),
    ("12 مايو", None, "2019-05-12", date(2019, 5, 12)),
    ("قبل ساعتين", "2024-05-12T09:15+03:00", None, datetime(2024, 5, 12, 9, 15, tzinfo=EAST)),
    ("مايو 2024", None, "2024-05-12", date(2024, 5, 12)),
    (
        "12 مايو 2024 - 10:30",
        None,
        "2024-05-12T10:30:44+03:00",
        datetime(2024, 5, 12, 10, 30, tzinfo=EAST),
    ),
    (
        "12 مايو 2024 - 10:30",
        None,
        "2024-05-12T07:30:44Z",
        datetime(2024, 5, 12, 10, 30, tzinfo=EAST),
    ),
    # The time of Greenwich is whole hours away, fourteen at most.
    (
        "12 مايو 2024 - 23:30",
        None,
        "2024-05-12T09:30Z",
        datetime(2024, 5, 12, 23, 30, tzinfo=timezone(timedelta(hours=14))),
    ),
    ("12 مايو 2024 - 23:30", None, "2024-05-12T08:30Z", datetime(2024, 5, 12, 23, 30)),
    ("12 مايو 2024 - 10:30", None, "2024-05-12T07:45Z", datetime(2024, 5, 12, 10, 30)),
    ("12 مايو 2024 - 10:30", None, "2024-05-12T08:30+01:00", datetime(2024, 5, 12, 10, 30)),
    ("12 مايو 2024 - 10:30", None, "2024-05-12T10:30:44", datetime(2024, 5, 12, 10, 30)),
    (
        "12 مايو 2024 - 10:30 GMT",
        None,
        "2024-05-12T10:30+03:00",
        datetime(2024, 5, 12, 10, 30, tzinfo=UTC),
    ),
    # What does not agree, or says no more, changes nothing.
    ("12 مايو 2024", None, "2024-05-11T10:30:00+03:00", date(2024, 5, 12)),
    ("12 مايو 2024", None, "2024-05-12T00:00:00", date(2024, 5, 12)),
    ("12 مايو 2024", "rubbish", None, date(2024, 5, 12)),
    ("12 مايو 2024 - 10:30", None, "2024-05-12T10:47:00+03:00", datetime(2024, 5, 12, 10, 30)),
    ("12 مايو 2024 - 10:30", None, "2024-05-12", datetime(2024, 5, 12, 10, 30)),
    ("13 مايو", None, "2024-05-12", None),
    ("يونيو 2024", None, "2024-05-12", None),
]


@pytest.mark.parametrize(("words", "around", "stated", "value"), FULLER)
def test_a_shown_date_becomes_fuller(words, around, stated, value):
    attribute = f' datetime="{around}"' if around else ""
    page = parsed(
        f"<p class=date><time{attribute}>{words}</time></p>",
        {"datePublished": stated} if stated else {},
    )
    published = only(page).published
    assert (published.raw, published.value) == (words, value)
    assert only(page).from_metadata == ()


def published(words, stated, **options):
    """The date of an article that shows `words`, completed from a page that states `stated`."""
    article = Article(published=date_of(words, reference=options.get("fetched_at")))
    metadata = Metadata(published=stated, sources={"published": "json-ld"})
    return complete([article], [], metadata, default(), **options).articles[0].published


def test_a_distance_is_completed_and_made_exact():
    assert published("قبل ساعتين", "2024-05-12T09:15+03:00").iso == "2024-05-12T09:15+03:00"
    now = datetime(2024, 5, 12, 11, 40, tzinfo=EAST)
    exact = published("قبل ساعتين", "2024-05-12T09:15+03:00", fetched_at=now)
    assert (exact.raw, exact.iso) == ("قبل ساعتين", "2024-05-12T09:15+03:00")
    other = published("قبل ساعتين", "2024-05-10T09:15+03:00", fetched_at=now)
    assert other.iso == "2024-05-12T09:40+03:00"


@pytest.mark.parametrize(
    ("words", "stated", "taken"),
    [
        ("قبل ساعتين", "2024-05-11", True),
        ("قبل ساعتين", "2024-05-10", False),
        ("قبل 10 أيام", "2024-05-07", True),
        ("قبل 10 أيام", "2024-05-08", False),
        ("قبل 10 أيام", "2024-04-27", True),
        ("قبل 10 أيام", "2024-04-26", False),
    ],
)
def test_a_stated_day_may_be_off_by_one_or_half_the_age(words, stated, taken):
    now = datetime(2024, 5, 12, 11, 40)
    assert (published(words, stated + "T09:15", fetched_at=now).iso[:10] == stated) is taken


def test_a_value_out_of_words_that_nobody_knows_stays():
    shown = Moment("Min Verfügbar bis zum Ende des Monats am 06.05.2024 Uhr", date(2024, 5, 6))
    metadata = Metadata(published="2024-04-22", sources={"published": "json-ld"})
    (article,) = complete([Article(published=shown)], [], metadata, default()).articles
    assert article.published == shown


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("قبل رمضان 2024", date(2024, 5, 12)),
        ("قبل رمضان", date(2024, 5, 12)),
        ("قبل رمضان 2023", None),
        ("قبل رمضان 2025", None),
    ],
)
def test_words_that_nobody_knows_may_mean_any_day_of_their_year(words, value):
    metadata = Metadata(published="2024-05-12", sources={"published": "json-ld"})
    (article,) = complete([Article(published=Moment(words))], [], metadata, default()).articles
    assert article.published == Moment(words, value)


def test_a_weekday_is_that_of_the_stated_day():
    assert published("الأحد", "2024-05-12").iso == "2024-05-12"


def test_a_weekday_beside_the_last_days_of_the_calendar_is_an_ordinary_one():
    assert published("الأربعاء", "9999-12-29").iso == "9999-12-29"
    assert published("الخميس", "9999-12-30").raw
    assert published("الجمعة", "9999-12-31").raw
    assert published("أمس", "2024-05-12").iso == "2024-05-12"
    assert published("الاثنين", "2024-05-12").value is None


def test_an_empty_time_element_states_the_date():
    article = only(parsed('<time datetime="2024-05-12T10:30:00+03:00"></time>'))
    assert (article.published.iso, article.from_metadata) == (
        "2024-05-12T10:30+03:00",
        ("published",),
    )


def test_the_only_date_shown_may_be_that_of_the_change():
    head = {
        "datePublished": "2024-05-01T10:00:00+03:00",
        "dateModified": "2024-05-12T11:00:00+03:00",
    }
    article = only(parsed("<time>12 مايو 2024</time>", head))
    assert (article.published.iso, article.modified.raw) == (
        "2024-05-01T10:00+03:00",
        "12 مايو 2024",
    )
    assert article.modified.iso == "2024-05-12T11:00+03:00"
    named = only(parsed("<p>نُشر في: 12 مايو 2024</p>", head))
    assert named.published.value == date(2024, 5, 12)


@pytest.mark.parametrize("changed", ["2024-05-12T16:48:31+03:00", "2024-05-13T09:00:00+03:00"])
def test_the_only_time_shown_may_be_the_instant_of_the_change(changed):
    day, first = changed[8:10], "2024-05-12T08:15:02+03:00"
    head = (
        f'<meta property="article:published_time" content="{first}">'
        f'<meta property="article:modified_time" content="{changed}">'
    )
    updated = f'<time class="updated" datetime="{changed}">{day} مايو 2024</time>'
    published = f'<time class="entry-date published" datetime="{first}">12 مايو 2024</time>'
    for shown in (updated, updated + published, f"{updated} {published}"):
        found = only(parsed(f"<div class=meta>{shown}</div>", head))
        assert found.published.value == datetime.fromisoformat(first)
        assert found.modified.value == datetime.fromisoformat(changed)


@pytest.mark.parametrize(
    ("first", "then"), [("نُشر في:", "تم التحديث:"), ("تاريخ النشر", "آخر تحديث")]
)
def test_two_times_of_one_day_are_told_apart_by_their_labels(first, then):
    lines = [
        f'<span>{label} <time datetime="2025-02-06T{hour}:00Z">6 فبراير 2025</time></span>'
        for label, hour in ((first, "09:20"), (then, "13:45"))
    ]
    for shown in (lines, lines[::-1]):
        found = only(parsed(f"<div>{''.join(shown)}</div>"))
        assert found.published.value == datetime(2025, 2, 6, 9, 20, tzinfo=UTC)
        assert found.modified.value == datetime(2025, 2, 6, 13, 45, tzinfo=UTC)


def test_a_page_that_shows_both_dates_shows_which_is_which():
    head = {"datePublished": "2024-05-01T10:00:00Z", "dateModified": "2024-05-12T11:00:00Z"}
    shown = "<time>12 مايو 2024</time><p>آخر تحديث: 12 مايو 2024 - 14:00</p>"
    article = only(parsed(shown, head))
    assert article.published.value == date(2024, 5, 12)
    assert article.modified.raw == "12 مايو 2024 - 14:00"
    del head["datePublished"]
    article = only(parsed("<time>12 مايو 2024</time>", head))
    assert article.published.value == date(2024, 5, 12)
    assert article.modified.raw == "2024-05-12T11:00:00Z"


def test_a_story_that_is_shown_on_the_day_after_was_not_changed():
    head = {"datePublished": "2024-05-11T20:00:00Z", "dateModified": "2024-05-12T11:00:00Z"}
    page = parsed("<time>12 مايو 2024</time>", head)
    assert only(page).published.raw == "12 مايو 2024"
    assert page.warnings == ()  # a zone may make another day of it


def test_an_hour_in_an_element_of_its_own_has_the_zone_of_its_machine_readable_form():
    shown = '<p>12 مايو 2024 - <time datetime="2024-05-12T10:30+03:00">10:30</time></p>'
    assert only(parsed(shown)).published.iso == "2024-05-12T10:30+03:00"


def test_an_hour_of_the_change_in_an_element_of_its_own():
    shown = "<p>نُشر في: 10 مايو 2024</p><p>آخر تحديث: 12 مايو 2024 - {}</p>"
    shown = shown.format('<time datetime="2024-05-12T10:30+03:00">10:30</time>')
    article = only(parsed(shown))
    assert article.published.value == date(2024, 5, 10)
    assert article.modified.iso == "2024-05-12T10:30+03:00"


def test_a_longer_date_elsewhere_makes_the_shown_one_fuller():
    last = '<time datetime="2024-05-12T10:30+03:00">12 مايو 2024 - 10:30</time>'
    head = {"datePublished": "2024-05-12T09:00+03:00"}
    article = only(parsed(f"<p>12 مايو 2024</p><div>{last}</div>", head))
    assert (article.published.raw, article.published.iso[:16]) == (
        "12 مايو 2024 - 10:30",
        "2024-05-12T10:30",
    )
    page = arnews.parse(
        f"<article>{HEADLINE}<p>12 مايو 2024</p>{BODY}</article><div class=last>{last}</div>"
    )
    assert (only(page).published.raw, only(page).published.iso[:16]) == (
        "12 مايو 2024",
        "2024-05-12T10:30",
    )


def test_a_sites_name_is_no_headline_of_a_story_without_one():
    head = '<meta property="og:title" content="{}"><meta property="og:site_name" content="الوادي">'
    shown = "<h1>الوادي</h1><p class=date>12 مايو 2024</p>"
    page = parsed(shown, head.format("الوادي"), headline="")
    assert [warning.code for warning in page.warnings] == ["not believed"]
    named = parsed(shown, head.format("السدود تمتلئ"), headline="")
    assert only(named).headline


def test_a_change_at_the_time_of_publication_is_none():
    head = {"datePublished": "2024-05-12T10:30:00Z", "dateModified": "2024-05-12T10:30:44Z"}
    assert only(parsed(head=head)).modified is None
    assert only(parsed(head={**head, "dateModified": "2024-05-12"})).modified is None


LIES = [  # metadata, the field that must not be believed, a word of the warning
    ({"datePublished": "1970-01-01T00:00:00Z"}, "published", "1970"),
    ({"datePublished": "0001-01-01T00:00:00Z"}, "published", "0001"),
    ({"datePublished": "1989-12-31"}, "published", "1989"),
    ({"datePublished": "2026-11-28"}, "published", "later"),
    ({"datePublished": "2026-11-26T12:01:00Z"}, "published", "fetched"),
    ({"datePublished": "2026-11-26T11:59:00Z"}, "published", "fetched"),
    ({"datePublished": "2031-05-12"}, "published", "2031"),
    ({"datePublished": "2026-11-26T12:00:20Z"}, "published", "fetched"),
    ({"datePublished": "rubbish"}, "published", "rubbish"),
    ({"author": "https://alwadi.example/author/7"}, "byline", "address"),
    ({"author": "suad@alwadi.example"}, "byline", "address"),
    ({"author": "admin"}, "byline", "admin"),
    ({"author": "مدير الموقع"}, "byline", "nobody"),
    ({"author": "suad-haddad"}, "byline", "suad-haddad"),
    ({"author": "الوادي", "publisher": {"name": "الوادي"}}, "byline", "site"),
    ({"author": {"@type": "Person", "name": "Alwadi"}}, "byline", "site"),
]


@pytest.mark.parametrize(("head", "field", "word"), LIES)
def test_metadata_that_lie_are_told_and_not_believed(head, field, word):
    now = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    page = parsed(head=head, url="https://www.alwadi.example/7", fetched_at=now)
    assert getattr(only(page), field) is None
    assert only(page).from_metadata == ()
    (warning,) = page.warnings
    assert word in warning.message
    assert warning.code == "not believed"


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ({"datePublished": "1990-01-01"}, "published"),
        ({"datePublished": "2026-11-27"}, "published"),
        ({"datePublished": "2026-11-26T12:01:01Z"}, "published"),
        ({"datePublished": "2026-11-26T11:58:59Z"}, "published"),
        ({"author": "Suad Haddad"}, "byline"),
        ({"keywords": "تمتلئ, موعدها"}, "tags"),
        ({"keywords": "السدود, تمتلئ, الأمطار"}, "tags"),
        ({"keywords": "ب" * 80}, "tags"),
    ],
)
def test_metadata_that_are_close_to_a_lie_are_believed(head, field):
    now = datetime(2026, 11, 26, 12, 0, tzinfo=UTC)
    page = parsed(head=head, url="https://www.alwadi.example/7", fetched_at=now)
    assert getattr(only(page), field)
    assert page.warnings == ()


@pytest.mark.parametrize(
    "tags",
    [
        "ب" * 81,
        "السدود, تمتلئ, قبل, موعدها",
        "9b2f0c3e-1a2b-4c3d-8e9f-0a1b2c3d4e5f",
        "الوادي",
        "https://a.example/t",
    ],
)
def test_tags_that_are_none_are_not_believed(tags):
    head = {**STATED, "keywords": tags}
    assert only(parsed(head=head)).tags == ()


def test_a_title_that_is_the_sites_name_is_no_headline():
    head = (
        '<meta property="og:title" content="الوادي"><meta property="og:site_name" content="الوادي">'
    )
    page = arnews.parse(f"<html><head>{head}</head><body><article>{BODY}</article></body></html>")
    assert all(article.headline is None for article in page.articles)


AUTHORS = [  # what JSON-LD has as author, authors, agencies, place
    ({"@type": "Person", "name": "سعاد حداد"}, ("سعاد حداد",), (), None),
    ([{"name": "سعاد حداد"}, {"name": "رنا خالد"}], ("سعاد حداد", "رنا خالد"), (), None),
    ("حسام أبو العلا - القاهرة", ("حسام أبو العلا",), (), "القاهرة"),
    (
        [{"name": "حسام أبو العلا - القاهرة"}, {"name": "رنا خالد"}],
        ("حسام أبو العلا", "رنا خالد"),
        (),
        None,
    ),
    ({"@type": "Organization", "name": "رويترز"}, (), ("reuters",), None),
    ("Samya Kullab and Vasilisa Stepanenko", ("Samya Kullab", "Vasilisa Stepanenko"), (), None),
    ("كايلا إبستين وأنجليكا كاساس", ("كايلا إبستين", "أنجليكا كاساس"), (), None),
    ("By Elena Ober (obe)", ("Elena Ober",), (), None),
]


@pytest.mark.parametrize(("author", "authors", "agencies", "place"), AUTHORS)
def test_persons_and_agencies_are_authors(author, authors, agencies, place):
    byline = only(parsed(head={"author": author})).byline
    assert (byline.authors, byline.agencies, byline.place) == (authors, agencies, place)


@pytest.mark.parametrize(
    ("author", "role"),
    [("تقرير سعاد حداد", "تقرير"), ("بقلم سيروان كوجري", None), ("سيروان كوجري", None)],
)
def test_a_stated_role_is_kept_and_a_label_of_writers_is_none(author, role):
    assert only(parsed(head={"author": author})).byline.role == role


@pytest.mark.parametrize(
    ("kind", "name", "believed"),
    [
        ("website", "Suad Haddad", False),
        ("", "Suad Haddad", False),
        ("article", "Suad Haddad", True),
        ("website", "سعاد حداد", True),
    ],
)
def test_a_name_in_another_script_is_that_of_who_made_a_page_that_is_no_article(
    kind, name, believed
):
    meta = f'<meta name=author content="{name}"><meta property="og:type" content="{kind}">'
    page = parsed(head=f"<title>السدود تمتلئ قبل موعدها بشهر كامل</title>{meta}")
    assert (only(page).byline is not None) is believed
    assert [warning.code for warning in page.warnings] == ([] if believed else ["not believed"])


def test_another_organization_is_no_author():
    assert (
        only(parsed(head={"author": {"@type": "Organization", "name": "دار السحاب"}})).byline
        is None
    )


def test_a_shown_byline_that_names_nobody_takes_the_stated_authors():
    shown = "<p class=author>von Laura Weber</p><time>12 مايو 2024</time>"
    article = only(parsed(shown, {"author": {"@type": "Person", "name": "Laura Weber"}}))
    assert (article.byline.raw, article.byline.authors) == ("von Laura Weber", ("Laura Weber",))
    assert article.from_metadata == ()


def test_the_lead_picture_takes_the_stated_address():
    shown = "<figure><figcaption>السد صباح أمس (رويترز)</figcaption></figure>"
    article = only(parsed(shown, '<meta property="og:image" content="https://a.example/dam.jpg">'))
    assert article.lead_image.url == "https://a.example/dam.jpg"
    assert article.from_metadata == ("lead_image.url",)


def test_metadata_of_a_later_story_complete_no_other():
    stories = [Article(headline="السدود تمتلئ"), Article(headline="الميناء يستأنف العمل")]
    stated = Metadata(
        titles=("الميناء يستأنف العمل",), section="مال", sources={"section": "json-ld"}
    )
    assert [a.section for a in complete(stories, [], stated, default()).articles] == [None, None]
    stated = evolve(stated, titles=("السدود تمتلئ",))
    assert [a.section for a in complete(stories, [], stated, default()).articles] == ["مال", None]


def test_a_time_that_stands_anywhere_is_of_no_one_story():
    stories = [Article(headline="السدود تمتلئ"), Article(headline="الميناء يستأنف العمل")]
    stated = Metadata(published="2024-05-12", sources={"published": "time"})
    assert complete(stories[:1], [], stated, default()).articles[0].published.iso == "2024-05-12"
    assert complete(stories, [], stated, default()).articles[0].published is None


def test_a_time_without_zone_is_in_that_of_the_publisher():
    shown = "<p class=date>12 مايو 2024 - 10:30</p>"
    published = only(parsed(shown, layout="alyaum")).published
    assert published.value == datetime(2024, 5, 12, 10, 30, tzinfo=EAST)
    assert only(parsed(shown)).published.value == datetime(2024, 5, 12, 10, 30)


INSTANTS = {
    "2024-05-12": date(2024, 5, 12),
    "20240512": date(2024, 5, 12),
    "2024/05/12": date(2024, 5, 12),
    "2024-05-12T10:30": datetime(2024, 5, 12, 10, 30),
    "2024-05-12T10:30:44.389Z": datetime(2024, 5, 12, 10, 30, 44, tzinfo=UTC),
    "2024-05-12 10:30:44.0": datetime(2024, 5, 12, 10, 30, 44),
    "2024-05-12T10:30:44+0300": datetime(2024, 5, 12, 10, 30, 44, tzinfo=EAST),
    "2024-05-12T10:30+03": datetime(2024, 5, 12, 10, 30, tzinfo=EAST),
    "2024-05-12 10:30:44 +03:00": datetime(2024, 5, 12, 10, 30, 44, tzinfo=EAST),
    "2024-05-12 10:30 UTC": datetime(2024, 5, 12, 10, 30, tzinfo=UTC),
    "2024-05-12 10:30 GMT+3": datetime(2024, 5, 12, 10, 30, tzinfo=EAST),
    "2024-05-12 02:30 PM": datetime(2024, 5, 12, 14, 30),
    "2024-05-12T24:00": datetime(2024, 5, 13),
    "20240512T103044Z": datetime(2024, 5, 12, 10, 30, 44, tzinfo=UTC),
    "٢٠٢٤-٠٥-١٢": date(2024, 5, 12),
    "1715499000": datetime(2024, 5, 12, 7, 30, tzinfo=UTC),
    "1715499000123": datetime(2024, 5, 12, 7, 30, tzinfo=UTC),
    "Sun, 12 May 2024 10:30:44 +0300": datetime(2024, 5, 12, 10, 30, 44, tzinfo=EAST),
    "Sun May 12 2024 10:30:44 GMT+0300 (توقيت مكة)": datetime(2024, 5, 12, 10, 30, 44, tzinfo=EAST),
    "الأحد، 12 مايو 2024 - 10:30 ص": datetime(2024, 5, 12, 10, 30),
    "12/05/2024": date(2024, 5, 12),
    "May 12, 2024": date(2024, 5, 12),
    "12 May 2024, 10:30": datetime(2024, 5, 12, 10, 30),
    "2024-05-12" + " " * 90: date(2024, 5, 12),
    "2024-05-12" + " " * 91: None,
    "Sun, 32 May 2024 10:30:44 +0300": None,
    "2024-05-12T10:30:44+02:59": datetime(
        2024, 5, 12, 10, 30, 44, tzinfo=timezone(timedelta(hours=2, minutes=59))
    ),
    **dict.fromkeys(
        ["", "rubbish", "2024-13-45", "2024-05", "أمس", "May", "10:30", "9" * 99, "12-30"]
    ),
    **dict.fromkeys(["2024-05-12T10:30+99:99", "2024-05-12T77:30", "0000-00-00", "\x00", "\ud800"]),
}


@pytest.mark.parametrize("text", INSTANTS)
def test_stated_dates_are_read_in_every_shape(text):
    assert instant(text, default()) == INSTANTS[text]


def test_the_clock_is_never_asked():
    first = [instant(text, default()) for text in INSTANTS]
    assert first == [instant(text, default()) for text in INSTANTS]
    assert instant("12 May", default()) is None
