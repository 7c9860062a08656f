"""Figures tied to events: what is counted, and the bounds."""

import tomllib
from pathlib import Path

import pytest

_PATH = Path(__file__).parent / "extracts" / "figures.toml"
_SET = tomllib.loads(_PATH.read_text(encoding="utf-8"))
_COUNTED = {"killed", "injured", "detained", "money", "troops"}


def found(record):
    return {(f.what, f.low, f.high) for event in record.events for f in event.figures}


def test_there_are_enough_sentences():
    assert len(_SET["sentence"]) >= 60


def test_nearly_all_figures_are_right(record_of):
    missed = []
    for text, what, low, high in _SET["sentence"]:
        wanted = (what, None if low < 0 else float(low), None if high < 0 else float(high))
        if wanted not in found(record_of(text)):
            missed.append((text, wanted, found(record_of(text))))
    assert len(missed) <= 0.05 * len(_SET["sentence"]), missed


@pytest.mark.parametrize("text", _SET["none"])
def test_ages_dates_and_members_are_no_figures(record_of, text):
    assert not {f for f in found(record_of(text)) if f[0] in _COUNTED}
