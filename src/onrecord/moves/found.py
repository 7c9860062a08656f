"""What the finder of moves gives, and a move while it is being made."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.record import Deadline, DueBy, Move, MoveKind, Reason, Span, Time

TAGGER = "tagger"  # the rule of what the trained tagger proposes
TIMED = frozenset({"limit-set", "time-given"})  # rules of moves with a time limit


@dataclass(frozen=True)
class Found:
    """Rows of moves and deadlines, and the reason of each move."""

    rows: tuple[Move, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A move before its id is known.

    Attributes:
        kind: kind of move.
        party: actor id of who makes it, or None.
        terms: what it is about.
        cue: the word that makes it a move.
        start, end: the words that report it.
        rule, detail: why it was made.
        toward: actor ids of those it is put to.
        otherwise: what follows if not.
        due: by when.
        limit: a time that the trained tagger takes for when it falls due.
        is_possible: may, might, is considering.
        is_withdrawn: it was taken back.
        is_conditional: "if there is none", "unless".
    """

    kind: MoveKind
    party: str | None
    terms: Span
    cue: Span
    start: int
    end: int
    rule: str
    detail: str
    toward: tuple[str, ...] = ()
    otherwise: Span | None = None
    due: DueBy | None = None
    limit: Time | None = None
    is_possible: bool = False
    is_withdrawn: bool = False
    is_conditional: bool = False

    def having(self, **changes: object) -> Draft:
        """The same draft with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]

    def covering(self, start: int, end: int) -> Draft:
        """The same draft with words from ``start`` to ``end`` added."""
        return replace(self, start=min(self.start, start), end=max(self.end, end))
