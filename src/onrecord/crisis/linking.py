"""Linking identities to items of Wikidata: by name, kind and country.

The dump is read once; of its items only those are kept that somebody of the articles can be. An
identity is linked where one item fits it best: its own names exactly before spellings of them, the
same country before none. Where two fit equally it stays without.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from onrecord.crisis.bodies import body_key
from onrecord.crisis.identities import Identities
from onrecord.crisis.identity import BODIES, Identity, differ
from onrecord.record.names import Agreement, name_parts
from onrecord.vocabulary.wikidata import Item

_MOST = 64  # items that are kept for one identity


def link(identities: Identities, items: Iterable[Item]) -> int:
    """Give the identities the ids of the items they are; returns how many have one.

    Args:
        identities: of all articles.
        items: of a dump (``onrecord.vocabulary.wikidata.read_items``).
    """
    found: defaultdict[str, list[Item]] = defaultdict(list)
    codes: dict[str, str] = {}
    for item in items:
        if item.code is not None:
            codes[item.qid] = item.code
        for identity in _candidates(identities, item):
            if len(found[identity.id]) < _MOST:
                found[identity.id].append(item)
    for key, fitting in found.items():
        identity = identities.by_id[key]
        best = _best(identity, fitting, codes)
        if best is not None and identity.qid is None:
            identity.qid = best.qid
    return sum(one.qid is not None for one in identities.by_id.values())


def _candidates(identities: Identities, item: Item) -> list[Identity]:
    """Whom the item can be, by its names alone."""
    found: dict[str, Identity] = {}
    for name in item.names:
        if item.is_person:
            if len(name_parts(name)) < 2:
                continue
            near = [i for i in identities.persons.near(name) if i.is_full]
            agree = identities.persons.agreement
            found.update((i.id, i) for i in near if agree(i, name) is Agreement.NAME)
        else:
            for kind in sorted(BODIES):
                found.update((i.id, i) for i in identities.bodies.named(kind, name))
    return list(found.values())


def _best(identity: Identity, items: list[Item], codes: dict[str, str]) -> Item | None:
    ranked = []
    for item in items:
        countries = {codes[c] for c in item.countries if c in codes}
        if countries and all(differ(identity.countries, c) for c in countries):
            continue
        exact = bool(set(map(body_key, identity.names)) & set(map(body_key, item.names)))
        ranked.append(((exact, bool(countries & set(identity.countries))), item))
    ranked.sort(key=lambda pair: pair[0], reverse=True)
    if not ranked or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
        return None
    return ranked[0][1]
