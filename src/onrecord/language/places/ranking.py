"""Which spot a name means: features of each candidate in its article, weighed and summed.

The features are those that the literature on toponym resolution found to matter: population
(Leidner, "Toponym Resolution in Text", 2007), one sense per discourse and spatial minimality
(the same), support by other names' countries and divisions (Speriosu and Baldridge, ACL 2013;
Halterman, "Mordecai 3", 2023), and stated containment ("Paris, Texas"). The names of an
article are resolved together: a first pass without the other names, then passes in which the
other names count at the spots they have.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.places.spots import Spot, distance
from onrecord.language.places.toponyms import Toponym

PASSES = 3
HYPOTHESES = 3  # countries in which the names are tried to lie, together
NEAR = 200.0  # km over which the pull of another place falls to 1/e
FAR = 12.0  # degrees of latitude; over 1,300 km hardly anything of a pull is left
FAR_ACROSS, POLAR = 36.0, 65.0  # degrees of longitude, as far or farther below that latitude
LARGEST = 7.5  # log10 of the largest town's population
LARGE = 100_000  # people of a town that is meant before the division named after it
TEXT_REACH = 600.0  # characters over which the pull of another mention falls to 1/e

FEATURES = (
    "population", "largest", "country", "division", "area", "facility", "county", "user",
    "alternate", "same_country", "same_division", "near", "country_named", "division_named",
    "within", "not_within", "home", "seat", "million", "namesake", "dwarfed", "famous",
)  # fmt: skip


@dataclass(frozen=True)
class Group:
    """All mentions of one name in an article, which get one sense.

    Attributes:
        key: the folded name.
        candidates: the spots it can mean.
        positions: offsets of its mentions.
        within: keys of the names that say where it lies.
    """

    key: str
    candidates: tuple[Spot, ...]
    positions: tuple[int, ...]
    within: tuple[str, ...] = ()


def group(toponyms: Sequence[Toponym]) -> list[Group]:
    """The toponyms that have candidates, by key, in order of first mention."""
    members: dict[str, list[Toponym]] = {}
    for toponym in toponyms:
        if toponym.candidates:
            members.setdefault(toponym.key, []).append(toponym)
    groups = []
    for key, same in members.items():
        within = {toponyms[t.within].key for t in same if t.within is not None}
        spots = min((t.candidates for t in same), key=len)  # the mention that says most
        groups.append(
            Group(
                key=key,
                candidates=spots if within else _weighty(spots),
                positions=tuple(t.start for t in same),
                within=tuple(sorted(within - {key})),
            )
        )
    return groups


def _weighty(candidates: tuple[Spot, ...]) -> tuple[Spot, ...]:
    """Without the small towns that bear the name of a region or a country.

    "Middle East" is a suburb of Baltimore only where the text says that it lies in Maryland.
    """
    if all(spot.kind not in ("area", "country") or not spot.is_main for spot in candidates):
        return candidates
    return tuple(s for s in candidates if s.kind != "town" or s.population >= LARGE)


@dataclass(frozen=True)
class Ranker:
    """Ranks candidates by a weighted sum of features.

    Attributes:
        weights: feature -> weight; features that are not in it weigh nothing.
    """

    weights: dict[str, float]

    def resolve(self, toponyms: Sequence[Toponym], home: frozenset[str]) -> dict[str, Spot]:
        """Key -> spot, for every key that has candidates.

        The passes begin with no other names, and again once for each of the countries that
        most names can lie in, as if all lay there; the outcome that scores best is taken.

        Args:
            toponyms: the article's.
            home: ISO 3166-1 alpha-3 codes of the outlet's and the dateline's countries.
        """
        groups = group(toponyms)
        known = Known(groups)
        best: dict[str, Spot] = {}
        highest = -math.inf
        tried: list[dict[str, Spot]] = []
        for start in ({}, *self._hypotheses(groups)):
            chosen, score = self._settle(groups, start, home, known)
            if chosen not in tried and score > highest + 1e-9:
                best, highest = chosen, score
            tried.append(chosen)
        return best

    def _settle(
        self,
        groups: Sequence[Group],
        start: dict[str, Spot],
        home: frozenset[str],
        known: Known,
    ) -> tuple[dict[str, Spot], float]:
        """Passes from ``start`` until nothing changes: the senses and their total score."""
        chosen, total = start, 0.0
        for _ in range(PASSES):
            before, chosen, total = chosen, {}, 0.0
            for one in groups:
                spot, score = self._best(one, groups, before, home, known)
                chosen[one.key] = spot
                total += score * (1.0 + math.log(len(one.positions)))
            if chosen == before:
                break
        return chosen, total

    def _hypotheses(self, groups: Sequence[Group]) -> list[dict[str, Spot]]:
        """For each of the countries that most names can lie in: all names in that country."""
        counts: dict[str, int] = {}
        for one in groups:
            for country in {s.country for s in one.candidates if s.country}:
                counts[country] = counts.get(country, 0) + 1
        likely = sorted((c for c in counts if counts[c] > 1), key=lambda c: (-counts[c], c))
        return [
            {g.key: next((s for s in g.candidates if s.country == country), g.candidates[0])
             for g in groups}
            for country in likely[:HYPOTHESES]
        ]  # fmt: skip

    def _best(
        self,
        this: Group,
        groups: Sequence[Group],
        chosen: dict[str, Spot],
        home: frozenset[str],
        known: Known,
    ) -> tuple[Spot, float]:
        rows = features(this, groups, chosen, home, known)
        scores = [sum(self.weights.get(n, 0.0) * v for n, v in row.items() if v) for row in rows]
        at = max(range(len(scores)), key=lambda i: (scores[i], -i))
        return this.candidates[at], scores[at]


class Known:
    """What does not change from pass to pass: own features of candidates, pulls of groups."""

    def __init__(self, groups: Sequence[Group]) -> None:
        self.own = {one.key: _rows_of(one) for one in groups}
        self._pulls: dict[tuple[str, str], float] = {}

    def pull(self, this: Group, other: Group) -> float:
        """How much the mentions of ``other`` count for ``this``."""
        pair = this.key, other.key
        if pair not in self._pulls:
            self._pulls[pair] = _pull(this, other)
        return self._pulls[pair]


def _rows_of(this: Group) -> list[dict[str, float]]:
    top = _largest(this.candidates)
    rows = []
    for spot in this.candidates:
        row = _own_features(spot, top)
        row["namesake"] = float(spot.kind in ("division", "county") and _has_town(this, spot))
        rows.append(row)
    return rows


def features(
    this: Group,
    groups: Sequence[Group],
    chosen: dict[str, Spot],
    home: frozenset[str],
    known: Known | None = None,
) -> list[dict[str, float]]:
    """The features of each of a group's candidates; each lies between 0 and 1.

    Args:
        this: the group; groups: all of the article's; chosen: the senses they have so far.
        home: the countries of the outlet and the dateline.
        known: what an earlier pass has found.
    """
    known = known or Known(groups)
    others = [(g, chosen[g.key]) for g in groups if g.key != this.key and g.key in chosen]
    pulls = [(spot, known.pull(this, g)) for g, spot in others]
    total = sum(pull for _, pull in pulls) or 1.0
    by_country: dict[str, float] = {}
    by_division: dict[str, float] = {}
    for spot, pull in pulls:
        if spot.country:
            by_country[spot.country] = by_country.get(spot.country, 0.0) + pull
        if spot.division:
            by_division[spot.division] = by_division.get(spot.division, 0.0) + pull
    exact = sorted(
        (
            (s, min(p, 1.5) / 1.5)
            for s, p in pulls
            if s.kind not in ("country", "area") and s.lat is not None
        ),
        key=lambda pair: -pair[1],
    )
    containers = [chosen[key] for key in this.within if key in chosen]
    countries = {s.country for _, s in others if s.kind == "country"}
    divisions = {s.division for _, s in others if s.kind == "division" and s.division}
    named = {s.id for _, s in others if s.is_main and s.id}
    rows = []
    for spot, own in zip(this.candidates, known.own[this.key], strict=True):
        row = dict(own)
        row["same_country"] = by_country.get(spot.country or "", 0.0) / total
        row["same_division"] = by_division.get(spot.division or "", 0.0) / total
        row["near"] = _nearness(spot, exact)
        if spot.id in named and _has_rival(
            spot, this.candidates
        ):  # it stands there by its own name
            row["near"] = 0.0
        row["country_named"] = float(spot.kind != "country" and spot.country in countries)
        row["division_named"] = float(
            spot.kind not in ("division", "country") and spot.division in divisions
        )
        if containers:
            inside = any(lies_in(spot, container) for container in containers)
            row["within"], row["not_within"] = float(inside), float(not inside)
        row["home"] = float(spot.country in home)
        rows.append(row)
    return rows


def _largest(candidates: Sequence[Spot]) -> int:
    """The people of the largest town; one found by another of its names counts only alone.

    "Dili" is the capital of Timor, whatever the Turks call Delhi.
    """
    towns = [s for s in candidates if s.kind == "town"]
    proper = [s for s in towns if s.is_main and (s.population >= LARGE or s.is_seat)]
    return max((s.population for s in proper or towns), default=0)


def _own_features(spot: Spot, top: int) -> dict[str, float]:
    is_town = spot.kind == "town"
    row = {
        "population": math.log10(spot.population + 1) / LARGEST
        if spot.kind in ("town", "county")
        else 0.0,
        "largest": float(is_town and spot.population == top and top > 0),
        "alternate": float(not spot.is_main),
        "million": float(is_town and spot.population >= 1_000_000),
        "seat": float(spot.is_seat and spot.kind == "town"),
        "dwarfed": _dwarfed(spot, top),
        "famous": float(spot.is_famous),
    }
    if spot.kind != "town":
        row[spot.kind] = 1.0
    return row


def _has_rival(spot: Spot, candidates: Sequence[Spot]) -> bool:
    """Whether an alternate name may as well mean another town of the country, as large."""
    return not spot.is_main and any(
        other.id != spot.id
        and other.country == spot.country
        and other.population * 2 > spot.population
        for other in candidates
    )


def _dwarfed(spot: Spot, top: int) -> float:
    """How far a town stands behind a large town of its name: 1 at a thousandth of its people."""
    if spot.kind != "town" or top < LARGE or spot.is_famous:
        return 0.0
    return min(1.0, math.log10(top / max(spot.population, 1)) / 3.0)


def _has_town(this: Group, division: Spot) -> bool:
    """Whether a large town in the division, or the state's capital, bears its name.

    "Donetsk" and "Washington" alone are the towns. For a minor division any large town will do:
    "Toledo" is not the district of Belize.
    """
    return any(
        s.kind == "town"
        and s.population >= LARGE
        and (
            division.is_minor
            or s.division == division.division
            or (s.is_seat and s.country == division.country)
        )
        for s in this.candidates
    )


def _pull(this: Group, other: Group) -> float:
    """How much another name counts: once, and more for mentions that stand close by."""
    closest = min(abs(a - b) for a in this.positions for b in other.positions)
    return 0.5 + math.exp(-closest / TEXT_REACH) + 0.2 * math.log(len(other.positions))


def _nearness(spot: Spot, shares: Sequence[tuple[Spot, float]]) -> float:
    """The pull of the names close by on the map, which come strongest first: the best one."""
    best = 0.0
    for other, share in shares:
        if share <= best:
            break
        if _is_far(spot, other):
            continue
        km = distance(spot, other)
        if km is not None:
            best = max(best, share * math.exp(-km / NEAR))
    return best


def _is_far(one: Spot, other: Spot) -> bool:
    """Whether the degrees alone put the two so far apart that hardly any pull is left."""
    if one.lat is None or other.lat is None or one.lon is None or other.lon is None:
        return True
    if abs(one.lat - other.lat) > FAR:
        return True
    across = abs(one.lon - other.lon)
    return FAR_ACROSS < across < 360.0 - FAR_ACROSS and abs(one.lat) < POLAR


def lies_in(spot: Spot, container: Spot) -> bool:
    """Whether a spot lies in a country, division or area, or less than 100 km from a town."""
    if container.kind == "country":
        return spot.country == container.country and spot.kind != "country"
    if container.kind == "division":
        return spot.division == container.division and spot.kind != "division"
    if container.kind == "area" and container.country:
        return spot.country == container.country
    km = distance(spot, container)
    return km is not None and 0 < km < 100.0
