"""Answers without terms of their own: "Corsenia agreed", "Israel refused", "Oslo rejected it"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.from_verbs import cues_of
from onrecord.moves.grammar import SUBJECTS, children, is_negated, lemma, subject_of
from onrecord.moves.mood import mood_of
from onrecord.moves.parties import Context
from onrecord.moves.terms import noun_terms
from onrecord.record import MoveKind

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_ANSWERS: dict[str, MoveKind] = {
    "agree": "acceptance",
    "accept": "acceptance",
    "refuse": "refusal",
    "decline": "refusal",
}
_ANSWERED = frozenset({"offer", "demand"})
_NAMED_BY = frozenset({"offer", "demand", "condition"})
_FARTHEST = 160  # characters between what is put and the answer
_FARTHEST_NAMED = 420  # the same where the answer has "it", "that" or "them"
_PRONOUNS = frozenset({"it", "that", "this", "them", "both", "these"})
_COMPLEMENTS = ("dobj", "xcomp", "ccomp", "prep", "advcl", "nsubjpass", "auxpass", "dative")


def answers(context: Context, sentence: Tokens, earlier: Sequence[Draft]) -> Iterator[Draft]:
    """The answers in a sentence to the nearest offer or demand of somebody else before it.

    The terms are those of what is answered; the row's words are the answer.
    """
    for verb in sentence:
        if verb.pos_ != "VERB":
            continue
        kind = _ANSWERS.get(lemma(verb))
        if kind is not None and not children(verb, *_COMPLEMENTS):
            yield from _answer(context, verb, kind, earlier, _ANSWERED, _FARTHEST)
        elif children(verb, "dobj") and children(verb, "dobj")[0].lower_ in _PRONOUNS:
            kinds = {cue.kind for cue, _ in cues_of(context, verb) if "object" in cue.frames}
            named: MoveKind | None = None
            if "refusal" in kinds:
                named = "refusal"
            elif "acceptance" in kinds:
                named = "acceptance"
            if named is not None and not any(
                c.i > verb.i for c in children(verb, "xcomp", "ccomp")
            ):
                yield from _answer(context, verb, named, earlier, _NAMED_BY, _FARTHEST_NAMED)


def _answer(
    context: Context,
    verb: Token,
    kind: MoveKind,
    earlier: Sequence[Draft],
    answered: frozenset[str],
    farthest: int,
) -> Iterator[Draft]:
    if is_negated(verb) or mood_of(verb) != "made" or not children(verb, "nsubj"):
        return
    subject = subject_of(verb)
    if subject is None or verb.dep_ in ("ccomp", "relcl", "advcl", "parataxis"):
        return
    for party in context.parties(subject):
        put = [d for d in earlier if d.kind in answered and d.party != party and d.end <= verb.idx]
        whole = [d for d in put if d.rule != "depends"]  # the offer, and not its condition
        put = whole or put
        if not put or verb.idx - put[-1].end > farthest:
            yield from _to_noun(context, verb, kind, party)
            continue
        start = min(c.left_edge.idx for c in children(verb, *SUBJECTS))
        end = max(verb.idx + len(verb), *(t.idx + len(t) for t in children(verb, "dobj", "prt")), 0)
        yield Draft(
            kind=kind,
            party=party,
            terms=put[-1].terms,
            cue=context.reading.span_of(verb),
            start=start,
            end=end,
            rule="answer",
            detail=f"“{verb.text}” answers the {put[-1].kind} before it",
            toward=(put[-1].party,) if put[-1].party else (),
        )


def _to_noun(context: Context, verb: Token, kind: MoveKind, party: str) -> Iterator[Draft]:
    """ "set six conditions and the government rejected them": what "them" are, by the noun."""
    things = children(verb, "dobj")
    if not things or things[0].lower_ not in ("it", "them") or kind != "refusal":
        return
    is_many = things[0].lower_ == "them"
    for token in reversed(verb.doc[verb.sent.start : verb.i]):
        named = any(context.words.has(c, lemma(token)) for c in ("put", "stance"))
        if token.pos_ != "NOUN" or not named or (token.tag_ == "NNS") != is_many:
            continue
        terms = noun_terms(context.reading, token)
        if terms is None or terms.end > verb.idx:
            return
        yield Draft(
            kind=kind,
            party=party,
            terms=terms,
            cue=context.reading.span_of(verb),
            start=terms.start,
            end=things[0].idx + len(things[0]),
            rule="answer",
            detail=f"“{verb.text}” answers “{token.text}” before it",
        )
        return
