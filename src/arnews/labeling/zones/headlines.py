"""Headlines: the heading before a body, best of all one that the metadata names."""

from __future__ import annotations

from ...blocks import HtmlBlock, Markup
from ...lexicon.word_classes import PREPOSITION, split
from ...patterns import pattern, plain
from ...segment.dom import Element
from ..element_names import is_called
from .dom import HEADINGS, container, heading_level, is_inside, near, path_within, upwards
from .stories import HOME, LONGEST_HEADLINE, STOP, HtmlPage, Story

_FURTHEST_HEADLINE = 25  # blocks over a heading where the headline that is named may be
_FURTHEST_LINE = 25  # blocks over a body where a line that is no heading may be the headline
_FURTHEST_BODY = 20  # blocks from a headline to a body without running text
_SHORTEST, _LONGEST = 15, 200  # characters of a headline that is no heading
_LONGEST_KICKER = 45  # characters
_FEWEST_BLANKS = 3  # between the words of one that is no heading
_BEST = ("named", *HEADINGS, "above", "trail")  # the first that there is counts
_SITE_NAME = plain(r"slogan|tagline|masthead|site-?(?:name|title|logo|description)|^logo$")
_TRAIL = 4  # elements up from a heading to the path that it ends
_names_trail = is_called("above the headline", "zones")
_NAMED = plain(r"(?:article|story|news|post|entry)[_-]?(?:body|content|text)\b")
_FEW = 8  # blocks between a headline and the first subheading
_LEVELS = frozenset({*HEADINGS, "h5", "h6"})
_ARABIC = pattern(r"\p{Arabic}")
_ISSUE = "العدد"
_TITLE = plain(r"(?<!sub)(?<!sub[_-])(?:title|headline)$")


def headline(page: HtmlPage, start: int, story: Story) -> int | None:
    """The headline of a story: what the metadata names, in a heading of the first level; else the
    nearest so named, or the nearest heading of the highest level; else a line that looks like one.
    """
    nearest: dict[str, int] = {}
    arabic = _ARABIC.search(page.blocks[story.first].text) is not None
    for at in range(story.first, start - 1, -1):
        block = page.blocks[at]
        if not block.text:
            continue
        if nearest.get("h1", at) - at > _FURTHEST_HEADLINE:
            break  # what is named so far above a heading is another article
        level = heading_level(block.markup.element)
        if level and (is_of_site(block.markup) or page.values.moment(block.text) is not None):
            continue
        if level and ends_a_trail(block.markup.element):
            nearest.setdefault("trail", at)
            continue
        if level and _heads_nothing(page, block.text, arabic):
            nearest.setdefault("label", at)
            continue
        if level and not nearest and (above := _heading_above(page, start, story, at)) is not None:
            nearest["above"] = above
            continue
        several = block.text.count(" ") >= _FEWEST_BLANKS  # fewer are as often the site's name
        if page.is_title(block.text) and (level or (several and block.href is None)):
            if level == "h1" and block.href is None:
                return _topmost(page, start, at)
            nearest.setdefault("named", at)
        if level and len(block.text) < LONGEST_HEADLINE:
            nearest.setdefault(level, at)
    heading = next((nearest[kind] for kind in _BEST if kind in nearest), None)
    if heading is None:
        heading = _headline_by_look(page, start, story)
    if heading is None:
        return nearest.get("label")
    return _first_printing(page, start, heading)


def _first_printing(page: HtmlPage, start: int, at: int) -> int:
    """The first of two headings of one text: a head with deck, writer and date, above a picture,
    may be parted from the text by the headline once more."""
    text = page.blocks[at].text
    for above in range(max(start, at - _FURTHEST_HEADLINE), at):
        block = page.blocks[above]
        if block.text == text and block.href is None and heading_level(block.markup.element):
            return at if ends_a_trail(block.markup.element) else above
    return at


def _heads_nothing(page: HtmlPage, text: str, arabic: bool) -> bool:
    """Whether a heading says what a part of the site is, or, if the metadata does not name it,
    signs a story, or has no Arabic letter over an Arabic text («Adds 4»)."""
    if page.is_label(text) or page.is_title(text):
        return page.is_label(text)
    if arabic and not _ARABIC.search(text):
        return True
    signed = page.values.byline(text)
    return signed is not None and bool(signed.authors and (signed.publication or signed.place))


def _topmost(page: HtmlPage, start: int, at: int) -> int:
    """The heading right above `at`, if it is of the first level and named too: that below it is
    the deck, whatever states it."""
    for above in range(at - 1, start - 1, -1):
        block = page.blocks[above]
        if block.text:
            level = heading_level(block.markup.element)
            named = level == "h1" and block.href is None and page.is_title(block.text)
            return above if named and block.text != page.blocks[at].text else at
    return at


def is_of_site(markup: Markup) -> bool:
    """Whether a block names the site: a link to its first page, or so called."""
    if markup.href is not None and HOME.fullmatch(markup.href):
        return True
    names = (name for element in near(markup.element, 2) for name in element.names)
    return any(map(_SITE_NAME.search, names))


def ends_a_trail(element: Element) -> bool:
    """Whether a heading is the last step of a path of sections, where a page repeats its title."""
    return any(
        at.tag == "nav" or (at.tag == "li" and at.nth_of_type > 1) or is_called_trail(at)
        for at in near(element, _TRAIL)
    )


def is_on_trail(element: Element) -> bool:
    """Whether an element around is called a path of sections."""
    return any(map(is_called_trail, near(element, _TRAIL)))


def is_called_trail(element: Element) -> bool:
    return _names_trail(element.names)


def _headline_by_look(page: HtmlPage, start: int, story: Story) -> int | None:
    """A line called a title, or printed again; else the first of the element around the body,
    before it, sooner one in <h5> or <h6>; else a first paragraph that ends without a stop."""
    first, blocks = story.first, page.blocks
    lines = [
        at
        for at in range(max(start, first - _FURTHEST_LINE), first + 1)
        if _may_be_headline(blocks[at]) and page.values.moment(blocks[at].text) is None
        if not _is_masthead(page, blocks[at].text)
    ]
    for at in reversed(lines):
        if is_called_title(blocks[at]) or page.is_repeated(blocks[at].text):
            return at
    above = [at for at in lines if at < first]
    for around in near(story.body.up, 2):
        held = [at for at in above if around.up is not None and is_inside(blocks[at], around)]
        heading = next((at for at in held if _is_lesser_heading(blocks[at])), None)
        if heading is not None:
            return heading
        if held:  # the page itself holds more
            return held[0] + 1 if held[0] + 1 in held and _may_be_kicker(page, held[0]) else held[0]
    if len(above) == 1:
        return above[0]
    text, below = blocks[first].text, story.paragraphs[1:2]
    stops = bool(below) and bool(STOP.search(blocks[below[0]].text))
    return first if stops and len(text) <= _LONGEST and not STOP.search(text) else None


def _is_masthead(page: HtmlPage, text: str) -> bool:
    """Whether a line is the name of a paper, or the number of an issue beside its day: «العدد (512)
    - الأحد 9 مارس 2008»."""
    signed = page.values.byline(text)
    if signed is not None and signed.publication and not (signed.authors or signed.place):
        return True
    return text.startswith(_ISSUE) and bool(page.values.dates(text))


def _is_lesser_heading(block: HtmlBlock) -> bool:
    return not _LEVELS.isdisjoint(e.tag for e in block.markup.elements[:3])


def _may_be_kicker(page: HtmlPage, at: int) -> bool:
    """Whether a short line tells a circumstance («بعد شكاوى استمرت أعواما»), and the longer line
    right below it does not."""
    line, below = (page.blocks[other].text for other in (at, at + 1))
    short = len(line) <= min(_LONGEST_KICKER, len(below))
    return short and _tells_circumstance(page, line) and not _tells_circumstance(page, below)


def _tells_circumstance(page: HtmlPage, text: str) -> bool:
    return any(bits & PREPOSITION for bits in page.words.classes.of(split(text)[:1]))


def _may_be_headline(block: HtmlBlock) -> bool:
    """Whether a line without a link is as long as headlines are, and ends without a stop."""
    fits = not block.href and _SHORTEST <= len(block.text) <= _LONGEST
    return fits and not STOP.search(block.text)


def is_called_title(block: HtmlBlock) -> bool:
    return any(map(_TITLE.search, block.markup.element.names))


def is_named(page: HtmlPage, story: Story) -> bool:
    return story.headline is not None and page.is_title(page.blocks[story.headline].text)


def lone_headline(page: HtmlPage, stories: list[Story]) -> list[Story]:
    """An article without running text, if the page calls itself one and prints its headline."""
    held = {at for story in stories for at in range(story.first, story.last + 1)}
    for at, block in enumerate(page.blocks if page.is_article else ()):
        element, level = block.markup.element, heading_level(block.markup.element)
        linked = bool(stories) and block.href is not None and level != "h1"
        if at in held or not level or linked:
            continue
        if page.is_title(block.text) and not ends_a_trail(element):
            return [_named_story(page, at) or Story(container(element), [at], (), at)]
    return []


def _named_story(page: HtmlPage, headline: int) -> Story | None:
    """The story under a headline whose body is one by name only."""
    for at in range(headline + 1, min(len(page.blocks), headline + _FURTHEST_BODY)):
        block = page.blocks[at]
        for element in upwards(block.markup.element if block.text else None):
            if _NAMED.search(" ".join(element.names)):
                return Story(element, [at], path_within(block, element), headline)
    return None


def _heading_above(page: HtmlPage, start: int, story: Story, at: int) -> int | None:
    """The heading, of any level, over a heading that heads but the first part of the text; no link
    and not much else stands between."""
    if page.is_title(page.blocks[at].text) or not _is_repeated_below(page, story, at):
        return None
    for above in range(at - 1, max(start, at - _FEW) - 1, -1):
        block = page.blocks[above]
        if block.text and block.href is not None:
            return None
        if block.text and _is_lesser_heading(block):
            return above
    return None


def _is_repeated_below(page: HtmlPage, story: Story, at: int) -> bool:
    """Whether headings of the make of block `at` stand between the paragraphs of a story too."""

    def make(block: HtmlBlock) -> tuple[str, ...]:
        return (block.markup.element.tag, *path_within(block, story.body))

    others = map(make, page.blocks[story.first + 1 : story.last])
    return is_inside(page.blocks[at], story.body) and make(page.blocks[at]) in others


def opening(page: HtmlPage, story: Story) -> int:
    """The first block of a body: its first paragraph, or the subheading right above it if others
    of the same make stand further down."""
    above = [at for at in range(story.start + 1, story.first) if page.blocks[at].text]
    if not above or heading_level(page.blocks[above[-1]].markup.element) is None:
        return story.first
    return above[-1] if _is_repeated_below(page, story, above[-1]) else story.first
