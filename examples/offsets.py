"""Leads from each field of an article back to its place in the source.

For annotation, or to show where an answer was found: each block of the page names the fields that
have their value from it, and, for text, where it begins and ends, in characters of the text.
"""

import arnews

TEXT = """\
الرئيسية / محليات
قمة الرياض تختتم أعمالها
3 مارس 2025
سمير ناصر
اختتم القادة أعمال القمة في الرياض مساء الأحد، وأعلنوا خطة للمياه.
شارك
وقال الوزير إن الخطة تبدأ في الربيع المقبل، وتستمر عامين.
"""


def run() -> None:
    """Prints each field with its place, and the first paragraph as it stands there."""
    page = arnews.parse(TEXT, kind="text")
    blocks = {field: block for block in page.blocks for field in block.feeds}
    for field, block in blocks.items():
        print(f"{block.start:>4}–{block.end:<4} {field:<22} {block.text[:40]}")

    first = blocks["articles[0].body[0]"]
    assert TEXT[first.start : first.end] == page.articles[0].paragraphs[0].text
    print(TEXT[first.start : first.end])


if __name__ == "__main__":
    run()
