"""Set what the exported tagger is asked with: the bias against O, and how sure a proposal is.

    python training/attribution/calibrate.py PREPARED.jsonl [...] --tagger FOLDER
        [--share 0.95] [--seed 7]

Uses the articles that ``train.py`` with the same share and seed left out. The bias with the best
F1 is taken; a logistic regression (Newton's method, L2) of "is in the gold" on
``Assembled.evidence`` gives the score, moved so that 0.5 is the threshold with the best F1.
Writes ``settings.json``.
"""

from __future__ import annotations

import argparse
import json
import random
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from corpus import flats, load

from onrecord.language.encoder import Encoded, Encoder, Window
from onrecord.language.encoder.decode import Decoder
from onrecord.statements.attribution import overlap, shared
from onrecord.statements.flat import Flat
from onrecord.statements.tagger import Tagger
from onrecord.statements.tagger.assemble import Assembled, pieces_of
from onrecord.statements.tagger.labels import ROLES, painted

BIASES = np.arange(-2.0, 1.01, 0.25)
L2 = 1.0


@dataclass
class Read:
    """An article with what the encoder says of it."""

    text: str
    encoded: tuple[Encoded, ...]
    rules: list[Flat]
    hints: bytearray


def is_right(text: str, window: Window, one: Assembled, gold: list[Flat]) -> Flat | None:
    """The gold attribution that ``one`` matches."""
    content = pieces_of(text, window, one.contents)
    source = pieces_of(text, window, [one.source] if one.source else [])
    for other in gold:
        agree = shared(source, other.source) > 0 or not (source or other.source)
        if agree and overlap(content, other.content) >= 0.5:
            return other
    return None


def f1(right: int, found: int, gold: int) -> float:
    """Of counts."""
    return 2 * right / max(1, found + gold)


def regress(rows: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Weights of a logistic regression."""
    weights = np.zeros(rows.shape[1])
    for _ in range(30):
        chance = 1 / (1 + np.exp(-rows @ weights))
        gradient = rows.T @ (chance - right) + L2 * weights
        curvature = (rows * (chance * (1 - chance))[:, None]).T @ rows + L2 * np.eye(rows.shape[1])
        weights -= np.linalg.solve(curvature, gradient)
    return weights


def main() -> None:
    """Calibrate and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("prepared", type=Path, nargs="+")
    parser.add_argument("--tagger", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.95)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    rows = sorted((row for path in args.prepared for row in load(path)), key=lambda r: r["id"])
    random.Random(args.seed).shuffle(rows)
    rows = rows[round(args.share * len(rows)) :]
    encoder, tagger = Encoder.load(args.tagger), Tagger.load(args.tagger)
    read, gold = [], []
    for row in rows:
        rules = flats(row["rules"])
        gold.append([one for one in flats(row["gold"]) if one.content])
        encoded = encoder.read(row["text"], row["paragraphs"], row["quotations"])
        read.append(Read(row["text"], encoded, rules, painted(len(row["text"]), rules)))
    total = sum(map(len, gold))
    best: tuple[float, float, np.ndarray, np.ndarray] | None = None
    for bias in BIASES:
        own_tagger = replace(tagger, decoder=Decoder(len(ROLES), float(bias)))
        evidence, right = [], []
        for own, article in zip(gold, read, strict=True):
            taken: set[int] = set()
            for one in article.encoded:
                for each in own_tagger.read(one, article.hints, article.rules):
                    match = is_right(article.text, one.window, each, own)
                    evidence.append(each.evidence())
                    right.append(match is not None and id(match) not in taken)
                    taken.add(id(match))
        value = f1(sum(right), len(right), total)
        print(f"bias {bias:+.2f}: F1 {value:.4f} ({sum(right)} of {len(right)}, gold {total})")
        if best is None or value > best[0]:
            best = value, float(bias), np.array(evidence, float), np.array(right, float)
    assert best is not None
    _, bias, table, right = best
    weights = regress(table, right)
    sure = table @ weights
    cuts = [(f1(int(right[sure >= c].sum()), int((sure >= c).sum()), total), c) for c in sure]
    value, cut = max(cuts)
    weights[0] -= cut
    print(f"bias {bias:+.2f}, with a threshold F1 {value:.4f}; weights {weights.round(2)}")
    settings = {"bias": bias, "evidence": [round(float(w), 4) for w in weights]}
    (args.tagger / "settings.json").write_text(json.dumps(settings) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
