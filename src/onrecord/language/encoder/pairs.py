"""How well two stretches of pieces go together: a small learned scorer over their vectors.

For a query q and a candidate c, the means of the encoder's vectors over their pieces, the score is

    v . relu(Q q + C c + P (q * c) + F f + b) + d

with f what is known of the pair. Trained with the encoder (``training/attribution``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


@dataclass(frozen=True)
class PairScorer:
    """One learned scorer; see the module for the formula."""

    query: Floats
    candidate: Floats
    product: Floats
    features: Floats
    bias: Floats
    out: Floats
    offset: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Any], name: str) -> PairScorer:
        """From the arrays ``{name}.{field}``."""
        return cls(**{field: weights[f"{name}.{field}"] for field in cls.__dataclass_fields__})

    def scores(self, query: Floats, candidates: Floats, features: Floats) -> Floats:
        """The score of each candidate.

        Args:
            query: dimensions.
            candidates: candidates x dimensions.
            features: candidates x features.
        """
        hidden = (
            self.query @ query
            + candidates @ self.candidate.T
            + (candidates * query) @ self.product.T
            + features @ self.features.T
            + self.bias
        )
        return np.asarray(np.maximum(hidden, 0.0) @ self.out + self.offset[0], np.float32)


@dataclass(frozen=True)
class LinkScorer:
    """A scorer of pairs where there may be no partner: "none" has the score u . q + e."""

    pairs: PairScorer
    none: Floats
    absent: Floats

    @classmethod
    def of(cls, weights: Mapping[str, Any], name: str) -> LinkScorer:
        """From the arrays ``{name}.{field}``."""
        pairs = PairScorer.of(weights, name)
        return cls(pairs, weights[f"{name}.none"], weights[f"{name}.absent"])

    def scores(self, query: Floats, candidates: Floats, features: Floats) -> Floats:
        """The score of no candidate, then of each candidate."""
        nobody = self.none @ query + self.absent[0]
        each = self.pairs.scores(query, candidates, features)
        return np.concatenate([[nobody], each]).astype(np.float32)


def softmax(scores: Floats) -> Floats:
    """Probabilities of scores, none of which is without bound."""
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum(), np.float32)


def means(vectors: Floats, spans: Sequence[tuple[int, int]]) -> Floats:
    """The mean of ``vectors`` (pieces x dimensions) over each [first, last)."""
    if not spans:
        return np.zeros((0, vectors.shape[1]), np.float32)
    return np.stack([vectors[first:last].mean(0) for first, last in spans])
