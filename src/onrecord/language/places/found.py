"""A place name found in a text, by its tokens."""

from __future__ import annotations

from dataclasses import dataclass

TAGGED_PLACE = frozenset({"GPE", "LOC", "FAC"})  # labels of the parser's names
LARGE_TOWN = 15_000  # people; smaller towns need a better witness in the text
SMALL_TOWN = 1_000  # people; enough for a town that an army takes
LISTED_TOWN = 10_000  # people; enough behind another town ("Bakhmut, Avdiivka and …")
CITY = 100_000  # people; enough for a town that an army takes, although the tagger sees a person
METROPOLIS = 500_000  # people; larger towns need no witness


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``first`` to ``last`` (exclusive) are a place name.

    Attributes:
        embedded: it stands inside the name of an organisation ("Bank of England").
        is_adjective: a demonym or adjective ("Syrian").
    """

    first: int
    last: int
    embedded: bool = False
    is_adjective: bool = False
