"""Learn the weights of pronoun resolution from GAP (Webster et al., TACL 2018; Apache-2.0).

    python training/coreference/train.py FOLDER [--rounds 2] [--l2 6] [--out WEIGHTS.csv]
        (--rounds 0 keeps the weights of the table and learns that of the encoder alone)

FOLDER holds ``gap-dev.jsonl`` (learned from) and ``gap-validation.jsonl`` (measured on). For
each passage the actors are found as in any article; the model is a maximum-entropy ranker over
the actors a pronoun may mean: p(actor) is proportional to exp(w . features). Where GAP says
that a name is meant, -log p(name's actor) is minimised; where neither is, -log(1 - p(A) - p(B)).
L2 regularisation; L-BFGS (SciPy). As earlier pronouns of the passage are features, they are
resolved anew with the weights of the round before.

Where the encoder is installed, its word on each name is one more feature. It was trained on four
in five of these passages, so its weight, and a factor for all others, are learned on the fifth
that it has not seen (``training/attribution/pronouns.py``), the other weights held.

Needs SciPy beside the package. Writes a table for ``vocabulary/data``.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from onrecord.language.actors.finder import ActorFinder
from onrecord.language.actors.pronouns import GENDER, Pronouns
from onrecord.language.encoder.antecedents import Antecedents
from onrecord.language.language import Language
from onrecord.language.reading import Reading
from onrecord.record import Article, article_id
from onrecord.vocabulary.tables import Tables

BY_HAND = "news: "
ENCODER = "encoder"
SILENT = "encoder, silent"
HELD = (BY_HAND, ENCODER)
UNSEEN = 5  # every fifth passage was kept from the encoder


class Passage:
    """One passage: its parse, its actors, what GAP says."""

    def __init__(self, row: dict[str, Any], reading: Reading, language: Language) -> None:
        self.row = row
        self.doc = reading.doc
        self.blocks = reading.blocks
        self.quotations = reading.quotations
        self.antecedents = None
        if language.encoder is not None:
            self.antecedents = Antecedents(language.encoder.antecedent, reading.encoded)
        self.article = Article(id=article_id(row["text"]), text=row["text"])

    def token_at(self, offset: int) -> Any:
        span = self.doc.char_span(offset, offset + 1, alignment_mode="expand")
        return span[0] if span is not None else None


def passages(folder: Path, part: str, language: Language) -> list[Passage]:
    """Read and parse one part of GAP."""
    found = []
    for line in (folder / f"gap-{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        reading = language.read(Article(id=article_id(row["text"]), text=row["text"]))
        found.append(Passage(row, reading, language))
    return found


def key_at(entities: Any, passage: Passage, span: dict[str, Any]) -> str | None:
    """The actor whose mention covers the name in ``span``."""
    best = None
    for entity in entities.by_id.values():
        for naming in entity.namings:
            if naming.form == "name" and naming.start < span["end"] and span["start"] < naming.end:
                size = naming.end - naming.start
                if best is None or size < best[0]:
                    best = (size, entity.id)
    return best[1] if best else None


def examples(
    found: list[Passage], finder: ActorFinder, weights: dict[str, float]
) -> Iterator[tuple[Passage, list[str], list[list[tuple[str, float]]], str | None, str | None]]:
    """Per passage the candidates with their features, and the actors of names A and B."""
    for passage in found:
        entities, tokens = finder.draft(passage.doc, passage.article, passage.blocks)
        target = passage.token_at(passage.row["pronoun"]["start"])
        resolver = Pronouns(passage.doc, entities, passage.quotations, weights, passage.antecedents)
        resolver.resolve([t for t in tokens if t.i < target.i])
        candidates = resolver.candidates(target) if target.lower_ in GENDER else []
        a, b = (key_at(entities, passage, passage.row[x]) for x in "ab")
        features = resolver.features(target, candidates)
        yield passage, [c.key for c in candidates], features, a, b


def learn(rows: list[Any], l2: float, least: int = 15) -> dict[str, float]:
    """The weights that minimise the loss over ``rows``."""
    counts = Counter(name for row in rows for f in row[2] for name in {n for n, v in f if v})
    names = sorted(n for n, c in counts.items() if c >= least and not n.startswith(HELD))
    index = {name: n for n, name in enumerate(names)}

    def values(found: list[tuple[str, float]]) -> np.ndarray:
        line = np.zeros(len(names))
        for name, value in found:
            if name in index:
                line[index[name]] += value
        return line

    solved = ranker(list(questions(rows, values)), np.zeros(len(names)), l2)
    return {n: round(float(w), 3) for n, w in zip(names, solved, strict=True) if abs(w) > 0.005}


def with_encoder(rows: list[Any], weights: dict[str, float]) -> dict[str, float]:
    """The weights with that of the encoder's word, learned on passages it has not seen."""
    plain = {n: w for n, w in weights.items() if not n.startswith(ENCODER)}

    def values(found: list[tuple[str, float]]) -> np.ndarray:
        said = [v for n, v in found if n == ENCODER]
        silent = float(not said)
        return np.array([sum(plain.get(n, 0.0) * v for n, v in found), sum(said), silent])

    factor, word, silent = ranker(list(questions(rows, values)), np.array([1.0, 0.0, 0.0]), 0.1)
    print(f"factor {factor:.3f}, encoder {word:.3f}, silent {silent:.3f}")
    scaled = {n: round(w * float(factor), 3) for n, w in plain.items()}
    return scaled | {ENCODER: round(float(word), 3), SILENT: round(float(silent), 3)}


def questions(rows: list[Any], values: Any) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Per passage the candidates' values, and which of them may be meant."""
    for passage, keys, features, a, b in rows:
        if len(keys) < 2:
            continue
        matrix = np.stack([values(found) for found in features])
        right = [x for x, y in ((a, "a_coref"), (b, "b_coref")) if passage.row[y]]
        wrong = [x for x, y in ((a, "a_coref"), (b, "b_coref")) if not passage.row[y]]
        if right and right[0] in keys:
            yield matrix, np.array([k == right[0] for k in keys])
        elif not right:
            others = np.array([k not in wrong for k in keys])
            if others.any():
                yield matrix, others


def ranker(data: list[tuple[np.ndarray, np.ndarray]], start: np.ndarray, l2: float) -> np.ndarray:
    """The weights with the least loss."""

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = 0.5 * l2 * float(w @ w), l2 * w
        for matrix, right in data:
            scores = matrix @ w
            scores -= scores.max()
            p = np.exp(scores)
            p /= p.sum()
            mass = max(float(p[right].sum()), 1e-9)
            total -= math.log(mass)
            q = np.where(right, p / mass, 0.0)
            gradient = gradient + matrix.T @ (p - q)
        return total, gradient

    solved = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return np.asarray(solved.x)


def predictions(rows: list[Any], weights: dict[str, float]) -> dict[str, tuple[bool, bool]]:
    """Per passage whether the pronoun is A, and B."""
    found = {}
    for passage, keys, features, a, b in rows:
        best = None
        if keys:
            scores = [sum(weights.get(n, 0.0) * v for n, v in f) for f in features]
            best = keys[int(np.argmax(scores))]
        found[passage.row["id"]] = (
            best is not None and best == a,
            best is not None and best == b and a != b,
        )
    return found


def f1(
    found: list[Passage], said: dict[str, tuple[bool, bool]], gender: str | None = None
) -> float:
    """F1 of the yes-decisions, as GAP's paper defines it."""
    tp = fp = fn = 0
    for passage in found:
        if gender and GENDER.get(passage.row["pronoun"]["text"].lower()) != gender:
            continue
        for guess, name in zip(said[passage.row["id"]], ("a_coref", "b_coref"), strict=True):
            tp += guess and passage.row[name]
            fp += guess and not passage.row[name]
            fn += passage.row[name] and not guess
    return 2 * tp / max(1, 2 * tp + fp + fn)


def report(name: str, found: list[Passage], rows: list[Any], weights: dict[str, float]) -> None:
    said = predictions(rows, weights)
    both, m, w = f1(found, said), f1(found, said, "m"), f1(found, said, "f")
    print(f"{name:10s} F1 {both:.3f}  f {w:.3f}  m {m:.3f}  bias {w / m:.3f}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--l2", type=float, default=6.0)
    parser.add_argument("--out", type=Path)
    args = parser.parse_args()
    language, finder = Language.load(), ActorFinder.load(Tables())
    parts = {part: passages(args.folder, part, language) for part in ("dev", "validation")}
    weights: dict[str, float] = dict(finder.coder.tables.coreference)
    for number in range(args.rounds):
        rows = {part: list(examples(found, finder, weights)) for part, found in parts.items()}
        if number == 0:
            for part, found in parts.items():
                report(f"before, {part}", found, rows[part], weights)
        held = {n: w for n, w in weights.items() if n.startswith(HELD)}
        weights = learn(rows["dev"], args.l2) | held
        print(f"round {number + 1}: {len(weights)} weights")
        for part, found in parts.items():
            report(part, found, rows[part], weights)
    if language.encoder is not None:
        rows = {part: list(examples(found, finder, weights)) for part, found in parts.items()}
        weights = with_encoder(rows["dev"][::UNSEEN], weights)
        for part, found in (
            ("unseen", parts["dev"][::UNSEEN]),
            ("validation", parts["validation"]),
        ):
            read = rows["dev"][::UNSEEN] if part == "unseen" else rows[part]
            report(part, found, read, weights)
    if args.out:
        write(weights, args.out)


def write(weights: dict[str, float], path: Path) -> None:
    """The table, largest weights first."""
    lines = [
        "# Weights of the features of pronoun resolution (language/actors/salience.py).",
        "# feature: as the features are named there.",
        "# weight: positive speaks for, negative against.",
        "# Learned by training/coreference/train.py from the development part of GAP",
        "# (Webster et al., TACL 2018; google-research-datasets/gap-coreference, Apache-2.0),",
        '# but those of "news: ", which are set by hand.',
        "feature,weight",
    ]
    for name, weight in sorted(weights.items(), key=lambda item: (-abs(item[1]), item[0])):
        lines.append(f'"{name}",{weight}' if "," in name else f"{name},{weight}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(weights)} weights to {path}", file=sys.stderr)


if __name__ == "__main__":
    main()
