"""Actors by common noun: groups, sources, holders of offices, a country's bodies."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.actors.described import Described
from onrecord.language.actors.earlier import FIRMS, Earlier
from onrecord.language.actors.entities import Entity
from onrecord.language.actors.gatherer import Gatherer
from onrecord.language.actors.naming import Named
from onrecord.language.actors.national import National, Near
from onrecord.language.actors.pairs import is_pair, members_of
from onrecord.language.actors.people import with_sector_of_head
from onrecord.language.actors.phrases import Coding
from onrecord.language.actors.states import States
from onrecord.language.actors.words import PLURAL_TAGS, singular
from onrecord.record import slug
from onrecord.vocabulary.actors import Known

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Token

_DETERMINERS = frozenset("the a an this that these those his her its their our my your".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PARTS = frozenset(
    "one two three four five six seven eight nine ten some many most several both "
    "few all half none each dozens hundreds thousands majority number".split()
)
_COLLECTIVES = frozenset(
    "staff crew public press media personnel opposition police clergy leadership community "
    "population youth elite workforce management royalty nobility law enforcement".split()
)
_NEVER_BARE = frozenset({"pobj", "dobj", "attr", "conj", "dep", "npadvmod"})


@dataclass
class Nouns(Gatherer):
    """Gathers whom the common nouns of one article denote; all names are known by then.

    Attributes:
        near: which countries the words before a noun speak of.
        known_at: token index -> whom the known name there means in this article.
        home: the country whose "the government" and "the army" are, where that is clear.
    """

    near: Near
    known_at: Mapping[int, Known]
    home: str | None = None

    def __post_init__(self) -> None:
        doc, entities, coder, home = self.doc, self.entities, self.coder, self.home
        self.described = Described(doc, entities, coder.lexicon, self.known_at, _PARTS)
        self.earlier = Earlier(doc, entities, coder, home)
        self.national = National(doc, entities, coder, self.near, home)
        self.states = States(doc, entities, coder.tables, self.near, home)

    def add_noun(self, named: Named) -> None:
        """Make or find the actor that a common noun denotes; all names are known by now."""
        if named.kind != "noun":
            return
        head = self.doc[named.phrase.head]
        if self._in_quantity(head) or any(c.lower_ == "no" for c in head.children):
            return
        entity = self._whole_of(named, head) or self._of_noun(named, head)
        if entity is not None:
            self.mention(entity, named, form="nominal")

    def _whole_of(self, named: Named, head: Token) -> Entity | None:
        """ "two of the sources", "the pair": a group that other words tell."""
        part = self._part_of(named)
        if part is not None or not is_pair(head):
            return part
        two = members_of(singular(head.text), head, self.entities.of_head)
        return self._pair(named, head, two) if two else None

    def _of_noun(self, named: Named, head: Token) -> Entity | None:
        phrase = named.phrase
        if not self.coder.may_denote(head.text) and head.lower_ not in _PARTS:
            return None
        if head.dep_ in ("compound", "nmod", "npadvmod") and head.head.i > head.i:
            return None
        core = self._words(phrase.first, head.i + 1, head)
        full = self._words(phrase.first, phrase.last, head)
        coding = self.coder.code(full)
        if not self._denotes_actor(head, coding, core, full) or self._is_bare(named, head, coding):
            return None
        coding = self.states.told(coding, named.phrase, head)
        again = self.earlier.body(head) if head.tag_ == "NNP" else None
        if again is not None:
            return again
        holder = coding.title is not None and self.earlier.holder(coding, head) is not None
        coding = coding if holder else self.national.at_home(coding, head)
        two = members_of(singular(head.text), head, self.entities.of_head)
        return (
            self.described.body_before(named, head)
            or self.described.whom(head, coding)
            or (self._pair(named, head, two) if two else None)
            or self._same_as_before(named, head, coding)
            or self._new(named, head, coding)
        )

    def _words(self, first: int, last: int, head: Token) -> str:
        """The words, the head as a noun: "the Italian Senate" is not the one the tables know."""
        if not head.text[:1].isupper():
            return self.doc[first:last].text
        before, after = self.doc[first : head.i].text_with_ws, self.doc[head.i + 1 : last].text
        return f"{before}{head.lower_}{head.whitespace_}{after}".rstrip()

    # --- which nouns denote an actor

    def _in_quantity(self, head: Token) -> bool:
        """ "protesters" in "hundreds of protesters", who are an actor once."""
        if head.dep_ != "pobj" or head.head.lower_ != "of":
            return False
        outer = head.head.head
        return outer.lower_ in _PARTS and outer.i in self.entities.of_head

    def _denotes_actor(self, head: Token, coding: Coding, core: str, full: str) -> bool:
        if coding.denotes is None and coding.title is None:
            return False
        inner = self.coder.code(core) if core != full else coding
        last = singular(head.text)
        noun = (inner.noun or coding.noun or "").split()
        if not noun or (
            noun[-1] != last and singular(noun[-1]) != last and head.lower_ not in _PARTS
        ):
            return False
        if inner.denotes == "place":
            return head.dep_ == "nsubj" and head.head.pos_ == "VERB"
        if self._inside_title(head) or head.dep_ == "oprd":
            return False
        return not (inner.denotes == "things" and inner.country is None)

    def _inside_title(self, head: Token) -> bool:
        """ "staff" in "chief of staff"."""
        if head.dep_ != "pobj" or head.head.lower_ != "of":
            return False
        governor = head.head.head
        return f"{governor.lower_} of {head.lower_}" in self.coder.tables.titles

    def _is_bare(self, named: Named, head: Token, coding: Coding) -> bool:
        """ "prisoner" in "prisoner and body exchanges", "as president": one, without an article."""
        persons = coding.title is not None or coding.denotes in ("one", "people")
        if head.tag_ != "NN" or not persons or named.phrase.first != head.i:
            return False
        if named.phrase.last > head.i + 1 and head.dep_ != "pobj":
            return False  # "met father of the victim"
        if head.lower_ in _COLLECTIVES or head.dep_ not in _NEVER_BARE:
            return False
        first = head
        while first.dep_ == "conj" and first.head.i < first.i:
            first = first.head
        if first is not head and any(c.dep_ in ("det", "poss") for c in first.children):
            return False
        return self.described.whom(head, coding) is None

    # --- who it is

    def _part_of(self, named: Named) -> Entity | None:
        """ "two of the sources": the group they belong to."""
        head = self.doc[named.phrase.head]
        if head.lower_ not in _PARTS:
            return None
        for child in head.children:
            if child.lower_ == "of":
                for token in child.children:
                    if token.dep_ == "pobj" and token.pos_ == "NOUN":
                        return self.earlier.group(singular(token.text), None, token.i)
        return None

    def _pair(self, named: Named, head: Token, two: tuple[str, ...]) -> Entity:
        """The group of these two: the one met before, or a new one."""
        for entity in self.entities.by_id.values():
            if entity.members == two:
                return entity
        coding = self.coder.code(self.doc[named.phrase.first : named.phrase.last].text)
        if singular(head.text) == "party":
            coding = replace(coding, sector=None)  # to talks: no political parties
        entity = self._unnamed(named, coding, plural=True)
        if entity.id in self.entities.by_id:  # two others, met before
            entity.id = f"unnamed/{'-and-'.join(one.partition('/')[2] for one in two)}"
        entity = self.entities.get(entity)
        entity.members, entity.denotes = two, "people"
        entity.learn(coding.country, coding.sector, "description", "; ".join(coding.why))
        entity.nouns.update((coding.noun or singular(head.text), singular(head.text)))
        entity.because("pair", f"{head.text!r} are {' and '.join(two)}")
        return entity

    def _same_as_before(self, named: Named, head: Token, coding: Coding) -> Entity | None:
        first = self.doc[named.phrase.first]
        definite = first.lower_ in _DEFINITE
        if not definite and not any(child.dep_ == "poss" for child in head.children):
            return self._group_again(named, head, coding)
        state = self.states.meant(named.phrase, head) if definite else None
        if state is not None:
            return state
        noun = coding.noun or singular(head.text)
        kin = not definite and coding.title is not None and coding.title.sector == "CVL"
        if coding.title is not None and head.tag_ in ("NN", "NNP") and not kin:
            holder = self.earlier.holder(coding, head)
            if holder is not None:
                return holder
        if not definite or self._other_name_inside(named):
            return None
        if self.states.says_which(named.phrase, head):
            return None  # a state that the article has not named
        one = head.tag_ in ("NN", "NNP") and (coding.title is not None or coding.denotes == "one")
        if one and self._other_owner(head):
            return None
        found = self.earlier.group(
            noun, coding.country, head.i, whole=one and " " in noun,
            may_be=lambda entity: self.national.may_be(entity, head),
        )  # fmt: skip
        return found or (self.earlier.firm(head) if noun in FIRMS else None)

    def _group_again(self, named: Named, head: Token, coding: Coding) -> Entity | None:
        """ "Russian sources" after "three Russian sources": the same ones."""
        sources = singular(head.text) == "source" and head.tag_ == "NNS"
        if not sources or any(t.like_num for t in head.children):
            return None
        words = self.doc[named.phrase.first : named.phrase.last].text.lower()
        for at, entity in sorted(self.entities.of_head.items(), reverse=True):
            if at < head.i and "source" in entity.nouns and entity.plural:
                same = entity.country == coding.country and (coding.country or words == "sources")
                return entity if same else None
        return None

    def _other_owner(self, head: Token) -> bool:
        """ "the union's president" is not the president of a republic named before."""
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        return owner is not None and owner.i not in self.entities.of_head

    def _other_name_inside(self, named: Named) -> bool:
        """ "the Obama administration" is not any administration named before."""
        words = self.doc[named.phrase.first : named.phrase.head]
        return any(t.pos_ == "PROPN" and t.text not in self.coder.tables.adjectives for t in words)

    # --- new ones

    def _new(self, named: Named, head: Token, coding: Coding) -> Entity:
        noun = coding.noun or singular(head.text)
        plural = head.tag_ in PLURAL_TAGS or (coding.denotes == "people" and head.tag_ != "NN")
        entity = self.national.body(noun, head, coding, plural=plural)
        if entity is None and coding.denotes == "body" and head.tag_ == "NNP":
            entity = Entity(f"organisation/{slug(noun)}", head.text, "organisation", denotes="body")
        entity = self.entities.get(entity or self._unnamed(named, coding, plural))
        coding = with_sector_of_head(coding)
        entity.learn(coding.country, coding.sector, "description", "; ".join(coding.why))
        main = noun.partition(" of ")[0] or noun  # no "staff" from "chief of staff"
        entity.nouns.update((noun, main.split()[-1], singular(head.text)))
        return entity

    def _unnamed(self, named: Named, coding: Coding, plural: bool) -> Entity:
        phrase = self.doc[named.phrase.first : named.phrase.clause]
        words = [t.text for t in phrase if not t.is_space]
        while len(words) > 1 and words[0].lower() in _DETERMINERS:
            words = words[1:]
        text = " ".join(words[:12]).replace("’s", "").replace("'s", "").replace("U.S.", "US")
        printed = self.doc[named.phrase.first : named.phrase.last].text
        return Entity(
            f"unnamed/{slug(text)}",
            " ".join(printed.split()),
            "unnamed",
            plural=plural,
            denotes=coding.denotes or "people",
        )
