"""When a move was made: "Corsenia on Tuesday rejected", "turned down the offer on Tuesday".

A move has a deadline and no time of its own. It was made when the event that it is happened, or
on the day that stands in its words outside of its terms and its deadline.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from onrecord.record import Event, Move, Record, Time, When
from onrecord.record.clock import publication_day
from onrecord.record.dates import first_day, last_day

_WINDOW = 31  # days; a time that is wider than this tells nothing

Days = tuple[dt.date | None, dt.date | None]
_NONE: Days = (None, None)


def days_of(when: When | Time | None) -> Days:
    """The first and last day of a time, or nothing where it is open or too wide to tell."""
    if when is None or when.since is None or when.until is None:
        return _NONE
    first, last = first_day(when.since), last_day(when.until)
    return (first, last) if (last - first).days < _WINDOW else _NONE


@dataclass(frozen=True)
class MoveTimes:
    """What is looked up to tell when a move was made.

    Attributes:
        events: events of the article by id.
        dates: its dates, in order of the text.
        told: the day of publication, or null.
    """

    events: Mapping[str, Event]
    dates: Sequence[Time]
    told: dt.date | None

    @classmethod
    def of(cls, record: Record) -> MoveTimes:
        """For the moves of a record."""
        dates = [time for time in record.times if time.type == "DATE"]
        told = publication_day(record.article.published)
        return cls({event.id: event for event in record.events}, dates, told)

    def days(self, move: Move) -> Days:
        """The first and last day on which a move was made, or nothing; never a day to come."""
        event = self.events.get(move.event or "")
        found: list[When | Time] = (
            [event.when] if event is not None and event.when is not None else []
        )
        spans = [(s.start, s.end) for s in (*move.terms, *move.otherwise)]
        if move.deadline is not None:
            spans.append((move.deadline.start, move.deadline.end))
        times = [
            time
            for time in self.dates
            if move.start <= time.start and time.end <= move.end
            if not any(start < time.end and time.start < end for start, end in spans)
        ]
        for when in [*found, *times]:
            first, last = days_of(when)
            if first is not None and (self.told is None or first <= self.told):
                return first, last
        return _NONE
