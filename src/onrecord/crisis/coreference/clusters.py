"""Clusters of mentions that speak of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from onrecord.crisis.coreference.documents import VIEWS, document_views, name_words, told
from onrecord.crisis.coreference.features import FEATURES, pair_features
from onrecord.crisis.coreference.likeness import (
    Matrix,
    Rarity,
    average_linkage,
    cosines,
    rarity_of,
)
from onrecord.crisis.coreference.mention import WORD, Document, Seen, seen
from onrecord.crisis.coreference.neighbours import NEIGHBOURS, neighbour_features
from onrecord.crisis.coreference.network import Network
from onrecord.crisis.words import Words
from onrecord.vocabulary.tables import Tables

ALIKE = 0.3  # probability from which documents are grouped
JOINED = 0.3  # probability from which mentions are
DOCUMENT_FEATURES = (*VIEWS, *(f"root of {view}" for view in VIEWS))


@dataclass(frozen=True)
class EventCoreference:
    """Finds which mentions speak of one event.

    Attributes:
        words: how words are compared.
        documents: says whether two documents may speak of the same events.
        pairs: says whether two mentions speak of one event.
        again: says it again, knowing what ``pairs`` says of all others.
    """

    words: Words
    documents: Network
    pairs: Network
    again: Network

    @classmethod
    def load(cls, tables: Tables) -> EventCoreference:
        """Read the words, ``document_weights``, ``mention_weights`` and ``neighbour_weights``."""
        return cls(
            Words.load(tables),
            Network.load(tables, "document_weights", DOCUMENT_FEATURES),
            Network.load(tables, "mention_weights", FEATURES),
            Network.load(tables, "neighbour_weights", (*FEATURES, *NEIGHBOURS)),
        )

    def groups(self, documents: Sequence[Document]) -> list[list[Document]]:
        """Documents in groups that may speak of the same events."""
        views = document_views(documents, self.words)
        likely = self.documents.probabilities(document_features(views))
        return [[documents[i] for i in group] for group in average_linkage(likely, ALIKE)]

    def clusters(self, documents: Sequence[Document]) -> Iterator[list[tuple[str, str]]]:
        """Clusters of mentions, each as (document, mention) ids; one mention may be alone.

        Complexity: cubic in the mentions of a group at worst, linear in the groups.
        """
        if not documents:
            return
        corpus = Corpus.over(documents, self.words)
        for group in self.groups(documents):
            mentions, features = corpus.pairs(group, self.words)
            if not mentions:
                continue
            likely = self.again.probabilities(with_neighbours(features, self.pairs))
            for cluster in average_linkage((likely + likely.T) / 2, JOINED):
                yield [(mentions[i].document, mentions[i].id) for i in cluster]


def with_neighbours(features: Matrix, pairs: Network) -> Matrix:
    """The features of pairs, and what ``pairs`` says of them and of their neighbours."""
    likely = pairs.probabilities(features)
    return np.concatenate([features, neighbour_features((likely + likely.T) / 2)], axis=-1)


def document_features(views: Matrix) -> Matrix:
    """The views of documents, and their roots."""
    kept = np.maximum(views, 0)
    return np.concatenate([kept, np.sqrt(kept)], axis=-1)


@dataclass(frozen=True)
class Corpus:
    """What is looked up of all documents."""

    views: Matrix
    whole: Matrix
    place: dict[str, int]
    rarity: Rarity

    @classmethod
    def over(cls, documents: Sequence[Document], words: Words) -> Corpus:
        """Over ``documents``."""
        tokens = [[WORD.findall(s) for s in d.sentences] for d in documents]
        rows = [told(t, words) + name_words(t, words) for t in tokens]
        rarity = rarity_of(rows)
        return cls(
            document_views(documents, words),
            cosines(rows, rarity),
            {d.id: i for i, d in enumerate(documents)},
            rarity,
        )

    def pairs(self, group: Sequence[Document], words: Words) -> tuple[list[Seen], Matrix]:
        """The mentions of a group of documents, and the features of all their pairs."""
        mentions = [m for document in group for m in seen(document)]
        if not mentions:
            return [], np.zeros((0, 0, len(FEATURES)), dtype=np.float32)
        return mentions, pair_features(
            mentions, self.views, self.whole, self.place, words, self.rarity
        )
