"""Who is who across articles: one id for one person or body, however articles spell it.

    identities = Identities.load(Tables())
    for record in records:          # in the order in which they were added
        identities.learn(record)
    records = [identities.rename(record) for record in records]

Within one article the reading has told people apart; here the actors of an article are compared
with those of the articles before it (``persons``, ``bodies``). States, governments and peoples have
ids of their own; unnamed groups are never joined.

An id that was given is kept when articles are added, whatever their dates: the name that was added
first gives it, and whoever's name is taken by another gets the country's code behind it. There is
one exception: where an article shows that two who had an id each are one, the older id holds, and
``merged`` and ``Identity.former`` list the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from onrecord.crisis.bodies import Bodies, body_key
from onrecord.crisis.identity import BODIES, Identity, called, differ
from onrecord.crisis.naming import load_naming
from onrecord.crisis.persons import Persons, shared_surnames
from onrecord.crisis.rename import renamed
from onrecord.record import Actor, Record
from onrecord.record.names import NO_NAMING, Agreement, Naming, agreement, name_parts
from onrecord.vocabulary.identities import NamedId, load_names
from onrecord.vocabulary.tables import Tables


class Identities:
    """The identities of all articles added so far.

    Args:
        naming: spellings of one name that no rule joins, and family names that stand first.
        names: the user's own list: persons and bodies by name, with their ids elsewhere.

    Attributes:
        by_id: everybody, in the order in which ids were given.
        merged: former id -> the id that holds, for those who turned out to be one.
    """

    def __init__(self, naming: Naming = NO_NAMING, names: Iterable[NamedId] = ()) -> None:
        self.naming = naming
        self.by_id: dict[str, Identity] = {}
        self.merged: dict[str, str] = {}
        self.persons = Persons(naming)
        self.bodies = Bodies()
        self._of: dict[str, dict[str, str]] = {}  # article -> actor id -> identity
        self._given: dict[str, dict[str, None]] = {}  # actor id in an article -> identities
        self._listed = tuple(names)

    @classmethod
    def load(cls, tables: Tables | None = None, names: Path | None = None) -> Identities:
        """Without any article.

        Args:
            tables: the vocabulary.
            names: a CSV file of the user's: name, qid, kind, country, names.

        Raises:
            VocabularyError: naming file and line.
        """
        return cls(load_naming(tables or Tables()), load_names(names) if names else ())

    def rename(self, record: Record) -> Record:
        """A record that was learnt, with the ids that hold by now."""
        return renamed(record, self.ids(record.article.id))

    def ids(self, article: str) -> Mapping[str, str]:
        """Actor id in a learnt article -> id across articles, for those that differ."""
        found = {actor: self.current(own) for actor, own in self._of[article].items()}
        return {actor: own for actor, own in found.items() if actor != own}

    def learn(self, record: Record) -> None:
        """Take in an article's actors; one that was added before is left as it is."""
        self.learn_actors(record.article.id, record.actors)

    def learn_actors(self, article: str, actors: Iterable[Actor]) -> None:
        """The same, from the actors alone."""
        if article in self._of:
            return
        full_first = sorted(actors, key=lambda a: len(name_parts(a.name)) < 2)
        shared = shared_surnames(full_first)
        taken: set[str] = set()
        found: dict[str, str] = {}
        for actor in full_first:
            if actor.kind != "person" and actor.kind not in BODIES:
                continue
            identity = self._identity(actor, taken, shared)
            identity.learn(actor)
            self._put(identity, [*called(actor), *(actor.aliases if actor.kind in BODIES else ())])
            taken.add(identity.id)
            found[actor.id] = identity.id
            self._given.setdefault(actor.id, {})[identity.id] = None
        self._of[article] = found

    # --- asking

    def current(self, identity: str) -> str:
        """The id that holds for one that was given, now or before a merge."""
        while identity in self.merged:
            identity = self.merged[identity]
        return identity

    def find(self, reference: str) -> Identity | None:
        """Whom an id or a name means: an id that holds or held, one that an article gives, a name.

        Returns:
            None where it is nobody's, or could be one of several.
        """
        if self.current(reference) in self.by_id:
            return self.by_id[self.current(reference)]
        given = {self.current(own) for own in self._given.get(reference, ())}
        if given:
            return self.by_id[given.pop()] if len(given) == 1 else None
        if "/" in reference or not reference.strip():
            return None
        near = self.persons.near(reference)
        found = [i for i in near if self.persons.agreement(i, reference) is Agreement.NAME]
        for kind in sorted(BODIES):
            found.extend(self.bodies.named(kind, reference))
        return found[0] if len(found) == 1 else None

    def merge(self, one: Identity, other: Identity) -> Identity:
        """Make two that turned out to be one the elder of the two."""
        elder, younger = sorted((one, other), key=lambda i: i.number)
        kind = self.persons if elder.kind == "person" else self.bodies
        kind.drop(younger)
        elder.absorb(younger)
        self._put(elder, younger.names)
        del self.by_id[younger.id]
        self.merged[younger.id] = elder.id
        return elder

    # --- whose

    def _identity(self, actor: Actor, taken: set[str], shared: set[str]) -> Identity:
        """Who the actor is; never somebody that another of the article is."""
        if actor.kind == "person":
            found = self.persons.find(actor, taken, shared)
        else:
            found = self.bodies.find(actor, taken)
            known = self.by_id.get(self.current(actor.id))
            if not found and known is not None and known.id not in taken:
                found = [known]
        if not found:
            return self._new(actor)
        identity = found[0]
        for other in found[1:]:
            identity = self.merge(identity, other)
        return identity

    def _put(self, identity: Identity, names: Iterable[str]) -> None:
        if identity.kind == "person":
            self.persons.put(identity, names)
        else:
            self.bodies.put(identity, names)

    def _new(self, actor: Actor) -> Identity:
        name = actor.id
        if self._is_used(name) and actor.country is not None:
            name = f"{actor.id}-{actor.country.lower()}"
        number = 2
        while self._is_used(name):
            name, number = f"{actor.id}-{number}", number + 1
        place = len(self.by_id) + len(self.merged) + 1
        identity = Identity(name, actor.kind, [actor.name], number=place)
        listed = self._in_list(actor)
        if listed is not None:
            identity.names.extend((listed.name, *listed.names))
            identity.qid = listed.qid
            identity.countries.extend([listed.country] if listed.country else [])
        self.by_id[name] = identity
        self._put(identity, identity.names)
        return identity

    def _is_used(self, identity: str) -> bool:
        return identity in self.by_id or identity in self.merged

    def _in_list(self, actor: Actor) -> NamedId | None:
        """The one entry of the user's list that the actor can be."""
        found = [
            entry
            for entry in self._listed
            if entry.kind == actor.kind
            and not differ([entry.country or ""], actor.country)
            and is_called(entry, actor.name, self.naming)
        ]
        return found[0] if len(found) == 1 else None


def is_called(entry: NamedId, name: str, naming: Naming) -> bool:
    """Whether an entry of a list of names can have ``name``."""
    names = (entry.name, *entry.names)
    if entry.kind == "person":
        return any(agreement(known, name, naming) is Agreement.NAME for known in names)
    return body_key(name) in map(body_key, names)
