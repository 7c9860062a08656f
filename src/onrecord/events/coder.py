"""Coding the events of an article by trigger words and the frames they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from onrecord.events.clause import words_of
from onrecord.events.figures import figures_of
from onrecord.events.found import Found
from onrecord.events.parties import parties
from onrecord.events.setting import place_of, when_of
from onrecord.events.status import status_of
from onrecord.language.reading import Reading
from onrecord.record import Event, Reason, Span, Statement, row_id
from onrecord.vocabulary.events import Ontology, Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token

_VERBAL = frozenset({"REQUEST", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SANCTION"})
_ONE_SIDED = frozenset({"PROTEST", "ASSAULT", "COERCE", "MOBILIZE", "RETREAT", "CONSULT", "AGREE"})


@dataclass
class _Coded:
    """An event before it has its id."""

    event: Event
    trigger: Trigger
    token_text: str


def code_events(reading: Reading, statements: Sequence[Statement], ontology: Ontology) -> Found:
    """The events of an article.

    A word is coded where it is in the trigger table, stands in a body sentence, and somebody
    acts or is acted upon. The same event told again in the article (same category, parties
    and status, and no other day) is one row with several ``mentions``.

    Args:
        reading: the article's reading.
        statements: its statements, for on whose word an event stands.
        ontology: categories and triggers.
    """
    coded: list[_Coded] = []
    for sentence in reading.sentences():
        for token in sentence:
            trigger = trigger_at(token, ontology)
            if trigger is not None:
                one = _code(reading, token, trigger, statements, ontology)
                if one is not None and not _is_cue(one, statements):
                    coded.append(one)
    return _rows(reading, _merged(coded))


def trigger_at(token: Token, ontology: Ontology) -> Trigger | None:
    """The trigger that ``token`` is, with its particle where it has one."""
    if token.pos_ == "VERB":
        lemma = token.lemma_.lower()
        for child in token.children:
            if child.dep_ in ("prt", "prep") and child.i > token.i:
                found = ontology.triggers.get((f"{lemma}_{child.lower_}", "verb"))
                if found is not None:
                    return found
        return ontology.triggers.get((lemma, "verb"))
    if token.pos_ in ("NOUN", "PROPN") and token.dep_ != "compound" and token.text.islower():
        lemma = token.lemma_.lower()
        if token.i and token.nbor(-1).dep_ == "compound":
            pair = ontology.triggers.get((f"{token.nbor(-1).lemma_.lower()}_{lemma}", "noun"))
            if pair is not None:
                return pair
        found = ontology.triggers.get((token.lower_, "noun"))
        return found or ontology.triggers.get((lemma, "noun"))
    return None


def _code(
    reading: Reading,
    token: Token,
    trigger: Trigger,
    statements: Sequence[Statement],
    ontology: Ontology,
) -> _Coded | None:
    actors, recipients = parties(reading, token, trigger)
    figures = tuple(figures_of(reading, token))
    if not actors and not recipients and not figures:
        return None
    if not recipients and not figures and not _may_stand_alone(reading, trigger, actors):
        return None
    statement = innermost(statements, token.idx)
    status = status_of(token, statement)
    if status is None:
        return None
    words = words_of(reading, token)
    category = ontology.categories[trigger.event]
    event = Event(
        id="",
        article=reading.article.id,
        start=words.start,
        end=words.end,
        text=words.text,
        trigger=reading.span_of(token),
        event=trigger.event,
        status=status,
        mode=trigger.mode,
        cameo=category.cameo,
        quad=category.quad,
        actors=tuple(actors),
        recipients=tuple(recipients),
        place=place_of(reading, token),
        when=when_of(reading, token),
        figures=figures,
        statement=statement.id if statement else None,
    )
    return _Coded(event, trigger, token.text)


def _may_stand_alone(reading: Reading, trigger: Trigger, actors: Sequence[str]) -> bool:
    """Whether an event makes sense with nobody acted upon.

    What is only said needs an actor with a country, a state or an organisation, so that "he
    asked for more" is no event.
    """
    if trigger.event in _ONE_SIDED:
        return True
    known = [reading.actor_by_id[a] for a in actors]
    return trigger.event in _VERBAL and any(a.country and a.sector != "JRN" for a in known)


def innermost(statements: Sequence[Statement], offset: int) -> Statement | None:
    """The statement with the shortest content that holds the character at ``offset``."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        for span in statement.content:
            length = span.end - span.start
            if span.start <= offset < span.end and (best is None or length < best[0]):
                best = (length, statement)
    return best[1] if best else None


def _is_cue(coded: _Coded, statements: Sequence[Statement]) -> bool:
    """Whether a trigger is only the cue of a question or remark ("asked about it, he said")."""
    trigger = coded.event.trigger
    for statement in statements:
        for span in statement.cue:
            if span.start <= trigger.start < span.end:
                return statement.act in ("say", "report", "believe", "feel", "intend", "want")
    return False


def _merged(coded: list[_Coded]) -> list[_Coded]:
    """Mentions of one event in the article become one."""
    kept: list[_Coded] = []
    for one in coded:
        twin = next((other for other in kept if _is_same(other.event, one.event)), None)
        if twin is None:
            kept.append(one)
        else:
            twin.event = _gathered(twin.event, one.event)
    return kept


def _is_same(first: Event, second: Event) -> bool:
    if (first.event, first.status) != (second.event, second.status):
        return False
    mine = {*first.actors, *first.recipients}
    theirs = {*second.actors, *second.recipients}
    if len(mine) < 2 or mine != theirs:
        return False
    if first.when is not None and second.when is not None and first.when != second.when:
        return False
    killed = [{(f.what, f.low) for f in e.figures} for e in (first, second)]
    return not (killed[0] and killed[1] and killed[0] != killed[1])


def _gathered(first: Event, second: Event) -> Event:
    return msgspec.structs.replace(
        first,
        mentions=(*first.mentions, second.trigger),
        when=first.when or second.when,
        place=first.place or second.place,
        figures=first.figures or second.figures,
    )


def _rows(reading: Reading, coded: list[_Coded]) -> Found:
    rows, reasons = [], []
    for number, one in enumerate(coded, 1):
        identity = row_id(reading.article.id, "e", number)
        rows.append(msgspec.structs.replace(one.event, id=identity))
        trigger: Span = one.event.trigger
        detail = (
            f"“{trigger.text}” is a {one.trigger.pos} of {one.trigger.event} in triggers.csv "
            f"({one.trigger.lemmas[0]}…); status {one.event.status}"
        )
        reasons.append(
            Reason(
                row=identity,
                article=reading.article.id,
                rule=f"trigger-{one.trigger.pos}",
                detail=detail,
            )
        )
    return Found(tuple(rows), tuple(reasons))
