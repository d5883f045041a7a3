"""Names of persons: near misses, which a byline takes for a writer or leaves alone."""

import pytest

from arnews import lexicon
from arnews.fields.person import LIKELY, MAYBE, NO, SURE, leading_name, name_score, split_names

LEXICON = lexicon.default()


@pytest.mark.parametrize(
    ("text", "score"),
    [
        # One word is a name or not; with the article it is none.
        ("سيروان", MAYBE),
        ("الكوجري", NO),
        # A given name first, or a particle, or a title; else further behind, or «ال…ي».
        ("محمد العلي", SURE),
        ("السيد كوجري", SURE),
        ("بن كوجري", SURE),
        ("د. كوجري", SURE),
        ("م كوجري", SURE),
        ("الدكتور كوجري", SURE),
        ("الدكتور / كوجري", SURE),
        ("الدكتور", NO),
        ("سيروان محمد", LIKELY),
        ("سيروان الكوجري", LIKELY),
        ("سيروان كوجري الزهري", LIKELY),
        ("سيروان كوجري برزان الزهري", MAYBE),
        ("سيروان الني", MAYBE),
        ("سيروان كوجري", MAYBE),
        ("الرشيد كوجري", NO),
        # Seven words.
        ("محمد علي حسن حسين سالم فهد ناصر", SURE),
        ("محمد علي حسن حسين سالم فهد ناصر خالد", NO),
        # Words that no name has, unless a particle stands before them.
        ("محمد الشركات", NO),
        ("محمد بالقاهرة", NO),
        ("محمد للقاهرة", NO),
        ("محمد وزارة", NO),
        ("محمد السلام", NO),
        ("محمد عبد السلام", SURE),
        ("محمد نبات", SURE),
        ("محمد 5", NO),
        # «على» is a man before a name, else the preposition.
        ("على محمد", SURE),
        ("على عبد العال", SURE),
        ("على ضفة النهر", NO),
        ("على كوجري", NO),
        ("محمد على ضفة", NO),
    ],
)
def test_how_much_words_look_like_a_name(text, score):
    assert name_score(text, LEXICON) == score


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # «و» is "and" before a word that may begin a name, and not the beginning of that name.
        ("محمد شوقي وهبة عادل", ["محمد شوقي", "هبة عادل"]),
        ("محمد شوقي و هبة عادل", ["محمد شوقي", "هبة عادل"]),
        ("محمد شوقي ووائل", ["محمد شوقي", "وائل"]),
        ("محمد ووائل عادل", ["محمد", "وائل عادل"]),
        ("محمد شوقي وكوجري زعفران", ["محمد شوقي", "كوجري زعفران"]),
        ("محمد شوقي وأبو هبة", ["محمد شوقي", "أبو هبة"]),
        ("محمد شوقي وكوجري", ["محمد شوقي وكوجري"]),
        ("محمد شوقي وهبة", ["محمد شوقي وهبة"]),
        ("محمد وهبة عادل", ["محمد وهبة عادل"]),
        ("محمد وكوجري زعفران", ["محمد وكوجري زعفران"]),
        ("محمد شوقي وزارة النقل", ["محمد شوقي وزارة النقل"]),
        # Without a mark: after a surname with the article, or in a run that is too long for a name.
        ("هبة العادل محمد شوقي", ["هبة العادل", "محمد شوقي"]),
        ("هبة العادل محمد", ["هبة العادل محمد"]),
        ("هبة بن العادل محمد شوقي", ["هبة بن العادل محمد شوقي"]),
        ("هبة عادل محمد شوقي سالم", ["هبة عادل محمد شوقي سالم"]),
        ("هبة عادل محمد شوقي سالم فهد", ["هبة عادل", "محمد شوقي", "سالم فهد"]),
    ],
)
def test_where_a_name_ends(text, names):
    assert list(split_names(text, LEXICON)) == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("آسيا العتروس ما الذي تغير", "آسيا العتروس"),
        ("آسيا بن العتروس ما الذي تغير", "آسيا بن العتروس"),
        ("آسيا قالت", ""),
        ("آسيا 5 آلاف", ""),
        ("آسيا", ""),
        ("كوجري زعفران يقول", ""),
        ("وزارة النقل تعلن", ""),
    ],
)
def test_the_name_before_a_text(text, name):
    assert leading_name(text, LEXICON) == name
