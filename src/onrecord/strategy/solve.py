"""Which states are stable for whom, and which are equilibria."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from onrecord.strategy import bits
from onrecord.strategy.graph import Graph, Reading
from onrecord.strategy.model import Model, ModelError, Partial, Ranking
from onrecord.strategy.stability import CONCEPTS, is_strong

Flags = NDArray[np.bool_]
BY_SETS = 1 << 11  # states up to which the solver by sets is used where either could be
_BITWISE = ("R", "GMR", "SMR", "SEQ", "SSEQ")


@dataclass(frozen=True)
class Solution:
    """The stability of every state.

    Attributes:
        model: what was solved.
        reading: how unknown preference was read (``Graph``).
        table: concept -> decision maker -> a flag for each state.
        strong: the same for strong stability, where some ranking gives strength; else empty.
    """

    model: Model
    reading: Reading
    table: dict[str, dict[str, Flags]]
    strong: dict[str, dict[str, Flags]]

    def stable(self, concept: str, maker: str) -> list[int]:
        """Positions of the states that are stable for ``maker`` under ``concept``."""
        return [int(s) for s in np.flatnonzero(self.table[concept][maker])]

    def equilibria(self, concept: str) -> list[int]:
        """Positions of the states that are stable for every decision maker."""
        flags = np.logical_and.reduce(list(self.table[concept].values()))
        return [int(s) for s in np.flatnonzero(flags)]


def solve(
    model: Model, concepts: Sequence[str] = tuple(CONCEPTS), *, reading: Reading = "b"
) -> Solution:
    """Solve a model.

    Args:
        model: the model.
        concepts: of ``R`` (Nash), ``GMR``, ``SMR``, ``SEQ``, ``SSEQ``, ``SIM``.
        reading: of unknown preference, ``a`` to ``d`` (see ``Graph``).

    Raises:
        ModelError: an unknown concept; one that cannot be had for a model of this size.

    Complexity: with the solver by sets, for n states and m decision makers, at worst O(m n) joint
    closures of O(m n) each; for option models above ``BY_SETS`` states as ``bits`` says.
    """
    unknown = [c for c in concepts if c not in CONCEPTS]
    if unknown:
        raise ModelError(f"no concept {unknown[0]!r}; there are {', '.join(CONCEPTS)}")
    if _is_bitwise(model, concepts):
        return Solution(model, reading, _by_bits(model, concepts), {})
    graph = Graph(model, reading)
    states = range(model.size)
    table = {
        concept: {
            maker: np.array([CONCEPTS[concept](graph, maker, s) for s in states], bool)
            for maker in graph.makers
        }
        for concept in concepts
    }
    strong = {}
    if any(isinstance(m.preference, Ranking) and m.preference.much for m in model.makers):
        strong = {
            concept: {
                maker: table[concept][maker]
                & np.array([is_strong(graph, concept, maker, s) for s in states], bool)
                for maker in graph.makers
            }
            for concept in concepts
            if concept != "SIM"
        }
    return Solution(model, reading, table, strong)


def _is_bitwise(model: Model, concepts: Sequence[str]) -> bool:
    return (
        model.size > BY_SETS
        and model.codes is not None
        and model.moves is None
        and model.is_reversible
        and all(c in _BITWISE for c in concepts)
        and all(_is_known(m.preference) for m in model.makers)
    )


def _is_known(preference: Ranking | Partial) -> bool:
    """Whether every pair of states is known to be better, worse or alike."""
    if isinstance(preference, Partial):
        return False
    ranks = preference.ranks
    return preference.unstated == "tie" or len(np.unique(ranks)) == len(ranks)


def _by_bits(model: Model, concepts: Sequence[str]) -> dict[str, dict[str, Flags]]:
    assert model.codes is not None
    feasible = np.zeros(1 << len(model.options), bool)
    feasible[model.codes] = True
    space = bits.OptionSpace(
        len(model.options), [model.owned(m.id) for m in model.makers], feasible
    )
    ranks = [_spread(model, maker.preference) for maker in model.makers]
    ordered = [c for c in _BITWISE if c in concepts]
    improvements: list[bits.Improvements] = []
    if {"SEQ", "SSEQ"} & set(ordered):
        improvements = [bits.Improvements(space, i, rank) for i, rank in enumerate(ranks)]
    table: dict[str, dict[str, Flags]] = {}
    for concept in ordered:
        table[concept] = {}
        for at, maker in enumerate(model.makers):
            if concept in ("SEQ", "SSEQ"):
                ask = bits.seq if concept == "SEQ" else bits.sseq
                flags = ask(space, at, ranks[at], improvements)
            else:
                plain = {"R": bits.nash, "GMR": bits.gmr, "SMR": bits.smr}[concept]
                flags = plain(space, at, ranks[at])
            table[concept][maker.id] = flags[model.codes]
    return table


def _spread(model: Model, preference: Ranking | Partial) -> bits.Ranks:
    """Ranks of the feasible states, by combination of options."""
    assert isinstance(preference, Ranking)
    assert model.codes is not None
    spread = np.zeros(1 << len(model.options), np.int32)
    spread[model.codes] = preference.ranks
    return spread
