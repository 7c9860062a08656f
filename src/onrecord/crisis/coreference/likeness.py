"""Likenesses between many texts at once, as matrices of cosines."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Matrix: TypeAlias = NDArray[np.floating[Any]]
Rarity = Callable[[str], float]


def rarity_of(rows: Iterable[Iterable[str]]) -> Rarity:
    """Inverse document frequency over ``rows``: log((n + 1) / (df + 1/2))."""
    kept = [set(row) for row in rows]
    frequency = Counter(word for row in kept for word in row)
    count = len(kept)

    def rarity(word: str) -> float:
        return math.log((count + 1) / (frequency[word] + 0.5))

    return rarity


def evenly(_: str) -> float:
    """Every word tells as much as any other."""
    return 1.0


def vectors(rows: Sequence[Iterable[str]], rarity: Rarity) -> Matrix:
    """Rows as unit vectors of (1 + log tf) x rarity."""
    counts = [Counter(row) for row in rows]
    column = {word: i for i, word in enumerate(dict.fromkeys(w for c in counts for w in c))}
    rare = {word: rarity(word) for word in column}
    table = np.zeros((len(rows), max(1, len(column))), dtype=np.float32)
    for number, count in enumerate(counts):
        for word, times in count.items():
            table[number, column[word]] = (1 + math.log(times)) * rare[word]
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    norms[norms == 0] = 1
    return np.asarray(table / norms, dtype=np.float32)


def cosines(rows: Sequence[Iterable[str]], rarity: Rarity) -> Matrix:
    """The cosine of every row with every other."""
    table = vectors(rows, rarity)
    return np.asarray(table @ table.T, dtype=np.float32)


def equal(values: Sequence[str]) -> Matrix:
    """1 where two values are the same, else 0."""
    code = {value: i for i, value in enumerate(dict.fromkeys(values))}
    codes = np.array([code[value] for value in values])
    return np.asarray(codes[:, None] == codes[None, :], dtype=np.float32)


def average_linkage(likeness: Matrix, least: float) -> list[list[int]]:
    """Groups made by joining the two that are most alike on average, down to ``least``.

    Unweighted average linkage (Sokal and Michener 1958) over a symmetric matrix; O(n^3) at worst.
    """
    count = len(likeness)
    table = likeness.astype(np.float64)
    np.fill_diagonal(table, -np.inf)
    sizes = np.ones(count)
    groups: list[list[int]] = [[i] for i in range(count)]
    while count > 1:
        one, other = divmod(int(np.argmax(table)), count)
        if table[one, other] < least:
            break
        total = sizes[one] + sizes[other]
        table[one] = (table[one] * sizes[one] + table[other] * sizes[other]) / total
        table[:, one] = table[one]
        table[one, one] = -np.inf
        table[other] = table[:, other] = -np.inf
        sizes[one] = total
        groups[one] += groups[other]
        groups[other] = []
    return [sorted(group) for group in groups if group]
