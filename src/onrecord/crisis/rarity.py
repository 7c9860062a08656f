"""How much a shared word tells: its inverse document frequency over the articles so far."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

_PRIOR = 20  # articles that are thought of as read before the first one


@dataclass
class Rarity:
    """Counts words of articles as they are added; what it tells is kept until the next one."""

    _articles: int = 0
    _frequency: Counter[str] = field(default_factory=Counter)
    _rarity: dict[str, float] = field(default_factory=dict)
    _size: dict[frozenset[str], float] = field(default_factory=dict)

    def add(self, words: Iterable[str]) -> None:
        """Count an article's words, each once."""
        self._articles += 1
        self._frequency.update(set(words))
        self._rarity.clear()
        self._size.clear()

    def __call__(self, word: str) -> float:
        """How much a word tells, as of this article."""
        known = self._rarity.get(word)
        if known is None:
            known = math.log((self._articles + _PRIOR) / (self._frequency[word] + 1))
            self._rarity[word] = known
        return known

    def size(self, words: frozenset[str]) -> float:
        """The squared length of a row's words, each weighted by its rarity."""
        known = self._size.get(words)
        if known is None:
            known = self._size[words] = sum(self(word) ** 2 for word in words)
        return known
