"""Refusals in what a party says: "will never", "not on the table", "retains the right"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.bearing import bearing
from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    SUBJECTS,
    agents,
    children,
    is_negated,
    lemma,
    marks,
    modals,
    owners,
    subject_of,
)
from onrecord.moves.mood import FUTURE
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.moves.saying import is_self, make, shared, source, whole_clause
from onrecord.moves.terms import clause_terms, noun_terms, verb_terms
from onrecord.moves.toward import any_power
from onrecord.record import MoveKind, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS = ("yielding", "helping", "ending", "starting")
_HABITS = frozenset(
    {"pay", "negotiate", "recognise", "recognize", "accept", "agree", "tolerate", "allow"}
)
_PRINCIPLES = frozenset({"pay", "negotiate", "recognise", "recognize", "tolerate", "take"})
_NO_HARM = frozenset(
    {"other", "peace-deal", "talks", "pay-and-work", "money", "elections", "takeover"}
)
_SPARED = frozenset({"state", "government", "armed-group", "population"})
_OUT = (
    "not on the table",
    "off the table",
    "out of the question",
    "non-negotiable",
    "not negotiable",
    "not up for negotiation",
    "not for sale",
    "not for discussion",
    "not up for discussion",
    "a red line",
    "red line",
    "not acceptable",
    "unacceptable",
    "a non-starter",
    "not an option",
    "no longer on the table",
    "not on the cards",
    "not in the cards",
)


def never(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "would never recognise ...", "will not accept ..."."""
    own = modals(verb)
    meant = _meant(verb)
    if meant is not None and children(verb, "neg"):
        yield from _unmeant(context, verb, meant)
        return
    is_told = statement is not None and verb.dep_ == "ccomp"
    is_habit = (
        own & {"does", "do"} or ("did" in own and is_told and lemma(verb) in _PRINCIPLES)
    ) and context.words.has("yielding", lemma(verb))
    is_habit = is_habit and (lemma(verb) != "take" or _takes_orders(verb))
    if not is_negated(verb) or not (own & (FUTURE | {"can", "ca", "could", "cannot"}) or is_habit):
        return
    if "have" in own or lemma(verb) == "afford":
        return
    if ("could" in own or is_habit) and statement is None and lemma(verb) not in _HABITS:
        return
    subject = subject_of(verb)
    gives_up = any(c.lower_ in ("up", "in", "way") for c in children(verb, "prt", "dobj"))
    speaks = context.words.has("speaking", lemma(verb)) and not gives_up
    speaks = speaks and not _hands_over(context, verb)
    if subject is None or (speaks and not _bargains(context, verb)):
        return
    holds_out = own & FUTURE and _holds_out(context, verb)
    yields = context.words.has("yielding", lemma(verb))
    if is_habit and (lemma(verb) in _HABITS or _takes_orders(verb)):
        pass
    elif (not yields or not own & FUTURE) and not holds_out:
        whole = verb_terms(context.reading, verb, shared(verb))
        mine = source(context, statement)
        if mine is None or statement is None or whole is None:
            return
        if not is_self(context, statement, mine, subject):
            return
        acts = any(context.words.has(c, lemma(verb)) for c in (*_ACTS, "harm"))
        is_plain = bool(own & FUTURE) and acts and bool(children(verb, "dobj"))
        if (
            not (yields and lemma(verb) in _HABITS)
            and not is_plain
            and (context.words.issue_of(whole.text) == "other")
        ):
            return
    passive = bool(children(verb, "nsubjpass"))
    parties = context.parties(subject)
    is_nobody = subject.lower_ in ("one", "nobody") or any(
        c.lower_ == "no" for c in children(subject, "det")
    )
    if is_nobody and yields and not parties:
        mine = source(context, statement)
        parties = [mine] if mine is not None else []
    if passive or not parties:
        party = source(context, statement)
        if not passive or party is None:
            return
        together = [verb]
        terms = whole_clause(context, verb)
        yield from make(context, "refusal", party, terms, verb, "negated-verb")
        return
    party = source(context, statement)
    if statement is not None and party is None and context.is_observed(statement):
        return
    together = shared(verb)
    toward = context.actors(
        [
            one
            for clause in children(verb, "advcl")
            if marks(clause) & {"unless", "until"}
            for one in (*children(clause, "nsubj"), *agents(clause))
        ]
    )
    opposes = context.words.has("opposing", lemma(verb))
    if opposes and verb.dep_ == "ccomp" and lemma(verb.head) == "agree":
        return  # read with "agreed"
    kind: MoveKind = "refusal"
    spares = bearing(context.words, verb) == "harm"
    if opposes:
        if _is_home_affair(context, verb):
            return
        kind = "concession"
    elif spares and (not yields or lemma(verb) in ("take", "carry")):
        if lemma(verb) != "take" and not _spares_another(context, verb, parties):
            return
        kind = "promise"  # "will not take revenge"
    for one in together:
        if one.i != verb.i and modals(one) - own:
            continue
        terms = verb_terms(context.reading, one, together)
        if kind == "promise" and terms is not None and one.i == verb.i:
            first = min([terms.start, *(c.idx for c in children(verb, "neg"))])
            terms = context.reading.span(first, terms.end)
        if kind == "promise" and not toward:
            toward = context.actors_or_owners(aimed_at(verb))
        for each in parties:
            yield from make(context, kind, each, terms, one, "negated-verb", toward)


def _is_home_affair(context: Context, verb: Token) -> bool:
    """ "would not contest the election", "not oppose the budget": politics at home."""
    return any(
        context.words.has(c, lemma(thing))
        for thing in children(verb, "dobj")
        for c in ("gathering", "law")
    )


def _spares_another(context: Context, verb: Token, parties: list[str]) -> bool:
    """Whether "will not attack the convoy" spares a power, its people or what is theirs."""
    things = aimed_at(verb)
    if lemma(verb) == "strike" and not things:
        return True  # "will not strike before May"
    named = [*context.actors_or_owners(things)]
    kinds = {a: context.reading.actor_by_id[a].kind for a in named if a not in parties}
    rules = any_power(context, tuple(parties), of_states=True)
    if any(k in _SPARED or (rules and k == "organisation") for k in kinds.values()):
        return True
    terms = verb_terms(context.reading, verb, [verb])
    issue = context.words.issue_of(terms.text) if terms is not None else "other"
    return any(context.words.has("target", lemma(thing)) for thing in things) or (
        rules and issue not in _NO_HARM
    )


def _holds_out(context: Context, verb: Token) -> bool:
    """ "would not switch off the jammers unless the North apologised": refused for a price."""
    terms = verb_terms(context.reading, verb, [verb])
    acts = any(context.words.has(c, lemma(verb)) for c in _ACTS) or children(verb, "prt")
    if terms is None or not acts or not children(verb, "dobj"):
        return False
    if any(
        marks(c) & {"unless", "until"} and children(c, *SUBJECTS) for c in children(verb, "advcl")
    ):
        return True
    return any(
        context.words.issue_of(noun.text) != "other" or context.words.has("asked", lemma(noun))
        for prep in verb.subtree
        if prep.lower_ == "without" and prep.dep_ == "prep"
        for noun in children(prep, "pobj")
    )


def _takes_orders(verb: Token) -> bool:
    """ "does not take orders from putschists"."""
    ordered = ("order", "instruction", "lecture", "dictation")
    return lemma(verb) == "take" and any(lemma(c) in ordered for c in children(verb, "dobj"))


def _hands_over(context: Context, verb: Token) -> bool:
    """ "will not give its land to the occupier": something that is bargained over."""
    things = children(verb, "dobj") if lemma(verb) in ("give", "provide") else []
    spans = [noun_terms(context.reading, thing) for thing in things]
    return any(span and context.words.issue_of(span.text) != "other" for span in spans)


def _bargains(context: Context, verb: Token) -> bool:
    """Whether "will not talk about the islands" refuses talks, and is no "would not discuss it"."""
    if lemma(verb) not in ("talk", "discuss"):
        return False
    terms = verb_terms(context.reading, verb, [verb])
    return terms is not None and context.words.issue_of(terms.text) not in ("other", "talks")


def spurned(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "called the offer inadequate": a refusal by whoever calls it so."""
    if lemma(verb) not in ("call", "describe", "brand", "label", "consider", "deem"):
        return
    if is_negated(verb) or children(verb, "auxpass"):
        return
    words = [c for c in verb.subtree if context.words.has("spurning", c.lower_)]
    subject = subject_of(verb)
    for thing in children(verb, "dobj"):
        is_put = context.words.has("put", lemma(thing)) or (
            any(w.lower_ == "unacceptable" for w in words) and thing.lower_ not in ("it", "that")
        )
        if not words or not is_put or subject is None or words[0].i < thing.i:
            continue
        terms = noun_terms(context.reading, thing)
        for party in context.parties(subject):
            yield from make(context, "refusal", party, terms, verb, "spurned")


def _meant(verb: Token) -> Token | None:
    """What is meant in "is going to leave", "intends to leave", "plans to leave"."""
    if lemma(verb) not in ("go", "intend", "plan", "mean"):
        return None
    if lemma(verb) == "go" and verb.tag_ != "VBG":
        return None
    found = [c for c in children(verb, "xcomp") if any(t.tag_ == "TO" for t in c.children)]
    return found[0] if found else None


def _unmeant(context: Context, verb: Token, meant: Token) -> Iterator[Draft]:
    """ "does not intend to give up land"."""
    subject = subject_of(verb)
    terms = verb_terms(context.reading, meant, [meant])
    if subject is None or terms is None:
        return
    if not context.words.has("yielding", lemma(meant)):
        if context.words.issue_of(terms.text) == "other":
            return
    for party in context.parties(subject):
        yield from make(context, "refusal", party, terms, verb, "not-meant")


def no_such_thing(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "There will be no talks", "no concessions will be made", "no question of leaving"."""
    party = source(context, statement)
    if party is None:
        return
    things = children(verb, "attr") if children(verb, "expl") else children(verb, "nsubjpass")
    for thing in things:
        if not any(c.lower_ == "no" for c in children(thing, "det")):
            continue
        if lemma(thing) in ("question", "point", "sense"):
            yield from _no_question(context, verb, thing, party)
            continue
        if not modals(verb) & (FUTURE | {"can", "could"}) or _is_forecast(verb):
            continue
        terms = noun_terms(context.reading, thing)
        bargained = any(context.words.has(c, lemma(thing)) for c in ("put", "pact", "stance"))
        if any(p.lower_ == "without" for p in (*children(thing, "prep"), *children(verb, "prep"))):
            bargained = bargained or context.words.has("asked", lemma(thing))
        if terms is not None and (bargained or context.words.issue_of(terms.text) != "other"):
            is_threat = any(marks(c) & {"if"} for c in children(verb, "advcl"))
            kind: MoveKind = "threat" if is_threat else "refusal"
            yield from make(context, kind, party, terms, verb, "no-such-thing")


def _is_forecast(verb: Token) -> bool:
    """ "warned that there would be no deal by May": feared, and not refused."""
    if verb.dep_ != "ccomp" or lemma(verb.head) != "warn":
        return False
    depends = any(marks(c) & {"if", "unless", "until"} for c in children(verb, "advcl"))
    return not depends and not any(t.lower_ in ("without", "until") for t in verb.subtree)


def _no_question(context: Context, verb: Token, noun: Token, party: str) -> Iterator[Draft]:
    for prep in children(noun, "prep"):
        for one in children(prep, "pcomp", "pobj") if prep.lower_ in ("of", "in") else ():
            terms = clause_terms(context.reading, one, [one])
            yield from make(context, "refusal", party, terms, verb, "no-such-thing")


def turned_down(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "The rebels' ultimatum would be rejected, he said"."""
    party = source(context, statement)
    things = children(verb, "nsubjpass")
    if party is None or not things or children(verb, "agent") or is_negated(verb):
        return
    own = modals(verb)
    refuses = any(c.kind == "refusal" for c in context.words.cues.get((lemma(verb), "verb"), ()))
    if not refuses or not own & (FUTURE | {"is", "are"}) or own & {"been", "being"}:
        return
    for thing in things:
        owned = owners(context.reading, thing)
        if context.words.has("put", lemma(thing)) and party not in owned:
            terms = noun_terms(context.reading, thing)
            yield from make(context, "refusal", party, terms, verb, "turned-down", tuple(owned))


def out_of_question(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "ceding land is not on the table", "enrichment is a red line for Ostland"."""
    if lemma(verb) not in ("be", "remain", "call", "cross"):
        return
    reading = context.reading
    end = min(verb.sent.end_char, verb.idx + 90)
    tail = reading.article.text[verb.idx : end].lower().replace("’", "'")
    head, _, rest = tail.partition(" ")
    tail = rest.removeprefix("n't ")
    found = next(
        (
            p
            for p in _OUT
            if tail.startswith((p, f"absolutely {p}", f"{p.removeprefix('a ')}"))
            or tail.startswith(f"not {p}")
        ),
        None,
    )
    if "n't" in head and found is None:
        found = next((p for p in _OUT if f"not {tail}".startswith(p)), None)
    if found is None or (tail.startswith("not") and not found.startswith("not")):
        return
    subjects = children(verb, *SUBJECTS)
    if not subjects:
        return
    party = source(context, statement)
    for prep in (t for t in verb.sent if t.lower_ == "for" and t.dep_ == "prep"):
        named = context.parties(next(iter(children(prep, "pobj")), prep))
        if named and "red line" in found:
            party = named[0]
    subject = subjects[0]
    if party is None:
        own = [o for o in owners(reading, subject) if context.is_party(o)]
        party = own[0] if own and "red line" in found else None
    terms = noun_terms(reading, subject)
    if subject.dep_ == "csubj":
        terms = clause_terms(reading, subject, [subject])
    is_put = any(context.words.has("put", lemma(t)) for t in subject.subtree)
    if terms is not None and (
        found != "unacceptable" or is_put or context.words.issue_of(terms.text) != "other"
    ):
        yield from make(context, "refusal", party, terms, verb, "red-line")


def from_right(context: Context, noun: Token) -> Iterator[Draft]:
    """ "retains the sovereign right to decide ...": a refusal to let others decide."""
    verb = noun.head
    if noun.dep_ != "dobj" or lemma(verb) not in ("retain", "reserve", "keep", "have"):
        return
    if not any(c.lower_ in ("sovereign", "sole", "own", "exclusive") for c in noun.children):
        return
    subject = subject_of(verb)
    if subject is None or is_negated(verb):
        return
    for party in context.parties(subject):
        terms = noun_terms(context.reading, noun)
        yield from make(context, "refusal", party, terms, verb, "reserved-right")
