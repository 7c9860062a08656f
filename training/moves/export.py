"""Write the trained tagger of moves as the package ships it.

    python training/moves/export.py TRAINED --encoder FOLDER --out FOLDER [--float]

TRAINED is the folder with ``moves.pt``. OUT gets ``moves.onnx`` (weights in 8 bits, a scale a
channel), ``heads.npz`` and ``settings.json`` (left as it is where there is one).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from branch import Branch, Heads
from quantized import onnx_of
from torch import Tensor, nn
from transformers import BertConfig

from onrecord.language.encoder.encoder import DEPTH
from onrecord.moves.tagger.known import SIZES
from onrecord.moves.tagger.proposal import EVIDENCE

INPUTS = ("states", "known")
SETTINGS = {
    "bias": 0.0,
    "evidence": [0.0, 1.0] + [0.0] * (EVIDENCE - 2),
    "least": 0.5,
    "vague": 0.6,
    "doubted": 1.01,
}
OUTPUTS = ("terms", "cues", "links")


class OneWindow(nn.Module):
    """The branch on one window, which needs no mask."""

    def __init__(self, branch: Branch) -> None:
        super().__init__()
        self.branch = branch

    def forward(self, states: Tensor, known: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        terms, cues, links = self.branch(states, known, None)
        return terms, cues, links


def export(trained: Path, encoder: Path, out: Path, *, quantized: bool) -> None:
    """Write all three files."""
    state = torch.load(trained / "moves.pt", map_location="cpu", weights_only=True)
    config = BertConfig.from_pretrained(encoder)
    config._attn_implementation = "eager"
    branch = Branch(config, config.num_hidden_layers - DEPTH)
    branch.load_state_dict(state["branch"])
    out.mkdir(parents=True, exist_ok=True)
    states = torch.zeros(1, 64, config.hidden_size)
    known = torch.zeros(1, 64, len(SIZES), dtype=torch.long)
    names = (INPUTS, OUTPUTS)
    onnx_of(OneWindow(branch), (states, known), names, out / "moves.onnx", quantized)
    heads = Heads()
    heads.load_state_dict(state["heads"])
    arrays = {name: a.detach().numpy().astype(np.float32) for name, a in heads.arrays().items()}
    np.savez_compressed(out / "heads.npz", **arrays)
    settings = out / "settings.json"
    if not settings.exists():
        settings.write_text(json.dumps(SETTINGS) + "\n")


def main() -> None:
    """Export what the arguments name."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("trained", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights in 32 bits")
    args = parser.parse_args()
    export(args.trained, args.encoder, args.out, quantized=not args.float)


if __name__ == "__main__":
    main()
