"""Who acts and who is acted upon, from the frame of the trigger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.events.clause import agents_of, objects_of, subject_of, verb_of
from onrecord.language.reading import Reading
from onrecord.vocabulary.events import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_SYMMETRIC = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_MODIFYING = frozenset({"poss", "amod", "compound", "pobj", "dobj", "nmod", "nsubj"})
_LIGHT = frozenset(
    "hold have launch carry conduct make stage begin resume start open pay mount take give do "
    "sign reach strike conclude seal stop issue impose order face attend join".split()
)


def parties(reading: Reading, token: Token, trigger: Trigger) -> tuple[list[str], list[str]]:
    """Actor ids of those who act, and of those acted upon."""
    if trigger.pos == "verb":
        actors, recipients = _of_verb(reading, token, trigger)
    else:
        actors, recipients = _of_noun(reading, token, trigger)
    if trigger.event in _SYMMETRIC and not actors and len(recipients) > 1:
        return recipients[:1], recipients[1:]
    return actors, [r for r in recipients if r not in actors]


def _of_verb(reading: Reading, verb: Token, trigger: Trigger) -> tuple[list[str], list[str]]:
    subject, passive = subject_of(verb)
    own = ids(reading, [subject]) if subject is not None else []
    if not own and subject is not None:  # "the attack by Ostland killed", "Ostland's troops"
        owners = (c for c in subject.children if c.dep_ in ("poss", "compound"))
        own = ids(reading, agents_of(subject)) or ids(reading, owners)
    if passive and verb.tag_ == "VBN":
        return ids(reading, agents_of(verb)), own
    others = ids(reading, objects_of(verb, trigger.to))
    if not [other for other in others if other not in own]:
        others = _within(reading, verb, own)
    return own, others


def _within(reading: Reading, verb: Token, own: list[str]) -> list[str]:
    """Who is meant inside what is asked, refused, threatened, praised.

    "demanded that Ostland withdraw", "rejected a Tavrian offer", "praised Ostland's efforts",
    "threatened to cut off power to Ostland": the subject of the clause, else whoever the
    object names in its modifiers, else the first one its complements name.
    """
    for child in verb.children:
        if child.dep_ == "ccomp":
            subject, _ = subject_of(child)
            found = ids(reading, [subject]) if subject is not None else []
            if [actor for actor in found if actor not in own]:
                return found
    for child in verb.children:
        if child.dep_ in ("dobj", "ccomp", "xcomp", "prep", "acl") and child.i > verb.i:
            for inner in child.subtree:
                if inner.dep_ in _MODIFYING and not _is_adverbial(inner):
                    found = [a for a in ids(reading, [inner]) if a not in own]
                    if found:
                        return found
    return []


def _is_adverbial(token: Token) -> bool:
    """Whether a name stands in an adjunct of place ("in Ostland") or source ("by radio")."""
    step = token.head if token.dep_ == "pobj" else token
    return step.dep_ == "prep" and step.lower_ in ("at", "during", "after", "before", "near")


def _of_noun(reading: Reading, noun: Token, trigger: Trigger) -> tuple[list[str], list[str]]:
    owners = ids(reading, (c for c in noun.children if c.dep_ in ("poss", "compound", "amod")))
    others = ids(reading, objects_of(noun, trigger.to))
    by = ids(reading, agents_of(noun))
    if trigger.owner == "recipient":
        return by, owners or others
    if owners or by:
        return owners or by, others
    verb = verb_of(noun)
    if verb.lemma_ in _LIGHT and noun.dep_ in ("dobj", "pobj", "nsubjpass", "conj"):
        subject, passive = subject_of(verb)
        if subject is not None and not passive and subject != noun:
            others = others or ids(reading, objects_of(verb, trigger.to))
            return ids(reading, [subject]), others
        if passive:
            return ids(reading, agents_of(verb)), others
    return [], others


def ids(reading: Reading, tokens: Iterable[Token]) -> list[str]:
    """The actors that ``tokens`` and what is joined to them name, in order, each once."""
    found: list[str] = []
    for token in tokens:
        for one in _joined(token):
            actor = reading.actor_at(one)
            if actor is not None and actor not in found:
                found.append(actor)
    return found


def _joined(token: Token) -> Iterator[Token]:
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN", "PRON"):
            yield from _joined(child)
