"""The data files that ship with arnews, each beside the module that reads it.

What reads them is imported with the first of them: who imports arnews waits for neither.
"""

from __future__ import annotations

from typing import Any


def text(package: str, name: str) -> str:
    """The file `name` in `package`."""
    from importlib import resources

    return resources.files(package).joinpath(name).read_text("utf-8")


def read(package: str, name: str) -> dict[str, Any]:
    """The table `name`, a TOML file in `package`."""
    import tomllib

    return tomllib.loads(text(package, name))
