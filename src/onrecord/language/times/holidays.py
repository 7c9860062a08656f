"""Readings of named days: Christmas, Good Friday 2025, last Ramadan."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping

from onrecord.language.times.days import (
    Days,
    add_days,
    easter,
    make_day,
    nth_weekday,
    orthodox_easter,
)
from onrecord.language.times.parts import Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting, dated
from onrecord.language.times.years import relative_year


def read_holiday(p: Parts, s: Setting) -> Resolved | None:
    """Christmas, Good Friday 2025, last Ramadan."""
    rule = p.one("holiday") or ""
    once = re.fullmatch(r"\d{4}-\d\d-\d\d", rule)
    if once:
        return dated(rule, "D", explicit=True)
    stated = p.one("year")
    year = int(stated) if stated else relative_year(p, s) if p.has("the_year") else None
    if year is None:
        year = _holiday_year(p, s, rule)
    if year is None or not 1 <= year <= 9998:
        return Resolved("DATE", f"XXXX-{rule}" if re.fullmatch(r"\d\d-\d\d", rule) else None)
    days = holiday_days(rule, year, s.moving)
    if days is None:
        return Resolved("DATE", None)
    if p.part() == "eve":
        before = add_days(days[0], -1) or days[0]
        days = before, before
    if days[0] == days[1]:
        return dated(days[0].isoformat(), "D", explicit=stated is not None)
    value = f"{days[0].isoformat()}/{days[1].isoformat()}"
    return Resolved("DATE", value, days, Anchor.of(days[0]), stated is not None)


def _holiday_year(p: Parts, s: Setting, rule: str) -> int | None:
    which = p.which()
    anchor = s.there() if which in ("that", "same", "following", "previous") else s.here()
    if anchor is None or anchor.day is None:
        return None
    base, year = anchor.day, anchor.year
    days = holiday_days(rule, year, s.moving)
    if days is None:
        return year
    if which in ("last", "previous"):
        return year - (days[0] >= base)
    if which in ("next", "coming", "following"):
        return year + (days[0] <= base)
    if which or s.narrative:
        return year
    way = s.oracle.direction(p.start)
    if way == "past":
        return year - (days[0] > base)
    if way == "future":
        return year + (days[1] < base)
    distance = (days[0] - base).days
    return year + (distance < -183) - (distance > 183)


def holiday_days(
    rule: str, year: int, moving: Mapping[tuple[str, int], tuple[str, str]]
) -> Days | None:
    """First and last day of a holiday in a year, by its rule in ``times_holidays.csv``."""
    if rule.startswith("table "):
        found = moving.get((rule[6:], year))
        return (dt.date.fromisoformat(found[0]), dt.date.fromisoformat(found[1])) if found else None
    feast = re.fullmatch(r"(easter|pascha)([+-]\d+)", rule)
    if feast:
        sunday = easter(year) if feast[1] == "easter" else orthodox_easter(year)
        day = add_days(sunday, int(feast[2]))
    elif "#" in rule:
        month, weekday, nth, _, extra = re.fullmatch(  # type: ignore[union-attr]
            r"(\d\d)-(\d)#(-?\d)(\+(\d+))?", rule
        ).groups()
        found_day = nth_weekday(year, int(month), int(weekday), int(nth))
        day = add_days(found_day, int(extra or 0)) if found_day else None
    else:
        day = make_day(year, int(rule[:2]), int(rule[3:5]))
    return (day, day) if day else None
