"""Place names inside other names ("Bank of England"), and adjectives of places ("Syrian")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.language.places.found import LARGE_TOWN, Found
from onrecord.language.places.names import fold
from onrecord.language.places.spans import is_capital, trimmed

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.places.gazetteer import Gazetteer


class InnerNames:
    """Finds names inside the names of organisations and adjectives."""

    def __init__(
        self, gazetteer: Gazetteer, words: dict[str, frozenset[str]], demonyms: dict[str, str]
    ) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._demonyms = demonyms
        self._adjective_words = frozenset(word.split()[0] for word in demonyms)

    def embedded(self, doc: Doc) -> Iterator[Found]:
        """Towns in the names of public bodies, which are named after where they are."""
        for entity in doc.ents:
            if entity.label_ not in ("ORG", "EVENT", "PERSON", "WORK_OF_ART"):
                continue
            span = trimmed(entity)
            if not span or len(span) < 2:
                continue
            if not any(t.lower_ in self._words["public"] for t in span):
                continue
            for first in (span.start, *(t.i + 1 for t in span if t.lower_ in ("of", "for"))):
                for last in range(min(span.end, first + 3), first, -1):
                    if last - first == len(span) or not is_capital(doc[first]):
                        continue
                    towns = self._gazetteer.towns(fold(doc[first:last].text) or "")
                    if towns and towns[0].is_main and towns[0].population >= LARGE_TOWN * 4:
                        yield Found(first, last, embedded=True)
                        break

    def adjectives(self, doc: Doc, words: Sequence[str]) -> Iterator[Found]:
        """ "Syrian" before a noun; ``words`` are the texts of the tokens."""
        skip = 0
        for i, word in enumerate(words):
            if word not in self._adjective_words or i < skip:
                continue
            token = doc[i]
            for length in (3, 2, 1):
                if token.i + length > len(doc):
                    continue
                last = token.nbor(length - 1)
                text = doc[token.i : last.i + 1].text
                if text in self._demonyms and _is_modifier(last):
                    yield Found(token.i, last.i + 1, is_adjective=True)
                    skip = last.i + 1
                    break


def _is_modifier(token: Token) -> bool:
    """ "Syrian" before a noun, not "a Syrian" or "Syrians"."""
    if token.tag_ in ("NNPS", "NNS"):
        return False
    return token.dep_ in ("amod", "compound", "nmod") or token.pos_ == "ADJ"
