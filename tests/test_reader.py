"""The whole reading: what holds for every article."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import onrecord
from onrecord.record import problems
from onrecord.record.jsonl import to_lines

EXAMPLES = sorted((Path(__file__).parents[1] / "examples").glob("*/*.txt"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_row_is_tied_to_its_words(tools, path):
    record = onrecord.read(path.read_text(), tools=tools)
    assert not list(problems(record))
    assert record.statements
    reasons = {reason.row for reason in record.reasons}
    for table in ("statements", "events", "moves"):
        assert {row.id for row in record.table(table)} <= reasons


def test_the_same_text_gives_the_same_bytes_whatever_was_read_before(tools):
    texts = [path.read_text() for path in EXAMPLES[:4]]
    first = [list(to_lines(onrecord.read(text, tools=tools))) for text in texts]
    again = [list(to_lines(onrecord.read(text, tools=tools))) for text in reversed(texts)]
    assert first == again[::-1]


WORDS = st.lists(
    st.sampled_from(
        [
            "Chile",
            "said",
            "that",
            "“",
            "”",
            ",",
            ".",
            "\n",
            "Peru",
            "he",
            "on Friday",
            "by May",
            "demanded",
            "Mr.",
            "attacked",
            "the",
            "talks",
            "with",
            "and",
            "killed 3",
            "’",
            "(",
            ")",
            "would not recognise",
            "its conditions include",
            "U.S.",
            "-",
            "😀",
            "deadline set by",
        ]
    ),
    max_size=40,
).map(" ".join)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=WORDS)
def test_any_words_give_a_record_or_an_intake_error(tools, text):
    try:
        record = onrecord.read(text, published="2031-04-18", tools=tools)
    except onrecord.IntakeError:
        return
    assert not list(problems(record))


def test_bylines_and_credits_give_no_rows(record_of):
    record = record_of(
        "By Ana Prior and Juan Ode\nLIMA (Reuters) - Peru said on Friday that talks would go on.\n"
        "(Reporting by Ana Prior in Lima; Editing by Juan Ode)"
    )
    names = {actor.name for actor in record.actors}
    assert "Ana Prior" not in names
    assert record.article.authors == ("Ana Prior", "Juan Ode")
    end = record.text.index("(Reporting")
    for table in ("mentions", "statements", "events", "moves", "places"):
        assert all(row.end <= end for row in record.table(table))
