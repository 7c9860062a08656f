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

# name -> (module, corpus it needs, further arguments)
BENCHMARKS: dict[str, tuple[str, str | None, tuple[str, ...]]] = {
    "Time expressions": ("benchmarks.time", "time", ()),
    "Places": ("benchmarks.place", "place", ()),
    "Actor phrases": ("benchmarks.actors", "actors", ()),
    "Who is he": ("benchmarks.coref", "coref", ()),
    "Attribution": ("benchmarks.attribution", "attribution", ()),
    "Errors of attribution": ("benchmarks.attribution_errors", "attribution", ()),
    "Moves": ("benchmarks.moves", None, ()),
    "Events": ("benchmarks.events", "events", ()),
    "Across documents": ("benchmarks.crossdoc", "crossdoc", ()),
    "Spellings of names": ("benchmarks.identities", None, ()),
    "Growth of a store": ("benchmarks.growth", None, ("--articles", "3000")),
    "Strategy": ("benchmarks.strategy", "strategy", ()),
    "Speed and memory": ("benchmarks.throughput", None, ()),
}


def main() -> int:
    """Run them; the exit code is 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--only", help="only those whose name holds this")
    arguments = parser.parse_args()
    data = Path(arguments.data) if arguments.data else None
    failed = 0
    for name, (module, corpus, options) in BENCHMARKS.items():
        if arguments.only and arguments.only.lower() not in name.lower():
            continue
        print(f"\n== {name}", flush=True)
        if corpus is None and module != "benchmarks.throughput":
            command = []
        elif corpus is None:
            articles = data / "attribution" / "polnear-dev.jsonl" if data else None
            command = [str(articles)] if articles is not None and articles.is_file() else []
        elif data is None or not (data / corpus).is_dir():
            print(f"   no folder {corpus}/ in the data: see benchmarks/README.md")
            continue
        else:
            command = [str(data)]
        done = subprocess.run([sys.executable, "-m", module, *command, *options], check=False)
        failed += done.returncode != 0
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
