"""Names that our tables list: countries, divisions, areas and facilities."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.language.places.found import TAGGED_PLACE, Found
from onrecord.language.places.names import fold
from onrecord.language.places.spans import (
    LONGEST_NAME,
    covers_entity,
    first_word,
    is_capital,
    is_capitalised,
    is_embedded,
    word_before,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from onrecord.language.places.gazetteer import Gazetteer

_UNIONS = frozenset({"eu", "european union"})  # organisations first, places where one is in them
_WITHIN_UNION = frozenset({"in", "across", "throughout", "within", "into", "outside", "inside"})


class ListedNames:
    """Finds them by look-up, and leaves out those that are people's or common words."""

    def __init__(self, gazetteer: Gazetteer, words: dict[str, frozenset[str]]) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._first_words = gazetteer.first_words()

    def find(self, doc: Doc, words: Sequence[str]) -> Iterator[Found]:
        """Every listed name of the text that may be a place; ``words`` are its tokens' texts."""
        reached = 0
        for i, word in enumerate(words):
            if i < reached or not is_capitalised(word):
                continue
            length = self.length_at(doc, i)
            reached = i + length
            if length and self._may_be_place(doc[i : i + length]):
                embedded = is_embedded(doc, i, i + length)
                if self._is_union(doc[i : i + length]):
                    yield Found(i, i + length, embedded=word_before(doc[i]) not in _WITHIN_UNION)
                elif not embedded or self._is_public(doc[i]):
                    yield Found(i, i + length, embedded=embedded)

    def length_at(self, doc: Doc, i: int) -> int:
        """The number of tokens of the longest name of the tables that begins at token ``i``."""
        token = doc[i]
        if not is_capital(token) or first_word(token.lower_) not in self._first_words:
            return 0
        for length in range(min(LONGEST_NAME, len(doc) - i), 0, -1):
            last = doc[i + length - 1]
            if last.is_space or not (is_capital(last) or (length > 1 and last.is_alpha)):
                continue
            text = doc[i : i + length].text
            key = fold(text)
            if key is None or not self._gazetteer.is_fixed(key):
                continue
            if len(key) <= 3 and not _is_abbreviation(text):
                continue
            if self._gazetteer.is_abbreviation(key) and not (
                text.endswith(".") and i > 0 and doc[i - 1].text in (",", "(")
            ):
                continue
            return length
        return 0

    def _may_be_place(self, span: Span) -> bool:
        """Not a person's first name ("Jordan Peters"), an adjective, or a common word."""
        first, last = span[0], span[-1]
        doc = span.doc
        if is_eponym(span, self._words["eponym"]):
            return False
        if first.i > 0 and first.nbor(-1).lower_ in self._words["ship"]:
            return False
        if self._is_union(span):
            return True
        if first.ent_type_ == "PERSON" and not covers_entity(span):
            return word_before(first) in ("in", "of", "from") and last.ent_type_ != "PERSON"
        if first.ent_type_ == "PERSON" and len(span) == 1:
            return not self._is_titled(first)
        if (
            last.i + 1 < len(doc)
            and len(span) == 1
            and first.ent_type_ not in TAGGED_PLACE
            and doc[last.i + 1].ent_type_ == "PERSON"
            and doc[last.i + 1].ent_iob_ == "I"
        ):
            return False
        if first.ent_type_ in TAGGED_PLACE:
            return True
        key = fold(span.text) or ""
        short = len(key) <= 3 or key in ("march", "mobile", "don", "po", "ob", "lena", "char")
        return not short or first.text.isupper() or word_before(first) in self._words["in"]

    def _is_public(self, token: Token) -> bool:
        """Whether the name that holds ``token`` is that of a public body."""
        doc, first = token.doc, token.i
        while first > 0 and doc[first].ent_iob_ == "I":
            first -= 1
        last = token.i + 1
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        return any(t.lower_ in self._words["public"] for t in doc[first:last])

    def _is_titled(self, token: Token) -> bool:
        return token.i > 0 and token.nbor(-1).lower_ in self._words["person"]

    @staticmethod
    def _is_union(span: Span) -> bool:
        return (fold(span.text) or "") in _UNIONS


def is_eponym(span: Span, words: frozenset[str]) -> bool:
    """ "Marburg virus", "Minamata disease": the name of a thing."""
    doc = span.doc
    return span.end < len(doc) and doc[span.end].lower_ in words


def _is_abbreviation(text: str) -> bool:
    return text.isupper() or text.endswith(".")
