"""The tagger's own steps, which need no weights, and the tagger itself where it is installed."""

from itertools import pairwise

import numpy as np
import pytest

from onrecord.language.encoder import Encoder, Window
from onrecord.language.encoder.decode import Decoder, Found, spans_of
from onrecord.language.encoder.hints import REACH, with_hints
from onrecord.language.encoder.labels import labels_of
from onrecord.statements.flat import Flat
from onrecord.statements.tagger import WEIGHTS, Tagger
from onrecord.statements.tagger.labels import LABELS, painted
from onrecord.statements.tagger.links import FEATURES, Hints, pair_features


def test_the_innermost_stretch_gives_the_label():
    labels = painted(12, [Flat(((0, 3),), ((4, 6),), ((2, 12),))])
    assert LABELS[labels[0]] == "B-source"
    assert LABELS[labels[4]] == "B-cue"
    assert LABELS[labels[5]] == "I-cue"
    assert LABELS[labels[8]] == "I-content"


def test_separators_have_no_label():
    window = Window([1, 2, 3], [(0, 0), (0, 3), (4, 6)], [0] * 3, [0] * 3)
    assert [LABELS[n] for n in labels_of(window, painted(6, [Flat((), ((0, 6),), ())]))] == [
        "O",
        "B-cue",
        "I-cue",
    ]


def no_weights():
    """Weights under which the rules have no say."""
    return np.zeros((2 * REACH + 1, len(LABELS), len(LABELS)), np.float32)


def test_without_weights_the_rules_have_no_say():
    scores = np.random.default_rng(3).normal(size=(6, len(LABELS))).astype(np.float32)
    found = with_hints(scores, [0, 1, 2, 0, 5, 6], no_weights())
    assert np.allclose(np.exp(found).sum(1), 1.0, atol=1e-5)
    assert (found.argmax(1) == scores.argmax(1)).all()


def test_the_rules_move_the_scores_of_their_piece_and_its_neighbours():
    weights = no_weights()
    weights[REACH, 3, 3] = 2.0  # the rules say B-cue here
    weights[REACH + 1, 3, 1] = 1.0  # they say B-cue one piece further on
    found = with_hints(np.zeros((4, len(LABELS)), np.float32), [0, 0, 3, 0], weights)
    assert found[2].argmax() == 3
    assert found[1].argmax() == 1
    assert found[3].max() - found[3].min() < 1e-6


def best_by_trying(scores, bias):
    """The legal sequence of the highest score, by trying all of them."""
    from itertools import product

    def legal(path):
        named = ["O", *(LABELS[n] for n in path)]
        return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in pairwise(named))

    scores = scores.copy()
    scores[:, 0] += bias
    return max(
        (sum(scores[i, n] for i, n in enumerate(p)), p)
        for p in product(range(len(LABELS)), repeat=len(scores))
        if legal(p)
    )[1]


@pytest.mark.parametrize("seed", range(10))
def test_decoding_finds_the_best_legal_sequence(seed):
    scores = np.log(np.random.default_rng(seed).dirichlet([0.4] * len(LABELS), 5))
    found = Decoder(3, -0.5).labels(scores.astype(np.float32))
    assert tuple(found) == best_by_trying(scores, -0.5)


@pytest.mark.parametrize("seed", range(20))
def test_decoded_labels_are_legal(seed):
    scores = np.log(np.random.default_rng(seed).dirichlet([0.3] * len(LABELS), 40))
    labels = Decoder(3).labels(scores.astype(np.float32))
    for before, after in pairwise(["O", *(LABELS[label] for label in labels)]):
        assert not after.startswith("I-") or before[2:] == after[2:]


def test_spans_of_labels():
    assert spans_of([0, 1, 2, 1, 0, 5, 6, 6]) == [(0, 1, 3), (0, 3, 4), (2, 5, 8)]


def test_a_pair_that_the_rules_join_is_told_so():
    window = Window([1] * 6, [(i, i + 1) for i in range(6)], [0] * 6, [0] * 6)
    rules = [Flat(((0, 1),), ((1, 2),), ((2, 4),))]
    source, other, cue = Found(0, 0, 1, 1.0), Found(0, 5, 6, 1.0), Found(1, 1, 2, 1.0)
    table = pair_features(window, Hints(window, rules), cue, [source, other], [source, cue, other])
    assert table.shape == (2, FEATURES)
    assert table[0, -2] == 1
    assert table[0, -1] == 0
    assert table[1, -2] == 0
    assert table[1, -1] == 1


def test_missing_weights_are_said(tmp_path):
    assert not Tagger.installed(tmp_path)
    with pytest.raises(FileNotFoundError, match="no weights of the tagger"):
        Tagger.load(tmp_path)


@pytest.mark.skipif(not Tagger.installed(WEIGHTS), reason="a slim install has no weights")
def test_the_tagger_finds_who_said_what():
    text = "The mayor of Orle, Ida Brandt, said on Monday that the bridge would stay closed."
    encoded = Encoder.load().read(text, [(0, len(text))], [])
    (found,) = Tagger.load().tag(text, encoded, [])
    words = {
        role: " ".join(text[a:b] for a, b in getattr(found, role))
        for role in ("source", "cue", "content")
    }
    assert "Brandt" in words["source"]
    assert "said" in words["cue"]
    assert words["content"].endswith("the bridge would stay closed")
    assert 0 < found.score <= 1


@pytest.mark.skipif(not Tagger.installed(WEIGHTS), reason="a slim install has no weights")
def test_what_stands_before_its_cue_keeps_its_main_verb(record_of):
    rows = record_of(
        "The Danish premier does not want to provoke Sweden, and she knows that she may lose the "
        "vote, but the islands are more important to her, two of the aides said."
    ).statements
    said = next(s for s in rows if any("said" in cue.text for cue in s.cue))
    wish = next(s for s in rows if s.act == "want")
    assert said.content[0].text.startswith("The Danish premier does not want to provoke Sweden")
    assert wish.negated
    assert wish.via == said.id


@pytest.mark.skipif(not Tagger.installed(WEIGHTS), reason="a slim install has no weights")
def test_what_is_done_to_a_source_is_not_said_by_it(record_of):
    rows = record_of(
        "Opponents have described him as helpless when pitched into a debate with Olin Vash, and "
        "at times accused him of vanity."
    ).statements
    assert "propose" not in {s.act for s in rows}
