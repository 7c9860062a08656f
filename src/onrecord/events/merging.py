"""Mentions of one event within an article become one row."""

from __future__ import annotations

from dataclasses import replace

from onrecord.events.drafts import Draft
from onrecord.events.parties import Parties
from onrecord.events.triggers import direct_words

_FOLDED = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT", "AID", "SANCTION", "MOBILIZE"})


def merged(drafts: list[Draft]) -> list[Draft]:
    """The events of an article, each once, with the triggers of its further mentions."""
    kept: list[Draft] = []
    for draft in drafts:
        for number, other in enumerate(kept):
            if _is_same(other, draft):
                kept[number] = _gathered(other, draft)
                break
        else:
            kept.append(draft)
    return kept


def _is_same(first: Draft, second: Draft) -> bool:
    """Same category, status and parties, and no day, mode or figure that speaks against it."""
    if (first.coding.event, first.coding.status) != (second.coding.event, second.coding.status):
        return False
    if first.coding.mode and second.coding.mode and first.coding.mode != second.coding.mode:
        return False
    mine = {*first.sides.actors, *first.sides.recipients}
    theirs = {*second.sides.actors, *second.sides.recipients}
    if _refers_back(first, second):
        return True
    small, large = sorted((mine, theirs), key=len)
    if len(large) < 2 or not small or not small <= large:
        return False
    if small != large and not (set(first.sides.actors) & set(second.sides.actors)):
        return False
    if small != large and first.coding.event not in _FOLDED:
        return False
    if first.when is not None and second.when is not None:
        if (first.when.since, first.when.until) != (second.when.since, second.when.until):
            return False
    if first.where and second.where and first.where.name != second.where.name:
        return False
    figures = [{(f.what, f.low) for f in d.figures} for d in (first, second)]
    return not (figures[0] and figures[1] and figures[0] != figures[1])


def _refers_back(first: Draft, second: Draft) -> bool:
    """Whether a noun names again what one party has put forward: "the Ostlandish proposal"."""
    if second.match.frame.trigger.pos != "noun" or (second.when and first.when != second.when):
        return False
    lemma = second.match.token.lemma_.lower()
    if lemma != first.match.token.lemma_.lower() and lemma not in direct_words(first.match.token):
        return False
    mine, theirs = set(first.sides.actors), set(second.sides.actors)
    fits = not second.sides.recipients or second.sides.recipients == first.sides.recipients
    return bool(mine) and mine == theirs and fits


def _gathered(first: Draft, second: Draft) -> Draft:
    sides = Parties(
        actors=first.sides.actors or second.sides.actors,
        recipients=first.sides.recipients or second.sides.recipients,
    )
    return replace(
        first,
        sides=sides,
        mentions=(*first.mentions, second.trigger),
        when=first.when or second.when,
        where=first.where or second.where,
        figures=first.figures or second.figures,
    )
