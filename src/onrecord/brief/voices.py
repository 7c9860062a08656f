"""Who said what: by speaker; unnamed sources and documents apart."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.record import Statement

_MOST = 8  # lines a speaker, unless the full brief is asked for


def voices(desk: Desk, *, year: int | None, full: bool) -> tuple[Section, Section]:
    """Two sections: named speakers, the most quoted first; unnamed and other sources."""
    named: dict[str, list[Statement]] = {}
    others: dict[str, list[Statement]] = {}
    for record in desk.records:
        for statement in record.statements:
            is_named = statement.source_kind == "named" and statement.source is not None
            (named if is_named else others).setdefault(desk.source_name(statement), []).append(
                statement
            )
    return (
        Section("Who said what", _groups(desk, named, year, full), empty="Nobody is quoted."),
        Section(
            "Unnamed sources, documents and the outlets' own voice",
            _groups(desk, others, year, full),
            empty="None.",
        ),
    )


def _groups(
    desk: Desk, speakers: dict[str, list[Statement]], year: int | None, full: bool
) -> tuple[Group, ...]:
    order = sorted(speakers, key=lambda name: (-len(speakers[name]), name))
    return tuple(_group(desk, name, speakers[name], year, full) for name in order)


def _group(
    desk: Desk, name: str, statements: list[Statement], year: int | None, full: bool
) -> Group:
    merged: dict[str, list[Statement]] = {}
    for statement in statements:
        merged.setdefault(wording.joined(statement.content, 2000).casefold(), []).append(statement)
    lines = [_line(desk, same, year) for same in merged.values()]
    if not full and len(lines) > _MOST:
        hidden = len(lines) - _MOST
        lines = [*lines[:_MOST], Line(f"and {hidden} more (brief --full)", weight="weak")]
    return Group(tuple(lines), name + _basis(statements))


def _basis(statements: Iterable[Statement]) -> str:
    counts = {s.source_count for s in statements if s.source_count is not None}
    return f" (number of sources: {max(counts)})" if counts else ""


def _line(desk: Desk, same: list[Statement], year: int | None) -> Line:
    statement = same[0]
    content = wording.joined(statement.content, 260)
    if statement.form == "direct" and not content.startswith(("“", '"', "‘", "«", "„", "'")):
        content = f"“{content}”"
    cue = wording.joined(statement.cue, 60) or statement.act
    prefix = "not: " if statement.negated else ""
    details = []
    if statement.via is not None:
        details.append(f"as reported by {desk.word(statement.via, statement.article)}")
    if statement.addressee is not None and desk.name(statement.addressee) not in cue:
        details.append(f"to {desk.name(statement.addressee)}")
    if statement.channel is not None:
        details.append(wording.clean(statement.channel))
    if statement.hedged:
        details.append("hedged")
    if statement.act not in ("say", "report"):
        details.append(f"read as: {statement.act}")
    lead = wording.when(statement.said, year=year)
    references = tuple(dict.fromkeys(desk.reference(s.article, s.start) for s in same))
    return Line(f"{prefix}{cue}: {content}", lead, tuple(details), references)
