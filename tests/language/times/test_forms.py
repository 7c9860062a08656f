"""The forms of time expressions and their TIMEX3 values, without a parse."""

from __future__ import annotations

import pytest

# Read as published on Wednesday, 6 August 2025.
FORMS = [
    # calendar dates
    ("on 2025-08-09", "2025-08-09", "DATE", "2025-08-09"),
    ("at 2025-08-09T14:30Z", "2025-08-09T14:30Z", "TIME", "2025-08-09T14:30Z"),
    ("on Wednesday, Aug. 6, 2025", "Wednesday, Aug. 6, 2025", "DATE", "2025-08-06"),
    ("on the 6th of August 2025", "the 6th of August 2025", "DATE", "2025-08-06"),
    ("on 13/07/2025", "13/07/2025", "DATE", "2025-07-13"),
    ("on 06/08/2025", "06/08/2025", "DATE", "2025-08-06"),
    ("on 8/7/25", "8/7/25", "DATE", "2025-08-07"),
    ("on 03/04/2011", "03/04/2011", "DATE", None),
    ("on 24.02.2022", "24.02.2022", "DATE", "2022-02-24"),
    ("in mid-August 2024", "mid-August 2024", "DATE", "2024-08"),
    ("in February of 1940", "February of 1940", "DATE", "1940-02"),
    ("in late 2011", "late 2011", "DATE", "2011"),
    ("by the end of 2026", "the end of 2026", "DATE", "2026"),
    ("in the 1990s", "the 1990s", "DATE", "199"),
    ("in the late '80s", "the late '80s", "DATE", "198"),
    ("in the 19th century", "the 19th century", "DATE", "18"),
    ("in fiscal 2025", "fiscal 2025", "DATE", "FY2025"),
    ("in 480 BC", "480 BC", "DATE", "BC0480"),
    ("in the fourth quarter of 2005", "the fourth quarter of 2005", "DATE", "2005-Q4"),
    ("in Q3 2025", "Q3 2025", "DATE", "2025-Q3"),
    ("in the first half of 2008", "the first half of 2008", "DATE", "2008-H1"),
    ("in the summer of 2005", "the summer of 2005", "DATE", "2005-SU"),
    # holidays
    ("on Good Friday 2025", "Good Friday 2025", "DATE", "2025-04-18"),
    ("on Easter Monday 2024", "Easter Monday 2024", "DATE", "2024-04-01"),
    ("on Christmas Day 2024", "Christmas Day 2024", "DATE", "2024-12-25"),
    ("on Thanksgiving 2024", "Thanksgiving 2024", "DATE", "2024-11-28"),
    ("during Ramadan 2025", "Ramadan 2025", "DATE", "2025-03-01/2025-03-29"),
    ("since 9/11", "9/11", "DATE", "2001-09-11"),
    # the clock
    ("at 3 p.m. GMT", "3 p.m. GMT", "TIME", "2025-08-06T15:00Z"),
    ("at 1500 GMT", "1500 GMT", "TIME", "2025-08-06T15:00Z"),
    ("at 9:34 AM EST", "9:34 AM EST", "TIME", "2025-08-06T09:34-05"),
    ("at 18:00 UTC, June 1st", "18:00 UTC", "TIME", "2025-06-01T18:00Z"),
    ("at noon on Aug. 9", "noon on Aug. 9", "TIME", "2025-08-09T12:00"),
    # durations
    ("for 3-1/2 years", "3-1/2 years", "DURATION", "P3Y6M"),
    ("a 3-1/2-year war", "3-1/2-year", "DURATION", "P3Y6M"),
    ("for two and a half hours", "two and a half hours", "DURATION", "PT2H30M"),
    ("for a year and a half", "a year and a half", "DURATION", "P1Y6M"),
    ("for half an hour", "half an hour", "DURATION", "PT30M"),
    ("for twenty-five years", "twenty-five years", "DURATION", "P25Y"),
    ("for more than six weeks", "more than six weeks", "DURATION", "P6W"),
    ("for a few days", "a few days", "DURATION", "PXD"),
    ("for months", "months", "DURATION", "PXM"),
    ("a 45-year-old man", "45-year-old", "DURATION", "P45Y"),
    ("a decade-long war", "decade-long", "DURATION", "P10Y"),
    ("over the past 25 years", "the past 25 years", "DURATION", "P25Y"),
    ("within 50 days", "50 days", "DURATION", "P50D"),
    ("for some eight years", "some eight years", "DURATION", "P8Y"),
    ("for six more years", "six more years", "DURATION", "P6Y"),
    ("a years-long siege", "years-long", "DURATION", "PXY"),
    ("a month-old truce", "month-old", "DURATION", "P1M"),
    ("for months or even years", "years", "DURATION", "PXY"),
    ("after two straight quarters of decline", "two straight quarters", "DURATION", "P2Q"),
    ("in two weeks' time", "two weeks' time", "DURATION", "P2W"),
    ("in the last week of August 2024", "the last week of August 2024", "DURATION", "P1W"),
    ("the first six months of 2025", "the first six months of 2025", "DURATION", "P6M"),
    # sets
    ("every Friday", "every Friday", "SET", "XXXX-WXX-5"),
    ("every two weeks", "every two weeks", "SET", "P2W"),
    ("twice a week", "twice a week", "SET", "P1W"),
    ("$15 billion a year", "a year", "SET", "P1Y"),
    ("daily", "daily", "SET", "P1D"),
    # vague
    ("it is now closed", "now", "DATE", "PRESENT_REF"),
    ("he recently left", "recently", "DATE", "PAST_REF"),
    ("in the near future", "the near future", "DATE", "FUTURE_REF"),
    ("in the coming weeks", "the coming weeks", "DATE", "FUTURE_REF"),
    ("weeks ago", "weeks ago", "DATE", "PAST_REF"),
]


@pytest.mark.parametrize(("text", "words", "type_", "value"), FORMS)
def test_forms(finder, text, words, type_, value):
    found = {time.text: (time.type, time.value) for time in finder.find_text(text, "2025-08-06")}
    assert found.get(words) == (type_, value)


@pytest.mark.parametrize(
    "text",
    [
        "The army sent 1,200 troops and 2000 soldiers.",
        "There were 2019 cases, 1999 people and 2,020 homes.",
        "It costs $2011, or 2010 euros.",
        "Flight 1862 carried 44% of them.",
        "He may march, and she may fall.",
        "They fell, sprang and wintered; Theresa May spoke.",
        "He read the Sunday Times and USA Today.",
        "The Six-Day War, the Hundred Years' War and the Good Friday Agreement ended.",
        "Article 2024 and Section 1998 apply.",
        "The Arab Spring and the Prague Spring were uprisings.",
        "Lune is the summer capital and has a winter palace.",
        "A quarter of them left at the second attempt.",
        "The talks were the second in as many attempts.",
    ],
)
def test_what_only_looks_like_a_time(find, text):
    assert [time.text for time in find(text)] == []


def test_days_covered(finder):
    def days(text: str) -> tuple[str | None, str | None]:
        (time,) = finder.find_text(text, "2025-08-06")
        return time.since, time.until

    assert days("Aug. 7-9") == ("2025-08-07", "2025-08-09")
    assert days("over the past 25 years") == ("2000-08-06", "2025-08-06")
    assert days("within 50 days") == ("2025-08-06", "2025-09-25")
    assert days("in 2024") == ("2024-01-01", "2024-12-31")
    assert days("last week") == ("2025-07-28", "2025-08-03")
    assert days("by the end of August") == ("2025-08-22", "2025-08-31")
    assert days("in the 1990s") == ("1990-01-01", "1999-12-31")
    assert days("the last week of August 2024") == ("2024-08-25", "2024-08-31")
    assert days("the first six months of 2025") == ("2025-01-01", "2025-06-30")
    assert days("the second half of August") == ("2025-08-16", "2025-08-31")
    assert days("in two weeks' time") == ("2025-08-20", "2025-08-20")
    assert days("the winter of 2023") == ("2023-12-01", "2024-02-29")
    assert days("daily") == (None, None)


def test_a_users_own_words_are_read(tmp_path):
    from onrecord.language.times import TimeFinder
    from onrecord.vocabulary.tables import Tables

    (tmp_path / "times_holidays.csv").write_text("names,rule\ntreaty day,06-21\n")
    found = TimeFinder.load(Tables(tmp_path)).find_text("on Treaty Day 2024")
    assert [time.value for time in found] == ["2024-06-21"]


def test_a_wrong_table_is_named(tmp_path):
    from onrecord.language.times import TimeFinder
    from onrecord.vocabulary.tables import Tables, VocabularyError

    (tmp_path / "times_holidays.csv").write_text("names,rule\ntreaty day,someday\n")
    with pytest.raises(VocabularyError, match="treaty day"):
        TimeFinder.load(Tables(tmp_path))
    (tmp_path / "times_holidays.csv").unlink()
    (tmp_path / "times_patterns.toml").write_text(
        '[[pattern]]\nname = "odd"\nshape = "weekdayy"\nreading = "weekday"\n'
    )
    with pytest.raises(VocabularyError, match=r"odd.*weekdayy"):
        TimeFinder.load(Tables(tmp_path))
