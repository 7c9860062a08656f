"""Numbers in words and digits."""

import pytest

from onrecord.events.numbers import bounds


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("72", 72, 72),
        ("at least 72", 72, None),
        ("more than 1,200", 1200, None),
        ("over 300", 300, None),
        ("no fewer than nine", 9, None),
        ("up to 5,000", None, 5000),
        ("as many as 40", None, 40),
        ("no more than six", None, 6),
        ("fewer than ten", None, 10),
        ("nearly 100", None, 100),
        ("about 50", 50, 50),
        ("some 3,000", 3000, 3000),
        ("twenty-five", 25, 25),
        ("forty-two", 42, 42),
        ("one hundred and twenty", 120, 120),
        ("two thousand", 2000, 2000),
        ("three dozen", 36, 36),
        ("a dozen", 12, 12),
        ("more than a dozen", 12, None),
        ("dozens", 24, None),
        ("hundreds", 200, None),
        ("tens of thousands", 20000, None),
        ("hundreds of thousands", 200_000, None),
        ("between 20 and 30", 20, 30),
        ("20 to 30", 20, 30),
        ("15-20", 15, 20),
        ("two to three million", 2_000_000, 3_000_000),
        ("1.5 million", 1_500_000, 1_500_000),
        ("half a million", 500_000, 500_000),
        ("$2 billion", 2_000_000_000, 2_000_000_000),
        ("a couple", 2, 2),
        ("several", None, None),
        ("a few", None, None),
    ],
)
def test_bounds(words, low, high):
    assert bounds(words) == (low, high)
