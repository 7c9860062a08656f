"""Bodies that a country has one of, and whose they are where no country stands beside them.

"The government" and "the army" are those of the country that the paragraph speaks of, else of
the one that the article is at home in.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import OF_STATES, STATE_KINDS, Coding
from onrecord.language.actors.entities import Entities, Entity
from onrecord.language.actors.gatherer import BODY_WORDS
from onrecord.language.actors.phrases import PhraseCoder
from onrecord.record import slug

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc, Token

_ARMIES = frozenset(
    {"army", "military", "force", "forces", "troops", "troop", "armed forces", "armed force"}
)
_GROUPS = frozenset(
    "official officials authorities police soldiers troops forces prosecutors lawmakers "
    "investigators".split()
)
_ABROAD = frozenset(
    "ambassador envoy embassy consulate consul delegation delegate diplomat mission negotiator "
    "mediator representative counterpart visitor".split()
)
_AS_SUBJECT = 20  # tokens
_WINDOW = 3  # sentences: the noun's own and those before it


class Near:
    """Which countries the sentences before a word speak of.

    Attributes:
        names: token index -> the country of which that is the name (not the adjective).
    """

    def __init__(self, doc: Doc, names: Mapping[int, str], adjectives: Mapping[int, str]) -> None:
        """Args:
        doc: the parse.
        names, adjectives: token index -> the country it gives.
        """
        self.doc = doc
        self.names = names
        self._sentence: list[int] = [0] * len(doc)
        self._paragraph: list[int] = []
        self._found: dict[int, list[tuple[int, str]]] = {}
        paragraph = 0
        for number, sentence in enumerate(doc.sents):
            self._paragraph.append(paragraph)
            for token in sentence:
                self._sentence[token.i] = number
                paragraph += token.is_space and "\n" in token.text
        for at, country in sorted({**adjectives, **names}.items()):
            self._found.setdefault(self._sentence[at], []).append((at, country))

    def countries(self, at: int) -> Counter[str]:
        """The countries named before token ``at``, in its paragraph or the sentence before."""
        counts: Counter[str] = Counter()
        for place, country in self._before(at):
            counts[country] += _WINDOW - (self._sentence[at] - self._sentence[place])
        return counts

    def tops(self, at: int) -> list[str]:
        """Of these countries the one, or those, that the words speak of most."""
        counts = self.countries(at)
        most = max(counts.values(), default=0)
        return [country for country, count in counts.items() if count == most]

    def is_near(self, place: int, at: int) -> bool:
        """Whether token ``place`` stands in the sentences before ``at`` that are looked at."""
        return 0 <= self._sentence[at] - self._sentence[place] < _WINDOW

    def last(self, at: int, among: frozenset[str] | None) -> str | None:
        """The country named last before token ``at``, of ``among`` where that is given.

        A country that acts in its sentence counts as named somewhat later. Where the words
        say which countries can be meant, the whole text before is looked through.
        """
        if among is not None:
            fitting = [c for place, c in self.names.items() if place < at and c in among]
            return fitting[-1] if fitting else None
        best: tuple[int, str] | None = None
        for place, country in self._before(at):
            acts = self.doc[place].dep_ in ("nsubj", "nsubjpass", "poss")
            rank = place + (_AS_SUBJECT if acts else 0)
            inner = self.doc[place].dep_ in ("compound", "nmod", "amod")  # "US flags"
            if place in self.names and not inner and (best is None or rank > best[0]):
                best = (rank, country)
        return best[1] if best else None

    def _before(self, at: int) -> Iterator[tuple[int, str]]:
        here = self._sentence[at]
        for number in range(max(0, here - _WINDOW + 1), here + 1):
            if number >= here - 1 or self._paragraph[number] == self._paragraph[here]:
                yield from (one for one in self._found.get(number, ()) if one[0] < at)


@dataclass
class National:
    """Tells the governments, armies, ministries and parliaments of one article.

    Attributes:
        doc: the parse.
        entities: the actors found so far.
        coder: knows the offices and the adjectives of countries.
        near: which countries the words before a noun speak of.
        home: the country whose "the government" is, where that is clear.
    """

    doc: Doc
    entities: Entities
    coder: PhraseCoder
    near: Near
    home: str | None

    def at_home(self, coding: Coding, head: Token) -> Coding:
        """ "The army", "the government", "officials", without more: whose they are."""
        if coding.country is not None or not self._without_owner(coding, head):
            return coding
        if self._just_named(coding.noun or head.lower_, head):
            return coding
        country = self.whose(head)
        if country is None:
            return coding
        return replace(coding, country=country, why=(*coding.why, f"home {country}"))

    def _without_owner(self, coding: Coding, head: Token) -> bool:
        if coding.sector not in OF_STATES or coding.former or coding.head in _ABROAD:
            return False
        first = self.doc[head.i - 1] if head.i else None
        plain = first is not None and first.lower_ == "the" and head.tag_ in ("NN", "NNP")
        if plain and (coding.denotes in ("body", "state") or coding.title is not None):
            return True
        bare = first is None or first.lower_ == "the" or first.dep_ not in ("amod", "compound")
        return bare and head.lower_ in _GROUPS and (coding.noun or "") == head.lower_

    def _just_named(self, noun: str, head: Token) -> bool:
        """Whether a body of that noun stands in the sentences before, and can be meant."""
        for at, entity in self.entities.of_head.items():
            if at < head.i and noun in entity.nouns and entity.country is not None:
                if self.near.is_near(at, head.i) and self.may_be(entity, head):
                    return True
        return False

    def whose(self, head: Token) -> str | None:
        """The country of the article, else the one that the words before ``head`` speak of."""
        if self.home is not None:
            return self.home
        tops = self.near.tops(head.i)
        return tops[0] if len(tops) == 1 else None

    def may_be(self, entity: Entity, head: Token) -> bool:
        """Whether a body of a country can be meant here: not of one that is hardly spoken of."""
        if entity.country not in self.coder.tables.states or entity.country == self.home:
            return True
        tops = self.near.tops(head.i)
        return not tops or entity.country in tops

    # --- bodies that a country has one of

    def body(self, noun: str, head: Token, coding: Coding, *, plural: bool) -> Entity | None:
        """The country's government, army, parliament, ministry, where the noun means it."""
        if noun in ("administration", "government") and coding.country is None:
            coding = replace(coding, country=self._of_leader(head))
        if coding.country is None or len(coding.why) > 3:
            return None
        if any(why.startswith(("place ", "people ")) for why in coding.why):
            return None  # "Texas authorities", "the Bavarian parliament": not the country's
        if coding.known is not None and coding.known.kind not in STATE_KINDS:
            return None
        if coding.denotes == "state" and coding.sector == "GOV" and not plural:
            state = self.coder.tables.states.get(coding.country)
            name = f"government of {state.names[0]}" if state else coding.country
            made = Entity(f"government/{coding.country}", name, "government", denotes="body")
            made.country = coding.country
            return made
        adjective = self.coder.demonyms.get(coding.country)
        if adjective is None:
            return None
        return self._named_after(noun, adjective, coding, plural=plural)

    def _named_after(
        self, noun: str, adjective: str, coding: Coding, *, plural: bool
    ) -> Entity | None:
        """ "Russian military", "Turkish interior ministry", "Italian media"."""
        kind, name = "organisation", " ".join(BODY_WORDS.get(w, w) for w in noun.split())
        if coding.sector == "MIL" and (noun in _ARMIES or noun.split()[-1] in _ARMIES):
            name = "military"
        elif coding.denotes != "body" or plural:
            return None
        elif coding.sector == "JRN":
            kind = "media"
        elif coding.sector not in OF_STATES:
            return None
        words = f"{adjective} {name}"
        if kind == "media":
            return Entity(f"media/{slug(words)}", words, "media", denotes="body")
        return Entity(f"organisation/{slug(words)}", words, "organisation", denotes="body")

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
