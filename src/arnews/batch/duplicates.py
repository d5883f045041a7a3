"""Which article of a run had a text first: the same text, or nearly the same.

A worker makes a key of each text. The run looks the keys up in the database of its journal, so they
are kept with the output that they belong to, and memory does not grow with them.

Two texts are nearly the same if they have four fifths of their runs of three words in common. The
key is a MinHash signature by rensa. A text is compared with those that share a piece of it.
"""

from __future__ import annotations

import hashlib
import os
import re
import sqlite3
import struct
from functools import cache
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any, Literal, TypeAlias

from .errors import MissingExtra

Kind: TypeAlias = Literal["same", "near"]

TABLES = """
CREATE TABLE IF NOT EXISTS batch_texts (digest BLOB PRIMARY KEY, id TEXT) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS batch_near (text INTEGER PRIMARY KEY, signature BLOB, id TEXT);
CREATE TABLE IF NOT EXISTS batch_bands (
    band INTEGER, text INTEGER, PRIMARY KEY (band, text)
) WITHOUT ROWID;
"""

_RUN = 3  # words
_VALUES = 128  # of a signature
_ALIKE = 0.8  # share of equal values from which on two texts are nearly the same
#: Of twelve bands of five values, one is equal in 99 % of texts that are 0.8 alike.
_BANDS, _ROWS = 12, 5
_COMPARED = 20  # texts that share a band, the latest: a bulletin may come a thousand times
_BESIDE = """
SELECT text, signature, id FROM batch_bands JOIN batch_near USING (text)
WHERE band = ? ORDER BY text DESC LIMIT ?
"""
_BAND = struct.Struct(f"<{_ROWS + 1}I")
_KEY = struct.Struct(f"<{_BANDS}q{_VALUES}s")
_MARKS = re.compile("[\u0640\u064b-\u065f\u0670]")  # vowels, and what makes a word longer
_WORD = re.compile(r"[^\W_]+")


def described(kind: Kind | None) -> str | None:
    """What the journal notes: another version of rensa may give other signatures.

    Raises `MissingExtra` without rensa.
    """
    if kind != "near":
        return kind
    try:
        return f"near, by rensa {version('rensa')}"
    except PackageNotFoundError:
        raise MissingExtra("rensa", "--near-duplicates") from None


def key_of(text: str, kind: Kind) -> bytes | None:
    """What is equal for two texts of the same words, or close; `None` for no text."""
    if kind == "near":
        return _near(text)
    words = " ".join(text.split()).encode("utf-8", "replace")
    return _digest(words, 16) if words else None


def _digest(data: bytes, size: int) -> bytes:
    return hashlib.blake2b(data, digest_size=size).digest()


def _near(text: str) -> bytes | None:
    """The bands, and the lowest byte of each value, by which those that are equal are counted."""
    words = _WORD.findall(_MARKS.sub("", text))
    if not words:
        return None
    runs = [" ".join(words[at : at + _RUN]) for at in range(max(1, len(words) - _RUN + 1))]
    made = _rensa().RMinHash(num_perm=_VALUES, seed=1)
    made.update(runs)
    values = made.digest()
    bands = (_digest(_BAND.pack(at, *values[at * _ROWS :][:_ROWS]), 8) for at in range(_BANDS))
    return b"".join(bands) + bytes(value & 0xFF for value in values)


@cache
def _rensa() -> Any:
    # Its allocator takes a gigabyte of addresses at once, of the memory that a worker may have.
    os.environ.setdefault("MIMALLOC_ARENA_RESERVE", "0")
    return import_module("rensa")


def first_with(connection: sqlite3.Connection, key: bytes, place: str, kind: Kind) -> str | None:
    """The first article with the text of `key`; `None` notes `place` as the first.

    Articles that have a first one are not noted, so all of a group name the same.
    """
    if kind == "near":
        return _first_near(connection, key, place)
    row = connection.execute("SELECT id FROM batch_texts WHERE digest = ?", (key,)).fetchone()
    if row:
        first: str = row[0]
        return first
    connection.execute("INSERT INTO batch_texts VALUES (?, ?)", (key, place))
    return None


def _first_near(connection: sqlite3.Connection, key: bytes, place: str) -> str | None:
    *bands, signature = _KEY.unpack(key)
    found = {
        row[0]: row[1:] for band in bands for row in connection.execute(_BESIDE, (band, _COMPARED))
    }
    for _, (other, first) in sorted(found.items()):
        if sum(map(int.__eq__, signature, other)) >= _ALIKE * _VALUES:
            return str(first)
    added = connection.execute(
        "INSERT INTO batch_near (signature, id) VALUES (?, ?)", (signature, place)
    )
    rows = ((band, added.lastrowid) for band in bands)
    connection.executemany("INSERT OR IGNORE INTO batch_bands VALUES (?, ?)", rows)
    return None


def forget(connection: sqlite3.Connection) -> None:
    """Forgets all texts: nothing is to come any more."""
    for table in ("batch_texts", "batch_near", "batch_bands"):
        connection.execute(f"DELETE FROM {table}")
