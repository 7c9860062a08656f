"""From the words of a place name to the spots that they can mean."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.places.names import fold
from onrecord.language.places.spots import Spot

if TYPE_CHECKING:
    from onrecord.language.places.gazetteer import Gazetteer

_DIVISION_WORDS = frozenset(
    "province oblast region governorate prefecture state department krai canton voivodeship "
    "county district republic territory".split()
)


_DIVISIONS = ("division", "county")
SMALLEST_CORE = 1_000  # people in a town that is left when words around its name are cut
SMALLEST_SEAT = 20_000  # people in a division's chief town


class Candidates:
    """Finds them: the name as it stands, then without the words around its core.

    "Idlib province" is looked up whole, then as the division of that name, then as Idlib;
    "northern Syria" as Syria; "the city of Homs" as Homs.
    """

    def __init__(self, gazetteer: Gazetteer, words: dict[str, frozenset[str]]) -> None:
        self._gazetteer = gazetteer
        self._kinds = words["kind"]
        self._of = words["of"]
        self._parts = frozenset(word.replace("-", " ") for word in words["part"])

    def of(self, text: str) -> tuple[str, tuple[Spot, ...]]:
        """The key under which ``text`` was found (else its folded form) and its spots."""
        key = fold(text)
        if key is None:
            return text.lower(), ()
        for variant in self._variants(key):
            spots = self._lookup(variant, text)
            if variant != key:  # "West Wing" is not the village of Wing
                spots = [s for s in spots if s.kind != "town" or s.population >= SMALLEST_CORE]
            if spots:
                return variant, tuple(spots)
        return key, ()

    def _variants(self, key: str) -> list[str]:
        variants = [key]
        core = self._core(key)
        if core and core != key:
            variants.append(core)
        return variants

    def _core(self, key: str) -> str:
        """``key`` without leading part words and "city of", and without a word for its kind."""
        words = key.split(" ")
        if len(words) > 2 and words[1] == "of" and words[0] in self._of:
            words = words[2:]
        while len(words) > 1 and words[0] in self._parts:
            words = words[1:]
        if len(words) > 1 and words[-1] in self._kinds:
            words = words[:-1]
        return " ".join(words)

    def _lookup(self, key: str, text: str) -> list[Spot]:
        first, _, last = key.rpartition(" ")
        spots = self._gazetteer.find(key)
        if last in _DIVISION_WORDS and first:
            # "Kunduz province": a division, else put where its chief town is
            divisions = [s for s in self._gazetteer.find(first) if s.kind in _DIVISIONS]
            named = [s for s in spots if s.kind != "town"]
            seats = [replace(s, kind="division", name=text) for s in self._seats(first)]
            spots = named + divisions or seats or spots
        if len(key) == 2 and text.isupper():
            spots = spots + self._gazetteer.state_by_code(key)
        return spots

    def _seats(self, key: str) -> list[Spot]:
        return [s for s in self._gazetteer.towns(key) if s.population >= SMALLEST_SEAT]
