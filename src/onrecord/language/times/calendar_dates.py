"""Readings of calendar dates: days, months, weekdays, ISO and numeric dates."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.language.times.days import (
    add_days,
    add_months,
    make_day,
    nth_weekday,
    weekday_at_or_after,
    weekday_at_or_before,
)
from onrecord.language.times.parts import STEPS, Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting, dated, year_value
from onrecord.language.times.years import in_part, relative_year

_TAIL_FOLLOWS = re.compile(
    r"\s*(?:$|[.,;:)\]—–]|(?:in|at|on|after|when|the|to|and|of|for|by|as|with|but|a|was|were|that"
    r"|he|she|they|it|before|during|respectively|between|local|from)\b)"
)

# How many lexemes a list of days before their month has at most.
_LONGEST_LIST = 20
# Words between the two ends of a stretch.
_RANGE = re.compile(r"\s*(?:and|to|until|till|through|[-–—])\s*(?:the\s)?")
_RANGE_BEGINS = ("between", "from")
# A day of history is meant unless its anniversary is so many days off, or fewer.
_FRESH = 14
_WEEK = 7
# A weekday that is so many days off is never "next Thursday", but that of the week after.
_TOO_NEAR = 2


def read_calendar(p: Parts, s: Setting) -> Resolved | None:
    """A day or month, with or without its year."""
    month = int(p.one("month", "month_short") or 0)
    day = int(p.one("dayno", "dayth") or 0) or None
    era, stated = p.one("era"), p.one("year")
    if era is not None and stated is None:
        stated, day = p.all("num")[-1], None
    if stated is not None and not stated.isdigit():
        return None
    year = int(stated) if stated else None
    if year is not None and era == "BC":
        return dated(f"BC{year:04d}-{month:02d}" + (f"-{day:02d}" if day else ""), "M")
    if year is None:
        year = _unstated_year(p, s, month, day)
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}" + (f"-{day:02d}" if day else ""))
    if year < 0:
        return dated(f"{year_value(year)}-{month:02d}" + (f"-{day:02d}" if day else ""), "M")
    if day is None:
        return in_part(dated(f"{year:04d}-{month:02d}", "M", explicit=stated is not None), p)
    found = _of_weekday(p, year, month, day) if stated is None else make_day(year, month, day)
    if found is None:
        return None
    if stated is None:
        found = _not_before_begin(p, s, found)
    if p.part() == "eve":
        found = add_days(found, -1) or found
    return dated(found.isoformat(), "D", explicit=stated is not None)


def _not_before_begin(p: Parts, s: Setting, day: dt.date) -> dt.date:
    """The end of a stretch that runs into the next year: "from 18 December to 2 January"."""
    if s.previous is None:
        return day
    start, end, found = s.previous
    begin = found.anchor.day if found.anchor is not None and found.anchor.unit == "D" else None
    before = s.lexemes.text[:start].rstrip().rpartition(" ")[2].lower()
    is_range = _RANGE.fullmatch(s.lexemes.text[end : p.start]) and before in _RANGE_BEGINS
    if begin is None or not is_range or day >= begin:
        return day
    return make_day(day.year + 1, day.month, day.day) or day


def _of_weekday(p: Parts, year: int, month: int, day: int) -> dt.date | None:
    """The day of ``year``, or of a year next to it where only there the weekday named is right."""
    number = int(p.one("weekday") or 0)
    found = make_day(year, month, day)
    if not number or found is None or found.isoweekday() == number:
        return found
    near = (make_day(year - 1, month, day), make_day(year + 1, month, day))
    return next((other for other in near if other and other.isoweekday() == number), found)


def _named_day(p: Parts, s: Setting, month: int, day: int | None) -> int | None:
    """The year of a day that history knows by what happened on it: "the Oct. 7 attack"."""
    if day is None or s.narrative:
        return None
    words, date = s.named_days.get(f"{month:02d}-{day:02d}", (frozenset(), ""))
    if not words or words.isdisjoint((p.after(), s.lexemes.word(p.last + 1))):
        return None
    year = int(date[:4])
    if s.published is None:
        return year
    latest = make_day(s.published.year, month, day)
    is_fresh = latest is not None and abs((latest - s.published).days) <= _FRESH
    return None if is_fresh or s.published.year < year else year


def _unstated_year(p: Parts, s: Setting, month: int, day: int | None) -> int | None:
    known = _named_day(p, s, month, day)
    if known is not None:
        return known
    which = p.which() if not p.has("weekday") else None
    if p.has("the_year"):
        return relative_year(p, s)
    here = s.here()
    if which == "last" and here and here.day:
        return here.year - (month >= here.day.month)
    if which in ("next", "coming") and here and here.day:
        return here.year + (month <= here.day.month)
    there = s.there()
    if which == "following" and there and there.day:
        return there.year + (month <= there.day.month)
    if which == "previous" and there and there.day:
        return there.year - (month >= there.day.month)
    if which == "this" and here:
        return here.year
    where = p.where("month", "month_short")
    return s.year_of(month, day, s.lexemes.starts[where if where is not None else p.first])


def read_day_range(p: Parts, s: Setting) -> Resolved | None:
    """Aug. 7-9: an interval of days of one month."""
    month = int(p.one("month", "month_short") or 0)
    first, last = (int(n) for n in p.all("dayno")[:2])
    stated = p.one("year")
    year = int(stated) if stated else s.year_of(month, first, p.start)
    if p.has("the_year"):
        year = relative_year(p, s)
    if year is None:
        return Resolved("DATE", f"XXXX-{month:02d}-{first:02d}/XXXX-{month:02d}-{last:02d}")
    since, until = make_day(year, month, first), make_day(year, month, last)
    if since is None or until is None or until <= since:
        return None
    value = f"{since.isoformat()}/{until.isoformat()}"
    return Resolved("DATE", value, (since, until), Anchor.of(until), stated is not None)


def read_day_tail(p: Parts, s: Setting) -> Resolved | None:
    """The second day of "May 4 and 5"."""
    if s.last is None or s.last.day is None or s.last.unit != "D":
        return None
    if not _TAIL_FOLLOWS.match(s.lexemes.text, p.end):
        return None
    day = make_day(s.last.day.year, s.last.day.month, int(p.one("dayno") or 0))
    if day is None or day <= s.last.day:
        return None
    return dated(day.isoformat(), "D")


def read_day_head(p: Parts, s: Setting) -> Resolved | None:
    """The first days of "3, 4 and 5 May 2020": month and year stand behind."""
    if p.start and s.oracle.tag(p.start - 1).startswith("NNP"):  # "Operation Dawn 5, and ..."
        return None
    whole = Parts(s.lexemes, p.last + 1, min(p.last + _LONGEST_LIST, len(s.lexemes.starts)))
    day = int(p.one("dayno", "dayth") or 0)
    month = int(whole.one("month", "month_short") or 0)
    where = whole.where("month", "month_short")
    behind = s.lexemes.values[where + 1] if where and where + 1 < whole.last else {}
    year = int(behind["year"]) if "year" in behind else s.year_of(month, day, p.start)
    found = make_day(year, month, day) if year else None
    return dated(found.isoformat(), "D", explicit="year" in behind) if found else None


def read_day_of_month(p: Parts, s: Setting) -> Resolved | None:
    """On the 15th: of the month spoken of, else the nearest one as the verb looks."""
    number, follows = int(p.one("dayth") or 0), s.oracle.tag(p.end + 1)
    if follows[:2] in ("NN", "JJ", "CD", "VB") and s.lexemes.text[p.end : p.end + 1] == " ":
        if follows[:2] != "VB":
            return None
    elif not follows and not _TAIL_FOLLOWS.match(s.lexemes.text, p.end):
        return None
    there, here = s.there(), s.here()
    if there is None or there.day is None or here is None or here.day is None:
        return None
    if there.unit in ("D", "M") and (there.year, there.day.month) != (here.year, here.day.month):
        found = make_day(there.year, there.day.month, number)
        return dated(found.isoformat(), "D") if found else None
    where = p.where("dayth")
    way = s.oracle.direction(s.lexemes.starts[where if where is not None else p.first])
    months = [add_months(here.day.replace(day=1), step) for step in (-1, 0, 1)]
    days = [d for m in months if m and (d := make_day(m.year, m.month, number))]
    if way == "future":
        days = [d for d in days if d >= here.day]
    elif way == "past":
        days = [d for d in days if d <= here.day]
    if not days:
        return None
    nearest = min(days, key=lambda d: abs((d - here.day).days) if here.day else 0)
    return dated(nearest.isoformat(), "D")


def read_day_of_named_month(p: Parts, s: Setting) -> Resolved | None:
    """The 30th of next month, the 30th of next November."""
    number = int(p.one("dayth") or 0)
    tail = p.since((p.where("of_") or p.first) + 1)
    month = int(tail.one("month", "month_short") or 0)
    if month:
        year = _unstated_year(tail, s, month, None)
    else:
        which = tail.which() or ""
        step = STEPS.get(which, 0)
        is_told = s.narrative or which in ("that", "same", "previous", "following")
        here = s.there() if is_told else s.here()
        base = add_months(here.day, step) if here and here.day else None
        year, month = (base.year, base.month) if base else (None, 0)
    day = make_day(year, month, number) if year else None
    return dated(day.isoformat(), "D") if day else None


def read_nth_weekday(p: Parts, s: Setting) -> Resolved | None:
    """The first Sunday of October."""
    nth, weekday = int(p.one("ordinal") or 0), int(p.one("weekday") or 0)
    month = int(p.one("month", "month_short") or 0)
    if month:
        year = int(p.one("year") or 0) or _unstated_year(p.since(p.first + 2), s, month, None)
    else:
        tail = p.since((p.where("weekday") or p.first) + 1)
        step = {"last": -1, "next": 1, "coming": 1, "following": 1}.get(tail.which() or "", 0)
        here = s.there() if s.narrative else s.here()
        base = add_months(here.day, step) if here and here.day else None
        year, month = (base.year, base.month) if base else (None, 0)
    if year is None or not 1 <= year <= 9998 or nth > 5:
        return Resolved("DATE", None)
    day = nth_weekday(year, month, weekday, nth)
    return dated(day.isoformat(), "D") if day else None


def read_iso(p: Parts, s: Setting) -> Resolved | None:
    """A date or date-time as ISO 8601 writes it."""
    written = p.one("iso") or ""
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", written)
    day = make_day(*(int(n) for n in found.groups())) if found else None
    if day is None:
        return None
    if len(written) > 10:
        value = written.replace(" ", "T")
        return Resolved("TIME", value, (day, day), Anchor.of(day), explicit=True)
    return dated(day.isoformat(), "D", explicit=True)


def read_numeric(p: Parts, s: Setting) -> Resolved | None:
    """06/08/2025: day or month first.

    A number above 12 decides; else the day of publication, where one reading is within a
    month of it and the other is not; else the value stays open.
    """
    numbers = [int(n) for n in re.split(r"[/.-]", p.one("slash") or "")]
    if numbers[0] > 31:
        found = make_day(*numbers)
        return dated(found.isoformat(), "D", explicit=True) if found else None
    a, b, year = numbers
    year += 2000 if year < 50 else 1900 if year < 100 else 0
    readings = {day for day in (make_day(year, a, b), make_day(year, b, a)) if day}
    if "." in (p.one("slash") or ""):
        european = make_day(year, b, a)
        readings = {european} if european else readings
    if len(readings) > 1 and s.published:
        near = {day for day in readings if abs((day - s.published).days) <= 31}
        if len(near) > 1:
            near = {day for day in near if abs((day - s.published).days) <= _WEEK}
        readings = near if len(near) == 1 else readings
    if not readings:
        return None
    if len(readings) > 1:
        return Resolved("DATE", None)
    return dated(readings.pop().isoformat(), "D", explicit=True)


def read_weekday(p: Parts, s: Setting) -> Resolved | None:
    """Wednesday, last Friday, late on Tuesday, Thursday night."""
    number = int(p.one("weekday") or 0)
    day = _night_into(p, s, number) or weekday_of(p, s, number)
    if day is None:
        return Resolved("DATE", f"XXXX-WXX-{number}")
    if p.part() == "eve":
        day = add_days(day, -1) or day
    daypart = p.one("daypart")
    if daypart:
        return Resolved("TIME", f"{day.isoformat()}T{daypart}", (day, day), Anchor.of(day))
    return dated(day.isoformat(), "D")


def _night_into(p: Parts, s: Setting, number: int) -> dt.date | None:
    """The Wednesday of "Wednesday night into Thursday": the day before that Thursday."""
    if not p.has("daypart") or p.after() not in ("into", "to") or p.last + 1 >= len(s.lexemes.ends):
        return None
    tail = Parts(s.lexemes, p.last + 1, p.last + 2)
    following = int(tail.one("weekday") or 0)
    if following != number % 7 + 1:
        return None
    day = weekday_of(tail, s, following)
    return add_days(day, -1) if day else None


def weekday_of(p: Parts, s: Setting, number: int) -> dt.date | None:
    """The day that a weekday means here."""
    which = p.which()
    anchor = s.there() if which in ("following", "previous", "that", "same") else s.here()
    if anchor is None or anchor.day is None:
        return None
    base = anchor.day
    if which in ("last", "previous"):
        return weekday_at_or_before(base - dt.timedelta(days=1), number)
    if which in ("next", "coming", "following"):
        day = weekday_at_or_after(base + dt.timedelta(days=1), number)
        is_near = which == "next" and (day - base).days <= _TOO_NEAR
        return day + dt.timedelta(days=7) if is_near else day
    if which == "this":
        return base + dt.timedelta(days=number - base.isoweekday())
    where = p.where("weekday")
    offset = s.lexemes.starts[where if where is not None else p.first]
    begun = _begun_range(p, s)
    if begun is not None:
        return weekday_at_or_after(begun, number)
    if s.narrative:
        return weekday_at_or_before(base + dt.timedelta(days=3), number)
    if s.oracle.direction(offset) == "future":
        return weekday_at_or_after(base, number)
    last = _range_end(p)
    if last is not None:
        base = weekday_at_or_before(base, last)
    return weekday_at_or_before(base, number)


def _range_end(p: Parts) -> int | None:
    """The number of the last weekday of "from Monday to Friday", of which this is the first."""
    if p.before() != "from" or p.after() not in ("to", "through", "until", "till"):
        return None
    if p.last + 1 >= len(p.lexemes.starts):
        return None
    last = Parts(p.lexemes, p.last + 1, p.last + 2).one("weekday")
    return int(last) if last else None


def _begun_range(p: Parts, s: Setting) -> dt.date | None:
    """The first day of "from Monday to Friday"."""
    if s.previous is None:
        return None
    _, end, found = s.previous
    is_range = re.fullmatch(r"\s*(?:to|through|until|[-–—])\s*", s.lexemes.text[end : p.start])
    is_day = found.anchor is not None and found.anchor.unit == "D"
    return found.anchor.day if is_range and is_day and found.anchor else None
