"""Dispatches with their moves marked in the text, as they are written for training.

    python training/moves/marked.py FILE.txt [...]        checks them and counts

A file holds dispatches one after another, each under a line ``=== ID | DISPUTE | YYYY-MM-DD``
(the day it was published). Paragraphs are divided by empty lines. In the text, marks stand around
words: ``{NUMBERS ROLE: words}``. NUMBERS are those of the moves of this dispatch, divided by
commas; ROLE is a kind of move (the words are then the terms), or one of ``cue`` (the word that
makes it a move), ``party``, ``to`` (toward), ``by`` (deadline), ``else`` (otherwise). Marks may
stand inside one another. A first line ``# recipients throughout`` says that recipients are marked
wherever they are told.
"""

from __future__ import annotations

import re
import sys
import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from onrecord.record import MoveKind

KINDS: tuple[str, ...] = get_args(MoveKind)
ROLES = ("cue", "party", "to", "by", "else")
_HEAD = re.compile(r"=== *(\S+) *\| *([^|]+?) *\| *(\d{4}-\d\d-\d\d) *")
_THROUGHOUT = "# recipients throughout"
_OPEN = re.compile(r"\{([\d, ]+) +([a-z]+): *")


@dataclass(frozen=True)
class Mark:
    """Words of a move: [start, end) in the text, in a role."""

    start: int
    end: int
    role: str


@dataclass(frozen=True)
class Marked:
    """A dispatch: its text without marks, and for each move its kind and marks."""

    id: str
    dispute: str
    published: str | None
    text: str
    kinds: dict[int, str] = field(default_factory=dict)
    marks: dict[int, list[Mark]] = field(default_factory=dict)
    tells_recipients: bool = False

    def words(self, number: int, role: str) -> list[str]:
        """What is marked of a move in a role."""
        return [self.text[m.start : m.end] for m in self.marks[number] if m.role == role]


def dispatches(path: Path) -> Iterator[Marked]:
    """The dispatches of a file.

    Raises:
        ValueError: a line or mark is not as it should be; says which dispatch and where.
    """
    head: re.Match[str] | None = None
    lines: list[str] = []
    source = path.read_text(encoding="utf-8").splitlines()
    throughout = bool(source) and source[0].strip() == _THROUGHOUT
    for line in [*source[throughout:], None]:
        if line is None or line.startswith("==="):
            if head is not None:
                yield _marked(head, "\n".join(lines).strip(), throughout)
            if line is not None:
                head, lines = _HEAD.fullmatch(line), []
                if head is None:
                    raise ValueError(f"{path}: not '=== ID | DISPUTE | YYYY-MM-DD': {line}")
        else:
            lines.append(line)


def _marked(head: re.Match[str], source: str, tells_recipients: bool) -> Marked:
    made = Marked(head[1], head[2], head[3], *_read(head[1], source), tells_recipients)
    for number, marks in made.marks.items():
        kinds = {mark.role for mark in marks} & set(KINDS)
        if len(kinds) != 1:
            raise ValueError(f"{made.id}: move {number} has kinds {sorted(kinds) or 'none'}")
        if not any(mark.role == "cue" for mark in marks):
            raise ValueError(f"{made.id}: move {number} has no cue")
        made.kinds[number] = kinds.pop()
    return made


def _read(name: str, source: str) -> tuple[str, dict[int, str], dict[int, list[Mark]]]:
    text, marks = "", {}
    still_open: list[tuple[int, list[int], str]] = []
    at = 0
    while at < len(source):
        if source[at] == "{":
            found = _OPEN.match(source, at)
            if found is None or found[2] not in (*KINDS, *ROLES):
                raise ValueError(f"{name}: not a mark: {source[at : at + 40]!r}")
            numbers = [int(n) for n in found[1].split(",")]
            still_open.append((len(text), numbers, found[2]))
            at = found.end()
        elif source[at] == "}":
            if not still_open:
                raise ValueError(f"{name}: a '}}' too many after {text[-40:]!r}")
            start, numbers, role = still_open.pop()
            for number in numbers:
                marks.setdefault(number, []).append(Mark(start, len(text), role))
            at += 1
        else:
            text += source[at]
            at += 1
    if still_open:
        raise ValueError(f"{name}: a mark is not closed: {text[still_open[-1][0] :][:40]!r}")
    return text, {}, marks


def is_kept(name: str, share: float) -> bool:
    """Whether the dispatch of that name is kept from training: always the same ones."""
    return zlib.crc32(name.encode()) % 1000 < 1000 * share


def main() -> None:
    """Check and count."""
    wrong = 0
    for name in sys.argv[1:]:
        kinds: Counter[str] = Counter()
        read: list[Marked] = []
        try:
            for one in dispatches(Path(name)):
                read.append(one)
                kinds.update(one.kinds.values())
        except ValueError as error:
            print(error)
            wrong += 1
        bare = sum(1 for one in read for n in one.kinds if not one.words(n, "party"))
        words = sum(len(one.text.split()) for one in read)
        print(f"{name}: {len(read)} dispatches, {words} words, {sum(kinds.values())} moves", end="")
        print(f" ({bare} without party): {dict(kinds.most_common())}")
    raise SystemExit(wrong > 0)


if __name__ == "__main__":
    main()
