"""The gazetteer: folding, the kept index, distances."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.places.cities import Cities, build
from onrecord.language.places.kept import kept_arrays
from onrecord.language.places.names import fold
from onrecord.language.places.spots import Spot, distance
from onrecord.vocabulary.places import load_place_tables
from onrecord.vocabulary.tables import Tables


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("St. Louis", "Saint Louis"),
        ("Deir ez-Zor", "Deir Ez Zor"),
        ("São Paulo", "Sao Paulo"),
        ("the Gaza Strip", "Gaza Strip"),
        ("U.S.", "US"),
        ("Łódź", "Lodz"),
        ("Ft. Worth", "Fort Worth"),
    ],
)
def test_fold_joins_spellings(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_fold_leaves_other_scripts() -> None:
    assert fold("Москва") is None


@given(st.text(max_size=40))
def test_fold_is_idempotent_and_ascii(text: str) -> None:
    key = fold(text)
    if key is not None:
        assert key.isascii()


def town(number: int, name: str, people: int, other: list[str]) -> dict[str, object]:
    return {
        "geonameid": number, "name": name, "latitude": 1.5, "longitude": 2.5,
        "countrycode": "FR", "population": people, "admin1code": "11", "alternatenames": other,
    }  # fmt: skip


def test_index_finds_by_name_and_alternate_largest_first() -> None:
    towns = [
        town(1, "Villeneuve", 900, ["Newtown"]),
        town(2, "Villeneuve", 4000, []),
        town(3, "Newtown", 50, ["ABC"]),
    ]
    cities = Cities(build(json.dumps({str(t["geonameid"]): t for t in towns}).encode()))
    assert [t.id for t in cities.find("villeneuve")] == [2, 1]
    assert [(t.id, t.is_main) for t in cities.find("newtown")] == [(1, False), (3, True)]
    assert cities.find("abc") == []  # airport and station codes are left out
    assert cities.find("nowhere") == []


def test_damaged_cache_is_made_anew(tmp_path: Path) -> None:
    made = []

    def make() -> dict[str, np.ndarray]:
        made.append(1)
        return {"a": np.arange(3)}

    kept_arrays("x.npz", ("a",), make, tmp_path)
    kept_arrays("x.npz", ("a",), make, tmp_path)
    assert len(made) == 1
    (tmp_path / "x.npz").write_bytes(b"PK\x03\x04 damaged")
    assert list(kept_arrays("x.npz", ("a",), make, tmp_path)["a"]) == [0, 1, 2]
    assert len(made) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["x.npz"]


def test_cache_folder_that_cannot_be_written(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    arrays = kept_arrays("x.npz", ("a",), lambda: {"a": np.arange(2)}, blocked / "under")
    assert len(arrays["a"]) == 2


def test_distance() -> None:
    paris = Spot("Paris", "town", lat=48.8566, lon=2.3522)
    london = Spot("London", "town", lat=51.5074, lon=-0.1278)
    km = distance(paris, london)
    assert km is not None
    assert abs(km - 344) < 2
    assert distance(paris, Spot("?", "county")) is None


def test_tables_load_and_points_are_points() -> None:
    tables = load_place_tables(Tables())
    assert len(tables.countries) > 240
    assert {"in", "kind", "site"} <= set(tables.words)
    assert tables.demonyms["Syrians"] == "SYR"
