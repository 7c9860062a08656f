"""Truces and withdrawals that a party announces of its own side, and not for others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.grammar import children, lemma
from onrecord.moves.needs import is_truce
from onrecord.moves.parties import Context
from onrecord.vocabulary.moves import MoveCue

if TYPE_CHECKING:
    from spacy.tokens import Token

_ARMED = frozenset({"state", "government", "armed-group"})
_ARMED_SECTORS = frozenset({"GOV", "MIL", "REB", "SPY"})
_FIGHTING = frozenset({"armed-group"})
_FIGHTING_SECTORS = frozenset({"MIL", "REB"})
_MEASURES = frozenset({"sanctions", "tariffs-and-trade"})
_DECLARING = frozenset({"declare", "proclaim"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})


def is_own_pause(context: Context, party: str, cue: MoveCue, noun: Token) -> bool:
    """Whether a truce, a pause or a withdrawal is the party's own to announce."""
    one = context.reading.actor_by_id[party]
    if one.kind not in _ARMED and one.sector not in _ARMED_SECTORS:
        return False
    if cue.needs == "pullback":
        return _is_own_withdrawal(context, party, noun)
    if not is_truce(context.words, noun) and not _pauses_harm(context, noun):
        if not _fights(context, party) or children(noun, "prep"):
            return False  # "a pause in production"; a bare one of fighters is one in fighting
    return not any(t.lower_ == "between" for t in noun.subtree) and not _is_elsewhere(
        context, party, noun
    )


def _fights(context: Context, party: str) -> bool:
    one = context.reading.actor_by_id[party]
    return one.kind in _FIGHTING or one.sector in _FIGHTING_SECTORS


def _pauses_harm(context: Context, noun: Token) -> bool:
    """ "a pause in its raids", "a moratorium on tariffs", but not "a pause in hiring"."""
    astray = [p for p in children(noun.head, "prep") if p.i == noun.right_edge.i + 1]
    preps = [*children(noun, "prep"), *astray]
    behind = [o for p in preps for o in children(p, "pobj", "pcomp")]
    paused = [*behind, *children(noun, "compound")]
    return any(
        context.words.has("harm-noun", lemma(one))
        or context.words.issue_of(one.lemma_) in _MEASURES
        for one in paused
    )


def _is_elsewhere(context: Context, party: str, noun: Token) -> bool:
    """ "announced a truce in Velmark": another's country, so that the party only mediates."""
    one = context.reading.actor_by_id[party]
    if _fights(context, party) or lemma(noun.head) in _DECLARING:
        return False  # mediators announce what others agreed; who declares it fights itself
    places = [
        o
        for p in (*children(noun, "prep"), *children(noun.head, "prep"))
        if p.lower_ in ("in", "for") and p.i > noun.i
        for o in children(p, "pobj")
        if o.ent_type_ in _PLACES
    ]
    countries = {
        context.reading.actor_by_id[a].country for place in places for a in context.actors([place])
    }
    return bool(places) and (one.country is None or countries != {one.country})


def _is_own_withdrawal(context: Context, party: str, noun: Token) -> bool:
    """ "their withdrawal from two towns", "the withdrawal of its troops": from a place."""
    preps = children(noun, "prep")
    left = [o for p in preps if p.lower_ == "from" for o in children(p, "pobj")]
    if any(_is_joined(context, one) for one in left):
        return False
    taken = [o for p in preps if p.lower_ == "of" for o in children(p, "pobj")]
    if taken:
        return all(
            context.words.has("own-force", lemma(one)) and _is_own(context, party, one)
            for one in taken
        )
    one = context.reading.actor_by_id[party]
    return one.kind != "person" and bool(children(noun, "poss")) and _is_own(context, party, noun)


def _is_own(context: Context, party: str, noun: Token) -> bool:
    """Whether a noun is the party's: "its troops", "Velmark's troops", "500 troops"."""
    if any(c.pos_ == "PRON" for c in children(noun, "poss")):
        return True
    owned = context.owners(noun)
    if owned:
        return all(a == party or context.is_same_side(party, a) for a in owned)
    return bool(children(noun, "nummod")) and not children(noun, "amod", "compound")


def _is_joined(context: Context, noun: Token) -> bool:
    """Whether what is left is a pact or a body, and no place."""
    if any(context.words.has(c, lemma(noun)) for c in ("pact", "good", "put")):
        return True
    kinds = {context.reading.actor_by_id[a].kind for a in context.actors([noun])}
    return "organisation" in kinds
