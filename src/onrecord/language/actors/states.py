"""States by common noun, and whose country a phrase does not give.

"The West African country" is the state named last that lies there, not the one named last;
"a close ally of Azerbaijan" is not of Azerbaijan, and two countries' ministers are of neither.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entities, Entity
from onrecord.language.actors.noun_phrases import NounPhrase
from onrecord.language.actors.phrases import Coding
from onrecord.language.actors.words import PLURAL_TAGS, singular

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.language.actors.national import Near
    from onrecord.vocabulary.actors import ActorTables

_STATES = frozenset({"country", "nation", "state", "republic", "kingdom", "emirate", "sultanate"})
_FORMS = frozenset({"republic", "kingdom", "emirate", "sultanate"})
_PLAIN = frozenset({"country", "nation"})
_OTHERS = frozenset(
    "ally neighbour neighbor rival enemy foe adversary opponent critic partner backer patron "
    "sponsor friend creditor victim".split()
)
_TO_TALKS = frozenset(
    "two both three other all warring opposing rival conflicting either third negotiating".split()
)


@dataclass
class States:
    """Tells the states that the common nouns of one article mean."""

    doc: Doc
    entities: Entities
    tables: ActorTables
    near: Near
    home: str | None

    def meant(self, phrase: NounPhrase, head: Token) -> Entity | None:
        """The state that "the country", "the Gulf state", "the kingdom" is."""
        noun = singular(head.text)
        if head.tag_ not in ("NN", "NNP") or noun not in _STATES:
            return None
        if any(child.dep_ == "poss" for child in head.children):
            return None
        named = {c for at in range(phrase.first, phrase.last) if (c := self.near.names.get(at))}
        if len(named) == 1 and noun in _FORMS:  # "the Niger Republic", "the Republic of Niger"
            return self._state(named.pop(), head)
        among = self._among(phrase, head)
        if among is None and noun not in _PLAIN:
            return None
        country = self.near.last(head.i, among)
        if country is None and among is None:
            country = self.home
        return self._state(country, head) if country is not None else None

    def _state(self, country: str, head: Token) -> Entity | None:
        state = self.tables.states.get(country)
        if state is None:
            return None
        entity = Entity(
            f"state/{state.country}", state.names[0], "state", state.country, denotes="body"
        )
        entity = self.entities.get(entity)
        entity.because("epithet", f"{head.text!r} means {state.names[0]}")
        return entity

    def says_which(self, phrase: NounPhrase, head: Token) -> bool:
        """Whether the words tell which states can be meant: "the Gulf state"."""
        return singular(head.text) in _STATES and self._among(phrase, head) is not None

    def _among(self, phrase: NounPhrase, head: Token) -> frozenset[str] | None:
        """The countries that the words before the noun, or the noun itself, can mean."""
        among: frozenset[str] | None = None
        words = [t.text for t in self.doc[phrase.first : phrase.head]]
        keys = [
            " ".join(words[n:m]) for n in range(len(words)) for m in range(n + 1, len(words) + 1)
        ]
        for key in (*keys, singular(head.text)):
            found = self.tables.epithets.get(key.lower())
            if found is not None:
                among = found if among is None else among & found
        return among

    def told(self, coding: Coding, phrase: NounPhrase, head: Token) -> Coding:
        """The coding without the country, or the sector, that the words do not give."""
        noun = singular(head.text)
        if noun == "party" and coding.sector == "PTY" and self._to_talks(phrase, head):
            coding = replace(coding, sector=None)
        if coding.country is None:
            return coding
        if noun in _OTHERS and self._of_a_state(phrase):
            return replace(coding, country=None)
        if head.tag_ in PLURAL_TAGS and len(self._joined(phrase)) > 1:
            return replace(coding, country=None)
        return coding

    def _to_talks(self, phrase: NounPhrase, head: Token) -> bool:
        words = {t.lower_ for t in self.doc[phrase.first : phrase.head]}
        of_talks = any(c.dep_ == "prep" and c.lower_ == "to" for c in head.children)
        return bool(words & _TO_TALKS) or of_talks

    def _of_a_state(self, phrase: NounPhrase) -> bool:
        """Whether a state's name stands in the phrase ("U.S. ally"), not its adjective."""
        return any(at in self.near.names for at in range(phrase.first, phrase.last))

    def _joined(self, phrase: NounPhrase) -> set[str]:
        """ "the Azerbaijani and Armenian ministers", "the leaders of Turkey and Russia"."""
        found: set[str] = set()
        first = phrase.first
        while first > 1 and self.doc[first - 1].text in ("and", ","):
            first -= 2
        words = self.doc[first : phrase.last]
        if not any(t.lower_ == "and" for t in words):
            return found
        for token in words:
            country = self.near.names.get(token.i) or self.tables.adjectives.get(token.text)
            if country is not None and self._is_joined(token):
                found.add(country)
        return found

    def _is_joined(self, token: Token) -> bool:
        beside = {t.lower_ for t in self.doc[max(0, token.i - 2) : token.i + 3]}
        return "and" in beside or token.dep_ == "conj"
