"""Changes since a day: what is new, what moved, what was withdrawn, confirmed, contradicted."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from onrecord.crisis.change import ORDER, Change, ChangeKind
from onrecord.crisis.deadlines import Entry, ledger
from onrecord.crisis.moved import deadlines_moved, positions_moved
from onrecord.crisis.names import party_keys
from onrecord.crisis.stories import Stories, distinct, only_asked_for
from onrecord.record import Event, Record, Story
from onrecord.record.clock import publication_day
from onrecord.record.dates import last_day

_FOLLOWS = 7  # days after a deadline in which what its parties do follows it
_MOST_FOLLOWING = 3
_DEEDS = frozenset({"COERCE", "ASSAULT", "SANCTION", "RETREAT", "AID", "COOPERATE", "MOBILIZE"})
_TO_COME = frozenset({"planned", "possible", "hypothetical"})


def changes(
    records: Iterable[Record],
    stories: Stories,
    since: dt.date,
    *,
    as_of: dt.date | None = None,
) -> list[Change]:
    """What changed from ``since`` on, by kind and then by day.

    Args:
        records: what was read; those published after ``as_of`` are left out.
        stories: the stories of the same records.
        since: the first day of publication that counts as new.
        as_of: the day it is told on; without it, the newest day of publication.
    """
    kept = [r for r in records if _by(r, as_of)]
    days = [d for r in kept if (d := publication_day(r.article.published)) is not None]
    today = as_of or max(days, default=since)
    fresh = {
        row
        for record in kept
        if (publication_day(record.article.published) or dt.date.min) >= since
        for row in _row_ids(record)
    }
    touched = dict.fromkeys(
        stories.grouping.group_of[row] for row in sorted(fresh) if row in stories.grouping.group_of
    )
    found: list[Change] = []
    apart = distinct(stories, touched)
    for story in touched:
        is_told = story in apart and not only_asked_for(stories, story)
        found.extend(
            change
            for change in _story_changes(stories, story, since, today, fresh)
            if is_told or change.kind not in ("new", "confirmed")
        )
    entries = ledger(kept, today)
    found.extend(_deadlines(kept, entries, since, today))
    put_off = list(deadlines_moved(kept, entries, since))
    told = {change.detail.partition(" from ")[2] for change in put_off}
    found = [c for c in found if c.kind != "moved" or c.detail.partition(" from ")[2] not in told]
    found.extend(put_off)
    found.extend(positions_moved(kept, since, today))
    return sorted(found, key=lambda c: (ORDER.index(c.kind), c.on or "", c.story or "", c.start))


def _row_ids(record: Record) -> Iterator[str]:
    yield from (event.id for event in record.events)
    yield from (move.id for move in record.moves)
    yield from (statement.id for statement in record.statements)


def _by(record: Record, day: dt.date | None) -> bool:
    published = publication_day(record.article.published)
    return day is None or published is None or published <= day


def _story_changes(
    stories: Stories, story: str, since: dt.date, today: dt.date, fresh: set[str]
) -> Iterator[Change]:
    now = stories.before(story, today + dt.timedelta(days=1))
    if now is None:
        return
    past = stories.before(story, since)
    if past is None:
        if now.kind != "statement" and _says_something(stories, now):
            yield _change("new", now, now.joins[0].row, f"{now.what.lower()}, {_standing(now)}")
        yield from _contradicted(now, None)
        yield from _withdrawn(stories, now, fresh)
        return
    yield from _contradicted(now, past)
    yield from _withdrawn(stories, now, fresh)
    yield from _moved(stories, now, past, fresh)
    for revision in now.revisions:
        known = [r for r in past.revisions if r.field == revision.field and r.by == revision.by]
        if not known or known[0].values[-1].value != revision.values[-1].value:
            values = " → ".join(claim.value for claim in revision.values)
            by = f", by {revision.by}" if revision.by else ""
            yield _change(
                "revised", now, revision.values[-1].members[0], f"{revision.field}: {values}{by}"
            )
    if past.support != "corroborated" and now.support == "corroborated":
        first = next((j for j in now.joins if j.row in fresh), now.joins[-1])
        yield _change(
            "confirmed", now, first.row, f"was {past.support.replace('-', ' ')}, {_standing(now)}"
        )


def _says_something(stories: Stories, story: Story) -> bool:
    """Whether some row has more than one word that tells: "what he asked for" has one."""
    facts = stories.facts(story.id)
    return any(len(fact.words) > 1 or fact.figures for fact in facts)


def _standing(story: Story) -> str:
    outlets = f"{story.independent} independent outlet{'' if story.independent == 1 else 's'}"
    return f"{story.support.replace('-', ' ')}: {outlets}"


def _contradicted(now: Story, past: Story | None) -> Iterator[Change]:
    for found in now.disagreements:
        values = {claim.value for claim in found.values}
        known = [d for d in (past.disagreements if past else ()) if d.field == found.field]
        if known and {claim.value for claim in known[0].values} == values:
            continue
        told = " against ".join(f"{claim.value} ({', '.join(claim.by)})" for claim in found.values)
        yield _change("contradicted", now, found.values[-1].members[0], f"{found.field}: {told}")


def _withdrawn(stories: Stories, now: Story, fresh: set[str]) -> Iterator[Change]:
    for fact in stories.facts(now.id):
        if fact.status == "withdrawn" and fact.row in fresh:
            yield _change("withdrawn", now, fact.row, f"{fact.what} withdrawn")
            return


def _moved(stories: Stories, now: Story, past: Story, fresh: set[str]) -> Iterator[Change]:
    facts = stories.facts(now.id)
    before = [f for f in facts if f.row in past.members]
    after = [f for f in facts if f.row in fresh and f.row in now.members]
    old = {f.status for f in before}
    happened = [f for f in after if f.status in ("happened", "ongoing")]
    if old <= _TO_COME and happened:
        yield _change("moved", now, happened[0].row, f"was {sorted(old)[0]}, has happened")
    dues = {f.due for f in before if f.due}
    later = [f for f in after if f.due and f.due not in dues]
    if dues and later:
        was = max(d for d in dues if d)
        yield _change("moved", now, later[-1].row, f"deadline moved from {was} to {later[-1].due}")


def _change(kind: ChangeKind, story: Story, row: str, detail: str) -> Change:
    join = next((j for j in story.joins if j.row == row), story.joins[-1])
    return Change(
        kind=kind,
        story=story.id,
        article=join.article,
        start=join.start,
        end=join.end,
        text=join.text,
        detail=detail,
        rows=(join.row,),
        on=story.first_reported[:10] if kind == "new" and story.first_reported else None,
    )


# --- deadlines


def _deadlines(
    records: list[Record], entries: Iterable[Entry], since: dt.date, today: dt.date
) -> Iterator[Change]:
    """Deadlines that fell due from ``since`` to ``today``, each once, with what followed."""
    actors = {actor.id: actor for record in records for actor in record.actors}
    merged: list[tuple[frozenset[str], Entry]] = []
    for entry in entries:
        row = entry.deadline
        if row.due is None or not since <= last_day(row.due) <= today:
            continue
        parties = party_keys((*([row.set_by] if row.set_by else []), *row.on), actors)
        same = (k for k, e in merged if e.deadline.due == row.due and k & parties)
        if next(same, None) is None:
            merged.append((parties, entry))
    for parties, entry in merged:
        row = entry.deadline
        due = last_day(row.due or "")
        followed = list(_following(records, due, parties))[:_MOST_FOLLOWING]
        state = row.state if row.state in ("met", "extended") else "passed"
        after = "; ".join(" ".join(event.text.split()) for event in followed)
        yield Change(
            kind="deadline",
            article=row.article,
            start=row.start,
            end=row.end,
            text=row.text,
            detail=f"{state} on {row.due}; "
            + (f"then: {after}" if after else "nothing that followed is reported"),
            rows=(row.move, *row.because, *(event.id for event in followed)),
            on=row.due,
        )


def _following(records: list[Record], due: dt.date, parties: frozenset[str]) -> Iterator[Event]:
    """What the parties of a deadline did to each other in the days after it."""
    for record in records:
        told = publication_day(record.article.published)
        if told is None or not due <= told <= due + dt.timedelta(days=_FOLLOWS):
            continue
        actors = {actor.id: actor for actor in record.actors}
        for event in record.events:
            if event.event not in _DEEDS or event.status not in ("happened", "ongoing"):
                continue
            if event.when is not None and event.when.until and last_day(event.when.until) < due:
                continue
            involved = party_keys((*event.actors, *event.recipients), actors)
            if involved & parties:
                yield event
