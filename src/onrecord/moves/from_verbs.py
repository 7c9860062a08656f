"""Moves that a verb makes: "demanded", "has threatened to", "turned down", "agreed to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.frames import Complement, complements
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_negated,
    is_passive,
    lemma,
    marks,
    modals,
    owners,
)
from onrecord.moves.mood import Mood, mood_of
from onrecord.moves.needs import aimed_at
from onrecord.moves.parties import Context
from onrecord.record import MoveKind
from onrecord.vocabulary.moves import MoveCue

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJUNCTIVE = frozenset({"demand", "offer"})
_OBLIGING = frozenset({"must", "should", "shall", "has", "have", "need", "needs"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "wo"})
_ORDERED = frozenset({"order", "tell", "instruct", "require", "ask", "warn", "invite", "summon"})
_FOUND = frozenset({"ask", "tell", "order", "require", "want", "seek", "push", "press", "suggest"})


def from_verb(context: Context, verb: Token) -> Iterator[Draft]:
    """The drafts that a verb of ``movecues.csv`` gives, one for each party and term."""
    for cue, preposition in cues_of(context, verb):
        drafts = list(_drafts(context, verb, cue, preposition))
        if drafts:
            yield from drafts
            return


def cues_of(context: Context, verb: Token) -> Iterator[tuple[MoveCue, str | None]]:
    word = lemma(verb)
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "dative", "advmod") and verb.i < child.i <= verb.i + 4:
            for cue in context.words.cues.get((f"{word}_{child.lower_}", "verb"), ()):
                yield cue, child.lower_
    for cue in context.words.cues.get((word, "verb"), ()):
        yield cue, None


def _drafts(
    context: Context, verb: Token, cue: MoveCue, preposition: str | None
) -> Iterator[Draft]:
    mood = mood_of(verb)
    if mood is None:
        return
    if context.words.has("weighing", lemma(verb)) and mood != "refused":
        mood = "possible"
    parties = _parties(context, verb)
    if not parties and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        speaker = context.speaker(verb.idx)
        parties = [speaker] if speaker and context.is_party(speaker) else []
    if not parties:
        return
    for complement in complements(context.reading, context.words, verb, cue, preposition):
        kind = kind_of(context, verb, cue, complement, mood)
        if kind is None:
            continue
        toward = _toward(context, verb, complement, kind)
        if cue.kind == "demand" and set(toward) & set(parties):
            continue
        if lemma(verb) in ("want", "ask", "like") and not _has_office(context, parties):
            continue
        if lemma(verb) in _ORDERED and complement.frame == "object-to" and not toward:
            continue
        if _is_own_force(context, complement, parties, verb):
            continue
        for party in parties:
            yield draft(context, kind, party, complement, verb, toward, mood, "move-verb")


def _parties(context: Context, verb: Token) -> list[str]:
    if is_passive(verb) and verb.tag_ == "VBN":
        agents = [
            p
            for a in children(verb, "agent", "prep")
            if a.lower_ == "by"
            for p in children(a, "pobj")
        ]
        return [one for agent in agents for one in context.parties(agent)]
    return context.parties_of(verb)


def draft(
    context: Context,
    kind: MoveKind,
    party: str,
    complement: Complement,
    cue: Token,
    toward: tuple[str, ...],
    mood: Mood,
    rule: str,
) -> Draft:
    """A draft with the words from the cue's subject to the end of the terms."""
    starts = [cue.idx, complement.terms.start]
    starts += [c.left_edge.idx for c in children(cue, *SUBJECTS) if c.sent.start == cue.sent.start]
    starts += [c.idx for c in children(cue, "aux", "neg")]
    return Draft(
        kind=kind,
        party=party,
        terms=complement.terms,
        cue=context.reading.span_of(cue),
        start=min(starts),
        end=max(cue.idx + len(cue), complement.terms.end),
        rule=rule,
        detail=f"“{cue.text}” with {complement.frame} is a {kind} in movecues.csv",
        toward=tuple(one for one in toward if one != party),
        is_possible=mood == "possible" or (mood == "future" and context.speaker(cue.idx) is None),
        is_conditional=any(marks(c) & {"if", "unless"} for c in children(cue, "advcl")),
    )


def _toward(
    context: Context, verb: Token, complement: Complement, kind: MoveKind
) -> tuple[str, ...]:
    toward = context.actors(complement.told)
    if not toward and kind in ("threat", "promise", "offer", "refusal"):
        with_objects = kind == "threat" or verb.pos_ != "VERB"
        toward = context.actors(
            [*aimed_at(verb, with_objects), *aimed_at(complement.head, kind == "threat")]
        )
    if not toward and complement.head.pos_ in ("NOUN", "PROPN"):
        if context.words.has("put", lemma(complement.head)) or verb.pos_ == "NOUN":
            toward = tuple(owners(context.reading, complement.head))
    if not toward and kind == "demand" and complement.head.pos_ == "NOUN":
        preps = [p for p in children(complement.head, "prep") if p.lower_ in ("with", "from", "by")]
        toward = context.actors([o for p in preps for o in children(p, "pobj")])
    return toward


def kind_of(
    context: Context, cue: Token, row: MoveCue, complement: Complement, mood: Mood
) -> MoveKind | None:
    """The kind of move, where the complement bears out what the cue promises."""
    words, head = context.words, complement.head
    word = lemma(head)
    is_clausal = complement.frame in ("clause", "to", "object-to", "ing") or head.pos_ == "VERB"
    if mood == "refused":
        return "refusal" if row.kind in ("acceptance", "concession") else None
    if row.kind == "demand" and complement.frame == "to" and word in ("know", "see", "hear"):
        return None
    if words.has("weighing", lemma(cue)):
        return _weighed(context, complement)
    if row.kind in _SUBJUNCTIVE and complement.frame == "clause":
        return _asked(row, head)
    if row.kind == "demand" and lemma(cue) == "warn":
        return "demand" if is_negated(head) else None
    if row.kind in ("threat", "promise") and complement.frame == "clause":
        if not modals(head) & _FUTURE or (is_negated(head) and row.kind == "threat"):
            return _negated_promise(row, head)
    if row.kind == "threat" and lemma(cue) == "warn" and is_clausal:
        return "threat" if _hurts(context, complement) else None
    if row.kind == "promise" and is_clausal:
        if is_negated(head):
            return "refusal" if words.has("yielding", word) else "promise"
        return "threat" if words.has("harm", word) and not words.has("helping", word) else "promise"
    if row.kind == "offer" and words.has("stance", word) and not words.has("pact", word):
        return None if word not in ("bid", "term", "terms") else row.kind
    if row.kind == "refusal" and complement.frame == "to":
        if children(head, "auxpass") and words.issue_of(complement.terms.text) == "other":
            return None
        return None if words.has("speaking", word) or word in ("rule", "exclude") else "refusal"
    if row.kind == "refusal" and complement.frame == "ing" and word in ("be", "have"):
        return None
    if row.kind == "acceptance" and is_clausal:
        if complement.frame == "clause" and not _decides(head):
            return None
        return "concession" if words.has("yielding-back", word) else "acceptance"
    return row.kind


def _weighed(context: Context, complement: Complement) -> MoveKind | None:
    """What "is considering ..." may become: a threat, an offer, a concession."""
    words, head = context.words, complement.head
    word = lemma(head)
    if head.pos_ != "VERB":
        if words.has("harm-noun", word) and not words.has("put", word):
            return "threat"
        return "offer" if words.has("put", word) else None
    if words.has("yielding-back", word) or word in ("halve", "lower", "reduce", "ease", "lift"):
        return "concession"
    if words.has("accepting", word):
        return "acceptance"
    if words.has("harm", word) and not words.has("helping", word):
        return "threat"
    return "offer" if words.has("helping", word) else None


def _asked(row: MoveCue, head: Token) -> MoveKind | None:
    """Whether a clause asks for something: "that the fee be abolished", "that they must"."""
    own = modals(head)
    if own & _OBLIGING and not own & {"had"} and head.tag_ in ("VB", "VBN", "VBG"):
        if own & {"has", "have"} and head.tag_ == "VBN" and "be" not in own:
            return None
        return row.kind
    if head.tag_ == "VB" and not own & {
        "will",
        "would",
        "can",
        "may",
        "might",
        "did",
        "do",
        "does",
    }:
        return row.kind
    is_have_to = lemma(head) in ("have", "need") and children(head, "xcomp")
    if is_have_to or (head.tag_ == "VBN" and "be" in own and not own & {"will", "would"}):
        return row.kind
    if head.tag_ == "VBN" and not own and "want" in row.lemmas:
        return row.kind  # "wants the crew freed"
    if head.tag_ == "VBP" and not own and _is_third_singular(head):
        return row.kind
    return None


def _is_third_singular(head: Token) -> bool:
    """ "that Velmark abolish": a base form read as a present tense."""
    return any(
        c.tag_ in ("NN", "NNP") or c.lower_ in ("it", "he", "she") for c in children(head, "nsubj")
    )


def _negated_promise(row: MoveCue, head: Token) -> MoveKind | None:
    if row.kind == "promise" and modals(head) & _FUTURE and is_negated(head):
        return "promise"
    return None


def _decides(head: Token) -> bool:
    return bool(modals(head) & (_FUTURE | {"should", "must"})) or head.tag_ == "VB"


def _hurts(context: Context, complement: Complement) -> bool:
    head = complement.head
    words = context.words
    if not modals(head) & (_FUTURE | {"could", "may", "might"}):
        return False
    subject = next(iter(children(head, "nsubj", "nsubjpass")), None)
    if subject is None:
        return False
    if lemma(head) in ("face", "pay", "suffer", "regret") and context.actors([subject]):
        return True
    if not words.has("harm", lemma(head)) or is_negated(head):
        return False
    return bool(context.parties(subject)) or subject.pos_ == "PRON"


def _has_office(context: Context, parties: list[str]) -> bool:
    """Whether somebody has an office or a side, so that a wish is a demand."""
    actors = [context.reading.actor_by_id[party] for party in parties]
    return any(a.kind != "person" or a.roles or a.country for a in actors)


def _is_own_force(
    context: Context, complement: Complement, parties: list[str], verb: Token
) -> bool:
    """ "ordered his troops to withdraw": nothing is put to another."""
    for told in complement.told:
        if lemma(told) in (
            "troop",
            "force",
            "army",
            "police",
            "minister",
            "ministry",
            "official",
            "staff",
        ):
            if lemma(verb) in ("order", "tell", "instruct", "ask"):
                if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in told.children):
                    return True
                if not context.actors([told]):
                    return True
    return False
