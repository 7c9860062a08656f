"""The country of a province or town that a phrase names: "Shanghai police", "Odesa's mayor"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec
import pycountry

from onrecord.language.actors.words import Word
from onrecord.language.places.cities import Cities
from onrecord.language.places.divisions import Divisions
from onrecord.language.places.names import fold
from onrecord.vocabulary.places import load_place_tables
from onrecord.vocabulary.tables import Tables

_KNOWN_TOWN = 15_000  # inhabitants: smaller ones are not meant without their country
_PARTS = frozenset("northern southern eastern western central north south east west".split())
_GREAT_TOWN = 100_000  # inhabitants: those meant before another noun ("Lyon police")


class OrdinaryPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ordinary_places.csv."""

    word: str


@dataclass(frozen=True)
class PhrasePlaces:
    """Countries of places by name; built once.

    Attributes:
        names: places of our own tables -> ISO 3166-1 alpha-3.
        cities, divisions: the gazetteer, asked after them.
        countries: alpha-2 -> alpha-3.
        ordinary: words that name a place only where they stand alone.
    """

    names: Mapping[str, str]
    cities: Cities
    divisions: Divisions
    countries: Mapping[str, str]
    ordinary: frozenset[str]

    @classmethod
    def load(
        cls, tables: Tables, towns: Mapping[str, str], gazetteer: tuple[Cities, Divisions] | None
    ) -> PhrasePlaces:
        """Read the tables of places and the gazetteer.

        Args:
            tables: the vocabulary.
            towns: name of a large town -> alpha-3; they outrank all others.
            gazetteer: read already, so that it is held once; else it is read here.
        """
        read = load_place_tables(tables)
        names = {name: area.country for area in read.areas if area.country
                 for name in (area.name, *area.names)}  # fmt: skip
        for province in read.provinces:
            names.update(dict.fromkeys((province.name, *province.names), province.country))
        for facility in read.facilities:
            names.setdefault(facility.name, facility.country)
        names.update(towns)
        countries = {c.alpha_2: c.alpha_3 for c in pycountry.countries} | {"XK": "XKX"}
        cities, divisions = gazetteer or (Cities.load(), Divisions.load())
        ordinary = frozenset(r.word for r in tables.csv("ordinary_places", OrdinaryPlace))
        return cls(names, cities, divisions, countries, ordinary)

    def named(self, words: Sequence[Word]) -> Iterator[tuple[int, int, str]]:
        """Places of our own tables with names of several words: first, last, their country."""
        at = 0
        while at < len(words):
            for size in (4, 3, 2) if words[at].text[:1].isupper() else ():
                surface = " ".join(w.text for w in words[at : at + size]).replace("’", "'")
                if at + size <= len(words) and surface in self.names:
                    yield at, at + size, self.names[surface]
                    at += size - 1
                    break
            at += 1

    def country(self, name: str, whole: bool) -> str | None:
        """The country of the place, or None.

        Args:
            name: as printed.
            whole: whether nothing else stands in the phrase, so that smaller places count too.
        """
        if name in self.names:
            return self.names[name]
        key = fold(name)
        if key is None or len(key) < 4 or key in _PARTS or (key in self.ordinary and not whole):
            return None
        if name.lower().startswith("the "):
            return None  # "the Concord" is not the town of Concord
        towns = self.cities.find(key)
        least = _KNOWN_TOWN if whole else _GREAT_TOWN
        if towns and towns[0].population >= least and (towns[0].is_main or not whole):
            return self.countries.get(towns[0].country)
        for division in self.divisions.find(key):
            if division.level == 1:
                return self.countries.get(division.code.partition(".")[0])
        return None
