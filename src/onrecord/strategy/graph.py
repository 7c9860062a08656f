"""The model as a graph in sets of states, each a Python integer with a bit a state.

Intersections and unions over thousands of states are single operations so, which makes the
definitions both literal and fast. For option models of more than a few thousand states
``onrecord.strategy.bits`` needs no such sets.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Literal

import numpy as np

from onrecord.strategy.model import MOST_LISTED, DecisionMaker, Model, ModelError, Ranking

Reading = Literal["a", "b", "c", "d"]


def members(states: int) -> Iterator[int]:
    """The positions in a set of states, in order."""
    while states:
        low = states & -states
        yield low.bit_length() - 1
        states ^= low


def set_of(positions: Iterable[int]) -> int:
    """A set of states from positions."""
    result = 0
    for position in positions:
        result |= 1 << position
    return result


class Graph:
    """Moves and preferences of every decision maker, looked up by position of the state.

    Args:
        model: the model.
        reading: how unknown preference counts (Li, Hipel, Kilgour and Fang, IEEE SMC-A 34,
            2004): *a* an unknown state is worth moving to and deters nobody; *b* it is neither
            moved to nor deters; *c* it is moved to and deters; *d* it is not moved to but deters.

    Raises:
        ModelError: too many states for this solver.
    """

    def __init__(self, model: Model, reading: Reading = "b") -> None:
        if model.size > MOST_LISTED:
            raise ModelError(
                f"{model.size} states are too many for the solver by sets ({MOST_LISTED});"
                " leave options out, or ask for R, GMR, SMR, SEQ and SSEQ of an option model"
            )
        self.model = model
        self.leaves = reading in "ac"
        self.deters = reading in "cd"
        self.makers = tuple(maker.id for maker in model.makers)
        self.all = (1 << model.size) - 1
        self._better = {m.id: _Order(m, model.size) for m in model.makers}
        self._improved: dict[tuple[str, int], int] = {}
        self._joint: dict[tuple[frozenset[str], int, bool], int] = {}

    @cached_property
    def _moves(self) -> dict[str, list[int]]:
        return {maker: self._moves_of(maker) for maker in self.makers}

    def _moves_of(self, maker: str) -> list[int]:
        model = self.model
        if model.moves is not None:
            listed = model.moves.get(maker, {})
            return [set_of(listed.get(state, ())) for state in range(model.size)]
        assert model.codes is not None
        own = 0
        for option in model.owned(maker):
            own |= 1 << option
        groups: dict[int, list[int]] = {}
        codes = [int(code) for code in model.codes]
        for state, code in enumerate(codes):
            groups.setdefault(code & ~own, []).append(state)
        up = sum(1 << k for k, o in enumerate(model.options) if o.direction == "only_to_yes")
        down = sum(1 << k for k, o in enumerate(model.options) if o.direction == "only_to_no")
        result = [0] * model.size
        for group in groups.values():
            everywhere = set_of(group)
            for state in group:
                if not own & (up | down):
                    result[state] = everywhere & ~(1 << state)
                    continue
                code = codes[state]
                result[state] = set_of(
                    other
                    for other in group
                    if other != state
                    and not (code & up & ~codes[other])
                    and not (~code & down & codes[other])
                )
        return result

    def moves(self, maker: str, state: int) -> int:
        """R_i(s): what ``maker`` can move to in one step."""
        return self._moves[maker][state]

    def better(self, maker: str, state: int) -> int:
        """What ``maker`` is known to prefer to ``state``."""
        return self._better[maker].better(state)

    def unknown(self, maker: str, state: int) -> int:
        """What ``maker`` cannot be said to like more, less or as much as ``state``."""
        return self._better[maker].unknown(state)

    def much_worse(self, maker: str, state: int) -> int:
        """What is much less preferred than ``state`` (strength of preference)."""
        return self._better[maker].much_worse(state)

    def improvements(self, maker: str, state: int) -> int:
        """R_i^+(s): the unilateral improvements of ``maker``."""
        key = (maker, state)
        if key not in self._improved:
            good = self.better(maker, state)
            if self.leaves:
                good |= self.unknown(maker, state)
            self._improved[key] = self.moves(maker, state) & good
        return self._improved[key]

    def deterring(self, maker: str, state: int) -> int:
        """The states that would deter ``maker`` from leaving ``state``: not better ones."""
        result = self.all & ~self.better(maker, state)
        return result if self.deters else result & ~self.unknown(maker, state)

    def joint(self, group: frozenset[str], state: int, *, improving: bool = False) -> int:
        """R_H(s) or R_H^+(s): what legal sequences of moves of ``group`` reach.

        Anybody of the group may move, nobody twice in a row (Fang, Hipel and Kilgour 1993,
        definition 2.6); where ``improving``, each by an improvement of its own.
        """
        key = (group, state, improving)
        if key not in self._joint:
            self._joint[key] = self._closure(group, state, improving)
        return self._joint[key]

    def _closure(self, group: frozenset[str], state: int, improving: bool) -> int:
        step = self.improvements if improving else self.moves
        arrived = dict.fromkeys(sorted(group), 0)  # by whose move each state was reached
        todo: list[tuple[int, str]] = [(state, "")]
        while todo:
            here, last = todo.pop()
            for maker in arrived:
                if maker == last:
                    continue
                new = step(maker, here) & ~arrived[maker]
                arrived[maker] |= new
                todo.extend((there, maker) for there in members(new))
        result = 0
        for reached in arrived.values():
            result |= reached
        return result


class _Order:
    """One decision maker's order as sets."""

    def __init__(self, maker: DecisionMaker, size: int) -> None:
        self._size = size
        self._all = (1 << size) - 1
        self._preference = maker.preference
        self._above: dict[int, int] = {}
        if isinstance(maker.preference, Ranking):
            self._levels(maker.preference.ranks)

    def _levels(self, ranks: np.ndarray) -> None:
        by_rank: dict[int, list[int]] = {}
        for state, rank in enumerate(ranks.tolist()):
            by_rank.setdefault(rank, []).append(state)
        self._ranks = ranks.tolist()
        self._same = {rank: set_of(states) for rank, states in by_rank.items()}
        above = 0
        for rank in sorted(by_rank, reverse=True):
            self._above[rank] = above
            above |= self._same[rank]

    def better(self, state: int) -> int:
        if isinstance(self._preference, Ranking):
            return self._above[self._ranks[state]]
        return set_of(self._preference.better.get(state, ()))

    def unknown(self, state: int) -> int:
        if isinstance(self._preference, Ranking):
            if self._preference.unstated == "tie":
                return 0
            return self._same[self._ranks[state]] & ~(1 << state)
        partial = self._preference
        known = set_of(partial.better.get(state, ())) | set_of(partial.alike.get(state, ()))
        for other in range(self._size):
            if state in partial.better.get(other, ()):
                known |= 1 << other
        return self._all & ~known & ~(1 << state)

    def much_worse(self, state: int) -> int:
        if not isinstance(self._preference, Ranking) or self._preference.much is None:
            return 0
        edge = self._ranks[state] - self._preference.much
        return set_of(s for s, rank in enumerate(self._ranks) if rank <= edge)
