"""What holds for any text, however odd."""

from __future__ import annotations

import time as clock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language.times import TimeFinder
from onrecord.record.dates import is_date

WORDS = (
    "last next the a two 3 25 2025 99999 1,200 Monday Friday May march year years week days ago "
    "later before after of in on at by Aug. 31 30 3rd half and to - – , . ( ) / : 's early end "
    "mid- 1990s 480 BC noon 3 p.m. GMT 18:00 25:61 12/13/2014 31.02.2020 2025-13-40 every daily "
    "now Easter quarter century Q3 ½ 1/2 \n"
).split(" ")
FINDER = TimeFinder.load()


@settings(deadline=None, max_examples=150)
@given(
    st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join),
    st.sampled_from([None, "2025-08-06", "0001-01-01", "9999-12-31", "2024-02-29T23:59:59Z"]),
)
def test_every_row_is_sound(text, published):
    times = FINDER.find_text(text, published)
    assert times == FINDER.find_text(text, published)
    end = 0
    for time in times:
        assert text[time.start : time.end] == time.text != ""
        assert time.start >= end
        end = time.end
        assert (time.since is None) == (time.until is None)
        if time.since and time.until:
            assert is_date(time.since)
            assert time.since <= time.until
        assert time.value != ""


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=300))
def test_any_characters(text):
    for time in FINDER.find_text(text, "2025-08-06"):
        assert text[time.start : time.end] == time.text


@pytest.mark.parametrize(
    "text",
    [
        "1" * 50_000,
        "the " * 20_000,
        "a half " * 8_000,
        "one hundred and " * 6_000,
        "last last Monday of the early mid " * 2_000,
        "1/2 - " * 10_000,
        "May 4, 5, 6, " * 4_000,
        "12:" * 20_000,
        "." * 50_000,
        "\n" * 50_000,
        "two days before the " * 2_000,
        "https://" + "a" * 50_000,
    ],
)
def test_huge_odd_texts_take_little_time(text):
    begun = clock.process_time()
    FINDER.find_text(text, "2025-08-06")
    assert clock.process_time() - begun < 10


def test_empty_text():
    assert FINDER.find_text("", "2025-08-06") == ()
