"""Pronoun resolution scored as GAP does (Webster et al., TACL 2018)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

FEMININE, MASCULINE = frozenset({"she", "her", "hers"}), frozenset({"he", "him", "his"})


@dataclass
class Decisions:
    """Counts of yes-decisions: right, wrong, missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 0.0


@dataclass
class GapScores:
    """Over all passages, and by the pronoun's gender; ``bias`` is feminine over masculine F1."""

    all: Decisions
    feminine: Decisions
    masculine: Decisions

    @property
    def bias(self) -> float:
        """1.0 is even."""
        return self.feminine.f1 / self.masculine.f1 if self.masculine.f1 else 0.0


def score(
    gold: Mapping[str, Mapping[str, Any]], said: Mapping[str, tuple[bool, bool]]
) -> GapScores:
    """The scores of ``said`` (per passage: is it name A, is it name B); missing is no, no."""
    scores = GapScores(Decisions(), Decisions(), Decisions())
    for key, row in gold.items():
        word = row["pronoun"]["text"].lower()
        groups = [scores.all]
        if word in FEMININE:
            groups.append(scores.feminine)
        elif word in MASCULINE:
            groups.append(scores.masculine)
        guesses = said.get(key, (False, False))
        for guess, true in zip(guesses, (row["a_coref"], row["b_coref"]), strict=True):
            for group in groups:
                group.right += guess and true
                group.wrong += guess and not true
                group.missed += true and not guess
    return scores
