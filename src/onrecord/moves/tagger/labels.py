"""The labels of moves: for the terms one role a kind, for the cue one role of its own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from onrecord.language.encoder.labels import painted
from onrecord.moves.found import Draft
from onrecord.record import MoveKind

KINDS: tuple[MoveKind, ...] = get_args(MoveKind)
TERMS = 1 + 2 * len(KINDS)  # labels of terms
CUE = 3  # labels of cues


def painted_terms(length: int, drafts: Iterable[Draft]) -> bytearray:
    """What the rules say of the terms, as the label of every character."""
    return painted(length, ((d.terms.start, d.terms.end, KINDS.index(d.kind)) for d in drafts))


def painted_cues(length: int, drafts: Iterable[Draft]) -> bytearray:
    """What the rules say of the cues, as the label of every character."""
    return painted(length, ((d.cue.start, d.cue.end, 0) for d in drafts))
