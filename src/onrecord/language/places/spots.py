"""A spot: one entry of the gazetteer, a candidate for what a name means."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Literal

SpotKind = Literal["country", "division", "area", "facility", "county", "town", "user"]

EARTH_RADIUS = 6371.0  # km


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer.

    Attributes:
        name: its name.
        kind: what it is.
        country: ISO 3166-1 alpha-3, or None (seas, continents).
        division: code of the first-level division it is or lies in ("US.OH"), or None.
        region: name of that division, or None.
        lat, lon: degrees, or None (a county whose point is not known).
        population: people; 0 where it is not known or makes no sense.
        id: id in the gazetteer ("geonames:524901"), or None.
        is_main: whether it was found under its main name, not an alternate or older one.
        is_seat: whether the name also stands for a government (a capital, the Kremlin).
        is_famous: whether the name alone means this town, whatever larger ones bear it.
        is_minor: whether it is a division that our own tables do not list.
    """

    name: str
    kind: SpotKind
    country: str | None = None
    division: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    id: str | None = None
    is_main: bool = True
    is_seat: bool = False
    is_minor: bool = False
    is_famous: bool = False


def distance(a: Spot, b: Spot) -> float | None:
    """Great-circle distance in km (haversine on a sphere of radius 6371 km), or None."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    p, q = math.radians(a.lat), math.radians(b.lat)
    half = math.radians(b.lon - a.lon) / 2
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(half) ** 2
    return 2 * EARTH_RADIUS * math.asin(min(1.0, math.sqrt(h)))
