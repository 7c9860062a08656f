"""Who a pronoun may mean, and what is counted for or against them."""

from __future__ import annotations

from dataclasses import dataclass

Features = list[tuple[str, float]]


@dataclass(frozen=True)
class Candidate:
    """An actor a pronoun may mean.

    Attributes:
        key: its id.
        heads: token indices of the heads of its mentions, in order.
        forms: their forms, in the same order.
        gender: "f", "m", or empty where unknown.
        kind: as in the record.
    """

    key: str
    heads: tuple[int, ...]
    forms: tuple[str, ...]
    gender: str
    kind: str
