"""What the finder of moves gives."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Deadline, Move, MoveKind, Reason, Span


@dataclass(frozen=True)
class Found:
    """Rows of moves and deadlines, and the reason of each move."""

    rows: tuple[Move, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A move before its deadline, issue and id are known.

    Attributes:
        kind: kind of move.
        party: who makes it, or None.
        terms: what it is about.
        span: the words that report it.
        toward: to whom.
        statement: id of the statement it stands in, or None.
        is_possible: may, might, is considering.
        is_reported: on somebody else's word.
        rule, detail: why it was made.
    """

    kind: MoveKind
    party: str | None
    terms: Span
    span: Span
    toward: tuple[str, ...] = ()
    statement: str | None = None
    is_possible: bool = False
    is_reported: bool = False
    rule: str = ""
    detail: str = ""
