"""Listed moves: "its conditions include A, B and C", "demands: A and B"."""

from __future__ import annotations

from collections.abc import Iterator, Set
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    children,
    is_negated,
    joined,
    lemma,
    modals,
    owners,
    subject_of,
    up,
)
from onrecord.moves.list_items import items
from onrecord.moves.parties import Context
from onrecord.moves.terms import clause_terms, noun_terms
from onrecord.record import MoveKind, Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LISTS: dict[str, MoveKind] = {
    "condition": "condition",
    "precondition": "condition",
    "term": "condition",
    "prerequisite": "condition",
    "requirement": "condition",
    "demand": "demand",
    "request": "demand",
    "proposal": "offer",
    "offer": "offer",
    "price": "condition",
    "line": "refusal",
}
_LISTING = frozenset({"include", "be", "comprise", "cover", "list", "contain"})
_DASHES = frozenset({"-", "–", "—", "--"})
_ORDINALS = frozenset("first second third fourth fifth last final main other key".split())
_FAR = 40  # words back to the list that an ordinal counts in
_STANDS = frozenset({"stand", "position", "stance", "view"})
_LEAD = 6  # words between "are" and "including"


def from_list(context: Context, noun: Token) -> Iterator[Draft]:
    """ "X's conditions for peace include A, B and C", "demands: A and B": a move each."""
    kind = _LISTS.get(lemma(noun))
    if lemma(noun) in _STANDS:
        yield from _clauses_after(context, noun, "demand", {"must", "should"})
    if kind is None or noun.tag_ not in ("NNS", "NN"):
        return
    if lemma(noun) == "line" and not any(c.lower_ == "red" for c in noun.children):
        return
    clauses = list(_clauses_after(context, noun, kind)) or list(_listed_before(context, noun, kind))
    if clauses:
        yield from clauses
        return
    found = _list_after(noun)
    if found is None:
        return
    owner, words = found
    parties = [o for o in owners(context.reading, owner) if context.is_party(o)]
    parties = parties or _maker(context, owner)
    if not parties and (
        _is_told_before(kind, owner) or any(c.lower_ in _ORDINALS for c in owner.children)
    ):
        parties = _tellers(context, owner)
    named = lemma(owner) in ("price", "demand")
    if not parties and named and any(c.dep_ == "poss" for c in owner.children):
        parties = context.speaking(owner.idx)  # "the islands' price": of people it does not know
    if not parties or len(words) < 1:
        return
    is_one_offer = kind == "offer" and noun.tag_ == "NN" and noun.dep_ != "nsubj"
    for span in items(context, words):
        if is_one_offer and context.words.issue_of(span.text) == "other":
            continue  # "its offer – a quicker way to vote"
        for party in parties:
            yield _listed(context, kind, party, span, owner)


def _clauses_after(
    context: Context, noun: Token, kind: MoveKind, needed: Set[str] = frozenset()
) -> Iterator[Draft]:
    """ "Its conditions are that they withdraw and pay": a row for each clause.

    Where modals are ``needed``, only the clauses that have one of them count.
    """
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma(verb) != "be" or is_negated(verb):
        return
    parties = [o for o in owners(context.reading, noun) if context.is_party(o)]
    for clause in children(verb, "ccomp", "xcomp"):
        if clause.i < verb.i:
            continue
        together = [v for v in joined(clause) if v.pos_ in ("VERB", "AUX")]
        for one in together:
            terms = clause_terms(context.reading, one, together)
            if terms is None or (needed and not modals(one) & needed):
                continue
            for party in parties:
                yield Draft(
                    kind=kind,
                    party=party,
                    terms=terms,
                    cue=context.reading.span_of(noun),
                    start=noun.left_edge.idx,
                    end=terms.end,
                    rule="listed",
                    detail=f"listed after “{noun.text}”",
                    toward=tuple(a for a in context.actors(children(one, "nsubj")) if a != party),
                )


def _listed_before(context: Context, noun: Token, kind: MoveKind) -> Iterator[Draft]:
    """ "Among Russia's demands are A and B", "chief among its terms is a ceasefire"."""
    if noun.dep_ != "pobj" or noun.head.lower_ not in ("among", "amongst"):
        return
    verb = next((t for t in up(noun) if t.pos_ in ("VERB", "AUX")), None)
    if verb is None or lemma(verb) not in ("be", "include") or verb.i < noun.i or is_negated(verb):
        return
    parties = [o for o in owners(context.reading, noun) if context.is_party(o)]
    for span in items(context, _rest(verb.i + 1, noun)):
        for party in parties:
            yield _listed(context, kind, party, span, noun)


def counted(context: Context, verb: Token) -> Iterator[Draft]:
    """ "The first demand is a truce. The second is a withdrawal": whose they are stands before."""
    if lemma(verb) != "be" or is_negated(verb):
        return
    for subject in children(verb, "nsubj"):
        is_counted = subject.lower_ in _ORDINALS or any(
            c.lower_ in _ORDINALS for c in subject.children
        )
        kind = _LISTS.get(lemma(subject)) or _counted_before(subject)
        if not is_counted or kind is None or owners(context.reading, subject):
            continue
        spans = [noun_terms(context.reading, thing) for thing in children(verb, "attr")]
        if subject.tag_ == "NNS":
            spans = list(items(context, _behind_including(_rest(verb.i + 1, subject))))
        for party in _tellers(context, subject):
            for span in spans:
                if span is not None:
                    yield _listed(context, kind, party, span, subject)


def _counted_before(subject: Token) -> MoveKind | None:
    """What "the second" is one of: the list noun with an ordinal in the sentences just before."""
    if subject.lower_ not in _ORDINALS:
        return None
    for token in reversed(subject.doc[max(0, subject.i - _FAR) : subject.i]):
        if lemma(token) in _LISTS and any(c.lower_ in _ORDINALS for c in token.children):
            return _LISTS[lemma(token)]
    return None


def _tellers(context: Context, subject: Token) -> list[str]:
    """Who says it, or who has spoken of demands, conditions or an ultimatum right before."""
    speaking = context.speaking(subject.idx)
    if speaking:
        return speaking
    for token in reversed(subject.doc[max(0, subject.i - 3 * _FAR) : subject.i]):
        if lemma(token) in _LISTS or lemma(token) in ("requirement", "ultimatum"):
            found = [o for o in owners(context.reading, token) if context.is_party(o)]
            if not found and context.words.has("light", lemma(token.head)):
                found = _maker(context, token)
            found = found or context.speaking(token.idx)
            if found:
                return found
    return []


def _is_told_before(kind: MoveKind, noun: Token) -> bool:
    """ "The conditions include", "These requests were": whose they are has been told."""
    if kind == "offer" or noun.tag_ != "NNS" or noun.dep_ != "nsubj":
        return False
    return not any(c.dep_ in ("amod", "compound", "prep", "relcl", "acl") for c in noun.children)


def _listed(context: Context, kind: MoveKind, party: str, span: Span, noun: Token) -> Draft:
    return Draft(
        kind=kind,
        party=party,
        terms=span,
        cue=context.reading.span_of(noun),
        start=span.start,
        end=span.end,
        rule="listed",
        detail=f"listed after “{noun.text}”",
        toward=_meant(context, span, party),
    )


def _list_after(noun: Token) -> tuple[Token, list[Token]] | None:
    """The noun that has an owner, and the words of the list behind it."""
    verb = noun.head if noun.dep_ == "nsubj" else None
    if verb is not None and lemma(verb) in _LISTING and verb.i > noun.i and not is_negated(verb):
        owned = _LISTS[lemma(noun)] != "offer" and any(
            c.dep_ == "poss" or c.ent_type_ == "NORP" for c in noun.children
        )
        if lemma(verb) != "be" or noun.tag_ == "NNS" or owned:
            words = _rest(verb.i + 1, noun)
            if len(behind := _behind_including(words)) < len(words):
                return noun, behind
            if words and words[0].lower_ not in (
                "not",
                "unacceptable",
                "known",
                "simple",
                "clear",
                "that",
                "to",
                "too",
                "so",
                "as",
                "no",
                "yes",
            ):
                if lemma(verb) != "be" or any(c.dep_ == "attr" for c in verb.children):
                    return noun, words
    doc = noun.doc
    for index in range(noun.i + 1, min(noun.i + 9, noun.sent.end)):
        word = doc[index]
        if word.text == ":":
            words = _rest(index + 1, noun)
            is_answer = any(t.lower_ in ("no", "yes") and t.nbor(1).text == "," for t in words[:2])
            return None if is_answer else (noun, words)
        if word.lower_ == "including":
            return noun, _rest(index + 1, noun)
        if word.text in _DASHES and word.i + 1 < noun.sent.end and word.whitespace_:
            words = _between_dashes(noun, index)
            return (noun, words) if words and _opens_a_list(words[0]) else None
        if word.text == "," and index + 2 < noun.sent.end:
            pair = f"{doc[index + 1].lower_} {doc[index + 2].lower_}"
            if pair == "among them" or pair == "such as":
                return noun, _rest(index + 3, noun)
            if doc[index + 1].lower_ == "including":
                return noun, _rest(index + 2, noun)
        if word.dep_ in ("nsubj", "ROOT") and lemma(word) != "be":
            break
    return _list_in_next(noun)


def _behind_including(words: list[Token]) -> list[Token]:
    """The list in "are humanitarian, including A and B"; else all of the words."""
    for n, word in enumerate(words[:_LEAD]):
        if word.lower_ == "including":
            return words[n + 1 :]
    return words


def _between_dashes(noun: Token, index: int) -> list[Token]:
    """The words from one dash to the next, or to the end of the sentence."""
    words = _rest(index + 1, noun)
    stop = next(
        (n for n, t in enumerate(words) if t.text in _DASHES and t.nbor(-1).whitespace_), None
    )
    return words[:stop]


def _opens_a_list(word: Token) -> bool:
    if word.tag_ in ("VBN", "VBD", "WDT", "WP", "CC", "WRB"):
        return False
    return word.tag_ != "IN" or word.lower_ == "that"


def _list_in_next(noun: Token) -> tuple[Token, list[Token]] | None:
    """ "Its terms are known. They include A and B."."""
    sentence = noun.sent
    if noun.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj") or sentence.end >= len(noun.doc):
        return None
    index = sentence.end
    while index < len(noun.doc) and noun.doc[index].is_space:
        index += 1
    if index + 1 >= len(noun.doc) or noun.doc[index].lower_ not in ("they", "these"):
        return None
    verb = noun.doc[index].head
    if lemma(verb) in ("include", "comprise", "cover"):
        return noun, _rest(verb.i + 1, noun.doc[index])
    return None


def _rest(start: int, noun: Token) -> list[Token]:
    return [t for t in noun.doc[start : noun.sent.end] if not t.is_space]


def _maker(context: Context, noun: Token) -> list[str]:
    """ "Russia has answered with conditions", "Hamas set three conditions"."""
    while noun.dep_ == "pobj" and noun.head.head.pos_ == "NOUN" and noun.head.lower_ == "of":
        noun = noun.head.head  # "a list of demands"
    verb = noun.head
    if noun.dep_ == "pobj":
        if noun.head.lower_ in ("on", "about", "over"):
            return []  # "will vote on the offer"
        verb = noun.head.head
    if noun.dep_ in ("dobj", "pobj") and verb.pos_ == "VERB" and not is_negated(verb):
        subject = _accused(verb) or subject_of(verb)
        if subject is not None and noun.i > verb.i:
            return context.parties(subject)
    return []


def _accused(verb: Token) -> Token | None:
    """ "Accused Velmark of delay by adding conditions": who is said to do it, not who says so."""
    while verb.tag_ == "VBG" and verb.dep_ == "pcomp" and verb.head.head.pos_ == "VERB":
        preposition, verb = verb.head, verb.head.head
        objects = children(verb, "dobj")
        if preposition.lower_ == "of" and objects:
            return objects[0]
    return None


def _meant(context: Context, span: Span, party: str) -> tuple[str, ...]:
    named = [m.actor for m in context.reading.mentions_in(span.start, span.end)]
    by_id = context.reading.actor_by_id
    maker = by_id[party]
    meant = [
        a
        for a in named
        if a != party
        and by_id[a].kind in ("state", "government")
        and (maker.country is None or by_id[a].country != maker.country)
    ]
    return tuple(meant[:1])
