"""What a trained tagger proposes: spans and a score, no structure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord.language.encoder import Encoded
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
    """Anything that makes attributions of what the encoder has read."""

    def tag(
        self, text: str, encoded: Sequence[Encoded], rules: Sequence[Flat]
    ) -> Sequence[Proposal]:
        """The attributions of ``text``, in order.

        Args:
            text: the article's text.
            encoded: what the encoder says of it.
            rules: the flat view of what the rules found.
        """
        ...
