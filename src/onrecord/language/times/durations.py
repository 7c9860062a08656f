"""Readings of durations, sets and vague references."""

from __future__ import annotations

import re

from onrecord.language.times.days import add
from onrecord.language.times.parts import STEPS, Parts
from onrecord.language.times.setting import Resolved, Setting

# TIMEX3 writes these units as so many of another.
_AS = {"DE": ("Y", 10), "CE": ("Y", 100), "ML": ("Y", 1000), "FN": ("W", 2), "QC": ("Y", 25)}
_CLOCK_UNITS = {"TH": "H", "TM": "M", "TS": "S"}
# Half of a unit, in a smaller one.
_HALVES = {"Y": (6, "M"), "D": (12, "TH"), "TH": (30, "TM"), "TM": (30, "TS")}
_LONGEST = 1e7


def duration_value(amount: float | None, unit: str) -> str | None:
    """``P3Y6M``, ``PT30M``, ``PXD``: a TIMEX3 duration; None where it makes no sense.

    Args:
        amount: how many; None where that is vague.
        unit: a unit of ``times_words.csv``.
    """
    if amount is not None and unit in _AS:
        unit, factor = _AS[unit]
        amount *= factor
    if unit in ("NI", "WE"):
        unit = "D" if unit == "NI" else "WE"
    if amount is None and unit in _AS:
        unit = _AS[unit][0]
    letter = _CLOCK_UNITS.get(unit, unit)
    mark = "PT" if unit in _CLOCK_UNITS else "P"
    if amount is None:
        return f"{mark}X{letter}"
    if not 0 < amount < _LONGEST:
        return None
    whole = int(amount)
    if amount == whole:
        return f"{mark}{whole}{letter}"
    if amount - whole == 0.5 and unit in _HALVES:
        number, smaller = _HALVES[unit]
        rest = f"{number}{_CLOCK_UNITS.get(smaller, smaller)}"
        needs_mark = smaller in _CLOCK_UNITS and mark == "P"
        first = f"{mark}{whole}{letter}" if whole else mark
        return f"{first}T{rest}" if needs_mark else f"{first}{rest}"
    return f"{mark}{amount:g}{letter}"


def amount_of(p: Parts) -> float | None:
    """The number of a stretch; None where it is vague or missing."""
    unit_at = p.where("unit", "units")
    head = p.until(unit_at) if unit_at is not None and unit_at > p.first else p
    tail = p.since(unit_at).has("half") if unit_at is not None else False
    numbers = [*head.all("num"), *head.all("big"), *head.all("year")]
    if head.has("vague") and not (numbers and _is_counted(head)):
        return None
    number = float(numbers[-1]) if numbers else None
    if number is None:
        number = 0.5 if head.has("half") else 1.0 if head.has("a", "one", "single") else None
    if number is not None and tail:
        number += 0.5
    return number


def _is_counted(p: Parts) -> bool:
    """Whether the number counts whatever the vague word says: "some eight", "six more"."""
    number, vague = p.where("num", "big", "year"), p.where("vague")
    return (
        number is not None
        and vague is not None
        and (number < vague or p.lexemes.word(vague) == "some")
    )


def unit_of(p: Parts) -> str:
    """The unit of a stretch."""
    return p.one("unit", "units") or ""


def read_duration(p: Parts, s: Setting) -> Resolved | None:
    """Six years, a few days, 12-year, two and a half hours, 45-year-old."""
    unit, amount = unit_of(p), amount_of(p)
    if p.has("vague") and p.has("unit") and not p.has("units"):
        return None
    if p.text == "one day" and _is_some_day(p):
        way = s.oracle.direction(p.start)
        return Resolved("DATE", "FUTURE_REF" if way == "future" else "PAST_REF")
    if not _is_stretch(p, s, unit, amount):
        return None
    value = duration_value(amount, unit)
    if value is None:
        return None
    if _is_rate(p, s):
        return Resolved("SET", value)
    if p.has("dash") and p.has("long", "old") and "a" in p.lexemes.values[p.first]:
        return Resolved("DURATION", value, start=p.lexemes.starts[p.first + 1])
    return _anchored(p, s, value, amount, unit)


def _is_some_day(p: Parts) -> bool:
    """Whether "one day" is a day left open ("one day he will return"), not the length of one."""
    before, after = p.before(), p.after()
    is_led = before in ("in", "for", "within", "after", "just", "only", "than", "-", "lasted", "of")
    return not is_led and after not in ("of", "before", "after", "later", "earlier", "ago", "and")


def _is_stretch(p: Parts, s: Setting, unit: str, amount: float | None) -> bool:
    before, after = p.before(), p.after()
    text = p.text
    if unit == "NI" and (amount == 1 or p.has("a")):
        return False
    is_share = after in ("of", "final", "finals") and not p.has("filler")
    if unit == "Q" and (not p.has("units") or p.has("a") or is_share):
        return False
    if unit == "TM" and not p.has("num", "big", "vague", "half") and not p.has("a"):
        return False
    if p.has("unit") and not p.has("units", "a", "one", "half", "dash") and amount != 1:
        if not p.has("num", "big") or after in ("", ".", ","):
            return amount is not None and amount < 1
        if s.oracle.tag(p.end + 1)[:2] not in ("NN", "JJ", "VB"):
            return False
    if before in ("$", "€", "£") or before in ("per", "-"):
        return False
    text_after = p.lexemes.text[p.end : p.end + 1]
    if text_after == "-" or p.lexemes.text[max(0, p.start - 1) : p.start] in (".", "-", "/"):
        return False
    head = p.until(p.where("units") or p.last)
    if head.has("a") and p.has("units") and not head.has("num", "half", "vague", "filler"):
        return False
    if text in ("a day", "one day") and after in ("when", "earlier", "later"):
        return text == "a day" and after != "when"
    return True


def _is_rate(p: Parts, s: Setting) -> bool:
    """Whether "a day" means "each day": 30 a day, $1 billion a year, barrels a day."""
    if not p.has("a") or p.has("num", "half", "vague", "about", "dash", "filler") or p.has("units"):
        return False
    if p.first == 0:
        return False
    if s.previous is not None and p.start - s.previous[1] == 1 and s.previous[2].type == "DATE":
        return False
    if "units" in p.lexemes.values[p.first - 1]:
        return True
    if p.after() == "to" and s.oracle.tag(p.end + 4).startswith("VB"):  # "members a week to vote"
        return False
    gap = p.lexemes.text[max(0, p.start - 30) : p.start].rstrip()[-24:]
    if re.search(r"(?:\d|%|\bpercent|illion|hundred|thousand|\btimes|\bonce|\btwice)$", gap):
        return True
    last = re.search(r"[\w’']+$", gap)
    return last is not None and s.oracle.tag(p.start - 2) == "NNS"


def _anchored(p: Parts, s: Setting, value: str, amount: float | None, unit: str) -> Resolved:
    """A duration; "within 50 days" and "in 50 days" are counted from the day of writing."""
    if amount is None or s.narrative or s.published is None:
        return Resolved("DURATION", value)
    before = p.before()
    if before not in ("within", "in") or unit in ("TM", "TS"):
        return Resolved("DURATION", value)
    end = add(s.published, amount, unit)
    if end is None or p.after() == "of":
        return Resolved("DURATION", value)
    if before == "in" and s.oracle.direction(p.start) != "future":
        return Resolved("DURATION", value)
    if before == "within":
        return Resolved("DURATION", value, (s.published, end))
    numbers = [float(n) for n in p.all("num")]
    begin = add(s.published, numbers[0], unit) if len(numbers) > 1 else end
    return Resolved("DURATION", value, (min(begin or end, end), end))


def read_anchored_duration(p: Parts, s: Setting) -> Resolved | None:
    """The past 25 years, the next few months."""
    unit, amount = unit_of(p), amount_of(p)
    if p.has("vague") or (amount is None and not p.has("last", "coming")):
        return Resolved("DURATION", duration_value(None, unit))
    amount = 1.0 if amount is None else amount
    value = duration_value(amount, unit)
    if value is None:
        return None
    anchor = s.here()
    which = p.which()
    if anchor is None or anchor.day is None or s.narrative or which is None:
        return Resolved("DURATION", value)
    sign = STEPS.get(which, 0)
    if which in ("previous", "following"):
        there = s.there()
        anchor = there if there and there.day else anchor
    base = anchor.day
    other = add(base, sign * amount, unit) if base else None
    if base is None or other is None or not sign:
        return Resolved("DURATION", value)
    return Resolved("DURATION", value, (min(base, other), max(base, other)))


def read_bare_units(p: Parts, s: Setting) -> Resolved | None:
    """For months, the coming weeks, years of war, decades-long."""
    unit = p.one("unit_long") or unit_of(p)
    if p.has("unit_long"):
        return Resolved("DURATION", duration_value(1, unit))
    if unit in ("", "Q", "TS") or p.text in ("the hours", "the minutes", "the days"):
        return None
    if p.has("long", "old"):
        return Resolved("DURATION", duration_value(1 if p.has("unit") else None, unit))
    if p.has("coming"):
        return Resolved("DATE", "FUTURE_REF")
    is_which = p.has("last", "next", "following", "previous", "filler")
    if p.has("the") and not is_which:
        return None
    return Resolved("DURATION", duration_value(None, unit))


def read_every(p: Parts, s: Setting) -> Resolved | None:
    """Every Friday, each year, daily, twice a week, Fridays."""
    weekday = p.one("weekday", "weekdays")
    if weekday:
        return Resolved("SET", f"XXXX-WXX-{weekday}")
    adverb = p.one("adverb_set")
    if adverb:
        return Resolved("SET", adverb)
    month = p.one("month")
    if month:
        return Resolved("SET", f"XXXX-{int(month):02d}")
    season = p.one("season")
    if season:
        return Resolved("SET", f"XXXX-{season}")
    daypart = p.one("daypart")
    if daypart:
        return Resolved("SET", f"XXXX-XX-XXT{daypart}")
    if p.has("weekend"):
        return Resolved("SET", "XXXX-WXX-WE")
    unit = unit_of(p)
    amount = 1.0
    if p.has("every") and not p.has("times_word"):
        amount = 2.0 if p.has("other") else float(p.one("num", "ordinal") or 1)
        if p.has("vague"):
            return Resolved("SET", duration_value(None, unit))
    value = duration_value(amount, unit)
    return Resolved("SET", value) if value else None


def read_reference(p: Parts, s: Setting) -> Resolved | None:
    """Now, recently, in the future."""
    value = p.one("reference") or p.one("reference_narrative")
    text = p.text
    if text in ("now", "recent", "current", "future", "present") and p.after() == "-":
        return None
    if text == "now" and p.after() in ("that",):
        return None
    if text == "future" and s.oracle.tag(p.start).startswith("NNP"):
        return None
    return Resolved("DATE", value)


def read_that_time(p: Parts, s: Setting) -> Resolved | None:
    """By that time: the date named last; "this period" stays open."""
    there = s.there()
    if s.last is None or there is None or there.day is None or there.unit != "D":
        return Resolved("DATE", None)
    if p.has("that"):
        return Resolved("DATE", there.day.isoformat(), (there.day, there.day))
    return Resolved("DATE", None)


def read_reference_narrative(p: Parts, s: Setting) -> Resolved | None:
    """Former: a reference to the past that histories mark and news does not."""
    return read_reference(p, s) if s.narrative else None
