"""Noun phrases of the body, each with its head and the words that belong to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.intake.layout import Block

_BEFORE = frozenset(
    "det amod compound nummod poss nmod advmod quantmod predet npadvmod neg preconj punct".split()
)
_INNER = frozenset({"compound", "nmod", "amod", "nummod", "quantmod", "flat"})
_AFTER = frozenset(
    {"of", "in", "from", "at", "for", "with", "to", "on", "near", "within", "across"}
)
_CLOSE = frozenset(
    {
        "close",
        "familiar",
        "loyal",
        "allied",
        "opposed",
        "linked",
        "hostile",
        "briefed",
        "involved",
        "present",
        "based",
        "aligned",
        "backed",
        "armed",
        "living",
        "led",
    }
)
_LONGEST = 14
_LONGEST_NAME_GAP = 1


@dataclass(frozen=True)
class NounPhrase:
    """A noun phrase by token indices.

    Attributes:
        head: the head.
        first: the first of its words, with determiner and modifiers.
        last: behind the last of its words, with restrictive modifiers, no relative clause.
        clause: behind the relative clause that follows, where one does; else ``last``.
    """

    head: int
    first: int
    last: int
    clause: int


def body_tokens(
    doc: Doc, blocks: tuple[Block, ...], credits: Sequence[tuple[int, int]] = ()
) -> list[bool]:
    """For each token of ``doc`` whether it stands in a body block and in no credit."""
    inside = [False] * len(doc)
    edges = [(b.start, b.end) for b in blocks if b.kind == "body"]
    at = 0
    for token in doc:
        while at < len(edges) and edges[at][1] <= token.idx:
            at += 1
        inside[token.i] = at < len(edges) and edges[at][0] <= token.idx
    for start, end in credits:
        words = doc.char_span(start, end, alignment_mode="expand")
        for token in words or ():
            inside[token.i] = False
    return inside


def noun_phrases(doc: Doc, inside: list[bool]) -> Iterator[NounPhrase]:
    """The noun phrases whose heads stand in the body, in order of their heads."""
    for token in doc:
        if inside[token.i] and is_head(token):
            first, last = _first(token), _last(token)
            while not inside[first]:
                first += 1
            yield NounPhrase(token.i, first, last, _clause(token, last))


def is_head(token: Token) -> bool:
    """Whether ``token`` heads a noun phrase (and is not a word inside a name)."""
    if token.is_space or token.is_punct or _is_tail(token):
        return False
    if token.pos_ in ("NOUN", "PROPN"):
        return not (token.dep_ in _INNER and token.head.i > token.i and _touches(token))
    if token.pos_ == "PRON":
        return True
    if token.pos_ in ("NUM", "ADJ", "DET"):
        return token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "agent", "conj") and (
            any(child.lower_ == "of" for child in token.children)
            or token.lower_ in ("both", "many")
        )
    return False


def _is_tail(token: Token) -> bool:
    """ "general" in "secretary-general", where the parser hangs it from "secretary"."""
    if token.i < 2 or token.head.i != token.i - 2:
        return False
    first, hyphen = token.doc[token.i - 2], token.doc[token.i - 1]
    glued = hyphen.text in ("-", "‑") and not hyphen.whitespace_ and not first.whitespace_
    return glued and first.pos_ in ("NOUN", "PROPN") and token.pos_ in ("NOUN", "ADJ")


def _touches(token: Token) -> bool:
    """Whether nothing but words of the same name or phrase stands up to the token's head."""
    between = token.doc[token.i + 1 : token.head.i]
    return all(t.text not in (",", ";", ":", "(", ")") for t in between)


def _first(token: Token) -> int:
    first = token.i
    for child in sorted(token.lefts, key=lambda t: -t.i):
        if child.dep_ not in _BEFORE or (child.dep_ == "punct" and not child.text.isalnum()):
            if child.text in ("-", "‑"):
                continue
            break
        edge = child.left_edge.i
        if first - child.right_edge.i > 1 + _LONGEST_NAME_GAP:
            break
        first = min(first, edge)
    doc = token.doc
    while first < token.i and (doc[first].is_punct or doc[first].is_space):
        first += 1
    return first


def _last(token: Token) -> int:
    """Behind the head and the prepositional or adjectival phrases that restrict it."""
    last = token.i + 1
    rights = list(token.rights)
    tail = next((child for child in rights if _is_tail(child)), None)
    if tail is not None:
        last = tail.i + 1
        rights = sorted((t for t in (*rights, *tail.rights) if t.i > tail.i), key=lambda t: t.i)
    for child in rights:
        if child.dep_ in ("prep", "amod", "acl", "advmod") and child.i <= last + 1:
            restricts = child.lower_ in _AFTER if child.dep_ == "prep" else child.lower_ in _CLOSE
            edge = child.right_edge.i + 1
            if not restricts or edge - token.i > _LONGEST or _is_of_time(child):
                break
            edge = _without_clause(child, edge)
            last = max(last, edge)
        elif child.dep_ not in ("case", "punct", "nummod"):
            break
    doc = token.doc
    while last > token.i + 1 and (doc[last - 1].is_punct or doc[last - 1].is_space):
        last -= 1
    return last


def _without_clause(child: Token, edge: int) -> int:
    """Up to the first comma or relative clause inside the modifier."""
    for token in child.doc[child.i : edge]:
        if token.dep_ in ("relcl", "appos") or token.text in (",", "–", "—", ";", "“", '"'):
            return max(child.i + 1, token.left_edge.i if token.dep_ == "relcl" else token.i)
    return edge


def _is_of_time(child: Token) -> bool:
    return any(t.dep_ == "pobj" and t.ent_type_ in ("DATE", "TIME") for t in child.children)


def _clause(token: Token, last: int) -> int:
    for child in token.rights:
        if child.dep_ in ("relcl", "acl") and last <= child.left_edge.i <= last + 1:
            between = token.doc[token.i + 1 : child.left_edge.i]
            if any(t.text in (",", "–", "—") for t in between):
                return last
            return min(child.right_edge.i + 1, last + 7)
    return last
