"""Write the trained tagger as the package ships it.

    python training/attribution/export.py TRAINED --encoder FOLDER --out FOLDER [--float]

TRAINED is the folder with ``tagger.pt``. OUT gets ``encoder.onnx`` (weights in 8 bits, a scale a
channel, 7 bits of range for processors without VNNI; activations scaled as they come),
``tokenizer.json``, ``heads.npz`` and ``settings.json`` (left as it is where there is one).
"""

from __future__ import annotations

import shutil
from pathlib import Path

import torch
from network import Encoder, Heads
from quantized import arguments, onnx_of, save_heads
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from onrecord.language.encoder.encoder import DEPTH

NO_EVIDENCE = [2.0, 0, 0, 0, 0, 0, 0, 0]
INPUTS = ("numbers", "forms")
OUTPUTS = ("labels", "links", "refer", "states")


class OneWindow(nn.Module):
    """The encoder on one window, which needs no mask."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, numbers: Tensor, forms: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        states = self.encoder.states(numbers, forms, None)
        last = states[-1]
        own = self.encoder
        return own.labels(last), own.link(last), own.refer(last), states[DEPTH]


def export(trained: Path, encoder: Path, out: Path, *, quantized: bool) -> None:
    """Write all four files."""
    state = torch.load(trained / "tagger.pt", map_location="cpu", weights_only=True)
    config = BertConfig.from_pretrained(encoder)
    config._attn_implementation = "eager"
    model = Encoder(BertModel(config, add_pooling_layer=False))
    model.load_state_dict(state["model"])
    out.mkdir(parents=True, exist_ok=True)
    example = torch.ones(1, 64, dtype=torch.long)
    onnx_of(
        OneWindow(model), (example, example), (INPUTS, OUTPUTS), out / "encoder.onnx", quantized
    )
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    save_heads(Heads(), state["heads"], {"bias": 0.0, "evidence": NO_EVIDENCE}, out)


def main() -> None:
    """Export what the arguments name."""
    args = arguments(__doc__)
    export(args.trained, args.encoder, args.out, quantized=not args.float)


if __name__ == "__main__":
    main()
