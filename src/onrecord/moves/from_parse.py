"""Moves that the parse shows: refusals, conditions, deadlines that somebody set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.events.clause import subject_of
from onrecord.events.coder import innermost
from onrecord.events.parties import ids
from onrecord.language.reading import Reading
from onrecord.moves.found import Draft
from onrecord.record import Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACCEPTED = frozenset(
    "recognise recognize accept cede surrender negotiate compromise agree yield tolerate allow "
    "permit join return leave abandon withdraw disarm bow scrap".split()
)
_CONDITIONS = frozenset({"condition", "precondition", "demand", "term", "requirement"})
_LISTED = frozenset({"include", "be", "comprise", "cover"})
_SETTERS = frozenset({"set", "give", "impose", "issue"})


def from_parse(reading: Reading, statements: Sequence[Statement]) -> Iterator[Draft]:
    """Drafts found by the shape of the sentence alone."""
    for sentence in reading.sentences():
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                yield from _refused(reading, statements, token)
                yield from _listed(reading, statements, token)
            elif token.lemma_.lower() in ("deadline", "ultimatum") and token.pos_ == "NOUN":
                yield from _set(reading, statements, token)
            elif token.lemma_.lower() == "right" and token.pos_ == "NOUN":
                yield from _reserved(reading, statements, token)


def _refused(reading: Reading, statements: Sequence[Statement], verb: Token) -> Iterator[Draft]:
    """ "Ukraine would never recognise ...", "will not accept ...": a refusal."""
    if verb.lemma_.lower() not in _ACCEPTED:
        return
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if not any(c.dep_ == "neg" for c in verb.children):
        return
    if not auxiliaries & {"would", "will", "wo", "'ll", "’ll", "can", "could", "ca", "shall"}:
        return
    subject, passive = subject_of(verb)
    party = ids(reading, [subject])[:1] if subject is not None and not passive else []
    rest = [t for t in verb.subtree if t.i >= verb.i and t.dep_ != "punct"]
    rest = [t for t in rest if not any(a.dep_ == "conj" and a.head == verb for a in _up(t, verb))]
    while rest and (rest[-1].dep_ == "cc" or rest[-1].is_space):
        rest.pop()
    if not party or not rest:
        return
    statement = innermost(statements, verb.idx)
    terms = reading.span(rest[0].idx, rest[-1].idx + len(rest[-1]))
    start = min(subject.left_edge.idx if subject is not None else verb.idx, verb.idx)
    yield Draft(
        kind="refusal",
        party=party[0],
        terms=terms,
        span=reading.span(start, terms.end),
        statement=statement.id if statement else None,
        is_reported=_others_word(statement, party[0]),
        rule="negated-verb",
        detail=f"“{verb.text}” with will or would, negated",
    )


def _up(token: Token, verb: Token) -> Iterator[Token]:
    while token != verb and token.head != token:
        yield token
        token = token.head


def _listed(reading: Reading, statements: Sequence[Statement], verb: Token) -> Iterator[Draft]:
    """ "X's conditions for peace include A, B and C": a condition each."""
    if verb.lemma_.lower() not in _LISTED:
        return
    subject, _ = subject_of(verb)
    if subject is None or subject.lemma_.lower() not in _CONDITIONS or subject.tag_ != "NNS":
        return
    party = ids(reading, (c for c in subject.children if c.dep_ in ("poss", "amod", "compound")))
    first = next((c for c in verb.children if c.dep_ in ("dobj", "attr", "oprd")), None)
    if first is None or not party:
        return
    statement = innermost(statements, verb.idx)
    for span in _items(reading, verb, first):
        yield Draft(
            kind="condition" if subject.lemma_.lower() != "demand" else "demand",
            party=party[0],
            terms=span,
            span=span,
            statement=statement.id if statement else None,
            is_reported=statement is not None,
            rule="listed-conditions",
            detail=f"listed after “{subject.text} … {verb.text}”",
        )


def _items(reading: Reading, verb: Token, first: Token) -> Iterator[Span]:
    """The members of a list, cut at its commas and at "and".

    The parse of long lists is not to be trusted: the list is cut where its commas stand, and
    at the last "and" before a noun phrase.
    """
    last = max(t.i for t in verb.subtree if t.sent == verb.sent)
    words = [t for t in verb.doc[first.left_edge.i : last + 1] if not t.is_space]
    stop = next(
        (n for n, t in enumerate(words) if t.text == "," and _attribution(words[n + 1 :])), None
    )
    words = words[:stop]
    cuts = [n for n, t in enumerate(words) if t.text in (",", ";")]
    final = max((n for n, t in enumerate(words) if t.lower_ == "and"), default=None)
    if cuts and final is not None and final > cuts[-1] + 1:
        cuts.append(final)
    elif not cuts and final is not None:
        cuts = [final]
    begin = 0
    for cut in [*cuts, len(words)]:
        item = words[begin:cut]
        while item and item[0].lower_ in ("and", ",", ";"):
            item = item[1:]
        while item and item[-1].is_punct and item[-1].text not in ')”"':
            item = item[:-1]
        if item:
            yield reading.span(item[0].idx, item[-1].idx + len(item[-1]))
        begin = cut + 1


def _attribution(words: list[Token]) -> bool:
    """Whether what follows a comma is who said it: ", Russian sources have said"."""
    return any(t.lemma_.lower() in ("say", "tell", "report", "add") for t in words) and not any(
        t.text == "," for t in words
    )


def _set(reading: Reading, statements: Sequence[Statement], noun: Token) -> Iterator[Draft]:
    """ "a deadline set by X for Y to do Z or face W": a demand."""
    party: list[str] = ids(reading, (c for c in noun.children if c.dep_ == "poss"))
    for child in noun.children:
        if child.dep_ == "acl" and child.lemma_ in _SETTERS:
            agents = (a for c in child.children if c.dep_ == "agent" for a in c.children)
            party = ids(reading, (a for a in agents if a.dep_ == "pobj"))
    words = [t for t in noun.sent if t.i > noun.i]
    for_ = next((t for t in words if t.lower_ == "for" and t.i - noun.i < 14), None)
    to = next((t for t in words if t.tag_ == "TO" and for_ is not None and t.i > for_.i), None)
    if for_ is None or to is None or not party or to.i - for_.i > 8:
        return
    toward = ids(reading, [t for t in noun.doc[for_.i + 1 : to.i] if reading.actor_at(t)])
    end = noun.sent[-1].idx + len(noun.sent[-1].text)
    stop = next((t for t in words if t.i > to.i and t.text in (";", ".", "”")), None)
    terms = reading.span(to.idx, stop.idx if stop is not None else end)
    statement = innermost(statements, noun.idx)
    yield Draft(
        kind="demand",
        party=party[0],
        terms=terms,
        span=reading.span(noun.left_edge.idx, terms.end),
        toward=tuple(toward),
        statement=statement.id if statement else None,
        is_reported=statement is not None,
        rule="deadline-set",
        detail=f"a {noun.text} set for somebody to do something",
    )


def _reserved(reading: Reading, statements: Sequence[Statement], noun: Token) -> Iterator[Draft]:
    """ "retains the sovereign right to decide ...": a refusal to let others decide."""
    verb = noun.head
    if noun.dep_ != "dobj" or verb.lemma_.lower() not in ("retain", "reserve", "keep", "have"):
        return
    if not any(c.lower_ in ("sovereign", "sole", "own") for c in noun.children):
        return
    subject, _ = subject_of(verb)
    party = ids(reading, [subject])[:1] if subject is not None else []
    if subject is None or not party:
        return
    terms = reading.span(noun.left_edge.idx, noun.right_edge.idx + len(noun.right_edge))
    statement = innermost(statements, noun.idx)
    yield Draft(
        kind="refusal",
        party=party[0],
        terms=terms,
        span=reading.span(min(subject.left_edge.idx, verb.idx), terms.end),
        statement=statement.id if statement else None,
        is_reported=_others_word(statement, party[0]),
        rule="reserved-right",
        detail="a sovereign right is kept",
    )


def _others_word(statement: Statement | None, party: str) -> bool:
    return statement is not None and statement.source != party
