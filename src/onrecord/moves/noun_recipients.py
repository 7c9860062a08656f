"""Whom a move is put to that a noun tells: "a demand to", "rejected a request by", "his threat"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.complement import Complement
from onrecord.moves.from_verbs import cues_of
from onrecord.moves.grammar import agents, children, is_passive, lemma
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.moves.permissions import grants

if TYPE_CHECKING:
    from spacy.tokens import Token

_TO_THEM = frozenset({"to", "on", "from", "against", "for", "toward", "towards"})
_ANSWERS = frozenset({"refusal", "acceptance", "concession"})


def put_to(
    context: Context,
    noun: Token,
    verb: Token | None,
    complement: Complement,
    parties: list[str],
) -> tuple[str, ...]:
    """Whom a move told by a noun is put to, the words nearest to it first."""
    toward = tuple(one for one in context.actors(complement.told) if one not in parties)
    if toward:
        return toward
    if grants(context, verb) and noun.dep_ == "dobj":
        given = context.actors(children(noun, "compound", "nmod"))
        if given:
            return given  # "gave the firm permission"
    preps = [p for p in children(noun, "prep") if p.lower_ in _TO_THEM]
    if verb is not None and noun.dep_ in ("dobj", "nsubjpass"):
        preps += [p for p in children(verb, "prep", "dative") if p.lower_ in ("to", "on", "with")]
        toward = context.actors([d for d in children(verb, "dative") if d.pos_ != "ADP"])
    found = [
        p
        for prep in preps
        for p in children(prep, "pobj")
        if not complement.terms.start <= p.idx < complement.terms.end
    ]
    return (
        toward
        or tuple(one for one in context.actors(found) if one not in parties)
        or _answering_or_aimed_at(context, noun, verb, complement, parties)
    )


def _answering_or_aimed_at(
    context: Context,
    noun: Token,
    verb: Token | None,
    complement: Complement,
    parties: list[str],
) -> tuple[str, ...]:
    """Who answers a demand or an offer; else whom the act is aimed at, and only then who answers.

    "condemned a threat by Corsenia to attack Ostland": it is put to Ostland.
    """
    is_asked = _kind_named(context, noun) in ("demand", "offer")
    answering = tuple(a for a in _answering(context, noun, verb, is_asked) if a not in parties)
    is_threat = complement.frame == "to" and lemma(noun) == "threat"
    aimed = context.actors(aimed_at(complement.head, is_threat))
    return (answering or aimed) if is_asked else (aimed or answering)


def _kind_named(context: Context, noun: Token) -> str | None:
    return next((cue.kind for cue in context.words.cues.get((lemma(noun), "noun"), ())), None)


def _answering(
    context: Context, noun: Token, verb: Token | None, is_asked: bool
) -> tuple[str, ...]:
    """Who "rejected a request", "conceded to demands", "was sent an offer": it is put to them."""
    if verb is None or verb.pos_ not in ("VERB", "AUX"):
        return ()
    is_under = noun.head.lower_ == "under" and noun.dep_ == "pobj"
    replies = is_asked and (is_under or context.words.has("replying", lemma(verb)))
    replies = replies or lemma(verb) == "receive"
    if not replies and not any(cue.kind in _ANSWERS for cue, _ in cues_of(context, verb)):
        return ()
    if is_passive(verb):
        return tuple(one for agent in agents(verb) for one in context.parties(agent))
    return tuple(context.parties_of(verb))
