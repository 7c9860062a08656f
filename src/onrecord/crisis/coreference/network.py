"""A small network with one hidden layer, read from a table of weights."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec
import numpy as np
from numpy.typing import NDArray

from onrecord.crisis.coreference.likeness import Matrix
from onrecord.vocabulary.tables import Tables, VocabularyError


class Unit(msgspec.Struct, frozen=True):
    """One hidden unit: the features it looks at, in their order, its bias and its vote.

    The rows ``mean`` and ``deviation`` hold what features are scaled by; ``bias`` of a network's
    row ``out`` is the bias of its sum.
    """

    network: str
    unit: str
    weights: tuple[float, ...] = ()
    bias: float = 0.0
    vote: float = 0.0


@dataclass(frozen=True)
class Network:
    """Several networks whose outputs are averaged.

    Attributes:
        mean, deviation: of each feature, for scaling.
        layers: of each network: weights, biases, votes and the bias of their sum.
    """

    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]
    layers: tuple[tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], float], ...]

    @classmethod
    def load(cls, tables: Tables, name: str, features: Sequence[str]) -> Network:
        """Read ``NAME.csv``.

        Raises:
            VocabularyError: a row has not one weight a feature.
        """
        rows = tables.csv(name, Unit)
        for row in rows:
            if row.unit != "out" and len(row.weights) != len(features):
                raise VocabularyError(
                    f"{name}.csv, {row.network} {row.unit}: {len(row.weights)} weights for "
                    f"{len(features)} features"
                )
        scale = {
            row.unit: np.array(row.weights, np.float32) for row in rows if row.network == "all"
        }
        networks = dict.fromkeys(row.network for row in rows if row.network != "all")
        layers = tuple(_layer([r for r in rows if r.network == n]) for n in networks)
        return cls(scale["mean"], scale["deviation"], layers)

    def probabilities(self, features: Matrix) -> Matrix:
        """The probability of each pair: the last axis of ``features`` is taken up."""
        scaled = (features - self.mean) / self.deviation
        total = np.zeros(features.shape[:-1], dtype=np.float32)
        for weights, biases, votes, bias in self.layers:
            total += np.maximum(scaled @ weights + biases, 0) @ votes + np.float32(bias)
        odds = np.clip(total / len(self.layers), -30, 30)
        return np.asarray(1 / (1 + np.exp(-odds)), dtype=np.float32)


def _layer(
    rows: Iterable[Unit],
) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.float32], float]:
    kept = list(rows)
    units = [row for row in kept if row.unit != "out"]
    out = next((row.bias for row in kept if row.unit == "out"), 0.0)
    return (
        np.array([row.weights for row in units], np.float32).T,
        np.array([row.bias for row in units], np.float32),
        np.array([row.vote for row in units], np.float32),
        out,
    )
