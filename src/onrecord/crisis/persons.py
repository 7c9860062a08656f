"""Persons across articles: which of those known an actor of an article can be.

Full names that agree are one person where nothing speaks against it; where they agree in part
(``onrecord.record.names.Agreement``), only together with the country, or country and office. A bare
surname is the one person of that surname who fits.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from onrecord.crisis.identity import Identity, apart, called, contradict
from onrecord.record import Actor
from onrecord.record.names import (
    Agreement,
    Naming,
    Parsed,
    compare,
    name_parts,
    parse,
    same_word,
    spelling_keys,
)


class Persons:
    """The persons of the articles added so far, found by their names.

    Args:
        naming: what is known of names.
    """

    def __init__(self, naming: Naming) -> None:
        self.naming = naming
        self._of_key: defaultdict[str, list[Identity]] = defaultdict(list)
        self._keys: dict[str, frozenset[str]] = {}  # of a name, worked out once
        self._parsed: dict[str, Parsed] = {}  # a name taken apart, likewise

    def put(self, identity: Identity, names: Iterable[str]) -> None:
        """Note that ``identity`` is called so; a new one is put where it was."""
        for name in names:
            for key in self._keys_of(name):
                if identity not in self._of_key[key]:
                    self._of_key[key].append(identity)

    def drop(self, identity: Identity) -> None:
        """Forget one that turned out to be another."""
        for name in identity.names:
            for key in self._keys_of(name):
                if identity in self._of_key[key]:
                    self._of_key[key].remove(identity)

    def find(self, actor: Actor, taken: set[str], shared: set[str]) -> list[Identity]:
        """Who the actor is: nobody known, one, or several who are one as it shows, eldest first.

        Args:
            actor: of an article.
            taken: ids of those that others of the article are.
            shared: surnames that two people of the article have.
        """
        near = [i for i in self.near(actor.name) if i.id not in taken]
        fitting = [i for i in near if self._is(i, actor, shared)]
        if len(name_parts(actor.name)) > 1:
            namesakes = [i for i in near if i.is_full and i not in fitting]
            if any(self._surnames(i.names) & self._surnames([actor.name]) for i in namesakes):
                fitting = [i for i in fitting if i.is_full]  # whose surname it was is open
        same_id = [i for i in fitting if i.id == actor.id]
        chosen = same_id or fitting
        if len(chosen) > 1:
            own = name_parts(actor.name)
            exact = [i for i in chosen if any(name_parts(name) == own for name in i.names)]
            chosen = exact if len(exact) == 1 else [] if exact else chosen
            if len(chosen) > 1 and not self._are_one(chosen, actor):
                return []
        if len(chosen) == 1:
            also = self._by_other_names(chosen[0], actor, taken)
            return sorted([*chosen, *also], key=self._age) if also else chosen
        return sorted(chosen, key=self._age)

    def near(self, name: str) -> list[Identity]:
        """Those whose names share a key with ``name``."""
        found: dict[str, Identity] = {}
        for key in sorted(self._keys_of(name)):
            for identity in self._of_key.get(key, ()):
                found.setdefault(identity.id, identity)
        return list(found.values())

    def agreement(self, identity: Identity, name: str) -> Agreement:
        """How far ``name`` agrees with one of the names it is known by."""
        own = self._parse(name)
        return max(compare(self._parse(known), own, self.naming) for known in identity.names)

    # --- whose

    def _age(self, identity: Identity) -> int:
        return identity.number

    def _is(self, identity: Identity, actor: Actor, shared: set[str]) -> bool:
        if contradict(identity, actor):
            return False
        parts = name_parts(actor.name)
        if len(parts) == 1 and parts[0] in shared:
            return parts == name_parts(identity.names[0])
        found = self.agreement(identity, actor.name)
        if found is Agreement.NAME:
            return True
        of_one_country = actor.country is not None and actor.country in identity.countries
        if found is not Agreement.NONE:
            if not of_one_country:
                return False
            offices = {role.title for role in actor.roles}
            return found is Agreement.COUNTRY or bool(offices & set(identity.offices))
        if len(parts) > 1 and identity.is_full:
            return False
        if any(self._parse(name).is_ruler for name in (actor.name, *identity.names)):
            return False  # the given name of a ruler is nobody's surname
        surnames = self._surnames([actor.name])
        variants = self.naming.variants
        return any(same_word(x, y, variants) for x in self._surnames(identity.names)
                   for y in surnames)  # fmt: skip

    def _surnames(self, names: Iterable[str]) -> set[str]:
        """The last words, and the first ones that are family names."""
        found = set()
        for name in names:
            parts = name_parts(name)
            found.add(parts[-1])
            if parts[0] in self.naming.families:
                found.add(parts[0])
        return found

    def _are_one(self, several: list[Identity], actor: Actor) -> bool:
        """Whether the actor's name is fuller than those of all who fit, and they can be one."""
        own = len(name_parts(actor.name))
        for number, identity in enumerate(several):
            lengths = [len(name_parts(name)) for name in identity.names]
            if min(lengths) < 2 or max(lengths) > own:
                return False
            if self.agreement(identity, actor.name) is not Agreement.NAME:
                return False
            if any(apart(identity, other) for other in several[:number]):
                return False
        return True

    def _by_other_names(self, chosen: Identity, actor: Actor, taken: set[str]) -> list[Identity]:
        """Those known by exactly another full name that the article gives the actor."""
        found: dict[str, Identity] = {}
        for name in called(actor)[1:]:
            parts = name_parts(name)
            same = [
                i
                for i in self.near(name)
                if i is not chosen
                and i.id not in taken
                and actor.article not in i.articles
                and any(name_parts(known) == parts for known in i.names)
            ]
            if len(same) == 1 and not apart(chosen, same[0]) and not contradict(same[0], actor):
                found[same[0].id] = same[0]
        return list(found.values())

    def _parse(self, name: str) -> Parsed:
        if name not in self._parsed:
            self._parsed[name] = parse(name)
        return self._parsed[name]

    def _keys_of(self, name: str) -> frozenset[str]:
        if name not in self._keys:
            self._keys[name] = spelling_keys(name, self.naming)
        return self._keys[name]


def shared_surnames(actors: Iterable[Actor]) -> set[str]:
    """Surnames that two people of an article have."""
    surnames = Counter(
        parts[-1]
        for actor in actors
        if actor.kind == "person" and (parts := name_parts(actor.name))
    )
    return {word for word, count in surnames.items() if count > 1}
