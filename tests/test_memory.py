"""What stays in memory once a page is read: no page and no layout makes it grow without bound."""

import gc
import random
import sys
import tracemalloc
import weakref

import pytest

import arnews
from arnews import layouts, lexicon, remembered

SENTENCE = "قال الوزير إن الحكومة ستعقد اجتماعاً يوم الأحد المقبل في العاصمة."
LAYOUT = """
id = "alwadi"
extends = "generic"
[markup]
headline = "h1.title"
[lexicon.sections]
names = ["ضفاف"]
"""
MOST = 8_000_000  # bytes that three pages may leave behind


def _words(draw, number):
    return " ".join(f"{draw.choice('abcdefgh')}{draw.randrange(10**4)}" for _ in range(number))


def _long_values(attribute):
    return lambda draw: "".join(
        f'<div {attribute}="{draw.random()} {"x" * 10**6}"><p>{SENTENCE}</p></div>'
        for _ in range(3)
    )


def _many_values(attribute):
    return lambda draw: "".join(
        f'<div {attribute}="{_words(draw, 300)}"><p>{SENTENCE}</p></div>' for _ in range(400)
    )


def _lines(form):
    return lambda draw: "\n\n".join(
        form.format(*("".join(draw.choices("ابتثجحخد", k=50)) for _ in range(4)))
        for _ in range(400)
    )


PAGES = {
    **{f"long {each}": _long_values(each) for each in ("class", "itemprop", "role", "style")},
    **{f"many {each}": _many_values(each) for each in ("class", "id", "itemprop", "style")},
    "bylines": _lines("كتب: {} {} - {} {}"),
    "credits": _lines("صورة {} ({}/{} {})"),
    "dates": _lines("{}، {} {} 3 مايو 2020 {}"),
}


@pytest.mark.parametrize("family", PAGES)
def test_pages_leave_little_behind(family):
    draw = random.Random(17)
    arnews.parse(PAGES[family](draw)[:20_000])  # tables are read
    gc.collect()
    tracemalloc.start()
    for _ in range(3):
        arnews.parse(PAGES[family](draw))
    gc.collect()
    left = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert left < MOST


@pytest.mark.parametrize("page", [f"<h1>سدود الجنوب</h1><p>{SENTENCE}</p>", SENTENCE])
def test_a_layout_is_freed_with_all_that_was_made_from_it(page):
    layout = layouts.loads(LAYOUT)
    arnews.can_print(arnews.parse(page, layout=layout), layout=layout)
    left = [weakref.ref(layout), weakref.ref(layout.lexicon)]
    del layout
    gc.collect()
    assert [each() for each in left] == [None, None]


def test_a_lexicon_is_freed():
    mine = lexicon.default().extended({"sections": {"names": ["ضفاف"]}})
    assert arnews.fields.date.parse("9 أبريل 2024", lexicon=mine)
    assert arnews.fields.byline.parse("كتب: محمد علي - رويترز", lexicon=mine)
    left = weakref.ref(mine)
    del mine
    gc.collect()
    assert left() is None


def test_what_is_remembered_of_texts_is_bounded_in_bytes():
    asked = []
    fold = remembered.remembered(lambda text: asked.append(text) or text.upper())
    for text in ("ab", "cd", "ab"):
        assert fold(text) == text.upper()
    assert asked == ["ab", "cd"]
    kept = fold.__self__
    for number in range(10_000):
        fold(f"{number} {'x' * 500}")
        fold(f"{number}" * 10_000)
        if number % 100 == 0:
            assert sum(map(sys.getsizeof, kept)) <= remembered.SPACE
    assert max(map(len, kept)) < 1_000
