"""What the markup says of a block: its elements, what their authors call them, its links; what the
metadata says of it; where it stands in its story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import takewhile

from ...blocks import HtmlBlock, Image, Markup
from ...folding import fold
from ...input.metadata import GENERATOR
from ...lexicon.words import bare, fold_label
from ...patterns import plain
from ...remembered import remembered
from ...segment.dom import Element, lowest_common_ancestor
from ..element_names import feature_of, is_called
from ..page_context import PageContext
from ..zones import ABOVE, AMID, BODY, ELSEWHERE, FAR, GALLERY, HEAD, MENU, RELATED, TAIL
from ..zones.bodies import RUNNING, runs
from ..zones.dom import (
    PARAGRAPHS,
    heading_level,
    is_inside,
    is_within,
    near,
    path_within,
    shape_of,
    unlisted,
)
from ..zones.headlines import ends_a_trail, is_called_trail, is_of_site, is_on_trail
from ..zones.html import is_called_section, is_called_signature, is_category, is_link
from ..zones.lists import are_beside
from ..zones.stories import HtmlPage, Links, Story
from ..zones.writers import heads_list
from .breadcrumbs import LONGEST_STEP, MOST_IN_PATH, MOST_STEPS
from .layout_selectors import field_of, selectors
from .line import ASKS
from .neighbours import BELOW_BYLINE, BETWEEN, QUESTION, QUESTIONS
from .register import feature
from .values import BYLINE, CAPTION, CREDIT, DATE, KNOWN_CREDIT, SOURCE
from .vocabulary import (
    BOILERPLATE,
    BUTTON,
    LIST_MARKER,
    NO_LETTERS,
    PATH,
    SECTION,
    is_section,
)

H1 = feature("in h1")
HEADING = feature("in a lesser heading")
P = feature("in p")
FIGCAPTION = feature("in figcaption")
BLOCKQUOTE = feature("in blockquote")
LI = feature("in li")
ADDRESS = feature("in address")
LINKED = feature("linked")
TIME = feature("a time element")
PICTURE = feature("a picture")
SITE_PICTURE = feature("of the site")
UNDER_PICTURE = feature("under a picture")
BOXED = feature("alone with a picture in an element")
NO_PICTURE = feature("no picture above")
DECK = feature("before the body, under no picture")
STATED_DECK = feature("the metadata's description")
STATED_TITLE = feature("the metadata's title")
STATED_SECTION = feature("the metadata's section")
STATED_TAG = feature("the metadata's tag")
STATED_AUTHOR = feature("the metadata's author")
HEADS = feature("heads the body")
ONLY = feature("all that the body holds")
PORTRAYED = feature("a writer under his picture, over the headline")
ON_HEADLINE = feature("right above the headline, in one element with it")
SECTION_LINK = feature("the last link above the headline")
PATH_END = feature("the last link of a path")
MENU_WORD = feature("a word of the menu too")
APART = feature("stands apart in the body")
SIGNS_OFF = feature("a short line ends the body")
OUTSIDE = feature("outside the body")
RELATED_LINK = feature("in a list of related stories")
HEADS_RELATED = feature("heads related stories")
SHORT_LINKS = feature("in a list of links")

KICKER_CLASS = feature("a class of kickers")
CAPTION_CLASS = feature("a class of captions")
SUBTITLE_CLASS = feature("a class of subtitles")
SECTION_CLASS = feature("a class of sections")

_class_of_line = feature_of("lines")
_is_called_date = is_called("date")
_is_called_title = is_called("title of the page")
_is_called_icon = is_called("icon")
_OF_PICTURE = UNDER_PICTURE | CAPTION_CLASS | CREDIT | CAPTION
_NEAR = 3  # elements from which a block is named
_BOXED = 2  # lines in one element with a picture and nothing else
_LONGEST_CAPTION = 200  # characters
_NEXT_TO = 3  # elements up in which a picture and its caption meet
_LINKED = 0.6
_LONGEST_NAME = 80  # characters that are compared with the metadata
_LONGEST_TAG = 40
_LONGEST_SUBHEADING = 80
_FEWEST_BLANKS = 3  # between the words of a deck
_NO_NAME = plain(r"[\d_/\[\]]")  # a counter, an address, a file
_NAME = plain(r"[^\W\d_]{3}")  # more than initials
_ABOVE = 8  # blocks over a headline among which its section is looked for
_FURTHEST_PATH = 20  # blocks over a headline where a list that is called a path may end
_PATH = 8  # elements up from a step of a path to the one that is called so
_CELL = 2  # elements from a line to its cell: «<td><p>محليات</p></td>»
_OF_SECTION = plain(r"[/?&](?:categor(?:y|ies)|cat|sections?|قسم|%d9%82%d8%b3%d9%85)[/=]")
_SMALL_PRINT = frozenset({"em", "i", "small", "cite"})
_FEWEST_SAID = 2  # questions with a sign of speech
_ASKER = plain(r"[-–—*•](?=\s)|س(?=\s?[\d/:-])|[^:؟]{2,30}(?=:\s)")
_NEWS = "اخبار"  # the section that has all others below it
_LONGEST_BAR = 60  # characters of a line that has a date and a few words


def add_html(page: PageContext, html: HtmlPage) -> None:
    """Adds to `page.features` what the markup tells; a layout's selectors decide alone."""
    _add_blocks(page, html)
    _add_signing_agencies(page, html)
    _clear_speakers(page, html)
    _add_lists(page, html)
    _add_labelled_sections(page, html)
    for story in html.stories:
        _add_story(page, html, story)
    _add_sources_below(page, html)
    _add_menu_words(page, html)


def _add_blocks(page: PageContext, html: HtmlPage) -> None:
    """What the elements of each block tell."""
    zones, bits = page.zones, page.features
    fields = selectors(page.layout, page.metadata.generator == GENERATOR)
    for at, block in enumerate(html.blocks):
        field = field_of(block.markup, fields) if fields else None
        if block.markup.image is not None:
            bits[at] = PICTURE if field else _picture(page, html, at, block.markup.image)
            continue
        if field is not None:
            page.selected[at] = field
            zones[at] = AMID if zones[at] == FAR else zones[at]
        elif zones[at] != FAR:
            bits[at] = _told(page, html, at)
        if zones[at] != FAR:
            inside = zones[at] in (AMID, HEAD, BODY, GALLERY) or at in html.inside
            bits[at] |= _stated(page, html, block.text) | (0 if inside else OUTSIDE)


def _told(page: PageContext, html: HtmlPage, at: int) -> int:
    """What the elements around a text, and a picture above it, tell."""
    block, zone = html.blocks[at], page.zones[at]
    bits = page.features[at] | _markup(block.markup) | _below_picture(page, html, at)
    if zone == HEAD and _is_bar_of_date(page, block):
        bits |= DATE
    if bits & CAPTION_CLASS:
        bits &= ~SOURCE  # of a picture
    if bits & CREDIT and bits & LINKED and fold_label(block.text) in page.words.shared.networks:
        bits = bits & ~(CREDIT | KNOWN_CREDIT) | BUTTON  # «إكس», to share a story there
    if zone == ABOVE and html.is_path(block.text):
        bits |= PATH
    if zone == RELATED and not bits & FIGCAPTION:
        bits &= ~CAPTION_CLASS  # the text of a card
    return bits


def _add_signing_agencies(page: PageContext, html: HtmlPage) -> None:
    """An agency alone right below the headline of a page without pictures signs the story."""
    if any(block.markup.image is not None for block in html.blocks):
        return
    for story in html.stories:
        below = story.start + 1
        known = below < story.first and page.features[below]
        if known and known & CREDIT and known & KNOWN_CREDIT:
            page.features[below] |= BELOW_BYLINE


def _add_labelled_sections(page: PageContext, html: HtmlPage) -> None:
    """The link below the label of a section, under the headline or the text («القسم», «ثقافة»), or
    one that is of a section by its `rel`."""
    blocks, labels = html.blocks, page.words.shared.section_labels
    for at in range(1, len(blocks)):
        below = page.zones[at] in (HEAD, TAIL) and is_link(blocks[at])
        if not below or len(blocks[at].text) > _LONGEST_TAG:
            continue
        if is_category(blocks, at):
            page.features[at] |= SECTION_LINK | PATH_END
        elif fold_label(blocks[at - 1].text) in labels:
            page.features[at] |= SECTION_LINK


def _add_menu_words(page: PageContext, html: HtmlPage) -> None:
    """Links beside a headline, and what stands right above it, whose words stand in a menu of the
    page too: sections of the site."""
    blocks, zones, bits = page.blocks, page.zones, page.features
    places = {at for at, zone in enumerate(zones) if zone == MENU} | html.menus
    menu = {blocks[at].text for at in places if is_link(blocks[at])} - {""}
    for at, block in enumerate(blocks):
        beside = bits[at] & (SECTION_LINK | ON_HEADLINE) or (zones[at] == HEAD and is_link(block))
        if not beside or block.text not in menu:
            continue
        bits[at] |= MENU_WORD
        if bits[at] & ON_HEADLINE:
            bits[at] ^= ON_HEADLINE | SECTION_LINK


def _clear_speakers(page: PageContext, html: HtmlPage) -> None:
    """The caption of a figure that holds a quotation names who speaks: it is no text."""
    quoted = {
        block.markup.figure
        for block, bits in zip(html.blocks, page.features, strict=True)
        if bits & BLOCKQUOTE
    } - {None}
    for at, block in enumerate(html.blocks if quoted else ()):
        if page.features[at] & FIGCAPTION and block.markup.figure in quoted:
            page.features[at] ^= FIGCAPTION
            page.zones[at] = ELSEWHERE


def _markup(markup: Markup) -> int:
    around = near(markup.element, _NEAR)
    bits = _tags(tuple([at.role_tag for at in around])) | _class_near(around)
    if markup.link_density > _LINKED and markup.href is not None:
        bits |= LINKED
    return bits | TIME if markup.datetime else bits


def _is_bar_of_date(page: PageContext, block: HtmlBlock) -> bool:
    """Whether an element called so holds one date and a few words («صحة وتغذية 15 يوليو 2023»), or
    any a section and its date."""
    if len(block.text) > _LONGEST_BAR or not any(map(str.isdigit, block.text)):
        return False
    dates = page.values.dates(block.text)
    if len(dates) != 1 or dates[0].moment.value is None:
        return False
    before = fold_label(block.text[: dates[0].start])
    return _any_near(block, _is_called_date) or is_section(before, page.words)


@remembered
def _tags(tags: tuple[str, ...]) -> int:
    if "address" in tags:
        return ADDRESS
    if "figcaption" in tags:
        return FIGCAPTION
    for tag in tags:
        if tag == "h1":
            return H1
        if tag in ("h2", "h3", "h4", "h5", "h6"):
            return HEADING
        if tag == "p":
            return BLOCKQUOTE if "blockquote" in tags else P
        if tag in ("li", "blockquote"):
            return BLOCKQUOTE if tag == "blockquote" else LI
    return 0


def _class_near(around: list[Element]) -> int:
    """The first class that the innermost named element tells."""
    return next(filter(None, [_class_of_line(at.names) for at in around if at.names]), 0)


def _picture(page: PageContext, html: HtmlPage, at: int, image: Image) -> int:
    """Whether a picture belongs to an article or to the site."""
    if html.is_stated_picture(image):
        return PICTURE
    inside = page.zones[at] in (HEAD, BODY, GALLERY) or at in html.inside
    icon = not inside or _any_near(html.blocks[at], _is_called_icon)
    return SITE_PICTURE if icon else PICTURE


def _any_near(block: HtmlBlock, called: Callable[[tuple[str, ...]], bool]) -> bool:
    """Whether an element right around a block is `called` so."""
    return any(called(element.names) for element in near(block.markup.element, _NEAR))


def _stated(page: PageContext, html: HtmlPage, text: str) -> int:
    """What the metadata calls so."""
    metadata = page.metadata
    bits = STATED_TITLE if html.is_title(text) else 0
    if len(text) <= _LONGEST_NAME:
        if metadata.section and text == metadata.section:
            bits |= STATED_SECTION
        if text in metadata.tags:
            bits |= STATED_TAG
        if any(name == text or (len(name) > 5 and name in text) for name in metadata.authors):
            bits |= STATED_AUTHOR
    return bits


def _below_picture(page: PageContext, html: HtmlPage, at: int) -> int:
    """Whether a block stands right under a picture, in the element that holds both; a counter of
    pictures («1 / 3») may stand between."""
    above, inside = at - 1, page.zones[at] in (HEAD, BODY)
    while above >= max(0, at - _NEXT_TO) and _is_counter(page.features[above], inside):
        above -= 1
    if above < 0 or html.blocks[above].markup.image is None:
        return NO_PICTURE if page.zones[at] == HEAD else 0
    if page.zones[at] == TAIL and page.features[above] & SITE_PICTURE:
        return 0
    own, picture = html.blocks[at].markup.element, html.blocks[above].markup.element
    meeting, element = lowest_common_ancestor(own, picture), picture
    for _ in range(_NEXT_TO):
        if element is meeting:
            return UNDER_PICTURE | (CAPTION_CLASS if _is_small_print(own) else 0)
        if element.tag in ("td", "th"):  # of a table with one picture
            element = element.up or element
        element = element.up or element
    return 0


def _is_small_print(element: Element) -> bool:
    """Whether a line is set in another type than the text, as captions are."""
    root = element.inline_root
    return root is not None and root.tag in _SMALL_PRINT


def _is_counter(bits: int, inside: bool) -> bool:
    """Whether a line counts pictures; inside a story it may be how long its video is."""
    return bool(bits & NO_LETTERS) and (inside or not bits & BOILERPLATE)


def _longest_links(page: PageContext, html: HtmlPage) -> dict[int | None, Links]:
    """Of the lists under each heading the one whose links are the longest: in cards of stories
    that have a section and a date too, these are the titles."""

    def length(links: Links) -> float:
        return sum(len(page.blocks[at].text) for at in links.items) / len(links.items)

    longest: dict[int | None, Links] = {}
    for links in html.lists:
        known = longest.get(links.heading)
        if links.heading is not None and (known is None or length(known) < length(links)):
            longest[links.heading] = links
    return longest


def _add_lists(page: PageContext, html: HtmlPage) -> None:
    """What the lists of links tell: titles of related stories, or short links in a row."""
    listed: set[str] = set()
    titles = _longest_links(page, html)
    for links in html.lists:
        if not html.boxes.isdisjoint(links.items):
            continue
        if page.zones[links.items[0]] == RELATED and titles.get(links.heading) is links:
            _add_related(page, links, listed)
        elif len(links.items) > 1:
            first = links.items[0]  # «<div class=authors>»: who wrote, if no metadata says it
            written = page.zones[first] == HEAD and not page.metadata.authors
            written = written and _any_near(html.blocks[first], is_called_signature)
            for at in links.items if not written else ():
                page.features[at] |= SHORT_LINKS
    for at in html.headings:
        page.features[at] |= HEADS_RELATED
    for at in html.boxes:
        page.features[at] |= RELATED_LINK


def _add_related(page: PageContext, links: Links, listed: set[str]) -> None:
    """Titles of related stories; one that is `listed` already counts no more."""
    if links.heading is not None:
        page.features[links.heading] |= HEADS_RELATED
    for at in links.items:
        text = page.blocks[at].text
        page.features[at] |= BOILERPLATE if text in listed else RELATED_LINK
        listed.add(text)


def _add_story(page: PageContext, html: HtmlPage, story: Story) -> None:
    blocks, bits = html.blocks, page.features
    if story.headline is not None:
        bits[story.headline] |= HEADS
        alone = story.first == story.last > story.headline
        if alone and len(blocks[story.first].text) < RUNNING:
            bits[story.first] |= ONLY
        _add_above(page, html, story, story.headline)
        _add_deck(page, html, story)
    if bits[story.first] & HEADING:
        bits[story.first] &= ~UNDER_PICTURE  # heads the body, as others do further down
    held = range(story.first, story.last + 1)
    inside = [at for at in held if page.zones[at] == BODY and blocks[at].text]
    between = _between(blocks, inside)
    for at in between:
        bits[at] |= BETWEEN
    for at in _questions(page, between, inside):
        bits[at] |= QUESTION
    for at in inside:
        bits[at] |= _beside_paragraphs(page, html, at, story)
    _add_end(page, html, story)
    _add_writer_below(page, html, story)


def _beside_paragraphs(page: PageContext, html: HtmlPage, at: int, story: Story) -> int:
    """Whether a line of a body stands in other elements than the paragraphs do."""
    blocks = html.blocks
    if blocks[at].markup.figure is not None or _heads_paragraph(blocks, at, story):
        return 0
    if _is_boxed_with_picture(page, html, at):
        return BOXED
    own = path_within(blocks[at], story.body)
    return APART if own != story.usual and unlisted(own) != unlisted(story.usual) else 0


def _add_end(page: PageContext, html: HtmlPage, story: Story) -> None:
    """Who signs below the last paragraph, in the body."""
    blocks, bits = html.blocks, page.features
    end = next((at for at in range(story.last + 1, len(blocks)) if blocks[at].text), None)
    short = end is not None and len(blocks[end].text) <= _LONGEST_TAG
    if end in html.inside and short and not bits[end] & (DATE | UNDER_PICTURE | HEADING | BUTTON):
        bits[end] |= 0 if _NO_NAME.search(blocks[end].text) else SIGNS_OFF


def _add_writer_below(page: PageContext, html: HtmlPage, story: Story) -> None:
    """Who wrote, the first name in a card amid or below the text, if no card is above it."""
    cards = [card for card in html.cards if card.start > story.start]
    if not cards or cards[0].start < story.first or _is_signed(page, story):
        return
    for at in cards[0]:
        text = page.blocks[at].text
        if heads_list(html, text):
            return
        if page.zones[at] not in (BODY, TAIL) or not _may_be_name(page, at, text):
            continue
        signed = page.values.signed(text)
        if signed.authors or signed.agencies:
            inside = BELOW_BYLINE if at < story.last else 0
            page.features[at] = page.features[at] & ~(OUTSIDE | APART) | SIGNS_OFF | inside
            return


def _is_signed(page: PageContext, story: Story) -> bool:
    """Whether a line between headline and text names who wrote."""
    above = (at for at in range(story.start + 1, story.first) if page.features[at] & BYLINE)
    signed = (page.values.byline(page.blocks[at].text) for at in above)
    return any(one is not None and one.authors for one in signed)


def _may_be_name(page: PageContext, at: int, text: str) -> bool:
    """Whether a short line is neither initials nor a word of the interface."""
    plainly = len(text) <= _LONGEST_TAG and not page.features[at] & (DATE | BUTTON | LIST_MARKER)
    return plainly and _NAME.search(text) is not None and not _NO_NAME.search(text)


def _add_sources_below(page: PageContext, html: HtmlPage) -> None:
    """«فرانس 24 / أ ف ب» behind the last paragraph of a story is no caption."""
    blocks, bits = html.blocks, page.features
    last = min((story.last for story in html.stories), default=len(blocks))
    for at in (at for at in html.inside if at > last):
        text, pictured = blocks[at].text, blocks[at].markup.figure or bits[at] & UNDER_PICTURE
        source = bits[at] & KNOWN_CREDIT and not pictured
        if source and len(text) <= _LONGEST_TAG and page.values.byline(text):
            bits[at] |= BELOW_BYLINE


def _is_boxed_with_picture(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether a line stands right under a picture of the story, in an element that holds nothing
    but the two and one more line, no link and no heading: its caption, in whatever elements."""
    blocks, above = html.blocks, page.features[at - 1]
    if above & BOXED and blocks[at].markup.element.inline:
        return are_beside(blocks, at - 1, at)  # its credit
    if not above & PICTURE or len(blocks[at].text) > _LONGEST_CAPTION:
        return False
    picture, own = blocks[at - 1].markup.element, blocks[at].markup.element
    box, end = lowest_common_ancestor(picture, own), at
    while end < len(blocks) and end < at + _BOXED and is_inside(blocks[end], box):
        if is_link(blocks[end]) or page.features[end] & (HEADING | H1):
            return False
        end += 1
    return not any(is_inside(blocks[i], box) for i in (at - 2, end) if 0 <= i < len(blocks))


def _heads_paragraph(blocks: list[HtmlBlock], at: int, story: Story) -> bool:
    """Whether a heading without a link stands in an element with the paragraph below it, one or
    more elements deeper: the entry of a live page. In a <header>, say, it stands in an element that
    the paragraph above is not in."""
    element = blocks[at].markup.element
    if is_link(blocks[at]) or heading_level(element) is None:
        return False
    above, below = (cut(story.paragraphs, at) for cut in (bisect_left, bisect_right))
    for around in near(element.block_ancestor.up, 2):
        if any(is_inside(blocks[one], around) for one in story.paragraphs[below : below + 1]):
            return around is element.block_ancestor.up or not any(
                is_inside(blocks[one], around) for one in story.paragraphs[:above][-1:]
            )
    return False


def _add_above(page: PageContext, html: HtmlPage, story: Story, headline: int) -> None:
    """The section and the kicker, which stand above a headline."""
    bits, above = page.features, range(max(0, headline - _ABOVE), headline)
    for at in above:
        if bits[at] & BYLINE and bits[at] & UNDER_PICTURE:
            bits[at] |= PORTRAYED
    joined = _is_on_headline(html.blocks, headline)
    section = _section_above(page, html, headline, joined)
    called = _named_section(page, html, above)
    if called is None:
        below = range(headline + 1, story.first)
        links = [at for at in below if is_link(html.blocks[at])]
        called = _named_section(page, html, links) or _addressed_section(html, links)
    if called is not None:
        bits[called] |= SECTION_CLASS
        if section is None or not _ends_path(page, html, section):
            section = called
    if section is not None:
        bits[section] |= SECTION_LINK
        if _leads_to_section(html.blocks[section]):
            bits[section] |= PATH_END
        if _ends_path(page, html, section):
            bits[section] = bits[section] & ~LIST_MARKER | PATH_END  # «أخبار عاجلة»
    if joined and not is_link(html.blocks[headline - 1]):
        bits[headline - 1] |= _right_above(page, html, headline - 1, called)


def _section_above(page: PageContext, html: HtmlPage, headline: int, joined: bool) -> int | None:
    """The path of sections above a headline, else a link to one, else a heading that names one."""
    above = range(headline - 1, max(-1, headline - _ABOVE), -1)
    path = next((at for at in above if page.features[at] & PATH), None)
    link = _last_step(page, html, headline)
    if link is None:
        link = _section_link(page, html, headline, joined)
    if path is None:
        return _section_heading(page, html, headline) if link is None else link
    if link is None or link <= path or not _ends_path(page, html, link):
        return path
    page.features[path] ^= PATH  # a menu: the path right above the headline is that of the story
    return link


def _right_above(page: PageContext, html: HtmlPage, at: int, called: int | None) -> int:
    """What the line is that stands in one element with the headline below it; `called` is the one
    that is called a section."""
    bits = page.features[at]
    if bits & (SECTION | SECTION_CLASS):
        badge = bits & BUTTON or called not in (None, at)  # «مباشر», «فيديو»
        return 0 if badge else SECTION_LINK
    if page.features[at - 1] & PORTRAYED and _is_with_writer(html.blocks, at):
        return BELOW_BYLINE
    kicker = not bits & (DATE | CAPTION_CLASS) and _may_be_kicker(page, html, at)
    return ON_HEADLINE if kicker else 0


def _is_with_writer(blocks: list[HtmlBlock], at: int) -> bool:
    """Whether a line stands in one element with the writer above it and without the headline below
    it: what he is."""
    one, other = (block.markup.element for block in blocks[at - 1 : at + 1])
    return not is_inside(blocks[at + 1], lowest_common_ancestor(one, other))


def _named_section(page: PageContext, html: HtmlPage, among: Iterable[int]) -> int | None:
    """A few words beside a headline that are alone in an element called category, cat or section:
    «<div class=post-cat><a>فلك</a></div>»; of several, none."""
    called = [at for at in among if _is_called_section(page, html, at)]
    return called[0] if len(called) == 1 else None


def _addressed_section(html: HtmlPage, links: list[int]) -> int | None:
    """The one link below a headline whose address says that it leads to a section."""
    led = [at for at in links if _leads_to_section(html.blocks[at])]
    return led[0] if len(led) == 1 else None


def _leads_to_section(block: HtmlBlock) -> bool:
    """Whether the address of a short link says that it leads to a section."""
    short = block.href is not None and 0 < len(block.text) <= _LONGEST_TAG
    return short and _OF_SECTION.search((block.href or "").lower()) is not None


def _is_called_section(page: PageContext, html: HtmlPage, at: int) -> bool:
    block = html.blocks[at]
    if not 0 < len(block.text) <= _LONGEST_TAG or page.features[at] & (BUTTON | DATE):
        return False
    if page.features[at] & BYLINE and (found := page.values.byline(block.text)) and found.authors:
        return False
    return any(
        is_called_section(holder.names) and _opens_few(html.blocks, at, holder)
        for holder in near(block.markup.element, 2)
    )


def _opens_few(blocks: list[HtmlBlock], at: int, holder: Element) -> bool:
    """Whether a block is all that `holder` holds, or the first of two or three links in it."""
    if at and is_inside(blocks[at - 1], holder):
        return False
    below = takewhile(lambda block: is_inside(block, holder), blocks[at + 1 : at + MOST_STEPS + 1])
    others = [block for block in below if any(map(str.isalnum, block.text))]
    return len(others) < MOST_STEPS and all(map(is_link, others))


def _may_be_kicker(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether a line is no word of the interface («تفاصيل الخبر») and names nobody who wrote, nor
    where; «تحقيق» says what kind of story stands below."""
    text = page.blocks[at].text
    found = page.values.byline(text) if page.features[at] & BYLINE else None
    if found is None:
        return not html.is_label(text)
    return not (found.authors or found.publication or found.agencies or found.place)


def _is_on_headline(blocks: list[HtmlBlock], headline: int) -> bool:
    """Whether the line above a headline stands beside it in one element."""
    if not headline or not blocks[headline - 1].text:
        return False
    one, other = (_row(block.markup.element) for block in blocks[headline - 1 : headline + 1])
    return one is other or one is other.up or one.up is other.up


def _row(element: Element) -> Element:
    """The block element that an element stands in; of a table, the row."""
    base = element.block_ancestor
    cell = next((at for at in near(base, _CELL) if at.tag in ("td", "th")), None)
    return cell.up if cell and cell.up else base


def _add_deck(page: PageContext, html: HtmlPage, story: Story) -> None:
    """What may be the deck: what the metadata describes the story by, but for a first paragraph
    that looks like the next; else lines between the headline and the body, under no picture."""
    blocks, found, stated = html.blocks, False, False
    flat = is_inside(blocks[story.start], story.body)
    for at in range(story.start + 1, story.first + 1):
        markup, text = blocks[at].markup, blocks[at].text
        if page.zones[at] not in (HEAD, BODY) or not text or markup.figure:
            continue
        below = story.paragraphs[1:2] if at == story.first else ()
        alike = [shape_of(markup.element) == shape_of(blocks[at].markup.element) for at in below]
        captioned = page.features[at] & CAPTION_CLASS
        if html.is_description(text) and not any(alike) and not captioned:
            page.features[at] |= STATED_DECK
            stated = stated or not is_within(markup.element, story.body)
        elif page.zones[at] == HEAD and text.count(" ") >= _FEWEST_BLANKS and not markup.href:
            heads = flat and markup.element.block_ancestor.tag in PARAGRAPHS
            inside = found or (is_within(markup.element, story.body) and not heads)
            page.features[at] |= 0 if inside or page.features[at] & _OF_PICTURE else DECK
        found = found or runs(blocks[at])
    for at in range(story.start + 1, story.first) if stated else ():
        page.features[at] &= ~DECK


def _last_step(page: PageContext, html: HtmlPage, headline: int) -> int | None:
    """The last step of what is called a path of sections, but for the headline itself:
    «الرئيسية», «المركز الإعلامي», «الأخبار». One without a link names a section if it is known:
    «تفاصيل المقال» does not."""
    steps = [
        at
        for at in range(max(0, headline - _FURTHEST_PATH), headline)
        if html.blocks[at].text and _is_step_of_path(html.blocks[at].markup.element)
    ]
    steps = steps or _line_from_home(page, html, headline)
    title, words = fold_label(html.blocks[headline].text), page.words
    for at in reversed(steps[-MOST_IN_PATH:]):
        block = html.blocks[at]
        step = fold_label(block.text)
        if step in words.shared.homes:
            return None
        named = is_section(step, words) or _opens_as_section(page, html, block.text)
        if title.startswith(step) or not (named or is_link(block)):
            continue
        if not named and html.is_title(block.text):
            continue
        if len(step) > _LONGEST_TAG:
            return None
        page.zones[at] = ABOVE
        return at
    return None


def _line_from_home(page: PageContext, html: HtmlPage, headline: int) -> list[int]:
    """What stands in one line behind the name of the first page, above a headline, without links:
    «الرئيسية / أخبار / بلديات»; «الرئيسية | رأي» is a menu."""
    blocks, homes = html.blocks, page.words.shared.homes
    for at in range(headline - 1, max(-1, headline - _ABOVE), -1):
        if fold_label(blocks[at].text) in homes:
            line = [i for i in range(at + 1, headline) if are_beside(blocks, at, i)]
            menu = any(is_link(blocks[i]) or blocks[i].text == "|" for i in line)
            return [] if menu else line
    return []


def _opens_as_section(page: PageContext, html: HtmlPage, text: str) -> bool:
    """Whether a few words open as names of sections do: «أخبار المدينة»."""
    first, *more = fold(text).split()[: LONGEST_STEP + 1] or [""]
    heads = page.values.lexicon.section_heads
    return 0 < len(more) < LONGEST_STEP and first in heads and not html.is_label(text)


def _is_step_of_path(element: Element) -> bool:
    return any(map(is_called_trail, near(element, _PATH)))


def _section_link(page: PageContext, html: HtmlPage, headline: int, joined: bool) -> int | None:
    """The last short link above a headline, if it is none of a menu. `joined` says that the line
    right above stands in one element with the headline."""
    written = False
    for at in range(headline - 1, max(-1, headline - _ABOVE), -1):
        block = html.blocks[at]
        if is_link(block) and 0 < len(block.text) <= _LONGEST_TAG:
            if page.features[at] & PORTRAYED:
                written = True
                continue
            if written and not is_on_trail(block.markup.element):
                return None  # a menu over the writer
            home = fold_label(block.text) in page.words.shared.homes
            if home or page.zones[at] == MENU or _is_among_sections(page, html, at):
                return None
            menu = at in html.in_menus and not (joined or ends_a_trail(block.markup.element))
            listed = _is_far_down_a_list(block.markup.element)
            return None if menu or listed or is_of_site(block.markup) else at
    return None


def _is_among_sections(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether the link above a link, right beside it and parted from it by no sign or a bar, is a
    section too: «اقتصاد», «ثقافة» are words of a menu, if nothing calls them a path. «أخبار |
    محليات» is one."""
    if is_on_trail(html.blocks[at].markup.element):
        return False
    barred = at > 1 and html.blocks[at - 1].text == "|"
    before = at - 2 if barred else at - 1
    if before < 0 or (barred and bare(fold_label(html.blocks[before].text)) == _NEWS):
        return False
    pair = (html.blocks[before], html.blocks[at])
    sections = all(is_section(fold_label(block.text), page.words) for block in pair)
    return is_link(pair[0]) and sections and are_beside(html.blocks, before, at)


def _section_heading(page: PageContext, html: HtmlPage, headline: int) -> int | None:
    """The heading above a headline that names a section, or what is called the title of the page:
    «<div class=page-title>أخبار الوزارة</div>»."""
    for at in range(headline - 1, max(-1, headline - _ABOVE), -1):
        bits, block = page.features[at], html.blocks[at]
        if bits & SECTION and bits & (H1 | HEADING):
            return None if is_of_site(block.markup) else at
        if not bits & (DATE | BYLINE | BUTTON) and _is_title_of_page(html, block):
            return at
    return None


def _is_title_of_page(html: HtmlPage, block: HtmlBlock) -> bool:
    """Whether a few words are called the title of the page, and are not the site's name or words
    of the interface («تفاصيل الخبر»)."""
    if not 0 < len(block.text.split()) <= LONGEST_STEP or is_of_site(block.markup):
        return False
    called = _any_near(block, _is_called_title)
    sites = (html.metadata.site_name, html.metadata.publisher)
    return called and block.text not in sites and not html.is_label(block.text)


def _is_far_down_a_list(element: Element) -> bool:
    """Whether an element is in an item of a list that is too long for a path of sections."""
    around = near(element.up, 2)
    far = any(at.tag == "li" and at.nth_of_type > MOST_STEPS for at in around)
    return far and not is_on_trail(element)


def _ends_path(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether a link ends a path of sections: one so called, or one from the site's first page; or
    a line stands for one, as the title of a page does."""
    if is_on_trail(html.blocks[at].markup.element) or _is_title_of_page(html, html.blocks[at]):
        return True
    blocks, homes = html.blocks, page.words.shared.homes
    if _is_last_of_two(blocks, at) and fold_label(blocks[at - 1].text) in homes:
        return True
    above = range(max(0, at - _ABOVE), at)
    line = [blocks[other] for other in above if are_beside(blocks, other, at)]
    return any(
        fold_label(block.text) in homes or (block.href and is_of_site(block.markup))
        for block in line
    )


def _is_last_of_two(blocks: list[HtmlBlock], at: int) -> bool:
    """Whether a block is in the last item of a list of two, below what is in the first."""
    item = next((one for one in near(blocks[at].markup.element, 3) if one.tag == "li"), None)
    if item is None or item.up is None or item.nth_of_type != 2:
        return False
    after = blocks[at + 1 : at + 2]
    return is_inside(blocks[at - 1], item.up) and not any(is_inside(one, item.up) for one in after)


def _questions(page: PageContext, between: list[int], inside: list[int]) -> list[int]:
    """The questions of an interview: most of the lines `between` paragraphs, in no heading, ask.

    A few are subheadings that ask, unless several in the body, long ones too, begin with the same
    sign of speech («- …؟», «س: …؟») or with who asks («الوادي: …؟»)."""
    asked = [at for at in between if page.features[at] & ASKS and not page.features[at] & HEADING]
    askers = [_asker(page.blocks[at].text) for at in inside if page.features[at] & ASKS]
    said = all(askers.count(_asker(page.blocks[at].text) or "?") >= _FEWEST_SAID for at in asked)
    enough = said or len(asked) >= QUESTIONS
    return asked if enough and 2 * len(asked) > len(between) else []


def _asker(question: str) -> str:
    """The sign of speech or the name that a question begins with."""
    sign = _ASKER.match(question)
    return sign.group() if sign else ""


def _between(blocks: list[HtmlBlock], inside: list[int]) -> list[int]:
    """Short lines between two paragraphs of a body."""
    found = []
    for before, at, after in zip(inside, inside[1:], inside[2:], strict=False):
        size, beside = len(blocks[at].text), min(len(blocks[i].text) for i in (before, after))
        if size <= _LONGEST_SUBHEADING and 2 * size < beside:
            found.append(at)
    return found
