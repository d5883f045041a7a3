"""Zones of a page of HTML, by its stories, its lists of links and the names of its elements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache, partial
from itertools import takewhile
from typing import cast

from ...blocks import Block, HtmlBlock
from ...folding import fold
from ...lexicon.words import LONGEST_WORD, fold_heading, fold_label
from ...patterns import plain
from ...segment.dom import Element, lowest_common_ancestor
from ..element_names import feature_of, is_called
from ..page_context import PageContext
from . import ABOVE, BODY, ELSEWHERE, FAR, GALLERY, HEAD, MENU, RELATED, TAGS, TAIL
from .bodies import ENOUGH, all_inside, bodies, running_text, runs, story_of, weight
from .cards import without_cards
from .dom import (
    heading_level,
    inherited,
    is_inside,
    is_within,
    near,
    path_within,
    shape_of,
    unlisted,
    upwards,
)
from .galleries import galleries
from .headlines import (
    headline,
    is_called_title,
    is_named,
    is_on_trail,
    lone_headline,
    opening,
)
from .lists import are_beside, is_index, is_teaser, lists, shows_picture
from .stories import CARDS, STOP, STORY, HtmlPage, Links, Story
from .writers import set_zones_of_writers

_ABOVE = 8  # blocks over a headline that may belong to it
_LONGEST_TAG = 40  # characters
_LONGEST_WORDS = 12  # characters of a word or two
_ENTRY = 3  # blocks over the first paragraph of an entry of a live page
_DATED = 2  # blocks over a headline where its date may be
_EMPHASIS = frozenset({"b", "strong", "font"})  # tags of a headline that is no heading
_MOST_TAGS = 20  # of a story: more are a cloud of the site
_FEWEST_TAGS = 2  # links that make a list of them
_AFTER = 60  # blocks after a body that may
_LONGEST_PATH = 4  # links of a path of sections
_FOOTER = 2  # elements up from a <footer> to its <article>
_CARD = 2  # blocks of a card over its last: a title and its date
_LEAD, _LONGEST_LEAD = 3, 800  # paragraphs and characters of the lead of a list, at most
_TITLE = 4  # blanks between words that the title of a story has at least
_TABLE = 3  # rows and columns that a table has at least
_SHORT_TITLE = 2  # … and under a heading of related stories

_zone_called = feature_of("zones")
is_called_signature = is_called("signature")
_is_called_footer = is_called("footer")
_is_called_tag = is_called("tag")
is_called_section = is_called("section")
_BY_STORY = frozenset({ABOVE, HEAD, BODY, TAIL})  # zones that names may overrule
_LANDMARKS = {
    "nav": MENU,
    "amp-sidebar": MENU,
    "footer": MENU,
    "form": MENU,
    "button": MENU,
    "aside": ELSEWHERE,
}
_BRACKETED = plain(r"\[[^\[\]]+\]|\([^()]+\)")  # «[غرفة التجارة ترحب بخفض الفائدة]»
_HOUR = plain(r"\d{1,2}:\d\d|\d{1,3}(?:\s?\+\s?\d{1,2})?\s?['’′د]?$")  # or the minute of a match
_NUMBERS = "0123456789٠١٢٣٤٥٦٧٨٩.-) "  # before the lines of a table of contents

_OF_TAG = plain(
    r"[/?&](?:tags?|hash-?tags?|keywords?|topics?|tagged|labels?|وسوم|وسم|%d9%88%d8%b3%d9%85)[/=?]",
    re.IGNORECASE,
)
_HASHTAG = plain(r"#[^#]{2,40}")


def find_zones(page: PageContext) -> HtmlPage:
    """Sets `page.zones`; returns the stories and lists that they were found by."""
    blocks = cast("list[HtmlBlock]", page.blocks)
    html = HtmlPage(blocks, page.metadata, page.words, page.values)
    _find_stories(html)
    html.lists = lists(blocks)
    page.zones = _zones_by_story(html)
    for links in html.lists:
        _set_zone_of_list(page, html, links)
    _set_zones_by_name(page, html)
    _set_zone_of_listed_titles(page, html)
    for story in html.stories:
        _set_zone_of_tags(page, html, story)
        _set_zone_of_boxes(page, html, story)
        for gallery in galleries(html, page.zones, story):
            for at in gallery:
                page.zones[at] = GALLERY
    _set_zone_under_headings(page, html)
    for story in html.stories:
        set_zones_of_writers(page, html, story)
        _set_zone_of_tables(page, html, story)
    _set_zone_of_contents(page, html)
    _clear_headings_of_tags(page, html)
    _end_bodies(page, html)
    return html


def _find_stories(html: HtmlPage) -> None:
    blocks, every = html.blocks, running_text(html)
    running = without_cards(html, every)
    html.teasers = len(every) - len(running)
    found: list[Story] = []
    start = end = -1  # what the last stories hold
    for body, group in bodies(html, running):
        if start <= group[0] <= end:
            continue  # further down in a story
        story = story_of(blocks, all_inside(blocks, running, body, group), body)
        start = min(start, story.first) if story.first <= end else story.first
        end = max(end, story.last)
        if html.is_article or not is_index(blocks, running, story):
            found.append(story)
    found.sort(key=lambda story: story.first)
    before = 0
    for story in found:
        story.headline = headline(html, before, story)
        if len(story.paragraphs) > 1 and _is_above_body(html, story):
            del story.paragraphs[0]
        before = story.last + 1
    found = [story for story in found if _is_believed(html, story)]
    if not any(is_named(html, story) for story in found):
        found = sorted([*lone_headline(html, found), *found], key=lambda story: story.first)
    for story in found:
        story.frame = _frame(html, story)
        if story.has_body:
            story.paragraphs[:0] = range(opening(html, story), story.first)
    html.stories = found


def _is_above_body(html: HtmlPage, story: Story) -> bool:
    """Whether the first paragraph of a story is its headline, or a deck: with a date below a label
    («تاريخ النشر:») under it, or without a full stop, which the next paragraph has, with a picture,
    a byline or a date right below, or the headline once more between the two."""
    first, second = story.paragraphs[:2]
    if story.headline == first:
        return True
    below = html.blocks[first + 1 : second]
    line = " ".join([block.text for block in below if block.text][:2])
    if any(date.kind == "published" for date in html.values.dates(line)):
        return True
    if story.headline is None:
        return False
    title = html.blocks[story.headline].text
    if any(block.text == title and heading_level(block.markup.element) for block in below):
        return True
    if STOP.search(html.blocks[first].text):
        return False
    if not STOP.search(html.blocks[second].text):
        return False
    return bool(below) and (
        _is_of_picture(below[0])
        or html.values.byline(below[0].text) is not None
        or html.values.moment(below[0].text) is not None
        or any(html.is_title(block.text) for block in below)
    )


def _is_believed(html: HtmlPage, story: Story) -> bool:
    """Whether there is enough text for an article: little is enough under a headline in <h1>,
    under one that the metadata names, or under a heading, a bold line or one called a title that
    is the only one or has a date beside it."""
    inside = html.blocks[story.first : story.last + 1]
    text = sum(len(block.text) for block in inside if runs(block))
    if html.is_article:
        return True
    if _is_of_list(html, story):
        return False
    if text >= ENOUGH or html.is_digest:
        return True
    if story.headline is None or (not text and html.is_label(html.blocks[story.headline].text)):
        return False
    element = html.blocks[story.headline].markup.element
    level = heading_level(element)
    if level == "h1" or is_named(html, story):
        return True
    around = html.blocks[max(0, story.headline - _DATED) : story.first]
    dated = any(html.values.moment(block.text) for block in around if block.text)
    several = len(story.paragraphs) > 1
    set_off = level is not None or any(at.tag in _EMPHASIS for at in near(element, 3))
    if several and STOP.search(html.blocks[story.first].text):
        set_off = set_off or is_called_title(html.blocks[story.headline])
    if not set_off or is_link(html.blocks[story.headline]):
        return False
    return dated or (several and _is_only_heading(html, story.headline))


def _is_of_list(html: HtmlPage, story: Story) -> bool:
    """Whether a story is part of a page of lists: a teaser under a heading too short for the title
    of a story; the lead, whose headline is a link; or, with no date, what says who a writer is or
    what a section is about, a ticker under such a heading, or a lone paragraph among cards."""
    blocks, title = html.blocks, story.headline
    named = is_named(html, story)
    short = title is not None and len(blocks[title].text) < STORY
    if named and not short:
        return False
    alone = not named and len(story.paragraphs) == 1
    if short and alone and is_teaser(blocks, story.first, story.usual):
        return True
    little = len(story.paragraphs) <= _LEAD and weight(blocks, story.paragraphs) <= _LONGEST_LEAD
    if little and not named and title is not None and html.titles and _heads_lead(html, title):
        return _lists_stories(html, title)
    if _is_dated(html, story):
        return False
    lesser = title is None or heading_level(blocks[title].markup.element) != "h1"
    if html.teasers >= CARDS:
        return (short and (little or (lesser and not named))) or (little and alone and lesser)
    return little and short and alone and lesser and _lists_stories(html, title)


def _is_dated(html: HtmlPage, story: Story) -> bool:
    """Whether a date stands above or below the text of a story, or the metadata states one."""
    around = range(max(0, story.start - _DATED), story.last + _DATED + 1)
    lines = (block.text for block in html.blocks[around.start : around.stop] if not runs(block))
    return html.metadata.published is not None or any(html.values.moment(line) for line in lines)


def _heads_lead(html: HtmlPage, title: int) -> bool:
    """Whether a headline, or the picture above it, links to the page that it is the headline of."""
    above, heading = html.blocks[max(0, title - 1)], html.blocks[title]
    href = above.href if above.markup.image is not None else None
    linked = heading if href is None or shows_picture(href) else above
    return _leads_away(linked) and linked.href != html.metadata.url


def _lists_stories(html: HtmlPage, title: int | None) -> bool:
    """Whether a page lists several stories but the one of the headline `title`."""
    own = None if title is None else html.blocks[title].href
    return len(html.linked_stories - {own}) >= CARDS


def _is_only_heading(html: HtmlPage, headline: int) -> bool:
    """Whether no other block of the page is a heading."""
    others = (block for at, block in enumerate(html.blocks) if block.text and at != headline)
    return not any(heading_level(block.markup.element) for block in others)


def _frame(html: HtmlPage, story: Story) -> Element:
    """The element around the headline and the body; around the body alone, two steps up."""
    if story.headline is None:
        return near(story.body, 3)[-1]
    return lowest_common_ancestor(html.blocks[story.headline].markup.element, story.body)


def _zones_by_story(html: HtmlPage) -> list[int]:
    """Where each block stands to the stories of the page."""
    zones = [FAR] * len(html.blocks)
    before = 0
    for story in html.stories:
        for at in range(max(before, story.start - _ABOVE), min(len(zones), story.last + _AFTER)):
            framed = is_inside(html.blocks[at], story.frame)
            zone = _zone_by_story(html, story, at, framed)
            if framed or zones[at] == FAR:
                zones[at] = zone
        for at in _pictures_above(html, story):
            zones[at] = HEAD
        for at, zone in _zones_of_entries(html, story):
            zones[at] = zone
        before = story.last + 1
    return zones


def _pictures_above(html: HtmlPage, story: Story) -> list[int]:
    """The pictures over a headline that stand in one <article> or <main> with it, and their
    captions."""
    holders = (at for at in upwards(story.frame) if at.tag in ("article", "main"))
    around = next(holders, None)
    found: list[int] = []
    for at in range(max(0, story.start - _ABOVE), story.start):
        markup = html.blocks[at].markup
        captioned = found[-1:] == [at - 1] and "caption" in " ".join(markup.element.names)
        if around and is_within(markup.element, around) and (markup.image or captioned):
            found.append(at)
    return found


def _zones_of_entries(html: HtmlPage, story: Story) -> Iterator[tuple[int, int]]:
    """The paragraphs between the headline of a live page and its first entry are text, the hours
    of its entries are none."""
    hours = {_hour(html.blocks, at) for at in story.paragraphs}
    if len(hours) < 2 or None in hours:
        return
    made = {shape_of(html.blocks[at].markup.element) for at in hours if at is not None}
    for at in range(story.start + 1, story.last):
        block = html.blocks[at]
        if _HOUR.match(block.text) and shape_of(block.markup.element) in made:
            yield at, MENU
        elif at < story.first and runs(block) and STOP.search(block.text):
            yield at, BODY


def _hour(blocks: list[HtmlBlock], at: int) -> int | None:
    """The hour above a paragraph in one element with it: an entry of a live page."""
    above = range(at - 1, max(-1, at - 1 - _ENTRY), -1)
    hours = [one for one in above if _HOUR.match(blocks[one].text)]
    around = near(blocks[at].markup.element.block_ancestor, 3 if hours else 0)
    return next((one for entry in around for one in hours if is_inside(blocks[one], entry)), None)


def _zone_by_story(html: HtmlPage, story: Story, at: int, framed: bool) -> int:
    if at < story.start:
        return ABOVE
    if not story.has_body:
        return HEAD if framed else FAR
    if at < story.first:
        return HEAD
    inside = is_inside(html.blocks[at], story.body)
    if at <= story.last:
        return BODY if inside else ELSEWHERE
    if inside and _heads_sentence(html.blocks, at, story):
        return BODY
    if inside and (_is_of_picture(html.blocks[at]) or _is_alike(html.blocks, at, story)):
        html.inside.add(at)
        return TAIL
    return TAIL if framed else FAR


def _is_of_picture(block: HtmlBlock) -> bool:
    """Whether a block is a picture, or stands in one <figure> with it."""
    return block.markup.image is not None or block.markup.figure is not None


def _heads_sentence(blocks: list[HtmlBlock], at: int, story: Story) -> bool:
    """Whether a heading stands above one more sentence, too short to be running text, or above a
    list: «المقادير»."""
    if is_link(blocks[at]) or heading_level(blocks[at].markup.element) is None:
        return False
    return any(
        (STOP.search(below.text) and path_within(below, story.body) == story.usual)
        or ("li" in path_within(below, story.body) and _is_alike(blocks, at + 1, story))
        for below in blocks[at + 1 : at + 2]
    )


def _is_alike(blocks: list[HtmlBlock], at: int, story: Story) -> bool:
    """Whether a block has the shape of the paragraphs, or is an item of a list that stands where
    they do: no link, and no caption."""
    path = path_within(blocks[at], story.body)
    if "li" not in path:
        return path == story.usual
    listed = unlisted(path) == unlisted(story.usual)
    return listed and not is_link(blocks[at])


def _set_zone_of_list(page: PageContext, html: HtmlPage, links: Links) -> None:
    """The zone of the links of one list, by the word that heads it and by their length."""
    zone = _zone_of_list(page, html, links)
    if zone is None:
        return
    if zone == MENU:
        html.menus.update(links.items)
    for at in links.items:
        if zone == TAGS and is_category(html.blocks, at):
            continue
        if zone not in (MENU, ELSEWHERE) or page.zones[at] != FAR:
            page.zones[at] = zone
    if zone == RELATED and links.heading is not None:
        for at in range(links.heading, min(links.items[-1] + 2, len(page.zones))):
            if page.zones[at] == FAR and not (at > links.items[-1] and is_link(html.blocks[at])):
                page.zones[at] = ELSEWHERE


def _zone_of_list(page: PageContext, html: HtmlPage, links: Links) -> int | None:
    if links.heading is None and len(links.items) == 1:
        return None
    blanks = [html.blocks[at].text.count(" ") for at in links.items]
    follows = bool(html.stories) and html.stories[0].first < links.items[0]
    if follows and links.heading is not None:
        zone = _zone_by_heading(page, html, links, links.heading, blanks)
        if zone is not None:
            return zone
    if len(links.items) == 1:
        return None
    if 2 * sum([count >= _TITLE for count in blanks]) > len(blanks):
        return ELSEWHERE
    return MENU if len(blanks) > _LONGEST_PATH and not follows else None


def _zone_by_heading(
    page: PageContext, html: HtmlPage, links: Links, at: int, blanks: list[int]
) -> int | None:
    """The zone that the heading `at` of a list tells: stories if it says more than their titles,
    which have so many `blanks`, do; a heading that opens the list whole is of one of the site's."""
    heading = html.blocks[at]
    words = fold_heading(heading.text)
    titled = 2 * sum([count >= _TITLE - 1 for count in blanks]) >= len(blanks)
    if words in page.words.related:
        titled = titled or min(blanks) >= _SHORT_TITLE  # «شوربة العدس بالكمون»
    if titled and not _leads_away(heading) and _is_related(page, html, links.items[0], at, words):
        return RELATED
    of_sections = is_category(html.blocks, at + 1)  # «التصنيفات» <a rel=category>, and other links
    return TAGS if words in page.words.shared.tags and not of_sections else None


def _is_related(page: PageContext, html: HtmlPage, item: int, heading: int, words: str) -> bool:
    """Whether a list is one of related stories, by the `words` of its heading or what it is
    called."""
    related = page.words.related
    if words in related or _calls(page, html, item, heading):
        return True
    return words not in page.words.elsewhere and (
        words.startswith(_openings(related))
        or words.endswith(_endings(related))
        or _are_called_related(html, item, heading)
    )


def _calls(page: PageContext, html: HtmlPage, item: int, heading: int) -> bool:
    """Whether words with a colon stand before a link in its paragraph of a body: «تعرف كذلك على:
    …»."""
    calls = page.zones[heading] == BODY and html.blocks[heading].text.endswith(":")
    return calls and are_beside(html.blocks, heading, item)


def _are_called_related(html: HtmlPage, item: int, heading: int) -> bool:
    """Whether an element around a list and its heading is called so: «<section class=related>
    <h3>لا يفوتك</h3>»."""
    above = upwards(html.blocks[item].markup.element)
    named = next(filter(_zone_by_name, above), None)
    return (
        named is not None
        and _zone_by_name(named) == RELATED
        and is_inside(html.blocks[heading], named)
    )


def _set_zone_under_headings(page: PageContext, html: HtmlPage) -> None:
    """Stories without links, but for buttons, under the heading of related stories, in one element
    with it."""
    related, blocks = page.words.related, html.blocks
    end = min((story.last for story in html.stories), default=len(blocks))
    for at in range(end + 1, len(blocks)):
        text = blocks[at].text
        if not text or len(text) > LONGEST_WORD or fold_heading(text) not in related:
            continue
        if RELATED in page.zones[at - _CARD : at]:
            continue  # «اقرأ المزيد» of a card
        below = _under(blocks, at)
        links = [i for i in below if is_link(blocks[i])]
        if below and _are_buttons(page, [blocks[i].text for i in links]):
            page.zones[at : below.stop] = [RELATED] * (len(below) + 1)
            for button in links:
                page.zones[button] = MENU
            html.headings.add(at)


def _set_zone_of_contents(page: PageContext, html: HtmlPage) -> None:
    """Links to the headings of the story itself, whose words they repeat: a table of contents."""
    blocks = html.blocks
    inside = [at for at, zone in enumerate(page.zones) if zone in (HEAD, BODY)]
    links = [at for at in inside if (blocks[at].href or "")[:1] == "#" != blocks[at].href]
    headings = {at for at in inside if heading_level(blocks[at].markup.element)} if links else set()
    texts = {blocks[at].text for at in headings}
    for at in links:
        if at not in headings and blocks[at].text.lstrip(_NUMBERS) in texts:
            page.zones[at] = MENU


def _are_buttons(page: PageContext, links: list[str]) -> bool:
    """Whether links are words of the interface, or the same words again and again."""
    same = len(links) > 1 and len(set(links)) == 1
    return same or all(fold_label(text) in page.words.interface for text in links)


def _under(blocks: list[HtmlBlock], heading: int) -> range:
    """What stands below a heading in the element around it, or in the one around that."""
    below, end = heading + 1, min(len(blocks), heading + _AFTER)
    for around in near(blocks[heading].markup.element.block_ancestor.up, 2):
        while below < end and is_inside(blocks[below], around):
            below += 1
        if below > heading + 1:
            break
    return range(heading + 1, below)


@lru_cache(maxsize=64)
def _openings(headings: frozenset[str]) -> tuple[str, ...]:
    """Beginnings of longer headings: those of three words say enough («مواضيع ذات صلة بـ…»)."""
    return tuple(f"{words} " for words in headings if words.count(" ") > 1)


@lru_cache(maxsize=64)
def _endings(headings: frozenset[str]) -> tuple[str, ...]:
    """Ends of longer headings: those of two words say enough («فيديوهات ذات صلة»)."""
    return tuple(f" {words}" for words in headings if " " in words)


def _set_zones_by_name(page: PageContext, html: HtmlPage) -> None:
    """What the elements around a block near an article are called."""
    known: dict[int, int | None] = {}
    for story in html.stories:
        known.update((element.document_index, None) for element in upwards(story.body))
    void = _void_names(html)
    of_frame = partial(_zone_by_name, void=void)
    frames: set[Element] = {story.frame for story in html.stories}
    in_frames: dict[int, bool | None] = {}
    heads = {story.headline for story in html.stories}
    first = min((story.start for story in html.stories), default=0)
    body = min((story.first for story in html.stories), default=0)
    for at, block in enumerate(html.blocks):
        if page.zones[at] not in _BY_STORY or at in heads:
            continue
        element = block.markup.element
        framed = inherited(element, in_frames, frames.__contains__) if void else False
        zone = inherited(element, known, of_frame if framed else _zone_by_name)
        if zone and not _is_of_story(page, html, at, zone, (first, body)):
            page.zones[at] = ELSEWHERE if zone == RELATED and at < first else zone


def _is_of_story(
    page: PageContext, html: HtmlPage, at: int, zone: int, top: tuple[int, int]
) -> bool:
    """Whether a block belongs to a story, though an element around it is called so that it would
    stand in `zone`; `top` is where the first story and its text begin."""
    block, (start, first) = html.blocks[at], top
    if zone == MENU:
        table = page.zones[at] == BODY and block.markup.cell is not None
        own = table or _is_of_figure(block) or _is_day(page, html, at)
        return own or _may_be_path(page, html, at)
    if zone == TAGS and at < first:
        names = block.markup.element.names  # themes mark the section so too
        return "tag" in names or (at < start and _is_called_tag(names))
    return zone == ELSEWHERE and page.zones[at] == HEAD and _is_detail(page, html, block)


def _set_zone_of_tables(page: PageContext, html: HtmlPage, story: Story) -> None:
    """Tables between headline and text that have rows and columns of their own, not those of an
    old page: standings, prices."""
    tables: dict[int, list[int]] = {}
    for at in range(story.start + 1, story.first):
        cell = html.blocks[at].markup.cell
        if cell is not None and page.zones[at] == HEAD:
            tables.setdefault(cell.table, []).append(at)
    for held in tables.values():
        cells = [cell for at in held if (cell := html.blocks[at].markup.cell)]
        columns = max(cell.column for cell in cells) + 1
        if min(columns, len({cell.row for cell in cells})) >= _TABLE:
            for at in held:
                page.zones[at] = MENU


def _void_names(html: HtmlPage) -> tuple[str, ...]:
    """Names of elements around a headline or body that would say that neither stands there: a page
    builder calls every part of a page so («<div class=x-widget><h1>…»)."""
    found: set[str] = set()
    for story in html.stories:
        start = html.blocks[story.start].markup.element
        for element in (*upwards(start), *upwards(story.body)):
            found.update(filter(None, map(_shortest_named, element.names)))
    return tuple(sorted(found, reverse=True))  # the longer before its own beginning


def _shortest_named(name: str) -> str | None:
    """The beginning of `name` that names a zone: «x-widget» of «x-widget-title»."""
    parts = name.split("-") if _named((name,)) else []
    begun = ("-".join(parts[:size]) for size in range(1, len(parts) + 1))
    return next((start for start in begun if _named((start,))), None)


def _may_be_path(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether a link over the headline may be the section of the story, not a word of a menu, or a
    line is the path to the headline, whatever it stands in."""
    block = html.blocks[at]
    if html.is_path(block.text):
        return True
    if page.zones[at] != ABOVE or not is_link(block) or at in html.in_menus:
        return False
    return not any("menu" in name for element in block.markup.elements for name in element.names)


def _is_day(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether a block under the headline is a date, and so called, in a row with buttons."""
    block = html.blocks[at]
    called = page.zones[at] == HEAD and is_called_signature(block.markup.element.names)
    return called and html.values.moment(block.text) is not None


def _is_detail(page: PageContext, html: HtmlPage, block: HtmlBlock) -> bool:
    """Whether a block says who wrote an article, when or where on the site, in an <aside> right in
    the <article>, over its body."""
    aside = next(filter(_zone_by_name, upwards(block.markup.element)), None)
    if aside is None or aside.up is None or aside.up.tag != "article" or is_link(block):
        return False
    values, labels = html.values, page.words.shared.section_labels
    return (
        values.moment(block.text) is not None
        or values.byline(block.text) is not None
        or fold_label(block.text.partition(":")[0]) in labels
    )


def _is_of_figure(block: HtmlBlock) -> bool:
    """Whether a block is the picture of a <figure>, or a <figcaption> in a <button>: what holds
    the credit too is no footer, what makes the picture larger is more than a button."""
    if block.markup.image is not None:
        return block.markup.figure is not None
    tags = [element.tag for element in block.markup.elements]
    return "figcaption" in tags and "button" in tags


def _zone_by_name(element: Element, void: tuple[str, ...] = ()) -> int:
    """The zone that the tag or the names of `element` tell, but for names that are `void`, also as
    the beginning of another.

    A <footer> in an <article>, or called «entry-footer», is about that article: its writer, date
    and section.
    """
    landmark = _LANDMARKS.get(element.tag, 0)
    if element.tag == "footer" and _is_of_article(element):
        landmark = 0
    if landmark == MENU or not element.names:
        return landmark
    called = _named(_without(element.names, void) if void else element.names)
    return called or landmark  # an <aside> says less than what it is called


def _is_of_article(footer: Element) -> bool:
    inside = any(around.tag == "article" for around in near(footer.up, _FOOTER))
    return inside or _is_called_footer(footer.names)


def _without(names: tuple[str, ...], void: tuple[str, ...]) -> tuple[str, ...]:
    for empty in void:
        names = tuple(name.removeprefix(empty) for name in names)
    return tuple(filter(None, names))


def _named(names: tuple[str, ...]) -> int:
    zone = _zone_called(names)
    return 0 if zone == MENU and is_called_signature(names) else zone


def _set_zone_of_tags(page: PageContext, html: HtmlPage, story: Story) -> None:
    """Links right after a body are its tags if the words of most of them stand in it or in its
    headline; links that are hashtags, or lead to a tag, are tags anywhere below it, but for those
    under a heading of the site."""
    blocks, after = html.blocks, range(story.last + 1, min(len(html.blocks), story.last + _AFTER))
    tail = [at for at in after if page.zones[at] == TAIL]
    own = list(takewhile(lambda at: not _heads_elsewhere(page, blocks[at]), tail))
    words = (at for at in html.inside if blocks[at].text and not is_link(blocks[at]))
    text = max(words, default=-1)  # the last of a body
    led = [at for at in own if _leads_to_tag(blocks[at]) and (at > text or at not in html.inside)]
    for at in tail:
        hashtag = is_link(blocks[at]) and _HASHTAG.fullmatch(blocks[at].text)
        if hashtag or (at in led and len(led) <= _MOST_TAGS):
            page.zones[at] = TAGS
    links: list[int] = []
    for at in after:
        if not blocks[at].text or page.zones[at] not in (TAIL, TAGS, FAR) or at in html.inside:
            continue
        if is_category(blocks, at):
            page.zones[at] = TAIL
            continue
        if not is_link(blocks[at]) or len(blocks[at].text) > _LONGEST_TAG:
            if _heads_related(page, html, at) or not any(map(str.isalnum, blocks[at].text)):
                continue
            break
        if page.zones[at] == FAR:  # outside the element around the story, one list counts
            if not is_on_trail(blocks[at].markup.element):
                links += next((one.items for one in html.lists if one.items[0] == at), ())
            break
        links.append(at)
    if len(links) < _FEWEST_TAGS:
        return
    told = [story.start, *range(story.first, story.last + 1)]
    said = fold(" ".join(blocks[at].text for at in told))
    tags = [fold_label(blocks[at].text).removeprefix("ال") for at in links]
    named = sum(tag in said for tag in tags if not tag.isdecimal())  # «1 2 3 4 5» are stars
    of_tags = len(links) <= _MOST_TAGS and all(_leads_to_tag(blocks[at]) for at in links)
    if of_tags or 2 * named > len(links):
        for at in links:
            page.zones[at] = TAGS


def _heads_elsewhere(page: PageContext, block: HtmlBlock) -> bool:
    """«مواضيع رائجة»."""
    short = 0 < len(block.text) <= LONGEST_WORD and not is_link(block)
    return short and fold_heading(block.text) in page.words.elsewhere


def _leads_to_tag(block: HtmlBlock) -> bool:
    """Whether the address of a short link says that it leads to the stories of a tag."""
    short = block.href is not None and 0 < len(block.text) <= _LONGEST_TAG
    return short and _OF_TAG.search(block.href or "") is not None


def _set_zone_of_boxes(page: PageContext, html: HtmlPage, story: Story) -> None:
    """Another story in a box of its own between two paragraphs: a title that is a link, in another
    shape of elements than the paragraphs; a picture and a teaser may stand beside it."""
    for at in range(story.first, story.last):
        if page.zones[at] == BODY and _is_title_apart(html.blocks[at], story):
            for other in _box(html.blocks, at, story):
                if page.zones[other] == BODY:
                    page.zones[other] = ELSEWHERE
            page.zones[at] = RELATED
            html.boxes.add(at)


def _set_zone_of_listed_titles(page: PageContext, html: HtmlPage) -> None:
    """Other stories between two paragraphs: a list of nothing but titles that are links."""
    starts = [story.first for story in html.stories]
    for links in html.lists:
        listed = range(links.items[0], links.items[-1] + 1)
        above = bisect_left(starts, listed[0])
        story = html.stories[above - 1] if above else None
        if (
            story
            and listed[0] < listed[-1] < story.last
            and all(
                _is_title(html.blocks[at]) and "li" in path_within(html.blocks[at], story.body)
                for at in listed
            )
        ):
            for at in listed:
                page.zones[at] = RELATED
            html.boxes.update(listed)


def _is_title_apart(block: HtmlBlock, story: Story) -> bool:
    """Whether a title stands in another shape of elements than the paragraphs, or in brackets."""
    if not _is_title(block):
        return False
    path = path_within(block, story.body)
    apart = bool(path) and path != story.usual and "li" not in path
    return apart or _BRACKETED.fullmatch(block.text) is not None


def _is_title(block: HtmlBlock) -> bool:
    """Whether a block is a link to another page, as long as the title of a story."""
    if not _leads_away(block) or block.text.count(" ") < _TITLE - 1:
        return False
    return block.markup.figure is None and block.markup.cell is None


def _box(blocks: list[HtmlBlock], title: int, story: Story) -> range:
    """The blocks of the outermost element around a title that holds no paragraph of the story."""
    start, end = title, title + 1
    holders = upwards(blocks[title].markup.element.block_ancestor)
    around = list(takewhile(lambda at: at is not story.body, holders))[-1:]
    below = bisect_left(story.paragraphs, title)
    beside = story.paragraphs[max(0, below - 1) : below + 1]
    if not around or any(at < story.last and is_inside(blocks[at], around[0]) for at in beside):
        return range(start, end)
    while start > story.first and is_inside(blocks[start - 1], around[0]):
        start -= 1
    while end < story.last and is_inside(blocks[end], around[0]):
        end += 1
    return range(start, end)


def _clear_headings_of_tags(page: PageContext, html: HtmlPage) -> None:
    """What heads the links of a list of tags, in no link itself, is none of them."""
    heads: list[int] = []
    for at, (zone, block) in enumerate(zip(page.zones, html.blocks, strict=True)):
        if zone != TAGS or not block.text:
            heads.clear()
        elif not is_link(block):
            heads.append(at)
        else:
            for head in heads:
                page.zones[head] = ELSEWHERE
                if fold_label(page.blocks[head].text) in page.values.lexicon.roles.sources:
                    page.zones[at] = TAIL  # «المصدر» <a>وكالات</a>
            heads.clear()


def _end_bodies(page: PageContext, html: HtmlPage) -> None:
    """What stands below the tags or related stories of a story is in no body, whatever element
    holds both: pictures there are theirs."""
    last = min((story.last for story in html.stories), default=len(page.zones))
    after = range(last + 1, len(page.zones))
    ends = (
        at for at in after if page.zones[at] in (RELATED, TAGS) or _heads_related(page, html, at)
    )
    end = next(ends, None)
    if end is not None:
        html.inside.difference_update(range(end, len(page.zones)))


def _heads_related(page: PageContext, html: HtmlPage, at: int) -> bool:
    """Whether block `at` heads a list of related stories."""
    return any(page.zones[links.items[0]] == RELATED for links in html.headed.get(at, ()))


def _leads_away(block: HtmlBlock) -> bool:
    """Whether a block links to another page: «#» is a tab, which shows another part of this one."""
    return block.href is not None and not block.href.startswith("#")


def is_link(block: Block) -> bool:
    return block.href is not None


def is_category(blocks: list[HtmlBlock], at: int) -> bool:
    """Whether a link leads to the section of a story: by its `rel`, as those of WordPress do; or it
    and a word or two before it are all that an element called a category holds: «<div
    class=item-category><span>نشرت في</span> <a>محلي</a></div>»."""
    if not is_link(blocks[at]):
        return False
    element = blocks[at].markup.element
    if "category" in element.names:
        return True
    holder = element.block_ancestor
    if not at or not is_called_section(holder.names):
        return False
    label, *around = blocks[at - 1], *blocks[max(0, at - 2) : at - 1], *blocks[at + 1 : at + 2]
    labels = is_inside(label, holder) and len(label.text) <= _LONGEST_WORDS and not is_link(label)
    return labels and not any(is_inside(block, holder) for block in around)
