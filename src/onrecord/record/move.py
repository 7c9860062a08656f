"""Moves: what a party puts to another in the bargaining; and the deadlines they carry."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import require_date
from onrecord.record.spans import Span

MoveKind = Literal[
    "demand",
    "offer",
    "threat",
    "promise",
    "condition",
    "refusal",
    "acceptance",
    "concession",
]

DeadlineState = Literal["open", "due today", "passed", "met", "extended"]


class DueBy(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The time limit of a move.

    Attributes:
        date: the day it falls due, or null where the words cannot be resolved.
        text, start, end: the words that set it.
    """

    date: str | None
    text: str
    start: int
    end: int

    def __post_init__(self) -> None:
        require_date(self.date, "deadline")


class Move(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One move.

    Attributes:
        id: stable id.
        article, start, end, text: the words that report it.
        kind: demand, offer, threat, promise, condition, refusal, acceptance, concession.
        party: actor id of who makes it, or null.
        toward: actor ids of those it is put to.
        issue: short shared label ("ceasefire", "sanctions", "other").
        terms: what is asked, offered, threatened or refused.
        otherwise: what follows if not.
        deadline: by when, or null.
        status: made, reported, possible, withdrawn.
        event: id of the event it is, or null.
        statement: id of the statement it stands in, or null.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    kind: MoveKind
    issue: str
    terms: tuple[Span, ...]
    status: Literal["made", "reported", "possible", "withdrawn"]
    party: str | None = None
    toward: tuple[str, ...] = ()
    otherwise: tuple[Span, ...] = ()
    deadline: DueBy | None = None
    event: str | None = None
    statement: str | None = None


class Deadline(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A move with a date, as of a given day.

    Attributes:
        move: id of the move.
        article, start, end, text: the words that set the time limit.
        set_by: actor id, or null.
        on: actor ids of those it binds.
        terms, otherwise: as in the move.
        due: the day, or null where the words cannot be resolved.
        as_of: the day the state was worked out for, or null where no day is known.
        state: open, due today, passed, met or extended; null where no day is known.
        because: ids of the rows that say it was met or extended.
    """

    move: str
    article: str
    start: int
    end: int
    text: str
    terms: tuple[Span, ...]
    otherwise: tuple[Span, ...] = ()
    set_by: str | None = None
    on: tuple[str, ...] = ()
    due: str | None = None
    as_of: str | None = None
    state: DeadlineState | None = None
    because: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        require_date(self.due, "due")
        require_date(self.as_of, "as_of")
