"""Moves found in extracts, against what a careful reader finds: recall, precision, details.

    python -m benchmarks.moves [FILE-OR-FOLDER ...] [--show]

A file holds ``[[extract]]`` entries: text, published, moves (kind, party, terms and, where given,
toward, due, otherwise, issue), also (words that may be found too), none (words that are no move);
``tests/moves/extracts`` are those of our own, and are read where nothing is named. ``|`` stands
between alternatives. Figures on extracts that the rules were written with say little about others.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

import onrecord
from benchmarks.scoring.moves import Score, article_of, extracts, score
from onrecord.reader import read_article

OURS = Path(__file__).parents[1] / "tests" / "moves" / "extracts"


def groups(given: list[Path]) -> Iterator[tuple[str, list[Path]]]:
    """What is counted together: a file by itself, the files of a folder as one."""
    if not given:
        yield from ((path.stem, [path]) for path in sorted(OURS.glob("*.toml")))
    for path in given:
        yield path.name, sorted(path.glob("*.toml")) if path.is_dir() else [path]


def main() -> None:
    """Read and score."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is missed or wrong")
    options = parser.parse_args()
    tools = onrecord.load()
    for name, files in groups(options.paths):
        total = Score()
        for file in files:
            for extract in extracts(file):
                score(extract, read_article(article_of(extract), tools), total)
        print(f"== {name}")
        print("\n".join(total.lines()))
        if options.show:
            print("\n".join(total.wrong))


if __name__ == "__main__":
    main()
