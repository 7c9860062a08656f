"""By when: the time limit of a move, and the table of deadlines."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.language.reading import Reading
from onrecord.language.times.due import resolve_due
from onrecord.moves.found import Draft
from onrecord.record import Deadline, DueBy, Move, Time
from onrecord.record.clock import as_of, publication_day

_LIMIT = re.compile(
    r"(?:\b(?:by|before|until|till|within|no later than|up to|in|after|on))\s+"
    r"(?:the\s+)?$",
    re.IGNORECASE,
)
_WEAK = re.compile(r"\b(?:in|after|on)\s+(?:the\s+)?$", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|been|had)\s+(?:until|till)\s+(?:the\s+)?$", re.IGNORECASE)
_NAMED = re.compile(r"\b(?:deadline|ultimatum|expiry|expire[sd]?|time limit)\b", re.IGNORECASE)


def due_by(reading: Reading, draft: Draft) -> DueBy | None:
    """The time limit in the words of a move, or of its sentence where it names a deadline."""
    if draft.kind not in ("demand", "offer", "threat", "promise", "condition"):
        return None
    sentence = reading.tokens(draft.span.start, draft.span.end)[0].sent
    start, end = sentence.start_char, sentence.end_char
    text = reading.article.text
    for time in reading.times_in(start, max(end, draft.span.end)):
        before = text[max(start, time.start - 20) : time.start]
        if time.start in reading.event_days and _NAMED.search(time.text):
            return DueBy(reading.event_days[time.start], time.text, time.start, time.end)
        inside = draft.terms.start <= time.start and time.end <= draft.terms.end
        match = _LIMIT.search(before)
        if match is None or not (inside or _NAMED.search(text[start:end])):
            continue
        if (_WEAK.search(before) and time.type != "DURATION") or _PAST.search(before):
            continue
        return _resolved(time, match.group().split()[0], draft, text, reading)
    return None


def _resolved(time: Time, relation: str, draft: Draft, text: str, reading: Reading) -> DueBy:
    day = resolve_due(
        time, relation.lower(), counted_from=publication_day(reading.article.published)
    )
    start = text.rindex(relation, 0, time.start)
    return DueBy(day.isoformat() if day else None, text[start : time.end], start, time.end)


def deadlines(moves: Iterable[Move], published: str | None) -> tuple[Deadline, ...]:
    """Every move with a time limit, as of the day of publication where that is known."""
    rows = tuple(
        Deadline(
            move=move.id,
            article=move.article,
            start=move.deadline.start,
            end=move.deadline.end,
            text=move.deadline.text,
            terms=move.terms,
            otherwise=move.otherwise,
            set_by=move.party,
            on=move.toward,
            due=move.deadline.date,
        )
        for move in moves
        if move.deadline is not None
    )
    day = publication_day(published)
    return as_of(rows, day) if day is not None else rows
