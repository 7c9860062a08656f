"""Stability over option combinations without any table of moves: array transforms.

Where every decision maker moves by changing options of its own, the states it can reach from a
state are the states of one group: those that agree in everybody else's options. Nash, GMR, SMR
and SEQ then need no list of moves, only reductions over groups, and over the connected
components of the opponents' moves (Kilgour, Hipel and Fang, Automatica 1987, for two decision
makers; Fang, Hipel and Kilgour, "Interactive Decision Making", 1993, for more).

With rank_i(s) the rank of a state for decision maker i (higher is better), G_i(s) its group, and
C_i(s) the states that the others can reach from s by legal sequences, s included:

    Nash   rank_i(s) >= max over G_i(s) of rank_i
    GMR    rank_i(s) >= max over t in G_i(s) of  min over C_i(t) of rank_i
    SMR    rank_i(s) >= max over t in G_i(s) of  min(rank_i(t), min over u in C_i(t) of the
                        maximum of rank_i over G_i(u))
    SEQ    as GMR-with-improvements: C_i(t) by the others' unilateral improvements only, and
           only t with rank_i(t) > rank_i(s) count:
           rank_i(s) >= max over t in G_i(s) of  min(rank_i(t), min over C+_i(t) of rank_i)

That nobody moves twice in a row takes nothing away here: two moves of one decision maker in a
row are one move of its own, and two improvements one improvement. Time O(n 2^n) for Nash; GMR and
SMR repeat the reduction over the others until nothing changes (once for each where all states
are feasible); memory a few arrays of one number a state.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Ranks = NDArray[np.int32]
Flags = NDArray[np.bool_]

LOWEST = np.iinfo(np.int32).min
HIGHEST = np.iinfo(np.int32).max


class OptionSpace:
    """The states of a model by option combination: state number = bits of the options.

    Args:
        options: how many options there are; option k is bit k of a state's number.
        owned: for each decision maker the numbers of its options; they are disjoint.
        feasible: which of the 2**options combinations are states.

    Raises:
        ValueError: an option is owned twice, or ``feasible`` has another length.
    """

    def __init__(self, options: int, owned: Sequence[Sequence[int]], feasible: Flags) -> None:
        every = [option for own in owned for option in own]
        if len(set(every)) != len(every) or any(not 0 <= o < options for o in every):
            raise ValueError("each option belongs to exactly one decision maker")
        if feasible.shape != (1 << options,):
            raise ValueError(f"feasible must have 2**{options} entries")
        self.options = options
        self.owned = tuple(tuple(sorted(own)) for own in owned)
        self.feasible = feasible
        self.is_whole = bool(feasible.all())

    # --- reductions over a decision maker's group

    def _reduce(self, values: Ranks, who: int, combine: Callable[[Ranks, Ranks], Ranks]) -> Ranks:
        """Each state's reduction of ``values`` over its group for ``who``.

        One step an option: the two halves that differ in it are combined.
        """
        result = values.copy()
        for option in self.owned[who]:
            halves = result.reshape(-1, 2, 1 << option)
            both = combine(halves[:, 0], halves[:, 1])
            halves[:, 0] = both
            halves[:, 1] = both
        return result

    def group_max(self, values: Ranks, who: int) -> Ranks:
        """The maximum over the feasible states of each state's group."""
        known = values if self.is_whole else np.where(self.feasible, values, LOWEST)
        return self._reduce(known.astype(np.int32), who, np.maximum)

    def reached_min(self, values: Ranks, without: int) -> Ranks:
        """The minimum over what all but ``without`` can reach by moves of any kind."""
        others = [j for j in range(len(self.owned)) if j != without and self.owned[j]]
        known = values if self.is_whole else np.where(self.feasible, values, HIGHEST)
        while True:
            before = known
            for other in others:
                known = np.minimum(known, self._reduce(known, other, np.minimum))
                if not self.is_whole:
                    known = np.where(self.feasible, known, HIGHEST)
            if self.is_whole or len(others) < 2 or np.array_equal(before, known):
                return known


class Improvements:
    """The unilateral improvements of one decision maker, group by group.

    The states of each group are sorted by rank once; the best or worst of what can be improved
    to is then a cumulative reduction.

    Args:
        space: the states.
        who: the decision maker.
        ranks: its ranks, higher is better.
    """

    def __init__(self, space: OptionSpace, who: int, ranks: Ranks) -> None:
        own = space.owned[who]
        rest = [o for o in range(space.options) if o not in own]
        self._index = _numbers(rest)[:, None] + _numbers(own)[None, :]
        known = np.where(space.feasible, ranks, LOWEST)[self._index]
        order = np.argsort(known, axis=1, kind="stable")
        self._index = np.take_along_axis(self._index, order, 1)
        known = np.take_along_axis(known, order, 1)
        # the first place in the row with a higher rank
        width = known.shape[1]
        rises = np.ones(known.shape, bool)
        rises[:, 1:] = known[:, 1:] > known[:, :-1]
        starts = np.where(rises, np.arange(width), width)
        following = np.minimum.accumulate(starts[:, ::-1], 1)[:, ::-1]
        self._next = np.full(known.shape, width)
        self._next[:, :-1] = following[:, 1:]

    def reached_min(self, values: Ranks) -> Ranks:
        """For each state the minimum of ``values`` over what it improves to; else HIGHEST."""
        rows = values[self._index]
        least = np.full((rows.shape[0], rows.shape[1] + 1), HIGHEST, np.int32)
        least[:, :-1] = np.minimum.accumulate(rows[:, ::-1], 1)[:, ::-1]
        result = np.empty_like(values)
        result[self._index] = np.take_along_axis(least, self._next, 1)
        return result


def _numbers(options: Sequence[int]) -> NDArray[np.int64]:
    """All combinations of ``options`` as state numbers."""
    found = np.zeros(1, np.int64)
    for option in options:
        found = np.concatenate([found, found + (1 << option)])
    return found


def nash(space: OptionSpace, who: int, ranks: Ranks) -> Flags:
    """Whether ``who`` has no unilateral improvement from each state (Nash 1950)."""
    return space.feasible & (ranks >= space.group_max(ranks, who))


def gmr(space: OptionSpace, who: int, ranks: Ranks) -> Flags:
    """General metarationality (Howard 1971): every improvement can be answered to harm."""
    worst = space.reached_min(ranks, who)
    return space.feasible & (ranks >= space.group_max(worst, who))


def smr(space: OptionSpace, who: int, ranks: Ranks) -> Flags:
    """Symmetric metarationality (Howard 1971): and the harm cannot be escaped."""
    escape = space.group_max(ranks, who)
    worst = np.minimum(ranks, space.reached_min(escape, who))
    return space.feasible & (ranks >= space.group_max(worst, who))


def seq(space: OptionSpace, who: int, ranks: Ranks, improvements: Sequence[Improvements]) -> Flags:
    """Sequential stability (Fraser and Hipel 1979): the answer improves on who gives it.

    Args:
        improvements: of each decision maker, in the order of ``space.owned``.
    """
    return _answered(space, who, ranks, ranks, improvements)


def sseq(space: OptionSpace, who: int, ranks: Ranks, improvements: Sequence[Improvements]) -> Flags:
    """Symmetric sequential stability (Rego and Vieira 2017): and cannot be escaped."""
    return _answered(space, who, ranks, space.group_max(ranks, who), improvements)


def _answered(
    space: OptionSpace,
    who: int,
    ranks: Ranks,
    harm: Ranks,
    improvements: Sequence[Improvements],
) -> Flags:
    """Whether each improvement meets an answer by improvements that leaves ``harm`` low enough."""
    worst = np.where(space.feasible, harm, HIGHEST).astype(np.int32)
    others = [j for j in range(len(space.owned)) if j != who and space.owned[j]]
    while True:
        before = worst
        for other in others:
            worst = np.minimum(worst, improvements[other].reached_min(worst))
        if len(others) < 2 or np.array_equal(before, worst):
            break
    return space.feasible & (ranks >= space.group_max(np.minimum(ranks, worst), who))
