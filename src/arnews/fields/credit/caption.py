"""Finds the credit in a caption line.

A credit is in a bracket at the end («… بوتين (أ.ف.ب)»), after a dash, a © or a line end, after a
label («صورة من: …»), or alone. A bracket that names no source, «(يمين)», «(CIA)», an age or a date,
stays in the caption.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ... import lexicon as lexicons
from ...arguments import check
from ...folding import fold
from ...lexicon import Lexicon
from ...lexicon.agencies import begins
from ...model import Credit
from ...patterns import pattern, plain
from ..byline.entry import INITIALS
from ..gates import GLUED_LABEL
from .parse import (
    ARABIC,
    BLANKS,
    EDGE,
    LONGEST_PERSON,
    QUOTES,
    CreditParser,
    after_label,
    is_person,
)
from .parse import LONGEST as LONGEST_CREDIT

LONGEST = 2_000  # characters of a caption line; longer text is no caption
LONGEST_ALONE = 64


class CaptionLine(NamedTuple):
    """A caption line taken apart."""

    caption: str | None
    credit: Credit | None


_CONTROLS = "".join(set(EDGE) - set(BLANKS))
_OPENERS = {"(": ")", "[": "]", "{": "}", "﴾": "﴿", "﴿": "﴾", "（": "）"}
_CLOSERS = frozenset(_OPENERS.values())
_BEFORE_CREDIT = EDGE + "،؛©–—|/-" + "".join(_OPENERS)
_AROUND_CREDIT = _BEFORE_CREDIT + "".join(_CLOSERS)
_AFTER_CREDIT = EDGE + ".،؛"
_AFTER_CAPTION = EDGE + ".،-"
_DASH = pattern(r"\s*+[-–—ـ]\s++|\s++[-–—ـ]|\s++[|/]\s++|(?<=[.،؛])\s++")
# A name at the end that its quotes or its letters set off from the caption: «… {واس}», «… AFP».
_SET_OFF = pattern(
    r"(?<=[\p{Arabic}\p{M}.،»)])(?:\s++|(?<=[.،])(?=[«\"“A-Z]))"
    r"(?:[«\"“](?P<quoted>[^«»\"“”]{2,24}|[^«»\"“”:]{2,12}:[^«»\"“”]{2,36})[»\"”]"
    r"|(?P<latin>[A-Z][A-Za-z .&'/-]{1,60}))\.?$"
)
# «© Reuters رافعة على الرصيف»: who owns the picture, before the caption.
_OWNED = pattern(r"©\s?(?P<raw>[A-Z][A-Za-z .&'/-]{1,40}) (?P<caption>\p{Arabic}.*+)$")
_PICTURE = pattern(r"(?:في )?الصوره\s?:")  # «الصورة: صيادون في الميناء»
_DASHES = frozenset("-–—")
_FEWEST_BLANKS = 2  # between the words of a caption with no mark behind it
_HANDED = "من المصدر"  # whom the picture shows gave it to the paper
_PICTURED = ("صورة ", "رسم ")
_BARS = plain(r"\s*/\s*")
_BAR = plain(r"\s++[|–—-]\s++")
_TWO_DOTS = pattern(r"(?<!\.)\s*+\.\.$")  # «صيادون في الميناء.. تصوير: سامي ناصر»
_FREE_TATWEEL = pattern(r"\sـ++\s*+$")
_LABEL_END = pattern(r"[:,/-]")
# «WFP/Jacques David», «UN Photo/Mark Garten»: an office that no table has, and whom it sent
_SENT = pattern(r"[A-Z]{2,8}(?: Photo)?\s?/\s?[A-Z][a-z'-]++(?:\s[A-Z][a-z.'-]*+){1,3}")
_OPENER = plain(r"[(\[{﴾﴿（]")


def parse(text: str, *, lexicon: Lexicon | None = None) -> CaptionLine:
    """Takes a caption line (or a caption and the credit on the next line) apart.

    `credit` is `None` if the line names no source; `caption` is `None` if it is a credit alone.
    Any string is read, in time linear in its length. Raises `BadArgument` for anything else.

    >>> line = parse("رافعة على الرصيف (أرشيفية - رويترز)")
    >>> line.caption, line.credit.agencies, line.credit.archive
    ('رافعة على الرصيف', ('reuters',), True)
    """
    check("text", text, str, "a caption as str")
    printed = text.strip(BLANKS)
    if not printed.strip(EDGE) or len(printed) > LONGEST:
        return CaptionLine(printed or None, None)
    reader = _CaptionParser(lexicon or lexicons.default())
    for found in reader.readings(printed):
        if found is not None:
            if found.caption:
                if _are_initials(found.caption):
                    return CaptionLine(printed, None)
                found = found._replace(caption=_once(reader.unlabelled(found.caption)))
            bare = not any(map(str.isalnum, found.caption or ""))  # «-- (رويترز)»
            return found._replace(caption=None) if bare else found
    return CaptionLine(reader.unlabelled(printed), None)


def _once(caption: str) -> str:
    """A caption glued to what a page says where it cannot show the picture, which is the same."""
    half, again = caption[: len(caption) // 2].strip(), caption[len(caption) // 2 :].strip()
    return half if half == again and half.count(" ") >= _FEWEST_BLANKS else caption


class _CaptionParser:
    """Finds the credit in a caption line."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.credits = CreditParser(lexicon)

    def readings(self, text: str) -> Iterator[CaptionLine | None]:
        """The ways to read a caption line, the surest first."""
        if "\n" in text:
            yield self._lines(text)
        text = text.strip(EDGE)
        yield self._photographed(text)
        yield self._labelled(text)
        yield self._alone(text)
        yield self._bracket(text)
        if "©" in text:
            yield self._owned(text)
            yield self._split(text, text.rfind("©"), text.rfind("©") + 1, sure=True)
        yield self._label_inside(text)
        yield self._dash(text)
        yield self._set_off(text)
        yield self._called_picture(text)

    def unlabelled(self, text: str) -> str:
        """A caption without «التعليق على الصورة،» before it: the credit has a line of its own."""
        head = fold(text[:40])
        label = self.lexicon.credits.captions.match(head) or _PICTURE.match(head)
        return after_label(text, label.group()) or text if label else text

    def _alone(self, text: str) -> CaptionLine | None:
        """A line of nothing but names and flags, and not of a name that is also a word."""
        if len(text) > LONGEST_ALONE or text[0] in _OPENERS or not self._may_begin(text):
            return None
        plain = text.rstrip(".")
        pieces = self.credits.pieces(plain)
        people = pieces.unknown or pieces.photographer
        if people and self.credits.takes_pictures(pieces) and not ARABIC.search(text):
            return CaptionLine(None, pieces.to_credit(plain))  # «REUTERS/Amr Alfiky»
        if pieces.unknown or pieces.photographer or pieces.source:
            return None
        rights = fold(plain).casefold() in self.lexicon.credits.rights
        flags = pieces.archive or pieces.illustrative or rights
        if flags or (pieces.agencies and not self.lexicon.agencies.is_ambiguous(plain)):
            return CaptionLine(None, pieces.to_credit(text))
        return None

    def _may_begin(self, text: str) -> bool:
        """Whether the first word of `text` is that of a name or flag: most lines are refused by it.

        «و» may be glued to a name."""
        known = self.lexicon.credits.beginnings, self.lexicon.agencies.beginnings
        return begins(text[:LONGEST_ALONE], *known)

    def _labelled(self, text: str) -> CaptionLine | None:
        """«صورة من: رويترز»: the label goes; «تصوير: فلان» stays, it says what the name is."""
        if len(text) > LONGEST_CREDIT:
            return None
        head = fold(text[:40])
        if not _LABEL_END.search(head) and not self._may_begin(text):
            return self._labelled_by_words(text)
        person = self.credits.photographer(text, head) is not None
        label = None if person else self.lexicon.credits.labels.match(head)
        if not (label or person):
            return None
        raw = after_label(text, label.group()).strip(EDGE) if label else text
        credit = self.credits.parse(raw, sure=label is not None and ":" not in raw)
        return CaptionLine(None, credit) if credit else None

    def _labelled_by_words(self, text: str) -> CaptionLine | None:
        """«الصورة من رويترز»: no mark parts the label from who takes pictures."""
        words = text.split(None, 3)
        for size in (2, 1) if len(words) > 1 else ():
            label, raw = " ".join(words[:size]), " ".join(words[size:])
            if self.lexicon.credits.labels.fullmatch(fold(f"{label}:")):
                pieces = self.credits.pieces(raw)
                taken = pieces.archive or self.credits.takes_pictures(pieces)
                known = not pieces.unknown and taken
                return CaptionLine(None, pieces.to_credit(raw)) if known else None
        return None

    def _photographed(self, text: str) -> CaptionLine | None:
        """«تصوير: فلان | صيادون في الميناء»: the photographer before the caption."""
        parted = _BAR.search(text[:LONGEST_CREDIT])
        if parted is None:
            return None
        raw, caption = text[: parted.start()].strip(EDGE), text[parted.end() :].strip(EDGE)
        if self.credits.photographer(raw, fold(raw)) is None:
            return None
        credit = self.credits.parse(raw)
        known = self.credits.pieces(caption[:LONGEST_CREDIT]).known
        told = caption.count(" ") > 1 and not known
        return CaptionLine(caption, credit) if told and credit and credit.photographer else None

    def _lines(self, text: str) -> CaptionLine | None:
        """Caption and credit on lines of their own, in either order, labelled or not."""
        first, _, second = (part.strip(BLANKS) for part in text.partition("\n"))
        captions = self.lexicon.credits.captions
        for line, other in ((second, first), (first, second)):
            label = captions.match(fold(line[:60]))
            if label:
                other = other.strip(EDGE)
                above = self._labelled(other)
                credit = above.credit if above else self.credits.parse(other, sure=True)
                return CaptionLine(after_label(line, label.group()), credit)
        second = second.strip(EDGE)
        below = self._labelled(second)
        credit = below.credit if below else None
        if credit is None and len(second) <= LONGEST_ALONE:
            credit = self.credits.parse(second)
        return CaptionLine(first, credit) if credit and first.strip(EDGE) else None

    def _bracket(self, text: str) -> CaptionLine | None:
        body = text.rstrip(_AFTER_CREDIT)
        start = _last_bracket(body)
        if start is None:
            return self._half_bracket(body) if body and body[-1] in _CLOSERS else None
        inside = body[start:].strip(_AROUND_CREDIT)
        if body[:start].rstrip().endswith(":"):  # «… المصدر: (رويترز)»
            labelled_line = self._label_inside(body[:start] + inside)
            if labelled_line:
                return labelled_line
        caption = _before(body[:start])
        if self.credits.is_flag(caption):  # «تعبيرية (نبيل إسماعيل).»
            return CaptionLine(None, self.credits.parse(f"{caption} ({inside})", sure=True))
        before = caption.rsplit(maxsplit=1)
        labelled = self._labelled(inside) if inside else None
        credit = labelled.credit if labelled else self.credits.parse(inside)
        if credit and len(before) == 2 and self.credits.is_flag(before[1].strip(_AFTER_CREDIT)):
            raw = f"{before[1]} ({inside})"
            return CaptionLine(before[0].rstrip(_AFTER_CAPTION), self.credits.parse(raw, sure=True))
        if credit and caption[-1:] in _CLOSERS and (two := self._bracket(caption)) and two.caption:
            raw = text[len(two.caption) :].strip(EDGE + ".")  # «… (أ.ف.ب) (أرشيفية)»
            return CaptionLine(two.caption, self.credits.parse(raw))
        if credit is None and caption:
            credit = self.credits.of_person(inside) or self._of_paper(caption, inside)
        return CaptionLine(caption or None, credit) if credit else None

    def _half_bracket(self, body: str) -> CaptionLine | None:
        """«جنود رويترز)»: without the opening half only a name that is no word tells the credit."""
        words = body[-LONGEST_ALONE:].split()
        for size in range(min(4, len(words) - 1), 0, -1):
            raw = " ".join(words[-size:]).rstrip("".join(_CLOSERS))
            if self.lexicon.agencies.lookup(raw) and not self.lexicon.agencies.is_ambiguous(raw):
                caption = body.rsplit(maxsplit=size)[0]
                return CaptionLine(caption, self.credits.parse(raw))
        return None

    def _owned(self, text: str) -> CaptionLine | None:
        found = _OWNED.match(text)
        pieces = self.credits.pieces(found["raw"]) if found else None
        if not found or not pieces or not self.credits.takes_pictures(pieces):
            return None
        return CaptionLine(found["caption"], pieces.to_credit(found["raw"]))

    def _label_inside(self, text: str) -> CaptionLine | None:
        """A label within the line: «كم تستمر القيلولة؟ صورة من: dpa», «… تصوير/ فلان»."""
        tail, end = max(0, len(text) - LONGEST_ALONE), len(text) - 2
        colon = max(text.rfind(mark, tail, end) for mark in (":", "/ ", "- "))
        words = text[:colon].rsplit(maxsplit=2) if colon > 0 else []
        if len(words) < 3:
            return None
        glued = words[2].rpartition(".")[2]  # «… على الرصيف.تصوير/ فلان»
        run_on = GLUED_LABEL.search(text, tail, colon + 1)
        for label in (" ".join(words[1:]), words[2], run_on.group() if run_on else glued):
            label_form = fold(f"{label}:")
            spelt = len(label) > 1  # «10:11 ص / بتوقيت القدس» is an hour
            photographed = spelt and self.lexicon.credits.photographers.fullmatch(label_form)
            labelled = text[colon] == ":" and self.lexicon.credits.labels.fullmatch(label_form)
            if not photographed and not labelled:
                continue
            start = text.rfind(label, 0, colon)
            raw = text[start if photographed else colon + 1 :].strip(EDGE)
            pieces = self.credits.pieces(raw)
            named = not pieces.source or self.lexicon.agencies.lookup(raw) is not None
            latin = bool(labelled) and raw.isascii() and is_person(raw)  # «صورة من: Colourbox»
            if (pieces.known and named) or latin or (pieces.papers == pieces.unknown != []):
                return CaptionLine(_before(text[:start]).rstrip(" -–—|"), pieces.to_credit(raw))
        return None

    def _dash(self, text: str) -> CaptionLine | None:
        """After a dash only a source that is known: captions have dashes of their own.

        After other marks only who takes pictures: «… | سكاي نيوز» is the title of a page.
        """
        tail = max(0, len(text) - LONGEST_CREDIT)
        for found in _DASH.finditer(text, tail):
            begins = self._may_begin(text[found.end() :])
            made = self._split(text, found.start(), found.end(), sure=False) if begins else None
            if made is None and found.group().strip() in _DASHES:
                caption, raw = _before(text[: found.start()]), text[found.end() :].strip(EDGE + ".")
                paper = self._of_paper(caption, raw)
                made = CaptionLine(caption, paper) if paper else None
            if made is None or not made.caption or self.lexicon.papers.means(made.caption):
                continue  # «مونت كارلو الدولية / أ ف ب» says who signs
            if found.group().strip() not in ("|", "/", "") or self._is_set_off(made):
                return self._with_flag(made, text) or self._with_photographer(made, text)
        return None

    def _of_paper(self, caption: str, raw: str) -> Credit | None:
        """The credit `raw` of a `caption`, if it is a paper whose name is no word and no place, and
        the caption no name and no quotation: «سمير ناصر الحداد - عنب بلدي» signs."""
        told = caption.count(" ") >= _FEWEST_BLANKS and caption[-1] not in QUOTES
        if not told or len(raw) > LONGEST_PERSON:
            return None
        means = self.lexicon.papers.means(raw) and not self.lexicon.places.knows(raw)
        signs = not means or self.credits.names_person(caption)
        return None if signs else self.credits.parse(raw, sure=True)

    def _with_flag(self, made: CaptionLine, text: str) -> CaptionLine | None:
        """«…، أرشيفية - رويترز»: what the picture is, between a comma and the dash."""
        caption, comma, flag = (made.caption or "").rpartition("،")
        if not comma or not caption or not self.credits.is_flag(flag.strip(EDGE)):
            return None
        raw = text[len(caption) + 1 :].strip(EDGE + ".")
        return CaptionLine(_before(caption), self.credits.parse(raw))

    def _with_photographer(self, made: CaptionLine, text: str) -> CaptionLine:
        """«… - عمرو الفقي / رويترز»: the name between a dash and the bar before an agency is whose
        picture it is."""
        caption = made.caption or ""
        *_, dash = (None, *_BAR.finditer(caption, max(0, len(caption) - LONGEST_ALONE)))
        if dash is None or text[len(caption) :].lstrip(EDGE)[:1] != "/":
            return made
        if not self.credits.names_person(caption[dash.end() :]):
            return made
        credit = self.credits.parse(text[dash.end() :].strip(EDGE), sure=True)
        return CaptionLine(_before(caption[: dash.start()]), credit) if credit else made

    def _set_off(self, text: str) -> CaptionLine | None:
        """A name of who takes pictures, set off by quotes or Latin letters: «… «بعدسة: فلان»»."""
        found = _SET_OFF.search(text, max(0, len(text) - LONGEST_ALONE - 4))
        if not found:
            return None
        caption = text[: found.start()].rstrip(EDGE)
        head = fold(caption[-24:]).split()
        if not head or head[-1] in self.lexicon.words.joiners | self.lexicon.papers.heads:
            return None  # «شعار وكالة «رويترز»»
        raw = (found["quoted"] or found["latin"]).strip(EDGE)
        pieces = self.credits.pieces(raw)
        taken = pieces.photographer and not pieces.unknown
        flagged = found["quoted"] and (taken or self.credits.is_flag(raw))
        sent = _SENT.fullmatch(raw)
        if not (flagged or sent or self.credits.takes_pictures(pieces)):
            return None
        *_, dash = (None, *_BAR.finditer(caption, max(0, len(caption) - LONGEST_ALONE)))
        label = caption[dash.end() :] if dash else caption  # «… - حقوق النشر AFP»
        if self.lexicon.credits.labels.fullmatch(fold(f"{label}:")):
            caption = _before(caption[: dash.start()]) if dash else ""
        return CaptionLine(caption or None, pieces.to_credit(raw))

    def _called_picture(self, text: str) -> CaptionLine | None:
        """What the picture is, at the end: «… صورة أرشيفية», or any such word behind a comma."""
        printed = text.rstrip(_AFTER_CREDIT)
        caption, comma, raw = printed.rpartition("،")
        if not comma or not self.credits.is_flag(raw):
            caption, *what = printed.rsplit(maxsplit=2) or [""]
            raw = " ".join(what)
            if not raw.startswith(_PICTURED) or not self.credits.is_flag(raw):
                return None
        enough = caption.count(" ") >= _FEWEST_BLANKS
        return CaptionLine(caption, self.credits.parse(raw.strip(EDGE))) if enough else None

    def _is_set_off(self, made: CaptionLine) -> bool:
        raw, credits = made.credit.raw if made.credit else "", self.credits
        return (
            fold(raw) == _HANDED
            or credits.is_flag(raw)
            or credits.photographer(raw, fold(raw)) is not None  # «…، تصوير خالد المطيري»
            or credits.takes_pictures(credits.pieces(raw))
        )

    def _split(self, text: str, end: int, start: int, *, sure: bool) -> CaptionLine | None:
        raw = text[start:].strip(EDGE + ".")
        pieces = self.credits.pieces(raw) if len(raw) <= LONGEST_CREDIT else None
        if pieces is None or not raw or not (pieces.known or sure) or raw.isdecimal():
            return None
        led_by_agency = pieces.agencies and all(map(is_person, pieces.unknown))
        handed = fold(raw) == _HANDED
        if not sure and ((pieces.source and not handed) or (pieces.unknown and not led_by_agency)):
            return None
        if not sure and pieces.unknown and raw.startswith(pieces.unknown[0]):
            return None
        return CaptionLine(_before(text[:end]) or None, pieces.to_credit(raw))


def _are_initials(text: str) -> bool:
    """Whether those who wrote and edited a story stand before its agencies: «ع.ش/ م.ن (د ب أ)»."""
    before = text.partition("(")[0].strip()
    return all(map(INITIALS.fullmatch, _BARS.split(before)))


def _last_bracket(text: str) -> int | None:
    """Where the bracket that ends `text` opens; its closing half may be missing."""
    if not _OPENER.search(text, max(0, len(text) - LONGEST_CREDIT - 1)):
        return None
    closed = text[-1] in _CLOSERS
    depth = 0
    for at in range(len(text) - 1, max(-1, len(text) - LONGEST_CREDIT - 2), -1):
        char = text[at]
        # The ornate pair is printed either way round: only the last one closes.
        if char in _CLOSERS and (char not in _OPENERS or at == len(text) - 1):
            if not closed:  # a bracket that closed before: what follows it is no credit
                return None
            depth += 1
        elif char in _OPENERS:
            depth -= 1
            if depth <= 0:
                return at
    return None


def _before(text: str) -> str:
    """A caption without what leads to its credit; controls that close its last word stay."""
    printed = _FREE_TATWEEL.sub("", text) if "ـ" in text else text
    printed = printed.rstrip(_BEFORE_CREDIT)
    if printed.endswith(".."):
        printed = _TWO_DOTS.sub("", printed)
    rest = text[len(printed) :]
    return printed + rest[: len(rest) - len(rest.lstrip(_CONTROLS))]
