"""What is known of actors before any article is read: states, bodies, offices, people.

The tables: ``states``, ``demonyms``, ``peoples``, ``seats`` (metonyms), ``organisations``,
``services``, ``armed_groups``, ``parties``, ``institutions``, ``companies``, ``media``,
``agencies``, ``regimes``, ``state_epithets``, ``firm_words``, ``titles``, ``agents`` (common
nouns), and of persons ``leaders``, ``leaders_states``, ``officials`` and ``public_figures``.
Sector and country codes are PLOVER's (PLOVER manual, chapter "Country Names and Sector Codes").
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.bodies import Body
from onrecord.vocabulary.identities import load_variants
from onrecord.vocabulary.places import Demonym
from onrecord.vocabulary.press import Agency
from onrecord.vocabulary.tables import Tables, VocabularyError

SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP "
    "PRE REL SOC NGO".split()
)
BODIES_OF_MANY_STATES = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
_STATESMEN = ("leaders", "leaders_states")
_PUBLIC_FIGURES = ("officials", "public_figures")
KnownKind = Literal["state", "government", "organisation", "media", "armed-group"]


class State(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state or territory, its names and the capitals that stand for its government."""

    country: str
    names: tuple[str, ...]
    capitals: tuple[str, ...] = ()


class Seat(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A building or street that stands for the actor who sits there."""

    actor: str
    name: str
    sector: str | None = None
    country: str | None = None
    also: Literal["", "yes"] = ""
    names: tuple[str, ...] = ()


class Title(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office or occupation.

    Attributes:
        sector, second: PLOVER sectors it gives.
        leads: "yes" for those who lead a state or government.
        gender: "f", "m", or empty where the word says nothing.
        words: how it is written, lower case, singular.
    """

    title: str
    sector: str
    second: str | None = None
    leads: Literal["", "yes"] = ""
    gender: Literal["", "f", "m"] = ""
    words: tuple[str, ...] = ()


class Agent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Common nouns of one kind of actor; ``denotes`` as in the table's heading."""

    denotes: Literal["one", "people", "body", "state", "things", "place"]
    sector: str | None = None
    second: str | None = None
    country: str | None = None
    words: tuple[str, ...] = ()


class Leader(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One term of one person in one office."""

    name: str
    country: str
    title: str
    since: str = ""
    until: str = ""
    gender: Literal["", "f", "m"] = ""
    sector: str | None = None
    names: tuple[str, ...] = ()


class Regime(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A time in which a named body has another sector than its own."""

    id: str
    sector: str
    since: str
    until: str = ""


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names that tell a gender."""

    gender: Literal["f", "m"]
    names: tuple[str, ...]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives of peoples and parts of one country."""

    country: str
    words: tuple[str, ...]


class Cities(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Large towns of one country."""

    country: str
    cities: tuple[str, ...]


class Epithet(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that newspapers call certain states by: "the West African country"."""

    words: tuple[str, ...]
    countries: tuple[str, ...]


class FirmWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that end the names of companies; ``legal`` for legal forms."""

    sector: str
    legal: Literal["", "yes"] = ""
    words: tuple[str, ...] = ()


class Weight(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The weight of one feature of pronoun resolution."""

    feature: str
    weight: float


@dataclass(frozen=True)
class Known:
    """An actor the tables know by name.

    Attributes:
        id, name, kind, country, sector: as in the record.
        place: whether the name is a place's too, so that the words around it decide.
        table: where it is from.
    """

    id: str
    name: str
    kind: KnownKind
    country: str | None
    sector: str | None
    place: bool
    table: str


@dataclass(frozen=True)
class ActorTables:
    """All of them, indexed.

    Attributes:
        names: printed name -> who it is; the first table that has a name keeps it.
        states: ISO 3166-1 alpha-3 -> state.
        adjectives: "Russian", "Russians", "Kurdish" -> alpha-3; only those of one country.
        regional: adjectives of several words for areas of more than one state ("Latin American").
        peoples: "Chechen", "Bavarians" -> alpha-3 of the state they live in.
        titles: words of an office -> title.
        agents: singular common noun -> agent.
        leaders: printed name -> terms of office of that person, in order of time.
        statesmen: those printed names whose bearers news names by the bare surname.
        nouns: id of a known actor -> the common nouns in its names ("alliance" for NATO).
        cities: name of a large town -> alpha-3.
        regimes: id of a named body -> the times in which its sector differs.
        epithets: "west african", "kingdom" -> alpha-3 of the states that can be meant.
        firms: last word of a company's name -> whether it is a legal form ("Ltd").
        bearers: printed name -> all who bear it, where several do.
        genders: given name -> "f" or "m".
        coreference: feature -> weight, for pronouns.
        variants: spelling of a name -> the one that stands for all its spellings.
    """

    names: dict[str, Known]
    states: dict[str, State]
    adjectives: dict[str, str]
    regional: frozenset[str]
    peoples: dict[str, str]
    titles: dict[str, Title]
    agents: dict[str, Agent]
    leaders: dict[str, tuple[Leader, ...]]
    statesmen: frozenset[str]
    nouns: dict[str, frozenset[str]]
    cities: dict[str, str]
    regimes: dict[str, tuple[Regime, ...]]
    epithets: dict[str, frozenset[str]]
    firms: dict[str, bool]
    bearers: dict[str, tuple[Known, ...]]
    genders: dict[str, str]
    coreference: dict[str, float]
    variants: dict[str, str]


def load_actor_tables(tables: Tables, slug: Callable[[str], str]) -> ActorTables:
    """Read and index the tables.

    Args:
        tables: where they are read from.
        slug: makes the part of an id that stands for a name.

    Raises:
        VocabularyError: naming the table and the entry.
    """
    states = {row.country: row for row in tables.csv("states", State)}
    names: dict[str, Known] = {}
    bearers: dict[str, list[Known]] = {}
    sources = (
        _seats(tables.csv("seats", Seat)),
        _states(states.values()),
        _bodies(tables.csv("organisations", Body), "organisation", "organisations", None, slug),
        _bodies(tables.csv("services", Body), "organisation", "services", None, slug),
        _bodies(tables.csv("armed_groups", Body), "armed-group", "armed_groups", None, slug),
        _bodies(tables.csv("parties", Body), "organisation", "parties", "PTY", slug),
        _bodies(tables.csv("institutions", Body), "organisation", "institutions", None, slug),
        _bodies(tables.csv("companies", Body), "organisation", "companies", "BUS", slug),
        _bodies(tables.csv("media", Body), "media", "media", "JRN", slug),
        _agencies(tables.csv("agencies", Agency), slug),
    )
    for source in sources:
        for printed, known in source:
            if known.sector is not None and known.sector not in SECTORS:
                raise VocabularyError(f"{known.table}.csv, {known.name}: no sector {known.sector}")
            printed = printed.replace("’", "'")
            names.setdefault(printed, known)
            if all(one.id != known.id for one in bearers.setdefault(printed, [])):
                bearers[printed].append(known)
    agents = _agents(tables.csv("agents", Agent))
    demonyms = tuple(tables.csv("demonyms", Demonym))
    statesmen = tuple(_terms(tables, _STATESMEN))
    return ActorTables(
        names=names,
        nouns=_nouns(names, agents),
        states=states,
        adjectives=_adjectives(demonyms, states),
        regional=_regional(demonyms, states),
        peoples=_peoples(tables.csv("peoples", People)),
        titles=_titles(tables.csv("titles", Title)),
        agents=agents,
        leaders=_leaders((*statesmen, *_terms(tables, _PUBLIC_FIGURES))),
        statesmen=frozenset(_leaders(statesmen)),
        cities={
            c.replace("’", "'"): row.country
            for row in tables.csv("large_cities", Cities)
            for c in row.cities
        },
        regimes=_regimes(tables.csv("regimes", Regime)),
        epithets={
            words: frozenset(row.countries)
            for row in tables.csv("state_epithets", Epithet)
            for words in row.words
        },
        firms={
            word: bool(row.legal)
            for row in tables.csv("firm_words", FirmWords)
            for word in row.words
        },
        bearers={name: tuple(found) for name, found in bearers.items() if len(found) > 1},
        genders={n: row.gender for row in tables.csv("given_names", GivenNames) for n in row.names},
        coreference={row.feature: row.weight for row in tables.csv("coreference_weights", Weight)},
        variants=load_variants(tables),
    )


def _states(states: Iterable[State]) -> Iterator[tuple[str, Known]]:
    for state in states:
        name = state.names[0]
        known = Known(f"state/{state.country}", name, "state", state.country, None, True, "states")
        for printed in state.names:
            yield printed, known
        government = Known(
            f"government/{state.country}",
            f"government of {name}",
            "government",
            state.country,
            "GOV",
            True,
            "states",
        )
        for printed in state.capitals:
            yield printed, government


def _seats(rows: Iterable[Seat]) -> Iterator[tuple[str, Known]]:
    for row in rows:
        kind: KnownKind = "government" if row.actor.startswith("government/") else "organisation"
        known = Known(row.actor, row.name, kind, row.country, row.sector, bool(row.also), "seats")
        for printed in (row.name, *row.names):
            yield printed, known


def _bodies(
    rows: Iterable[Body],
    kind: KnownKind,
    table: str,
    sector: str | None,
    slug: Callable[[str], str],
) -> Iterator[tuple[str, Known]]:
    for row in rows:
        known = Known(
            id=f"{kind}/{row.id or slug(row.name)}",
            name=row.name,
            kind=kind,
            country=row.country,
            sector=row.sector or sector,
            place=row.sector == "PRE",
            table=table,
        )
        for printed in (row.name, *row.names):
            yield printed, known


def _agencies(rows: Iterable[Agency], slug: Callable[[str], str]) -> Iterator[tuple[str, Known]]:
    for row in rows:
        known = Known(f"media/{slug(row.name)}", row.name, "media", None, "JRN", False, "agencies")
        for printed in (row.name, *row.aliases):
            yield printed, known


def _adjectives(rows: Iterable[Demonym], states: dict[str, State]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        if row.of not in states:
            continue
        for word in row.words:
            found.setdefault(word, row.of)
            found.setdefault(_plural(word), row.of)
    return found


def _regional(rows: Iterable[Demonym], states: dict[str, State]) -> frozenset[str]:
    words = (word for row in rows if row.of not in states for word in row.words if " " in word)
    return frozenset(form for word in words for form in (word, _plural(word)))


def _peoples(rows: Iterable[People]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for word in row.words:
            found.setdefault(word, row.country)
            found.setdefault(_plural(word), row.country)
    return found


def _plural(word: str) -> str:
    return word if word.endswith(("s", "sh", "ch", "ese")) else f"{word}s"


def _titles(rows: Iterable[Title]) -> dict[str, Title]:
    found: dict[str, Title] = {}
    for row in rows:
        for sector in (row.sector, row.second):
            if sector is not None and sector not in SECTORS:
                raise VocabularyError(f"titles.csv, {row.title}: no sector {sector}")
        for words in (row.title, *row.words):
            found.setdefault(words, row)
    return found


def _agents(rows: Iterable[Agent]) -> dict[str, Agent]:
    found: dict[str, Agent] = {}
    for row in rows:
        if row.sector is not None and row.sector not in SECTORS:
            raise VocabularyError(f"agents.csv, {row.words[:2]}: no sector {row.sector}")
        for word in row.words:
            found.setdefault(word, row)
    return found


def _nouns(names: dict[str, Known], agents: dict[str, Agent]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for printed, known in names.items():
        last = printed.split()[-1].lower()
        if known.kind not in ("state", "government") and last in agents:
            found.setdefault(known.id, set()).add(last)
    return {key: frozenset(words) for key, words in found.items()}


def _regimes(rows: Iterable[Regime]) -> dict[str, tuple[Regime, ...]]:
    found: dict[str, tuple[Regime, ...]] = {}
    for row in rows:
        if row.sector not in SECTORS:
            raise VocabularyError(f"regimes.csv, {row.id}: no sector {row.sector}")
        found[row.id] = (*found.get(row.id, ()), row)
    return found


def _terms(tables: Tables, names: Iterable[str]) -> Iterator[Leader]:
    for name in names:
        yield from tables.csv(name, Leader)


def _leaders(rows: Iterable[Leader]) -> dict[str, tuple[Leader, ...]]:
    by_person: dict[str, list[Leader]] = {}
    printed: dict[str, str] = {}
    for row in rows:
        by_person.setdefault(row.name, []).append(row)
        for name in (row.name, *row.names):
            printed.setdefault(name.replace("’", "'"), row.name)
    terms = {
        name: tuple(sorted(found, key=lambda row: row.since)) for name, found in by_person.items()
    }
    return {name: terms[person] for name, person in printed.items()}
