"""Moves that a party makes in what it says: "must", "will not", "we will", "not on the table"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.agreed import under_deal
from onrecord.moves.dependences import cleft, hinging, made_condition
from onrecord.moves.found import Draft
from onrecord.moves.looming import looming
from onrecord.moves.mood import is_supposed
from onrecord.moves.named_offers import proposal_holds, under_offer
from onrecord.moves.obligations import (
    imperative,
    is_command,
    needed,
    obliging,
    only_then,
    precondition,
)
from onrecord.moves.own_acts import in_turn, own_act, sets_out
from onrecord.moves.parties import Context
from onrecord.moves.plain_answers import (
    could_give,
    cut_off,
    final,
    gesture,
    in_kind,
    none_of_it,
    not_doing,
)
from onrecord.moves.red_lines import never, no_such_thing, out_of_question, spurned, turned_down
from onrecord.record import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_RULES = (
    spurned,
    turned_down,
    out_of_question,
    precondition,
    hinging,
    made_condition,
    cleft,
    not_doing,
    never,
    none_of_it,
    final,
    no_such_thing,
    only_then,
    obliging,
    needed,
    in_kind,
    gesture,
    own_act,
    could_give,
    cut_off,
    looming,
    in_turn,
    under_deal,
    proposal_holds,
    under_offer,
    imperative,
)


def from_said(context: Context, verb: Token) -> Iterator[Draft]:
    """The drafts of one clause of what somebody says (or of a refusal in the outlet's voice)."""
    if is_supposed(verb) or verb.dep_ in ("relcl", "acl", "csubj"):
        return
    if verb.dep_ == "advcl" and not sets_out(verb) and not is_command(verb):
        return
    holders = context.holders(verb.idx)
    statement = next((h for h in holders if h.source is not None), None)
    if statement is None:
        yield from _of_one(context, verb, None)
        return
    for one in holders:  # "Britain and France have told Iran they will"
        if one.source is not None and one.content == statement.content:
            yield from _of_one(context, verb, one)


def _of_one(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    for rule in _RULES:
        drafts = list(rule(context, verb, statement))
        yield from drafts
        if drafts and rule is not only_then:
            return
