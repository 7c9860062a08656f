"""Words: splitting a phrase into them, and putting a plural into the singular.

Used on plain strings, so that a phrase from a table, a benchmark and an article are all
read in the same way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

PLURAL_TAGS = frozenset({"NNS", "NNPS"})  # of nouns and of names
_WORD = re.compile(r"[^\W_]+(?:[-/.'’&+‑][^\W_]+)*[.+]?|[,;:()“”\"–—-]")
_POSSESSIVE = frozenset({"'s", "’s"})
_IRREGULAR = {
    "people": "people", "men": "man", "women": "woman", "children": "child",
    "servicemen": "serviceman", "policemen": "policeman", "gunmen": "gunman",
    "militiamen": "militiaman", "spokesmen": "spokesman", "lawmen": "lawman",
    "forces": "force", "troops": "troop", "authorities": "authority", "wives": "wife",
    "police": "police", "media": "media", "press": "press", "series": "series",
    "businessmen": "businessman", "fishermen": "fisherman", "tribesmen": "tribesman",
    "congressmen": "congressman", "chiefs of staff": "chief of staff", "allies": "ally",
    "midwives": "midwife", "neo-nazis": "neo-nazi", "nazis": "nazi", "housewives": "housewife",
    "israelis": "israeli", "rabbis": "rabbi", "taxis": "taxi", "ahmadis": "ahmadi",
    "yazidis": "yazidi", "sufis": "sufi", "salafis": "salafi", "passers-by": "passer-by",
    "sunnis": "sunni", "persons": "person", "thieves": "thief",
    "jihadis": "jihadi", "houthis": "houthi",
    "headquarters": "headquarters", "personnel": "personnel", "mps": "mp", "meps": "mep",
}  # fmt: skip
_NOT_MEN = ("specimen", "regimen", "abdomen", "yemen", "turkmen")
_LIKE_PLURAL = ("ss", "us", "is", "news")


class Word(NamedTuple):
    """A word of a phrase: as printed without a possessive ending, and where it stands."""

    text: str
    start: int
    end: int
    possessive: bool = False


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of ``text[start:end]`` and its punctuation marks, in order.

    "Russia's" is the word "Russia", marked possessive; "U.S." keeps its full stops, other
    words lose theirs.
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        word, first = match.group(), match.start()
        possessive = word[-2:].casefold() in _POSSESSIVE
        if possessive:
            word = word[:-2]
        elif text[match.end() : match.end() + 1] in ("'", "’") and word.endswith("s"):
            possessive = True
        if word.endswith(".") and not _is_abbreviation(word):
            word = word[:-1]
        yield Word(word, first, first + len(word), possessive)


def _is_abbreviation(word: str) -> bool:
    return "." in word[:-1] or (len(word) <= 4 and word[0].isupper())


def singular(word: str) -> str:
    """``word`` in lower case, its plural ending taken off.

    >>> singular("Countries"), singular("gunmen"), singular("bus"), singular("U.S.")
    ('country', 'gunman', 'bus', 'u.s.')
    """
    low = word.lower()
    if low in _IRREGULAR:
        return _IRREGULAR[low]
    if low.endswith("men") and len(low) > 5 and not low.endswith(_NOT_MEN):
        return low[:-2] + "an"
    if not low.endswith("s") or low.endswith(_LIKE_PLURAL) or len(low) < 4:
        return low
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("ches", "shes", "sses", "xes")):
        return low[:-2]
    return low[:-1]
