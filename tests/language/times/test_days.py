"""Calendar arithmetic and deadlines."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.times import days as calendar_days
from onrecord.language.times.due import after_duration, resolve_due
from onrecord.record import Time


def test_easter_of_both_calendars():
    # Dates as published by the churches.
    assert calendar_days.easter(2024) == dt.date(2024, 3, 31)
    assert calendar_days.easter(2025) == dt.date(2025, 4, 20)
    assert calendar_days.orthodox_easter(2024) == dt.date(2024, 5, 5)
    assert calendar_days.orthodox_easter(2025) == dt.date(2025, 4, 20)


@given(st.integers(1900, 2099))
def test_easter_is_a_sunday_in_spring(year):
    for day in (calendar_days.easter(year), calendar_days.orthodox_easter(year)):
        assert day.isoweekday() == 7
        assert dt.date(year, 3, 22) <= day <= dt.date(year, 5, 8)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)), st.integers(1, 7))
def test_weekdays_are_near(day, weekday):
    back = calendar_days.weekday_at_or_before(day, weekday)
    ahead = calendar_days.weekday_at_or_after(day, weekday)
    assert back.isoweekday() == ahead.isoweekday() == weekday
    assert 0 <= (day - back).days < 7
    assert 0 <= (ahead - day).days < 7


def test_months_are_cut_to_their_last_day():
    assert calendar_days.add_months(dt.date(2024, 1, 31), 1) == dt.date(2024, 2, 29)
    assert calendar_days.add_months(dt.date(2024, 3, 31), -13) == dt.date(2023, 2, 28)
    assert calendar_days.add_months(dt.date(9999, 12, 1), 1) is None


def test_what_values_cover():
    def covers(value: str) -> tuple[str, str]:
        found = calendar_days.covers(value)
        assert found is not None
        return found[0].isoformat(), found[1].isoformat()

    assert covers("2025-W01") == ("2024-12-30", "2025-01-05")
    assert covers("2025-W32-WE") == ("2025-08-09", "2025-08-10")
    assert covers("2025-Q3") == ("2025-07-01", "2025-09-30")
    assert covers("2025-H2") == ("2025-07-01", "2025-12-31")
    assert covers("19") == ("1900-01-01", "1999-12-31")
    assert covers("2024-02-XX") == ("2024-02-01", "2024-02-29")
    for open_value in ("PAST_REF", "P3D", "XXXX-08-06", "2025-02-30", "BC0480", "", None):
        assert calendar_days.covers(open_value) is None


@pytest.mark.parametrize(
    ("text", "relation", "due"),
    [
        ("by Friday", "by", "2025-08-01"),
        ("within 50 days", "within", "2025-09-25"),
        ("by the end of August", "before", "2025-08-31"),
        ("in August 2026", "before", "2026-07-31"),
        ("in August 2026", "by", "2026-08-31"),
        ("on Aug. 8, 2025", "before", "2025-08-08"),
        ("by the start of September 2025", "by", "2025-09-01"),
        ("next week", "before", "2025-08-10"),
        ("next week", "by", "2025-08-17"),
    ],
)
def test_last_day_of_a_deadline(finder, text, relation, due):
    (time,) = finder.find_text(text, "2025-08-06")
    day = resolve_due(time, relation)
    assert day is not None
    assert day.isoformat() == due


def test_a_span_of_days_ends_with_the_longer(find):
    (time,) = find("The premier will decide in 10 to 12 days.")
    assert (time.since, time.until) == ("2025-08-16", "2025-08-18")
    assert resolve_due(time, "in") == dt.date(2025, 8, 18)


def test_a_duration_counted_from_a_day(finder):
    (time,) = finder.find_text("10 to 12 days")
    assert resolve_due(time) is None
    assert resolve_due(time, counted_from=dt.date(2025, 7, 28)) == dt.date(2025, 8, 9)


def test_moving_by_a_duration():
    day = dt.date(2025, 8, 6)
    assert after_duration(day, "P3Y6M") == dt.date(2029, 2, 6)
    assert after_duration(day, "P2W", -1) == dt.date(2025, 7, 23)
    assert after_duration(day, "PXD") is None
    assert after_duration(day, "PRESENT_REF") is None


def test_a_time_without_days_has_no_last_day():
    time = Time(article="a", start=0, end=3, text="now", type="DATE", value="PRESENT_REF")
    assert resolve_due(time) is None
