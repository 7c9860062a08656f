"""What a noun phrase must be to make a move with its cue, and whom an act is aimed at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.grammar import children, is_to, lemma
from onrecord.record import Span
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

_AMOUNTS = frozenset({"percent", "%", "billion", "million", "cent", "trillion", "dollar", "euro"})


def aimed_at(word: Token, with_objects: bool = True) -> list[Token]:
    """Whom an act is aimed at: its object and what stands behind on, against, at, to, from."""
    found = children(word, "dobj", "dative", "nsubjpass")
    around = (word, *found)
    if not with_objects:
        found = children(word, "dative")
    for one in around:
        for prep in children(one, "prep", "dative"):
            if prep.lower_ in ("on", "against", "at", "to", "from", "with", "toward", "towards"):
                found = [*found, *children(prep, "pobj")]
    return found


_CLASSED = frozenset(
    "put stance pact measure bid claim consent reply stand gathering consequence".split()
)
_AMENDS = frozenset({"apology", "explanation", "assurance"})
_SPANS = frozenset(
    "day week month hour series wave round string set spate campaign number year kind form".split()
)


def cores(noun: Token) -> list[Token]:
    """A noun, and what it is a stretch or a number of: "eight days of strikes"."""
    found = [noun]
    if lemma(noun) in _SPANS:
        for prep in children(noun, "prep"):
            if prep.lower_ == "of":
                found += children(prep, "pobj")
    return found


def is_truce(words: MoveWords, noun: Token) -> bool:
    """Whether a noun is a pause in fighting, also with a hyphen: "cease-fire"."""
    is_cut = lemma(noun) == "fire" and any(c.lower_ == "cease" for c in children(noun, "compound"))
    return is_cut or words.has("truce", lemma(noun))


def _thing_thought_of(words: MoveWords, noun: Token) -> Token | None:
    """The intervention of "rejected the possibility of an intervention"."""
    if not words.has("thought", lemma(noun)):
        return None
    preps = [p for p in children(noun, "prep") if p.lower_ == "of"]
    return next((o for p in preps for o in children(p, "pobj", "pcomp")), None)


def _shows_act(words: MoveWords, noun: Token, span: Span) -> bool:
    """ "its decision to expel the crew": what was decided stands with it."""
    if any(is_to(act) for act in children(noun, "acl")):
        return True
    buys = any(p.lower_ == "for" for p in children(noun, "prep"))  # "its order for chips"
    return not buys and words.issue_of(span.text) != "other"


def _is_tried(words: MoveWords, noun: Token, span: Span) -> bool:
    """ "a move by Velmark to extend the pact", but not "a move to Monday evenings"."""
    tries = any(is_to(act) for act in children(noun, "acl", "relcl"))
    is_others = any(p.lower_ == "by" for p in children(noun, "prep"))
    return (tries or is_others) and words.issue_of(span.text) != "other"


def is_needed(words: MoveWords, noun: Token, span: Span, cue: MoveCue) -> bool:
    """Whether a noun phrase is what the cue's row needs."""
    word, needs = lemma(noun), cue.needs
    if cue.kind == "refusal" and words.has("thought", word) and children(noun, "acl"):
        return False  # "rejected the idea that it had lied"
    if needs in _CLASSED:
        return words.has(needs, word)
    if needs == "decision":
        return words.has("decision", word) and _shows_act(words, noun, span)
    if needs == "truce":
        is_pause = is_truce(words, noun) or words.has("pausing", word)
        return is_pause and not any(c.lower_ in ("the", "this") for c in noun.children)
    if needs == "pullback":
        return words.has("pullback", word)
    if needs == "stoppage":
        if any(c.lower_ in ("the", "this", "these") for c in noun.children):
            return False  # "which called the protests"
        named = [*cores(noun), *children(noun, "compound")]
        return any(words.has("stoppage", lemma(one)) for one in named)
    if needs == "harm":
        measure = words.issue_of(noun.lemma_) in ("sanctions", "tariffs-and-trade")
        shows = measure and not words.has("good", word)
        harms = any(words.has("harm-noun", lemma(one)) for one in cores(noun))
        return harms or shows or noun.pos_ == "VERB"
    if cue.kind == "refusal" and words.has("rebuffed", word):
        return True
    if cue.kind == "refusal" and words.has("try", word):
        return _is_tried(words, noun, span)
    thought = _thing_thought_of(words, noun) if cue.kind == "refusal" else None
    if thought is not None:
        return words.has("harm-noun", lemma(thought)) or is_needed(words, thought, span, cue)
    if needs in ("", "term", "asked") and (words.has("put", word) or words.has("pact", word)):
        return True
    if any(words.issue_of(c.text) != "other" for c in children(noun, "compound")):
        return True
    empty = words.has("nothing", word) and words.issue_of(span.text) == "other"
    if any(
        c.text == "%" or c.lower_ in ("percent", "joint") for c in noun.children if c.i < noun.i
    ):
        empty = False  # "a 9% rise"
        if needs in ("asked", "term") and any(c.lower_ == "joint" for c in noun.children):
            return True  # "a joint survey"
    if needs == "asked" and words.has("asked", word) and not empty:
        return True  # "sanctions relief", but not "some relief"
    if cue.kind == "demand" and word in _AMENDS:
        return True
    if words.has("nothing", word):
        return False
    if needs in ("term", "asked") and children(noun, "nummod"):
        return True  # "promised 40 vehicles"
    if needs in ("term", "asked") and (word in _AMOUNTS or noun.tag_ == "CD"):
        return True
    return not needs or noun.pos_ == "VERB" or words.issue_of(span.text) != "other"
