"""What the kinds of error in attribution count."""

import pytest
from benchmarks.scoring.attribution_errors import counted, judged, table

TEXT = "The mayor said on Monday that the old bridge would stay closed. Kordal left. He wept."


def row(source=None, cue=None, content=None):
    def pieces(part):
        start = TEXT.index(part) if part else 0
        return [[start, start + len(part)]] if part else []

    return {"source": pieces(source), "cue": pieces(cue), "content": pieces(content)}


GOLD = row("The mayor", "said", "that the old bridge would stay closed")


@pytest.mark.parametrize(
    ("guess", "kind"),
    [
        (GOLD, "right"),
        (None, "nothing found"),
        (row("The mayor", "said", "on Monday"), "cue found, content not"),
        (row("The mayor", "said", "that the old"), "content cut short"),
        (row("Kordal", "said", "that the old bridge would stay closed"), "wrong source"),
        (row(None, "said", "that the old bridge would stay closed"), "source missing"),
        (row("The mayor", None, "that the old bridge would stay closed"), "cue missing"),
        (row("The mayor", "left", "that the old bridge would stay closed"), "other cue"),
    ],
)
def test_what_became_of_an_attribution(guess, kind):
    (first, *_) = judged(TEXT, [GOLD], [guess] if guess else [])
    assert first.kind == kind


def test_content_too_long():
    gold = row("The mayor", "said", "bridge")
    guess = row("The mayor", "said", "that the old bridge would stay closed")
    assert next(iter(judged(TEXT, [gold], [guess]))).kind == "content too long"


def test_a_source_that_the_corpus_does_not_have():
    gold = row(None, "said", "that the old bridge would stay closed")
    assert next(iter(judged(TEXT, [gold], [GOLD]))).kind == "source invented"


def test_extra_predictions():
    inside = row("Kordal", "stay", "old bridge")
    elsewhere = row("Kordal", "left", "He wept")
    kinds = [one.kind for one in judged(TEXT, [GOLD], [GOLD, inside, elsewhere])]
    assert kinds == ["right", "extra: inside another", "extra: nothing there"]


def test_the_table_counts_by_quote_type():
    lines = table(counted(list(judged(TEXT, [GOLD], [GOLD])))).splitlines()
    assert lines[1].split() == ["right", "1", "0", "0", "1"]
