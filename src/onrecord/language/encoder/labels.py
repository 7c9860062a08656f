"""Stretches of text as labels: 0 is O, and role r has 1 + 2r (B) and 2 + 2r (I)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.language.encoder.windows import Window


def painted(length: int, spans: Iterable[tuple[int, int, int]]) -> bytearray:
    """The label of every character of a text; the innermost stretch is on top.

    Args:
        length: of the text.
        spans: start, end and role of each stretch.
    """
    labels = bytearray(length)
    for start, end, role in sorted(spans, key=lambda s: s[0] - s[1]):
        if end > start:
            labels[start:end] = bytes([2 + 2 * role]) * (end - start)
            labels[start] = 1 + 2 * role
    return labels


def labels_of(window: Window, labels: Sequence[int]) -> list[int]:
    """The label of each piece, by its first character; separators have none."""
    return [labels[start] if end > start else 0 for start, end in window.offsets]
