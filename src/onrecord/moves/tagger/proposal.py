"""A move that the tagger proposes, and what speaks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log, log1p

from onrecord.moves.tagger.labels import KINDS
from onrecord.record import MoveKind, Span, Time

_TOLD = 0.5  # how likely a recipient or a time limit must be
_NEAR = 3  # characters between a cue and its terms at most, for "to" and quotation marks
_LEAST = 1e-4
EVIDENCE = 12 + len(KINDS)


@dataclass(frozen=True)
class Around:
    """What the tagger says stands around the terms of a move.

    Attributes:
        recipients: probability of each actor to be whom it is put to; "" for nobody told.
        limits: the times of the window, each with the probability to be when it falls due.
    """

    recipients: Mapping[str, float] = field(default_factory=dict)
    limits: Sequence[tuple[Time, float]] = ()

    def toward(self, party: str | None) -> tuple[str, ...]:
        """The likely recipients, the likeliest first."""
        likely = [a for a, chance in self.recipients.items() if a and chance > _TOLD]
        ranked = sorted(likely, key=lambda actor: -self.recipients[actor])
        return tuple(actor for actor in ranked if actor != party)

    @property
    def limit(self) -> Time | None:
        """The time that is likely when it falls due."""
        return next((time for time, chance in self.limits if chance > _TOLD), None)


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
        around: whom it is put to and by when.
        has_issue: whether its terms name an issue of the table.
    """

    kind: MoveKind
    terms: Span
    sure: float
    rival: float
    cue: Span | None
    parties: dict[str, float]
    around: Around
    has_issue: bool

    @property
    def party(self) -> str | None:
        """The likeliest party, or None where the window has none."""
        return likeliest(self.parties)

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
            self.has_issue,
            1.0 - self.around.recipients.get("", 1.0),
            max((chance for _, chance in self.around.limits), default=0.0),
            *(float(self.kind == kind) for kind in KINDS),
        )


@dataclass(frozen=True)
class Told:
    """What the tagger says of an article.

    Attributes:
        proposals: what may be moves beside the rules' drafts, in order.
        around: what stands around the terms of each draft, by its place among them.
    """

    proposals: Sequence[Proposal]
    around: Mapping[int, Around]


def likeliest(parties: Mapping[str, float]) -> str | None:
    """The likeliest of some actors, or None where there is none."""
    actors = [actor for actor in parties if actor]
    return max(actors, key=parties.__getitem__, default=None)
