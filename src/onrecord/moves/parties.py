"""Who makes a move, and on whose word it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.grammar import children, ids, is_country, lemma, owners, subject_of
from onrecord.moves.offices import governs, observes, same_office
from onrecord.record import Actor, Statement
from onrecord.vocabulary.moves import MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

# In the order of the trained tagger's features.
PARTY_KINDS = tuple("person state government organisation armed-group unnamed population".split())
_CHANNELS = ("television", "radio", " tv", "newspaper")
_FIRST = frozenset({"i", "we", "us", "me"})
_PRONOUNS = {
    "it": ("state", "government", "organisation", "armed-group"),
    "they": ("population", "armed-group"),
    "he": ("person",),
    "she": ("person",),
}
_ARMED = frozenset({"state", "government", "armed-group"})
_STATE_SECTORS = frozenset({"GOV", "MIL", "REB", "SPY", "PRM"})
_BODIES = frozenset({"organisation", "government", "armed-group"})
_LONG_NAME = 12  # words of a name at most
_OWN_BUSINESS = frozenset({"COP", "JUD", "BUS", "PTY"})
_OFFICES = frozenset({"state", "government"})


@dataclass(frozen=True)
class Context:
    """What every rule needs: the reading, the rows of the rooms before, and the words."""

    reading: Reading
    statements: Sequence[Statement]
    words: MoveWords

    # --- who

    def is_party(self, actor: str | None) -> bool:
        """Whether an actor takes part in the bargaining: no medium, no analyst."""
        return actor in self._taking_part

    @cached_property
    def _taking_part(self) -> frozenset[str]:
        """The ids of the parties."""
        return frozenset(
            identity
            for identity, one in self.reading.actor_by_id.items()
            if one.kind in PARTY_KINDS and not self.is_observer(one)
        )

    def is_observer(self, actor: Actor | None) -> bool:
        """Whether an actor only describes the bargaining: analysts, academics, media."""
        return actor is not None and observes(self.words, actor)

    def is_campaigning(self, actor: str) -> bool:
        """Whether an actor stands for election, so that its promises are to voters."""
        one = self.reading.actor_by_id[actor]
        titles = " ".join(role.title.lower() for role in one.roles)
        words = f"{titles} {one.name.lower()}" if one.kind == "unnamed" else titles
        former = "former candidate" in words or "ex-candidate" in words
        return not former and any(w in words for w in ("candidate", "nominee", "challenger"))

    def is_pledge(self, actor: str | None, terms: str) -> bool:
        """Whether a promise binds its maker to another side, as far as maker and terms show.

        What candidates, parties, police and companies promise is to voters, the law and
        customers; a president without a country who vows something of no issue, to nobody.
        """
        one = self.reading.actor_by_id.get(actor or "")
        if one is None or self.is_campaigning(one.id):
            return False
        issue = self.words.issue_of(terms)
        if one.sector in _OWN_BUSINESS:
            return issue not in ("other", "money") and one.sector not in ("COP", "JUD")
        return issue != "other" or one.kind != "unnamed" or one.country is not None

    def keeps_order(self, actor: str | None) -> bool:
        """Whether an actor is of the police, whose warnings to offenders are no bargaining."""
        one = self.reading.actor_by_id.get(actor or "")
        return one is not None and one.sector == "COP" and one.kind in ("person", "unnamed")

    def is_in_business(self, actor: str) -> bool:
        """Whether an actor is a company, which may do as it likes with its own."""
        one = self.reading.actor_by_id[actor]
        return one.sector == "BUS" and one.kind in ("organisation", "unnamed", "person")

    def may_stop_work(self, actor: str) -> bool:
        """Whether a strike of an actor is of work, and not with aircraft."""
        one = self.reading.actor_by_id[actor]
        return one.kind not in _ARMED and one.sector not in _STATE_SECTORS

    def parties_of(self, verb: Token) -> list[str]:
        """The parties that are the subject of a verb; "we" is whoever says it."""
        subject = subject_of(verb)
        if subject is None:
            return []
        return self.parties(subject)

    def parties(self, noun: Token) -> list[str]:
        """The parties that a noun phrase names."""
        if _is_first(noun):
            return self.speaking(noun.idx)
        if noun.pos_ == "PRON":
            speaker = self._speaking_of_itself(noun)
            if speaker is not None:
                return [speaker]
        if self.words.has("selves", lemma(noun)) and children(noun, "poss"):
            speaker = self._own_side(noun)
            if speaker is not None:
                return [speaker]
        found = [actor for actor in self._each(ids(self.reading, [noun])) if self.is_party(actor)]
        if not found and noun.pos_ == "PROPN":
            found = [a for a in self._by_name(noun) if self.is_party(a)]
        if not found and noun.lower_ in ("it", "they") and self.reading.mention_at(noun) is None:
            found = self._of_sentence_before(noun)
        if not found and self.reading.mention_headed_by(noun) is None:
            for child in children(noun, "prep"):
                part = self.words.has("body", lemma(noun)) or self.words.has("portion", lemma(noun))
                if child.lower_ == "of" and part:
                    found = ids(self.reading, children(child, "pobj"))
        if not found and self.reading.mention_headed_by(noun) is None:
            found = self._of_document(noun) or self._of_part_of_name(noun)
        if not found and lemma(noun) in self.words.classes["spokesman"]:
            found = ids(self.reading, children(noun, "poss", "compound", "amod"))
            for child in children(noun, "prep"):
                found = found or ids(self.reading, children(child, "pobj"))
            found = [actor for actor in found if self.is_party(actor)]
        return found

    def _each(self, actors: list[str]) -> list[str]:
        """ "Both men": each of the two, where the article says who they are."""
        found = [one for a in actors for one in self.reading.members.get(a, (a,))]
        return list(dict.fromkeys(found))

    def _of_document(self, noun: Token) -> list[str]:
        """ "a message posted by the group", "a letter from the ministry": who speaks in it."""
        if not self.words.has("document", lemma(noun)):
            return []
        found = owners(self.reading, noun)
        for token in noun.subtree:
            if not found and token.lower_ in ("by", "from") and token.i > noun.i:
                found = ids(self.reading, children(token, "pobj"))
        return [actor for actor in found if self.is_party(actor)]

    def _of_part_of_name(self, noun: Token) -> list[str]:
        """ "the NDU Pay Panel Delegates": the body whose name is part of an unknown one."""
        if not noun.text[:1].isupper() or noun.i == noun.sent.start:
            return []
        within = self.reading.mentions_in(noun.left_edge.idx, noun.idx)
        powers = [m.actor for m in within if self.reading.actor_by_id[m.actor].kind in _BODIES]
        return [powers[-1]] if powers and noun.i - noun.left_edge.i < _LONG_NAME else []

    def _own_side(self, noun: Token) -> str | None:
        """ "his country would not": whoever says it, where "his" is nobody else's."""
        owner = children(noun, "poss")[0]
        holder = next((h for h in self.holders(noun.idx) if h.source is not None), None)
        if owner.pos_ != "PRON" or holder is None or not self.is_party(holder.source):
            return None
        meant = ids(self.reading, [owner])
        is_own = owner.lower_ in ("our", "my") or not meant or meant[0] == holder.source
        return holder.source if is_own or self._is_first_owner(owner, holder) else None

    def _is_first_owner(self, owner: Token, holder: Statement) -> bool:
        """ "Hun Manet said his country agreed": nobody else is named between him and "his"."""
        if self.reading.quotation_at(owner.idx) or owner.lower_ not in ("his", "her"):
            return False
        noun, cue = owner.head, holder.cue[0] if holder.cue else None
        if noun.dep_ != "nsubj" or cue is None or not cue.end <= owner.idx:
            return False
        source = self.reading.actor_by_id[holder.source or ""]
        between = self.reading.mentions_in(cue.start, owner.idx)
        kinds = {self.reading.actor_by_id[m.actor].kind for m in between}
        return source.kind == "person" and not kinds & {"person", "unnamed"}

    def _speaking_of_itself(self, pronoun: Token) -> str | None:
        """Whoever says that "it", "they", "he" or "she" will do something: first the speaker.

        "The army said at the weekend that it was ready": the subject of the first clause of
        indirect speech is the speaker, where number and kind allow it.
        """
        if pronoun.dep_ not in ("nsubj", "nsubjpass") or self.reading.quotation_at(pronoun.idx):
            return None
        clause = pronoun.head
        while clause.dep_ in ("xcomp", "conj") and clause.head.pos_ in ("VERB", "AUX"):
            clause = clause.head
        holder = next((h for h in self.holders(pronoun.idx) if h.form != "direct"), None)
        if holder is None or holder.source is None or clause.dep_ not in ("ccomp", "ROOT"):
            return None
        source = self.reading.actor_by_id.get(holder.source)
        if source is None or not self.is_party(source.id):
            return None
        if source.kind in _PRONOUNS.get(pronoun.lower_, ()):
            return source.id
        if source.kind != "unnamed":
            return None
        words = " ".join(span.text for span in holder.source_words).lower()
        is_many = words.rstrip(" .,").endswith("s")
        return source.id if is_many == (pronoun.lower_ == "they") else None

    def is_same_side(self, party: str | None, other: str) -> bool:
        """Whether ``other`` is the party, or the state whose government it is.

        Of people only those in an office of the state: a governor may sue the state's government.
        """
        one = self.reading.actor_by_id.get(party or "")
        two = self.reading.actor_by_id.get(other)
        if one is None or two is None or one.id == two.id:
            return party == other
        offices = (one.kind in _OFFICES or governs(self.words, one, two)) and two.kind in _OFFICES
        return offices and one.country is not None and one.country == two.country

    def _by_name(self, noun: Token) -> list[str]:
        """The actor of that very name, where the word has no mention of its own."""
        return [
            actor.id
            for actor in self.reading.actors
            if noun.text == actor.name or noun.text in actor.aliases
        ][:1]

    def _of_sentence_before(self, pronoun: Token) -> list[str]:
        """The subject of the sentence before, for an "it" or "they" without a mention."""
        start = pronoun.sent.start
        while start > 0 and pronoun.doc[start - 1].is_space:
            start -= 1
        if start == 0:
            return []
        for token in pronoun.doc[start - 1].sent:
            if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and token.pos_ != "PRON":
                return [a for a in ids(self.reading, [token]) if self.is_party(a)]
        return []

    def is_named_in_source(self, statement: Statement, actor: str) -> bool:
        """Whether the words for the source name an actor: "Japan's defence minister"."""
        return any(
            mention.actor == actor
            for span in statement.source_words
            for mention in self.reading.mentions_in(span.start, span.end)
        )

    def owners(self, noun: Token) -> list[str]:
        """The parties whose a noun is: "Velmark's offer", "an American offer"."""
        found = owners(self.reading, noun)
        if not found:
            for word in children(noun, "amod", "compound"):
                country = self.words.nationalities.get(word.text)
                found = found or self._of_country(country) or self._named_like(word)
        return [one for one in found if self.is_party(one)]

    def _named_like(self, word: Token) -> list[str]:
        """ "a rebel demand", "the government request": the group of that noun named before."""
        if word.tag_ not in ("NN", "JJ"):
            return []
        before = [m for m in self.reading.mentions if m.end <= word.idx and m.form == "nominal"]
        for mention in reversed(before):
            last = self.reading.tokens(mention.start, mention.end).root
            if lemma(last) == lemma(word):
                return [mention.actor]
        return []

    def _of_country(self, country: str | None) -> list[str]:
        """The state or government of a country, where the article knows one."""
        if country is None:
            return []
        known = {a.kind: a.id for a in self.reading.actors if a.country == country}
        return [known[kind] for kind in ("state", "government") if kind in known][:1]

    def actors_or_owners(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Actors named by ``tokens``, else those whose they are: "on Chinese goods"."""
        found = self.actors(tokens)
        if found:
            return found
        owned = [o for token in tokens for o in owners(self.reading, token)]
        return tuple(dict.fromkeys(o for o in owned if self.is_party(o)))

    def actors(self, tokens: Sequence[Token]) -> tuple[str, ...]:
        """Actors named by ``tokens``, media left out."""
        found: list[str] = []
        for token in tokens:
            if _is_first(token):
                speaker = self.speaker(token.idx)
                found.extend([speaker] if speaker else [])
            else:
                named = ids(self.reading, [token])
                found.extend(named or (self._by_name(token) if token.pos_ == "PROPN" else []))
        kinds = {
            a: self.reading.actor_by_id[a].kind for a in found if a in self.reading.actor_by_id
        }
        return tuple(dict.fromkeys(a for a in found if kinds.get(a) not in (None, "media")))

    # --- on whose word

    def holders(self, offset: int) -> list[Statement]:
        """The statements whose content holds the character at ``offset``, innermost first."""
        return [one for start, end, one in self._contents if start <= offset < end]

    @cached_property
    def _contents(self) -> list[tuple[int, int, Statement]]:
        """The stretches of content with their statements, the shortest first."""
        found = [
            (span.start, span.end, statement)
            for statement in self.statements
            for span in statement.content
        ]
        return sorted(found, key=lambda part: part[1] - part[0])

    def speaker(self, offset: int) -> str | None:
        """Who says the words at ``offset``, or None in the outlet's own voice."""
        for statement in self.holders(offset):
            if statement.form != "thought" and statement.source is not None:
                return statement.source
        return None

    def speaking(self, offset: int) -> list[str]:
        """The same where it is a party, as a list of one or none."""
        speaker = self.speaker(offset)
        return [speaker] if speaker is not None and self.is_party(speaker) else []

    def word(self, party: str | None, cue: int, terms: int) -> Statement | None:
        """The statement a move stands on.

        It is the innermost statement that contains the cue and is not itself the move; else,
        where the move is itself a statement of the party ("Trump has threatened to ..."),
        that statement; else None, the outlet's own voice.
        """
        holding = [s for s in self.holders(cue) if not self._is_itself(s, cue)]
        if holding:
            return holding[0]
        own = [s for s in self.statements if self._is_itself(s, cue)]
        mine = [s for s in own if s.source == party] or [
            s for s in self.holders(terms) if s.source == party
        ]
        return mine[0] if mine else None

    @staticmethod
    def _is_itself(statement: Statement, cue: int) -> bool:
        return any(span.start <= cue < span.end for span in statement.cue)

    def is_own_word(self, statement: Statement, party: str | None) -> bool:
        """Whether a statement is the party's own: its own source, or an official of it."""
        if statement.source is None:
            words = " ".join(span.text.lower() for span in statement.source_words)
            return statement.source_kind == "outlet" or words in ("it", "he", "she", "they", "")
        if statement.source == party:
            return True
        source = self.reading.actor_by_id.get(statement.source)
        actor = self.reading.actor_by_id.get(party or "")
        if source is None or actor is None:
            return False
        if self.is_named_in_source(statement, actor.id) and statement.source_count is None:
            return statement.source_basis is None
        if statement.source_kind != "named":
            return False
        if source.country is None or source.country != actor.country:
            return any(role.of == party for role in source.roles)
        return actor.kind in _OFFICES or source.kind in _OFFICES or same_office(source, actor)

    def is_observed(self, statement: Statement | None) -> bool:
        """Whether it stands on the word of somebody who only describes the bargaining."""
        if statement is None or statement.source is None:
            return False
        source = self.reading.actor_by_id.get(statement.source)
        if source is None or source.kind == "media" or source.name.lower().endswith(_CHANNELS):
            return False
        return self.is_observer(source)


def _is_first(token: Token) -> bool:
    """Whether it is "we", "us": not "The US"."""
    return token.lower_ in _FIRST and not is_country(token)
