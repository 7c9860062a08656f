"""Quotation marks: which stretches of a text stand inside them.

Curly, straight, low and angled marks, and the two apostrophes (''...'' or ``...'') that some
archives write for a double mark; single marks inside double ones and on their own;
a quotation that runs over paragraphs, each opened by a mark and only the last one closed.
An apostrophe ("leaders’ summit", "don't") is not a quotation mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

_CLOSERS_OF = {
    "“": ("”", '"'),
    "„": ("“", "”", '"'),
    "«": ("»",),
    '"': ('"', "”"),
    "''": ("''", '"'),
    "``": ("''", '"'),
    "‘": ("’",),
    "'": ("'",),
}
_MARK = re.compile(r"''|``|[“”„«»\"‘’']")
_DOUBLE = frozenset({"“", "„", "«", '"', "''", "``"})
_DECADE = re.compile(r"['’]\d0s\b")


class Quotation(msgspec.Struct, frozen=True):
    """A stretch between quotation marks.

    Attributes:
        start, end: with its marks.
        inner_start, inner_end: without them.
        depth: 0 for an outer quotation, 1 for one inside it.
        closed: whether its closing mark is there (a quotation that runs on into the next
            paragraph has none).
        continues: whether it carries on the quotation that the last paragraph left open.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int = 0
    closed: bool = True
    continues: bool = False


def find_quotations(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quotation, ...]:
    """The quotations of ``text``, paragraph by paragraph, in order of their start."""
    found: list[Quotation] = []
    left_open = False
    for start, end in paragraphs:
        inside = sorted(_Paragraph(text, start, end).quotations(), key=lambda q: (q.start, -q.end))
        if inside and left_open and inside[0].start == start:
            inside[0] = msgspec.structs.replace(inside[0], continues=True)
        left_open = any(not q.closed for q in inside)
        found.extend(inside)
    return tuple(found)


@dataclass
class _Paragraph:
    """The marks of one paragraph, matched as they open and close."""

    text: str
    start: int
    end: int
    open: list[tuple[str, int]] = field(default_factory=list)

    def quotations(self) -> Iterator[Quotation]:
        for match in _MARK.finditer(self.text, self.start, self.end):
            mark, at = match.group(), match.start()
            level = self._closes(mark, at)
            if level is not None:
                opener, opened = self.open[level]
                del self.open[level:]
                inner = opened + len(opener)
                if at > inner:
                    yield Quotation(opened, at + len(mark), inner, at, depth=level)
            elif self._opens(mark, at):
                self.open.append((mark, at))
        if self.open and self.open[0][0] in _DOUBLE:
            opener, opened = self.open[0]
            inner = opened + len(opener)
            if self.end > inner:
                yield Quotation(opened, self.end, inner, self.end, closed=False)

    def _around(self, at: int, mark: str) -> tuple[str, str]:
        before = self.text[at - 1] if at > self.start else " "
        end = at + len(mark)
        after = self.text[end] if end < self.end else " "
        return before, after

    def _opens(self, mark: str, at: int) -> bool:
        if mark not in _CLOSERS_OF or any(mark == opener for opener, _ in self.open):
            return False
        if mark in "“„«":
            return True
        before, after = self._around(at, mark)
        if _DECADE.match(self.text, at) or after.isspace():
            return False
        return not before.isalnum() and before not in ".,;:!?"

    def _closes(self, mark: str, at: int) -> int | None:
        """Which open quotation the mark at ``at`` closes: its depth, or None."""
        for level in range(len(self.open) - 1, -1, -1):
            if mark in _CLOSERS_OF[self.open[level][0]]:
                return level if self._may_close(mark, at) else None
        return None

    def _may_close(self, mark: str, at: int) -> bool:
        before, after = self._around(at, mark)
        if mark in "”»“":
            return True
        if mark in ('"', "''"):
            return not after.isalnum() or before in ".,;:!?"
        if after.isalnum() or before.isspace():
            return False
        return not self._is_possessive(mark, at)

    def _is_possessive(self, mark: str, at: int) -> bool:
        """Whether a mark after "s" belongs to a plural ("leaders’ summit"), not to the end.

        It does where a word follows and another mark that can close comes later.
        """
        before, after = self._around(at, mark)
        follows = self.text[at + 2 : at + 3]
        if before != "s" or after != " " or not follows.isalpha():
            return False
        later = self.text.find(mark, at + 1, self.end)
        opener = "‘" if mark == "’" else "'"
        reopened = self.text.find(opener, at + 1, self.end) if opener != mark else -1
        return later != -1 and not (-1 < reopened < later)
