"""What every rule for the words of a party needs: who says them, and whether of themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    ids,
    is_negated,
    joined,
    lemma,
    marks,
    trimmed,
)
from onrecord.moves.parties import Context
from onrecord.moves.terms import clause_terms
from onrecord.record import MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_LEADING = re.compile(
    r"\b(?:in (?:return|exchange) for|on (?:the )?(?:condition|proviso|understanding) that|"
    r"provided(?: that)?|"
    r"(?:as|so) long as(?! it takes)|"
    r"only (?:after|once|when|if))\b"
)
_FAR = 120  # characters from an act to the words that make it conditional
SELF = frozenset({"i", "we"})
_UNIONS = frozenset({"EUR", "IGO"})  # countries of bodies of many states


def source(context: Context, statement: Statement | None) -> str | None:
    """The party that says it: no medium, no analyst, no thought of somebody else's."""
    if statement is None or statement.negated or statement.form == "thought":
        return None
    return statement.source if context.is_party(statement.source) else None


def make(
    context: Context,
    kind: MoveKind,
    party: str | None,
    terms: Span | None,
    verb: Token,
    rule: str,
    toward: tuple[str, ...] = (),
) -> Iterator[Draft]:
    if terms is None or party is None:
        return
    starts = [
        terms.start,
        verb.idx,
        *(c.left_edge.idx for c in children(verb, *SUBJECTS) if c.sent.start == verb.sent.start),
    ]
    yield Draft(
        kind=kind,
        party=party,
        terms=terms,
        cue=context.reading.span_of(verb),
        start=min(starts),
        end=max(terms.end, verb.idx + len(verb)),
        rule=rule,
        detail=f"“{verb.text}” in what the party says",
        toward=tuple(t for t in toward if t != party),
    )


def shared(verb: Token) -> list[Token]:
    """A verb and the verbs joined to it that share its subject."""
    return [
        v
        for v in joined(verb)
        if v.i == verb.i
        or (v.pos_ == "VERB" and not children(v, *SUBJECTS) and v.tag_ not in ("VBD", "VBZ"))
    ]


def whole_clause(context: Context, verb: Token) -> Span | None:
    terms = clause_terms(context.reading, verb, [verb])
    if terms is None:
        return None
    starts = [c.left_edge.idx for c in children(verb, *SUBJECTS) if c.sent == verb.sent]
    return trimmed(context.reading, min([terms.start, *starts]), terms.end)


def is_same_side(context: Context, party: str, subject: str) -> bool:
    one = context.reading.actor_by_id.get(party)
    other = context.reading.actor_by_id.get(subject)
    if one is None or other is None:
        return False
    if any(role.of == subject for role in one.roles):
        return True
    if one.country is None or other.country is None:
        return one.kind == "person" and other.kind in ("organisation", "armed-group")
    if one.country != other.country:
        return False
    return other.kind in ("state", "government") or other.country in _UNIONS


def is_self(context: Context, statement: Statement, party: str, subject: Token) -> bool:
    """Whether the subject of a clause is whoever says it, or their own side."""
    mine = context.parties(subject)
    if subject.lower_ in SELF or party in mine:
        return True
    if any(is_same_side(context, party, one) for one in mine):
        return True
    if not mine and _says_of_itself(context, party, subject):
        return True
    if any(context.is_named_in_source(statement, one) for one in mine):
        return True
    owned = ids(context.reading, children(subject, "poss"))
    if party in owned or any(context.is_named_in_source(statement, one) for one in owned):
        return True
    own_names = children(subject, "poss", "amod", "compound")
    return lemma(subject) in context.words.classes["spokesman"] and not own_names


def _says_of_itself(context: Context, party: str, subject: Token) -> bool:
    """ "A bloc of islands said it would": a pronoun that nothing else resolves."""
    clause = subject.head
    person = context.reading.actor_by_id[party].kind == "person"
    fitting = ("they", "he", "she") if person else ("they", "it")
    if subject.lower_ not in fitting or clause.dep_ != "ccomp":
        return False
    return party in context.parties_of(clause.head)


def has_condition(verb: Token) -> bool:
    if any(
        marks(c) & {"if", "once", "provided", "when"} and children(c, *SUBJECTS)
        for act in (verb, *children(verb, "ccomp", "xcomp"))
        for c in children(act, "advcl")
    ):
        return True
    sentence = verb.sent
    after = verb.doc[verb.i : sentence.end].text
    match = _LEADING.search(after)
    return match is not None and match.start() < _FAR


def unless_they_do(verb: Token) -> bool:
    """Whether an act follows where somebody else does not do something."""
    return any(
        marks(c) & {"if"}
        and (is_negated(c) or lemma(c) in ("fail", "refuse") or _does_nothing(c))
        and any(s.lower_ not in (*SELF, "there") for s in children(c, "nsubj"))
        for c in children(verb, "advcl")
    )


def _does_nothing(verb: Token) -> bool:
    return any(
        c.lower_ in ("nothing", "no") for o in children(verb, "dobj") for c in (o, *o.children)
    )
