"""The scorer of attributions counts as its description says."""

import pytest
from benchmarks.scoring.attribution import Text, matching, score

TEXT = 'Ada Lune, the envoy, said "the line is cold" on Monday. Vash denied it.\nHe left.'


def span(words):
    start = TEXT.index(words)
    return [start, start + len(words)]


def attribution(source, cue, content):
    return {
        "source": [span(source)] if source else [],
        "cue": [span(cue)],
        "content": [span(content)],
    }


GOLD = [
    attribution("Ada Lune, the envoy,", "said", '"the line is cold"'),
    attribution("Vash", "denied", "it"),
]


def figures(predicted):
    gold = {"a": {"id": "a", "text": TEXT, "attributions": GOLD}}
    return score(gold, {"a": {"id": "a", "attributions": predicted}})


def test_gold_against_itself_is_perfect():
    assert {tally.f1 for name, tally in figures(GOLD).items() if tally.gold} == {1.0}


def test_nothing_found():
    found = figures([])
    assert found["attribution/match"].recall == 0
    assert found["attribution/match"].gold == 2


def test_a_source_by_its_tail_matches_but_not_strictly():
    found = figures([attribution("the envoy", "said", '"the line is cold"'), GOLD[1]])
    assert found["attribution/match"].f1 == 1.0
    assert found["attribution/strict"].found == 1


def test_half_a_content_matches_but_not_strictly():
    found = figures([attribution("Ada Lune", "said", "the line"), GOLD[1]])
    assert found["attribution/match"].found == 2
    assert found["attribution/strict"].found == 1
    assert found["attribution/strict/direct"].recall == 0


def test_a_wrong_source_leaves_only_the_content():
    found = figures([attribution("Vash", "said", '"the line is cold"')])
    assert found["attribution/content"].found == 1
    assert found["attribution/match"].found == 0


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ('"the line is cold"', "direct"),
        ('said "the line', "mixed"),
        ("He left", "indirect"),
    ],
)
def test_quote_types(words, kind):
    view = Text(TEXT)
    assert view.kind(view.tokens([span(words)], trim=True)) == kind


@pytest.mark.parametrize(
    ("source", "head"),
    [("Ada Lune, the envoy,", "lune"), ("the envoy", "envoy")],
)
def test_head_of_a_source(source, head):
    view = Text(TEXT)
    assert view.word(view.head(view.tokens([span(source)], trim=True))) == head


def test_matching_is_maximum():
    assert len(matching([[0, 1], [0]])) == 2
