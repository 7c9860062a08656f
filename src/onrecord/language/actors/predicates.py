"""What a pronoun or noun is said to be: "He was a man of peace", "he served as ambassador".

Read after the pronouns. A noun that only says what another actor is, is that actor and no one else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.actors.described import SERVES
from onrecord.language.actors.entities import Entities, Entity, Naming

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COPULAS = frozenset({"be", "become", "remain"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOBODY = frozenset({"it", "this", "that", "these", "those", "there", "what", "who", "here"})


def join_predicates(doc: Doc, entities: Entities) -> None:
    """Give the actor of the subject the nouns that are said of it; what is denied goes.

    "It was the army that fired", "who is the leader?" and "they are heroes" of nobody known are
    left alone.
    """
    for entity in list(entities):
        if entity.kind != "unnamed" or entity.guess or entity.members:
            continue
        for naming in list(entity.namings):
            if naming.form == "nominal":
                _join(doc, entities, entity, naming)


def _join(doc: Doc, entities: Entities, entity: Entity, naming: Naming) -> None:
    noun = doc[naming.head]
    verb = _verb_of(noun)
    subject = _subject(verb) if verb is not None else None
    if verb is None or subject is None or subject.lower_ in _NOBODY:
        return
    target = entities.of_head.get(subject.i)
    if target is None or target is entity or target.guess:
        return
    if any(child.dep_ == "neg" for child in verb.children):
        if len(entity.namings) == 1:
            entities.drop(naming, entity)
        return
    alike = entity.plural == target.plural and target.kind in ("person", "unnamed", "population")
    if alike or (not entity.plural and target.kind not in ("population", "unnamed")):
        if len(entity.namings) > 1 and not _is_indefinite(doc, noun):
            return
        entities.move([naming], entity, target)


def _verb_of(noun: Token) -> Token | None:
    """The verb that joins the noun to its subject."""
    if noun.dep_ == "attr" and noun.head.lemma_ in _COPULAS:
        return noun.head
    if noun.dep_ == "pobj" and noun.head.lower_ == "as" and noun.head.head.lemma_ in SERVES:
        return noun.head.head
    return None


def _subject(verb: Token) -> Token | None:
    for _ in range(3):
        for child in verb.children:
            if child.dep_ in _SUBJECTS and child.i < verb.i:
                return child
        if verb.dep_ not in ("conj", "xcomp") or verb.head.i == verb.i:
            return None
        for child in verb.head.children:
            if verb.dep_ == "xcomp" and child.dep_ in ("dobj", "dative"):
                return child  # "tapped Ann Hale to be his adviser"
        verb = verb.head
    return None


def _is_indefinite(doc: Doc, noun: Token) -> bool:
    return any(child.lower_ in ("a", "an") for child in noun.children)
