"""What "an idea that was mentioned by ..." points back at: what was said before it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.attribution import Pieces
from onrecord.statements.grammar import (
    OBJECTS,
    children,
    is_verb,
    lemma,
    phrase_before_clause,
    pieces,
    subtree,
)

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_JOINTS = frozenset({",", "-", "–", "—", "--", ";"})
_FRAMES = frozenset({"object", "+for", "+of"})


def referred_to(reading: Reading, cues: Cues, noun: Token) -> Pieces:
    """The words that ``noun`` stands for, or nothing where it stands for itself.

    "might propose a truce - an idea that was mentioned by ..." gives "a truce": the object of
    the verb before the dash where that verb puts something forward, else its whole clause.
    """
    first = min(subtree(noun))
    for word in (*children(noun, "det", "amod"), noun):
        first = min(first, word.i) if word.i <= noun.i else first
    if lemma(noun) not in cues.references or first < 2:
        return ()
    joint = noun.doc[first - 1]
    if joint.text not in _JOINTS or joint.sent != noun.sent:
        return ()
    verb = _verb_before(joint)
    if verb is None:
        return ()
    if any(_FRAMES & set(row.frames) for _, row in cues.verbs.get(lemma(verb), ())):
        for thing in children(verb, *OBJECTS):
            if verb.i < thing.i < joint.i:
                return phrase_before_clause(reading, thing)
    inner = {i for i in subtree(verb) if i < joint.i}
    mark = {c.i for c in children(verb, "mark") if c.i == min(inner)}
    return pieces(reading, inner - mark)


def without_reference(cues: Cues, verb: Token, tokens: set[int]) -> set[int]:
    """``tokens`` as far as a closing "– an idea that was mentioned by ..."."""
    for index in sorted(tokens):
        noun = verb.doc[index]
        if noun.pos_ != "NOUN" or lemma(noun) not in cues.references or noun.i < 2:
            continue
        first = min([noun.i, *(c.i for c in children(noun, "det", "amod") if c.i < noun.i)])
        clauses = children(noun, "relcl")
        if not clauses or verb.doc[first - 1].text not in _JOINTS or first - 1 <= verb.i:
            continue
        if verb.doc[first - 1].text == "," and clauses[0].nbor(-1).text == ",":
            continue
        rest = {i for i in tokens if i < first - 1}
        return rest or tokens
    return tokens


def _verb_before(joint: Token) -> Token | None:
    """The verb that governs what stands right before the dash or comma."""
    token = joint.nbor(-1)
    while not is_verb(token):
        if token.head == token or token.head.i > joint.i:
            return None
        token = token.head
    return token
