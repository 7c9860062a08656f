"""Writing every table of a store, or of records in hand, into a folder."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from onrecord.export import csv, jsonl, parquet
from onrecord.record import TABLES, Record
from onrecord.record.store import Store

FORMATS: dict[str, ModuleType] = {"jsonl": jsonl, "csv": csv, "parquet": parquet}


def export_tables(
    records: Store | Sequence[Record], folder: str | Path, format: str = "jsonl"
) -> dict[str, int]:
    """Write one file a table (``folder/statements.jsonl``...); returns rows per table.

    Each file is written beside its place and then moved there, so that none is ever half
    there.

    Args:
        records: a store (in the order its articles were added, which ids across articles go
            by), or records in hand.
        folder: made where it does not exist.
        format: jsonl, csv or parquet.

    Raises:
        KeyError: an unknown format.
        ImportError: the format needs a library that is not installed.
        OSError: the folder cannot be written.
    """
    if format not in FORMATS:
        raise KeyError(f"no format {format!r}; there are: {', '.join(FORMATS)}")
    writer = FORMATS[format]
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    counts = {}
    for table, row_type in TABLES.items():
        path = folder / f"{table}.{writer.SUFFIX}"
        passing = folder / f".{table}.{writer.SUFFIX}.part"
        counts[table] = writer.write(passing, row_type, _rows(records, table))
        os.replace(passing, path)
    return counts


def _rows(records: Store | Sequence[Record], table: str) -> Iterable[Any]:
    if isinstance(records, Store):
        return records.rows(table, order="added")
    return (row for record in records for row in record.table(table))
