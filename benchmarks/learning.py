"""What learning a layout is worth, on sites that nobody has seen.

    python benchmarks/learning.py [SITES] [--form html]

Templates are drawn at random: the order of the fields, what is optional, the gaps, the words of
the interface, the names of sections, the styles, the elements and their classes. Pages are drawn
from each, with a menu, lists and a footer around them. A layout is learned from 10 pages and tried
on 100 others: errors (values missed or invented) a field, by the generic layout, by the learned
one, and by the template that printed the pages.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tomllib
import warnings
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

import arnews
from arnews import fields, learn, testing
from arnews.layouts import Layout, Styles, Words
from arnews.layouts.elements import DEFAULT, elements
from arnews.model import Article, Figure, Page, SeeAlso, Subheading

LEARNED_FROM, TRIED_ON = 10, 100
DRAWS = 4  # times that pages are drawn, before a template is given up

WORDS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
GAPS = ("⏎⏎", "⏎⏎", "⏎", "⏎⏎⏎", "␣6", "␣12")
TAGS = ("div", "div", "span", "p", "section", "h2", "h3", "li")


@frozen
class Site:
    """A site drawn at random: its layout, and what it prints around every page."""

    layout: Layout
    title: str | None
    menu: tuple[str, ...]
    elsewhere: str
    footer: tuple[str, ...]

    @property
    def known(self) -> Layout:
        """The layout as one would write it who knows all of the site's words."""
        printed = " ".join(self.layout.templates["text"].values())
        buttons = [word for word in WORDS["buttons"] if f'"{word}"' in printed]
        words = evolve(self.layout.words, interface=[*buttons, *self.menu, *self.footer])
        return evolve(
            self.layout, words=words, additions={"words": {"elsewhere": [self.elsewhere]}}
        )


def draw_site(number: int) -> Site:
    """Site `number`: always the same one."""
    draw = random.Random(number)
    sections = tuple(draw.sample(WORDS["sections"], 9))
    title = draw.choice(WORDS["sites"])
    layout = Layout(
        id=f"site{number}",
        words=Words(related=(draw.choice(WORDS["markers"]),), sections=sections),
        styles=Styles(
            draw.choice(["brackets", "dash", "copyright"]),
            draw.choice(sorted(fields.byline.STYLES)),
            draw.choice(sorted(fields.date.STYLES)),
        ),
        templates={"text": _template(draw)},
        markup=elements(_markup(draw)),
    )
    layout.template("text")
    return Site(
        layout,
        title if draw.random() < 0.5 else None,
        tuple(draw.sample(sections, 7)),
        draw.choice(WORDS["elsewhere"]),
        tuple(draw.sample(WORDS["footers"], 4)),
    )


def _template(draw: random.Random) -> dict[str, str]:
    gap = draw.choice(GAPS)
    body = ["paragraph", "figure", *draw.sample(["subheading", "quote", "see_also"], 2)]
    rules = {
        "page": "article{⏎⏎⏎}",
        "article": " ".join(
            [*_head(draw, gap), f"({' | '.join(body)}){{{gap}}}", *_tail(draw, gap)]
        ),
        "related": f"marker {gap} item{{{gap}}}",
        "item": " ".join(_item(draw)),
    }
    if "see_also" in body:
        rules["see_also"] = "marker ⏎ title{⏎}"
    return rules


def _head(draw: random.Random, gap: str) -> Iterator[str]:
    """What stands above the body, in any order; much of it may be missing on a page."""
    buttons = iter(draw.sample(WORDS["buttons"], 3))
    label = draw.choice(WORDS["date_labels"])
    published = draw.choice(["published", "published", f'"{label}" ␣ published'])
    pieces = ["headline", published]
    pieces += [
        f for f in ("kicker", "subtitle", "section", "byline", "lead_image") if draw.random() < 0.6
    ]
    pieces += [f'"{next(buttons)}"' for _ in range(draw.randint(1, 3))]
    draw.shuffle(pieces)
    if draw.random() < 0.4:
        pieces.insert(draw.randint(pieces.index("headline") + 1, len(pieces)), "=headline")
    for piece in pieces:
        always = piece in ("headline", "=headline", "section") or draw.random() < 0.6
        yield f"{piece} {gap}" if always else f"[{piece} {gap}]"


def _tail(draw: random.Random, gap: str) -> Iterator[str]:
    pieces = [f"[{gap} related]"]
    if draw.random() < 0.5:
        pieces.append(f'[{gap} "{draw.choice(WORDS["tag_labels"])}" {gap} tag{{{gap}}}]')
    if draw.random() < 0.5:
        pieces.append(f'{gap} "{draw.choice(WORDS["buttons"])}"')
    draw.shuffle(pieces)
    yield from pieces


def _item(draw: random.Random) -> Iterator[str]:
    if draw.random() < 0.3:
        yield "section ⏎"
    yield "title"
    if draw.random() < 0.3:
        yield "[⏎ teaser]"
    if draw.random() < 0.3:
        yield "⏎ published"


def _markup(draw: random.Random) -> dict[str, str]:
    """An element for every field, with a class that says nothing."""
    letters = "bcdfghjkmnpqrvwxz"
    made = {}
    for name in DEFAULT:
        word = "".join(draw.choices(letters, k=5))
        made[name] = f"{draw.choice(TAGS)}.{word[:1]}-{word[1:]}"
    made["headline"] = f"{draw.choice(['h1', 'h1', 'h2', 'div'])}.{made['headline'].split('.')[1]}"
    return made


def draw_pages(site: Site, form: testing.printed.Form, count: int) -> list[Page]:
    """`count` pages that the site's own layout reads as they are; none if it does so with few."""
    one_article = testing.pages_in(site.layout, form).filter(lambda page: len(page.articles) == 1)
    several = st.lists(one_article, min_size=3, max_size=3)
    decks = st.tuples(testing.subtitles, testing.headlines).map("... ".join)
    news = News(
        *(deque(dict.fromkeys(_drawn(s, 8 * count, 0))) for s in (testing.headlines, decks))
    )
    fair: dict[str, Page] = {}
    for again in range(DRAWS):
        for drawn in _drawn(several, 2 * count, again):
            page = news.freshened(_longer(drawn))
            refused = arnews.can_print(page, layout=site.layout, form=form)
            if page.articles[0].text not in fair and not refused:
                fair[page.articles[0].text] = page
            if len(fair) == count:
                return list(fair.values())
    return []


@frozen
class News:
    """Headlines and decks, each printed once: news does not come again, sites do."""

    headlines: deque[str]
    decks: deque[str]

    def freshened(self, page: Page) -> Page:
        """`page` with another headline, deck, subheadings and titles of stories."""
        (article,) = page.articles
        changed = evolve(
            article,
            headline=self.headline(),
            subtitle=self.deck() if article.subtitle else None,
            body=tuple(map(self.element, article.body)),
            related=tuple(evolve(item, title=self.headline()) for item in article.related),
        )
        return evolve(page, articles=(changed,))

    def element(self, element: arnews.BodyElement) -> arnews.BodyElement:
        if isinstance(element, SeeAlso):
            return SeeAlso(tuple(evolve(i, title=self.headline()) for i in element.items))
        if isinstance(element, Subheading):
            return Subheading(" ".join(self.headline().split()[:4]))
        return element

    def headline(self) -> str:
        self.headlines.rotate()
        return self.headlines[0]

    def deck(self) -> str:
        self.decks.rotate()
        return self.decks[0]


def _drawn(strategy: st.SearchStrategy[Any], count: int, number: int) -> list[Any]:
    """`count` values of a strategy, always the same ones for a `number`."""
    found: list[Any] = []

    @seed(number)
    @settings(
        max_examples=count,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def collect(value: Any) -> None:
        found.append(value)

    collect()
    random.Random(number).shuffle(found)  # what is drawn first is the simplest
    return found


def _longer(drawn: list[Page]) -> Page:
    """The first page with the bodies of all: news has more paragraphs than Hypothesis draws."""
    body = dict.fromkeys(element for page in drawn for element in page.articles[0].body)
    return evolve(drawn[0], articles=(evolve(drawn[0].articles[0], body=tuple(body)),))


def printed(site: Site, page: Page, form: testing.printed.Form, draw: random.Random) -> str:
    """`page` as scrapers find it: with what the site has on every page around it."""
    text = arnews.render(page, layout=site.layout, form=form)
    headline = page.articles[0].headline
    before = [*([f"{site.title} - {headline}"] if site.title else []), *site.menu]
    after = [site.elsewhere, *draw.sample(NEWS, 4), *site.footer]
    if form == "text":
        return "\n".join(before) + f"\n\n\n{text}\n\n\n" + "\n".join(after)
    text = re.sub('<meta name="generator"[^>]*>', "", text)  # what arnews prints, it knows
    menu = "".join(f'<li class="m-i"><a href="/s">{line}</a></li>' for line in before)
    lists = "".join(f'<div class="z-l"><a href="/n">{line}</a></div>' for line in after)
    text = text.replace("<body>", f'<body><ul class="m-l">{menu}</ul>', 1)
    return text.replace("</body>", f"{lists}</body>", 1)


NEWS = tuple(f"خبر آخر من اليوم رقم {number} لا صلة له بهذا المقال" for number in range(1, 40))


def values(article: Article) -> dict[str, list[object]]:
    """What an article says, by field."""
    byline = article.byline
    titles = [item.title for e in article.body if isinstance(e, SeeAlso) for item in e.items]
    return {
        "headline": [article.headline],
        "kicker": [article.kicker],
        "subtitle": [article.subtitle],
        "section": [article.section],
        "authors": list(byline.authors) if byline else [],
        "publication": [byline.publication] if byline else [],
        "place": [byline.place] if byline else [],
        "published": [article.published and article.published.iso],
        "modified": [article.modified and article.modified.iso],
        "lead_image": [
            article.lead_image and (article.lead_image.caption, article.lead_image.credit)
        ],
        "body": [
            (type(e).__name__, getattr(e, "text", None) or getattr(e, "caption", None))
            for e in article.body
            if not isinstance(e, SeeAlso) and not (isinstance(e, Figure) and not e.caption)
        ],
        "see also": list(titles),
        "tags": list(article.tags),
        "related": [(item.title, item.section, item.teaser) for item in article.related],
    }


def errors(wanted: Page, got: Page) -> Counter[str]:
    """Values that were missed and values that were invented, by field."""
    empty = Article()
    left, right = wanted.articles or (empty,), got.articles or (empty,)
    size = max(len(left), len(right))
    found: Counter[str] = Counter()
    for at in range(size):
        one, other = (values(a[at] if at < len(a) else empty) for a in (left, right))
        for name in one:
            there, here = (Counter(v for v in side[name] if v) for side in (one, other))
            found[name] += ((there - here) + (here - there)).total()
    return found


def try_site(number: int, form: testing.printed.Form, shown: bool = False) -> dict[str, Counter]:
    """Errors on pages that were not learned from, by layout and field; nothing if too few pages
    could be drawn."""
    site = draw_site(number)
    draw = random.Random(number)
    pages = draw_pages(site, form, LEARNED_FROM + TRIED_ON)
    if not pages:
        return {}
    texts = [printed(site, page, form, draw) for page in pages]
    learned = learn.learn(texts[:LEARNED_FROM], name=f"site{number}", kind=form)
    if shown:
        print("true:", *site.layout.templates["text"].values(), sep="\n")
        print(learned.text)
    layouts: dict[str, str | Layout] = {
        "generic": "generic", "learned": learned.layout, "true": site.known,
    }  # fmt: skip
    table = {}
    for name, layout in layouts.items():
        table[name] = Counter()
        for page, text in zip(pages[LEARNED_FROM:], texts[LEARNED_FROM:], strict=True):
            table[name] += errors(page, arnews.parse(text, layout=layout, kind=form))
    return table


def told(number: int, table: dict[str, Counter]) -> str:
    """One site on a line: all errors by layout, and the fields that the learned one made worse."""
    if not table:
        return f"site {number}: its own layout does not read it, left out"
    generic, learned = table["generic"], table["learned"]
    line = f"site {number}: " + ", ".join(f"{name} {c.total()}" for name, c in table.items())
    worse = [f"{f} {generic[f]} to {learned[f]}" for f in learned if learned[f] > generic[f]]
    return line + (f"; worse: {', '.join(worse)}" if worse else "")


def is_halved(table: dict[str, Counter]) -> bool:
    return 2 * table["learned"].total() <= table["generic"].total()


def show(table: dict[str, Counter]) -> None:
    names = dict.fromkeys(name for counter in table.values() for name in counter)
    print(f"{'':12}" + "".join(f"{name:>9}" for name in table))
    for name in names:
        print(f"{name:12}" + "".join(f"{counter[name]:>9}" for counter in table.values()))
    print(f"{'all':12}" + "".join(f"{c.total():>9}" for c in table.values()))


def main(arguments: Sequence[str]) -> None:
    warnings.simplefilter("ignore")  # Hypothesis on the size of what it draws
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("sites", nargs="?", type=int, default=6)
    options.add_argument("--first", type=int, default=0, help="the number of the first site")
    options.add_argument("--form", choices=("text", "html"), default="text")
    options.add_argument("--only", type=int, help="one site, with what was learned")
    given = options.parse_args(arguments)
    tables = []
    sites = range(given.first, given.first + given.sites)
    for number in [given.only] if given.only is not None else sites:
        table = try_site(number, given.form, shown=given.only is not None)
        print(told(number, table), flush=True)
        tables += [table] if table else []
    show({name: sum((t[name] for t in tables), Counter()) for name in tables[0]})
    print(f"errors halved at least: {sum(map(is_halved, tables))} of {len(tables)} sites")


if __name__ == "__main__":
    main(sys.argv[1:])
