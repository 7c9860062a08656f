"""Who a noun phrase names: its own actor, else the ones that its modifiers name.

An adjective or a place is no mention of an actor for the rest of the record, but it tells who
acts in an event: "Russian attacks" are Russia's, "the shelling of Aleppo" is done to Syria. Such
actors are added to the record.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import msgspec

from onrecord.events.clause import agents_of, pobj_of, subject_of, torn_subject
from onrecord.language.reading import Reading
from onrecord.record import Actor, Mention, Span
from onrecord.vocabulary.actors import BODIES_OF_MANY_STATES, KnownKind
from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_RELATIVE = frozenset({"that", "which", "who", "whom"})
_AFFILIATION = frozenset({"of", "from", "in", "inside", "within", "with", "for", "against", "to",
                          "on", "by", "near", "between", "at"})  # fmt: skip
_DOING = frozenset({"of", "by", "from", "between"})
_BELONGING = frozenset({"of", "from", "in"})
_OWN = frozenset({"it", "they", "he", "she"})
_TELLING = frozenset(
    "say announce declare tell add state confirm note insist claim warn pledge vow promise "
    "reiterate indicate".split()
)
_COLLECTIVE = frozenset({"bomber", "mission"})
_POSSESSIVES = ("its ", "his ", "her ", "their ")
_LONGEST_LIST = 30
_LEADING = frozenset({"led", "run", "dominated", "controlled", "ruled", "held", "based"})


class People:
    """The parties of one article; gathers the actors that only modifiers name.

    Attributes:
        added: actor id -> actor, for those that are not in the reading, and for those whose
            country the events tell.
        mentions: where they stand.
    """

    def __init__(self, reading: Reading, ontology: Ontology) -> None:
        self.reading = reading
        self.ontology = ontology
        self.added: dict[str, Actor] = {}
        self.mentions: dict[int, Mention] = {}

    def actor(self, identity: str) -> Actor:
        """The actor of an id."""
        return self.added.get(identity) or self.reading.actor_by_id[identity]

    def learn(self, identity: str, country: str | None) -> None:
        """Give an actor whose country nothing tells the one that its event tells."""
        actor = self.actor(identity)
        if country is not None and actor.country is None:
            self.added[identity] = msgspec.structs.replace(actor, country=country)

    def official(self, actors: Iterable[str]) -> bool:
        """Whether all who act are states, governments, ministers or bodies of many states."""
        doers = [self.actor(a) for a in actors]
        return bool(doers) and all(
            a.kind in ("state", "government")
            or a.sector == "GOV"
            or a.country in BODIES_OF_MANY_STATES
            for a in doers
        )

    def armed(self, actors: Iterable[str]) -> bool:
        """Whether all who act are police or armed forces of a state."""
        doers = [self.actor(a) for a in actors]
        return bool(doers) and all(a.sector in ("COP", "MIL") for a in doers)

    def spar(self, actors: Iterable[str], recipients: Iterable[str]) -> bool:
        """Whether the sides are such as attack each other in words: politicians, parties, press."""
        doers = [self.actor(a) for a in actors]
        if not doers or not all(_is_speaker(a) for a in doers):
            return False
        others = [self.actor(r) for r in recipients]
        return all(r.kind not in ("state", "armed-group") for r in others)

    def ids(self, tokens: Iterable[Token], *, deep: bool = True, doing: bool = False) -> list[str]:
        """The actors that ``tokens`` and what is joined to them name, in order, each once.

        Args:
            tokens: heads of noun phrases.
            deep: whether to look through the modifiers of a phrase that names nobody.
            doing: whether they act: the explosion in a town is not the town's doing.
        """
        found: list[str] = []
        for token in tokens:
            for one in joined(token):
                for actor in self._of(one, deep, doing):
                    members = self.reading.members.get(actor, (actor,))
                    found += [a for a in members if a not in found]
        return found

    def _of(self, token: Token, deep: bool, doing: bool = False) -> list[str]:
        if token.lower_ in _RELATIVE and token.head.dep_ == "relcl":
            token = token.head.head
        own = self.direct(token)
        if own is None and token.pos_ == "PRON":
            speaker = _speaker_above(token)
            own = self.direct(speaker) if speaker is not None else None
        if own is not None:
            self._learn_from(own, token)
        if own is not None and (self.is_known(own) or not deep):
            return [own]
        inner = self.within(token, doing=doing) if deep else []
        if own is None:
            return inner
        known = [a for a in inner if self.is_known(a)]
        return known or [own]

    def _learn_from(self, identity: str, token: Token) -> None:
        """ "President Juan Prior of Peru": the country that the phrase itself gives."""
        actor = self.actor(identity)
        if actor.country is not None or actor.kind == "media":
            return
        if actor.kind == "government":
            self.learn(identity, identity.rpartition("/")[2])
            return
        countries = {self.actor(a).country for a in self.within(token, near=True)}
        if len(countries) == 1:
            self.learn(identity, countries.pop())

    def is_home(self, identity: str, actors: Iterable[str]) -> bool:
        """Whether a state is the one that all who act are of: "Russian currency" for Russia's."""
        actor = self.actor(identity)
        return actor.kind == "state" and all(
            self.actor(a).country == actor.country and a != identity for a in actors
        )

    def is_own(self, identity: str, sentence: Tokens) -> bool:
        """Whether an actor is only there as "its troops", "their country" in a sentence."""
        actor = self.actor(identity)
        if actor.kind != "unnamed":
            return False
        found = [
            m
            for m in self.reading.mentions_in(sentence.start_char, sentence.end_char)
            if m.actor == identity
        ]
        return bool(found) and all(m.text.lower().startswith(_POSSESSIVES) for m in found)

    def is_known(self, identity: str) -> bool:
        """Whether an actor is more than "the people" or "some villages"."""
        actor = self.actor(identity)
        return actor.country is not None or actor.kind != "unnamed"

    def direct(self, token: Token) -> str | None:
        """The actor whose mention has ``token`` for its head or covers it."""
        mention = self.reading.mention_at(token)
        if mention is not None and not self._is_act(mention):
            return mention.actor
        if token.pos_ in ("PROPN", "ADJ", "NOUN") and token.text[:1].isupper():
            return self._national(token)
        return None

    def _is_act(self, mention: Mention) -> bool:
        """Whether a mention is what somebody does: "U.S. strikes on its plants" is nobody."""
        if self.reading.actor_by_id[mention.actor].kind != "unnamed":
            return False
        head = self.reading.tokens(mention.start, mention.end).root
        lemma = head.lemma_.lower()
        if head.pos_ != "NOUN" or lemma in _COLLECTIVE:
            return False
        return any(frame.trigger.event == "ASSAULT" and not frame.parts
                   for frame in self.ontology.frames.get((lemma, "noun"), ()))  # fmt: skip

    def within(self, token: Token, *, near: bool = False, doing: bool = False) -> list[str]:
        """The actors that the modifiers of a noun name: possessor, adjective, "of", "in".

        Args:
            token: the noun.
            near: only those that say whose it is, not what it is for or against.
            doing: only those that say whose doing it is.
        """
        prepositions = _DOING if doing else _BELONGING if near else _AFFILIATION
        children = list(token.children)
        before: list[str] = []
        for child in children:
            if child.dep_ in ("poss", "amod", "compound", "nmod", "nummod") and child.i < token.i:
                before += [a for a in self._modifier(child) if a not in before]
        if any(self.is_known(a) for a in before):
            return before
        for child in children:
            if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
                found = self.ids(pobj_of(child))
                found += self.places(pobj_of(child)) if not found else []
                if found:
                    return found
            elif child.dep_ == "appos" and not near and (found := self._of(child, True)):
                return found
            elif doing and child.dep_ == "acl" and child.tag_ == "VBN":  # "missiles fired by"
                if found := self.ids(agents_of(child)):
                    return found
        return before

    def _modifier(self, child: Token) -> Iterator[str]:
        if _is_only_for_or_against(child):
            return
        own = self._apart(child) or self._known_before(child)
        if own is not None:
            yield own
            return
        if child.tag_ == "VBN" and child.lower_ not in _LEADING:
            return
        for inner in child.children:  # "U.S.-led", "Saudi Arabian-backed", "Turkish and Greek"
            if inner.dep_ in ("npadvmod", "conj", "compound", "poss", "amod", "nmod", "nsubj"):
                yield from self._modifier(inner)

    def _apart(self, child: Token) -> str | None:
        """The actor that a modifier names by itself, not the one whose phrase it stands in."""
        mention = self.reading.mention_at(child)
        if mention is not None and not mention.start <= child.head.idx < mention.end:
            return mention.actor
        if mention is not None and self.reading.mention_headed_by(child) is not None:
            return mention.actor
        return self._national(child) if child.text[:1].isupper() else None

    def _known_before(self, last: Token) -> str | None:
        """A known name that stands before a noun: "a United Nations appeal"."""
        if not last.text[:1].isupper():
            return None
        first = last
        while first.i and first.nbor(-1).head in (last, first) and first.nbor(-1).text[0].isupper():
            first = first.nbor(-1)
        doc = last.doc
        for start, end in (
            *((i, last.i) for i in range(first.i, last.i + 1)),
            *((first.i, i) for i in range(last.i - 1, first.i - 1, -1)),
        ):
            words = doc[start : end + 1]
            known = self.ontology.names.get(words.text.replace("’", "'"))
            if known is not None and known.kind != "media":
                span = self.reading.span_of(words)
                self._add(known.id, known.name, known.kind, known.country, known.sector, span)
                return known.id
        return None

    def _add(
        self,
        identity: str,
        name: str,
        kind: KnownKind,
        country: str | None,
        sector: str | None,
        span: Span,
        *,
        mention: bool = True,
    ) -> None:
        article = self.reading.article.id
        if identity not in self.reading.actor_by_id and identity not in self.added:
            self.added[identity] = Actor(
                id=identity, article=article, start=span.start, end=span.end, text=span.text,
                name=name, kind=kind, country=country, sector=sector,
            )  # fmt: skip
        if mention and identity in self.added:
            self.mentions.setdefault(
                span.start, Mention(identity, "name", article, span.start, span.end, span.text)
            )

    def _national(self, token: Token) -> str | None:
        """ "Russian" names Russia where nothing else does."""
        country = self.ontology.demonyms.get(token.text)
        if country is None:
            return None
        return self.state(country, token.idx, token.idx + len(token))

    def places(self, tokens: Iterable[Token]) -> list[str]:
        """The states in which the places stand that ``tokens`` name, or are parts of."""
        found: list[str] = []
        for token in tokens:
            for one in joined(token):
                for part in (one, *_parted(one)):
                    actor = self._state_of_place(part)
                    if actor is not None:
                        found += [actor] if actor not in found else []
                        break
        return found

    def _state_of_place(self, token: Token) -> str | None:
        for place in self.reading.places:
            if place.start <= token.idx < place.end and place.country:
                return self.state(place.country, place.start, place.end, mention=False)
        return None

    def state(self, country: str, start: int, end: int, *, mention: bool = True) -> str | None:
        """The state of a country, added to the cast where the article does not name it."""
        name = self.ontology.states.get(country)
        if name is None:
            return None
        identity = f"state/{country}"
        span = self.reading.span(start, end)
        self._add(identity, name, "state", country, None, span, mention=mention)
        return identity

    def owners(self, noun: Token) -> list[str]:
        """Who stands before a noun: "Russia's invasion", "Saudi-led strikes", "a rebel attack"."""
        found: list[str] = []
        for child in noun.children:
            if child.dep_ in ("poss", "compound", "amod", "nmod") and child.i < noun.i:
                found += [a for a in self._modifier(child) if a not in found]
        return found

    def first_known(self, candidates: Iterator[list[str]], own: Iterable[str]) -> list[str]:
        """The first of several lists that names somebody known, else the first of all.

        Args:
            candidates: lists of actor ids, the best place first.
            own: who is left out.
        """
        left_out = set(own)
        first: list[str] = []
        for found in candidates:
            found = [a for a in found if a not in left_out]
            if any(self.is_known(a) for a in found):
                return found
            first = first or found
        return first

    def by(self, token: Token) -> list[str]:
        """Who stands after "by"."""
        return self.ids(agents_of(token))


def _is_speaker(actor: Actor) -> bool:
    if actor.kind == "media":
        return True
    if actor.sector in ("REB", "MIL", "COP", "UAF", "CRM", "PRM"):
        return False
    return actor.kind == "person" or actor.sector in ("PTY", "OPP", "JRN", "ELI", "LEG")


def _is_only_for_or_against(token: Token) -> bool:
    """ "pro-Russian", "anti-American": not who acts."""
    if token.i < 2 or token.nbor(-1).text != "-":
        return token.lower_.startswith(("pro-", "anti-"))
    return token.nbor(-2).lower_ in ("pro", "anti", "non", "ex")


def joined(token: Token) -> Iterator[Token]:
    """A noun and what is joined to it by "and"."""
    yield token
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("PROPN", "NOUN", "PRON", "ADJ", "NUM"):
            if _is_listed(child) and not _is_torn(child):
                yield from joined(child)


def _parted(noun: Token) -> Iterator[Token]:
    """What a noun is a part of: "parts of Arden", "a village in Bexley"."""
    if noun.pos_ != "NOUN":
        return
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _BELONGING:
            yield from pobj_of(child)


def _is_torn(conjunct: Token) -> bool:
    """Whether a noun that the parse joins to an object is the subject of the next clause."""
    after = conjunct.i + 1
    return after < len(conjunct.doc) and torn_subject(conjunct.doc[after]) == conjunct


def _is_listed(conjunct: Token) -> bool:
    """Whether "and" or "or" stands somewhere in the list: not "refugees, a rights group said"."""
    chain = [conjunct.head]
    step: Token | None = conjunct
    while step is not None and len(chain) < _LONGEST_LIST:
        chain.append(step)
        step = next((c for c in step.children if c.dep_ == "conj"), None)
    return any(c.dep_ == "cc" for word in chain for c in word.children)


def _speaker_above(pronoun: Token) -> Token | None:
    """Who says the clause that "it" or "they" opens: "Ostland said it was prepared to"."""
    if pronoun.lower_ not in _OWN or pronoun.dep_ not in ("nsubj", "nsubjpass"):
        return None
    clause = pronoun.head
    while clause.dep_ in ("xcomp", "acomp") and clause.head != clause:
        clause = clause.head
    if clause.dep_ != "ccomp" or clause.head.lemma_.lower() not in _TELLING:
        return None
    subject, _ = subject_of(clause.head)
    return subject if subject is not None and subject.pos_ != "PRON" else None
