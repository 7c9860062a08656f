"""The labels of attribution, and what the rules say as labels of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal

from onrecord.language.encoder import Window
from onrecord.statements.flat import Flat

ROLES: tuple[Literal["source", "cue", "content"], ...] = ("source", "cue", "content")
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")


def painted(length: int, found: Iterable[Flat]) -> bytearray:
    """The label of every character of a text of ``length``; the innermost stretch is on top."""
    labels = bytearray(length)
    spans = [
        (start, end, number)
        for one in found
        for number, role in enumerate(ROLES)
        for start, end in getattr(one, role)
        if end > start
    ]
    for start, end, number in sorted(spans, key=lambda s: s[0] - s[1]):
        labels[start:end] = bytes([2 + 2 * number]) * (end - start)
        labels[start] = 1 + 2 * number
    return labels


def labels_of(window: Window, labels: Sequence[int]) -> list[int]:
    """The label of each piece, by its first character; separators have none."""
    return [labels[start] if end > start else 0 for start, end in window.offsets]
