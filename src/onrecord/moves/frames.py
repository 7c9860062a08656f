"""Where the terms of a cue stand: the frames of ``movecues.csv`` read off the parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace as dataclass_replace
from typing import TYPE_CHECKING

from msgspec.structs import replace

from onrecord.language.reading import Reading
from onrecord.moves.complement import Complement, nouns, objects_of, wanted_to_see
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_to,
    joined,
    lemma,
    marks,
    modals,
)
from onrecord.moves.infinitives import infinitives, told_terms
from onrecord.moves.sizes import changed
from onrecord.moves.terms import (
    clause_terms,
    is_or,
    repeated,
)
from onrecord.vocabulary.moves import MoveCue, MoveWords

if TYPE_CHECKING:
    from spacy.tokens import Token
_SAYING = frozenset({"say", "tell", "add", "report", "announce", "write"})
_ACT = 3  # words from who is meant to the act: "to be disarmed"


def complements(
    reading: Reading, words: MoveWords, token: Token, cue: MoveCue, preposition: str | None = None
) -> Iterator[Complement]:
    """The complements of ``token`` in the frames of ``cue``, the first frame that fits.

    Args:
        reading, words: the article's reading and the vocabulary.
        token: the cue.
        cue: its row.
        preposition: of a cue such as "call_on", the preposition that belongs to it.
    """
    for found in (
        infinitives(reading, words, token, cue, preposition),
        _clauses(reading, token, cue),
        _gerunds(reading, token, cue, preposition),
        _behind_prepositions(reading, words, token, cue),
        _nominal(reading, words, token, cue),
    ):
        listed = list(found)
        if listed:
            yield from listed
            return


def _clauses(reading: Reading, token: Token, cue: MoveCue) -> Iterator[Complement]:
    if "clause" not in cue.frames:
        return
    relations = ("ccomp",) if cue.pos == "verb" else ("acl", "ccomp", "relcl")
    for child in [*children(token, *relations), *_among_others(token)]:
        if lemma(child) in _SAYING and "that" not in marks(child):
            continue  # ", the ministry said", hung on the cue by the parse
        if child.i < token.i or is_to(child) or (child.tag_ == "VBG" and not _finite(child)):
            continue
        if cue.pos == "noun" and not (marks(child) & {"that"}) and child.dep_ != "ccomp":
            continue
        listed = [*joined(child), *_astray(token, child)]
        together = [
            v
            for v in sorted(listed, key=lambda t: t.i)
            if v.i == child.i or (v.pos_ in ("VERB", "AUX") and not is_or(v.head, v))
        ]
        for one in together:
            terms = clause_terms(reading, one, together)
            if terms is not None:
                told = children(one, *SUBJECTS) or children(child, *SUBJECTS)
                if one.tag_ == "VBN":
                    told = []  # "that the fee be abolished" is put to nobody by name
                yield Complement(one, terms, "clause", tuple(told))
        return


def _among_others(token: Token) -> list[Token]:
    """The clause of "demanded among other things that they leave", hung on "things"."""
    return [
        clause
        for prep in children(token, "prep")
        if prep.lower_ in ("among", "amongst")
        for noun in children(prep, "pobj")
        for clause in children(noun, "relcl")
        if clause.left_edge.lower_ == "that" and children(clause, *SUBJECTS)
    ]


def _astray(token: Token, child: Token) -> list[Token]:
    """Clauses that go with ``child`` and that the parse joins to the cue itself.

    "demands that they cede land, declare themselves neutral, and that the West end its support"
    """
    return [
        one
        for other in children(token, "conj")
        if other.i > child.i and not modals(other)
        for one in joined(other)
        if "that" in marks(one)
        or (one.tag_ in ("VBN", "VBD") and children(one, *SUBJECTS) and child.tag_ == "VBN")
        or (one.tag_ in ("VB", "VBP") and not children(one, *SUBJECTS) and token.tag_ != "VBP")
    ]


def _finite(verb: Token) -> bool:
    return any(c.dep_ in ("aux", "auxpass") for c in verb.children)


def _gerunds(
    reading: Reading, token: Token, cue: MoveCue, particle: str | None = None
) -> Iterator[Complement]:
    if "ing" not in cue.frames:
        return
    behind = [p for c in children(token, "prep", "prt") for p in children(c, "pcomp")]
    for child in [*children(token, "xcomp", "ccomp", "advcl"), *(behind if particle else [])]:
        is_gerund = child.tag_ == "VBG" or (child.dep_ == "xcomp" and child.lower_.endswith("ing"))
        if is_gerund and child.i > token.i and not is_to(child):
            if child.dep_ == "advcl" and child.left_edge.nbor(-1).text == ",":
                continue
            yield from told_terms(reading, child, [], "ing")
            return


def _behind_prepositions(
    reading: Reading, words: MoveWords, token: Token, cue: MoveCue
) -> Iterator[Complement]:
    direct, behind = cue.prepositions, cue.object_prepositions
    if not direct and not behind:
        return
    told = [o for o in children(token, "dobj", "dative") if o.pos_ in ("PROPN", "NOUN", "PRON")]
    for one in told:
        for prep in [*children(token, "prep"), *children(one, "prep")]:
            if cue.needs == "consent" and not words.has("consent", lemma(one)):
                continue
            if "commit" in cue.lemmas and one.pos_ != "PRON":
                continue  # "committed 10,000 troops to the border"
            if prep.lower_ in behind and prep.i > one.i:
                free = replace(cue, needs="") if cue.needs == "consent" else cue
                for found in _objects(reading, words, prep, free, f"object+{prep.lower_}", [one]):
                    yield _with_against(reading, prep, found, cue)
    around = [
        *children(token, "prep"),
        *(p for a in children(token, "advmod", "prt") for p in a.children),
    ]
    if token.pos_ == "NOUN" and not any(p.lower_ in direct for p in around):
        around += _behind_maker(token)
    for prep in around:
        if prep.lower_ in direct and prep.i > token.i and not told:
            others = [
                p
                for other in children(token, "prep")
                if other.lower_ in ("on", "to", "from") and other.i != prep.i
                for p in children(other, "pobj")
            ]
            for found in _objects(reading, words, prep, cue, f"+{prep.lower_}", others):
                yield _with_against(reading, prep, found, cue)


def _behind_maker(noun: Token) -> list[Token]:
    """The "for" of "demands by people in the south for a vote", hung on a word in between."""
    makers = [p for p in children(noun, "prep") if p.lower_ in ("by", "from")]
    inside = [t for p in makers for t in p.subtree if t.lower_ == "for" and t.dep_ == "prep"]
    if makers and not inside and noun.dep_ == "dobj":
        inside = [p for p in children(noun.head, "prep") if p.lower_ == "for" and p.i > noun.i]
    return inside[:1]


def _with_against(reading: Reading, prep: Token, found: Complement, cue: MoveCue) -> Complement:
    """ "warned against filling the dam": without its preposition it would be asked for."""
    if cue.kind == "refusal" or prep.lower_ != "against" or found.terms.start < prep.idx:
        return found
    terms = reading.span(prep.idx, found.terms.end)
    return Complement(found.head, terms, found.frame, found.told)


def behind(
    reading: Reading, words: MoveWords, preps: list[Token], cue: MoveCue
) -> Iterator[Complement]:
    """What stands behind one of ``preps``, where the cue's row knows that preposition."""
    for prep in preps:
        if prep.lower_ in cue.prepositions:
            yield from _objects(reading, words, prep, cue, f"+{prep.lower_}", [])
            return


def acts_for(reading: Reading, verb: Token, cue: MoveCue) -> Iterator[Complement]:
    """ "gave approval for the mission to leave": the clause that the parse hangs on the verb."""
    if "to" not in cue.frames or "for" not in cue.prepositions:
        return
    for act in children(verb, "advcl", "ccomp"):
        told = children(act, "nsubj", "nsubjpass")
        if "for" in marks(act) and is_to(act) and told:
            for found in told_terms(reading, act, told, "object-to"):
                yield _with_subject(reading, found)
            return


def _with_subject(reading: Reading, found: Complement) -> Complement:
    """ "for the merger to proceed": a thing that is the subject belongs to it."""
    things = [t for t in found.told if reading.mention_at(t) is None]
    starts = [found.terms.start, *(t.left_edge.idx for t in things)]
    return dataclass_replace(found, terms=reading.span(min(starts), found.terms.end))


def _acts_meant(noun: Token) -> list[Token]:
    return [
        act
        for one in joined(noun)
        for act in children(one, "acl", "relcl")
        if is_to(act) and act.i - one.i <= _ACT
    ]


def _takes_acts(cue: MoveCue) -> bool:
    return "to" in cue.frames or "object-to" in cue.frames


def _objects(
    reading: Reading,
    words: MoveWords,
    prep: Token,
    cue: MoveCue,
    frame: str,
    told: list[Token],
) -> Iterator[Complement]:
    for noun in children(prep, "pobj"):
        acts = _acts_meant(noun) if prep.lower_ == "for" and _takes_acts(cue) else []
        if acts:  # "the need for both sides to comply"
            yield from told_terms(reading, acts[0], [noun], "object-to")
            continue
        yield from nouns(reading, words, noun, cue, frame, told)
    for again in repeated(prep):
        yield from _objects(reading, words, again, cue, frame, told)
    for verb in children(prep, "pcomp"):
        if verb.tag_ == "VBG":
            yield from told_terms(reading, verb, children(verb, "nsubj") or told, frame)


def _nominal(
    reading: Reading, words: MoveWords, token: Token, cue: MoveCue
) -> Iterator[Complement]:
    seen = wanted_to_see(words, token, cue)
    if seen:
        for thing in seen:
            yield from nouns(reading, words, thing, cue, "object", [])
    elif "object>to" in cue.frames:
        yield from changed(reading, words, token, cue)
    elif "object" in cue.frames:
        yield from objects_of(reading, words, token, cue)
    elif "bare" in cue.frames:
        yield Complement(token, reading.span_of(token), "bare")
