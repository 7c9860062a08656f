"""Composing a brief from the rows of one or many articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from onrecord.brief import wording
from onrecord.brief.across import across
from onrecord.brief.articles import article_list
from onrecord.brief.clock import clock
from onrecord.brief.desk import Desk
from onrecord.brief.people import people
from onrecord.brief.positions import positions
from onrecord.brief.timeline import timeline
from onrecord.brief.view import Brief
from onrecord.brief.voices import voices
from onrecord.crisis.stories import find_stories
from onrecord.intake.sentences import SentenceSplitter
from onrecord.record import Record
from onrecord.record.clock import publication_day
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables


def compose(
    records: Iterable[Record], *, as_of: dt.date | None = None, full: bool = False
) -> Brief:
    """The brief of ``records``.

    Args:
        records: records of any articles, in the order in which they were added.
        as_of: the day it is written for; articles published later are left out. Without it,
            the newest day of publication.
        full: leave nothing out.
    """
    tables = Tables()
    records, later = _known_by(list(records), as_of)
    desk = Desk(records, SentenceSplitter.load(tables), Press.load(tables))
    today = as_of or desk.newest()
    year = today.year if today else None
    said, unnamed = voices(desk, year=year, full=full)
    return Brief(
        as_of=today.isoformat() if today else None,
        summary=_summary(desk, later),
        sections=(
            clock(desk, today),
            positions(desk),
            timeline(desk, year=year, full=full),
            across(desk, find_stories(records), year=year, full=full),
            said,
            unnamed,
            people(desk, full=full),
            article_list(desk),
        ),
        warnings=_warnings(desk),
    )


def _known_by(records: list[Record], day: dt.date | None) -> tuple[list[Record], int]:
    """The records published by ``day``, and how many came later."""
    if day is None:
        return records, 0
    known = [r for r in records if (publication_day(r.article.published) or day) <= day]
    return known, len(records) - len(known)


def _summary(desk: Desk, later: int) -> tuple[str, ...]:
    count = len(desk.records)
    left_out = (f"{later} published later left out",) if later else ()
    if not count:
        return ("No article was read.", *left_out)
    outlets = ", ".join(
        name if number == 1 else f"{name} ({number})" for name, number in desk.outlets().items()
    )
    days = sorted(d for r in desk.records if (d := desk.published(r.article.id)) is not None)
    span = ""
    if days:
        first, last = wording.day(days[0].isoformat()), wording.day(days[-1].isoformat())
        span = f", {first}" if first == last else f", {first} to {last}"
    return (f"{count} article{'' if count == 1 else 's'}{span}", outlets, *left_out)


def _warnings(desk: Desk) -> tuple[str, ...]:
    return tuple(
        f"article {desk.number[record.article.id]}: {wording.clean(warning)}"
        for record in desk.records
        for warning in record.warnings
    )
