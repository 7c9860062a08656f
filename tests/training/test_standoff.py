"""Marks of moves in texts that are not given out: offsets and the texts come together again."""

import gzip
import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "training" / "moves"
TEXT = "The union rejected the offer. It wants a rise by Friday."


@pytest.fixture(scope="module")
def standoff(script):
    return script("marked", "standoff")


def mark(words, role, *numbers):
    start = TEXT.index(words)
    return [start, start + len(words), role, list(numbers)]


@pytest.fixture
def marks(tmp_path):
    rows = [
        {
            "id": "a",
            "length": len(TEXT),
            "published": "2031-04-15",
            "marks": [
                mark("The union", "party", 1, 2),
                mark("rejected", "cue", 1),
                mark("the offer", "refusal", 1),
                mark("wants", "cue", 2),
                mark("a rise", "demand", 2),
                mark("by Friday", "by", 2),
            ],
        },
        {"id": "elsewhere", "length": 9, "published": None, "marks": []},
    ]
    path = tmp_path / "marks.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["texts.jsonl", "texts.jsonl.gz"])
def test_marks_stand_on_the_words_of_the_texts_that_one_has(standoff, marks, tmp_path, name):
    path = tmp_path / name
    line = json.dumps({"id": "a", "text": TEXT}) + "\n"
    if path.suffix == ".gz":
        path.write_bytes(gzip.compress(line.encode()))
    else:
        path.write_text(line, encoding="utf-8")
    (one,) = standoff.marked_texts(marks, standoff.texts_of([path]))
    assert (one.text, one.published) == (TEXT, "2031-04-15")
    assert one.kinds == {1: "refusal", 2: "demand"}
    assert one.words(2, "by") == ["by Friday"]
    assert one.words(1, "party") == one.words(2, "party") == ["The union"]
    assert one.tells_recipients


def test_marks_of_another_text_are_not_put_on_this_one(standoff, marks):
    with pytest.raises(ValueError, match="the text of a is not the marked one"):
        list(standoff.marked_texts(marks, {"a": TEXT + "!"}))


def test_the_marks_that_are_kept_are_well_made():
    root = FOLDER.parents[1]
    kept = [*(FOLDER / "marks").glob("*.jsonl"), root / "benchmarks" / "marks" / "plv.jsonl"]
    assert len(kept) == 3
    for path in kept:
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            numbers = {n for *_, told in row["marks"] for n in told}
            roles = {n: {r for _, _, r, told in row["marks"] if n in told} for n in numbers}
            length = row["length"]
            assert all(0 <= s < e <= length for s, e, *_ in row["marks"]), row["id"]
            assert all("cue" in told for told in roles.values()), row["id"]
