"""A trained network as the package ships it: ONNX with weights in 8 bits, and its heads."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn


def onnx_of(
    network: nn.Module,
    examples: tuple[Tensor, ...],
    names: tuple[Sequence[str], Sequence[str]],
    out: Path,
    quantized: bool,
) -> None:
    """Write a network of one window as ONNX, in 8 bits or in 32.

    Args:
        network: takes and gives tensors whose second dimension are the pieces.
        examples: what it takes.
        names: of its inputs, of its outputs.
    """
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder) / "whole.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            network.eval(),
            examples,
            str(whole),
            input_names=list(names[0]),
            output_names=list(names[1]),
            dynamic_axes={name: {1: "pieces"} for name in (*names[0], *names[1])},
            opset_version=17,
            dynamo=False,
        )
        if not quantized:
            shutil.copy(whole, out)
            return
        with contextlib.chdir(folder):  # it leaves files where it runs
            quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready),
            str(out),
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def save_heads(heads: nn.Module, state: Mapping[str, Tensor], settings: object, out: Path) -> None:
    """Write ``heads.npz``, and ``settings.json`` where there is none.

    Args:
        heads: has ``arrays()``, the weights under the names that the package knows.
        state: its trained weights.
        settings: those before calibration.
    """
    heads.load_state_dict(state)
    arrays = {name: a.detach().numpy().astype(np.float32) for name, a in heads.arrays().items()}
    np.savez_compressed(out / "heads.npz", **arrays)
    path = out / "settings.json"
    if not path.exists():
        path.write_text(json.dumps(settings) + "\n", encoding="utf-8")


def arguments(about: str) -> argparse.Namespace:
    """What an export is told: TRAINED --encoder FOLDER --out FOLDER [--float]."""
    parser = argparse.ArgumentParser(description=about.split("\n")[0])
    parser.add_argument("trained", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights in 32 bits")
    return parser.parse_args()
