"""How much rests on the order of priorities, and what it would take to make a state stable."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from onrecord.strategy.graph import Graph
from onrecord.strategy.model import DecisionMaker, Model, ModelError, Ranking, prioritised
from onrecord.strategy.solve import solve
from onrecord.strategy.stability import CONCEPTS

MOST_PERMUTED = 8  # states whose orders are all tried (8! = 40,320)


@dataclass(frozen=True)
class Swap:
    """Two neighbouring priorities of one decision maker change places.

    Attributes:
        maker: whose.
        upper, lower: the statements, as they stand now.
        created, destroyed: positions of the equilibria that come and go.
    """

    maker: str
    upper: str
    lower: str
    created: tuple[int, ...]
    destroyed: tuple[int, ...]


def swaps(model: Model, concept: str = "SEQ") -> list[Swap]:
    """What each swap of two adjacent priorities does to the equilibria under ``concept``."""
    before = set(solve(model, (concept,)).equilibria(concept))
    found = []
    for maker, upper, lower, changed in _swapped(model):
        after = set(solve(changed, (concept,)).equilibria(concept))
        found.append(
            Swap(maker, upper, lower, tuple(sorted(after - before)), tuple(sorted(before - after)))
        )
    return found


def robustness(model: Model, concept: str = "SEQ") -> dict[int, float]:
    """For each equilibrium the share of single adjacent swaps that leave it one."""
    equilibria = solve(model, (concept,)).equilibria(concept)
    all_swaps = swaps(model, concept)
    if not all_swaps:
        return dict.fromkeys(equilibria, 1.0)
    return {
        state: sum(state not in swap.destroyed for swap in all_swaps) / len(all_swaps)
        for state in equilibria
    }


def _swapped(model: Model) -> Iterator[tuple[str, str, str, Model]]:
    if model.codes is None:
        return
    for at, maker in enumerate(model.makers):
        if not isinstance(maker.preference, Ranking):
            continue
        statements = maker.preference.statements
        for k in range(len(statements) - 1):
            order = [*statements]
            order[k], order[k + 1] = order[k + 1], order[k]
            ranks = prioritised(order, model.options, model.codes)
            preference = replace(maker.preference, ranks=ranks, statements=tuple(order))
            yield (
                maker.id,
                statements[k].proposition.text,
                statements[k + 1].proposition.text,
                _with(model, at, replace(maker, preference=preference)),
            )


def _with(model: Model, at: int, maker: DecisionMaker) -> Model:
    return replace(model, makers=(*model.makers[:at], maker, *model.makers[at + 1 :]))


@dataclass(frozen=True)
class Inverse:
    """Which orders of one decision maker make a state stable for all (inverse GMCR).

    Attributes:
        right, tried: how many strict orders do, of how many.
        nearest: one that does with the fewest pairs of states turned round from the order that
            the model states, best first; None where none does.
        distance: how many pairs that is (Kendall's tau distance).
    """

    right: int
    tried: int
    nearest: tuple[int, ...] | None
    distance: int | None


def inverse(model: Model, maker: str, state: int, concept: str = "R") -> Inverse:
    """Try every strict order of ``maker``, the others' preferences as they are.

    After Kinsara, Kilgour and Hipel ("Inverse approach to the graph model", 2014), by trying all.

    Raises:
        ModelError: more than ``MOST_PERMUTED`` states, or an unknown decision maker or concept.
    """
    if model.size > MOST_PERMUTED:
        raise ModelError(
            f"all orders of {model.size} states are too many to try; at most {MOST_PERMUTED}"
        )
    if concept not in CONCEPTS:
        raise ModelError(f"no concept {concept!r}; there are {', '.join(CONCEPTS)}")
    mine = model.maker(maker)
    at = model.makers.index(mine)
    stated = mine.preference.ranks if isinstance(mine.preference, Ranking) else None
    right = tried = 0
    best: tuple[int, tuple[int, ...]] | None = None
    for order in permutations(range(model.size)):
        tried += 1
        ranks = np.empty(model.size, np.int32)
        ranks[list(order)] = np.arange(model.size, 0, -1)
        changed = _with(model, at, replace(mine, preference=Ranking(ranks)))
        graph = Graph(changed)
        if not all(CONCEPTS[concept](graph, m, state) for m in graph.makers):
            continue
        right += 1
        if stated is not None:
            away = _turned(stated.tolist(), ranks.tolist())
            if best is None or away < best[0]:
                best = (away, order)
    return Inverse(right, tried, best[1] if best else None, best[0] if best else None)


def _turned(one: Sequence[int], other: Sequence[int]) -> int:
    """Pairs that the two orders put the other way round."""
    pairs = ((a, b) for a in range(len(one)) for b in range(a))
    return sum((one[a] - one[b]) * (other[a] - other[b]) < 0 for a, b in pairs)
