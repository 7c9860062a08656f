"""Set how sure the tagger must be, on dispatches that it was not trained on.

    python training/moves/calibrate.py DISPATCHES.txt [...] [--kept 0.08] [--tagger FOLDER]
        [--precision 0.65] [--count]

On one half of the kept dispatches it fits what speaks for a proposal (logistic regression), finds
the lowest probability from which the proposals that are left are right in ``--precision``, and
writes both to ``settings.json`` in the tagger's folder. On the other half it prints recall and
precision of the rules alone and of both together; with ``--count`` it does that alone. A marked
move is found where a row shares words with its terms, is of its kind, and has a party that a
marked mention means. Needs the package, no torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from marked import KINDS, Mark, Marked, dispatches, is_kept

from onrecord.language.reading import Reading
from onrecord.moves.find import by_rules, find_moves
from onrecord.moves.parties import Context
from onrecord.moves.tagger import WEIGHTS, MoveTagger
from onrecord.reader import Tools, before_moves
from onrecord.record import Article, Event, Move, Span, Statement, article_id

RIDGE = 1.0
STEPS = 50  # of Newton's method


@dataclass(frozen=True)
class Read:
    """A dispatch with what the rooms before moves give."""

    marked: Marked
    reading: Reading
    statements: Sequence[Statement]
    events: Sequence[Event]


def read(one: Marked, tools: Tools) -> Read:
    """What moves are found in."""
    article = Article(id=article_id(one.text), text=one.text, published=one.published)
    reading, statements, events = before_moves(article, tools)
    return Read(one, reading, statements.rows, events.rows)


def counts(one: Read, rows: Sequence[Move]) -> tuple[int, int, int, int]:
    """Marked moves, those found, rows, those that are marked."""
    gold, found, true = 0, 0, set()
    for number, kind in one.marked.kinds.items():
        if not any(one.reading.in_body(mark.start) for mark in _terms(one, number)):
            continue  # in a headline, which is not read
        gold += 1
        right = {
            row.id
            for row in rows
            if row.kind == kind
            and _shares(one, number, row.terms)
            and _is_of(row.party, number, one)
        }
        found += bool(right)
        true |= right
    return gold, found, len(rows), len(true)


def _terms(one: Read, number: int) -> list[Mark]:
    return [mark for mark in one.marked.marks[number] if mark.role in KINDS]


def _shares(one: Read, number: int, terms: Sequence[Span]) -> bool:
    marks = _terms(one, number)
    return any(s.start < m.end and m.start < s.end for s in terms for m in marks)


def _is_of(party: str | None, number: int, one: Read) -> bool:
    marks = [m for m in one.marked.marks[number] if m.role == "party"]
    actor = one.reading.actor_by_id.get(party or "")
    if not marks or actor is None:
        return not marks
    words = {one.marked.text[m.start : m.end].lower() for m in marks}
    return bool(words & {name.lower() for name in (actor.name, *actor.aliases)}) or any(
        mention.actor == actor.id and mention.start < m.end and m.start < mention.end
        for mention in one.reading.mentions
        for m in marks
    )


def figures(read_ones: Sequence[Read], tools: Tools, tagger: MoveTagger | None) -> list[float]:
    """Recall, precision, F1."""
    totals = [0, 0, 0, 0]
    for one in read_ones:
        found = find_moves(one.reading, one.statements, one.events, tools.move_words, tagger)
        totals = [a + b for a, b in zip(totals, counts(one, found.rows), strict=True)]
    gold, hit, rows, true = totals
    recall, precision = hit / max(gold, 1), true / max(rows, 1)
    return [recall, precision, 2 * recall * precision / max(recall + precision, 1e-9)]


def judged(one: Read, tools: Tools, tagger: MoveTagger) -> list[tuple[tuple[float, ...], bool]]:
    """What speaks for each proposal beside the rules' drafts, and whether it is right."""
    context = Context(one.reading, one.statements, tools.move_words)
    drafts = by_rules(context)
    found = []
    for proposal in tagger.propose(context, drafts):
        right = any(
            kind == proposal.kind
            and _shares(one, number, [proposal.terms])
            and _is_of(proposal.party, number, one)
            for number, kind in one.marked.kinds.items()
        )
        found.append((proposal.evidence(), right))
    return found


def fitted(half: Sequence[Read], tools: Tools, tagger: MoveTagger, precision: float) -> MoveTagger:
    """The tagger with weights of evidence and the probability that a proposal must have."""
    told = [each for one in half for each in judged(one, tools, tagger)]
    evidence = np.array([row for row, _ in told], np.float64)
    right = np.array([is_right for _, is_right in told], np.float64)
    weights = np.zeros(evidence.shape[1])
    for _ in range(STEPS):
        chances = 1.0 / (1.0 + np.exp(-evidence @ weights))
        slope = evidence.T @ (chances - right) + RIDGE * weights
        bend = (evidence.T * (chances * (1.0 - chances))) @ evidence
        weights -= np.linalg.solve(bend + RIDGE * np.eye(len(weights)), slope)
    chances = np.sort(1.0 / (1.0 + np.exp(-evidence @ weights)))[::-1]
    expected = np.cumsum(chances) / np.arange(1, len(chances) + 1)
    least = float(chances[max(int((expected >= precision).sum()) - 1, 0)])
    return replace(tagger, evidence=weights, least=round(least, 3))


def main() -> None:
    """Fit, write, count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dispatches", type=Path, nargs="+")
    parser.add_argument("--kept", type=float, default=0.08)
    parser.add_argument("--tagger", type=Path, default=WEIGHTS)
    parser.add_argument("--precision", type=float, default=0.65)
    parser.add_argument("--count", action="store_true", help="leave the settings as they are")
    args = parser.parse_args()
    tools = Tools.load()
    kept = [
        read(one, tools)
        for path in args.dispatches
        for one in dispatches(path)
        if is_kept(one.id, args.kept)
    ]
    tagger = MoveTagger.load(args.tagger)
    if not args.count:
        tagger = fitted(kept[::2], tools, tagger, args.precision)
        path = args.tagger / "settings.json"
        settings = json.loads(path.read_text(encoding="utf-8"))
        settings |= {"evidence": tagger.evidence.round(4).tolist(), "least": tagger.least}
        path.write_text(json.dumps(settings) + "\n", encoding="utf-8")
    marked = sum(counts(one, ())[0] for one in kept[1::2])
    print(f"{len(kept[1::2])} dispatches, {marked} moves; proposals from {tagger.least} on")
    for name, used in (("rules", None), ("both", tagger)):
        said = "  ".join(f"{value:.3f}" for value in figures(kept[1::2], tools, used))
        print(f"{name:8} recall, precision, F1  {said}")


if __name__ == "__main__":
    main()
