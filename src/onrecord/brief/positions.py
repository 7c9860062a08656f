"""Positions: by issue, what each party demands, offers, threatens and refuses."""

from __future__ import annotations

from onrecord.brief import wording
from onrecord.brief.desk import Desk
from onrecord.brief.view import Group, Line, Section
from onrecord.record import Move

_VERBS = {
    "demand": "demands",
    "offer": "offers",
    "threat": "threatens",
    "promise": "promises",
    "condition": "sets the condition",
    "refusal": "refuses",
    "acceptance": "accepts",
    "concession": "concedes",
}
_POSSIBLE = {
    "demand": "may demand",
    "offer": "might offer",
    "threat": "might threaten",
    "promise": "might promise",
    "condition": "might set the condition",
    "refusal": "might refuse",
    "acceptance": "might accept",
    "concession": "might concede",
}


def positions(desk: Desk) -> Section:
    """Moves by issue, the most discussed first; the same move told again is one line."""
    by_issue: dict[str, list[Move]] = {}
    for record in desk.records:
        for move in record.moves:
            by_issue.setdefault(move.issue, []).append(move)
    order = sorted(by_issue, key=lambda issue: (issue == "other", -len(by_issue[issue]), issue))
    groups = tuple(
        Group(tuple(_lines(desk, by_issue[issue])), issue.replace("-", " ")) for issue in order
    )
    return Section("Positions", groups, empty="No demand, offer, threat or refusal is reported.")


def _lines(desk: Desk, moves: list[Move]) -> list[Line]:
    merged: dict[tuple[str, ...], list[Move]] = {}
    for move in moves:
        made = (desk.name(move.party), move.kind, move.status)
        key = (*made, wording.joined(move.terms, 300).casefold())
        dated = _dated(move)
        if dated is not None and key not in merged:
            # the same demand for the same day, told by another article in other words
            again = (*made, dated)
            told = {one.article for one in merged.get(again, ())}
            key = again if move.article not in told else key
        merged.setdefault(key, []).append(move)
    return [_line(desk, same) for _, same in sorted(merged.items(), key=lambda item: item[0][0])]


def _dated(move: Move) -> str | None:
    if move.deadline is None or move.deadline.date is None:
        return None
    return f"due {move.deadline.date}"


def _line(desk: Desk, same: list[Move]) -> Line:
    move = same[-1]
    verb = (_POSSIBLE if move.status == "possible" else _VERBS)[move.kind]
    text = f"{verb}: {wording.joined(move.terms, 240)}"
    if move.status == "withdrawn":
        text += " (withdrawn)"
    details = []
    if move.toward:
        details.append(f"to {desk.names(move.toward)}")
    if move.otherwise:
        details.append(f"or else: {wording.consequence(move.otherwise, 160)}")
    if move.deadline is not None:
        due = f" ({wording.day(move.deadline.date)})" if move.deadline.date else ""
        details.append(f"time limit: “{wording.clean(move.deadline.text)}”{due}")
    word = desk.word(move.statement, move.article)
    if word != desk.name(move.party):
        details.append(f"on the word of {word}")
    references = tuple(dict.fromkeys(desk.reference(m.article, m.start) for m in same))
    weight = "weak" if move.status in ("possible", "withdrawn") else ""
    return Line(text, desk.name(move.party), tuple(details), references, weight)
