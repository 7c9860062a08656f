"""Whose leader, government or office: "its leader", "her government", "his office".

Read after the pronouns, since "its" and "her" must have been told by then. A government is its
country's; a leader is the person the article says leads that body, else an actor of its own,
which takes the body's country and sector; two bodies' leaders are never one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.words import singular
from onrecord.record import slug

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc, Token

    from onrecord.vocabulary.actors import State

_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
_HEADS = frozenset({"leader", "chief", "boss", "head", "chairman", "president", "director"})
_LEADING = _HEADS | frozenset(
    {"secretary-general", "director general", "director-general", "chief executive", "ceo"}
)
_OFFICES = frozenset({"office", "campaign"})
_OF_STATE = frozenset({"GOV", "LEG", "MIL", "ELI"})


class Possession:
    """Tells the owned actors of one article by their owners."""

    def __init__(self, doc: Doc, entities: Entities, states: Mapping[str, State]) -> None:
        """Take the parse, the actors found so far, and the states by alpha-3."""
        self.doc = doc
        self.entities = entities
        self.states = states

    def resolve(self) -> None:
        """Give each owned actor its owner's country; add the offices of persons."""
        for entity in list(self.entities.by_id.values()):
            if entity.kind == "unnamed" and not entity.guess and not entity.members:
                self._by_owner(entity)
        self._add_offices()

    def _owner(self, head: int) -> Entity | None:
        """The actor that the possessive before ``head`` names."""
        for child in self.doc[head].children:
            if child.dep_ == "poss" and child.i < head:
                owner = self.entities.of_head.get(child.i)
                return owner if owner is not None and owner.guess != "thing" else None
        return None

    def _by_owner(self, entity: Entity) -> None:
        """Part the mentions of ``entity`` by owner; one without its own goes with the last."""
        parts: dict[str, tuple[Entity, list[Naming]]] = {}
        owner: Entity | None = None
        for naming in sorted(entity.namings, key=lambda n: n.head):
            owner = self._owner(naming.head) or owner
            if owner is not None and owner is not entity:
                parts.setdefault(owner.id, (owner, []))[1].append(naming)
        for owner, namings in parts.values():
            target = self._owned(entity, owner, self.doc[namings[0].head])
            if target is None:
                continue
            self.entities.move(namings, entity, self.entities.get(target))

    def _owned(self, entity: Entity, owner: Entity, head: Token) -> Entity | None:
        """The actor that ``head`` of ``owner`` is, where that is more than ``entity`` says."""
        noun = singular(head.text)
        if self.doc[head.i - 1].dep_ not in ("poss", "case"):
            return None  # "its foreign policy chief", "its transitional government"
        if noun in _GOVERNMENTS and owner.country and self._governs(owner):
            country = owner.country
            state = self.states.get(country)
            name = f"government of {state.names[0]}" if state else country
            made = Entity(
                f"government/{country}", name, "government", country, "GOV", denotes="body"
            )
            made.because("owner", f"{head.text!r} of {owner.name}")
            return made
        if owner.kind in ("person", "unnamed", "population") and noun not in _HEADS:
            return None
        if noun in _HEADS and head.tag_ == "NN":
            person = self._leader_of(owner)
            if person is not None:
                return person
        plain = entity.name.lower().startswith(("its ", "their ", "his ", "her "))
        if not plain and noun not in _HEADS:
            return None
        whose = owner.id.partition("/")[2] if owner.kind == "unnamed" else owner.name
        made = Entity(
            f"unnamed/{slug(f'{whose} {head.text}')}", entity.name, "unnamed",
            plural=entity.plural, denotes=entity.denotes, nouns=set(entity.nouns),
        )  # fmt: skip
        sector = entity.sector if noun not in _HEADS else None
        made.learn(entity.country or owner.country, sector or owner.sector, "owner", owner.name)
        made.learn(None, entity.sector, "owner", owner.name)
        return made

    def _governs(self, owner: Entity) -> bool:
        return owner.kind in ("state", "government", "population") or (
            owner.kind == "person" and owner.sector in _OF_STATE
        )

    def _leader_of(self, owner: Entity) -> Entity | None:
        """The one person whom the article says leads ``owner``."""
        of = {owner.id, owner.id.replace("government/", "state/")}
        found = [
            person
            for person in self.entities.by_id.values()
            if person.kind == "person" and person.namings
            if any(r.of in of and _leads(r.title) for r in person.roles)
        ]
        return found[0] if len(found) == 1 else None

    def _add_offices(self) -> None:
        """ "his office said": the office of the person, where it does something."""
        for token in self.doc:
            if token.lower_ not in _OFFICES or token.dep_ != "nsubj" or token.head.pos_ != "VERB":
                continue
            owner = self._owner(token.i)
            if token.i in self.entities.of_head or owner is None or owner.kind != "person":
                continue
            first = token.left_edge
            made = Entity(
                f"unnamed/{slug(f'{token.lower_} of {owner.name}')}",
                f"{token.lower_} of {owner.name}",
                "unnamed",
                denotes="body",
            )
            made = self.entities.get(made)
            made.learn(owner.country, owner.sector, "owner", owner.name)
            made.nouns.add(token.lower_)
            end = token.idx + len(token)
            self.entities.mention(made, Naming(first.idx, end, token.i, "nominal"))


def _leads(title: str) -> bool:
    return title in _LEADING or title.split()[-1:] == ["chief"]
