"""Strategy: published cases, and speed and memory up to 2^20 states.

    python -m benchmarks.strategy [DATA] [--options 20]

DATA (or ONRECORD_BENCH_DATA) holds ``strategy/*.json``, models with published equilibria; values
that the file itself lists as printed wrongly are counted apart. The timed models are random:
four decision makers, strict random orders, all combinations feasible. One thread.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import time
from pathlib import Path
from typing import Any

import numpy as np

from onrecord import strategy
from onrecord.strategy import bits

MAKERS = 4
_NAMES = {"Nash": "R"}


def cases(folder: Path) -> None:
    """Each published set of equilibria beside ours."""
    for path in sorted(folder.glob("*.json")):
        data = json.loads(path.read_text(encoding="utf-8"))
        published = data.get("published", {})
        model = strategy.load(path)
        solution = strategy.solve(model)
        wrong = []
        for name, states in published.get("equilibria", {}).items():
            concept = _NAMES.get(name, name)
            if concept in solution.table:
                mine = {model.labels[s] for s in solution.equilibria(concept)}
                different = mine ^ {str(s) for s in states} - _known(published, name)
                wrong += [f"{name} {sorted(different)}"] if different else []
        print(f"{path.stem:28s} {model.size:3d} states  {'; '.join(wrong) or 'agrees'}")


def _known(published: dict[str, Any], concept: str) -> set[str]:
    rows = published.get("known_errors", [])
    return {str(s) for r in rows if r.get("concept") == concept for s in r.get("states", [])}


def timing(options: int) -> None:
    """States a second, all decision makers, for models of growing size."""
    for count in range(8, options + 1, 4):
        size = 1 << count
        owned = [list(range(i, count, MAKERS)) for i in range(MAKERS)]
        source = np.random.default_rng(count)
        ranks = [source.permutation(size).astype(np.int32) for _ in owned]
        space = bits.OptionSpace(count, owned, np.ones(size, bool))
        row = [f"2^{count:<3d}"]
        for name, ask in (("R", bits.nash), ("GMR", bits.gmr), ("SMR", bits.smr)):
            began = time.perf_counter()
            for i, rank in enumerate(ranks):
                ask(space, i, rank)
            row.append(_figure(name, size, time.perf_counter() - began))
        began = time.perf_counter()
        improvements = [bits.Improvements(space, i, rank) for i, rank in enumerate(ranks)]
        for i, rank in enumerate(ranks):
            bits.seq(space, i, rank, improvements)
        row.append(_figure("SEQ", size, time.perf_counter() - began))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print("  ".join([*row, f"peak {peak:.0f} MB"]), flush=True)


def _figure(name: str, size: int, seconds: float) -> str:
    return f"{name} {seconds:.3f} s ({size / seconds / 1e6:.2f} M states/s)"


def main() -> None:
    """Both."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument("--options", type=int, default=20)
    args = parser.parse_args()
    if args.data and (Path(args.data) / "strategy").is_dir():
        cases(Path(args.data) / "strategy")
    timing(args.options)


if __name__ == "__main__":
    main()
