"""Series: how much two parties do to each other, and how hostile it is, by day, week or month.

One row a period and direction: counts of events by quad class (1 verbal cooperation, 2 material
cooperation, 3 verbal conflict, 4 material conflict) and the PLOVER scores of the events (-10
most hostile, 10 most cooperative; PLOVER manual, "Numeric conflict/cooperation scores"), summed
and averaged. Goldstein (1992) sums such scores likewise. Events of one story count once.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from typing import Literal

import msgspec

from onrecord.crisis.movetimes import days_of
from onrecord.record import Actor, Event, Record, slug
from onrecord.record.clock import publication_day
from onrecord.vocabulary.events import Category
from onrecord.vocabulary.tables import Tables

By = Literal["day", "week", "month"]
Score = Callable[[str, str | None], float | None]

COUNTED = frozenset({"happened", "ongoing"})
_MOST_PERIODS = 5000  # in a table with empty periods; wider ones leave them out


class Period(msgspec.Struct, frozen=True):
    """One period of one direction.

    Attributes:
        period: its first day, ISO 8601.
        source, target: countries or actor ids: who acts, and upon whom.
        events: how many events, one a story.
        verbal_cooperation, material_cooperation, verbal_conflict, material_conflict: of these.
        score: sum of their PLOVER scores.
        mean: their mean, or null where there is none.
    """

    period: str
    source: str
    target: str
    events: int = 0
    verbal_cooperation: int = 0
    material_cooperation: int = 0
    verbal_conflict: int = 0
    material_conflict: int = 0
    score: float = 0.0
    mean: float | None = None


_QUADS = {
    1: "verbal_cooperation",
    2: "material_cooperation",
    3: "verbal_conflict",
    4: "material_conflict",
}


def series(
    records: Iterable[Record],
    one: str,
    other: str,
    *,
    score: Score,
    by: By = "week",
    story_of: Mapping[str, str] | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
) -> list[Period]:
    """The series of a dyad in both directions, every period from the first to the last.

    Args:
        records: what was read.
        one, other: a country (ISO 3166-1 alpha-3), an actor's id or its name; a state stands
            for everybody who acts for it.
        score: the PLOVER score of a category and mode; see ``plover_scores``.
        by: the period.
        story_of: event id -> story, so that one thing told by many counts once; without it
            every row counts.
        since, until: first and last day.

    Complexity: linear in the number of events.
    """
    kept: dict[tuple[str, str, str], tuple[dt.date, Event]] = {}
    for record in records:
        actors = {actor.id: actor for actor in record.actors}
        told = publication_day(record.article.published)
        for event in record.events:
            if event.status not in COUNTED:
                continue
            day = days_of(event.when)[0] or told
            if day is None or (since and day < since) or (until and day > until):
                continue
            for source, target in ((one, other), (other, one)):
                if _stands(source, event.actors, actors) and _stands(
                    target, event.recipients, actors
                ):
                    story = (story_of or {}).get(event.id, event.id)
                    known = kept.get((story, source, target))
                    if known is None or day < known[0]:
                        kept[story, source, target] = (day, event)
    return _table(kept, one, other, score, by)


def plover_scores(tables: Tables) -> Score:
    """The PLOVER score of a category and mode; the category's where the mode has none."""
    categories = {c.name: c for c in tables.toml("plover", Category, "category")}

    def score(event: str, mode: str | None) -> float | None:
        category = categories.get(event)
        if category is None:
            return None
        found = next((m.score for m in category.modes if m.name == mode), None)
        return category.score if found is None else found

    return score


def _stands(party: str, ids: Iterable[str], actors: Mapping[str, Actor]) -> bool:
    """Whether one of ``ids`` is the party, or acts for it."""
    named = slug(party)
    for known in ids:
        actor = actors.get(known)
        if known == party or known.partition("/")[2].casefold() == named:
            return True
        if actor is not None:
            served = [role.of for role in actor.roles if role.of is not None]
            if actor.country == party or party in served:
                return True
            if any(of.partition("/")[2].casefold() == named for of in served):
                return True
    return False


def _table(
    kept: Mapping[tuple[str, str, str], tuple[dt.date, Event]],
    one: str,
    other: str,
    score: Score,
    by: By,
) -> list[Period]:
    cells: dict[tuple[dt.date, str, str], list[Event]] = defaultdict(list)
    for (_, source, target), (day, event) in kept.items():
        cells[first_of(day, by), source, target].append(event)
    if not cells:
        return []
    days = {day for day, _, _ in cells}
    periods = list(_between(min(days), max(days), by))
    if len(periods) > _MOST_PERIODS:
        periods = sorted(days)
    directions = list(dict.fromkeys([(one, other), (other, one)]))
    return [
        _period(day, source, target, cells.get((day, source, target), []), score)
        for day in periods
        for source, target in directions
    ]


def _period(day: dt.date, source: str, target: str, events: list[Event], score: Score) -> Period:
    counts: dict[str, int] = defaultdict(int)
    scores = []
    for event in events:
        if event.quad is not None:
            counts[_QUADS[event.quad]] += 1
        value = score(event.event, event.mode)
        if value is not None:
            scores.append(value)
    return Period(
        period=day.isoformat(),
        source=source,
        target=target,
        events=len(events),
        score=round(sum(scores), 2),
        mean=round(sum(scores) / len(scores), 2) if scores else None,
        **counts,
    )


def first_of(day: dt.date, by: By) -> dt.date:
    """The first day of the period that holds ``day``; weeks begin on Monday (ISO 8601)."""
    if by == "week":
        return day - dt.timedelta(days=day.weekday())
    return day.replace(day=1) if by == "month" else day


def _between(first: dt.date, last: dt.date, by: By) -> Iterable[dt.date]:
    day = first
    while day <= last:
        yield day
        step = {"day": 1, "week": 7}.get(by, calendar.monthrange(day.year, day.month)[1])
        day += dt.timedelta(days=step)
