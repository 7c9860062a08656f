"""A solution as a person reads it: outcomes, the way there, and what they rest on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.strategy.graph import Graph
from onrecord.strategy.model import MOST_LISTED, Model, Partial, Ranking
from onrecord.strategy.paths import Path, evolution
from onrecord.strategy.picture import table
from onrecord.strategy.sensitivity import swaps
from onrecord.strategy.solve import Solution
from onrecord.strategy.stability import NAMES
from onrecord.strategy.variants import compare

MOST_SHOWN = 20


def summary(solution: Solution) -> dict[str, Any]:
    """The equilibria as plain data: concept -> [{state, options}]."""
    model = solution.model
    return {
        "model": model.name,
        "states": model.size,
        "decision_makers": [maker.id for maker in model.makers],
        "reading": solution.reading,
        "equilibria": {
            concept: [
                {"state": model.labels[s], "options": [o.id for o in model.taken(s)]}
                for s in solution.equilibria(concept)
            ]
            for concept in solution.table
        },
        "stable": {
            concept: {
                maker: [model.labels[s] for s in solution.stable(concept, maker)] for maker in of
            }
            for concept, of in solution.table.items()
        },
    }


def lines(solution: Solution, *, with_table: bool = False, robust: bool = False) -> Iterator[str]:
    """The report, line by line.

    Args:
        solution: what was solved.
        with_table: every state with who it is stable for.
        robust: what swapping two neighbouring priorities does.
    """
    model = solution.model
    yield f"{model.name}: {model.size} states, {len(model.makers)} decision makers"
    assumed = _assumed(model)
    if assumed:
        yield f"{assumed} preferences are assumed, not cited; see the file"
    if not all(_is_stated(m.preference) for m in model.makers):
        yield f"unstated preferences are unknown (reading {solution.reading})"
    shown: dict[int, list[str]] = {}
    for concept in solution.table:
        for state in solution.equilibria(concept):
            shown.setdefault(state, []).append(concept)
    if not shown:
        yield "no state is stable for all decision makers under these concepts"
    for concept in solution.table:
        count = len(solution.equilibria(concept))
        noun = "equilibrium" if count == 1 else "equilibria"
        yield f"  {concept:5s} {NAMES[concept]}: {count} {noun}"
    paths = _paths(solution)
    for state, concepts in list(shown.items())[:MOST_SHOWN]:
        yield ""
        yield f"state {model.labels[state]}, stable under {', '.join(concepts)}"
        yield f"  {model.describe(state)}"
        yield from (f"  {line}" for line in _way(model, paths.get(state)))
    if len(shown) > MOST_SHOWN:
        yield f"… and {len(shown) - MOST_SHOWN} more"
    if robust:
        yield ""
        yield from _swaps(solution)
    if with_table:
        yield ""
        yield from _aligned(table(solution))


def compared(before: Model, after: Model) -> Iterator[str]:
    """What changes from one model to another."""
    differences = compare(before, after, ("R", "GMR", "SMR", "SEQ"))
    yield f"before: {before.name}; after: {after.name}"
    for difference in differences:
        words = "; ".join(difference.outcome) or "nobody does anything"
        if difference.before and difference.after:
            change = "stays stable"
        else:
            change = "is no longer stable" if difference.before else "becomes stable"
        yield f"  {difference.concept:4s} {change}: {words}"
    if not differences:
        yield "  no equilibrium in either"


def _is_stated(preference: Ranking | Partial) -> bool:
    return isinstance(preference, Ranking) and preference.unstated == "tie"


def _assumed(model: Model) -> int:
    return sum(
        statement.assumed
        for maker in model.makers
        if isinstance(maker.preference, Ranking)
        for statement in maker.preference.statements
    )


def _paths(solution: Solution) -> dict[int, Path]:
    model = solution.model
    if model.status_quo is None or model.size > MOST_LISTED:
        return {}
    return evolution(Graph(model, solution.reading), model.status_quo)


def _way(model: Model, path: Path | None) -> Iterator[str]:
    if model.status_quo is None:
        return
    if path is None:
        yield "not reached from the status quo by improvements alone"
    elif not path.movers:
        yield "this is where things stand"
    else:
        steps = [
            f"{model.maker(mover).name} to state {model.labels[there]}"
            for mover, there in zip(path.movers, path.states[1:], strict=True)
        ]
        yield f"reached by: {', then '.join(steps)}"


def _swaps(solution: Solution) -> Iterator[str]:
    model = solution.model
    found = swaps(model, "SEQ")
    changing = [swap for swap in found if swap.created or swap.destroyed]
    counts = f"{len(changing)} of {len(found)}"
    yield f"{counts} swaps of neighbouring priorities change the SEQ equilibria"
    for swap in changing:
        gone = ", ".join(model.labels[s] for s in swap.destroyed) or "none"
        come = ", ".join(model.labels[s] for s in swap.created) or "none"
        yield f"  {swap.maker}: “{swap.lower}” above “{swap.upper}”: gone {gone}; new {come}"


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
