"""Dispatches with marked moves: what the tagger of moves learns from."""

from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "moves"


@pytest.fixture(scope="module")
def marked(script):
    return script("marked")


def read(marked, tmp_path, text):
    path = tmp_path / "some.txt"
    path.write_text(f"=== one | strike | 2031-04-15\n{text}\n", encoding="utf-8")
    (dispatch,) = marked.dispatches(path)
    return dispatch


def test_marks_are_taken_out_and_say_where_they_stood(marked, tmp_path):
    one = read(
        marked,
        tmp_path,
        "{1,2 party: The union} {1 cue: wants} {1 demand: {2 promise: a rise} soon} and "
        "{2 cue: will} wait.",
    )
    assert one.text == "The union wants a rise soon and will wait."
    assert one.kinds == {1: "demand", 2: "promise"}
    assert one.words(1, "demand") == ["a rise soon"]
    assert one.words(2, "promise") == ["a rise"]
    assert one.words(2, "party") == ["The union"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{1 party: The union} {1 demand: a rise}.", "move 1 has no cue"),
        ("{1 cue: wants} a rise.", "move 1 has kinds none"),
        ("{1 cue: wants} {1 demand: a rise.", "a mark is not closed"),
        ("{1 cue: wants} {1 demand: a rise}}.", "a '}' too many"),
        ("{1 hope: a rise}.", "not a mark"),
    ],
)
def test_a_wrong_mark_is_said_with_its_dispatch(marked, tmp_path, text, said):
    with pytest.raises(ValueError, match="one: ") as error:
        read(marked, tmp_path, text)
    assert said in str(error.value)


def test_every_dispatch_of_ours_can_be_read(marked):
    every = [
        one for path in (FOLDER / "dispatches").glob("*.txt") for one in marked.dispatches(path)
    ]
    assert len(every) > 2000
    assert len({one.id for one in every}) == len(every)
    kinds = {kind for one in every for kind in one.kinds.values()}
    assert kinds == set(marked.KINDS)
    assert sum(not one.kinds for one in every) > 200  # what is no bargaining


def test_the_same_dispatches_are_always_kept_from_training(marked):
    names = [f"war-{number:03}" for number in range(2000)]
    kept = [name for name in names if marked.is_kept(name, 0.05)]
    assert 60 < len(kept) < 140
    assert kept == [name for name in names if marked.is_kept(name, 0.05)]
    assert not any(marked.is_kept(name, 0.0) for name in names)
