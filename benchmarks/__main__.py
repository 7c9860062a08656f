"""Run every benchmark, each in a process of its own, and print its table.

    python -m benchmarks DATA        (or ONRECORD_BENCH_DATA=DATA python -m benchmarks)

DATA is a folder with the corpora; `benchmarks/README.md` says where each is to be had. What
needs a corpus that is not there says so; speed is measured on the examples then.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple


class Benchmark(NamedTuple):
    """How one is run.

    Attributes:
        module: what is run.
        corpus: the folder of DATA it needs; it is given DATA then.
        optional: what of DATA it is given where that is there.
        options: further arguments.
    """

    module: str
    corpus: str | None = None
    optional: str | None = None
    options: tuple[str, ...] = ()


BENCHMARKS = {
    "Time expressions": Benchmark("benchmarks.time", "time"),
    "Places": Benchmark("benchmarks.place", "place"),
    "Actor phrases": Benchmark("benchmarks.actors", optional="actors"),
    "Who is he": Benchmark("benchmarks.coref", "coref"),
    "Attribution": Benchmark("benchmarks.attribution", "attribution"),
    "Errors of attribution": Benchmark("benchmarks.attribution_errors", "attribution"),
    "Moves": Benchmark("benchmarks.moves"),
    "Events": Benchmark("benchmarks.events", "events"),
    "Across documents": Benchmark("benchmarks.crossdoc", "crossdoc"),
    "Copies": Benchmark("benchmarks.nearduplicates"),
    "Spellings of names": Benchmark("benchmarks.identities"),
    "Growth of a store": Benchmark("benchmarks.growth", options=("--articles", "3000")),
    "Strategy": Benchmark("benchmarks.strategy", "strategy"),
    "Speed and memory": Benchmark(
        "benchmarks.throughput", optional="attribution/polnear-dev.jsonl"
    ),
}


def main() -> int:
    """Run them; the exit code is 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--only", help="only those whose name holds this")
    arguments = parser.parse_args()
    data = Path(arguments.data) if arguments.data else None
    failed = 0
    for name, benchmark in BENCHMARKS.items():
        if arguments.only and arguments.only.lower() not in name.lower():
            continue
        print(f"\n== {name}", flush=True)
        given = []
        if benchmark.corpus is not None:
            if data is None or not (data / benchmark.corpus).is_dir():
                print(f"   no folder {benchmark.corpus}/ in the data: see benchmarks/README.md")
                continue
            given = [str(data)]
        elif data is not None and benchmark.optional and (data / benchmark.optional).exists():
            given = [str(data / benchmark.optional)]
        command = [sys.executable, "-m", benchmark.module, *given, *benchmark.options]
        failed += subprocess.run(command, check=False).returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
