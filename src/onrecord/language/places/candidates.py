"""From the words of a place name to the spots that they can mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.places.names import fold
from onrecord.language.places.spots import Spot

if TYPE_CHECKING:
    from onrecord.language.places.gazetteer import Gazetteer

_DIVISION_WORDS = frozenset(
    "province oblast region governorate prefecture state department krai canton voivodeship "
    "county district republic territory".split()
)
_KIND = (
    "province|oblast|governorate|prefecture|state|department|krai|canton|voivodeship|county"
    "|district|territory|region|republic"
)
_KIND_AFTER = re.compile(
    rf"(?:(?:,? and|,) (?:[A-Z][\w’'-]+ ?){{1,3}})?\s(?P<kind>{_KIND})(?:e?s)?\b"
)
_GOVERNOR_AFTER = re.compile(r"(?:[’']s?)?\s(?:Gov\.|Governor\b|governor\b|Attorney General\b)")
_TOWN_AFTER = re.compile(r"\scity\b(?!-)")
_KIND_BEFORE = re.compile(rf"\b(?:{_KIND})(?:e?s)? of $")
_STREETS_AFTER = re.compile(
    r"(?:(?:,? and|,) (?:[A-Z][\w’'-]+ ?){1,3})?\s(?:[Ss]treets?|[Aa]venues?|[Rr]oads?)\b"
)
_PLACED = re.compile(r"\b(?:in|of|from|across|throughout|the)\s$")
_REACH = 40  # characters looked at on either side of a name

_DIVISIONS = ("division", "county")
SMALLEST_CORE = 1_000  # people in a town that is left when words around its name are cut
SMALLEST_SEAT = 20_000  # people in a division's chief town


@dataclass(frozen=True, slots=True)
class Named:
    """What a name can mean where it stands.

    Attributes:
        key: the folded name under which it was found; names with one key get one sense.
        spots: the candidates.
        is_site: the words behind say that it is a street.
    """

    key: str
    spots: tuple[Spot, ...]
    is_site: bool = False


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
        self._vague = words["vague"]

    def at(self, text: str, start: int, end: int) -> Named:
        """What the name from ``start`` to ``end`` of an article's text can mean there.

        "Washington state" and "the state of Washington" are the state alone; "Bourbon and
        Dauphine streets" are no towns.
        """
        key, spots = self.of(text[start:end])
        after, before = text[end : end + _REACH], text[max(0, start - _REACH) : start]
        if spots and _STREETS_AFTER.match(after) and spots[0].kind == "town":
            return Named(f"{key} street", (), is_site=True)
        if _TOWN_AFTER.match(after):
            whole = fold(f"{text[start:end]} city") or key
            towns = tuple(self._gazetteer.towns(whole))
            if not any(spot.kind == "country" for spot in spots):
                towns = towns or tuple(spot for spot in spots if spot.kind == "town")
            return Named(f"{key} city", towns) if towns else Named(key, spots)
        kind, governor = _KIND_AFTER.match(after), _GOVERNOR_AFTER.match(after)
        led = _KIND_BEFORE.search(before)
        if not (kind or governor or led):
            return Named(key, spots)
        is_state = governor or (led and not led.group().startswith("republic"))
        is_state = is_state or (kind and kind["kind"] == "state" and _PLACED.search(before))
        if not is_state and any(spot.kind == "country" for spot in spots):
            return Named(key, spots)
        divisions = tuple(spot for spot in spots if spot.kind in _DIVISIONS)
        return Named(f"{key} division", divisions) if divisions else Named(key, spots)

    def of(self, text: str) -> tuple[str, tuple[Spot, ...]]:
        """The key under which ``text`` was found (else its folded form) and its spots."""
        key = fold(text)
        if key is None or key in self._vague:
            return text.lower(), ()
        for variant in self._variants(key):
            spots = self._lookup(variant, text)
            if variant != key:  # "West Wing" is not the village of Wing
                spots = [s for s in spots if s.kind != "town" or s.population >= SMALLEST_CORE]
            if spots:
                return variant, tuple(_without_namesakes(spots))
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
        if last == "republic" and any(s.kind == "country" for s in self._gazetteer.fixed(first)):
            return self._gazetteer.fixed(first)  # "the Niger Republic"
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


def _without_namesakes(spots: list[Spot]) -> list[Spot]:
    """Of a country's name no division that bears it only in short: Niger is no state of Nigeria."""
    if not any(spot.kind == "country" for spot in spots):
        return spots
    return [
        spot
        for spot in spots
        if spot.kind not in _DIVISIONS or (spot.is_main and not spot.is_minor)
    ]
