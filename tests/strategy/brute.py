"""Stability straight from the definitions, by loops over states: slow and obviously right."""

from itertools import product


class Brute:
    """A random option model: owners of options, infeasible combinations, ranks."""

    def __init__(self, owners, ranks, infeasible=(), directions=None):
        self.owners = owners
        self.makers = sorted(set(owners))
        self.directions = directions or ["both"] * len(owners)
        self.states = [s for s in product((0, 1), repeat=len(owners)) if s not in infeasible]
        self.rank = {i: dict(zip(self.states, ranks[i], strict=False)) for i in self.makers}

    def moves(self, i, s):
        return [t for t in self.states if t != s and self._may(i, s, t)]

    def _may(self, i, s, t):
        for owner, way, old, new in zip(self.owners, self.directions, s, t, strict=True):
            if old == new:
                continue
            if owner != i or (way == "only_to_yes" and old) or (way == "only_to_no" and new):
                return False
        return True

    def improvements(self, i, s):
        return [t for t in self.moves(i, s) if self.rank[i][t] > self.rank[i][s]]

    def answers(self, i, s, step):
        """Legal sequences of the others: nobody twice in a row."""
        reached, seen, todo = set(), set(), [(s, None)]
        while todo:
            here, last = todo.pop()
            for j in self.makers:
                if j in (i, last):
                    continue
                for there in step(j, here):
                    if (there, j) not in seen:
                        seen.add((there, j))
                        reached.add(there)
                        todo.append((there, j))
        return reached

    def worse(self, i, s, t):
        return self.rank[i][t] <= self.rank[i][s]

    def stable(self, concept, i, s):
        if concept == "R":
            return not self.improvements(i, s)
        step = self.improvements if concept in ("SEQ", "SSEQ") else self.moves
        for s1 in self.improvements(i, s):
            good = [s2 for s2 in self.answers(i, s1, step) if self.worse(i, s, s2)]
            if concept in ("SMR", "SSEQ"):
                good = [s2 for s2 in good if all(self.worse(i, s, t) for t in self.moves(i, s2))]
            if not good:
                return False
        return True
