"""Checks what a caller passes: a wrong type is told at the door, with what to do."""

from __future__ import annotations

from collections.abc import Iterable

from .errors import BadArgument

_LONGEST = 40  # characters of a value in a message
_MANY = 10**_LONGEST


def check(name: str, value: object, types: type | tuple[type, ...], wanted: str) -> None:
    """Raises `BadArgument` if `value`, passed as the argument `name`, is none of `types`.

    `wanted` says what to pass instead: "the address of the page as str, or None".
    """
    if not isinstance(value, types):
        raise wrong(name, value, wanted)


def one_of(name: str, value: object, known: Iterable[str]) -> None:
    """Raises `BadArgument` if `value`, passed as the argument `name`, is none of `known`."""
    names = tuple(known)
    if value not in names:
        raise wrong(name, value, "one of " + ", ".join(map(repr, names)))


def wrong(name: str, value: object, wanted: str) -> BadArgument:
    """The error for `value`, which is not what is `wanted` for the argument `name`."""
    return BadArgument(f"{name} is {shown(value)}; wanted is {wanted}")


def shown(value: object) -> str:
    """`value` in a message: a short one as it is written, else its type.

    >>> from pathlib import Path
    >>> shown(None), shown("pdf"), shown(Path("page.html"))
    ('None', "'pdf'", 'a PosixPath')
    """
    if isinstance(value, str | bytes):
        return repr(value[:_LONGEST]) + "…" * (len(value) > _LONGEST)
    if value is None or isinstance(value, float) or (isinstance(value, int) and value < _MANY):
        return repr(value)
    name = type(value).__name__
    return f"{'an' if name[:1] in 'AEIOUaeiou' else 'a'} {name}"
