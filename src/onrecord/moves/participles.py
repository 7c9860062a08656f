"""Who makes a move told by a participle: "sent a letter to the ministry threatening to ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.grammar import agents, children, is_passive, lemma
from onrecord.moves.parties import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"pobj", "prep", "dative", "conj", "compound", "appos", "nmod"})
_UP = 6  # steps from a participle to the verb of its clause


def doers(context: Context, verb: Token) -> list[str]:
    """The parties of a participle that the parse hangs on what its doer sent or staged.

    "staged a sit-in demanding that ...": those who staged it; "sent a letter to the bank
    threatening to ...": the sender, and not the bank. Whoever receives, blocks or rejects such a
    text says nothing in it: elsewhere it is its noun's.
    """
    if verb.dep_ != "acl" or verb.tag_ != "VBG":
        return []
    carrier, is_written = verb.head, False
    for _ in range(_UP):
        is_written = is_written or context.words.has("document", lemma(carrier))
        if carrier.dep_ not in _INSIDE or carrier.head.pos_ in ("VERB", "AUX"):
            break
        carrier = carrier.head
    governor = carrier.head
    if governor.pos_ != "VERB" or carrier.i == governor.i:
        return []
    if not _is_its_own(context, governor, carrier):
        return []
    is_written = is_written or context.words.has("writing", lemma(governor))
    is_thing = carrier.i == verb.head.i and not context.parties(carrier)
    if carrier.dep_ not in ("dobj", "nsubjpass", "dative", "prep") or not (is_written or is_thing):
        return []
    if context.owners(carrier):
        return context.owners(carrier)
    if is_passive(governor):
        return [one for agent in agents(governor) for one in context.parties(agent)]
    return context.parties_of(governor)


def _is_its_own(context: Context, governor: Token, carrier: Token) -> bool:
    """Whether who does ``governor`` makes or sends the thing, or blocks a road with it."""
    words, word = context.words, lemma(governor)
    if word == "block":
        return words.has("road", lemma(carrier))
    return words.has("sending", word) or words.has("writing", word)


def addressed(context: Context, verb: Token) -> tuple[str, ...]:
    """To whom the letter of "sent a letter to the bank threatening to ..." goes."""
    governor = verb.head
    if verb.dep_ not in ("acl", "advcl") or verb.tag_ != "VBG":
        return ()
    for _ in range(_UP):
        if governor.pos_ == "VERB" or governor.head.i == governor.i:
            break
        governor = governor.head
    things = children(governor, "dobj")
    written = [t for t in things if context.words.has("document", lemma(t))]
    if not written and not context.words.has("writing", lemma(governor)):
        return ()
    preps = [p for one in (governor, *written) for p in children(one, "prep", "dative")]
    told = [o for p in preps if p.lower_ == "to" for o in children(p, "pobj")]
    inner = [o for one in told for p in children(one, "prep") for o in children(p, "pobj")]
    return context.actors(told) or context.actors(inner)
