"""The ledger: deadlines that move, positions with their history, the calendar file."""

import datetime as dt
import json
import subprocess
import sys

import pytest

import onrecord
from onrecord.export.calendar import to_calendar

FIRST = (
    "OSTRAVA, July 14 (Meridian) - U.S. President Donald Trump gave Russia until September 2 "
    "to agree to a ceasefire, or face tariffs."
)
SECOND = (
    "OSTRAVA, July 31 (Meridian) - U.S. President Donald Trump gave Russia until August 8 "
    "to agree to a ceasefire, or face tariffs."
)
REFUSES = "Russia ruled out a ceasefire on Tuesday."
ACCEPTS = "Russia accepted a ceasefire on Friday."


@pytest.fixture(scope="module")
def two(tools):
    texts = ((FIRST, "2025-07-14"), (SECOND, "2025-07-31"))
    return [onrecord.read(text, published=day, tools=tools) for text, day in texts]


def test_a_moved_deadline_is_extended_by_the_row_that_moved_it(two):
    early, late = onrecord.deadlines(two, as_of="2025-08-06")
    assert (early.deadline.due, early.deadline.state) == ("2025-08-08", "open")
    assert (late.deadline.due, late.deadline.state) == ("2025-09-02", "extended")
    assert late.deadline.because == early.rows
    assert early.set_by == "Donald Trump"


@pytest.mark.parametrize(
    ("day", "state"),
    [("2025-08-07", "open"), ("2025-08-08", "due today"), ("2025-08-09", "passed")],
)
def test_the_state_is_that_of_the_day(two, day, state):
    assert onrecord.deadlines(two, as_of=day)[0].deadline.state == state


def test_what_was_published_later_is_not_known_yet(two):
    (only,) = onrecord.deadlines(two, as_of="2025-07-20")
    assert (only.deadline.due, only.deadline.state) == ("2025-09-02", "open")


def test_the_order_of_the_records_makes_no_difference(two):
    assert onrecord.deadlines(two[::-1], as_of="2025-08-06") == onrecord.deadlines(
        two, as_of="2025-08-06"
    )


def test_positions_hold_the_latest_and_show_movement(tools):
    records = [
        onrecord.read(REFUSES, published="2025-08-05", tools=tools),
        onrecord.read(ACCEPTS, published="2025-08-08", tools=tools),
    ]
    (russia,) = onrecord.positions(records, issue="ceasefire", party="RUS")
    assert set(russia.latest) == {"refusal", "acceptance"}
    assert [h.published for h in russia.history] == ["2025-08-05", "2025-08-08"]
    assert russia.movement == "toward"
    assert russia.because == tuple(h.move.id for h in russia.history)
    (before,) = onrecord.positions(records, issue="ceasefire", as_of="2025-08-06")
    assert set(before.latest) == {"refusal"}
    assert onrecord.positions(records, party="nobody") == ()


def test_the_calendar_keeps_to_its_grammar(two):
    entries = onrecord.deadlines(two, as_of="2025-08-06")
    stamp = dt.datetime(2025, 8, 6, tzinfo=dt.UTC)
    text = to_calendar(entries, stamp)
    assert text == to_calendar(entries, stamp)
    lines = text.split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-2:] == ["END:VCALENDAR", ""]
    assert max(len(line.encode()) for line in lines) <= 75
    assert "DTSTART;VALUE=DATE:20250808" in lines
    assert "DTEND;VALUE=DATE:20250809" in lines
    assert len({line for line in lines if line.startswith("UID:")}) == 2
    unfolded = text.replace("\r\n ", "")
    assert "agree to a ceasefire" in unfolded
    assert "STATUS:CANCELLED" in unfolded


def run(*arguments):
    command = [sys.executable, "-m", "onrecord", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120)


def test_the_commands(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(SECOND + "\n\n" + REFUSES, encoding="utf-8")
    ics = tmp_path / "out.ics"
    done = run(
        "deadlines", path, "--published", "2025-07-31", "--as-of", "2025-08-08", "--ics", ics
    )
    assert done.returncode == 0
    assert "2025-08-08  due today  Donald Trump → Russia" in done.stdout
    assert ics.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    done = run("positions", path, "--published", "2025-07-31", "--json", "--party", "RUS")
    assert done.returncode == 0
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert {row["party"] for row in rows} == {"RUS"}


def test_an_office_without_a_name_speaks_for_its_country(tools):
    texts = (
        ("The U.S. president gave Russia until September 2 to agree to a ceasefire.", "2025-07-14"),
        ("The United States demanded a ceasefire from Russia.", "2025-07-20"),
    )
    records = [onrecord.read(text, published=day, tools=tools) for text, day in texts]
    (position,) = onrecord.positions(records, issue="ceasefire")
    assert position.party == "USA"
    assert len(position.history) == 2
