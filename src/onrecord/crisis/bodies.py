"""Bodies across articles: organisations, armed groups and outlets by their names and short forms.

Two are one where a full name is the same (its words in whatever order: "Grain Trade Organisation",
"Organization for Grain Trade"), or where one is known by the other's short form alone. A short form
that two bodies have ("GB" for the Grain Board and the Grid Bureau) joins nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from onrecord.crisis.identity import Identity, apart, differ
from onrecord.record import Actor
from onrecord.record.names import plain

_SPELLINGS = {
    "defense": "defence",
    "organization": "organisation",
    "labor": "labour",
    "center": "centre",
    "program": "programme",
}
_SMALL = frozenset({"the", "s", "of", "for", "and", "in", "on", "to"})
_SHORT = re.compile(r"[A-Z][A-Za-z]?(?:[A-Z&0-9-]\.?){1,6}|(?:[A-Z]\.){2,6}")
_IN_ANY_ORDER = 3  # words of a name from which their order does not matter


class Bodies:
    """The bodies of the articles added so far, found by their names."""

    def __init__(self) -> None:
        self._of_key: defaultdict[tuple[str, str], list[Identity]] = defaultdict(list)

    def put(self, identity: Identity, names: Iterable[str]) -> None:
        """Note that ``identity`` is called so."""
        for name in names:
            holders = self._of_key[identity.kind, body_key(name)]
            if identity not in holders:
                holders.append(identity)

    def drop(self, identity: Identity) -> None:
        """Forget one that turned out to be another."""
        for holders in self._of_key.values():
            if identity in holders:
                holders.remove(identity)

    def named(self, kind: str, name: str) -> list[Identity]:
        """Those of that kind and name."""
        return list(self._of_key.get((kind, body_key(name)), ()))

    def find(self, actor: Actor, taken: set[str]) -> list[Identity]:
        """Which body the actor is: none that is known, one, or several that are one, eldest first.

        Args:
            actor: of an article.
            taken: ids of those that others of the article are.
        """
        found: dict[str, Identity] = {}
        is_short = _is_short(actor.name)
        for name in (actor.name, *actor.aliases):
            fitting = [
                i
                for i in self.named(actor.kind, name)
                if i.id not in taken
                and not differ(i.countries, actor.country)
                and (is_short or not _is_short(name) or all(map(_is_short, i.names)))
            ]
            near = [i for i in fitting if actor.country in i.countries] or fitting
            if len(near) > 1:
                key = body_key(name)
                near = [i for i in near if key in map(body_key, i.names)]
            if len(near) > 1:
                near = [i for i in near if i.id == actor.id]
            found.update((i.id, i) for i in near)
        if not found:
            return []
        one, *others = found.values()
        kept = [i for i in others if not apart(one, i)]
        return sorted([one, *kept], key=lambda i: i.number)


def body_key(name: str) -> str:
    """A body's name as it is compared: without articles, points and marks, in one spelling."""
    words = re.findall(r"[^\W_]+", plain(name).replace(".", ""))
    kept = [_SPELLINGS.get(word, word) for word in words if word not in _SMALL] or words
    return " ".join(sorted(kept) if len(kept) >= _IN_ANY_ORDER else kept)


def _is_short(name: str) -> bool:
    """Whether a name is a short form by its capitals: OGT, U.N., UNHCR."""
    return _SHORT.fullmatch(name) is not None
