"""Sentences end where a reader would end them, and nowhere else."""

import pytest

from onrecord.intake.sentences import SentenceSplitter
from onrecord.vocabulary.tables import Tables


@pytest.fixture(scope="module")
def split():
    splitter = SentenceSplitter.load(Tables())

    def sentences(text):
        blocks, at = [], 0
        for line in text.split("\n"):
            blocks.append((at, at + len(line)))
            at += len(line) + 1
        starts = splitter.starts(text, blocks)
        return [text[a:b].strip() for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]

    return sentences


@pytest.mark.parametrize(
    "one",
    [
        "The U.S. Senate voted on Tuesday.",
        "Mr. Ode met Gen. Karl F. Ristow on Aug. 7 in St. Aubin.",
        "“Why now?” Marrow asked reporters.",
        "'Stop!' he shouted at the guards.",
        "“We are ready,” said Ode, “and we will wait.”",
        "The talks (the third since May) failed at 3 p.m. Friday.",
        "He called the plan “dead.”",
        "Growth was 3.5 percent, No. 2 in the region.",
        "The U.N. Security Council meets today.",
        "“Enough!” the Tavrian foreign minister said.",
    ],
)
def test_one_sentence(split, one):
    assert split(one) == [one]


@pytest.mark.parametrize(
    "parts",
    [
        ["He moved to the U.S.", "The firm stayed."],
        ["“We will wait.”", "The minister then left."],
        ["“We will wait.", "We have time,” he said."],
        ["Is it peace?", "Nobody knows."],
        ["They left at 3 p.m.", "On Friday they came back."],
        ["It cost $5.", "“Too much,” she said."],
        ["He said so (twice).", "She did not."],
        ["Talks ended at Acme Inc.", "But others went on."],
    ],
)
def test_two_sentences(split, parts):
    assert split(" ".join(parts)) == parts


def test_a_paragraph_always_ends_one(split):
    assert split("A heading without a stop\nThe story begins") == [
        "A heading without a stop",
        "The story begins",
    ]
