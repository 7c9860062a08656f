"""A change: one thing that is not as it was."""

from __future__ import annotations

from typing import Literal, get_args

import msgspec

ChangeKind = Literal[
    "deadline",
    "contradicted",
    "withdrawn",
    "moved",
    "revised",
    "confirmed",
    "new",
]

ORDER: tuple[ChangeKind, ...] = get_args(ChangeKind)


class Change(msgspec.Struct, frozen=True):
    """One thing that is not as it was.

    Attributes:
        kind: deadline (it passed), contradicted, withdrawn, moved (another status, another
            date), revised, confirmed, new.
        story: id of the story, or null for a deadline.
        article, start, end, text: the words that brought it, or set the deadline.
        detail: what changed, in words.
        rows: ids of the rows it rests on.
        on: the day it was published, or the deadline fell due.
    """

    kind: ChangeKind
    article: str
    start: int
    end: int
    text: str
    detail: str
    rows: tuple[str, ...]
    on: str | None = None
    story: str | None = None
