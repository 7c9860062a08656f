"""Does a place name stand for a government? Our own sentences, both ways."""

from __future__ import annotations

import pytest

from onrecord.language.metonymy import Metonymy
from onrecord.language.pipeline import Parser
from onrecord.vocabulary.tables import Tables

GOVERNMENTS = """
Moscow| rejected the offer on Friday.
Talks between |Moscow| and Kyiv broke down.
Talks between Moscow and |Kyiv| broke down.
|Washington|'s decision angered allies.
|Moscow| is ready to talk.
The deal was rejected by |Tehran|.
The envoy held talks with |Beijing| on trade.
Brussels imposed sanctions on |Minsk|.
The United States urged |Ankara| to ratify the deal.
|Ankara| was urged to ratify the deal.
Pressure on |Tehran| is growing.
Sanctions against |Damascus| were lifted.
The letter to |Pyongyang| went unanswered.
A response from |Warsaw| is expected.
|Delhi| has to decide soon.
Seoul, |Tokyo| and Washington condemned the launch.
The |Moscow|-backed separatists withdrew.
"""
PLACES = """
He flew to |Moscow| on Friday.
|Moscow|'s suburbs were hit.
|Moscow| is the capital of the country.
A bomb went off in |Tehran|.
Missiles fell on |Kharkiv|.
Protesters marched through |Minsk|.
The president will visit |Ankara|.
|Kyiv| was shelled overnight.
They left for |Doha| on Monday.
The capital lies north of |Khartoum|.
Trains from |Warsaw| arrived late.
The summit in |Doha| ended.
The |Moscow| talks ended.
Smoke rose near the |Kremlin|.
"""


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser.load()


@pytest.fixture(scope="module")
def metonymy() -> Metonymy:
    return Metonymy.load(Tables())


@pytest.mark.parametrize(
    ("line", "expected"),
    [(line, True) for line in GOVERNMENTS.strip().splitlines()]
    + [(line, False) for line in PLACES.strip().splitlines()],
)
def test_reading(parser: Parser, metonymy: Metonymy, line: str, expected: bool) -> None:
    before, name, after = line.split("|") if line.count("|") == 2 else ("", *line.split("|"))
    doc = parser.parse(before + name + after, [0])
    token = next(token for token in doc if token.idx >= len(before) and token.text == name)
    assert metonymy.stands_for_government(token) is expected
