"""The planted lists of the example sets agree with the dispatches to the character."""

from __future__ import annotations

import html
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
SETS = ("kremlin-talks", "strait-dispute")
VERBATIM = ("words", "terms", "otherwise", "due_text")
CROSS = (
    "copies",
    "stories",
    "disagreements",
    "no_disagreement",
    "revisions",
    "moved_deadlines",
    "denials",
    "refusals",
    "withdrawn",
    "met",
    "single_source",
)
ACTS = set(
    "say report announce ask demand urge warn threaten promise offer propose agree accept reject "
    "deny accuse criticise praise believe doubt want fear intend feel".split()
)
EVENTS = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST "
    "SANCTION MOBILIZE COERCE ASSAULT".split()
)
EVENT_STATUSES = {"happened", "ongoing", "planned", "possible", "denied", "hypothetical"}
MOVES = set("demand offer threat promise condition refusal acceptance concession".split())
MOVE_STATUSES = {"made", "reported", "possible", "withdrawn"}
DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}-\d{2}-\d{2})?")


def planted(name: str) -> dict[str, Any]:
    return tomllib.loads((EXAMPLES / name / "planted.toml").read_text(encoding="utf-8"))


def text_of(name: str, file: str) -> str:
    """The dispatch as saved, with HTML character references resolved."""
    raw = (EXAMPLES / name / file).read_text(encoding="utf-8")
    return html.unescape(raw) if file.endswith(".html") else raw


def body_words(name: str, file: str) -> list[str]:
    """Lower-case words of the dispatch's paragraphs, without front matter and markup."""
    text = text_of(name, file)
    if file.endswith(".html"):
        text = " ".join(re.findall(r"<p>(.*?)</p>", text, flags=re.DOTALL))
    else:
        text = text.partition("\n\n")[2]
    return re.findall(r"[a-z0-9]+", re.sub(r"<[^>]*>", " ", text).lower())


def shared_shingles(name: str, copy: str, original: str, size: int = 5) -> float:
    """The part of the copy's shingles that the original holds, 0 to 1."""

    def shingles(file: str) -> set[tuple[str, ...]]:
        words = body_words(name, file)
        return {tuple(words[i : i + size]) for i in range(len(words) - size + 1)}

    found = shingles(copy)
    return len(found & shingles(original)) / len(found)


def quotations(node: Any, file: str | None = None) -> Iterator[tuple[str, str, str]]:
    """(file, key, words) of every verbatim value below the node."""
    if isinstance(node, list):
        for item in node:
            yield from quotations(item, file)
    if isinstance(node, dict):
        file = node.get("file", file)
        for key, value in node.items():
            if key in VERBATIM:
                assert file is not None, f"{key} = {value!r} names no file"
                yield file, key, value
            else:
                yield from quotations(value, file)


def files_named(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from files_named(item)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("file", "original", "copy"):
                yield value
            else:
                yield from files_named(value)


@pytest.mark.parametrize("name", SETS)
def test_every_dispatch_is_listed_once(name: str) -> None:
    on_disk = {p.name for p in (EXAMPLES / name).iterdir() if p.suffix in (".txt", ".html")}
    listed = [entry["file"] for entry in planted(name)["dispatch"]]
    assert sorted(on_disk) == sorted(listed)
    assert set(files_named(planted(name))) <= on_disk


@pytest.mark.parametrize("name", SETS)
def test_quoted_words_occur_verbatim(name: str) -> None:
    missing = [
        (file, key, words)
        for file, key, words in quotations(planted(name))
        if words not in text_of(name, file)
    ]
    assert missing == []


@pytest.mark.parametrize("name", SETS)
def test_metadata_is_in_the_file(name: str) -> None:
    for entry in planted(name)["dispatch"]:
        text = text_of(name, entry["file"])
        singles = [entry[k] for k in ("headline", "outlet", "agency", "dateline") if k in entry]
        for value in [*singles, entry["published"], *entry.get("authors", [])]:
            assert value in text, (entry["file"], value)
        assert entry["published"][:10] in entry["file"]


@pytest.mark.parametrize("name", SETS)
def test_values_are_the_records_own(name: str) -> None:
    for entry in planted(name)["dispatch"]:
        for row in entry["statements"]:
            assert row.get("act", "say") in ACTS, row
            assert row.get("form", "direct") in {"direct", "mixed", "indirect", "thought"}, row
            assert row["kind"] in {"named", "unnamed", "outlet", "document"}, row
        for row in entry["events"]:
            assert row["event"] in EVENTS, row
            assert row["status"] in EVENT_STATUSES, row
        for row in entry["moves"]:
            assert row["kind"] in MOVES, row
            assert row.get("status", "made") in MOVE_STATUSES, row
            assert ("due" in row) == ("due_text" in row), row
        for row in entry["traps"]:
            assert row["table"] in {"articles", "statements", "events", "moves", "deadlines"}, row
            assert row["why"], row
        rows = entry["events"] + entry["moves"]
        dates = [row[k] for row in rows for k in ("date", "since", "due") if k in row]
        assert all(DATE.fullmatch(date) for date in dates), entry["file"]


@pytest.mark.parametrize("name", SETS)
def test_cross_article_sections_hold_together(name: str) -> None:
    plan = planted(name)
    assert set(plan) - {"set", "dispatch"} <= set(CROSS)
    stories = {story["name"] for story in plan["stories"]}
    for entry in plan["disagreements"] + plan["revisions"]:
        assert entry["story"] in stories, entry
    for story in plan["stories"]:
        assert 1 <= story["independent"] <= len({m["file"] for m in story["members"]})
    for move in plan["moved_deadlines"]:
        stated = [step["stated"] for step in move["steps"]]
        assert stated == sorted(stated)


@pytest.mark.parametrize("name", SETS)
def test_copies_are_copies_and_nothing_else_is(name: str) -> None:
    plan = planted(name)
    kinds = {(c["copy"], c["original"]): c["kind"] for c in plan["copies"]}
    files = [entry["file"] for entry in plan["dispatch"]]
    for i, original in enumerate(files):
        for copy in files[i + 1 :]:
            share = shared_shingles(name, copy, original)
            if kinds.get((copy, original)) == "wire-copy":
                assert share > 0.8, (copy, original, share)
            else:
                assert share < 0.25, (copy, original, share)


@pytest.mark.parametrize("name", SETS)
def test_addresses_are_reserved_ones(name: str) -> None:
    for path in (EXAMPLES / name).iterdir():
        if path.suffix in (".txt", ".html"):
            hosts = re.findall(r"https?://([^/\s\"<]+)", path.read_text(encoding="utf-8"))
            assert all(h.endswith(".example") or h == "schema.org" for h in hosts), path.name
