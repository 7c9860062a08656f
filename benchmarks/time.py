"""Time expressions: accuracy on the development sets, and speed beyond the parse.

    python -m benchmarks.time [FOLDER] [--out FOLDER]

FOLDER (or ONRECORD_BENCH_DATA) holds ``*-dev.jsonl``: one document a line with id, dct, text and
timex [{start, end, type, value}]. Predictions are written in the same form where --out is given.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

from benchmarks.scoring.time import Scores, Timex, score
from onrecord.intake.layout import layout
from onrecord.intake.sentences import SentenceSplitter
from onrecord.language.pipeline import Parser
from onrecord.language.times import TimeFinder
from onrecord.record import Article, article_id
from onrecord.vocabulary.tables import Tables


def read(path: Path) -> list[dict[str, Any]]:
    """The documents of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def predict(
    documents: list[dict[str, Any]], parser: Parser, finder: TimeFinder, splitter: SentenceSplitter
) -> tuple[dict[str, list[Timex]], float]:
    """The expressions found in each document, and sentences a second of processor time."""
    found: dict[str, list[Timex]] = {}
    seconds, sentences = 0.0, 0
    for document in documents:
        text = document["text"]
        edges = tuple((block.start, block.end) for block in layout(text))
        doc = parser.parse(text, splitter.starts(text, edges))
        article = Article(id=article_id(text), text=text, published=document.get("dct"))
        begun = time.process_time()
        times = finder.find(doc, article)
        seconds += time.process_time() - begun
        sentences += sum(1 for _ in doc.sents)
        found[document["id"]] = [Timex(t.start, t.end, t.type, t.value) for t in times]
    return found, sentences / max(seconds, 1e-9)


def write(path: Path, found: dict[str, list[Timex]]) -> None:
    """Predictions, one document a line."""
    with path.open("w", encoding="utf-8") as out:
        for name, expressions in found.items():
            row = {"id": name, "timex": [expression._asdict() for expression in expressions]}
            out.write(json.dumps(row) + "\n")


def report(name: str, scores: Scores, speed: float) -> str:
    """One line: the four F1 and the speed."""
    figures = "  ".join(f"{m} {scores.f1(m):5.1f}" for m in ("strict", "relaxed", "type", "value"))
    return f"{name:16s} gold {scores.gold:5d}  {figures}  {speed:6.0f} sentences/s"


def main() -> None:
    """Run every development file of the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--out", type=Path, help="write predictions into this folder")
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name the folder of the development data, or set ONRECORD_BENCH_DATA")
    folder = Path(options.folder)
    folder = folder / "time" if (folder / "time").is_dir() else folder
    tools = Parser.load(), TimeFinder.load(), SentenceSplitter.load(Tables())
    for path in sorted(folder.glob("*-dev.jsonl")):
        documents = read(path)
        found, speed = predict(documents, *tools)
        gold = {
            d["id"]: [Timex(t["start"], t["end"], t["type"], t["value"]) for t in d["timex"]]
            for d in documents
        }
        if options.out is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            write(options.out / path.name, found)
        print(report(path.stem, score(gold, found), speed))


if __name__ == "__main__":
    main()
