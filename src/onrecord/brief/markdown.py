"""A brief as Markdown (CommonMark)."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.brief import wording
from onrecord.brief.view import Brief, Line, Section

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def to_markdown(brief: Brief) -> str:
    """The brief as a Markdown document; words from outside are escaped."""
    title = "On record"
    if brief.as_of:
        title += f", as of {wording.long_day(dt.date.fromisoformat(brief.as_of))}"
    lines = [f"# {title}", ""]
    for summary in brief.summary:
        lines += [_escape(summary), ""]
    for section in brief.sections:
        lines += _section(section)
    if brief.warnings:
        lines += ["## Remarks", "", *(f"- {_escape(warning)}" for warning in brief.warnings), ""]
    return "\n".join(lines)


def _section(section: Section) -> list[str]:
    lines = [f"## {_escape(section.title)}", ""]
    if not section.groups:
        lines += [_escape(section.empty), ""]
    for group in section.groups:
        if group.heading:
            lines += [f"### {_escape(group.heading)}", ""]
        lines += [*(_line(line) for line in group.lines), ""]
    return lines


def _line(line: Line) -> str:
    text = f"- **{_escape(line.lead)}** " if line.lead else "- "
    text += _escape(line.text)
    if line.details:
        text += f" ({_escape('; '.join(line.details))})"
    if line.references:
        text += f" \\[{', '.join(line.references)}\\]"
    return text


def _escape(words: str) -> str:
    return _SPECIAL.sub(r"\\\1", words)
