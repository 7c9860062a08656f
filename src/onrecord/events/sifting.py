"""Which matches are events at all: the parties must be there, and it must be a public matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.events.clause import SUBJECTS, agents_of, is_passive, subject_of, verb_of
from onrecord.events.embedding import Place
from onrecord.events.parties import Parties
from onrecord.events.people import People
from onrecord.events.rules import Coding
from onrecord.events.status import is_conditional
from onrecord.events.triggers import Match
from onrecord.vocabulary.events import Category, Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_TWO_SIDED = frozenset({"fight", "battle", "clash", "combat", "struggle", "skirmish", "duel"})
_PRIVATE = frozenset({"CVL", "BUS", "JRN", "EDU", "SOC", "AGR", "MED", "UNK"})
_BETWEEN_FIRMS = frozenset({"REJECT", "ACCUSE", "THREATEN", "REQUEST"})
_GIVING = frozenset({"SOC", "REL", "LAB", "EDU", "REF"})
_OF_MANY = frozenset({"IGO", "UNO", "EUR", "NGO"})
_HANGING = frozenset({"advcl", "acl", "pcomp", "relcl", "xcomp"})
_CIVIL = frozenset({"PTY", "OPP", "LAB", "CVL", "EDU", "BUS"})
_VISITING = frozenset({"GOV", "LEG", "ELI", "PTY", "OPP"})
_TRAVELLING = frozenset({"arrive", "travel", "fly", "land", "head", "journey", "go", "come"})
_ARMED = frozenset({"MIL", "REB", "UAF", "PRM"})
_OCCURRING = frozenset({"ASSAULT", "PROTEST", "CONSULT", "RETREAT"})
_IN_OFFICE = frozenset({"GOV", "LEG", "JUD", "COP", "MIL", "PTY", "OPP", "REB"})
_CONDEMNING = frozenset("condemn denounce decry deplore criticise criticize protest".split())


def stands(
    match: Match,
    place: Place,
    coding: Coding,
    sides: Parties,
    category: Category,
    people: People,
    ontology: Ontology,
    has_figures: bool,
    has_place: bool,
) -> bool:
    """Whether a match is an event.

    Words alone are none: somebody must act or be acted upon. A noun beside the main clause
    ("after the attack") needs both sides. What is only said, agreed, given or cut must be a
    public matter, so that "he asked for more" and "the firm hailed its staff" are no events.
    """
    actors, recipients = sides.actors, sides.recipients
    if _is_done_by_nobody(match, ontology):
        return False
    if category.quad in (1, 3) and coding.status == "hypothetical":
        verb = verb_of(match.token)
        if is_conditional(verb) or (place.governor is None and verb.dep_ in _HANGING):
            return False  # words that nobody has spoken yet, and that nobody is asked to speak
    if _enters_unarmed(match, sides, people) or _travels_privately(match, sides, people):
        return False
    if coding.event == "MOBILIZE" and any(people.actor(a).sector in _CIVIL for a in actors):
        return False  # a party that mobilises its voters
    if not actors and not recipients and has_place and _occurs(match, ontology):
        return coding.status != "denied"
    if not (actors or recipients or has_figures):
        return False
    is_noun = match.frame.trigger.pos == "noun"
    if is_noun and not (actors and recipients) and place.relation != "main" and not has_figures:
        return False
    together = category.both and len(actors) > 1
    own = ontology.categories[match.event]
    if not (category.alone and own.alone) and not recipients and not together:
        return False
    if not _has_its_sides(match, coding, sides, people):
        return False
    if coding.event == "PROTEST" and any(_is_a_public(people, a) for a in actors):
        return True
    if category.quad == 4 or "RETREAT" in (coding.event, match.event):
        known = any(_is_political(people, a) for a in (*actors, *recipients))
        return known or has_figures or bool(actors and recipients)
    return _is_public_matter(match, category, sides, people)


def _enters_unarmed(match: Match, sides: Parties, people: People) -> bool:
    """ "goods entering Ostland", "aid trucks entered Arden": no assault."""
    if match.event != "ASSAULT" or match.token.lemma_.lower() != "enter":
        return False
    doers = [people.actor(a) for a in sides.actors]
    return not any(a.sector in _ARMED or a.kind in ("state", "armed-group") for a in doers)


def _travels_privately(match: Match, sides: Parties, people: People) -> bool:
    """Whether somebody without an office goes somewhere: no visit."""
    if match.event != "CONSULT" or match.token.lemma_.lower() not in _TRAVELLING:
        return False
    if match.frame.objects.isdisjoint(("visit", "talk")) or not match.frame.asks:
        return False
    doers = [people.actor(a) for a in sides.actors]
    return not any(a.sector in _VISITING for a in doers)


def _occurs(match: Match, ontology: Ontology) -> bool:
    """ "Fighting erupted in Arden", "talks resumed in Bexley": told without anybody who acts."""
    noun, verb = match.token, verb_of(match.token)
    if match.frame.trigger.pos != "noun" or match.event not in _OCCURRING:
        return False
    if noun.dep_ not in SUBJECTS or noun.head != verb:
        return False
    return verb.lemma_.lower() in ontology.classes.get("occurring", frozenset())


def _is_a_public(people: People, identity: str) -> bool:
    """Whether an actor is a group of people such as protest: workers, students, believers."""
    sector = people.actor(identity).sector
    return sector is not None and sector not in ("UNK", "BUS", "JRN")


def _is_done_by_nobody(match: Match, ontology: Ontology) -> bool:
    """ "A storm killed", "was killed by an avalanche", "crushed Peru in straight sets"."""
    verb = match.token
    if verb.tag_[:2] != "VB":
        return False
    subject, passive = subject_of(verb)
    doers = list(agents_of(verb)) if passive else [subject] if subject is not None else []
    nature = ontology.classes.get("things", frozenset())
    if any(doer.lemma_.lower() in nature and not doer.text.isupper() for doer in doers):
        return True
    if verb.lemma_.lower() not in ontology.classes.get("sport_verbs", frozenset()):
        return False
    sport = ontology.classes.get("sport_words", frozenset())
    return any(token.lemma_.lower() in sport for token in verb.sent)


def _has_its_sides(match: Match, coding: Coding, sides: Parties, people: People) -> bool:
    """Whether the sides are there without which what is said is no event.

    Talks need two; criticism somebody who criticises and somebody who is criticised; what is only
    said needs somebody who says it, unless it is a charge in court.
    """
    actors, recipients = sides.actors, sides.recipients
    if coding.event == "CONSULT":
        many = any(people.actor(a).country in _OF_MANY for a in actors)
        plural = match.token.tag_[:2] == "VB" and _is_plural(match.token)
        return len(actors) + len(recipients) > 1 or many or (bool(actors) and plural)
    if coding.event == "ACCUSE":
        if not recipients:
            if len(actors) > 1 and _is_mutual(match.token):
                return True
            return _needs_nobody(match) and any(_speaks_publicly(people, a) for a in actors)
        return bool(actors) or coding.mode != "disapprove"
    if coding.event in ("REQUEST", "REJECT", "THREATEN"):
        return bool(actors)
    if match.frame.trigger.pos == "adj" and coding.event == "SUPPORT" and not recipients:
        return False  # "is confident about it"
    if coding.event == "SUPPORT" and "obj" in match.frame.trigger.to:
        return any(_is_political(people, r) for r in recipients)
    if coding.event == "ASSAULT" and match.token.lemma_.lower() in _TWO_SIDED:
        return bool(recipients) or len(actors) > 1
    return True


def _is_mutual(verb: Token) -> bool:
    """ "accused each other", "blamed one another"."""
    return any(
        c.dep_ == "dobj" and c.lower_ in ("other", "another") and c.i and c.nbor(-1).lower_ in
        ("each", "one") for c in verb.children
    )  # fmt: skip


def _needs_nobody(match: Match) -> bool:
    """Whether an act of ACCUSE stands without who is meant: "condemned the bombing"."""
    token = match.token
    if match.frame.trigger.mode == "investigate":
        return token.tag_[:2] == "VB"
    return token.lemma_.lower() in _CONDEMNING


def _speaks_publicly(people: People, identity: str) -> bool:
    """Whether an actor is a state, a body of many or somebody in office."""
    actor = people.actor(identity)
    if actor.kind in ("state", "government", "armed-group") or actor.country in _OF_MANY:
        return True
    return actor.sector in _IN_OFFICE


def _is_plural(verb: Token) -> bool:
    subject, _ = subject_of(verb)
    return subject is not None and (
        subject.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in subject.children)
    )


def _is_public_matter(match: Match, category: Category, sides: Parties, people: People) -> bool:
    """Whether what is said, given or agreed is between others than private persons and firms."""
    if not any(_is_public(people, a) for a in (*sides.actors, *sides.recipients)):
        return category.name in _BETWEEN_FIRMS and all(
            _is_named_body(people, side) for side in (sides.actors, sides.recipients)
        )
    if category.quad > 2 or match.frame.trigger.pos == "noun":
        return True
    if any(_may_act(people, a) for a in sides.actors):
        return True
    return is_passive(match.token) and category.name == "AID"


def _is_named_body(people: People, side: tuple[str, ...]) -> bool:
    """Whether a side is named organisations: a firm that turns down another's bid, or sues it."""
    return bool(side) and all(people.actor(a).kind == "organisation" for a in side)


def _may_act(people: People, identity: str) -> bool:
    actor = people.actor(identity)
    if actor.kind in ("person", "organisation") and actor.sector is None:
        return True
    return _is_public(people, identity) or actor.sector in _GIVING


def _is_public(people: People, identity: str) -> bool:
    """Whether an actor is a state, a body of many, armed, or in public life, and not just any."""
    actor = people.actor(identity)
    if actor.kind in ("state", "government", "armed-group", "population"):
        return True
    if actor.country in _OF_MANY:
        return True
    if actor.sector is None:
        return actor.kind != "unnamed" and actor.country is not None
    return actor.sector not in _PRIVATE


def _is_political(people: People, identity: str) -> bool:
    """Whether an actor has a country or a sector of public life, or is a body of its own."""
    actor = people.actor(identity)
    if actor.country is not None:
        return True
    if actor.sector is not None:
        return actor.sector not in _PRIVATE
    return actor.kind in ("state", "government", "organisation", "armed-group")
