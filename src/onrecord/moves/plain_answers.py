"""Answers in plain words: "we are not going anywhere", "that would not do", "5% was final"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, is_negated, lemma, modals, subject_of
from onrecord.moves.mood import FUTURE
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.moves.saying import is_self, make, shared, source, whole_clause
from onrecord.moves.terms import noun_terms, verb_terms
from onrecord.record import MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_OPEN = frozenset({"can", "could"})
_TALKED_OVER = frozenset({"discuss", "negotiate", "consider", "revisit", "explore"})
_GIVING = frozenset({"spare", "cap", "dilute", "offer", "lift", "release", "free"})
_KEEPING_ON = frozenset({"negotiate", "budge", "bend", "yield", "compromise", "back"})
_ANSWERING = frozenset(
    {"answer", "respond", "reply", "react", "retaliate", "hit", "strike", "match"}
)
_IN_KIND = re.compile(
    r"\bin kind\b|\b(?P<one>dollar|blow|measure|shot|tariff|missile|eye|tit|euro|pound|step)"
    r"[ -]for[ -](?:(?:a|an) )?(?:(?P=one)|tat)\b",
    re.IGNORECASE,
)
_GESTURE = re.compile(
    r"\bas an? (?:olive branch|(?:\w+ )?gesture|peace offering|confidence-building \w+|"
    r"show of good ?will|sign of good ?will|compromise)\b",
    re.IGNORECASE,
)
_FRAGMENT = re.compile(
    r"\W*(?P<said>not (?:a|an|one)(?: single)? \w+(?: \w+){0,2}|no [\w-]+(?: \w+)?, no [\w-]+"
    r"(?: \w+)?)\W*",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:less|more|longer|inch|cent|penny|metre|meter|dollar|centimetre|step)\b", re.I
)


def not_doing(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Our men are not going anywhere", "Brussels is not negotiating", "that would not do"."""
    if not is_negated(verb):
        return
    subject = subject_of(verb)
    party = _teller(context, verb, statement)
    if subject is None or party is None:
        return
    stays = lemma(verb) == "go" and any(c.lower_ == "anywhere" for c in children(verb, "advmod"))
    if verb.tag_ == "VBG" and (stays or lemma(verb) in _KEEPING_ON):
        mine = statement is not None and is_self(context, statement, party, subject)
        if mine or any(c.lower_ in ("our", "my") for c in children(subject, "poss")):
            terms = whole_clause(context, verb)
            yield from make(context, "refusal", party, terms, verb, "not-doing")
        return
    is_bare = not children(verb, "dobj", "xcomp", "ccomp", "prep")
    if lemma(verb) == "do" and verb.tag_ == "VB" and modals(verb) & FUTURE and is_bare:
        if subject.lower_ in ("that", "this") or context.words.has("put", lemma(subject)):
            terms = whole_clause(context, verb)
            yield from make(context, "refusal", party, terms, verb, "not-doing")


def none_of_it(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "There would be none": what was asked for just before will not come."""
    if lemma(verb) != "be" or not children(verb, "expl") or not modals(verb) & FUTURE:
        return
    if any(c.lower_ == "none" for c in children(verb, "attr")):
        party = _teller(context, verb, statement)
        yield from make(context, "refusal", party, whole_clause(context, verb), verb, "none")


def final(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "The company's offer was final"."""
    if lemma(verb) not in ("be", "remain") or is_negated(verb):
        return
    if not any(c.lower_ == "final" and len(list(c.children)) == 0 for c in children(verb, "acomp")):
        return
    for thing in children(verb, "nsubj"):
        if lemma(thing) in ("offer", "%", "percent", "proposal", "bid", "price", "figure"):
            party = _teller(context, verb, statement)
            terms = noun_terms(context.reading, thing)
            yield from make(context, "refusal", party, terms, verb, "final")


def in_kind(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Haldia would answer dollar for dollar", "we will respond in kind"."""
    if lemma(verb) not in _ANSWERING or is_negated(verb) or not modals(verb) & FUTURE:
        return
    subject = subject_of(verb)
    if subject is None:
        return
    party = source(context, statement)
    parties = context.parties(subject)
    if not parties and party is not None:
        parties = [party]
    terms = verb_terms(context.reading, verb, shared(verb))
    if terms is None or not _IN_KIND.search(terms.text):
        return
    for one in parties[:1]:
        aimed = context.actors_or_owners(aimed_at(verb))
        yield from make(context, "threat", one, terms, verb, "in-kind", aimed)


def could_give(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "quotas could be discussed", "we could go to 40%", "it could spare 250": an offer."""
    if not modals(verb) & _OPEN or "have" in modals(verb) or is_negated(verb):
        return
    party = source(context, statement)
    subject = subject_of(verb)
    if party is None or statement is None or subject is None:
        return
    if children(verb, "nsubjpass"):
        span = noun_terms(context.reading, subject)
        is_issue = span is not None and context.words.issue_of(span.text) != "other"
        if lemma(verb) not in _TALKED_OVER or children(verb, "agent") or not is_issue:
            return
        terms = whole_clause(context, verb)
    elif _goes_to(verb) or (_gives(verb) and is_self(context, statement, party, subject)):
        terms = verb_terms(context.reading, verb, shared(verb))
        mine = context.parties(subject)
        party = mine[0] if mine else party
    else:
        return
    for draft in make(context, "offer", party, terms, verb, "could-give"):
        yield draft.having(is_possible=bool(children(verb, "nsubjpass")))


def _goes_to(verb: Token) -> bool:
    """ "go to 40%", "go as high as $5 million"."""
    return lemma(verb) == "go" and any(
        p.text == "%" or p.lower_ in ("percent", "million", "billion")
        for prep in children(verb, "prep")
        if prep.lower_ == "to"
        for p in children(prep, "pobj")
    )


def _gives(verb: Token) -> bool:
    things = children(verb, "dobj")
    return lemma(verb) in _GIVING and bool(things)


def gesture(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "As an olive branch, Loopo would let researchers in": an offer."""
    if not modals(verb) & (FUTURE | _OPEN) or is_negated(verb) or children(verb, "auxpass"):
        return
    subject = subject_of(verb)
    match = _GESTURE.search(verb.sent.text)
    if subject is None or match is None:
        return
    is_told = source(context, statement) is not None
    if not is_told and (statement is not None or "will" not in modals(verb)):
        return
    offset = verb.sent.start_char + match.start()
    if not any(c.idx == offset and c.head.i == verb.i for c in verb.sent):
        return
    terms = verb_terms(context.reading, verb, shared(verb))
    for party in context.parties(subject):
        kind: MoveKind = "offer" if is_told else "promise"
        yield from make(context, kind, party, terms, verb, "gesture")


def cut_off(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Gas will stop flowing to the east on Saturday", said by who sends it: a threat."""
    flows = lemma(verb) in ("stop", "cease") and any(
        lemma(c) in ("flow", "arrive", "come", "run") for c in children(verb, "xcomp")
    )
    if not flows or not modals(verb) & FUTURE or is_negated(verb):
        return
    party = source(context, statement)
    subject = subject_of(verb)
    if party is None or subject is None:
        return
    if context.words.has("good", lemma(subject)):
        toward = context.actors(
            [
                p
                for x in children(verb, "xcomp")
                for a in children(x, "prep")
                for p in children(a, "pobj")
            ]
        )
        terms = whole_clause(context, verb)
        yield from make(context, "threat", party, terms, verb, "cut-off", toward)


def fragment(context: Context, sentence: Tokens) -> Iterator[Draft]:
    """ "Not a day less.", "No maps, no demining,": a refusal without a verb, as one's own words."""
    match = _FRAGMENT.match(sentence.text)
    if match is None:
        return
    start = sentence.start_char + match.start("said")
    tail = sentence.text[match.end() :]
    is_whole = not tail.strip()
    before = context.reading.article.text[max(0, start - 1) : start]
    if before not in ('"', "“", "'", "‘") or not (is_whole or tail[:1].isalpha()):
        return
    said = match.group("said")
    if said.lower().startswith("not") and not _LESS.search(said):
        return
    end = start + len(said)
    quote = context.reading.article.text[end : end + 2]
    if not any(mark in quote for mark in ('"', "”", "'", "’")):
        return
    party = _speaker_near(context, start)
    if party is None:
        return
    span: Span = context.reading.span(start, end)
    yield Draft(
        kind="refusal",
        party=party,
        terms=span,
        cue=span,
        start=start,
        end=end,
        rule="fragment",
        detail="a refusal without a verb",
    )


def _speaker_near(context: Context, start: int) -> str | None:
    """Who says a fragment: its source, or who has spoken in the sentence right before."""
    speaker = context.speaker(start)
    if speaker is None:
        near = [s for s in context.statements if s.source and 0 <= start - s.end < 40]
        speaker = near[-1].source if near else None
    return speaker if speaker is not None and context.is_party(speaker) else None


def _teller(context: Context, verb: Token, statement: Statement | None) -> str | None:
    """Who says a clause: the source of its statement, or the subject of the verb of saying."""
    party = source(context, statement)
    if party is not None or statement is not None:
        return party
    if verb.dep_ == "ccomp" and context.words.has("saying", lemma(verb.head)):
        return next(iter(context.parties_of(verb.head)), None)
    return None
