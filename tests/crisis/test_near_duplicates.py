"""Copies cut, rewritten and led in anew are found; own reports, and later ones, are not."""

from __future__ import annotations

import pytest
from benchmarks.nearduplicates import measure, pairs

from onrecord.crisis.copies import find_copies
from onrecord.record import Article, article_id
from onrecord.vocabulary.tables import Tables


def test_copies_are_found_and_nothing_else():
    figures = measure(Tables())
    assert figures.copies >= 40
    assert figures.others >= 24
    assert figures.recall >= 0.97, figures.wrong
    assert figures.precision >= 0.95, figures.wrong


def article(text: str, outlet: str, published: str, agency: str | None = None) -> Article:
    key = article_id(text, outlet)
    return Article(id=key, text=text, outlet=outlet, published=published, agency=agency)


@pytest.mark.parametrize("wire_is_later", [False, True])
def test_the_agency_that_is_credited_is_the_original_whatever_the_time(wire_is_later):
    pair = next(p for p in pairs() if p.is_copy and p.made == "cut to half")
    days = ("2031-04-19", "2031-04-18") if wire_is_later else ("2031-04-18", "2031-04-19")
    wire = article(pair.one, "Meridian Press", days[0], "Meridian Press")
    paper = article(pair.other, "The Arden Courier", days[1], "Meridian Press")
    (copy,) = find_copies([paper, wire])
    assert (copy.article, copy.original) == (paper.id, wire.id)
    assert copy.reason == "credits Meridian Press"


def test_without_credits_the_earlier_one_is_the_original():
    pair = next(p for p in pairs() if p.is_copy and p.made == "rewritten lightly")
    first = article(pair.one, "The Arden Courier", "2031-04-18T08:00:00Z")
    then = article(pair.other, "Port Alder Gazette", "2031-04-18T11:00:00Z")
    (copy,) = find_copies([then, first])
    assert (copy.article, copy.original, copy.reason) == (then.id, first.id, "published later")
