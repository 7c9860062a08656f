"""Which names are said to lie in or near which others: "Paris, Texas", "Kafr Nabl in Idlib".

What is stated is an apposition ("Shelby, Montana"), a preposition ("Foua and Kafraya in Idlib"), a
genitive ("Cairo's Abbasiya district") or a direction ("Kingston, south of Brisbane"). Names of
one rank in a list ("Mexico, China, Japan"; "Ohio, Texas and Utah") lie side by side.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.language.places.ranking import lies_in
from onrecord.language.places.toponyms import Toponym

_WITHIN = frozenset({",", "(", "in", ", in", "of"})
_PART = re.compile(
    r"\s*(?:the )?(?:far |extreme )?(?:(?:north|south|east|west)[\w-]*|central|rural|coastal"
    r"|upper|lower|occupied|neighbou?ring)\s*$"
)
_WIDE = ("country", "division", "area")
_BESIDE = frozenset({",", "and", ", and", "or", ", or", "&"})
_SHARED = frozenset({"and", ",", ", and", "or"})
_GENITIVE = re.compile(r"[’']s?\s(?:(?:north|south|east|west)\w*\s|central\s)?")
_NEAR = re.compile(
    r",?\s(?:just |about |around |some |roughly )?"
    r"(?:[\d.,]+[\s-](?:km|kilomet\w+|miles?|mi)\.?\s(?:\([^()]{1,20}\)\s)?)?"
    r"(?:(?:(?:to the )?(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?(?: edge| side)?"
    r"|on the outskirts) of|outside(?: of)?|near)"
    r"(?: the (?:city|town|village|port|capital) of| the capital,?)?\s(?:nearby )?"
)
_OPENS = re.compile(r"(?:^|[.!?”\"]\s|\n)\w+ (?:the )?$")  # "In Madinaty, Liverpool have ..."
_REACH = 20  # characters looked back for the start of the sentence
_LEAST_LIST = 3  # names of one rank that make a list
_COUNTRIES = "countries"


def linked(text: str, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """The toponyms with ``within`` set where the text says where they lie."""
    lists = _in_lists(text, toponyms)
    found = [_of_rank(t, lists.get(i)) for i, t in enumerate(toponyms)]
    for i in range(len(found) - 2, -1, -1):
        toponym, following = found[i], found[i + 1]
        between = text[toponym.end : following.start]
        if following.is_adjective or toponym.is_adjective or "\n" in between:
            continue
        if _is_near(toponym, following, between) or (
            _PART.sub("", between).strip() in _WITHIN and i not in lists and _holds(text, found, i)
        ):
            found[i] = replace(toponym, within=i + 1)
            found[i + 1] = _as_container(toponym, following, between)
        elif _GENITIVE.fullmatch(between) and _is_small(following):
            found[i + 1] = replace(following, within=i)
    return _told_apart(_shared(text, found))


def _as_container(toponym: Toponym, container: Toponym, between: str) -> Toponym:
    """ "Buffalo, New York": the state, not the city."""
    wide = tuple(s for s in container.candidates if s.kind in _WIDE and not s.is_minor)
    is_open = any(s.kind == "town" and (s.is_seat or s.is_famous) for s in container.candidates)
    if between.strip() != "," or not wide or not is_open or not _fits(toponym, container):
        return container
    return replace(container, candidates=wide, key=f"{container.key} division")


def _holds(text: str, toponyms: Sequence[Toponym], i: int) -> bool:
    """Whether name ``i`` can lie in the next one, rather than stand beside it in a list."""
    toponym, following = toponyms[i], toponyms[i + 1]
    is_list = following.within is None and _goes_on(text, toponyms, i + 1)
    if not _is_wide(following):
        before = text[max(0, toponym.start - _REACH) : toponym.start]
        is_open = _OPENS.search(before) is not None
        return bool(following.candidates) and not (toponym.candidates or is_list or is_open)
    return _may_lie_in(toponym, following) and (not is_list or _fits(toponym, following))


def _is_near(toponym: Toponym, following: Toponym, between: str) -> bool:
    return (
        _NEAR.fullmatch(between) is not None
        and not _has(toponym, "country", "area")
        and not _is_only_country(following)
    )


def _is_wide(toponym: Toponym) -> bool:
    return any(spot.kind in _WIDE for spot in toponym.candidates)


def _is_small(toponym: Toponym) -> bool:
    """Neither a country nor the like: "Russia's Siberia" is told by the table as it is."""
    return not _is_wide(toponym)


def _has(toponym: Toponym, *kinds: str) -> bool:
    return any(spot.kind in kinds and not spot.is_minor for spot in toponym.candidates)


def _is_only_country(toponym: Toponym) -> bool:
    return any(s.kind == "country" and s.is_main for s in toponym.candidates)


def _may_lie_in(toponym: Toponym, container: Toponym) -> bool:
    """A country lies in no other country, but "Georgia, USA" is a state."""
    if not any(s.kind == "country" for s in toponym.candidates):
        return True
    lands = {s.country for s in container.candidates if s.kind == "country"}
    states = {s.country for s in toponym.candidates if s.kind == "division" and not s.is_minor}
    return bool(lands & states) or (not lands and not _has(container, "division"))


def _goes_on(text: str, toponyms: Sequence[Toponym], i: int) -> bool:
    """Whether name ``i`` is followed by another one, as in a list."""
    if i + 1 >= len(toponyms):
        return False
    return text[toponyms[i].end : toponyms[i + 1].start].strip() in _BESIDE


def _fits(toponym: Toponym, container: Toponym) -> bool:
    """Whether some sense of the one lies in some sense of the other."""
    return any(
        lies_in(spot, wide)
        for wide in container.candidates
        if wide.kind in _WIDE
        for spot in toponym.candidates
    )


def _rank(toponym: Toponym) -> frozenset[str]:
    """The ranks in which a name may stand in a list."""
    ranks = set()
    if any(s.kind == "country" for s in toponym.candidates):
        ranks.add(_COUNTRIES)
    ranks.update(
        s.country or ""
        for s in toponym.candidates
        if s.kind == "division" and not s.is_minor and s.is_main
    )
    return frozenset(ranks)


def _in_lists(text: str, toponyms: Sequence[Toponym]) -> dict[int, str]:
    """The names in a list of countries, or of one country's divisions, by index: their rank."""
    members: dict[int, str] = {}
    first, shared = 0, frozenset[str]()
    for i, toponym in enumerate(toponyms):
        rank = _rank(toponym)
        joined = i > first and text[toponyms[i - 1].end : toponym.start].strip() in _BESIDE
        if joined and shared & rank:
            shared &= rank
        else:
            first, shared = i, rank
        if i - first + 1 >= _LEAST_LIST and shared:
            best = _COUNTRIES if _COUNTRIES in shared else min(shared)
            members.update(dict.fromkeys(range(first, i + 1), best))
    return members


def _of_rank(toponym: Toponym, rank: str | None) -> Toponym:
    """A name in a list: of its candidates those of the list's rank."""
    if rank is None:
        return toponym
    if rank == _COUNTRIES:
        spots = tuple(s for s in toponym.candidates if s.kind == "country")
        return replace(toponym, candidates=spots)
    spots = tuple(s for s in toponym.candidates if s.kind == "division" and s.country == rank)
    is_open = any(s.kind == "town" and s.is_seat for s in toponym.candidates)
    return replace(
        toponym, candidates=spots, key=f"{toponym.key} division" if is_open else toponym.key
    )


def _shared(text: str, toponyms: list[Toponym]) -> list[Toponym]:
    """ "Foua and Kafraya in Idlib": the first lies there too."""
    for i in range(len(toponyms) - 2, -1, -1):
        this, following = toponyms[i], toponyms[i + 1]
        if this.within is not None or following.within != i + 2 or i + 2 >= len(toponyms):
            continue
        said = text[following.end : toponyms[i + 2].start].strip()
        beside = text[this.end : following.start].strip()
        if said == "in" and beside in _SHARED and not _has(this, *_WIDE):
            toponyms[i] = replace(this, within=i + 2)
    return toponyms


def _told_apart(toponyms: list[Toponym]) -> list[Toponym]:
    """Names that are said to lie in different places get keys, and so senses, of their own.

    "Birmingham, Alabama, and Birmingham, England"; a name alone goes with the first.
    """
    first: dict[str, str] = {}
    apart = []
    for toponym in toponyms:
        if toponym.within is None:
            apart.append(toponym)
            continue
        container = toponyms[toponym.within].key
        if first.setdefault(toponym.key, container) != container:
            toponym = replace(toponym, key=f"{toponym.key} in {container}")
        apart.append(toponym)
    return apart
