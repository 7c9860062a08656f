"""Who is who across articles: one id for one person or body, however articles spell it.

    identities = Identities.load(Tables())
    records = [identities.add(record) for record in records]

Within one article the reading has told people apart; here the actors of an article are compared
with those of the articles before it. Persons are one where their full names can be spellings of
one name (``onrecord.record.names``) and nothing speaks against it; a bare surname is the one
person of that surname who fits, else stays by itself. Bodies are one where one name is the
other's short form or alias. States, governments and peoples have ids of their own; unnamed
groups are never joined.

An id that was given is kept when articles are added: the first full name keeps it, and a person
whose name is taken by another gets the country's code behind it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from onrecord.crisis.rename import renamed
from onrecord.record import Actor, ActorKind, Record
from onrecord.record.names import (
    NO_VARIANTS,
    Variants,
    name_parts,
    plain,
    same_person,
    same_word,
    skeleton,
)
from onrecord.vocabulary.identities import NamedId, load_names, load_variants
from onrecord.vocabulary.tables import Tables

_BODIES = frozenset({"organisation", "armed-group", "media"})
_GENERAL = frozenset({"UNO", "IGO", "EUR", "NGO", "IMG", "MNC", "ISM"})
_SPELLINGS = {"defense": "defence", "organization": "organisation", "labor": "labour"}


class Identity(msgspec.Struct):
    """One person or body.

    Attributes:
        id: the id it keeps.
        kind: as in the record.
        names: its names so far, the one that gave the id first.
        countries: those articles gave it.
        offices: its titles.
        articles: ids of the articles it is in.
        qid: of the user's list of names, or null.
    """

    id: str
    kind: ActorKind
    names: list[str]
    countries: list[str] = []
    offices: list[str] = []
    articles: list[str] = []
    qid: str | None = None

    @property
    def is_full(self) -> bool:
        """Whether more than a surname is known."""
        return any(len(name_parts(name)) > 1 for name in self.names)

    def learn(self, actor: Actor) -> None:
        """Take what an article says of it."""
        told = [role.title for role in actor.roles]
        for known, new in (
            (self.names, [actor.name]),
            (self.countries, [actor.country] if actor.country else []),
            (self.offices, told),
            (self.articles, [actor.article]),
        ):
            known.extend(one for one in new if one not in known)


class Identities:
    """The identities of all articles added so far.

    Args:
        variants: spellings of one name that no rule joins.
        names: the user's own list: persons and bodies by name, with their ids elsewhere.
    """

    def __init__(self, variants: Variants = NO_VARIANTS, names: Iterable[NamedId] = ()) -> None:
        self.variants = variants
        self.by_id: dict[str, Identity] = {}
        self._of: dict[str, dict[str, str]] = {}  # article -> actor id -> identity
        self._persons: defaultdict[str, list[Identity]] = defaultdict(list)  # by parts of names
        self._bodies: dict[tuple[str, str], Identity] = {}  # by kind and name
        self._shared: set[str] = set()  # surnames that two have in the article at hand
        self._keys_of: dict[str, frozenset[str]] = {}  # name -> keys, worked out once
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
        return cls(load_variants(tables or Tables()), load_names(names) if names else ())

    def add(self, record: Record) -> Record:
        """The record with the ids that its actors have across articles."""
        return renamed(record, self.learn(record))

    def learn(self, record: Record) -> Mapping[str, str]:
        """Actor id in the article -> id across articles, for those that differ."""
        article = record.article.id
        if article not in self._of:
            surnames = Counter(
                parts[-1]
                for actor in record.actors
                if actor.kind == "person" and (parts := name_parts(actor.name))
            )
            self._shared = {word for word, count in surnames.items() if count > 1}
            full_first = sorted(record.actors, key=lambda a: len(name_parts(a.name)) < 2)
            taken: set[str] = set()
            found: dict[str, str] = {}
            for actor in full_first:
                identity = self._identity(actor, taken)
                if identity is not None:
                    identity.learn(actor)
                    self._index(identity, actor)
                    taken.add(identity.id)
                    found[actor.id] = identity.id
            self._of[article] = {known: own for known, own in found.items() if known != own}
        return self._of[article]

    def qid(self, actor: str) -> str | None:
        """The id elsewhere of the identity ``actor``, of the user's list of names."""
        identity = self.by_id.get(actor)
        return identity.qid if identity is not None else None

    # --- whose

    def _identity(self, actor: Actor, taken: set[str]) -> Identity | None:
        if actor.kind == "person":
            return self._person(actor, taken)
        if actor.kind in _BODIES:
            return self._body(actor, taken)
        return None

    def _person(self, actor: Actor, taken: set[str]) -> Identity:
        """The one known person it can be, else a new one; never two of one article."""
        candidates = [i for i in self._near(actor.name) if i.id not in taken]
        fitting = [i for i in candidates if self._is(i, actor)]
        same_id = [i for i in fitting if i.id == actor.id]
        if len(same_id or fitting) == 1:
            return (same_id or fitting)[0]
        exact = [i for i in fitting if any(_bare(n) == _bare(actor.name) for n in i.names)]
        if len(exact) == 1:
            return exact[0]
        return self._new(actor)

    def _is(self, identity: Identity, actor: Actor) -> bool:
        if _contradict(identity, actor):
            return False
        parts = name_parts(actor.name)
        if len(parts) > 1 and identity.is_full:
            return any(same_person(n, actor.name, self.variants) for n in identity.names)
        if parts[-1] in self._shared:
            return parts == name_parts(identity.names[0])
        own = [name_parts(name) for name in identity.names]
        return any(same_word(words[-1], parts[-1], self.variants) for words in own)

    def _near(self, name: str) -> list[Identity]:
        found: dict[str, Identity] = {}
        for key in self._keys(name):
            for identity in self._persons.get(key, ()):
                found.setdefault(identity.id, identity)
        return list(found.values())

    def _keys(self, name: str) -> frozenset[str]:
        """By what its other spellings are found: all but the given name, and all in one."""
        if name in self._keys_of:
            return self._keys_of[name]
        parts = [piece for word in name_parts(name) for piece in word.split("-")]
        later = [part for part in parts[1:] if len(part) > 1] or parts[-1:]
        keys = {skeleton(self.variants.get(part, part)) for part in later}
        self._keys_of[name] = frozenset(keys | {skeleton("".join(parts))})
        return self._keys_of[name]

    def _body(self, actor: Actor, taken: set[str]) -> Identity:
        """The body of that name or of one of its names in the article."""
        for name in (actor.name, *actor.aliases):
            identity = self._bodies.get((actor.kind, _body_key(name)))
            if identity is None or identity.id in taken:
                continue
            if not _differ(identity.countries, actor.country):
                return identity
        known = self.by_id.get(actor.id)
        return known if known is not None and known.id not in taken else self._new(actor)

    # --- new ones

    def _new(self, actor: Actor) -> Identity:
        name = actor.id
        if name in self.by_id and actor.country is not None:
            name = f"{actor.id}-{actor.country.lower()}"
        number = 2
        while name in self.by_id:
            name, number = f"{actor.id}-{number}", number + 1
        identity = Identity(name, actor.kind, [actor.name])
        listed = self._in_list(actor)
        if listed is not None:
            identity.names.extend((listed.name, *listed.names))
            identity.qid = listed.qid
            identity.countries.extend([listed.country] if listed.country else [])
        self.by_id[name] = identity
        for known in identity.names:
            self._index_name(identity, known)
        return identity

    def _in_list(self, actor: Actor) -> NamedId | None:
        """The one entry of the user's list that the actor can be."""
        found = []
        for entry in self._listed:
            if entry.kind != actor.kind or _differ([entry.country or ""], actor.country):
                continue
            names = (entry.name, *entry.names)
            if actor.kind == "person":
                fits = any(same_person(n, actor.name, self.variants) for n in names)
            else:
                fits = _body_key(actor.name) in map(_body_key, names)
            if fits:
                found.append(entry)
        return found[0] if len(found) == 1 else None

    def _index(self, identity: Identity, actor: Actor) -> None:
        self._index_name(identity, actor.name)
        if identity.kind in _BODIES:
            for alias in actor.aliases:
                self._index_name(identity, alias)

    def _index_name(self, identity: Identity, name: str) -> None:
        if identity.kind in _BODIES:
            self._bodies.setdefault((identity.kind, _body_key(name)), identity)
            return
        for key in self._keys(name):
            if identity not in self._persons[key]:
                self._persons[key].append(identity)


def unify(records: Iterable[Record], identities: Identities | None = None) -> Iterator[Record]:
    """The records with one id for each person and body across them.

    Args:
        records: in the order in which ids are to be kept: the earlier article's id stays.
        identities: of articles added before; without it, of none.
    """
    known = identities or Identities.load()
    for record in records:
        yield known.add(record)


def _contradict(identity: Identity, actor: Actor) -> bool:
    """Another country, and no office in common: another person of that name."""
    if not _differ(identity.countries, actor.country):
        return False
    return not set(identity.offices) & {role.title for role in actor.roles}


def _differ(countries: Iterable[str], country: str | None) -> bool:
    """Whether two are of different states, as far as both are known."""
    own = {c for c in countries if c and c not in _GENERAL}
    return bool(own) and country is not None and country not in own and country not in _GENERAL


def _bare(name: str) -> tuple[str, ...]:
    return tuple(name_parts(name))


def _body_key(name: str) -> str:
    """A body's name as it is compared: without articles, points and marks, in one spelling."""
    words = re.findall(r"[^\W_]+", plain(name).replace(".", ""))
    return " ".join(_SPELLINGS.get(w, w) for w in words if w not in ("the", "s"))
