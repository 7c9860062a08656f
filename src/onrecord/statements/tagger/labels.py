"""The labels of attribution, and what the rules say as labels of characters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from onrecord.language.encoder.labels import painted as painted_spans
from onrecord.statements.flat import Flat

ROLES: tuple[Literal["source", "cue", "content"], ...] = ("source", "cue", "content")
LABELS = ("O", *(f"{place}-{role}" for role in ROLES for place in "BI"))


def painted(length: int, found: Iterable[Flat]) -> bytearray:
    """The label of every character of a text of ``length``; the innermost stretch is on top."""
    spans = (
        (start, end, number)
        for one in found
        for number, role in enumerate(ROLES)
        for start, end in getattr(one, role)
    )
    return painted_spans(length, spans)
