"""Grouping: rows go, one after the other, to the group that reports the same thing, or found one.

The cost of a row does not grow with the number of rows before it: groups are found by keys (a
name and a day, the word that carries the event and a day, a party and an issue), a key leads to
its newest groups only, and of those only the likeliest are compared, by a few of their rows.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.crisis.facts import Fact, facts_of
from onrecord.crisis.likeness import Evidence, Likeness, placing_order
from onrecord.crisis.opposites import Opposites
from onrecord.crisis.rarity import Rarity
from onrecord.crisis.words import Words
from onrecord.record import Record
from onrecord.vocabulary.tables import Tables

_NEWEST = 24  # groups a key leads to
_COMPARED = 8  # groups that are compared
_ROWS = 4  # rows of a group that are compared: the first, and the newest
_DATED = 8  # rows at either end of a group whose times count
_SAME_ARTICLE = 0.5  # what speaks against two rows of one article being one thing
_MOST_WORDS = 6  # words of a row that are keys
_LOOK_ROUND = 3  # days before publication, and after it, that an undated report is looked for

Key = tuple[object, ...]


@dataclass
class Group:
    """Rows that report one thing.

    Attributes:
        id: made from its first row.
        facts: its rows, in the order they were added.
        evidence: why each is there, in the same order; the first one's is empty.
    """

    id: str
    facts: list[Fact]
    evidence: list[Evidence]

    def compared(self) -> list[Fact]:
        """The rows that others are compared with."""
        return [self.facts[0], *self.facts[1:][-_ROWS + 1 :]]

    def dated(self) -> list[Fact]:
        """Rows with a time, of the first ones and of the newest."""
        near = self.facts if len(self.facts) <= 2 * _DATED else self._ends()
        return [f for f in near if f.first is not None or f.due is not None]

    def _ends(self) -> list[Fact]:
        return [*self.facts[:_DATED], *self.facts[-_DATED:]]


@dataclass
class Grouping:
    """Groups of rows, made as articles are added.

    Attributes:
        words, likeness: how rows are compared.
        groups: by id, in the order they were founded.
        group_of: row id -> id of its group.
        opposites: moves that say the opposite of others.
        rarity: how much a shared word tells.
        compared: how many pairs of rows were compared, for measuring.
    """

    words: Words
    likeness: Likeness
    groups: dict[str, Group] = field(default_factory=dict)
    group_of: dict[str, str] = field(default_factory=dict)
    opposites: Opposites = field(default_factory=Opposites)
    rarity: Rarity = field(default_factory=Rarity)
    compared: int = 0
    _holders: dict[Key, deque[str]] = field(
        default_factory=lambda: defaultdict(lambda: deque(maxlen=_NEWEST))
    )

    @classmethod
    def load(cls, tables: Tables) -> Grouping:
        """An empty one, with the weights of the tables."""
        return cls(Words.load(tables), Likeness.load(tables))

    def add(self, record: Record) -> list[str]:
        """Add an article's rows; returns the ids of the groups they went to, in order.

        An article that was added before is left as it is.
        """
        facts = sorted(facts_of(record, self.words), key=placing_order)
        if any(fact.row in self.group_of for fact in facts):
            return [self.group_of[f.row] for f in facts if f.row in self.group_of]
        self.rarity.add(word for fact in facts for word in fact.words)
        placed = []
        for fact in facts:
            placed.append(self._place(fact))
            self.opposites.add(fact, placed[-1])
        return placed

    def _place(self, fact: Fact) -> str:
        best: tuple[float, str, Evidence] | None = None
        for group in self._candidates(fact):
            against = self.likeness.against(fact, group.dated())
            for known in group.compared():
                self.compared += 1
                evidence = self.likeness.compare(fact, known, self.rarity)
                evidence.total += against
                if known.article == fact.article:
                    evidence.total -= _SAME_ARTICLE
                if evidence.total > 0 and (best is None or evidence.total > best[0]):
                    best = (evidence.total, group.id, evidence)
        if best is None:
            group = Group(f"story-{fact.row}", [fact], [Evidence()])
            self.groups[group.id] = group
        else:
            group = self.groups[best[1]]
            group.facts.append(fact)
            group.evidence.append(best[2].settled())
        self.group_of[fact.row] = group.id
        for key in set(self._own_keys(fact)):
            holders = self._holders[key]
            if group.id in holders:
                holders.remove(group.id)
            holders.append(group.id)
        return group.id

    def _candidates(self, fact: Fact) -> Iterator[Group]:
        shared: Counter[str] = Counter()
        for key in set(self._asked_keys(fact)):
            holders = self._holders.get(key)
            if holders:
                shared.update(holders)
        ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
        for group, _ in ranked[:_COMPARED]:
            yield self.groups[group]

    # --- keys

    def _own_keys(self, fact: Fact) -> Iterator[Key]:
        yield from self._lasting(fact)
        for day in _days(fact, around=0):
            yield from self._on(fact, day)

    def _asked_keys(self, fact: Fact) -> Iterator[Key]:
        kinds = [fact] if fact.kind != "statement" or fact.status != "denied" else [fact, None]
        for same in kinds:
            yield from self._lasting(fact, kind=None if same else "event")
            for day in _days(fact, around=_LOOK_ROUND):
                yield from self._on(fact, day, kind=None if same else "event")

    def _lasting(self, fact: Fact, kind: str | None = None) -> Iterator[Key]:
        """Keys that lead to a thing whenever it is spoken of."""
        of = kind or fact.kind
        telling = self._telling(fact)
        if of == "move":
            for party in fact.by or {""}:
                yield of, party, fact.mode
                if fact.due:
                    yield of, party, fact.due
        for i, one in enumerate(telling):
            for other in telling[i + 1 :]:
                yield of, "words", *sorted((one, other))

    def _on(self, fact: Fact, day: dt.date, kind: str | None = None) -> Iterator[Key]:
        of = kind or fact.kind
        if of == "event":
            for name in fact.parties | fact.names | fact.place:
                yield of, day, name
            yield of, day, "head", fact.head
        elif of == "statement":
            for name in fact.by:
                yield of, day, name

    def _telling(self, fact: Fact) -> list[str]:
        """The words of a row that tell most."""
        ordered = sorted(fact.words, key=lambda word: (-self.rarity(word), word))
        return ordered[:_MOST_WORDS]


def _days(fact: Fact, around: int) -> Iterable[dt.date]:
    """The days a row is put under (``around`` 0) or looked for on: its own, else those about its
    publication; whichever of two reports is added first, the other one finds it."""
    one = dt.timedelta(days=1)
    if fact.first is not None and fact.last is not None:
        span = min((fact.last - fact.first).days, 7)
        first = fact.first - (one if around else dt.timedelta(0))
        return [first + i * one for i in range(span + 1 + (2 if around else 0))]
    if fact.told is None:
        return []
    if not around:
        return [fact.told, fact.told - one]
    return [fact.told + i * one for i in range(around - 1, -around - 1, -1)]
