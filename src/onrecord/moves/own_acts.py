"""Threats, promises and offers in what a party says it will do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.bearing import SHUT, bearing, stays_away
from onrecord.moves.found import Draft
from onrecord.moves.from_verbs import cues_of
from onrecord.moves.grammar import children, is_negated, lemma, marks, modals, subject_of
from onrecord.moves.mood import FUTURE, MAYBE
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.moves.saying import (
    SELF,
    has_condition,
    is_same_side,
    is_self,
    make,
    shared,
    source,
    unless_they_do,
    whole_clause,
)
from onrecord.moves.terms import noun_terms, verb_terms
from onrecord.moves.toward import any_power
from onrecord.record import MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_SETTING_OUT = frozenset({"move", "prepare", "plan", "set", "decide", "agree", "vote", "intend"})
_TREATED = frozenset({"punish", "hit", "penalise", "penalize", "jail", "dismiss", "sack", "shoot"})
_MET = frozenset({"meet", "answer", "charge"})
_SUFFERED = frozenset({"face", "pay", "suffer", "see", "get", "bear", "risk", "meet"})
_DOOMED = frozenset({"burn", "perish", "suffer", "pay", "regret", "die"})
_CONDITION = re.compile(
    r"\b(?:if|unless|should|or|otherwise|who|(?:sooner|rather) than|without an?)\b", re.IGNORECASE
)
_DEEMING = frozenset({"treat", "regard", "consider", "view", "see"})
_ACTS = ("harm", "helping", "yielding", "ending", "starting")
_STAYING = frozenset({"stay", "stand", "remain", "continue", "keep"})


def own_act(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "we will retaliate", "Velmark would release the men": a threat or a promise."""
    party = source(context, statement)
    own = modals(verb)
    if is_negated(verb) or "have" in own:
        return
    if party is None:
        is_told = (
            statement is not None and not statement.negated and not context.is_observed(statement)
        )
        if statement is None or statement.form == "thought" or is_told:
            drafts = list(_announced(context, verb)) if not is_told else []
            subject = subject_of(verb)
            if not drafts and own & FUTURE and subject is not None:
                drafts = list(_offered_for(context, verb, statement, subject))
                drafts = drafts or list(_would_if(context, verb, subject))
            yield from drafts
        return
    is_finite = verb.tag_ in ("VBZ", "VBP") and bool(children(verb, "nsubj"))
    is_facing = is_finite and lemma(verb) in ("face", "risk") and _CONDITION.search(verb.sent.text)
    if own & MAYBE and not own & FUTURE:
        yield from _maybe(context, verb, statement, party)
        return
    if not own & FUTURE and not is_facing:
        return
    if not children(verb, "nsubj", "nsubjpass") and verb.dep_ != "conj":
        return
    subject = subject_of(verb)
    if subject is not None and children(verb, "nsubjpass") and lemma(verb) in _DEEMING:
        if "act of war" in verb.sent.text or "declaration of war" in verb.sent.text:
            toward = context.actors_or_owners([subject])
            terms = whole_clause(context, verb)
            yield from make(context, "threat", party, terms, verb, "own-act", toward)
        return
    if subject is None:
        return
    if children(verb, "nsubjpass", "auxpass"):
        yield from _befalls(context, verb, party, subject)
        yield from _granted(context, verb, party)
        return
    mine = context.parties(subject)
    word = lemma(verb)
    if statement is None or not is_self(context, statement, party, subject):
        if word in _STAYING and context.words.issue_of(_text(context, subject)) != "other":
            if not mine and word in ("stay", "stand", "remain"):
                terms = whole_clause(context, verb)
                yield from make(context, "refusal", party, terms, verb, "standing")
                return
        if word in _STAYING and any(c.lower_ in SHUT for c in children(verb, "acomp", "oprd")):
            terms = whole_clause(context, verb)
            yield from make(context, "refusal", party, terms, verb, "standing")
            return
        others = list(_befalls(context, verb, party, subject))
        others = others or list(_walkout(context, verb))
        others = others or list(_offered_for(context, verb, statement, subject))
        yield from others or _threatened_for(context, verb, statement, subject)
        return
    maker = mine[0] if mine and subject.lower_ not in SELF else party
    if children(subject, "poss") and party not in mine:
        maker = party
    if any(cue.kind not in ("concession", "refusal") for cue, _ in cues_of(context, verb)):
        return
    if own & {"would"} and statement.form == "direct" and not has_condition(verb):
        return
    if lemma(subject) in context.words.classes["spokesman"] and party not in mine:
        maker = party
    conditional = has_condition(verb)
    if context.is_in_business(maker) and not conditional and not _CONDITION.search(verb.sent.text):
        return  # "will close three plants", "will resume flights"
    together = shared(verb)
    first: MoveKind | None = None
    for one in together:
        terms = verb_terms(context.reading, one, together)
        kind = _kind_of_act(context, one, terms, conditional)
        if kind is None and first == "promise" and context.words.has("helping", lemma(one)):
            kind = first
        first = first or kind
        if kind is not None:
            aimed = context.actors_or_owners(aimed_at(one))
            yield from make(context, kind, maker, terms, one, "own-act", aimed)


def _kind_of_act(
    context: Context, verb: Token, terms: Span | None, conditional: bool
) -> MoveKind | None:
    words, word = context.words, lemma(verb)
    if terms is None:
        return None
    if word in _DEEMING and "war" in terms.text:
        return "threat"
    if stays_away(words, verb):
        return None  # read as a refusal
    found = bearing(words, verb)
    owned = [c for o in children(verb, "dobj") for c in o.children if c.lower_ == "own"]
    if owned and found == "harm":
        return None  # it would hurt the party itself
    if conditional and any(c.lower_ == "only" for c in children(verb, "advmod")):
        return "offer"  # "would only reconsider talks if"
    is_unless = any(marks(c) & {"unless"} for c in children(verb, "advcl"))
    if is_unless and (word in ("let", "allow") or children(verb, "dobj")):
        if not words.has("feeling", word) and not words.has("speaking", word):
            return "threat"
    if found == "harm" or (
        words.has("harm", word) and any(marks(c) & {"unless"} for c in children(verb, "advcl"))
    ):
        return "threat"
    if conditional and unless_they_do(verb) and children(verb, "dobj", "prep", "prt"):
        return "threat"  # "if they do not shape up, we would withdraw"
    if conditional and not words.has("speaking", word) and not words.has("feeling", word):
        refuses = any(
            cue.kind == "refusal" and "object" in cue.frames for cue, _ in cues_of(context, verb)
        )
        return None if refuses else "offer"
    if found == "help" and not words.has("faint", word):
        return "promise" if words.issue_of(terms.text) != "other" else None
    return None


def _befalls(context: Context, verb: Token, party: str, subject: Token) -> Iterator[Draft]:
    """ "India will be punished", "they would pay a heavy price": a threat to the subject."""
    words, word = context.words, lemma(verb)
    if children(verb, "nsubjpass", "auxpass"):
        is_harm = word in _TREATED or (words.has("harm", word) and bearing(words, verb) == "harm")
        if word in _MET:
            is_harm = any(
                words.has("harm-noun", lemma(p))
                for prep in children(verb, "prep", "agent")
                for p in children(prep, "pobj")
            )
    else:
        things = children(verb, "dobj")
        is_harm = word in _SUFFERED and any(words.has("harm-noun", lemma(t)) for t in things)
        is_harm = is_harm or (word in _DOOMED and not things)
    if not is_harm or children(verb, "agent"):
        return
    toward = context.actors([subject]) or context.actors(children(subject, "poss"))
    is_own = party in toward or any(is_same_side(context, party, one) for one in toward)
    is_warned = _names_the_warned(subject) or words.has("harm-noun", lemma(subject))
    if is_own or not (is_warned or _are_opponents(context, toward, verb)):
        return
    named = bool(context.actors([subject]))
    terms = verb_terms(context.reading, verb, shared(verb)) if named else None
    terms = terms or whole_clause(context, verb)
    yield from make(context, "threat", party, terms, verb, "befalls", toward)


def _granted(context: Context, verb: Token, party: str) -> Iterator[Draft]:
    """ "The others would be freed once talks began, the ministry said": an offer."""
    is_after = any(marks(c) & {"after"} for c in children(verb, "advcl"))
    if not (has_condition(verb) or is_after) or children(verb, "agent"):
        return
    terms = whole_clause(context, verb)
    if bearing(context.words, verb) != "help" or terms is None:
        return
    if context.words.issue_of(terms.text) != "other":
        yield from make(context, "offer", party, terms, verb, "own-act")


def _names_the_warned(subject: Token) -> bool:
    """ "those who", "anyone who", "countries that buy oil"."""
    return subject.lower_ in ("those", "anyone", "anybody", "whoever") or bool(
        children(subject, "relcl")
    )


def _are_opponents(context: Context, toward: tuple[str, ...], verb: Token) -> bool:
    """Whether it befalls a power, or whoever it is on a condition."""
    if not toward:
        return False
    return any_power(context, toward) or bool(_CONDITION.search(verb.sent.text))


def _offered_for(
    context: Context, verb: Token, statement: Statement | None, subject: Token
) -> Iterator[Draft]:
    """ "Officials said Velmark would free the men if ...": an offer of Velmark's on their word."""
    if not has_condition(verb) or bearing(context.words, verb) != "help":
        return
    if context.is_observed(statement) or children(verb, "nsubjpass", "auxpass"):
        return
    terms = verb_terms(context.reading, verb, shared(verb))
    if terms is None:
        return
    for one in context.parties(subject):
        aimed = context.actors_or_owners(aimed_at(verb))
        yield from make(context, "offer", one, terms, verb, "own-act", aimed)


def _threatened_for(
    context: Context, verb: Token, statement: Statement | None, subject: Token
) -> Iterator[Draft]:
    """ "Officials said Brussels will issue the fine unless ...": a threat on their word."""
    if context.is_observed(statement) or not children(verb, "dobj"):
        return
    if not any("unless" in marks(c) and children(c, "nsubj") for c in children(verb, "advcl")):
        return
    terms = verb_terms(context.reading, verb, shared(verb))
    if _kind_of_act(context, verb, terms, True) != "threat":
        return
    for one in context.parties(subject):
        aimed = context.actors_or_owners(aimed_at(verb))
        yield from make(context, "threat", one, terms, verb, "own-act", aimed)


def _would_if(context: Context, verb: Token, subject: Token) -> Iterator[Draft]:
    """ "It would, however, put off the plan if ...": the talk of the sentence before goes on."""
    if subject.pos_ != "PRON" or "would" not in modals(verb) or not children(verb, "dobj"):
        return
    particle = "".join(f"_{c.lower_}" for c in children(verb, "prt"))
    acts = any(context.words.has(c, lemma(verb) + particle) for c in _ACTS)
    if not acts or not has_condition(verb):
        return
    terms = verb_terms(context.reading, verb, shared(verb))
    kind = _kind_of_act(context, verb, terms, True)
    for one in context.parties(subject):
        if kind in ("offer", "threat"):
            aimed = context.actors_or_owners(aimed_at(verb))
            yield from make(context, kind, one, terms, verb, "own-act", aimed)


def _maybe(
    context: Context, verb: Token, statement: Statement | None, party: str
) -> Iterator[Draft]:
    """ "it might call off the summit": a possible threat."""
    subject = subject_of(verb)
    if subject is None or statement is None:
        return
    if not is_self(context, statement, party, subject):
        for one in _offered_for(context, verb, statement, subject):
            yield one.having(is_possible=True)
        return
    found = bearing(context.words, verb)
    is_offer = has_condition(verb) and found != "harm" and bool(children(verb, "dobj", "xcomp"))
    if (found != "harm" and not is_offer) or children(verb, "auxpass"):
        return
    kind: MoveKind = "offer" if is_offer else "threat"
    terms = verb_terms(context.reading, verb, shared(verb))
    aimed = context.actors_or_owners(aimed_at(verb))
    for one in make(context, kind, party, terms, verb, "own-act", aimed):
        yield one.having(is_possible=True)


def _announced(context: Context, verb: Token) -> Iterator[Draft]:
    """In the outlet's voice: a walkout to come, and what is done unless somebody gives way."""
    if modals(verb) & FUTURE:
        yield from _walkout(context, verb)
        return
    if not sets_out(verb) or bearing(context.words, verb) != "harm":
        return
    if not any("unless" in marks(c) for c in children(verb, "advcl")):
        return
    for party in context.parties_of(verb):
        terms = verb_terms(context.reading, verb, shared(verb))
        aimed = context.actors_or_owners(aimed_at(verb))
        yield from make(context, "threat", party, terms, verb, "own-act", aimed)


def sets_out(verb: Token) -> bool:
    """Whether it is the infinitive of "moved to", "prepared to"."""
    return verb.dep_ in ("advcl", "xcomp") and lemma(verb.head) in _SETTING_OUT


def _walkout(context: Context, verb: Token) -> Iterator[Draft]:
    """ "Doctors will walk out on Monday" in the outlet's voice."""
    words = context.words
    things = {lemma(c) for c in children(verb, "dobj", "pobj")}
    things |= {lemma(p) for prep in children(verb, "prep") for p in children(prep, "pobj")}
    particles = {c.lower_ for c in children(verb, "prt", "advmod", "prep")}
    word = lemma(verb)
    stops = (
        word == "strike"
        or (word == "walk" and particles & {"out", "off"})
        or (word in ("down", "stop") and things & {"tool", "work"})
        or (word in ("stage", "hold", "begin", "launch", "go") and things & {"strike", "walkout"})
    )
    subject = subject_of(verb)
    if not stops or subject is None or children(verb, "auxpass"):
        return
    if words.has("sport", lemma(subject)) or things & {"deal", "target", "ball"}:
        return
    for party in context.parties(subject):
        terms = verb_terms(context.reading, verb, shared(verb))
        yield from make(context, "threat", party, terms, verb, "walkout")


def _text(context: Context, token: Token) -> str:
    span = noun_terms(context.reading, token)
    return span.text if span is not None else token.text


def in_turn(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "In return New Delhi could cut its duty": a possible offer."""
    own = modals(verb)
    if not own & (FUTURE | {"could", "may", "might"}) or is_negated(verb):
        return
    turn = [
        p
        for p in children(verb, "prep")
        if p.lower_ == "in" and any(c.lower_ in ("return", "exchange") for c in p.children)
    ]
    subject = subject_of(verb)
    if not turn or subject is None or context.is_observed(statement):
        return
    for party in context.parties(subject):
        terms = verb_terms(context.reading, verb, shared(verb))
        for one in make(context, "offer", party, terms, verb, "in-return"):
            yield one.having(is_possible=True)
