"""Actor phrases to PLOVER country and sector.

    python -m benchmarks.actors [FOLDER] [--wrong]

First our own phrases, ``actor_phrases.csv``; then, where it is named, FOLDER (or
ONRECORD_BENCH_DATA), which holds ``*actor-cases.jsonl``: phrase, date, expect {country,
sector}, each a code, an empty string for none, or {any_of: [codes]}. "UNK" counts as none. The
cases are halved by a hash of the phrase: misses were looked into in the first half only. (Both
halves had been read through before the tables were written, so neither is wholly unseen.)
--wrong lists the misses of the parts that were looked into.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import hashlib
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.language.actors import PhraseCoder
from onrecord.vocabulary.tables import Tables

FUNCTIONS = frozenset({"agent_to_code", "short_text_to_agent", "search_nat"})
_DATES = ("%Y-%m-%d", "%d %B %Y")


def day(words: str | None) -> str | None:
    """The case's date as ISO 8601; "today" and none are the tables' last state."""
    for form in _DATES:
        try:
            return dt.datetime.strptime(words or "", form).date().isoformat()
        except ValueError:
            continue
    return None


def half(phrase: str) -> str:
    """Which half a phrase is in."""
    digest = int(hashlib.sha256(phrase.lower().encode()).hexdigest(), 16)
    return "looked at" if digest % 2 else "counted only"


def is_right(wanted: Any, found: str | None) -> bool:
    """Whether ``found`` is what the case expects."""
    allowed = wanted["any_of"] if isinstance(wanted, dict) else [wanted]
    plain = {"" if code == "UNK" else code for code in allowed}
    return ("" if found in (None, "UNK") else found) in plain


def outcomes(rows: list[dict[str, Any]]) -> Iterator[tuple[str, str, bool, str]]:
    """Half, what was asked, whether it was right, and a line that says so."""
    coder = PhraseCoder.load(Tables())
    for row in rows:
        if row["function"] not in FUNCTIONS:
            continue
        coding = coder.code(row["phrase"], day(row.get("date")))
        for what, found in (("country", coding.country), ("sector", coding.sector)):
            if what in row["expect"]:
                wanted = row["expect"][what]
                line = f"{row['phrase']}: {what} {found}, not {wanted} {coding.why}"
                yield half(row["phrase"]), what, is_right(wanted, found), line


def own_outcomes(path: Path) -> Iterator[tuple[str, str, bool, str]]:
    """The same of our own phrases, whose part is told in the table."""
    coder = PhraseCoder.load(Tables())
    with path.open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    for row in rows:
        coding = coder.code(row["phrase"], row["date"] or None)
        for what, found in (("country", coding.country), ("sector", coding.sector)):
            wanted = row[what].split("/")
            line = f"{row['phrase']}: {what} {found}, not {row[what]} {coding.why}"
            yield row["part"], what, (found or "-") in wanted, line


def main() -> None:
    """Each part, country and sector."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", default=os.environ.get("ONRECORD_BENCH_DATA"))
    parser.add_argument(
        "--wrong", action="store_true", help="list misses of the parts that were looked into"
    )
    options = parser.parse_args()
    right: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    for part, what, good, line in _all_outcomes(options.folder):
        asked[part, what] += 1
        right[part, what] += good
        if options.wrong and not good and part in ("looked at", "worked on"):
            print(line)
    for part in ("worked on", "aside", "looked at", "counted only"):
        figures = (
            f"{what} {right[part, what]}/{asked[part, what]} = "
            f"{right[part, what] / max(1, asked[part, what]):.3f}"
            for what in ("country", "sector")
        )
        if asked[part, "country"]:
            print(f"{part:13s} {'  '.join(figures)}")


def _all_outcomes(folder: str | None) -> Iterator[tuple[str, str, bool, str]]:
    yield from own_outcomes(Path(__file__).with_name("actor_phrases.csv"))
    if folder is None:
        return
    base = Path(folder)
    base = base / "actors" if (base / "actors").is_dir() else base
    for path in sorted(base.glob("*actor-cases.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        yield from outcomes([json.loads(line) for line in lines])


if __name__ == "__main__":
    main()
