"""Who makes a move told by a participle: "sent a letter to the ministry threatening to ..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.grammar import children, is_passive, lemma
from onrecord.moves.parties import Context

if TYPE_CHECKING:
    from spacy.tokens import Token

_INSIDE = frozenset({"pobj", "prep", "dative", "conj", "compound", "appos", "nmod"})
_WRITING = frozenset({"write", "cable", "email", "wire"})
_UP = 6  # steps from a participle to the verb of its clause


def doers(context: Context, verb: Token) -> list[str]:
    """The parties of a participle that the parse hangs on what its doer sent or staged.

    "staged a sit-in demanding that ...": those who staged it; "sent a letter to the bank
    threatening to ...": the sender, and not the bank. Elsewhere nobody: it is its noun's.
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
    is_written = is_written or lemma(governor) in _WRITING
    is_thing = carrier.i == verb.head.i and not context.parties(carrier)
    if carrier.dep_ not in ("dobj", "nsubjpass", "dative", "prep") or not (is_written or is_thing):
        return []
    if context.owners(carrier):
        return context.owners(carrier)
    if is_passive(governor):
        agents = [p for a in children(governor, "agent") for p in children(a, "pobj")]
        return [one for agent in agents for one in context.parties(agent)]
    return context.parties_of(governor)


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
    if not written and lemma(governor) not in _WRITING:
        return ()
    preps = [p for one in (governor, *written) for p in children(one, "prep", "dative")]
    told = [o for p in preps if p.lower_ == "to" for o in children(p, "pobj")]
    inner = [o for one in told for p in children(one, "prep") for o in children(p, "pobj")]
    return context.actors(told) or context.actors(inner)
