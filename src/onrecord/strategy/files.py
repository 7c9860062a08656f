"""Model files: TOML that a person writes by hand, and the neutral JSON of published cases.

The format is described in ``docs/strategy.md`` and ``onrecord.strategy.rows``. Every error
names the file and, where the words can be found there, the line.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
import numpy as np

from onrecord.strategy.cases import case_rows
from onrecord.strategy.model import (
    MOST_LISTED,
    DecisionMaker,
    Model,
    ModelError,
    Option,
    Partial,
    PreferenceStatement,
    Ranking,
    enumerate_states,
    prioritised,
    weighted,
)
from onrecord.strategy.propositions import StatementError, parse
from onrecord.strategy.rows import (
    ModelFile,
    PatternRow,
    PreferenceRow,
    StatementRow,
)

LARGEST_FILE = 20_000_000  # bytes


def load(path: str | Path) -> Model:
    """Read a model: TOML, or the neutral JSON where the name ends in ``.json``.

    Raises:
        OSError: it cannot be opened.
        ModelError: it cannot be read or makes no sense; the message names file and line.
    """
    path = Path(path)
    if path.stat().st_size > LARGEST_FILE:
        raise ModelError(f"{path}: larger than {LARGEST_FILE // 1_000_000} MB")
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ModelError(f"{path}: not UTF-8 text") from error
    try:
        if path.suffix == ".json":
            return from_json(json.loads(text), name=path.stem)
        return loads(text, name=path.stem)
    except json.JSONDecodeError as error:
        raise ModelError(f"{path}, line {error.lineno}: {error.msg}") from error
    except (ModelError, StatementError) as error:
        raise ModelError(f"{path}{_line(text, str(error))}: {error}") from error


def loads(text: str, name: str = "model") -> Model:
    """A model from the text of a TOML file.

    Raises:
        ModelError: as ``load``.
    """
    try:
        file = msgspec.convert(tomllib.loads(text), ModelFile, strict=False)
    except tomllib.TOMLDecodeError as error:
        raise ModelError(str(error)) from error
    except msgspec.ValidationError as error:
        raise ModelError(str(error)) from error
    return build(file, name)


def _line(text: str, message: str) -> str:
    """ ", line 12" where the first quoted words of a message stand in the file."""
    for words in message.split("'")[1::2]:
        at = text.find(words) if words else -1
        if at >= 0:
            return f", line {text.count(chr(10), 0, at) + 1}"
    return ""


def build(file: ModelFile, name: str = "model") -> Model:
    """A model from what a file holds.

    Raises:
        ModelError: an unknown decision maker or option, contradictory preferences, no state.
    """
    makers = {row.id for row in file.decision_maker}
    if len(makers) != len(file.decision_maker):
        raise ModelError("two decision makers have the same id")
    options = tuple(Option(r.id, r.owner, r.label, r.direction, r.cites) for r in file.option)
    for option in options:
        if option.owner not in makers:
            raise ModelError(f"option {option.id!r} has an unknown owner {option.owner!r}")
    if len({o.id for o in options}) != len(options):
        raise ModelError("two options have the same id")
    codes, labels = _states(file, options)
    position = {label: at for at, label in enumerate(labels)}
    by_maker = {row.maker: row for row in file.preference}
    for row in file.preference:
        if row.maker not in makers:
            raise ModelError(f"a preference of an unknown decision maker {row.maker!r}")
    return Model(
        name=file.name or name,
        makers=tuple(
            DecisionMaker(
                row.id,
                row.name or row.id,
                _preference(by_maker.get(row.id), row.id, options, codes, position),
                row.cites,
            )
            for row in file.decision_maker
        ),
        options=options,
        codes=codes,
        labels=labels,
        moves=_moves(file, makers, position) if file.moves else None,
        status_quo=_status_quo(file, options, codes, position),
        notes=file.notes,
    )


def _states(
    file: ModelFile, options: Sequence[Option]
) -> tuple[np.ndarray | None, tuple[str, ...]]:
    number = {option.id: at for at, option in enumerate(options)}
    if file.state:
        labels = tuple(str(row.id) for row in file.state)
        if len(set(labels)) != len(labels):
            raise ModelError("two states have the same id")
        if len(labels) > MOST_LISTED:
            raise ModelError(f"{len(labels)} listed states; at most {MOST_LISTED}")
        if any(row.taken is None for row in file.state) or not options:
            if not file.moves:
                raise ModelError("states without options need [moves]")
            return None, labels
        listed = [sum(1 << _number(number, o) for o in row.taken or ()) for row in file.state]
        return np.array(listed, np.int64), labels
    if not options:
        raise ModelError("a model needs options, or states and moves")
    codes, _ = enumerate_states(len(options), _patterns(file.infeasible, number))
    return codes, tuple(str(at + 1) for at in range(len(codes)))


def _number(number: Mapping[str, int], option: str) -> int:
    if option not in number:
        raise ModelError(f"unknown option {option!r}; there are {', '.join(number)}")
    return number[option]


def _patterns(rows: Sequence[PatternRow], number: Mapping[str, int]) -> list[dict[int, bool]]:
    found: list[dict[int, bool]] = []
    for row in rows:
        if row.pattern:
            found.append({_number(number, o): v for o, v in row.pattern.items()})
        for at, one in enumerate(row.exclusive):
            found += [
                {_number(number, one): True, _number(number, other): True}
                for other in row.exclusive[at + 1 :]
            ]
        if row.at_least_one:
            found.append({_number(number, o): False for o in row.at_least_one})
        if row.if_taken or row.then_taken:
            found.append(
                {_number(number, row.if_taken): True, _number(number, row.then_taken): False}
            )
    return found


def _preference(
    row: PreferenceRow | None,
    maker: str,
    options: Sequence[Option],
    codes: np.ndarray | None,
    position: Mapping[str, int],
) -> Ranking | Partial:
    if row is None:
        return Partial({})  # nobody has said anything: every pair is unknown
    if row.strict:
        return _partial(row, maker, position)
    if row.ranking:
        return Ranking(_ranked(row, maker, position), row.much)
    if codes is None:
        raise ModelError(f"without options {maker!r} needs a ranking or strict pairs")
    if row.weights:
        known = {option.id for option in options}
        for option in row.weights:
            if option not in known:
                raise ModelError(f"unknown option {option!r} in the weights of {maker!r}")
        return Ranking(weighted(row.weights, options, codes), row.much, row.unstated)
    statements = tuple(_statement(s, maker, options) for s in row.prefers)
    _check_contradictions(statements, maker, options, codes)
    ranks = prioritised(statements, options, codes)
    return Ranking(ranks, row.much, row.unstated, statements)


def _statement(
    row: StatementRow | str, maker: str, options: Sequence[Option]
) -> PreferenceStatement:
    row = StatementRow(row) if isinstance(row, str) else row
    proposition = parse(row.text)
    known = {option.id for option in options}
    for option in proposition.options:
        if option not in known:
            raise ModelError(f"unknown option {option!r} in {row.text!r} of {maker!r}")
    return PreferenceStatement(proposition, row.cites, row.assumed, row.means)


def _check_contradictions(
    statements: Sequence[PreferenceStatement],
    maker: str,
    options: Sequence[Option],
    codes: np.ndarray,
) -> None:
    """A statement that says the opposite of a more important one can never count."""
    columns = {o.id: (codes >> at & 1).astype(bool) for at, o in enumerate(options)}
    seen: dict[bytes, str] = {}
    for statement in statements:
        true = np.broadcast_to(statement.proposition.evaluate(columns), codes.shape)
        text = statement.proposition.text
        if true.all() or not true.any():
            continue
        opposite = (~true).tobytes()
        if opposite in seen:
            raise ModelError(f"{text!r} of {maker!r} contradicts {seen[opposite]!r} before it")
        seen[true.tobytes()] = text


def _ranked(row: PreferenceRow, maker: str, position: Mapping[str, int]) -> Any:
    ranks = np.full(len(position), -1, np.int32)
    for level, group in enumerate(reversed(row.ranking)):
        for label in group if isinstance(group, tuple) else (group,):
            at = _place(position, label)
            if ranks[at] >= 0:
                raise ModelError(f"state '{label}' stands twice in the ranking of {maker!r}")
            ranks[at] = level
    missing = [label for label, at in position.items() if ranks[at] < 0]
    if missing:
        raise ModelError(f"the ranking of {maker!r} lacks the states {', '.join(missing[:8])}")
    return ranks


def _partial(row: PreferenceRow, maker: str, position: Mapping[str, int]) -> Partial:
    """The pairs closed transitively (Warshall 1962)."""
    size = len(position)
    beats = np.zeros((size, size), bool)
    for better, worse in row.strict:
        beats[_place(position, better), _place(position, worse)] = True
    for middle in range(size):
        beats |= np.outer(beats[:, middle], beats[middle])
    if beats.diagonal().any():
        label = next(label for label, at in position.items() if beats[at, at])
        raise ModelError(f"the pairs of {maker!r} contradict each other: '{label}' beats itself")
    return Partial({s: frozenset(np.flatnonzero(beats[:, s]).tolist()) for s in range(size)})


def _place(position: Mapping[str, int], label: str | int) -> int:
    if str(label) not in position:
        raise ModelError(f"unknown state '{label}'")
    return position[str(label)]


def _moves(
    file: ModelFile, makers: set[str], position: Mapping[str, int]
) -> dict[str, dict[int, frozenset[int]]]:
    found: dict[str, dict[int, frozenset[int]]] = {}
    for maker, pairs in file.moves.items():
        if maker not in makers:
            raise ModelError(f"moves of an unknown decision maker {maker!r}")
        of: dict[int, set[int]] = {}
        for here, there in pairs:
            of.setdefault(_place(position, here), set()).add(_place(position, there))
        found[maker] = {s: frozenset(there) for s, there in of.items()}
    return found


def _status_quo(
    file: ModelFile,
    options: Sequence[Option],
    codes: np.ndarray | None,
    position: Mapping[str, int],
) -> int | None:
    if file.status_quo is None:
        return None
    if not isinstance(file.status_quo, tuple):
        return _place(position, file.status_quo)
    if codes is None:
        raise ModelError("a status quo by options needs options")
    number = {option.id: at for at, option in enumerate(options)}
    code = sum(1 << _number(number, o) for o in file.status_quo)
    found = np.flatnonzero(codes == code)
    if not len(found):
        raise ModelError("the status quo is not a feasible state")
    return int(found[0])


def from_json(data: Mapping[str, Any], name: str = "model") -> Model:
    """A model in the neutral JSON of published cases.

    Raises:
        ModelError: as ``build``.
    """
    return build(case_rows(data, name), name)
