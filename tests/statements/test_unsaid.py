"""What looks like a statement and is none, and what must stay one beside it."""

import pytest

from onrecord.language.encoder.encoder import WEIGHTS
from onrecord.statements import find_statements
from onrecord.statements.tagger import Tagger
from tests.statements.words import words


@pytest.fixture(scope="module")
def both(read, cues):
    """The statements of a text, by the rules and the trained tagger."""
    if not Tagger.installed(WEIGHTS):
        pytest.skip("a slim install has no weights")
    tagger = Tagger.load()
    return lambda text: find_statements(read(text), cues, tagger).rows


def told(rows):
    return [(words(row.source_words), words(row.cue[:1])) for row in rows]


@pytest.mark.parametrize(
    "text",
    [
        "President Ilka Moro signed an order that closes the port on Friday.",
        "The council imposed sanctions on Sarelle and recalled its envoys.",
        "If Athens says yes, the bank will open on Monday.",
        "The banks will stay shut unless the creditors accept the plan.",
        "Shares in Halcyon fell 3%, suggesting doubt about the deal.",
        "Sarelle will have to send a letter and agree to a vote.",
        "This proposal aims to end the war.",
        "The mayor faced calls to resign.",
        "Rebels struck a convoy near the border, and the army bombarded the town.",
    ],
)
def test_nobody_has_said_anything(both, text):
    assert told(both(text)) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "The minister, asking not to be named, said the fleet was ready.",
            [("The minister", "said")],
        ),
        (
            "The strait is shut, according to an envoy, who insisted on anonymity.",
            [("an envoy", "according to")],
        ),
        (
            "“Let them know that it is ours,” Orsini said.",
            [("Orsini", "said")],
        ),
        (
            "The Observer, citing two officials, reported that the bridge was closed.",
            [("The Observer", "reported"), ("two officials", "citing")],
        ),
        (
            "An aide left without saying whether the talks would go on.",
            [("An aide", "left without saying")],
        ),
    ],
)
def test_only_what_was_said_is_told(both, text, wanted):
    assert told(both(text)) == wanted


def test_why_a_source_is_not_named_goes_with_it(both):
    (row,) = both("The governor, who insisted on anonymity, said the port was shut.")
    assert row.source_basis == "insisted on anonymity"
