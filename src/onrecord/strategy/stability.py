"""Stability of a state for a decision maker, by the published definitions.

Each function answers for one state and one decision maker (or coalition); s, s1, s2, s3 are as
in the definitions, R_i are moves and R_i^+ improvements (``graph``).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations, product

from onrecord.strategy.graph import Graph, members

Stable = Callable[[Graph, str, int], bool]


def _others(graph: Graph, maker: str) -> frozenset[str]:
    return frozenset(graph.makers) - {maker}


def nash(graph: Graph, maker: str, state: int) -> bool:
    """R (Nash 1950): R_i^+(s) is empty."""
    return not graph.improvements(maker, state)


def gmr(graph: Graph, maker: str, state: int) -> bool:
    """GMR (Howard 1971): for every s1 in R_i^+(s) some s2 in R_{N-i}(s1) is not better than s."""
    deterring = graph.deterring(maker, state)
    others = _others(graph, maker)
    return all(
        graph.joint(others, s1) & deterring for s1 in members(graph.improvements(maker, state))
    )


def smr(graph: Graph, maker: str, state: int) -> bool:
    """SMR (Howard 1971): as GMR, and no s3 in R_i(s2) is better than s either."""
    return _symmetric(graph, maker, state, improving=False)


def seq(graph: Graph, maker: str, state: int) -> bool:
    """SEQ (Fraser and Hipel 1979): as GMR, s2 in R_{N-i}^+(s1)."""
    deterring = graph.deterring(maker, state)
    others = _others(graph, maker)
    return all(
        graph.joint(others, s1, improving=True) & deterring
        for s1 in members(graph.improvements(maker, state))
    )


def sseq(graph: Graph, maker: str, state: int) -> bool:
    """SSEQ (Rego and Vieira 2017): as SEQ, and no s3 in R_i(s2) is better than s either."""
    return _symmetric(graph, maker, state, improving=True)


def _symmetric(graph: Graph, maker: str, state: int, *, improving: bool) -> bool:
    deterring = graph.deterring(maker, state)
    better = graph.all & ~deterring
    others = _others(graph, maker)
    for s1 in members(graph.improvements(maker, state)):
        answers = graph.joint(others, s1, improving=improving) & deterring
        if not any(not graph.moves(maker, s2) & better for s2 in members(answers)):
            return False
    return True


def sim(graph: Graph, maker: str, state: int) -> bool:
    """SIM (simultaneous sanctioning, Fraser and Hipel 1984), for option models.

    Every improvement s1 of i ends no better than s where some others improve from s at the same
    moment. Where a model has no options there is no such thing as both at once: False unless s
    is Nash stable.
    """
    mine = graph.improvements(maker, state)
    model = graph.model
    if not mine or model.codes is None:
        return not mine
    codes, back = model.codes, model.position_of_code
    base = int(codes[state])
    deterring = graph.deterring(maker, state)
    changes = [
        [0, *(int(codes[s]) ^ base for s in members(graph.improvements(other, state)))]
        for other in graph.makers
        if other != maker
    ]
    together = {_joined(choice) for choice in product(*changes)} - {0}
    for s1 in members(mine):
        ends = (back.get(int(codes[s1]) ^ change) for change in together)
        if not any(end is not None and deterring >> end & 1 for end in ends):
            return False
    return True


def _joined(changes: tuple[int, ...]) -> int:
    result = 0
    for change in changes:
        result ^= change
    return result


CONCEPTS: dict[str, Stable] = {
    "R": nash,
    "GMR": gmr,
    "SMR": smr,
    "SEQ": seq,
    "SSEQ": sseq,
    "SIM": sim,
}
NAMES = {
    "R": "Nash",
    "GMR": "general metarationality",
    "SMR": "symmetric metarationality",
    "SEQ": "sequential stability",
    "SSEQ": "symmetric sequential stability",
    "SIM": "simultaneous sanctioning",
}


# --- strength of preference


def is_strong(graph: Graph, concept: str, maker: str, state: int) -> bool:
    """Whether a state is strongly stable (Hamouda, Kilgour and Hipel 2004).

    A sanction is strong where it leaves the focal decision maker *much* worse off than s; under
    SMR and SSEQ so must everything be that it can move on to. Nash stability has no sanction and
    counts as strong.
    """
    if concept == "R":
        return nash(graph, maker, state)
    much = graph.much_worse(maker, state)
    others = _others(graph, maker)
    improving = concept in ("SEQ", "SSEQ")
    for s1 in members(graph.improvements(maker, state)):
        answers = graph.joint(others, s1, improving=improving) & much
        if concept in ("SMR", "SSEQ"):
            held = (s2 for s2 in members(answers) if not graph.moves(maker, s2) & ~much)
            answers = next((1 << s2 for s2 in held), 0)
        if not answers:
            return False
    return True


# --- coalitions


def coalition_improvements(graph: Graph, coalition: frozenset[str], state: int) -> int:
    """What a coalition reaches by legal sequences and all members prefer (Kilgour et al. 2001)."""
    reached = graph.joint(coalition, state)
    for maker in coalition:
        reached &= graph.better(maker, state)
    return reached


def coalition_stable(graph: Graph, concept: str, coalition: frozenset[str], state: int) -> bool:
    """CNash, CGMR, CSMR and CSEQ (Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008).

    A coalition is deterred from an improvement where the others can move to a state that is not
    better than s for all of its members; under CSMR it cannot escape from there, under CSEQ the
    others move by improvements of their own.
    """
    improved = coalition_improvements(graph, coalition, state)
    if concept == "R" or not improved:
        return not improved
    better = graph.all
    for maker in coalition:
        better &= graph.better(maker, state)
    rest = frozenset(graph.makers) - coalition
    for s1 in members(improved):
        answers = graph.joint(rest, s1, improving=concept == "SEQ") & ~better
        if concept == "SMR":
            held = (s2 for s2 in members(answers) if not graph.joint(coalition, s2) & better)
            answers = next((1 << s2 for s2 in held), 0)
        if not answers:
            return False
    return True


def coalitions(graph: Graph) -> list[frozenset[str]]:
    """Every coalition, single decision makers included, small ones first."""
    return [
        frozenset(group)
        for size in range(1, len(graph.makers) + 1)
        for group in combinations(graph.makers, size)
    ]


def is_universally_stable(graph: Graph, concept: str, state: int) -> bool:
    """Whether a state is stable under ``concept`` for every coalition of any size."""
    return all(coalition_stable(graph, concept, group, state) for group in coalitions(graph))
