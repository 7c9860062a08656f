"""Attribution on PolNeAR: who said what, against people's annotation.

    python -m benchmarks.attribution DATA [--split dev] [--rules] [--out PRED.jsonl]

DATA (or ONRECORD_BENCH_DATA) is the folder that holds ``attribution/polnear-dev.jsonl``: one
article a line, ``{"id", "text", "attributions"}`` (see ``benchmarks/README.md`` for where the
corpus is to be had). PolNeAR's attributions are flat: a statement inside another's content is
not annotated, and neither is a bare noun (“his threat”). ``project`` leaves both out.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.scoring.attribution import score, table

ROLES = ("source", "cue", "content")


def project(attributions: list[Any]) -> list[dict[str, Any]]:
    """Attributions as PolNeAR annotates them: outermost ones, quotations joined to theirs."""
    from onrecord.statements.flat import flat

    return [
        {role: [list(piece) for piece in getattr(one, role)] for role in ROLES}
        for one in flat(attributions)
    ]


def predictions(articles: list[dict[str, Any]], *, rules_only: bool) -> Iterator[dict[str, Any]]:
    """One article a line, read by us."""
    from onrecord.language.language import Language
    from onrecord.record import Article, article_id
    from onrecord.statements import Cues, find_attributions
    from onrecord.vocabulary.tables import Tables

    tables = Tables()
    language, cues = Language.load(tables=tables), Cues.load(tables)
    tagger = None
    if not rules_only:
        from onrecord.statements.tagger import Tagger

        tagger = Tagger.load()
    for row in articles:
        article = Article(id=article_id(row["text"]), text=row["text"], published=None)
        found = find_attributions(language.read(article), cues, tagger)
        yield {"id": row["id"], "attributions": project(found)}


def load(path: Path) -> list[dict[str, Any]]:
    """The articles of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--split", default="dev", help="train or dev")
    parser.add_argument("--limit", type=int, default=None, help="articles at most")
    parser.add_argument("--rules", action="store_true", help="the rules alone, without the tagger")
    parser.add_argument("--out", help="write the predictions there as JSON Lines")
    args = parser.parse_args()
    if args.data is None:
        parser.error("name the data folder, or set ONRECORD_BENCH_DATA")
    articles = load(Path(args.data) / "attribution" / f"polnear-{args.split}.jsonl")[: args.limit]
    began = time.perf_counter()
    found = list(predictions(articles, rules_only=args.rules))
    spent = time.perf_counter() - began
    if args.out:
        with open(args.out, "w", encoding="utf-8") as out:
            for row in found:
                out.write(json.dumps(row) + "\n")
    gold = {row["id"]: row for row in articles}
    print(f"PolNeAR {args.split}, {len(articles)} articles, {len(articles) / spent:.1f} articles/s")
    print(table(score(gold, {row["id"]: row for row in found})))


if __name__ == "__main__":
    main()
