"""Places that no gazetteer lists: what the words and the article say about where they lie.

"Vancouver Art Gallery" names its town; "Crossroads Prison in Shelby" is said to lie in one; a
street or a hospital lies in the town that the story is about. Such a place gets that town's
point. For any other unknown name no point is made up: at most the country is taken over, where
the text says it ("Pingilikani, Kenya") or nearly all places around lie in one.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.places.names import fold
from onrecord.language.places.ranking import lies_in
from onrecord.language.places.spots import Spot
from onrecord.language.places.toponyms import Toponym

if TYPE_CHECKING:
    from onrecord.language.places.gazetteer import Gazetteer

REACH = 500.0  # characters over which the pull of a place that was named falls to 1/e
LARGEST_STRAY = 60_000  # people of a town under another of its names
STRAY_AMONG = 3  # names in other countries among which a small town's country is doubted
ONE_COUNTRY = 0.75  # share of the pull that one country needs
SMALL = 20_000  # people of a town that is not known beyond its country
NAMED_TOWN = 100_000  # people of a town after which an unlisted place may be named
_EXACT = ("town", "facility", "county", "user")
_STREETS = frozenset(
    "avenue ave boulevard blvd drive highway lane parkway road route street".split()
)


class Unlisted:
    """Places unlisted names by the other names of the article."""

    def __init__(self, gazetteer: Gazetteer, words: dict[str, frozenset[str]]) -> None:
        self._gazetteer = gazetteer
        self._site_words = words["site"]
        self._water_words = words["water"]
        self._common = words["site"] | words["water"] | words["kind"] | words["part"]

    def place(
        self, toponym: Toponym, toponyms: Sequence[Toponym], senses: dict[str, Spot]
    ) -> Spot | None:
        """A spot for ``toponym``, which has no candidates, or None."""
        others = [
            (senses[t.key], math.exp(-abs(t.start - toponym.start) / REACH) + 0.05)
            for t in toponyms
            if t.key in senses and not t.is_adjective
        ]
        own = None
        if not toponym.is_site:
            land = _country_of(others, toponym)
            own = self._town_in_name(toponym, senses, land.country if land else None)
            own = own or self._country_in_name(toponym)
        if own is not None:
            return _at(own, toponym)
        if toponym.within is not None:
            container = senses.get(toponyms[toponym.within].key)
            if container is not None:
                return _at(container, toponym)
        if toponym.is_site or self.is_site(toponym.text):
            town = _strongest(others)
            if town is not None:
                return _at(town, toponym)
        return _country_of(others, toponym)

    def believes(
        self,
        toponym: Toponym,
        spot: Spot,
        toponyms: Sequence[Toponym],
        senses: dict[str, Spot],
    ) -> bool:
        """Whether a listed place may be meant, by what the text and the other names say."""
        where = toponym, spot, toponyms, senses
        return not (self.is_misplaced(*where) or self.is_stray(*where))

    @staticmethod
    def is_misplaced(
        toponym: Toponym, spot: Spot, toponyms: Sequence[Toponym], senses: dict[str, Spot]
    ) -> bool:
        """Whether the text says of a small place that it lies where the gazetteer has none.

        "Giza's Haram district" is not the Haram of Norway.
        """
        if toponym.within is None or spot.kind not in ("town", "county", "division"):
            return False
        said = toponyms[toponym.within]
        container = senses.get(said.key)
        if container is None or said.start - toponym.end > len(", "):
            return False
        is_told = container.kind in ("country", "town") or container.division is not None
        is_small = spot.is_minor or not spot.is_main or 0 < spot.population < SMALL
        return is_told and is_small and not lies_in(spot, container)

    @staticmethod
    def is_stray(
        toponym: Toponym, spot: Spot, toponyms: Sequence[Toponym], senses: dict[str, Spot]
    ) -> bool:
        """Whether a small town lies in a country that nothing else in the article lies in.

        In a report from Kashmir, "Battal" is not the village in Turkey.
        """
        largest = SMALL if spot.is_main else LARGEST_STRAY
        if spot.kind != "town" or spot.is_seat or spot.is_famous or spot.population >= largest:
            return False
        others = {t.key: senses[t.key] for t in toponyms if t.key in senses}
        lands = [s.country for key, s in others.items() if s.country and key != toponym.key]
        return len(lands) >= STRAY_AMONG and spot.country not in lands

    def is_site(self, text: str) -> bool:
        """Whether the name is that of a building, street or the like."""
        words = text.lower().split()
        return len(words) > 1 and words[-1].strip("'’s.,") in self._site_words

    def _country_in_name(self, toponym: Toponym) -> Spot | None:
        """The country of "US Federal Reserve", "Bank of Japan"."""
        words = toponym.text.split()
        if len(words) < 2:
            return None
        for part in (words[:1], words[-1:], words[:2], words[-2:]):
            spots = self._gazetteer.fixed(fold(" ".join(part)) or "")
            country = next((s for s in spots if s.kind == "country"), None)
            if country is not None:
                return country
        return None

    def _town_in_name(
        self, toponym: Toponym, senses: dict[str, Spot], land: str | None
    ) -> Spot | None:
        """The town or division that the name begins or ends with.

        A bay or a valley bears the name of a town of its own country, ``land``; the town that a
        street is named after may be anywhere.
        """
        words = toponym.text.split()
        last = words[-1].lower().strip("'’s.,")
        for length in range(min(3, len(words) - 1), 0, -1):
            for part in (words[:length], words[-length:]):
                key = fold(" ".join(part))
                if key is None or len(key) < 4 or key in self._common:
                    continue
                if key in senses:
                    return senses[key]
                town = None if last in _STREETS else self._namesake(key, last, land)
                if town is not None:
                    return town
        return None

    def _namesake(self, key: str, last: str, land: str | None) -> Spot | None:
        """The town that a site is named after, by the last word of the site's name."""
        towns = self._gazetteer.towns(key)
        if last in self._water_words:
            towns = [t for t in towns if t.country == land and t.is_main and t.population >= SMALL]
            return towns[0] if towns else None
        if towns and towns[0].is_main and towns[0].population >= NAMED_TOWN:
            return towns[0]
        return None


def _at(container: Spot, toponym: Toponym) -> Spot:
    """The unlisted place: at its town's point; of a wider container only country and region."""
    is_exact = container.kind in _EXACT
    return replace(
        container,
        name=toponym.text,
        kind="facility",
        lat=container.lat if is_exact else None,
        lon=container.lon if is_exact else None,
        id=None,
        is_seat=False,
    )


def _strongest(others: Sequence[tuple[Spot, float]]) -> Spot | None:
    """The town that is named most and closest."""
    pulls: dict[Spot, float] = {}
    for spot, pull in others:
        if spot.kind in ("town", "county", "user"):
            pulls[spot] = pulls.get(spot, 0.0) + pull
    return max(pulls, key=lambda s: (pulls[s], s.population, s.name)) if pulls else None


def _country_of(others: Sequence[tuple[Spot, float]], toponym: Toponym) -> Spot | None:
    pulls: dict[str, float] = {}
    for spot, pull in others:
        if spot.country:
            pulls[spot.country] = pulls.get(spot.country, 0.0) + pull
    total = sum(pulls.values())
    if not total:
        return None
    country = max(pulls, key=lambda c: (pulls[c], c))
    if pulls[country] < ONE_COUNTRY * total:
        return None
    return Spot(name=toponym.text, kind="facility", country=country)
