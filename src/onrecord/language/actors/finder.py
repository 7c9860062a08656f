"""Finds the cast of an article: the one door of this room."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.language.actors.cast import Cast
from onrecord.language.actors.coding import OF_STATES, STATE_KINDS
from onrecord.language.actors.context import by_country, by_short_name, home_of, lands_of
from onrecord.language.actors.credits import Credits
from onrecord.language.actors.entities import BODY_KINDS, Entities, Entity, Naming, rows
from onrecord.language.actors.groups import Groups
from onrecord.language.actors.long_names import long_names
from onrecord.language.actors.name_votes import join_split, unified
from onrecord.language.actors.naming import Named, Namer
from onrecord.language.actors.national import Near
from onrecord.language.actors.noun_phrases import NounPhrase, body_tokens, noun_phrases
from onrecord.language.actors.nouns import Nouns
from onrecord.language.actors.office import Office, holds, office_of
from onrecord.language.actors.other_names import OtherNames
from onrecord.language.actors.people import People
from onrecord.language.actors.phrases import PhraseCoder, joined_participle
from onrecord.language.actors.possession import Possession
from onrecord.language.actors.predicates import join_predicates
from onrecord.language.actors.pronouns import Pronouns
from onrecord.language.actors.short_names import join_short_names
from onrecord.language.metonymy import Metonymy
from onrecord.language.places.cities import Cities
from onrecord.language.places.divisions import Divisions
from onrecord.record import Article, Place, Role, Time
from onrecord.vocabulary.actors import Known
from onrecord.vocabulary.tables import Tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from onrecord.intake.layout import Block
    from onrecord.language.encoder.antecedents import Antecedents
    from onrecord.language.quotations import Quotation


@dataclass(frozen=True)
class ActorFinder:
    """Finds actors; built once from the tables."""

    coder: PhraseCoder
    metonymy: Metonymy
    other_names: OtherNames
    credits: Credits

    @classmethod
    def load(cls, tables: Tables, gazetteer: tuple[Cities, Divisions] | None = None) -> ActorFinder:
        """Read the tables.

        Args:
            tables: where they are read from.
            gazetteer: towns and divisions read already, so that they are held once.

        Raises:
            VocabularyError: naming file and line.
        """
        coder = PhraseCoder.load(tables, gazetteer)
        return cls(coder, Metonymy.load(tables), OtherNames.load(tables), Credits.load(tables))

    def find(
        self,
        doc: Doc,
        article: Article,
        blocks: tuple[Block, ...],
        quotations: Sequence[Quotation] = (),
        times: Sequence[Time] = (),
        places: Sequence[Place] = (),
        antecedents: Antecedents | None = None,
    ) -> Cast:
        """Everyone who acts or speaks in the body of ``article``, and where.

        Args:
            doc: the parse; ``doc.text == article.text``.
            blocks: the layout; only body blocks give mentions.
            quotations: stretches between quotation marks, for "I" and "we".
            times, places: what is resolved already; a place is no actor unless the words
                around it make it one.
            antecedents: the encoder's word on whom pronouns mean.
        """
        entities, pronouns = self.draft(doc, article, blocks, places)
        weights = self.coder.tables.coreference
        Pronouns(doc, entities, quotations, weights, antecedents).resolve(pronouns)
        join_split(entities)
        join_predicates(doc, entities)
        Possession(doc, entities, self.coder.tables).resolve()
        actors, mentions, reasons = rows(article, entities)
        members = {e.id: e.members for e in entities.by_id.values() if e.members and e.namings}
        return Cast(actors, mentions, reasons, members)

    def draft(
        self,
        doc: Doc,
        article: Article,
        blocks: tuple[Block, ...],
        places: Sequence[Place] = (),
    ) -> tuple[Entities, list[Token]]:
        """The actors by name and noun, and the pronouns that are still to be resolved."""
        inside = body_tokens(doc, blocks, list(self.credits.find(article.text)))
        known_at = self._known(doc, article, blocks, inside)
        known_at |= by_short_name(doc, known_at)
        for at, other in by_country(doc, known_at, self.coder.tables).items():
            known_at.pop(at)
            if other is not None:
                known_at[at] = other
        states = self.coder.tables.states
        named_at = {i: k.country for i, k in known_at.items() if k.country in states}
        adjectives = self.coder.tables.adjectives
        adjective_at = {t.i: c for t in doc if (c := adjectives.get(t.text)) and inside[t.i]}
        told = [*named_at.values(), *adjective_at.values()]
        countries = set(told)
        phrases = list(noun_phrases(doc, inside))
        long = long_names(doc, phrases, self.coder.tables.agents, known_at)
        within = {i for head, end in long.items() for i in range(head + 1, end)}
        phrases = [phrase for phrase in phrases if phrase.head not in within]
        namer = Namer(doc, self.coder, known_at, _tokens_of(doc, places), long)
        namer.lands = lands_of(doc, self.coder.tables, known_at)
        named = _named(namer, phrases, self._in_office(article, countries))
        entities = Entities()
        coder = self.coder.as_of(article.published[:10] if article.published else None)
        people = People(article, doc, coder, entities, countries)
        people.add([n for n in named if n.kind == "person"])
        groups = Groups(article, doc, coder, self.metonymy, entities, people)
        for one in named:
            groups.add_name(one)
        join_short_names(doc, entities)
        self.other_names.join(article.text, entities)
        self._holders_of_office(article, entities, countries)
        home = home_of(article, self.coder, told)
        self._at_home(home, entities)
        of_states = {i: c for i, c in named_at.items() if known_at[i].kind in STATE_KINDS}
        near = Near(doc, of_states, adjective_at)
        nouns = Nouns(article, doc, coder, self.metonymy, entities, people, near, known_at, home)
        for one in named:
            nouns.add_noun(one)
        _fill_offices(entities)
        return entities, [doc[n.phrase.head] for n in named if n.kind == "pronoun"]

    def _in_office(self, article: Article, countries: set[str]) -> set[str]:
        """The surnames of those in office that day in a country the article names."""
        if article.published is None:
            return set()
        day = article.published[:10]
        return {
            word
            for country in countries
            for word, term in self.coder.terms_in.get(country, ())
            if holds(term, day)
        }

    def _known(
        self, doc: Doc, article: Article, blocks: tuple[Block, ...], inside: list[bool]
    ) -> dict[int, Known]:
        """Token index -> the known actor whose name covers it."""
        found: dict[int, Known] = {}
        for block in blocks:
            if block.kind != "body":
                continue
            for match in self.coder.lexicon.find(article.text, block.start, block.end):
                tokens = doc.char_span(match.start, match.end, alignment_mode="expand")
                if tokens is None or joined_participle(article.text, match.end):
                    continue
                if len(tokens) == 1 and not _is_name(tokens[0]):
                    continue
                if match.known.kind in STATE_KINDS and self._in_person(tokens):
                    continue
                for token in tokens:
                    if inside[token.i]:
                        found[token.i] = match.known
        return found

    def _in_person(self, tokens: Tokens) -> bool:
        """ "George Washington", "Israel Katz": a country's or capital's name in a person's."""
        if len(tokens) > 1:
            return False
        token, doc = tokens[0], tokens.doc
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.text in self.coder.tables.genders:
            return before.dep_ == "compound" or before.ent_type_ == "PERSON"
        for last in range(token.i + 2, min(token.i + 5, len(doc)) + 1):
            if doc[token.i : last].text in self.coder.tables.leaders:
                return True
        after = doc[token.i + 1] if token.i + 1 < len(doc) else None
        joined = after is not None and after.ent_iob_ == "I" and after.text[:1].isupper()
        return joined and token.ent_type_ == "PERSON"

    def _holders_of_office(self, article: Article, entities: Entities, countries: set[str]) -> None:
        """What the vocabulary knows of people, where the article says nothing of it.

        A namesake is told by a country that the article does not name; leaders of states are
        known without it, unless they have another office here.
        """
        day = article.published[:10] if article.published else None
        for entity in entities.by_id.values():
            if entity.kind != "person":
                continue
            if not entity.gender:
                entity.gender = self.coder.tables.genders.get(entity.name.split()[0], "")
            terms = self.coder.tables.leaders.get(entity.name)
            if not terms:
                continue
            office = office_of(self.coder.tables, terms, day)
            offices = {term.title for term in terms}
            known_widely = entity.name in self.coder.tables.statesmen
            if office.country not in countries and (
                not known_widely or self._holds_other(entity, offices)
            ):
                continue
            entity.gender = office.gender or entity.gender
            if entity.country is not None and entity.country != office.country:
                continue
            if entity.sector == "PTY" and office.in_office and not self._holds_other(entity, set()):
                entity.sector = None  # "Republican X" is in office for all that
            entity.learn(office.country, office.sector, "vocabulary", office.why)
            entity.roles = [_completed(role, office) for role in entity.roles]
            if not entity.roles and office.in_office and known_widely:
                of = f"state/{office.country}" if len(office.country) == 3 else None
                entity.roles.append(Role(title=office.title, of=of))
                entity.nouns.update((office.title, office.title.split()[-1]))

    def _at_home(self, home: str | None, entities: Entities) -> None:
        """ "Defence Minister X", without more: of the country the article is at home in."""
        titles = self.coder.tables.titles
        for entity in entities.by_id.values():
            if entity.kind != "person" or entity.country is not None or home is None:
                continue
            for at, role in enumerate(entity.roles):
                title = titles.get(role.title)
                if role.of is None and title is not None and title.sector in OF_STATES:
                    entity.learn(home, None, "home", f"{role.title!r} in an article of {home}")
                    entity.roles[at] = replace(role, of=f"state/{home}")

    def _holds_other(self, entity: Entity, offices: set[str]) -> bool:
        """Whether the article gives a person offices, and none of these."""
        titles = self.coder.tables.titles
        told = [t.title for role in entity.roles if (t := titles.get(role.title))]
        return bool(told) and not offices & set(told)


def _tokens_of(doc: Doc, places: Sequence[Place]) -> frozenset[int]:
    """The tokens of the toponyms."""
    found: set[int] = set()
    for place in places:
        span = doc.char_span(place.start, place.end, alignment_mode="expand")
        if span is not None:
            found.update(range(span.start, span.end))
    return frozenset(found)


def _fill_offices(entities: Entities) -> None:
    """Of what an office is held, where that body is an actor of the article."""
    bodies = [
        (naming, entity)
        for entity in entities.by_id.values()
        if entity.kind in BODY_KINDS and not entity.guess
        for naming in entity.namings
        if naming.form == "name"
    ]
    for entity in entities.by_id.values():
        if entity.kind == "person":
            entity.roles = [_held_in(role, bodies) for role in entity.roles]


def _held_in(role: Role, bodies: list[tuple[Naming, Entity]]) -> Role:
    if role.start is None or role.end is None or (role.of or "state/").partition("/")[0] != "state":
        return role
    for naming, entity in bodies:
        if role.start < naming.start and naming.end <= role.end:
            return replace(role, of=entity.id)
    return role


def _completed(role: Role, office: Office) -> Role:
    """ "President Donald Trump": of what he is president, the vocabulary knows."""
    if role.of is None and role.title == office.title:
        return replace(role, of=f"state/{office.country}")
    return role


def _is_name(token: Token) -> bool:
    pos, ent, start = token.pos_, token.ent_type_, token.is_sent_start
    if pos == "PROPN" or ent in ("GPE", "ORG", "NORP", "LOC", "FAC", "PERSON"):
        return True
    return not start and pos in ("NOUN", "ADJ", "X")


def _named(namer: Namer, phrases: list[NounPhrase], surnames: set[str]) -> list[Named]:
    """The kinds of all phrases: a surname met in a full name anywhere is a person everywhere."""
    first = [namer.name(phrase) for phrase in phrases]
    for one in first:
        if one.kind == "person" and one.name and one.name[1] - one.name[0] > 1:
            surnames.add(namer.doc[one.name[1] - 1].lower_)
    namer.surnames = surnames
    named = [
        namer.name(one.phrase) if namer.doc[one.phrase.head].lower_ in surnames else one
        for one in first
    ]
    return unified(namer.doc, named, surnames, namer.coder.tables.genders)
