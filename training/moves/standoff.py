"""Marks of moves in texts that are not ours to give out: offsets here, the texts elsewhere.

    python training/moves/standoff.py MARKS.jsonl [...] --texts FILE [...]     checks and counts

MARKS has a line a text: its id, its length in characters, the day it was published (or null) and
its marks, each as start, end, role and numbers of moves (the roles of ``marked.py``). TEXTS are
files of JSON lines with ``id`` and ``text``, compressed with gzip or not, such as the corpora that
the project measures on. Recipients are marked throughout. Texts that are not given are left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from marked import KINDS, Mark, Marked


def texts_of(paths: Sequence[Path]) -> dict[str, str]:
    """The texts of files of JSON lines, by their id."""
    found = {}
    for path in paths:
        stored = path.read_bytes()
        text = gzip.decompress(stored) if path.suffix == ".gz" else stored
        for row in map(json.loads, text.splitlines()):
            found[row["id"]] = row["text"]
    return found


def marked_texts(path: Path, texts: Mapping[str, str]) -> Iterator[Marked]:
    """The marked texts of a file, as far as ``texts`` has them.

    Raises:
        ValueError: a text has another length than the one that was marked.
    """
    with path.open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if row["id"] in texts:
                if len(texts[row["id"]]) != row["length"]:
                    raise ValueError(f"{path}: the text of {row['id']} is not the marked one")
                made = Marked(
                    row["id"], "", row["published"], texts[row["id"]], tells_recipients=True
                )
                for start, end, role, numbers in row["marks"]:
                    for number in numbers:
                        made.marks.setdefault(number, []).append(Mark(start, end, role))
                        if role in KINDS:
                            made.kinds[number] = role
                yield made


def main() -> None:
    """Check and count."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("marks", type=Path, nargs="+")
    parser.add_argument("--texts", type=Path, nargs="+", required=True)
    args = parser.parse_args()
    texts = texts_of(args.texts)
    for path in args.marks:
        read = list(marked_texts(path, texts))
        moves = sum(len(one.kinds) for one in read)
        outside = sum(
            not 0 <= mark.start < mark.end <= len(one.text)
            for one in read
            for marks in one.marks.values()
            for mark in marks
        )
        print(f"{path}: {len(read)} texts, {moves} moves, {outside} marks outside")


if __name__ == "__main__":
    main()
