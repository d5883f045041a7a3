"""What a parsed page is made of: frozen attrs classes that hold tuples, never lists.

`None` means "not on the page"; nothing is guessed into a field. Every value that was read out of
a string keeps that string in `raw`. `Page.metadata`, `Page.blocks` and `Page.warnings` tell what
the page states and how it was read; they are not part of equality.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from operator import is_
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import evolve, field, fields, frozen, has

from .patterns import plain


@frozen
class Credit:
    """Who made, sent or owns a picture: «(أرشيفية - رويترز)».

    Attributes:
        raw: The credit as printed, without its brackets or label: «أرشيفية - رويترز».
        agencies: Ids of news agencies (`"reuters"`, `"afp"`) and of social networks
            (`"instagram"`), in the order printed. All spellings of one agency have one id.
        photographer: The person who took it: «تصوير: سامي الحداد» gives «سامي الحداد».
        source: Any other source that is named: the paper itself, a ministry, «لقطة من فيديو».
        archive: Whether the picture is called an old one: «أرشيفية».
        illustrative: Whether it is said to show something like it, not the thing: «تعبيرية».

    >>> import arnews
    >>> arnews.fields.credit.parse("سد في الجنوب (أرشيفية - رويترز)").credit.agencies
    ('reuters',)
    """

    raw: str
    agencies: tuple[str, ...] = ()
    photographer: str | None = None
    source: str | None = None
    archive: bool = False
    illustrative: bool = False


@frozen
class Byline:
    """Who wrote, for whom, and where; also what a dateline at the head of a paragraph says.

    `publication` is for whom the authors write, `agencies` are the news agencies that sent the
    text: «لندن: «الشرق الأوسط»» has a publication, «المصدر: رويترز» has an agency. An agency that
    signs as an author does, «دبي - وام», is both.

    Attributes:
        raw: The byline as printed: «رنا منصور - اللاذقية». Two lines have a line end between them.
        authors: Names of persons, as printed: `("رنا منصور",)`.
        publication: The paper, site or desk that signs: «الشرق الأوسط», «قسم الأخبار».
        agencies: Ids of news agencies: `("reuters",)`. All spellings of one agency have one id.
        place: Where the story was written: «اللاذقية». It need not be where it happened.
        role: What the authors are, or what they made: «مراسل», «تقرير».

    >>> import arnews
    >>> byline = arnews.fields.byline.parse("رنا منصور - اللاذقية")
    >>> byline.authors, byline.place
    (('رنا منصور',), 'اللاذقية')
    """

    raw: str
    authors: tuple[str, ...] = ()
    publication: str | None = None
    agencies: tuple[str, ...] = ()
    place: str | None = None
    role: str | None = None


@frozen
class Moment:
    """A printed date, or date and time.

    Attributes:
        raw: The date as printed: «الثلاثاء 18 مارس/آذار 2025 - 21:40».
        value: A `datetime` if a time of day is known, else a `date`. It has a zone if the page
            prints or states one, or its publisher is known. `None` if only a month or a year is
            printed, or a relative date has no clock to count from.
        hijri: The Hijri date as printed: «18 رمضان 1446هـ». `value` is the same day in the
            Gregorian calendar.
        partial: A month or a year alone, in ISO 8601: `"2024-05"`, `"2024"`.

    >>> import arnews
    >>> moment = arnews.fields.date.parse("الثلاثاء 18 مارس/آذار 2025 - 21:40")
    >>> moment.value, moment.iso
    (datetime.datetime(2025, 3, 18, 21, 40), '2025-03-18T21:40')
    """

    raw: str
    value: date | datetime | None = None
    hijri: str | None = None
    partial: str | None = None

    @property
    def iso(self) -> str | None:
        """`value` in ISO 8601 (to the minute unless seconds are printed), else `partial`."""
        if self.value is None:
            return self.partial
        if not isinstance(self.value, datetime):
            return self.value.isoformat()
        precise = self.value.second or self.value.microsecond
        return self.value.isoformat(timespec="auto" if precise else "minutes")


@frozen
class Figure:
    """A picture or a video.

    Attributes:
        caption: What it shows, without the credit: «رافعة على الرصيف».
        credit: Who made, sent or owns it.
        kind: `"image"` or `"video"`.
        url: Its address, absolute where the address of the page is known; `None` in text.
    """

    caption: str | None = None
    credit: Credit | None = None
    kind: Literal["image", "video"] = "image"
    url: str | None = None


@frozen
class Paragraph:
    """A paragraph of the body: «أعلنت الوزارة خطة للمياه.»"""

    text: str


@frozen
class Subheading:
    """A heading between the paragraphs: «أرصفة ومخازن»."""

    text: str


@frozen
class Quote:
    """A quotation that is set apart from the paragraphs: «لن نتوقف قبل الربيع.»"""

    text: str


@frozen
class ListItem:
    """One entry of a list in the body: «رصيف للركاب»."""

    text: str


@frozen
class Table:
    """A table in the body, as tuples of cells by rows; a row may have fewer cells than another.

    `text` is a line for each row, with a tab between cells.

    >>> Table((("الميناء", "السفن"), ("الشرقي", "12"))).text
    'الميناء\\tالسفن\\nالشرقي\\t12'
    """

    rows: tuple[tuple[str, ...], ...]

    @property
    def text(self) -> str:
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in self.rows)


@frozen
class Embed:
    """Foreign matter in the body, never text of the article: a post of another site, a player.

    Attributes:
        kind: `"post"`, `"video"` or `"other"`.
        url: Its address.
        text: What the page prints of a post: «الميناء يعمل بطاقته الكاملة».
    """

    kind: str
    url: str | None = None
    text: str | None = None


@frozen
class RelatedItem:
    """One other story, as the page announces it.

    Attributes:
        title: Its headline: «ارتفاع رسوم الشحن في شرق المتوسط».
        url: Its address, absolute where the address of the page is known; `None` in text.
        section: The section that is printed with it: «اقتصاد».
        figure: Its picture.
        teaser: Its first words below the title: «قالت البلدية إن المناقصة تشمل».
        teaser_cut: Whether the page breaks the teaser off: «…».
        byline: Who wrote it.
        published: When it appeared.
    """

    title: str | None = None
    url: str | None = None
    section: str | None = None
    figure: Figure | None = None
    teaser: str | None = None
    teaser_cut: bool = False
    byline: Byline | None = None
    published: Moment | None = None


@frozen
class SeeAlso:
    """Related stories inside the body: «اقرأ أيضاً: ارتفاع رسوم الشحن».

    Attributes:
        items: The stories, in the order of the page.
    """

    items: tuple[RelatedItem, ...] = ()


BodyElement: TypeAlias = (
    Paragraph | Subheading | Quote | ListItem | Table | Figure | SeeAlso | Embed
)
#: The body elements that are running text of the article, as a reader reads it.
TEXT_ELEMENTS = (Paragraph, Subheading, Quote, ListItem)
#: Body elements by the name that templates and the JSON form have for them.
BODY_TYPES: Mapping[str, type[BodyElement]] = MappingProxyType(
    {
        "paragraph": Paragraph,
        "subheading": Subheading,
        "quote": Quote,
        "list_item": ListItem,
        "table": Table,
        "figure": Figure,
        "see_also": SeeAlso,
        "embed": Embed,
    }
)


@frozen
class Article:
    """One story.

    Attributes:
        headline: The title: «رافعات جديدة تضاعف قدرة الميناء». A page may print it several times.
        kicker: The short line *above* the headline, which names the subject: «أزمة الشحن».
        subtitle: The line *below* the headline, which says more of the story (the deck): «الإدارة
            تعد بتقليص انتظار السفن إلى يوم واحد».
        section: The part of the paper: «اقتصاد».
        byline: Who wrote, for which publication or agency, and where: «رنا منصور - اللاذقية».
        published: When it appeared: «12 مارس/آذار 2024 - 14:20».
        modified: When it was last changed: «آخر تحديث: 13 مارس 2024».
        lead_image: The picture or video above the text. Figures inside the text are in `body`.
        body: Paragraphs, subheadings, quotes, list items, tables, figures, see-also lists and
            embeds, in the order of the page.
        tags: Keywords: `("موانئ", "نقل بحري")`.
        related: Other stories that are announced below the text.
        from_metadata: Names of the fields that the page does not show, and whose values its
            metadata states: `("published", "tags", "lead_image.url")`. Like `Page.blocks` it tells
            how the page was read, and is not part of equality: once such a value is printed, the
            page shows it.

    >>> import arnews
    >>> page = arnews.parse(
    ...     "رافعات جديدة تضاعف قدرة الميناء\\n\\nرنا منصور - اللاذقية\\n12 مارس 2024\\n\\n"
    ...     "بدأت إدارة الميناء، الثلاثاء، تشغيل أربع رافعات جديدة على الرصيف الشرقي."
    ... )
    >>> article = page.articles[0]
    >>> article.headline, article.byline.authors, article.published.value
    ('رافعات جديدة تضاعف قدرة الميناء', ('رنا منصور',), datetime.date(2024, 3, 12))
    """

    headline: str | None = None
    kicker: str | None = None
    subtitle: str | None = None
    section: str | None = None
    byline: Byline | None = None
    published: Moment | None = None
    modified: Moment | None = None
    lead_image: Figure | None = None
    body: tuple[BodyElement, ...] = ()
    tags: tuple[str, ...] = ()
    related: tuple[RelatedItem, ...] = ()
    from_metadata: tuple[str, ...] = field(default=(), eq=False)

    @property
    def text(self) -> str:
        """The body alone, its elements parted by a blank line: no captions, posts, related stories.

        A table is text of the article: a line for each row, with a tab between cells.
        """
        return "\n\n".join(e.text for e in self.body if isinstance(e, (*TEXT_ELEMENTS, Table)))

    @property
    def figures(self) -> tuple[Figure, ...]:
        """All figures, the lead first."""
        inside = tuple(e for e in self.body if isinstance(e, Figure))
        return (self.lead_image, *inside) if self.lead_image else inside

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        return tuple(e for e in self.body if isinstance(e, Paragraph))

    def to_dict(self) -> dict[str, Any]:
        """This article as dicts, lists, strings and `None`, as it stands in the JSON of its page.

        Next to the fields of the class it has its `text`.

        >>> Article(headline="قمة الرياض", body=(Paragraph("اختتمت القمة."),)).to_dict()["body"]
        [{'type': 'paragraph', 'text': 'اختتمت القمة.'}]
        """
        from . import serialize  # the one arrow out of this module, see the import contract

        return serialize.article_to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """`to_dict` as JSON. Arabic letters stay as they are; `indent` is that of `json.dumps`."""
        from . import serialize

        return serialize.to_json(self.to_dict(), indent=indent)


#: Where in a page something is stated.
StatedBy: TypeAlias = Literal[
    "json-ld", "microdata", "rdfa", "open graph", "parsely", "dublin core", "meta", "twitter",
    "time", "link", "html",
]  # fmt: skip


@frozen
class Metadata:
    """What a page states to machines, as stated; of the article that it is the page of.

    Attributes:
        title: The title of the best source.
        titles: The titles of all sources: search engines, social networks and the browser's tab may
            be told different ones.
        description: The summary.
        authors: Those of the best source.
        organizations: Those of `authors` that are stated to be no persons.
        published: The date as stated; `Article.published` has its value.
        modified: The date of the last change, as stated.
        section: The part of the paper: «اقتصاد».
        tags: Keywords.
        site_name: The name of the site: «جريدة الميناء».
        publisher: The organization behind it.
        language: The code of the language: `"ar"`.
        image: The address of the picture.
        url: The canonical address of the page.
        kind: The type that the page gives itself: `"NewsArticle"`, `"article"`, `"website"`.
        generator: The program that made the page.
        article_body: The text of the article, as stated.
        base: The address of its <base>, which other addresses are relative to.
        sources: By the name of a field, which source states it: `"json-ld"`, `"microdata"`,
            `"rdfa"`, `"open graph"`, `"parsely"`, `"dublin core"`, `"meta"`, `"twitter"`, `"time"`,
            `"link"`, `"html"`.

    >>> import arnews
    >>> page = arnews.parse("<meta property='article:author' content='رنا خالد'><p>نص</p>")
    >>> page.metadata.authors, page.metadata.sources["authors"]
    (('رنا خالد',), 'open graph')
    """

    title: str | None = None
    titles: tuple[str, ...] = ()
    description: str | None = None
    authors: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    site_name: str | None = None
    publisher: str | None = None
    language: str | None = None
    image: str | None = None
    url: str | None = None
    kind: str | None = None
    generator: str | None = None
    article_body: str | None = None
    base: str | None = None
    sources: Mapping[str, StatedBy] = field(factory=dict, hash=False)

    @property
    def is_article(self) -> bool | None:
        """Whether the page calls itself an article; `None` if it does not say."""
        kind = (self.kind or "").lower()
        if "article" in kind or "blogposting" in kind:
            return True
        return False if kind in _LISTS else None

    @property
    def headline(self) -> str | None:
        """The title without the name of the site that some titles carry.

        It is the shortest title that stands in another one, else the longest part of the first.
        """
        titles = self.titles[:8]
        bare = [title for title in titles if any(title in held for held in titles if held != title)]
        if bare:
            return min(bare, key=len)
        parts = _TITLE_TAIL.split(titles[0]) if titles else []
        return max(parts, key=len, default=None)


#: What pages call themselves that are no article.
_LISTS = frozenset(
    {"website", "blog", "profile", "collectionpage", "itemlist", "searchresultspage"}
)
_TITLE_TAIL = plain(r"(?<!\s)\s++[-–—|:»]\s++")


#: What parts a block of text from the one before.
Cut: TypeAlias = Literal["line end", "blank line", "blanks", "nothing"]


@frozen
class LabelledBlock:
    """One run of visible text and what it was taken for.

    Attributes:
        text: The text of the block. That of a picture is empty.
        role: What it was taken for: `"headline"`, `"caption"`, `"interface"`.
        start: Where it begins, in characters of the decoded text; `None` for HTML.
        end: Where it ends, as `start`: the block is `text[start:end]`.
        article: The index of its article in `Page.articles`; `None` outside.
        item: The index of its story in `Article.related`; `None` outside.
        zone: The part of the page that it is in: `"head"`, `"body"`, `"related"`.
        evidence: The features that speak for and against `role`, each with its weight.
        runner_up: The role that the features make the next likeliest, and by how much it falls
            behind. The order of the template may have decided against a role that is ahead: then
            the number is negative.
        path: The element, for HTML: `"body/p[2]"`; `None` for text.
        cut: What parts a block of text from the one before: `"line end"`, `"blank line"`,
            `"blanks"` (a run of them inside a line) or `"nothing"` (the two are glued).
        classes: The three innermost HTML elements around the block as the `[markup]` of a layout
            names them, innermost first: `("span.author", "div.meta", "div.article-head")`; empty
            for text.
        feeds: The fields of the page that have their value from this block, mostly one:
            `("articles[0].body[3]",)`. A line may hold several (a date and a name, a list of tags),
            and a paragraph that opens with a dateline feeds the byline too. A repetition,
            boilerplate and a picture feed none. Every string of an article that its page shows is
            found in the blocks that feed its field.

    >>> import arnews
    >>> text = "سدود الجنوب تمتلئ\\n\\nامتلأت ثلاثة سدود في الجنوب بعد أسبوع من الأمطار."
    >>> block = arnews.parse(text).blocks[0]
    >>> block.role, text[block.start : block.end], block.feeds
    ('headline', 'سدود الجنوب تمتلئ', ('articles[0].headline',))
    """

    text: str
    role: str
    start: int | None = None
    end: int | None = None
    article: int | None = None
    item: int | None = None
    zone: str | None = None
    evidence: tuple[tuple[str, float], ...] = ()
    runner_up: tuple[str, float] | None = None
    path: str | None = None
    cut: Cut | None = None
    classes: tuple[str, ...] = ()
    feeds: tuple[str, ...] = ()


#: What a warning is about: how the input was read, what a page states, why it has no article.
WarningCode: TypeAlias = Literal[
    "encoding",  # a label names another encoding than the one that the bytes show
    "broken bytes",  # some bytes are no text, and were read as U+FFFD
    "mojibake",  # words were decoded wrongly before
    "repaired",  # … and were brought back
    "nul",  # NUL characters or lone surrogates in markup
    "too complex",  # markup or lines past the limits were read as text
    "two ways",  # a field is printed twice, with different words
    "not believed",  # a value in the metadata is wrong
    "disagreement",  # page and metadata say different things
    "list",  # no article: a list of stories
    "wall",  # no article: consent, log-in, a question whether the reader is human
    "shell",  # no article in the page: scripts would fill it
    "error",  # no article: the page was not found
    "no news",  # no article: anything else
    "no page",  # no article: a path, an address, JSON, PDF, a picture
    "layout",  # a layout of an installed package cannot be loaded, and is skipped
]


@frozen
class PageWarning:
    """What a reader of a page should know.

    Attributes:
        code: For programs: `"encoding"`, `"mojibake"`, `"list"` (a page of lists, without article).
        message: For people. `str(warning)` is the message.

    >>> import arnews
    >>> warning = arnews.parse("امتلأت السدود".encode(), encoding="windows-1256").warnings[0]
    >>> warning.code, str(warning)
    ('encoding', '`encoding` says windows-1256, but the bytes are utf-8')
    """

    code: WarningCode
    message: str

    def __str__(self) -> str:
        return self.message


class _Unread:
    """A page whose blocks nobody has read yet: `_make` makes them then, since most never are."""

    __slots__ = ("_make",)

    if not TYPE_CHECKING:  # it would stand for any attribute

        def __getattr__(self, name: str) -> Any:  # of what is not set
            if name != "blocks":
                raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
            made = self._make()
            object.__setattr__(self, "blocks", made)
            object.__setattr__(self, "_make", lambda: made)  # lets go of the elements of the page
            return made


@frozen
class Page(_Unread):
    """A parsed page: its articles, and how it was read.

    Attributes:
        articles: The articles, in the order of the page; empty if it has none.
        url: The address that was passed to `parse`, else the canonical one that the page states.
        layout: The id of the layout that the page was read by: `"generic"`, `"bbc"`.
        kind: `"text"` or `"html"`: how it came.
        metadata: What the page states to machines (JSON-LD, Open Graph). Not part of equality.
        blocks: Its runs of text with what each was taken for, made when first read. Not part of
            equality.
        warnings: What a reader should know. The last says why there is no article. Not part of
            equality.

    >>> import arnews
    >>> page = arnews.parse("قائمة طعام")
    >>> page.articles, page.kind, page.warnings[0].code
    ((), 'text', 'no news')
    """

    articles: tuple[Article, ...] = ()
    url: str | None = None
    layout: str = "generic"
    kind: Literal["text", "html"] = "text"
    metadata: Metadata = field(factory=Metadata, eq=False, repr=False)
    blocks: tuple[LabelledBlock, ...] = field(default=(), eq=False, repr=False)
    warnings: tuple[PageWarning, ...] = field(default=(), eq=False)

    def to_dict(self, *, blocks: bool = False) -> dict[str, Any]:
        """This page in the JSON form `arnews/page/1`, as dicts, lists, strings, numbers and `None`.

        `blocks` adds the labelled blocks: how the page was read.

        >>> import arnews
        >>> page = arnews.Page((arnews.Article(headline="قمة الرياض", tags=("مياه",)),))
        >>> page.to_dict()["articles"][0]["tags"]
        ['مياه']
        """
        from . import serialize

        return serialize.page_to_dict(self, blocks=blocks)

    def to_json(self, *, blocks: bool = False, indent: int | None = None) -> str:
        """`to_dict` as JSON. Arabic letters stay as they are; `indent` is that of `json.dumps`."""
        from . import serialize

        return serialize.to_json(self.to_dict(blocks=blocks), indent=indent)

    @classmethod
    def from_json(cls, text: str | bytes) -> Page:
        """The page that `to_json` wrote.

        The `text` of an article is not read: it follows from `body`. Raises `BadJson`, which names
        the place (`articles[0].headline`), if `text` is not in that form.
        """
        from . import serialize

        return serialize.from_json(text)


def replaced(part: Any, change: Callable[[Any], Any]) -> Any:
    """`part` of a page in which each object of this module is what `change` makes of it, the inner
    ones first; a tuple of parts likewise. What does not change is the same object as before."""
    if isinstance(part, tuple):
        parts = [replaced(each, change) for each in part]
        return part if all(map(is_, parts, part)) else tuple(parts)
    names = _fields_of(part.__class__)
    if names is None:
        return part
    inner = {}
    for name in names:
        value = getattr(part, name)
        if value and type(value) is not str and (new := replaced(value, change)) is not value:
            inner[name] = new
    return change(evolve(part, **inner) if inner else part)


@cache
def _fields_of(kind: type) -> tuple[str, ...] | None:
    """The fields of a class of this module; `None` of any other class."""
    return tuple(each.name for each in fields(kind)) if has(kind) else None


def with_blocks(page: Page, make: Callable[[], tuple[LabelledBlock, ...]]) -> Page:
    """`page` itself, whose blocks `make` makes when they are first read."""
    object.__delattr__(page, "blocks")
    object.__setattr__(page, "_make", make)
    return page
