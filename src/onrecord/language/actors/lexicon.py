"""Known names in a text: the longest entry of the tables at each word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from onrecord.language.actors.words import Word, words_of
from onrecord.vocabulary.actors import ActorTables, Known

_ARTICLES = frozenset({"the"})


class Match(NamedTuple):
    """A known name that stands in a text."""

    start: int
    end: int
    known: Known


@dataclass(frozen=True)
class Lexicon:
    """Looks the names of the tables up in running text.

    A name must be printed with its capitals ("Who" is not WHO); a text all in capitals
    matches names of two words or more, and single words of five letters or more.
    """

    entries: dict[tuple[str, ...], tuple[tuple[str, Known], ...]]
    longest: int
    adjectives: frozenset[str] = field(default=frozenset(), repr=False)
    _first: frozenset[str] = field(default=frozenset(), repr=False)

    @classmethod
    def build(cls, tables: ActorTables) -> Lexicon:
        """Index the names of ``tables``."""
        entries: dict[tuple[str, ...], list[tuple[str, Known]]] = {}
        for printed, known in tables.names.items():
            key = tuple(_key(word.text) for word in words_of(printed))
            if key and key[0] in _ARTICLES and len(key) > 1 and known.kind != "media":
                key = key[1:]
            entries.setdefault(key, []).append((printed, known))
        return cls(
            entries={key: tuple(found) for key, found in entries.items()},
            longest=max(map(len, entries)),
            adjectives=frozenset(tables.adjectives),
            _first=frozenset(key[0] for key in entries),
        )

    def find(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Match]:
        """The known names in ``text[start:end]``, longest first at each word, in order."""
        return self.among(text, list(words_of(text, start, end)))

    def among(self, text: str, words: list[Word]) -> Iterator[Match]:
        """The same among ``words``, some of those of ``text`` one after another."""
        keys = [_key(word.text) for word in words]
        at = 0
        while at < len(words):
            match, length = self._at(text, words, keys, at)
            if match is not None:
                yield match
            at += max(length, 1)

    def exact(self, phrase: str) -> Known | None:
        """Who ``phrase`` names, all of it but an article before it, or None."""
        words = list(words_of(phrase))
        if words and words[0].text.lower() in ("the", "a", "an"):
            exact = self._exact(words)
            return exact or self._exact(words[1:])
        return self._exact(words)

    def _exact(self, words: list[Word]) -> Known | None:
        found = self.entries.get(tuple(_key(word.text) for word in words), ())
        return _printed_alike(" ".join(word.text for word in words), found)

    def _at(
        self, text: str, words: list[Word], keys: list[str], at: int
    ) -> tuple[Match | None, int]:
        if keys[at] not in self._first:
            return None, 1
        for length in range(min(self.longest, len(words) - at), 0, -1):
            found = self.entries.get(tuple(keys[at : at + length]))
            if not found:
                continue
            first, last = words[at], words[at + length - 1]
            surface = " ".join(w.text for w in words[at : at + length])
            if any(word.possessive for word in words[at : at + length - 1]):
                found = tuple(entry for entry in found if "'" in entry[0])  # Workers' Party
                surface = text[first.start : last.end].replace("’", "'")
            known = _printed_alike(surface, found)
            if known is not None and not self._is_part(text, words, at, length, known):
                return Match(first.start, last.end, known), length
        return None, 1

    def _is_part(self, text: str, words: list[Word], at: int, length: int, known: Known) -> bool:
        """ "Atlantic" in "Virgin Atlantic": one common word inside another name."""
        word = words[at]
        if length > 1 or known.kind not in ("organisation", "media") or word.text.isupper():
            return False
        if at == 0 or text[words[at - 1].end : word.start] != " ":
            return False
        before = words[at - 1].text
        if not before[:1].isupper() or before in self.adjectives or before.lower() == "the":
            return False
        opens = at == 1 or text[words[at - 2].end : words[at - 1].start].strip() != ""
        return not (opens and len(before) < 4) and (before.lower(),) not in self.entries


def _key(word: str) -> str:
    return word.replace("’", "'").replace(".", "").casefold()


def _printed_alike(surface: str, found: tuple[tuple[str, Known], ...]) -> Known | None:
    plain = surface.replace("’", "'")
    for printed, known in found:
        if plain.replace(".", "") == printed.replace(".", ""):
            return known
    for printed, known in found:
        if plain.isupper() and (" " in plain or len(plain) >= 5):
            return known
        if " " in printed and plain[:1].isupper() and plain.casefold() == printed.casefold():
            return known
    return None
