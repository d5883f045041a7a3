"""Where a block of HTML stands: in a body, about it, far from it; in which list of links.

Most blocks of a page stand far from every article, and most of those are links. They are settled
here, before anything looks at their words.
"""

from __future__ import annotations

from functools import lru_cache

from ...blocks import Block, Image, holder
from ...folding import fold
from ...lexicon.words import fold_label
from .. import plan as plans
from ..plan import RUNNING, STORY, Links, Plan, Story, is_within
from ..reading import Reading

_ABOVE = 8  # blocks over a headline that may belong to it
_AFTER = 60  # blocks after a body that may
_NEXT_TO = 3  # elements up in which a picture and its caption meet
_TAG = 40  # characters
_TAGS = 2  # links that make a list of them
_ALL = 0.95  # of a line that is linked
_PATH = 4  # links that a path of sections has at most
_SUBHEADING = 80  # characters
_TITLE = 4  # blanks between words that the title of a story has at least

FAR = "far from the article"
#: Notes that settle what a block is, whatever it says.
TELLING = frozenset(
    {"in a list of related stories", "in a list of stories", "in a list of stories elsewhere"}
    | {"in a menu of links"}
)
_NO_PICTURES = frozenset({"above the headline", "after the body", "among related stories"})


def observe(reading: Reading) -> None:
    """Notes on every block that has markup, the place of each first."""
    blocks, notes = reading.blocks, reading.notes
    if not any(block.markup for block in blocks):
        return
    plan = reading.plan = reading.plan or plans.draw(blocks, reading.metadata)
    places = _places(plan)
    told: set[str] = set()
    for links in plan.lists:
        _look_at_list(reading, plan, links, places, told)
    stated = Image(reading.metadata.image).name if plan.stories else ""
    for at, (block, place) in enumerate(zip(blocks, places, strict=True)):
        image = block.markup.image if block.markup else None
        if image is not None and stated and image.name == stated:
            place = "the metadata's picture"
        notes[at].insert(0, place)
        if place == FAR:
            continue
        if image is None:
            _compare(reading, plan, at, block)
            _look_at_picture(blocks, at, notes[at])
        elif place in _NO_PICTURES:
            notes[at].append("of the site")
    menus = {at for links in plan.lists if len(links.items) > _PATH for at in links.items}
    for story in plan.stories:
        _look_at_story(reading, story, menus)


def _places(plan: Plan) -> list[str]:
    """The place of every block."""
    places = [FAR] * len(plan.blocks)
    before = 0
    for story in plan.stories:
        start = story.headline if story.headline is not None else story.first
        for at in range(max(before, start - _ABOVE), min(len(places), story.last + _AFTER)):
            framed = _is_framed(plan, story, at)
            place = _place(plan, story, at, start, framed)
            if framed or (place != FAR and places[at] == FAR and (not before or at > start)):
                places[at] = place
        before = story.last + 1
    return places


def _is_framed(plan: Plan, story: Story, at: int) -> bool:
    markup = plan.blocks[at].markup
    return markup is not None and story.frame is not None and is_within(markup.element, story.frame)


def _place(plan: Plan, story: Story, at: int, start: int, framed: bool) -> str:
    markup = plan.blocks[at].markup
    assert markup is not None
    if at < start:
        return "above the headline" if _may_belong(plan, story, at) else FAR
    if story.first == story.headline:  # an article without a body
        return "under the headline" if framed else FAR
    inside = is_within(markup.element, story.body)
    if at < story.first:
        return "at the start of the body" if inside else "under the headline"
    if at <= story.last:
        return "in the body" if inside else "beside the body"
    shown = markup.image is not None or markup.figure is not None
    if inside and (shown or plans.shape(plan.blocks[at], story.body) == story.usual):
        return "at the end of the body"
    return "after the body" if framed else FAR


def _may_belong(plan: Plan, story: Story, at: int) -> bool:
    """Whether a block over a headline may be part of its article: a link may, being a section;
    other text stands in the element around, or in the one around that."""
    markup = plan.blocks[at].markup
    if markup is None or markup.href is not None or markup.image is not None:
        return True
    frame = story.frame
    around = frame.up if frame is not None and frame.up is not None and frame.up.up else frame
    return around is None or is_within(markup.element, around)


def tell_dates_apart(reading: Reading) -> None:
    """A date over a headline is that of the visit if another one stands under it."""
    dates = [at for at, notes in enumerate(reading.notes) if "a date" in notes]
    under = [at for at in dates if "under the headline" in reading.notes[at][:1]]
    for at in dates if under else ():
        if "above the headline" in reading.notes[at][:1]:
            reading.notes[at].append("another date stands under the headline")


def tell_writers(reading: Reading) -> None:
    """A name beside the date of its story signs it."""
    dates = {at for at, notes in enumerate(reading.notes) if "a date" in notes}
    for at, notes in enumerate(reading.notes):
        placed = notes[:1] in (["under the headline"], ["at the start of the body"])
        if placed and "a byline" in notes and not dates.isdisjoint(range(at - 2, at + 3)):
            notes.append("beside the date")


def tell_tags(reading: Reading) -> None:
    """Links right after a body are its tags if the words of most of them stand in it."""
    blocks = reading.blocks
    for story in reading.plan.stories if reading.plan else ():
        links: list[int] = []
        for at in range(story.last + 1, min(len(blocks), story.last + 1 + _AFTER)):
            if not blocks[at].text or "after the body" not in reading.notes[at][:1]:
                continue
            if not _is_link(blocks[at]) or len(blocks[at].text) > _TAG:
                break
            links.append(at)
        if len(links) < _TAGS:
            continue
        text = fold(" ".join(blocks[at].text for at in range(story.first, story.last + 1)))
        named = [at for at in links if fold_label(blocks[at].text).removeprefix("ال") in text]
        if 2 * len(named) > len(links):
            for at in links:
                reading.notes[at].append("named in the text")


def _look_at_story(reading: Reading, story: Story, menus: set[int]) -> None:
    blocks, notes = reading.blocks, reading.notes
    if story.headline is not None:
        notes[story.headline].append("heads the body")
        if story.first == story.last > story.headline and len(blocks[story.first].text) < RUNNING:
            notes[story.first].append("all that the body holds")
        for at in range(story.headline - 1, max(-1, story.headline - _ABOVE), -1):
            block = blocks[at]
            if _is_link(block) and block.text and len(block.text) <= _TAG:
                if at not in menus:
                    notes[at].append("the last link above the headline")
                break
    inside = [
        at
        for at in range(story.first, story.last + 1)
        if notes[at][0] == "in the body" and blocks[at].text
    ]
    for before, at, after in zip(inside, inside[1:], inside[2:], strict=False):
        size, beside = len(blocks[at].text), min(len(blocks[i].text) for i in (before, after))
        if size <= _SUBHEADING and 2 * size < beside:
            notes[at].append("a short line between paragraphs")
    end = story.last + 1
    while end < len(blocks) and not blocks[end].text:
        end += 1
    ends = end < len(blocks) and notes[end][0] == "at the end of the body"
    if ends and len(blocks[end].text) <= _TAG:
        notes[end].append("a short line ends the body")
    for at in inside:
        markup = blocks[at].markup
        alone = markup and markup.link_density > _ALL and len(blocks[at].text) >= STORY
        if alone and story.first != story.last:
            notes[at].append("a link alone in the body")
        if plans.shape(blocks[at], story.body) != story.usual:
            notes[at].append("stands apart in the body")


def _look_at_list(
    reading: Reading, plan: Plan, links: Links, places: list[str], told_before: set[str]
) -> None:
    """Notes on the links of one list and on the word that heads it."""
    blocks, notes = reading.blocks, reading.notes
    words = _bare(blocks[links.heading].text) if links.heading is not None else ""
    related, elsewhere = _headings(reading.related), _headings(reading.words.elsewhere)
    long = sum(blocks[at].text.count(" ") >= _TITLE for at in links.items)
    stories = long * 2 > len(links.items)
    headed = 0 < len(links.items) <= long * 2  # what heads a list says more than its titles do
    follows = any(story.first < links.items[0] for story in plan.stories)
    if headed and follows and (words in related or words.startswith(_beginnings(related))):
        told = "in a list of related stories"
    elif words in _headings(reading.words.tags) and follows:
        told = "in a list of tags"
    elif len(links.items) == 1:
        return
    elif not stories:
        menu = len(links.items) > _PATH and not follows
        told = "in a menu of links" if menu else "in a list of links"
    elif words in elsewhere:
        told = "in a list of stories elsewhere"
    else:
        told = "in a list of stories"
    for at in links.items:
        notes[at].append(told)
        if told == "in a list of related stories":
            if blocks[at].text in told_before:
                notes[at].append("told before")
            told_before.add(blocks[at].text)
    if told == "in a list of related stories" and links.heading is not None:
        notes[links.heading].append("heads related stories")
        for at in range(links.heading, links.items[-1] + 2):
            if at < len(places) and places[at] == FAR:
                places[at] = "among related stories"


def _bare(text: str) -> str:
    """The form in which headings are compared: also without the article of each word."""
    return " ".join(word.removeprefix("ال") for word in fold_label(text).split())


@lru_cache(maxsize=64)
def _headings(words: frozenset[str]) -> frozenset[str]:
    return frozenset(map(_bare, words))


@lru_cache(maxsize=64)
def _beginnings(headings: frozenset[str]) -> tuple[str, ...]:
    """Beginnings of longer headings: those of three words say enough («مواضيع ذات صلة بـ…»)."""
    return tuple(f"{words} " for words in headings if words.count(" ") > 1)


def _compare(reading: Reading, plan: Plan, at: int, block: Block) -> None:
    """What the metadata calls so."""
    text, notes, metadata = block.text, reading.notes[at], reading.metadata
    if plan.is_title(text):
        notes.append("the metadata's title")
    if len(text) <= _TAG * 2:
        if metadata.section and text == metadata.section:
            notes.append("the metadata's section")
        if text in metadata.tags:
            notes.append("the metadata's tag")
        if any(name == text or (len(name) > 5 and name in text) for name in metadata.authors):
            notes.append("the metadata's author")


def _look_at_picture(blocks: list[Block], at: int, notes: list[str]) -> None:
    """Whether a block stands right under a picture, in the element that holds both."""
    before = blocks[at - 1] if at else None
    if before is None or before.markup is None or before.markup.image is None:
        if notes[0] == "under the headline":
            notes.append("no picture above")
        return
    markup, image = blocks[at].markup, before.markup.image
    assert markup is not None
    if image.alt and image.alt.strip() == blocks[at].text:
        notes.append("the picture's name")
    meeting = holder(markup.element, before.markup.element)
    element = before.markup.element
    for _ in range(_NEXT_TO):
        if element is meeting:
            notes.append("under a picture")
            return
        element = element.up or element


def _is_link(block: Block) -> bool:
    return block.markup is not None and block.markup.href is not None
