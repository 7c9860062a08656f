"""Metonymy: does "Moscow" here stand for a government, or is it a place?

A name of a country, a capital or a seat of power stands for a government where it speaks,
decides, is addressed or is dealt with ("Moscow rejected the offer", "talks between Moscow and
Kyiv", "Washington's decision"); it is a place where one is, goes, or where something lies
("flew to Moscow", "Moscow's suburbs"). The reading is taken from the word that governs the
name in the parse; the words are in ``vocabulary/data/metonym_cues.csv``. The distinction is
that of Markert and Nissim (SemEval-2007 task 8): literal, and place-for-people.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.vocabulary.metonym_cues import MetonymCues, load_metonym_cues

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.vocabulary.tables import Tables

_SUBJECTS = frozenset({"nsubj", "csubj"})
_PASSIVE_SUBJECTS = frozenset({"nsubjpass", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj", "dative", "iobj"})
_COPULAS = frozenset({"be", "become", "remain", "seem", "appear", "look", "feel", "stay"})
_SOUGHT = frozenset({"for", "into", "to"})  # "looks for a signature": only an actor does
_LONGEST_CHAIN = 12  # conjuncts followed at most: "Moscow, Kyiv, Minsk, … and Warsaw"


@dataclass(frozen=True)
class Metonymy:
    """Tells governments from places; built once from the tables."""

    cues: MetonymCues

    @classmethod
    def load(cls, tables: Tables) -> Metonymy:
        """Read the cue table.

        Raises:
            VocabularyError: the table is wrong.
        """
        return cls(cues=load_metonym_cues(tables))

    def stands_for_government(self, token: Token) -> bool:
        """Whether the place name whose head is ``token`` stands for a government here.

        ``token`` is the syntactic head of the name ("Kong" of "Hong Kong"). The answer is
        about the position only: the caller knows whether the name is one that can stand for
        a government (a country, a capital, a seat of power). Where nothing tells, False.
        """
        if self.is_joined_agent(token):
            return True
        token = _first_conjunct(token)
        relation = token.dep_
        head = token.head
        if relation in _SUBJECTS:
            return self._subject(head)
        if relation in _PASSIVE_SUBJECTS:
            return self.cues.sense("passive", head.lemma_.lower()) == "government"
        if relation in _OBJECTS:
            return self.cues.sense("object", head.lemma_.lower()) == "government"
        if relation == "poss":
            return self.cues.sense("owner", head.lemma_.lower()) != "place"
        if relation in ("compound", "nmod", "amod") and head.i > token.i:
            return self.cues.sense("compound", head.lemma_.lower()) == "government"
        if relation in ("agent", "pobj"):
            return self._after_preposition(token)
        return False

    def owns_place(self, token: Token) -> bool:
        """ "Kazakhstan's capital", "Russia's border": what is owned is a piece of the land."""
        return self.cues.sense("owner", token.head.lemma_.lower()) == "place"

    def is_town(self, token: Token) -> bool:
        """ "Ankara's riot police", "Kyiv's mayor": what a town has, not the government in it."""
        if token.dep_ not in ("poss", "compound", "nmod"):
            return False
        return self.cues.sense("townowner", token.head.lemma_.lower()) == "place"

    def is_joined_agent(self, token: Token) -> bool:
        """Whether a hyphen and a participle make the name an agent: "Moscow-backed"."""
        if token.i + 2 >= len(token.doc) or token.nbor(1).text not in ("-", "‑", "–"):
            return False
        return self.cues.sense("joined", token.nbor(2).lower_) == "government"

    def _subject(self, verb: Token) -> bool:
        lemma = verb.lemma_.lower()
        if lemma == "look" and any(c.lower_ in _SOUGHT for c in verb.children if c.dep_ == "prep"):
            return True
        if lemma in _COPULAS or verb.pos_ == "AUX":
            return any(
                self.cues.sense("attribute", child.lemma_.lower()) == "government"
                for child in verb.children
                if child.dep_ in ("acomp", "attr", "xcomp", "ccomp", "prep", "oprd")
                or child.pos_ == "ADJ"
            )
        if verb.pos_ not in ("VERB", "AUX"):
            return self.cues.sense("attribute", lemma) == "government"
        if self.cues.sense("subject", lemma) == "place":
            return lemma == "have" and _has_auxiliary_complement(verb)
        return True

    def _after_preposition(self, token: Token) -> bool:
        preposition = token.head
        word = preposition.lemma_.lower()
        relation = f"preposition/{word}"
        if relation not in self.cues.senses:
            return False
        governor = preposition.head
        if word == "to" and governor.lower_ == "according":
            return True
        if word == "to" and governor.pos_ == "VERB" and self._moves_people(governor):
            return False
        if self.cues.sense(relation, governor.lemma_.lower()) == "government":
            return not (word == "by" and not _is_agent(preposition))
        if governor.pos_ in ("VERB", "AUX"):
            # "held talks with Moscow", parsed as "held … with Moscow"
            return any(
                self.cues.sense(relation, child.lemma_.lower()) == "government"
                for child in governor.children
                if child.dep_ in _OBJECTS or child.dep_ in _PASSIVE_SUBJECTS
            )
        return False

    def _moves_people(self, verb: Token) -> bool:
        """ "sent troops to Poland": who is sent goes to a place."""
        return any(
            self.cues.sense("moved", child.lemma_.lower()) == "place"
            for child in verb.children
            if child.dep_ in _OBJECTS or child.dep_ in _PASSIVE_SUBJECTS
        )


def _first_conjunct(token: Token) -> Token:
    """The first of "Moscow, Kyiv and Minsk", whose position they all share."""
    for _ in range(_LONGEST_CHAIN):
        if token.dep_ not in ("conj", "appos") or token.head.pos_ not in ("PROPN", "NOUN"):
            break
        if token.dep_ == "appos" and token.head.pos_ != "PROPN":
            break
        token = token.head
    return token


def _has_auxiliary_complement(verb: Token) -> bool:
    """ "Moscow has to decide": an obligation, which only actors have."""
    return any(child.dep_ == "xcomp" for child in verb.children)


def _is_agent(preposition: Token) -> bool:
    """Whether "by" names who did it: after a passive or a noun of doing, not after "pass"."""
    governor = preposition.head
    if preposition.dep_ == "agent":
        return True
    return governor.pos_ == "NOUN"
