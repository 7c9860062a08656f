"""Across articles: what is corroborated, on one source, on unnamed ones, contradicted, revised."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.crisis.change import Change
from onrecord.crisis.stories import Stories, distinct
from onrecord.record import Claim, Story
from onrecord.record.clock import publication_day

_MOST = 12  # lines a group, unless the full brief is asked for
_DOUBT = frozenset({"possible", "hypothetical", "denied"})

_CHANGES = {
    "deadline": "Deadlines that passed",
    "contradicted": "Contradicted",
    "withdrawn": "Withdrawn",
    "moved": "Moved",
    "revised": "Revised",
    "confirmed": "Confirmed",
    "new": "New",
}


def across(desk: Desk, stories: Stories, *, year: int | None, full: bool) -> Section:
    """How well things are supported, and where reports differ.

    Args:
        desk: the rows.
        stories: of the same articles.
        year: the year that is left out of dates.
        full: every line, and things told by one article of many.
    """
    rows = list(stories.rows())
    told = [s for s in rows if s.id in distinct(stories, (s.id for s in rows))]
    several = len(desk.outlets()) > 1
    groups = (
        ("Contradicted", _differing(desk, rows)),
        ("Revised", _revised(desk, rows)),
        (
            "Corroborated",
            [_line(desk, s, year) for s in _first(told) if s.support == "corroborated"],
        ),
        (
            "On unnamed sources only",
            [_line(desk, s, year) for s in _claims(stories, told) if s.support == "unnamed-only"],
        ),
        (
            "On one source",
            [_line(desk, s, year) for s in _claims(stories, told) if s.support == "single-source"]
            if several
            else [],
        ),
    )
    return Section(
        "Across articles",
        tuple(Group(_kept(lines, full), heading) for heading, lines in groups if lines),
        empty="Nothing is told by more than one outlet, and nothing contradicts anything.",
    )


def _first(stories: Iterable[Story]) -> list[Story]:
    """What more than one outlet reports: deeds first, then the most told."""
    kept = [s for s in stories if s.kind != "statement" and len(s.outlets) > 1]
    return sorted(
        kept,
        key=lambda s: (
            s.kind != "event" or s.what in wording.ONLY_SAID,
            -s.independent,
            s.first_reported or "",
        ),
    )


def _claims(stories: Stories, told: Iterable[Story]) -> list[Story]:
    """Deeds that are said to have happened."""
    found = []
    for story in told:
        facts = stories.facts(story.id)
        is_deed = story.kind == "event" and story.what not in wording.ONLY_SAID
        if is_deed and not all(fact.status in _DOUBT for fact in facts):
            found.append(story)
    return found


def _kept(lines: list[Line], full: bool) -> tuple[Line, ...]:
    if full or len(lines) <= _MOST:
        return tuple(lines)
    hidden = len(lines) - _MOST
    more = Line(
        f"and {hidden} more (brief --full)", weight="weak", references=lines[_MOST].references
    )
    return (*lines[:_MOST], more)


def story_line(desk: Desk, story: Story, *, year: int | None) -> Line:
    """One story as a line: its first words, who reports it, on whose word."""
    return _line(desk, story, year)


def standing(story: Story) -> str:
    """How well a story stands: "corroborated, 3 independent outlets, 2 sources"."""
    outlets = f"{story.independent} independent outlet{'' if story.independent == 1 else 's'}"
    count = len(story.sources)
    sources = f", {count} source{'' if count == 1 else 's'}" if count else ""
    return f"{story.support.replace('-', ' ')}, {outlets}{sources}"


def _line(desk: Desk, story: Story, year: int | None) -> Line:
    published = publication_day(story.first_reported)
    lead = wording.day(published.isoformat(), year=year) if published else ""
    details = [story.what if story.kind == "event" else f"{story.kind}: {story.what}"]
    count = len(story.outlets)
    outlets = wording.listed([wording.clean(o) for o in story.outlets])
    if count > story.independent:
        outlets += f" ({story.independent} independent)"
    details.append(outlets)
    if story.sources:
        sources = [wording.shortened(s, 60) for s in story.sources[:4]]
        details.append(f"on the word of {wording.listed(sources)}")
    references = dict.fromkeys(desk.reference(j.article, j.start) for j in story.joins)
    longest = max(story.joins, key=lambda j: (j.end - j.start <= 200, j.end - j.start))
    text = wording.shortened(longest.text, 200)
    weight = "strong" if story.support == "corroborated" else ""
    return Line(f"“{text}”", lead, tuple(details), tuple(references), weight)


def _differing(desk: Desk, stories: Iterable[Story]) -> list[Line]:
    lines: dict[str, Line] = {}
    for story in stories:
        for found in story.disagreements:
            text = f"{found.field}: " + " against ".join(claim_words(c) for c in found.values)
            lines.setdefault(text, _claims_line(desk, story, text, found.values, "strong"))
    return list(lines.values())


def _revised(desk: Desk, stories: Iterable[Story]) -> list[Line]:
    lines = []
    for story in stories:
        for found in story.revisions:
            by = f" (by {wording.clean(found.by)})" if found.by else ""
            text = f"{found.field}{by}: " + " → ".join(_dated(c) for c in found.values)
            lines.append(_claims_line(desk, story, text, found.values, ""))
    return lines


def _claims_line(desk: Desk, story: Story, text: str, values: Iterable[Claim], weight: str) -> Line:
    place = {join.row: (join.article, join.start) for join in story.joins}
    references = dict.fromkeys(
        desk.reference(*place[row]) for claim in values for row in claim.members if row in place
    )
    about = f"about: “{wording.shortened(story.text, 120)}”"
    return Line(text, "", (about,), tuple(references) or _reference(desk, story), weight)


def _reference(desk: Desk, story: Story) -> tuple[str, ...]:
    return (desk.reference(story.article, story.start),)


def claim_words(claim: Claim) -> str:
    """A value with who says so."""
    by = wording.listed([wording.shortened(name, 60) for name in claim.by[:3]])
    return f"{claim.value} ({by})" if by else claim.value


def _dated(claim: Claim) -> str:
    return f"{claim.value} ({wording.day(claim.stated)})" if claim.stated else claim.value


def changed(desk: Desk, found: Iterable[Change], since: dt.date) -> Section:
    """Changes by kind."""
    groups: dict[str, list[Line]] = {}
    for change in found:
        lead = wording.day(change.on) if change.on else ""
        text = f"“{wording.shortened(change.text, 200)}”"
        line = Line(
            text,
            lead,
            (wording.shortened(change.detail, 400),),
            (desk.reference(change.article, change.start),),
        )
        groups.setdefault(_CHANGES[change.kind], []).append(line)
    return Section(
        f"Since {wording.day(since.isoformat())}",
        tuple(Group(tuple(lines), heading) for heading, lines in groups.items()),
        empty="Nothing changed.",
    )
