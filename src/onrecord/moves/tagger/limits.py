"""By when a move may fall due: the times of a window, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log1p
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.encoder import Window
from onrecord.language.encoder.pairs import Floats
from onrecord.moves.deadlines import FIRM, NAMED, relation_of
from onrecord.moves.parties import Context
from onrecord.moves.tagger.labels import KINDS
from onrecord.record import MoveKind, Span, Time
from onrecord.record.clock import publication_day

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_FAR = 64.0
_TYPES = ("DATE", "TIME", "DURATION", "SET")
_RELATIONS = ("", "in", "after", "on", "at", "to", "of", "from")
LIMIT_FEATURES = 12 + len(_TYPES) + len(_RELATIONS) + len(KINDS)


@dataclass(frozen=True)
class TimeCandidate:
    """A time expression in the window of the terms.

    Attributes:
        time: the words and what they mean.
        pieces: [first, last) of them in the window.
    """

    time: Time
    pieces: tuple[int, int]


def time_candidates(context: Context, window: Window) -> list[TimeCandidate]:
    """The times of a window, in order."""
    found = []
    for time in context.reading.times_in(window.start, window.end):
        first, last = window.pieces(time.start, time.end)
        if first < last and time.end <= window.end:
            found.append(TimeCandidate(time, (first, last)))
    return found


def limit_table(
    context: Context,
    window: Window,
    terms: Span,
    kind: MoveKind,
    found: Sequence[TimeCandidate],
) -> Floats:
    """A row for each time: its place beside the terms, its preposition, whether it is ahead."""
    first, last = window.pieces(terms.start, terms.end)
    sentence = context.reading.tokens(terms.start, terms.end)[0].sent
    kinds = [kind == one for one in KINDS]
    rows = [
        (*_place(window, first, last, one), *_time(context, one.time, sentence), *kinds)
        for one in found
    ]
    return np.array(rows, np.float32).reshape(len(rows), LIMIT_FEATURES)


def _place(window: Window, first: int, last: int, one: TimeCandidate) -> tuple[float, ...]:
    begin, end = one.pieces
    before = begin < first
    gap = max(0, first - end if before else begin - last)
    return (
        before,
        begin >= last,
        first <= begin < last,
        min(gap, _FAR) / _FAR,
        log1p(gap) / 5.0,
        gap <= 2,
        window.paragraphs[begin] == window.paragraphs[first],
    )


def _time(context: Context, time: Time, sentence: Tokens) -> tuple[float, ...]:
    text, published = context.reading.article.text, context.reading.article.published
    own = context.reading.tokens(time.start, time.end)[0].sent
    relation = relation_of(text, own.start_char, time)
    day = publication_day(published)
    ahead = day is not None and time.until is not None and time.until >= day.isoformat()
    return (
        own.start == sentence.start,
        relation in FIRM,
        NAMED.search(text, own.start_char, own.end_char) is not None,
        time.until is not None,
        ahead,
        *(time.type == one for one in _TYPES),
        *(relation == one for one in _RELATIONS),
    )
