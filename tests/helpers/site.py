"""A site that nobody has seen: its pages are put together here, in its own order and words."""

from __future__ import annotations

import random
from itertools import product

SECTIONS = ["مدارات", "بر وبحر", "ديوان", "شاشات"]
BUTTON, LABEL, MARKER = "اسمع النص", "رأى النور في", "من الحكاية نفسها"
_FOOTER = "\n\n\nمن نحن\nاتصل بالجريدة\n"
_WHO = ["بلدية الميناء", "نقابة الصيادين", "جامعة الإقليم", "هيئة السدود", "مجلس المدينة"]
_DOES = [
    "تفتتح سوقا جديدة للخضار",
    "تعلن خطة لحماية الشاطئ",
    "توزع ألف شتلة على السكان",
    "تعيد تشغيل العبارة القديمة",
    "تدعو إلى قراءة الصحف",
]
_HOW = ["بعد عامين من التوقف", "رغم نقص المال", "بمساعدة من المتطوعين"]
_NEWS = [" ".join(parts) for parts in product(_WHO, _DOES, _HOW)]
HEADLINES = [" ".join(parts) for parts in product(_WHO, _DOES)]


def headline(number: int) -> str:
    return HEADLINES[(7 * number) % len(HEADLINES)]


def paragraphs(number: int) -> list[str]:
    """Three different paragraphs a page."""
    return [
        f"قال متحدث أمس إن {_NEWS[at % len(_NEWS)]}، ولم يذكر موعدا."
        for at in range(3 * number, 3 * number + 3)
    ]


def titles(number: int) -> list[str]:
    """Two stories that no other page announces."""
    news = (_NEWS[(2 * number + at) % len(_NEWS)] for at in (0, 1))
    return [f"تقرير: {each}" for each in news]


def day(number: int) -> str:
    return f"{number % 27 + 1} مارس 2024"


def text(number: int) -> str:
    """Page `number` as text: the headline twice, the button, the label and day, the text."""
    return _text(number, _head(number))


def shuffled(number: int) -> str:
    """Page `number` as text, its head in an order of its own."""
    head = _head(number)
    random.Random(number).shuffle(head)
    return _text(number, head)


def _head(number: int) -> list[str]:
    head = [SECTIONS[number % 4], headline(number), headline(number), BUTTON]
    return [*head, f"{LABEL} {day(number)}"]


def _text(number: int, head: list[str]) -> str:
    tail = [MARKER, *titles(number)] if number % 3 else []
    body = "\n\n".join([*head, *paragraphs(number), *tail])
    return "\n".join([*SECTIONS, ""]) + "\n" + body + _FOOTER


def html(number: int, headline_class: str = "q-zz") -> str:
    """The same page as HTML, in elements whose names say nothing."""
    menu = "".join(f'<li class="m-m"><a href="/{s}">{s}</a></li>' for s in SECTIONS)
    body = "".join(f'<div class="p-pp">{text}</div>' for text in paragraphs(number))
    links = "".join(f'<div class="t-tt"><a href="/{t}">{t}</a></div>' for t in titles(number))
    marker = f'<div class="k-kk">{MARKER}</div>{links}' if number % 3 else ""
    return (
        f"<html><body><ul>{menu}</ul><div>"
        f'<span class="s-ss">{SECTIONS[number % 4]}</span>'
        f'<div class="{headline_class}">{headline(number)}</div><div class="b-bb">{BUTTON}</div>'
        f'<div class="d-dd">{day(number)}</div>{body}{marker}</div></body></html>'
    )


def broken(number: int) -> str:
    """Page `number` as text that is cut at every link: names of places stand on lines of their own
    inside sentences, the same ones on every page."""
    body = [
        sentence.replace("إن ", "إن\nوزارة المياه\nفي\nمدينة الميناء\n، ").replace(
            "، ولم", "\n، ولم"
        )
        for sentence in paragraphs(number)
    ]
    return "\n\n".join([*_head(number)[1:], *body]) + _FOOTER
