"""Spans: the exact words a row rests on.

Offsets are Unicode code points into ``Article.text``; ``start`` is inclusive and ``end``
exclusive, so that ``span.text == article.text[span.start:span.end]`` always holds.
"""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A run of words in an article.

    Attributes:
        start: offset of the first character.
        end: offset after the last character.
        text: the words themselves.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}..{self.end}")
        if len(self.text) != self.end - self.start:
            raise ValueError(
                f"span {self.start}..{self.end} holds {self.end - self.start} characters, "
                f"its text has {len(self.text)}"
            )

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span ``text[start:end]``; raises ``ValueError`` when it is empty or outside."""
        return cls(start=start, end=end, text=text[start:end])

    def overlaps(self, other: Span) -> bool:
        """Whether both hold a character."""
        return self.start < other.end and other.start < self.end

    def gap(self, other: Span) -> int:
        """Characters between the two; 0 where they touch or overlap."""
        return max(self.start - other.end, other.start - self.end, 0)
