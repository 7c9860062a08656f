"""What is known of the press: agencies, and how lines that are not reporting begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.bodies import Body
from onrecord.vocabulary.tables import Tables


class Agency(msgspec.Struct, frozen=True):
    """A news agency: the name we use, and the other ways it is printed."""

    name: str
    aliases: tuple[str, ...] = ()


class Opening(msgspec.Struct, frozen=True):
    """How a paragraph begins that is not reporting, and what it is."""

    begins: str
    kind: Literal["caption", "credit", "boilerplate", "byline"]


class Label(msgspec.Struct, frozen=True):
    """A word that says what kind of story follows: "EXCLUSIVE"."""

    label: str


@dataclass(frozen=True)
class Press:
    """The tables of the press.

    Attributes:
        agencies: printed name in lower case -> our name.
        openings: lower-case openings with their kind, longest first.
        labels: words in capitals that say what kind of story follows.
        names: printed names of agencies and media, in lower case.
    """

    agencies: dict[str, str]
    openings: tuple[tuple[str, str], ...]
    labels: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    @classmethod
    def load(cls, tables: Tables) -> Press:
        """Read ``agencies.csv``, ``boilerplate.csv``, ``story_labels.csv`` and ``media.csv``."""
        agencies = {}
        for row in tables.csv("agencies", Agency):
            for printed in (row.name, *row.aliases):
                agencies[printed.casefold()] = row.name
        rows = tables.csv("boilerplate", Opening)
        openings = sorted(((r.begins.casefold(), r.kind) for r in rows), key=lambda o: -len(o[0]))
        media = {n.casefold() for m in tables.csv("media", Body) for n in (m.name, *m.names)}
        return cls(
            agencies=agencies,
            openings=tuple(openings),
            labels=frozenset(row.label.upper() for row in tables.csv("story_labels", Label)),
            names=frozenset(agencies) | media,
        )
