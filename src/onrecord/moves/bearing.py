"""Whether an act hurts or helps another: what tells a threat from a promise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from onrecord.moves.grammar import children, joined, lemma
from onrecord.vocabulary.moves import MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token

Bearing = Literal["harm", "help"]


def bearing(words: MoveWords, verb: Token) -> Bearing | None:
    """What doing ``verb`` to its object means for the other side, or None where nothing shows.

    Stopping what hurts helps and stopping what helps hurts ("lift the blockade", "suspend the
    talks"); starting is the other way round. Other verbs are in the class ``harm`` or
    ``helping`` of ``movewords.csv``, or show nothing.
    """
    if verb.pos_ not in ("VERB", "AUX"):
        return _of_noun(words, verb)
    names = _names(verb)
    word = names[-1]
    things = _objects(verb)
    inner = children(verb, "xcomp")
    if word in _CEASING and inner and inner[0].tag_ == "VBG":
        act = inner[0]
        harms = words.has("harm-noun", act.lower_) or bearing(words, act) == "harm"
        return "help" if harms else "harm"
    ends = any(words.has("ending", name) for name in names)
    starts = any(words.has("starting", name) for name in names)
    if (ends or starts) and things:
        hurts = any(_hurts(words, thing) for thing in things)
        good = any(words.has("good", lemma(thing)) for thing in things)
        if hurts or good:
            is_help = (hurts and ends) or (good and not hurts and starts and not ends)
            return "help" if is_help else "harm"
    if _WITHHOLDING & set(names) and any(lemma(t) in _SUMS for t in things):
        return "harm"
    if word in ("keep", "leave", "hold") and any(
        c.lower_ in SHUT for c in children(verb, "acomp", "oprd", "ccomp", "xcomp")
    ):
        return "harm"
    if any(words.has("harm", name) for name in names):
        is_plain = not any(words.has("harm", name) for name in names[:-1])
        return "help" if words.has("helping", word) and is_plain else "harm"
    if any(words.has("helping", name) for name in names):
        return "help"
    if any(_hurts(words, thing) for thing in things if word in _DOING):
        return "harm"
    return None


def stays_away(words: MoveWords, verb: Token) -> bool:
    """ "boycott the vote", "shun the talks": a refusal to take part."""
    shuns = any(c.needs == "gathering" for c in words.cues.get((lemma(verb), "verb"), ()))
    return shuns and any(words.has("gathering", lemma(thing)) for thing in children(verb, "dobj"))


_CEASING = frozenset({"stop", "cease", "halt", "quit"})
_WITHHOLDING = frozenset({"hold_back", "withhold", "freeze", "suspend", "block", "hold_up"})
_SUMS = frozenset({"million", "billion", "trillion", "tranche"})
SHUT = frozenset({"closed", "shut", "blocked", "frozen", "suspended", "banned", "sealed"})
_DOING = frozenset(
    "take carry have hold stage file seek mount send use deploy put charge levy apply inflict "
    "slap".split()
)


def _names(verb: Token) -> list[str]:
    """The verb with its particle, if any, then alone: "call_off", "call"."""
    word = lemma(verb)
    particles = [c.lower_ for c in verb.children if c.dep_ in ("prt", "advmod") and c.i > verb.i]
    behind = [
        f"{word}_{prep.lower_}_{lemma(noun)}"
        for prep in children(verb, "prep")
        for noun in children(prep, "pobj")
    ]
    behind += [f"{word}_{prep.lower_}" for prep in children(verb, "prep") if prep.i == verb.i + 1]
    return [*behind, *(f"{word}_{p}" for p in particles), word]


def _objects(verb: Token) -> list[Token]:
    found = [t for o in children(verb, "dobj", "nsubjpass", "oprd") for t in joined(o)]
    for prep in children(verb, "prep"):
        if prep.lower_ in ("with", "of", "from", "on") and not found:
            found += [t for p in children(prep, "pobj") for t in joined(p)]
    return found + [
        p
        for o in found
        for prep in children(o, "prep")
        if prep.lower_ == "of"
        for p in children(prep, "pobj")
    ]


def _hurts(words: MoveWords, noun: Token) -> bool:
    return words.has("harm-noun", lemma(noun)) or words.has("measure", lemma(noun))


def _of_noun(words: MoveWords, noun: Token) -> Bearing | None:
    """ "a ban on", "a suspension of aid", "an end to the blockade"."""
    word = lemma(noun)
    if word in ("end", "halt", "lifting", "stop", "suspension", "freeze", "easing", "removal"):
        behind = [p for prep in children(noun, "prep") for p in children(prep, "pobj")]
        if any(words.has("good", lemma(b)) and not _hurts(words, b) for b in behind):
            return "harm"
        return "help"
    return "harm" if words.has("harm-noun", word) else None


__all__ = ["SHUT", "Bearing", "bearing", "stays_away"]
