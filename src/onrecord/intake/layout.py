"""The layout of an article's text: which stretches are reporting and which are about it.

Only ``body`` blocks give statements, events and moves; headers, bylines, datelines,
cross-headings, captions, credit lines and boilerplate are metadata.
"""

from __future__ import annotations

import re
from typing import Literal

import msgspec

BlockKind = Literal[
    "body", "header", "byline", "dateline", "heading", "caption", "credit", "boilerplate"
]

_PARAGRAPH = re.compile(r"[^\n]+")


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text of one kind; a paragraph, or the dateline that opens it."""

    kind: BlockKind
    start: int
    end: int


def layout(text: str) -> tuple[Block, ...]:
    """The blocks of ``text`` in order; they cover all of it but white space."""
    blocks = []
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + line.index(stripped[0])
            blocks.append(Block("body", start, start + len(stripped)))
    return tuple(blocks)
