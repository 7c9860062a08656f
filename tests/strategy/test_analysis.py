"""Paths, what-ifs, sensitivity, the inverse question, words, pictures, and drafts."""

import xml.etree.ElementTree as ET

import numpy as np
import pytest

import onrecord
from onrecord import strategy
from onrecord.strategy.draft import DraftError, draft
from onrecord.strategy.stability import is_strong

PRISONERS = """
name = "Prisoner's dilemma"
status_quo = []
decision_maker = [{id = "A", name = "Anna"}, {id = "B", name = "Bela"}]
option = [
  {id = "a", owner = "A", label = "talk"},
  {id = "b", owner = "B", label = "tell"},
]
[[preference]]
maker = "A"
prefers = ["not b", "a"]
[[preference]]
maker = "B"
prefers = ["not a", "b"]
"""


@pytest.fixture(scope="module")
def prisoners():
    return strategy.loads(PRISONERS)


def test_the_textbook_answers(prisoners):
    solution = strategy.solve(prisoners)
    found = {c: [prisoners.describe(s) for s in solution.equilibria(c)] for c in solution.table}
    both = ["nobody does anything", "talk; tell"]
    assert found == {
        "R": ["talk; tell"],
        "GMR": both,
        "SMR": both,
        "SEQ": both,
        "SSEQ": both,
        "SIM": both,
    }


def test_far_sighted_players_may_stay_where_short_sighted_ones_leave(prisoners):
    graph = strategy.Graph(prisoners)
    first = strategy.limited(graph, 1)
    assert first["A"] == frozenset(np.flatnonzero(strategy.solve(prisoners).table["R"]["A"]))
    assert prisoners.status_quo in strategy.non_myopic(graph)["A"]
    with pytest.raises(ValueError, match="at least 1"):
        strategy.limited(graph, 0)


def test_a_coalition_can_leave_together_what_nobody_leaves_alone(prisoners):
    graph = strategy.Graph(prisoners)
    both, here = frozenset("AB"), prisoners.position["4"]
    reached = strategy.coalition_improvements(graph, both, here)
    assert reached == 1 << prisoners.position["1"]
    assert not strategy.coalition_stable(graph, "R", both, here)
    assert strategy.coalition_stable(graph, "R", frozenset("A"), here)
    assert not strategy.is_universally_stable(graph, "R", here)
    assert len(strategy.coalitions(graph)) == 3


def test_shortest_paths_from_the_status_quo(prisoners):
    graph = strategy.Graph(prisoners)
    paths = strategy.evolution(graph, prisoners.status_quo)
    assert len(paths[prisoners.position["4"]]) == 2
    assert set(paths[prisoners.position["4"]].movers) == {"A", "B"}
    assert len(strategy.evolution(graph, prisoners.position["4"])) == 1
    assert len(strategy.evolution(graph, prisoners.position["4"], improving=False)) == 4


def test_a_deadline_as_a_what_if(prisoners):
    after = strategy.what_if(prisoners, "a", "removed")
    changed = [d for d in strategy.compare(prisoners, after, ("R",)) if d.before != d.after]
    assert [(d.outcome, d.after) for d in changed] == [(("talk", "tell"), False), (("tell",), True)]
    forced = strategy.what_if(prisoners, "a", "forced")
    assert forced.size == 2
    fixed = strategy.what_if(prisoners, "a", "irreversible")
    assert strategy.Graph(fixed).moves("A", fixed.position["2"]) == 0
    with pytest.raises(strategy.ModelError, match="no option 'x'"):
        strategy.what_if(prisoners, "x", "removed")


def test_swapping_priorities_shows_what_rests_on_them(prisoners):
    found = strategy.swaps(prisoners, "R")
    assert len(found) == 2
    share = strategy.robustness(prisoners, "R")
    assert set(share) == {prisoners.position["4"]}
    assert 0 <= share[prisoners.position["4"]] <= 1


def test_the_inverse_question_counts_orders(prisoners):
    there = strategy.inverse(prisoners, "A", prisoners.position["1"], "R")
    assert there.tried == 24
    assert there.right == 0  # B would leave whatever A prefers
    here = strategy.inverse(prisoners, "A", prisoners.position["4"], "R")
    assert here.distance == 0
    assert here.right == 12  # A must only not gain by going silent


def test_strength_of_preference():
    model = strategy.loads(
        PRISONERS.replace('prefers = ["not b", "a"]', 'much = 2\nprefers = ["not b", "a"]')
    )
    graph = strategy.Graph(model)
    assert not is_strong(graph, "GMR", "A", model.position["1"])
    solution = strategy.solve(model, ("R", "GMR"))
    assert (solution.strong["R"]["A"] == solution.table["R"]["A"]).all()


def test_verdicts_name_the_move_and_the_answer(prisoners):
    verdict = strategy.explain(prisoners, "SEQ", "A", prisoners.status_quo)
    assert verdict.stable
    assert "Anna would gain by choosing to “talk”" in str(verdict)
    assert "Bela can answer by choosing to “tell”" in str(verdict)
    leaves = strategy.explain(prisoners, "R", "A", prisoners.status_quo)
    assert not leaves.stable
    assert str(leaves).endswith("So it would not stay there (Nash).")
    with pytest.raises(strategy.ModelError, match="no decision maker"):
        strategy.explain(prisoners, "R", "C", 0)


def test_verdicts_agree_with_the_solver(prisoners):
    solution = strategy.solve(prisoners)
    for concept in ("R", "GMR", "SMR", "SEQ", "SSEQ"):
        for maker in ("A", "B"):
            for state in range(prisoners.size):
                verdict = strategy.explain(prisoners, concept, maker, state)
                assert verdict.stable == solution.table[concept][maker][state]


def test_pictures_are_well_formed_and_escaped(prisoners):
    hostile = strategy.loads(PRISONERS.replace('label = "talk"', 'label = "<script>&"'))
    picture = strategy.svg(strategy.solve(hostile))
    root = ET.fromstring(picture)
    assert root.tag.endswith("svg")
    assert "<script>" not in picture
    rows = strategy.table(strategy.solve(prisoners))
    assert rows[0][:3] == ["state", "a", "b"]
    assert len(rows) == 5


ARTICLE = (
    "KASTOR, May 14 - The government of Kenya demanded on Tuesday that Ethiopia withdraw its "
    "troops from the valley by the end of the month, or face a closed border.\n\n"
    "Ethiopia rejected the demand. Ethiopia offered to exchange prisoners."
)


def test_a_draft_cites_rows_that_are_there(tools):
    record = onrecord.read(ARTICLE, published="2024-05-14", tools=tools)
    text = draft([record], name="valley")
    model = strategy.loads(text)
    rows = {row.id for table in (record.moves, record.statements) for row in table}
    assert {m.id for m in model.makers} >= {"KEN", "ETH"}
    for option in model.options:
        assert option.cites
        assert set(option.cites) <= rows
    for maker in model.makers:
        for statement in getattr(maker.preference, "statements", ()):
            assert set(statement.cites) <= rows
            assert statement.cites or statement.assumed
    assert strategy.solve(model, ("R",)).table
    assert "# assumed" in text


def test_a_record_without_two_parties_gives_no_draft(tools):
    record = onrecord.read("It rained in Orle on Monday.", published="2024-05-14", tools=tools)
    with pytest.raises(DraftError, match="two parties"):
        draft([record])
