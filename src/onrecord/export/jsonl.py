"""JSON Lines: one file a table, one row a line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import msgspec

SUFFIX = "jsonl"


def write(path: Path, row_type: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> int:
    """Write ``rows`` to ``path``; returns how many."""
    count = 0
    with path.open("wb") as out:
        for count, row in enumerate(rows, 1):  # noqa: B007
            out.write(msgspec.json.encode(row) + b"\n")
    return count
