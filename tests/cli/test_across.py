"""``stories``, ``changes`` and ``series`` say on the command line what the rows say."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from onrecord.cli.main import main
from onrecord.record.store import Store
from tests.crisis.handmade import Made
from tests.crisis.test_identities import record


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = str(tmp_path_factory.mktemp("across") / "crisis.db")
    with Store(path) as opened:
        for outlet, killed, day in (("A", 12, "2031-04-18"), ("B", 31, "2031-04-20")):
            text = f"An Ostland shell killed {killed} sailors in Tavria's Port Alder"
            made = Made(text, outlet, day)
            made.event(
                text,
                "ASSAULT",
                "2031-04-18",
                by=["ostland"],
                to=["tavria"],
                figures=[("killed", killed, killed)],
                quad=4,
            )
            opened.add(made.record(), source=outlet)
    return path


def run(*arguments: str) -> str:
    result = CliRunner().invoke(main, list(arguments), catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_stories_with_the_reason_of_each_join(store):
    output = run("stories", store, "--why", "--width", "100")
    assert "1 story in 2 articles" in output
    assert "revised: killed: 12 (A) → 31 (B)" in output
    assert "joined for" in output


def test_stories_as_json(store):
    (story,) = (json.loads(line) for line in run("stories", store, "--json").splitlines())
    assert (story["outlets"], story["independent"]) == (["A", "B"], 2)


def test_changes_since_a_day(store):
    output = run("changes", store, "--since", "2031-04-19", "--width", "100")
    assert "Confirmed" in output
    assert "killed: 12 → 31" in output
    rows = run("changes", store, "--since", "2031-04-19", "--format", "json").splitlines()
    assert {json.loads(row)["kind"] for row in rows} == {"confirmed", "revised"}
    assert "Nothing changed" in run("changes", store, "--since", "2031-05-01")


def test_changes_need_a_day_and_days_in_order(store):
    runner = CliRunner()
    assert runner.invoke(main, ["changes", store]).exit_code == 2
    wrong = ["changes", store, "--since", "2031-05-01", "--as-of", "2031-04-01"]
    assert runner.invoke(main, wrong).exit_code == 2


def test_a_series_counts_the_story_once(store, tmp_path: Path):
    svg = tmp_path / "series.svg"
    output = run("series", store, "--dyad", "Ostland", "Tavria", "--csv", "--svg", str(svg))
    rows = list(csv.DictReader(io.StringIO(output)))
    assert [row["events"] for row in rows] == ["1", "0"]
    assert svg.read_text(encoding="utf-8").startswith("<svg")
    twice = run("series", store, "--dyad", "Ostland", "Tavria", "--rows", "--json").splitlines()
    assert json.loads(twice[0])["events"] == 2


def test_the_brief_tells_what_was_revised(store):
    output = run("brief", store, "--width", "100")
    assert "ACROSS ARTICLES" in output
    assert "killed: 12 (18 Apr 2031) → 31 (20 Apr 2031)" in output


def test_who_is_who(tmp_path):
    path = str(tmp_path / "people.db")
    with Store(path) as opened:
        for name, day in (("Ilse Marrowskiy", "2031-04-18"), ("Ilse Marrowsky", "2031-04-20")):
            opened.add(record((name, "NOR", "envoy")), source=day)
    names = tmp_path / "names.csv"
    names.write_text("name,qid\nIlse Marrowsky,Q900001\n", encoding="utf-8")
    output = run("who", path, "--names", str(names))
    assert output.count("\n") == 1
    assert "envoy; NOR  2 articles  person/ilse-marrowsk" in output
    assert output.endswith("Q900001\n")
    assert json.loads(run("who", path, "--json"))["offices"] == ["envoy"]
