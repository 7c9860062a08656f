"""Threats told by what is to come: "sanctions will follow", "would be a legitimate target"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, is_negated, lemma, modals
from onrecord.moves.mood import FUTURE
from onrecord.moves.needs import cores
from onrecord.moves.parties import Context
from onrecord.moves.saying import make, source, whole_clause
from onrecord.record import Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_CONDITION = re.compile(r"\b(?:if|unless|should|until|otherwise|or else)\b", re.IGNORECASE)
_HELL = frozenset({"hell"})
_PUT_ON = frozenset({"impose", "levy", "introduce", "apply", "slap", "tighten", "increase"})


def looming(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """What a party says will come, where it hurts and hangs on what another does."""
    party = source(context, statement)
    if party is not None and _is_on_table(verb):
        yield from make(context, "threat", party, whole_clause(context, verb), verb, "looming")
        return
    if party is None or not modals(verb) & FUTURE or is_negated(verb) or "have" in modals(verb):
        return
    if _is_target(verb) or _is_act_of_war(verb):
        toward = context.actors(children(verb, "nsubj"))
        yield from make(
            context, "threat", party, whole_clause(context, verb), verb, "looming", toward
        )
        return
    if _goes_ahead(context, verb) and context.may_stop_work(party):
        yield from make(context, "threat", party, whole_clause(context, verb), verb, "looming")
        return
    if not _CONDITION.search(verb.sent.text):
        return
    things = children(verb, "nsubj", "nsubjpass")
    if children(verb, "expl"):
        things = [
            t for t in children(verb, "attr") if not any(c.lower_ == "no" for c in t.children)
        ]
    elif not _comes(context, verb):
        return
    harms = any(
        context.words.has("harm-noun", lemma(one)) or lemma(one) in _HELL
        for thing in things
        for one in (*cores(thing), *_of(thing))
    )
    if harms:
        yield from make(context, "threat", party, whole_clause(context, verb), verb, "looming")


def _goes_ahead(context: Context, verb: Token) -> bool:
    """ "Its strikes next week will go ahead", said by those who may stop work."""
    behind = [c.lower_ for c in children(verb, "advmod", "prt", "dobj")]
    if lemma(verb) not in ("proceed", "continue") and not (
        (lemma(verb) == "go" and "ahead" in behind) or (lemma(verb) == "take" and "place" in behind)
    ):
        return False
    nouns = [one for thing in children(verb, "nsubj") for one in cores(thing)]
    return any(
        context.words.has("stoppage", lemma(noun))
        or (lemma(noun) == "action" and any(c.lower_ == "industrial" for c in noun.children))
        for noun in nouns
    )


def _comes(context: Context, verb: Token) -> bool:
    if children(verb, "auxpass"):
        return lemma(verb) in _PUT_ON and not children(verb, "agent")
    return context.words.has("dealt", lemma(verb)) or lemma(verb) == "open"


def _of(noun: Token) -> list[Token]:
    return [
        p for prep in children(noun, "prep") if prep.lower_ == "of" for p in children(prep, "pobj")
    ]


def _is_on_table(verb: Token) -> bool:
    """ "All options, including force, are on the table"."""
    if lemma(verb) not in ("be", "remain") or is_negated(verb):
        return False
    subjects = {lemma(s) for s in children(verb, "nsubj")}
    if not subjects & {"option", "force", "everything"}:
        return False
    preps = [p for p in verb.subtree if p.lower_ == "on" and p.i > verb.i]
    return any(lemma(noun) == "table" for p in preps for noun in children(p, "pobj"))


def _is_act_of_war(verb: Token) -> bool:
    """ "Any intervention would be a declaration of war"."""
    return any(
        lemma(noun) in ("declaration", "act") and any(lemma(one) == "war" for one in _of(noun))
        for noun in children(verb, "attr")
    )


def _is_target(verb: Token) -> bool:
    """ "foreign troops would be a legitimate target"."""
    named = [*children(verb, "attr"), *children(verb, "oprd")]
    named += [
        p for prep in children(verb, "prep") if prep.lower_ == "as" for p in children(prep, "pobj")
    ]
    return any(
        lemma(noun) == "target"
        and any(c.lower_ in ("legitimate", "military") for c in noun.children)
        for noun in named
    )
