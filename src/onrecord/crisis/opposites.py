"""Opposite claims: one party said to be ready for a thing, and said to refuse it.

Only claims of about one time are opposed: a refusal a week after an offer is a change of
position, which ``onrecord.crisis.positions`` tells.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from onrecord.crisis.claims import Stated, claims
from onrecord.crisis.facts import Fact
from onrecord.crisis.likeness import overlap
from onrecord.crisis.sources import Word
from onrecord.record.story import Disagreement

_READY = frozenset({"offer", "acceptance", "concession", "promise"})
_REFUSES = frozenset({"refusal"})
_DAYS = 1  # apart, at most
_SHARED = 0.34  # share of the words of the shorter terms
_NEWEST = 24  # moves of a party on an issue that are looked through


@dataclass
class Opposites:
    """Moves that say the opposite of others, as they are added.

    Attributes:
        pairs: group id -> pairs of moves, each with one of the group.
    """

    pairs: dict[str, list[tuple[Fact, Fact]]] = field(default_factory=lambda: defaultdict(list))
    _moves: dict[tuple[str, str | None], deque[tuple[Fact, str]]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_NEWEST))
    )

    def add(self, fact: Fact, group: str) -> None:
        """Add a row, with the group it went to; only moves matter."""
        if fact.kind != "move" or fact.what not in _READY | _REFUSES or fact.mode == "other":
            return
        seen: set[str] = set()
        for party in sorted(fact.by):
            held = self._moves[party, fact.mode]
            for other, other_group in held:
                if other.row not in seen and _opposed(fact, other):
                    seen.add(other.row)
                    for one in {group, other_group}:
                        self.pairs[one].append((other, fact))
            held.append((fact, group))

    def of(
        self, group: str, words: Mapping[str, Word], told: Mapping[str, str]
    ) -> Disagreement | None:
        """The disagreement over the position that a group's moves are part of, or none."""
        pairs = [p for p in self.pairs.get(group, ()) if all(fact.row in words for fact in p)]
        if not pairs:
            return None
        rows = {fact.row: fact for pair in pairs for fact in pair}
        return Disagreement("position", claims(_stated(rows.values(), words, told)))

    def facts(self, group: str) -> Iterator[Fact]:
        """The moves that are opposed to a group's, and the group's own."""
        for pair in self.pairs.get(group, ()):
            yield from pair


def _opposed(one: Fact, other: Fact) -> bool:
    kinds = {one.what, other.what}
    if not (kinds & _READY and kinds & _REFUSES) or one.told is None or other.told is None:
        return False
    same_voice = one.article == other.article and one.statement == other.statement
    near = abs((one.told - other.told).days) <= _DAYS
    return near and not same_voice and overlap(one.words, other.words) >= _SHARED


def _stated(
    facts: Iterable[Fact], words: Mapping[str, Word], told: Mapping[str, str]
) -> Iterator[Stated]:
    for fact in facts:
        word = words[fact.row]
        yield Stated(
            value=fact.what,
            row=fact.row,
            article=fact.article,
            text=fact.text,
            by=word.sources or (word.outlet,),
            side=word.side,
            told=told.get(fact.article, "9999"),
            start=fact.start,
        )
