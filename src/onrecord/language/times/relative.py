"""Readings of what is counted from another time: last week, two days later, the day after."""

from __future__ import annotations

import re

from onrecord.language.times.days import add, narrow
from onrecord.language.times.durations import amount_of, duration_value, unit_of
from onrecord.language.times.parts import Parts
from onrecord.language.times.setting import Anchor, Resolved, Setting, dated, shifted

_STEP = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
# How far the noun phrase after "two days before" may reach, in characters.
_LONGEST_EVENT = 80
# How far apart a noun and the date of its event may stand, in characters.
_NEAR = 200


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
    step = _STEP.get(which, 0)
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
    anchor = s.here() if table.keys() & {"ago", "hence"} else s.there()
    if unit in ("TH", "TM", "TS"):
        return _clock_offset(p, s, anchor, amount, unit, sign)
    found = shifted(anchor, sign * amount, unit)
    return found or Resolved("DATE", None)


def _clock_offset(
    p: Parts, s: Setting, anchor: Anchor | None, amount: float, unit: str, sign: int
) -> Resolved:
    """Two hours later: within the day, or so many days off."""
    if unit == "TH" and amount % 24 == 0 and anchor is not None:
        found = shifted(anchor, sign * amount / 24, "D")
        if found is not None:
            return found
    return Resolved("TIME", None)


def read_offset_date(p: Parts, s: Setting) -> Resolved | None:
    """Two weeks from Monday, the day after Christmas."""
    where = p.where("before", "after", "from")
    if where is None:
        return None
    base = s.date_within(where + 1, p.last)
    head = p.until(where)
    unit = unit_of(head)
    amount = 1.0 if head.has("the") and not head.has("num") else amount_of(head)
    if p.lexemes.word(where) == "from" and head.has("the"):
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
    sign = -1 if "before" in p.lexemes.values[where] else 1
    end = max(s.oracle.phrase_end(preposition, _LONGEST_EVENT), p.end)
    is_followed = s.oracle.governs(preposition)
    if is_followed is None:
        is_followed = re.match(r"\s+[\w“\"]", s.lexemes.text[p.end : p.end + 3]) is not None
    if amount is None:
        value = duration_value(None, unit)
        return Resolved("DURATION", value, end=head.end)
    apposed = _apposed(p, s)
    if apposed is not None and unit in ("D", "W", "M", "Y", "FN", "TH"):
        return Resolved(
            "DATE", apposed.value, apposed.days, apposed.anchor, end=end if is_followed else None
        )
    event, end = _day_of_phrase(where, end, s), _before_date(where, end, s)
    event = event or _event_day(p, s, preposition)
    if event is None and (not is_followed or (s.narrative and head.has("the"))):
        there = s.there()
        event = there if there is not None else None
    if event is not None:
        if unit in ("W", "FN") and event.day is not None and event.unit == "D":
            day = add(event.day, sign * amount, unit)
            found = dated(day.isoformat(), "D") if day else None
        else:
            found = shifted(event, sign * amount, unit)
        if found is not None:
            return Resolved(
                found.type, found.value, found.days, found.anchor, end=end if is_followed else None
            )
    if head.has("the"):
        return Resolved("DATE", None, end=end)
    value = duration_value(amount, unit)
    return Resolved("DURATION", value, end=head.end) if value else None


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
            first = index - 1 if s.lexemes.word(index - 1) in ("on", "in", "of") else index
            return s.lexemes.ends[max(first - 1, where)]
    return end


def _apposed(p: Parts, s: Setting) -> Resolved | None:
    """The day that stands right before, between commas."""
    if s.previous is None:
        return None
    _, end, found = s.previous
    between = s.lexemes.text[end : p.start]
    if not re.fullmatch(r"\s*[,(–—-]+\s*(?:just |only |exactly |barely |some )?", between):
        return None
    is_day = found.anchor is not None and found.anchor.unit == "D" and found.anchor.day
    return found if is_day and found.type in ("DATE", "TIME") else None


def _event_day(p: Parts, s: Setting, preposition: int) -> Anchor | None:
    """The day that the text gives an event by the same noun, in one sentence with it."""
    lemma = s.oracle.head_lemma(preposition)
    if not lemma or lemma in ("that", "this", "it", "he", "she", "they"):
        return None
    for offset in reversed(s.oracle.lemma_offsets(lemma, p.start)):
        near = [
            (abs(place - offset), day)
            for place, day in s.dated
            if abs(place - offset) < _NEAR and s.oracle.sentence(place) == s.oracle.sentence(offset)
        ]
        if near:
            return Anchor.of(min(near)[1])
    return None
