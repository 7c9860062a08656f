"""Kinds of error in attribution on PolNeAR, counted.

    python -m benchmarks.attribution_errors DATA [--split dev] [--limit N] [--weights FOLDER]

What rules and tagger find together is compared with the corpus; ``scoring.attribution_errors``
says what the kinds are. A second table tells by what the missed ones are marked, a third which
rule made what is right, right in part or extra, and whether the tagger proposed it too.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.attribution import load, rows
from benchmarks.scoring.attribution_errors import Judged, counted, judged, table
from onrecord.language.language import Language
from onrecord.language.reading import Reading
from onrecord.record import Article, article_id
from onrecord.statements import Cues, find_attributions
from onrecord.statements.attribution import Attribution
from onrecord.statements.flat import Flat, outermost
from onrecord.statements.tagger import Tagger
from onrecord.vocabulary.tables import Tables


def readings(
    articles: list[dict[str, Any]], tagger: Tagger | None
) -> Iterator[tuple[dict[str, Any], Reading, list[tuple[Attribution, Flat]]]]:
    """Each article, its reading, its outermost attributions and their flat view."""
    tables = Tables()
    language, cues = Language.load(tables=tables), Cues.load(tables)
    for row in articles:
        reading = language.read(Article(id=article_id(row["text"]), text=row["text"]))
        yield row, reading, outermost(find_attributions(reading, cues, tagger))


def origin(one: Attribution) -> str:
    """The rule that made a row, and whether the tagger proposed it too."""
    return f"{one.rule}, rules only" if one.score is None else f"{one.rule}, tagger too"


def marked_by(reading: Reading, gold: dict[str, Any]) -> str:
    """The word class of the cue of an attribution of the corpus, and whether it has a source."""
    cue = reading.tokens(*gold["cue"][0]).root.pos_.lower() if gold["cue"] else "no cue"
    return cue if gold["source"] else f"{cue}, no source stated"


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--split", default="dev", help="train or dev")
    parser.add_argument("--limit", type=int, default=None, help="articles at most")
    parser.add_argument("--weights", type=Path, help="another folder of weights")
    args = parser.parse_args()
    if args.data is None:
        parser.error("name the data folder, or set ONRECORD_BENCH_DATA")
    articles = load(Path(args.data) / "attribution" / f"polnear-{args.split}.jsonl")[: args.limit]
    tagger = None
    if args.weights or Tagger.installed():
        tagger = Tagger.load(args.weights) if args.weights else Tagger.load()
    everything: list[Judged] = []
    by_origin: Counter[tuple[str, str]] = Counter()
    missed: Counter[str] = Counter()
    for row, reading, found in readings(articles, tagger):
        results = list(judged(row["text"], row["attributions"], rows(flat for _, flat in found)))
        everything += results
        for one in results:
            if one.kind == "nothing found" and one.gold is not None:
                missed[marked_by(reading, row["attributions"][one.gold])] += 1
            if one.guess is not None:
                by_origin[origin(found[one.guess][0]), one.kind] += 1
    print(f"PolNeAR {args.split}, {len(articles)} articles\n\n{table(counted(everything))}\n")
    print("nothing found, by the cue")
    for name, number in missed.most_common():
        print(f"{name:28}{number:7d}")
    print(f"\n{'found by':44}{'right':>8}{'in part':>8}{'extra':>8}")
    for name in sorted({name for name, _ in by_origin}):
        kinds = {kind: number for (one, kind), number in by_origin.items() if one == name}
        extra = sum(number for kind, number in kinds.items() if kind.startswith("extra"))
        right = kinds.get("right", 0)
        print(f"{name:44}{right:8d}{sum(kinds.values()) - right - extra:8d}{extra:8d}")


if __name__ == "__main__":
    main()
