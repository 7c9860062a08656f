"""Answers without terms of their own: "Corsenia agreed", "Israel refused"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import SUBJECTS, children, is_negated, lemma, subject_of
from onrecord.moves.mood import mood_of
from onrecord.moves.parties import Context
from onrecord.record import MoveKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_ANSWERS: dict[str, MoveKind] = {
    "agree": "acceptance",
    "accept": "acceptance",
    "refuse": "refusal",
    "decline": "refusal",
}
_ANSWERED = frozenset({"offer", "demand"})
_FARTHEST = 160  # characters between what is put and the answer
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "prep", "advcl", "nsubjpass", "auxpass", "dative")


def answers(context: Context, sentence: Tokens, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """The answers in a sentence to the nearest offer or demand of somebody else before it.

    The terms are those of what is answered; the row's words are the answer.
    """
    for verb in sentence:
        kind = _ANSWERS.get(lemma(verb))
        if kind is None or verb.pos_ != "VERB" or children(verb, *_COMPLEMENTS):
            continue
        if is_negated(verb) or mood_of(verb) != "made" or not children(verb, "nsubj"):
            continue
        subject = subject_of(verb)
        if subject is None or verb.dep_ in ("ccomp", "relcl", "advcl", "parataxis"):
            continue
        for party in context.parties(subject):
            put = [d for d in earlier if d.kind in _ANSWERED and d.party != party]
            if not put or verb.idx - put[-1].end > _FARTHEST:
                continue
            start = min(c.left_edge.idx for c in children(verb, *SUBJECTS))
            yield Draft(
                kind=kind,
                party=party,
                terms=put[-1].terms,
                cue=context.reading.span_of(verb),
                start=start,
                end=verb.idx + len(verb),
                rule="answer",
                detail=f"“{verb.text}” answers the {put[-1].kind} before it",
                toward=(put[-1].party,) if put[-1].party else (),
            )
