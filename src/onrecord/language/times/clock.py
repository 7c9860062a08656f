"""Readings of clock times and parts of the day."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.language.times.calendar_dates import weekday_of
from onrecord.language.times.days import add_days
from onrecord.language.times.parts import STEPS, Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting

_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d)(?:[:.](?P<second>\d\d))?)?\s?(?P<half>[aApP])?"
)

_MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<minute>\d\d)(?::\d\d)?(?P<zone>Z|[+-][\d:]+|)"
)

# Hours by which the zones of the United States lie behind UTC in winter.
_AMERICAN = {"eastern": 5, "central": 6, "mountain": 7, "pacific": 8}

# How many lexemes behind a clock time its day may stand.
_FAR = 9


def read_clock(p: Parts, s: Setting) -> Resolved | None:
    """3 p.m. GMT, 1500 GMT, 18:00 UTC, noon on Friday, Wednesday at 3 p.m."""
    time = clock_time(p, s)
    if time is None:
        return None
    zone = p.one("zone")
    day = _day_of(p, s)
    if zone in _AMERICAN:
        zone = _american(zone, day) if day else ""
    if day is None:
        return Resolved("TIME", f"XXXX-XX-XX{time}{zone or ''}")
    return Resolved("TIME", f"{day.isoformat()}{time}{zone or ''}", (day, day), Anchor.of(day))


def moment_of(
    found: Resolved, earlier: tuple[dt.datetime, str] | None
) -> tuple[dt.datetime, str] | None:
    """The moment and zone of a clock time; of a date the moment before, where it is that day."""
    if found.type == "TIME" and found.value is not None:
        match = _MOMENT.fullmatch(found.value)
        if match is not None and int(match["hour"]) < 24:
            day = dt.date.fromisoformat(match["day"])
            time = dt.time(int(match["hour"]), int(match["minute"]))
            return dt.datetime.combine(day, time), match["zone"]
    anchor = found.anchor
    is_same = earlier is not None and anchor is not None and anchor.day == earlier[0].date()
    return earlier if is_same else None


def clock_time(p: Parts, s: Setting) -> str | None:
    """``T15:00``, or None where the numbers are no time."""
    moment = p.one("moment")
    if moment:
        return moment
    written = p.one("clock")
    if written is None:
        return _bare_hour(p)
    match = _CLOCK.match(written)
    if match is None:
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    elif ":" not in written:
        return None
    elif s.lexemes.text[p.start - 2 : p.start] in (" (", "- ") and p.before() != "at":
        return None if not p.has("zone") else f"T{hour:02d}:{minute:02d}"
    seconds = f":{match['second']}" if match["second"] else ""
    return f"T{hour:02d}:{minute:02d}{seconds}" if hour < 25 else None


def _bare_hour(p: Parts) -> str | None:
    """Eight o'clock, 1500 GMT, 0800 GMT."""
    number = p.one("num", "year", "big") or ""
    if p.has("oclock"):
        return f"T{int(number):02d}:00" if number.isdigit() and int(number) <= 24 else None
    if not re.fullmatch(r"\d{4}", number) or p.has("comma"):
        if p.has("zone") and number.isdigit() and int(number) < 24 and p.one("zone"):
            return f"T{int(number):02d}:00"
        return None
    hour, minute = int(number[:2]), int(number[2:])
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else None


def _day_of(p: Parts, s: Setting) -> dt.date | None:
    """The day of a clock time: stated with it, named in the sentence, or the day spoken of."""
    where = p.where("on_", "at_")
    stated = s.date_within(p.first, p.last) if where is not None or p.has_date() else None
    if stated is not None and stated.anchor is not None:
        return stated.anchor.day
    if s.sentence_day is not None:
        return s.sentence_day
    behind = _date_behind(p, s)
    if behind is not None:
        return behind
    anchor = s.there() if s.narrative else s.here()
    return anchor.day if anchor is not None and anchor.unit == "D" else None


def _date_behind(p: Parts, s: Setting) -> dt.date | None:
    """The day named shortly behind a clock time, in the same sentence."""
    end = min(p.last + _FAR, len(s.lexemes.starts))
    for index in range(p.last, end):
        if "gap" in s.lexemes.values[index] or s.lexemes.word(index) == ".":
            end = index
            break
    found = s.date_within(p.last, end)
    if found is None or found.anchor is None or found.anchor.unit != "D":
        return None
    return found.anchor.day


def _american(zone: str, day: dt.date) -> str:
    """Offset of a zone of the United States on a day (Energy Policy Act of 2005)."""
    first = dt.date(day.year, 3, 8)
    last = dt.date(day.year, 11, 1)
    begins = first + dt.timedelta(days=(7 - first.isoweekday()) % 7)
    ends = last + dt.timedelta(days=(7 - last.isoweekday()) % 7)
    return f"-{_AMERICAN[zone] - (begins <= day < ends):02d}"


def read_daypart(p: Parts, s: Setting) -> Resolved | None:
    """This morning, that afternoon, the next morning, tonight, the morning of 29 April."""
    letters = p.one("daypart", "tonight", "overnight") or ""
    stated = s.date_within(p.first, p.last) if p.has_date() else None
    if stated is not None and stated.anchor is not None and stated.anchor.day:
        day = stated.anchor.day
        return Resolved("TIME", f"{day.isoformat()}T{letters}", (day, day), Anchor.of(day))
    if p.has("tonight", "overnight"):
        return _of_writing(p, s, letters)
    which = p.which()
    is_bare = which is None and not p.has("the", "mod")
    if is_bare:
        if p.text != "night" and s.sentence_day is not None:
            day = s.sentence_day
            return Resolved("TIME", f"{day.isoformat()}T{letters}", (day, day), Anchor.of(day))
        return Resolved("TIME", f"XXXX-XX-XXT{letters}") if p.before() == "at" else None
    here, there = s.here(), s.there()
    anchor = here if which in ("this", None, "last") and not s.narrative else there
    if which is None and s.sentence_day is not None:
        anchor = Anchor.of(s.sentence_day)
    if anchor is None or anchor.day is None or anchor.unit not in ("D", "NI"):
        return Resolved("TIME", f"XXXX-XX-XXT{letters}")
    step = STEPS.get(which or "", 0)
    day = add_days(anchor.day, step) or anchor.day
    return Resolved("TIME", f"{day.isoformat()}T{letters}", (day, day), Anchor.of(day))


def read_daypart_offset(p: Parts, s: Setting) -> Resolved | None:
    """The evening before, the morning after."""
    where = p.where("before", "earlier", "previous", "after", "following")
    anchor = s.there()
    if where is None or s.oracle.governs(p.lexemes.starts[where]):
        return None
    letters = p.one("daypart") or ""
    if anchor is None or anchor.day is None or anchor.unit not in ("D", "NI"):
        return Resolved("TIME", f"XXXX-XX-XXT{letters}")
    is_after = p.lexemes.values[where].keys() & {"after", "following"}
    day = add_days(anchor.day, 1 if is_after else -1) or anchor.day
    return Resolved("TIME", f"{day.isoformat()}T{letters}", (day, day), Anchor.of(day))


def _of_writing(p: Parts, s: Setting, letters: str) -> Resolved:
    anchor = s.here()
    if anchor is None or anchor.day is None or s.narrative:
        return Resolved("TIME", f"XXXX-XX-XXT{letters}")
    day = anchor.day
    since = add_days(day, -1) or day
    days = (since, day) if p.has("overnight") else (day, day)
    return Resolved("TIME", f"{day.isoformat()}T{letters}", days)


def read_overnight(p: Parts, s: Setting) -> Resolved | None:
    """Overnight on Monday; overnight into Tuesday, which begins on Monday."""
    where = p.where("weekday")
    if where is None:
        return None
    day = weekday_of(p.since(where), s, int(p.one("weekday") or 0))
    if day is None:
        return Resolved("TIME", None)
    if p.has("into_", "to_"):
        first = add_days(day, -1) or day
        return Resolved("TIME", f"{first.isoformat()}TNI", (first, day), Anchor.of(first))
    return Resolved("TIME", f"{day.isoformat()}TNI", (day, day), Anchor.of(day))
