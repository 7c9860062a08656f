"""Status: happened, ongoing, planned, possible, denied, hypothetical."""

import tomllib
from pathlib import Path

from tests.events.rows import kinds

_PATH = Path(__file__).parent / "extracts" / "statuses.toml"
_SET = tomllib.loads(_PATH.read_text(encoding="utf-8"))["sentence"]


def test_there_are_enough_sentences_of_every_status():
    assert len(_SET) >= 60
    statuses = [status for _, _, status in _SET]
    for status in ("happened", "ongoing", "planned", "possible", "denied", "hypothetical"):
        assert statuses.count(status) >= 4, status


def test_nearly_all_statuses_are_right(record_of):
    missed = []
    for text, event, status in _SET:
        found = kinds(record_of(text))
        if (event, status) not in found:
            missed.append((text, event, status, found))
    assert len(missed) <= 0.05 * len(_SET), missed
