"""Abbreviations, and the words that open sentences: for finding where sentences end."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables


class Abbreviation(msgspec.Struct, frozen=True):
    """A word that is written with a full stop.

    Attributes:
        word: in lower case, without its last full stop.
        kind: see the head of ``abbreviations.csv``.
    """

    word: str
    kind: Literal["title", "month", "either"]


class Starter(msgspec.Struct, frozen=True):
    """A word that, capitalised after an abbreviation, shows that a sentence begins."""

    word: str


@dataclass(frozen=True)
class SentenceWords:
    """What the sentence splitter knows.

    Attributes:
        binding: abbreviations that no sentence ends after.
        either: abbreviations that a sentence may end after.
        starters: words that open sentences, capitalised.
    """

    binding: frozenset[str]
    either: frozenset[str]
    starters: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> SentenceWords:
        """Read ``abbreviations.csv`` and ``starters.csv``."""
        rows = tables.csv("abbreviations", Abbreviation)
        return cls(
            binding=frozenset(row.word for row in rows if row.kind != "either"),
            either=frozenset(row.word for row in rows if row.kind == "either"),
            starters=frozenset(row.word for row in tables.csv("starters", Starter)),
        )


def load_quote_cues(tables: Tables) -> frozenset[str]:
    """The verb forms that follow a quotation and its speaker (``quotecues.csv``)."""
    return frozenset(row.word for row in tables.csv("quotecues", Starter))
