"""The blocks of one line of HTML: one, or several if the line is a list.

A line is a run of text and inline elements between two block elements or `<br>`. A line that is
nothing but links, or nothing but named inline elements, is cut at them: so are written lists of
tags, paths of sections, and the author beside the date.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..blocks import HtmlBlock, Markup
from ..patterns import plain
from .dom import Element

#: A text of a line, and the element that it stands in.
Piece = tuple[str, Element]
#: The pieces of a line that stand in the same link, else in the same outermost inline element.
_Part = tuple[Element | None, list[Piece]]

#: Blocks of running text, in which inline elements are only type.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_RUNNING = frozenset({"p", "blockquote", "td", "dd", "pre"})
_UNSEEN = frozenset({"screen-reader-text", "sr-only", "visually-hidden", "visuallyhidden"})
_APART = frozenset({"a", "time"})  # stand for themselves even without a name
_SIGNS = frozenset("|•·‧∙/")
_CLOSERS = frozenset("؟!?")  # behind a sentence, and no letter right behind them
_ACCOUNT = plain(r"@\w+|\w+@")
_OF_KIND = frozenset({"category", "tag"})  # what the rel of a link tells
_JOINING = ("-", "–", "—", "/")
_SIGNATURE = 3  # elements of different names in a paragraph that holds no words beside them
_CAPTION = 2  # blanks between the words of a caption at least
_LONGEST_CREDIT = 80  # characters
_LETTERS = 2  # that may stand in an element of their own, set in another type
_STORY = 30  # characters
_LONGEST_OF_BAR = 45  # characters of an element of a bar
_LABEL = 12  # characters of a word that announces links, without a colon
_LINKED = 0.8  # of a block in links: the block is a link
#: In a box or line, each part in an element of its own.
_DAY = plain(r"\d{1,2} [^\W\d_]+ \d{4}(?:\s\d{1,2}:\d\d(?:\s[^\W\d_]+)?)?")
_LENGTH = plain(r"(?:\d{1,2}:)?\d{1,2}:\d\d")  # of a video
_CREDIT = plain(r"credit|copyright|source|photographer")  # in the names of an element
_VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"  # behind a letter: «أيضاً»
_NO_WIDTH = " \t\n\r\f\xa0\u200b\ufeff"
_BLANKS = plain(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")  # one space stays as it is


def blocks(pieces: list[Piece]) -> list[HtmlBlock]:
    """The blocks of a line of several pieces, of which the first and the last are not blank."""
    parted = any(element.inline for _, element in pieces)
    lines = _cut(pieces) if parted else _cut_at_credit([(None, pieces)])
    cut = [part for line in lines for part in _cut_card(line)]
    return [block for line in cut if (block := _joined(line)) is not None]


def whole(text: str, element: Element) -> HtmlBlock:
    """The block of a text that is all of its line."""
    href = element.href
    density = 0.0 if href is None else 1.0
    return HtmlBlock(collapsed(text), Markup(element, density, href, element.datetime))


def collapsed(text: str) -> str:
    """`text` with its blanks as a browser shows them: those beyond ASCII stay as they are, but for
    those of no width that some editors put at both ends of a paragraph."""
    text = text.strip()
    if text.isprintable() and "  " not in text:
        return text
    return _BLANKS.sub(" ", text.strip(_NO_WIDTH) or text)


def _joined(pieces: list[Piece]) -> HtmlBlock | None:
    """One block out of the pieces of a line; `None` if they are blank."""
    held = [piece for piece in pieces if not piece[0].isspace()]
    if len(held) < 2:
        return whole(*held[0]) if held else None
    linked = [piece for piece in held if piece[1].href is not None]
    density = sum([len(text) for text, _ in linked]) / sum([len(text) for text, _ in held])
    href = linked[0][1].href if density > _LINKED else None
    moment = next((element.datetime for _, element in held if element.datetime), None)
    text = collapsed("".join([text for text, _ in pieces]))
    return HtmlBlock(text, Markup(_common(held), density, href, moment))


def _common(pieces: list[Piece]) -> Element:
    """The element that holds all of `pieces`, which stand in one line."""
    first = pieces[0][1]
    if all(element is first for _, element in pieces):
        return first
    unit = first.inline_root
    if unit is not None and all(element.inline_root is unit for _, element in pieces):
        return unit
    return first.block_ancestor


def _cut(pieces: list[Piece]) -> list[list[Piece]]:
    """The line as it stands, or cut at its parts if it is a list of them."""
    parts = _parts(pieces)
    start, end = 0, len(parts)
    while end - start > 1 and _is_unseen(parts[start]):
        start += 1
    while end - start > 1 and _is_unseen(parts[end - 1]):
        end -= 1
    seen = parts[start:end]
    if len(seen) > 1 and _is_day(seen):
        return [_parted(parts)]
    if len(seen) > 1 and _is_list(seen):
        return [part for _, part in parts]
    if len(seen) > 1 and _is_heading_of_elements(seen):
        return [_parted(parts)]
    before, behind = ([part for _, part in parts[:start]], [part for _, part in parts[end:]])
    return [*before, *_cut_at_credit(seen), *behind]


def _parts(pieces: list[Piece]) -> list[_Part]:
    parts: list[_Part] = []
    led: Element | None = None  # what a dash joins the next link in it to: «الوادي - <a>…</a>»
    for piece in pieces:
        element = piece[1]
        apart = (element.link or element.inline_root) if element.inline else None
        if led is not None and element.inline_root is led:
            apart = led
        led = element.inline_root if piece[0].rstrip().endswith(_JOINING) else None
        if parts and parts[-1][0] is apart:
            parts[-1][1].append(piece)
        else:
            parts.append((apart, [piece]))
    if len(parts) > 1 and _is_drop_cap(*parts[:2]):
        parts[:2] = [(parts[1][0], parts[0][1] + parts[1][1])]
    return parts


def _cut_card(pieces: list[Piece]) -> list[list[Piece]]:
    """What stands in one link, cut at its elements if it is a card: named elements that meet with
    no blank between them, or the length of a video and its title."""
    link = pieces[0][1].link
    if link is None or any(element.link is not link for _, element in pieces):
        return [pieces]
    parts: dict[Element | None, list[Piece]] = {}
    for piece in pieces:
        parts.setdefault(_child_of(link, piece[1]), []).append(piece)
    named = all(child is not None and child.names for child in parts)
    if len(parts) < 2:
        return [pieces]
    card = (named and _meet(pieces)) or _LENGTH.fullmatch(pieces[0][0].strip())
    return list(parts.values()) if card else [pieces]


def _child_of(link: Element, element: Element) -> Element | None:
    """The element right in `link` that `element` stands in, or is; `None` for the link itself."""
    at: Element | None = element
    while at is not None and at is not link:
        if at.up is link:
            return at
        at = at.up
    return None


def _meet(pieces: list[Piece]) -> bool:
    """Whether two pieces meet with no blank between two words."""
    return any(
        before.rstrip(_VOWELS)[-1:].isalnum() and behind[:1].isalnum()
        for (before, _), (behind, _) in pairwise(pieces)
    )


def _is_drop_cap(first: _Part, second: _Part) -> bool:
    """Whether a letter in an element of its own, no link, begins the word behind it."""
    letter, word = first[1][0][0].lstrip(), second[1][0][0][:2]
    return (
        len(first[1]) == len(letter) == 1
        and letter.isalpha()
        and len(word) == 2
        and word.isalpha()
        and (first[0] is None or first[0].tag != "a")
    )


def _is_unseen(part: _Part) -> bool:
    """Whether a text is there for those who cannot see the page only."""
    unit = part[1][0][1].inline_root
    return unit is not None and not _UNSEEN.isdisjoint(unit.names)


def _is_list(parts: list[_Part]) -> bool:
    """Whether nothing stands in the line but links, or but named inline elements.

    Before links may stand a word that announces them: a short one, or one with a colon or in an
    element of its own; before a single link only if that is long enough for the title of a story.
    In a paragraph, elements of three names are a list, author, date and section, or of two that
    meet with no blank between them.
    """
    worded = [(apart, text) for apart, pieces in parts if _has_word(text := _text(pieces))]
    if _are_links(worded):
        return len(worded) > 1
    (first, label), rest = worded[0], worded[1:]
    if not rest or any(apart is None for apart, _ in rest):
        return False
    labelled = label.endswith((":", "："))
    if _are_links(rest):
        if len(rest) == 1 and len(label) <= _LABEL and _is_of_kind(rest[0][0]):
            return True
        if labelled:
            return len(rest) > 1 or len(rest[0][1]) >= _STORY
        if len(rest) > 1 and len(label) <= (_LABEL if first is None else _STORY):
            return True
    tag = parts[0][1][0][1].block_ancestor.tag
    if labelled or first is None:
        return False
    if tag not in _HEADINGS and _are_parted_by_signs(parts):
        return True
    if tag in _RUNNING:
        told = [(apart, text) for apart, text in worded if len(text) > _LETTERS]  # but for «في»
        enough = len(told) >= _SIGNATURE or (len(told) > 1 and _are_glued(parts))
        return enough and _are_named(told) and not _are_alike(told)
    if tag in _HEADINGS:
        # A colon between two elements makes one line of them: «كرة القدم: الهلال يفوز».
        has_colon = any(_text(pieces) in (":", "：") for _, pieces in parts)
        return _are_named(worded) and not _are_alike(worded) and not has_colon
    return _are_named(worded) or _are_glued(parts) or _is_bar(worded)


def _text(pieces: list[Piece]) -> str:
    return "".join([text for text, _ in pieces]).strip()


def _spaced(parts: list[_Part]) -> str:
    return " ".join(filter(None, [_text(pieces) for _, pieces in parts]))


def _is_day(parts: list[_Part]) -> bool:
    """Whether the parts of a line are those of a date, each in an element of its own."""
    texts = (text for _, pieces in parts if (text := _text(pieces)))
    first = next(texts, "")
    return first[:1].isdigit() and _DAY.fullmatch(" ".join([first, *texts])) is not None


def _has_word(text: str) -> bool:
    return any(map(str.isalnum, text))


def _are_links(worded: Sequence[tuple[Element | None, str]]) -> bool:
    return all(apart is not None and apart.tag == "a" for apart, _ in worded)


def _is_of_kind(element: Element | None) -> bool:
    """Whether the `rel` of a link says that it leads to stories of a kind, or what holds it is
    called a category: «نشر في <a rel=category>»."""
    if element is None:
        return False
    called = " ".join(element.block_ancestor.names)
    return not _OF_KIND.isdisjoint(element.names) or "category" in called


def _are_named(worded: Sequence[tuple[Element | None, str]]) -> bool:
    return all(apart and (apart.names or apart.tag in _APART) for apart, _ in worded)


def _are_alike(worded: Sequence[tuple[Element | None, str]]) -> bool:
    """Whether two elements have the same names: words set in one type, no kicker and headline."""
    names = [
        (apart.names, root.names)
        for apart, _ in worded
        if apart is not None and (root := apart.inline_root) is not None
    ]
    return len(set(names)) < len(names)


def _are_parted_by_signs(parts: list[_Part]) -> bool:
    """Whether a sign stands between all elements of a line: «3 مارس • سمير ناصر • 5 دقائق»."""
    worded = [at for at, (_, pieces) in enumerate(parts) if _has_word(_text(pieces))]
    between = [
        "".join([_text(pieces) for _, pieces in parts[at + 1 : other]])
        for at, other in pairwise(worded)
    ]
    running = parts[0][1][0][1].block_ancestor.tag in _RUNNING
    enough = len(worded) >= (_SIGNATURE if running else 2)
    return enough and all(sign in _SIGNS for sign in between)


def _is_bar(worded: Sequence[tuple[Element | None, str]]) -> bool:
    """Whether three short elements or more stand side by side, one of them with a number: «العدد
    52», «3 مارس 2024», «صفحة 7». Sentences pasted from a word processor are no such bar."""
    texts = [text for _, text in worded]
    short = len(texts) >= _SIGNATURE and max(map(len, texts)) <= _LONGEST_OF_BAR
    return short and any(any(map(str.isdigit, text)) for text in texts)


def _are_glued(parts: list[_Part]) -> bool:
    """Whether two elements meet with no blank between two words: what the eye parts has no blank in
    the markup, «<a>هبة عادل</a><span>صحافية</span>»; but for a letter of a word. An account
    may meet a bracket: «(جدة)<a>okaz_online@</a>»."""
    for (_, before), (_, behind) in pairwise(parts):
        last, first = before[-1][0].rstrip(_VOWELS), behind[0][0]
        if last[-1:].isalnum() and first[:1].isalnum() and min(len(last), len(first)) > _LETTERS:
            return True
        if last[-1:] in _CLOSERS and len(first) > _LETTERS and first[:1].isalnum():
            return True
        if last[-1:] == ")" and _ACCOUNT.fullmatch(first.rstrip()):
            return True
    return False


def _is_heading_of_elements(parts: list[_Part]) -> bool:
    """Whether a heading holds nothing but elements that meet with no blank between two words, or
    parts that meet at a colon: «<span>القلعة:</span>نهاية الترميم»."""
    if parts[0][1][0][1].block_ancestor.tag not in _HEADINGS:
        return False
    if all(apart is not None for apart, _ in parts) and _are_glued(parts):
        return True
    meetings = ((before[-1][0], behind[0][0]) for (_, before), (_, behind) in pairwise(parts))
    return any(last.endswith(":") and first[:1].isalpha() for last, first in meetings)


def _parted(parts: list[_Part]) -> list[Piece]:
    """One line of all parts, with a blank between two of them, but for one before a colon."""
    line: list[Piece] = []
    for _, part in parts:
        if line and not part[0][0].startswith(":"):
            line.append((" ", line[-1][1]))
        line += part
    return line


def _cut_at_credit(parts: list[_Part]) -> list[list[Piece]]:
    """The credit that ends a caption in an element or a text of its own stands apart from it."""
    element, pieces = parts[-1]
    if not _captions(pieces[0][1]):
        glued = len(parts) > 1 and _is_glued_credit(parts)
        return [*_cut_at_time(parts[:-1]), pieces] if glued else _cut_at_time(parts)
    if len(parts) > 1 and element is not None and _text(pieces):
        told = not element.names or _spaced(parts[:-1]).count(" ") >= _CAPTION
        plain = element.block_ancestor.tag == "figcaption" and element.tag == "span" and told
        named = (
            (plain and len(_text(pieces)) <= _STORY)
            or element.tag in ("cite", "small")
            or _CREDIT.search(" ".join(element.names))
        )
        if named:
            return [*_cut_at_time(parts[:-1]), pieces]
    line = [piece for _, part in parts for piece in part]
    worded = [at for at, (text, _) in enumerate(line) if _has_word(text)]
    if len(worded) > 1 and _is_credit(line, *worded[-2:]):
        return [line[: worded[-2] + 1], line[worded[-2] + 1 :]]
    return _cut_at_time(parts)


def _is_glued_credit(parts: list[_Part]) -> bool:
    """Whether a short named element ends a line of text, in no paragraph, without a blank between
    the two: «زوار في الميناء<span class=by>تصوير: سمير ناصر</span>»."""
    element, pieces = parts[-1]
    if element is None or not element.names or element.tag == "a":
        return False
    short = len(_text(pieces)) <= _STORY and not _text(pieces).endswith(".")
    running = element.block_ancestor.tag in _RUNNING | _HEADINGS
    worded = not running and _spaced(parts[:-1]).count(" ") >= _CAPTION
    return short and worded and _are_glued(parts[-2:])


def _captions(element: Element) -> bool:
    """Whether a line stands in a figure, or in an element called a caption."""
    block = element.block_ancestor
    return element.around.figure is not None or "caption" in " ".join(block.names)


def _is_credit(line: list[Piece], before: int, last: int) -> bool:
    """Whether the last text of a caption is short, and begins as credits do, or stands in another
    element behind a full stop: scripts part the two by a comment («صيادون.<!-- --> (واس)»)."""
    credit, caption = line[last][0].strip(), _text(line[: before + 1])
    if len(credit) > min(_LONGEST_CREDIT, len(caption)):
        return False
    apart = line[last][1] is not line[before][1] and caption.endswith(".")
    return apart or credit.startswith(("(", "[", "©"))


def _cut_at_time(parts: list[_Part]) -> list[list[Piece]]:
    """A <time> right after a link stands apart from what is before and after it."""
    for at, (apart, pieces) in enumerate(parts[1:], 1):
        if apart is not None and apart.tag == "time" and _follows_element(parts, at):
            head = [piece for _, part in parts[:at] for piece in part]
            rest = [piece for _, part in parts[at + 1 :] for piece in part]
            return [head, pieces, *([rest] if rest else [])]
    return [[piece for _, part in parts for piece in part]]


def _follows_element(parts: list[_Part], at: int) -> bool:
    """Whether an inline element stands right before, but for blanks."""
    before, pieces = parts[at - 1]
    if at > 1 and before is None and not _text(pieces):
        before = parts[at - 2][0]
    return before is not None
