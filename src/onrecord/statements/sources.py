"""The source of a statement: who it is, how many, and how an unnamed one is described."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.record import Span
from onrecord.statements.attribution import Attribution, Pieces
from onrecord.statements.grammar import (
    antecedent,
    children,
    conjuncts,
    is_country,
    lemma,
    subtree,
    tidy,
    when_of,
)
from onrecord.statements.speakers import actor_of, counted_noun

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "another": 1, "two": 2, "both": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_PERSONAL = frozenset("i you he she we".split())
_BEHIND = frozenset("amod acl relcl prep advcl appos nmod advmod".split())
_SEVERAL = frozenset("number handful majority couple group dozen series host crowd".split())
_ANY = frozenset({"a", "an", "one", "another", "some", "no"})
_LONGEST_BASIS = 240


@dataclass(frozen=True)
class Source:
    """One source of a statement.

    Attributes:
        actor: actor id, or None.
        words: the words for it.
        kind: named, unnamed, outlet, document, or None where none is stated.
        count: how many people an unnamed source is, where the text says.
        basis: how an unnamed source is described.
    """

    actor: str | None
    words: tuple[Span, ...]
    kind: Literal["named", "unnamed", "outlet", "document"] | None
    count: int | None = None
    basis: str | None = None


def sources_of(reading: Reading, cues: Cues, attribution: Attribution) -> list[Source]:
    """The sources of an attribution: several where several say the same thing together."""
    if attribution.voice == "outlet":
        return [Source(outlet_actor(reading), (), "outlet")]
    if attribution.source_token is None:
        words = tuple(reading.span(start, end) for start, end in attribution.source)
        return [Source(None, words, "named" if words else None)]
    head = reading.doc[attribution.source_token]
    return [
        _source(reading, cues, token, words)
        for token, words in _shares(reading, head, attribution.source)
    ]


def outlet_actor(reading: Reading) -> str | None:
    """The actor id of the agency credited, or of the outlet."""
    for name in (reading.article.agency, reading.article.outlet):
        if name is None:
            continue
        for actor in reading.actors:
            if actor.kind == "media" and name.lower() in (
                actor.name.lower(),
                *(alias.lower() for alias in actor.aliases),
            ):
                return actor.id
    return None


def _shares(
    reading: Reading, head: Token, stretches: Pieces
) -> list[tuple[Token, tuple[Span, ...]]]:
    """Each of "Bloomberg and The Bell" with its own words."""
    text = reading.article.text
    heads = conjuncts(head)
    words = _antecedent_words(reading, head, stretches)
    if len(heads) == 1 or not words:
        return [(head, words)]
    start, end = words[0].start, words[-1].end
    inside = [token for token in heads if start <= token.idx < end]
    if len(inside) < 2 or not all(_may_stand_alone(token) for token in inside):
        return [(head, words)]
    edges = [start, *(max(start, token.left_edge.idx) for token in inside[1:]), end]
    shares: list[tuple[Token, tuple[Span, ...]]] = []
    for token, left, right in zip(inside, edges, edges[1:], strict=False):
        piece = tidy(text, left, _without_joint(text, left, right))
        if piece is not None:
            shares.append((token, (Span.of(text, *piece),)))
    return shares


def _without_joint(text: str, start: int, end: int) -> int:
    """``end`` moved before a closing "and" or "or"."""
    words = text[start:end].rstrip(" ,")
    for joint in (" and", " or", " as well as", " along with"):
        if words.endswith(joint):
            words = words[: -len(joint)]
    return start + len(words)


def _may_stand_alone(token: Token) -> bool:
    return (
        token.pos_ in ("PROPN", "PRON")
        or any(
            c.dep_ in ("det", "poss", "amod", "compound", "nummod", "prep") for c in token.children
        )
        or token.tag_ in ("NNS", "JJ", "CD")
    )


def _antecedent_words(reading: Reading, head: Token, stretches: Pieces) -> tuple[Span, ...]:
    """The words of the source; for a relative pronoun those of the noun it stands for."""
    words = tuple(reading.span(start, end) for start, end in stretches)
    if any(span.start <= head.idx < span.end for span in words) or not words:
        return words
    if words[0].text.lower() not in ("who", "which", "that", "whom"):
        return words
    inner = subtree(head)
    clause = next((c for c in children(head, "relcl")), None)
    if clause is not None:
        inner = {i for i in inner if i < min(subtree(clause))}
    first, last = min(inner), max(i for i in inner if i >= head.i)
    start, end = reading.doc[first].idx, reading.doc[last].idx + len(reading.doc[last])
    piece = tidy(reading.article.text, start, end)
    return (Span.of(reading.article.text, *piece),) if piece else words


def _source(reading: Reading, cues: Cues, token: Token, words: tuple[Span, ...]) -> Source:
    noun = counted_noun(token)
    actor_id = actor_of(reading, token) or actor_of(reading, noun)
    actor = reading.actor_by_id.get(actor_id) if actor_id else None
    if actor is None or actor.kind == "unnamed":
        named = _named_at_the_end(reading, words) or _named_beside(reading, noun)
        if named is not None:
            return Source(named, words, "named")
        if is_titled_document(cues, noun):
            return Source(None, words, "document")
    if actor is not None and actor.kind not in ("unnamed", "population"):
        return Source(actor_id, words, "named")
    if _is_one_body(cues, noun):
        return Source(actor_id, words, "named")
    if actor is None and (token.pos_ == "PROPN" or token.lower_ in _PERSONAL):
        return Source(None, words, "named")
    return Source(
        actor_id,
        words,
        "unnamed",
        count=count_of(cues, token),
        basis=basis_of(reading, cues, token, words),
    )


def _named_at_the_end(reading: Reading, words: tuple[Span, ...]) -> str | None:
    """The person whose name closes the words: "The head of the union and shipper, Phil Unger"."""
    if not words:
        return None
    for mention in reading.mentions_in(words[-1].start, words[-1].end):
        actor = reading.actor_by_id[mention.actor]
        before = reading.article.text[words[0].start : mention.start].rstrip()
        if actor.kind == "person" and mention.form == "name" and before.endswith(","):
            if mention.end >= words[-1].end - 1:
                return actor.id
    return None


def _named_beside(reading: Reading, noun: Token) -> str | None:
    """The person named in apposition: "The Norwegian, Mr Karl Sund, 56"."""
    for beside in children(noun, "appos"):
        actor = reading.actor_by_id.get(reading.actor_at(beside) or "")
        if actor is not None and actor.kind == "person" and beside.pos_ == "PROPN":
            return actor.id
    return None


def is_titled_document(cues: Cues, noun: Token) -> bool:
    """A document, or a title that the words behind it call one: "“Safe Road”, a history"."""
    if lemma(noun) in cues.documents and noun.pos_ != "PROPN" and not _is_person(cues, noun):
        return True
    return any(lemma(c) in cues.documents for c in children(noun, "appos") if c.pos_ == "NOUN")


def _is_person(cues: Cues, noun: Token) -> bool:
    """ "A senior figure", unlike "figures": of words for both, the one is a person."""
    return noun.tag_ == "NN" and cues.speakers.get(lemma(noun)) in ("person", "source")


def _is_one_body(cues: Cues, noun: Token) -> bool:
    """The one body of its kind, which needs no name: "Norvia's foreign ministry", "the army"."""
    if cues.speakers.get(lemma(noun)) != "" or (noun.tag_ != "NN" and lemma(noun) != "police"):
        return False
    before = [c for c in noun.children if c.i < noun.i]
    return bool(before) and not any(c.lower_ in _ANY for c in before)


def count_of(cues: Cues, token: Token) -> int | None:
    """How many the source is: "three sources" is 3, "a diplomat" 1; None where not said."""
    number = _number(token.text)
    if number is not None and token.pos_ in ("NUM", "PRON", "DET", "NOUN"):
        return number
    for child in token.children:
        if child.dep_ == "nummod":
            return _number(child.text)
    if token.tag_ in ("NN", "NNP") and token.lower_ not in _SEVERAL:
        for child in token.children:
            if child.dep_ in ("det", "nummod") and child.lower_ in ("a", "an", "one", "another"):
                return 1
        if token.tag_ == "NN" and cues.speakers.get(lemma(token)):
            return 1  # "the diplomat"
    if token.lower_ in ("he", "she"):
        return 1
    return None


def _number(word: str) -> int | None:
    if word.isdigit() and len(word) < 5:
        return int(word)
    return _NUMBERS.get(word.lower()) if word.lower() not in ("a", "an") else None


def basis_of(reading: Reading, cues: Cues, token: Token, words: tuple[Span, ...]) -> str | None:
    """How an unnamed source is described: "close to the Kremlin"."""
    noun = counted_noun(token)
    when = when_of(noun)
    behind = [
        child
        for child in noun.children
        if child.i > noun.i
        and child.dep_ in _BEHIND
        and child.i not in when
        and not (child.dep_ == "prep" and child.lower_ == "of")
        and not (child.dep_ == "appos" and child.pos_ == "PROPN")
        and not _is_aside(child)
    ]
    if behind:
        first = min(min(subtree(child)) for child in behind)
        last = max(max(subtree(child)) for child in behind)
        end = reading.doc[last].idx + len(reading.doc[last])
        if words:
            end = min(end, words[-1].end)
        found = clipped(reading, reading.doc[first].idx, end)
        if found is not None:
            return found
    if cues.speakers.get(lemma(noun)) == "source":
        before = [c for c in noun.children if c.dep_ in ("amod", "compound") and c.i < noun.i]
        if before:
            first = min(min(subtree(c)) for c in before)
            return clipped(reading, reading.doc[first].idx, noun.idx + len(noun))
    return None


def _is_aside(clause: Token) -> bool:
    """ ", who met the envoy on Friday,": tells more of them, not who they are."""
    first = clause.doc[min(subtree(clause))]
    return clause.dep_ in ("relcl", "acl", "advcl") and bool(first.i) and first.nbor(-1).text == ","


def clipped(reading: Reading, start: int, end: int) -> str | None:
    piece = tidy(reading.article.text, start, end) if end > start else None
    if piece is None:
        return None
    return " ".join(reading.article.text[piece[0] : piece[1]].split())[:_LONGEST_BASIS]


def is_first_person(reading: Reading, attribution: Attribution) -> bool:
    """Whether the source is "I" or "we": the speaker of the statement around it."""
    if attribution.source_token is None:
        return False
    token = antecedent(reading.doc[attribution.source_token])
    return not is_country(token) and token.lower_ in ("i", "we", "my", "our", "me", "us")
