"""Set how sure the tagger must be, on dispatches that it was not trained on.

    python training/moves/calibrate.py [DISPATCHES.txt ...]
        [--marks MARKS.jsonl ... --texts FILE ...]
        [--kept 0.08] [--tagger FOLDER] [--precision 0.69] [--count]

On one half of the kept dispatches it fits what speaks for a proposal (logistic regression), finds
the lowest probability from which the proposals that are left are right in ``--precision``, and
writes both to ``settings.json`` in the tagger's folder. On the other half it prints the figures of
the rules alone and of both together (``judge.py``); with ``--count`` it does that alone.
Needs the package, no torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

import numpy as np
from judge import Read, is_marked, judged, read
from marked import dispatches, is_kept
from standoff import marked_texts, texts_of

from onrecord.moves.find import by_rules
from onrecord.moves.parties import Context
from onrecord.moves.tagger import WEIGHTS, MoveTagger
from onrecord.reader import Tools

RIDGE = 1.0
STEPS = 50  # of Newton's method


def proposed(one: Read, tools: Tools, tagger: MoveTagger) -> list[tuple[tuple[float, ...], bool]]:
    """What speaks for each proposal beside the rules' drafts, and whether it is right."""
    context = Context(one.reading, one.statements, tools.move_words)
    found = []
    for proposal in tagger.read(context, by_rules(context)).proposals:
        right = any(
            is_marked(one, number, proposal.kind, [proposal.terms], proposal.party)
            for number in one.marked.kinds
        )
        found.append((proposal.evidence(), right))
    return found


def fitted(half: Sequence[Read], tools: Tools, tagger: MoveTagger, precision: float) -> MoveTagger:
    """The tagger with weights of evidence and the probability that a proposal must have."""
    told = [each for one in half for each in proposed(one, tools, tagger)]
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
    parser.add_argument("dispatches", type=Path, nargs="*")
    parser.add_argument("--marks", type=Path, nargs="*", default=[], help="see standoff.py")
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--kept", type=float, default=0.08)
    parser.add_argument("--tagger", type=Path, default=WEIGHTS)
    parser.add_argument("--precision", type=float, default=0.69)
    parser.add_argument("--count", action="store_true", help="leave the settings as they are")
    args = parser.parse_args()
    tools, texts = Tools.load(), texts_of(args.texts)
    sources = [
        *(dispatches(path) for path in args.dispatches),
        *(marked_texts(path, texts) for path in args.marks),
    ]
    kept = [read(one, tools) for one in chain.from_iterable(sources) if is_kept(one.id, args.kept)]
    tagger = MoveTagger.load(args.tagger)
    if not args.count:
        tagger = fitted(kept[::2], tools, tagger, args.precision)
        path = args.tagger / "settings.json"
        settings = json.loads(path.read_text(encoding="utf-8"))
        settings |= {"evidence": tagger.evidence.round(4).tolist(), "least": tagger.least}
        path.write_text(json.dumps(settings) + "\n", encoding="utf-8")
    counted = kept[1::2]
    print(f"{len(counted)} texts; proposals from {tagger.least} on")
    for name, used in (("rules", None), ("both", tagger)):
        print(f"{name:8} {judged(counted, tools, used).line()}")


if __name__ == "__main__":
    main()
