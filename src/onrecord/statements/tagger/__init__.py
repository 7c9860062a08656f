"""The trained tagger: makes attributions of what the encoder has read.

The encoder gives label scores and link vectors for each word piece; what the rules found moves
the scores, a Viterbi pass makes spans of them, small learned scorers link the spans. See
``models/attribution/card.md`` for data, licence and scores.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from onrecord.language.encoder import Encoded, Encoder, LinkScorer
from onrecord.language.encoder.decode import Decoder
from onrecord.language.encoder.encoder import WEIGHTS
from onrecord.language.encoder.hints import with_hints
from onrecord.language.encoder.labels import labels_of
from onrecord.language.encoder.pairs import Floats
from onrecord.language.encoder.weights import Weights, heads_and_settings, probability
from onrecord.statements.flat import Flat
from onrecord.statements.proposal import Proposal
from onrecord.statements.tagger.assemble import Assembled, Assembler, pieces_of
from onrecord.statements.tagger.labels import ROLES, painted


@dataclass(frozen=True)
class Tagger:
    """The decoder and linkers of attributions; build it once with ``load``.

    Attributes:
        hints: weights of the rules' word (``hints.with_hints``).
        decoder: makes spans of label scores.
        assembler: links them.
        evidence: weights of a proposal's score (``Assembled.evidence``, logistic).
    """

    hints: Floats
    decoder: Decoder
    assembler: Assembler
    evidence: Weights

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> Tagger:
        """Read the weights.

        Args:
            folder: with ``heads.npz`` and ``settings.json``.

        Raises:
            FileNotFoundError: the weights are not there (``installed`` asks).
        """
        if not cls.installed(folder):
            raise FileNotFoundError(f"no weights of the tagger in {folder}")
        weights, settings = heads_and_settings(folder)
        return cls(
            weights["hints"],
            Decoder(len(ROLES), settings["bias"]),
            Assembler([LinkScorer.of(weights, f"link{number}") for number in range(3)]),
            np.asarray(settings["evidence"], np.float64),
        )

    @staticmethod
    def installed(folder: Path = WEIGHTS) -> bool:
        """Whether the weights are there; a slim install leaves them out."""
        return Encoder.installed(folder)

    def tag(self, text: str, encoded: Sequence[Encoded], rules: Sequence[Flat]) -> list[Proposal]:
        """The attributions of ``text``, in order.

        Args:
            text: the article's text.
            encoded: what the encoder says of it.
            rules: the flat view of what the rules found.
        """
        found: list[Proposal] = []
        hints = painted(len(text), rules)
        for one in encoded:
            for each in self.read(one, hints, rules):
                source = pieces_of(text, one.window, [each.source] if each.source else [])
                cue = pieces_of(text, one.window, [each.cue] if each.cue else [])
                content = pieces_of(text, one.window, each.contents)
                found.append(Proposal(source, cue, content, self._score(each)))
        return sorted(found, key=lambda p: p.content)

    def read(
        self, one: Encoded, hints: Sequence[int], rules: Sequence[Flat]
    ) -> Sequence[Assembled]:
        """The attributions of one window, not yet scored."""
        scores = with_hints(one.labels, labels_of(one.window, hints), self.hints)
        spans = self.decoder.spans(scores)
        return list(self.assembler.attributions(one.window, one.links, spans, rules))

    def _score(self, one: Assembled) -> float:
        return probability(self.evidence, one.evidence())


__all__ = ["WEIGHTS", "Tagger"]
