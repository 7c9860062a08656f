"""The integrated graph as SVG, and the states as a table of text.

States stand on a circle, equilibria filled; arrows are moves, one colour a decision maker, drawn
full where they are improvements; the paths from the status quo are drawn strong. No program
beside a browser is needed, and all text is escaped.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from html import escape

from onrecord.strategy.graph import Graph, members
from onrecord.strategy.model import Model, ModelError
from onrecord.strategy.paths import Path, evolution
from onrecord.strategy.solve import Solution

COLOURS = ("#1b5e8c", "#b3401d", "#3b7a3b", "#7a4b94", "#8a6d1d", "#00707a")
MOST_DRAWN = 64  # states; more would be a blot
SIZE = 720


def svg(solution: Solution, concept: str = "SEQ") -> str:
    """The graph of a small model.

    Args:
        solution: solved for ``concept``.
        concept: whose equilibria are filled.

    Raises:
        ModelError: more than ``MOST_DRAWN`` states.
    """
    model = solution.model
    if model.size > MOST_DRAWN:
        raise ModelError(f"{model.size} states are too many to draw; at most {MOST_DRAWN}")
    graph = Graph(model, solution.reading)
    places = _circle(model.size)
    equilibria = set(solution.equilibria(concept))
    walked = _walked(graph, model.status_quo, equilibria)
    legend = 24 * len(model.makers) + 60
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE + legend}"'
        ' font-family="sans-serif" font-size="13" role="img">',
        f"<title>{escape(model.name)}: states, improvements and equilibria under {concept}</title>",
        "<defs>",
        *(
            f'<marker id="tip{at}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7"'
            f' markerHeight="7" orient="auto"><path d="M0 0L8 4L0 8z" fill="{_colour(at)}"/>'
            "</marker>"
            for at in range(len(model.makers))
        ),
        "</defs>",
    ]
    for at, maker in enumerate(graph.makers):
        for state in range(model.size):
            for there in members(graph.improvements(maker, state)):
                strong = (state, maker, there) in walked
                parts.append(_arrow(places[state], places[there], at, strong))
    for state, (x, y) in enumerate(places):
        parts.append(_node(model, state, x, y, state in equilibria))
    parts += _legend(model, concept)
    return "\n".join([*parts, "</svg>"]) + "\n"


def _circle(count: int) -> list[tuple[float, float]]:
    middle, radius = SIZE / 2, SIZE / 2 - 50
    return [
        (
            middle + radius * math.sin(2 * math.pi * at / count),
            middle - radius * math.cos(2 * math.pi * at / count),
        )
        for at in range(count)
    ]


def _walked(graph: Graph, start: int | None, equilibria: set[int]) -> set[tuple[int, str, int]]:
    """The moves on the shortest paths by improvements from the status quo to equilibria."""
    if start is None:
        return set()
    paths: Sequence[Path] = [p for s, p in evolution(graph, start).items() if s in equilibria]
    return {
        (path.states[k], path.movers[k], path.states[k + 1])
        for path in paths
        for k in range(len(path.movers))
    }


def _arrow(start: tuple[float, float], end: tuple[float, float], maker: int, strong: bool) -> str:
    (x1, y1), (x2, y2) = start, end
    length = math.hypot(x2 - x1, y2 - y1) or 1.0
    ux, uy = (x2 - x1) / length, (y2 - y1) / length
    bend = 10 + 6 * maker
    mx, my = (x1 + x2) / 2 - uy * bend, (y1 + y2) / 2 + ux * bend
    x1, y1, x2, y2 = x1 + 18 * ux, y1 + 18 * uy, x2 - 18 * ux, y2 - 18 * uy
    width, opacity = (3, 1.0) if strong else (1, 0.45)
    return (
        f'<path d="M{x1:.1f} {y1:.1f}Q{mx:.1f} {my:.1f} {x2:.1f} {y2:.1f}" fill="none"'
        f' stroke="{_colour(maker)}" stroke-width="{width}" opacity="{opacity}"'
        f' marker-end="url(#tip{maker})"/>'
    )


def _node(model: Model, state: int, x: float, y: float, is_equilibrium: bool) -> str:
    fill, ink = ("#222", "#fff") if is_equilibrium else ("#fff", "#222")
    ring = ' stroke-width="3"' if state == model.status_quo else ""
    return (
        f'<g><title>{escape(model.describe(state))}</title><circle cx="{x:.1f}" cy="{y:.1f}" r="16"'
        f' fill="{fill}" stroke="#222"{ring}/><text x="{x:.1f}" y="{y + 4.5:.1f}" fill="{ink}"'
        f' text-anchor="middle">{escape(model.labels[state])}</text></g>'
    )


def _legend(model: Model, concept: str) -> list[str]:
    lines = []
    for at, maker in enumerate(model.makers):
        y = SIZE + 20 + 24 * at
        lines.append(
            f'<path d="M20 {y}h30" stroke="{_colour(at)}" stroke-width="3"/>'
            f'<text x="60" y="{y + 4}">improvements of {escape(maker.name)}</text>'
        )
    y = SIZE + 24 + 24 * len(model.makers)
    note = f"black: equilibria under {concept}; bold arrows: shortest paths from the status quo"
    return [*lines, f'<text x="20" y="{y}" fill="#555">{escape(note)}</text>']


def _colour(at: int) -> str:
    return COLOURS[at % len(COLOURS)]


def table(solution: Solution, states: Sequence[int] | None = None) -> list[list[str]]:
    """The states as rows of text: label, Y or N for each option, then who it is stable for.

    Args:
        solution: of a model.
        states: positions; all where not given.
    """
    model = solution.model
    rows = [
        [
            "state",
            *(o.id for o in model.options),
            *(f"{c} {m.id}" for c in solution.table for m in model.makers),
        ]
    ]
    for state in range(model.size) if states is None else states:
        taken = set(model.taken(state))
        rows.append(
            [
                model.labels[state],
                *("Y" if option in taken else "N" for option in model.options),
                *(
                    "x" if solution.table[c][m.id][state] else ""
                    for c in solution.table
                    for m in model.makers
                ),
            ]
        )
    return rows
