"""The circumstances of a statement: to whom, by what way and when it was said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import When
from onrecord.statements.attribution import Attribution, shared
from onrecord.statements.grammar import children, lemma, subtree

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_ADVERBIALS = frozenset({"prep", "npadvmod", "advmod", "advcl", "dobj", "dative", "ccomp", "agent"})
_SPEAKS = frozenset("speak talk write post appear testify text phone call".split())
_TALKS = frozenset({"interview", "call", "conversation", "letter", "message", "chat", "talk"})


def addressee_of(reading: Reading, attribution: Attribution) -> str | None:
    """The actor who was told, or None; nobody is told by himself."""
    told = _told(reading, attribution)
    source = attribution.source_token
    return told if source is None or told != reading.actor_at(reading.doc[source]) else None


def _told(reading: Reading, attribution: Attribution) -> str | None:
    if attribution.addressee_token is not None:
        return reading.actor_at(reading.doc[attribution.addressee_token])
    for preposition in _adverbials(reading, attribution):
        if preposition.lower_ not in ("in", "during", "on"):
            continue
        for noun in children(preposition, "pobj"):
            if lemma(noun) not in _TALKS:
                continue
            for link in children(noun, "prep"):
                if link.lower_ in ("with", "to"):
                    for other in children(link, "pobj"):
                        return reading.actor_at(other)
    return None


def channel_of(reading: Reading, cues: Cues, attribution: Attribution) -> str | None:
    """By what way it was said: "on Telegram", "in a telephone interview"; or None."""
    for preposition in _adverbials(reading, attribution):
        nouns = cues.channels.get(preposition.lower_)
        if nouns is None:
            continue
        for noun in children(preposition, "pobj"):
            if noun.lower_.rstrip(".") in nouns or lemma(noun) in nouns:
                return _phrase(reading, preposition, noun)
    if attribution.addressee_token is not None:  # "told a news conference"
        told = reading.doc[attribution.addressee_token]
        if (
            told.dep_ == "dobj"
            and told.pos_ == "NOUN"
            and told.lower_ in cues.channels.get("at", ())
        ):
            first = min(i for i in subtree(told) if i <= told.i)
            return reading.article.text[reading.doc[first].idx : told.idx + len(told)]
    return None


def _phrase(reading: Reading, preposition: Token, noun: Token) -> str:
    first = next((i for i in sorted(subtree(noun)) if i > preposition.i), noun.i)
    start = reading.doc[first].idx
    words = reading.article.text[start : noun.idx + len(noun)]
    for child in children(noun, "prep"):  # "in a post on X"
        if child.lower_ == "on" and child.i == noun.i + 1:
            for site in children(child, "pobj"):
                words = reading.article.text[start : site.idx + len(site)]
    return f"{preposition.lower_} {' '.join(words.split()).rstrip('.')}"


def said_when(reading: Reading, attribution: Attribution) -> When | None:
    """When it was said, by a time expression in the clause of the cue; or None."""
    if attribution.cue_token is None:
        return None
    verb = reading.doc[attribution.cue_token]
    own = _own_stretch(reading, verb, attribution)
    for time in reading.times:
        if time.type not in ("DATE", "TIME") or time.since is None:
            continue
        if not any(start <= time.start and time.end <= end for start, end in own):
            continue
        if _is_of_clause(reading, time.start, time.end, verb):
            return When(since=time.since, until=time.until, text=time.text)
    return None


def _is_of_clause(reading: Reading, start: int, end: int, verb: Token) -> bool:
    """Whether a time stands in the clause of the cue: not in one that hangs on it."""
    token = reading.tokens(start, end).root
    clauses = {verb.i}
    if verb.dep_ == "conj":
        clauses.add(verb.head.i)
    while token.head != token:
        token = token.head
        if token.i in clauses:
            return True
        if token.pos_ in ("VERB", "AUX") and not (
            token.tag_ == "VBG" and lemma(token) in _SPEAKS and token.head.i in clauses
        ):
            return False
    return False


def _own_stretch(reading: Reading, verb: Token, attribution: Attribution) -> list[tuple[int, int]]:
    """Stretches of the clause that are neither source nor content."""
    found = []
    for child in _governed(verb):
        if child.dep_ not in _ADVERBIALS and child.ent_type_ not in ("DATE", "TIME"):
            continue
        indices = subtree(child)
        first, last = reading.doc[min(indices)], reading.doc[max(indices)]
        stretch = (first.idx, last.idx + len(last))
        other = (*attribution.content, *attribution.source)
        if not shared((stretch,), other):
            found.append(stretch)
    return found


def _governed(verb: Token) -> list[Token]:
    """What hangs on the verb, and what stands before the verb it is joined to.

    "In a post on X, Vash denied it and warned Sarelle": the post holds for both.
    """
    found = list(verb.children)
    if verb.dep_ == "conj":
        found += [c for c in verb.head.children if c.i < verb.head.i and c.dep_ != "conj"]
    return found


def _adverbials(reading: Reading, attribution: Attribution) -> list[Token]:
    """The prepositions of the cue's clause that lie outside source and content."""
    if attribution.cue_token is None:
        return []
    verb = reading.doc[attribution.cue_token]
    found = []
    speaking = children(verb, "advcl", "acl")
    if attribution.source_token is not None:
        speaking += children(reading.doc[attribution.source_token], "acl")
    for clause in speaking:  # "speaking by telephone, she said"
        if clause.tag_ == "VBG" and lemma(clause) in _SPEAKS:
            found.extend(children(clause, "prep"))
    for child in _governed(verb):
        if child.dep_ in ("prep", "dative", "agent"):
            found.append(child)
            found.extend(
                inner for noun in children(child, "pobj") for inner in children(noun, "prep")
            )
        elif child.dep_ in ("dobj", "npadvmod"):
            found.extend(children(child, "prep"))
    content = attribution.content
    return [
        p
        for p in found
        if not shared(((p.idx, p.idx + len(p)),), content)
        and (p.head.tag_ == "VBG" or not shared(((p.idx, p.idx + len(p)),), attribution.source))
    ]
