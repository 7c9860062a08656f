"""Known people in a phrase: whose name stands in it, and what their office adds to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from onrecord.language.actors.coding import Coding
from onrecord.language.actors.lexicon import Match
from onrecord.language.actors.office import Bearer, Office, bearer_in
from onrecord.language.actors.words import Word
from onrecord.record.names import plain, surname
from onrecord.vocabulary.actors import ActorTables, Leader


def bearer_outside(tables: ActorTables, words: list[Word], matches: list[Match]) -> Bearer | None:
    """The known person named in the words, not inside a body's name ("Mandela University")."""
    bearer = bearer_in(tables, words)
    if bearer is None:
        return None
    at, end = words[bearer.first].start, words[bearer.last - 1].end
    longer = (m for m in matches if m.start <= at and end <= m.end and m.end - m.start > end - at)
    return None if any(longer) else bearer


def with_holder(coding: Coding, holder: Office | None) -> Coding:
    """What the tables know of the person named; the words of the phrase outrank it."""
    if holder is None:
        return coding
    if coding.former or (coding.noun is not None and coding.title is None and coding.sector):
        return replace(coding, country=coding.country or holder.country)
    return replace(
        coding,
        country=coding.country or holder.country,
        sector=coding.sector if coding.title else holder.sector,
        second=coding.second if coding.title else holder.second,
        why=(*coding.why, holder.why),
    )


def held_as_named(coding: Coding, office: Office) -> bool:
    """Whether the office named is the one held, or just says "leader"."""
    return coding.title is not None and coding.title.title in (office.title, "leader")


def surnames_of(actors: ActorTables) -> dict[str, tuple[tuple[Leader, ...], ...]]:
    """Surname in lower case -> the terms of office of each of its bearers, statesmen only."""
    surnames: dict[str, set[tuple[Leader, ...]]] = {}
    for printed in actors.statesmen:
        terms = actors.leaders[printed]
        for word in {surname(printed), plain(printed)}:
            surnames.setdefault(word, set()).add(terms)
    return {w: tuple(sorted(found, key=str)) for w, found in surnames.items()}


def terms_in_countries(
    surnames: Mapping[str, tuple[tuple[Leader, ...], ...]],
) -> dict[str, tuple[tuple[str, Leader], ...]]:
    """Alpha-3 -> surname in lower case and term of office, of that country."""
    found: dict[str, list[tuple[str, Leader]]] = {}
    for word, people in surnames.items():
        for terms in people:
            for term in terms:
                found.setdefault(term.country, []).append((word, term))
    return {country: tuple(terms) for country, terms in found.items()}
