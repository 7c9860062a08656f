"""The moves of short dispatches of our own, against what a careful reader finds in them."""

from pathlib import Path

import pytest
from benchmarks.scoring.moves import Score, article_of, extracts, score

from onrecord.reader import read_article

FOLDER = Path(__file__).parent / "extracts"
NAMES = ("development", "held_out", "last", "dispatches")
# Recall and precision that must not be lost. The held-out extracts were written before the last
# work on the rules and measured once after it: .571 and .838; their classes of misses were then
# worked on. The last ones were written after that and measured once, before anything was changed
# for them: .692 and .923. The dispatches were written by somebody who had not read the rules and
# measured once before being worked on: .448 and .862.
# By the rules alone precision is .98, .93, .98 and .96: the tagger finds more of what the rules had
# not been written for, and a few rows that are none.
FLOORS = {
    "development": (0.92, 0.96),
    "held_out": (0.73, 0.89),
    "last": (0.84, 0.94),
    "dispatches": (0.76, 0.88),
}
TRAPS = {
    "development": 2,
    "held_out": 2,
    "last": 0,
    "dispatches": 3,
}  # traps that it falls into today


@pytest.fixture(scope="module")
def scores(tools):
    found = {}
    for name in NAMES:
        total = Score()
        for extract in extracts(FOLDER / f"{name}.toml"):
            score(extract, read_article(article_of(extract), tools), total)
        found[name] = total
    return found


@pytest.mark.parametrize("name", NAMES)
def test_recall_and_precision_hold(scores, name):
    recall, precision = FLOORS[name]
    total = scores[name]
    print("\n".join(total.lines()))
    assert total.recall >= recall, "\n".join(total.wrong)
    assert total.precision >= precision, "\n".join(total.wrong)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_made_of_what_is_no_move(scores, name):
    trapped = [line for line in scores[name].wrong if " TRAP " in line]
    assert len(trapped) <= TRAPS[name], trapped


def test_extracts_cover_every_kind_and_eight_disputes():
    every = [extract for name in NAMES for extract in extracts(FOLDER / f"{name}.toml")]
    kinds = {kind for e in every for m in e["moves"] for kind in m["kind"].split("|")}
    assert len(every) >= 60
    assert len({e["dispute"] for e in every} - {"none"}) >= 8
    assert kinds == {
        "demand",
        "offer",
        "threat",
        "promise",
        "condition",
        "refusal",
        "acceptance",
        "concession",
    }
