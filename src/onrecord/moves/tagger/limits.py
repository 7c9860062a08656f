"""By when a move may fall due: the times of a window, and what is known of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.encoder import Window
from onrecord.language.encoder.pairs import Floats
from onrecord.moves.deadlines import FIRM, NAMED, relation_of
from onrecord.moves.parties import Context
from onrecord.moves.tagger.labels import KINDS
from onrecord.moves.tagger.place import PLACE, place_beside
from onrecord.record import MoveKind, Span, Time
from onrecord.record.clock import publication_day

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_TYPES = ("DATE", "TIME", "DURATION", "SET")
_RELATIONS = ("", "in", "after", "on", "at", "to", "of", "from")
LIMIT_FEATURES = PLACE + 5 + len(_TYPES) + len(_RELATIONS) + len(KINDS)


@dataclass(frozen=True)
class TimeCandidate:
    """A time expression in the window of the terms.

    Attributes:
        time: the words and what they mean.
        pieces: [first, last) of them in the window.
        sentence: where that of the words begins, in words of the article.
        known: its preposition, whether its sentence names a deadline, whether it is ahead, type.
    """

    time: Time
    pieces: tuple[int, int]
    sentence: int
    known: tuple[float, ...]


def time_candidates(context: Context, window: Window) -> list[TimeCandidate]:
    """The times of a window, in order."""
    found = []
    for time in context.reading.times_in(window.start, window.end):
        first, last = window.pieces(time.start, time.end)
        if first < last and time.end <= window.end:
            sentence = context.reading.tokens(time.start, time.end)[0].sent
            known = _known(context, time, sentence)
            found.append(TimeCandidate(time, (first, last), sentence.start, known))
    return found


def limit_table(
    context: Context,
    window: Window,
    terms: Span,
    kind: MoveKind,
    found: Sequence[TimeCandidate],
) -> Floats:
    """A row for each time: its place beside the terms, what is known of it, the kind of move."""
    place = window.pieces(terms.start, terms.end)
    sentence = context.reading.tokens(terms.start, terms.end)[0].sent.start
    kinds = [kind == one for one in KINDS]
    rows = [
        (
            *place_beside(window, place, one.pieces),
            one.sentence == sentence,
            *one.known,
            *kinds,
        )
        for one in found
    ]
    return np.array(rows, np.float32).reshape(len(rows), LIMIT_FEATURES)


def _known(context: Context, time: Time, sentence: Tokens) -> tuple[float, ...]:
    text = context.reading.article.text
    relation = relation_of(text, sentence.start_char, time)
    day = publication_day(context.reading.article.published)
    ahead = day is not None and time.until is not None and time.until >= day.isoformat()
    return (
        relation in FIRM,
        NAMED.search(text, sentence.start_char, sentence.end_char) is not None,
        time.until is not None,
        ahead,
        *(time.type == one for one in _TYPES),
        *(relation == one for one in _RELATIONS),
    )
