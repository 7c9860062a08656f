"""Moves from statements and from a few plain patterns of the parse."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.language.reading import Reading
from onrecord.record import Deadline, Event, Move, MoveKind, Reason, Statement, row_id
from onrecord.vocabulary.tables import Tables

_KINDS: dict[str, MoveKind] = {
    "demand": "demand", "urge": "demand", "offer": "offer", "propose": "offer",
    "threaten": "threat", "promise": "promise", "accept": "acceptance", "reject": "refusal",
}


@dataclass(frozen=True)
class MoveWords:
    @classmethod
    def load(cls, tables: Tables) -> MoveWords:
        return cls()


@dataclass(frozen=True)
class Found:
    rows: tuple[Move, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reasons: tuple[Reason, ...] = ()


def find_moves(reading: Reading, statements: Sequence[Statement], events: Sequence[Event],
               words: MoveWords) -> Found:
    rows, reasons = [], []
    for s in statements:
        kind = _KINDS.get(s.act)
        if kind is None or s.source is None or s.negated:
            continue
        identity = row_id(reading.article.id, "m", len(rows) + 1)
        rows.append(Move(id=identity, article=s.article, start=s.start, end=s.end, text=s.text,
            kind=kind, issue="other", terms=s.content, party=s.source,
            status="possible" if s.hedged else "made" if s.via is None else "reported",
            statement=s.via or s.id))
        reasons.append(Reason(row=identity, article=s.article, rule="statement-act",
                              detail=f"the act of {s.id} is {s.act}"))
    return Found(tuple(rows), (), tuple(reasons))
