"""Who held which office when: the vocabulary's word on a person, second to the article's."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.language.actors.coding import OF_STATES
from onrecord.language.actors.words import Word
from onrecord.vocabulary.actors import ActorTables, Known, Leader

PARTICLES = frozenset("al el bin ibn von van der de la le da dos di du del ben".split())

_LATELY = "2018"  # undated, who left office since then may well have held it


class Office(NamedTuple):
    """What the tables say of a person as of a day."""

    name: str
    country: str
    sector: str | None
    second: str | None
    title: str
    gender: str
    in_office: bool
    why: str


class Bearer(NamedTuple):
    """A known person's whole name among words: ``words[first:last]``."""

    first: int
    last: int
    terms: tuple[Leader, ...]


def bearer_in(tables: ActorTables, words: Sequence[Word]) -> Bearer | None:
    """The known person whose whole name stands among ``words``: the longest name, the first."""
    plain = [w.text.replace("’", "'") for w in words]
    begin = [first for first, word in enumerate(plain) if word[:1].isupper()]
    for size in range(min(6, len(plain)), 1, -1):
        for first in begin:
            if first + size > len(plain):
                break
            terms = tables.leaders.get(" ".join(plain[first : first + size]))
            if terms:
                return Bearer(first, first + size, terms)
    terms = tables.leaders.get(plain[0]) if len(plain) == 1 else None
    if terms and len(terms[0].name.split()) == 1:
        return Bearer(0, 1, terms)
    return None


def office_of(tables: ActorTables, terms: tuple[Leader, ...], date: str | None) -> Office:
    """The term that holds on ``date``; else the last one before it, with sector ELI.

    Before the first term nothing is known but the country.
    """
    term = _term_on(terms, date)
    in_office = holds(term, date)
    lately = date is None and term.until >= _LATELY
    title = tables.titles.get(term.title)
    sector = term.sector or (title.sector if title else None)
    second = title.second if title else None
    if date is not None and date < term.since:
        sector, second = None, None
    elif not in_office and not lately and sector in OF_STATES:
        sector, second = "ELI", None
    when = f"{term.since or '?'} to {term.until or 'now'}"
    return Office(
        name=term.name,
        country=term.country,
        sector=sector,
        second=second,
        title=term.title,
        gender=term.gender,
        in_office=in_office,
        why=f"leaders: {term.name}, {term.title}, {when}",
    )


def sector_on(tables: ActorTables, known: Known, date: str | None) -> str | None:
    """The sector of a named body as of ``date``; without one, as the tables end."""
    for regime in tables.regimes.get(known.id, ()):
        if date is None and not regime.until:
            return regime.sector
        if date is not None and regime.since <= date:
            if not regime.until or date[: len(regime.until)] <= regime.until:
                return regime.sector
    return known.sector


def _term_on(terms: tuple[Leader, ...], date: str | None) -> Leader:
    if date is None:
        return next((term for term in reversed(terms) if not term.until), terms[-1])
    for term in reversed(terms):
        if holds(term, date):
            return term
    begun = [term for term in terms if term.since <= date]
    return begun[-1] if begun else terms[0]


def holds(term: Leader, date: str | None) -> bool:
    """Whether the term runs on ``date`` (ISO 8601), or is still open where none is given."""
    if date is None:
        return not term.until
    return term.since <= date and (not term.until or date[: len(term.until)] <= term.until)
