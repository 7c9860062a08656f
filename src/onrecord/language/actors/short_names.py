"""Short names of bodies: "the Zimbabwe Fisheries Authority (ZFA)", "Velmark Group … Velmark"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.actors.context import initials
from onrecord.language.actors.entities import BODY_KINDS, Entities, Entity

if TYPE_CHECKING:
    from spacy.tokens import Doc


def join_short_names(doc: Doc, entities: Entities) -> None:
    """Give a body the mentions of its acronym and of the first words of its name.

    Only for names that no table knows; an acronym that two bodies of the article could have is
    left alone.
    """
    bodies = [e for e in entities if e.kind in BODY_KINDS and e.namings]
    for short in list(entities):
        if not short.namings or short.kind not in (*BODY_KINDS, "person", "unnamed"):
            continue
        if short.guess == "thing" and not short.name.isupper():
            continue  # "Defence" is not short for the Defence Ministry
        if not short.guess and not (short.kind == "organisation" and short.sector is None):
            continue
        full = _explained(doc, entities, short) or _only([e for e in bodies if _is(short, e)])
        if full is not None and full is not short:
            entities.move(list(short.namings), short, full)
            full.aliases.extend(short.aliases)
            full.guess = ""
            full.because("short name", f"{short.name!r} is short for {full.name}")


def _explained(doc: Doc, entities: Entities, short: Entity) -> Entity | None:
    """The body before the brackets that the short name stands in."""
    for naming in short.namings:
        at = naming.head
        if at < 2 or doc[at - 1].text != "(" or doc[at + 1 : at + 2].text != ")":
            continue
        for before in range(at - 2, max(-1, at - 9), -1):
            entity = entities.of_head.get(before)
            if entity is not None:
                return entity if entity.kind in BODY_KINDS and _spells(short.name, entity) else None
    return None


def _is(short: Entity, full: Entity) -> bool:
    if full is short or full.name == short.name:
        return False
    acronym = short.name.isupper() and " " not in short.name
    if acronym:
        return len(short.name) > 2 and short.name in {initials(one) for one in _names(full)}
    return any(one.startswith(f"{short.name} ") for one in _names(full))


def _spells(acronym: str, full: Entity) -> bool:
    """Whether the letters of the acronym begin words of the name, in order."""
    if not acronym.isupper():
        return False
    for name in _names(full):
        letters = iter(word[0].upper() for word in name.split())
        if sum(letter in letters for letter in acronym) >= len(acronym) - 1:
            return True
    return False


def _names(entity: Entity) -> set[str]:
    return {entity.name, *(one.removeprefix("the ").removeprefix("The ") for one in entity.aliases)}


def _only(found: list[Entity]) -> Entity | None:
    return found[0] if len(found) == 1 else None
