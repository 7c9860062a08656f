"""Words as they are compared across articles: stems, and families of words for one thing.

A stem is the word without its inflection and its commonest derivational endings ("rejected",
"rejection", "rejects" share one), after Lovins (1968) in spirit: one pass, longest ending first,
never leaving fewer than four letters. Words of one meaning are told by a table
(``same_words.csv``): "dead", "killed" and "toll" are one family.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from onrecord.vocabulary.tables import Tables

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*")
_LEAST = 4  # letters a stem keeps

# Endings, longest first, with what takes their place.
_ENDINGS: tuple[tuple[str, str], ...] = (
    ("izations", "ize"),
    ("isations", "ise"),
    ("ization", "ize"),
    ("isation", "ise"),
    ("ations", ""),
    ("ements", ""),
    ("ation", ""),
    ("ement", ""),
    ("ities", ""),
    ("ments", ""),
    ("ances", ""),
    ("ences", ""),
    ("sions", "s"),
    ("tions", "t"),
    ("ment", ""),
    ("ance", ""),
    ("ence", ""),
    ("sion", "s"),
    ("tion", "t"),
    ("ings", ""),
    ("ers", ""),
    ("ors", ""),
    ("als", ""),
    ("ies", "y"),
    ("ied", "y"),
    ("ing", ""),
    ("ive", ""),
    ("er", ""),
    ("or", ""),
    ("al", ""),
    ("ed", ""),
    ("es", ""),
    ("ly", ""),
    ("e", ""),
    ("s", ""),
    ("y", ""),
)

_BY_LETTER = {  # the same by the last letter, in the same order
    letter: tuple(row for row in _ENDINGS if row[0][-1] == letter)
    for letter in {ending[-1] for ending, _ in _ENDINGS}
}


class Family(msgspec.Struct, frozen=True):
    """Words that can name one thing in a report.

    Attributes:
        family: what it is called.
        words: words, any forms that the stem does not bring together.
    """

    family: str
    words: tuple[str, ...]


class Common(msgspec.Struct, frozen=True):
    """A word that tells nothing about what a report is about."""

    word: str


def stem(word: str) -> str:
    """The stem of one word, lower case: "rejection" and "rejected" give "reject"."""
    word = word.casefold()
    for ending, instead in _BY_LETTER.get(word[-1:], ()):
        if word.endswith(ending) and len(word) - len(ending) + len(instead) >= _LEAST:
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > _LEAST and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


@dataclass(frozen=True)
class Words:
    """Turns text into what is compared.

    Attributes:
        families: word or stem -> the family it belongs to.
        common: words that are left out.
    """

    families: Mapping[str, str]
    common: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def load(cls, tables: Tables) -> Words:
        """Read ``same_words.csv`` and ``common_words.csv``."""
        families: dict[str, str] = {}
        for row in tables.csv("same_words", Family):
            for word in row.words:
                families.setdefault(word.casefold(), row.family)
                families.setdefault(stem(word), row.family)
        common = frozenset(row.word.casefold() for row in tables.csv("common_words", Common))
        return cls(families, common)

    def of(self, text: str) -> tuple[str, ...]:
        """Stems of the words of ``text`` that tell something, families resolved, in order."""
        found = []
        for match in _WORD.finditer(text):
            word = match[0].casefold()
            if word in self.common or (len(word) == 1 and not word.isdigit()):
                continue
            found.append(self.family(word))
        return tuple(found)

    def family(self, word: str) -> str:
        """The family of one word (lower case), or its stem."""
        known = self.families.get(word)
        if known is None:
            cut = stem(word)
            known = self.families.get(cut, cut)
        return known


def names_in(text: str) -> frozenset[str]:
    """Words that begin with a capital, lower case, without the marks around them."""
    return frozenset(
        match[0].casefold() for match in _WORD.finditer(text) if match[0][:1].isupper()
    )


def joined(texts: Iterable[str]) -> str:
    """Pieces in one string."""
    return " ".join(texts)
