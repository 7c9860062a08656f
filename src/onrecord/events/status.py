"""Status: happened, ongoing, planned, possible, denied or hypothetical.

From negation, modals, tense, conditionals, and the event or verb that the clause hangs on, as
PLOVER's manual describes its auxiliary modes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.events.clause import subject_of, verb_of
from onrecord.events.embedding import Place
from onrecord.record import Statement, Status

if TYPE_CHECKING:
    from spacy.tokens import Token

_PLANS = frozenset(
    "plan intend prepare schedule expect agree vow promise pledge decide due set order ready "
    "scheduled expected prepared determined poised slated about resolve aim arrange ordered "
    "authorise authorize willing keen commit bound go undertake".split()
)
_FACTS = frozenset(
    "manage continue begin start keep help resume stop cease finish succeed force go able dare "
    "proceed come get see watch let make have hurry rush turn use return move act fail "
    "bother remember end spend show film hear see".split()
)
_FAILS = frozenset("fail refuse decline avoid prevent deny forget unable reluctant unwilling "
                   "refrain stop block keep bar prohibit forbid".split())  # fmt: skip
_WISHES = frozenset(
    "want demand urge ask call seek propose suggest threaten offer consider hope wish require "
    "press appeal push request insist recommend warn favor favour advocate discuss debate need "
    "weigh contemplate mull fear oppose reject rule predict envisage aim try attempt".split()
)
_THINGS_WISHED = frozenset(
    "threat proposal plan offer demand call appeal possibility chance prospect idea deadline "
    "ultimatum condition talk_of need goal aim effort attempt bid mission hope risk fear danger "
    "warning prevention avoidance case event likelihood readiness willingness refusal".split()
)
_PUT_FORWARD = frozenset(
    "proposal offer demand request pledge promise initiative ultimatum threat overture".split()
)
_ABLE = frozenset({"capable", "task", "charge"})
_BEING = frozenset({"be", "include", "involve", "contain", "comprise", "mean", "remain"})
_WANTED = frozenset({"prerequisite", "precondition", "priority", "requirement", "must", "key",
                     "wish", "desire", "dream"})  # fmt: skip
_SAYING = frozenset(
    "say announce declare tell add state report confirm note indicate claim insist write reveal "
    "disclose assure pledge vow promise".split()
)
_RESOLVING = frozenset("decide vow swear resolve prepared ready prepare determined".split())
_WISHED_ACTS = frozenset({"demand", "urge", "propose", "offer", "threaten", "want", "intend"})
_NOT_ONLY = frozenset({"only", "just", "merely", "simply"})
_NEGATES = frozenset({"det", "neg", "preconj", "cc"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_INSIDE: dict[str, Status] = {
    "REQUEST": "hypothetical",
    "THREATEN": "hypothetical",
    "REJECT": "denied",
    "AGREE": "planned",
}


def status_of(
    token: Token, place: Place, outer: Sequence[str], statement: Statement | None
) -> Status:
    """The status of the event that ``token`` carries.

    Args:
        token: the trigger.
        place: what event it stands inside, if any.
        outer: the categories of all events it stands inside, nearest first.
        statement: the innermost statement it stands in, if any.
    """
    verb = verb_of(token)
    known = is_taken_as_known(token)
    if is_negated(token) or (statement is not None and statement.negated and not known):
        return "hypothetical" if is_conditional(verb) else "denied"
    if place.relation == "complement" and place.governor is not None:
        inside = None if _is_told_of(verb) else _inside(token, place)
        if inside == "planned" and is_conditional(verb_of(place.governor.token)):
            inside = "hypothetical"
        if inside == "planned":  # "rejected an offer to host": what is refused is not planned
            inside = next((_INSIDE[e] for e in outer if e in _NOT_TO_COME), inside)
        if inside is not None:
            return inside
    if statement is not None and statement.act == "deny":
        return "denied"
    judged = statement is not None and statement.act in ("criticise", "praise", "accuse")
    if token != verb and not (judged and verb.lemma_ == "call"):  # "called the raid shameful"
        if _is_on_the_table(token):
            return "happened"
        wished = _noun_status(token)
        if wished is not None:
            return wished
    status = _verb_status(verb)
    is_wish = statement is not None and statement.act in _WISHED_ACTS
    if is_wish and status in ("happened", "ongoing") and not _is_told_of(verb):
        return "hypothetical"
    return status


_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_HELPING = frozenset({"has", "have", "is", "are", "was", "were"})
_MODALS = frozenset("will would shall should may might could can must to 'll ’ll 'd ’d".split())


def _is_told_of(verb: Token) -> bool:
    """Whether a verb only says which one is meant: "the hostages it holds", "those kidnapped"."""
    if "had" in auxiliaries(verb):
        return True
    if verb.dep_ == "relcl":
        helpers = auxiliaries(verb)
        return not helpers & _MODALS and (verb.tag_ in _FINITE or bool(helpers & _HELPING))
    return verb.dep_ == "acl" and verb.tag_ == "VBN"


_NOT_TO_COME = frozenset({"REJECT", "REQUEST", "THREATEN"})


def _inside(token: Token, place: Place) -> Status | None:
    """The status that the governing event gives, or None where it leaves it open."""
    governor = place.governor
    if governor is None:
        return None
    event, mode = governor.event, governor.frame.trigger.mode
    if event == "ACCUSE":
        return "possible" if mode == "allege" and token.pos_ == "VERB" else None
    if token.pos_ == "NOUN" and event in ("REJECT", "AGREE") and token.dep_ != "dobj":
        return None
    if token.pos_ == "NOUN" and any(c.lower_ in ("the", "its", "their") for c in token.lefts):
        return None  # "to help the war against": that there is one is taken as known
    if token.tag_ in ("VBD", "VBZ") and "to" not in auxiliaries(token):
        return None
    return _INSIDE.get(event)


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of a verb, in lower case."""
    return {c.lower_ for c in verb.children if c.dep_ in ("aux", "auxpass")}


def is_negated(token: Token) -> bool:
    """Whether the event is said not to be: "did not", "no attack", "failed to"."""
    verb = verb_of(token)
    if is_taken_as_known(token):
        return False
    if any(child.dep_ == "neg" for child in verb.children):
        return not any(w.lower_ in _NOT_ONLY for c in verb.children for w in (c, *c.lefts))
    subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
    if any(s.lower_ in ("nobody", "none", "neither") or _has_no(s) for s in subjects):
        return True
    if token != verb and _has_no(token):
        return True
    if verb.dep_ in ("xcomp", "ccomp", "conj") and verb.dep_ != "ccomp":
        head = verb.head
        if verb.dep_ == "xcomp" and head.lemma_.lower() in _FAILS:
            return True
        if head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*head.children, *verb.lefts)):
            return True  # "has yet to"
        if verb.dep_ == "xcomp" and any(c.dep_ == "neg" for c in head.children):
            return True
        if verb.dep_ == "conj" and verb.tag_ == "VB" and not auxiliaries(verb):
            return any(c.dep_ == "neg" for c in head.children)
        return False
    if verb.dep_ == "pcomp":
        step = verb.head
        return step.lower_ == "without" or (
            step.lower_ == "from" and step.head.lemma_.lower() in _FAILS
        )
    return False


def is_taken_as_known(noun: Token) -> bool:
    """ "gave no motive for the attack", "has not commented on the raid": that there was one."""
    if noun.pos_ != "NOUN" or noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return False
    if not any(c.lower_ in _DEFINITE or c.dep_ == "poss" for c in noun.children):
        return False
    governor = noun.head.head
    return governor.lemma_.lower() in _ABOUT_ACTS


_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_ABOUT_ACTS = frozenset(
    "motive reason explanation responsibility comment detail evidence information claim word "
    "blame remark statement justification speak know learn hear link connection".split()
)


def _has_no(noun: Token) -> bool:
    """ "no attack", "neither Arden nor Bexley"."""
    return any(c.dep_ in _NEGATES and c.lower_ in _NEGATIONS for c in noun.children)


def _noun_status(noun: Token) -> Status | None:
    """The status that a noun takes from the noun or verb it depends on."""
    head = noun.head
    if any(c.dep_ == "amod" and c.lower_ in _MODAL for c in noun.children):
        return _MODAL[next(c.lower_ for c in noun.children if c.lower_ in _MODAL)]
    if noun.dep_ == "pobj" and head.dep_ == "prep" and head.head.lemma_ in _THINGS_WISHED:
        return "hypothetical"
    verb = verb_of(noun)
    if verb.lemma_ in _BEING and noun.dep_ in ("nsubj", "attr", "dobj"):
        if _is_of_wish(noun, verb):
            return "hypothetical"
        if noun.dep_ == "nsubj" and not auxiliaries(verb):
            return "happened"  # "the proposal includes rules"
    if noun.dep_ in ("dobj", "pobj") and verb.lemma_ in _WISHES:
        return "hypothetical"
    if noun.dep_ == "dobj" and verb.lemma_ in ("plan", "schedule", "prepare", "announce"):
        return "planned"
    if noun.dep_ == "dobj" and verb.lemma_ in ("avert", "avoid", "prevent", "cancel", "foil"):
        return "denied"
    return None


def _is_on_the_table(noun: Token) -> bool:
    """ "the response to the Ostlandish proposal", "its demand is": it has been made."""
    if noun.lemma_ not in _PUT_FORWARD or noun.dep_ not in ("pobj", "nsubj", "dobj"):
        return False
    if noun.dep_ == "dobj":
        return any(c.lower_ in _DEFINITE for c in noun.children if c.i < noun.i)
    return any(c.dep_ == "poss" or c.lower_ in _DEFINITE for c in noun.children if c.i < noun.i)


def _is_of_wish(noun: Token, verb: Token) -> bool:
    """ "the first demand is a ceasefire", "the release of captives is a condition for talks"."""
    return any(
        c.dep_ in ("nsubj", "attr") and c != noun and c.lemma_ in (*_THINGS_WISHED, *_WANTED)
        for c in verb.children
    )


_MODAL: dict[str, Status] = {
    "possible": "possible", "potential": "possible", "alleged": "possible",
    "suspected": "possible", "likely": "possible", "threatened": "hypothetical",
    "proposed": "hypothetical", "planned": "planned", "upcoming": "planned",
    "forthcoming": "planned", "future": "planned", "impending": "planned",
    "imminent": "planned", "hypothetical": "hypothetical", "feared": "possible",
    "attempted": "happened", "ongoing": "ongoing", "continuing": "ongoing",
}  # fmt: skip


def _verb_status(verb: Token) -> Status:
    helpers = auxiliaries(verb)
    if is_conditional(verb) or _is_bidding(verb, helpers):
        return "hypothetical"
    if any(c.dep_ == "advmod" and c.lower_ in _PERHAPS for c in verb.children):
        return "possible"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _SEEMS:
        return "possible"
    if verb.dep_ == "advcl" and not helpers and _is_until(verb):
        outer = _verb_status(verb_of(verb.head)) if verb.head != verb else "happened"
        if outer in ("planned", "hypothetical", "possible"):
            return outer
    if helpers & {"may", "might", "could", "can"}:
        return "possible"
    if helpers & {"would", "should", "must", "ought", "'d"}:
        reported = verb.dep_ == "ccomp" and verb.head.lemma_ in _SAYING and "would" in helpers
        conditional = any(c.dep_ == "advcl" and _is_if(c) for c in verb.children)
        return "planned" if reported and not conditional else "hypothetical"
    if helpers & {"will", "'ll", "’ll", "shall"}:
        hoped = verb.dep_ == "ccomp" and verb.head.lemma_ in _HOPES
        return "hypothetical" if hoped else "planned"
    if verb.dep_ == "ccomp" and verb.head.lemma_ == "be" and _is_of_wish(verb, verb.head):
        return "hypothetical"
    if "to" in helpers or verb.dep_ in ("xcomp", "pcomp"):
        return _infinitive(verb)
    if verb.dep_ == "ccomp" and verb.head.lemma_ in _WISHES and verb.tag_ in ("VB", "VBP"):
        return "hypothetical"
    if verb.dep_ == "conj" and verb.head.pos_ == "VERB" and not helpers and verb.tag_ == "VB":
        return _verb_status(verb.head)
    if verb.dep_ == "conj" and verb.tag_ in ("VBG", "VBN") and not helpers:
        return _verb_status(verb.head) if verb.head.tag_ == verb.tag_ else "happened"
    if verb.tag_ in ("VBZ", "VBP") and not (helpers & {"has", "have"}):
        return "ongoing" if verb.lemma_ not in ("have",) else "happened"
    if verb.tag_ == "VBG" and helpers & {"is", "are", "'s", "’s", "'re", "’re", "am"}:
        return "ongoing"
    return "happened"


_SEEMS = frozenset({"appear", "seem"})
_UNTIL = frozenset({"until", "till", "before", "once", "when", "after"})


def _is_until(clause: Token) -> bool:
    """Whether a clause says when something to come is to happen: "until they gain control"."""
    if clause.tag_ not in ("VBP", "VBZ", "VBG"):
        return False
    return any(c.dep_ in ("mark", "advmod") and c.lower_ in _UNTIL for c in clause.children)


def _is_bidding(verb: Token, helpers: set[str]) -> bool:
    """ "Let them leave": an imperative."""
    if verb.tag_ != "VB" or verb.dep_ not in ("ROOT", "ccomp") or helpers:
        return False
    return not any(c.dep_ in ("nsubj", "nsubjpass") for c in verb.children)


_HOPES = frozenset("hope fear wish believe think doubt predict suggest worry expect".split())
_IFS = frozenset({"if", "unless", "whether", "lest"})
_PERHAPS = frozenset({"possibly", "perhaps", "allegedly", "reportedly_may", "maybe"})


def is_conditional(verb: Token) -> bool:
    """Whether a verb stands in an if-clause, or in a clause that hangs inside one."""
    for _ in range(6):
        if any(c.dep_ == "mark" and c.lower_ in _IFS for c in verb.children):
            return True
        if verb.dep_ not in ("conj", "relcl", "acl", "xcomp", "pcomp", "ccomp"):
            return False
        verb = verb_of(verb.head)
    return False


def _is_if(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("if", "unless") for c in clause.children)


def _infinitive(verb: Token) -> Status:
    head = verb.head
    lemma = head.lemma_.lower()
    if lemma == "order" and head.i and head.nbor(-1).lower_ == "in":
        return "hypothetical"  # "in order to"
    if lemma == "go" and verb.dep_ == "xcomp" and head.tag_ == "VBG":
        return "planned"
    if lemma in _PLANS and lemma != "go":
        return "planned"
    if lemma in _FACTS:
        return _verb_status(head) if head.pos_ == "VERB" and head != verb else "happened"
    if verb.dep_ == "advcl":  # of purpose: "opened fire to disperse"
        return "hypothetical"
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        if head.head.lemma_ in _THINGS_WISHED or head.head.lemma_ in _ABLE:
            return "hypothetical"
        if head.lower_ == "before" and verb.tag_ == "VBG":  # not yet, or never
            return "hypothetical"
        governor = verb_of(head)
        return "happened" if governor == verb else _verb_status(governor)
    return "hypothetical"


def announced_by(verb: Token, statement: Statement | None, actors: tuple[str, ...]) -> bool:
    """Whether who will act says so: "Ostland said it would", "has decided to"."""
    if statement is not None and statement.form != "thought" and statement.source in actors:
        return True
    head = verb.head
    if verb.dep_ in ("xcomp", "ccomp") and head.lemma_.lower() in (*_SAYING, *_RESOLVING):
        subject, _ = subject_of(head)
        mine, _ = subject_of(verb)
        return subject is not None and (mine is None or mine == subject or mine.pos_ == "PRON")
    return False
