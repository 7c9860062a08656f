"""Which name a pronoun means, as the encoder sees it: a learned score for each pair.

Learned from the development part of GAP (Webster et al., TACL 2018) and from names of a news
corpus that were replaced by a pronoun (after Kocijan et al., "WikiCREM", EMNLP 2019). The score
is the log-odds that both are the same person; it is one feature among others of
``language.actors.salience``.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from onrecord.language.encoder.encoder import Encoded
from onrecord.language.encoder.pairs import Floats, PairScorer, means
from onrecord.language.encoder.windows import Window

FEATURES = 5
_FAR = 64.0


class Antecedents:
    """Scores names for pronouns over what the encoder has read of one article."""

    def __init__(self, scorer: PairScorer, encoded: Sequence[Encoded]) -> None:
        self._scorer = scorer
        self._encoded = encoded

    def scores(
        self, pronoun: tuple[int, int], names: Sequence[tuple[int, int]]
    ) -> dict[int, float]:
        """Log-odds that each name is meant, by its place in ``names``.

        Args:
            pronoun: [start, end) in the text.
            names: the same for each name; those that the window of the pronoun does not hold are
                left out of the answer.
        """
        for one in self._encoded:
            if one.window.start <= pronoun[0] < one.window.end:
                return self._within(one, pronoun, names)
        return {}

    def _within(
        self, one: Encoded, pronoun: tuple[int, int], names: Sequence[tuple[int, int]]
    ) -> dict[int, float]:
        window = one.window
        query = window.pieces(*pronoun)
        held = [
            (number, window.pieces(*name))
            for number, name in enumerate(names)
            if window.start <= name[0] and name[1] <= window.end
        ]
        held = [(number, (first, last)) for number, (first, last) in held if first < last]
        if not held or query[0] >= query[1]:
            return {}
        spans = [span for _, span in held]
        scores = self._scorer.scores(
            means(one.refer, [query])[0],
            means(one.refer, spans),
            pair_features(window, query, spans),
        )
        return {number: float(score) for (number, _), score in zip(held, scores, strict=True)}


def pair_features(
    window: Window, query: tuple[int, int], spans: Sequence[tuple[int, int]]
) -> Floats:
    """What is known of each pair: order, distance, paragraph."""
    table = np.zeros((len(spans), FEATURES), np.float32)
    for row, (first, last) in enumerate(spans):
        before = first < query[0]
        gap = max(0, query[0] - last if before else first - query[1])
        table[row] = (
            before,
            not before,
            min(gap, _FAR) / _FAR,
            np.log1p(gap) / 5.0,
            window.paragraphs[first] == window.paragraphs[query[0]],
        )
    return table
