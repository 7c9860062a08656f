"""Demands that a party makes in what it says: "must", "have to", "is needed", "give us back"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.conditions import heads_after
from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    ids,
    is_negated,
    joined,
    lemma,
    marks,
    modals,
    owners,
    subject_of,
    trimmed,
    verbs_joined,
)
from onrecord.moves.parties import Context
from onrecord.moves.saying import is_same_side, make, source, whole_clause
from onrecord.moves.terms import clause_terms, noun_terms, verb_terms
from onrecord.moves.toward import any_power
from onrecord.record import MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_ONLY = re.compile(r"\bonly (?:after|once|when|if)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:only (?:after|once|when|if)|until|unless)\b", re.IGNORECASE)
_IF = re.compile(r"\b(?:(?:only )?(?:if|once|when|after))\b", re.IGNORECASE)
_POSSIBLE = frozenset({"possible", "conceivable", "feasible"})
_TO_COME = frozenset({"can", "could", "will", "would", "may"})
_STAYING = frozenset(
    {"stay", "remain", "continue", "press", "keep", "fight", "hold", "go", "last", "stand", "be"}
)
_PRECONDITIONS = frozenset({"condition", "precondition", "prerequisite", "requirement"})
_UNIONS = frozenset({"EUR", "UNO", "IGO"})  # countries of bodies of many states
_RULING = frozenset({"state", "government"})
_SUFFERING = frozenset({"face", "suffer", "bear", "pay", "expect"})
_NEED = frozenset({"required", "needed", "essential", "necessary", "indispensable", "imperative"})


def obliging(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Ostland must withdraw", "they have to pay": a demand of whoever says it."""
    party = source(context, statement)
    if party is None:
        return
    own = modals(verb)
    is_must = "must" in own
    has_to = lemma(verb) in ("have", "need") and any(
        c.tag_ == "TO" and c.nbor(-1).lower_ not in ("nowhere", "somewhere", "anywhere")
        for x in children(verb, "xcomp")
        for c in x.children
    )
    is_should = bool(own & {"should", "ought"}) and "have" not in own
    if is_should and any(
        c.lower_ == "should" and c.i < verb.left_edge.i + 1 for c in verb.children
    ):
        return  # "should the firm be given a role": a condition
    if not is_must and not is_should and not (has_to and not own & {"may", "might", "did"}):
        return
    if has_to and verb.tag_ == "VBG":
        return
    if has_to and (is_negated(verb) or (verb.tag_ == "VBN" and own & {"has", "have", "had"})):
        return
    subject = next(iter(children(verb, "expl")), None) or subject_of(verb)
    if subject is None or subject.lower_ in ("i", "we", "you", "one", "everyone", "people"):
        return
    mine = ids(context.reading, [subject])
    if party in mine or (mine and is_same_side(context, party, mine[0])):
        return
    head = children(verb, "xcomp")[0] if has_to else verb
    if lemma(verb) == "be":  # "should be prepared to declare"
        readied = [
            x
            for a in children(verb, "acomp")
            if a.lower_ in ("prepared", "ready", "willing")
            for x in children(a, "xcomp")
        ]
        head = readied[0] if readied else head
    together = verbs_joined(head)
    toward = context.actors([subject]) or tuple(context.parties(subject))
    expletive = subject.lower_ == "there"
    is_called_for = _is_addressed(context, party, toward, verb) or _must_be(context, verb, party)
    if is_should and not is_called_for:
        return
    if context.words.has("public", lemma(subject)):
        return
    is_any = any(c.lower_ in ("any", "every") for c in children(subject, "det"))
    if _comes_first(head) and not mine:
        terms = whole_clause(context, verb)
        yield from make(context, "condition", party, terms, verb, "obliging-verb")
        return
    named = context.words.has("pact", lemma(subject)) or context.words.has("put", lemma(subject))
    if named or (is_any and not toward):
        yield from _must_hold(context, head, party)
        return
    if lemma(head) in _SUFFERING and any(
        context.words.has("harm-noun", lemma(thing)) for thing in children(head, "dobj")
    ):  # "they will have to face a response"
        terms = verb_terms(context.reading, head, [head])
        yield from make(context, "threat", party, terms, verb, "befalls", toward)
        return
    for one in together:
        if expletive or not toward:
            yield from _nouns_needed(context, one, party)
            continue
        terms = verb_terms(context.reading, one, together)
        if lemma(one) == "be" and terms and context.words.issue_of(terms.text) == "other":
            continue  # "it has to be a right"
        is_first = any(marks(c) & {"before"} for c in children(one, "advcl"))
        kind: MoveKind = "condition" if is_first else "demand"
        yield from make(context, kind, party, terms, one, "obliging-verb", toward)


def _comes_first(verb: Token) -> bool:
    """ "An apology had to come first"."""
    return lemma(verb) == "come" and any(c.lower_ == "first" for c in verb.children)


def _is_addressed(context: Context, party: str, toward: tuple[str, ...], verb: Token) -> bool:
    """Whether "should" asks something of another power, and is no mere opinion."""
    actor = context.reading.actor_by_id[party]
    terms = verb_terms(context.reading, verb, [verb])
    holders = [context.reading.actor_by_id[one] for one in toward]
    in_office = any(a.kind == "person" and (a.roles or a.country) for a in holders)
    if terms is None or not (any_power(context, toward) or in_office):
        return False
    acts = ("harm", "helping", "yielding", "ending", "starting")
    is_act = any(context.words.has(name, lemma(verb)) for name in acts)
    return bool(actor.country or actor.roles or actor.kind != "person") and is_act


_HOLDING = frozenset(
    {"include", "contain", "cover", "mean", "have", "guarantee", "remove", "bring"}
)


def _must_hold(context: Context, verb: Token, party: str) -> Iterator[Draft]:
    """ "Any deal must include the return of the children": what the party asks of a deal."""
    if lemma(verb) in ("come", "be") and any(c.lower_ == "first" for c in verb.children):
        yield from make(
            context, "demand", party, whole_clause(context, verb), verb, "obliging-verb"
        )
        return
    things = children(verb, "dobj") if lemma(verb) in _HOLDING else []
    if not things:
        if context.words.issue_of(verb.sent.text) != "other" and not is_negated(verb):
            terms = verb_terms(context.reading, verb, [verb])
            if terms is not None and context.words.issue_of(terms.text) != "other":
                yield from make(context, "demand", party, terms, verb, "obliging-verb")
        return
    for terms in _parts(context, things):
        yield from make(context, "demand", party, terms, verb, "obliging-verb")


def _parts(context: Context, things: list[Token]) -> Iterator[Span]:
    """The terms that nouns and those joined to them give, each by itself."""
    for thing in things:
        parts = joined(thing)
        for part in parts:
            terms = noun_terms(context.reading, part, parts)
            if terms is not None:
                yield terms


def only_then(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Talks can begin only once the blockade is lifted": a condition of whoever says it."""
    party = source(context, statement)
    is_possible = any(c.lower_ in _POSSIBLE for c in children(verb, "acomp"))
    if party is None or not (is_possible or modals(verb) & _TO_COME):
        return
    text = context.reading.article.text
    end = verb.sent.end_char
    stays = lemma(verb) in _STAYING and not is_negated(verb)
    pattern = _UNTIL if stays or is_negated(verb) else _ONLY
    if is_possible:
        pattern = _IF
    match = pattern.search(text, verb.idx, min(end, verb.idx + 80))
    if match is None:
        return
    for head in heads_after(context, match.end(), end)[:1]:
        is_verb = head.pos_ in ("VERB", "AUX")
        if not is_verb and not match.group().lower().startswith("only"):
            return  # "until the end of May"
        if is_verb and not _is_done(context, head):
            return
        terms = clause_terms(context.reading, head, [head])
        starts = [c.left_edge.idx for c in children(head, *SUBJECTS)] if is_verb else []
        if terms is not None:
            terms = trimmed(context.reading, min([terms.start, *starts]), terms.end)
        toward = context.actors(children(head, "nsubj")) if is_verb else ()
        yield from make(context, "condition", party, terms, verb, "only-then", toward)


def _is_done(context: Context, verb: Token) -> bool:
    """Whether somebody brings it about: not "until inflation falls"."""
    subjects = children(verb, "nsubj", "nsubjpass")
    if not subjects or children(verb, "auxpass", "nsubjpass") or context.actors(subjects):
        return True
    terms = clause_terms(context.reading, verb, [verb])
    return any(s.pos_ == "PRON" for s in subjects) or (
        terms is not None and context.words.issue_of(terms.text) != "other"
    )


def precondition(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "The release of the men is a condition for any talks"."""
    is_dropped = any(c.lower_ == "longer" for c in verb.children)
    if lemma(verb) not in ("be", "remain") or (is_negated(verb) and not is_dropped):
        return
    kind: MoveKind = "concession" if is_dropped else "condition"
    named = [c for c in children(verb, "attr") if lemma(c) in _PRECONDITIONS]
    party = source(context, statement)
    for noun in named:
        own = [o for o in owners(context.reading, noun) if context.is_party(o)]
        for subject in children(verb, "nsubj", "csubj")[-1:]:
            if lemma(subject) in _PRECONDITIONS or subject.pos_ == "PRON":
                continue
            terms = noun_terms(context.reading, subject)
            if subject.dep_ == "csubj":
                terms = clause_terms(context.reading, subject, [subject])
            maker = own[0] if own else party
            yield from make(context, kind, maker, terms, verb, "precondition")


def _nouns_needed(context: Context, verb: Token, party: str) -> Iterator[Draft]:
    things = children(verb, "attr")
    things += [c for c in children(verb, "conj") if c.pos_ in ("NOUN", "PROPN")]
    if not any(c.lower_ == "there" for c in verb.children):
        terms = whole_clause(context, verb)
        shows = terms is not None and context.words.issue_of(terms.text) != "other"
        if shows or _must_be(context, verb, party):
            yield from make(context, "demand", party, terms, verb, "obliging-verb")
        return
    for terms in _parts(context, things):
        if context.words.issue_of(terms.text) != "other":
            yield from make(context, "demand", party, terms, verb, "obliging-verb")


def _must_be(context: Context, verb: Token, party: str) -> bool:
    """ "The sale must be stopped, Velmark said": what a state wants done or not done."""
    words = context.words
    actor = context.reading.actor_by_id[party]
    spurns = lemma(verb) in ("avoid", "prevent") and any(
        words.has("aggression", lemma(s)) for s in children(verb, "nsubjpass")
    )
    if spurns and (actor.kind in _RULING or actor.country in _UNIONS):
        return True  # "intervention must be avoided"
    is_state = actor.kind in _RULING
    is_done = bool(children(verb, "auxpass", "nsubjpass")) and "must" in modals(verb)
    return is_state and is_done and words.has("to-be-done", lemma(verb))


def needed(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "a full ceasefire and a leaders' summit were required"."""
    party = source(context, statement)
    if party is None or is_negated(verb):
        return
    is_passive = verb.lower_ in _NEED and bool(children(verb, "auxpass", "nsubjpass"))
    if not is_passive and not any(c.lower_ in _NEED for c in children(verb, "acomp", "attr")):
        return
    for terms in _parts(context, children(verb, "nsubj", "nsubjpass")):
        if context.words.issue_of(terms.text) != "other":
            yield from make(context, "demand", party, terms, verb, "needed")


def is_command(verb: Token) -> bool:
    """ "'Withdraw the remarks,' China told Japan": hung by the parse on the verb of speech."""
    return (
        verb.dep_ == "advcl"
        and verb.tag_ == "VB"
        and verb.i < verb.head.i
        and not marks(verb)
        and not children(verb, *SUBJECTS, "aux", "auxpass")
    )


def imperative(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Give us back the nine.": a demand in direct speech."""
    party = source(context, statement)
    if party is None or statement is None or verb.tag_ not in ("VB", "VBP"):
        return
    if not (verb.dep_ in ("ROOT", "ccomp") or is_command(verb)) or children(
        verb, *SUBJECTS, "aux", "auxpass"
    ):
        return
    if lemma(verb) == "let":
        yield from _let_them(context, verb, party)
        return
    if lemma(verb) in ("be", "thank", "look", "see", "remember", "imagine", "say"):
        return
    quotation = context.reading.quotation_at(verb.idx)
    first = verb.sent.start if verb.left_edge.i <= verb.sent.start + 3 else -1
    if quotation is None or first < 0:
        return
    terms = clause_terms(context.reading, verb, [verb])
    if terms is not None and context.words.issue_of(terms.text) != "other":
        toward = (statement.addressee,) if statement.addressee else ()
        yield from make(context, "demand", party, terms, verb, "imperative", toward)


def _let_them(context: Context, verb: Token, party: str) -> Iterator[Draft]:
    """ "Let them leave our territory"."""
    for act in children(verb, "ccomp"):
        subjects = [s for s in children(act, "nsubj") if s.lower_ not in ("us", "me", "it")]
        terms = verb_terms(context.reading, act, [act])
        acts = any(context.words.has(c, lemma(act)) for c in ("yielding", "helping", "ending"))
        if subjects and acts:
            toward = context.actors(subjects)
            yield from make(context, "demand", party, terms, verb, "imperative", toward)
