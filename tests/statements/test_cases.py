"""What mini-articles give and do not give."""

import pytest

from tests.statements.cases import GIVEN, NOT_SAID, NOTHING
from tests.statements.words import words


def told(rows):
    return [(words(s.source_words), words(s.cue), s.act, words(s.content)) for s in rows]


def matches(row, wanted):
    source, cue, act, content = wanted
    return row[0] == source and cue in row[1] and row[2] == act and row[3] == content


@pytest.mark.parametrize(("text", "wanted"), GIVEN, ids=[text[:50] for text, _ in GIVEN])
def test_gives(statements, text, wanted):
    rows = told(statements(text))
    for one in wanted:
        assert any(matches(row, one) for row in rows), rows


@pytest.mark.parametrize("text", NOTHING)
def test_gives_nothing(statements, text):
    assert told(statements(text)) == []


@pytest.mark.parametrize(("text", "cue"), NOT_SAID)
def test_does_not_take_for_said(statements, text, cue):
    assert not [row for row in told(statements(text)) if cue in row[1].split()]
