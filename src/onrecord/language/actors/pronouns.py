"""Pronouns: who "he", "she", "they", "it" are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.naming import Named

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.quotations import Quotation

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m",
           "she": "f", "her": "f", "hers": "f", "herself": "f"}
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_NEUTER = frozenset({"it", "its", "itself"})
_WINDOW = 4


class Pronouns:
    """Resolves the pronouns of one article."""

    def __init__(self, doc: Doc, entities: Entities, quotations: Sequence[Quotation]) -> None:
        self.doc = doc
        self.entities = entities
        self.quotations = quotations
        self.sentence_of = {}
        for number, sentence in enumerate(doc.sents):
            for token in sentence:
                self.sentence_of[token.i] = number

    def resolve(self, pronouns: list[Named]) -> None:
        """Give each pronoun the best actor before it, in order of the text."""
        for named in sorted(pronouns, key=lambda n: n.phrase.head):
            token = self.doc[named.phrase.head]
            best = self._best(token)
            if best is not None:
                self.entities.mention(
                    best, Naming(token.idx, token.idx + len(token), token.i, "pronoun")
                )
                if token.lower_ in _GENDER and not best.gender:
                    best.gender = _GENDER[token.lower_]

    def _best(self, pronoun: Token) -> Entity | None:
        best: tuple[float, Entity] | None = None
        for head, entity in list(self.entities.of_head.items()):
            candidate = self.doc[head]
            score = self._score(pronoun, candidate, entity)
            if score is not None and (best is None or score > best[0]):
                best = (score, entity)
        return best[1] if best else None

    def _score(self, pronoun: Token, candidate: Token, entity: Entity) -> float | None:
        word = pronoun.lower_
        distance = self.sentence_of[pronoun.i] - self.sentence_of[candidate.i]
        if candidate.i > pronoun.i or distance > _WINDOW:
            return None
        if word in _GENDER:
            if entity.kind != "person" and entity.denotes != "one":
                return None
            if entity.gender and entity.gender != _GENDER[word]:
                return None
        elif word in _PLURAL:
            if not entity.plural and entity.kind not in ("population", "organisation"):
                return None
        elif word in _NEUTER:
            if entity.kind == "person" or entity.plural or pronoun.dep_ not in ("nsubj", "poss"):
                return None
            if entity.kind == "unnamed":
                return None
        else:
            return None
        score = -1.0 * distance
        if candidate.dep_ == "nsubj":
            score += 1.0
        elif candidate.dep_ in ("dobj", "pobj"):
            score += 0.2
        if candidate.dep_ == pronoun.dep_:
            score += 0.4
        if candidate.head == pronoun.head and pronoun.dep_ != "poss":
            score -= 2.0
        return score - (pronoun.i - candidate.i) * 0.005
