"""Whose leader, government or office: "its leader", "her government", "his office".

Read after the pronouns, since "its" and "her" must have been told by then. A government is its
country's; a leader is the person the article says leads that body, else an actor of its own,
which takes the body's country and sector; two bodies' leaders are never one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import HEADS, OF_STATES
from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.words import singular
from onrecord.record import slug

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.record import ActorKind
    from onrecord.vocabulary.actors import ActorTables

_GOVERNMENTS = frozenset({"government", "administration", "cabinet"})
_LEADING = HEADS | frozenset(
    {"secretary-general", "director general", "director-general", "chief executive", "ceo"}
)
_OWNERS = ("its ", "their ", "his ", "her ", "our ", "my ")
_COUNTRIES = frozenset({"country", "nation", "homeland"})
_NOT_OWN = frozenset({"counterpart", "host", "captor", "guard", "agent"})
_MANY = frozenset({"spokesman", "spokeswoman", "spokesperson", "official", "minister", "deputy"})
_OFFICES = frozenset({"office", "campaign"})
_GOVERNING = frozenset({"GOV", "LEG", "MIL", "ELI"})


@dataclass
class Possession:
    """Tells the owned actors of one article by their owners."""

    doc: Doc
    entities: Entities
    tables: ActorTables

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
                return self._actor(child)
            if child.lower_ == "for" and _speaks(self.doc[head]):
                return next((self._actor(t) for t in child.children if t.dep_ == "pobj"), None)
        return None

    def _actor(self, token: Token) -> Entity | None:
        owner = self.entities.of_head.get(token.i)
        return owner if owner is not None and owner.guess != "thing" else None

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
        official = self._is_official(entity, head) and self._governs(owner)
        direct = self.doc[head.i - 1].dep_ in ("poss", "case")
        if not direct and (noun in HEADS or not (official or _speaks(head))):
            return None  # "its foreign policy chief", "its transitional government"
        if noun in _GOVERNMENTS and owner.country and self._governs(owner):
            country = owner.country
            made = self._state(country, "government")
            made.because("owner", f"{head.text!r} of {owner.name}")
            return made
        if noun in _COUNTRIES and owner.country in self.tables.states and head.tag_ == "NN":
            return self._state(owner.country or "", "state")
        others = owner.kind in ("person", "unnamed", "population")
        if others and not official and noun not in HEADS and not _speaks(head):
            return None
        if noun in HEADS and head.tag_ == "NN":
            person = self._leader_of(owner)
            if person is not None:
                return person
        if official and head.tag_ == "NN":
            person = self._holder_of(owner, entity)
            if person is not None:
                return person
        plain = entity.name.lower().startswith(_OWNERS)
        if not plain and noun not in HEADS and not _speaks(head):
            return None
        return self._made(entity, owner, head)

    def _made(self, entity: Entity, owner: Entity, head: Token) -> Entity:
        """ "Her spokesman", "its army": an actor of the owner's country."""
        whose = owner.id.partition("/")[2] if owner.kind == "unnamed" else owner.name
        words = max((n for n in entity.nouns if n.endswith(head.lower_)), key=len, default="")
        words = words or head.text
        made = Entity(
            f"unnamed/{slug(f'{whose} {words}')}", entity.name, "unnamed",
            plural=entity.plural, denotes=entity.denotes, nouns=set(entity.nouns),
        )  # fmt: skip
        of_owner = singular(head.text) in HEADS or _speaks(head)
        sector = None if of_owner else entity.sector
        made.learn(entity.country or owner.country, sector or owner.sector, "owner", owner.name)
        if not (_speaks(head) and owner.kind == "organisation"):
            made.learn(None, entity.sector, "owner", owner.name)
        return made

    def _state(self, country: str, kind: ActorKind) -> Entity:
        state = self.tables.states.get(country)
        name = state.names[0] if state else country
        if kind == "state":
            return Entity(f"state/{country}", name, kind, country, denotes="body")
        name = f"government of {name}" if state else country
        return Entity(f"government/{country}", name, kind, country, "GOV", denotes="body")

    def _is_official(self, entity: Entity, head: Token) -> bool:
        """Whether the noun is one for people and bodies of a state: "its foreign minister"."""
        return entity.sector in OF_STATES and singular(head.text) not in _NOT_OWN

    def _holder_of(self, owner: Entity, entity: Entity) -> Entity | None:
        """The one person of the article who holds that office of the owner's country."""
        noun = max(entity.nouns, key=len, default="")
        title = self.tables.titles.get(noun)
        if title is None or noun in _MANY or owner.kind == "person":
            return None
        found = [
            person
            for person in self.entities.by_id.values()
            if person.kind == "person" and person.namings and person.country == owner.country
            if any(self.tables.titles.get(role.title) is title for role in person.roles)
        ]
        return found[0] if len(found) == 1 else None

    def _governs(self, owner: Entity) -> bool:
        return owner.kind in ("state", "government", "population") or (
            owner.kind in ("person", "unnamed") and owner.sector in _GOVERNING
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


def _speaks(head: Token) -> bool:
    """ "Her spokesman", "a spokeswoman for the bank"."""
    return head.lower_.startswith("spokes")


def _leads(title: str) -> bool:
    return title in _LEADING or title.split()[-1:] == ["chief"]
