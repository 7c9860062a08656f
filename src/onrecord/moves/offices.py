"""Who is in an office of a state, who shares one, and who only looks on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.record import Actor
from onrecord.vocabulary.moves import MoveWords

_OBSERVING = frozenset({"EDU", "JRN", "MED"})
_INFORMED = ("familiar with", "briefed on", "knowledge of", "close to the talks")
_GOVERNING = frozenset({"GOV"})


def observes(words: MoveWords, actor: Actor) -> bool:
    """Whether an actor only describes the bargaining: analysts, academics, media."""
    if actor.kind == "media" or (actor.sector in _OBSERVING and actor.kind == "person"):
        return True
    titles = [role.title.lower() for role in actor.roles]
    if actor.kind == "unnamed":
        titles.append(actor.name.lower())
    if actor.kind == "person" and any(
        word in words.classes["private"] for title in titles for word in title.split()
    ):
        return True
    if actor.kind == "unnamed" and any(w in actor.name for w in _INFORMED):
        return True
    if actor.kind == "unnamed" and actor.name:
        last = actor.name.lower().split(" of ")[0].split()[-1]
        is_named = any(word[:1].isupper() for word in actor.name.split()[1:])  # "the AU team"
        if last.rstrip("s") in words.classes["party-less"] and not is_named:
            return True
    judges = words.classes["judge"]
    if any(word.removesuffix("s") in judges for word in actor.name.lower().split()):
        return True
    if any(words.has("sport", w) for title in titles for w in title.split()):
        return True
    observers = words.classes.get("observer", frozenset())
    return any(
        word in observers or word.rstrip("s") in observers
        for title in titles
        for word in title.replace("-", " ").split()
    )


def governs(words: MoveWords, one: Actor, state: Actor) -> bool:
    """Whether somebody is in an office of the state, and of no part of it."""
    if one.sector not in _GOVERNING or one.country is None:
        return False
    if one.kind == "unnamed":
        named = (words.nationalities.get(word) for word in one.name.split())
        return one.country in named or is_name_in((state.name, *state.aliases), one.name)
    titles = [role.title.lower() for role in one.roles if role.of]
    return one.kind == "person" and any(
        words.has("state-office", title)
        or (title.endswith((" minister", " secretary")) and title != "first minister")
        for title in titles
    )


def same_office(source: Actor, actor: Actor) -> bool:
    """Whether two people hold an office of the same body."""
    offices = {role.of for role in source.roles if role.of}
    return bool(offices & {role.of for role in actor.roles if role.of})


def is_name_in(names: Sequence[str], text: str) -> bool:
    """Whether one of ``names`` stands in ``text`` as words of its own: not "Mali" in "Malian"."""
    return any(re.search(rf"\b{re.escape(name)}\b", text) for name in names)
