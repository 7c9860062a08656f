"""Spans: whether two share words, and how far apart they are."""

from onrecord.record import Span


def test_spans_that_share_a_character_overlap_and_others_have_a_gap():
    text = "the pass is shut"
    whole, word, last = Span.of(text, 0, 8), Span.of(text, 4, 8), Span.of(text, 12, 16)
    assert whole.overlaps(word)
    assert word.overlaps(whole)
    assert not word.overlaps(last)
    assert not Span.of(text, 0, 4).overlaps(word)  # they touch
    assert (word.gap(last), last.gap(word), whole.gap(word)) == (4, 4, 0)
