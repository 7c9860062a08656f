"""The members of a list, cut out of its words: "A, B and C"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.grammar import lemma, trimmed
from onrecord.moves.parties import Context
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_RELATIVE = frozenset({"who", "which", "whose", "where", "when", "whom"})
_SAYING = frozenset({"say", "tell", "report", "add", "write"})


def items(context: Context, words: list[Token]) -> Iterator[Span]:
    """The members of a list, cut at its commas and at "and".

    The parse of long lists is not to be trusted: the list is cut where its commas stand, and
    at the last "and" before a noun phrase.
    """
    stop = next(
        (
            n
            for n, t in enumerate(words)
            if t.text in (",", "”", '"') and _is_attribution(words[n + 1 :])
        ),
        None,
    )
    words = words[:stop]
    stop = next(
        (
            n
            for n, t in enumerate(words[:-1])
            if t.text in ("”", '"', ",") and lemma(words[n + 1]) in _SAYING
        ),
        None,
    )
    words = words[:stop]
    stop = next((n for n, t in enumerate(words) if t.text == "." or _is_new_clause(words, n)), None)
    words = words[:stop]
    cuts = [n for n, t in enumerate(words) if t.text in (",", ";")]
    final = max((n for n, t in enumerate(words) if t.lower_ == "and"), default=None)
    if cuts and final is not None and final > cuts[-1] + 1:
        cuts.append(final)
    elif not cuts and final is not None:
        cuts = [final]
    begin = 0
    spans: list[tuple[Span, list[Token]]] = []
    for cut in [*cuts, len(words)]:
        item = words[begin:cut]
        while item and item[0].lower_ in ("and", ",", ";", "that", "to"):
            item = item[1:]
        if item:
            last = item[-1]
            span = trimmed(context.reading, item[0].idx, last.idx + len(last))
            if span is not None and any(c.isalpha() for c in span.text):
                spans.append((span, item))
        begin = cut + 1
    yield from _whole(context, spans)


def _whole(context: Context, members: list[tuple[Span, list[Token]]]) -> Iterator[Span]:
    """The members of a list, what the cuts tore off put back: "detained men", "women and children".

    A relative clause behind a comma tells of the member before it.
    """
    found: list[Span] = []
    for span, item in members:
        is_bare = len(item) < 4 and all(t.pos_ in ("NOUN", "CCONJ") for t in item)
        is_torn = is_bare and any(
            context.words.has(name, lemma(t)) for t in item for name in ("public", "captive")
        )
        if found and is_torn:
            found[-1] = context.reading.span(found[-1].start, span.end)
        elif item[0].lower_ not in _RELATIVE:
            found.append(span)
    yield from found


def _is_attribution(words: list[Token]) -> bool:
    """Whether what follows a comma is who said it: ", Russian sources have said"."""
    return any(lemma(t) in _SAYING for t in words) and not any(t.text == "," for t in words)


def _is_new_clause(words: list[Token], n: int) -> bool:
    """ ", and Kyiv has said": the list has ended."""
    if words[n].text != "," or n + 2 >= len(words) or words[n + 1].lower_ not in ("and", "but"):
        return False
    return any(
        t.pos_ in ("VERB", "AUX") and t.tag_ in ("VBZ", "VBD", "VBP", "MD")
        for t in words[n + 2 : n + 6]
    )
