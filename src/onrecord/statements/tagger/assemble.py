"""Spans and links become attributions.

Each cue takes its source, each content its cue; contents of one cue are one attribution in
pieces. Content without a cue looks for its own source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.language.encoder import LinkScorer, Window
from onrecord.language.encoder.decode import Found
from onrecord.language.encoder.pairs import Floats, softmax
from onrecord.statements.attribution import Pieces
from onrecord.statements.flat import Flat
from onrecord.statements.tagger.links import (
    CUE_OF_CONTENT,
    SOURCE_OF_CONTENT,
    SOURCE_OF_CUE,
    Hints,
    mean_vectors,
    pair_features,
)


@dataclass(frozen=True)
class Assembled:
    """An attribution of spans, before its score.

    Attributes:
        source, cue: the spans, or None.
        contents: in order.
        linked: probability of the weakest of its links.
        told: whether the rules have an attribution that shares cue or content with it.
    """

    source: Found | None
    cue: Found | None
    contents: tuple[Found, ...]
    linked: float
    told: bool

    def evidence(self) -> tuple[float, ...]:
        """What its score is computed from."""
        return (
            1.0,
            self.source.sure if self.source else 0.0,
            self.source is None,
            self.cue.sure if self.cue else 0.0,
            self.cue is None,
            float(np.mean([c.sure for c in self.contents])),
            self.linked,
            self.told,
        )


class Assembler:
    """Links the spans of windows with the three learned scorers."""

    def __init__(self, scorers: Sequence[LinkScorer]) -> None:
        self._scorers = tuple(scorers)

    def attributions(
        self, window: Window, vectors: Floats, spans: Sequence[Found], rules: Sequence[Flat]
    ) -> Iterator[Assembled]:
        """The attributions of a window, those without content left out.

        Args:
            window: the pieces.
            vectors: the encoder's link vectors, a row a piece.
            spans: the spans found in the window, in order.
            rules: what the rules found in the text.
        """
        hints = Hints(window, rules)
        means = dict(zip(spans, mean_vectors(vectors, spans), strict=True))
        contents: dict[Found | None, list[tuple[Found, float]]] = {}
        for one in (s for s in spans if s.role == 2):
            cue, chance = self._partner(CUE_OF_CONTENT, one, 1, window, means, hints)
            contents.setdefault(cue, []).append((one, chance))
        for one, chance in contents.pop(None, []):
            source, sure = self._partner(SOURCE_OF_CONTENT, one, 0, window, means, hints)
            yield Assembled(source, None, (one,), min(chance, sure), bool(hints.of(one)))
        for cue, parts in contents.items():
            assert cue is not None
            source, sure = self._partner(SOURCE_OF_CUE, cue, 0, window, means, hints)
            told = any(hints.of(s) for s in (cue, *(part for part, _ in parts)))
            yield Assembled(
                source,
                cue,
                tuple(part for part, _ in parts),
                min(sure, *(chance for _, chance in parts)),
                told,
            )

    def _partner(
        self,
        scorer: int,
        query: Found,
        role: int,
        window: Window,
        means: Mapping[Found, Floats],
        hints: Hints,
    ) -> tuple[Found | None, float]:
        """The best candidate for ``query`` or None, with its probability."""
        spans = list(means)
        candidates = [s for s in spans if s.role == role]
        if not candidates:
            return None, 1.0
        features = pair_features(window, hints, query, candidates, spans)
        vectors = np.stack([means[one] for one in candidates])
        scores = self._scorers[scorer].scores(means[query], vectors, features)
        chances = softmax(scores)
        best = int(chances.argmax())
        return (candidates[best - 1] if best else None), float(chances[best])


def pieces_of(text: str, window: Window, spans: Sequence[Found]) -> Pieces:
    """The characters that spans cover, those joined that have only white space between them."""
    found: list[tuple[int, int]] = []
    for span in sorted(spans, key=lambda s: s.first):
        start, end = window.offsets[span.first][0], window.offsets[span.last - 1][1]
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return tuple(found)
