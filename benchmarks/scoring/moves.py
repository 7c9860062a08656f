"""Scoring of the moves found in the extracts against what a careful reader finds."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from onrecord.record import Article, Move, Record, article_id


@dataclass
class Score:
    """Counts over extracts, and a line for everything that is wrong."""

    gold: int = 0
    found: int = 0
    rows: int = 0
    true: int = 0
    details: dict[str, list[int]] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Part of the reader's moves that were found, party and kind right."""
        return self.found / self.gold if self.gold else 1.0

    @property
    def precision(self) -> float:
        """Part of the rows that are the reader's."""
        return self.true / self.rows if self.rows else 1.0

    def count(self, name: str, is_right: bool) -> None:
        """Count a detail of a move that was found."""
        right, total = self.details.setdefault(name, [0, 0])
        self.details[name] = [right + is_right, total + 1]

    def lines(self) -> Iterator[str]:
        """The figures, one a line."""
        yield f"recall {self.recall:.3f} ({self.found} of {self.gold})"
        yield f"precision {self.precision:.3f} ({self.true} of {self.rows})"
        for name, (right, total) in sorted(self.details.items()):
            yield f"{name} {right / total:.3f} ({right} of {total})"


def extracts(path: Path) -> list[dict[str, Any]]:
    """The extracts of a file: text, published, moves, also, none."""
    with path.open("rb") as file:
        return list(tomllib.load(file)["extract"])


def article_of(extract: dict[str, Any]) -> Article:
    """The article that an extract gives."""
    text = extract["text"].strip()
    return Article(id=article_id(text), text=text, published=extract["published"])


def score(extract: dict[str, Any], record: Record, total: Score) -> None:
    """Add the score of one extract to ``total``."""
    text = record.article.text
    gold = [(want, _place(text, want["terms"])) for want in extract["moves"]]
    taken: set[str] = set()
    names = {a.id: _names(a) for a in record.actors}
    for want, place in gold:
        total.gold += 1
        over = [m for m in record.moves if _overlap(m, place) and m.id not in taken]
        exact = [m for m in over if m.kind in want["kind"].split("|")]
        right = [m for m in exact if _is(names, (m.party,), want["party"])]
        if over:
            total.count("kind", bool(exact))
            total.count("party", any(_is(names, (m.party,), want["party"]) for m in over))
        if not right:
            total.wrong.append(
                f"{extract['id']}: MISSED {want['kind']} {want['party']}: {want['terms']}"
                + "".join(f" [{m.kind} {m.party}]" for m in over)
            )
            continue
        move = right[0]
        taken.add(move.id)
        total.found += 1
        _details(want, move, names, total, extract["id"])
    also = [_place(text, words) for words in extract.get("also", [])]
    none = [_place(text, words) for words in extract.get("none", [])]
    for move in record.moves:
        if move.id not in taken and any(_overlap(move, place) for place in also):
            continue
        total.rows += 1
        total.true += move.id in taken
        if move.id not in taken:
            trap = " TRAP" if any(_overlap(move, place) for place in none) else ""
            total.wrong.append(
                f"{extract['id']}: FALSE{trap} {move.kind} {move.party}: {move.terms[0].text}"
            )


def _details(
    want: dict[str, Any], move: Move, names: dict[str, str], total: Score, where: str
) -> None:
    checks: dict[str, bool] = {}
    if "toward" in want:
        checks["toward"] = _is(names, move.toward, want["toward"])
    if "otherwise" in want:
        words = " ".join(span.text for span in move.otherwise)
        checks["otherwise"] = want["otherwise"] in words or (
            bool(words) and words in want["otherwise"]
        )
    if "due" in want:
        checks["due"] = move.deadline is not None and move.deadline.date == want["due"]
    else:
        checks["no due where none"] = move.deadline is None
    if "issue" in want:
        checks["issue"] = move.issue in want["issue"].split("|")
    status = want.get("status", "made|reported").split("|")
    checks["status"] = move.status in status
    for name, is_right in checks.items():
        total.count(name, is_right)
        if not is_right:
            due = move.deadline.date if move.deadline else None
            total.wrong.append(
                f"{where}: {name} of {move.kind} “{move.terms[0].text}”: {move.toward} "
                f"{[o.text for o in move.otherwise]} {due} {move.issue} {move.status}"
            )


def _place(text: str, words: str) -> list[tuple[int, int]]:
    places = []
    for alternative in words.split("|"):
        start = text.find(alternative)
        if start < 0:
            raise ValueError(f"not in the text: {alternative}")
        places.append((start, start + len(alternative)))
    return places


def _overlap(move: Move, places: list[tuple[int, int]]) -> bool:
    return any(
        min(term.end, end) > max(term.start, start) for term in move.terms for start, end in places
    )


def _names(actor: Any) -> str:
    roles = " ".join(role.of or "" for role in actor.roles)
    words = (actor.id, actor.name, actor.country or "", *actor.aliases, roles)
    return " ".join(words).lower().replace("-", " ")


def _is(names: dict[str, str], actors: tuple[str | None, ...], wanted: str) -> bool:
    return any(
        name.lower() in names.get(actor or "", "") for actor in actors for name in wanted.split("|")
    )
