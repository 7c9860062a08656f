"""Event coreference across documents: what is joined, what is kept apart, and how it is read."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.crisis.coreference import Document, EventCoreference, Mention
from onrecord.crisis.coreference.likeness import average_linkage
from onrecord.crisis.coreference.mention import head
from onrecord.crisis.coreference.neighbours import NEIGHBOURS, neighbour_features
from onrecord.vocabulary.tables import Tables, VocabularyError


@pytest.fixture(scope="module")
def coreference() -> EventCoreference:
    return EventCoreference.load(Tables())


def document(key: str, *sentences: str, marked: str) -> Document:
    """A document whose mentions are the words of ``marked``, in the first sentence with them."""
    mentions = []
    for number, words in enumerate(marked.split("|")):
        place = next(i for i, s in enumerate(sentences) if words in s)
        start = sentences[place].index(words)
        mentions.append(Mention(str(number), place, start, start + len(words)))
    return Document(key, sentences, tuple(mentions))


QUAKE = (
    "A strong earthquake struck the Tavrian coast near Port Alder on Friday",
    "At least 12 people were killed when houses in Port Alder fell down.",
)
AGAIN = (
    "Tavria: dozens killed as earthquake hits Port Alder",
    "The Tavrian coast was struck by an earthquake on Friday, and houses fell down in Port Alder.",
)
OTHER = (
    "Velmark's football team beats Corsenia in the final",
    "Velmark won the cup on Sunday after a late goal in Brannhaven.",
)


def test_one_quake_in_two_documents_and_a_match_in_a_third(coreference):
    documents = [
        document("a", *QUAKE, marked="earthquake|killed"),
        document("b", *AGAIN, marked="killed|earthquake"),
        document("c", *OTHER, marked="beats|won"),
    ]
    clusters = {frozenset(c) for c in coreference.clusters(documents)}
    assert frozenset({("a", "0"), ("b", "1")}) in clusters
    assert frozenset({("a", "1"), ("b", "0")}) in clusters
    assert not any({d for d, _ in c} & {"a", "b"} and ("c", "0") in c for c in clusters)


def test_every_mention_is_in_one_cluster(coreference):
    documents = [
        document("a", *QUAKE, marked="earthquake|struck|killed|fell"),
        document("c", *OTHER, marked="beats|won"),
    ]
    found = [mention for c in coreference.clusters(documents) for mention in c]
    assert len(found) == len(set(found)) == 6


def test_nothing_to_cluster(coreference):
    assert list(coreference.clusters([])) == []
    assert list(coreference.clusters([Document("a", ("No event.",))])) == []


@pytest.mark.parametrize(
    ("words", "carrier"),
    [
        ("checked into", "checked"),
        ("was killed", "killed"),
        ("air raid", "raid"),
        ("fall of the government", "fall"),
        ("it", "it"),
    ],
)
def test_the_word_that_carries_a_mention(words, carrier):
    assert head(tuple(words.split())) == carrier


def test_average_linkage_joins_down_to_the_least_likeness():
    likeness = np.array([[1, 0.9, 0.1], [0.9, 1, 0.3], [0.1, 0.3, 1]], dtype=np.float32)
    assert average_linkage(likeness, 0.5) == [[0, 1], [2]]
    assert average_linkage(likeness, 0.2) == [[0, 1, 2]]


def test_two_that_a_third_speaks_for_share_neighbours():
    likely = np.array([[1, 0.1, 0.9], [0.1, 1, 0.8], [0.9, 0.8, 1]], dtype=np.float32)
    found = neighbour_features(likely)
    best = NEIGHBOURS.index("best third")
    assert found.shape == (3, 3, len(NEIGHBOURS))
    assert found[0, 1, best] == pytest.approx(0.8)
    assert np.array_equal(found, found.transpose(1, 0, 2))


def test_a_table_of_weights_with_a_gap_is_refused(tmp_path):
    (tmp_path / "mention_weights.csv").write_text("network,unit,weights,bias,vote\n9,1,0.5|1,0,1\n")
    with pytest.raises(VocabularyError, match="2 weights for"):
        EventCoreference.load(Tables(tmp_path))
