"""The infinitives that say what a cue asks, offers or refuses, and who is meant to do it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.complement import Complement
from onrecord.moves.grammar import children, is_passive, is_to, lemma, objects, verbs_joined
from onrecord.moves.needs import is_truce
from onrecord.moves.terms import clause_terms, is_or
from onrecord.record import Span
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_DATES = frozenset({"DATE", "TIME"})
_BRIDGE = 14  # words between a cue and an infinitive that may hang elsewhere in the parse


def told_terms(
    reading: Reading, verb: Token, told: list[Token], frame: str
) -> Iterator[Complement]:
    """An infinitive, and those joined to it, each with its terms."""
    if any(c.tag_ in ("WP", "WRB", "WDT") for c in verb.children):
        return
    together = [v for v in verbs_joined(verb) if v.i == verb.i or not is_or(v.head, v)]
    for one in together:
        terms = _with_not(reading, one, clause_terms(reading, one, together))
        if terms is not None and frame == "object-to" and told and children(one, "auxpass"):
            terms = _with_thing(reading, one, told[0], terms)
        if terms is not None:
            yield Complement(one, terms, frame, tuple(told))


def _with_thing(reading: Reading, verb: Token, thing: Token, terms: Span) -> Span:
    """ "wants the venue to be changed": what is to be changed belongs to the terms."""
    start = thing.left_edge.idx
    if thing.pos_ != "NOUN" or not start < verb.idx or thing.sent.start != verb.sent.start:
        return terms
    return reading.span(min(start, terms.start), terms.end)


def _with_not(reading: Reading, verb: Token, terms: Span | None) -> Span | None:
    """ "not to use force": the word that turns the terms round belongs to them."""
    negations = [c for c in children(verb, "neg") if c.i < verb.i]
    if terms is None or not negations or not is_to(verb):
        return terms
    return reading.span(min(terms.start, negations[0].idx), terms.end)


def infinitives(
    reading: Reading, words: MoveWords, token: Token, cue: MoveCue, preposition: str | None
) -> Iterator[Complement]:
    """The infinitives of a cue, where its frames take any."""
    wants_told = "object-to" in cue.frames
    if not wants_told and "to" not in cue.frames:
        return
    for verb, told in _found_infinitives(words, token, cue, preposition, wants_told):
        if told and not wants_told:
            if cue.pos == "verb" and cue.kind in ("threat", "refusal", "promise"):
                continue
        if not told and "to" not in cue.frames:
            continue
        frame = "object-to" if told else "to"
        again = _and_again(verb, preposition) if told else None
        for found in told_terms(reading, verb, told, frame):
            yield found if again is None else _up_to(reading, found, again)
        if again is not None:
            yield from _told_again(reading, again)
        return


def _and_again(verb: Token, preposition: str | None) -> Token | None:
    """The second "on" of "called on X to do this and on Y to do that"."""
    if preposition is None:
        return None
    for token in verb.doc[verb.i : verb.sent.end]:
        if token.lower_ == preposition and token.nbor(-1).lower_ == "and":
            return token if children(token, "pobj") else None
    return None


def _up_to(reading: Reading, found: Complement, again: Token) -> Complement:
    stop = again.nbor(-1).idx
    if not found.terms.start < stop < found.terms.end:
        return found
    return Complement(
        found.head, reading.span(found.terms.start, stop - 1), found.frame, found.told
    )


def _told_again(reading: Reading, again: Token) -> Iterator[Complement]:
    told = children(again, "pobj")
    for token in again.doc[again.i : again.sent.end]:
        if token.tag_ == "TO" and token.head.pos_ == "VERB" and token.head.i > token.i:
            yield from told_terms(reading, token.head, told, "object-to")
            return


def _found_infinitives(
    words: MoveWords, token: Token, cue: MoveCue, preposition: str | None, wants_told: bool
) -> Iterator[tuple[Token, list[Token]]]:
    """Infinitives that depend on a cue, with those who are meant to do it."""
    told = children(token, "dobj", "dative")
    if preposition is not None and told:
        return
    thing = _thing_taken(words, token, cue)
    for prep in children(token, "prep", "dative", "prt"):
        if prep.i > token.i and (preposition is None or prep.lower_ == preposition):
            if prep.lower_ in ("on", "upon", "for", "to", "with"):
                told = told or [p for p in children(prep, "pobj") if p.ent_type_ not in _DATES]
    if preposition is not None and not told:
        return
    if is_passive(token) and token.pos_ == "VERB":
        told = children(token, "nsubjpass") or told
    for child in token.children:
        if thing is not None and thing.i < child.i:
            break  # "agreed to a truce to end the fighting": what for
        if child.i > token.i and child.pos_ in ("VERB", "AUX") and is_to(child):
            if child.dep_ in ("xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp"):
                own = children(child, "nsubj", "nsubjpass")
                is_bare = not told and not objects(token) and child.left_edge.nbor(-1).text != ","
                if own or child.dep_ != "advcl" or is_bare or (told and wants_told):
                    yield child, own or (told if wants_told else [])
    if token.pos_ == "NOUN" and token.i + 2 < token.sent.end:
        following = token.nbor(1)
        if following.tag_ == "TO" and following.head.head.i != token.i:
            yield following.head, children(following.head, "nsubj")
    if token.pos_ == "NOUN":
        yield from _after_maker(token)
    if token.pos_ == "NOUN" and token.dep_ == "dobj":
        yield from _after_day(token)
    if not wants_told:
        return
    for one in told:
        for child in one.children:
            if child.dep_ in ("acl", "relcl") and is_to(child) and child.i - token.i < _BRIDGE:
                yield child, told
    for prep in children(token, "prep"):
        for child in prep.children:
            if child.dep_ in ("pcomp", "xcomp") and is_to(child):
                yield child, children(child, "nsubj") or told


def _thing_taken(words: MoveWords, token: Token, cue: MoveCue) -> Token | None:
    """The truce of "agreed to a truce to end the fighting", where the cue takes things so.

    What an offer is to do is what is agreed to: "agreed to an offer to raise pay".
    """
    if token.pos_ != "VERB" or "object-to" in cue.frames or "+to" not in cue.frames:
        return None
    preps = [p for p in children(token, "prep") if p.lower_ == "to" and p.i > token.i]
    things = [o for p in preps for o in children(p, "pobj")]
    return next((o for o in things if not words.has("bid", lemma(o)) or is_truce(words, o)), None)


def _after_maker(noun: Token) -> Iterator[tuple[Token, list[Token]]]:
    """ "every offer made by Velmark to talk": the infinitive that hangs on "made"."""
    for made in children(noun, "acl"):
        if made.tag_ != "VBN" or not children(made, "agent"):
            continue
        hung = [a for a in children(noun.head, "advcl") if a.left_edge.i == made.right_edge.i + 1]
        for act in [*children(made, "advcl", "xcomp"), *hung]:
            if is_to(act) and act.i - noun.i < _BRIDGE:
                yield act, []


def _after_day(noun: Token) -> Iterator[tuple[Token, list[Token]]]:
    """ "made an offer on Sunday to raise pay": the infinitive that hangs on the verb."""
    for act in children(noun.head, "advcl", "xcomp"):
        days = [p for p in children(noun.head, "prep") if noun.i < p.i < act.i]
        dated = [d for p in days for d in children(p, "pobj") if d.ent_type_ in _DATES]
        is_cut = any(noun.i < c.i < act.i and c.text == "," for c in noun.head.children)
        if is_to(act) and dated and act.i - noun.i < _BRIDGE and not is_cut:
            yield act, []
