"""Events: something done, or said to be done, between actors (PLOVER)."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import When
from onrecord.record.place import EventPlace
from onrecord.record.spans import Span

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]

Status = Literal["happened", "ongoing", "planned", "possible", "denied", "hypothetical"]


class Figure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A number tied to an event.

    Attributes:
        what: killed, injured, detained, displaced, missing, troops, money, percent, ...
        text: the words ("at least 72").
        low, high: bounds, null where open: "at least 72" has low 72 and no high; a plain
            count has both.
    """

    what: str
    text: str
    low: float | None = None
    high: float | None = None

    def __post_init__(self) -> None:
        if self.low is None and self.high is None:
            raise ValueError(f"figure {self.text!r} has neither bound")
        for bound in ("low", "high"):
            value = getattr(self, bound)
            if value is not None:  # 12 and 12.0 are written alike
                msgspec.structs.force_setattr(self, bound, float(value))


class Event(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One event.

    Attributes:
        id: stable id.
        article, start, end, text: the words that report it (its clause).
        trigger: the word or words that carry it.
        event: PLOVER category. A user's own ontology may add categories, hence ``str``.
        mode: PLOVER mode, or null.
        contexts: PLOVER contexts.
        cameo: CAMEO root code ("01" to "20"), or null.
        quad: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict,
            4 material conflict.
        actors: ids of those who act.
        recipients: ids of those acted upon.
        place: where, or null.
        when: when, or null.
        status: happened, ongoing, planned, possible, denied or hypothetical.
        figures: casualties and other numbers.
        statement: id of the statement it stands in, or null in the outlet's own voice.
        mentions: the triggers of further mentions of the same event in the article.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    trigger: Span
    event: str
    status: Status
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Literal[1, 2, 3, 4] | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: EventPlace | None = None
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    statement: str | None = None
    mentions: tuple[Span, ...] = ()
