"""The clause a trigger stands in: its verb, its subject, its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBS = frozenset({"VERB", "AUX"})
_CARRIED = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "prep", "ccomp"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_RELATIVE = frozenset({"that", "which", "who", "whom"})


def verb_of(token: Token) -> Token:
    """The verb that governs ``token``, or its own where it is one."""
    while token.pos_ not in _VERBS and token.head != token:
        token = token.head
    return token


def subject_of(verb: Token) -> tuple[Token | None, bool]:
    """The subject of a verb, and whether it is of a passive.

    It is looked for on the verb itself, then where the verb takes it from: a conjoined verb,
    the verb it is an infinitive or participle of, or the noun that a relative clause hangs on.
    """
    current = verb
    for _ in range(5):
        for child in current.children:
            if child.dep_ in _SUBJECTS:
                passive = child.dep_ == "nsubjpass"
                if child.lower_ in _RELATIVE and current.dep_ == "relcl":
                    return current.head, passive
                return child, passive
        if current.dep_ == "acl":
            return current.head, current.tag_ == "VBN"
        if current.dep_ == "xcomp":
            for child in current.head.children:  # "urged Ostland to withdraw"
                if child.dep_ == "dobj" and child.i < current.i:
                    return child, False
        if current.dep_ in _CARRIED and current.dep_ != "ccomp":
            current = verb_of(current.head) if current.dep_ == "prep" else current.head
            if current.pos_ not in _VERBS:
                current = verb_of(current)
            continue
        return None, False
    return None, False


def objects_of(token: Token, where: tuple[str, ...]) -> Iterator[Token]:
    """What stands after ``token`` in the places named: ``obj`` or prepositions."""
    for child in token.children:
        if child.dep_ == "dobj" and "obj" in where:
            yield child
        elif child.dep_ == "dative" and ("dative" in where or "to" in where):
            yield from [c for c in child.children if c.dep_ == "pobj"] or [child]
        elif child.dep_ in ("prep", "agent") and child.lower_ in where:
            yield from (c for c in child.children if c.dep_ == "pobj")


def agents_of(token: Token) -> Iterator[Token]:
    """Who acts in a passive: "by Ostland"."""
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from (c for c in child.children if c.dep_ == "pobj")


def words_of(reading: Reading, token: Token) -> Span:
    """The clause of a trigger, without the clauses that hang on it by a colon or a quote."""
    verb = verb_of(token)
    if verb.pos_ not in _VERBS or verb.sent != token.sent:
        inner = list(token.subtree)
    elif verb.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "xcomp", "pcomp"):
        inner = [t for t in _own(verb) if t.sent == token.sent]
    else:
        inner = list(verb.subtree)
    offsets = [t.idx for t in inner if not t.is_space] + [token.idx]
    ends = [t.idx + len(t) for t in inner if not t.is_space] + [token.idx + len(token)]
    text = reading.article.text
    start, end = min(offsets), max(ends)
    while end > start + 1 and text[end - 1] in ",;: –—-" and end > token.idx + len(token):
        end -= 1
    while start < end - 1 and text[start] in ",;:–—- " and start < token.idx:
        start += 1
    return reading.span(start, end)


def _own(verb: Token) -> Iterator[Token]:
    """The words of a clause, conjoined and adverbial clauses left out."""
    yield verb
    for child in verb.children:
        if child.dep_ in ("conj", "advcl", "parataxis", "cc") and child.i > verb.i:
            continue
        yield from child.subtree
