"""The parse keeps the text, and sentences begin where the text shows it."""

import pytest

from onrecord.language.pipeline import Parser


@pytest.fixture(scope="module")
def parser():
    return Parser.load()


def test_a_token_is_split_where_a_sentence_begins(parser):
    text = "PORT ALDER (Reuters) -U.S. envoy Ana Prior arrived."
    doc = parser.parse(text, [0, text.index("U.S.")])
    assert doc.text == text
    assert [s.text for s in doc.sents][-1] == "U.S. envoy Ana Prior arrived."


def test_no_other_boundaries_than_those_given(parser):
    text = "It ended. Nobody spoke. They left."
    assert len(list(parser.parse(text, [0, 24]).sents)) == 2


def test_an_unknown_pipeline():
    with pytest.raises(OSError, match="no_such_pipeline"):
        Parser.load("no_such_pipeline")
