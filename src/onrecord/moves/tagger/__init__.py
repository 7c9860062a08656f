"""The trained tagger of moves: proposes moves of what the encoder has read.

Two layers of its own on the encoder's states give label scores for terms (of each kind) and cues;
what the rules found moves the scores; a Viterbi pass makes spans of them; small learned scorers
tell whose the terms are, whom they are put to and by when, also for what the rules found. See
``models/moves/card.md`` for data, licence and scores.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.encoder import Encoded, Window
from onrecord.language.encoder.decode import Decoder
from onrecord.language.encoder.decode import Found as Stretch
from onrecord.language.encoder.encoder import session_of
from onrecord.language.encoder.hints import with_hints
from onrecord.language.encoder.labels import labels_of
from onrecord.language.encoder.pairs import Floats
from onrecord.language.encoder.weights import Weights, heads_and_settings, probability
from onrecord.moves.found import Draft
from onrecord.moves.parties import Context
from onrecord.moves.tagger.candidates import Features
from onrecord.moves.tagger.known import Known
from onrecord.moves.tagger.labels import KINDS, painted_cues, painted_terms
from onrecord.moves.tagger.links import Links, Scorers
from onrecord.moves.tagger.proposal import Around, Proposal, Told
from onrecord.record import Span

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

WEIGHTS = Path(__file__).parents[2] / "models" / "moves"


@dataclass(frozen=True)
class MoveTagger:
    """The branch with its decoders and scorers; build it once with ``load``.

    Attributes:
        session: the branch.
        terms_hints, cue_hints: weights of the rules' word (``hints.with_hints``).
        terms, cues: make spans of label scores.
        scorers: tell whose move it is, whom it is put to and when it falls due.
        evidence: weights of what speaks for a proposal (``Proposal.evidence``, logistic).
        least: the probability of being right that a proposal must have.
    """

    session: InferenceSession
    terms_hints: Floats
    cue_hints: Floats
    terms: Decoder
    cues: Decoder
    scorers: Scorers
    evidence: Weights
    least: float

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> MoveTagger:
        """Read the weights.

        Args:
            folder: with ``moves.onnx``, ``heads.npz`` and ``settings.json``.

        Raises:
            FileNotFoundError: the weights are not there (``installed`` asks).
        """
        if not cls.installed(folder):
            raise FileNotFoundError(f"no weights of the tagger of moves in {folder}")
        weights, settings = heads_and_settings(folder)
        return cls(
            session=session_of(folder / "moves.onnx"),
            terms_hints=weights["terms"],
            cue_hints=weights["cues"],
            terms=Decoder(len(KINDS)),
            cues=Decoder(1),
            scorers=Scorers.of(weights),
            evidence=np.asarray(settings["evidence"], np.float64),
            least=settings["least"],
        )

    @staticmethod
    def installed(folder: Path = WEIGHTS) -> bool:
        """Whether the weights are there; a slim install leaves them out."""
        return all((folder / name).is_file() for name in ("moves.onnx", "heads.npz"))

    def read(self, context: Context, drafts: Sequence[Draft]) -> Told:
        """What the tagger says of an article.

        Args:
            context: the reading with its rows.
            drafts: what the rules found; nothing is proposed on their words.
        """
        proposals: list[Proposal] = []
        around: dict[int, Around] = {}
        size = len(context.reading.article.text)
        told = painted_terms(size, drafts), painted_cues(size, drafts)
        known, features = Known(context), Features(context, drafts)
        for encoded in context.reading.encoded:
            scores = self._scores(encoded, known, *told)
            links = Links(self.scorers, context, encoded.window, features, scores[-1])
            proposals.extend(self._proposals(context, encoded.window, drafts, scores, links))
            for number, draft in enumerate(drafts):
                if encoded.window.start <= draft.terms.start < encoded.window.end:
                    parties = {draft.party or "": 1.0}
                    around[number] = links.around(draft.terms, draft.kind, parties)
        return Told(proposals, around)

    def _proposals(
        self,
        context: Context,
        window: Window,
        drafts: Sequence[Draft],
        scores: tuple[Floats, Floats, Floats],
        links: Links,
    ) -> Iterator[Proposal]:
        """What may be moves of a window, in order."""
        terms, cues, _ = scores
        stretches = self.terms.spans(terms)
        found_cues = [_span(context, window, cue) for cue in self.cues.spans(cues)]
        for stretch in stretches:
            span, kind = _span(context, window, stretch), KINDS[stretch.role]
            if any(span.overlaps(draft.terms) for draft in drafts):
                continue
            parties = links.parties(span)
            yield Proposal(
                kind,
                span,
                stretch.sure,
                _rival(terms, stretch),
                _nearest(context, span, found_cues),
                parties,
                links.around(span, kind, parties),
                context.words.issue_of(span.text) != "other",
            )

    def _scores(
        self, encoded: Encoded, known: Known, terms: bytearray, cues: bytearray
    ) -> tuple[Floats, Floats, Floats]:
        """Log probabilities of the labels of terms and of cues, the rules' word added; links."""
        window = encoded.window
        given = {"states": encoded.states[None], "known": known.of(window)[None]}
        terms_scores, cue_scores, links = (rows[0] for rows in self.session.run(None, given))
        return (
            with_hints(terms_scores, labels_of(window, terms), self.terms_hints),
            with_hints(cue_scores, labels_of(window, cues), self.cue_hints),
            links,
        )

    def likely(self, proposal: Proposal) -> float:
        """The probability that a proposal is right, kind and party."""
        return probability(self.evidence, proposal.evidence())


def _span(context: Context, window: Window, stretch: Stretch) -> Span:
    offsets = window.offsets[stretch.first : stretch.last]
    return context.reading.span(offsets[0][0], offsets[-1][1])


def _rival(terms: Floats, stretch: Stretch) -> float:
    """The mean probability of the likeliest other kind."""
    chances = np.exp(terms[stretch.first : stretch.last, 1:]).mean(0).reshape(-1, 2).sum(1)
    chances[stretch.role] = 0.0
    return float(chances.max())


def _nearest(context: Context, terms: Span, cues: Sequence[Span]) -> Span | None:
    """The cue of the sentence of the terms that is nearest to them."""
    sentence = context.reading.tokens(terms.start, terms.end)[0].sent
    here = [c for c in cues if sentence.start_char <= c.start and c.end <= sentence.end_char]
    return min(here, key=terms.gap, default=None)


__all__ = ["WEIGHTS", "MoveTagger", "Proposal", "Told"]
