"""Rows as a terminal table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any

import msgspec
from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from onrecord.brief.wording import clean, shortened

_LONGEST = 120


def print_table(
    rows: Sequence[Any], columns: Sequence[str], out: IO[str], *, width: int | None = None
) -> None:
    """Print ``columns`` of ``rows``; long words are cut, lists are joined."""
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    if width is None and not console.is_terminal:
        console.width = 160
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        is_id = column in ("id", "row", "move", "due", "published", "article", "start")
        table.add_column(column, overflow="fold", no_wrap=is_id)
    for row in rows:
        values = msgspec.to_builtins(row)
        table.add_row(*(Text(shortened(_cell(values[c]), _LONGEST)) for c in columns))
    console.print(table)
    console.print(Text(f"{len(rows)} row{'' if len(rows) == 1 else 's'}", style="dim"))


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        if "text" in value and "start" in value:
            return str(value.get("date") or value["text"])
        if "since" in value:
            return "–".join(dict.fromkeys(d for d in (value["since"], value["until"]) if d))
        return str(value.get("title") or value.get("name") or "")
    if isinstance(value, list | tuple):
        return "; ".join(_cell(item) for item in value)
    return clean(str(value))
