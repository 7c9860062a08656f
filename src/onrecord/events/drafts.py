"""The events of one sentence, before those of the whole article are put together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec

from onrecord.events.clause import words_of
from onrecord.events.contexts import contexts_of
from onrecord.events.countries import settle, settle_between, settle_in_sentence
from onrecord.events.embedding import Place, above, governed, place_of_match
from onrecord.events.figures import figures_of
from onrecord.events.folding import folded
from onrecord.events.parties import Parties, parties
from onrecord.events.people import People
from onrecord.events.protest import aims, is_topic
from onrecord.events.rules import Coding, coding_of
from onrecord.events.setting import place_of, when_of
from onrecord.events.sifting import stands
from onrecord.events.status import status_of
from onrecord.events.triggers import Match, match_at, object_words
from onrecord.language.reading import Reading
from onrecord.record import Event, EventPlace, Figure, Span, Statement, When
from onrecord.vocabulary.events import NO_EVENT, Category, Frame, Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


@dataclass(frozen=True)
class Draft:
    """An event before it has its id.

    Attributes:
        match: the trigger and its frame.
        place: what event it stands inside or beside.
        coding: category, mode, status after the rules of the manual.
        sides: who.
        words, trigger: where it stands.
        mentions: the triggers of further mentions.
    """

    match: Match
    place: Place
    coding: Coding
    sides: Parties
    words: Span
    trigger: Span
    contexts: tuple[str, ...] = ()
    where: EventPlace | None = None
    when: When | None = None
    figures: tuple[Figure, ...] = ()
    statement: str | None = None
    mentions: tuple[Span, ...] = ()

    @property
    def rule(self) -> str:
        """The name of the rule that made it."""
        return f"trigger-{self.match.frame.trigger.pos}"

    def why(self) -> str:
        """One plain sentence on what made it."""
        frame = self.match.frame
        words = "_".join((frame.trigger.lemmas[0], *frame.parts))
        asked = " with an object it asks for" if frame.objects or frame.asks else ""
        changed = f"; {self.coding.why}" if self.coding.why else ""
        return (
            f"“{self.trigger.text}” meets the {frame.trigger.pos} frame of {words!r}{asked} for "
            f"{frame.trigger.event} in {frame.table}.csv{changed}; status {self.coding.status}"
        )

    def row(self, reading: Reading, ontology: Ontology, identity: str) -> Event:
        """The row."""
        category = ontology.categories[self.coding.event]
        return Event(
            id=identity,
            article=reading.article.id,
            start=self.words.start,
            end=self.words.end,
            text=self.words.text,
            trigger=self.trigger,
            event=category.name,
            status=self.coding.status,
            mode=self.coding.mode,
            contexts=self.contexts,
            cameo=category.cameo,
            quad=category.quad,
            actors=self.sides.actors,
            recipients=self.sides.recipients,
            place=self.where,
            when=self.when,
            figures=self.figures,
            statement=self.statement,
            mentions=self.mentions,
        )


def drafts_of(
    reading: Reading,
    sentence: Tokens,
    statements: Sequence[Statement],
    ontology: Ontology,
    people: People,
) -> list[Draft]:
    """The events of a sentence: those of main clauses and complements first."""
    matches = _matches(reading, sentence, ontology)
    if not matches:
        return []
    places = {i: place_of_match(match, matches) for i, match in matches.items()}
    sides: dict[int, Parties] = {}
    for index in sorted(matches, reverse=True):  # what stands inside comes after, mostly
        match = matches[index]
        inside = governed(match, places, matches)
        inner = {m.token.i: sides[m.token.i] for m in inside if m.token.i in sides}
        both = ontology.categories[match.event].both
        sides[index] = parties(people, match, inner, both=both)
    sides = aims(matches, places, sides)
    contexts = contexts_of(sentence, ontology)
    drafts = []
    for index, match in matches.items():
        inside = governed(match, places, matches)
        draft = _draft(reading, match, places, inside, sides[index], statements, ontology, people)
        if draft is not None:
            drafts.append(replace(draft, contexts=contexts))
    drafts = folded(_without_echoes(drafts))
    return sorted(drafts, key=lambda d: (d.place.relation == "adjunct", d.trigger.start))


def _matches(reading: Reading, sentence: Tokens, ontology: Ontology) -> dict[int, Match]:
    """The matches of a sentence by token index, nouns that a verb's frame takes up left out."""
    found: dict[int, Match] = {}
    for token in sentence:
        match = match_at(reading, token, ontology)
        if match is not None:
            found[token.i] = match
    for index, match in list(found.items()):
        if match.frame.trigger.pos == "noun" and _is_taken_up(match, found):
            del found[index]
    return {i: m for i, m in found.items() if m.event != NO_EVENT}


def _is_taken_up(match: Match, found: dict[int, Match]) -> bool:
    """Whether a noun is the object that the frame of its verb asks for: "launched an attack"."""
    noun = match.token
    step = noun
    while step.dep_ in ("conj", "pobj", "prep") and step.head != step:
        step = step.head
        if step.pos_ == "VERB":
            break
    verb = step if step.pos_ == "VERB" else noun.head
    governor = found.get(verb.i)
    if governor is None or governor.frame.trigger.pos != "verb" or not governor.frame.objects:
        return False
    if noun.dep_ not in ("dobj", "nsubjpass", "conj", "pobj", "attr"):
        return False
    words = {noun.lemma_.lower(), noun.lower_}
    if governor.frame.objects.isdisjoint(words) and not _joined_in(governor, noun):
        return False
    if match.event == governor.event and match.frame.trigger.mode is not None:
        if governor.frame.trigger.mode is None:  # "carried out an air strike" is aerial
            found[verb.i] = Match(governor.token, _with_mode(governor, match))
    return True


def _joined_in(governor: Match, noun: Token) -> bool:
    """ "joint_exercise": the frame asks for the noun with the word before it."""
    lemma = noun.lemma_.lower()
    words = {w for w in object_words(governor.token) if w.endswith(f"_{lemma}")}
    return not governor.frame.objects.isdisjoint(words)


def _with_mode(governor: Match, match: Match) -> Frame:
    trigger = msgspec.structs.replace(governor.frame.trigger, mode=match.frame.trigger.mode)
    return replace(governor.frame, trigger=trigger)


def _draft(
    reading: Reading,
    match: Match,
    places: dict[int, Place],
    inside: list[Match],
    sides: Parties,
    statements: Sequence[Statement],
    ontology: Ontology,
    people: People,
) -> Draft | None:
    token = match.token
    place = places[token.i]
    statement = innermost(statements, token.idx)
    figures = tuple(figures_of(reading, token, ontology))
    status = status_of(token, place, above(token.i, places), statement)
    verbal = not figures and people.spar(sides.actors, sides.recipients)
    coding = coding_of(
        match,
        status,
        inside,
        statement,
        sides.actors,
        ontology,
        verbal=verbal,
        official=people.official(sides.actors),
        armed=people.armed(sides.actors),
        agreed=place.governor is not None and place.governor.token.lemma_ == "agree",
    )
    where = place_of(reading, token, deep=_is_bodily(coding.event, ontology))
    if where is not None:
        settle(people, (*sides.actors, *sides.recipients), where.country)
    settle_between(people, coding.event, sides.actors, sides.recipients)
    settle_in_sentence(people, token.sent, (*sides.actors, *sides.recipients))
    category: Category = ontology.categories[coding.event]
    if not stands(
        match, place, coding, sides, category, people, ontology, bool(figures), where is not None
    ):
        return None
    if not sides.recipients and len(sides.actors) < 2 and _is_cue(token, coding.event, statements):
        return None
    return Draft(
        match=match,
        place=place,
        coding=coding,
        sides=sides,
        words=words_of(reading, token),
        trigger=reading.span_of(token),
        where=where,
        when=_when(reading, token, statement),
        figures=figures,
        statement=statement.id if statement else None,
    )


def _is_bodily(event: str, ontology: Ontology) -> bool:
    """Whether an event is done somewhere, and not only said: its object may tell where."""
    return event == "CONSULT" or ontology.categories[event].quad in (2, 4)


_JUDGING = frozenset({"criticise", "praise", "accuse"})


def _when(reading: Reading, token: Token, statement: Statement | None) -> When | None:
    """When it was done, which is not when somebody spoke of it: "last week called the raid"."""
    when = when_of(reading, token)
    if when is None or when.text is None or statement is None or statement.said is None:
        return when
    if statement.act not in _JUDGING:
        return when
    words = when.text
    is_said = words == statement.said.text
    in_content = any(words in span.text for span in statement.content)
    return None if is_said and not in_content else when


def innermost(statements: Sequence[Statement], offset: int) -> Statement | None:
    """The statement with the shortest content that holds the character at ``offset``."""
    best: tuple[int, Statement] | None = None
    for statement in statements:
        if not statement.start <= offset < statement.end:
            continue
        for span in statement.content:
            length = span.end - span.start
            if span.start <= offset < span.end and (best is None or length < best[0]):
                best = (length, statement)
    return best[1] if best else None


_ONLY_SAID = frozenset({"say", "report", "believe", "feel", "intend", "want"})


def _is_cue(token: Token, event: str, statements: Sequence[Statement]) -> bool:
    """Whether a trigger is only the cue of a question or remark ("asked about it, he said")."""
    if event not in ("CONSULT", "AGREE"):
        return False
    for statement in statements:
        for span in statement.cue:
            if span.start <= token.idx < span.end:
                return statement.act in _ONLY_SAID
    return False


def _without_echoes(drafts: list[Draft]) -> list[Draft]:
    """Without what only repeats the event it stands inside: "agreed to send" is one AGREE."""
    by_token = {d.match.token.i: d for d in drafts}
    kept = []
    for draft in drafts:
        governor = draft.place.governor
        outer = by_token.get(governor.token.i) if governor is not None else None
        if outer is not None and draft.place.relation == "complement":
            if outer.coding.event == draft.coding.event and draft.coding.status != "denied":
                continue
        if governor is not None and is_topic(draft.coding.event, governor.event):
            continue
        kept.append(draft)
    return kept
