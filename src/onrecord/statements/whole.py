"""A model's spans as whole words: it labels word pieces, so that a span may begin inside a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.attribution import Pieces, joined
from onrecord.statements.grammar import tidy

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading

_NAMES = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM", "PRON", "PROPN", "ADV", "PUNCT"})


def whole_words(reading: Reading, pieces: Pieces) -> Pieces:
    """``pieces`` with no word cut, and without punctuation at their edges."""
    text = reading.article.text
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        tokens = reading.tokens(start, end)
        if not len(tokens):
            continue
        last = tokens[-1]
        if tokens[0].text[0].isalnum():
            start = tokens[0].idx
        if last.text[-1].isalnum():
            end = last.idx + len(last)
        piece = tidy(text, start, end)
        if piece is not None and last.dep_ == "cc" and len(tokens) > 1:
            piece = tidy(text, start, last.idx)
            end = piece[1] if piece is not None else end
        if piece is not None:
            found.append(_with_marks(text, start, end, piece))
    return joined(found, text)


def whole_cue(reading: Reading, pieces: Pieces) -> Pieces:
    """The words of a cue, without a phrase that stops before its noun: "said | in an".

    "Called for" and "said in a statement" stay as they are.
    """
    words = whole_words(reading, pieces)
    if not words:
        return words
    tokens = list(reading.tokens(*words[-1]))
    kept = len(tokens)
    while kept > 1 and _is_before_noun(tokens[kept - 1], tokens[-1]):
        kept -= 1
    if kept == len(tokens):
        return words
    if kept > 1 and tokens[kept - 1].dep_ == "prep":
        kept -= 1
    return (*words[:-1], (words[-1][0], tokens[kept - 1].idx + len(tokens[kept - 1])))


def _is_before_noun(token: Token, last: Token) -> bool:
    """Whether a word waits for a noun behind ``last``: "said in | an"."""
    if token.pos_ not in _BEFORE_NOUNS:
        return False
    noun = token.head
    while noun.pos_ in ("ADJ", "ADV", "NUM") and noun.head.i > noun.i:
        noun = noun.head
    return noun.i > last.i and noun.pos_ in _NAMES


def _with_marks(text: str, start: int, end: int, piece: tuple[int, int]) -> tuple[int, int]:
    """What ``tidy`` took from a quotation's edges goes back: its closing comma and mark."""
    inner = text[start:end]
    if inner[:1] in "“\"'„«" or inner[-1:] in "”\"'“»":
        return start, end
    return piece
