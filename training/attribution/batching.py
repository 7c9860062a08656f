"""Batches of windows, and rows of unequal length as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from onrecord.language.encoder import Window
from onrecord.language.encoder.hints import shifted


class Windowed(Protocol):
    """What is read in a window."""

    window: Window


Item = TypeVar("Item", bound=Windowed)


def padded(values: Sequence[Sequence[int]], filler: int) -> Tensor:
    """Rows of one length."""
    length = max(map(len, values))
    return torch.tensor([[*v, *[filler] * (length - len(v))] for v in values])


def tables(
    spans: Sequence[Sequence[tuple[int, int]]], features: Sequence[NDArray[np.float32]]
) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """First and last piece, features, and whether there is no such candidate; all padded.

    Args:
        spans: [first, last) of the candidates of each query.
        features: candidates x features, of each query.
    """
    most = max(map(len, spans))
    first = torch.zeros(len(spans), most, dtype=torch.long)
    last = torch.ones(len(spans), most, dtype=torch.long)
    absent = torch.ones(len(spans), most, dtype=torch.bool)
    known = [torch.from_numpy(one) for one in features]
    filled = torch.zeros(len(spans), most, known[0].shape[1])
    for at, own in enumerate(spans):
        first[at, : len(own)] = torch.tensor([a for a, _ in own])
        last[at, : len(own)] = torch.tensor([b for _, b in own])
        filled[at, : len(own)] = known[at]
        absent[at, : len(own)] = False
    return first, last, filled, absent


def batches(found: Sequence[Item], order: random.Random, pieces: int) -> list[list[Item]]:
    """Windows of about one length together, as many as fit ``pieces``."""
    ranked = sorted(found, key=lambda o: len(o.window.numbers) + order.uniform(-20, 20))
    made: list[list[Item]] = [[]]
    most = 0
    for one in ranked:
        most = max(most, len(one.window.numbers))
        if made[-1] and most * (len(made[-1]) + 1) > pieces:
            made.append([])
            most = len(one.window.numbers)
        made[-1].append(one)
    return [batch for batch in made if batch]


def told(hints: Sequence[Sequence[int]], weights: Tensor) -> Tensor:
    """What the rules' labels of the pieces add to the scores (``onrecord.language.encoder.hints``).

    Args:
        hints: of each window; padded here.
        weights: distances x labels of the rules x labels.
    """
    length = max(map(len, hints))
    rows = [torch.from_numpy(shifted([*own, *[0] * (length - len(own))])) for own in hints]
    said = torch.stack(rows, 1)  # distances x windows x pieces
    return torch.stack([table[row] for table, row in zip(weights, said, strict=True)]).sum(0)
