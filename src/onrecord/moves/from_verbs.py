"""Moves that a verb makes: "demanded", "has threatened to", "turned down", "agreed to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.moves.agreed import is_under_deal
from onrecord.moves.bearing import bearing
from onrecord.moves.complement import Complement
from onrecord.moves.found import Draft
from onrecord.moves.frames import complements
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    is_passive,
    lemma,
    marks,
    modals,
    no_longer,
    owners,
    subject_of,
)
from onrecord.moves.kinds import kind_of
from onrecord.moves.lookalikes import is_summons
from onrecord.moves.mood import Mood, is_long_ago, mood_of
from onrecord.moves.needs import aimed_at
from onrecord.moves.offices import is_name_in
from onrecord.moves.participles import addressed, doers
from onrecord.moves.parties import Context
from onrecord.moves.pauses import is_own_pause
from onrecord.moves.toward import any_power
from onrecord.record import Actor, MoveKind
from onrecord.vocabulary.moves import MoveCue

if TYPE_CHECKING:
    from spacy.tokens import Token

_ORDERED = frozenset({"order", "tell", "instruct", "require", "ask", "warn", "invite", "summon"})
_ORDERING = frozenset({"order", "tell", "instruct", "ask", "direct", "command", "remind"})
_BODIES = frozenset({"organisation", "government", "armed-group", "state"})
_ELSEWHERE = frozenset({"NORP", "GPE"})
_WISHING = frozenset({"want", "ask", "like", "seek"})
_SIGNING = frozenset({"sign", "ratify", "conclude", "approve", "agree", "accept"})
_ANY_DEAL = frozenset({"other", "peace-deal", "talks"})
_PUBLIC = frozenset({"GOV", "MIL", "REB", "PTY", "OPP", "LEG"})
_ADVISING = frozenset({"organisation", "unnamed", "person", "population"})


def from_verb(context: Context, verb: Token) -> Iterator[Draft]:
    """The drafts that a verb of ``movecues.csv`` gives, one for each party and term."""
    for cue, preposition in cues_of(context, verb):
        drafts = list(_drafts(context, verb, cue, preposition))
        if drafts:
            yield from drafts
            return


def cues_of(context: Context, verb: Token) -> Iterator[tuple[MoveCue, str | None]]:
    """The rows of a verb, those with its particle, preposition or "no" first."""
    word = lemma(verb)
    for child in verb.children:
        if child.dep_ in ("prt", "prep", "dative", "advmod") and verb.i < child.i <= verb.i + 4:
            for cue in context.words.cues.get((f"{word}_{child.lower_}", "verb"), ()):
                yield cue, child.lower_
        elif child.lower_ in ("no", "yes") and child.i == verb.i + 1:
            for cue in context.words.cues.get((f"{word}_{child.lower_}", "verb"), ()):
                yield cue, None
        if child.dep_ == "dobj" and not list(child.children) and child.i == verb.i + 1:
            for cue in context.words.cues.get((f"{word}_{child.lower_}", "verb"), ()):
                yield cue, None
        inner = children(child, "prep") if child.dep_ == "dobj" else [child]
        for noun in (p for i in inner if i.dep_ == "prep" for p in children(i, "pobj")):
            idiom = f"{word}_{noun.head.lower_}_{noun.lower_}"
            for cue in context.words.cues.get((idiom, "verb"), ()):
                yield cue, None
    if any("for" in marks(c) for c in children(verb, "advcl")):  # "called for them to be freed"
        for cue in context.words.cues.get((f"{word}_for", "verb"), ()):
            yield cue, None
    for cue in context.words.cues.get((word, "verb"), ()):
        yield cue, None


def _drafts(
    context: Context, verb: Token, cue: MoveCue, preposition: str | None
) -> Iterator[Draft]:
    mood = mood_of(verb)
    is_dropped = no_longer(verb) and (
        cue.kind == "demand"
        or (cue.kind == "refusal" and context.words.has("opposing", lemma(verb)))
    )
    if mood is None and not is_dropped:
        return
    mood = mood or "made"
    if mood == "future" and is_under_deal(context, verb):
        return  # what a deal binds each side to is read by its own rule
    if context.words.has("weighing", lemma(verb)) and mood != "refused":
        mood = "possible"
    parties = _parties(context, verb)
    subject = subject_of(verb)
    is_open = subject is None or subject.pos_ in ("PRON", "VERB")
    if not parties and is_open and verb.dep_ == "advcl" and verb.tag_ == "VBG":
        parties = context.speaking(verb.idx)
    if not parties:
        return
    if cue.needs == "stoppage":
        parties = [one for one in parties if context.may_stop_work(one)]
    for complement in complements(context.reading, context.words, verb, cue, preposition):
        if cue.needs in ("truce", "pullback"):
            parties = [p for p in parties if is_own_pause(context, p, cue, complement.head)]
        kind = kind_of(context, verb, cue, complement, mood)
        if kind is None or _is_advice(context, parties, complement):
            continue
        if not _is_of_bargaining(context, verb, cue, complement, parties):
            continue
        if kind == "acceptance" and lemma(verb) in _SIGNING and is_long_ago(context.reading, verb):
            continue
        if kind == "acceptance" and _is_known(verb):
            continue
        if is_dropped:
            kind = "concession"
        if complement.frame == "bare" and _is_rivals_word(context, verb, parties):
            continue
        if cue.kind == "demand" and _is_errand(context, verb, parties, complement):
            continue
        if kind == "promise" and not _is_pledged(context, parties, complement):
            continue
        toward = _toward(context, verb, complement, kind)
        if kind in ("threat", "promise") and complement.frame == "clause":
            parties = _own_body(context, parties, complement) or parties
        if cue.kind == "demand" and set(context.actors(complement.told)) & set(parties):
            continue
        if lemma(verb) in _WISHING and not _has_office(context, parties):
            if context.words.issue_of(complement.terms.text) == "other" or lemma(verb) == "ask":
                continue
        if lemma(verb) in ("want", "like") and not _is_put_to_a_power(context, complement, toward):
            continue
        if lemma(verb) == "like" and not modals(verb) & {"would", "'d", "’d"}:
            continue
        is_passive_act = bool(children(complement.head, "auxpass"))
        if lemma(verb) in _ORDERED and complement.frame == "object-to" and not toward:
            if not (is_passive_act and lemma(verb) == "ask"):
                continue
        if _is_own_force(context, complement, verb):
            continue
        if kind == "demand" and _is_summons(context, verb, complement):
            continue
        by = _agent_inside(verb) if is_passive(verb) and verb.tag_ == "VBN" else None
        if by is not None and complement.terms.start < by.idx < complement.terms.end:
            span = context.reading.span(complement.terms.start, by.idx)
            complement = replace(complement, terms=span)
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
        if not agents:
            agents = children(by, "pobj") if (by := _agent_inside(verb)) is not None else []
        return [one for agent in agents for one in context.parties(agent)]
    return doers(context, verb) or context.parties_of(verb)


def _is_known(verb: Token) -> bool:
    """ "The agreement signed by both opened the way": told of as the reader knows it."""
    noun = verb.head
    if verb.dep_ != "acl" or noun.dep_ not in ("nsubj", "nsubjpass"):
        return False
    dated = any(t.ent_type_ in ("DATE", "TIME") for t in verb.subtree)
    return not dated and any(c.lower_ == "the" for c in noun.children)


def _agent_inside(verb: Token) -> Token | None:
    """The "by" of "was urged to let in aid by Britain", hung by the parse on the infinitive."""
    for act in children(verb, "xcomp", "ccomp"):
        for token in act.subtree:
            if token.lower_ == "by" and token.i > act.i and token.dep_ in ("prep", "agent"):
                if any(p.pos_ == "PROPN" for p in children(token, "pobj")):
                    return token
    return None


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
    toward = _spoken_to(context, verb, complement, kind) or context.actors(complement.told)
    if complement.frame == "clause" and kind in ("threat", "promise"):
        bound = _own_body(context, _parties(context, verb), complement)
        toward = tuple(one for one in toward if one not in bound)
        if toward == context.actors(complement.told) and _does_harm(context, complement.head):
            toward = ()  # "threatened that Velmark would close the border": not put to Velmark
    toward = toward or addressed(context, verb)
    if not toward and complement.frame == "object-to":  # "ordered a Lowmark boat to leave"
        named = [c for told in complement.told for c in children(told, "amod", "compound")]
        toward = context.actors(named)
    if not toward and kind in ("threat", "promise", "offer", "refusal"):
        with_objects = kind == "threat" or verb.pos_ != "VERB"
        toward = context.actors_or_owners(
            [*aimed_at(verb, with_objects), *aimed_at(complement.head, kind == "threat")]
        )
    if not toward and complement.head.pos_ in ("NOUN", "PROPN"):
        if context.words.has("put", lemma(complement.head)) or verb.pos_ == "NOUN":
            toward = tuple(owners(context.reading, complement.head))
    if not toward and kind == "refusal" and complement.frame == "to":
        toward = context.actors(children(verb, "dobj", "dative"))
    if not toward and kind == "demand" and complement.frame == "to":
        preps = [p for p in children(complement.head, "prep") if p.lower_ in ("with", "from")]
        toward = context.actors([o for p in preps for o in children(p, "pobj")])
    if not toward and kind == "demand" and complement.head.pos_ == "NOUN":
        preps = [p for p in children(complement.head, "prep") if p.lower_ in ("with", "from", "by")]
        toward = context.actors([o for p in preps for o in children(p, "pobj")])
    return toward


def _own_body(context: Context, parties: list[str], complement: Complement) -> list[str]:
    """The agency of "an agency official threatened that the agency would": it is its threat."""
    makers = [context.reading.actor_by_id[one] for one in parties]
    found = []
    for body in context.parties_of(complement.head) if parties else ():
        other = context.reading.actor_by_id[body]
        named = [other.name, *other.aliases]
        if other.kind in _BODIES and any(
            one.kind == "unnamed" and (is_name_in(named, one.name) or _serves(one, other))
            for one in makers
        ):
            found.append(body)
    return found


def _does_harm(context: Context, verb: Token) -> bool:
    is_act = bool(children(verb, "nsubj")) and bool(children(verb, "dobj"))
    return is_act and bearing(context.words, verb) == "harm"


def _serves(one: Actor, state: Actor) -> bool:
    """ "A Corsenian official threatened that Corsenia would": in the country's service."""
    is_official = one.sector in ("GOV", "MIL", "SPY") and one.country is not None
    return state.kind in ("state", "government") and is_official and one.country == state.country


def _spoken_to(
    context: Context, verb: Token, complement: Complement, kind: MoveKind
) -> tuple[str, ...]:
    """The envoy of "warned the envoy that his government would expel her"."""
    if complement.frame != "clause" or kind not in ("threat", "promise"):
        return ()
    return context.actors(children(verb, "dobj", "dative"))


def _has_office(context: Context, parties: list[str]) -> bool:
    """Whether somebody has an office or a side, so that a wish is a demand."""
    actors = [context.reading.actor_by_id[party] for party in parties]
    return any(a.kind != "person" or a.roles or a.country for a in actors)


def _is_pledged(context: Context, parties: list[str], complement: Complement) -> bool:
    """Whether a promise is of the bargaining, and not of a campaign or an office's own business.

    "promised to cut taxes for families", "vowed to fight corruption" bind nobody to another side.
    """
    text = complement.terms.text
    told = bool(context.actors(complement.told))
    return all(told or context.is_pledge(party, text) for party in parties)


def _is_of_bargaining(
    context: Context, verb: Token, cue: MoveCue, complement: Complement, parties: list[str]
) -> bool:
    """Whether such words of these parties are of the bargaining, and not of sport, law or business.

    A firm or a club agrees a deal and a star withdraws a suit without any move; so do people
    who skip a ceremony.
    """
    if cue.kind == "acceptance" and lemma(verb) == "agree" and complement.frame == "object":
        issue = context.words.issue_of(complement.terms.text)
        is_union = any(context.reading.actor_by_id[p].sector == "LAB" for p in parties)
        is_hiring = lemma(complement.head) in ("contract", "term") and not is_union
        shows = (is_union or issue not in _ANY_DEAL) and not is_hiring
        terms = complement.terms
        named = [m.actor for m in context.reading.mentions_in(terms.start, terms.end)]
        return shows or any_power(context, (*parties, *named), of_states=True)
    if cue.needs == "stand" and context.words.has("suit", lemma(complement.head)):
        return any_power(context, tuple(parties), of_states=True)
    if cue.needs == "gathering":
        actors = [context.reading.actor_by_id[party] for party in parties]
        return all(a.kind != "person" or a.sector in _PUBLIC for a in actors)
    return True


def _is_put_to_a_power(context: Context, complement: Complement, toward: tuple[str, ...]) -> bool:
    """Whether a wish that somebody do something is of the bargaining at all."""
    if complement.frame != "object-to":
        return True
    return any_power(context, toward) or context.words.issue_of(complement.terms.text) != "other"


def _is_advice(context: Context, parties: list[str], complement: Complement) -> bool:
    """ "Police told drivers to stay at home": told to the public by who is no power."""
    told = [t for t in complement.told if context.words.has("public", lemma(t))]
    if not told or complement.frame != "object-to":
        return False
    actors = [context.reading.actor_by_id[party] for party in parties]
    return all(
        a.kind in _ADVISING and (a.kind in ("organisation", "unnamed") or not a.country)
        for a in actors
    )


def _is_rivals_word(context: Context, verb: Token, parties: list[str]) -> bool:
    """ "He blinked first and he'll blink again," said by the other side."""
    held = [h for h in context.holders(verb.idx) if h.form == "direct" and h.source]
    return bool(held) and held[0].source not in parties


def _is_errand(context: Context, verb: Token, parties: list[str], complement: Complement) -> bool:
    """ "Shepherds asked soldiers for water": people of no office, and one bare thing."""
    if lemma(verb) != "ask" or complement.frame == "object-to":
        return False
    actors = [context.reading.actor_by_id[party] for party in parties]
    if any(a.kind not in ("unnamed", "person") or a.country or a.roles for a in actors):
        return False
    told = [*children(verb, "dobj"), *complement.told]
    is_bare = len(complement.terms.text.split()) == 1
    return is_bare or any(context.words.has("public", lemma(t)) for t in told)


def _is_summons(context: Context, verb: Token, complement: Complement) -> bool:
    asked = context.reading.tokens(complement.terms.start, complement.terms.end)
    return is_summons(context, context.reading.span_of(verb), asked)


def _is_own_force(context: Context, complement: Complement, verb: Token) -> bool:
    """ "ordered his troops to withdraw": nothing is put to another."""
    for told in complement.told:
        if context.words.has("own", lemma(told)):
            if lemma(verb) in _ORDERING:
                if any(c.dep_ == "poss" and c.pos_ == "PRON" for c in told.children):
                    return True
                if not any(c.dep_ == "poss" or c.ent_type_ in _ELSEWHERE for c in told.children):
                    return True
    return False
