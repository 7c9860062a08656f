"""Attribution on PolNeAR: who said what, against people's annotation.

    python -m benchmarks.attribution DATA [--split dev | kept] [--rules] [--out FOLDER]

DATA (or ONRECORD_BENCH_DATA) is the folder that holds ``attribution/polnear-dev.jsonl``: one
article a line, ``{"id", "text", "attributions"}`` (see ``benchmarks/README.md`` for where the
corpus is to be had). Three systems in one run: the rules alone, the tagger's proposals alone,
and both together as every reading has them. PolNeAR's attributions are flat: a statement inside
another's content is not annotated, and neither is a bare noun ("his threat"); the flat view
leaves both out.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from benchmarks.scoring.attribution import score, table
from onrecord.language.encoder import Encoder
from onrecord.language.language import Language
from onrecord.record import Article, article_id
from onrecord.statements import Cues
from onrecord.statements.attribution import Pieces
from onrecord.statements.candidates import candidates
from onrecord.statements.flat import flat
from onrecord.statements.merge import THRESHOLD, merged
from onrecord.statements.tagger import WEIGHTS, Tagger
from onrecord.vocabulary.tables import Tables

ROLES = ("source", "cue", "content")


def rows(found: Any) -> list[dict[str, list[list[int]]]]:
    """Attributions in the form of the corpus."""

    def pieces(value: Pieces) -> list[list[int]]:
        return [list(piece) for piece in value]

    return [{role: pieces(getattr(one, role)) for role in ROLES} for one in found]


def predictions(
    articles: list[dict[str, Any]], weights: Path | None
) -> Iterator[tuple[str, dict[str, list[dict[str, Any]]]]]:
    """Each article's id with what each system finds; without weights the rules alone."""
    tables = Tables()
    language, cues = Language.load(tables=tables, encoder=False), Cues.load(tables)
    tagger = None
    if weights is not None:
        language, tagger = replace(language, encoder=Encoder.load(weights)), Tagger.load(weights)
    for row in articles:
        reading = language.read(Article(id=article_id(row["text"]), text=row["text"]))
        rules = candidates(reading, cues)
        found = {"rules alone": rows(flat(rules))}
        if tagger is not None:
            proposals = tagger.tag(row["text"], reading.encoded, flat(rules))
            found["tagger alone"] = rows(p for p in proposals if p.score >= THRESHOLD)
            found["both"] = rows(flat(merged(reading, cues, rules, proposals)))
        yield row["id"], found


def load(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def articles_of(folder: Path, split: str) -> list[dict[str, Any]]:
    """The articles of a split; ``kept`` are those that the shipped weights did not learn from.

    They are chosen as ``training/attribution`` chooses them (share 0.95, seed 7).
    """
    if split != "kept":
        return load(folder / f"polnear-{split}.jsonl")
    rows = sorted(load(folder / "polnear-train.jsonl"), key=lambda row: row["id"])
    random.Random(7).shuffle(rows)
    return rows[round(0.95 * len(rows)) :]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--split", default="dev", help="train, kept or dev")
    parser.add_argument("--limit", type=int, default=None, help="articles at most")
    parser.add_argument("--rules", action="store_true", help="the rules alone, without the tagger")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    parser.add_argument("--out", type=Path, help="write the predictions there as JSON Lines")
    args = parser.parse_args()
    if args.data is None:
        parser.error("name the data folder, or set ONRECORD_BENCH_DATA")
    articles = articles_of(Path(args.data) / "attribution", args.split)[: args.limit]
    weights = args.weights or (WEIGHTS if Tagger.installed() else None)
    began = time.perf_counter()
    found = dict(predictions(articles, None if args.rules else weights))
    spent = time.perf_counter() - began
    gold = {row["id"]: row for row in articles}
    print(f"PolNeAR {args.split}, {len(articles)} articles, {len(articles) / spent:.1f} articles/s")
    for system in next(iter(found.values())):
        said = {i: {"id": i, "attributions": by[system]} for i, by in found.items()}
        print(f"\n{system}\n{table(score(gold, said))}")
        if args.out:
            args.out.mkdir(parents=True, exist_ok=True)
            path = args.out / f"{system.replace(' ', '-')}.jsonl"
            path.write_text("".join(json.dumps(row) + "\n" for row in said.values()))


if __name__ == "__main__":
    main()
