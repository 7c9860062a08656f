"""Documents and the mentions of events in them, as they are compared."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*|[$€£%]")

# After the head of a mention of several words: "checked into", "checks herself into".
_AFTER = frozenset(
    "into in out off up to down on over away back for of with by at from through against under "
    "about after upon".split()
)
# Before it: "was killed", "his arrest".
_BEFORE = frozenset(
    "was were is are be been being has have had will would can could may might should shall did "
    "do does to not the a an his her its their this that it".split()
)


@dataclass(frozen=True)
class Mention:
    """Words that speak of an event.

    Attributes:
        id: its id, unique in its document.
        sentence: which sentence of the document it stands in, from 0.
        start, end: where in that sentence.
    """

    id: str
    sentence: int
    start: int
    end: int


@dataclass(frozen=True)
class Document:
    """A document: its sentences and the mentions of events in them."""

    id: str
    sentences: tuple[str, ...]
    mentions: tuple[Mention, ...] = field(default=())


@dataclass(frozen=True)
class Seen:
    """A mention with the words around it.

    Attributes:
        document, id: which it is.
        sentence: which sentence.
        words: its own words, lower case.
        head: the word that carries it.
        left, right: the words of the sentence before and after it, as printed.
    """

    document: str
    id: str
    sentence: int
    words: tuple[str, ...]
    head: str
    left: tuple[str, ...]
    right: tuple[str, ...]


def seen(document: Document) -> list[Seen]:
    """The mentions of a document with the words around them."""
    found = []
    for mention in document.mentions:
        text = document.sentences[mention.sentence]
        words = tuple(w.casefold() for w in WORD.findall(text[mention.start : mention.end]))
        found.append(
            Seen(
                document=document.id,
                id=mention.id,
                sentence=mention.sentence,
                words=words,
                head=head(words),
                left=tuple(WORD.findall(text[: mention.start])),
                right=tuple(WORD.findall(text[mention.end :])),
            )
        )
    return found


def head(words: tuple[str, ...]) -> str:
    """The word that carries a mention: "checked" of "checked into", "raid" of "air raid"."""
    rest = list(words)
    while len(rest) > 1 and rest[0] in _BEFORE:
        rest.pop(0)
    for number, word in enumerate(rest):
        if word in _AFTER and number > 0:
            return rest[number - 1]
    return rest[-1] if rest else ""
