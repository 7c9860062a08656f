"""Who can speak: which words may be the source of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.grammar import antecedent, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_PEOPLE = frozenset(
    "i you he she we they who everyone everybody someone somebody anyone nobody those others "
    "many some most few all both one".split()
)
_THINGS = frozenset({"it", "this", "that", "which", "what", "these", "there", "nothing"})
_NOT_SPEAKERS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART", "PRODUCT"}
)


def is_party(reading: Reading, cues: Cues, token: Token) -> bool:
    """Whether ``token`` heads a noun phrase for people, a state or a body that can speak."""
    token = antecedent(token)
    if reading.mention_headed_by(token) is not None:
        return True
    word = token.lower_
    if word in _PEOPLE:
        return True
    if word in _THINGS:
        return reading.actor_at(token) is not None
    if token.pos_ == "PROPN":
        return token.ent_type_ not in _NOT_SPEAKERS
    return lemma(token) in cues.speakers or reading.actor_at(token) is not None


def is_document(cues: Cues, token: Token) -> bool:
    """Whether ``token`` heads a noun phrase for a document, a poll or the like."""
    return lemma(antecedent(token)) in cues.documents


def may_say(reading: Reading, cues: Cues, token: Token) -> bool:
    """Whether ``token`` may be the source of a cue that is not for people alone."""
    token = antecedent(token)
    if is_party(reading, cues, token) or is_document(cues, token):
        return True
    if token.lower_ in ("this", "that", "these", "which", "what", "there", "nothing"):
        return False
    return token.pos_ in ("NOUN", "PROPN", "PRON", "NUM", "ADJ")
