"""Time limits: "a deadline for them to leave", "gave them until Friday to leave"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    agents,
    children,
    is_negated,
    lemma,
    owners,
    subject_of,
    verbs_joined,
)
from onrecord.moves.mood import mood_of
from onrecord.moves.parties import Context
from onrecord.moves.terms import clause_terms
from onrecord.moves.toward import any_power
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIMITS = frozenset({"deadline", "ultimatum"})
_GIVERS = frozenset({"give", "set", "grant", "allow", "tell", "issue", "hand"})
_CARRIERS = _GIVERS | frozenset(
    "impose announce present deliver extend shorten move renew repeat cut postpone prolong".split()
)
_PASSED = re.compile(
    r"\s(?:(?:has|had|will|would|was|is) )?(?:pass(?:ed|es)?|expir(?:ed|es|ing)|lapsed|"
    r"loom(?:s|ed)|near(?:s|ed)|approach(?:es|ed|ing)|runs? out|ran out)\b"
)
_NEXT_CLAUSE = frozenset({"after", "because", "when", "while", "although", "since"})
_NEAR = 18  # words from a limit to the infinitive that says what is due


def from_limit(context: Context, noun: Token) -> Iterator[Draft]:
    """ "a deadline set by X for Y to do Z": a demand of X."""
    if lemma(noun) not in _LIMITS or noun.dep_ == "compound":
        return
    found = _infinitive_after(noun)
    if found is None:
        return
    verb, told = found
    parties = _setters(context, noun)
    if not told:
        told = [
            p
            for prep in children(noun, "prep")
            if prep.lower_ in ("to", "for", "on")
            for p in children(prep, "pobj")
        ]
    carrier = noun.head
    if not told and noun.dep_ == "dobj":
        told = children(carrier, "dative") + [
            p for prep in children(carrier, "prep", "dative") for p in children(prep, "pobj")
        ]
    toward = context.actors(told)
    yield from _demands(context, noun, verb, parties, toward, "limit-set", bool(told))


def _setters(context: Context, noun: Token) -> list[str]:
    found = [o for o in owners(context.reading, noun) if context.is_party(o)]
    for child in noun.children:
        if not found and child.dep_ == "relcl" and lemma(child) in (*_GIVERS, "announce", "impose"):
            subject = subject_of(child)
            found = context.parties(subject) if subject is not None else []
    carrier = noun.head
    if not found and noun.dep_ in ("dobj", "pobj") and carrier.pos_ == "VERB":
        if lemma(carrier) in _CARRIERS and mood_of(carrier) is not None:
            found = context.parties_of(carrier)
    if not found and noun.dep_ == "nsubjpass":
        found = _agents(context, carrier)
    return found


def _agents(context: Context, verb: Token) -> list[str]:
    """The parties behind the "by" of a passive."""
    return [party for noun in agents(verb) for party in context.parties(noun)]


def _infinitive_after(noun: Token) -> tuple[Token, list[Token]] | None:
    """The infinitive that says what the limit is for, and who is to do it."""
    told: list[Token] = []
    for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + _NEAR)]:
        if token.tag_ == "TO" and token.head.pos_ in ("VERB", "AUX") and token.head.i > token.i:
            verb = token.head
            own = children(verb, "nsubj", "nsubjpass")
            return verb, own or told
        if token.text == ":" and token.i + 1 < noun.sent.end:
            following = token.nbor(1)
            if following.tag_ in ("VB", "VBP") and not children(following, "nsubj"):
                return following, told
        if token.lower_ in ("for", "to") and token.dep_ in ("prep", "dative", "mark"):
            told = children(token, "pobj") or told
        if token.pos_ == "VERB" and token.tag_ in ("VBD", "VBZ", "VBP") and token.dep_ == "ROOT":
            return None
        if token.text in (";", ":") or _opens_clause(token):
            return None
    return None


def _opens_clause(token: Token) -> bool:
    """Whether "after", "since" open a clause, and no phrase: "a deadline after the talks to"."""
    if token.lower_ not in _NEXT_CLAUSE:
        return False
    return token.dep_ in ("mark", "advmod") or bool(children(token, "pcomp"))


def from_given(context: Context, verb: Token) -> Iterator[Draft]:
    """ "gave Velmark until 12 September to release ...", "has 10 days to make a deal"."""
    word = lemma(verb)
    if word not in ("give", "grant", "allow", "set", "have") or is_negated(verb):
        return
    to = next(
        (
            t
            for t in verb.doc[verb.i + 2 : min(verb.sent.end, verb.i + _NEAR)]
            if t.tag_ == "TO" and t.head.pos_ in ("VERB", "AUX") and t.head.i > t.i
        ),
        None,
    )
    if to is None or not _has_time(context, verb, to):
        return
    act = to.head
    if word == "allow" and act.head.i == verb.i and not _has_span(verb, to):
        return  # "allowed residents to vote on Sunday"
    if word == "have":
        subject = subject_of(verb)
        speaker = context.speaker(verb.idx)
        if subject is None or speaker is None or not context.is_party(speaker):
            return
        told = context.actors([subject])
        if not told or speaker in told:
            return
        yield from _demands(context, verb, act, [speaker], told, "time-given")
        return
    if mood_of(verb) not in ("made", "future"):
        return
    subject = subject_of(verb)
    if children(verb, "nsubjpass"):
        told = context.actors(children(verb, "nsubjpass"))
        parties = _agents(context, verb) or context.speaking(verb.idx)
    else:
        parties = context.parties(subject) if subject is not None else []
        told = context.actors(
            [
                *children(verb, "dative"),
                *(c for c in children(verb, "dobj") if c.i < to.i),
                *children(act, "nsubj"),
            ]
        )
    yield from _demands(context, verb, act, parties, told, "time-given")


def _has_span(verb: Token, to: Token) -> bool:
    """ "allowed them three days to", "allowed them until noon to": time is what is given."""
    before = verb.doc[verb.i : to.i]
    if any(t.lower_ in ("until", "till") for t in before):
        return True
    return any(
        t.dep_ in ("dobj", "npadvmod", "dative", "nsubj") and t.ent_type_ in ("DATE", "TIME")
        for t in before
        if t.i + 1 == to.i
    )


def _has_time(context: Context, verb: Token, to: Token) -> bool:
    for time in context.reading.times_in(verb.idx, to.idx):
        current = context.reading.tokens(time.start, time.end).root
        for _ in range(3):
            if current.head.i == verb.i:
                return True
            current = current.head
    if lemma(verb) == "have":
        return False  # "will have time to reflect"
    if any(lemma(c) == "time" for c in children(verb, "dobj")):
        return True
    return any(lemma(t) in ("deadline", "day", "week", "hour") for t in verb.doc[verb.i - 3 : to.i])


def _demands(
    context: Context,
    cue: Token,
    verb: Token,
    parties: list[str],
    toward: tuple[str, ...],
    rule: str,
    is_told: bool = False,
) -> Iterator[Draft]:
    toward = tuple(t for t in toward if t not in parties)
    told = children(cue, "dative", "dobj")
    is_public = any(context.words.has("public", lemma(t)) for t in told)
    if is_public and (
        children(cue, "dative") or not any_power(context, tuple(parties), of_states=True)
    ):
        return  # "allowed passengers a week to claim"
    if any(context.words.has("party-less", lemma(t)) for t in children(cue, "dative")):
        return
    is_told = is_told or (
        rule == "time-given"
        and any(c.ent_type_ not in ("DATE", "TIME") for c in children(cue, "dobj", "dative"))
    )
    if not parties or not (toward or is_told):
        return
    together = [
        v
        for v in verbs_joined(verb)
        if v.i == verb.i or not any(c.lower_ == "or" for c in v.head.children)
    ]
    for one in together:
        terms = _before_it_passed(context, clause_terms(context.reading, one, together))
        if terms is None:
            continue
        subject = subject_of(cue) if cue.pos_ == "VERB" else None
        start = (
            subject.left_edge.idx if subject is not None and subject.sent == cue.sent else cue.idx
        )
        edge = cue.left_edge.idx if cue.left_edge.sent.start == cue.sent.start else cue.idx
        for party in parties:
            yield Draft(
                kind="demand",
                party=party,
                terms=terms,
                cue=context.reading.span_of(cue),
                start=min(start, edge if cue.pos_ == "NOUN" else start),
                end=terms.end,
                rule=rule,
                detail=f"“{cue.text}”: time to do something",
                toward=toward,
            )


def _before_it_passed(context: Context, terms: Span | None) -> Span | None:
    """The terms without "passed on Friday", which is said of the deadline."""
    match = _PASSED.search(terms.text) if terms is not None else None
    if terms is None or match is None:
        return terms
    return context.reading.span(terms.start, terms.start + match.start())


def loose_limits(context: Context) -> list[tuple[str, int, Token]]:
    """ "Its ultimatum ends on Friday": whose it is, and the word, where no demand is with it."""
    found: list[tuple[str, int, Token]] = []
    for sentence in context.reading.sentences():
        for token in sentence:
            if lemma(token) in _LIMITS and token.pos_ == "NOUN" and token.dep_ != "compound":
                if _infinitive_after(token) is None:
                    found.extend((party, token.idx, token) for party in _setters(context, token))
    return found
