"""How a text is cut for the encoder, how pairs are scored, and the encoder where installed."""

import numpy as np
import pytest

from onrecord.language.encoder import Encoded, Encoder, PairScorer, Window, windows
from onrecord.language.encoder.antecedents import FEATURES, Antecedents, pair_features
from onrecord.language.encoder.encoder import WEIGHTS
from onrecord.language.encoder.windows import WINDOW

TEXT = "Kordal, the minister, said the border was closed.\n\n“We will wait,” Vash told reporters."


class Words:
    """A tokenizer of words: enough to see how windows are made."""

    def encode(self, text, add_special_tokens=False):
        import re

        found = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
        return type("Encoded", (), {"ids": [7] * len(found), "offsets": found})()


def of(text, *paragraphs, quotations=()):
    return windows(Words(), text, paragraphs, quotations)


def test_windows_hold_every_word_once_and_slice_back():
    start = TEXT.index("“")
    (window,) = of(TEXT, (0, start - 2), (start, len(TEXT)))
    words = [TEXT[a:b] for a, b in window.offsets if b > a]
    assert words[:3] == ["Kordal", ",", "the"]
    assert "".join(words) == "".join(TEXT.split())
    assert window.paragraphs[1] == 0
    assert window.paragraphs[-1] == 1


def test_long_paragraphs_are_cut_and_no_window_is_too_long():
    text = "It rained. " * 400
    found = of(text, (0, len(text)))
    assert len(found) > 3
    assert max(len(window.numbers) for window in found) <= WINDOW
    assert sum(b > a for window in found for a, b in window.offsets) == 1200
    assert all(text[w.offsets[-2][0]] == "." for w in found)  # cut behind a full stop


def test_forms_tell_case_and_quotation():
    start = TEXT.index("“")
    (window,) = of(TEXT, (start, len(TEXT)), quotations=[(start, TEXT.index("”") + 1)])
    form = {TEXT[a:b]: f for (a, b), f in zip(window.offsets, window.forms, strict=True)}
    assert form["We"] == 4
    assert form["wait"] == 3
    assert form["Vash"] == 1
    assert form["told"] == 0


def test_the_pieces_of_a_stretch():
    window = Window([1] * 4, [(0, 0), (0, 3), (3, 5), (6, 9)], [0] * 4, [0] * 4)
    assert window.pieces(0, 3) == (1, 2)
    assert window.pieces(4, 7) == (2, 4)
    assert window.pieces(5, 6) == (3, 3)
    assert (window.start, window.end) == (0, 9)


def scorer(size):
    """A scorer that likes candidates which equal the query."""
    zero = np.zeros((size, size), np.float32)
    return PairScorer(
        query=zero,
        candidate=zero,
        product=np.eye(size, dtype=np.float32),
        features=np.zeros((size, FEATURES), np.float32),
        bias=np.zeros(size, np.float32),
        out=np.ones(size, np.float32),
        offset=np.array([-0.5], np.float32),
    )


def test_a_pronoun_finds_its_name_and_names_of_other_windows_are_left_out():
    vectors = np.eye(2, dtype=np.float32)[[0, 1, 0]]
    window = Window([5] * 3, [(0, 4), (5, 9), (10, 12)], [0] * 3, [0] * 3)
    none = np.zeros((3, 7), np.float32)
    found = Antecedents(scorer(2), [Encoded(window, none, none, vectors, none)])
    scores = found.scores((10, 12), [(0, 4), (5, 9), (40, 44)])
    assert scores == {0: 0.5, 1: -0.5}
    assert found.scores((60, 62), [(0, 4)]) == {}


def test_features_of_a_pair_tell_order_and_paragraph():
    window = Window([5] * 4, [(i, i + 1) for i in range(4)], [0] * 4, [0, 0, 1, 1])
    table = pair_features(window, (2, 3), [(0, 1), (3, 4)])
    assert table[0, :2].tolist() == [1, 0]
    assert table[1, :2].tolist() == [0, 1]
    assert table[:, 4].tolist() == [0, 1]


def test_missing_weights_are_said(tmp_path):
    assert not Encoder.installed(tmp_path)
    with pytest.raises(FileNotFoundError, match="no weights of the encoder"):
        Encoder.load(tmp_path)


@pytest.mark.skipif(not Encoder.installed(WEIGHTS), reason="a slim install has no weights")
def test_reading_gives_a_row_a_piece():
    (one,) = Encoder.load().read(TEXT, [(0, 49)], [])
    arrays = (one.labels, one.links, one.refer, one.states)
    assert {len(rows) for rows in arrays} == {len(one.window.numbers)}
