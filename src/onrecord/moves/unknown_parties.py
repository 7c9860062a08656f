"""Parties that no table knows: "the hauliers demanded", "the port has offered", "Zoltania insists".

A noun is a party where it governs a verb of bargaining or of speech that only people and bodies
govern, and where nothing else speaks against it. The actors are made before the statements are
read, so that what they say has a source.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.grammar import children, lemma
from onrecord.record import Actor, Mention, slug
from onrecord.vocabulary.moves import MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_AGENTS = ("er", "or", "ist", "ian", "eer", "ier", "holder", "maker", "man", "woman", "ant")
_PLURAL = frozenset({"NNS", "NNPS"})
_LEFT = frozenset({"amod", "compound", "nummod", "poss", "nmod", "det"})
_NO_NAMES = frozenset(
    {"NORP", "DATE", "TIME", "MONEY", "PERCENT", "CARDINAL", "WORK_OF_ART", "LAW"}
)


def with_unknown_parties(reading: Reading, words: MoveWords) -> Reading:
    """The reading with actors for nouns that bargain and that no table knows."""
    known: dict[str, Actor] = {}
    mentions: list[Mention] = []
    heads: dict[str, str] = {}
    for token in _unknown(reading, words):
        identity = heads.get(lemma(token))
        if identity is None:
            actor = _actor(reading, token)
            if actor is None or actor.id in reading.actor_by_id:
                continue
            identity = known.setdefault(actor.id, actor).id
            heads[lemma(token)] = identity
        mentions.append(_mention(reading, token, identity))
    if not heads:
        return reading
    for token in reading.doc:  # their other mentions
        identity = heads.get(lemma(token)) if token.pos_ in ("NOUN", "PROPN") else None
        if identity is None or token.dep_ == "compound" or reading.mention_at(token) is not None:
            continue
        mention = _mention(reading, token, identity)
        if mention not in mentions:
            mentions.append(mention)
    mentions.sort(key=lambda m: m.start)
    return reading.with_actors(tuple(known.values()), tuple(mentions))


def _unknown(reading: Reading, words: MoveWords) -> Iterator[Token]:
    for sentence in reading.sentences():
        for token in sentence:
            if token.pos_ not in ("NOUN", "PROPN") or token.ent_type_ in _NO_NAMES:
                continue
            verb = _governor(token)
            if verb is None or reading.mention_at(token) is not None:
                continue
            if _may_bargain(words, token, verb):
                yield token


def _governor(token: Token) -> Token | None:
    """The verb that a noun is the doer of."""
    if token.dep_ == "nsubj" and token.head.pos_ == "VERB":
        return token.head
    if token.dep_ == "pobj" and token.head.dep_ == "agent" and token.head.head.pos_ == "VERB":
        return token.head.head
    return None


def _may_bargain(words: MoveWords, token: Token, verb: Token) -> bool:
    bargains = words.has("bargaining", lemma(verb))
    speaks = words.has("saying", lemma(verb))
    if words.has("document", lemma(token)) or words.has("no-party", lemma(token)):
        return False
    if token.pos_ == "PROPN":
        return bargains and not _in_title(token)
    if token.tag_ in _PLURAL and lemma(token).endswith(_AGENTS):
        return bargains or speaks
    return words.has("acting", lemma(token)) and (bargains or speaks)


def _in_title(token: Token) -> bool:
    """Whether it stands in a headline, where the parse takes any capital for a name."""
    sentence = [t for t in token.sent if t.is_alpha]
    capitals = sum(t.text[0].isupper() for t in sentence)
    return capitals > len(sentence) / 2


def _actor(reading: Reading, token: Token) -> Actor | None:
    mention = _mention(reading, token, "")
    is_name = token.pos_ == "PROPN"
    name = reading.article.text[mention.start : mention.end]
    plain = name.split(maxsplit=1)[1] if _has_determiner(token) and " " in name else name
    kind = "unnamed"
    if is_name:
        kind = (
            "person" if token.ent_type_ == "PERSON" or _has_description(token) else "organisation"
        )
    made = slug(plain)
    if not made:
        return None
    return Actor(
        id=f"{kind}/{made}",
        article=reading.article.id,
        start=mention.start,
        end=mention.end,
        text=name,
        name=plain if is_name else name,
        kind=kind,  # type: ignore[arg-type]
    )


def _has_determiner(token: Token) -> bool:
    return any(c.dep_ == "det" for c in token.children)


def _has_description(token: Token) -> bool:
    """ "Anders Holm Viker, a spokesman for": two names and who it is."""
    return bool(children(token, "appos")) and bool(children(token, "compound"))


def _mention(reading: Reading, token: Token, identity: str) -> Mention:
    first = token
    for child in sorted(token.lefts, key=lambda t: -t.i):
        if child.dep_ not in _LEFT or child.right_edge.i != first.i - 1:
            break
        first = child.left_edge
    span = reading.span(first.idx, token.idx + len(token))
    return Mention(
        actor=identity,
        form="name" if token.pos_ == "PROPN" else "nominal",
        article=reading.article.id,
        start=span.start,
        end=span.end,
        text=span.text,
    )


__all__ = ["with_unknown_parties"]
