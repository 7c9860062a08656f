"""What a trained tagger proposes: spans and a score, no structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.statements.attribution import Pieces
from onrecord.statements.flat import Flat


@dataclass(frozen=True)
class Proposal:
    """An attribution as the model sees it.

    Attributes:
        source, cue, content: [start, end) character offsets, in order of the text.
        score: how sure the model is, between 0 and 1.
    """

    source: Pieces
    cue: Pieces
    content: Pieces
    score: float


class Proposes(Protocol):
    """Anything that proposes attributions for the paragraphs of a text."""

    def tag(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        quotations: Sequence[tuple[int, int]],
        rules: Sequence[Flat],
    ) -> Sequence[Proposal]:
        """The attributions of ``text``, in order.

        Args:
            text: the article's text.
            paragraphs: [start, end) of what to read, in order.
            quotations: [start, end) of the outer quotations, in order.
            rules: the flat view of what the rules found.
        """
        ...
