"""Events across documents: CoNLL F1 on ECB+ with predicted sub-topics.

    python -m benchmarks.crossdoc [FOLDER] [--out FOLDER]

FOLDER (or ONRECORD_BENCH_DATA) holds ``ecbplus-*.jsonl``: id, topic, subtopic, sentences [{n, text,
checked}], mentions [{id, sentence, start, end, kind, cluster}]. Scored are the mentions of actions
in the sentences whose coreference was checked; speed is in processor time. The weights were learned
on these same topics, so these figures show only that all is as it was; the honest ones are given
by ``training/crossdoc/train.py``, each topic scored by a model that has not seen it.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.scoring.crossdoc import Scores, score
from onrecord.crisis.coreference import Document, EventCoreference, Mention
from onrecord.vocabulary.tables import Tables


@dataclass(frozen=True)
class Gold:
    """A document with what is known of it.

    Attributes:
        document: its sentences and mentions.
        topic, subtopic: which it is of.
        clusters: (document, mention) -> name of the event.
    """

    document: Document
    topic: str
    subtopic: str
    clusters: Mapping[tuple[str, str], str]


def read_gold(path: Path) -> Iterator[Gold]:
    """The documents of one file, with the mentions that are scored."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            place = {s["n"]: i for i, s in enumerate(row["sentences"])}
            checked = {s["n"] for s in row["sentences"] if s["checked"]}
            kept = [
                m for m in row["mentions"] if "ACTION" in m["kind"] and m["sentence"] in checked
            ]
            document = Document(
                row["id"],
                tuple(s["text"] for s in row["sentences"]),
                tuple(Mention(m["id"], place[m["sentence"]], m["start"], m["end"]) for m in kept),
            )
            clusters = {(row["id"], m["id"]): m["cluster"] for m in kept}
            yield Gold(document, row["topic"], row["subtopic"], clusters)


def scores_of(gold: Sequence[Gold], model: EventCoreference) -> Scores:
    """The scores of a model on documents."""
    said = {
        mention: number
        for number, cluster in enumerate(model.clusters([g.document for g in gold]))
        for mention in cluster
    }
    return score({key: name for g in gold for key, name in g.clusters.items()}, said)


def write_predictions(path: Path, gold: Sequence[Gold], model: EventCoreference) -> None:
    """Predictions as JSON Lines: {id, mentions: [{id, cluster}]}."""
    rows: dict[str, list[dict[str, object]]] = {g.document.id: [] for g in gold}
    for number, cluster in enumerate(model.clusters([g.document for g in gold])):
        for document, mention in cluster:
            rows[document].append({"id": mention, "cluster": f"c{number}"})
    lines = (json.dumps({"id": key, "mentions": found}) for key, found in rows.items())
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Score every file of the folder."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--out", type=Path, help="write predictions into this folder")
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name the folder of the development data, or set ONRECORD_BENCH_DATA")
    folder = Path(options.folder)
    folder = folder / "crossdoc" if (folder / "crossdoc").is_dir() else folder
    model = EventCoreference.load(Tables())
    for path in sorted(folder.glob("ecbplus-*.jsonl")):
        gold = list(read_gold(path))
        begun = time.process_time()
        scores = scores_of(gold, model)
        spent = time.process_time() - begun
        mentions = sum(len(g.clusters) for g in gold)
        print(
            f"{path.stem:16s}  CoNLL {100 * scores.conll:.2f}  MUC {100 * scores.muc.f1:.1f}"
            f"  B3 {100 * scores.b3.f1:.1f}  CEAFe {100 * scores.ceafe.f1:.1f}"
            f"  LEA {100 * scores.lea.f1:.1f}  {mentions / spent:.0f} mentions/s"
        )
        if options.out is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            write_predictions(options.out / path.name, gold, model)


if __name__ == "__main__":
    main()
