"""Speed and memory: the whole reading beside the bare parser, in one process, in turns.

    python -m benchmarks.throughput [FILE.jsonl | FOLDER of .txt] [--articles N] [--rounds R]
        [--rules]

FILE.jsonl holds one article a line with a ``text`` field. Without an argument the example
dispatches are read. Each round reads every article once with the bare pipeline and once with
onrecord; the ratio is taken round by round, so that a slow minute of the machine counts for
both. One thread.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

EXAMPLES = Path(__file__).parents[1] / "examples"


def texts(source: Path | None, limit: int) -> list[str]:
    """The articles to read."""
    if source is None or source.is_dir():
        paths = sorted((source or EXAMPLES).rglob("*.txt"))
        found = [path.read_text(encoding="utf-8") for path in paths]
    else:
        with source.open(encoding="utf-8") as lines:
            found = [json.loads(line)["text"] for line in lines if line.strip()]
    return found[:limit]


def measure(articles: list[str], rounds: int, *, tagger: bool) -> dict[str, float]:
    """Articles and tokens a second of both, their ratio, start-up and peak memory."""
    import spacy

    import onrecord
    from onrecord.language.pipeline import DEFAULT_PIPELINE

    began = time.perf_counter()
    tools = onrecord.load(tagger=tagger)
    onrecord.read(articles[0], published="2016-01-01", tools=tools)
    start = time.perf_counter() - began
    bare = spacy.load(DEFAULT_PIPELINE)
    tokens = sum(len(bare.make_doc(text)) for text in articles)
    ratios, busy_ratios, bare_times, own_times = [], [], [], []
    for _ in range(rounds):
        spent = dict.fromkeys(("bare", "own", "bare processor", "own processor"), 0.0)
        for text in articles:
            began, busy = time.perf_counter(), time.process_time()
            bare(text)
            middle, busier = time.perf_counter(), time.process_time()
            onrecord.read(text, published="2016-01-01", tools=tools)
            spent["bare"] += middle - began
            spent["own"] += time.perf_counter() - middle
            spent["bare processor"] += busier - busy
            spent["own processor"] += time.process_time() - busier
        ratios.append(spent["own"] / spent["bare"])
        busy_ratios.append(spent["own processor"] / spent["bare processor"])
        bare_times.append(spent["bare"])
        own_times.append(spent["own"])
    own, plain = statistics.median(own_times), statistics.median(bare_times)
    return {
        "articles": len(articles),
        "tokens": tokens,
        "bare articles/s": len(articles) / plain,
        "onrecord articles/s": len(articles) / own,
        "bare tokens/s": tokens / plain,
        "onrecord tokens/s": tokens / own,
        "times the bare pipeline": statistics.median(ratios),
        "the same in processor time": statistics.median(busy_ratios),
        "start to first row, s": start,
        "peak memory, MB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", nargs="?", type=Path)
    parser.add_argument("--articles", type=int, default=84)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--rules", action="store_true", help="without the tagger")
    arguments = parser.parse_args()
    articles = texts(arguments.source, arguments.articles)
    found = measure(articles, arguments.rounds, tagger=not arguments.rules)
    for name, value in found.items():
        print(f"{name:28} {value:10,.2f}")


if __name__ == "__main__":
    main()
