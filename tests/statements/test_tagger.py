"""The tagger's own steps, which need no weights, and the tagger itself where it is installed."""

from itertools import pairwise

import numpy as np
import pytest

from onrecord.statements.flat import Flat
from onrecord.statements.tagger import WEIGHTS, Tagger
from onrecord.statements.tagger.decode import Decoder, Found, spans_of
from onrecord.statements.tagger.links import FEATURES, Hints, pair_features
from onrecord.statements.tagger.pieces import LABELS, WINDOW, Window, painted, windows

TEXT = "Kordal, the minister, said the border was closed.\n\n“We will wait,” Vash told reporters."


class Words:
    """A tokenizer of words: enough to see how windows are made."""

    def encode(self, text, add_special_tokens=False):
        import re

        found = [m.span() for m in re.finditer(r"\w+|[^\w\s]", text)]
        return type("Encoded", (), {"ids": [7] * len(found), "offsets": found})()


def of(text, *paragraphs, rules=(), quotations=()):
    return windows(Words(), text, paragraphs, quotations, rules)


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


def test_the_innermost_stretch_gives_the_label():
    labels = painted(12, [Flat(((0, 3),), ((4, 6),), ((2, 12),))])
    assert LABELS[labels[0]] == "B-source"
    assert LABELS[labels[4]] == "B-cue"
    assert LABELS[labels[5]] == "I-cue"
    assert LABELS[labels[8]] == "I-content"


@pytest.mark.parametrize("seed", range(20))
def test_decoded_labels_are_legal(seed):
    scores = np.log(np.random.default_rng(seed).dirichlet([0.3] * len(LABELS), 40))
    labels = Decoder().labels(scores.astype(np.float32))
    for before, after in pairwise(["O", *(LABELS[label] for label in labels)]):
        assert not after.startswith("I-") or before[2:] == after[2:]


def test_spans_of_labels():
    assert spans_of([0, 1, 2, 1, 0, 5, 6, 6]) == [(0, 1, 3), (0, 3, 4), (2, 5, 8)]


def test_a_pair_that_the_rules_join_is_told_so():
    window = Window([1] * 6, [(i, i + 1) for i in range(6)], [0] * 6, [0] * 6, [0] * 6)
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
    with pytest.raises(FileNotFoundError, match="no tagger weights"):
        Tagger.load(tmp_path)


@pytest.mark.skipif(not Tagger.installed(WEIGHTS), reason="a slim install has no weights")
def test_the_tagger_finds_who_said_what():
    text = "The mayor of Orle, Ida Brandt, said on Monday that the bridge would stay closed."
    (found,) = Tagger.load().tag(text, [(0, len(text))], [], [])
    words = {
        role: " ".join(text[a:b] for a, b in getattr(found, role))
        for role in ("source", "cue", "content")
    }
    assert "Brandt" in words["source"]
    assert "said" in words["cue"]
    assert words["content"].endswith("the bridge would stay closed")
    assert 0 < found.score <= 1
