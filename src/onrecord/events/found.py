"""What the coder of events gives."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.record import Actor, Event, Mention, Reason


@dataclass(frozen=True)
class Found:
    """Rows of events, and the reason of each.

    Attributes:
        rows: events in order of the text.
        reasons: one a row: which trigger, which frame.
        actors: states that only an adjective or a place of the article names ("Russian attacks",
            "the shelling of Aleppo") and that act or are acted upon in some event; and actors of
            the reading with the country that their event tells.
        mentions: the adjectives.
    """

    rows: tuple[Event, ...] = ()
    reasons: tuple[Reason, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
