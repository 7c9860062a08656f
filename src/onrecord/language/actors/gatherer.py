"""What those share who gather the actors of one article that are not persons."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.naming import Named
from onrecord.language.actors.people import People
from onrecord.language.actors.phrases import PhraseCoder
from onrecord.language.metonymy import Metonymy
from onrecord.record import Article

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Spellings of which one is kept in ids.
BODY_WORDS = {"defense": "defence", "organization": "organisation", "labor": "labour"}


@dataclass
class Gatherer:
    """One article, what is known of actors, and where those found are kept."""

    article: Article
    doc: Doc
    coder: PhraseCoder
    metonymy: Metonymy
    entities: Entities
    people: People

    def adjective(self, country: str | None) -> str | None:
        """ "RUS" -> "Russian": the first demonym of the table."""
        return self.coder.demonyms.get(country) if country is not None else None

    def mention(
        self, entity: Entity, named: Named, form: str = "name", first: int | None = None
    ) -> None:
        doc, phrase = self.doc, named.phrase
        start = doc[phrase.first if first is None else first]
        if start.lower_ in ("a", "an") and doc[phrase.head].tag_ == "NNS" and form == "nominal":
            start = doc[min(start.i + 1, phrase.head)]  # "a leaders' summit"
        end = named.name[1] if named.name is not None else phrase.head + 1
        last = doc[phrase.last - 1] if form == "nominal" else doc[end - 1]
        naming = Naming(start.idx, last.idx + len(last), phrase.head, form)
        self.entities.mention(entity, naming)
        if form == "name":
            entity.aliases.append(self.article.text[naming.start : naming.end])
