"""A run of anything, however long, is read in time linear in its length: no pattern backtracks."""

import pytest

import arnews
from helpers.linear import assert_linear

RUNS = [
    *(
        " ",
        "\t",
        "\u00a0",
        "    ",
        "\u200f",
        "ـ",
        "\u064b",
        "\u0651\u064b",
        "ا",
        "ال",
        "و",
        "آ",
        "a",
    ),
    *(
        "1",
        "١",
        "1 ",
        "1:",
        "1/",
        "/",
        "/ا",
        "|",
        "| ",
        "ا | ",
        "-",
        " - ",
        "ا-",
        "ا / ",
        ".",
        ". ",
    ),
    *(
        "...",
        "ا. ",
        "،",
        "، ",
        "ا،",
        ":",
        ": ",
        "(",
        ")",
        "(ا",
        "(ا) ",
        "«",
        '"',
        "<",
        "&",
        "a=",
        "#ا ",
    ),
    *("اب ", "من ", "قبل ", "كتب ", "محمد ", "محمد، ", "لندن ", "لندن: ", "لندن - ", "صورة: "),
    *("رويترز", "رويترز ", " رويترز/", "(رويترز) ", "لندن (رويترز) - ", "اقرأ أيضا: "),
    *("2020 ", "12 يناير ", "12/5/2020 ", "الأحد ", "a@b.c ", "http://a.b/ "),
    *("TT\n", "1\n", "رويترز\n", "(رويترز)\n", "12 يناير 2020\n", "قال الوزير إن. \n"),
]
FORMS = {
    "alone": "ا{}ا",
    "in a page": "عنوان الخبر هنا\n\nقال الوزير إن الحكومة ستجتمع.\n\nا{}ا\n\nقال الوزير.",
    "markup": "<h1>عنوان الخبر هنا</h1><p>قال الوزير إن الحكومة ستجتمع.</p><div>ا{}ا</div>",
}


@pytest.mark.heavy
@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("run", RUNS)
def test_time_is_linear(run, form):
    def work(size):
        text = FORMS[form].format(run * (size // len(run)))
        return lambda: arnews.parse(text)

    assert_linear(work, 8_000)
