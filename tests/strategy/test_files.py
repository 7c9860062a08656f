"""Model files: what is read, and what is said of bad ones."""

import pytest

from onrecord import strategy

GOOD = """
name = "Two villages and a well"
status_quo = ["fence"]
decision_maker = [{id = "A", name = "Upper village"}, {id = "B", name = "Lower village"}]

[[option]]
id = "share"
owner = "A"
label = "share the well"

[[option]]
id = "fence"
owner = "A"
direction = "only_to_yes"

[[option]]
id = "march"
owner = "B"
cites = ["2031-a-m4"]

[[infeasible]]
exclusive = ["share", "fence"]

[[preference]]
maker = "A"
prefers = [{text = "not march", cites = ["2031-a-s1"]}, "fence"]

[[preference]]
maker = "B"
prefers = ["share", "march if fence", {text = "not march", assumed = true}]
"""


def test_a_file_written_by_hand():
    model = strategy.loads(GOOD)
    assert model.size == 6
    assert model.describe(model.status_quo) == "fence"
    assert model.options[2].cites == ("2031-a-m4",)
    statements = model.maker("B").preference.statements
    assert [s.assumed for s in statements] == [False, False, True]
    assert model.maker("A").preference.statements[0].cites == ("2031-a-s1",)
    solution = strategy.solve(model)
    assert {model.describe(s) for s in solution.equilibria("R")} == {"fence; march"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('"share", "march if', '"shade", "march if', r"line 30: unknown option 'shade'"),
        ('owner = "B"', 'owner = "C"', "unknown owner 'C'"),
        ('"not march", assumed', '"march and (", assumed', "missing at the end"),
        ('}, "fence"]', '}, "march"]', "contradicts 'not march'"),
        ('exclusive = ["share", "fence"]', 'pattern = {}\nat_least_one = ["x"]', "unknown option"),
        ('status_quo = ["fence"]', 'status_quo = ["fence", "share"]', "not a feasible state"),
        ("[[option]]", "[[optoin]]", "optoin"),
        ('maker = "B"', 'maker = "Z"', "unknown decision maker 'Z'"),
    ],
)
def test_bad_files_say_what_and_where(tmp_path, old, new, message):
    path = tmp_path / "model.toml"
    path.write_text(GOOD.replace(old, new, 1))
    with pytest.raises(strategy.ModelError, match=message) as error:
        strategy.load(path)
    assert "model.toml" in str(error.value)


def test_no_feasible_state_and_too_many_options():
    everything = (
        "[[infeasible]]\npattern = {march = true}\n[[infeasible]]\npattern = {march = false}"
    )
    with pytest.raises(strategy.ModelError, match="no combination of options is feasible"):
        strategy.loads(GOOD.replace('status_quo = ["fence"]\n', "") + everything)
    many = "\n".join(f'[[option]]\nid = "o{k}"\nowner = "A"' for k in range(40))
    text = 'decision_maker = [{id = "A"}]\n' + many + '\n[[preference]]\nmaker = "A"\nprefers = []'
    with pytest.raises(strategy.ModelError, match=r"2\^40"):
        strategy.loads(text)


def test_what_nobody_said_is_unknown_and_read_in_four_ways():
    text = GOOD.replace('["share", "march if fence", {text = "not march", assumed = true}]', "[]")
    model = strategy.loads(text)
    counts = {r: len(strategy.solve(model, ("R",), reading=r).stable("R", "B")) for r in "abcd"}
    assert counts == {"a": 0, "b": 6, "c": 0, "d": 6}
    tied = strategy.loads(text.replace("prefers = []", 'prefers = []\nunstated = "tie"'))
    assert len(strategy.solve(tied, ("R",), reading="a").stable("R", "B")) == 6


def test_listed_states_and_moves():
    model = strategy.loads(
        """
decision_maker = [{id = "A"}, {id = "B"}]
state = [{id = "war"}, {id = "talks"}, {id = "peace"}]
preference = [
  {maker = "A", ranking = ["peace", ["war", "talks"]]},
  {maker = "B", strict = [["talks", "war"], ["peace", "talks"]]},
]
[moves]
A = [["war", "talks"], ["talks", "peace"]]
B = [["talks", "war"]]
"""
    )
    solution = strategy.solve(model, ("R", "GMR", "SEQ"))
    assert [model.labels[s] for s in solution.equilibria("R")] == ["war", "peace"]


def test_pairs_that_go_round_in_a_circle_are_refused():
    with pytest.raises(strategy.ModelError, match="contradict each other"):
        strategy.loads(
            """
decision_maker = [{id = "A"}]
state = [{id = 1}, {id = 2}]
preference = [{maker = "A", strict = [[1, 2], [2, 1]]}]
[moves]
A = [[1, 2]]
"""
        )
