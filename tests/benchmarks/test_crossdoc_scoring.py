"""The scorer counts what the papers count: their own examples."""

from __future__ import annotations

import pytest
from benchmarks.scoring.crossdoc import best_total, score


def table(*clusters):
    return {mention: n for n, cluster in enumerate(clusters) for mention in cluster}


def test_a_cluster_cut_in_two():
    scores = score(table("abcd"), table("ab", "cd"))
    assert (scores.muc.recall, scores.muc.precision) == (pytest.approx(2 / 3), 1)
    assert scores.b3.recall == pytest.approx(0.5)
    assert scores.ceafe.recall == pytest.approx(2 / 3)
    assert scores.ceafe.precision == pytest.approx(1 / 3)
    assert scores.lea.recall == pytest.approx(2 / 6)


def test_two_clusters_run_together():
    scores = score(table("12345", "67", "89ABC"), table("12345", "6789ABC"))
    assert scores.muc.precision == pytest.approx(9 / 10)
    assert scores.b3.precision == pytest.approx((5 + 4 / 7 + 25 / 7) / 12)


def test_missed_and_invented_mentions():
    scores = score(table("abc", "defg"), table("ab", "cd", "fghi"))
    assert scores.b3.recall == pytest.approx(((4 + 1) / 3 + (1 + 4) / 4) / 7)
    assert scores.b3.precision == pytest.approx((4 / 2 + (1 + 1) / 2 + 4 / 4) / 8)
    assert scores.lea.precision == pytest.approx((2 * 1 + 4 * 1 / 6) / 8)


def test_perfect_is_one():
    same = table("ab", "c", "def")
    assert score(same, same).conll == 1


def test_the_best_alignment_is_not_the_greedy_one():
    assert best_total([[0.9, 0.8], [0.8, 0.1]]) == pytest.approx(1.6)
    assert best_total([[0.2], [0.7], [0.4]]) == pytest.approx(0.7)
