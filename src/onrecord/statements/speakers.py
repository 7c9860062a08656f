"""Who can speak: which words may be the source of a statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.grammar import antecedent, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_PEOPLE = frozenset(
    "i you he she we they who everyone everybody someone somebody anyone those others "
    "many some most few all both one".split()
)
_NOBODY = frozenset({"nobody", "none", "no-one"})
_THINGS = frozenset({"it", "this", "that", "which", "what", "these", "there", "nothing"})
_SPEAKERS = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOT_SPEAKERS = frozenset(
    {"DATE", "TIME", "MONEY", "PERCENT", "QUANTITY", "ORDINAL", "LAW", "WORK_OF_ART", "PRODUCT"}
)


def is_party(reading: Reading, cues: Cues, token: Token) -> bool:
    """Whether ``token`` heads a noun phrase for people, a state or a body that can speak."""
    token = antecedent(token)
    if token.lower_ in _NOBODY:
        return False
    if reading.mention_headed_by(token) is not None:
        return True
    word = token.lower_
    if word in _PEOPLE:
        return True
    if word in _THINGS:
        return reading.actor_at(token) is not None
    if token.ent_type_ in _SPEAKERS and token.text[:1].isupper():
        return True
    if token.pos_ == "PROPN":
        return token.ent_type_ not in _NOT_SPEAKERS or actor_named(reading, token) is not None
    return lemma(token) in cues.speakers or reading.actor_at(token) is not None


def actor_of(reading: Reading, token: Token) -> str | None:
    """The actor that ``token`` stands for: by its mention, else by its name alone."""
    return reading.actor_at(token) or actor_named(reading, token)


def actor_named(reading: Reading, token: Token) -> str | None:
    """The one actor that goes by this very word, where no mention was found in its place."""
    is_name = token.text[:1].isupper() and not (token.is_sent_start and token.pos_ == "PRON")
    if not is_name and token.ent_type_ not in _SPEAKERS:
        return None
    name = token.text
    found = [a.id for a in reading.actors if name in (a.name, *a.aliases)]
    return found[0] if len(found) == 1 else None


def counted_noun(token: Token) -> Token:
    """The noun of "two of the sources" or "many of its allies"; any other token itself."""
    if token.pos_ in ("NUM", "ADJ", "DET", "PRON") or token.lower_ in _PEOPLE:
        for of in token.children:
            if of.dep_ == "prep" and of.lower_ == "of":
                for noun in of.children:
                    if noun.dep_ == "pobj":
                        return noun
    return token


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
