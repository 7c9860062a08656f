"""Who is "he": F1 on GAP, and the cost of finding the actors beside the parse.

    python -m benchmarks.coref [FOLDER] [--out FOLDER] [--features]

FOLDER (or ONRECORD_BENCH_DATA) holds ``gap-*.jsonl``: id, text, pronoun, a, b (spans), a_coref,
b_coref. Predictions {id, a_coref, b_coref} are written where --out is given.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from pathlib import Path
from typing import Any

from benchmarks.scoring.coref import score
from onrecord.intake.layout import layout
from onrecord.language.actors import Cast
from onrecord.language.language import Language
from onrecord.language.quotations import find_quotations
from onrecord.record import Article, Mention, article_id


class Tools:
    """What reads a passage: the parse, the encoder and the actors, timed apart."""

    def __init__(self, *, encoder: bool) -> None:
        self.language = Language.load(encoder=encoder)
        self.seconds = dict.fromkeys(("parse", "encoder", "actors"), 0.0)

    def cast(self, text: str) -> Cast:
        """The actors of ``text``."""
        language = self.language
        blocks = layout(text, language.press)
        edges = tuple((block.start, block.end) for block in blocks)
        quotations = find_quotations(text, edges)
        article = Article(id=article_id(text), text=text)
        begun = time.process_time()
        doc = language.parser.parse(text, language.splitter.starts(text, edges))
        parsed = time.process_time()
        heard = language.hear(text, blocks, quotations)
        encoded = time.process_time()
        cast = language.actors.find(
            doc, article, blocks, quotations, antecedents=language.antecedents(heard)
        )
        spent = (parsed - begun, encoded - parsed, time.process_time() - encoded)
        for name, seconds in zip(self.seconds, spent, strict=True):
            self.seconds[name] += seconds
        return cast


def actor_at(cast: Cast, span: dict[str, Any], form: str) -> str | None:
    """The actor of the shortest mention of that form that overlaps ``span``."""
    best: Mention | None = None
    for mention in cast.mentions:
        overlaps = mention.start < span["end"] and span["start"] < mention.end
        shorter = best is None or mention.end - mention.start < best.end - best.start
        if mention.form == form and overlaps and shorter:
            best = mention
    return best.actor if best else None


def decide(cast: Cast, row: dict[str, Any]) -> tuple[bool, bool]:
    """Whether the pronoun is name A, and name B."""
    actor = actor_at(cast, row["pronoun"], "pronoun")
    a, b = (actor_at(cast, row[name], "name") for name in ("a", "b"))
    return actor is not None and actor == a, actor is not None and actor == b and a != b


def main() -> None:
    """Run every part of GAP in the folder."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--out", type=Path, help="write predictions into this folder")
    parser.add_argument("--features", action="store_true", help="without the encoder's word")
    options = parser.parse_args()
    if options.folder is None:
        parser.error("name the folder of the development data, or set ONRECORD_BENCH_DATA")
    folder = Path(options.folder)
    folder = folder / "coref" if (folder / "coref").is_dir() else folder
    tools = Tools(encoder=not options.features)
    for path in sorted(folder.glob("gap-*.jsonl")):
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        said = {row["id"]: decide(tools.cast(row["text"]), row) for row in rows}
        scores = score({row["id"]: row for row in rows}, said)
        print(
            f"{path.stem:16s} F1 {scores.all.f1:.3f}  feminine {scores.feminine.f1:.3f}"
            f"  masculine {scores.masculine.f1:.3f}  bias {scores.bias:.3f}"
        )
        if options.out is not None:
            options.out.mkdir(parents=True, exist_ok=True)
            lines = (
                json.dumps({"id": k, "a_coref": a, "b_coref": b}) for k, (a, b) in said.items()
            )
            (options.out / path.name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    parse = max(tools.seconds["parse"], 1e-9)
    for name in ("encoder", "actors"):
        print(f"{name} cost {tools.seconds[name] / parse:.2f} of the parse")


if __name__ == "__main__":
    main()
