"""The running text of a page: the blocks that are long, and no links."""

from __future__ import annotations

from ...blocks import HtmlBlock
from ...folding import fold
from ...lexicon.words import LONGEST_WORD
from ...patterns import plain
from ...remembered import remembered
from ...segment.dom import Element
from .dom import heading_level, inherited
from .stories import LONGEST_HEADLINE, STOP, HtmlPage

RUNNING = 60  # characters from which an unlinked block is running text
MOST = 600  # characters of a block that count
LEAST = 0.2  # of a page's running text that stands outside comments and the like …
MUCH = 1_000  # … if it is more than this
LINKED = 0.6
_LONGEST_DATES, _DIGITS = 110, 8  # characters of a line with a date and hour, and digits in it
_ASIDE = frozenset({"footer", "nav", "aside", "form", "figcaption", "button", "dialog"})
_COMMENTS = plain(
    r"comment(?!ary)|disqus|footer|cookie|consent|gdpr|newsletter|subscribe|copyright|popup|modal"
    r"|(?:^| )(?:alert)?dialog(?:$| )"
)


def running_text(page: HtmlPage) -> list[int]:
    """The blocks of running text, those in comments, forms and the like left out.

    If that leaves nothing, the whole page is a form; if next to nothing, a name that speaks of
    comments is that of the whole page.
    """
    blocks = page.blocks
    every = [at for at, block in enumerate(blocks) if runs(block) and not _heads(page, block.text)]
    for speaks in (_is_aside, _is_aside_of_form):
        known: dict[int, bool | None] = {}
        calm = [at for at in every if not inherited(blocks[at].markup.element, known, speaks)]
        if calm:
            break
    most = weight(blocks, every)
    return every if most > MUCH and weight(blocks, calm) < LEAST * most else calm


def _heads(page: HtmlPage, text: str) -> bool:
    """Whether `text` is a headline, a path to one, or a line that is on every page of the site."""
    of_site = page.words.shared.begin_chrome(fold(text[:LONGEST_WORD]))
    return of_site or page.is_title(text) or page.is_path(text)


def runs(block: HtmlBlock) -> bool:
    """Whether a block is running text: long, no link, and no heading."""
    size = len(block.text)
    if size < RUNNING or block.markup.link_density >= LINKED:
        return False
    if size <= _LONGEST_DATES and _may_be_dates(block.text):
        return False
    return size >= LONGEST_HEADLINE or heading_level(block.markup.element) is None


def _may_be_dates(text: str) -> bool:
    """«نشر بتاريخ: 17/10/2023 (آخر تحديث: 17/10/2023 الساعة: 14:55)»: as many digits as a day with
    its hour has, and no full stop."""
    return sum(map(str.isdigit, text)) >= _DIGITS and not STOP.search(text)


def weight(blocks: list[HtmlBlock], group: list[int]) -> int:
    return sum(min(len(blocks[at].text), MOST) for at in group)


def _is_aside(element: Element) -> bool:
    """Whether the page itself says that what `element` holds is no part of an article."""
    return element.tag in _ASIDE or _speaks_of_aside(element.names)


def _is_aside_of_form(element: Element) -> bool:
    return element.tag != "form" and _is_aside(element)


@remembered
def _speaks_of_aside(names: tuple[str, ...]) -> bool:
    return bool(_COMMENTS.search(" ".join(names)))
