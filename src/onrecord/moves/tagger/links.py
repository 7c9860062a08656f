"""Whose a move is, whom it is put to and by when: learned scorers over what a window holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.language.encoder import LinkScorer, Window
from onrecord.language.encoder.pairs import Floats, means, softmax
from onrecord.moves.found import Draft
from onrecord.moves.parties import Context
from onrecord.moves.tagger.candidates import Candidate, Features, candidates
from onrecord.moves.tagger.limits import limit_table, time_candidates
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
        drafts: what the rules found.
        vectors: of the links, a row a piece.
    """

    def __init__(
        self,
        scorers: Scorers,
        context: Context,
        window: Window,
        drafts: Sequence[Draft],
        vectors: Floats,
    ) -> None:
        self._scorers, self._context, self._window = scorers, context, window
        self._vectors = vectors
        self._candidates = candidates(context, window)
        self._features = Features(context, window, drafts)
        self._means = means(vectors, [one.pieces for one in self._candidates])
        self._times = time_candidates(context, window)
        self._time_means = means(vectors, [one.pieces for one in self._times])

    def parties(self, terms: Span) -> dict[str, float]:
        """The probability of each actor to be whose move it is."""
        table = self._features.table(terms, self._candidates)
        return self._chances(
            self._scorers.party.scores(self._query(terms), self._means, table), self._candidates
        )

    def around(self, terms: Span, kind: MoveKind, parties: dict[str, float]) -> Around:
        """Whom it is put to and by when.

        Args:
            terms, kind: of the move.
            parties: the probability of each actor to be whose it is.
        """
        query, found = self._query(terms), self._candidates
        party = likeliest(parties)
        table = self._features.table(terms, found)
        table = self._features.of_recipients(table, found, party, kind)
        recipients = self._chances(self._scorers.toward.scores(query, self._means, table), found)
        limits: list[tuple[Time, float]] = []
        if self._times:
            table = limit_table(self._context, self._window, terms, kind, self._times)
            chances = softmax(self._scorers.due.scores(query, self._time_means, table))
            limits = [
                (one.time, float(chance))
                for one, chance in zip(self._times, chances[1:], strict=True)
            ]
        return Around(recipients, limits)

    def _query(self, terms: Span) -> Floats:
        first, last = self._window.pieces(terms.start, terms.end)
        return means(self._vectors, [(first, last)])[0]

    @staticmethod
    def _chances(scores: Floats, found: Sequence[Candidate]) -> dict[str, float]:
        """The probability of each actor: that of all its mentions together."""
        chances = softmax(scores)
        actors = {"": float(chances[0])}
        for one, chance in zip(found, chances[1:], strict=True):
            actor = one.mention.actor
            actors[actor] = actors.get(actor, 0.0) + float(chance)
        return actors
