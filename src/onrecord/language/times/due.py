"""The last day of a deadline, and the day of an event that a time is counted from."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.language.times.days import DAY, add, add_days
from onrecord.language.times.durations import amount_of, unit_of
from onrecord.language.times.lexer import Lexer
from onrecord.language.times.parts import Parts
from onrecord.record import Time

_DURATION = re.compile(
    r"P(?:(?P<Y>\d+(?:\.\d+)?)Y)?(?:(?P<M>\d+(?:\.\d+)?)M)?(?:(?P<W>\d+(?:\.\d+)?)W)?"
    r"(?:(?P<D>\d+(?:\.\d+)?)D)?(?:T(?:(?P<TH>\d+(?:\.\d+)?)H)?(?:\d+M)?(?:\d+S)?)?"
)
_BEFORE = re.compile(r"\b(?:before|ahead of|prior to|earlier than)\b", re.IGNORECASE)
_END = re.compile(r"\b(?:end|close|expiry|late)\b|-end\b", re.IGNORECASE)
_START = re.compile(r"\b(?:start|beginning|opening)\b", re.IGNORECASE)


def resolve_due(
    time: Time, relation: str = "by", *, counted_from: dt.date | None = None
) -> dt.date | None:
    """The last day on which a deadline can be met, or None where the time has no day.

    "By Friday", "until the end of August", "in 10 to 12 days" give the last day that the time
    covers. "Before" a single day ("before Aug. 8") gives that day, which the deadline is named
    after; before a longer stretch that is not its end ("before September"), the day before it
    begins; "by the start of" a stretch, its first day.

    Args:
        time: the time expression.
        relation: the words that tie it to what is due: by, until, within, before, in.
        counted_from: the day from which a duration runs that is not anchored ("to 10 days").
    """
    if time.since is None or time.until is None:
        return _after_duration(time, counted_from)
    since, until = dt.date.fromisoformat(time.since), dt.date.fromisoformat(time.until)
    if time.type == "DURATION":
        return until
    is_start = _START.search(time.text) is not None
    if _BEFORE.search(relation) and since != until and not _END.search(time.text):
        return since - DAY if since > dt.date.min else since
    return since if is_start else until


def _after_duration(time: Time, counted_from: dt.date | None) -> dt.date | None:
    if counted_from is None or time.value is None or time.type != "DURATION":
        return None
    return after_duration(counted_from, time.value)


def after_duration(day: dt.date, value: str, sign: int = 1) -> dt.date | None:
    """``day`` moved by a TIMEX3 duration such as ``P3Y6M``; None where that is vague."""
    match = _DURATION.fullmatch(value)
    if match is None or value in ("P", "PT"):
        return None
    moved: dt.date | None = day
    for unit in ("Y", "M", "W", "D", "TH"):
        if match[unit] and moved is not None:
            moved = add(moved, sign * float(match[unit]), unit)
    return moved


def event_day(time: Time, lexer: Lexer) -> dt.date | None:
    """The day of the event that a resolved time is counted from.

    Where "two days before the expiry of a deadline" is 6 August, the expiry is 8 August.
    None where the time is not counted from an event, or is not a single day.
    """
    if time.since is None or time.since != time.until:
        return None
    lexemes = lexer.lex(time.text)
    whole = Parts(lexemes, 0, len(lexemes.starts))
    where = whole.where("before", "after")
    if where is None or where == 0:
        return None
    head = whole.until(where)
    unit = unit_of(head)
    amount = amount_of(head) or (1.0 if head.has("the") and unit else None)
    if amount is None or not unit:
        return None
    is_before = "before" in lexemes.values[where]
    day = dt.date.fromisoformat(time.since)
    if unit == "D":
        return add_days(day, int(amount if is_before else -amount))
    return add(day, amount if is_before else -amount, unit)
