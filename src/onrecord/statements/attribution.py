"""An attribution before it becomes a row: source, cue and content as stretches of the text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from onrecord.vocabulary.cues import CueAct

Pieces = tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Attribution:
    """A candidate: who is said to have said what, in pieces of the text.

    Attributes:
        source, cue, content: [start, end) character offsets, in order of the text.
        act: the act that the cue stands for.
        rule: the rule that found it, or "tagger".
        entry: the entry of the cue table that matched.
        voice: whose word it is: the source's, the outlet's own, or nobody's that is stated.
        cue_token, source_token, content_token, addressee_token: heads in the parse.
        hedged: the cue itself leaves it open ("it was not clear").
        inside: the anchor of the statement it stands in, where the words do not show it.
        continued_from: the anchor of the statement that such a quotation carries on.
        continues: a quotation without a cue that carries on the last speaker's.
        score: the model's score, or None for a rule.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    act: CueAct
    rule: str
    entry: str
    voice: Literal["source", "outlet", "none"] = "source"
    cue_token: int | None = None
    source_token: int | None = None
    content_token: int | None = None
    addressee_token: int | None = None
    hedged: bool = False
    continues: bool = False
    inside: tuple[int, int] | None = None
    continued_from: tuple[int, int] | None = None
    score: float | None = None

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return min(start for start, _ in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(end for _, end in (*self.source, *self.cue, *self.content))

    @property
    def anchor(self) -> tuple[int, int]:
        """Where it stands among the others: at its cue, or its content where it has none."""
        pieces = self.cue or self.content
        return pieces[0]


def covered(pieces: Pieces) -> int:
    """How many characters ``pieces`` hold."""
    return sum(end - start for start, end in pieces)


def shared(one: Pieces, other: Pieces) -> int:
    """How many characters two lots of pieces have in common."""
    if len(one) == len(other) == 1:
        (start, end), (other_start, other_end) = one[0], other[0]
        return max(0, min(end, other_end) - max(start, other_start))
    return sum(
        max(0, min(end, other_end) - max(start, other_start))
        for start, end in one
        for other_start, other_end in other
    )


def overlap(one: Pieces, other: Pieces) -> float:
    """Twice the shared characters over all (Dice)."""
    total = covered(one) + covered(other)
    return 2 * shared(one, other) / total if total else 0.0


def holds(outer: Pieces, inner: Pieces) -> bool:
    """Whether every character of ``inner`` lies in ``outer``."""
    return bool(inner) and shared(outer, inner) == covered(inner)


def joined(pieces: Iterable[tuple[int, int]], text: str) -> Pieces:
    """``pieces`` in order, those merged that overlap or have only white space between them."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(pieces):
        if end <= start:
            continue
        if result and (start <= result[-1][1] or not text[result[-1][1] : start].strip()):
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return tuple(result)
