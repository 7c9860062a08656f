"""A record as JSON Lines and back: one row a line, with the name of its table first.

``{"table": "statements", "id": "1f0c9a77de-s1", ...}``. The lines of an article begin with
its ``articles`` line. The same record always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from onrecord.record.record import TABLES, Record


def to_lines(record: Record) -> Iterator[str]:
    """The rows of ``record``, table by table in the order of ``TABLES``."""
    for table in TABLES:
        for row in record.table(table):
            line = {"table": table, **msgspec.to_builtins(row)}
            yield msgspec.json.encode(line).decode()
    for warning in record.warnings:
        yield msgspec.json.encode({"table": "warnings", "text": warning}).decode()


def from_lines(lines: Iterable[str]) -> Iterator[Record]:
    """The records that ``to_lines`` wrote, one after the other.

    Raises:
        ValueError: naming the line that is no row of the record.
    """
    rows: dict[str, list[Any]] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        table, row = _row(line, number)
        if table == "articles" and rows:
            yield _record(rows)
            rows = {}
        if table != "articles" and "articles" not in rows:
            raise ValueError(f"line {number}: a row of {table} before its article")
        rows.setdefault(table, []).append(row)
    if rows:
        yield _record(rows)


def _row(line: str, number: int) -> tuple[str, Any]:
    try:
        values = msgspec.json.decode(line)
        table = values.pop("table")
        if table == "warnings":
            return table, str(values["text"])
        return table, msgspec.convert(values, TABLES[table])
    except (msgspec.DecodeError, AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"line {number}: no row of the record: {error}") from error


def _record(rows: dict[str, list[Any]]) -> Record:
    tables: dict[str, Any] = {name: tuple(found) for name, found in rows.items()}
    return Record(article=tables.pop("articles")[0], **tables)
