"""Preference statements: propositions over options, as option prioritisation uses them.

A statement names options and joins them with ``and``, ``or``, ``not`` (or ``&``, ``|``, ``!``),
``if`` and ``iff``, with brackets where needed; ``a if b`` says that b implies a. ``not`` binds
closest, then ``and``, then ``or``, then ``if`` and ``iff`` from left to right (Peng, Hipel and
Kilgour, "Preference elicitation in conflict resolution", 1997).

A statement is compiled to a function of a vector of option values, which may be single values or
whole columns of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.bool_]
Columns = Mapping[str, Column]
Evaluate = Callable[[Columns], Column]

_TOKEN = re.compile(r"\s*(?:(?P<word>[^\s()!&|]+)|(?P<sign>[()!&|]))")
_SIGNS = {"!": "not", "&": "and", "|": "or"}
_JOINTS = frozenset({"and", "or", "not", "if", "iff", "(", ")"})


class StatementError(ValueError):
    """A preference statement that cannot be read; the message says where."""


@dataclass(frozen=True)
class Proposition:
    """A statement that has been read.

    Attributes:
        text: as written.
        options: the options it names, in order, each once.
        evaluate: its truth for columns of option values.
    """

    text: str
    options: tuple[str, ...]
    evaluate: Evaluate


def parse(text: str) -> Proposition:
    """Read a statement.

    Raises:
        StatementError: it is empty, a bracket is open, a joint has nothing to join.

    >>> parse("ceasefire or not sanctions").options
    ('ceasefire', 'sanctions')
    """
    parser = _Parser(text)
    evaluate = parser.implications()
    if parser.ahead() is not None:
        raise StatementError(f"cannot read {parser.ahead()!r} in {text!r}")
    return Proposition(text, tuple(dict.fromkeys(parser.named)), evaluate)


class _Parser:
    """Recursive descent over the tokens of one statement."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = [
            _SIGNS.get(m.group().strip(), m.group().strip()) for m in _TOKEN.finditer(text)
        ]
        self._at = 0
        self.named: list[str] = []

    def ahead(self) -> str | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _take(self) -> str | None:
        token = self.ahead()
        self._at += 1
        return token

    def implications(self) -> Evaluate:
        left = self._disjunction()
        while self.ahead() in ("if", "iff"):
            is_both = self._take() == "iff"
            left = _implied(left, self._disjunction(), is_both)
        return left

    def _disjunction(self) -> Evaluate:
        parts = [self._conjunction()]
        while self.ahead() == "or":
            self._take()
            parts.append(self._conjunction())
        return (
            parts[0] if len(parts) == 1 else lambda v: np.logical_or.reduce([p(v) for p in parts])
        )

    def _conjunction(self) -> Evaluate:
        parts = [self._atom()]
        while self.ahead() == "and":
            self._take()
            parts.append(self._atom())
        return (
            parts[0] if len(parts) == 1 else lambda v: np.logical_and.reduce([p(v) for p in parts])
        )

    def _atom(self) -> Evaluate:
        token = self._take()
        if token is None:
            raise StatementError(f"something is missing at the end of {self._text!r}")
        if token == "not":
            inner = self._atom()
            return lambda v: np.logical_not(inner(v))
        if token == "(":
            inside = self.implications()
            if self._take() != ")":
                raise StatementError(f"a bracket is not closed in {self._text!r}")
            return inside
        if token in _JOINTS:
            raise StatementError(f"an option is missing before {token!r} in {self._text!r}")
        self.named.append(token)
        return lambda v, name=token: v[name]  # type: ignore[misc]


def _implied(left: Evaluate, right: Evaluate, is_both: bool) -> Evaluate:
    if is_both:
        return lambda v: left(v) == right(v)
    return lambda v: left(v) | ~right(v)
