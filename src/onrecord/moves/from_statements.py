"""Moves that are statements: who demands, offers, threatens, promises, refuses, accepts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.events.status import status_of
from onrecord.language.reading import Reading
from onrecord.moves.found import Draft
from onrecord.record import MoveKind, Span, Statement

_KINDS: dict[str, MoveKind] = {
    "demand": "demand",
    "urge": "demand",
    "ask": "demand",
    "offer": "offer",
    "propose": "offer",
    "threaten": "threat",
    "promise": "promise",
    "accept": "acceptance",
    "agree": "acceptance",
    "reject": "refusal",
}
_QUESTION = re.compile(r"(?:whether|if|why|how|what|when|who|where|about)\b", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:that|which|it|this|so|one|them|him|her)[.,]?", re.IGNORECASE)
_SHORTEST = 2  # words
_PARTIES = frozenset({"person", "state", "government", "organisation", "armed-group", "unnamed"})
_ASKS = re.compile(r"\b(?:seek|sought|seeking|ask\w* for|call\w* for|request)", re.IGNORECASE)


def from_statements(reading: Reading, statements: Sequence[Statement]) -> Iterator[Draft]:
    """A draft for each statement whose act is a move and whose content says what."""
    by_id = {statement.id: statement for statement in statements}
    for statement in statements:
        kind = _kind(statement)
        if kind is None or statement.negated or not _is_party(reading, statement):
            continue
        if kind == "refusal" and _is_possible(statement):
            continue  # what somebody may be turning down is no refusal
        if kind == "acceptance" and not _has_happened(reading, statement):
            continue
        terms = max(statement.content, key=lambda span: span.end - span.start)
        words = terms.text.strip("“”\"'‘’,. ")
        if _PRONOUN.fullmatch(words):
            antecedent = _antecedent(reading, statement)
            if antecedent is None:
                continue
            terms = antecedent
        elif len(words.split()) < _SHORTEST or _QUESTION.match(words):
            continue
        yield Draft(
            kind=kind,
            party=statement.source,
            terms=terms,
            span=reading.span(min(statement.start, terms.start), max(statement.end, terms.end)),
            toward=_put_to(reading, statement),
            statement=_word(statement, by_id),
            is_possible=_is_possible(statement),
            is_reported=statement.via is not None,
            rule="statement-act",
            detail=f"the statement {statement.id} is read as {statement.act}",
        )


def _kind(statement: Statement) -> MoveKind | None:
    if statement.act == "ask":
        cue = " ".join(span.text for span in statement.cue)
        if not _ASKS.search(cue):
            return None
    return _KINDS.get(statement.act)


def _is_party(reading: Reading, statement: Statement) -> bool:
    """Analysts and reporters describe the bargaining; they do not take part in it."""
    if statement.source is None or statement.source_kind in ("outlet", "document"):
        return False
    actor = reading.actor_by_id.get(statement.source)
    if actor is None or actor.kind not in _PARTIES:
        return False
    return not (actor.kind == "person" and actor.sector in ("EDU", "JRN"))


def _has_happened(reading: Reading, statement: Statement) -> bool:
    """Whether something was accepted, not merely to be accepted ("for Russia to agree")."""
    if not statement.cue:
        return False
    token = reading.tokens(statement.cue[0].start, statement.cue[0].end).root
    return status_of(token, None) in ("happened", "ongoing", "planned")


def _put_to(reading: Reading, statement: Statement) -> tuple[str, ...]:
    actor = reading.actor_by_id.get(statement.addressee or "")
    return () if actor is None or actor.kind in ("media", "unnamed") else (actor.id,)


def _is_possible(statement: Statement) -> bool:
    cue = " ".join(span.text for span in statement.cue).casefold()
    return statement.hedged and any(word in cue.split() for word in ("may", "might", "could"))


def _word(statement: Statement, by_id: dict[str, Statement]) -> str:
    """On whose word the move stands: the statement that reports it, else itself."""
    parent = by_id.get(statement.via or "")
    return parent.id if parent is not None else statement.id


def _antecedent(reading: Reading, statement: Statement) -> Span | None:
    """The noun phrase that "that" stands for: "the full ceasefire that Ukraine has sought"."""
    tokens = reading.tokens(statement.content[0].start, statement.content[0].end)
    verb = tokens[0].head
    if verb.dep_ != "relcl":
        verb = next((a for a in tokens[0].ancestors if a.dep_ == "relcl"), verb)
    if verb.dep_ != "relcl":
        return None
    noun = verb.head
    words = [t for t in noun.subtree if t.i < verb.left_edge.i]
    return reading.span(words[0].idx, words[-1].idx + len(words[-1])) if words else None
