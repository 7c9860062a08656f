"""The parse keeps the text, and sentences begin where the text shows it."""

import pytest

from onrecord.language.attributes import Attributes
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


@pytest.mark.parametrize(
    "text",
    [
        "There is no deal, there are only hopes, and it is not clear what they're gonna do.",
        "Let's go, he said; y'all ain't gotta wait, but you c'm on.",
        "The minister had said she'd been told that it was hers, not his; it's I who left him.",
        "Ten of the 12 ships\n\n  reached Port Alder (on 3 May), $5 million's worth aboard!",
        "Prices rose 4% -- nobody knew why. What he'd done, to whom, when: all that is unclear.",
    ],
)
def test_remembered_attributes_are_those_of_the_ruler(parser, text):
    pipeline = parser._pipeline
    ruler = pipeline.get_pipe("attribute_ruler")
    remembered = Attributes(ruler)
    doc = pipeline.make_doc(text)
    for name in ("tok2vec", "tagger", "parser"):
        doc = pipeline.get_pipe(name)(doc)
    other = doc.copy()
    for _ in range(2):  # the second time from memory

        def seen(tokens):
            return [(t.pos_, str(t.morph), t.lemma_, t.tag_, t.dep_) for t in tokens]

        assert seen(remembered(doc.copy())) == seen(ruler(other.copy()))
