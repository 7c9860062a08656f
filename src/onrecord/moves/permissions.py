"""Permissions given, granted and withheld: of the bargaining only where powers give them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.complement import Complement
from onrecord.moves.grammar import is_negated, is_passive, lemma
from onrecord.moves.mood import Mood, is_supposed
from onrecord.moves.parties import Context
from onrecord.moves.toward import any_power
from onrecord.record import MoveKind

if TYPE_CHECKING:
    from spacy.tokens import Token


def grants(context: Context, verb: Token | None) -> bool:
    """Whether a verb carries a permission: "gave the firm permission"."""
    return verb is not None and context.words.has("granting", lemma(verb))


def withheld(context: Context, verb: Token) -> tuple[list[str], Mood] | None:
    """ "did not give permission for the march": who refuses it."""
    if not is_negated(verb) or is_supposed(verb) or is_passive(verb):
        return None
    found = context.parties_of(verb)
    return (found, "refused") if found else None


def is_between_powers(
    context: Context,
    kind: MoveKind,
    parties: list[str],
    toward: tuple[str, ...],
    complement: Complement,
) -> bool:
    """Whether a permission is a power's, and not of a regulator, a school or a federation.

    What a power permits is of the bargaining where another power gets it or an issue shows.
    """
    kinds = {context.reading.actor_by_id[party].kind for party in parties}
    if not any_power(context, tuple(parties), of_states=True):
        return False
    if "unnamed" in kinds:  # "the port's council"; it may still forbid a rally
        return kind == "refusal" and context.words.has("harm-noun", lemma(complement.head))
    shows = context.words.issue_of(complement.terms.text) != "other"
    return kind == "refusal" or shows or any_power(context, toward)
