"""What two mentions share: one number a feature, for all pairs of a group at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from onrecord.crisis.coreference.documents import VIEWS
from onrecord.crisis.coreference.likeness import (
    Matrix,
    Rarity,
    cosines,
    equal,
    evenly,
    vectors,
)
from onrecord.crisis.coreference.mention import Seen
from onrecord.crisis.words import Words, stem

_PRONOUNS = frozenset("it this that which these those he she they".split())
_REPORTING = frozenset(
    "say said says told report reported announced according claim announce statement confirm "
    "confirmed reports announcement".split()
)
_NEAR, _NEXT = 8, 5  # words on either side

_PLAIN = (
    "same stem",
    "same family",
    "letters",
    "words",
    "same words",
    "sentence",
    "before",
    "after",
    "next to it",
    "before and after",
    "names",
    "numbers",
    "head in the other's sentence",
    "whole sentence",
    "documents",
    "same document",
    "same sentence",
    "how late",
    "how far apart",
    "both open the document",
    "rarer head",
    "commoner head",
    "pronoun",
    "both report",
    "one reports",
    "least spread head",
    "most spread head",
    "repeated in a document",
    "other form",
    "length",
)
_WITH_FAMILY = (
    "sentence",
    "next to it",
    "names",
    "documents",
    "whole sentence",
    "rarer head",
    "least spread head",
    "repeated in a document",
)
_WITHOUT_FAMILY = ("sentence", "next to it", "names", "documents")

FEATURES: tuple[str, ...] = (
    *_PLAIN,
    *(f"same family, {name}" for name in _WITH_FAMILY),
    *(f"other family, {name}" for name in _WITHOUT_FAMILY),
    *(f"documents: {view}" for view in VIEWS),
    *(f"same family, documents: {view}" for view in VIEWS),
)


def pair_features(
    mentions: Sequence[Seen],
    views: Matrix,
    whole: Matrix,
    place: Mapping[str, int],
    words: Words,
    rarity: Rarity,
) -> Matrix:
    """Features of every pair: n x n x len(FEATURES).

    Args:
        mentions: the mentions of one group.
        views: document views; see ``document_views``.
        whole: cosines of the documents by words and names together.
        place: document id -> its row in both.
        words, rarity: how words are compared, and what each tells.
    """
    rows = np.array([place[m.document] for m in mentions])
    same = equal([m.document for m in mentions])
    found = _words(mentions, words, rarity)
    found |= _places(mentions, same, whole[rows][:, rows])
    found |= _heads(mentions, same, words, rarity)
    plain = [found[name] for name in _PLAIN]
    family = found["same family"]
    plain += [family * found[name] for name in _WITH_FAMILY]
    plain += [(1 - family) * found[name] for name in _WITHOUT_FAMILY]
    apart = np.where(same[..., None] > 0, 0, views[rows][:, rows])
    plain += [apart[..., i] for i in range(len(VIEWS))]
    plain += [family * apart[..., i] for i in range(len(VIEWS))]
    return np.stack(plain, axis=-1).astype(np.float32)


def _words(mentions: Sequence[Seen], words: Words, rarity: Rarity) -> dict[str, Matrix]:
    def told(kept: Sequence[str]) -> list[str]:
        return [
            words.family(w.casefold())
            for w in kept
            if len(w) > 1 and w.casefold() not in words.common
        ]

    around = [told(m.left + m.right) for m in mentions]
    near = [told(m.left[-_NEAR:]) for m in mentions], [told(m.right[:_NEAR]) for m in mentions]
    both = vectors([*near[0], *near[1]], rarity)
    count = len(mentions)
    crossed = both[:count] @ both[count:].T
    stems = [stem(m.head) for m in mentions]
    named = [_capitals(m, words) for m in mentions]
    return {
        "same stem": equal(stems),
        "letters": cosines([_trigrams(s) for s in stems], evenly),
        "words": cosines([[words.family(w) for w in m.words] for m in mentions], rarity),
        "same words": equal([" ".join(m.words) for m in mentions]),
        "sentence": cosines(around, rarity),
        "before": cosines(near[0], rarity),
        "after": cosines(near[1], rarity),
        "next to it": cosines([told(m.left[-_NEXT:] + m.right[:_NEXT]) for m in mentions], rarity),
        "before and after": (crossed + crossed.T) / 2,
        "names": cosines(named, rarity),
        "numbers": cosines(
            [[w for w in m.left + m.right if w[0].isdigit()] for m in mentions], rarity
        ),
        "head in the other's sentence": _elsewhere(mentions, around, words),
        "whole sentence": cosines([told(m.left + m.words + m.right) for m in mentions], rarity),
    }


def _capitals(mention: Seen, words: Words) -> list[str]:
    kept = (w for w in mention.left + mention.right if w[0].isupper())
    return [w.casefold() for w in kept if w.casefold() not in words.common]


def _trigrams(word: str) -> list[str]:
    edged = f"#{word}#"
    return [edged[i : i + 3] for i in range(len(edged) - 2)] or [edged]


def _elsewhere(mentions: Sequence[Seen], around: list[list[str]], words: Words) -> Matrix:
    heads = [[words.family(m.head)] for m in mentions]
    both = vectors([*heads, *around], evenly)
    found = (both[: len(heads)] @ both[len(heads) :].T > 0).astype(np.float32)
    return np.asarray(np.maximum(found, found.T), dtype=np.float32)


def _places(mentions: Sequence[Seen], same: Matrix, whole: Matrix) -> dict[str, Matrix]:
    late = np.array([min(m.sentence, 6) / 6 for m in mentions])
    opens = (late == 0).astype(float)
    return {
        "documents": np.where(same > 0, 0, whole),
        "same document": same,
        "same sentence": same * equal([str(m.sentence) for m in mentions]),
        "how late": np.add.outer(late, late),
        "how far apart": np.abs(np.subtract.outer(late, late)),
        "both open the document": np.outer(opens, opens),
    }


def _heads(
    mentions: Sequence[Seen], same: Matrix, words: Words, rarity: Rarity
) -> dict[str, Matrix]:
    heads = [words.family(m.head) for m in mentions]
    rare = np.array([rarity(h) / 6 for h in heads])
    pronoun = np.array([float(m.head in _PRONOUNS) for m in mentions])
    reports = np.array([float(m.head in _REPORTING) for m in mentions])
    inflected = np.array([float(m.head.endswith(("ed", "ing"))) for m in mentions])
    length = np.array([min(len(m.words), 4) / 4 for m in mentions])
    documents = len({m.document for m in mentions})
    spread = Counter(h for h, _ in {(h, m.document) for h, m in zip(heads, mentions, strict=True)})
    times = Counter(heads)
    share = np.array([spread[h] / documents for h in heads])
    repeated = np.array([min(times[h] / spread[h], 4) / 4 for h in heads])
    return {
        "same family": equal(heads),
        "rarer head": np.minimum.outer(rare, rare),
        "commoner head": np.maximum.outer(rare, rare),
        "pronoun": np.maximum.outer(pronoun, pronoun),
        "both report": np.outer(reports, reports),
        "one reports": np.maximum.outer(reports, reports),
        "least spread head": np.minimum.outer(share, share),
        "most spread head": np.maximum.outer(share, share),
        "repeated in a document": np.maximum.outer(repeated, repeated),
        "other form": np.abs(np.subtract.outer(inflected, inflected)),
        "length": np.add.outer(length, length),
    }
