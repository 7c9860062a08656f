"""Moves that a noun or an adjective names: "his threat to", "an offer of", "is ready to"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.bearing import bearing
from onrecord.moves.complement import Complement
from onrecord.moves.found import Draft
from onrecord.moves.frames import acts_for, behind, complements
from onrecord.moves.from_verbs import draft
from onrecord.moves.grammar import (
    agents,
    children,
    is_negated,
    is_passive,
    lemma,
    modals,
    relative_noun,
    subject_of,
)
from onrecord.moves.kinds import kind_of
from onrecord.moves.mood import Mood, is_supposed, mood_of
from onrecord.moves.named_offers import offer_named
from onrecord.moves.needs import aimed_at
from onrecord.moves.noun_recipients import put_to
from onrecord.moves.parties import Context
from onrecord.moves.permissions import grants, is_between_powers, withheld
from onrecord.moves.saying import unless_they_do
from onrecord.moves.toward import whom
from onrecord.vocabulary.moves import MoveCue

if TYPE_CHECKING:
    from spacy.tokens import Token

_NONE = frozenset({"no", "any", "neither", "without", "fewer", "less"})
_GROWTH = frozenset(
    "rise fall grow drop increase decline slow weaken boost meet cut fuel drive outstrip".split()
)
_KEEPING = frozenset({"keep", "honour", "honor", "fulfil", "fulfill", "break", "follow"})
_SEEKING = frozenset({"demand", "seek", "want", "request", "require", "ask", "await", "need"})
_BARGAINING = frozenset(
    "negotiate talk meet discuss consider hold sign agree accept make reach compromise return "
    "listen work take sit recognise recognize mediate host".split()
)


def from_noun(context: Context, noun: Token) -> Iterator[Draft]:
    """The drafts that a noun of ``movecues.csv`` gives: its owner is the party."""
    if noun.dep_ == "compound":
        return
    verb = _governing(noun)
    drafts = list(_from_rows(context, noun, verb))
    yield from drafts or offer_named(context, noun)


def _from_rows(context: Context, noun: Token, verb: Token | None) -> Iterator[Draft]:
    for cue, is_phrase in _rows(context, noun, verb):
        if verb is not None and _is_dropped(context, noun, verb):
            return
        if cue.kind in ("promise", "offer") and verb is not None and _is_sought(noun, verb):
            return
        found = _parties(context, noun, verb, is_phrase)
        if found is None and is_phrase and cue.kind == "acceptance" and verb is not None:
            found = withheld(context, verb)
        if found is None:
            return
        parties, mood = found
        given = False
        for complement in _complements(context, noun, cue, verb if is_phrase else None):
            kind = kind_of(context, noun, cue, complement, mood)
            if kind is None or _is_appetite(context, noun, verb, complement):
                continue
            toward = put_to(context, noun, verb, complement, parties)
            if is_phrase and grants(context, verb):
                if not is_between_powers(context, kind, parties, toward, complement):
                    continue
            for party in parties:
                one = draft(context, kind, party, complement, noun, toward, mood, "move-noun")
                if _binds_nobody(context, noun, one):
                    continue
                start = noun.left_edge.idx if noun.left_edge.sent == noun.sent else noun.idx
                one = one.covering(min(start, one.start), one.end)
                is_back = verb is not None and _takes_back(context, noun, verb)
                yield one.having(is_withdrawn=is_back)
                given = True
        if given:
            return


def _binds_nobody(context: Context, noun: Token, one: Draft) -> bool:
    """ "its commitment to fight crime" binds nobody to another side."""
    if one.kind != "promise" or lemma(noun) != "commitment":
        return False
    return context.words.issue_of(one.terms.text) == "other" and not whom(context, one)


def _rows(context: Context, noun: Token, verb: Token | None) -> Iterator[tuple[MoveCue, bool]]:
    """The rows of a noun; first those of it and its verb ("reserve~right", "have~no_plan")."""
    known = context.words.cues
    is_none = any(c.lower_ in _NONE for c in children(noun, "det", "neg"))
    name = f"no_{lemma(noun)}" if is_none else lemma(noun)
    if verb is not None:
        for cue in known.get((f"{lemma(verb)}~{name}", "noun"), ()):
            yield cue, True
    for cue in known.get((name, "noun"), ()):
        yield cue, False


def _complements(
    context: Context, noun: Token, cue: MoveCue, verb: Token | None
) -> Iterator[Complement]:
    """What depends on a noun, or on the verb of its phrase ("left the door open to")."""
    listed = list(complements(context.reading, context.words, noun, cue))
    if verb is not None and not listed:
        around = [verb, *children(verb, "acomp", "oprd", "ccomp", "advmod")]
        preps = [p for a in around for p in children(a, "prep") if p.i > noun.i]
        listed = list(behind(context.reading, context.words, preps, cue))
        listed = listed or list(acts_for(context.reading, verb, cue))
    yield from listed


def _governing(noun: Token) -> Token | None:
    """The verb that a noun is the object or subject of, over a coordination."""
    current = noun
    for _ in range(3):
        if current.dep_ == "conj" and current.head.pos_ in ("NOUN", "PROPN"):
            current = current.head
    if current.dep_ in ("dobj", "nsubjpass", "nsubj", "attr", "dative", "ccomp", "oprd"):
        return current.head
    if current.dep_ == "pobj":
        verb = current.head.head
        if verb.pos_ == "VERB" or (verb.pos_ == "AUX" and current.head.lower_ == "under"):
            return verb
    return None


def _parties(
    context: Context, noun: Token, verb: Token | None, is_phrase: bool
) -> tuple[list[str], Mood] | None:
    """Who owns the noun, or who makes it ("made an offer"), and in which mood."""
    is_granted = is_phrase and grants(context, verb)
    own = [] if is_granted else context.owners(noun)  # "gave the firm permission"
    is_light = is_phrase or (verb is not None and context.words.has("light", lemma(verb)))
    for child in children(noun, "poss"):
        if not own and child.lower_ in ("our", "my"):
            own = context.speaking(noun.idx)
    if not own and verb is not None and noun.dep_ == "dobj":
        subject = subject_of(verb)
        if any(c.pos_ == "PRON" for c in children(noun, "poss")) and subject is not None:
            own = context.parties(subject)  # "reissued their threat"
    own = _thanked_for(context, noun) or own
    possible: Mood = "possible" if _is_possible(noun) else "made"
    if own:
        is_making = verb is not None and is_light and lemma(verb) not in _KEEPING
        if is_making and verb is not None and (is_negated(verb) or is_supposed(verb)):
            return None
        return own, possible
    carrier = verb
    if noun.dep_ in ("nsubjpass", "dobj") and is_light and carrier is not None:
        mood = mood_of(carrier)
        if mood is None or mood == "refused":
            return None
        if is_passive(carrier):
            found = [one for agent in agents(carrier) for one in context.parties(agent)]
        else:
            subject = subject_of(carrier)
            found = context.parties(subject) if subject is not None else []
        return (found, "possible" if possible == "possible" else mood) if found else None
    if carrier is not None and noun.dep_ == "dobj" and _takes_back(context, noun, carrier):
        subject = subject_of(carrier)
        if mood_of(carrier) == "made" and subject is not None:
            return context.parties(subject), "made"
    return None


def _thanked_for(context: Context, noun: Token) -> list[str]:
    """Whose it is in "thanked Velmark for its commitment to ..."."""
    verb = noun.head.head
    if noun.dep_ != "pobj" or noun.head.lower_ != "for":
        return []
    if not context.words.has("thanking", lemma(verb)):
        return []
    if not any(c.pos_ == "PRON" for c in children(noun, "poss")):
        return []
    return [one for thing in children(verb, "dobj") for one in context.parties(thing)]


def _is_possible(noun: Token) -> bool:
    return any(lemma(c) in ("possible", "potential", "likely") for c in children(noun, "amod"))


def _is_dropped(context: Context, noun: Token, verb: Token) -> bool:
    """Whether the verb is itself the move: "dropped its demand for ..."."""
    cues = context.words.cues.get((lemma(verb), "verb"), ())
    particle = "".join(f"_{c.lower_}" for c in children(verb, "prt"))
    cues = (*cues, *context.words.cues.get((lemma(verb) + particle, "verb"), ()))
    is_cue = any(
        cue.kind == "concession"
        and "object" in cue.frames
        and (not cue.needs or context.words.has(cue.needs, lemma(noun)))
        for cue in cues
    )
    return is_cue and mood_of(verb) in ("made", "possible", "future")


def _is_sought(noun: Token, verb: Token) -> bool:
    """ "demanded a commitment from Velmark to withdraw": nobody has given it."""
    return noun.dep_ in ("dobj", "pobj") and lemma(verb) in _SEEKING


def _takes_back(context: Context, noun: Token, verb: Token) -> bool:
    if noun.dep_ not in ("dobj", "nsubjpass") or is_negated(verb):
        return False
    is_back = lemma(verb) in ("take", "walk") and any(
        c.lower_ == "back" for c in children(verb, "prt", "advmod")
    )
    return (is_back or context.words.has("light-back", lemma(verb))) and mood_of(verb) == "made"


def _is_appetite(context: Context, noun: Token, verb: Token | None, complement: Complement) -> bool:
    """ "demand for oil rose": what the market wants, and nobody's move."""
    if lemma(noun) != "demand" or complement.frame != "+for":
        return False
    if verb is not None and lemma(verb) in _GROWTH:
        return True
    return noun.tag_ == "NN" and context.words.has("nothing", lemma(complement.head))


def from_adjective(context: Context, adjective: Token) -> Iterator[Draft]:
    """The drafts that "is ready to", "was open to", "remains opposed to" give."""
    verb = adjective.head
    if adjective.dep_ in ("ccomp", "oprd") and adjective.pos_ == "ADJ":
        yield from _made_conditional(context, adjective, verb)
    if adjective.dep_ not in ("acomp", "oprd", "conj") or verb.pos_ not in ("VERB", "AUX"):
        return
    known = context.words.cues
    word = adjective.lower_ if (adjective.lower_, "adjective") in known else lemma(adjective)
    for cue in known.get((word, "adjective"), ()):
        own = modals(verb)
        negated = is_negated(verb) or any(c.lower_ == "longer" for c in verb.children)
        if word == "interested" and not negated:
            return  # interest is no offer; the want of it refuses
        if word == "unlikely" and negated:
            return
        if is_supposed(verb) or (negated and (cue.kind != "offer" or word == "open")):
            return
        subject = subject_of(verb)
        if subject is None or relative_noun(verb) is not None:
            return
        if any(c.lower_ == "few" for c in subject.children):
            return  # "few are willing to"
        if verb.dep_ == "relcl" and subject.pos_ == "NOUN" and cue.kind == "offer":
            return  # "representatives who are open to dialogue"
        parties = context.parties(subject)
        if not parties and cue.kind == "condition":
            parties = context.owners(subject)  # "The employers' offer is conditional on"
        given = False
        for complement in complements(context.reading, context.words, adjective, cue):
            given = True
            kind = _readiness(context, cue.kind, complement)
            unwilling = negated and word in ("willing", "prepared")
            if kind is None and not (unwilling and _is_act(context, complement)):
                continue
            if negated:
                kind = "refusal"
            if word == "unlikely" and not _is_bowing(context, complement):
                continue
            is_open = word == "unlikely" or bool(own & {"may", "might", "could"})
            mood: Mood = "possible" if is_open else "made"
            toward = context.actors(complement.told) or context.actors(
                aimed_at(complement.head, kind == "threat")
            )
            for party in parties:
                yield draft(
                    context, kind, party, complement, adjective, toward, mood, "move-adjective"
                ).covering(min(subject.left_edge.idx, adjective.idx), complement.terms.end)
        if given:
            return


def _made_conditional(context: Context, adjective: Token, verb: Token) -> Iterator[Draft]:
    """ "made its approval conditional on the release of funds"."""
    for cue in context.words.cues.get((lemma(adjective), "adjective"), ()):
        if cue.kind != "condition" or is_negated(verb) or mood_of(verb) != "made":
            continue
        subject = subject_of(verb)
        preps = [*children(adjective, "prep"), *(p for p in children(verb, "prep"))]
        if subject is None:
            return
        for complement in behind(context.reading, context.words, preps, cue):
            for party in context.parties(subject):
                yield draft(
                    context, "condition", party, complement, adjective, (), "made", "move-adjective"
                )


def _is_bowing(context: Context, complement: Complement) -> bool:
    """ "unlikely to bow to the ultimatum", but not "unlikely to drop by more than a tenth"."""
    head = complement.head
    parts = "".join(f"_{c.lower_}" for c in children(head, "prt"))
    if not context.words.has("bowing", lemma(head) + parts):
        return False
    things = [
        *children(head, "dobj"),
        *(p for a in children(head, "prep") for p in children(a, "pobj")),
    ]
    return any(context.words.has(c, lemma(t)) for t in things for c in ("put", "stance")) or (
        context.words.issue_of(complement.terms.text) != "other"
    )


def _is_act(context: Context, complement: Complement) -> bool:
    return complement.frame == "to" and not context.words.has("speaking", lemma(complement.head))


def _carries_out_threat(verb: Token) -> bool:
    """ "ready to go through with its threat", "ready to carry out the threat"."""
    things = children(verb, "dobj")
    for prep in verb.subtree:
        if prep.lower_ == "with" and prep.head.head in (verb, verb.head):
            things += children(prep, "pobj")
    things += [p for c in children(verb, "prep") for p in children(c, "pobj")]
    return any(lemma(thing) == "threat" for thing in things)


def _readiness(context: Context, kind: str, complement: Complement):  # type: ignore[no-untyped-def]
    words, word = context.words, lemma(complement.head)
    if kind == "refusal":
        shows = words.issue_of(complement.terms.text) not in ("other", "talks")
        is_talk = word in ("discuss", "talk") and shows
        return None if words.has("speaking", word) and not is_talk else "refusal"
    if kind == "condition":
        return "condition"
    if complement.frame != "to":
        return "threat" if bearing(words, complement.head) == "harm" else "offer"
    if _carries_out_threat(complement.head) or unless_they_do(complement.head):
        return "threat"
    if words.has("accepting", word):
        return "acceptance"
    if words.has("yielding-back", word):
        in_turn = ("in return", "in exchange")
        is_put = any(turn in complement.head.sent.text.lower() for turn in in_turn)
        return "offer" if is_put else "concession"
    found = bearing(words, complement.head)
    if found == "harm" and (word not in _BARGAINING or word == "take"):
        return "threat"
    shows = words.issue_of(complement.terms.text) != "other"
    return "offer" if word in _BARGAINING or found == "help" or shows else None
