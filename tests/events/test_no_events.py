"""Ordinary news in which nothing political is done: no event may be coded."""

import tomllib
from pathlib import Path

import pytest

_PATH = Path(__file__).parent / "extracts" / "no_events.toml"
_SETS = tomllib.loads(_PATH.read_text(encoding="utf-8"))


def test_there_are_enough_sentences():
    assert sum(len(sentences) for sentences in _SETS.values()) >= 100


@pytest.mark.parametrize("name", sorted(_SETS))
def test_nothing_is_coded(record_of, name):
    coded = [
        (sentence, event.event, event.trigger.text)
        for sentence in _SETS[name]
        for event in record_of(sentence).events
    ]
    assert not coded
