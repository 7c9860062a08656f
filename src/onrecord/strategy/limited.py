"""Limited-move and non-myopic stability: looking h moves ahead by backward induction.

After Zagare (1984) and Kilgour (1984), as in Fang, Hipel and Kilgour 1993, chapter 3: two
decision makers move in turn; at horizon h the one to move goes where the state finally reached,
the other answering with horizon h - 1, is strictly best for it, and stays where nothing is
better than staying. A state is L_h stable for i where i, moving first with horizon h, stays.
It is non-myopically stable where it is L_h stable for every horizon from some h on.

With more than two decision makers anybody but the last mover may answer; the anticipated state
is then that of the answer by the first of them, in the order of the model, who would leave
(the generalisation by order of Soares, Ekel and Rego 2022 in its simplest form).
"""

from __future__ import annotations

from onrecord.strategy.graph import Graph, members

Anticipated = dict[tuple[str, int], int]
LONGEST = 200  # horizons tried for the non-myopic case


def limited(graph: Graph, horizon: int) -> dict[str, frozenset[int]]:
    """The L_h stable states of each decision maker.

    Args:
        graph: the model.
        horizon: h, at least 1.

    Raises:
        ValueError: the horizon is below 1.
    """
    if horizon < 1:
        raise ValueError("the horizon is at least 1")
    ahead = _start(graph)
    for _ in range(horizon):
        ahead = _further(graph, ahead)
    return _staying(graph, ahead)


def non_myopic(graph: Graph) -> dict[str, frozenset[int]]:
    """The states that are L_h stable for every horizon from some h on.

    The anticipated states of longer and longer horizons repeat in the end: the states that are
    stable in the whole of that cycle are returned.
    """
    ahead = _start(graph)
    seen: list[Anticipated] = []
    while ahead not in seen and len(seen) < LONGEST:
        seen.append(ahead)
        ahead = _further(graph, ahead)
    cycle = seen[seen.index(ahead) :] if ahead in seen else seen[-1:]
    stable = [_staying(graph, one) for one in cycle]
    return {
        maker: frozenset.intersection(*(one[maker] for one in stable)) for maker in graph.makers
    }


def _start(graph: Graph) -> Anticipated:
    return {(maker, s): s for maker in graph.makers for s in range(graph.model.size)}


def _further(graph: Graph, ahead: Anticipated) -> Anticipated:
    """The anticipated states with one more move ahead."""
    result: Anticipated = {}
    for maker in graph.makers:
        others = [other for other in graph.makers if other != maker]
        for state in range(graph.model.size):
            best = state
            for there in members(graph.moves(maker, state)):
                end = next((ahead[o, there] for o in others if ahead[o, there] != there), there)
                if graph.better(maker, best) >> end & 1:
                    best = end
            result[maker, state] = best
    return result


def _staying(graph: Graph, ahead: Anticipated) -> dict[str, frozenset[int]]:
    return {
        maker: frozenset(s for s in range(graph.model.size) if ahead[maker, s] == s)
        for maker in graph.makers
    }
