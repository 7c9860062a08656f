"""The learning curve: how good the tagger is with less to learn from.

    python training/attribution/curve.py DATA [--work FOLDER] [--shares 0.125 0.25 0.5]
        [--epochs 3] [--seed 7]

The work folder is that of ``make.py``, whose prepared articles are used. Each share is trained
as ``make.py`` trains, on attribution alone, exported, calibrated on the same kept-out articles,
and measured on the development articles.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

from make import ROOT, packed_encoder, step

KEPT = "0.95"  # the rest of the articles sets the thresholds


def measured(data: Path, weights: Path) -> dict[str, str]:
    """Match and strict F1 of each system."""
    command = [sys.executable, "-m", "benchmarks.attribution", str(data), "--weights", str(weights)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    found: dict[str, str] = {}
    system = ""
    for line in done.stdout.splitlines():
        if line and not line.startswith(" ") and "articles" not in line and "/" not in line:
            system = line.strip()
        row = re.match(r"\s*attribution/(match|strict)\s+\S+\s+\S+\s+(\S+)", line)
        if row:
            found[f"{system}, {row[1]}"] = row[2]
    return found


def main() -> None:
    """Train and measure at each share."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/attribution"))
    parser.add_argument("--shares", type=float, nargs="+", default=[0.125, 0.25, 0.5])
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    encoder = ("--encoder", str(packed_encoder()))
    articles, seed = str(args.work / "train.jsonl"), ("--seed", str(args.seed))
    for share in args.shares:
        work, out = args.work / f"share{share}", args.work / f"share{share}" / "weights"
        given = ("--out", str(work), "--epochs", str(args.epochs), "--share", str(share), *seed)
        step(work / "tagger.pt", "train.py", articles, *encoder, *given)
        step(out / "encoder.onnx", "export.py", str(work), *encoder, "--out", str(out))
        step(None, "calibrate.py", articles, "--tagger", str(out), "--share", KEPT, *seed)
        print(share, measured(args.data, out), flush=True)


if __name__ == "__main__":
    main()
