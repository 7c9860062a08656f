"""Make the weights of the ranking of places: ``vocabulary/data/place_weights.csv``.

    python training/train_places.py DATA_FOLDER [--write] [--folds 5] [--leave-out]

DATA_FOLDER holds ``*.jsonl`` files: one document a line, {"id", "text", "toponyms": [{"start",
"end", "lat"?, "lon"?, "country"?, "geonameid"?}]}. A conditional logit over each name's
candidates (McFadden 1974): the probability of a candidate is the softmax of its weighted
features; maximum likelihood with an L2 penalty by gradient descent. As the features depend on
what the other names resolve to, features and weights are computed in turn a few times. Prints
the share of names right (within 161 km or the same GeoNames id) by cross-validation over
documents, or with --leave-out by leaving out one file after another, then, with --write, writes
the weights learned from all of them.
"""

from __future__ import annotations

import argparse
import json
import math
from pathlib import Path

import numpy as np

from onrecord.language.places import PlaceFinder
from onrecord.language.places.ranking import FEATURES, Ranker, features, group
from onrecord.language.places.spots import Spot, distance
from onrecord.language.places.toponyms import Toponym
from onrecord.record import Article
from onrecord.vocabulary.places import load_place_tables
from onrecord.vocabulary.tables import Tables

ROUNDS, STEPS, RATE, PENALTY = 6, 300, 0.5, 0.003
NEAR_KM = 161.0
TABLE = Path(__file__).parents[1] / "src/onrecord/vocabulary/data/place_weights.csv"

# Set by hand, as the documents cannot teach them: a name's user gazetteer wins; the dateline's
# country helps; what the text says of where a name lies ("Tripoli, Lebanon") counts for more than
# any habit; "Donetsk" alone is the town, not the division named after it (the two lie too close
# together for the documents to tell). The documents are mostly American, so that they teach too
# little of what holds elsewhere: small namesakes of large towns, and towns that are known under
# another's name, lose (``dwarfed``, ``alternate``), famous ones win.
BY_HAND = {
    "user": 8.0, "home": 0.5, "within": 3.0, "not_within": -3.0,
    "namesake": -2.5, "dwarfed": -2.5, "alternate": -2.5, "famous": 3.0,
}  # fmt: skip

Gold = dict[str, list[dict[str, object]]]
Document = tuple[list[Toponym], Gold]


def read(folder: Path, finder: PlaceFinder) -> tuple[list[Document], list[str]]:
    """Toponyms with candidates and the gold points by key; and the file of each document."""
    documents, files = [], []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            article = Article(id=row["id"], text=row["text"])
            spans = [(t["start"], t["end"]) for t in row["toponyms"]]
            toponyms = finder.toponyms(article, spans)
            gold: Gold = {}
            for toponym, one in zip(toponyms, row["toponyms"], strict=True):
                if "lat" in one and not toponym.is_adjective:
                    gold.setdefault(toponym.key, []).append(one)
            documents.append((toponyms, gold))
            files.append(path.stem)
    return documents, files


def is_right(spot: Spot, gold: dict[str, object]) -> bool:
    """Within 161 km or the same GeoNames id."""
    if "geonameid" in gold and spot.id == f"geonames:{gold['geonameid']}":
        return True
    km = distance(spot, Spot("", "town", lat=float(gold["lat"]), lon=float(gold["lon"])))  # type: ignore[arg-type]
    return km is not None and km <= NEAR_KM


def examples(documents: list[Document], weights: dict[str, float]) -> list[tuple[np.ndarray, ...]]:
    """(features of the candidates, whether each is right, weight) of every name that has both."""
    rows = []
    ranker = Ranker(weights)
    for toponyms, gold in documents:
        groups = group(toponyms)
        chosen = ranker.resolve(toponyms, frozenset())
        for one in groups:
            right = [
                any(is_right(spot, g) for g in gold.get(one.key, [])) for spot in one.candidates
            ]
            if len(right) > 1 and any(right) and not all(right):
                found = features(one, groups, chosen, frozenset())
                matrix = np.array([[row.get(name, 0.0) for name in FEATURES] for row in found])
                count = len(gold[one.key])
                rows.append((matrix, np.array(right), 1.0 + math.log(count)))
    return rows


def fit(documents: list[Document], start: dict[str, float]) -> dict[str, float]:
    """The weights of maximum penalised likelihood."""
    vector = np.array([start.get(name, 0.0) for name in FEATURES])
    for _ in range(ROUNDS):
        rows = examples(documents, dict(zip(FEATURES, vector, strict=True)))
        total = sum(row[2] for row in rows)
        velocity = np.zeros_like(vector)
        for _ in range(STEPS):
            gradient = -PENALTY * vector
            for matrix, right, weight in rows:
                scores = matrix @ vector
                p = np.exp(scores - scores.max())
                p /= p.sum()
                q = p * right
                q /= q.sum()
                gradient += weight / total * ((q - p) @ matrix)
            velocity = 0.9 * velocity + RATE * gradient
            vector = vector + velocity
    return dict(zip(FEATURES, (float(v) for v in vector), strict=True)) | BY_HAND


def share_right(documents: list[Document], weights: dict[str, float]) -> tuple[int, int]:
    """(names right, names that have a gold point), mentions counted."""
    right = total = 0
    ranker = Ranker(weights)
    for toponyms, gold in documents:
        chosen = ranker.resolve(toponyms, frozenset())
        for key, ones in gold.items():
            total += len(ones)
            right += sum(key in chosen and is_right(chosen[key], one) for one in ones)
    return right, total


def main() -> None:
    """Cross-validate, then write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    documents, files = read(options.folder, PlaceFinder.load(Tables()))
    if options.leave_out:
        parts = [[f == name for f in files] for name in sorted(set(files))]
    else:
        parts = [
            [i % options.folds == fold for i in range(len(documents))]
            for fold in range(options.folds)
        ]
    start: dict[str, float] = {"population": 3.0, "country": 3.0, "division": 2.0, "area": 2.0}
    right = total = 0
    for fold, held in enumerate(parts):
        train = [d for d, out in zip(documents, held, strict=True) if not out]
        test = [d for d, out in zip(documents, held, strict=True) if out]
        r, n = share_right(test, fit(train, start))
        right, total = right + r, total + n
        print(f"fold {fold}: {r} of {n} right ({100 * r / n:.1f} %)")
    print(f"cross-validated: {right} of {total} right ({100 * right / total:.1f} %)")
    kept = load_place_tables(Tables()).weights
    r, n = share_right(documents, kept)
    print(f"with the weights of the table as it is: {r} of {n} right ({100 * r / n:.1f} %)")
    weights = fit(documents, start)
    r, n = share_right(documents, weights)
    print(f"on the training documents themselves: {r} of {n} ({100 * r / n:.1f} %)")
    for name, weight in weights.items():
        print(f"{name:16s} {weight:7.3f}")
    if options.write:
        write(weights, right, total)


def write(weights: dict[str, float], right: int, total: int) -> None:
    """The table, with how it was made."""
    head = [
        "# Weights of the features by which the candidates of a place name are ranked; what each",
        "# feature is stands in language/places/ranking.py. Learned by training/train_places.py",
        "# (conditional logit); those named in its BY_HAND are set by hand. Cross-validated:",
        f"# {right} of {total} names right.",
        "feature,weight",
    ]
    rows = [f"{name},{weight:.3f}" for name, weight in weights.items()]
    TABLE.write_text("\n".join((*head, *rows)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
