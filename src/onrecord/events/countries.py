"""The country of a party that its own words do not give, from the event and its sentence.

"Police arrested 200 people in Harare": both are Zimbabwe's. Rebels, a party, the police or the
people of a country deal with its own leaders. Where a sentence names one country alone, those in
its public life who have none are that country's.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from onrecord.events.people import People
from onrecord.record import Actor
from onrecord.vocabulary.actors import BODIES_OF_MANY_STATES

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_AT_HOME = frozenset({"GOV", "ELI", "MIL"})
_INSIDERS = frozenset("REB CVL COP OPP LEG JUD PTY LAB EDU REL".split())
_DOMESTIC = frozenset("CVL COP EDU LAB OPP REF REL LEG JUD SOC MED AGR BUS CRM PTY REB UAF".split())
_OF_ONE_COUNTRY = frozenset("COP OPP LEG JUD PTY GOV REB LAB MIL".split())


def settle(people: People, identities: Iterable[str], country: str | None) -> None:
    """Groups without a country are taken to be of the country where the event is.

    Soldiers may be anybody's.
    """
    for identity in identities:
        actor = people.actor(identity)
        if actor.kind == "unnamed" and actor.sector in _DOMESTIC:
            people.learn(identity, country)


def settle_between(
    people: People, event: str, actors: Iterable[str], recipients: Iterable[str]
) -> None:
    """Who has no country takes that of the other side where the matter is a domestic one.

    Rebels, a party, the police or the people of a country deal with its own leaders; a
    government arrests and yields to people of its own.
    """
    sides = (tuple(actors), tuple(recipients))
    for mine, others in (sides, sides[::-1]):
        countries = {c for a in others if (c := _domestic_country(people, event, a))}
        if len(countries) != 1:
            continue
        (country,) = countries
        for identity in mine:
            actor = people.actor(identity)
            public = actor.sector in _AT_HOME or actor.sector in _DOMESTIC
            if actor.kind in ("unnamed", "person", "organisation") and public:
                people.learn(identity, country)


def settle_in_sentence(people: People, sentence: Tokens, identities: Iterable[str]) -> None:
    """Who is in a country's public life and has none takes the only one the sentence names."""
    open_ones = [i for i in identities if _is_open(people.actor(i))]
    if not open_ones:
        return
    countries = _named_in(people, sentence)
    if len(countries) == 1:
        (country,) = countries
        for identity in open_ones:
            people.learn(identity, country)


def _is_open(actor: Actor) -> bool:
    if actor.country is not None or actor.sector not in _OF_ONE_COUNTRY:
        return False
    return actor.kind in ("unnamed", "person", "organisation")


def _named_in(people: People, sentence: Tokens) -> set[str]:
    """The countries that a sentence names: as states, by their adjectives, by places, by actors."""
    reading, start, end = people.reading, sentence.start_char, sentence.end_char
    found = {p.country for p in reading.places_in(start, end) if p.country}
    found |= {
        country
        for m in reading.mentions_in(start, end)
        if (country := people.actor(m.actor).country) and country not in BODIES_OF_MANY_STATES
        if people.actor(m.actor).kind != "media"
    }
    demonyms = people.ontology.demonyms
    found |= {demonyms[t.text] for t in sentence if t.text[:1].isupper() and t.text in demonyms}
    return found


def _domestic_country(people: People, event: str, identity: str) -> str | None:
    actor = people.actor(identity)
    if actor.country is None or len(actor.country) != 3 or actor.country in BODIES_OF_MANY_STATES:
        return None
    if actor.kind in ("unnamed", "organisation", "population") and actor.sector in _INSIDERS:
        return actor.country
    at_home = event in ("COERCE", "PROTEST", "CONCEDE")
    ruling = actor.kind == "government" or actor.sector in ("GOV", "COP", "MIL", "JUD")
    return actor.country if at_home and ruling else None
