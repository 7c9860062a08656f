"""A move that the tagger proposes, and what speaks for it."""

from __future__ import annotations

from dataclasses import dataclass
from math import log, log1p

from onrecord.moves.tagger.labels import KINDS
from onrecord.record import MoveKind, Span

_NEAR = 3  # characters between a cue and its terms at most, for "to" and quotation marks
_LEAST = 1e-4
EVIDENCE = 9 + len(KINDS)


@dataclass(frozen=True)
class Proposal:
    """A move that the tagger proposes.

    Attributes:
        kind: of the move.
        terms: as labelled, not yet fitted to words.
        sure: mean probability of their labels.
        rival: the same of the likeliest other kind.
        cue: the nearest words of the sentence that are labelled as a cue, or None.
        parties: probability of each actor to be whose move it is; "" for nobody told.
        recipients: the same of whom it is put to.
    """

    kind: MoveKind
    terms: Span
    sure: float
    rival: float
    cue: Span | None
    parties: dict[str, float]
    recipients: dict[str, float]

    @property
    def party(self) -> str | None:
        """The likeliest party, or None where the window has none."""
        actors = [actor for actor in self.parties if actor]
        return max(actors, key=self.parties.__getitem__, default=None)

    def evidence(self) -> tuple[float, ...]:
        """What the probability that it is right is computed from."""
        chances = sorted(chance for actor, chance in self.parties.items() if actor)
        best, second = (*reversed(chances), 0.0, 0.0)[:2]
        gap = None if self.cue is None else self.terms.gap(self.cue)
        return (
            1.0,
            log(self.sure + _LEAST) - log(1.0 - self.sure + _LEAST),
            log(best + _LEAST),
            best - second,
            self.parties.get("", 0.0),
            self.rival,
            gap is not None,
            gap is not None and gap <= _NEAR,
            log1p(self.terms.end - self.terms.start),
            *(float(self.kind == kind) for kind in KINDS),
        )
