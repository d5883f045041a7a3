"""One self-contained HTML document: its policy lets its own style and script run, nothing else."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from html import escape
from typing import NamedTuple

from .. import tables


class _Shell(NamedTuple):
    html: str
    style: str
    script: str
    policy: str


def document(title: str, body: str) -> str:
    """`body`, which is HTML, as a complete document that loads nothing from anywhere."""
    shell = _shell()
    return shell.html.format(
        policy=shell.policy,
        title=escape(title),
        style=shell.style,
        script=shell.script,
        body=body,
    )


@cache
def _shell() -> _Shell:
    html, style, script = (tables.text(__package__, f"page.{kind}") for kind in _KINDS)
    policy = (
        f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    return _Shell(html, style, script, policy)


_KINDS = ("html", "css", "js")


def _hash(code: str) -> str:
    digest = hashlib.sha256(code.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
