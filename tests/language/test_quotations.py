"""Quotation marks are paired as a reader pairs them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.quotations import find_quotations


def paragraphs(text):
    spans, at = [], 0
    for line in text.split("\n"):
        if line:
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans


def inner(text):
    return [text[q.inner_start : q.inner_end] for q in find_quotations(text, paragraphs(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We wait,” said Ode, “and hope.”", ["We wait,", "and hope."]),
        ('"We wait," said Ode, "and hope."', ["We wait,", "and hope."]),
        ("‘We wait,’ said Ode.", ["We wait,"]),
        ("‘The leaders’ summit must come,’ said Ode.", ["The leaders’ summit must come,"]),
        ("He said ‘no’ and the workers’ union left.", ["no"]),
        ("„Wir warten“, said Ode.", ["Wir warten"]),
        ("Ode called it «a farce» again.", ["a farce"]),
        ("The leaders’ summit isn’t near.", []),
        ("Back in the '90s they didn't talk.", []),
        ("It's the ministers' plan.", []),
        ("“He told me ‘never’ twice,” she said.", ["He told me ‘never’ twice,", "never"]),
        ("He said 'it's over' and left.", ["it's over"]),
    ],
)
def test_pairs(text, expected):
    assert inner(text) == expected


def test_depth_of_a_quotation_inside_another():
    text = "“He told me ‘never’ twice,” she said."
    assert [q.depth for q in find_quotations(text, paragraphs(text))] == [0, 1]


def test_a_quotation_runs_over_paragraphs():
    text = "“First we talk.\n“Then we sign,” said Ode.\n“Last,” he said."
    first, second, third = find_quotations(text, paragraphs(text))
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
    assert (third.closed, third.continues) == (True, False)


@given(st.text(alphabet="ab ,.s\n“”‘’\"'«»", max_size=80))
def test_quotations_lie_inside_their_paragraph(text):
    for q in find_quotations(text, paragraphs(text)):
        assert 0 <= q.start < q.inner_start < q.inner_end <= q.end <= len(text)
        assert "\n" not in text[q.start : q.end]
