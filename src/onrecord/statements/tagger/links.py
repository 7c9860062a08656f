"""Which source and which contents belong to a cue: a small learned scorer over pairs of spans.

The score of a candidate for a query, and that of none, are those of ``language.encoder.pairs``,
over the encoder's link vectors, with f what is known of the pair (``pair_features``). The
candidate with the highest score is taken. There are three scorers: from a cue to its source,
from content to its cue, and from content without a cue to its source.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log1p

import numpy as np

from onrecord.language.encoder import Window
from onrecord.language.encoder.decode import Found
from onrecord.language.encoder.pairs import Floats, means
from onrecord.statements.flat import Flat
from onrecord.statements.tagger.labels import ROLES

SOURCE_OF_CUE, CUE_OF_CONTENT, SOURCE_OF_CONTENT = range(3)
QUERY_ROLE = (1, 2, 2)
CANDIDATE_ROLE = (0, 1, 0)
FEATURES = 12
_FAR = 64.0


class Hints:
    """Which rule's attribution each span of a window overlaps, by role."""

    def __init__(self, window: Window, rules: Sequence[Flat]) -> None:
        low, high = window.offsets[0][0], window.offsets[-1][1]
        self._offsets = window.offsets
        self._of: dict[Found, frozenset[int]] = {}
        self._rules = [
            [
                (number, start, end)
                for number, rule in enumerate(rules)
                for start, end in getattr(rule, role)
                if start < high and end > low
            ]
            for role in ROLES
        ]

    def of(self, span: Found) -> frozenset[int]:
        """The numbers of the rules' attributions whose words of that role ``span`` shares."""
        known = self._of.get(span)
        if known is None:
            start, end = self._offsets[span.first][0], self._offsets[span.last - 1][1]
            known = frozenset(n for n, s, e in self._rules[span.role] if s < end and e > start)
            self._of[span] = known
        return known


def pair_features(
    window: Window, hints: Hints, query: Found, candidates: Sequence[Found], spans: Sequence[Found]
) -> Floats:
    """What is known of each pair: order, distance, what lies between, what the rules say.

    Args:
        window: the window the spans stand in.
        hints: the rules' attributions there.
        query: the span that looks for a partner.
        candidates: spans of the role it looks for.
        spans: all spans of the window, in order; they share no piece.
    """
    own = hints.of(query)
    told = [bool(own & hints.of(one)) for one in candidates]
    anybody = any(told)
    place = {span: number for number, span in enumerate(spans)}
    roles = [span.role for span in spans]
    here = place[query]
    rows = []
    for one, joined in zip(candidates, told, strict=True):
        before = one.first < query.first
        gap = max(0, query.first - one.last if before else one.first - query.last)
        there = place[one]
        between = roles[there + 1 : here] if before else roles[here + 1 : there]
        rows.append(
            (
                before,
                not before,
                min(gap, _FAR) / _FAR,
                gap == 0,
                gap <= 2,
                log1p(gap) / 5.0,
                min(3, between.count(1)) / 3.0,
                min(3, between.count(one.role)) / 3.0,
                min(3, between.count(2)) / 3.0,
                window.paragraphs[one.first] == window.paragraphs[query.first],
                joined,
                anybody and not joined,
            )
        )
    return np.array(rows, np.float32).reshape(len(rows), FEATURES)


def mean_vectors(vectors: Floats, spans: Sequence[Found]) -> Floats:
    """The mean of ``vectors`` (pieces x dimensions) over each span."""
    return means(vectors, [(span.first, span.last) for span in spans])
