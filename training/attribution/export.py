"""Write the trained tagger as the package ships it.

    python training/attribution/export.py TRAINED --encoder FOLDER --out FOLDER [--float]

TRAINED is the folder with ``tagger.pt``. OUT gets ``encoder.onnx`` (weights in 8 bits, a scale a
channel, 7 bits of range for processors without VNNI; activations scaled as they come),
``tokenizer.json``, ``heads.npz`` and ``settings.json`` (left as it is where there is one).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from model import Encoder, Heads
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from transformers import BertConfig, BertModel

NO_EVIDENCE = [2.0, 0, 0, 0, 0, 0, 0, 0]
INPUTS = ("numbers", "forms")
OUTPUTS = ("labels", "links", "refer")


class OneWindow(nn.Module):
    """The encoder on one window, which needs no mask."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, numbers: Tensor, forms: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        labels, links, refer = self.encoder(numbers, forms, None)
        return labels, links, refer


def export(trained: Path, encoder: Path, out: Path, *, quantized: bool) -> None:
    """Write all four files."""
    state = torch.load(trained / "tagger.pt", map_location="cpu", weights_only=True)
    config = BertConfig.from_pretrained(encoder)
    config._attn_implementation = "eager"
    model = Encoder(BertModel(config, add_pooling_layer=False))
    model.load_state_dict(state["model"])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        example = torch.ones(1, 64, dtype=torch.long)
        torch.onnx.export(
            OneWindow(model).eval(),
            (example, example),
            str(whole),
            input_names=list(INPUTS),
            output_names=list(OUTPUTS),
            dynamic_axes={name: {1: "pieces"} for name in (*INPUTS, *OUTPUTS)},
            opset_version=17,
            dynamo=False,
        )
        if quantized:
            with contextlib.chdir(folder):  # it leaves files where it runs
                quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
            quantize_dynamic(
                str(ready),
                str(out / "encoder.onnx"),
                per_channel=True,
                reduce_range=True,
                weight_type=QuantType.QInt8,
            )
        else:
            shutil.copy(whole, out / "encoder.onnx")
    shutil.copy(encoder / "tokenizer.json", out / "tokenizer.json")
    heads = Heads()
    heads.load_state_dict(state["heads"])
    arrays = {name: a.detach().numpy().astype(np.float32) for name, a in heads.arrays().items()}
    np.savez_compressed(out / "heads.npz", **arrays)
    settings = out / "settings.json"
    if not settings.exists():
        settings.write_text(json.dumps({"bias": 0.0, "evidence": NO_EVIDENCE}) + "\n")


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
