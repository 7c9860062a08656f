"""Actors by common noun: groups, sources, holders of offices, a country's bodies."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entity
from onrecord.language.actors.gatherer import BODY_WORDS, Gatherer
from onrecord.language.actors.naming import Named
from onrecord.language.actors.pairs import is_pair, members_of
from onrecord.language.actors.phrases import Coding
from onrecord.language.actors.words import singular
from onrecord.record import Role, slug

if TYPE_CHECKING:
    from spacy.tokens import Token


_ARMIES = frozenset(
    {"army", "military", "force", "forces", "troops", "troop", "armed forces", "armed force"}
)
_DETERMINERS = frozenset("the a an this that these those his her its their our my your".split())
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PARTS = frozenset(
    "one two three four five six seven eight nine ten some many most several both "
    "few all half none each dozens hundreds thousands majority number".split()
)


_SERVES = frozenset({"serve", "act", "work", "double"})
_OF_STATES = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY"})
_KINDS = frozenset(
    "party group movement militia rebels guerrillas militants insurgents jihadists "
    "agency coalition faction organisation organization gang cartel network company".split()
)


_FIRMS = frozenset({"company", "firm"})
_OUTLETS = frozenset(
    {"newspaper", "daily", "broadcaster", "magazine", "website", "weekly", "television", "radio"}
)


class Nouns(Gatherer):
    """Gathers whom the common nouns of one article denote; all names are known by then.

    Attributes:
        home: the country whose "the government" and "the army" are, where that is clear.
    """

    home: str | None = None

    def add_noun(self, named: Named) -> None:
        """Make or find the actor that a common noun denotes; all names are known by now."""
        if named.kind == "noun":
            self._noun(named)

    def _noun(self, named: Named) -> None:
        doc, phrase = self.doc, named.phrase
        head = doc[phrase.head]
        if self._in_quantity(head) or any(c.lower_ == "no" for c in head.children):
            return
        part = self._part_of(named)
        if part is not None:
            self.mention(part, named, form="nominal")
            return
        two = members_of(singular(head.text), head, self.entities.of_head)
        if two and is_pair(head):
            self.mention(self._pair(named, head, two), named, form="nominal")
            return
        if not self.coder.may_denote(head.text) and head.lower_ not in _PARTS:
            return
        core = doc[phrase.first : phrase.head + 1].text
        full = doc[phrase.first : phrase.last].text
        coding = self.coder.code(full)
        if not self._denotes_actor(head, coding, core, full):
            return
        if head.dep_ in ("compound", "nmod", "npadvmod") and head.head.i > head.i:
            return
        coding = self._at_home(coding, head)
        body = self._body_before(named, head)
        if body is not None:
            self.mention(body, named, form="nominal")
            return
        person = self._says_who(head)
        if person is not None:
            self.mention(person, named, form="nominal")
            return
        entity = self._pair(named, head, two) if two else self._same_as_before(named, head, coding)
        self.mention(entity or self._new(named, head, coding), named, form="nominal")

    def _pair(self, named: Named, head: Token, two: tuple[str, ...]) -> Entity:
        """The group of these two: the one met before, or a new one."""
        for entity in self.entities.by_id.values():
            if entity.members == two:
                return entity
        coding = self.coder.code(self.doc[named.phrase.first : named.phrase.last].text)
        entity = self._unnamed(named, coding, plural=True)
        if entity.id in self.entities.by_id:  # two others, met before
            entity.id = f"unnamed/{'-and-'.join(one.partition('/')[2] for one in two)}"
        entity = self.entities.get(entity)
        entity.members, entity.denotes = two, "people"
        entity.learn(coding.country, coding.sector, "description", "; ".join(coding.why))
        entity.nouns.update((coding.noun or singular(head.text), singular(head.text)))
        entity.because("pair", f"{head.text!r} are {' and '.join(two)}")
        return entity

    def _in_quantity(self, head: Token) -> bool:
        """ "protesters" in "hundreds of protesters", who are an actor once."""
        if head.dep_ != "pobj" or head.head.lower_ != "of":
            return False
        outer = head.head.head
        return outer.lower_ in _PARTS and outer.i in self.entities.of_head

    def _at_home(self, coding: Coding, head: Token) -> Coding:
        """ "the army", "the government", without more: of the country the article is at home in."""
        first = self.doc[head.i - 1] if head.i else None
        plain = first is not None and first.lower_ == "the" and head.tag_ in ("NN", "NNP")
        body = coding.denotes in ("body", "state") or coding.title is not None
        body = body and coding.sector in _OF_STATES
        if not plain or not body or coding.country is not None or self.home is None:
            return coding
        if self._earlier(coding.noun or head.lower_, None, head.i) is not None:
            return coding
        return replace(coding, country=self.home, why=(*coding.why, f"home {self.home}"))

    def _body_before(self, named: Named, head: Token) -> Entity | None:
        """ "the Democratic Centre party", "ELN rebels": the body named right before its kind."""
        if head.lower_ not in _KINDS | _OUTLETS or head.i == named.phrase.first:
            return None
        words = self.doc[named.phrase.first : head.i]
        if any(t.like_num or t.lower_ in _PARTS for t in words):
            return None
        for size in range(min(6, len(words)), 0, -1):
            known = self.coder.lexicon.exact(words[-size:].text)
            if known is not None and known.kind not in ("state", "government"):
                made = Entity(
                    known.id, known.name, known.kind, known.country, known.sector, denotes="body"
                )
                made.because("name", f"{known.name} in {known.table}.csv")
                return self.entities.get(made)
        first = head.i
        while first > named.phrase.first and self.doc[first - 1].pos_ == "PROPN":
            first -= 1
        if head.lower_ not in _OUTLETS or first == head.i:
            return None
        name = self.doc[first : head.i].text
        made = Entity(f"media/{slug(name)}", name, "media", None, "JRN", denotes="body")
        return self.entities.get(made)

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
        if self._inside_title(head):
            return False
        return not (inner.denotes == "things" and inner.country is None)

    def _inside_title(self, head: Token) -> bool:
        """ "staff" in "chief of staff"."""
        if head.dep_ != "pobj" or head.head.lower_ != "of":
            return False
        governor = head.head.head
        return f"{governor.lower_} of {head.lower_}" in self.coder.tables.titles

    def _part_of(self, named: Named) -> Entity | None:
        """ "two of the sources": the group they belong to."""
        head = self.doc[named.phrase.head]
        if head.lower_ not in _PARTS:
            return None
        for child in head.children:
            if child.lower_ == "of":
                for token in child.children:
                    if token.dep_ == "pobj" and token.pos_ == "NOUN":
                        return self._earlier(singular(token.text), None, token.i)
        return None

    def _says_who(self, head: Token) -> Entity | None:
        """The actor whom this noun describes: apposition, copula, "identified as"."""
        at = head.head if head.dep_ == "conj" and head.head.dep_ in ("appos", "attr") else head
        if at.dep_ == "appos" and at.head.i in self.entities.of_head:
            return self._named(at.head)
        for child in head.children:
            if child.dep_ == "appos" and child.pos_ == "PROPN":
                return self._named(child)
            if child.dep_ == "relcl" and child.lemma_ in ("identify", "name", "know"):
                for token in child.subtree:
                    if token.dep_ == "pobj" and token.head.lower_ == "as":
                        return self._named(token)
        if head.dep_ == "pobj" and head.head.lower_ == "as" and head.head.head.lemma_ in _SERVES:
            verb = head.head.head
            for child in verb.children:
                if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP"):
                    return self._named(verb.head)
                if child.dep_ == "nsubj" and child.pos_ == "PROPN":
                    return self._named(child)
        if at.dep_ == "attr" and at.head.lemma_ == "be":
            for child in at.head.children:
                if child.dep_ == "nsubj" and child.pos_ == "PROPN":
                    return self._named(child)
                if child.dep_ == "nsubj" and child.tag_ in ("WDT", "WP"):
                    return self._named(at.head.head)
        return self._name_behind(head)

    def _name_behind(self, head: Token) -> Entity | None:
        """ "news outlet The Bell": the name that follows without a comma."""
        for token in self.doc[head.i + 1 : head.i + 6]:
            if not (token.text[:1].isupper() or token.text in ("-", "’", "'")):
                return None
            if token.i in self.entities.of_head:
                return self._named(token)
        return None

    def _named(self, token: Token) -> Entity | None:
        entity = self.entities.of_head.get(token.i)
        return entity if entity is not None and entity.kind != "unnamed" else None

    def _same_as_before(self, named: Named, head: Token, coding: Coding) -> Entity | None:
        first = self.doc[named.phrase.first]
        if first.lower_ not in _DEFINITE and not self._possessed(head):
            return None
        noun = coding.noun or singular(head.text)
        if coding.title is not None and head.tag_ in ("NN", "NNP"):
            holder = self._holder(coding, head)
            if holder is not None:
                return holder
        if first.lower_ not in _DEFINITE or self._other_name_inside(named):
            return None
        one = head.tag_ in ("NN", "NNP") and (coding.title is not None or coding.denotes == "one")
        if one and self._other_owner(named, head):
            return None
        found = self._earlier(noun, coding.country, head.i, whole=one and " " in noun)
        return found or (self._only_name(head) if noun in _FIRMS else None)

    def _only_name(self, head: Token) -> Entity | None:
        """ "the company", where only one body is named before of which no more is known."""
        named = {e.id: e for h, e in self.entities.of_head.items() if h < head.i}
        bodies = [e for e in named.values() if e.guess == "body" and e.sector is None]
        if len(bodies) != 1 or head.tag_ != "NN":
            return None
        bodies[0].learn(None, "BUS", "description", f"{head.text!r} means it")
        bodies[0].guess = ""
        bodies[0].nouns.update(_FIRMS)
        return bodies[0]

    def _other_owner(self, named: Named, head: Token) -> bool:
        """ "the union's president" is not the president of a republic named before."""
        owner = next((c for c in head.children if c.dep_ == "poss"), None)
        return owner is not None and owner.i not in self.entities.of_head

    def _other_name_inside(self, named: Named) -> bool:
        """ "the Obama administration" is not any administration named before."""
        words = self.doc[named.phrase.first : named.phrase.head]
        return any(t.pos_ == "PROPN" and t.text not in self.coder.tables.adjectives for t in words)

    def _possessed(self, head: Token) -> bool:
        return any(child.dep_ == "poss" for child in head.children)

    def _holder(self, coding: Coding, head: Token) -> Entity | None:
        """Who holds the office: "the Russian leader" is whoever the article says leads Russia."""
        title = coding.title
        if title is None:
            return None
        best: tuple[int, Entity] | None = None
        for entity in self.entities.by_id.values():
            if entity.kind != "person":
                continue
            before = [n.head for n in entity.namings if n.head < head.i]
            if not before or not self._fits_office(entity, coding):
                continue
            if best is None or max(before) > best[0]:
                best = (max(before), entity)
        return best[1] if best else None

    def _fits_office(self, entity: Entity, coding: Coding) -> bool:
        title = coding.title
        if title is None or (
            coding.country and entity.country and coding.country != entity.country
        ):
            return False
        if coding.country and not entity.country:
            return False
        if {title.title, coding.noun} & entity.nouns:
            return True
        if title.title != "leader" or not coding.country:
            return False
        return any(self._leads(role) for role in entity.roles) or self._known_leader(entity)

    def _known_leader(self, entity: Entity) -> bool:
        terms = self.coder.tables.leaders.get(entity.name, ())
        return any(not t.until and self._title_leads(t.title) for t in terms)

    def _leads(self, role: Role) -> bool:
        return self._title_leads(role.title)

    def _title_leads(self, words: str) -> bool:
        title = self.coder.tables.titles.get(words)
        return title is not None and title.leads == "yes"

    def _earlier(
        self, noun: str, country: str | None, at: int, *, whole: bool = False
    ) -> Entity | None:
        """The last group or body before ``at`` that this noun has named or fits.

        ``whole``: all its words must agree ("the army chief" is not the police chief).
        """
        last = noun.split()[-1]
        before = sorted((h for h in self.entities.of_head if h < at), reverse=True)
        for head in before:
            entity = self.entities.of_head[head]
            if entity.kind == "person" or entity.guess:
                continue
            if country and entity.country and country != entity.country:
                continue
            if not _agrees(self.doc[at], entity):
                continue
            if noun in entity.nouns or (last in entity.nouns and not whole):
                return entity
        return None

    def _new(self, named: Named, head: Token, coding: Coding) -> Entity:
        noun = coding.noun or singular(head.text)
        plural = head.tag_ in ("NNS", "NNPS") or (coding.denotes == "people" and head.tag_ != "NN")
        entity = self._national(noun, head, coding, plural) or self._unnamed(named, coding, plural)
        entity = self.entities.get(entity)
        entity.learn(coding.country, coding.sector, "description", "; ".join(coding.why))
        entity.nouns.update((noun, noun.split()[-1], singular(head.text)))
        return entity

    def _national(self, noun: str, head: Token, coding: Coding, plural: bool) -> Entity | None:
        """Bodies that a country has one of: its government, army, parliament, ministries."""
        if noun in ("administration", "government") and coding.country is None:
            coding = replace(coding, country=self._of_leader(head))
        adjective = self.adjective(coding.country)
        if adjective is None or coding.country is None or len(coding.why) > 3:
            return None
        if any(why.startswith(("place ", "people ")) for why in coding.why):
            return None  # "Texas authorities", "the Bavarian parliament": not the country's
        if coding.known is not None and coding.known.kind not in ("state", "government"):
            return None
        last = noun.split()[-1]
        if coding.denotes == "state" and coding.sector == "GOV" and not plural:
            state = self.coder.tables.states.get(coding.country)
            name = f"government of {state.names[0]}" if state else coding.country
            return Entity(f"government/{coding.country}", name, "government", denotes="body")
        if coding.sector == "MIL" and (noun in _ARMIES or last in _ARMIES):
            return Entity(
                f"organisation/{slug(adjective)}-military",
                f"{adjective} military",
                "organisation",
                denotes="body",
            )
        if coding.denotes == "body" and not plural and coding.sector == "JRN":
            words = f"{adjective} {noun}"
            return Entity(f"media/{slug(words)}", words, "media", denotes="body")
        if (
            coding.denotes == "body"
            and not plural
            and coding.sector in ("GOV", "LEG", "MIL", "COP", "SPY", "JUD")
        ):
            name = " ".join(BODY_WORDS.get(w, w) for w in noun.split())
            return Entity(
                f"organisation/{slug(f'{adjective} {name}')}",
                f"{adjective} {name}",
                "organisation",
                denotes="body",
            )
        return None

    def _of_leader(self, head: Token) -> str | None:
        """ "the Obama administration": the country that Obama has led."""
        for child in head.lefts:
            if child.dep_ not in ("compound", "poss", "nmod") or not child.text[:1].isupper():
                continue
            entity = self.entities.of_head.get(child.i)
            if entity is not None and entity.country is not None:
                return entity.country
            for person in self.entities.by_id.values():
                named_so = person.kind == "person" and person.name.split()[-1] == child.text
                if named_so and person.country is not None:
                    return person.country
            for terms in self.coder.surnames.get(child.lower_, ()):
                if any(term.title in ("president", "prime minister") for term in terms):
                    return terms[-1].country
        return None

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


def _agrees(head: Token, entity: Entity) -> bool:
    """One is not several: "the ministers" are no minister, "the two countries" no country."""
    if head.tag_ in ("NNS", "NNPS") and entity.denotes in ("one", "body", "state"):
        return entity.plural or head.lower_ in _BODIES_IN_PLURAL
    return head.tag_ not in ("NN", "NNP") or entity.denotes != "one" or not entity.plural


_BODIES_IN_PLURAL = frozenset("forces troops authorities headquarters police marines".split())
