"""The rules of PLOVER's manual that change a category by time, refusal and what stands inside.

- Cooperation to come (CONSULT, SUPPORT, COOPERATE, AID) is AGREE; a withdrawal or release to come
  is CONCEDE; conflict that its own author announces is THREATEN.
- What somebody will not do, of what is cooperative, is REJECT.
- REQUEST, REJECT and THREATEN take their mode from what is asked, refused or threatened.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.events.clause import verb_of
from onrecord.events.status import announced_by, auxiliaries
from onrecord.events.triggers import Match
from onrecord.record import Statement, Status
from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

_WILL_NOT = frozenset({"will", "would", "wo", "can", "could", "ca", "shall", "'ll", "’ll"})
_ATTACKS_IN_WORDS = frozenset(
    "attack hit blast hammer assail target strike pound slam pummel batter lash bash clash "
    "fight battle duel spar feud".split()
)
_TERRITORIAL = frozenset({"invade", "occupy", "annex", "seize", "capture", "conquer", "overrun"})


@dataclass(frozen=True)
class Coding:
    """What an event is coded as, and why it is not what its words alone say."""

    event: str
    mode: str | None
    status: Status
    why: str = ""


def coding_of(
    match: Match,
    status: Status,
    inside: list[Match],
    statement: Statement | None,
    actors: tuple[str, ...],
    ontology: Ontology,
    *,
    verbal: bool = False,
    official: bool = False,
    armed: bool = False,
    agreed: bool = False,
) -> Coding:
    """Category, mode and status of a trigger.

    Args:
        match: the trigger.
        status: the status of what its words say.
        inside: the events that stand inside it.
        statement: the innermost statement it stands in.
        actors: who acts.
        ontology: categories.
        official: whether those who act are states and governments.
        armed: whether those who act are police or armed forces.
        agreed: whether it is only what is agreed to: "agreed to crack down on".
        verbal: whether the sides are such as attack each other in words: a politician another.
    """
    event, mode = match.event, match.frame.trigger.mode
    category = ontology.categories[event]
    verb = verb_of(match.token)
    if status == "denied" and category.refused is not None and _will_not(verb):
        return Coding(category.refused, category.requested, "happened", "will not: a refusal")
    if event == "AGREE" and inside and status != "denied":
        other = ontology.categories[inside[0].event]
        if other.quad == 4 and _commits(match.token):  # "vowed to strike", "ready to fight"
            return Coding("THREATEN", _threat_mode(inside[0], ontology), status, "vowed conflict")
    if status == "planned" and event == "RETREAT" and mode == "withdraw" and _is_unless(verb):
        return Coding("THREATEN", "relations", "happened", "a withdrawal unless others obey")
    if status == "planned" and category.future is not None:
        if event == "RETREAT" and mode in (None, "release"):
            return Coding("AGREE", None, status, "a release or return to come: a commitment")
        if category.future != "THREATEN":
            return Coding(category.future, None, status, f"{event} to come")
        announced = announced_by(verb, statement, actors) and not agreed
        if announced and match.frame.trigger.pos != "noun":
            threat = _threat_mode(match, ontology)
            return Coding("THREATEN", threat, "happened", f"{event} that its author announces")
    if verbal and event == "ASSAULT" and match.token.lemma_.lower() in _ATTACKS_IN_WORDS:
        return Coding("ACCUSE", "disapprove", status, "attacked in words")
    if event == "RETREAT" and mode == "release" and armed and _frees(match.token):
        return Coding("AID", None, status, "captives freed by forces")
    if official and event == "PROTEST" and mode == "demo" and _is_protest(match.token):
        return Coding("ACCUSE", "disapprove", status, "a diplomatic protest")
    if event == "MOBILIZE":
        if any(one.event == "AID" for one in inside) or _keeps_peace(match.token):
            return Coding("AID", None, status, "troops sent to help")
    if event in ("REQUEST", "REJECT") and mode is None:
        for one in inside:
            mode = ontology.categories[one.event].requested
            if mode is not None:
                break
    if event == "THREATEN" and mode is None and inside:
        mode = _threat_mode(inside[0], ontology)
    return Coding(event, mode, status)


def _commits(token: Token) -> bool:
    return token.lemma_.lower() in (
        "vow", "swear", "pledge", "promise", "ready", "prepared", "resolve", "willing", "undertake"
    )  # fmt: skip


def _is_unless(verb: Token) -> bool:
    return any(
        c.dep_ == "mark" and c.lower_ == "unless"
        for clause in verb.children
        if clause.dep_ == "advcl"
        for c in clause.children
    )


def _frees(token: Token) -> bool:
    return token.lemma_.lower() in ("free", "liberate")


def _is_protest(token: Token) -> bool:
    """ "protested": what a government does in words, as it never marches or rallies."""
    return token.lemma_.lower() not in ("march", "rally", "demonstrate", "demonstration")


def _keeps_peace(token: Token) -> bool:
    """ "troops on a peacekeeping mission", "to serve as a peacekeeping force"."""
    return any(word.lower_.startswith(("peacekeep", "peace-keep")) for word in token.subtree)


def _will_not(verb: Token) -> bool:
    if any(c.dep_ == "neg" for c in verb.children):
        return bool(auxiliaries(verb) & _WILL_NOT)
    return verb.lemma_ == "be" and any(c.dep_ == "neg" for c in verb.children)


def _threat_mode(match: Match, ontology: Ontology) -> str | None:
    """The mode of a THREATEN whose content is ``match``."""
    event, mode = match.event, match.frame.trigger.mode
    if event == "COERCE" and mode == "arrest":
        return "arrest"
    if event == "SANCTION" and mode in ("expel", "withdraw"):
        return "expel" if mode == "expel" else "relations"
    if match.token.lemma_ in _TERRITORIAL:
        return "territory"
    if event in ("REJECT", "CONSULT", "COOPERATE", "AID"):
        return "relations"
    return ontology.categories[event].threatened
