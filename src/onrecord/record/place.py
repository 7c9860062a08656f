"""Places: every toponym that was found in an article, with its point where it is known."""

from __future__ import annotations

import msgspec


class Place(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A toponym.

    Attributes:
        article, start, end, text: the words.
        name: the gazetteer's name, or the words where it is not in the gazetteer.
        country: ISO 3166-1 alpha-3, or null.
        region: name of the first-level region, or null.
        lat, lon: WGS 84 degrees, or null.
        gazetteer: id in the gazetteer (``geonames:524901``), or null.
    """

    article: str
    start: int
    end: int
    text: str
    name: str
    country: str | None = None
    region: str | None = None
    lat: float | None = None
    lon: float | None = None
    gazetteer: str | None = None


class EventPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where an event took place: the words and what they resolve to (see ``Place``)."""

    text: str
    name: str
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
