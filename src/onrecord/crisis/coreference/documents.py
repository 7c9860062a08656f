"""Documents in groups that may speak of the same events ("sub-topics")."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np

from onrecord.crisis.coreference.likeness import Matrix, cosines, rarity_of
from onrecord.crisis.coreference.mention import WORD, Document
from onrecord.crisis.words import Words

VIEWS = ("text", "names", "opening", "numbers", "pairs", "rare names")


def document_views(documents: Sequence[Document], words: Words) -> Matrix:
    """How alike documents are: n x n x views, each a cosine.

    Views: all words; names inside sentences; the first two sentences; numbers; pairs of
    neighbouring words; names with the square of their rarity.
    """
    tokens = [[WORD.findall(s) for s in d.sentences] for d in documents]
    texts = [told(sentences, words) for sentences in tokens]
    names = [
        [w.casefold() for s in sentences for w in s[1:] if _is_name(w, words) and len(w) > 2]
        for sentences in tokens
    ]
    openings = [_families(sentences[:2], words) for sentences in tokens]
    numbers = [[w for w in text if w[0].isdigit()] for text in texts]
    pairs = [[f"{a} {b}" for a, b in itertools.pairwise(text)] for text in texts]
    rare = rarity_of(names)
    views = [cosines(rows, rarity_of(rows)) for rows in (texts, names, openings, numbers, pairs)]
    views.append(cosines([set(row) for row in names], lambda word: rare(word) ** 2))
    return np.stack(views, axis=-1)


def told(sentences: Sequence[Sequence[str]], words: Words) -> list[str]:
    """Families of the words that tell something and have two characters or more."""
    return [words.family(w.casefold()) for s in sentences for w in s if _tells(w, words)]


def name_words(sentences: Sequence[Sequence[str]], words: Words) -> list[str]:
    """Words with a capital, wherever they stand, lower case."""
    return [w.casefold() for s in sentences for w in s if _is_name(w, words)]


def _families(sentences: Sequence[Sequence[str]], words: Words) -> list[str]:
    kept = (w.casefold() for s in sentences for w in s)
    return [words.family(w) for w in kept if w not in words.common]


def _tells(word: str, words: Words) -> bool:
    return len(word) > 1 and word.casefold() not in words.common


def _is_name(word: str, words: Words) -> bool:
    return word[0].isupper() and word.casefold() not in words.common
