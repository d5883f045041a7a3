"""Where lines of a text are not the blocks that a reader saw: glued blocks, broken sentences.

Removers of tags leave no blank between two elements («… حاليا.اضافة اعلان»), and a line end at
every link inside a sentence. Both are mended only on plain evidence: a word of the interface, a
credit that changes from Latin to Arabic letters, a line that begins as none
can, or is indented where blocks are not. The text
itself is never altered: a mended block is a longer or shorter span of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from .. import lexicon
from ..folding import fold
from ..patterns import Pattern, pattern, plain

Span = tuple[int, int]

LONGEST_CREDIT = 80  # Latin characters of a credit that is glued to its caption
GLUED = 3  # full stops without a blank after them, in a line that parts no sentence by blanks …
LONG = 200  # … of so many characters
LONGEST_LINK = 60  # a piece of a sentence that is a link
SHORTEST_START = 20  # what stands before a link is no headline
FLUSH = 0.5  # share of lines that stand at the margin, on a page whose indented lines go on
LONGEST_VERB = 10
REACH = 5  # lines in which a broken sentence ends
SAID = 3  # lines that name one speaker, each above what he says
BROKEN = 2  # sentences broken for sure, on a page that breaks them at links

# A stop between two words, with and without a blank.
_GLUED_STOP = pattern(r"(?<=[\p{Arabic}]{3}[.؟!]|[\p{Arabic}]{2}[»\")][.؟!])(?=\p{Arabic}{2})")
# A pattern for each beginning: one that begins with known characters is found much faster.
_STOPS_AND_LETTERS = tuple(
    plain(rf"{mark}(?=[ء-يA-Z])(?<=[ء-ي»)\]\"]{{2}}.)") for mark in (r"\.", "؟", "!")
)
_SPACED_STOP = pattern(r"(?<=[\p{Arabic}]{2}[»\")]?[.؟!])\s")
# «© Sputnik . Nameالرئيس …», «(AP Photo/Name)الرئيس …», «… الرئيس© Sputnik».
_GLUED_CREDIT = pattern(
    rf"(?:^©[^\p{{Arabic}}\n]{{2,{LONGEST_CREDIT}}}+(?<=\S)(?=\p{{Arabic}})"
    rf"|^\([^()\p{{Arabic}}\n]{{2,{LONGEST_CREDIT}}}+\)(?=\p{{Arabic}})"
    r"|(?<=\p{Arabic})(?=©))"
)
# An icon that a font draws out of its name: «صحيفة الوادي» «access_time» «3 مارس 2025».
_ICON = pattern(r"(?<=[\p{Arabic}\d])[a-z]{2,20}+(?:_[a-z]{2,20}+){1,4}+(?=[\p{Arabic}\d\s]|$)")
# «سبتمبر 2, 2025سبتمبر 1, 2025», «2025-11-29انطلاق …».
_GLUED_DATE = pattern(
    r"(?:(?<=(?<!\d)\p{Arabic}{3,9}\s\d{1,2}[,،]?\s\d{4})|(?<=(?<!\d)\d{4}(?:-\d\d-|/\d\d/)\d\d))(?=\p{Arabic}{3})"
)
# «ريتا الحايك9 آذار 2025لا توجد تعليقات»
_GLUED_DAY = pattern(r"(?<!\d)\d{1,2}\s\p{Arabic}{3,9}[،,]?\s\d{4}(?=[ء-غف-ي]{2})")
_YEARS_AND_WORDS = tuple(
    plain(rf"{century}\d\d(?:[-/]\d\d[-/]\d\d)?[ء-غف-ي]{{2}}") for century in (19, 20)
)
# No line begins so: «، وقال», «.», «) وأضاف».
_GOES_ON = pattern(r"(?:[،؛:.؟!»)\]](?![.؟!]))(?:\s|$)")
_NEVER_FIRST = ("أن ", "أنه ", "أنها ", "أنهم ", "التي ", "الذي ", "الذين ")
_COMMAS = ("،", "؛")
_SIGNED = plain(r"،\s+بقلم\b")  # «الأحد 12 مارس 2021», «،», «بقلم» and a name
_CLOSERS = {"(": ")", "[": "]", "«": "»"}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_ENDED = (".", "؟", "!", "?", ":", "…", "؛", ".»", '."', ".)", "؟»", "!»")
_ONE_LINE_END = pattern(r"[ \u00a0]{0,2}(?:\r\n|\n|\r)[ \u00a0]{0,2}")
_ONE_INDENT = pattern(r"[ \t]{0,2}+(?:\r\n|\n|\r)(?:[ ]{4,}|\t)[ \t]*+")
_INDENTED = plain(r"[\r\n](?: {4}|\t)[ \t]*\S")
# «⏎⎵ وقال», «… على ⎵⏎»: the blanks around a link stay where its tags stood.
_BROKEN = {
    **{end: plain(rf"{end}[ \u00a0]{{0,2}}[،؛:.؟!»)\]](?:\s|$)") for end in ("\n", "\r")},
    **{end: plain(rf"{end}\S[^\r\n]{{0,60}}[\r\n]") for end in (" \n", " \r\n")},
}
# «… - BBC Arabic», «… | الجزيرة نت»: the tail of a <title>.
# «التفاصيلالمجموعة: حياة الناسنشر بتاريخ: 2 يوليو 2024الزيارات: 12»: the bar of Joomla.
_DETAILS = "التفاصيل"
_DETAIL = plain(
    r"(?:(?:كتب )?بواسطة|المجموعة(?: الأم)?|الفئة|التصنيف|القسم|نشر بتاريخ"
    r"|تم (?:الإنشاء|إنشاؤه) بتاريخ|(?:تاريخ )?آخر تحديث|الزيارات)\s?:"
)
_SITE = pattern(r"(?<!\s)\s++(?P<tail>[-–—|]\s++(?P<site>[^-–—|\n]{2,40}+))$")
_SHORTEST_TITLE = 20
_STAMP = pattern(r"(date \d{4}-\d\d(?:-\d\d)?)[ \t]++(?=\S)")
_WORDS = plain(r"\w \w")
_INTO_LINK = pattern(r" \r?\n")
_OUT_OF_LINK = pattern(r"\r?\n[ \u00a0]")
_BETWEEN_LINKS = pattern(r"\r?\n[ \u00a0]\r?\n")
# «نشر موقع», «Middle East Eye» and «البريطاني، أن خبرا …», each on its line.
_LATIN = r"[A-Za-z][^\r\n\u0600-\u06ff]{0,58}"
_LATIN_LINK = plain(rf"\n[ء-ي]{{3,9}}(?: [ء-ي]{{2,12}}){{0,3}}\n{_LATIN}\n[ء-ي][^\n]{{60}}")
# «ذكرت وكالة ⏎ التركية أن …»: the scraper lost the link, and the blanks around it stay.
_LOST_LINK = plain(r"\n(?<=[ \u00a0]\n)[ \u00a0]{1,2}\S[^\n]{60}")
_TOLD = plain(r"[ء-ي]{3,9}(?: [ء-ي]{2,12}){0,6}(?: [\"«])?")
_ALEF = "[اأإآ]"
_PLAIN_ALEFS = str.maketrans("أإآ", "ااا")


@cache
def _glued_words() -> Pattern:
    words = sorted(lexicon.default().words.glued, key=len, reverse=True)
    shapes = (re.sub("[اأإآ]", _ALEF, re.escape(word)) for word in words)
    return pattern(rf"(?<=\S[.؟!»\"])(?:{'|'.join(shapes)})(?=\s*+$|[\p{{Arabic}}\"«])")


@cache
def _last_words() -> tuple[str, ...]:
    """The same words behind a full stop and a blank, as the last of a line."""
    words = {word.translate(_PLAIN_ALEFS) for word in lexicon.default().words.glued}
    return tuple(f". {word}" for word in words | set(lexicon.default().words.glued))


_GALLERY = ("Next Previous ", "Previous Next ")


def parted_gallery(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the buttons of a gallery parted that begin a line: «Next Previous سمير ناصر»."""
    if not any(words in text for words in _GALLERY):
        return spans
    parted: list[Span] = []
    for start, end in spans:
        cut = start + len(_GALLERY[0]) if text.startswith(_GALLERY, start, end) else start
        parted += [(start, cut - 1), (cut, end)] if cut > start else [(start, end)]
    return parted


def parted_words(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the words of the interface parted that end a line: «… حاليا. اضافة اعلان»."""
    words = _last_words()
    if not any(text.endswith(words, start, end) for start, end in spans):
        return spans
    parted: list[Span] = []
    for start, end in spans:
        word = next((word for word in words if text.endswith(word, start, end)), "")
        cut = end - len(word) + 2 if word else end
        parted += [(start, cut - 1), (cut, end)] if word else [(start, end)]
    return parted


def glued(text: str, start: int, end: int) -> Sequence[Span]:
    """The blocks in `text[start:end]`, a line that holds no run of blanks."""
    at: set[int] = set()
    if _holds(_STOPS_AND_LETTERS, text, start, end):
        line = text[start:end]
        for found in _glued_words().finditer(line):
            at |= {found.start(), found.end()}
        stops = [found.start() for found in _GLUED_STOP.finditer(line)]
        if len(line) > LONG and len(stops) >= max(GLUED, len(_SPACED_STOP.findall(line)) + 1):
            at |= set(stops)
    if text.startswith(_DETAILS, start):
        at |= {found.start() for found in _DETAIL.finditer(text[start:end])}
    if text.startswith("(", start) or text.find("©", start, end) >= 0:
        at |= {found.end() for found in _GLUED_CREDIT.finditer(text[start:end])}
    if text.find("_", start, end) >= 0:
        for found in _ICON.finditer(text, start, end):
            at |= {found.start() - start, found.end() - start}
    if _holds(_YEARS_AND_WORDS, text, start, end):
        at |= {found.start() for found in _GLUED_DATE.finditer(text[start:end])}
        line = text[start:end] if end - start <= LONGEST_CREDIT else ""  # «… 1988بمشاركة قياسية»
        days = [found.span() for found in _GLUED_DAY.finditer(line)]
        at |= {end for _, end in days}
        at |= {day for day, _ in days if text[start + day - 1].isalpha()}
    edges = [0, *sorted(at - {0, end - start}), end - start]
    return [(start + a, start + b) for a, b in pairwise(edges)]


def may_be_glued(text: str) -> bool:
    """Whether a line of `text` may be glued at all: most texts pay no more than this."""
    credited = "©" in text or "\n(" in text or text[:1] == "("
    glued = (*_YEARS_AND_WORDS, *_STOPS_AND_LETTERS)
    return credited or "_" in text or f"\n{_DETAILS}" in text or _holds(glued, text, 0, len(text))


def _holds(patterns: Iterable[re.Pattern[str]], text: str, start: int, end: int) -> bool:
    return any(pattern.search(text, start, end) for pattern in patterns)


def may_be_broken(text: str, spans: Sequence[Span]) -> bool:
    """Whether a sentence of `text` may be broken: a line begins as none can, or indented, or ends
    with a word that wants another."""
    if "\n    " in text or "\n\t" in text or text.count(":\n") >= SAID:
        return True
    if any(end in text and pattern.search(text) for end, pattern in _BROKEN.items()):
        return True
    if _LATIN_LINK.search(text) or _LOST_LINK.search(text):
        return True
    wanting = _wanting_words()
    lasts = ((text.rfind(" ", start, end), end) for start, end in spans)
    return any(blank >= 0 and text[blank + 1 : end] in wanting for blank, end in lasts)


@cache
def _wanting_words() -> frozenset[str]:
    """The last words of lines that want another, as papers spell them."""
    words = lexicon.default().words.joiners
    spelled = {f"{first}{word[1:]}" for word in words if word[0] == "ا" for first in "أإ"}
    spelled |= {f"{word[:-1]}ى" for word in words | spelled if word[-1] == "ي"}
    return words | spelled


class _Lines(NamedTuple):
    """The lines of a text; of each, whether it ends a sentence, and whether the next is right below
    it."""

    text: str
    spans: Sequence[Span]
    ended: Sequence[bool]
    near: Sequence[bool]


def joined(text: str, spans: Sequence[Span]) -> Sequence[Span]:
    """`spans` with the pieces of broken sentences put together."""
    near = [bool(_ONE_LINE_END.fullmatch(text, a[1], b[0])) for a, b in pairwise(spans)]
    lines = _Lines(text, spans, [is_ended(text, span) for span in spans], near)
    begun = _sure(lines)
    hanging = [_hangs(lines, at) for at in range(len(near))]
    torn = sum(_is_torn(lines, at) for at in range(len(near)))
    broken = sum(begun) + sum(hanging) + torn >= BROKEN
    sure = [a or (b and broken) for a, b in zip(begun, hanging, strict=True)]
    along = _along_links(lines, sure, begun) if broken else sure
    others = _around_links(lines, begun), _indented(lines), _in_brackets(lines), _behind_verb(lines)
    joins = list(map(any, zip(along, *others, _behind_speaker(lines), strict=True)))
    return put_together(spans, joins) if any(joins) else spans


def put_together(spans: Sequence[Span], joins: Sequence[bool]) -> Sequence[Span]:
    """`spans`, each with those below that go on with it: `joins` says so of all but the first."""
    whole = [spans[0]]
    for (start, end), join in zip(spans[1:], joins, strict=True):
        if join:
            whole[-1] = (whole[-1][0], end)
        else:
            whole.append((start, end))
    return whole


def _sure(lines: _Lines) -> Sequence[bool]:
    """Which lines begin as only the rest of a sentence can, or stand below a comma alone."""
    sure: list[bool] = []
    for at, (start, end) in enumerate(lines.spans[:-1]):
        comma = at > 0 and sure[at - 1] and lines.text[start:end] in _COMMAS
        sure.append(lines.near[at] and (comma or _goes_on(lines, at)))
    return sure


def _goes_on(lines: _Lines, at: int) -> bool:
    """Whether the line below begins as only the rest of a sentence can."""
    text, (start, end), below = lines.text, lines.spans[at], lines.spans[at + 1][0]
    if lines.ended[at] or not _GOES_ON.match(text[below : below + 2]):
        return False
    if text[below] == "،" and _SIGNED.match(text, below):
        return False
    opener = _OPENERS.get(text[below])
    line = text[start:end]
    return opener is None or line.count(opener) > line.count(text[below])


def _along_links(lines: _Lines, sure: Sequence[bool], begun: Sequence[bool]) -> Sequence[bool]:
    """On a page broken at links: what stands before a link that goes on, and after one.

    `begun` are the lines that begin as none can: a link stands above them.
    """
    joins = list(sure)
    for at, (above, below) in enumerate(pairwise(lines.spans)):
        if joins[at] or lines.ended[at] or not lines.near[at]:
            continue
        goes_on = at + 1 < len(begun) and begun[at + 1]
        into_link = goes_on and _is_link(below) and above[1] - above[0] >= SHORTEST_START
        out_of_link = at > 0 and joins[at - 1] and _is_link(above) and _ends_soon(lines, at)
        joins[at] = into_link or out_of_link or _is_open(lines.text, above)
    return joins


def _around_links(lines: _Lines, sure: Sequence[bool]) -> Sequence[bool]:
    """What stands before, in and after links that still have their blanks, or a sign, around."""
    text, spans = lines.text, lines.spans
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    joins = [False] * len(gaps)
    for start, gap in enumerate(gaps):
        into_link = _INTO_LINK.fullmatch(gap) and not lines.ended[start]
        if not into_link or not _WORDS.search(text, *spans[start]):
            continue
        end = start + 1
        while end < len(gaps) and _is_link(spans[end]) and _BETWEEN_LINKS.fullmatch(gaps[end]):
            end += 1
        goes_on = end < len(gaps) and (
            sure[end] or (_OUT_OF_LINK.fullmatch(gaps[end]) and text[spans[end + 1][0]].isalpha())
        )
        if goes_on and _is_link(spans[end]):
            joins[start : end + 1] = [True] * (end + 1 - start)
    return joins


def _in_brackets(lines: _Lines) -> Sequence[bool]:
    """A link in brackets, of which the first ends a line and the second begins one."""
    text, spans = lines.text, lines.spans
    joins = [False] * len(lines.near)
    for at, (above, _, below) in enumerate(zip(spans, spans[1:], spans[2:], strict=False)):
        closer = _CLOSERS.get(text[above[1] - 1])
        if closer == text[below[0]] and lines.near[at] and lines.near[at + 1]:
            joins[at : at + 2] = [True, True]
    return joins


def _behind_verb(lines: _Lines) -> Sequence[bool]:
    """A verb and a few words, a link, and the sentence that goes on. The link is a name in Latin
    letters on its line, or lost."""
    text, spans, joins = lines.text, lines.spans, [False] * len(lines.near)
    named = [(found.start() + 1, 2) for found in _LATIN_LINK.finditer(text)]
    lost = [(found.start(), 1) for found in _LOST_LINK.finditer(text)]
    openers = lexicon.default().names.openers
    for place, gaps in named + lost:
        at = bisect_left(spans, (place,)) - (gaps == 1)
        near = lines.near[at : at + gaps]
        if at >= 0 and near and all(near) and _TOLD.fullmatch(text, *spans[at]):
            verb = fold(text[slice(*spans[at])].split(" ")[0])
            if verb in openers or verb.removeprefix("و") in openers:
                joins[at : at + gaps] = [True] * len(near)
    return joins


def _behind_speaker(lines: _Lines) -> Sequence[bool]:
    """Who speaks, in bold type, and what he says: «سمير ناصر:» three times and more, each time
    right above a sentence."""
    text, spans = lines.text, lines.spans
    if text.count(":\n") < SAID:
        return [False] * len(lines.near)
    short = [start if end - start <= LONGEST_LINK else end for start, end in spans]
    lasts = [text[start : spans[at][1]] for at, start in enumerate(short)]
    names = [last if last.endswith(":") else "" for last in lasts]
    said = [near and ended for near, ended in zip(lines.near, lines.ended[1:], strict=True)]
    silent = {"", *(name for name, above in zip(names, said, strict=False) if not above)}
    speakers = {name for name, times in Counter(names).items() if times >= SAID} - silent
    return [name in speakers for name in names[:-1]]


def _is_link(span: Span) -> bool:
    return span[1] - span[0] <= LONGEST_LINK


def _indented(lines: _Lines) -> Sequence[bool]:
    """Lines that the source of a page broke and indented, on a page whose blocks are not."""
    text, spans = lines.text, lines.spans
    if not _INDENTED.search(text):
        return [False] * len(lines.near)
    gaps = [text[a[1] : b[0]] for a, b in pairwise(spans)]
    flush = [gap.endswith(("\n", "\r")) for gap in gaps]
    if sum(flush) < FLUSH * len(gaps):
        return [False] * len(gaps)
    joins: list[bool] = []
    first = spans[0][0]
    flush_above = text[max(0, first - 1) : first] in "\r\n"  # only such a block goes on indented
    for gap, at_margin, ended in zip(gaps, flush, lines.ended, strict=False):
        goes_on = flush_above and _ONE_INDENT.fullmatch(gap) and not ended
        joins.append(bool(goes_on))
        flush_above = at_margin or joins[-1]
    return joins


def is_ended(text: str, span: Span) -> bool:
    return text[max(span[0], span[1] - 2) : span[1]].endswith(_ENDED)


def _hangs(lines: _Lines, at: int) -> bool:
    """Whether a line breaks off before a word that it wants, and prose goes on: verses that do
    come to no full stop."""
    goes_on = lines.near[at] and _ends_soon(lines, at)
    return goes_on and _is_open(lines.text, lines.spans[at])


def _is_torn(lines: _Lines, at: int) -> bool:
    """Whether the line below begins as neither a sentence nor a title does: «أن السدود امتلأت»."""
    begins = lines.text.startswith(_NEVER_FIRST, lines.spans[at + 1][0])
    return begins and lines.near[at] and not lines.ended[at] and _ends_soon(lines, at)


def _ends_soon(lines: _Lines, at: int) -> bool:
    """Whether one of the next lines ends a sentence: words of a menu do not."""
    return any(lines.ended[at + 1 : at + 2 + REACH])


def _is_open(text: str, span: Span) -> bool:
    """Whether a line ends with a word that wants another («… وقال في», «إلى»), or is one verb."""
    start, end = span
    if end - start < SHORTEST_START:
        word = fold(text[start:end]) if end - start <= LONGEST_VERB else ""
        verb = word[:1] == "و" and word[1:] in lexicon.default().names.openers
        return verb or word in lexicon.default().words.joiners
    last = text[max(start, end - 12) : end].rpartition(" ")[2]
    return fold(last) in lexicon.default().words.joiners


def parted_stamp(text: str, start: int, end: int) -> list[Span]:
    """The date that a corpus of the web prints before a page, parted from the first line:
    «date 2026-02-27 قمة الرياض»."""
    found = _STAMP.match(text, start, end)
    return [(start, end)] if found is None else [(start, found.end(1)), (found.end(), end)]


def parted_title(text: str, start: int, end: int) -> list[Span]:
    """The <title> that opens `text`, parted from the name of the site, if it is all of the
    headline that the page has: «قمة الرياض» and «- BBC Arabic»."""
    found = _SITE.search(text, start + _SHORTEST_TITLE, end)
    if found is None or text.find(text[start : found.start()], end) >= 0:
        return [(start, end)]
    cut = (start, found.start()), (found.start("tail"), end)
    return list(cut) if all(map(_is_outlet, found["site"].split(" / "))) else [(start, end)]


def _is_outlet(name: str) -> bool:
    """Whether `name` is that of a paper or channel; photographs are credited to agencies."""
    agencies, papers = lexicon.default().agencies, lexicon.default().papers
    agency = agencies.lookup(name)
    if agency is not None:
        return agencies.kinds[agency] in ("broadcaster", "own")
    return papers.reads(name) and not papers.is_ordinary(name)
