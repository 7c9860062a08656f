"""CSV (RFC 4180, UTF-8): one file a table; lists and structures are JSON in their cell.

A cell that a spreadsheet would take for a formula (it begins with ``=``, ``+``, ``-``, ``@``,
tab or carriage return) is given a leading apostrophe, since the words come from outside.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Any

import msgspec

SUFFIX = "csv"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(path: Path, row_type: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> int:
    """Write ``rows`` to ``path``; returns how many."""
    with path.open("w", encoding="utf-8", newline="") as out:
        return write_to(out, row_type, rows)


def write_to(out: IO[str], row_type: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> int:
    """Write ``rows`` with a header line to an open text file; returns how many."""
    writer = csv.DictWriter(out, row_type.__struct_fields__)
    writer.writeheader()
    count = 0
    for row in rows:
        values = msgspec.to_builtins(row)
        writer.writerow({name: _cell(value) for name, value in values.items()})
        count += 1
    return count


def _cell(value: Any) -> Any:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return str(value).lower()
    return inert(value) if isinstance(value, str) else value


def inert(text: str) -> str:
    """``text``, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text
