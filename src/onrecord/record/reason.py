"""Reasons: why the program made a row. `onrecord explain` prints them."""

from __future__ import annotations

import msgspec


class Reason(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a row was made.

    Attributes:
        row: id of the row (for an actor: its id).
        article: article id.
        rule: the rule, cue, pattern or model that made it
            (``cue-verb``, ``pipe-quotation``, ``tagger``, ``trigger-verb``).
        detail: one plain sentence: which words matched which entry of which table.
        score: the model's score between 0 and 1, or null for a rule.
    """

    row: str
    article: str
    rule: str
    detail: str
    score: float | None = None
