"""Why a state is stable or not: each improvement with the answer that deters it, in words."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.strategy.graph import Graph, members
from onrecord.strategy.model import Model, ModelError
from onrecord.strategy.paths import Path
from onrecord.strategy.stability import CONCEPTS, NAMES

_SYMMETRIC = ("SMR", "SSEQ")
_IMPROVING = ("SEQ", "SSEQ")


@dataclass(frozen=True)
class Move:
    """An improvement of the focal decision maker, with what answers it.

    Attributes:
        to: position of the state it leads to.
        answer: the path from there to a state that deters, or None where nothing does.
    """

    to: int
    answer: Path | None


@dataclass(frozen=True)
class Verdict:
    """Whether a state is stable for a decision maker, and by which moves.

    Attributes:
        model: of what.
        concept, maker, state: which question.
        stable: the answer.
        moves: the improvements, each with its answer.
    """

    model: Model
    concept: str
    maker: str
    state: int
    stable: bool
    moves: tuple[Move, ...]

    def __str__(self) -> str:
        """The verdict in plain sentences."""
        return narrate(self)


def explain(model: Model, concept: str, maker: str, state: int) -> Verdict:
    """Ask why.

    Args:
        model: the model.
        concept: ``R``, ``GMR``, ``SMR``, ``SEQ`` or ``SSEQ``.
        maker: id of the focal decision maker.
        state: position of the state.

    Raises:
        ModelError: an unknown concept, decision maker or state.
    """
    if concept not in CONCEPTS or concept == "SIM":
        raise ModelError(f"no answer for concept {concept!r}; ask R, GMR, SMR, SEQ or SSEQ")
    model.maker(maker)
    if not 0 <= state < model.size:
        raise ModelError(f"there is no state at position {state}")
    graph = Graph(model)
    moves = tuple(
        Move(s1, None if concept == "R" else _answer(graph, concept, maker, state, s1))
        for s1 in members(graph.improvements(maker, state))
    )
    stable = all(move.answer is not None for move in moves)
    return Verdict(model, concept, maker, state, stable, moves)


def _answer(graph: Graph, concept: str, maker: str, state: int, s1: int) -> Path | None:
    """A shortest path of the others from ``s1`` to a state that deters, or None."""
    step = graph.improvements if concept in _IMPROVING else graph.moves
    deterring = graph.deterring(maker, state)
    seen = {other: 0 for other in graph.makers if other != maker}
    layer = [Path((s1,), ())]
    while layer:
        following = []
        for path in layer:
            for other in seen:
                if path.movers and path.movers[-1] == other:
                    continue
                new = step(other, path.states[-1]) & ~seen[other]
                seen[other] |= new
                for there in members(new):
                    longer = Path((*path.states, there), (*path.movers, other))
                    if deterring >> there & 1 and _holds(graph, concept, maker, state, there):
                        return longer
                    following.append(longer)
        layer = following
    return None


def _holds(graph: Graph, concept: str, maker: str, state: int, s2: int) -> bool:
    """Whether the focal decision maker cannot escape from the answer."""
    if concept not in _SYMMETRIC:
        return True
    better = graph.all & ~graph.deterring(maker, state)
    return not graph.moves(maker, s2) & better


def narrate(verdict: Verdict) -> str:
    """Two or three plain sentences."""
    model, maker = verdict.model, verdict.model.maker(verdict.maker)
    here = model.describe(verdict.state)
    head = f"Where things stand at state {model.labels[verdict.state]} ({here}), {maker.name}"
    kind = NAMES[verdict.concept]
    if not verdict.moves:
        return f"{head} has no move that it would gain by, so it stays ({kind})."
    open_moves = [move for move in verdict.moves if move.answer is None]
    if open_moves:
        move = open_moves[0]
        if verdict.concept == "R":
            change = _change(model, verdict.state, move.to)
            return f"{head} would gain by {change}. So it would not stay there ({kind})."
        return (
            f"{head} would gain by {_change(model, verdict.state, move.to)}, and nothing the others"
            f" {_can(verdict.concept)} do would leave it as badly off again."
            f" So it would not stay there ({kind})."
        )
    parts: list[str] = []
    for move in verdict.moves[:2]:
        assert move.answer is not None
        parts.append(
            f"{'would gain by' if not parts else 'by'} {_change(model, verdict.state, move.to)},"
            f" but {_answers(model, move.answer)}, which leaves it no better off than now"
        )
    more = len(verdict.moves) - 2
    rest = f" The same holds for {more} more of its moves." if more > 0 else ""
    escape = " It could not escape from there." if verdict.concept in _SYMMETRIC else ""
    return f"{head} {'; and '.join(parts)}.{escape}{rest} So it stays ({kind})."


def _can(concept: str) -> str:
    return "would gain by and" if concept in _IMPROVING else "could"


def _answers(model: Model, path: Path) -> str:
    steps = []
    for at, mover in enumerate(path.movers):
        change = _change(model, path.states[at], path.states[at + 1])
        steps.append(f"{model.maker(mover).name} can answer by {change}")
    return ", then ".join(steps)


def _change(model: Model, before: int, after: int) -> str:
    """What is done and what is left on the way from one state to another."""
    if model.codes is None or not model.options:
        return f"going to state {model.labels[after]}"
    then, now = set(model.taken(before)), set(model.taken(after))
    done = [f"choosing to “{o.label or o.id}”" for o in model.options if o in now - then]
    left = [f"no longer choosing to “{o.label or o.id}”" for o in model.options if o in then - now]
    return " and ".join(done + left)
