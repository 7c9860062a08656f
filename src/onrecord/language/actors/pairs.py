"""Pairs: who "both sides", "the two countries", "the two leaders", "the pair" are.

Only where that is clear.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import STATE_KINDS
from onrecord.language.actors.entities import Entity

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_STATES = frozenset(
    {"country", "nation", "state", "neighbour", "neighbor", "government", "capital"}
)
_SIDES = frozenset({"side", "party", "enemy", "foe", "rival", "belligerent", "adversary"})
_PEOPLE = frozenset({"leader", "president", "man", "official", "minister", "diplomat", "woman"})
_FIRMS = frozenset({"company", "firm", "bank", "airline", "carmaker", "business"})
_TWO = frozenset({"pair", "duo"})
_SEX = {"man": "f", "woman": "m"}  # the gender that it rules out
_NEAR = 90  # tokens: about three sentences


def members_of(noun: str, head: Token, of_head: Mapping[int, Entity]) -> tuple[str, ...]:
    """The ids of the two whom the noun phrase of ``head`` means, or nothing.

    Sides are the two states (or their armed opponents) named most so far, if the third is named
    clearly less; countries and leaders are the last two of their kind named just before.
    """
    words = {child.lower_ for child in head.children}
    last = noun.split()[-1]
    each_side = "each" in words and last == "side"
    two = "both" in words or ("two" in words and words & {"the", "these", "those"})
    if not (two or each_side or is_pair(head)):
        return ()
    before = [(h, e) for h, e in sorted(of_head.items()) if h < head.i]
    if is_pair(head):
        alone = "the" in words and "of" not in words and head.dep_ in ("nsubj", "nsubjpass")
        return _last_two(before, head.i, ("person",)) if alone else ()
    if last in _SIDES:
        return _main_parties(before)
    if last in _STATES:
        return _last_two(before, head.i, STATE_KINDS)
    if last in _PEOPLE:
        other = _SEX.get(last)
        fitting = [(h, e) for h, e in before if not other or e.gender != other]
        return _last_two(fitting, head.i, ("person",))
    if last in _FIRMS:
        fitting = [(h, e) for h, e in before if e.sector == "BUS"]
        return _last_two(fitting, head.i, ("organisation",))
    return ()


def is_pair(head: Token) -> bool:
    """Whether the noun itself says that they are two: "the pair"."""
    return head.lower_ in _TWO


def _main_parties(before: list[tuple[int, Entity]]) -> tuple[str, ...]:
    counts: Counter[str] = Counter()
    ids: dict[str, Counter[str]] = {}
    for _, entity in before:
        party = _party(entity)
        if party is not None:
            counts[party] += 1
            ids.setdefault(party, Counter())[entity.id] += entity.kind in ("state", "armed-group")
    ranked = counts.most_common(3)
    if len(ranked) < 2 or (len(ranked) == 3 and ranked[2][1] * 3 > ranked[1][1] * 2):
        return ()
    return tuple(sorted(_as_side(party, ids[party]) for party, _ in ranked[:2]))


def _party(entity: Entity) -> str | None:
    if entity.kind in STATE_KINDS:
        return entity.country
    if entity.kind == "organisation" and entity.sector == "MIL":
        return entity.country  # an army is its state's side
    return entity.id if entity.kind == "armed-group" else None


def _as_side(party: str, ids: Counter[str]) -> str:
    return ids.most_common(1)[0][0] if ids else party


def _last_two(before: list[tuple[int, Entity]], at: int, kinds: tuple[str, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for head, entity in reversed(before):
        if at - head > _NEAR:
            break
        if entity.kind in kinds and entity.id not in found and not entity.guess:
            found.append(entity.id)
        if len(found) > 2:
            break
    return tuple(sorted(found[:2])) if len(found) >= 2 else ()
