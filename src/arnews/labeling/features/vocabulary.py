"""Words that stand for themselves: buttons, sections, markers, rows of them, addresses."""

from __future__ import annotations

import re

from ...fields.gates import Line, may_be_interface, may_be_row, may_be_section
from ...folding import fold
from ...lexicon.roles import fold_role
from ...lexicon.word_classes import DATE_LABEL, DIGIT
from ...lexicon.words import bare, trim_label
from ...patterns import pattern, plain
from ..page_context import Vocabulary
from . import breadcrumbs
from .register import feature

BUTTON = feature("a button's word")
RELATED_MARKER = feature("announces related stories")
LIST_MARKER = feature("announces stories elsewhere")
COMMENTS_MARKER = feature("announces comments")
TAGS_MARKER = feature("announces tags")
SECTION = feature("a section's name")
HASHTAGS = feature("hashtags")
NO_LETTERS = feature("no letters")
NO_ARABIC = feature("no Arabic")
CHROME_HEAD = feature("begins as chrome")
PATH = feature("a path")
RELATED_LINE = feature("a related story on one line")
TAGS_LINE = feature("tags on one line")
BOILERPLATE = feature("boilerplate by its form")
LIST_MARK = feature("a list mark")

MARKERS = RELATED_MARKER | LIST_MARKER | COMMENTS_MARKER | TAGS_MARKER

_LETTERS = frozenset("ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآة")  # what nearly every line begins with
_LETTER = pattern(r"\p{L}")
ARABIC = pattern(r"\p{Arabic}")
_BULLETS = frozenset("•▪●◾■*·‣–-")
_COUNTER = pattern(
    r"(?::\s)?+[()\[\]:.,٬+]*+\d[\d()\[\]:.,٬+]*+(?:[kKMم](?!\p{L})|\s?(?:الف|مليون)(?!\p{L}))?+"
)
_NOTICE = (
    "نشر",
    "لخصوصي",
    "الخبر",
    "Cookie",
    "حقوق",
    "رخص",
    "مسؤول",
    "تنويه",
    "يعبر",
    "تعبر",
    "آراء",
    "بالضرورة",
)
_SIGNS = plain(r"\s?[|•·/]+\s?|\s[-–—]\s")  # between buttons
_COMMA = pattern(r"[,،]")
GLUED = plain(r"[ء-ي]{25}")  # no word is as long
_OF_CLOCK = r"(?:الوقت|التوقيت|وقت النشر|ساعه النشر|(?:تمام\s)?الساعه)"
_CLOCK_LABEL = pattern(rf"{_OF_CLOCK}\s?:")
_CLOCK = pattern(
    rf"(?:[-–|,]\s*+)?+(?:(?:في|عند|علي)\s(?:تمام\s)?)?+(?:{_OF_CLOCK}\s*+:?\s*+)?+"
    r"\d{1,2}[:h]\d\d(?::\d\d)?\s*+(?:[صم]|صباحا|مساء|ظهرا|[(]?ت\s?[.]?\s?[مغ][.]?[)]?|am|pm|[(]?gmt[)]?)?"
    r"(?:\s*+[(]?ب?توقيت\s\p{L}++(?:\s\p{L}++)?[)]?)?+",
    re.I,
)
# «— الدفاع المدني (@cdd) February 25, 2023», «… pic.twitter.com/9Qk»: an embedded post.
_POST = pattern(
    r"[—–-]{1,2}\s?\S.{0,80}[(]@\w{1,30}[)].{0,40}|A post shared by .{1,100}"
    r"|(?:.{0,280}\s)?(?:pic\.twitter\.com/|https?://t\.co/)\w++"
    r"|.{0,60}View this post on Instagram",
    re.S,
)
_RULES, _AFTER_LETTER = frozenset("=*_ـ-"), frozenset(" ./-")
_RULED = pattern(r"[=*_ـ-]{4,}+")  # «======= ر.ع»
# «د ب أ ع ج / ش و», «ح/ب ت»: who wrote and who read, by letters.
_INITIALS = pattern(
    r"(?:(?:[ء-ي][\s./-]{1,3}+){5,}[ء-ي]|[ء-ي]\s?/\s?[ء-ي](?:[\s.][ء-ي]){0,2}+"
    r"|[ء-ي](?:[\s.][ء-ي]){1,2}+\s?/\s?[ء-ي])\.?"
)
# «(النهاية) م ن / ع ب», «// انتهى //»: the end of an agency's report, and who wrote and read it.
_END = pattern(r"[(/*\s-]{0,4}+(?:النهايه|انتهي)[)/*\s-]*+(?:[ء-ي][\s./-]{1,3}+){0,7}+[ء-ي]?\.?")
_TIMED = pattern(r"(?:\p{L}++\s){0,2}\p{L}++\s?:\s?\d{1,2}:\d\d")  # «بدأت التغطية: 10:00»
# «#الوادي RSS»: a feed that a text browser prints on top.
_FEED = pattern(r"#\p{Arabic}.{0,60}\s(?:RSS|Feed|(?:ال)?خلاصة.{0,40})")
# «#كركوك», «#كركوك #مجلس المحافظة»
_HASHTAG = r"#[\p{L}\p{M}\d_]++"
_HASHTAGS = pattern(
    rf"{_HASHTAG}|(?:{_HASHTAG}(?:\s[\p{{L}}\p{{M}}\d_]++){{0,2}}+(?:\s++|$)){{2,}}+"
)
_FOLLOW = pattern(r"تابع\p{L}*+\s++(?:\S++\s++){1,5}?(?:علي|عبر)\s*+:?+")  # «تابعوا صفحتنا على:»
_RIGHTS = plain(r"©\s?(?:19|20)\d\d|(?:19|20)\d\d\s?©")  # «الوادي © 2023»
_REACHED = "هاتف", "فاكس", "تلفون", "تليفون", "جوال", "ص.ب", "ص ب", "محفوظة", "@", "Tel", "Fax"
_SHORTEST_CONTACT = 20  # characters
_CONTACT = plain(
    r"(?:^|[-–—|/•،,:(]\s?)(?:(?:ال)?(?:هاتف|تلفون|تليفون|تلفاكس|فاكس|جوال|موبايل|ص\s?\.\s?ب|Tel|Fax)\s?[.:]{0,2}\s?[+(\d]"
    r"|(?:[ء-ي]{2,10} ){0,2}:?\s?[\w.-]{2,30}@|(?:(?:جميع|كل|كافه|حقوق \w{3,8}) )?ال?حقوق محفوظه)"
)
_PAGER = pattern(r"(?:\d{1,4}\s++){2,}+(?:(?:[.]{2,}+|[…»«›‹>])\s*+)*+(?:التالي|السابق|الاخير)")
# «المقال السابق إغلاق الجسر المقال التالي افتتاح السوق»
_STORY = r"(?:(?:المقال|الخبر|الموضوع|المنشور|المقاله|الماده|التدوينه|المشاركه)\s)?"
_PAIR = pattern(rf"[‹<«←]?\s?{_STORY}السابقه?\s.*?\s{_STORY}التاليه?(?:\s|$)")
_MORE = pattern(r"(?:[.]{2}|…)]?\s*+(\S++(?:\s\S++)?+)$")  # «… الجديد... المزيد»
_MORE_OF = pattern(r"(?:ال)?مزيد\s(?:من|في)\s(?:قسم\s)?")
_ICON = pattern(r"[A-Za-z]{3,}+(?=\p{Arabic})")  # «shareشارك»: the name of an icon
_LONGEST_END = 30
_LONGEST_TEASER = 200  # characters
_SHORTEST_TITLE = 12  # characters of a story behind its marker
_MARKER = 3  # words
_LONGEST_LABEL = 18
_PHRASES_OF_NOTICE = 3
_MOST_WORDS_OF_SECTION = 2
_ADJECTIVES = ("يه", "ي")  # folded endings
_LATIN_NAME = 4  # letters at least: «أخبار BBC» is a section of its own
_LONGEST_WORD = 11  # letters; a longer one may be several, run together
_SHORTEST_BUTTON = 3  # letters
_TWO_SCRIPTS = plain(r"[A-Za-z][ء-ي]|[ء-ي][A-Za-z]")
_TYPE_SIZE = plain(r"[Aاعتخ]\s?[+-]|[+-]\s?[Aاعتخ]")


def script(text: str) -> int:
    """Whether a line has no Arabic letter, or none at all."""
    if len(text) > 1 and (text[0] in _LETTERS or ARABIC.search(text)):
        return 0
    return NO_ARABIC if len(text) > 1 and _LETTER.search(text) else NO_LETTERS


def word(line: Line, head: str, words: Vocabulary) -> int:
    """What a short line is that stands for itself; `head` is the line, folded."""
    text = line.text
    icon = _ICON.match(head) if text[0].isascii() else None
    if icon:
        head = head[icon.end() :]
    asked = icon or may_be_interface(line) or may_be_section(line)
    if text[0] in "-–—" and text[-1] == ".":
        asked = False  # «- نعم.»: what someone answers
    bits = _looked_up(head, words) if asked else 0
    if not bits and _may_be_run_together(head):
        bits = BUTTON if _is_run_together(head, words) else 0
    if text[0] == "#" and _HASHTAGS.fullmatch(text):
        bits |= HASHTAGS
    elif text[0] == "#" and _FEED.fullmatch(text):
        bits |= BOILERPLATE
    timed = ":" in head and _TIMED.fullmatch(head) and not line.any & DATE_LABEL
    return bits | BOILERPLATE if timed or (line.any & DIGIT and is_clock(head)) else bits


def is_clock(head: str) -> bool:
    """Whether a folded line is a time of day and nothing else: «09:10 م», «الساعة: 07:55»."""
    return _CLOCK.fullmatch(head) is not None


def labels_clock(head: str) -> bool:
    """Whether a folded line is the label of a time of day alone: «الساعة:»."""
    return head[-1:] == ":" and _CLOCK_LABEL.fullmatch(head) is not None


def _looked_up(head: str, words: Vocabulary) -> int:
    bits = 0
    key = trim_label(head)
    if key not in words.interface and _COUNTER.search(key):  # «التعليقات (12)»
        key = trim_label(" ".join(_COUNTER.sub(" ", key).split())) or key
    if key in words.interface or not key:
        bits |= BUTTON
    heading = bare(key)
    if (
        heading in words.related
        or _is_longer_marker(heading, words)
        or _is_more_of(key, words)
        or (head[-1:] == ":" and words.shared.announcers.match(f"{head} {key}"))  # «المزيد:»
    ):
        bits |= RELATED_MARKER
    if heading in words.elsewhere:
        bits |= LIST_MARKER
    if heading in words.comments:
        bits |= COMMENTS_MARKER
    if heading in words.shared.tags:
        bits |= TAGS_MARKER
    shown = trim_label(head)  # «4 صور», and «عربي21» is a paper
    counts = shown != key and (head[0].isdigit() or shown[: len(key) + 1].isalnum())
    written = head[-1:] == ":" and fold_role(key) in words.lexicon.roles.all_labels  # «كتب:»
    if (is_section(key, words) and not (counts or written)) or _is_path(head, words):
        bits |= SECTION
    return bits


def _is_longer_marker(heading: str, words: Vocabulary) -> bool:
    """«مقالات ذات صلة بنفس السياق»: a marker of three words or more, and a few behind it."""
    parts = heading.split()
    return any(
        " ".join(parts[:size]) in words.related
        for size in range(_MARKER, min(len(parts), _MARKER + 2))
        if len(parts) - size <= _MARKER
    )


def _is_more_of(key: str, words: Vocabulary) -> bool:
    """«المزيد من رياضة», «المزيد في أخبار»: more stories of a section."""
    more = _MORE_OF.match(key)
    return more is not None and key[more.end() :] in words.sections


def is_section(key: str, words: Vocabulary) -> bool:
    """Whether a look-up form names a section, two («أخبار وفعاليات», «عربي-دولي»), one and its
    adjective («رياضة دولية») or the name of the site («عربي ودولي alwadi»), or one of a paper."""
    if key in words.sections:
        return True
    one, _, other = key.partition(" و")
    if other and " " not in other.strip() and one in words.sections:
        return True
    one, dash, other = key.partition("-")
    paper = one[-1:] == " " and words.lexicon.papers.knows(one)  # «العالم - فلسطين»
    if dash and not paper and {one.strip(), other.strip()} <= words.sections:
        return True
    named, _, adjective = key.rpartition(" ")
    papers, roles = words.lexicon.papers, words.lexicon.roles
    if adjective.startswith("ال") and papers.knows(named) and not papers.knows(key):
        told = adjective in roles.source_adjectives  # «الراية الرياضية», but «الوطن السعودية»
        return adjective[2:] in words.sections and not told
    bare = adjective.endswith(_ADJECTIVES) and not adjective.startswith("ال")
    site = len(adjective) >= _LATIN_NAME and adjective.isascii() and adjective.isalpha()
    return (bare or site) and named in words.sections


def _may_be_run_together(row: str) -> bool:
    """Whether a word is too long for one, or changes from one script to another."""
    if len(row) <= _LONGEST_WORD and "+" not in row:
        return False
    if "+" in row or len(max(row.split(), key=len)) > _LONGEST_WORD:
        return True
    return row.lower() != row.upper() and _TWO_SCRIPTS.search(row) is not None


def _is_run_together(row: str, words: Vocabulary) -> bool:
    """«شاركتويترواتساب», «حفظمشاركةA+A-استمع»: words of buttons with nothing between them, and
    letters that make the type larger."""
    row = _TYPE_SIZE.sub(" ", row).strip().casefold()
    known = (words.interface, words.shared.networks)
    reached = {0}
    for end in range(_SHORTEST_BUTTON, len(row) + 1):
        blank = row[end - 1] == " " and end - 1 in reached
        if blank or any(row[start:end] in names for start in reached for names in known):
            reached.add(end)
    return bool(row) and len(row) in reached


def _is_path(head: str, words: Vocabulary) -> bool:
    """«أخبار|غزة», «الدول العربية, فلسطين»: the path to a section, or several sections.

    A headline after «عاجل |» has more words."""
    several = _COMMA.split(head)
    if len(several) > 1:
        return all(trim_label(part) in words.sections for part in several)
    first, *deeper = head.split("|")
    if not deeper:
        return False
    short = all(0 < len(part.split()) <= _MOST_WORDS_OF_SECTION for part in deeper)
    short = short and not any(map(str.isdigit, head))  # «محليات | 14-09-2020»
    return short and len(deeper) < breadcrumbs.MOST_STEPS and trim_label(first) in words.sections


def posted(text: str) -> int:
    """Whether a line belongs to a post of a social network that the page shows."""
    sign = "(@" in text or "twitter.com/" in text or "//t.co/" in text or "Instagram" in text
    return BOILERPLATE if sign and _POST.fullmatch(text) else 0


def phrase(line: Line, head: str, words: Vocabulary, known_credit: bool) -> int:
    """What a longer line of the interface is."""
    bits = 0
    text, shared = line.text, words.shared
    chrome = shared.begin_chrome(head) or (head.startswith("تابع") and _FOLLOW.fullmatch(head))
    if chrome and not known_credit:
        bits |= CHROME_HEAD
    named = head.startswith(shared.homes) or ":" in head[:_LONGEST_LABEL]
    named = named or "/" in text or " » " in text or "›" in text or ">" in text
    if named and breadcrumbs.section_in(text, shared, words.sections):
        bits |= PATH
    elif not words.fixed_gaps and _is_row(line, words):
        bits |= BOILERPLATE
    bits |= _announced(text, head, words)
    if (
        (text[0] in _RULES and _RULED.match(text))
        or (text[1:2] in _AFTER_LETTER and _INITIALS.fullmatch(text))
        or GLUED.search(text)
        or (head[:1].isdigit() and _PAGER.match(head))
        or ("©" in text and not known_credit and _RIGHTS.search(text))
        or (line.any & DIGIT and len(text) > _SHORTEST_CONTACT and _is_contact(text))
        or _has_button(text, words)
        or ("السابق" in head[:_LONGEST_LABEL] and _PAIR.match(head))
        or (len(text) <= _LONGEST_END and _END.fullmatch(head))
    ):
        bits |= BOILERPLATE
    if text[0] in _BULLETS and text[1:2].isspace():
        bits |= LIST_MARK
    return bits


def long_chrome(text: str, head: str, words: Vocabulary) -> int:
    """Whether a sentence begins as no news does («نستخدم ملفات الكوكيز …»), or is a teaser with its
    button («… في المحافظة […] اقرأ المزيد»)."""
    if len(text) <= _LONGEST_TEASER and _has_button(text, words):
        return BOILERPLATE
    heads = words.shared.chrome_heads.get(head[:1], ())
    return CHROME_HEAD if head.startswith(heads) else 0


def _is_contact(text: str) -> bool:
    """«… - شارع النيل - هاتف 2131098 - ص.ب 2448», «… - جميع الحقوق محفوظة - هاتف 2131098»: two
    parts of a line say how to reach the site, or whose it is."""
    several = sum([word in text for word in _REACHED]) > 1
    return several and len(_CONTACT.findall(fold(text))) > 1


def _has_button(text: str, words: Vocabulary) -> bool:
    more = _MORE.search(text) if ".." in text or "…" in text else None
    if more is None:
        return False
    return more[1] in words.shared.glued or trim_label(fold(more[1])) in words.interface


def notice(text: str, words: Vocabulary) -> int:
    """Whether a line tells who may print the story: «مرخص برخصة المشاع الإبداعي …»."""
    if not [word for word in _NOTICE if word in text]:  # a list: every line comes by here
        return 0
    folded = fold(text)
    phrases = [phrase for phrase in words.shared.notices if phrase in folded]
    return BOILERPLATE if len(phrases) >= _PHRASES_OF_NOTICE else 0


def _is_row(line: Line, words: Vocabulary) -> bool:
    text = line.text
    signs = ("|" in text or "•" in text) and breadcrumbs.is_menu(text)
    several = (text.count(" ") > 1 or "\t" in text) and may_be_row(line)
    if signs or not several:
        return signs
    parts = _SIGNS.split(text)  # «نسخة للطباعة | إرسال إلى صديق | عدد القراءات: 655»
    buttons = len(parts) > 1 and all(_looked_up(fold(part), words) & BUTTON for part in parts)
    return buttons or breadcrumbs.is_row(text, words.in_rows)


def _announced(text: str, head: str, words: Vocabulary) -> int:
    """A title or tags on the line of their marker."""
    bits = 0
    announced = words.shared.announcers.match(text)
    marker, colon, _ = head.partition(":")
    key = bare(trim_label(marker)) if colon else ""
    titled = announced is not None and len(text) - announced.end() >= _SHORTEST_TITLE
    if titled or key in words.related:
        bits |= RELATED_LINE
    listed = colon and len(text) > len(marker) + 2 and not words.fixed_gaps
    if listed and key in words.shared.tags:
        bits |= TAGS_LINE
    return bits
