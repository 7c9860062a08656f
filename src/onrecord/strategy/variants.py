"""What if: the same model with an option removed, forced or made irreversible, and what changes.

A deadline is such a variant: after the day an option is no longer open, or has been taken, or
cannot be taken back.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from onrecord.strategy.model import DecisionMaker, Model, ModelError, Partial, Ranking
from onrecord.strategy.solve import Solution, solve
from onrecord.strategy.stability import CONCEPTS

Change = Literal["removed", "forced", "irreversible"]


@dataclass(frozen=True)
class Difference:
    """An outcome before and after.

    Attributes:
        concept: of stability.
        outcome: labels of the options that are taken in it.
        before, after: whether it is an equilibrium.
    """

    concept: str
    outcome: tuple[str, ...]
    before: bool
    after: bool


def what_if(model: Model, option: str, change: Change) -> Model:
    """The model after ``option`` has been removed, forced or made irreversible.

    Raises:
        ModelError: no such option, no options at all, or no state is left.
    """
    number = next((k for k, o in enumerate(model.options) if o.id == option), None)
    if number is None or model.codes is None:
        known = ", ".join(o.id for o in model.options) or "none"
        raise ModelError(f"no option {option!r}; there are: {known}")
    if change == "irreversible":
        options = tuple(
            replace(o, direction="only_to_yes") if k == number else o
            for k, o in enumerate(model.options)
        )
        return replace(model, name=f"{model.name}, {option} irreversible", options=options)
    taken = (model.codes >> number & 1).astype(bool)
    kept = np.flatnonzero(taken if change == "forced" else ~taken)
    if not len(kept):
        raise ModelError(f"with {option!r} {change} no state is left")
    return _restricted(model, kept, f"{model.name}, {option} {change}")


def _restricted(model: Model, kept: np.ndarray, name: str) -> Model:
    assert model.codes is not None
    place = {int(old): new for new, old in enumerate(kept)}
    moves = None
    if model.moves is not None:
        moves = {
            maker: {
                place[s]: frozenset(place[t] for t in there if t in place)
                for s, there in of.items()
                if s in place
            }
            for maker, of in model.moves.items()
        }
    return replace(
        model,
        name=name,
        codes=model.codes[kept],
        labels=tuple(model.labels[int(s)] for s in kept),
        makers=tuple(_maker(maker, kept, place) for maker in model.makers),
        moves=moves,
        status_quo=place.get(model.status_quo) if model.status_quo is not None else None,
    )


def _maker(
    maker: DecisionMaker,
    kept: np.ndarray,
    place: dict[int, int],
) -> DecisionMaker:
    preference = maker.preference
    if isinstance(preference, Ranking):
        return replace(maker, preference=replace(preference, ranks=preference.ranks[kept]))

    def within(of: dict[int, frozenset[int]]) -> dict[int, frozenset[int]]:
        return {
            place[s]: frozenset(place[t] for t in there if t in place)
            for s, there in of.items()
            if s in place
        }

    return replace(
        maker, preference=Partial(within(dict(preference.better)), within(dict(preference.alike)))
    )


def compare(
    before: Model, after: Model, concepts: Sequence[str] = tuple(CONCEPTS)
) -> list[Difference]:
    """The outcomes that are equilibria in one model and not in the other, or in both.

    Outcomes are compared by what is done in them, so that the models may have different states.
    """
    first, second = solve(before, concepts), solve(after, concepts)
    found = []
    for concept in concepts:
        one, other = outcomes(first, concept), outcomes(second, concept)
        found += [
            Difference(concept, outcome, outcome in one, outcome in other)
            for outcome in sorted(one | other)
        ]
    return found


def outcomes(solution: Solution, concept: str) -> set[tuple[str, ...]]:
    """The equilibria as what is done in them (or by label where there are no options)."""
    model = solution.model
    return {
        tuple(o.label or o.id for o in model.taken(s)) if model.options else (model.labels[s],)
        for s in solution.equilibria(concept)
    }
