"""The neutral JSON of published cases, as what a model file holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.strategy.model import ModelError
from onrecord.strategy.rows import (
    MakerRow,
    ModelFile,
    OptionRow,
    PatternRow,
    PreferenceRow,
    StatementRow,
    StateRow,
)


def case_rows(data: Mapping[str, Any], name: str) -> ModelFile:
    """The rows of a case in JSON (decision_makers, options, preferences …).

    Raises:
        ModelError: it has not what a model needs.
    """
    try:
        options = [
            OptionRow(o["id"], o["dm"], o.get("label", ""), o.get("direction", "both"))
            for o in data.get("options", [])
        ]
        states = [_json_state(s, options) for s in data.get("states", []) if isinstance(s, dict)]
        return ModelFile(
            name=str(data.get("name", name)),
            decision_maker=tuple(
                MakerRow(m["id"], m.get("name", "")) for m in data["decision_makers"]
            ),
            option=tuple(options),
            infeasible=tuple(
                PatternRow(pattern={o: bool(v) for o, v in p.items()})
                for p in data.get("infeasible", [])
            ),
            state=tuple(states),
            moves={
                m: tuple((a, b) for a, b in pairs) for m, pairs in data.get("moves", {}).items()
            },
            preference=tuple(_json_preference(m, p) for m, p in data["preferences"].items()),
            status_quo=_json_status_quo(data),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ModelError(f"not a model in neutral JSON: {error!r}") from error


def _json_state(row: Mapping[str, Any], options: Sequence[OptionRow]) -> StateRow:
    values = row.get("options")
    if values is None:
        return StateRow(row["id"])
    return StateRow(row["id"], tuple(o.id for o, v in zip(options, values, strict=True) if v))


def _json_preference(maker: str, row: Mapping[str, Any]) -> PreferenceRow:
    prefers = tuple(
        s
        if isinstance(s, str)
        else StatementRow(s["text"], s.get("means", ""), tuple(s.get("facts", ())))
        for s in row.get("statements", [])
    )
    return PreferenceRow(
        maker,
        prefers=prefers,
        ranking=tuple(tuple(g) if isinstance(g, list) else g for g in row.get("ranking", [])),
        strict=tuple((a, b) for a, b in row.get("strict", [])),
        unstated="tie",
    )


def _json_status_quo(data: Mapping[str, Any]) -> str | int | tuple[str, ...] | None:
    if "status_quo_options" in data:
        return tuple(o for o, v in data["status_quo_options"].items() if v)
    return data.get("status_quo")
