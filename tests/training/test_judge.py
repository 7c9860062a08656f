"""How marked moves are counted: what is found, what is right of it, what is not."""

import pytest

SOURCE = (
    "=== one | pass | 2031-04-15\n"
    "{1 party: Uganda} {1 cue: demanded} that {1 to: Kenya} {1 demand: reopen the pass} "
    "{1 by: by Friday}. {2 party: Kenya} {2 cue: rejected} {2 refusal: the demand}. "
    "Rain fell on the coast.\n"
)


@pytest.fixture
def judged(script, rules, tmp_path):
    """The counts of a dispatch, read by the rules alone."""
    marked = script("marked")
    judge = script("judge")

    def count(source):
        path = tmp_path / "some.txt"
        path.write_text("# recipients throughout\n" + source, encoding="utf-8")
        (one,) = marked.dispatches(path)
        return judge.judged([judge.read(one, rules)], rules, None)

    return count


def test_a_marked_move_is_found_with_its_recipient_and_its_day(judged):
    total = judged(SOURCE)
    assert (total.gold, total.found, total.rows, total.true) == (2, 2, 2, 2)
    assert total.details["by"] == [1, 1, 1]
    assert total.details["toward"][0] >= 1


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("{1 demand: reopen the pass}", "{1 threat: reopen the pass}"),
        ("{1 party: Uganda}", "Uganda"),
        ("{1 demand: reopen the pass}", "reopen the pass"),
    ],
)
def test_another_kind_or_party_or_place_is_not_it(judged, before, after):
    changed = SOURCE.replace(before, after)
    if after == "Uganda":
        changed = changed.replace("{1 to: Kenya}", "{1 party: Kenya}")
    if after == "reopen the pass":
        changed = changed.replace("on the coast", "on {1 demand: the coast}")
    total = judged(changed)
    assert (total.gold, total.found, total.true) == (2, 1, 1)
    assert "recall 0.500" in total.line()
