"""The words around names in bylines: labels, jobs, titles, labels of sources."""

from __future__ import annotations

from functools import cached_property

from attrs import define

from ..errors import BadLexicon
from ..folding import fold
from ..remembered import remembered
from .table import Table


@remembered
def fold_role(text: str) -> str:
    """The normal form of a label or job: folded, with single blanks, without marks around it.

    «بقلم:» gives «بقلم».
    """
    return " ".join(fold(text).strip(" .:-/*\"'()\n\r").split())


@define(frozen=True, slots=False)
class Roles:
    """Normal forms, grouped as in `roles.toml`, which explains each group."""

    writer_labels: frozenset[str]
    labels: frozenset[str]
    lone_labels: frozenset[str]
    picture_labels: frozenset[str]
    jobs: frozenset[str]
    offices: frozenset[str]
    posted: frozenset[str]
    press: frozenset[str]
    state: frozenset[str]
    bare_jobs: frozenset[str]
    titles: frozenset[str]
    sources: frozenset[str]
    source_adjectives: frozenset[str]
    nobody: frozenset[str]
    mastheads: frozenset[str]

    @classmethod
    def read(cls, table: Table) -> Roles:
        """The words of `roles.toml`. Raises `BadLexicon` where an entry breaks a rule."""
        roles = cls(**{name: frozenset(map(fold_role, table[name])) - {""} for name in table})
        jobs = dict.fromkeys(("posted", "press", "offices"), ("job", roles.jobs))
        labels = dict.fromkeys(("lone_labels", "picture_labels"), ("label", roles.all_labels))
        for name, (thing, known) in (jobs | labels).items():
            if strange := getattr(roles, name) - known:
                raise BadLexicon(f"roles.toml: {name} has «{min(strange)}», which is no {thing}")
        return roles

    @cached_property
    def all_labels(self) -> frozenset[str]:
        return self.labels | self.writer_labels
