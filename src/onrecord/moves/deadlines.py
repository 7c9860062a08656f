"""By when: the time limit of a move, and the table of deadlines."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from onrecord.language.reading import Reading
from onrecord.language.times.due import after_duration, resolve_due
from onrecord.moves.found import TIMED, Draft
from onrecord.record import Deadline, DueBy, Move, Span, Time
from onrecord.record.clock import as_of, publication_day

_RELATION = re.compile(
    r"\b(?P<relation>by|before|until|till|within|no later than|not later than|up to|in|after|on|"
    r"at|to|of|from)\s+(?:the\s+|midnight\s+(?:on\s+)?|noon\s+(?:on\s+)?)?$",
    re.IGNORECASE,
)
FIRM = frozenset(
    {"by", "before", "until", "till", "within", "no later than", "not later than", "up to"}
)
_PAST = re.compile(r"\b(?:was|were|been|had)\s+(?:until|till)\s+(?:the\s+)?$", re.IGNORECASE)
NAMED = re.compile(
    r"\b(?:deadline|ultimatum|expir(?:y|es?|ed)|time limit|runs? out|grace period)\b", re.IGNORECASE
)
_GIVEN = re.compile(
    r"\b(?:gave|give[ns]?|giving|has|had|have|grant\w*|allow\w*|set)\b", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"\bto (?:about |just |only )?(?P<least>\d{1,3})(?:(?: or | to |-)(?P<most>\d{1,3}))?\b"
)
_ENDING = re.compile(r"\b(?:pass|expir|end|run out|runs out|lapse)\w*\s+(?:on\s+)?$")
_STARTS = frozenset({"on", "after", "at", "from"})
_AHEAD = re.compile(r"\b(?:before|ahead of|by|until)\b[^,;.]{0,40}$")
_THEN = re.compile(r"\bby (?:then|that (?:date|day|time))\b", re.IGNORECASE)
_SHIFT = re.compile(
    r"\b(?:shorten|cut|reduc|extend|push|postpon|put (?:off|back)|bring forward|brought (?:forward|"
    r"that down)|mov|delay|prolong)\w*\b",
    re.IGNORECASE,
)
_BEFORE = 24  # characters before a time in which its preposition stands
_LONGEST_AGO = 120  # days between the setting of a time limit and the report of it
_LIMITED = ("demand", "offer", "threat", "promise", "condition", "acceptance")


def due_by(reading: Reading, draft: Draft) -> DueBy | None:
    """The time limit in the words of a move, or of its sentence where that names a deadline."""
    if draft.kind not in _LIMITED:
        return None
    text = reading.article.text
    sentence = reading.tokens(draft.start, draft.end)[0].sent
    start, end = min(sentence.start_char, draft.start), max(sentence.end_char, draft.end)
    if draft.rule in TIMED and _SHIFT.search(text[start:end]):
        moved = _moved_to(reading, start, end)
        if moved is not None:
            return moved
    is_timed = draft.rule in TIMED or NAMED.search(text[start:end])
    for time in reading.times_in(start, end):
        if time.type == "SET":
            continue
        if time.start in reading.event_days and NAMED.search(time.text):
            return DueBy(reading.event_days[time.start], time.text, time.start, time.end)
    for time in reading.times_in(start, end):
        relation = relation_of(text, start, time)
        if _names_a_thing(reading, time):
            continue
        if time.type == "SET" or not _is_limit(text, draft, time, relation, bool(is_timed)):
            continue
        return resolved(reading, time, relation)
    then = _THEN.search(text, draft.start, draft.end)
    if then is not None:
        return _that_day(reading, then)
    if draft.kind == "demand" and draft.rule in ("limit-set", "time-given", "unless"):
        return _from_near(reading, end)
    return None


def due_at(reading: Reading, draft: Draft) -> DueBy | None:
    """The time limit that the trained tagger sees, where the rules see none."""
    time = draft.limit
    if time is None or draft.kind not in _LIMITED or time.type == "SET":
        return None
    day = publication_day(reading.article.published)
    is_past = day is not None and time.until is not None and time.until < day.isoformat()
    if is_past or _names_a_thing(reading, time):
        return None
    sentence = reading.tokens(time.start, time.end)[0].sent
    return resolved(reading, time, relation_of(reading.article.text, sentence.start_char, time))


def _names_a_thing(reading: Reading, time: Time) -> bool:
    """ "by the Feb. 1 coup": a day that tells one thing from others."""
    root = reading.tokens(time.start, time.end).root
    thing = root.head
    is_part = root.dep_ in ("compound", "nmod", "amod") and thing.i > root.i
    return (
        is_part
        and thing.pos_ == "NOUN"
        and NAMED.search(thing.text) is None
        and (thing.idx >= time.end and not thing.ent_type_)
    )


def _moved_to(reading: Reading, start: int, end: int) -> DueBy | None:
    """The new limit in "extended by a week, to 19 July", "shortened the 50 days to 10 or 12"."""
    text = reading.article.text
    unit = None
    for time in reading.times_in(start, end):
        relation = relation_of(text, start, time)
        if relation in ("to", "until", "till") and time.value is not None:
            return resolved(reading, time, relation)
        if time.type == "DURATION" and time.value is not None:
            unit = time.value[-1]
    number = _NUMBERS.search(text, start, end)
    if unit is None or number is None:
        return None
    day = _counted_from(reading, reading.span(number.start(), number.end()))
    due = after_duration(day, f"P{number['most'] or number['least']}{unit}") if day else None
    return DueBy(due.isoformat() if due else None, number.group(), number.start(), number.end())


def relation_of(text: str, start: int, time: Time) -> str:
    """The preposition that a time hangs on, ``start`` being where its sentence begins; or ""."""
    before = text[max(start, time.start - _BEFORE) : time.start]
    match = _RELATION.search(before)
    if match is None or _PAST.search(before):
        return ""
    return match["relation"].lower()


def _is_limit(text: str, draft: Draft, time: Time, relation: str, is_timed: bool) -> bool:
    """Whether a time is when the terms fall due, and not when something else happens."""
    inside = draft.terms.start <= time.start and time.end <= draft.terms.end
    within = draft.start <= time.start and time.end <= draft.end
    beside = draft.otherwise is not None and (
        draft.otherwise.start <= time.start and time.end <= draft.otherwise.end
    )
    gap = text[draft.terms.end : time.start]
    follows = 0 <= len(gap) < 25 and not re.search(r"[.;]", gap)
    follows = follows or bool(
        draft.kind == "threat" and re.match(r",? (?:if|unless)\b[^.;]{0,60}$", gap)
    )
    ending = _ENDING.search(text[max(0, time.start - _BEFORE) : time.start])
    if draft.rule == "limit-set" and ending and time.type != "DURATION":
        return True
    if relation == "by" and time.type == "DURATION":
        return False  # "extended by a week"
    if inside and relation in ("on", "of", "in", "") and time.type != "DURATION":
        if _AHEAD.search(text[draft.terms.start : time.start]):
            return True
    if relation in FIRM:
        if draft.kind in ("acceptance", "promise", "offer") and not (inside or gap == " by "):
            return False
        return inside or within or follows or is_timed
    if draft.kind in ("demand", "condition") and beside and relation in _STARTS:
        return time.type != "DURATION"
    if draft.rule in TIMED and time.type == "DURATION":
        between = text[draft.start : time.start]
        return relation in ("", "to", "of") and bool(
            _GIVEN.search(between) or _SHIFT.search(between) or is_timed
        )
    if relation == "in" and time.type == "DURATION" and beside:
        return draft.kind == "demand"
    if relation == "in" and time.type == "DURATION":
        return inside and draft.kind == "demand"
    if is_timed and draft.rule == "limit-set":
        return (
            relation in ("of", "on", "")
            and time.type != "DURATION"
            and bool(
                re.search(
                    r"(?:deadline|ultimatum)(?: of| on)? (?:the )?$|'s $|’s $",
                    text[max(0, time.start - 20) : time.start],
                )
                or re.match(r"(?:['’]s)? (?:deadline|ultimatum)", text[time.end : time.end + 14])
            )
        )
    return False


def limit_of(reading: Reading, start: int, end: int) -> DueBy | None:
    """The day that a sentence gives a deadline or ultimatum, in it or in the next one."""
    text = reading.article.text
    if _SHIFT.search(text, start - 60 if start > 60 else 0, end):
        for time in reading.times_in(start, end + 200):
            relation = relation_of(text, max(0, time.start - _BEFORE), time)
            if relation in ("to", "until", "till") and time.until and time.type != "DURATION":
                return resolved(reading, time, relation)
        return None
    for time in reading.times_in(start, end):
        ending = _ENDING.search(text[max(0, time.start - _BEFORE) : time.start])
        if time.until and time.type in ("DATE", "TIME") and ending:
            return resolved(reading, time, "")
    return None


def resolved(reading: Reading, time: Time, relation: str) -> DueBy:
    """The day on which what is to be done ``relation`` (by, within, ...) a time falls due."""
    day = resolve_due(time, relation or "within", counted_from=_counted_from(reading, time))
    text = reading.article.text
    published = publication_day(reading.article.published)
    if day is not None and published is not None and day < published:
        day = _next_of_that_name(time, relation, day)
    start = time.start
    if relation:
        start = max(0, start - _BEFORE)
        start += text[start : time.start].lower().rindex(relation)
    return DueBy(day.isoformat() if day else None, text[start : time.end], start, time.end)


def _counted_from(reading: Reading, time: Time | Span) -> dt.date | None:
    """The day a duration runs from: a day that its sentence names, else that of publication.

    "On July 14 he gave them 50 days"; "three days after he cut the time to 10 days".
    """
    published = publication_day(reading.article.published)
    sentence = reading.tokens(time.start, time.end)[0].sent
    for other in reading.times_in(sentence.start_char, sentence.end_char):
        if other.start in reading.event_days:
            return dt.date.fromisoformat(reading.event_days[other.start])
        if other.type != "DATE" or other.since is None or other.since != other.until:
            continue
        day = dt.date.fromisoformat(other.since)
        is_near = published is None or 0 <= (published - day).days <= _LONGEST_AGO
        if is_near and other.end <= time.start:
            return day
    return published


def _next_of_that_name(time: Time, relation: str, day: dt.date) -> dt.date:
    """ "by December", said of what is to come: the next one, where the text names no year."""
    is_bare = re.fullmatch(r"\d{4}-\d{2}", time.value or "") and not re.search(r"\d", time.text)
    if is_bare and relation in FIRM:
        return day.replace(year=day.year + 1, day=min(day.day, 28) if day.month == 2 else day.day)
    return day


def _that_day(reading: Reading, then: re.Match[str]) -> DueBy:
    """ "by then": the day last named before."""
    days = [
        t
        for t in reading.times
        if t.end <= then.start()
        and then.start() - t.end < 300
        and t.until is not None
        and t.type in ("DATE", "TIME")
    ]
    day = days[-1].until if days else None
    return DueBy(day, then.group(), then.start(), then.end())


def _from_near(reading: Reading, end: int) -> DueBy | None:
    """The day in the sentences after it that name the deadline: "The ultimatum ends on Friday"."""
    text = reading.article.text
    position = reading.tokens(end - 1, end)[0].sent.end
    while position < len(reading.doc):
        sentence = reading.doc[position].sent
        position = sentence.end
        if sentence.start_char - end > 400:
            return None
        words = text[sentence.start_char : sentence.end_char]
        if not NAMED.search(words):
            continue
        for time in reading.times_in(sentence.start_char, sentence.end_char):
            if time.until is not None and time.type in ("DATE", "TIME"):
                return resolved(reading, time, relation_of(text, sentence.start_char, time))
    return None


def deadlines(moves: Sequence[Move], reading: Reading) -> tuple[Deadline, ...]:
    """Every move with a time limit, as of the day of publication where that is known.

    A deadline that the same article says was moved has the state ``extended`` (also where it
    was brought forward: the day no longer holds) and names the row with the new day; one whose
    demand the same article says was accepted is ``met`` and names that row.
    """
    rows = tuple(_row(move, moves, reading) for move in moves if move.deadline is not None)
    day = publication_day(reading.article.published)
    return as_of(rows, day) if day is not None else rows


def _row(move: Move, moves: Sequence[Move], reading: Reading) -> Deadline:
    limit = move.deadline
    assert limit is not None
    row = Deadline(
        move=move.id,
        article=move.article,
        start=limit.start,
        end=limit.end,
        text=limit.text,
        terms=move.terms,
        otherwise=move.otherwise,
        set_by=move.party,
        on=move.toward,
        due=limit.date,
    )
    moved = tuple(other.id for other in _replacing(move, moves, reading))
    if moved:
        return msgspec.structs.replace(row, state="extended", because=moved)
    met = tuple(other.id for other in _meeting(move, moves))
    if met:
        return msgspec.structs.replace(row, state="met", because=met)
    return row


def _replacing(move: Move, moves: Iterable[Move], reading: Reading) -> Iterator[Move]:
    """Later words of the same demand with another day, in a sentence that says it moved."""
    for other in moves:
        if other.id == move.id or other.deadline is None or move.deadline is None:
            continue
        if (other.party, other.kind) != (move.party, move.kind) or other.issue != move.issue:
            continue
        if other.deadline.date is None or other.deadline.date == move.deadline.date:
            continue
        sentence = reading.tokens(other.deadline.start, other.deadline.end)[0].sent
        words = reading.article.text[sentence.start_char : other.deadline.end]
        if _SHIFT.search(words):
            yield other


def _meeting(move: Move, moves: Iterable[Move]) -> Iterator[Move]:
    """An acceptance by those whom a demand binds, of the same issue, made and not only possible."""
    for other in moves:
        if other.kind != "acceptance" or other.status not in ("made", "reported"):
            continue
        if move.kind != "demand" or move.issue == "other" or other.issue != move.issue:
            continue
        if other.party in move.toward and other.start > move.start:
            yield other
