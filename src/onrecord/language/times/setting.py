"""What a time expression is resolved against: the day of writing and the dates before it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Literal

from onrecord.language.times.days import (
    Days,
    add_days,
    add_months,
    covers,
    make_day,
    quarter_of,
    week_value,
)
from onrecord.language.times.lexer import Lexemes
from onrecord.language.times.oracle import Oracle
from onrecord.language.times.tense import Direction

# Words between two dates of a sentence that say the second is later, or earlier.
_THEN = re.compile(r"\b(?:and|then|before|until|to)\b")
_BACK = re.compile(r"\b(?:after|following|since|had|from)\b")

TimeType = Literal["DATE", "TIME", "DURATION", "SET"]

# Nothing is counted from days beyond these years, which lie near the ends of the calendar.
_FIRST_YEAR, _LAST_YEAR = 100, 9900
# A day named without its year that lies at most so many days off is this year's, whatever the
# verb: a writer who meant another year would have said so.
_SOON = 31
# A month named without its year that is over for at most so many months is this year's: of the
# next one a writer says so.
_JUST_GONE = 2


@dataclass(frozen=True, slots=True)
class Anchor:
    """A point of the calendar that other expressions are counted from.

    Attributes:
        year: negative before Christ.
        day: its first day, where it is after Christ.
        unit: how long it is: D, W, M, Y and so on.
    """

    year: int
    day: dt.date | None = None
    unit: str = "Y"

    @classmethod
    def of(cls, day: dt.date, unit: str = "D") -> Anchor:
        """The stretch of length ``unit`` that begins with ``day``."""
        is_safe = _FIRST_YEAR <= day.year <= _LAST_YEAR
        return cls(day.year, day if is_safe else None, unit)


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an expression means.

    Attributes:
        type: TIMEX3 type.
        value: TIMEX3 value or None.
        days: the first and last day it covers.
        anchor: what later expressions may be counted from, where it is a date.
        explicit: whether it states its year itself.
        start, end: its extent, where that is not the whole match.
        is_open: whether it is counted from an event whose day was not found so far.
    """

    type: TimeType
    value: str | None
    days: Days | None = None
    anchor: Anchor | None = None
    explicit: bool = False
    start: int | None = None
    end: int | None = None
    is_open: bool = False


@dataclass
class Setting:
    """Where an expression stands; ``last`` and what follows change as the text is read.

    Attributes:
        lexemes: of the whole text.
        oracle: answers about tense and word class.
        published: day of publication, or None.
        narrative: whether dates are counted from the dates before them, as in a history.
        last: the date named last.
        timeline: where the story is: the date named last that does not merely look aside.
        sentence_year: a year stated earlier in the same sentence.
        sentence_day: a day named earlier in the same sentence.
        previous: the expression before this one: first character, end, meaning.
        clock: the moment of the clock time named last, and its zone, until another day is named.
        dated: where a day was named, in order of the text, and which.
        moving: the days of holidays that move with the moon.
        named_days: the days of history that are named without their year.
        events: lemma -> the lemmas that name the same event.
        date_within: reads the date between two lexemes.
    """

    lexemes: Lexemes
    oracle: Oracle
    published: dt.date | None = None
    narrative: bool = False
    last: Anchor | None = None
    timeline: Anchor | None = None
    sentence_year: int | None = None
    sentence_day: dt.date | None = None
    previous: tuple[int, int, Resolved] | None = None
    clock: tuple[dt.datetime, str] | None = None
    dated: list[tuple[int, dt.date]] = field(default_factory=list)
    moving: Mapping[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    named_days: Mapping[str, tuple[frozenset[str], str]] = field(default_factory=dict)
    events: Mapping[str, frozenset[str]] = field(default_factory=dict)
    date_within: Callable[[int, int], Resolved | None] = lambda first, last: None

    def here(self) -> Anchor | None:
        """What today, this week and last year are counted from."""
        if self.narrative:
            return self.timeline
        return Anchor.of(self.published) if self.published else None

    def there(self) -> Anchor | None:
        """What that day and the following week are counted from."""
        if self.narrative:
            return self.timeline or self.last
        return self.last or self.here()

    def year_of(self, month: int, day: int | None, offset: int) -> int | None:
        """The year of a day or month whose year is not stated; ``offset`` is where it stands."""
        stated = self.sentence_year
        if self.narrative or self.published is None:
            return stated if stated is not None else self._year_of_story(month)
        published = self.published
        way = self.oracle.direction(offset)
        if stated is not None and not self._is_other_year(stated, way):
            return stated + self._is_year_after(stated, month, offset)
        first = make_day(published.year, month, day or published.day)
        if way is None:
            distance = month - published.month
            return published.year + (distance < -6) - (distance > 6)
        if day is None or first is None:
            is_before, is_after = month < published.month, month > published.month
        else:
            is_before, is_after = first < published, first > published
        if way == "past":
            if first is not None and day is not None and 0 < (first - published).days <= _SOON:
                return published.year
            return published.year - is_after
        if first is not None and day is not None and 0 < (published - first).days <= _SOON:
            return published.year
        if day is None and 0 < published.month - month <= _JUST_GONE:
            return published.year
        return published.year + is_before

    def _is_other_year(self, stated: int, way: Direction | None) -> bool:
        """Whether a year stated earlier in the sentence is against the verb.

        "The 2015 deal expires in October": this October.
        """
        now = self.published.year if self.published else stated
        return (way == "future" and stated < now) or (way == "past" and stated > now)

    def _is_year_after(self, stated: int, month: int, offset: int) -> bool:
        """Whether the story went on into the next year: "December 2024 ... and in February"."""
        if self.previous is None or self.published is None or self.last is None:
            return False
        _, end, found = self.previous
        was = self.last
        if was.day is None or was.unit not in ("D", "M") or was.year != stated or not found.anchor:
            return False
        between = self.lexemes.text[end:offset]
        is_later = _THEN.search(between) is not None and _BACK.search(between) is None
        first = make_day(stated + 1, month, 1)
        is_over = first is not None and first <= self.published
        return is_later and month < was.day.month and is_over

    def _year_of_story(self, month: int) -> int | None:
        """The year that puts ``month`` nearest to where the story is."""
        story = self.timeline
        if story is None:
            return None
        if story.day is None or story.unit not in ("D", "M", "W", "Q", "S"):
            return story.year
        distance = month - story.day.month
        return story.year + (distance < -6) - (distance > 6)


def dated(value: str, unit: str, *, explicit: bool = False) -> Resolved:
    """A DATE with what it covers, from its value."""
    days = covers(value)
    anchor = Anchor.of(days[0], unit) if days else None
    if anchor is None and value.startswith("BC") and value[2:6].isdigit():
        anchor = Anchor(-int(value[2:6]), None, unit)
    return Resolved("DATE", value, days, anchor, explicit)


def shifted(anchor: Anchor | None, amount: float, unit: str) -> Resolved | None:
    """The stretch of length ``unit`` that lies ``amount`` units from ``anchor``.

    None where the unit is shorter than a day or the calendar ends.
    """
    if anchor is None:
        return None
    if unit == "QC":
        amount, unit = amount * 25, "Y"
    if unit in ("Y", "DE", "CE") and amount == int(amount):
        return _shifted_years(anchor.year, int(amount), unit)
    if anchor.day is None:
        return None
    day = anchor.day
    if unit == "M" or unit == "Q":
        months = amount * (3 if unit == "Q" else 1)
        moved = add_months(day, int(months))
    elif unit in ("Y", "DE", "CE"):
        months = amount * {"Y": 12, "DE": 120, "CE": 1200}[unit]
        moved, unit = add_months(day, int(months)), "M" if unit == "Y" else "Y"
    elif unit in ("D", "W", "FN", "WE", "NI"):
        length = {"D": 1, "NI": 1, "FN": 14}.get(unit, 7)
        moved = add_days(day, round(amount * length)) if abs(amount) < 1e6 else None
    else:
        return None
    return _stretch_at(moved, unit) if moved else None


def _shifted_years(year: int, amount: int, unit: str) -> Resolved | None:
    length = {"Y": 1, "DE": 10, "CE": 100}[unit]
    target = year + amount * length
    if year < 0 <= target or not -9999 < target < 9999:
        return None
    return dated(year_value(target, unit), unit)


def year_value(year: int, unit: str = "Y") -> str:
    """The value of a year (negative before Christ), its decade or its century."""
    digits = {"Y": 4, "DE": 3, "CE": 2}[unit]
    return ("BC" if year < 0 else "") + f"{abs(year):04d}"[:digits]


def _stretch_at(day: dt.date, unit: str) -> Resolved:
    if unit in ("D",):
        return dated(day.isoformat(), "D")
    if unit == "NI":
        return Resolved("TIME", f"{day.isoformat()}TNI", (day, day), Anchor.of(day))
    if unit in ("W", "FN"):
        return dated(week_value(day), "W")
    if unit == "WE":
        return dated(f"{week_value(day)}-WE", "WE")
    if unit == "Q":
        return dated(f"{day.year:04d}-Q{quarter_of(day)}", "Q")
    if unit == "M":
        return dated(f"{day.year:04d}-{day.month:02d}", "M")
    return dated(year_value(day.year), "Y")
