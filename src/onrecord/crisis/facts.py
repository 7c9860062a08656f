"""Facts: rows of an article in the form in which they are compared with rows of others."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.crisis.movetimes import MoveTimes, days_of
from onrecord.crisis.words import Words, names_in
from onrecord.record import Actor, Event, Figure, Move, Record, Span, Statement
from onrecord.record.clock import publication_day
from onrecord.record.dates import first_day
from onrecord.record.story import StoryKind

# Endings of a state's name and of what is called after it: Corsenia, Corsenian; Japan, Japanese.
_NAME_ENDINGS = ("ians", "ian", "ese", "ish", "ans", "ens", "ia", "an", "en", "is", "i", "a", "e")
_LEAST = 4
_OF_A_STATE = frozenset({"state", "government", "population"})
_TO_COME = 13  # days from which on "as early as" holds
_TITLES = frozenset({"president", "prime", "minister", "mr", "mrs", "ms", "admiral", "general"})


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
    actors = {actor.id: actor for actor in record.actors}
    told = publication_day(record.article.published)
    for event in record.events:
        yield _event(event, actors, told, words)
    times = MoveTimes.of(record)
    for move in record.moves:
        yield _move(move, actors, told, words, times.days(move))
    for statement in record.statements:
        if statement.form != "thought" or statement.source is not None:
            yield _statement(statement, actors, told, words)


def name_key(name: str) -> str:
    """A name without the ending that tells a state from what is called after it."""
    for ending in _NAME_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _LEAST:
            return name[: -len(ending)]
    return name


def party_keys(ids: Iterable[str], actors: Mapping[str, Actor]) -> frozenset[str]:
    """What may name the actors ``ids`` elsewhere: ids, the country they act for, their names."""
    keys: set[str] = set()
    for known in ids:
        actor = actors.get(known)
        if actor is None:
            keys.update(_name_keys(known.partition("/")[2].replace("-", " ")))
            continue
        if actor.kind != "unnamed":
            keys.update(_name_keys(actor.name) if actor.kind != "person" else _person(actor.name))
        else:
            keys.update(name_key(name) for name in names_in(actor.name) if name not in _TITLES)
        if actor.country is not None and _acts_for_state(actor):
            keys.add(actor.country)
        for role in actor.roles:
            if role.of is not None and _acts_for_state(actor):
                keys.update(_name_keys(role.of.partition("/")[2].replace("-", " ")))
    return frozenset(keys)


def _acts_for_state(actor: Actor) -> bool:
    if actor.kind in _OF_A_STATE or actor.kind == "unnamed":
        return True
    return actor.kind == "person" and actor.sector in (None, "GOV", "MIL", "ELI", "SPY", "LEG")


def _person(name: str) -> set[str]:
    words = [word for word in name.casefold().split() if word not in _TITLES]
    return {name_key(words[-1])} if words else set()


def _name_keys(name: str) -> set[str]:
    words = name.replace("-", " ").casefold().split()
    if len(name) == 3 and name.isupper():
        return {name}
    return {name_key(word) for word in words if len(word) > 2 and word not in ("the", "and")}


def _names(text: str, words: Words) -> frozenset[str]:
    return frozenset(
        name_key(name) for name in names_in(text) if len(name) > 2 and name not in words.common
    )


def _event(event: Event, actors: Mapping[str, Actor], told: dt.date | None, words: Words) -> Fact:
    first, last = days_of(event.when)
    if first is None and event.status == "planned" and event.when and event.when.since:
        first = first_day(event.when.since)
        last = first + dt.timedelta(days=_TO_COME)
    place: frozenset[str] = frozenset()
    if event.place is not None:
        country = {event.place.country} if event.place.country else set()
        place = frozenset({event.place.name.casefold(), *country})
    heads = words.of(event.trigger.text)
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
        by=party_keys(event.actors, actors),
        to=party_keys(event.recipients, actors),
        names=_names(event.text, words),
        first=first,
        last=last,
        told=told,
        place=place,
        head=heads[-1] if heads else event.trigger.text.casefold(),
        words=frozenset(words.of(event.text)),
        figures=event.figures,
        statement=event.statement,
    )


def _move(
    move: Move,
    actors: Mapping[str, Actor],
    told: dt.date | None,
    words: Words,
    days: tuple[dt.date | None, dt.date | None],
) -> Fact:
    terms = _pieces(move.terms)
    content = frozenset(words.of(f"{terms} {_pieces(move.otherwise)}"))
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
        by=party_keys([move.party] if move.party else [], actors),
        to=party_keys(move.toward, actors),
        names=_names(terms, words),
        first=days[0],
        last=days[1],
        told=told,
        place=frozenset(),
        head=move.kind,
        words=content or frozenset(words.of(move.text)),
        due=move.deadline.date if move.deadline is not None else None,
        statement=move.statement,
    )


def _statement(
    statement: Statement, actors: Mapping[str, Actor], told: dt.date | None, words: Words
) -> Fact:
    first, last = days_of(statement.said)
    content = _pieces(statement.content)
    source = [statement.source] if statement.source else []
    denies = statement.act == "deny"
    return Fact(
        row=statement.id,
        article=statement.article,
        start=statement.start,
        end=statement.end,
        text=statement.text,
        kind="statement",
        what=statement.act,
        mode=statement.form,
        status="denied" if denies else "said",
        by=party_keys(source, actors) | _names(_pieces(statement.source_words), words),
        to=frozenset(),
        names=_names(content, words),
        first=first,
        last=last,
        told=told,
        place=frozenset(),
        head=statement.act,
        words=frozenset(words.of(content)),
        statement=statement.via,
        speaker=_speaker(statement, actors),
    )


def _pieces(spans: Iterable[Span]) -> str:
    return " ".join(span.text for span in spans)


def _speaker(statement: Statement, actors: Mapping[str, Actor]) -> str | None:
    actor = actors.get(statement.source or "")
    if actor is not None and statement.source_kind == "named":
        return actor.name
    return _pieces(statement.source_words) or (actor.name if actor is not None else None)
