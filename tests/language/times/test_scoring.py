"""The benchmark's scorer, on an example scored by hand."""

from __future__ import annotations

import pytest
from benchmarks.scoring.time import Timex, score


def test_counts_by_hand():
    gold = {
        "a": [Timex(0, 5, "DATE", "2025"), Timex(10, 20, "DURATION", "P2D")],
        "b": [Timex(3, 9, "DATE", "2024")],
    }
    predicted = {
        "a": [
            Timex(0, 5, "DATE", "2024"),
            Timex(12, 20, "DURATION", "P2D"),
            Timex(12, 14, "SET", None),
        ]
    }
    scores = score(gold, predicted)
    assert (scores.gold, scores.predicted) == (3, 3)
    assert scores.right == {"strict": 1, "relaxed": 2, "type": 2, "value": 1}
    assert scores.f1("relaxed") == pytest.approx(200 * 2 / 6)


def test_one_prediction_matches_one_expression():
    gold = {"a": [Timex(0, 4, "DATE", "x"), Timex(5, 9, "DATE", "y")]}
    predicted = {"a": [Timex(0, 9, "DATE", "y")]}
    assert score(gold, predicted).right["relaxed"] == 1
