"""Whose a move is, whom it is put to and by when: learned scorers over what a window holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from onrecord.language.encoder import LinkScorer, Window
from onrecord.language.encoder.pairs import Floats, means, softmax
from onrecord.moves.parties import Context
from onrecord.moves.tagger.candidates import Candidate, Features, candidates
from onrecord.moves.tagger.limits import TimeCandidate, limit_table, time_candidates
from onrecord.moves.tagger.proposal import Around, likeliest
from onrecord.record import MoveKind, Span, Time


@dataclass(frozen=True)
class Scorers:
    """The learned scorers: of parties, of recipients, of time limits."""

    party: LinkScorer
    toward: LinkScorer
    due: LinkScorer

    @classmethod
    def of(cls, weights: Mapping[str, Any]) -> Scorers:
        """From the arrays of ``heads.npz``."""
        return cls(*(LinkScorer.of(weights, name) for name in cls.__dataclass_fields__))


class Links:
    """Whose the terms of a window are, whom they are put to and when they fall due.

    Args:
        scorers: the learned scorers.
        context: the reading with its rows.
        window: what the encoder read at once.
        features: what is known of candidates.
        vectors: of the links, a row a piece.
    """

    def __init__(
        self,
        scorers: Scorers,
        context: Context,
        window: Window,
        features: Features,
        vectors: Floats,
    ) -> None:
        self._scorers, self._context, self._window = scorers, context, window
        self._vectors, self._features = vectors, features
        self._tables: dict[tuple[int, int], Floats] = {}

    def parties(self, terms: Span) -> dict[str, float]:
        """The probability of each actor to be whose move it is."""
        scores = self._scorers.party.scores(self._query(terms), self._means, self._table(terms))
        return self._chances(scores)

    def around(self, terms: Span, kind: MoveKind, parties: dict[str, float]) -> Around:
        """Whom it is put to and by when.

        Args:
            terms, kind: of the move.
            parties: the probability of each actor to be whose it is.
        """
        query = self._query(terms)
        table = self._features.of_recipients(
            self._table(terms), self._candidates, likeliest(parties), kind
        )
        recipients = self._chances(self._scorers.toward.scores(query, self._means, table))
        return Around(recipients, self._limits(query, terms, kind))

    def _limits(self, query: Floats, terms: Span, kind: MoveKind) -> list[tuple[Time, float]]:
        if not self._times:
            return []
        table = limit_table(self._context, self._window, terms, kind, self._times)
        chances = softmax(self._scorers.due.scores(query, self._time_means, table))[1:]
        return [(one.time, float(c)) for one, c in zip(self._times, chances, strict=True)]

    @cached_property
    def _candidates(self) -> list[Candidate]:
        return candidates(self._context, self._window)

    @cached_property
    def _means(self) -> Floats:
        return means(self._vectors, [one.pieces for one in self._candidates])

    @cached_property
    def _times(self) -> list[TimeCandidate]:
        return time_candidates(self._context, self._window)

    @cached_property
    def _time_means(self) -> Floats:
        return means(self._vectors, [one.pieces for one in self._times])

    def _table(self, terms: Span) -> Floats:
        """What is known of the candidates for terms, computed once."""
        place = terms.start, terms.end
        if place not in self._tables:
            self._tables[place] = self._features.table(self._window, terms, self._candidates)
        return self._tables[place]

    def _query(self, terms: Span) -> Floats:
        first, last = self._window.pieces(terms.start, terms.end)
        query: Floats = means(self._vectors, [(first, max(last, first + 1))])[0]
        return query

    def _chances(self, scores: Floats) -> dict[str, float]:
        """The probability of each actor: that of all its mentions together."""
        chances = softmax(scores)
        actors = {"": float(chances[0])}
        for one, chance in zip(self._candidates, chances[1:], strict=True):
            actor = one.mention.actor
            actors[actor] = actors.get(actor, 0.0) + float(chance)
        return actors
