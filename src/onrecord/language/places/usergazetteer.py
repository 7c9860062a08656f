"""A gazetteer of the user's: a CSV file of places that ours does not know, or knows worse."""

from __future__ import annotations

import csv
from pathlib import Path

from onrecord.language.places.spots import Spot
from onrecord.vocabulary.places import check_point
from onrecord.vocabulary.tables import VocabularyError

COLUMNS = ("name", "lat", "lon", "country", "region", "population", "aliases", "id")
MOST_BYTES = 200_000_000


def read_user_gazetteer(path: Path) -> list[tuple[tuple[str, ...], Spot]]:
    """The rows of ``path``: (names, spot).

    The first row names the columns: ``name``, ``lat`` and ``lon`` (degrees) are required;
    ``country`` (ISO 3166-1 alpha-3), ``region``, ``population``, ``aliases`` (``a|b``) and
    ``id`` may be left out. Lines that begin with ``#`` are comments.

    Raises:
        VocabularyError: naming file and line.
        OSError: the file cannot be read.
    """
    if path.stat().st_size > MOST_BYTES:
        raise VocabularyError(f"{path}: larger than {MOST_BYTES} bytes; split it")
    rows = []
    with path.open(encoding="utf-8", newline="") as file:
        lines = ((n, line) for n, line in enumerate(file, 1) if not _is_blank(line))
        header: list[str] | None = None
        for number, line in lines:
            cells = [cell.strip() for cell in next(csv.reader([line]))]
            where = f"{path}, line {number}"
            if header is None:
                header = cells
                _check_header(header, where)
                continue
            rows.append(_row(dict(zip(header, cells, strict=False)), where))
    return rows


def _is_blank(line: str) -> bool:
    return not line.strip() or line.startswith("#")


def _check_header(header: list[str], where: str) -> None:
    unknown = [name for name in header if name not in COLUMNS]
    missing = [name for name in COLUMNS[:3] if name not in header]
    if unknown or missing:
        raise VocabularyError(
            f"{where}: the columns are {', '.join(COLUMNS)} (the first three are required); "
            f"unknown: {', '.join(unknown) or 'none'}; missing: {', '.join(missing) or 'none'}"
        )


def _row(cells: dict[str, str], where: str) -> tuple[tuple[str, ...], Spot]:
    try:
        lat, lon = float(cells["lat"]), float(cells["lon"])
        population = int(cells.get("population") or 0)
    except (KeyError, ValueError) as error:
        raise VocabularyError(f"{where}: lat, lon and population are numbers ({error})") from error
    check_point(lat, lon, where)
    name = cells.get("name", "")
    if not name:
        raise VocabularyError(f"{where}: no name")
    country = cells.get("country") or None
    if country is not None and not (len(country) == 3 and country.isalpha() and country.isupper()):
        raise VocabularyError(f"{where}: country is an ISO 3166-1 alpha-3 code such as UKR")
    aliases = tuple(a.strip() for a in cells.get("aliases", "").split("|") if a.strip())
    spot = Spot(
        name=name,
        kind="user",
        country=country,
        region=cells.get("region") or None,
        lat=lat,
        lon=lon,
        population=population,
        id=cells.get("id") or None,
    )
    return (name, *aliases), spot
