"""People: whose names are one person's, and what the words around the names say of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import HEADS, Coding
from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.language.actors.naming import Named
from onrecord.language.actors.office import office_of
from onrecord.language.actors.phrases import PhraseCoder
from onrecord.record import Article, Role, slug
from onrecord.record.names import name_parts, same_person
from onrecord.vocabulary.actors import BODIES_OF_MANY_STATES, Leader

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_COURTESY = {
    "mrs": "f", "ms": "f", "miss": "f", "lady": "f", "dame": "f", "madam": "f",
    "mr": "m", "sir": "m", "lord": "m",
}  # fmt: skip


@dataclass(frozen=True)
class PersonName:
    """A person's name in the text, with the noun phrase around it."""

    named: Named
    words: str
    parts: tuple[str, ...]


class People:
    """Gathers the persons of one article."""

    def __init__(
        self,
        article: Article,
        doc: Doc,
        coder: PhraseCoder,
        entities: Entities,
        countries: set[str],
    ) -> None:
        self.article = article
        self.doc = doc
        self.coder = coder
        self.entities = entities
        self.countries = countries
        self.full: list[tuple[tuple[str, ...], Entity]] = []
        self.apart: set[str] = set()  # surnames that one is called by, and another's full name has

    def add(self, named: list[Named]) -> None:
        """Make persons of all names of kind person; full names first."""
        names = [self._person_name(n) for n in named]
        self._tell_apart(names)
        for name in names:
            if len(name.parts) > 1:
                self._full_name(name)
        for name in names:
            entity = self._owner(name)
            self._mention(entity, name)

    def _person_name(self, named: Named) -> PersonName:
        words = named.words(self.doc).removesuffix("'s").removesuffix("’s")
        return PersonName(named, words, tuple(name_parts(words)))

    def _tell_apart(self, names: list[PersonName]) -> None:
        """ "Hale is the sister of Spencer Hale": by "Hale" alone another is meant than he."""
        firsts: dict[str, int] = {}
        for name in names:
            if len(name.parts) > 1:
                firsts.setdefault(name.parts[-1], name.named.phrase.head)
        for name in names:
            first = firsts.get(name.parts[-1]) if len(name.parts) == 1 else None
            if first is not None and self.doc[first].sent.start <= name.named.phrase.head < first:
                self.apart.add(name.parts[-1])

    def _full_name(self, name: PersonName) -> None:
        for parts, entity in self.full:
            variants = self.coder.tables.variants
            if parts == name.parts or same_person(entity.name, name.words, variants):
                if parts != name.parts:
                    self.full.append((name.parts, entity))
                return
        terms = self.coder.tables.leaders.get(name.words.replace("’", "'")) or self._spelled(name)
        printed = terms[0].name if terms else name.words
        entity = self.entities.get(Entity(f"person/{slug(printed)}", printed, "person"))
        self.full.append((name.parts, entity))

    def _spelled(self, name: PersonName) -> tuple[Leader, ...]:
        """ "Mohammed Bazoum": a leader of a country of the article under another spelling."""
        variants = self.coder.tables.variants
        for terms in self.coder.surnames.get(name.parts[-1], ()):
            if terms[0].country in self.countries and same_person(
                terms[0].name, name.words, variants
            ):
                return terms
        return ()

    def _owner(self, name: PersonName) -> Entity:
        """Whose name it is: exact, then by surname, then by given name, else a new person."""
        for parts, entity in self.full:
            if parts == name.parts:
                return entity
        if len(name.parts) == 1:
            word = name.parts[0]
            known = self.full if word not in self.apart else []
            near = [e for parts, e in known if parts[-1] == word] or [
                e for parts, e in known if word in parts[1:] or parts[0] == word
            ]
            if near:
                owner = self._nearest(near, name)
                owner.surname_only = True
                return owner
            holder = self._known_by_surname(name)
            if holder is not None:
                return holder
        entity = self.entities.get(Entity(f"person/{slug(name.words)}", name.words, "person"))
        self.full.append((name.parts, entity))
        return entity

    def _nearest(self, entities: list[Entity], name: PersonName) -> Entity:
        """Of several with that surname the one named last before; else the first."""
        said = {_COURTESY[w] for w in self._courtesy(name) if w in _COURTESY}
        entities = [e for e in entities if not said or self._gender(e) in ("", *said)] or entities
        best = entities[0]
        seen = -1
        for entity in entities:
            before = [n.head for n in entity.namings if n.head < name.named.phrase.head]
            if before and max(before) > seen:
                best, seen = entity, max(before)
        return best

    def _courtesy(self, name: PersonName) -> list[str]:
        """The words right before the name: "Mrs"."""
        first = (name.named.name or (name.named.phrase.head, 0))[0]
        return [t.lower_.rstrip(".") for t in self.doc[max(0, first - 1) : first + 1]]

    def _gender(self, entity: Entity) -> str:
        return entity.gender or self.coder.tables.genders.get(entity.name.split()[0], "")

    def _known_by_surname(self, name: PersonName) -> Entity | None:
        """A holder of office of that surname, where office or country agree with the article."""
        word = name.parts[0]
        coding = self._premodifiers(name.named)
        found = []
        for terms in self.coder.surnames.get(word, ()):
            office = office_of(self.coder.tables, terms, _day(self.article))
            titled = coding.title is not None and coding.title.title == office.title
            if coding.country is not None and coding.country != office.country:
                continue
            agrees = titled or coding.country is not None or office.country in self.countries
            if agrees and (office.in_office or titled):
                found.append((not office.in_office, terms[0].name))
        people = sorted(set(found))
        if not people or (len(people) > 1 and people[0][0] == people[1][0]):
            return None
        printed = people[0][1]
        entity = self.entities.get(Entity(f"person/{slug(printed)}", printed, "person"))
        entity.because("vocabulary", f"{name.words!r} is {printed} in leaders.csv")
        self.full.append((name.parts, entity))
        return entity

    def _mention(self, entity: Entity, name: PersonName) -> None:
        doc, phrase = self.doc, name.named.phrase
        first, last = name.named.name or (phrase.head, phrase.head + 1)
        start = doc[phrase.first] if self._takes_premodifiers(phrase.first, first) else doc[first]
        if start.lower_ in ("the", "a", "an") and start.i < first:
            start = doc[start.i]
        if start.lower_ in ("both", "either", "neither") and start.i < first:
            start = doc[start.i + 1]
        end = doc[last - 1]
        naming = Naming(start.idx, end.idx + len(end), phrase.head, "name")
        self.entities.mention(entity, naming)
        entity.aliases.append(name.words)
        if len(name.parts) > len(name_parts(entity.name)) and not self._is_leader(entity):
            entity.name = name.words
        self._describe(entity, name)

    def _is_leader(self, entity: Entity) -> bool:
        return entity.name in self.coder.tables.leaders

    def _takes_premodifiers(self, first: int, name: int) -> bool:
        return first < name and not any(t.is_punct and t.text != "-" for t in self.doc[first:name])

    def _premodifiers(self, named: Named) -> Coding:
        first, name = named.phrase.first, (named.name or (named.phrase.head, 0))[0]
        return self.coder.code(self.doc[first:name].text) if first < name else Coding()

    def _describe(self, entity: Entity, name: PersonName) -> None:
        """Country, sector and office from the words before the name and in apposition."""
        doc, phrase = self.doc, name.named.phrase
        first = (name.named.name or (phrase.head, 0))[0]
        for word in self._courtesy(name):
            entity.gender = _COURTESY.get(word, entity.gender)
        if phrase.first < first:
            before = doc[phrase.first : first]
            self.describe(entity, before.start_char, before.end_char)
        for token in self.appositions(doc[phrase.head]):
            self.describe(entity, *self._extent(token))

    def describe(self, entity: Entity, start: int, end: int) -> None:
        """Take what the words from ``start`` to ``end`` say of ``entity``."""
        words = self.article.text[start:end]
        coding = self.coder.code(words)
        if coding.title is None and coding.noun is None and coding.country is None:
            return
        if coding.title is None and coding.denotes in ("body", "place", "things", "state"):
            return  # "Marrow, head of Breakwater, a website": that is not she
        coding = with_sector_of_head(coding)
        entity.learn(coding.country, coding.sector, "description", repr(words))
        if coding.title is not None and not entity.gender:
            entity.gender = coding.title.gender
        if coding.noun is None:
            return
        if coding.noun.split()[-1] == "counterpart":
            coding = self._counterpart(entity, coding, start)
        noun = coding.noun or ""
        entity.nouns.update((noun, noun.split()[-1]))
        if coding.title is not None:
            entity.nouns.add(coding.title.title)
        title = _printed_title(coding)
        of = coding.of.id if coding.of else (f"state/{coding.country}" if coding.country else None)
        if of is not None and of.startswith("government/"):
            of = f"state/{of.removeprefix('government/')}"
        role = Role(title=title, of=of, article=self.article.id, start=start, end=end)
        if all((r.title, r.of) != (role.title, role.of) for r in entity.roles):
            entity.roles.append(role)

    def _counterpart(self, entity: Entity, coding: Coding, at: int) -> Coding:
        """ "her Hungarian counterpart": the office of the person named last before."""
        best: tuple[int, Entity] | None = None
        for other in self.entities.by_id.values():
            before = [n.start for n in other.namings if n.start < at]
            held = other.kind == "person" and other is not entity and other.roles
            if before and held and (best is None or max(before) > best[0]):
                best = (max(before), other)
        title = self.coder.tables.titles.get(best[1].roles[0].title) if best else None
        if title is None:
            return coding
        entity.sector = None if entity.sector == "UNK" else entity.sector
        entity.learn(None, title.sector, "counterpart", f"the office of {best and best[1].name}")
        return replace(coding, title=title, noun=title.title, sector=title.sector)

    def appositions(self, head: Token) -> list[Token]:
        """The heads of noun phrases that say who ``head`` is: apposition, copula, relative."""
        found = [c for c in head.children if c.dep_ == "appos"]
        if head.dep_ == "appos" and head.head.pos_ in ("NOUN", "PROPN"):
            found.insert(0, head.head)
        if head.dep_ == "nsubj" and head.head.lemma_ == "be" and head.head.pos_ == "AUX":
            found.extend(c for c in head.head.children if c.dep_ == "attr")
        for child in head.children:
            if child.dep_ == "relcl" and child.lemma_ in ("be", "serve"):
                found.extend(c for c in child.children if c.dep_ == "attr")
        return [
            token for token in found if token.pos_ in ("NOUN", "PROPN") and not self._a_name(token)
        ]

    def _a_name(self, token: Token) -> bool:
        return token.i in self.entities.of_head and token.ent_type_ == "PERSON"

    def _extent(self, token: Token) -> tuple[int, int]:
        """From the first word of the description to the end of its restrictive modifiers."""
        first = min([token.i, *(c.left_edge.i for c in token.lefts)])
        last = token.i + 1
        for child in token.rights:
            if child.dep_ in ("prep", "appos", "cc", "conj") and child.dep_ == "prep":
                last = max(last, child.right_edge.i + 1)
        words = self.doc[first : min(last, token.i + 14)]
        return words.start_char, words.end_char


def with_sector_of_head(coding: Coding) -> Coding:
    """ "IAEA chief": who heads a body of many states is of no body's sector, but an official."""
    heads = coding.head in HEADS and coding.country in BODIES_OF_MANY_STATES
    if not heads or coding.sector not in (None, "UNK") or coding.country == "NGO":
        return coding
    return replace(coding, sector="GOV")


def _printed_title(coding: Coding) -> str:
    noun = coding.noun or ""
    title = coding.title.title if coding.title and coding.title.title == noun else noun
    if title.endswith(".") and coding.title is not None:
        title = coding.title.title  # "Gen." is a general
    said = title.startswith(("former ", "ex-", "deposed ", "ousted ", "late "))
    return f"former {title}" if coding.former and not said else title


def _day(article: Article) -> str | None:
    return article.published[:10] if article.published else None
