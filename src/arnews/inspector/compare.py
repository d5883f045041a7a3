"""Two readings of each page side by side, with an index that counts where they differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from typing import NamedTuple

from ..model import Page
from . import words
from .diff import Difference, Piece, by_words, differences
from .words import code, isolated


class _Pair(NamedTuple):
    number: int
    name: str
    found: list[Difference]


def compared(pages: Mapping[str, tuple[Page, Page]], sides: tuple[str, str]) -> str:
    """The body of the document."""
    pairs = [
        _Pair(number, name, differences(*pair)) for number, (name, pair) in enumerate(pages.items())
    ]
    changed = sorted(filter(lambda pair: pair.found, pairs), key=lambda pair: -len(pair.found))
    same = [pair.name for pair in pairs if not pair.found]
    return (
        f'<main class="compare">{_head(pairs, sides)}{_index(changed)}{_same(same)}'
        f"{''.join(_page(pair, sides) for pair in changed)}</main>"
    )


def _head(pairs: Sequence[_Pair], sides: tuple[str, str]) -> str:
    facts = (
        ("الصفحات", len(pairs)),
        ("المختلفة", sum(bool(pair.found) for pair in pairs)),
        ("الفروق", sum(len(pair.found) for pair in pairs)),
    )
    told = "".join(f"<div><dt>{label}</dt><dd>{count}</dd></div>" for label, count in facts)
    one, other = map(isolated, sides)
    title = f'<h1>مقارنة <del>{one}</del> <span aria-hidden="true">←</span> <ins>{other}</ins></h1>'
    return f'<header><div class="bar">{title}<dl>{told}</dl></div></header>\n'


def _index(changed: Sequence[_Pair]) -> str:
    """A row for each page that differs: how often, and in which fields."""
    if not changed:
        return ""
    totals = Counter(each.field for pair in changed for each in pair.found)
    heads = "".join(f'<th scope="col">{escape(words.field(name))}</th>' for name in totals)
    rows = "".join(_index_row(pair, totals) for pair in changed)
    sums = "".join(f"<td>{count}</td>" for count in totals.values())
    return (
        '<nav id="index" aria-label="الفهرس"><div class="wide" tabindex="0" role="region" '
        'aria-label="الفروق في كل صفحة"><table><thead><tr><th scope="col">الصفحة</th>'
        f'<th scope="col">الفروق</th>{heads}</tr></thead><tbody>{rows}</tbody>'
        f'<tfoot><tr><th scope="row">المجموع</th><td>{totals.total()}</td>{sums}</tr></tfoot>'
        "</table></div></nav>\n"
    )


def _index_row(pair: _Pair, fields: Iterable[str]) -> str:
    counts = Counter(each.field for each in pair.found)
    cells = "".join(f"<td>{counts[name] or ''}</td>" for name in fields)
    link = f'<a href="#page-{pair.number}">{isolated(pair.name)}</a>'
    return f'<tr><th scope="row">{link}</th><td><b>{len(pair.found)}</b></td>{cells}</tr>'


def _same(names: Sequence[str]) -> str:
    if not names:
        return ""
    listed = "".join(f"<li>{isolated(name)}</li>" for name in names)
    return (
        f'<details class="same"><summary>لا فرق في: {len(names)}</summary>'
        f"<ul>{listed}</ul></details>\n"
    )


def _page(pair: _Pair, sides: tuple[str, str]) -> str:
    heads = "".join(f'<th scope="col">{isolated(side)}</th>' for side in sides)
    return (
        f'<section class="pair" id="page-{pair.number}"><h2>{isolated(pair.name)} '
        f'<a class="back" href="#index">الفهرس</a></h2><table><thead><tr>'
        f'<th scope="col">الحقل</th>{heads}</tr></thead>'
        f"<tbody>{''.join(map(_row, pair.found))}</tbody></table></section>\n"
    )


def _row(found: Difference) -> str:
    one, other = by_words(found.one or "", found.other or "")
    return (
        f'<tr><th scope="row">{escape(words.field(found.field))} {code(found.path)}</th>'
        f"<td>{''.join(_pieces('del', one)) or '—'}</td>"
        f"<td>{''.join(_pieces('ins', other)) or '—'}</td></tr>"
    )


def _pieces(element: str, pieces: Iterable[Piece]) -> Iterator[str]:
    for piece, is_same in pieces:
        if piece:
            shown = words.text(piece)
            yield f"{shown} " if is_same else f"<{element}>{shown}</{element}> "
