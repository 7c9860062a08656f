"""Weights of event coreference across documents, from the development topics of ECB+.

    python -m training.crossdoc.train DATA [--folds 5] [--write]

DATA holds ``ecbplus-*.jsonl`` (see ``benchmarks/README.md``). Without --write the topics are
dealt into folds and each fold is scored by a model of the others; with it one model of all
topics is written to ``vocabulary/data/``: ``document_weights.csv``, ``mention_weights.csv`` and
``neighbour_weights.csv``. numpy alone; Adam (Kingma and Ba 2015) on the logistic loss of pairs
within a topic, a pair of a large topic weighing less.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.crossdoc import Gold, read_gold, scores_of

from onrecord.crisis.coreference.clusters import (
    DOCUMENT_FEATURES,
    Corpus,
    EventCoreference,
    document_features,
    with_neighbours,
)
from onrecord.crisis.coreference.documents import document_views
from onrecord.crisis.coreference.features import FEATURES
from onrecord.crisis.coreference.neighbours import NEIGHBOURS
from onrecord.crisis.coreference.network import Network
from onrecord.crisis.words import Words
from onrecord.vocabulary.tables import Tables

_PARTS = 3  # that the second look is learned in
OUT = Path(__file__).parents[2] / "src/onrecord/vocabulary/data"
Layer = tuple[Any, Any, Any, float]


def fit(
    x: Any, y: Any, w: Any, *, hidden: int, seeds: int, epochs: int, rate: float, decay: float
) -> Network:
    """Networks with one hidden layer over ``x``, each from another start."""
    mean, deviation = x.mean(0), x.std(0) + 1e-6
    scaled, weight = ((x - mean) / deviation).astype(np.float32), w / w.mean()
    layers = tuple(_one(scaled, y, weight, hidden, s, epochs, rate, decay) for s in range(seeds))
    return Network(mean, deviation, layers)


def _one(
    x: Any, y: Any, w: Any, hidden: int, seed: int, epochs: int, rate: float, decay: float
) -> Layer:
    draw = np.random.default_rng(seed)
    inputs = x.shape[1]
    p = [
        draw.normal(0, (2 / inputs) ** 0.5, (inputs, hidden)).astype(np.float32),
        np.zeros(hidden, np.float32),
        draw.normal(0, (1 / hidden) ** 0.5, hidden).astype(np.float32),
        np.zeros(1, np.float32),
    ]
    first, second, steps = [np.zeros_like(a) for a in p], [np.zeros_like(a) for a in p], 0
    for epoch in range(epochs):
        for batch in np.array_split(draw.permutation(len(x)), max(1, len(x) // 2048)):
            rows = x[batch]
            active = np.maximum(rows @ p[0] + p[1], 0)
            said = 1 / (1 + np.exp(-np.clip(active @ p[2] + p[3], -30, 30)))
            error = (said - y[batch]) * w[batch] / len(batch)
            back = np.outer(error, p[2])
            back[active <= 0] = 0
            slopes = [
                rows.T @ back + decay * p[0],
                back.sum(0),
                active.T @ error + decay * p[2],
                np.array([error.sum()]),
            ]
            steps += 1
            for i, slope in enumerate(slopes):
                first[i] = 0.9 * first[i] + 0.1 * slope
                second[i] = 0.999 * second[i] + 0.001 * slope * slope
                size = rate * (1 - 0.9 * epoch / epochs) / (1 - 0.9**steps)
                p[i] -= size * first[i] / (np.sqrt(second[i] / (1 - 0.999**steps)) + 1e-8)
    return p[0], p[1], p[2], float(p[3][0])


def fit_documents(gold: Sequence[Gold], words: Words) -> Network:
    """Whether two documents are of one sub-topic."""
    features = document_features(document_views([g.document for g in gold], words))
    i, j = np.triu_indices(len(gold), 1)
    sub = np.array([g.subtopic for g in gold], dtype=object)
    topic = np.array([g.topic for g in gold], dtype=object)
    weight = np.where(topic[i] == topic[j], 3.0, 0.3)
    same = (sub[i] == sub[j]).astype(float)
    return fit(features[i, j], same, weight, hidden=8, seeds=1, epochs=8, rate=5e-3, decay=1e-4)


Topic = tuple[Any, Any]  # features of the pairs of a topic, and the name of each mention's event


def topics_of(gold: Sequence[Gold], words: Words) -> list[Topic]:
    """The pairs of every topic."""
    corpus = Corpus.over([g.document for g in gold], words)
    clusters = {key: c for g in gold for key, c in g.clusters.items()}
    topics: dict[str, list[Gold]] = defaultdict(list)
    for g in gold:
        topics[g.topic].append(g)
    found = []
    for same in topics.values():
        mentions, features = corpus.pairs([g.document for g in same], words)
        names = np.array([clusters[m.document, m.id] for m in mentions], dtype=object)
        found.append((features, names))
    return found


def fit_pairs(topics: Sequence[Topic], *, hidden: int, seeds: int) -> Network:
    """Whether two mentions of one topic speak of one event."""
    xs, ys, ws = [], [], []
    for features, names in topics:
        i, j = np.triu_indices(len(names), 1)
        xs.append(features[i, j])
        ys.append((names[i] == names[j]).astype(float))
        ws.append(np.full(len(i), 1 / max(1, len(names))))
    x, y, w = np.concatenate(xs), np.concatenate(ys), np.concatenate(ws)
    return fit(x, y, w, hidden=hidden, seeds=seeds, epochs=12, rate=3e-3, decay=1e-4)


def fit_model(gold: Sequence[Gold], words: Words, *, hidden: int, seeds: int) -> EventCoreference:
    """The whole model; the second look learns from topics that the first has not seen."""
    topics = topics_of(gold, words)
    second: list[Topic] = []
    for part in range(_PARTS):
        others = [t for n, t in enumerate(topics) if n % _PARTS != part]
        first = fit_pairs(others, hidden=hidden, seeds=seeds)
        second += [(with_neighbours(f, first), c) for f, c in topics[part::_PARTS]]
    return EventCoreference(
        words,
        fit_documents(gold, words),
        fit_pairs(topics, hidden=hidden, seeds=seeds),
        fit_pairs(second, hidden=hidden, seeds=seeds),
    )


def write(network: Network, path: Path, names: Sequence[str], comment: Iterable[str]) -> None:
    """Write a network as a table with one row a unit."""

    def listed(values: Iterable[float]) -> str:
        return "|".join(f"{v:.4g}" for v in values)

    lines = [f"# {line}" for line in comment]
    lines += [f"# {n}: {name}" for n, name in enumerate(names, 1)]
    lines.append("network,unit,weights,bias,vote")
    lines.append(f"all,mean,{listed(network.mean)},,")
    lines.append(f"all,deviation,{listed(network.deviation)},,")
    for number, (weights, biases, votes, bias) in enumerate(network.layers, 1):
        for unit in range(len(biases)):
            ends = f"{biases[unit]:.4g},{votes[unit]:.4g}"
            lines.append(f"{number},{unit + 1},{listed(weights[:, unit])},{ends}")
        lines.append(f"{number},out,,{bias:.4g},")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Cross-validate, or train on everything and write the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--hidden", type=int, default=24)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    words = Words.load(Tables())
    gold = [g for path in sorted(options.data.glob("ecbplus-*.jsonl")) for g in read_gold(path)]
    size = {"hidden": options.hidden, "seeds": options.seeds}
    if options.write:
        about = (
            "Learned by training/crossdoc/train.py from the development topics of ECB+ (Cybulska",
            "and Vossen, LREC 2014; annotation CC BY 3.0): no text of it is here. Features:",
        )
        model = fit_model(gold, words, **size)
        write(model.documents, OUT / "document_weights.csv", DOCUMENT_FEATURES, about)
        write(model.pairs, OUT / "mention_weights.csv", FEATURES, about)
        both = (*FEATURES, *NEIGHBOURS)
        write(model.again, OUT / "neighbour_weights.csv", both, about)
        return
    topics = sorted({g.topic for g in gold}, key=int)
    found = []
    for fold in range(options.folds):
        held = set(topics[fold :: options.folds])
        own = [g for g in gold if g.topic not in held]
        model = fit_model(own, words, **size)
        scores = scores_of([g for g in gold if g.topic in held], model)
        found.append(scores.conll)
        print(f"fold {fold + 1}: CoNLL F1 {100 * scores.conll:.2f}", flush=True)
    print(f"mean: {100 * sum(found) / len(found):.2f}")


if __name__ == "__main__":
    main()
