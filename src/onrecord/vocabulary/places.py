"""Tables of places: points of countries, divisions, seas, rivers, regions and facilities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.bodies import Body
from onrecord.vocabulary.tables import Tables, VocabularyError

AreaKind = Literal[
    "continent", "region", "sea", "strait", "river", "lake",
    "mountain", "desert", "island", "cape", "canal",
]  # fmt: skip
WordRole = Literal[
    "kind",
    "of",
    "part",
    "site",
    "water",
    "in",
    "direction",
    "person",
    "body",
    "public",
    "eponym",
    "common",
    "taken",
    "joined",
    "article",
    "vague",
    "ship",
    "attached",
]


class CountryPoint(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A country (ISO 3166-1 alpha-3), a point in its middle in degrees, its other names."""

    country: str
    lat: float
    lon: float
    names: tuple[str, ...] = ()


class Province(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A first-level division; ``seat`` is its chief town under the gazetteer's name."""

    country: str
    name: str
    seat: str = ""
    lat: float | None = None
    lon: float | None = None
    names: tuple[str, ...] = ()


class SeatProvinces(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Divisions of one kind that bear their chief towns' names; no kind: the towns themselves."""

    country: str
    seats: tuple[str, ...]
    kind: str = ""


class Area(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A continent, sea, river, mountain or region; ``country`` where it lies in one."""

    name: str
    kind: AreaKind
    lat: float
    lon: float
    country: str | None = None
    names: tuple[str, ...] = ()
    geonames: int | None = None


class Facility(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A building, base, plant or crossing.

    Attributes:
        seat: "yes" where the name also stands for a government or body.
    """

    name: str
    country: str
    lat: float
    lon: float
    region: str | None = None
    seat: Literal["", "yes"] = ""
    names: tuple[str, ...] = ()


class FamousTown(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A town that its bare name means; see the head of ``famous_towns.csv``."""

    name: str
    country: str
    names: tuple[str, ...] = ()


class Demonym(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The adjectives and names of people of a country (ISO 3166-1 alpha-3) or an area (name)."""

    of: str
    words: tuple[str, ...]


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    role: WordRole
    words: tuple[str, ...]


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of one feature of the ranking of candidates."""

    feature: str
    weight: float


@dataclass(frozen=True)
class PlaceTables:
    """All of them, as read.

    Attributes:
        demonyms: "Syrian", "Syrians" -> ISO 3166-1 alpha-3, or an area's name.
        words: role -> lower-case words.
        weights: feature -> weight, for the ranking of candidates.
        bodies: names of armed groups, organisations and media, in lower case.
    """

    countries: tuple[CountryPoint, ...]
    provinces: tuple[Province, ...]
    seat_provinces: tuple[SeatProvinces, ...]
    areas: tuple[Area, ...]
    facilities: tuple[Facility, ...]
    famous: tuple[FamousTown, ...]
    demonyms: dict[str, str]
    words: dict[str, frozenset[str]]
    weights: dict[str, float]
    bodies: frozenset[str] = frozenset()


def load_place_tables(tables: Tables) -> PlaceTables:
    """Read the tables.

    Raises:
        VocabularyError: naming file and line, or the point that is no point.
    """
    loaded = PlaceTables(
        countries=tuple(tables.csv("country_points", CountryPoint)),
        provinces=tuple(tables.csv("provinces", Province)),
        seat_provinces=tuple(tables.csv("seat_provinces", SeatProvinces)),
        areas=tuple(tables.csv("regions", Area)),
        facilities=tuple(tables.csv("facilities", Facility)),
        famous=tuple(tables.csv("famous_towns", FamousTown)),
        demonyms=_demonyms(tables),
        words=_words(tables),
        bodies=frozenset(
            name.lower()
            for table in ("armed_groups", "organisations", "media")
            for row in tables.csv(table, Body)
            for name in (row.name, *row.names)
        ),
        weights={row.feature: row.weight for row in tables.csv("place_weights", Weight)},
    )
    points = [
        *((row.lat, row.lon, row.country) for row in loaded.countries),
        *((row.lat, row.lon, row.name) for row in loaded.provinces),
        *((row.lat, row.lon, row.name) for row in loaded.areas),
        *((row.lat, row.lon, row.name) for row in loaded.facilities),
    ]
    for lat, lon, name in points:
        check_point(lat, lon, f"tables of places, {name}")
    return loaded


def check_point(lat: float | None, lon: float | None, where: str) -> None:
    """Raise VocabularyError unless both are given and in range, or neither is given."""
    if (lat is None) != (lon is None):
        raise VocabularyError(f"{where}: give both lat and lon, or neither")
    if lat is not None and lon is not None and not (-90 <= lat <= 90 and -180 <= lon <= 180):
        raise VocabularyError(f"{where}: lat is -90 to 90 and lon -180 to 180 degrees")


def _words(tables: Tables) -> dict[str, frozenset[str]]:
    words: dict[str, frozenset[str]] = {}
    for row in tables.csv("place_words", _Words):
        words[row.role] = words.get(row.role, frozenset()) | frozenset(row.words)
    return words


def _demonyms(tables: Tables) -> dict[str, str]:
    places: dict[str, str] = {}
    for row in tables.csv("demonyms", Demonym):
        for word in row.words:
            places[word] = row.of
            places.setdefault(f"{word}s", row.of)
    return places
