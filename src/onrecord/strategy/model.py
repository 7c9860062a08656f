"""A graph model: who decides, over what, what states there are, who can move, who prefers what.

The terms are those of Fang, Hipel and Kilgour, "Interactive Decision Making: The Graph Model for
Conflict Resolution" (Wiley, 1993). A model is given by options (each controlled by one decision
maker; a state is a combination of options taken and not taken) or by its states and moves.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from onrecord.strategy.propositions import Proposition

Direction = Literal["both", "only_to_yes", "only_to_no"]
Ranks = NDArray[np.int32]

MOST_OPTIONS = 24  # 2**24 states; more would not fit a laptop's memory
MOST_LISTED = 50_000  # states of a model whose moves are listed


class ModelError(ValueError):
    """A model that makes no sense; the message names what and where."""


@dataclass(frozen=True)
class Option:
    """Something that a decision maker can do or leave.

    Attributes:
        id: as preference statements name it.
        owner: the id of the decision maker who controls it.
        label: in plain words.
        direction: which way it can be changed; "only_to_yes" cannot be taken back.
        cites: ids of rows of a record that it rests on.
    """

    id: str
    owner: str
    label: str = ""
    direction: Direction = "both"
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class PreferenceStatement:
    """One statement of an option prioritisation.

    Attributes:
        proposition: what is preferred to be true.
        cites: ids of rows that say so.
        assumed: whether nobody is recorded as saying it.
        means: in plain words.
    """

    proposition: Proposition
    cites: tuple[str, ...] = ()
    assumed: bool = False
    means: str = ""


@dataclass(frozen=True)
class Ranking:
    """A complete order with ties.

    Attributes:
        ranks: of each state, by position; higher is better.
        much: how many ranks apart two states are at least for one to be much better, or None
            where strength was not given.
        unstated: "tie" where states of one rank are equally good, "unknown" where nothing is known
            of them because no statement tells them apart.
        statements: the prioritised statements it was computed from, the most important first.
    """

    ranks: Ranks
    much: int | None = None
    unstated: Literal["tie", "unknown"] = "tie"
    statements: tuple[PreferenceStatement, ...] = ()


@dataclass(frozen=True)
class Partial:
    """Pairwise preference; pairs that it does not relate are unknown.

    Attributes:
        better: position of a state -> positions of those preferred to it.
        alike: position of a state -> positions of those as good as it.
    """

    better: Mapping[int, frozenset[int]]
    alike: Mapping[int, frozenset[int]] = field(default_factory=dict)


@dataclass(frozen=True)
class DecisionMaker:
    """Somebody who controls options or moves, and prefers some states to others.

    Attributes:
        id, name: how it is referred to.
        preference: its order of the states.
        power: not used by the solver; kept for narration.
        cites: ids of rows it rests on.
    """

    id: str
    name: str
    preference: Ranking | Partial
    cites: tuple[str, ...] = ()


@dataclass(frozen=True)
class Model:
    """A conflict.

    Attributes:
        name: of the model.
        makers: the decision makers.
        options: in the order of the bits of ``codes``; empty for a model of listed moves.
        codes: of each state the combination of options (option k is bit k), in the order of the
            states; None for a model of listed moves without options.
        labels: what each state is called; its number from 1 where it is not named.
        moves: decision maker -> position of a state -> positions it can move to; None where
            moves follow from the options.
        status_quo: position of the state where things stand, or None.
        notes: what the file says about itself.
    """

    name: str
    makers: tuple[DecisionMaker, ...]
    options: tuple[Option, ...]
    codes: NDArray[np.int64] | None
    labels: tuple[str, ...]
    moves: Mapping[str, Mapping[int, frozenset[int]]] | None = None
    status_quo: int | None = None
    notes: str = ""

    @property
    def size(self) -> int:
        """How many states there are."""
        return len(self.labels) if self.codes is None else len(self.codes)

    @cached_property
    def position(self) -> dict[str, int]:
        """Label -> position."""
        return {label: at for at, label in enumerate(self.labels)}

    @cached_property
    def position_of_code(self) -> dict[int, int]:
        """Combination of options -> position of its state."""
        return {} if self.codes is None else {int(c): at for at, c in enumerate(self.codes)}

    def maker(self, name: str) -> DecisionMaker:
        """The decision maker of an id.

        Raises:
            ModelError: there is none.
        """
        for maker in self.makers:
            if maker.id == name:
                return maker
        raise ModelError(
            f"no decision maker {name!r}; there are " + _listed(m.id for m in self.makers)
        )

    def taken(self, state: int) -> tuple[Option, ...]:
        """The options that are taken in a state."""
        if self.codes is None:
            return ()
        code = int(self.codes[state])
        return tuple(o for at, o in enumerate(self.options) if code >> at & 1)

    def describe(self, state: int) -> str:
        """A state in plain words: what is done in it."""
        if self.codes is None or not self.options:
            return f"state {self.labels[state]}"
        done = [option.label or option.id for option in self.taken(state)]
        return "; ".join(done) if done else "nobody does anything"

    def owned(self, maker: str) -> tuple[int, ...]:
        """The numbers of the options that ``maker`` controls."""
        return tuple(at for at, option in enumerate(self.options) if option.owner == maker)

    @cached_property
    def is_reversible(self) -> bool:
        """Whether every option can be taken and left again."""
        return all(option.direction == "both" for option in self.options)


def enumerate_states(
    options: int, infeasible: Sequence[Mapping[int, bool]]
) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """The feasible combinations, in order, and a flag for each of all combinations.

    Args:
        options: how many there are.
        infeasible: patterns: option number -> value; a combination that fits one is no state.

    Raises:
        ModelError: too many options, or nothing is left.
    """
    if options > MOST_OPTIONS:
        raise ModelError(
            f"{options} options make 2^{options} combinations; at most {MOST_OPTIONS} options"
            " can be solved: leave some out, or list the states"
        )
    codes = np.arange(1 << options, dtype=np.int64)
    feasible = np.ones(1 << options, bool)
    for pattern in infeasible:
        fits = np.ones(1 << options, bool)
        for option, value in pattern.items():
            fits &= (codes >> option & 1).astype(bool) == value
        feasible &= ~fits
    if not feasible.any():
        raise ModelError("no combination of options is feasible: the patterns rule out all")
    return codes[feasible], feasible


def prioritised(
    statements: Sequence[PreferenceStatement],
    options: Sequence[Option],
    codes: NDArray[np.int64],
) -> Ranks:
    """Ranks from statements in order of importance: the first that tells two states apart decides.

    The score of a state is the sum of 2**(k - j) over the true statements j of k (Peng, Hipel and
    Kilgour 1997), which orders as a lexicographic comparison does.
    """
    columns = {option.id: (codes >> at & 1).astype(bool) for at, option in enumerate(options)}
    ranks = np.zeros(len(codes), np.int64)
    for statement in statements:
        true = np.broadcast_to(statement.proposition.evaluate(columns), ranks.shape)
        _, ranks = np.unique(ranks * 2 + true, return_inverse=True)
    return ranks.astype(np.int32)


def weighted(
    weights: Mapping[str, float], options: Sequence[Option], codes: NDArray[np.int64]
) -> Ranks:
    """Ranks from weights: a state's worth is the sum over the options taken in it."""
    worth = np.zeros(len(codes))
    for at, option in enumerate(options):
        worth += weights.get(option.id, 0.0) * (codes >> at & 1)
    _, ranks = np.unique(np.round(worth, 9), return_inverse=True)
    return ranks.astype(np.int32)


def _listed(names: object) -> str:
    return ", ".join(names)  # type: ignore[arg-type]
