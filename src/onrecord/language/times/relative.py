"""Readings of what is counted from another time: last week, two days later, the day after."""

from __future__ import annotations

import datetime as dt

from onrecord.language.times.days import (
    Days,
    add,
    add_days,
    add_months,
    make_day,
    narrow,
    quarter_of,
)
from onrecord.language.times.durations import amount_of, duration_value, unit_of
from onrecord.language.times.from_events import read_offset_event
from onrecord.language.times.parts import STEPS, Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting, dated, shifted

_DAY_MINUTES = 24 * 60


def read_deictic(p: Parts, s: Setting) -> Resolved | None:
    """Today, yesterday, tomorrow, late yesterday, tomorrow morning."""
    step = int(p.one("deictic") or 0)
    if s.narrative and step == 0:
        return Resolved("DATE", "PRESENT_REF")
    anchor = s.here()
    found = shifted(anchor, step, "D") if anchor else None
    if found is None or found.days is None:
        return Resolved("DATE", "PRESENT_REF" if step == 0 and not anchor else None)
    daypart = p.one("daypart")
    if daypart:
        return Resolved("TIME", f"{found.value}T{daypart}", found.days, found.anchor)
    return found


def read_unit_ref(p: Parts, s: Setting) -> Resolved | None:
    """Last week, this year, the previous month, early next year, the end of the month."""
    unit = p.one("unit") or ("WE" if p.has("weekend") else "")
    if p.has("genitive") and p.part() is None:
        return None
    which = p.which()
    word = p.text
    if unit in ("TH", "TM", "TS", "ML", "") or (
        unit == "Q" and which is None and not p.has("part", "the")
    ):
        return None
    if p.has("last") and (word.startswith(("the past", "past")) or _is_stretch(p, unit)):
        return _past_stretch(s, unit)
    if which == "next" and _is_stretch(p, unit):
        return Resolved("DURATION", duration_value(1, unit))
    here, there = s.here(), s.there()
    if which is None:
        return _definite_unit(p, s, unit)
    step = STEPS.get(which, 0)
    if which == "last" and unit == "D":
        return None
    anchor = here
    is_told = which in ("that", "same", "previous", "following")
    if is_told or (which == "next" and p.has("the")) or (unit == "D" and which in ("next", "this")):
        anchor = there
    if unit == "WE" and which == "this" and not s.narrative:
        step = _this_weekend(p, s)
    found = shifted(anchor, step, unit)
    if found is None:
        return Resolved("DATE", None)
    if unit == "NI":
        return found
    return _part_of(found, p)


def read_spoken_unit(p: Parts, s: Setting) -> Resolved | None:
    """Ended the day, closed the week: only after a word that begins or ends something."""
    return read_unit_ref(p, s) if p.before() in s.oracle.cues["before_unit"] else None


def _is_stretch(p: Parts, unit: str) -> bool:
    return unit in ("DE", "CE", "QC") and p.has("the") and p.part() is None


def _past_stretch(s: Setting, unit: str) -> Resolved:
    """The past year: a duration up to now."""
    value = duration_value(1, unit)
    here = s.here()
    begin = add(here.day, -1, unit) if here and here.day and not s.narrative else None
    if here is None or here.day is None or begin is None:
        return Resolved("DURATION", value)
    return Resolved("DURATION", value, (begin, here.day))


def _definite_unit(p: Parts, s: Setting, unit: str) -> Resolved | None:
    """The end of the month, later in the year, the weekend: of the time spoken of."""
    anchor = s.there() if s.narrative else s.here()
    if unit == "WE":
        return _weekend(p, s)
    if unit in ("W", "M", "Y", "Q", "DE", "CE") or s.narrative:
        if not s.narrative and unit == "Y" and s.sentence_year is not None:
            anchor = Anchor(s.sentence_year, None)
    elif unit == "D" and s.sentence_day is not None:
        anchor = Anchor.of(s.sentence_day)
    found = shifted(anchor, 0, unit)
    return _part_of(found, p) if found else Resolved("DATE", None)


def _this_weekend(p: Parts, s: Setting) -> int:
    """0 for the weekend of this week; -1 where "this weekend" has just gone by."""
    is_early = s.published is not None and s.published.isoweekday() <= 2
    return -1 if is_early and s.oracle.direction(p.end - 1) == "past" else 0


def _weekend(p: Parts, s: Setting) -> Resolved | None:
    here = s.here()
    if here is None or here.day is None:
        return Resolved("DATE", None)
    way = s.oracle.direction(p.end - 1)
    is_early = here.day.isoweekday() < 6
    return shifted(here, -1 if way != "future" and is_early else 0, "WE")


def _part_of(found: Resolved, p: Parts) -> Resolved:
    part = p.part()
    if found.days is None or part not in ("early", "mid", "late"):
        return found
    return Resolved(found.type, found.value, narrow(found.days, part), found.anchor)


def read_offset(p: Parts, s: Setting) -> Resolved | None:
    """Three years ago, two days later, a year earlier, the day after."""
    where = p.where("ago", "later", "earlier", "hence", "before", "after", "previous", "following")
    if where is None:
        return None
    head, table = p.until(where), p.lexemes.values[where]
    if table.keys() & {"before", "after"} and "earlier" not in table and "later" not in table:
        return read_offset_event(p, s)
    sign = 1 if table.keys() & {"later", "hence", "following", "after"} else -1
    word = p.lexemes.word(where)
    if word == "on" and (not p.has("units") or p.after() not in (",", ".", "the", "from", "")):
        return None
    amount, unit = amount_of(head), unit_of(head)
    if p.has("the") and amount is None:
        amount = 1.0
    if amount is None:
        return Resolved("DATE", "FUTURE_REF" if sign > 0 else "PAST_REF")
    if p.before() == "not" and sign < 0 and "ago" not in table:  # "and not a day earlier"
        return Resolved("DURATION", duration_value(amount, unit), end=head.end)
    anchor = s.here() if table.keys() & {"ago", "hence"} else s.there()
    if unit in ("TH", "TM", "TS"):
        return _clock_offset(p, s, anchor, amount, unit, sign)
    found = shifted(anchor, sign * amount, unit)
    return found or Resolved("DATE", None)


def _clock_offset(
    p: Parts, s: Setting, anchor: Anchor | None, amount: float, unit: str, sign: int
) -> Resolved:
    """Two hours later: so long from the clock time named last, else within the day."""
    if unit == "TH" and amount % 24 == 0 and anchor is not None:
        found = shifted(anchor, sign * amount / 24, "D")
        if found is not None:
            return found
    minutes = amount * {"TH": 60, "TM": 1, "TS": 0}[unit]
    if s.clock is not None and not p.has("ago", "hence") and minutes < 7 * _DAY_MINUTES:
        moment, zone = s.clock
        moment += dt.timedelta(minutes=sign * minutes)
        day = moment.date()
        value = f"{day.isoformat()}T{moment:%H:%M}{zone}"
        return Resolved("TIME", value, (day, day), Anchor.of(day))
    is_day = anchor is not None and anchor.unit == "D" and anchor.day is not None
    if is_day and anchor is not None and anchor.day is not None and minutes < _DAY_MINUTES / 2:
        return Resolved("TIME", None, (anchor.day, anchor.day), anchor)
    return Resolved("TIME", None)


def read_offset_range(p: Parts, s: Setting) -> Resolved | None:
    """10 to 12 days from now, two or three years ago."""
    where = p.where("ago", "later", "earlier", "hence")
    numbers, unit = [float(n) for n in p.all("num")], unit_of(p)
    if where is None or len(numbers) < 2 or unit in ("TH", "TM", "TS"):
        return None
    table = p.lexemes.values[where]
    sign = 1 if table.keys() & {"later", "hence"} else -1
    anchor = s.here() if table.keys() & {"ago", "hence"} else s.there()
    if anchor is None or anchor.day is None:
        return Resolved("DATE", None)
    ends = sorted(d for n in numbers[-2:] if (d := add(anchor.day, sign * n, unit)) is not None)
    if len(ends) < 2:
        return Resolved("DATE", None)
    value = f"{ends[0].isoformat()}/{ends[1].isoformat()}" if unit in ("D", "W") else None
    return Resolved("DATE", value, (ends[0], ends[1]))


def read_away(p: Parts, s: Setting) -> Resolved | None:
    """The vote is 10 days away: counted from the day of writing."""
    amount, unit = amount_of(p), unit_of(p)
    if unit not in ("D", "W", "M", "Y") or s.oracle.tag(p.end + 1) == "IN":
        return None
    if amount is None:
        return Resolved("DATE", "FUTURE_REF")
    return shifted(s.here(), amount, unit) or Resolved("DATE", None)


def read_in_time(p: Parts, s: Setting) -> Resolved | None:
    """In two weeks' time: a duration that ends so long after the day of writing."""
    amount, unit = amount_of(p), unit_of(p)
    value, here = duration_value(amount, unit), s.here()
    if value is None:
        return None
    if amount is None or here is None or here.day is None or p.before() != "in":
        return Resolved("DURATION", value)
    end = add(here.day, amount, unit)
    return Resolved("DURATION", value, (end, end) if end else None)


def read_same_period(p: Parts, s: Setting) -> Resolved | None:
    """The same period last year, this time a year ago: the stretch spoken of, in that year."""
    here, there = s.here(), s.there()
    if here is None or there is None or here.day is None:
        return Resolved("DATE", None)
    stated = p.one("year")
    tail = p.since((p.where("time_", "the_month", "the_week", "the_day", "quarter") or 0) + 1)
    which = tail.which()
    story = here if p.has("this") else there
    if stated:
        year = int(stated)
    elif which is not None:
        anchor = there if which in ("previous", "that", "same") else here
        year = anchor.year + STEPS.get(which, 0)
    else:
        year = story.year - 1
    if story.day is None or story.unit not in ("D", "M", "Q", "W"):
        return dated(f"{year:04d}", "Y")
    if p.has("this") or (story.unit == "D" and not p.has("the_day")):
        return dated(f"{year:04d}-{story.day.month:02d}", "M")
    if story.unit == "W":
        return shifted(Anchor.of(story.day), (year - story.year) * 52, "W")
    return _same(story, year)


def _same(story: Anchor, year: int) -> Resolved | None:
    """The month, quarter or day of ``story`` in another year."""
    day = story.day
    if day is None:
        return None
    if story.unit == "Q":
        return dated(f"{year:04d}-Q{quarter_of(day)}", "Q")
    if story.unit == "M":
        return dated(f"{year:04d}-{day.month:02d}", "M")
    other = make_day(year, day.month, day.day)
    return dated(other.isoformat(), "D") if other else None


def read_week_of(p: Parts, s: Setting) -> Resolved | None:
    """The week of Aug. 4."""
    where = p.where("weekday", "month", "month_short", "dayno", "dayth")
    base = s.date_within(where, p.last) if where is not None else None
    if base is None or base.anchor is None or base.anchor.unit != "D":
        return None
    found = shifted(base.anchor, 0, "W")
    return _part_of(found, p) if found else None


def read_second_unit(p: Parts, s: Setting) -> Resolved | None:
    """The week after next, the week before last."""
    sign = 1 if p.has("after") else -1
    here, weekday = s.here(), p.one("weekday")
    if weekday is not None:
        if here is None or here.day is None:
            return Resolved("DATE", None)
        monday = here.day - dt.timedelta(days=here.day.isoweekday() - 1)
        day = add_days(monday, sign * 14 + int(weekday) - 1)
        return dated(day.isoformat(), "D") if day else None
    return shifted(here, 2 * sign, unit_of(p)) or Resolved("DATE", None)


def read_new_year(p: Parts, s: Setting) -> Resolved | None:
    """In the new year: the next one, or in its first weeks this one."""
    here = s.there() if s.narrative else s.here()
    if here is None:
        return Resolved("DATE", None)
    is_young = here.day is not None and here.day.month <= 2
    found = shifted(here, 0 if is_young else 1, "Y")
    return _part_of(found, p) if found else None


def read_share(p: Parts, s: Setting) -> Resolved | None:
    """The first six months of the year, the last week of August: so much of a stretch."""
    where = p.where("of_")
    if where is None:
        return None
    head, tail = p.until(where), p.since(where + 1)
    if head.has("half"):
        return _half(_stretch_named(tail, s), int(head.one("ordinal") or 1))
    amount, unit = amount_of(head) or 1.0, unit_of(head)
    place = head.one("ordinal")
    is_last = head.has("last", "final")
    value = duration_value(amount, unit)
    whole = _stretch_named(tail, s)
    if value is None or unit not in ("D", "W", "M", "Q", "Y"):
        return None
    if whole is None or whole.days is None:
        return Resolved("DURATION", value)
    days = _share_of(whole.days, amount, unit, None if is_last else int(place or 1))
    if days is None:
        return Resolved("DURATION", value)
    if days[0] == days[1]:
        return dated(days[0].isoformat(), "D")
    if unit == "Q":
        return dated(f"{days[0].year:04d}-Q{quarter_of(days[0])}", "Q")
    return Resolved("DURATION", value, days)


def _half(whole: Resolved | None, place: int) -> Resolved:
    """The first or second half of a month."""
    if whole is None or whole.days is None:
        return Resolved("DATE", whole.value if whole else None)
    middle = whole.days[0] + dt.timedelta(days=14)
    days = (whole.days[0], middle) if place == 1 else (middle + dt.timedelta(days=1), whole.days[1])
    return Resolved("DATE", whole.value, days, whole.anchor)


def _stretch_named(p: Parts, s: Setting) -> Resolved | None:
    """The month or year that a share is taken of."""
    if p.has("month", "month_short"):
        return s.date_within(p.first, p.last)
    year = p.one("year")
    if year is not None:
        return dated(year, "Y", explicit=True)
    return read_unit_ref(p, s)


def _share_of(days: Days, amount: float, unit: str, place: int | None) -> Days | None:
    """The ``place``-th piece of so many units, or the last one (None)."""
    first, last = days
    if unit in ("D", "W"):
        length = int(amount * (7 if unit == "W" else 1))
        begin = (
            add_days(last, 1 - length) if place is None else add_days(first, (place - 1) * length)
        )
        end = add_days(begin, length - 1) if begin else None
    else:
        months = int(amount * {"M": 1, "Q": 3, "Y": 12}[unit])
        begin = (
            add_months(last + dt.timedelta(days=1), -months)
            if place is None
            else add_months(first, (place - 1) * months)
        )
        after = add_months(begin, months) if begin else None
        end = add_days(after, -1) if after else None
    if begin is None or end is None or begin < first or end > last:
        return None
    return begin, end


def read_offset_date(p: Parts, s: Setting) -> Resolved | None:
    """Two weeks from Monday, the day after Christmas."""
    where = p.where("before", "after", "from")
    if where is None:
        return None
    base = s.date_within(where + 1, p.last)
    head = p.until(where)
    unit = unit_of(head)
    amount = 1.0 if head.has("the") and not head.has("num") else amount_of(head)
    if p.lexemes.word(where) == "from" and (
        head.has("the") or p.before() == "for" or p.after() in ("to", "until", "through")
    ):
        return None
    if amount is None:
        return None
    if base is None or base.anchor is None:
        return Resolved("DATE", None)
    sign = -1 if "before" in p.lexemes.values[where] else 1
    if unit in ("W", "M", "Y", "FN") and base.anchor.day is not None and base.anchor.unit == "D":
        day = add(base.anchor.day, sign * amount, unit)
        return dated(day.isoformat(), "D") if day else None
    return shifted(base.anchor, sign * amount, unit) or Resolved("DATE", None)
