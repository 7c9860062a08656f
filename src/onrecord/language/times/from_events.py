"""Readings of times counted from an event: two days before the expiry, the day after the vote."""

from __future__ import annotations

import re

from onrecord.language.times.days import add, make_day
from onrecord.language.times.durations import amount_of, duration_value, unit_of
from onrecord.language.times.parts import Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting, dated, shifted

# How far the noun phrase or clause after "two days before" may reach, in characters.
_LONGEST_EVENT = 80
_HALF_YEAR = 183  # days
_APPOSED_UNITS = ("D", "W", "M", "Y", "FN", "TH")
_LEADING = (
    "on",
    "in",
    "of",
    "the",
    "a",
    "an",
    "its",
    "their",
    "his",
    "her",
    "this",
    "last",
    "that",
)
_BEFORE_APPOSED = re.compile(r"\s*[,(–—-]+\s*(?:just |only |exactly |barely |some )?")
_BEHIND_APPOSED = re.compile(r"\s*,\s*(?:on\s+)?")


def read_offset_event(p: Parts, s: Setting) -> Resolved | None:
    """Two days before the expiry of a deadline: counted from an event.

    In apposition to a day ("on Wednesday, two days before the expiry") it is that day. Where
    the text dates the event elsewhere, it is counted from there. Otherwise the words before
    the preposition are a duration, or, for "the day before X", a date without a value.
    """
    where = p.where("before", "after")
    if where is None:
        return None
    head = p.until(where)
    unit = unit_of(head)
    amount = 1.0 if head.has("the") and not head.has("num") else amount_of(head)
    preposition = p.lexemes.starts[where]
    end = max(s.oracle.phrase_end(preposition, _LONGEST_EVENT), p.end)
    is_followed = s.oracle.governs(preposition)
    if is_followed is None:
        is_followed = re.match(r"\s+[\w“\"]", s.lexemes.text[p.end : p.end + 3]) is not None
    if amount is None:
        return Resolved("DURATION", duration_value(None, unit), end=head.end)
    apposed = _apposed(p, s, unit) or _apposed_behind(p, s, end)
    if apposed is not None and unit in _APPOSED_UNITS:
        value = (apposed.value or "").partition("T")[0] or None
        return Resolved(
            "DATE", value, apposed.days, apposed.anchor, end=end if is_followed else None
        )
    event, end = _day_of_phrase(where, end, s), _before_date(where, end, s)
    event = event or _event_day(p, s, preposition)
    if event is None and (not is_followed or (s.narrative and head.has("the"))):
        event = s.there()
    if event is None and unit == "WE":  # "at the weekend after a lull"
        return None
    sign = -1 if "before" in p.lexemes.values[where] else 1
    is_week = unit == "W" and head.has("the") and not is_followed
    counted = shifted if is_week else _counted
    found = counted(event, sign * amount, unit) if event is not None else None
    if found is not None and not _is_too_late(found, p, s):
        return Resolved(
            found.type, found.value, found.days, found.anchor, end=end if is_followed else None
        )
    if head.has("the"):
        return Resolved("DATE", None, end=end)
    value = duration_value(amount, unit)
    return Resolved("DURATION", value, end=head.end, is_open=True) if value else None


def _is_too_late(found: Resolved, p: Parts, s: Setting) -> bool:
    """Whether a time counted from an event lies ahead although nothing looks ahead there.

    "A week after the deadline passed": that deadline is not the one still to come.
    """
    if s.published is None or s.narrative or found.days is None:
        return False
    return found.days[0] > s.published and s.oracle.direction(p.start) == "past"


def _counted(event: Anchor, amount: float, unit: str) -> Resolved | None:
    """So many units from an event: from a day to the day, except in years and months."""
    if unit in ("W", "FN") and event.day is not None and event.unit == "D":
        day = add(event.day, amount, unit)
        return dated(day.isoformat(), "D") if day else None
    return shifted(event, amount, unit)


def _within_phrase(where: int, end: int, s: Setting) -> int:
    """The index behind the last lexeme of the phrase that ends at the offset ``end``."""
    last = where + 1
    while last < len(s.lexemes.starts) and s.lexemes.starts[last] < end:
        last += 1
    return last


def _day_of_phrase(where: int, end: int, s: Setting) -> Anchor | None:
    """The day inside "the vote on June 3"."""
    found = s.date_within(where + 1, _within_phrase(where, end, s))
    return found.anchor if found is not None else None


def _before_date(where: int, end: int, s: Setting) -> int:
    """Where the phrase ends when its date and the preposition before that are left out."""
    for index in range(where + 1, _within_phrase(where, end, s)):
        table = s.lexemes.values[index]
        if table.keys() & {"weekday", "month", "month_short", "deictic", "iso", "holiday"}:
            while index - 1 > where and s.lexemes.word(index - 1) in _LEADING:
                index -= 1
            return s.lexemes.ends[index - 1]
    return end


def _apposed(p: Parts, s: Setting, unit: str) -> Resolved | None:
    """The day, month or year that stands right before, between commas."""
    if s.previous is None:
        return None
    _, end, found = s.previous
    if not _BEFORE_APPOSED.fullmatch(s.lexemes.text[end : p.start]):
        return None
    if found.anchor is None or found.type not in ("DATE", "TIME"):
        return None
    if found.anchor.unit == "D":
        return found if found.anchor.day else None
    return found if found.anchor.unit == unit and unit in ("Y", "M") else None


def _apposed_behind(p: Parts, s: Setting, end: int) -> Resolved | None:
    """The day that stands right behind: "five days after the coup, on July 31, ..."."""
    gap = _BEHIND_APPOSED.match(s.lexemes.text, end)
    if gap is None:
        return None
    index = _within_phrase(p.first, gap.end(), s)
    found = s.date_within(index, min(index + 4, len(s.lexemes.starts)))
    if found is None or found.anchor is None or found.anchor.unit != "D":
        return None
    starts_there = s.date_within(index, index + 1) or s.date_within(index, index + 2)
    is_closed = s.lexemes.text[gap.start() : gap.end()].rstrip().endswith("on")
    return found if starts_there and is_closed else None


def _event_day(p: Parts, s: Setting, preposition: int) -> Anchor | None:
    """The day that the text gives the event, by the same word or one of its family."""
    lemmas = s.oracle.event_lemmas(preposition)
    families = frozenset().union(*(s.events.get(lemma, frozenset((lemma,))) for lemma in lemmas))
    day = s.oracle.day_of_event(families, s.dated, p.start)
    return Anchor.of(day) if day is not None else None


def read_anniversary(p: Parts, s: Setting) -> Resolved | None:
    """The third anniversary of the invasion: so many years after the day the text gives it.

    In apposition to a day it is that day; nothing where the text does not date the event.
    """
    apposed = _apposed(p, s, "D")
    if apposed is not None:
        return Resolved("DATE", apposed.value, apposed.days, apposed.anchor)
    number = int(p.one("ordinal") or 0)
    of = p.last
    if number < 1 or s.lexemes.word(of) != "of":
        return None
    preposition = s.lexemes.starts[of]
    end = max(s.oracle.phrase_end(preposition, _LONGEST_EVENT), s.lexemes.ends[of])
    inside = s.date_within(of + 1, _within_phrase(of, end, s))
    event = inside.anchor if inside is not None else _event_day(p, s, preposition)
    if event is None or event.year < 1:
        return None
    if event.day is None or event.unit != "D":
        return dated(f"{event.year + number:04d}", "Y") if inside and inside.explicit else None
    if inside is None or inside.explicit or s.published is None:
        year = event.year + number
    else:  # a day without its year: the one nearest to the day of writing
        way = (event.day - s.published).days
        year = event.year + (way < -_HALF_YEAR) - (way > _HALF_YEAR)
    day = make_day(year, event.day.month, event.day.day)
    return dated(day.isoformat(), "D") if day else None
