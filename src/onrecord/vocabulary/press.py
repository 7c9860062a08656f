"""What is known of the press: agencies, and how lines that are not reporting begin."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables


class Agency(msgspec.Struct, frozen=True):
    """A news agency: the name we use, and the other ways it is printed."""

    name: str
    aliases: tuple[str, ...] = ()


class Opening(msgspec.Struct, frozen=True):
    """How a paragraph begins that is not reporting, and what it is."""

    begins: str
    kind: Literal["caption", "credit", "boilerplate", "byline"]


@dataclass(frozen=True)
class Press:
    """The tables of the press.

    Attributes:
        agencies: printed name in lower case -> our name.
        openings: lower-case openings with their kind, longest first.
    """

    agencies: dict[str, str]
    openings: tuple[tuple[str, str], ...]

    @classmethod
    def load(cls, tables: Tables) -> Press:
        """Read ``agencies.csv`` and ``boilerplate.csv``."""
        agencies = {}
        for row in tables.csv("agencies", Agency):
            for printed in (row.name, *row.aliases):
                agencies[printed.casefold()] = row.name
        rows = tables.csv("boilerplate", Opening)
        openings = sorted(((r.begins.casefold(), r.kind) for r in rows), key=lambda o: -len(o[0]))
        return cls(agencies=agencies, openings=tuple(openings))
