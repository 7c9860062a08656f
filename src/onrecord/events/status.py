"""Status: happened, ongoing, planned, possible, denied or hypothetical.

From negation, modals, tense, conditionals, and the verb the clause hangs on, as PLOVER's manual
describes its auxiliary modes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.events.clause import verb_of
from onrecord.record import Statement, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = frozenset(
    "plan intend prepare schedule expect agree vow promise pledge decide due set order".split()
)
_FACTS = frozenset(
    "manage continue begin start keep help resume stop cease finish succeed force go".split()
)
_FAILS = frozenset("fail refuse decline avoid prevent deny forget".split())
_WISHES = frozenset(
    "want demand urge ask call seek propose suggest threaten offer consider hope wish require "
    "press appeal push request insist recommend warn".split()
)
_THINGS_WISHED = frozenset(
    "threat proposal plan offer demand call appeal possibility chance prospect idea deadline "
    "ultimatum condition talk_of need goal aim effort attempt bid mission hope risk fear".split()
)
_WISHED_ACTS = frozenset({"demand", "urge", "propose", "offer", "threaten", "want", "intend"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})


def status_of(token: Token, statement: Statement | None) -> Status | None:
    """The status of the event that ``token`` carries; None where there is no event at all.

    Args:
        token: the trigger.
        statement: the innermost statement it stands in, if any.
    """
    verb = verb_of(token)
    if _is_denied(token, verb, statement):
        return "denied"
    if token != verb and (wished := _noun_status(token)):
        return wished
    status = _verb_status(verb)
    is_wish = statement is not None and statement.act in _WISHED_ACTS
    if is_wish and status in ("happened", "ongoing") and "had" not in _auxiliaries(verb):
        return "hypothetical"
    return status


def _auxiliaries(verb: Token) -> set[str]:
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def _is_denied(token: Token, verb: Token, statement: Statement | None) -> bool:
    if statement is not None and (statement.act == "deny" or statement.negated):
        return True
    if any(child.dep_ == "neg" for child in verb.children):
        return True
    determined = any(c.dep_ in ("det", "neg") and c.lower_ in _NEGATIONS for c in token.children)
    governed = verb.dep_ in ("xcomp", "pcomp") and verb.head.lemma_ in _FAILS
    return determined or governed


def _noun_status(noun: Token) -> Status | None:
    """The status that a noun takes from the noun or verb it depends on."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_ in _THINGS_WISHED:
        return "hypothetical"
    verb = verb_of(noun)
    if noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _WISHES:
        return "hypothetical"
    return None


def _verb_status(verb: Token) -> Status:
    auxiliaries = _auxiliaries(verb)
    if any(c.dep_ == "mark" and c.lower_ in ("if", "unless", "whether") for c in verb.children):
        return "hypothetical"
    if auxiliaries & {"may", "might", "could", "can"}:
        return "possible"
    if auxiliaries & {"would", "should", "must", "ought"}:
        return "hypothetical"
    if auxiliaries & {"will", "'ll", "’ll", "shall"}:
        return "planned"
    if "to" in auxiliaries or verb.dep_ in ("xcomp", "pcomp"):
        return _infinitive(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _WISHES and verb.tag_ in ("VB", "VBP"):
        return "hypothetical"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not auxiliaries and verb.tag_ == "VB":
        return _verb_status(verb.head)
    if verb.tag_ in ("VBZ", "VBP") or (verb.tag_ == "VBG" and auxiliaries & {"is", "are", "'s"}):
        return "ongoing"
    return "happened"


def _infinitive(verb: Token) -> Status:
    head = verb.head
    if head.lemma_ in _FACTS:
        return _verb_status(head) if head.pos_ == "VERB" and head != verb else "happened"
    if head.lemma_ in _PLANS:
        return "planned"
    if verb.dep_ == "pcomp" and head.lower_ in ("by", "after", "since", "for", "of", "in"):
        governor = verb_of(head)
        return (
            "hypothetical"
            if head.head.lemma_ in _THINGS_WISHED
            else ("happened" if governor == verb else _verb_status(governor))
        )
    return "hypothetical"
