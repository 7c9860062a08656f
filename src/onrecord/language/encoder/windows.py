"""A text as the encoder sees it: windows of word pieces with what is known of each piece.

Paragraphs are packed into windows of at most ``WINDOW`` pieces, parted by a separator; a
paragraph that is longer is cut behind a full stop. Beside its number in the word list a piece
has its *form* (lower case, capitalised, capitals; inside or outside quotation marks), as the
word list is without case.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

WINDOW = 384
FORMS = 6
_START, _END = 101, 102  # [CLS] and [SEP] of the uncased word list of BERT
_STOPS = frozenset(".!?")


@dataclass
class Window:
    """A stretch of pieces that the encoder reads at once.

    Attributes:
        numbers: of the pieces in the word list.
        offsets: [start, end) of each piece in the text; equal for separators.
        forms: see the module.
        paragraphs: the number of the paragraph that each piece stands in.
    """

    numbers: list[int] = field(default_factory=list)
    offsets: list[tuple[int, int]] = field(default_factory=list)
    forms: list[int] = field(default_factory=list)
    paragraphs: list[int] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Offset of its first character."""
        return self.offsets[0][0]

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.offsets[-1][1]

    def pieces(self, start: int, end: int) -> tuple[int, int]:
        """[first, last) of the pieces that share characters with ``start`` to ``end``."""
        first = bisect_right(self.offsets, start, key=lambda offset: offset[1])
        last = first
        while last < len(self.offsets) and self.offsets[last][0] < end:
            last += 1
        return first, last


def windows(
    tokenizer: Tokenizer,
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    quotations: Sequence[tuple[int, int]],
) -> list[Window]:
    """The windows of a text.

    Args:
        tokenizer: of the encoder.
        text: the article's text.
        paragraphs: [start, end) of what is to be read, in order.
        quotations: [start, end) of the outer quotations, in order.
    """
    quoted = [start for start, _ in quotations]
    found: list[Window] = []
    for index, (start, end) in enumerate(paragraphs):
        encoded = tokenizer.encode(text[start:end], add_special_tokens=False)
        pieces = [
            (number, start + first, start + last)
            for number, (first, last) in zip(encoded.ids, encoded.offsets, strict=True)
        ]
        for run in _runs(text, pieces):
            if not found or len(found[-1].numbers) + len(run) + 1 > WINDOW:
                found.append(Window())
                _add(found[-1], _START, (start, start), 0, index)
            window = found[-1]
            for number, first, last in run:
                at = bisect_right(quoted, first) - 1
                inside = at >= 0 and first < quotations[at][1]
                form = _case(text[first:last]) + 3 * inside
                _add(window, number, (first, last), form, index)
            _add(window, _END, (last, last), 0, index)
    return found


def _add(window: Window, number: int, offset: tuple[int, int], form: int, paragraph: int) -> None:
    window.numbers.append(number)
    window.offsets.append(offset)
    window.forms.append(form)
    window.paragraphs.append(paragraph)


def _runs(text: str, pieces: list[tuple[int, int, int]]) -> Iterator[list[tuple[int, int, int]]]:
    """The pieces of a paragraph in runs that fit a window."""
    limit = WINDOW - 2
    while len(pieces) > limit:
        stops = [i for i in range(limit // 2, limit) if text[pieces[i][1]] in _STOPS]
        cut = stops[-1] + 1 if stops else limit
        yield pieces[:cut]
        pieces = pieces[cut:]
    if pieces:
        yield pieces


def _case(word: str) -> int:
    if word[:1].islower() or not word[:1].isalpha():
        return 0
    return 2 if len(word) > 1 and word.isupper() else 1
