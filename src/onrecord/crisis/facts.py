"""Facts: rows of an article in the form in which they are compared with rows of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.crisis.movetimes import MoveTimes, days_of
from onrecord.crisis.names import name_keys, party_keys, plain_words
from onrecord.crisis.words import Words
from onrecord.record import Actor, Event, Figure, Move, Record, Span, Statement, When
from onrecord.record.clock import publication_day
from onrecord.record.dates import first_day
from onrecord.record.story import StoryKind

_TO_COME = 13  # days from which on "as early as" holds


@dataclass(frozen=True)
class Fact:
    """One row as it is compared.

    Attributes:
        row, article, start, end, text: the row and its words.
        kind: event, move or statement.
        what: PLOVER category, kind of move, or speech act.
        mode: PLOVER mode, or the issue of a move.
        status: of the event or move; "denied" for a denial; "said" for a statement.
        by, to: what may name those who act, and those acted upon.
        names: names in the clause.
        first, last: the days it is about, or null.
        exactness: of that time: 2 for a day of a month, 1 for a day of the week, else 0.
        spans: whether it is told of a long time: "nearly 100 attacks this year".
        told: the day of publication, or null.
        place: names of the place and its country.
        head: the family of the word that carries it.
        words: what its clause says, as families and stems.
        figures: of an event.
        due: the day a move falls due, or null.
        statement: on whose word, or null.
        speaker: who makes a statement, as called there.
    """

    row: str
    article: str
    start: int
    end: int
    text: str
    kind: StoryKind
    what: str
    mode: str | None
    status: str
    by: frozenset[str]
    to: frozenset[str]
    names: frozenset[str]
    first: dt.date | None
    last: dt.date | None
    told: dt.date | None
    place: frozenset[str]
    head: str
    words: frozenset[str]
    exactness: int = 0
    spans: bool = False
    figures: tuple[Figure, ...] = ()
    due: str | None = None
    statement: str | None = None
    speaker: str | None = None

    @property
    def parties(self) -> frozenset[str]:
        """Everybody who has a part."""
        return self.by | self.to


def facts_of(record: Record, words: Words) -> Iterator[Fact]:
    """The events, moves and statements of a record, in this order, as they are compared."""
    made = _Maker(
        actors={actor.id: actor for actor in record.actors},
        told=publication_day(record.article.published),
        words=words,
        plain=plain_words(record.article.text),
    )
    for event in record.events:
        yield made.event(event)
    times = MoveTimes.of(record)
    for move in record.moves:
        yield made.move(move, *times.days(move))
    for statement in record.statements:
        if statement.form != "thought" or statement.source is not None:
            yield made.statement(statement)


@dataclass(frozen=True)
class _Maker:
    """Makes facts of an article's rows: its actors, its day, and what is no name in it."""

    actors: Mapping[str, Actor]
    told: dt.date | None
    words: Words
    plain: frozenset[str]

    def event(self, event: Event) -> Fact:
        first, last = days_of(event.when)
        if first is None and event.status == "planned" and event.when and event.when.since:
            first = first_day(event.when.since)
            last = first + dt.timedelta(days=_TO_COME)
        place: frozenset[str] = frozenset()
        if event.place is not None:
            country = {event.place.country} if event.place.country else set()
            place = frozenset({event.place.name.casefold(), *country})
        heads = self.words.of(event.trigger.text)
        return Fact(
            row=event.id,
            article=event.article,
            start=event.start,
            end=event.end,
            text=event.text,
            kind="event",
            what=event.event,
            mode=event.mode,
            status=event.status,
            by=self.parties(event.actors),
            to=self.parties(event.recipients),
            names=self.names(event.text),
            first=first,
            last=last,
            told=self.told,
            place=place,
            head=heads[-1] if heads else event.trigger.text.casefold(),
            words=frozenset(self.words.of(event.text)),
            exactness=_exactness(event.when),
            spans=first is None and event.when is not None,
            figures=event.figures,
            statement=event.statement,
        )

    def move(self, move: Move, first: dt.date | None, last: dt.date | None) -> Fact:
        terms = _pieces(move.terms)
        content = frozenset(self.words.of(f"{terms} {_pieces(move.otherwise)}"))
        return Fact(
            row=move.id,
            article=move.article,
            start=move.start,
            end=move.end,
            text=move.text,
            kind="move",
            what=move.kind,
            mode=move.issue,
            status=move.status,
            by=self.parties([move.party] if move.party else []),
            to=self.parties(move.toward),
            names=self.names(terms),
            first=first,
            last=last,
            told=self.told,
            place=frozenset(),
            head=move.kind,
            words=content or frozenset(self.words.of(move.text)),
            due=move.deadline.date if move.deadline is not None else None,
            statement=move.statement,
        )

    def statement(self, statement: Statement) -> Fact:
        first, last = days_of(statement.said)
        content = _pieces(statement.content)
        source = [statement.source] if statement.source else []
        return Fact(
            row=statement.id,
            article=statement.article,
            start=statement.start,
            end=statement.end,
            text=statement.text,
            kind="statement",
            what=statement.act,
            mode=statement.form,
            status="denied" if statement.act == "deny" else "said",
            by=self.parties(source) | self.names(_pieces(statement.source_words)),
            to=frozenset(),
            names=self.names(content),
            first=first,
            last=last,
            told=self.told,
            place=frozenset(),
            head=statement.act,
            words=frozenset(self.words.of(content)),
            statement=statement.via,
            speaker=_speaker(statement, self.actors),
        )

    def parties(self, ids: Iterable[str]) -> frozenset[str]:
        return party_keys(ids, self.actors, self.plain)

    def names(self, text: str) -> frozenset[str]:
        return name_keys(text, self.words, self.plain)


def _exactness(when: When | None) -> int:
    text = (when.text or "") if when is not None else ""
    if any(letter.isdigit() for letter in text):
        return 2
    return int(any(letter.isupper() for letter in text))


def _pieces(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _speaker(statement: Statement, actors: Mapping[str, Actor]) -> str | None:
    actor = actors.get(statement.source or "")
    if actor is not None and statement.source_kind == "named":
        return actor.name
    return _pieces(statement.source_words) or (actor.name if actor is not None else None)
