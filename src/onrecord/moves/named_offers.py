"""Offers told by the noun alone: "a takeover bid from X", "a new Israeli truce proposal"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, ids, is_negated, lemma, modals, trimmed
from onrecord.moves.mood import FUTURE, mood_of
from onrecord.moves.parties import Context
from onrecord.moves.saying import make, whole_clause
from onrecord.moves.terms import noun_terms, verb_terms
from onrecord.record import MoveKind, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_NEW = frozenset({"a", "an", "another"})
_FRESH = frozenset(
    "new latest fresh improved revised sweetened final earlier previous initial original first "
    "second current rival higher draft modified updated amended".split()
)
_OFFERS = frozenset({"offer", "proposal", "bid"})
_SEEKING = frozenset({"seek", "demand", "require"})
_THAT = frozenset({"that", "which"})
_HELD = frozenset({"dobj", "ccomp", "xcomp", "prep"})
_SIZED = frozenset({"of", "for", "worth"})
_HOLDING = frozenset(
    "see call require include involve envisage envision foresee provide entail give let allow "
    "stipulate contain comprise cover feature mean".split()
)


def offer_named(context: Context, noun: Token) -> Iterator[Draft]:
    """An offer with its maker and what it is about, where the noun brings both."""
    if lemma(noun) not in _OFFERS or noun.pos_ != "NOUN" or not _is_new(noun):
        return
    parties = context.owners(noun) or _behind_from(context, noun)
    sought = list(_sought(context, noun, parties[:1]))
    if sought:
        yield from sought
        return
    parties = parties or _carrying(context, noun)
    terms = noun_terms(context.reading, noun)
    if not parties or terms is None or not (_says_what(context, noun) or _is_sized(noun)):
        return
    for party in parties[:1]:
        yield from make(context, "offer", party, terms, noun, "offer-named")


def _sought(context: Context, noun: Token, parties: list[str]) -> Iterator[Draft]:
    """ "an American offer that sought an end to enrichment": what its maker wants for it."""
    for clause in children(noun, "relcl"):
        if lemma(clause) not in _SEEKING or not any(c.lower_ in _THAT for c in clause.children):
            continue
        for thing in children(clause, "dobj"):
            terms = noun_terms(context.reading, thing)
            if terms is None or context.words.issue_of(terms.text) == "other":
                continue
            for party in parties:
                yield from make(context, "demand", party, terms, clause, "offer-named")


def _carrying(context: Context, noun: Token) -> list[str]:
    """Who "made a fresh offer worth 50 pounds a share"."""
    verb = noun.head
    if noun.dep_ != "dobj" or not context.words.has("light", lemma(verb)):
        return []
    return context.parties_of(verb) if mood_of(verb) == "made" else []


def proposal_holds(context: Context, verb: Token, _: Statement | None) -> Iterator[Draft]:
    """ "A proposal from Egypt would see Hamas free ten hostages": what an offer is made of."""
    if lemma(verb) not in _HOLDING or is_negated(verb) or "have" in modals(verb):
        return
    for noun in children(verb, "nsubj"):
        if lemma(noun) not in _OFFERS or noun.tag_ == "NNS":
            continue
        parties = context.owners(noun) or _behind_from(context, noun)
        terms = verb_terms(context.reading, verb, [verb])
        held = [c for c in verb.children if c.i > verb.i and c.dep_ in _HELD]
        if terms is None or not held or context.words.issue_of(terms.text) == "other":
            continue
        start = min((c.nbor(1) if c.dep_ == "prep" else c.left_edge).idx for c in held)
        span = trimmed(context.reading, start, terms.end) if start < terms.end else None
        for party in parties:
            yield from make(context, "offer", party, span, verb, "proposal-holds")


def under_offer(context: Context, verb: Token, _: Statement | None) -> Iterator[Draft]:
    """ "Under Egypt's proposal, the fighters would be allowed to leave": what it holds."""
    own = modals(verb)
    is_to_be = lemma(verb) == "be" and any(c.dep_ == "xcomp" for c in verb.children)
    if is_negated(verb) or "have" in own or not (own & (FUTURE | {"to"}) or is_to_be):
        return
    preps = [p for p in children(verb, "prep") if p.lower_ in ("under", "according")]
    for prep in preps:
        inner = children(prep, "prep") if prep.lower_ == "according" else [prep]
        for noun in (n for p in inner for n in children(p, "pobj")):
            if lemma(noun) not in _OFFERS or noun.i > verb.i:
                continue
            parties = context.owners(noun) or _behind_from(context, noun)
            for party in parties[:1]:
                terms = whole_clause(context, verb)
                kind: MoveKind = "demand" if lemma(verb) in ("have", "need") else "offer"
                yield from make(context, kind, party, terms, verb, "under-offer")


def _is_new(noun: Token) -> bool:
    """Whether the article tells of it here, and does not come back to it with "the offer"."""
    own = {c.lower_ for c in noun.children}
    return bool(own & (_NEW | _FRESH)) and noun.dep_ != "attr"


def _behind_from(context: Context, noun: Token) -> list[str]:
    for prep in children(noun, "prep", "agent"):
        if prep.lower_ in ("from", "by"):
            behind = children(prep, "pobj")
            found = ids(context.reading, behind) or [
                m.actor
                for p in behind
                for m in context.reading.mentions_in(p.left_edge.idx, p.idx + len(p))
                if context.reading.actor_by_id[m.actor].kind != "state"
            ]
            if found:
                return [one for one in found if context.is_party(one)][-1:]
    for word in noun.children:  # "a US-mediated proposal"
        if word.tag_ == "VBN" and word.i < noun.i and context.words.has("broker", lemma(word)):
            found = ids(context.reading, children(word, "npadvmod", "compound", "nmod"))
            if found:
                return [one for one in found if context.is_party(one)]
    return []


def _says_what(context: Context, noun: Token) -> bool:
    return any(
        context.words.issue_of(c.text) != "other" or context.words.has("pact", lemma(c))
        for c in children(noun, "compound", "amod", "nmod")
    )


def _is_sized(noun: Token) -> bool:
    """ "an offer of $250 billion", "a fresh offer worth 50 pounds a share"."""
    return any(
        t.like_num or t.is_currency for t in noun.subtree if t.i > noun.i and t.i < noun.i + 10
    ) and any(t.lower_ in _SIZED for t in noun.subtree if t.i > noun.i)
