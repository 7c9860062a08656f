"""A collection: what many articles say, with one id for each person, body and story across them.

    collection = Collection.of(store.history())
    collection.records, collection.identities, collection.stories()

Texts are taken in the order in which they were added, so that later ones never change the ids of
earlier ones. A text that a newer version has replaced still gave ids; its rows are not shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec.structs import replace

from onrecord.crisis.identities import Identities
from onrecord.crisis.identity import Identity
from onrecord.crisis.stories import Stories
from onrecord.record import Record
from onrecord.vocabulary.tables import Tables

Text = tuple[Record, bool]  # and whether it is the newest version


@dataclass(frozen=True)
class Collection:
    """Records with ids across articles.

    Attributes:
        texts: in the order in which they were added, each with whether it is the newest version.
        identities: who is who in them.
    """

    texts: tuple[Text, ...]
    identities: Identities

    @classmethod
    def of(cls, texts: Iterable[Text], identities: Identities | None = None) -> Collection:
        """The collection of texts.

        Args:
            texts: in the order in which they were added (``Store.history``).
            identities: to which theirs are added; without it, to none.
        """
        known = identities or Identities.load()
        kept = list(texts)
        for record, _ in kept:
            known.learn(record)
        return cls(tuple((known.rename(record), is_new) for record, is_new in kept), known)

    @property
    def records(self) -> list[Record]:
        """The records of the newest versions, in the order in which they were added."""
        return [record for record, is_new in self.texts if is_new]

    def stories(self, tables: Tables | None = None) -> Stories:
        """What the articles report in common."""
        found = Stories.load(tables)
        for record, is_new in self.texts:
            found.add(record, is_shown=is_new)
        return found

    def people(self) -> list[Identity]:
        """The persons and bodies of the newest versions, those in most articles first."""
        shown = {record.article.id for record, is_new in self.texts if is_new}
        found = [
            replace(one, articles=[article for article in one.articles if article in shown])
            for one in self.identities.by_id.values()
        ]
        kept = [one for one in found if one.articles]
        return sorted(kept, key=lambda one: (-len(one.articles), one.id))

    def known_as(self, reference: str) -> str:
        """The id that holds for an id that was saved; anything else as it is."""
        if "/" not in reference:
            return reference
        found = self.identities.find(reference)
        return found.id if found is not None else reference
