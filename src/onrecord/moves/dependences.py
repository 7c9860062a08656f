"""What a party makes something depend on: "talks hinge on a halt", "made it a condition"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, is_negated, lemma, marks, subject_of
from onrecord.moves.mood import mood_of
from onrecord.moves.parties import Context
from onrecord.moves.saying import make, source
from onrecord.moves.terms import clause_terms, noun_terms
from onrecord.record import MoveKind, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_HINGING = frozenset({"depend", "hinge"})
_BARGAINED = ("put", "pact", "consent")
_CONDITIONS = frozenset({"condition", "precondition", "prerequisite"})
_WISHES: dict[str, MoveKind] = {
    "want": "demand",
    "demand": "demand",
    "seek": "demand",
    "require": "demand",
    "need": "demand",
    "offer": "offer",
    "propose": "offer",
}


def hinging(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Normalisation depends on a path to a state": a condition of whoever says it."""
    party = source(context, statement)
    if party is None or lemma(verb) not in _HINGING or is_negated(verb):
        return
    subjects = children(verb, "nsubj")
    spans = [noun_terms(context.reading, subject) for subject in subjects]
    if not any(span and context.words.issue_of(span.text) != "other" for span in spans):
        if not any(context.words.has(c, lemma(s)) for s in subjects for c in _BARGAINED):
            return
    for prep in children(verb, "prep"):
        if prep.lower_ not in ("on", "upon"):
            continue
        for noun in children(prep, "pobj"):
            terms = noun_terms(context.reading, noun)
            yield from make(context, "condition", party, terms, verb, "hinging")
        for act in children(prep, "pcomp"):
            if marks(act) & {"whether", "if", "how"} or act.tag_ != "VBG":
                continue
            terms = clause_terms(context.reading, act, [act])
            toward = context.actors(children(act, "nsubj"))
            yield from make(context, "condition", party, terms, verb, "hinging", toward)


def made_condition(context: Context, verb: Token, _: Statement | None) -> Iterator[Draft]:
    """ "has made a halt to deliveries a condition for any truce"."""
    if lemma(verb) not in ("make", "set", "name") or is_negated(verb) or mood_of(verb) != "made":
        return
    named = children(verb, "dobj", "oprd", "attr", "ccomp")
    conditions = [n for n in named if lemma(n) in _CONDITIONS]
    things = [n for n in named if n not in conditions and n.pos_ in ("NOUN", "PROPN")]
    things += [s for n in conditions for s in children(n, "nsubj")]
    subject = subject_of(verb)
    if not conditions or not things or subject is None or things[0].i > conditions[0].i:
        return
    for party in context.parties(subject):
        terms = noun_terms(context.reading, things[0])
        yield from make(context, "condition", party, terms, verb, "made-condition")


def cleft(context: Context, verb: Token, _: Statement | None) -> Iterator[Draft]:
    """ "What Iran wants is an end to sanctions"."""
    if lemma(verb) != "be" or is_negated(verb):
        return
    for wish in children(verb, "csubj"):
        kind = _WISHES.get(lemma(wish))
        if kind is None or not any(c.lower_ == "what" for c in wish.children):
            continue
        subject = next(iter(children(wish, "nsubj")), None)
        if subject is None or is_negated(wish):
            continue
        for party in context.parties(subject):
            for thing in children(verb, "attr") or _behind_colon(verb):
                terms = noun_terms(context.reading, thing)
                if terms is not None and context.words.issue_of(terms.text) != "other":
                    yield from make(context, kind, party, terms, wish, "cleft")


def _behind_colon(verb: Token) -> list[Token]:
    """The head of the first noun phrase behind "is simple:"."""
    colon = next((t for t in verb.doc[verb.i : verb.sent.end] if t.text == ":"), None)
    if colon is None:
        return []
    for token in verb.doc[colon.i + 1 : verb.sent.end]:
        if token.pos_ == "NOUN" and token.dep_ != "compound":
            return [token]
    return []
