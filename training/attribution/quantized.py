"""A trained network as ONNX, its weights in 8 bits."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

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
