"""What each side takes on: "Under the deal, A will buy more gas and B will hold off on tariffs"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, is_negated, lemma, modals, subject_of
from onrecord.moves.mood import FUTURE
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.moves.saying import make, shared
from onrecord.moves.terms import verb_terms
from onrecord.record import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_OPENING = frozenset({"under", "as"})
_LEAD = 9  # words in which "under the terms of the agreement" must be told


def under_deal(context: Context, verb: Token, _: Statement | None) -> Iterator[Draft]:
    """What a party will do under a deal: a promise of each that is named."""
    if not modals(verb) & (FUTURE | {"must"}) or is_negated(verb):
        return
    if children(verb, "nsubjpass", "auxpass") or not is_under_deal(context, verb):
        return
    if not children(verb, "nsubj") and verb.dep_ != "conj":
        return
    parties = _next_before(context, verb)
    together = shared(verb) if children(verb, "nsubj") else [verb]
    for one in together:
        if one.i != verb.i and children(one, "nsubj"):
            continue
        terms = _up_to_next(context, one, verb_terms(context.reading, one, together))
        aimed = context.actors_or_owners(aimed_at(one))
        for party in parties:
            yield from make(context, "promise", party, terms, one, "under-deal", aimed)


def is_under_deal(context: Context, verb: Token) -> bool:
    """Whether the sentence of a verb opens with "Under the deal", "As part of the accord"."""
    start = verb.sent.start
    while verb.doc[start].is_space and start < verb.i:
        start += 1
    sentence = verb.doc[start : start + _LEAD]
    if sentence[0].lower_ not in _OPENING:
        return False
    before = []
    for token in sentence:
        if token.text == ",":
            break
        before.append(token)
    if sentence[0].lower_ == "as" and not any(t.lower_ == "part" for t in before):
        return False
    return any(context.words.has("pact", lemma(t)) for t in before)


def _up_to_next(context: Context, verb: Token, terms: Span | None) -> Span | None:
    """Without "and Israel will release ...", which the parse has hung on the object."""
    if terms is None:
        return None
    joint = None
    for token in context.reading.tokens(verb.idx + len(verb), terms.end):
        if token.lower_ in ("and", "while", "but"):
            joint = token
        if token.tag_ == "MD" and token.i > verb.i + 1 and joint is not None:
            return context.reading.span(terms.start, joint.idx)
    return terms


def _next_before(context: Context, verb: Token) -> list[str]:
    """The subject of a verb; the name right before its auxiliary, where the parse joined others."""
    subject = subject_of(verb)
    if subject is None:
        return []
    parties = context.parties(subject)
    if len(parties) < 2:
        return parties
    aux = next((c for c in verb.children if c.dep_ == "aux"), verb)
    near = context.reading.mention_at(aux.nbor(-1)) if aux.i else None
    before = aux.nbor(-1)
    if near is None or near.actor not in parties:
        return parties
    kinds = context.reading.actor_by_id
    is_counted = bool(children(subject, "nummod"))  # "free 33 hostages and Israel will"
    is_other = kinds[parties[0]].kind == "unnamed" and kinds[near.actor].kind != "unnamed"
    is_counted = is_counted or (is_other and verb.dep_ in ("conj", "ccomp"))
    return [near.actor] if is_counted or subject.i + 2 < before.i else parties
