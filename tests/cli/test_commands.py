"""The commands as a user runs them: in processes of their own."""

import csv
import io
import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from onrecord.record import TABLES
from onrecord.record.jsonl import from_lines
from onrecord.record.store import Store

EXAMPLES = Path(__file__).parents[2] / "examples"
DISPATCH = EXAMPLES / "strait-dispute" / "01-halcyon-2025-09-02.txt"
STORY = (
    "Prime Minister Ilse Marrow of Velmark said on Friday that talks with Corsenia would go on. "
    "“We have time,” she told reporters."
)


def onrecord(*arguments, stdin=None, cwd=None, env=None):
    return subprocess.run(
        [sys.executable, "-m", "onrecord", *map(str, arguments)],
        capture_output=True,
        text=True,
        input=stdin,
        cwd=cwd,
        env={**os.environ, **(env or {})},
        check=False,
        timeout=240,
    )


def dump(path):
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    path = tmp_path_factory.mktemp("store") / "strait.db"
    done = onrecord("read", *sorted((EXAMPLES / "strait-dispute").glob("0*.*")), "--store", path)
    assert done.returncode == 0, done.stderr
    return path


def test_help_answers_at_once():
    best = 9.0
    for _ in range(3):
        began = time.perf_counter()
        done = onrecord("--help")
        best = min(best, time.perf_counter() - began)
    assert done.returncode == 0
    assert "who said what" in done.stdout
    assert best < 0.5


def test_json_is_the_record_and_touches_no_store(tmp_path):
    first = onrecord("read", DISPATCH, "--json", cwd=tmp_path)
    again = onrecord("read", DISPATCH, "--json", cwd=tmp_path)
    assert first.returncode == 0, first.stderr
    assert first.stdout == again.stdout
    (record,) = from_lines(first.stdout.splitlines())
    assert record.article.outlet == "Halcyon Newswire"
    assert list(tmp_path.iterdir()) == []


def test_standard_input_and_a_given_date():
    done = onrecord("read", "-", "--json", "--published", "2031-04-19", stdin=STORY)
    (record,) = from_lines(done.stdout.splitlines())
    assert record.article.published == "2031-04-19"
    assert any(t.value == "2031-04-18" for t in record.times)


def test_without_a_date_relative_times_stay_open():
    done = onrecord("read", "-", "--json", stdin=STORY)
    assert "--published" in done.stderr
    (record,) = from_lines(done.stdout.splitlines())
    assert record.article.published is None
    assert all(t.since is None for t in record.times)


def test_reading_again_changes_nothing(store):
    before = dump(store)
    done = onrecord("read", DISPATCH, "--store", store)
    assert "0 read" in done.stderr
    assert dump(store) == before


def test_one_bad_input_does_not_stop_the_others(tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(900))
    (tmp_path / "story.txt").write_text(STORY)
    names = ["empty.txt", "picture.png", "none.txt", ".", "story.txt"]
    done = onrecord("-q", "read", *names, "--store", "a.db", cwd=tmp_path)
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 4
    for name, line in zip(names, lines, strict=False):
        assert line.startswith(f"{name}: ")
    with Store(tmp_path / "a.db") as opened:
        assert len(opened) == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["read"],
        ["read", "x.txt", "--published", "yesterday"],
        ["brief", "--as-of", "soon"],
        ["show", "storys", "a.db"],
        ["nonsense"],
        ["read", DISPATCH, "--json", "--pipeline", "no_such_pipeline"],
    ],
)
def test_wrong_usage(arguments, tmp_path):
    done = onrecord(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_a_wrong_table_is_named(tmp_path):
    (tmp_path / "agencies.csv").write_text("name,aliases\nA,B,C,D\n")
    done = onrecord("read", DISPATCH, "--json", "--vocabulary", tmp_path)
    assert done.returncode == 2
    assert "agencies.csv, line 2" in done.stderr


def test_brief_of_a_store_and_of_files(store):
    done = onrecord("brief", store, "--as-of", "2025-09-10", "--width", "80")
    assert done.returncode == 0, done.stderr
    assert "as of Wednesday 10 September 2025" in done.stdout
    assert all(len(line) <= 80 for line in done.stdout.splitlines())
    files = onrecord("-q", "brief", DISPATCH)
    assert "1 article, 2 Sep 2025" in files.stdout


def test_brief_as_markdown_and_json(store):
    markdown = onrecord("brief", store, "--format", "markdown").stdout
    assert markdown.startswith("# On record, as of")
    sections = json.loads(onrecord("brief", store, "--format", "json").stdout)["sections"]
    assert [section["title"] for section in sections][:2] == ["The clock", "Positions"]


@pytest.mark.parametrize("kind", list(TABLES))
def test_show(store, kind):
    assert onrecord("show", kind, store, "--limit", 3).returncode == 0
    rows = [
        json.loads(line) for line in onrecord("show", kind, store, "--json").stdout.splitlines()
    ]
    table = list(csv.DictReader(io.StringIO(onrecord("show", kind, store, "--csv").stdout)))
    assert len(rows) == len(table)
    with Store(store) as opened:
        assert len(rows) == len(list(opened.rows(kind)))


def test_show_filters(store):
    done = onrecord("show", "statements", store, "--where", "act=deny", "--json")
    assert {json.loads(line)["act"] for line in done.stdout.splitlines()} <= {"deny"}
    assert onrecord("show", "events", store, "--where", "colour=red").returncode == 2


def test_explain_shows_words_and_reason(store):
    with Store(store) as opened:
        statement = next(opened.rows("statements"))
    done = onrecord("explain", statement.id, store)
    assert done.returncode == 0
    assert "⟦" in done.stdout
    assert "Why" in done.stdout
    assert "no reason was kept" not in done.stdout
    missing = onrecord("explain", "0000000000-s1", store)
    assert missing.returncode == 1
    assert "no row" in missing.stderr


def test_export(store, tmp_path):
    for format in ("jsonl", "csv", "parquet"):
        done = onrecord("export", store, tmp_path / format, "--format", format)
        assert done.returncode == 0, done.stderr
        assert {path.stem for path in (tmp_path / format).iterdir()} == set(TABLES)


def test_killed_while_reading_then_run_again(tmp_path):
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_text(f"{STORY} It was day {number}.")
    names = sorted(p.name for p in tmp_path.glob("*.txt"))
    command = [sys.executable, "-m", "onrecord", "-q", "read", *names, "--store"]
    process = subprocess.Popen([*command, "killed.db"], cwd=tmp_path)
    while not (tmp_path / "killed.db").exists():
        time.sleep(0.02)
    time.sleep(random.Random(7).uniform(0.05, 0.5))
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    for name in ("killed.db", "whole.db"):
        subprocess.run([*command, name], cwd=tmp_path, check=True)
    assert dump(tmp_path / "killed.db") == dump(tmp_path / "whole.db")


def test_a_gazetteer_of_ones_own(tmp_path):
    table = tmp_path / "places.csv"
    table.write_text("name,lat,lon,country\nCamp Falken,10.5,20.5,TCD\n")
    text = "The convoy reached Camp Falken on Monday."
    done = onrecord("read", "-", "--json", "--gazetteer", table, stdin=text)
    assert done.returncode == 0, done.stderr
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    (place,) = [row for row in rows if row["table"] == "places"]
    assert (place["name"], place["country"], place["lat"]) == ("Camp Falken", "TCD", 10.5)
    table.write_text("name,lat,lon,country\nCamp Falken,95,20.5,TCD\n")
    done = onrecord("read", "-", "--json", "--gazetteer", table, stdin=text)
    assert done.returncode == 2
    assert "places.csv, line 2" in done.stderr
