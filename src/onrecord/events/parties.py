"""Who acts and who is acted upon, from the frame of the trigger."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.events.clause import (
    agents_of,
    is_passive,
    objects_of,
    objects_of_verb,
    subject_of,
    verb_of,
)
from onrecord.events.people import People
from onrecord.events.triggers import Match

if TYPE_CHECKING:
    from spacy.tokens import Token

_LIGHT = frozenset(
    "hold have launch carry conduct make stage begin resume start open pay mount take give do "
    "sign reach strike conclude seal stop issue impose order face attend join continue express "
    "voice lead plan announce declare commit offer send execute perform step intensify end "
    "complete break suspend cancel file lodge bring deploy propose receive speed accelerate slow "
    "delay".split()
)
_NOT_WITH_PRESS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE"})
_TOGETHER = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
_NOT_OWN = frozenset("AGREE CONCEDE RETREAT MOBILIZE THREATEN CONSULT SUPPORT".split())
_NOT_HOME = frozenset("AGREE THREATEN REQUEST REJECT SANCTION COOPERATE AID CONSULT".split())
_FROM_HOME = frozenset({"expel", "deport"})
_ONLY_TOPICS = frozenset({"discuss", "debate", "negotiate", "consult"})
_GOVERNED = frozenset({"dobj", "ccomp", "xcomp", "prep", "acl", "prt"})
_INSIDE = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "poss", "amod", "compound", "dative"})
_SKIPPED = frozenset({"at", "during", "after", "before", "since", "following", "amid", "according",
                      "as", "because", "until", "despite", "like", "by", "with", "under", "through",
                      "via"})  # fmt: skip


@dataclass(frozen=True)
class Parties:
    """Actor ids of the two sides."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()


def parties(people: People, match: Match, inner: dict[int, Parties], *, both: bool) -> Parties:
    """Who acts and who is acted upon.

    Args:
        people: resolves noun phrases.
        match: the trigger.
        inner: the parties of the events that stand inside it, by the token of their trigger,
            which may tell the recipient: "threatened to shell Ostland".
        both: whether the two sides do it together.
    """
    if match.frame.trigger.pos == "noun":
        actors, recipients = _of_noun(people, match)
    else:
        actors, recipients = _of_verb(people, match, inner)
        recipients = [r for r in recipients if not _is_thing(people, match, r)]
        if match.event in _NOT_OWN:
            recipients = [r for r in recipients if not people.is_own(r, match.token.sent)]
    if both and not actors and len(recipients) > 1 and match.event != "ASSAULT":
        return Parties(tuple(recipients))
    actors = _without_press(people, match, actors)
    recipients = _without_press(people, match, recipients)
    if match.event in _NOT_HOME and people.official(actors):
        recipients = [r for r in recipients if not people.is_home(r, actors)]
    return Parties(tuple(actors), tuple(r for r in recipients if r not in actors))


def _without_press(people: People, match: Match, side: list[str]) -> list[str]:
    """Without the outlet or agency that a dateline or a source drags in.

    Press that is censored, attacked or accused stays where it stands alone.
    """
    others = [a for a in side if people.actor(a).kind != "media"]
    return others if others or match.event in _NOT_WITH_PRESS else side


def _is_thing(people: People, match: Match, identity: str) -> bool:
    """Whether a party is only the thing that the frame asks for: "a state of emergency"."""
    actor = people.actor(identity)
    if actor.kind != "unnamed" or actor.country is not None or actor.sector is not None:
        return False
    words = set(actor.name.lower().split())
    classes = people.ontology.classes
    somebody = classes.get("persons", frozenset()) | classes.get("prisoners", frozenset())
    stems = words | {word.removesuffix("s") for word in words}
    return not match.frame.objects.isdisjoint(words) and somebody.isdisjoint(stems)


def _of_verb(
    people: People, match: Match, inner: dict[int, Parties]
) -> tuple[list[str], list[str]]:
    verb, to = match.token, match.frame.trigger.to
    if verb.pos_ == "ADJ" or match.frame.trigger.pos == "adj":
        subject, _ = subject_of(verb_of(verb.head) if verb.dep_ == "acomp" else verb)
        actors = people.ids([subject]) if subject is not None else []
        return actors, _recipients(people, match, verb, actors, inner)
    if match.frame.trigger.owner == "recipient":
        return _suffered(people, verb, to)
    if is_passive(verb):
        actors = people.ids(agents_of(verb))
        acted = list(objects_of_verb(verb)) or _before(verb)
        recipients = people.ids(acted) if "obj" in to else []
        if not recipients:
            recipients = people.ids(objects_of(verb, to))
        if not recipients:
            recipients = people.ids(acted)
        if not actors and match.frame.trigger.mode in _FROM_HOME:  # "was expelled from Ostland"
            home = list(objects_of(verb, ("from",)))
            actors = people.ids(home) or people.places(home)
        return actors, [r for r in recipients if r not in actors]
    actors = _subjects(people, verb)
    return actors, _recipients(people, match, verb, actors, inner)


def _suffered(people: People, verb: Token, to: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The parties of a verb whose subject is acted upon: "fled attacks by", "came under fire"."""
    recipients = _subjects(people, verb)
    sources = [*objects_of_verb(verb), *objects_of(verb, (*to, "of", "after", "because"))]
    actors: list[str] = []
    for noun in sources:
        named = dict.fromkeys([*people.within(noun, doing=True), *people.by(noun)])
        actors += [a for a in named if a not in actors and a not in recipients]
    return actors, recipients


def _subjects(people: People, verb: Token) -> list[str]:
    """Who does it; where the subject names nobody, who says or writes it.

    "issued a statement demanding": the one who issued it; "the army said it would".
    """
    subject, _ = subject_of(verb)
    actors = people.ids([subject], doing=True) if subject is not None else []
    if actors or subject is None:
        return actors
    if verb.dep_ == "acl" or (verb.dep_ == "ccomp" and subject.pos_ == "PRON"):
        above, _ = subject_of(verb_of(verb.head))
        return people.ids([above]) if above is not None and above != subject else []
    return []


def _recipients(
    people: People, match: Match, verb: Token, own: list[str], inner: dict[int, Parties]
) -> list[str]:
    """Who stands where the frame says, else, or where that is nobody known, who is meant inside.

    A place stands for its country last, and not where two sides do a thing together: a treaty
    signed in Jeddah is not signed with Saudi Arabia.
    """
    to, local = match.frame.trigger.to, match.event not in _TOGETHER
    if to == ("-",):
        return []
    if match.event == "ACCUSE":  # "condemned the attack on Ostland": who attacked is meant
        acts = [n for n in objects_of_verb(verb) if n.i in inner and n.pos_ == "NOUN"]
        if acts:
            return [a for n in acts for a in inner[n.i].actors if a not in own]
    found = _acted_upon(people, verb, to, own)
    if any(people.is_known(a) for a in found):
        return found
    others = _inside(people, verb, to, own, inner, local and not found)
    return others if any(people.is_known(a) for a in others) else found or others


def _before(verb: Token) -> list[Token]:
    subject, _ = subject_of(verb)
    return [subject] if subject is not None else []


def _acted_upon(people: People, verb: Token, to: tuple[str, ...], own: list[str]) -> list[str]:
    """Who stands where the frame says; of several places the first that names somebody known."""
    places = [p for p in to if p != "obj"]

    def candidates() -> Iterator[list[str]]:
        if "obj" in to:
            yield people.ids([*objects_of_verb(verb), *objects_of(verb, ("dative", "oprd"))])
        for place in places:
            yield people.ids(objects_of(verb, (place,)))
        for noun in objects_of_verb(verb):  # "sanctions on Ostland" parsed under the noun
            for place in places:
                yield people.ids(objects_of(noun, (place,)))
                for inner in objects_of(noun, ("in", "of")):  # "$2 million in aid to Ostland"
                    yield people.ids(objects_of(inner, (place,)))

    found = people.first_known(candidates(), own)
    return found or people.places(objects_of(verb, tuple(places)))


def _inside(
    people: People,
    verb: Token,
    to: tuple[str, ...],
    own: list[str],
    inner: dict[int, Parties],
    local: bool,
) -> list[str]:
    """Who is meant inside what is asked, refused, threatened, praised.

    The subject of the clause that depends on the verb, else whoever its object names in its
    modifiers, else the recipient of the event inside, else the first one that its complements
    name.
    """

    def candidates() -> Iterator[list[str]]:
        for child in verb.children:
            if child.dep_ == "ccomp" and not _is_of_what(child):
                subject, _ = subject_of(child)
                yield people.ids([subject]) if subject is not None else []
        for noun in objects_of_verb(verb):
            yield people.within(noun)
            for child in noun.children:  # "an appeal lodged by Ostland"
                if child.dep_ == "acl" and child.tag_ == "VBN":
                    yield people.ids(agents_of(child))
        for one in inner.values():
            yield list(one.recipients)
            yield list(one.actors)
        for child in verb.children:  # "threatened to strike unless Ostland withdraws"
            if child.dep_ == "advcl" and any(c.lower_ in ("if", "unless") for c in child.children):
                subject, _ = subject_of(child)
                yield people.ids([subject]) if subject is not None else []
        if not local and verb.lemma_ in _ONLY_TOPICS:  # "discussed the releases for Ostland"
            return
        objects = () if "obj" in to else tuple(objects_of_verb(verb))
        for noun in _complements(verb):
            if noun not in objects:  # the troops that are sent are not who they are sent against
                yield people.ids([noun])[:2]

    found = people.first_known(candidates(), own)
    if found or not local:
        return found
    standing = (people.places([noun])[:1] for noun in _complements(verb))
    return people.first_known(standing, own)


def _is_of_what(clause: Token) -> bool:
    """ "condemned what he called terror": who calls it so is not who is condemned."""
    return any(c.tag_ == "WP" and c.dep_ in ("dobj", "pobj", "attr") for c in clause.children)


def _complements(verb: Token) -> Iterator[Token]:
    """The heads of noun phrases in what a verb governs, clauses beside it left out."""
    for child in verb.children:
        purpose = child.dep_ == "advcl" and child.tag_ == "VB"
        if child.i > verb.i and (child.dep_ in _GOVERNED or purpose):
            if child.dep_ != "prep" or child.lower_ not in _SKIPPED:
                yield from _nouns(child)


def _nouns(token: Token) -> Iterator[Token]:
    if token.dep_ in _INSIDE:
        yield token
    for child in token.children:
        if child.dep_ in ("advcl", "relcl", "parataxis", "npadvmod", "punct", "appos"):
            continue
        if child.dep_ == "acl" and child.tag_ == "VBN" and child.n_lefts == 0:
            continue  # "a truce mediated by"
        if child.dep_ == "prep" and child.lower_ in _SKIPPED:
            continue
        yield from _nouns(child)


def _of_noun(people: People, match: Match) -> tuple[list[str], list[str]]:
    noun, trigger = match.token, match.frame.trigger
    owners = people.owners(noun)
    after = list(objects_of(noun, trigger.to))
    by = people.by(noun)
    agents = list(agents_of(noun))
    others = people.ids(t for t in after if t not in agents)
    others = others or people.places(objects_of(noun, _towards(trigger.to)))
    others = others or people.ids(_told(noun))
    if trigger.owner == "recipient":
        doers = by or _carried(people, noun, trigger.to)[0]
        return doers, [a for a in (owners or others) if a not in doers]
    if trigger.owner == "both":
        together = owners if len(owners) > 1 else []
        if not owners and len(others) > 1:
            return others, []
        if together:
            return together, [a for a in others if a not in together]
    actors = by or owners
    carried_actors, carried = _carried(people, noun, trigger.to)
    actors = actors or carried_actors
    if by and owners:  # "the Ostlandish deployment by NATO"
        others = others or [a for a in owners if a not in by]
    return actors, [a for a in (others or carried) if a not in actors]


def _told(noun: Token) -> Iterator[Token]:
    """Who is to do what a noun asks: "its demand that Ostland withdraw"."""
    for child in noun.children:
        if child.dep_ in ("acl", "ccomp") and child.tag_ in ("VB", "VBP"):
            yield from (c for c in child.children if c.dep_ == "nsubj" and c.tag_[:2] != "WD")


def _towards(to: tuple[str, ...]) -> tuple[str, ...]:
    """The prepositions that name a target, not only where something is."""
    return tuple(p for p in to if p not in ("in", "at", "near", "off", "outside", "along"))


def _carried(people: People, noun: Token, to: tuple[str, ...]) -> tuple[list[str], list[str]]:
    """The parties of the light verb that carries a noun: "launched an attack on"."""
    verb = verb_of(noun)
    if verb.lemma_ not in _LIGHT or noun.dep_ not in ("dobj", "pobj", "nsubjpass", "conj"):
        return [], []
    others = people.ids(objects_of(verb, to))
    if is_passive(verb):
        return people.ids(agents_of(verb)), others
    subject, _ = subject_of(verb)
    if subject is None or subject == noun:
        return [], others
    return people.ids([subject]), others
