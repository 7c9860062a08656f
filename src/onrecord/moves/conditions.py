"""What an offer, a promise or a refusal is made to depend on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import SUBJECTS, children, joined, lemma, marks, trimmed
from onrecord.moves.parties import Context
from onrecord.moves.terms import clause_terms, noun_terms
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_IN_TURN = frozenset({"return", "exchange", "turn"})
_IFS = frozenset({"if", "provided", "once", "until", "unless", "when", "before"})
_DEPENDENT = frozenset({"offer", "promise", "acceptance", "concession", "refusal"})


def depending(context: Context, draft: Draft) -> Iterator[Draft]:
    """The conditions of an offer: "if Corsenia recognised the zone", "in return for a pledge"."""
    if draft.kind not in _DEPENDENT:
        return
    tokens = context.reading.tokens(draft.terms.start, draft.terms.end)
    cue = context.reading.tokens(draft.cue.start, draft.cue.end)[0]
    governors = {t.i for t in tokens} | {cue.i, cue.head.i}
    for token in cue.sent:
        if token.head.i not in governors:
            continue
        if token.dep_ in ("advcl", "conj") and _is_condition(token, draft):
            together = [
                v for v in joined(token) if v.i == token.i or children(v, *SUBJECTS, "auxpass")
            ]
            for verb in together:
                terms = _clause(context, verb, together)
                told = context.actors(children(verb, "nsubj"))
                yield from _condition(context, draft, terms, told)
            return
        if token.dep_ == "prep" and token.lower_ == "in" and draft.kind != "refusal":
            for noun in children(token, "pobj"):
                if lemma(noun) in _IN_TURN:
                    for behind in children(noun, "prep"):
                        yield from _in_return(context, draft, behind)
                    return


def _is_condition(verb: Token, draft: Draft) -> bool:
    opening = marks(verb) | {verb.left_edge.lower_, verb.lower_}
    if "if" in opening and "even" in {verb.left_edge.lower_}:
        return False
    if draft.kind == "refusal":
        return bool(opening & {"until", "unless"})
    if verb.dep_ == "conj":
        return "if" in marks(verb)
    return bool(opening & _IFS - {"unless", "before"})


def _clause(context: Context, verb: Token, others: list[Token]) -> Span | None:
    terms = clause_terms(context.reading, verb, others)
    starts = [c.left_edge.idx for c in children(verb, *SUBJECTS)]
    if terms is None:
        return None
    return trimmed(context.reading, min([terms.start, *starts]), terms.end)


def _in_return(context: Context, draft: Draft, prep: Token) -> Iterator[Draft]:
    for noun in children(prep, "pobj"):
        yield from _condition(context, draft, noun_terms(context.reading, noun), ())
    for verb in children(prep, "pcomp"):
        yield from _condition(
            context, draft, _clause(context, verb, [verb]), context.actors(children(verb, "nsubj"))
        )


def _condition(
    context: Context, draft: Draft, terms: Span | None, told: tuple[str, ...]
) -> Iterator[Draft]:
    if terms is None:
        return
    toward = tuple(t for t in told or draft.toward if t != draft.party)
    yield draft.having(
        kind="condition",
        terms=terms,
        toward=toward,
        start=min(draft.start, terms.start),
        end=max(draft.end, terms.end),
        rule="depends",
        detail=f"what the {draft.kind} depends on",
    )
