"""An identity: one person or body, as the articles added so far tell of it."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from onrecord.record import Actor, ActorKind
from onrecord.record.names import name_parts

BODIES = frozenset({"organisation", "armed-group", "media"})
_GENERAL = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "MNC", "ISM"})


class Identity(msgspec.Struct, eq=False):
    """One person or body.

    Attributes:
        id: the id it keeps.
        kind: as in the record.
        names: its names so far, the one that gave the id first.
        countries: those articles gave it.
        offices: its titles.
        articles: ids of the articles it is in.
        qid: of the user's list of names, or null.
        former: ids it was known under as well until an article showed that they are one.
        number: its place in the order in which ids were given.
    """

    id: str
    kind: ActorKind
    names: list[str]
    countries: list[str] = []
    offices: list[str] = []
    articles: list[str] = []
    qid: str | None = None
    former: list[str] = []
    number: int = 0

    @property
    def is_full(self) -> bool:
        """Whether more than a surname is known."""
        return any(len(name_parts(name)) > 1 for name in self.names)

    def learn(self, actor: Actor) -> None:
        """Take what an article says of it."""
        self._take(
            called(actor),
            [actor.country] if actor.country else [],
            [role.title for role in actor.roles],
            [actor.article],
        )

    def absorb(self, other: Identity) -> None:
        """Take over all of an identity that turned out to be this one."""
        self._take(other.names, other.countries, other.offices, other.articles)
        self.former.extend((other.id, *other.former))
        self.qid = self.qid or other.qid

    def _take(
        self, names: list[str], countries: list[str], offices: list[str], articles: list[str]
    ) -> None:
        for known, new in (
            (self.names, names),
            (self.countries, countries),
            (self.offices, offices),
            (self.articles, articles),
        ):
            known.extend(one for one in new if one not in known)


def called(actor: Actor) -> list[str]:
    """The names of an actor by which it can be known elsewhere: a person's full ones."""
    if actor.kind in BODIES:
        return [actor.name]
    also = (name for name in actor.aliases if len(name_parts(name)) > 1)
    return list(dict.fromkeys((actor.name, *also)))


def differ(countries: Iterable[str], country: str | None) -> bool:
    """Whether two are of different states, as far as both are known."""
    own = {c for c in countries if c and c not in _GENERAL}
    return bool(own) and country is not None and country not in own and country not in _GENERAL


def contradict(identity: Identity, actor: Actor) -> bool:
    """Another country, and no office in common: another person of that name."""
    if not differ(identity.countries, actor.country):
        return False
    return not set(identity.offices) & {role.title for role in actor.roles}


def apart(one: Identity, other: Identity) -> bool:
    """Whether two identities cannot be one: an article has both, or their countries differ."""
    if set(one.articles) & set(other.articles):
        return True
    return bool(other.countries) and all(differ(one.countries, c) for c in other.countries)
