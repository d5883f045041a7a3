"""What a site prints around its articles, told by how it is grouped: menus, tickers, galleries,
the head of the site above the head of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from operator import or_

from ...folding import fold
from ...lexicon import roles
from ...lexicon.words import fold_label
from ...patterns import pattern
from ..features.html import H1
from ..features.leftovers import MARKUP
from ..features.line import ENDS, SIZES
from ..features.repetition import (
    PRINTED_AGAIN,
    REPEATS,
    REPEATS_ABOVE,
    SITE_TITLE,
    TITLED,
    is_tail,
)
from ..features.values import BYLINE, CAPTION, CREDIT, DATE, DATE_LABEL, PICTURED
from ..features.vocabulary import (
    BUTTON,
    COMMENTS_MARKER,
    LIST_MARK,
    LIST_MARKER,
    MARKERS,
    NO_ARABIC,
    NO_LETTERS,
    PATH,
    RELATED_MARKER,
    SECTION,
    TAGS_MARKER,
)
from ..page_context import Values
from . import GALLERY, MENU, TICKER
from .outline import KNOWN, LINE, SENTENCE, SHORTEST_HEADLINE, Outline, runs

SHORTEST_MENU = 3  # words
LONGEST_MENU_WORD = 25  # characters
_TOP_MENU, _TOP_WORD = 6, 20  # lines, and the characters of one, at the top of a page
_LONG_MENU = 12  # lines
_LONGEST_NAME = 40  # characters of a person in a masthead
_PICTURES = 3  # remnants of pictures that make a gallery
_RUN_ON = 300  # characters without a comma that no sentence has …
_RUN_ON_ANNOUNCED = 150  # … and that none has below a word that announces titles
_CROWD = 5  # blocks on one line of a page that has others
_OFTEN = 3  # times that a short line is printed, in menus
_LONGEST_BOX = 30  # blocks
_TICKER = 4  # lines of one
_TWICE = 3  # lines in a row that are each printed twice, in a carousel
_SLIDES = 2  # titles that make a carousel
_BELOW = 14  # blocks below a dated headline that belong to its article
_BULLETS = frozenset("-–—•*·●▪■")
_SIGNS = frozenset("|/>»›\\")  # of a path
_MOST_STEPS = 2  # of a path, below the first page
_PATH = 5  # lines, more than a path of sections has
_HEADS = COMMENTS_MARKER | LIST_MARKER | RELATED_MARKER
_WORD = _HEADS | BUTTON | SECTION
_NAME = CREDIT | BYLINE
_TINY, _SHORT = SIZES[:2]
BROKEN = frozenset({"عاجل", "خبر عاجل"})  # folded
_SKIP = pattern(r"تخط[ىي] (?P<box>\S.{0,60}?) وواصل القراءة")
_DASH = pattern(r"\s[-–—|]\s")
_PARTS = pattern(r"\s?[-–—|/:]\s?")


def find_boilerplate(outline: Outline) -> None:
    """Menus, crowds of lines and galleries, wherever they stand."""
    if not outline.exact:
        _find_often(outline)
    _find_slides(outline)
    _find_menus(outline)
    _find_skipped(outline)
    _find_crowds(outline)
    _find_run_on(outline)
    _find_gallery(outline)


def find_site_head(outline: Outline) -> None:
    """Menus, mastheads and titles of other stories above the head of the article."""
    _find_top_menu(outline)
    _find_mastheads(outline)
    _find_publishers(outline)
    _find_nameless(outline)
    _find_tickers(outline)
    _find_sections_below_dates(outline)
    _find_broken(outline)
    if outline.scraped:
        _mend_parted_paths(outline)
        _mend_paths_without_home(outline)
        _mend_labelled_sections(outline)
        _find_above_dividers(outline)
    long = [at for at in range(outline.first) if _is_amid_tickers(outline, at)]
    outline.put(TICKER, long)


def _find_top_menu(outline: Outline) -> None:
    """Many tiny lines at the top of a page, above a longer one: a menu of words nobody knows.
    Behind the first page («الرئيسية») it may stand further down, and has sections too."""
    homes = outline.page.words.shared.homes
    tops = [at for at in range(outline.first) if fold_label(outline.blocks[at].line) in homes]
    ends = (at for at, size in enumerate(outline.sizes) if size > _TOP_WORD)
    end = next(ends, 0)
    known = any(outline.has(at, SECTION | DATE) for at in range(end))
    if end >= _TOP_MENU and not (known or outline.has(end - 1, BYLINE)) and end < outline.first:
        outline.claim(range(end), MENU)
    for start, below in pairwise([*tops, outline.first]):
        tiny = range(start + 1, below)
        end = next((at for at in tiny if not _may_be_top_word(outline, at)), below)
        headed = outline.is_line(end) and outline.sizes[end] > SHORTEST_HEADLINE
        own = (at for at in range(end - 1, start, -1) if not _is_of_story(outline, at))
        end = next(own, start) + 1
        outline.claim(range(start, end) if headed and end - start >= _TOP_MENU else (), MENU)


def _is_of_story(outline: Outline, at: int) -> bool:
    """Whether a line between a menu and a headline may be the section or the writer, or parts both
    from the menu."""
    return outline.has(at, SECTION | BYLINE) or _is_rule(outline, at)


def _may_be_top_word(outline: Outline, at: int) -> bool:
    return outline.sizes[at] <= _TOP_WORD and not outline.has(at, DATE | PATH | MARKERS)


def _find_often(outline: Outline) -> None:
    """Short lines that a page prints several times are words of its menus, but for a headline with
    its writer or date and the text right below, and for captions, which the text says too."""
    times = Counter(block.line for block in outline.blocks)
    often = (
        at
        for at, block in enumerate(outline.blocks)
        if outline.sizes[at] <= LONGEST_MENU_WORD
        and times[block.line] >= _OFTEN
        and outline.is_line(at)
        and not (outline.has(at + 1, BYLINE | DATE) and outline.is_sentence(at + 2))
        and not (outline.sentences and outline.retold.names(at))
    )
    outline.claim(often, MENU)


def _find_slides(outline: Outline) -> None:
    """Three lines and more in a row that are each printed twice: «• قمة», «قمة», «• سد», «سد».

    A headline and its caption are two."""
    above = outline.first if outline.sentences else 0
    lines = [block.line for block in outline.blocks[:above]]
    twice = [line == below for line, below in pairwise(lines)]
    for start, end in runs(map(or_, [False, *twice], [*twice, False])):
        if len(set(lines[start:end])) >= _TWICE:
            outline.claim(range(start, end), MENU)


def _find_menus(outline: Outline) -> None:
    """Runs of buttons, section names and other words of a menu."""
    for start, end in runs(_may_be_in_menu(outline, at) for at in range(len(outline.kinds))):
        if outline.has(start - 1, TAGS_MARKER):
            start = next((at for at in range(start, end) if outline.has(at, BUTTON)), end)
        start, end = _trimmed(outline, start, end)
        words = sum(_is_word(outline, at) for at in range(start, end))
        # Buttons stand around the short lines of a template too: there a menu shows by its words.
        least = SHORTEST_MENU if outline.exact else 1
        if end - start >= SHORTEST_MENU and 3 * words >= end - start and words >= least:
            outline.claim(range(start, end), MENU)


def _find_skipped(outline: Outline) -> None:
    """«تخطى نشرة الوادي وواصل القراءة» and «نشرة الوادي نهاية», with a box between that is none of
    the article; what is related keeps its zone."""
    for at, block in enumerate(outline.blocks):
        skip = _SKIP.fullmatch(block.line) if block.line.startswith("تخط") else None
        if skip is None:
            continue
        ends = (f"{skip['box']} نهاية", f"نهاية {skip['box']}")
        below = range(at + 1, min(len(outline.blocks), at + _LONGEST_BOX))
        end = next((place for place in below if outline.blocks[place].line in ends), at)
        related = any(outline.has(place, RELATED_MARKER) for place in range(at, end))
        outline.claim((at, end) if related else range(at, end + 1), MENU)


def _may_be_in_menu(outline: Outline, at: int) -> bool:
    if not _looks_like_menu(outline, at) or is_glued(outline, at + 1):
        return False
    marker = outline.has(at, RELATED_MARKER)  # related stories stand below it
    return not (marker and outline.sentences and at > outline.first)


def _looks_like_menu(outline: Outline, at: int) -> bool:
    if outline.kinds[at] == LINE and not outline.has(at, PICTURED):
        line = outline.blocks[at].line
        if outline.sizes[at] > LONGEST_MENU_WORD or "«" in line:
            return False
        twice = outline.has(at, REPEATS_ABOVE) or outline.has(at + 1, REPEATS_ABOVE)
        # «سالم راشد», twice: a caption
        return not (twice and outline.sentences and fold(line) in outline.retold.text)
    return _is_word(outline, at) or (outline.has(at, _TINY) and outline.has(at, _NAME))


def _is_word(outline: Outline, at: int) -> bool:
    """Whether a line is a word of a menu; among Latin letters any is that is tiny: «Videos»."""
    bits = outline.bits[at]
    if bits & _WORD or not bits & NO_ARABIC or not bits & _TINY or bits & _NAME:
        return bool(bits & _WORD)
    return outline.has(at - 1, NO_ARABIC) or outline.has(at + 1, NO_ARABIC)


def is_glued(outline: Outline, at: int) -> bool:
    """«… مختبر السفينة© Sputnik»: whether a credit is glued to the caption before it."""
    below = outline.blocks[at : at + 1]
    return bool(below) and not below[0].gap and below[0].text[:1] == "©"


def _trimmed(outline: Outline, start: int, end: int) -> tuple[int, int]:
    """A menu without the line or writer beside it, and without what heads the lines below it.

    The section of an article stands in the menu too: printed again below it, it is no part of it.
    """
    while start < end and _is_rule(outline, end - 1):
        end -= 1
    while start < end and _is_no_word(outline, start):
        start += 1
    while start < end and _is_no_word(outline, end - 1):
        end -= 1
    while start < end and (outline.has(end - 1, _HEADS) or _is_bullet(outline, end - 1)):
        end -= 1  # the bullet is that of the first story below its marker
    long = end - start > SHORTEST_MENU
    if (
        _is_lone_section(outline, start, end)
        or (long and _heads_below(outline, start, end - 1))
        or _is_short_headline(outline, end - 1)
    ):
        end -= 1
    return start, end


def _is_short_headline(outline: Outline, at: int) -> bool:
    """Whether a few words of no menu stand right above the date, or its label, and the text below
    has no other headline."""
    dated = outline.sentences and outline.is_line(at) and outline.has(at + 1, DATE | DATE_LABEL)
    return bool(dated) and outline.head[-1:] == (at,)


def _is_bullet(outline: Outline, at: int) -> bool:
    return outline.blocks[at].line in _BULLETS and outline.has(at - 1, _HEADS)


def _is_rule(outline: Outline, at: int) -> bool:
    """«---» below the first row of a table in Markdown."""
    return not outline.blocks[at].line.strip("-|")


def _is_lone_section(outline: Outline, start: int, end: int) -> bool:
    """Whether the last word below buttons is the one section, that of the headline below it; or one
    that stands early in menus, here behind all others."""
    below = end + (end < len(outline.blocks) and _is_rule(outline, end))
    if not outline.has(end - 1, SECTION) or not outline.is_line(below):
        return False
    early = outline.page.values.lexicon.early_sections
    if fold_label(outline.blocks[end - 1].line) in early:
        above = (at for at in range(start, end - 1) if outline.has(at, SECTION))
        return not any(outline.has(at, PRINTED_AGAIN) for at in above)
    return all(outline.has(at, BUTTON) for at in range(start, end - 1))


def _is_no_word(outline: Outline, at: int) -> bool:
    """A writer, a line, or section and date in one: «محليات | 18-10-2022, 11:26 |»."""
    if outline.has(at, DATE) and outline.has(at, SECTION):
        return True
    return outline.has(at, _NAME | _SHORT) and not _is_word(outline, at)


def _heads_below(outline: Outline, start: int, last: int) -> bool:
    """Whether the last word of a menu is printed once more to head what is below it."""
    lines = [block.line for block in outline.blocks[start : last + 1]]
    again = [at for at, line in enumerate(lines[:-1], 1) if line == lines[-1]]
    if any(at >= _PATH and lines[at - _PATH : at] == lines[-_PATH:] for at in again):
        return False  # the whole menu is printed twice
    if again:
        outline.bits[last] |= SECTION
    return bool(again) or (outline.has(last, SECTION) and outline.has(last, REPEATS))


def _find_crowds(outline: Outline) -> None:
    """Many lines parted by blanks on one line of a page that has others: a ticker."""
    gaps = [block.gap for block in outline.blocks]
    parted = ["\n" in gap for gap in gaps[1:]]
    if all(parted) or not any(parted):
        return
    for start, end in runs(at > 0 and "\n" not in gap for at, gap in enumerate(gaps)):
        lines = [at for at in range(start - 1, end) if outline.kinds[at] == LINE]
        if end - start >= _CROWD and len(lines) >= _CROWD:
            outline.put(TICKER, lines)
            long = (at for at in range(start - 1, end) if outline.kinds[at] == SENTENCE)
            outline.claim((at for at in long if not outline.has(at, ENDS)), TICKER)


def _find_run_on(outline: Outline) -> None:
    """Titles of other stories that a remover of tags ran together to one long line, without full
    stop and with hardly a comma. A word above announces them, or the headline stands above, in the
    <title>, and below."""
    at = next((at for at, kind in enumerate(outline.kinds) if kind == SENTENCE), 0)
    lines = [block.line for block in outline.blocks[: at + _BELOW]]
    if outline.exact or not lines or outline.has(at, ENDS):
        return
    announced = outline.has(at - 1, LIST_MARKER)
    if not announced and set(lines[:at]).isdisjoint(lines[at + 1 :]):
        return
    longest = _RUN_ON_ANNOUNCED if announced else _RUN_ON
    if outline.sizes[at] > longest * (lines[at].count("،") + 1):
        outline.claim([at], TICKER)


def _find_gallery(outline: Outline) -> None:
    """Texts between the remnants of pictures are their captions."""
    pictures = [at for at, bits in enumerate(outline.bits) if bits & MARKUP]
    if len(pictures) < _PICTURES:
        return
    texts = [at for at in range(pictures[0], len(outline.kinds)) if outline.kinds[at] != KNOWN]
    if 3 * sum(outline.has(at - 1, MARKUP) for at in texts) >= 2 * len(texts):
        outline.put(GALLERY, texts)


def _mend_parted_paths(outline: Outline) -> None:
    """A path whose steps are lines: the first page, one or two short ones, and the headline."""
    lines = [at for at in range(outline.first) if not outline.has(at, NO_LETTERS)]
    homes = outline.page.words.shared.homes
    for home, at in enumerate(lines):
        if fold_label(outline.blocks[at].line) not in homes:
            continue
        below, end = home + 1, min(len(lines), home + 1 + _MOST_STEPS)
        while below < end and _is_step(outline, lines[below]):
            below += 1
        if home + 1 < below < len(lines) and _is_headline(outline, lines[below]):
            _mend_path(outline, lines[home + 1])


def _mend_paths_without_home(outline: Outline) -> None:
    """«أخبار», «|» and «البيئة» above the headline: a path whose signs are lines."""
    signs = [at for at in range(outline.first) if outline.blocks[at].line in _SIGNS]
    for at in (sign + 1 for sign in signs):
        named = outline.has(at, SECTION) or outline.is_line(at)
        below = at + 1 + outline.has(at + 1, NO_LETTERS)
        if named and _is_step(outline, at) and _is_headline(outline, below):
            _mend_path(outline, at)


def _mend_labelled_sections(outline: Outline) -> None:
    """«المجموعة:», and the section on the next line."""
    labels = outline.page.words.shared.section_labels
    for at in range(outline.first - 1):
        line = outline.blocks[at].line
        labelled = line[-1:] == ":" and fold_label(line) in labels
        if labelled and not outline.is_sentence(at + 1) and _is_step(outline, at + 1):
            outline.claim([at], MENU)
            _mend_path(outline, at + 1)


def _mend_path(outline: Outline, section: int) -> None:
    outline.mark(PATH, [section])
    outline.claim([section], 0)


def _is_step(outline: Outline, at: int) -> bool:
    return outline.sizes[at] <= LONGEST_MENU_WORD and not outline.has(at, BUTTON | DATE)


def _is_headline(outline: Outline, at: int) -> bool:
    return at < outline.first and outline.is_line(at) and outline.sizes[at] > SHORTEST_HEADLINE


def _find_publishers(outline: Outline) -> None:
    """A paper or agency alone, above everything, beside a menu or behind the <title>: the name of
    the site."""
    if len(outline.blocks) > 1 and is_tail(outline.blocks[1]):
        outline.claim((1,), MENU)
    if _is_masthead(outline):
        outline.claim((0,), MENU)
    menus = runs(zone == MENU for zone in outline.zones)
    glued = [start - 1 for start, _ in menus if start > outline.first]
    long = (at for at in outline.head if outline.sizes[at] > LONGEST_MENU_WORD)
    for at in (*range(next(long, outline.first)), *glued):
        beside = any(
            outline.is_in(near, MENU) or outline.has(near, _WORD & ~_HEADS | SITE_TITLE)
            for near in (at - 1, at + 1)
        )
        named = outline.has(at, _NAME | CAPTION) and not outline.has(at, SECTION | DATE | PATH)
        named = named and ":" not in outline.blocks[at].line  # «المصدر: الوادي»
        if at == 0 and all(outline.has(below, DATE) for below in range(1, outline.first)):
            continue  # right above the text or its date, without a headline, it signs
        if named and (at == 0 or beside) and _is_publisher(outline, at):
            outline.zones[at] = MENU


def _find_nameless(outline: Outline) -> None:
    """«بقلم رئيس التحرير», «كاريكاتير اليوم» between a menu and the section of the story: words of
    the menu that look like bylines, and name nobody. A long menu has the section too: one that is
    not printed again is its last word."""
    for at in range(1, outline.first - 1):
        if not (outline.has(at, BYLINE) and outline.is_in(at - 1, MENU)):
            continue
        found = outline.page.values.byline(outline.blocks[at].line)
        named = found is None or found.authors or found.place or found.agencies
        section = next((below for below in (at + 1, at + 2) if outline.has(below, SECTION)), 0)
        if not named and section:
            outline.claim([at], MENU)
            long = all(outline.is_in(at - back, MENU) for back in range(_LONG_MENU))
            outline.claim([section] if long and not outline.has(section, REPEATS) else (), MENU)


def _is_masthead(outline: Outline) -> bool:
    """Whether the first line is the name of a paper: a few words above a section or a button, or
    above the number of the issue, and a longer line below."""
    if outline.kinds[:1] != [LINE] or outline.sizes[0] > LONGEST_MENU_WORD:
        return False
    issue = outline.has(1, DATE) and "العدد" in outline.blocks[1].line
    below = any(outline.sizes[at] > outline.sizes[0] for at in outline.head[1:])
    return below and (issue or (outline.has(1, SECTION | BUTTON) and not outline.has(0, DATE)))


def _is_publisher(outline: Outline, at: int) -> bool:
    """Whether a line is nothing but names: «الوكالة العربية السورية للأنباء – سانا»; «نخيل ميسان /
    متابعات» signs a story."""
    nobody = outline.page.values.lexicon.roles.nobody
    signs = (roles.fold_role(part) in nobody for part in _PARTS.split(outline.blocks[at].line))
    return not any(signs) and all(
        _names_publisher(outline, part) for part in _DASH.split(outline.blocks[at].line)
    )


def _names_publisher(outline: Outline, text: str) -> bool:
    values = outline.page.values
    found = values.byline(text)
    if found is None:
        return values.lexicon.agencies.lookup(text) is not None
    return not (found.authors or found.place or found.role)


def _find_mastheads(outline: Outline) -> None:
    """Who runs the paper: «رئيس التحرير» and the name below it, above the headline, or behind it,
    anywhere; or glued to it, behind the name of the paper: «الوادي رئيس التحريرسمير غانم»."""
    values = outline.page.values
    offices = tuple(sorted(values.lexicon.roles.mastheads, key=len, reverse=True))
    for at, block in enumerate(outline.blocks):
        if outline.kinds[at] == SENTENCE:
            continue
        line = roles.fold_role(block.line)
        if at >= outline.first and not line.startswith(offices):
            continue
        office = next((office for office in offices if office in line), None)
        if office is None:
            continue
        before, _, behind = line.partition(office)
        long = " " in office
        if not behind:
            # «رئيس الحزب ورئيس مجلس الإدارة» is one office, and its name is below
            if at < outline.first - 1 and (not before or (long and before.endswith(" و"))):
                _claim_editor(outline, at)
        elif before:
            if long and before[-1] == " " and behind[0].isalpha():
                outline.claim([at], MENU)
        elif _names_editor(behind, values):
            outline.claim([at], MENU)


def _claim_editor(outline: Outline, at: int) -> None:
    """Puts an office, and the name below it, into the menu."""
    named = outline.sizes[at + 1] <= _LONGEST_NAME and not outline.has(at + 1, DATE | SECTION)
    for place in (at, at + 1) if named else (at,):
        outline.zones[place] = MENU


def _names_editor(rest: str, values: Values) -> bool:
    """«: محمد رجب» behind «رئيس التحرير», also with no blank between."""
    found = values.byline(rest.strip(" .:-"))
    return found is not None and bool(found.authors)


def _find_tickers(outline: Outline) -> None:
    """Many lines together above the text: titles of other stories.

    The last is the headline, unless another line shows that it is (next to the text, the last two
    are headline and caption). Lines above the section's name are others' titles too, but for what
    the title of the site names and the one line above it. On a page without chrome, nothing tells
    a headline from them.
    """
    shown = [at for at in outline.head if outline.has(at, TITLED | PRINTED_AGAIN)]
    named = [at for at in shown if outline.has(at, TITLED)]
    for start, end in runs(outline.kinds[at] == LINE for at in range(outline.first)):
        while end > start and outline.has(end - 1, LIST_MARK):
            end -= 1  # «• التمديد لستة أشهر»: the deck of the headline above, a line a point
        sectioned = outline.has(end, SECTION)
        titles = sum(not outline.has(at, REPEATS_ABOVE) for at in range(start, end))
        if sectioned and titles == 1 and _is_between_sections(outline, start, end):
            outline.put(MENU, (start - 1, start))
            continue
        if titles < (2 if sectioned else _TICKER) or _is_below_date(outline, start):
            continue
        if sectioned and any(start <= at <= start + 1 for at in named):
            continue
        if start in outline.head[:1] and outline.has(start + 2, REPEATS_ABOVE):
            continue  # a headline, a caption printed twice, and the lines of a deck
        last = end - 2 if end == outline.first else end - 1
        bare = end == outline.first and titles > _TICKER and not outline.scraped
        if sectioned or bare or (shown and shown[0] >= end):
            last = end
        elif shown:
            last = max(start, min(shown[0], last))
            if last == start + 1 and not named:
                continue  # one line above the headline is its kicker
        if not (sectioned and outline.has(start - 1, LIST_MARKER)):
            last = next((at for at in range(start, last) if outline.retold.is_headline(at)), last)
        outline.put(TICKER, range(start, last))


def _is_amid_tickers(outline: Outline, at: int) -> bool:
    """Whether a long line without a stop stands between two titles of other stories."""
    long = outline.kinds[at] == SENTENCE and not outline.has(at, ENDS)
    return long and outline.is_in(at - 1, TICKER) and outline.is_in(at + 1, TICKER)


def _find_sections_below_dates(outline: Outline) -> None:
    """A word of the menu that is printed again below the date names the section of the story."""
    menu = {
        block.line
        for block, zone in zip(outline.blocks, outline.zones, strict=True)
        if zone == MENU
    }
    below = (at for at in range(1, outline.first) if outline.has(at - 1, DATE))
    for at in [at for at in below if outline.is_line(at) and outline.blocks[at].line in menu]:
        outline.mark(SECTION, [at])
        outline.claim([at], 0)


def _find_broken(outline: Outline) -> None:
    """«عاجل» in the head is no section if a section is named below: «ليبيا»."""
    named = [
        at
        for at in range(outline.first)
        if outline.has(at, SECTION) and not outline.is_in(at, MENU)
    ]
    broken = (at for at in named[:-1] if fold_label(outline.blocks[at].line) in BROKEN)
    outline.claim(broken, MENU)


def _is_below_date(outline: Outline, at: int) -> bool:
    """Whether a line stands right below the date of the headline: the deck of the story does."""
    headed = at > 1 and outline.has(at - 1, DATE) and outline.is_line(at - 2)
    return headed and outline.retold.is_headline(at - 2)


def _is_between_sections(outline: Outline, at: int, below: int) -> bool:
    """«عاجل», a title and «ليبيا», with the headline below: the first two tell of another story."""
    broken = at > 0 and fold_label(outline.blocks[at - 1].line) in BROKEN
    named = broken or (outline.has(at - 1, SECTION) and not outline.is_in(at - 1, MENU))
    return named and _is_headline(outline, below + 1)


def _find_above_dividers(outline: Outline) -> None:
    """Lines above what parts the head of the site from that of the article: the path to the page, a
    heading of the first level, or a button or menu above the headline with its date."""
    # A line below a path may be the headline: «التصنيف: بيئة» stands below it as well.
    lowest = max(filter(outline.is_line, range(outline.first)), default=0)
    paths = (at for at in range(lowest) if outline.has(at, PATH))
    path = max((at for at in paths if not _is_below_headline(outline, at)), default=0)
    known = (at for at in range(path) if outline.kinds[at] == KNOWN and not outline.has(at, PATH))
    outline.claim(known, MENU)
    heading = max((at for at in range(outline.first) if outline.has(at, H1)), default=0)
    above = max(path, heading - 1)  # a kicker stands next to a heading
    outline.put(TICKER, (at for at in outline.head if at < above))
    dated = next(
        (at for at in reversed(outline.head) if outline.has(at + 1, DATE | DATE_LABEL)), None
    )
    if dated is not None:
        outline.put(TICKER, _above_headline(outline, dated))


def _is_below_headline(outline: Outline, path: int) -> bool:
    """Whether a section and its date stand below the headline: «المجموعة: حياة الناس»."""
    above = next((at for at in range(path - 1, -1, -1) if not outline.has(at, BUTTON)), 0)
    dated = outline.has(path + 1, DATE | DATE_LABEL)
    return dated and outline.is_line(above) and outline.retold.is_headline(above)


def _above_headline(outline: Outline, dated: int) -> Iterator[int]:
    """Lines above a button or menu over the headline, and the titles of a carousel."""
    texts = [block.line for block in outline.blocks[: dated + _BELOW]]
    buttons = (at for at in range(dated) if outline.has(at, BUTTON) or outline.is_in(at, MENU))
    button = max(buttons, default=0)
    yield from (at for at in outline.head if at < button and texts[at] != texts[dated])
    below = set(texts[dated:])
    above = [at for at in outline.head if at < dated]
    shown = (at for at in above if outline.has(at, PRINTED_AGAIN | REPEATS))
    if len({texts[at] for at in shown if texts[at] not in below}) >= _SLIDES:
        yield from above
        outline.claim((at for at in range(above[-1]) if outline.has(at, SECTION)), MENU)
