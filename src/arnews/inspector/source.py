"""The column of the source: block by block, with its role, its zone and the evidence.

A block is a `<details>`: its line shows the role and the text, and what opens below it says why.
Blocks that gave the article nothing (repetitions, boilerplate) fold away, unless one of them looks
like a value.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape
from itertools import groupby, starmap
from typing import NamedTuple

from ..model import LabelledBlock, Page
from ..refusals import Refusal, refusals
from . import words
from .words import anchor, in_parts, isolated, name

_DEBRIS = frozenset({"interface", "chrome", "picture"})
_EXCERPT = 90  # characters of what is folded away
_WIDEST = 20  # the weight of the longest bar


class _Row(NamedTuple):
    number: int
    block: LabelledBlock
    refusals: tuple[Refusal, ...]

    @property
    def repeats(self) -> bool:
        """Whether it has the role of a value that another block has printed already."""
        role = self.block.role
        return not self.block.feeds and role not in _DEBRIS and role != "related_marker"

    @property
    def is_folded(self) -> bool:
        wanted = self.block.feeds or self.block.role == "related_marker" or self.refusals
        return not wanted


def source(page: Page, prefix: str) -> str:
    """All blocks of `page`; `prefix` is before every `id`."""
    found = zip(page.blocks, refusals(page), strict=True)
    rows = [_Row(index, *each) for index, each in enumerate(found)]
    zones = groupby(rows, lambda row: row.block.zone or "")
    return "".join(_zone(zone, list(inside), prefix) for zone, inside in zones)


def legend(page: Page) -> str:
    """The roles of `page` with the number of their blocks, as buttons that filter by them."""
    counts = Counter(block.role for block in page.blocks)
    buttons = (
        f'<button type="button" class="r-{escape(role)}" data-role="{escape(role)}" '
        f'aria-pressed="false" disabled>{escape(words.role(role))} <b>{count}</b></button>'
        for role, count in counts.items()
    )
    return "".join(buttons)


def _zone(zone: str, rows: Sequence[_Row], prefix: str) -> str:
    folds = groupby(rows, lambda row: row.is_folded)
    inside = "".join(_rows(folded, list(group), prefix) for folded, group in folds)
    class_ = zone.replace(" ", "-")
    label = f'<p class="zone-name" title="{escape(zone)}"><bdi>{escape(words.zone(zone))}</bdi></p>'
    return f'<div class="zone z-{escape(class_)}">{label}<div>{inside}</div></div>\n'


def _rows(folded: bool, rows: Sequence[_Row], prefix: str) -> str:
    inside = in_parts([_block(row, prefix) for row in rows])
    return f'<details class="fold">{_folded(rows)}{inside}</details>\n' if folded else inside


def _folded(rows: Sequence[_Row]) -> str:
    counts = Counter("مكرَّر" if row.repeats else words.role(row.block.role) for row in rows)
    named = "، ".join(f"{escape(role)} {count}" for role, count in counts.items())
    excerpt = words.text(_excerpt(row.block.text for row in rows))
    return f"<summary><b>{named}</b> <span>{excerpt}</span></summary>"


def _excerpt(texts: Iterable[str]) -> str:
    """The first words of `texts`."""
    shown = ""
    for text in filter(None, texts):
        shown += (" · " if shown else "") + " ".join(text[:_EXCERPT].split())
        if len(shown) > _EXCERPT:
            return shown[:_EXCERPT] + "…"
    return shown


def _block(row: _Row, prefix: str) -> str:
    """A block in few elements: a long page has twenty thousand."""
    number, block, refused = row
    anchors = " ".join(map(anchor, block.feeds))
    feeds = f' data-feeds="{escape(anchors)}"' if anchors else ""
    following = f' data-next="{escape(block.runner_up[0])}"' if block.runner_up else ""
    again = ' <i class="again">مكرَّر</i>' if row.repeats else ""
    doubt = ' <i class="doubt" title="يشبه قيمة ولم يُقرأ كذلك">؟</i>' if refused else ""
    text = words.text(block.text) or "<i>بلا نص</i>"
    return (
        f'<details class="block r-{escape(block.role)}" id="{prefix}b{number}"{feeds}{following}>'
        f"<summary><span class=role>{escape(words.role(block.role))}{again}{doubt}</span>"
        f"<span class=text>{text}</span></summary>"
        f"<div class=why>{''.join(_why(row, prefix))}</div></details>\n"
    )


def _why(row: _Row, prefix: str) -> Iterator[str]:
    block = row.block
    for refusal in row.refusals:
        yield f"<p class=refused>{_refused(refusal, block.role)}</p>"
    yield f"الدور {name(block.role)}{' · المنطقة ' + name(block.zone) if block.zone else ''}"
    links = (f'<a href="#{prefix}{anchor(path)}">{name(path)}</a>' for path in block.feeds)
    yield f"{' · إلى ' * bool(block.feeds)}{'، '.join(links)}\n"
    if block.evidence:
        yield f"<ul class=weights>{''.join(starmap(_weight, block.evidence))}</ul>"
    if block.runner_up:
        yield f"{_runner_up(*block.runner_up)}\n"
    yield _place(block)


def _weight(feature: str, weight: float) -> str:
    """A feature and its weight; a class says how long its bar is."""
    bar = f"w{min(_WIDEST, round(abs(weight)))}{' against' * (weight < 0)}"
    signed = f"{weight:+g}".replace("-", "−")
    return f'<li class="{bar}">{signed} {escape(feature)}'


def _runner_up(role: str, margin: float) -> str:
    named = f"الدور التالي {escape(words.role(role))} {name(role)}"
    if margin < 0:
        return f"{named}، وكان متقدماً بفارق {-margin:g}: حسم القالب"
    return f"{named}، متأخر بفارق {margin:g}" if margin else f"{named}، متعادل"


def _place(block: LabelledBlock) -> str:
    if block.path is None:
        cut = f" · بعد {name(block.cut)}" if block.cut else ""
        return f"الحروف {block.start}–{block.end}{cut}"
    around = escape(" ".join(block.classes))
    return f"المسار {name(block.path)}\nالعناصر <code dir=ltr>{around}</code>"


def _refused(refusal: Refusal, role: str) -> str:
    kind, others, parts = refusal
    value = words.value(kind)
    if not others:
        return f"صيغته صيغة {value}، لكنه في هذا الموضع {escape(words.role(role))}"
    named = " و".join(map(_quoted, others))
    if not parts:
        return f"ليس ب{value}: {named} لا يسمّي وكالة ولا مصوّراً ولا أرشيفاً"
    return f"ليس ب{value}: {named} ليس جزءاً منه، بخلاف {' و'.join(map(_quoted, parts))}"


def _quoted(phrase: str) -> str:
    return isolated(f"«{phrase}»")
