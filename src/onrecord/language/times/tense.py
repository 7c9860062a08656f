"""Which way a time expression looks: back or forward, by the verb that governs it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from spacy.tokens import Token

Direction = Literal["past", "future"]

Cues = Mapping[str, frozenset[str]]

_FUTURE_MODALS = frozenset(("will", "wo", "'ll", "’ll", "shall"))
_MODALS_AHEAD = frozenset(("may", "might", "must", "should", "can", "could", "would", "ca"))
_INSIDE_A_PHRASE = frozenset(
    ("compound", "nummod", "nmod", "amod", "poss", "pobj", "prep", "appos", "npadvmod")
)
_VERB_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD")


def direction(token: Token, cues: Cues) -> Direction | None:
    """Where the time expression headed by ``token`` lies, seen from the day of writing.

    The nearest governing verb decides: its auxiliaries, and for an infinitive the verb above
    it. None where the sentence does not say.

    Args:
        token: the head of the expression, or a word of it.
        cues: the words of ``times_cues.csv`` by kind.
    """
    preposition = preposition_of(token)
    if _is_of(token, cues["done"], nearest=True) or _follows(token, cues["done"]):
        return "past"
    if _is_of(token, cues["ahead_noun"]):
        return "future"
    if preposition in cues["ahead_word"]:
        return None if preposition in ("until", "till") and _had_until(token) else "future"
    if preposition in cues["back_word"]:
        return "past"
    verb = _governor(token, cues)
    if verb is None and _is_untagged_present(token, cues):
        return "future"
    if _is_of(token, cues["deadline"]) or _is_behind_a_deadline(token, verb, cues):
        return "past" if verb is not None and verb.lemma_ in cues["let_pass"] else "future"
    if verb is None:
        return None
    if preposition == "for" and verb.lemma_ in cues["ahead"]:
        return "past" if _is_given_up(verb, cues) else "future"
    if preposition == "to" and verb.lemma_ in cues["put_off"]:
        return "future"
    found = _of_verb(verb, 0, cues)
    if preposition in ("by", "before") and found is None:
        return "future"
    return found


def preposition_of(token: Token) -> str | None:
    head = token
    for _ in range(4):
        if head.dep_ in ("pobj", "pcomp") and head.head.tag_ in ("IN", "TO", "RB", "VBG"):
            preposition = head.head
            if preposition.lower_ == "of" and preposition.head.lower_ == "ahead":
                return "ahead"
            return preposition.lower_
        if head.tag_[:2] in ("VB", "MD") or head.head.i == head.i:
            return None
        if head.dep_ not in ("compound", "nummod", "nmod", "amod", "appos", "npadvmod", "poss"):
            return None
        head = head.head
    return None


def _is_of(token: Token, nouns: frozenset[str], *, nearest: bool = False) -> bool:
    """Whether the expression stands in a phrase headed by one of ``nouns``.

    With ``nearest`` only the noun right above it counts.
    """
    head = token
    for _ in range(5):
        if head.i == head.head.i or head.dep_ not in _INSIDE_A_PHRASE:
            return False
        head = head.head
        if head.lemma_.lower() in nouns:
            return True
        if nearest and head.tag_.startswith("NN"):
            return False
    return False


def _follows(token: Token, nouns: frozenset[str]) -> bool:
    """Whether "in June" stands right behind one of ``nouns``, whatever the parse ties it to."""
    head = token
    while head.dep_ in _INSIDE_A_PHRASE and head.dep_ != "prep" and head.i != head.head.i:
        head = head.head
    if head.dep_ != "prep" or head.lower_ not in ("in", "on") or head.i == 0:
        return False
    before = head.nbor(-1)
    return before.pos_ == "NOUN" and before.lemma_.lower() in nouns


def _is_untagged_present(token: Token, cues: Cues) -> bool:
    """Whether the clause has for its verb a word that the tagger took for none.

    "Polls open on Sunday", with "open" for an adjective: a plural noun, then a form that a verb
    has in the present, and no verb besides.
    """
    sentence = token.sent
    if any(word.pos_ in ("VERB", "AUX") for word in sentence):
        return False
    return any(
        word.lower_ in cues["present"]
        and word.i > sentence.start
        and word.nbor(-1).tag_ in ("NNS", "NNPS", "NNP", "CD")
        and word.i < token.i
        for word in sentence
    )


def _is_behind_a_deadline(token: Token, verb: Token | None, cues: Cues) -> bool:
    """Whether the verb's object, before the expression, is a deadline: "set a deadline of ..."."""
    if verb is None:
        return False
    return any(
        child.dep_ in ("dobj", "nsubjpass")
        and child.lemma_.lower() in cues["deadline"]
        and child.i < token.i
        for child in verb.children
    )


def _is_given_up(verb: Token, cues: Cues) -> bool:
    """Whether a plan told by a participle is over: "set for Friday, passed", "originally set"."""
    if any(c.dep_ == "advmod" and c.lower_ in cues["formerly"] for c in verb.children):
        return True
    noun = verb.head
    if verb.dep_ != "acl" or noun.lemma_.lower() not in cues["deadline"]:
        return False
    return noun.head.tag_ in ("VBD", "VBN") and noun.head.lemma_ in cues["let_pass"]


def _governor(token: Token, cues: Cues) -> Token | None:
    head = token
    for _ in range(12):
        if head.i == head.head.i:
            break
        head = head.head
        if head.pos_ in ("VERB", "AUX") and head.tag_ in _VERB_TAGS:
            return head
        if head.pos_ == "ADJ" and head.lemma_ in cues["ahead"]:
            return head
    return head if head.tag_ in _VERB_TAGS else None


def _of_verb(verb: Token, depth: int, cues: Cues) -> Direction | None:
    if depth > 6:
        return None
    if verb.pos_ == "ADJ":
        return "future"
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    if not auxiliaries and _is_condition(verb):
        above = _governor(verb, cues)
        if above is not None and _of_verb(above, depth + 1, cues) == "future":
            return "future"
    words = {c.lower_ for c in auxiliaries}
    has_have = any(c.lemma_ == "have" for c in auxiliaries)
    if words & _FUTURE_MODALS:
        return "future"
    if words & _MODALS_AHEAD:
        if has_have and "would" in words and _is_term(verb, cues):
            return "future"
        return "past" if has_have else "future"
    if has_have:
        return "past"
    if "to" in words and (verb.tag_ == "VB" or "be" in words):
        return _of_infinitive(verb, depth, cues)
    if "did" in words:
        return "past"
    if verb.tag_ == "VBD":
        return "past"
    if verb.tag_ == "VBN":
        return _of_participle(verb, auxiliaries, depth, cues)
    if verb.tag_ in ("VBP", "VBZ"):
        return _of_present(verb)
    if verb.tag_ == "VBG":
        if any(c.lemma_ == "be" and c.tag_ in ("VBP", "VBZ") for c in auxiliaries):
            return "future"
        if any(c.lemma_ == "be" and c.tag_ == "VBD" for c in auxiliaries):
            return "past"
    above = _governor(verb, cues)
    return _of_verb(above, depth + 1, cues) if above is not None and above.i != verb.i else None


def _had_until(token: Token) -> bool:
    """ "The bidder had until Monday to raise its offer", told by the writer: it may be over."""
    head = token
    for _ in range(6):
        if head.pos_ in ("VERB", "AUX") or head.i == head.head.i:
            break
        head = head.head
    return head.lower_ == "had" and head.tag_ == "VBD" and head.dep_ == "ROOT"


def _is_condition(verb: Token) -> bool:
    """ "Once signed on Tuesday, it will ...": the verb says what has to come first."""
    return verb.tag_ in ("VBN", "VBD") and any(
        c.lower_ in ("once", "if", "unless", "when") and c.i < verb.i for c in verb.children
    )


def _is_term(verb: Token, cues: Cues) -> bool:
    """ "The term would have ended on Friday": the day that was set lies ahead all the same."""
    return verb.lemma_ in cues["light"] or verb.lemma_ in cues["let_pass"]


def _of_infinitive(verb: Token, depth: int, cues: Cues) -> Direction | None:
    above = verb.head
    if above.i == verb.i:
        return "future"
    is_verb = above.pos_ in ("VERB", "AUX")
    if is_verb and verb.dep_ == "xcomp" and any(c.lower_ == "had" for c in above.children):
        return None
    if verb.dep_ == "advcl" and is_verb:
        return _of_verb(above, depth + 1, cues)
    if verb.dep_ == "xcomp" and above.lemma_ in cues["implicative"]:
        governor = above if is_verb else _governor(above, cues)
        return _of_verb(governor, depth + 1, cues) if governor is not None else None
    return "future"


def _of_participle(
    verb: Token, auxiliaries: list[Token], depth: int, cues: Cues
) -> Direction | None:
    if any(c.lower_ in ("was", "were") for c in auxiliaries):
        return "past"
    if any(c.lower_ in ("is", "are", "be", "being", "'s", "’s") for c in auxiliaries):
        is_open = verb.lemma_ in cues["ahead"] or _is_condition(verb)
        return "future" if is_open else None
    if any(c.lemma_ == "get" for c in auxiliaries):
        return "past"
    if verb.dep_ in ("acl", "amod") and verb.lemma_ in cues["ahead"] and not auxiliaries:
        return None
    above = _governor(verb, cues)
    if verb.dep_ in ("acl", "relcl"):
        return "past"
    return _of_verb(above, depth + 1, cues) if above is not None and above.i != verb.i else "past"


def _of_present(verb: Token) -> Direction | None:
    if verb.lemma_ in ("say", "report", "quote", "show", "tell"):
        return "past"
    return "future"
