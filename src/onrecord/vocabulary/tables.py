"""The one loader of the tables under ``vocabulary/data/``.

A table is a CSV file (first row: column names; lines that begin with ``#`` are comments) or a
TOML file. A user's own folder may hold files of the same names: their rows are read after
ours, so that they can add to them or outrank them.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

import msgspec

RowT = TypeVar("RowT", bound=msgspec.Struct)


class VocabularyError(ValueError):
    """A table is wrong; the message names file, line or entry, and what to do."""


@dataclass(frozen=True)
class Tables:
    """Where tables are read from.

    Attributes:
        extra: the user's own folder, or None.
    """

    extra: Path | None = None

    def csv(self, name: str, row_type: type[RowT]) -> list[RowT]:
        """The rows of ``NAME.csv``, ours first, then the user's.

        Empty cells are left to the defaults of ``row_type``; a field of a tuple type takes
        ``a|b|c``; numbers and booleans are converted.

        Raises:
            VocabularyError: naming file and line.
        """
        rows: list[RowT] = []
        for path, text in self._texts(f"{name}.csv"):
            rows.extend(_rows(path, text, row_type))
        return rows

    def toml(self, name: str, row_type: type[RowT], key: str) -> list[RowT]:
        """The entries ``[[KEY]]`` of ``NAME.toml``, ours first, then the user's.

        Raises:
            VocabularyError: naming file and entry.
        """
        rows = []
        for path, text in self._texts(f"{name}.toml"):
            try:
                document = tomllib.loads(text)
            except tomllib.TOMLDecodeError as error:
                raise VocabularyError(f"{path}: {error}") from error
            entries = document.get(key, [])
            if not isinstance(entries, list):
                raise VocabularyError(f"{path}: write [[{key}]] before each entry")
            for number, entry in enumerate(entries, 1):
                try:
                    rows.append(msgspec.convert(entry, row_type))
                except msgspec.ValidationError as error:
                    raise VocabularyError(f"{path}, {key} {number}: {error}") from error
        return rows

    def _texts(self, name: str) -> Iterator[tuple[str, str]]:
        ours = files("onrecord.vocabulary") / "data" / name
        found = False
        if ours.is_file():
            found = True
            yield f"vocabulary/data/{name}", ours.read_text(encoding="utf-8")
        if self.extra is not None and (self.extra / name).is_file():
            found = True
            yield str(self.extra / name), (self.extra / name).read_text(encoding="utf-8")
        if not found:
            raise VocabularyError(f"no table {name}")


def read_csv(path: Path, row_type: type[RowT]) -> list[RowT]:
    """The rows of a file of the user's that is no table of ours, checked like them.

    Raises:
        VocabularyError: naming file and line.
        OSError: it cannot be read.
    """
    return list(_rows(str(path), path.read_text(encoding="utf-8-sig"), row_type))


def _rows(path: str, text: str, row_type: type[RowT]) -> Iterator[RowT]:
    fields = {f.name: "tuple" in str(f.type) for f in msgspec.structs.fields(row_type)}
    for line, cells in _csv_rows(path, text):
        yield _typed(cells, row_type, fields, f"{path}, line {line}")


def _csv_rows(path: str, text: str) -> Iterator[tuple[int, dict[str, str]]]:
    header: list[str] | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        split = next(csv.reader([line])) if '"' in line else line.split(",")
        cells = [cell.strip() for cell in split]
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise VocabularyError(
                f"{path}, line {number}: {len(cells)} cells for {len(header)} columns; "
                'put a cell that holds a comma between "quotation marks"'
            )
        yield number, dict(zip(header, cells, strict=False))


def _typed(
    cells: dict[str, str], row_type: type[RowT], fields: dict[str, bool], where: str
) -> RowT:
    """A row of ``cells``; ``fields`` says of each column whether it holds several values."""
    values: dict[str, Any] = {}
    for name, cell in cells.items():
        if name not in fields:
            raise VocabularyError(f"{where}: no column {name!r}; there are: {', '.join(fields)}")
        if cell:
            values[name] = [part.strip() for part in cell.split("|")] if fields[name] else cell
    try:
        return msgspec.convert(values, row_type, strict=False)
    except msgspec.ValidationError as error:
        raise VocabularyError(f"{where}: {error}") from error
