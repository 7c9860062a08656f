"""Who was named before: "the group", "the Russian leader", "the minister", "the company"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import OF_STATES, Coding
from onrecord.language.actors.entities import Entities, Entity
from onrecord.language.actors.phrases import PhraseCoder
from onrecord.language.actors.words import PLURAL_TAGS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

FIRMS = frozenset({"company", "firm"})
_ONE = ("NN", "NNP")
_BODIES_IN_PLURAL = frozenset("forces troops authorities headquarters police marines".split())
_OF_MANY = frozenset(
    "group crew staff force army military team delegation police militia opposition public "
    "crowd family leadership movement side personnel press media".split()
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_AS_SUBJECT = 40  # tokens: a subject is taken for the holder of an office this much longer
_AT_HOME = 60  # and so is a holder of office of the country the article is at home in


@dataclass
class Earlier:
    """Looks up the actors of one article that stand before a noun.

    Attributes:
        doc: the parse.
        entities: the actors found so far.
        coder: knows the offices.
        home: the country the article is at home in, where that is clear.
    """

    doc: Doc
    entities: Entities
    coder: PhraseCoder
    home: str | None = None

    # --- groups and bodies

    def group(
        self,
        noun: str,
        country: str | None,
        at: int,
        *,
        whole: bool = False,
        may_be: Callable[[Entity], bool] = lambda _: True,
    ) -> Entity | None:
        """The last group or body before ``at`` that this noun has named or fits.

        Args:
            noun: what it is called now.
            country: it may not be of another.
            at: token index of the noun.
            whole: all words of the noun must agree ("the army chief" is not the police chief).
            may_be: a further condition.
        """
        last = noun.split()[-1]
        before = sorted((h for h in self.entities.of_head if h < at), reverse=True)
        for head in before:
            entity = self.entities.of_head[head]
            if entity.kind == "person" or entity.guess:
                continue
            if country and entity.country and country != entity.country:
                continue
            if not agrees(self.doc[at], entity):
                continue
            if (noun in entity.nouns or (last in entity.nouns and not whole)) and may_be(entity):
                return entity
        return None

    def body(self, head: Token) -> Entity | None:
        """ "the Commission": the body named before whose name ends in this word."""
        for at, entity in sorted(self.entities.of_head.items(), reverse=True):
            if at < head.i and entity.kind == "organisation" and not entity.plural:
                if " " in entity.name and entity.name.split()[-1] == head.text:
                    return entity
        return None

    def firm(self, head: Token) -> Entity | None:
        """ "the company", where only one body is named before of which no more is known."""
        named = {e.id: e for h, e in self.entities.of_head.items() if h < head.i}
        bodies = [e for e in named.values() if e.guess == "body" and e.sector is None]
        if len(bodies) != 1 or head.tag_ != "NN":
            return None
        bodies[0].learn(None, "BUS", "description", f"{head.text!r} means it")
        bodies[0].guess = ""
        bodies[0].nouns.update(FIRMS)
        return bodies[0]

    # --- holders of office

    def holder(self, coding: Coding, head: Token) -> Entity | None:
        """Who holds the office: "the Russian leader" is whoever the article says leads Russia.

        Of several the one named last; who acts in his sentence or is of the country the
        article is at home in counts as named later.
        """
        if coding.title is None:
            return None
        best: tuple[int, Entity] | None = None
        for entity in self.entities.by_id.values():
            if entity.kind != "person" or not self._fits_office(entity, coding):
                continue
            seen = [self._weight(n.head) for n in entity.namings if n.head < head.i]
            if not seen:
                continue
            rank = max(seen)
            if coding.country is None and self.home is not None and entity.country == self.home:
                rank += _AT_HOME
            if best is None or rank > best[0]:
                best = (rank, entity)
        return best[1] if best else None

    def _weight(self, head: int) -> int:
        return head + (_AS_SUBJECT if self.doc[head].dep_ in _SUBJECTS else 0)

    def _fits_office(self, entity: Entity, coding: Coding) -> bool:
        title = coding.title
        if title is None or (
            coding.country and entity.country and coding.country != entity.country
        ):
            return False
        if coding.country and not entity.country:
            return False
        if coding.noun in entity.nouns or (
            title.sector in _OFFICES and title.title in entity.nouns
        ):
            return True
        if title.title != "leader" or not coding.country:
            return False
        return any(self._leads(role.title) for role in entity.roles) or self._known_leader(entity)

    def _known_leader(self, entity: Entity) -> bool:
        terms = self.coder.tables.leaders.get(entity.name, ())
        return any(not t.until and self._leads(t.title) for t in terms)

    def _leads(self, words: str) -> bool:
        title = self.coder.tables.titles.get(words)
        return title is not None and title.leads == "yes"


# Where the words of one row of titles.csv are one office, not many occupations.
_OFFICES = OF_STATES | {"OPP", "REB", "REL"}


def agrees(head: Token, entity: Entity) -> bool:
    """One is not several: "the ministers" are no minister, "the two countries" no country."""
    if head.tag_ in PLURAL_TAGS and entity.denotes in ("one", "body", "state"):
        return entity.plural or head.lower_ in _BODIES_IN_PLURAL
    return head.tag_ not in _ONE or not entity.plural or head.lower_ in _OF_MANY
