"""Quotation marks: which stretches of a text stand inside them.

Curly, straight, low and angled marks; single marks inside double ones and on their own;
a quotation that runs over paragraphs, each opened by a mark and only the last one closed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSE = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’", "'": "'"}
_MARK = re.compile(r"[“”„«»\"‘’']")


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


def find_quotations(text: str, paragraphs: tuple[tuple[int, int], ...]) -> tuple[Quotation, ...]:
    """The quotations of ``text``, paragraph by paragraph, in order of their start."""
    found: list[Quotation] = []
    left_open = False
    for start, end in paragraphs:
        inside = list(_in_paragraph(text, start, end))
        if inside and left_open and inside[0].start == start:
            inside[0] = msgspec.structs.replace(inside[0], continues=True)
        left_open = any(not q.closed and q.depth == 0 for q in inside)
        found.extend(inside)
    return tuple(sorted(found, key=lambda q: (q.start, -q.end)))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Quotation]:
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at = match.group(), match.start()
        if stack and mark in _CLOSE[stack[-1][0]] and _may_close(text, at, start, end, mark):
            _, opened = stack.pop()
            if at > opened + 1:
                yield Quotation(opened, at + 1, opened + 1, at, depth=len(stack))
        elif mark in _CLOSE and _may_open(text, at, start, end, mark):
            if any(mark == opener for opener, _ in stack):
                continue
            stack.append((mark, at))
        elif len(stack) > 1 and mark in _CLOSE[stack[-2][0]]:
            stack.pop()
            _, opened = stack.pop()
            yield Quotation(opened, at + 1, opened + 1, at, depth=len(stack))
    if stack and stack[0][0] in '“„«"' and end > stack[0][1] + 1:
        opened = stack[0][1]
        yield Quotation(opened, end, opened + 1, end, depth=0, closed=False)


def _may_open(text: str, at: int, start: int, end: int, mark: str) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark in "“„«":
        return True
    return not before.isalnum() and not after.isspace() and before not in ".,;:!?"


def _may_close(text: str, at: int, start: int, end: int, mark: str) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if mark in "”»":
        return True
    if mark in "’'":
        return not after.isalnum() and (not before.isspace())
    return not after.isalnum() or before in ".,;:!?"
