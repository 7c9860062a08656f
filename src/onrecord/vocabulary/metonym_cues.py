"""The words that tell a government from a place: ``data/metonym_cues.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables

Relation = Literal[
    "subject", "passive", "attribute", "object", "owner", "townowner", "compound",
    "preposition", "joined", "moved",
]  # fmt: skip
Sense = Literal["government", "place"]


class MetonymCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Lemmas which, standing in ``relation`` to a place name, give it a reading."""

    relation: Relation
    words: tuple[str, ...]
    reading: Sense
    preposition: str = ""


@dataclass(frozen=True)
class MetonymCues:
    """The cues by relation; ``senses["subject"]["lie"] == "place"``.

    A preposition's cues stand under ``preposition/with``; the word ``*`` is any word.
    """

    senses: dict[str, dict[str, Sense]]

    def sense(self, relation: str, word: str) -> Sense | None:
        """What ``word`` makes of a name that stands in ``relation`` to it, or None."""
        words = self.senses.get(relation, {})
        return words.get(word) or words.get("*")


def load_metonym_cues(tables: Tables) -> MetonymCues:
    """Read the table.

    Raises:
        VocabularyError: naming file and line.
    """
    senses: dict[str, dict[str, Sense]] = {}
    for cue in tables.csv("metonym_cues", MetonymCue):
        relation = f"preposition/{cue.preposition}" if cue.preposition else cue.relation
        senses.setdefault(relation, {}).update(dict.fromkeys(cue.words, cue.reading))
    return MetonymCues(senses=senses)
