"""Coreference of events across documents, scored: MUC, B3, CEAFe, LEA and their CoNLL mean.

MUC (Vilain et al. 1995) counts links, B3 (Bagga and Baldwin 1998) mentions, CEAFe (Luo 2005)
clusters under their best one-to-one alignment with phi4, LEA (Moosavi and Strube 2016) links
weighted by the size of their cluster. CoNLL F1 is the mean of the first three.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Clusters = Mapping[Hashable, Hashable]  # mention -> name of its cluster


@dataclass(frozen=True)
class Measure:
    """Recall and precision, 0 to 1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True)
class Scores:
    """Every measure of one grouping."""

    muc: Measure
    b3: Measure
    ceafe: Measure
    lea: Measure

    @property
    def conll(self) -> float:
        """Mean F1 of MUC, B3 and CEAFe."""
        return (self.muc.f1 + self.b3.f1 + self.ceafe.f1) / 3


def score(gold: Clusters, said: Clusters) -> Scores:
    """The scores of ``said``; mentions that one side lacks cost recall or precision."""
    return Scores(
        muc=Measure(_muc(gold, said), _muc(said, gold)),
        b3=Measure(_b3(gold, said), _b3(said, gold)),
        ceafe=_ceafe(gold, said),
        lea=Measure(_lea(gold, said), _lea(said, gold)),
    )


def members(assignment: Clusters) -> dict[Hashable, set[Hashable]]:
    """Cluster -> its mentions."""
    found: dict[Hashable, set[Hashable]] = defaultdict(set)
    for mention, cluster in assignment.items():
        found[cluster].add(mention)
    return dict(found)


def _muc(of: Clusters, by: Clusters) -> float:
    kept = links = 0
    for cluster in members(of).values():
        parts = {by[m] for m in cluster if m in by}
        alone = sum(m not in by for m in cluster)
        kept += len(cluster) - len(parts) - alone
        links += len(cluster) - 1
    return kept / links if links else 0.0


def _b3(of: Clusters, by: Clusters) -> float:
    right, total = 0.0, 0
    for cluster in members(of).values():
        total += len(cluster)
        shared = Counter(by[m] for m in cluster if m in by)
        right += sum(n * n for n in shared.values()) / len(cluster)
    return right / total if total else 0.0


def _lea(of: Clusters, by: Clusters) -> float:
    right, total = 0.0, 0
    sizes = Counter(by.values())
    for cluster in members(of).values():
        total += len(cluster)
        if len(cluster) == 1:
            (only,) = cluster
            right += only in by and sizes[by[only]] == 1
            continue
        shared = Counter(by[m] for m in cluster if m in by)
        found = sum(n * (n - 1) / 2 for n in shared.values())
        right += len(cluster) * found / (len(cluster) * (len(cluster) - 1) / 2)
    return right / total if total else 0.0


def _ceafe(gold: Clusters, said: Clusters) -> Measure:
    gold_clusters, said_clusters = members(gold), members(said)
    shared: dict[Hashable, Counter[Hashable]] = {}
    for name, cluster in gold_clusters.items():
        counts = Counter(said[m] for m in cluster if m in said)
        if counts:
            shared[name] = counts
    total = 0.0
    for golds, saids in _connected(shared):
        table = [
            [
                2 * shared[g][s] / (len(gold_clusters[g]) + len(said_clusters[s]))
                if g in shared
                else 0.0
                for s in saids
            ]
            for g in golds
        ]
        total += best_total(table)
    return Measure(
        total / len(gold_clusters) if gold_clusters else 0.0,
        total / len(said_clusters) if said_clusters else 0.0,
    )


def _connected(
    shared: Mapping[Hashable, Counter[Hashable]],
) -> Iterable[tuple[list[Hashable], list[Hashable]]]:
    """Groups of clusters that share mentions with each other: each is aligned by itself."""
    holders: dict[Hashable, list[Hashable]] = defaultdict(list)
    for name, counts in shared.items():
        for other in counts:
            holders[other].append(name)
    seen: set[Hashable] = set()
    for start in shared:
        if start in seen:
            continue
        seen.add(start)
        queue, golds, saids = [start], [], {}
        while queue:
            name = queue.pop()
            golds.append(name)
            for other in shared[name]:
                saids[other] = None
                for near in holders[other]:
                    if near not in seen:
                        seen.add(near)
                        queue.append(near)
        yield golds, list(saids)


def best_total(table: Sequence[Sequence[float]]) -> float:
    """Largest sum of a choice of one cell a row and a column (Kuhn 1955, Munkres 1957).

    Rows are added one after the other along the cheapest alternating path; O(n^3).
    """
    if len(table) > len(table[0]):
        table = [list(row) for row in zip(*table, strict=True)]
    rows, columns = len(table), len(table[0])
    row_price, column_price = [0.0] * rows, [0.0] * columns
    taken: list[int | None] = [None] * columns
    for row in range(rows):
        cost = [float("inf")] * columns
        before: list[int | None] = [None] * columns
        done: set[int] = set()
        at: int | None = None
        while True:
            here = row if at is None else taken[at]
            if here is None:
                break
            for column in range(columns):
                if column not in done:
                    gap = -table[here][column] - row_price[here] - column_price[column]
                    if gap < cost[column]:
                        cost[column], before[column] = gap, at
            nearest = min((c for c in range(columns) if c not in done), key=lambda c: cost[c])
            step = cost[nearest]
            row_price[row] += step
            for column in range(columns):
                if column in done:
                    column_price[column] -= step
                    mover = taken[column]
                    if mover is not None:
                        row_price[mover] += step
                else:
                    cost[column] -= step
            done.add(nearest)
            at = nearest
        while at is not None:
            previous = before[at]
            taken[at] = row if previous is None else taken[previous]
            at = previous
    return sum(table[row][c] for c, row in enumerate(taken) if row is not None)
