"""A brief in the terminal: pleasant at 80 and at 120 columns."""

from __future__ import annotations

import datetime as dt
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from onrecord.brief import wording
from onrecord.brief.view import Brief, Line, Section

_STYLES = {"strong": "bold", "weak": "dim", "": ""}
_WIDEST = 120


def print_brief(brief: Brief, out: IO[str], *, width: int | None = None) -> None:
    """Print ``brief`` to ``out``.

    Args:
        brief: what to print.
        out: an open text file; colours only where it is a terminal.
        width: columns; by default those of the terminal, 120 at most.
    """
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    if width is None and console.width > _WIDEST:
        console.width = _WIDEST
    for part in _parts(brief):
        console.print(part)


def _parts(brief: Brief) -> list[RenderableType]:
    title = "On record"
    if brief.as_of:
        title += f", as of {wording.long_day(dt.date.fromisoformat(brief.as_of))}"
    parts: list[RenderableType] = [Text(title, style="bold")]
    parts.extend(Text(line) for line in brief.summary)
    for section in brief.sections:
        parts.extend([Text(""), *_section(section)])
    if brief.warnings:
        parts.extend([Text(""), Text("Remarks", style="bold underline")])
        parts.extend(Padding(Text(warning), (0, 0, 0, 2)) for warning in brief.warnings)
    return parts


def _section(section: Section) -> list[RenderableType]:
    parts: list[RenderableType] = [Text(section.title.upper(), style="bold underline")]
    if not section.groups:
        parts.append(Padding(Text(section.empty, style="dim"), (0, 0, 0, 2)))
    for group in section.groups:
        if group.heading:
            parts.append(Padding(Text(group.heading, style="bold"), (0, 0, 0, 2)))
        parts.append(Padding(_lines(group.lines), (0, 0, 0, 2)))
    return parts


def _lines(lines: tuple[Line, ...]) -> RenderableType:
    leads = [len(line.lead) for line in lines]
    if not any(leads):
        return Group(*(Padding(_body(line), (0, 0, 0, 2)) for line in lines))
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(width=min(max(leads), 18), overflow="fold")
    grid.add_column(ratio=1)
    for line in lines:
        grid.add_row(Text(line.lead, style="bold"), _body(line))
    return grid


def _body(line: Line) -> RenderableType:
    first = Text(line.text, style=_STYLES[line.weight])
    reference = f" [{', '.join(line.references)}]" if line.references else ""
    rest = "; ".join(line.details)
    if not rest:
        first.append(reference, style="cyan")
        return first
    second = Text(rest, style="dim")
    second.append(reference, style="cyan")
    return Group(first, second)
