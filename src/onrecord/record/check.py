"""The two rules, enforced where rows come together.

1. Nothing without its words: ``text == article.text[start:end]`` for every row and span.
2. On whose word: every event and move names an existing statement, or null.

References between rows (actors, statements, events) must exist as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.record.move import DueBy
from onrecord.record.spans import Span

if TYPE_CHECKING:
    from onrecord.record.record import Record


def check_record(record: Record) -> None:
    """Raise ``ValueError`` with the first row that breaks a rule."""
    for problem in problems(record):
        raise ValueError(problem)


def problems(record: Record) -> Iterator[str]:
    """Every breach of the two rules in ``record``, as one line each."""
    yield from _words(record)
    yield from _references(record)


def _words(record: Record) -> Iterator[str]:
    text, article = record.article.text, record.article.id
    tables = (
        record.actors,
        record.mentions,
        record.times,
        record.places,
        record.statements,
        record.events,
        record.moves,
        record.deadlines,
    )
    for rows in tables:
        for row in rows:
            label = f"{type(row).__name__} {getattr(row, 'id', row.text)!r}"
            if row.article != article:
                yield f"{label} belongs to article {row.article}, not to {article}"
            if not 0 <= row.start < row.end or text[row.start : row.end] != row.text:
                yield f"{label}: its words are not at {row.start}..{row.end}"
            for span in _spans(row):
                if text[span.start : span.end] != span.text:
                    yield f"{label}: {span.text!r} is not at {span.start}..{span.end}"


def _spans(row: msgspec.Struct) -> Iterator[Span | DueBy]:
    for field in row.__struct_fields__:
        value: Any = getattr(row, field)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Span | DueBy):
                yield item


def _references(record: Record) -> Iterator[str]:
    actors = {actor.id for actor in record.actors}
    statements = {statement.id for statement in record.statements}
    events = {event.id for event in record.events}
    moves = {move.id for move in record.moves}
    for mention in record.mentions:
        yield from _missing("mention", mention.text, actors, mention.actor)
    for statement in record.statements:
        yield from _missing("statement", statement.id, actors, statement.source)
        yield from _missing("statement", statement.id, actors, statement.addressee)
        yield from _missing("statement", statement.id, statements, statement.via)
        if statement.via == statement.id:
            yield f"statement {statement.id} stands inside itself"
    for event in record.events:
        yield from _missing("event", event.id, actors, *event.actors, *event.recipients)
        yield from _missing("event", event.id, statements, event.statement)
    for move in record.moves:
        yield from _missing("move", move.id, actors, move.party, *move.toward)
        yield from _missing("move", move.id, statements, move.statement)
        yield from _missing("move", move.id, events, move.event)
    for deadline in record.deadlines:
        yield from _missing("deadline", deadline.text, moves, deadline.move)
        yield from _missing("deadline", deadline.text, actors, deadline.set_by, *deadline.on)


def _missing(kind: str, name: str, known: set[str], *ids: str | None) -> Iterator[str]:
    for wanted in ids:
        if wanted is not None and wanted not in known:
            yield f"{kind} {name!r} refers to {wanted!r}, which is not in the record"
