"""Names: what may name a party or a place in another article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from onrecord.crisis.words import Words, names_in
from onrecord.record import Actor

# Endings of a state's name and of what is called after it: Corsenia, Corsenian; Japan, Japanese.
_NAME_ENDINGS = ("ians", "ian", "ese", "ish", "ans", "ens", "ia", "an", "en", "is", "i", "a", "e")
_LEAST = 4
_OF_A_STATE = frozenset({"state", "government", "population"})
_TITLES = frozenset({"president", "prime", "minister", "mr", "mrs", "ms", "admiral", "general"})
_SMALL = re.compile(r"(?<![\w-])[a-z][a-z]*")


def name_key(name: str) -> str:
    """A name without the ending that tells a state from what is called after it."""
    for ending in _NAME_ENDINGS:
        if name.endswith(ending) and len(name) - len(ending) >= _LEAST:
            return name[: -len(ending)]
    return name


def party_keys(
    ids: Iterable[str], actors: Mapping[str, Actor], plain: frozenset[str] = frozenset()
) -> frozenset[str]:
    """What may name the actors ``ids`` elsewhere: ids, the country they act for, their names.

    Args:
        ids, actors: which, and where they are looked up.
        plain: words of the article that are no names; see ``plain_words``.
    """
    keys: set[str] = set()
    for known in ids:
        actor = actors.get(known)
        if actor is None:
            keys.update(_name_keys(known.partition("/")[2].replace("-", " ")))
            continue
        if actor.kind != "unnamed":
            keys.update(_name_keys(actor.name) if actor.kind != "person" else _person(actor.name))
        else:
            named = names_in(actor.name) - _TITLES - plain
            keys.update(name_key(name) for name in named)
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


def name_keys(text: str, words: Words, plain: frozenset[str]) -> frozenset[str]:
    """The names in ``text``, as they are compared."""
    kept = names_in(text) - words.common - plain
    return frozenset(name_key(name) for name in kept if len(name) > 2)


def plain_words(text: str) -> frozenset[str]:
    """Words that stand in ``text`` without a capital: at the head of a sentence no names either."""
    return frozenset(word for word in _SMALL.findall(text))
