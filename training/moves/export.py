"""Write the trained tagger of moves as the package ships it.

    python training/moves/export.py TRAINED --encoder FOLDER --out FOLDER [--float]

TRAINED is the folder with ``moves.pt``. OUT gets ``moves.onnx`` (weights in 8 bits, a scale a
channel), ``heads.npz`` and ``settings.json`` (left as it is where there is one).
"""

from __future__ import annotations

from pathlib import Path

import torch
from branch import Branch, Heads
from quantized import arguments, onnx_of, save_heads
from torch import Tensor, nn
from transformers import BertConfig

from onrecord.language.encoder.encoder import DEPTH
from onrecord.moves.tagger.known import SIZES
from onrecord.moves.tagger.proposal import EVIDENCE

INPUTS = ("states", "known")
OUTPUTS = ("terms", "cues", "links")
SETTINGS = {"evidence": [0.0, 1.0] + [0.0] * (EVIDENCE - 2), "least": 0.5}


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
    save_heads(Heads(), state["heads"], SETTINGS, out)


def main() -> None:
    """Export what the arguments name."""
    args = arguments(__doc__)
    export(args.trained, args.encoder, args.out, quantized=not args.float)


if __name__ == "__main__":
    main()
