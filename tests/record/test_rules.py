"""The two rules hold wherever rows come together."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record import DueBy, Span, Statement, When, article_id, is_date, last_day, slug
from tests.record.rows import TEXT, handmade


def replace_row(record, table, **change):
    row = record.table(table)[0]
    rows = (msgspec.structs.replace(row, **change), *record.table(table)[1:])
    return msgspec.structs.replace(record, **{table: rows})


def test_a_good_record_passes():
    assert handmade().text == TEXT


@pytest.mark.parametrize("table", ["actors", "mentions", "times", "places", "events", "moves"])
def test_words_must_be_where_the_row_says(table):
    record = handmade()
    row = record.table(table)[0]
    with pytest.raises(ValueError, match="words are not at"):
        replace_row(record, table, start=row.start + 1, end=row.end + 1)


def test_every_span_of_a_row_is_checked():
    with pytest.raises(ValueError, match="'Ostland' is not at"):
        replace_row(handmade(), "statements", cue=(Span(0, 7, "Ostland"),))
    with pytest.raises(ValueError, match="'by June' is not at"):
        replace_row(handmade(), "moves", deadline=DueBy("2031-06-01", "by June", 0, 7))


@pytest.mark.parametrize(
    ("table", "change"),
    [
        ("statements", {"source": "person/nobody"}),
        ("statements", {"addressee": "person/nobody"}),
        ("statements", {"via": "x-s9"}),
        ("events", {"statement": "x-s9"}),
        ("events", {"recipients": ("person/nobody",)}),
        ("moves", {"party": "person/nobody"}),
        ("moves", {"event": "x-e9"}),
        ("deadlines", {"move": "x-m9"}),
        ("mentions", {"actor": "person/nobody"}),
    ],
)
def test_what_a_row_refers_to_must_be_there(table, change):
    with pytest.raises(ValueError, match="is not in the record"):
        replace_row(handmade(), table, **change)


def test_a_statement_cannot_stand_inside_itself():
    record = handmade()
    with pytest.raises(ValueError, match="inside itself"):
        replace_row(record, "statements", via=record.statements[0].id)


def test_a_row_of_another_article_is_refused():
    with pytest.raises(ValueError, match="belongs to article"):
        replace_row(handmade(), "times", article="somewhere")


def test_rows_are_immutable():
    with pytest.raises(AttributeError):
        handmade().events[0].status = "denied"


def test_a_thought_has_the_form_of_one():
    words = (Span(0, 1, "x"),)
    with pytest.raises(ValueError, match="reported thought"):
        Statement("a-s1", "a", 0, 1, "x", act="want", form="indirect", content=words)


@pytest.mark.parametrize("bad", ["6 August", "2025-13", "2025-02-30", "", "20250806", "2025-8-6"])
def test_dates_are_iso(bad):
    assert not is_date(bad)
    with pytest.raises(ValueError, match="not an ISO 8601 date"):
        When(since=bad)


@pytest.mark.parametrize("good", ["2025", "2025-08", "2025-08-06", "2025-08-06T14:30:00+03:00"])
def test_dates_keep_their_precision(good):
    assert When(since=good).since == good


def test_last_day_of_a_month():
    assert last_day("2024-02").isoformat() == "2024-02-29"


@given(st.text(max_size=40))
def test_slugs_are_safe_in_ids(name):
    assert slug(name).isascii()
    assert slug(name).replace("-", "").isalnum()


@given(st.text(max_size=40), st.text(max_size=40))
def test_article_ids_depend_on_text(one, other):
    assert (article_id(one) == article_id(other)) == (one == other)
