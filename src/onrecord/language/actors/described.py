"""Whom a common noun describes: "Ann Hale, the union's leader", "news outlet The Bell"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import STATE_KINDS, Coding
from onrecord.language.actors.entities import BODY_KINDS, Entities, Entity
from onrecord.language.actors.lexicon import Lexicon
from onrecord.language.actors.naming import Named
from onrecord.language.actors.words import PLURAL_TAGS
from onrecord.record import slug
from onrecord.vocabulary.actors import Known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

SERVES = frozenset({"serve", "act", "work", "double"})
_KINDS = frozenset(
    "party group movement militia rebels guerrillas militants insurgents jihadists "
    "agency coalition faction organisation organization gang cartel network company".split()
)
_OUTLETS = frozenset(
    {"newspaper", "daily", "broadcaster", "magazine", "website", "weekly", "television", "radio"}
)
_WITH_NAME = _KINDS | _OUTLETS
_ONE = frozenset({"one", "people"})


@dataclass
class Described:
    """Finds the named actor of one article that a common noun stands beside.

    Attributes:
        doc: the parse.
        entities: the actors by name.
        lexicon: the known names.
        known_at: token index -> whom the known name there means in this article.
        parts: words of quantity.
    """

    doc: Doc
    entities: Entities
    lexicon: Lexicon
    known_at: Mapping[int, Known]
    parts: frozenset[str]

    def whom(self, head: Token, coding: Coding) -> Entity | None:
        """The actor whom the noun describes: apposition, copula, "identified as"."""
        entity = self._beside(head) or self._name_behind(head)
        return entity if entity is not None and fits(entity, head, coding) else None

    def _beside(self, head: Token) -> Entity | None:
        at = head.head if head.dep_ == "conj" and head.head.dep_ in ("appos", "attr") else head
        if at.dep_ == "appos" and at.head.i in self.entities.of_head:
            return self._named(at.head)
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return self._named(child)
            if child.dep_ == "relcl" and child.lemma_ in ("identify", "name", "know"):
                for token in child.subtree:
                    if token.dep_ == "pobj" and token.head.lower_ == "as":
                        return self._named(token)
        if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.lemma_ in SERVES:
            return self._subject(head.head.head)
        if at.dep_ == "attr" and at.head.lemma_ == "be":
            return self._subject(at.head)
        return None

    def _subject(self, verb: Token) -> Entity | None:
        """Who is something: the name before the verb, or before its relative pronoun."""
        for child in verb.children:
            if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP"):
                return self._named(verb.head)
            if child.dep_ == "nsubj" and child.pos_ == "PROPN":
                return self._named(child)
        return None

    def _name_behind(self, head: Token) -> Entity | None:
        """ "news outlet The Bell": the name that follows without a comma."""
        for token in self.doc[head.i + 1 : head.i + 6]:
            if not (token.text[:1].isupper() or token.text in ("-", "’", "'")):
                return None
            if token.i in self.entities.of_head:
                return self._named(token)
        return None

    def _named(self, token: Token) -> Entity | None:
        entity = self.entities.of_head.get(token.i)
        return entity if entity is not None and entity.kind != "unnamed" else None

    def body_before(self, named: Named, head: Token) -> Entity | None:
        """ "the Democratic Centre party", "ELN rebels": the body named right before its kind."""
        if head.lower_ not in _WITH_NAME or head.i == named.phrase.first:
            return None
        words = self.doc[named.phrase.first : head.i]
        if any(t.like_num or t.lower_ in self.parts for t in words):
            return None
        for size in range(min(6, len(words)), 0, -1):
            known = self.known_at.get(head.i - 1) or self.lexicon.exact(words[-size:].text)
            if known is not None and known.kind not in STATE_KINDS:
                made = Entity(
                    known.id, known.name, known.kind, known.country, known.sector, denotes="body"
                )
                made.because("name", f"{known.name} in {known.table}.csv")
                return self.entities.get(made)
        first = head.i
        while first > named.phrase.first and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        if first == head.i:
            return None
        name = self.doc[first : head.i].text
        if head.lower_ in _OUTLETS:
            made = Entity(f"media/{slug(name)}", name, "media", None, "JRN", denotes="body")
            return self.entities.get(made)
        return self._of_that_name(name, head.lower_)

    def _of_that_name(self, name: str, kind: str) -> Entity | None:
        """ "the SDS party", where the article names "the SDS Party" or "SDS"."""
        wanted = {slug(name), slug(f"{name} {kind}")}
        for entity in self.entities:
            if entity.kind in BODY_KINDS and wanted & {slug(one) for one in entity.aliases}:
                return entity
        return None


def fits(entity: Entity, head: Token, coding: Coding) -> bool:
    """Whether the noun can be said of ``entity``: "the two delegations" of no minister."""
    if entity.kind != "person":
        return head.tag_ not in PLURAL_TAGS or entity.plural or entity.kind in BODY_KINDS
    if head.tag_ in PLURAL_TAGS:
        return False
    return coding.title is not None or coding.denotes is None or coding.denotes in _ONE
