"""Scoring coded events against gold sentences that each carry one event.

best      right if any event of the sentence has the gold category
first     only the first category given counts
micro-P   right categories / (right + surplus categories)
source, target country   exact set of codes, on the event that fits best
tuple     category and both sides' countries
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

_OLD = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def category(name: str | None) -> str:
    """The current name of a category."""
    upper = (name or "").strip().upper()
    return _OLD.get(upper, upper)


@dataclass
class EventScores:
    """Counts over gold records."""

    records: int = 0
    events: int = 0
    best: int = 0
    first: int = 0
    surplus: int = 0
    source: int = 0
    sources: int = 0
    target: int = 0
    targets: int = 0
    tuples: int = 0

    def table(self) -> dict[str, float]:
        """The figures, by name."""
        return {
            "records": self.records,
            "events a sentence": self.events / max(self.records, 1),
            "type, best of sentence": self.best / max(self.records, 1),
            "type, first": self.first / max(self.records, 1),
            "micro-P": self.best / max(self.best + self.surplus, 1),
            "source country": self.source / max(self.sources, 1),
            "target country": self.target / max(self.targets, 1),
            "tuple exact": self.tuples / max(self.records, 1),
        }


def score(
    gold: Sequence[Mapping[str, Any]], given: Mapping[str, Sequence[Mapping[str, Any]]]
) -> EventScores:
    """Score predictions by record id; see the head of this file."""
    scores = EventScores()
    siblings: dict[str, set[str]] = {}
    for row in gold:
        siblings.setdefault(row["text"], set()).update(_accepted(row))
    for row in gold:
        _add(scores, row, list(given.get(row["id"], ())), siblings[row["text"]])
    return scores


def _accepted(row: Mapping[str, Any]) -> set[str]:
    return {category(row.get("event_current") or row["event"]), category(row["event"])}


def _add(
    scores: EventScores,
    row: Mapping[str, Any],
    events: list[Mapping[str, Any]],
    siblings: set[str],
) -> None:
    accepted = _accepted(row)
    kinds = list(dict.fromkeys(category(event["event"]) for event in events))
    scores.records += 1
    scores.events += len(events)
    scores.best += any(kind in accepted for kind in kinds)
    scores.first += bool(kinds) and kinds[0] in accepted
    scores.surplus += sum(kind not in siblings for kind in kinds)
    both = bool(row.get("reciprocal")) and not row["targets"]
    options = [*events, *_merged(events)] or [{"event": "", "sources": [], "targets": []}]
    verdicts = [_verdict(row, event, accepted, both) for event in options]
    best = max(
        verdicts, key=lambda v: (v["type"], v["tuple"], bool(v["source"]) + bool(v["target"]))
    )
    if best["source"] is not None:
        scores.sources += 1
        scores.source += best["source"]
    if best["target"] is not None:
        scores.targets += 1
        scores.target += best["target"]
    scores.tuples += best["tuple"]


def _merged(events: list[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Events of one category with their actors together, as coders that split them need."""
    by: dict[str, dict[str, Any]] = {}
    for event in events:
        kind = category(event["event"])
        one = by.setdefault(kind, {"event": kind, "sources": [], "targets": []})
        one["sources"] += event["sources"]
        one["targets"] += event["targets"]
    return list(by.values())


def _verdict(
    row: Mapping[str, Any], event: Mapping[str, Any], accepted: set[str], both: bool
) -> dict[str, Any]:
    source, target = _codes(event["sources"]), _codes(event["targets"])
    is_type = category(event["event"]) in accepted
    if both:
        right: bool | None = _equal(row["sources"], source | target)
        return {"type": is_type, "source": right, "target": right, "tuple": is_type and bool(right)}
    from_ = _equal(row["sources"], source) if row["sources"] else None
    to = _equal(row["targets"], target) if row["targets"] else None
    whole = (from_ if row["sources"] else not source) and (to if row["targets"] else not target)
    return {"type": is_type, "source": from_, "target": to, "tuple": is_type and bool(whole)}


def _codes(actors: Sequence[Mapping[str, Any]]) -> set[str]:
    return {a["country"].upper() for a in actors if a.get("country")}


def _equal(wanted: Sequence[Mapping[str, Any]], given: set[str]) -> bool:
    sets = [
        {c for c in (a.get("country_fixed") or a.get("country"), a.get("country_current")) if c}
        for a in wanted
    ]
    allowed = set().union(*sets) if sets else set()
    return bool(sets) and all(s & given for s in sets) and given <= allowed
