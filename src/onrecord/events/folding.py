"""One event told by several words of a sentence becomes one draft.

"Russian attacks on Kharkiv wounded 12 civilians", "70 were killed when rebels attacked a market",
"opened fire, killing one and wounding three": the first or governing word stands for all.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.events.parties import Parties

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.events.drafts import Draft

_FOLDED = frozenset({"ASSAULT", "COERCE", "PROTEST", "CONSULT", "AID", "SANCTION"})


def folded(drafts: list[Draft]) -> list[Draft]:
    """The drafts of one sentence, those that tell one event put together."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_rank):
        for number, other in enumerate(kept):
            if _tell_one(other, draft):
                kept[number] = _together(other, draft)
                break
        else:
            kept.append(draft)
    return kept


def _rank(draft: Draft) -> tuple[bool, int]:
    return (draft.place.relation == "adjunct", draft.trigger.start)


def _tell_one(first: Draft, second: Draft) -> bool:
    if first.coding.event != second.coding.event or first.coding.event not in _FOLDED:
        return False
    if first.coding.status != second.coding.status:
        return False
    mine, theirs = set(first.sides.actors), set(second.sides.actors)
    if mine and theirs and not (mine <= theirs or theirs <= mine):
        return False
    if set(first.sides.recipients) & theirs or set(second.sides.recipients) & mine:
        return False
    if not _are_linked(first, second):
        return False
    if first.coding.event == "ASSAULT":
        return True
    one, other = set(first.sides.recipients), set(second.sides.recipients)
    return not one or not other or one <= other or other <= one


def _are_linked(first: Draft, second: Draft) -> bool:
    """Whether one stands beside or inside the other, or they are joined by "and"."""
    for one, other in ((first, second), (second, first)):
        governor = one.place.governor
        if governor is not None and other.match.token in _joined_up(governor.token):
            return True
        if other.match.token in _joined_up(one.match.token)[1:]:
            return bool(one.sides.actors) or bool(one.figures)
    return False


def _joined_up(token: Token) -> list[Token]:
    """A word and those it is joined to by "and"."""
    found = [token]
    while token.dep_ == "conj":
        token = token.head
        found.append(token)
    return found


def _together(first: Draft, second: Draft) -> Draft:
    """The first with what the second adds."""
    figures = (*first.figures, *(f for f in second.figures if f not in first.figures))
    return replace(
        first,
        coding=replace(first.coding, mode=first.coding.mode or second.coding.mode),
        sides=Parties(
            actors=first.sides.actors or second.sides.actors,
            recipients=_union(first.sides.recipients, second.sides.recipients),
        ),
        figures=figures,
        where=first.where or second.where,
        when=first.when or second.when,
        mentions=(*first.mentions, second.trigger, *second.mentions),
    )


def _union(first: Iterable[str], second: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*first, *second)))
