"""The ontology of events: PLOVER's categories and the words that carry them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables, VocabularyError


class Category(msgspec.Struct, frozen=True):
    """A category of events.

    Attributes:
        name: "ASSAULT".
        quad: quad class, 1 to 4.
        cameo: nearest CAMEO root code.
        about: what it covers.
    """

    name: str
    quad: Literal[1, 2, 3, 4]
    cameo: str | None = None
    about: str = ""


class Trigger(msgspec.Struct, frozen=True):
    """Words that carry an event; see the head of ``triggers.csv``."""

    lemmas: tuple[str, ...]
    pos: Literal["verb", "noun"]
    event: str
    mode: str | None = None
    to: tuple[str, ...] = ()
    owner: Literal["actor", "recipient", "both"] | None = None


@dataclass(frozen=True)
class Ontology:
    """Categories by name, and triggers by lemma and part of speech."""

    categories: dict[str, Category]
    triggers: dict[tuple[str, str], Trigger]

    @classmethod
    def load(cls, tables: Tables) -> Ontology:
        """Read ``plover.toml`` and ``triggers.csv``, ours and then the user's.

        Raises:
            VocabularyError: a trigger names a category that is not there.
        """
        categories = {c.name: c for c in tables.toml("plover", Category, "category")}
        triggers: dict[tuple[str, str], Trigger] = {}
        for row in tables.csv("triggers", Trigger):
            if row.event not in categories:
                raise VocabularyError(
                    f"triggers.csv: {row.lemmas[0]!r} has the category {row.event!r}, which "
                    "plover.toml does not have"
                )
            for lemma in row.lemmas:
                triggers[lemma, row.pos] = row
        return cls(categories, triggers)
