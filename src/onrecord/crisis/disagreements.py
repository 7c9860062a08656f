"""Disagreements and revisions: values that cannot all be true, and values that were replaced.

Order in time decides. A side that gives a new figure revises its own; the running figure of
outlets and officials is revised likewise. What stands against it is a disagreement: two sides
each hold to their own figure, or an earlier figure is stated again after a later one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.crisis.claims import GROWING, Stated, claim, claims, figures_stated
from onrecord.crisis.facts import Fact
from onrecord.crisis.sources import Word
from onrecord.record.story import Disagreement, Revision

_MANY = 12  # rows of one side from which they are thinned


def compare_rows(
    facts: Sequence[Fact], words: Mapping[str, Word], published: Mapping[str, str]
) -> tuple[tuple[Disagreement, ...], tuple[Revision, ...]]:
    """What the rows of a story contradict each other in, and what was revised.

    Args:
        facts: the rows of one story.
        words: row id -> on whose word it stands.
        published: article id -> date or date-time of publication.
    """
    contested: list[Disagreement] = []
    revised: list[Revision] = []
    for what, rows in sorted(figures_stated(facts, words, published).items()):
        sides = [(name, _thinned(own)) for name, own in _by_side(rows)]
        for side, own in sides:
            revised.extend(_revisions(what, own, side))
        open_rows = _contested(what, sides)
        if open_rows:
            contested.append(Disagreement(what, claims(open_rows)))
    contested.extend(_status(facts, words, published))
    contested.extend(_dates(facts, words, published))
    contested.extend(_places(facts, words, published))
    return tuple(contested), tuple(revised)


def _by_side(rows: Sequence[Stated]) -> list[tuple[str, list[Stated]]]:
    """Rows by whose figure it is; sides that share a name are one."""
    sides: list[tuple[set[str], list[Stated]]] = []
    for row in rows:
        home = next(
            (s for s in sides if (s[0] & row.side) or (not s[0] and not row.side)),
            None,
        )
        if home is None:
            sides.append((set(row.side), [row]))
        else:
            home[0].update(row.side)
            home[1].append(row)
    _settle(sides)
    return [(_called(own) if keys else "", own) for keys, own in sides]


def _thinned(own: list[Stated]) -> list[Stated]:
    """Of many rows the first and the last of each day that give one value: all that decides."""
    if len(own) <= _MANY:
        return own
    ends: dict[tuple[str, str], list[Stated]] = {}
    for row in own:
        ends.setdefault((row.day, row.value), []).append(row)
    kept = {id(row) for rows in ends.values() for row in (rows[0], rows[-1])}
    return [row for row in own if id(row) in kept]


def _called(own: Sequence[Stated]) -> str:
    """What to call a side: as most of its figures are given."""
    names = [name for row in own for name in row.by[:1] if row.side]
    return max(dict.fromkeys(names), key=names.count)


def _settle(sides: list[tuple[set[str], list[Stated]]]) -> None:
    """Give a running figure to the side that holds to it, where there are two sides or more."""
    named = [side for side in sides if side[0]]
    running = next((side for side in sides if not side[0]), None)
    if len(named) < 2 or running is None:
        return
    for row in list(running[1]):
        for _, own in named:
            before = [s for s in own if s.order <= row.order]
            if before and before[-1].value == row.value:
                running[1].remove(row)
                own.append(row)
                own.sort(key=lambda s: s.order)
                break
    if not running[1]:
        sides.remove(running)


def _revisions(what: str, own: Sequence[Stated], side: str) -> list[Revision]:
    """Values of one side that follow each other without going back."""
    steps: list[list[Stated]] = []
    for row in own:
        if steps and row.agrees(steps[-1][0]) and not _sharper(row, steps[-1][0]):
            steps[-1].append(row)
        elif what not in GROWING or not steps or _grows(steps[-1][0], row):
            steps.append([row])
    undone = {(row.row, row.value) for _, row, _ in _went_back(own)}
    kept = [step for step in steps if not any((r.row, r.value) in undone for r in step)]
    if len(kept) < 2 or len({step[0].value for step in kept}) < 2:
        return []
    return [Revision(what, tuple(claim(step) for step in kept), side or None)]


def _sharper(row: Stated, before: Stated) -> bool:
    """A higher "at least" or an exact number after "at least": an update, not the same."""
    return row.low is not None and before.low is not None and row.low > before.low


def _grows(before: Stated, row: Stated) -> bool:
    return row.low is not None and before.low is not None and row.low > before.low


def _contested(what: str, sides: Sequence[tuple[str, Sequence[Stated]]]) -> list[Stated]:
    """Rows whose values stand against each other."""
    found: dict[tuple[str, str], Stated] = {}
    for _, own in sides:
        for first, between, again in _went_back(own):
            for row in (first, between, *again):
                found[row.row, row.value] = row
    for i, (name, one) in enumerate(sides):
        for other_name, other in sides[i + 1 :]:
            for row in _against(what, one, other, bool(name) and bool(other_name)):
                found[row.row, row.value] = row
    return sorted(found.values(), key=lambda s: s.order)


def _went_back(own: Sequence[Stated]) -> list[tuple[Stated, Stated, list[Stated]]]:
    """Values that are stated again after one that they do not agree with, and that one."""
    found = []
    for i, first in enumerate(own):
        for k, between in enumerate(own[i + 1 :], i + 1):
            if first.agrees(between) or between.article == first.article:
                continue
            again = [r for r in own[k + 1 :] if r.value == first.value and r.day > between.day]
            if again:
                found.append((first, between, again))
    return found


def _against(
    what: str, mine: Sequence[Stated], its: Sequence[Stated], both_named: bool
) -> list[Stated]:
    """Values of two sides that stand at one time and do not agree.

    Of a side only what it says at that time counts: the last value up to the end of the day.
    Where one side is the running figure, a higher one is an update unless the other side
    states its own again, on that day or later, or in the same article.
    """
    found: list[Stated] = []
    for row in mine:
        for other in its:
            if row.agrees(other):
                continue
            early, late = sorted((row, other), key=lambda s: s.order)
            same_time = row.day == other.day
            if both_named or row.article == other.article:
                near = same_time or (both_named and what not in GROWING)
                if near and _stands(row, mine) and _stands(other, its):
                    found.extend([row, other])
                continue
            again = _again(early, late, mine if early is row else its)
            if again is not None:
                found.extend([late, again, *([early] if early.value == again.value else [])])
            elif what in GROWING and _falls(early, late):
                found.extend([row, other])
    return found


def _stands(row: Stated, own: Sequence[Stated]) -> bool:
    """Whether nothing newer of the same day replaces it in its side's account."""
    return not any(
        other.day == row.day and other.order > row.order and not other.agrees(row) for other in own
    )


def _again(early: Stated, late: Stated, own: Sequence[Stated]) -> Stated | None:
    """The row of the earlier one's side that holds to its value, or to a sharper one, later on."""
    return next(
        (
            r
            for r in own
            if r.day > late.day and r.agrees(early) and not r.agrees(late) and r.row != early.row
        ),
        None,
    )


def _falls(early: Stated, late: Stated) -> bool:
    """A count that only grows is lower in the later report, by a day or more."""
    high = late.high
    return high is not None and early.low is not None and high < early.low and late.day > early.day


def _plain(
    fact: Fact, value: str, words: Mapping[str, Word], published: Mapping[str, str]
) -> Stated:
    word = words[fact.row]
    return Stated(
        value=value,
        row=fact.row,
        article=fact.article,
        text=fact.text,
        by=(fact.speaker,) if fact.speaker else word.sources or (word.outlet,),
        side=word.side,
        told=published.get(fact.article, "9999"),
        start=fact.start,
    )


def _status(
    facts: Sequence[Fact], words: Mapping[str, Word], published: Mapping[str, str]
) -> list[Disagreement]:
    """Happened against denied.

    A denial is the word of somebody who denies, or who has a part in it: "no one else was hurt"
    and "was kept from attacking" deny nobody's report. Who has a part must be in both.
    """
    held = [f for f in facts if f.kind == "event" and f.status in ("happened", "ongoing")]
    kinds = {f.what for f in held}
    parties = frozenset(name for f in held for name in f.parties | f.names)
    denied = [
        f
        for f in facts
        if f.status == "denied"
        and (f.kind == "statement" or (f.what in kinds and words[f.row].denies))
        and (f.parties | f.names) & parties
    ]
    if not held or not denied:
        return []
    rows = [_plain(f, "happened", words, published) for f in held]
    rows += [_plain(f, "denied", words, published) for f in denied]
    return [Disagreement("status", claims(rows))]


def _dates(
    facts: Sequence[Fact], words: Mapping[str, Word], published: Mapping[str, str]
) -> list[Disagreement]:
    """Days that differ; only rows that give one day, by its name or its date, are compared.

    A day's difference counts only between two dates: a weekday is counted in an outlet's own
    time zone, and night falls between two days.
    """
    rows = [
        fact
        for fact in facts
        if fact.kind == "event"
        and fact.status in ("happened", "ongoing")
        and fact.first is not None
        and fact.first == fact.last
        and fact.exactness
    ]
    found: dict[str, Fact] = {}
    for i, one in enumerate(rows):
        for other in rows[i + 1 :]:
            if words[one.row].outlet != words[other.row].outlet and _other_day(one, other):
                found.update({one.row: one, other.row: other})
    if not found:
        return []
    days = [_plain(f, str(f.first), words, published) for f in found.values()]
    return [Disagreement("date", claims(days))]


def _other_day(one: Fact, other: Fact) -> bool:
    if one.first is None or other.first is None:
        return False
    apart = abs((one.first - other.first).days)
    return apart > 1 or (apart == 1 and min(one.exactness, other.exactness) > 1)


def _places(
    facts: Sequence[Fact], words: Mapping[str, Word], published: Mapping[str, str]
) -> list[Disagreement]:
    """Places in different countries, where both are known: a sea lies in none."""
    rows = [
        fact
        for fact in facts
        if fact.kind == "event" and fact.status == "happened" and any(map(str.isupper, fact.place))
    ]
    found: dict[str, Fact] = {}
    for i, one in enumerate(rows):
        for other in rows[i + 1 :]:
            if one.article != other.article and not one.place & other.place:
                found.update({one.row: one, other.row: other})
    if not found:
        return []
    stated = [_plain(f, _place_name(f), words, published) for f in found.values()]
    return [Disagreement("place", claims(stated))]


def _place_name(fact: Fact) -> str:
    """The name of a place with its country's code: "Port Lune (ISK)"."""
    codes = [name for name in fact.place if name.isupper()]
    names = [name.title() for name in fact.place if not name.isupper()]
    return " ".join([*sorted(names), *(f"({code})" for code in sorted(codes))])
