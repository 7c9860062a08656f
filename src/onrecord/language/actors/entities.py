"""Actors in the making: what is gathered of each while an article is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from onrecord.record import Actor, ActorKind, Article, Mention, Reason, Role

BODY_KINDS = ("organisation", "media", "armed-group")
_FORM_RANK = {"name": 0, "nominal": 1, "pronoun": 2}


@dataclass(frozen=True)
class Naming:
    """One mention in the making: character offsets, the head's token index, its form."""

    start: int
    end: int
    head: int
    form: str


@dataclass
class Entity:
    """What is known so far of one actor (lives only while one article is read).

    ``guess`` is "body" for a name that is a body's on the tagger's word alone, "thing" for one
    of which not even that is known: "he" makes a person of both, else the second is no actor.
    ``surname_only``: some mention is the bare surname, which a relative may share.
    """

    id: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    gender: str = ""
    plural: bool = False
    denotes: str = "one"
    nouns: set[str] = field(default_factory=set)
    namings: list[Naming] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)
    reasons: list[tuple[str, str]] = field(default_factory=list)
    members: tuple[str, ...] = ()
    guess: str = ""
    surname_only: bool = False

    def because(self, rule: str, detail: str) -> None:
        """Note a reason once."""
        if (rule, detail) not in self.reasons:
            self.reasons.append((rule, detail))

    def learn(self, country: str | None, sector: str | None, rule: str, detail: str) -> None:
        """Take country and sector where none is known yet, and say from what."""
        if country is not None and self.country is None:
            self.country = country
            self.because(rule, f"country {country} from {detail}")
        if sector is not None and self.sector is None:
            self.sector = sector
            self.because(rule, f"sector {sector} from {detail}")


class Entities:
    """The actors of one article, by id, in order of their first mention."""

    def __init__(self) -> None:
        self.by_id: dict[str, Entity] = {}
        self.of_head: dict[int, Entity] = {}

    def __iter__(self) -> Iterator[Entity]:
        return iter(self.by_id.values())

    def get(self, entity: Entity) -> Entity:
        """The entity of that id, which ``entity`` becomes if there is none."""
        return self.by_id.setdefault(entity.id, entity)

    def mention(self, entity: Entity, naming: Naming) -> None:
        """Add a mention; the first one at a head stands."""
        if naming.head in self.of_head:
            return
        self.of_head[naming.head] = entity
        entity.namings.append(naming)

    def drop(self, naming: Naming, entity: Entity) -> None:
        """Take a mention away that names nobody."""
        entity.namings.remove(naming)
        del self.of_head[naming.head]

    def move(self, namings: list[Naming], source: Entity, target: Entity) -> None:
        """Give ``target`` the mentions that were taken for ``source``'s."""
        for naming in namings:
            source.namings.remove(naming)
            target.namings.append(naming)
            self.of_head[naming.head] = target


def rows(
    article: Article, entities: Entities
) -> tuple[tuple[Actor, ...], tuple[Mention, ...], tuple[Reason, ...]]:
    """The rows of all actors that are mentioned."""
    named = _merged(e for e in entities.by_id.values() if e.namings and e.guess != "thing")
    named.sort(key=lambda e: min(n.start for n in e.namings))
    actors = tuple(_actor(article, entity) for entity in named)
    mentions = [
        Mention(
            actor=entity.id,
            form=naming.form,  # type: ignore[arg-type]
            article=article.id,
            start=naming.start,
            end=naming.end,
            text=article.text[naming.start : naming.end],
        )
        for entity in named
        for naming in entity.namings
    ]
    mentions.sort(key=lambda m: (m.start, -m.end))
    reasons = tuple(
        Reason(row=entity.id, article=article.id, rule=rule, detail=detail)
        for entity in named
        for rule, detail in entity.reasons
    )
    return actors, tuple(mentions), reasons


def _merged(found: Iterable[Entity]) -> list[Entity]:
    """Entities whose ids have become the same are one."""
    by_id: dict[str, Entity] = {}
    for entity in found:
        first = by_id.setdefault(entity.id, entity)
        if first is not entity:
            first.namings.extend(entity.namings)
            first.aliases.extend(entity.aliases)
            first.roles.extend(entity.roles)
    return list(by_id.values())


def _actor(article: Article, entity: Entity) -> Actor:
    fullest = min(entity.namings, key=lambda n: (_FORM_RANK[n.form], n.start - n.end, n.start))
    return Actor(
        id=entity.id,
        article=article.id,
        start=fullest.start,
        end=fullest.end,
        text=article.text[fullest.start : fullest.end],
        name=entity.name,
        kind=entity.kind,
        country=entity.country,
        sector=entity.sector,
        aliases=tuple(dict.fromkeys(a for a in entity.aliases if a != entity.name)),
        roles=tuple(dict.fromkeys(entity.roles)),
    )
