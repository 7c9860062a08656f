"""Status quo analysis: what can be reached from where things stand, and by whose moves.

After Li, Kilgour and Hipel ("Status quo analysis in the graph model", 2005): legal paths, nobody
moving twice in a row, by any moves or by improvements alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.strategy.graph import Graph, members


@dataclass(frozen=True)
class Path:
    """A shortest legal path.

    Attributes:
        states: positions, the first being where it starts.
        movers: who makes each move; one fewer than ``states``.
    """

    states: tuple[int, ...]
    movers: tuple[str, ...]

    def __len__(self) -> int:
        """How many moves it takes."""
        return len(self.movers)


def evolution(graph: Graph, start: int, *, improving: bool = True) -> dict[int, Path]:
    """Every state that legal sequences reach from ``start``, with a shortest path.

    Args:
        graph: the model.
        start: position of the status quo.
        improving: whether each move must be an improvement of who makes it.

    Complexity: O(states x decision makers) steps of one set operation each.
    """
    step = graph.improvements if improving else graph.moves
    found = {start: Path((start,), ())}
    seen: dict[str, int] = dict.fromkeys(graph.makers, 0)
    layer = [found[start]]
    while layer:
        following = []
        for path in layer:
            last = path.movers[-1] if path.movers else None
            for maker in graph.makers:
                if maker == last:
                    continue
                new = step(maker, path.states[-1]) & ~seen[maker]
                seen[maker] |= new
                for there in members(new):
                    longer = Path((*path.states, there), (*path.movers, maker))
                    found.setdefault(there, longer)
                    following.append(longer)
        layer = following
    return found
