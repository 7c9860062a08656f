"""What a model file holds, table by table; ``schema`` gives it as JSON Schema."""

from __future__ import annotations

from typing import Any, Literal

import msgspec

from onrecord.strategy.model import Direction


class MakerRow(msgspec.Struct, forbid_unknown_fields=True):
    """``[[decision_maker]]``: who decides."""

    id: str
    name: str = ""
    cites: tuple[str, ...] = ()


class OptionRow(msgspec.Struct, forbid_unknown_fields=True):
    """``[[option]]``: what its owner can do or leave."""

    id: str
    owner: str
    label: str = ""
    direction: Direction = "both"
    cites: tuple[str, ...] = ()
    why: str = ""


class PatternRow(msgspec.Struct, forbid_unknown_fields=True):
    """``[[infeasible]]``: combinations that cannot be, in one of four ways.

    Attributes:
        pattern: option -> whether it is taken; combinations that fit are no states.
        exclusive: of these at most one can be taken.
        at_least_one: of these at least one is taken.
        if_taken, then_taken: who takes the first takes the second.
    """

    pattern: dict[str, bool] = {}
    exclusive: tuple[str, ...] = ()
    at_least_one: tuple[str, ...] = ()
    if_taken: str = ""
    then_taken: str = ""
    why: str = ""
    cites: tuple[str, ...] = ()


class StatementRow(msgspec.Struct, forbid_unknown_fields=True):
    """A line of ``prefers``: a proposition with what it rests on."""

    text: str
    means: str = ""
    cites: tuple[str, ...] = ()
    assumed: bool = False


class PreferenceRow(msgspec.Struct, forbid_unknown_fields=True):
    """``[[preference]]``: a decision maker's order, in one of four ways.

    Attributes:
        prefers: propositions, the most important first.
        weights: option -> weight; a state is worth the sum over what is taken.
        ranking: states by label, best first, ties together.
        strict: pairs [better, worse]; closed transitively, all other pairs are unknown.
        much: how many ranks make a state *much* better or worse (strength of preference).
        unstated: what states are to each other that no proposition or weight tells apart:
            "unknown" (nobody has said), or "tie" (it is known that they are equally good).
    """

    maker: str
    prefers: tuple[StatementRow | str, ...] = ()
    weights: dict[str, float] = {}
    ranking: tuple[str | int | tuple[str | int, ...], ...] = ()
    strict: tuple[tuple[str | int, str | int], ...] = ()
    much: int | None = None
    unstated: Literal["tie", "unknown"] = "unknown"
    cites: tuple[str, ...] = ()


class StateRow(msgspec.Struct, forbid_unknown_fields=True):
    """``[[state]]``: a state by name, with the options taken in it where there are any."""

    id: str | int
    taken: tuple[str, ...] | None = None


class ModelFile(msgspec.Struct, forbid_unknown_fields=True):
    """A model file."""

    decision_maker: tuple[MakerRow, ...]
    preference: tuple[PreferenceRow, ...]
    name: str = ""
    notes: str = ""
    option: tuple[OptionRow, ...] = ()
    infeasible: tuple[PatternRow, ...] = ()
    state: tuple[StateRow, ...] = ()
    moves: dict[str, tuple[tuple[str | int, str | int], ...]] = {}
    status_quo: str | int | tuple[str, ...] | None = None


def schema() -> dict[str, Any]:
    """The JSON Schema of a model file."""
    return msgspec.json.schema(ModelFile)
