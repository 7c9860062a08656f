"""Who "he" is where he speaks: the last speaker, checked against what he says.

The reading resolves pronouns by grammar and distance. Speech adds what that cannot see: a
speaker does not name himself in his own quotation, "she added" goes on with the speaker
before, and a quotation without a cue carries on the last one.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from onrecord.statements.attribution import Attribution, Pieces
from onrecord.statements.grammar import lemma
from onrecord.statements.speakers import counted_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.statements.sources import Source

_SINGULAR = frozenset({"he", "she"})
_PRONOUNS = frozenset({"he", "she", "it", "they"})
_OFFICE_PARAGRAPHS = 3  # over which "the president" is the president who spoke last
_OTHERS = frozenset({"other", "second", "third", "latter"})
_BODY_PARAGRAPHS = 2  # over which "it" is the body that was a source last
_BODIES = frozenset({"organisation", "media", "armed-group", "state", "government"})
_PEOPLE_AGAIN = frozenset("people persons men women sources officials".split())
_BODY_AGAIN = frozenset(
    "group organisation organization agency company watchdog newspaper magazine network outlet "
    "broadcaster bloc alliance union body think-tank bank movement".split()
)
_GOES_ON = frozenset({"add", "continue", "conclude", "go"})


@dataclass
class Heard:
    """Who has spoken so far in the article, as far as later mentions may mean them.

    Attributes:
        last: actor id of the last speaker that no other statement holds, or None.
        tokens: sources already found, by the token that names them.
        at: where the last statement ends.
        person: the last person who spoke, and where that statement ends.
        was_document: whether the last source was a document.
        group: the last source of several people without names ("two ministers").
        everyone: all who have spoken.
        body: the last body or state that was a source, and where it was named last.
    """

    last: str | None = None
    tokens: dict[int, Source] = field(default_factory=dict)
    at: int = 0
    person: tuple[str, int] | None = None
    was_document: bool = False
    group: str | None = None
    everyone: set[str] = field(default_factory=set)
    body: tuple[str, int] | None = None

    def note(self, reading: Reading, attribution: Attribution, sources: list[Source]) -> None:
        """Remember the sources of a statement."""
        if attribution.source_token is not None and len(sources) == 1:
            self.tokens.setdefault(attribution.source_token, sources[0])
        for source in sources:
            actor = reading.actor_by_id.get(source.actor or "")
            if source.kind == "unnamed" and (source.count or 2) > 1 and actor is not None:
                self.group = actor.id
            if actor is not None:
                self.everyone.add(actor.id)
            if actor is not None and actor.kind in _BODIES:
                self.body = actor.id, attribution.end
        if sources[-1].actor is not None:
            self.last, self.at = sources[-1].actor, attribution.end
            if reading.actor_by_id[self.last].kind == "person":
                self.person = self.last, self.at
        self.was_document = sources[-1].kind == "document"

    def corrected(self, reading: Reading, attribution: Attribution, source: Source) -> Source:
        """``source``, or who was heard before where its words can only mean them."""
        if attribution.source_token is None:
            return source
        if attribution.source_token in self.tokens:
            before = self.tokens[attribution.source_token]
            return replace(source, actor=before.actor, kind=before.kind, count=before.count)
        token = reading.doc[attribution.source_token]
        if token.lower_ == "it" and source.actor is None and self.was_document:
            return replace(source, kind="document", count=None, basis=None)
        if token.lower_ == "it" and source.actor is None and self.body is not None:
            body, end = self.body
            if _paragraphs_between(reading, end, attribution.start) <= _BODY_PARAGRAPHS:
                return replace(source, actor=body, kind="named", count=None, basis=None)
        if self._is_one_of_them(token, source):
            return replace(source, actor=self.group, kind="unnamed")
        if self._are_they_again(reading, token, attribution, source):
            return replace(source, actor=self.group, kind="unnamed", count=None, basis=None)
        if _is_the_other(token) and source.actor is None and self.group is not None:
            return replace(source, actor=self.group, kind="unnamed", count=1)
        if self.body is not None and _is_body_again(reading, token, source):
            body, end = self.body
            if not _paragraphs_between(reading, end, attribution.start) > 1:
                return replace(source, actor=body, kind="named", count=None, basis=None)
        if self.person is not None and _is_the_office(reading, token, source, self.person[0]):
            person, end = self.person
            near = _paragraphs_between(reading, end, attribution.start) <= _OFFICE_PARAGRAPHS
            if near or _named_in(reading, attribution.content, source.actor):
                return replace(source, actor=person, kind=_kind(reading, person))
        if self.last is not None and _opens_next_paragraph(reading, token, self.at):
            if token.lower_ in _SINGULAR and _may_mean(reading, token.lower_, self.last):
                return replace(source, actor=self.last, kind=_kind(reading, self.last))
        return _pronoun_corrected(reading, attribution, source, self.last)

    def _is_one_of_them(self, token: Token, source: Source) -> bool:
        """ "One of the people", after "three sources": one of those who spoke before."""
        noun = counted_noun(token)
        if self.group is None or noun == token or noun.lower_ not in _PEOPLE_AGAIN:
            return False
        if source.actor is not None and source.actor in self.everyone:
            return False
        return [c.lower_ for c in noun.children] == ["the"]

    def _are_they_again(
        self, reading: Reading, token: Token, attribution: Attribution, source: Source
    ) -> bool:
        """ "They also called for ...": who spoke before, not others who have said nothing."""
        if token.lower_ != "they" or self.group is None or self.last != self.group:
            return False
        if source.actor is not None and source.actor in self.everyone:
            return False
        if attribution.cue_token is None:
            return False
        cue = reading.doc[attribution.cue_token]
        goes_on = lemma(cue) in _GOES_ON or any(c.lower_ == "also" for c in cue.children)
        near = _paragraphs_between(reading, self.at, attribution.start) <= _OFFICE_PARAGRAPHS
        return near and (goes_on or source.actor is None)


def _is_the_other(token: Token) -> bool:
    """ "The other said ...", "the second was blunter", of two who spoke."""
    is_alone = not any(c.dep_ in ("nmod", "compound", "poss") for c in token.children)
    before = token.i and token.nbor(-1).lower_ == "the"
    return token.lower_ in _OTHERS and bool(before) and is_alone and token.pos_ != "PROPN"


def _is_body_again(reading: Reading, token: Token, source: Source) -> bool:
    """ "The group said": the organisation that was named before, in so many words."""
    actor = reading.actor_by_id.get(source.actor or "")
    if lemma(token) not in _BODY_AGAIN or (actor is not None and actor.kind != "unnamed"):
        return False
    return [c.lower_ for c in token.children if c.i < token.i] == ["the"]


def _is_the_office(reading: Reading, token: Token, source: Source, last: str) -> bool:
    """ "The president said", when a president has just spoken: he, and not the one he spoke of."""
    if source.actor is None or source.actor == last or token.pos_ != "NOUN":
        return False
    if [c.lower_ for c in token.children if c.i < token.i] != ["the"]:
        return False
    speaker = reading.actor_by_id[last]
    if reading.actor_by_id[source.actor].kind != "person" or speaker.kind != "person":
        return False
    return any(token.lower_ in role.title.lower().split() for role in speaker.roles)


def _opens_next_paragraph(reading: Reading, token: Token, end: int) -> bool:
    """Whether ``token`` opens the paragraph behind that of the last statement."""
    block = reading.block_at(token.idx)
    if block is None or reading.article.text[block.start : token.idx].strip():
        return False
    return _paragraphs_between(reading, end, token.idx) == 1


def _named_in(reading: Reading, content: Pieces, actor: str | None) -> bool:
    """Whether the words speak of the actor by name, as a speaker does not speak of himself."""
    return any(
        mention.actor == actor and mention.form == "name"
        for start, end in content
        for mention in reading.mentions_in(start, end)
    )


def of_speaker(
    reading: Reading, inner: Attribution, source: Source, outer: Attribution, speaker: Source
) -> Source:
    """``source`` of a statement inside another's, or the speaker where "he" means him.

    In "McCain told CNN that he had doubts" and "Ban condemned what he called an act of terror"
    the pronoun that opens what is said, or stands in "what he called", is the speaker.
    """
    if inner.source_token is None or speaker.actor is None or source.actor == speaker.actor:
        return source
    token = reading.doc[inner.source_token]
    actor = reading.actor_by_id.get(speaker.actor)
    if (
        actor is None
        or token.lower_ not in _PRONOUNS
        or reading.quotation_at(token.idx) is not None
    ):
        return source
    if not _may_mean(reading, token.lower_, actor.id):
        return source
    opens = outer.content[0][0] <= token.idx and not any(
        t.pos_ in ("NOUN", "PROPN", "VERB", "AUX")
        for t in reading.doc[reading.tokens(*outer.content[0])[0].i : token.i]
    )
    named = any(c.lower_ == "what" for c in token.head.children)
    if not (opens or named):
        return source
    return replace(source, actor=actor.id, kind=speaker.kind)


def _may_mean(reading: Reading, pronoun: str, actor: str) -> bool:
    """Whether the pronoun fits the actor's kind, and the pronouns used of the actor elsewhere."""
    is_person = _is_person(reading, actor)
    if pronoun not in _SINGULAR:
        return not is_person
    others = {
        m.text.lower() for m in reading.mentions if m.actor == actor and m.form == "pronoun"
    } & {"he", "she"}
    return is_person and (not others or pronoun in others)


def _paragraphs_between(reading: Reading, start: int, end: int) -> int:
    return sum(start <= block.start <= end for block in reading.body)


def _pronoun_corrected(
    reading: Reading, attribution: Attribution, source: Source, last: str | None
) -> Source:
    """``source``, or the last speaker where a pronoun cannot be whom the reading says."""
    if last is None or last == source.actor or attribution.source_token is None:
        return source
    token = reading.doc[attribution.source_token]
    if _is_of_them(token) and reading.actor_by_id[last].kind == "unnamed":
        return replace(source, actor=last)
    if not _is_person(reading, last):
        return source
    cue = lemma(reading.doc[attribution.cue_token]) if attribution.cue_token is not None else ""
    if token.lower_ not in _SINGULAR:
        goes_on = cue in _GOES_ON and _is_definite_person(reading, token, source)
        return replace(source, actor=last, kind=_kind(reading, last)) if goes_on else source
    doubtful = (
        source.actor is None
        or not _is_person(reading, source.actor)
        or cue in _GOES_ON
        or _named_in_own_words(reading, attribution, source.actor)
        or _spoke_here(reading, attribution, source.actor, last)
    )
    return replace(source, actor=last, kind=_kind(reading, last)) if doubtful else source


def _is_definite_person(reading: Reading, token: Token, source: Source) -> bool:
    """ "The veteran negotiator" of "..., the veteran negotiator added"."""
    actor = reading.actor_by_id.get(source.actor or "")
    is_person = actor is None or actor.kind == "person" or actor.kind == "unnamed"
    first = next((c for c in token.children if c.i < token.i), None)
    is_definite = first is not None and first.lower_ == "the"
    return token.tag_ == "NN" and is_definite and is_person


def _is_of_them(token: Token) -> bool:
    """ "One of them", "two of those"."""
    noun = counted_noun(token)
    return noun != token and noun.lower_ in ("them", "these", "those")


def _spoke_here(reading: Reading, attribution: Attribution, actor: str, last: str) -> bool:
    """Whether the last speaker stands in this paragraph and the actor of the reading does not."""
    block = reading.block_at(attribution.start)
    if block is None:
        return False
    here = {
        mention.actor
        for mention in reading.mentions_in(block.start, attribution.anchor[0])
        if mention.form != "pronoun" and reading.quotation_at(mention.start) is None
    }
    return last in here and actor not in here


def _kind(reading: Reading, actor: str) -> Literal["named", "unnamed"]:
    return "unnamed" if reading.actor_by_id[actor].kind == "unnamed" else "named"


def _is_person(reading: Reading, actor: str) -> bool:
    """Whether the actor may be "he" or "she": one person, named or not."""
    found = reading.actor_by_id.get(actor)
    if found is None:
        return False
    return found.kind == "person" or (found.kind == "unnamed" and not found.text.endswith("s"))


def _named_in_own_words(reading: Reading, attribution: Attribution, actor: str) -> bool:
    """Whether the quotation that he is to have spoken speaks of him by name."""
    for start, end in attribution.content:
        for mention in reading.mentions_in(start, end):
            is_quoted = reading.quotation_at(mention.start) is not None
            if mention.actor == actor and mention.form == "name" and is_quoted:
                return True
    return False
