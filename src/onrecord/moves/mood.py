"""Whether a cue stands for a move that was made, one that is possible, or none at all."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Literal

from onrecord.language.reading import Reading
from onrecord.moves.grammar import children, is_negated, is_to, lemma, marks, modals
from onrecord.record.clock import publication_day

if TYPE_CHECKING:
    from spacy.tokens import Token

Mood = Literal["made", "future", "possible", "refused"]

MAYBE = frozenset({"may", "might", "could"})
FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "’d", "wo"})
_SUPPOSED = frozenset({"if", "unless", "whether", "why", "how", "should", "until", "once"})
_FACTS = frozenset(
    "begin start continue repeat use go come return keep appear meet hasten rush help join "
    "choose decide vote move manage stand".split()
)
_CHANCES = frozenset(
    "expect plan prepare consider weigh mull contemplate set likely due ready poise schedule "
    "intend mean hope seem discuss think tempt".split()
)
_URGING = frozenset(
    "call urge ask press push appeal give set tell order want need require invite persuade force "
    "allow pressure lobby beg plead convince get help enable extend shorten cut".split()
)
_ASKING = frozenset(
    "demand insist urge ask request propose recommend require suggest order".split()
)
_ACCUSED = frozenset({"refuse", "threaten", "reject", "block"})
_OF_ACTS = frozenset({"on", "upon", "about", "without"})
_SAID_TO = frozenset({"say", "believe", "report", "think", "understand", "know", "rumour"})
_MADE_NOUNS = frozenset({"decision", "vote", "move", "right"})
_GERUND_PREPOSITIONS = frozenset({"after", "by", "while", "in", "before", "besides"})
_LONG_AGO = 120  # days after which a signature is background


def mood_of(verb: Token) -> Mood | None:
    """The mood of a verb that is a cue, or None where it makes no move.

    ``refused`` is said of verbs of acceptance that are negated for good ("will not accept",
    "has never accepted", "does not accept").
    """
    own = modals(verb)
    if is_supposed(verb):
        return None
    if is_negated(verb):
        is_never = any(c.lower_ == "never" for c in verb.children)
        is_standing = own & (FUTURE | {"can", "ca", "cannot", "does", "do"}) or is_never
        return "refused" if is_standing else None
    if own & MAYBE:
        return "possible"
    if own & {"should", "must", "ought", "can", "cannot", "need", "did"} and "did" not in own:
        return None
    if own & FUTURE and "have" not in own:
        return "future"
    if is_to(verb) or (verb.dep_ == "conj" and "to" in own):
        return _of_infinitive(verb)
    if verb.tag_ == "VBG" and not own:
        return _of_gerund(verb)
    if verb.tag_ == "VBP" and verb.dep_ == "conj" and verb.head.tag_ in ("VBZ", "VBD"):
        if not children(verb, "nsubj", "nsubjpass"):
            return None  # "demands that it cede land ... and give up its bid"
    if verb.tag_ == "VB" and not own and verb.dep_ == "ccomp":
        return None  # "demanded that he make a pledge"
    if verb.tag_ == "VBP" and verb.dep_ == "ccomp" and lemma(verb.head) in _ASKING and not own:
        return None  # the same, read as a present tense
    if verb.dep_ == "conj" and verb.tag_ in ("VB", "VBP") and verb.head.tag_ == "VBG" and not own:
        return "made"  # a finite verb that the parse has joined to a gerund
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not own:
        return mood_of(verb.head) if verb.head.pos_ == "VERB" else None
    if verb.dep_ == "acl" and verb.tag_ == "VBN":
        return "made"
    return "made"


def is_supposed(verb: Token) -> bool:
    """Whether the clause of a verb is a condition or a question, or inside one."""
    current = verb
    for _ in range(4):
        if marks(current) & _SUPPOSED:
            return True
        if current.dep_ == "pcomp" and current.head.lower_ in ("if", "whether", "about", "without"):
            return True
        if current.dep_ == "pcomp" and _falls_short(current.head):
            return True
        if current.dep_ == "ccomp" and lemma(current.head) in ("doubt", "ask", "wonder", "deny"):
            return True
        if current.dep_ in ("ccomp", "xcomp") and is_negated(current.head):
            if lemma(current.head) in ("say", "be", "think", "expect", "believe", "see", "know"):
                return True
        if current.dep_ not in ("conj", "xcomp", "ccomp", "pcomp"):
            return False
        if current.dep_ == "ccomp" and current.head.i > current.i:
            return False
        current = current.head
    return False


def is_long_ago(reading: Reading, verb: Token) -> bool:
    """Whether its clause dates an act to more than some months before publication."""
    published = publication_day(reading.article.published)
    if published is None:
        return False
    for time in reading.times_in(verb.sent.start_char, verb.sent.end_char):
        day = time.until
        if time.type != "DATE" or day is None or time.value is None:
            continue
        root = reading.tokens(time.start, time.end).root
        if verb.i not in (root.head.i, root.head.head.i):
            continue
        if (published - dt.date.fromisoformat(day)).days > _LONG_AGO:
            return True
    return False


def _falls_short(preposition: Token) -> bool:
    """ "stopped short of saying that Velmark had agreed"."""
    words = {preposition.head.lower_, preposition.nbor(-1).lower_} if preposition.i else set()
    return preposition.lower_ == "of" and "short" in words


def _of_infinitive(verb: Token) -> Mood | None:
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and is_to(verb.head):
        return _of_infinitive(verb.head)
    head = verb.head
    word = lemma(head)
    if is_negated(head) or word in ("unlikely", "fail", "yet"):
        return None
    if children(verb, "nsubj", "nsubjpass") or "for" in marks(verb):
        return None
    if verb.dep_ == "advcl":
        if word in ("have", "need"):
            return None  # "had three weeks to agree to a deal"
        return "made" if head.tag_ in ("VBD", "VBN") and word not in _URGING else None
    if verb.dep_ == "xcomp":
        if word in _FACTS:
            return "made" if head.pos_ != "VERB" else mood_of(head)
        if word in _SAID_TO and children(head, "auxpass"):
            return "possible"  # "is said to be considering"
        if word in _CHANCES or any(lemma(c) in _CHANCES for c in children(head, "acomp")):
            return "possible"
        if word in ("go", "have") and head.tag_ in ("VBG", "VBZ", "VBP"):
            return "possible" if word == "go" else None
    if verb.dep_ == "acl" and word in _MADE_NOUNS:
        return "made"
    return None


def _of_gerund(verb: Token) -> Mood | None:
    head = verb.head
    if verb.dep_ == "advcl":
        return "made"
    if verb.dep_ == "pcomp":
        if head.lower_ == "of" and lemma(head.head) == "accuse" and verb.head.head.pos_ == "VERB":
            return "made" if lemma(verb) in _ACCUSED else None
        return "made" if head.lower_ in _GERUND_PREPOSITIONS else None
    if verb.dep_ in ("xcomp", "ccomp", "dobj") and lemma(head) in _CHANCES:
        return None if is_negated(head) else "possible"
    if verb.dep_ == "acl" and head.dep_ == "pobj" and head.head.lower_ in _OF_ACTS:
        return None  # "conditional on members accepting the changes"
    if verb.dep_ in ("acl", "xcomp") and lemma(head) not in _CHANCES:
        return "made" if verb.dep_ == "acl" or lemma(head) in _FACTS else None
    if verb.dep_ == "conj" and head.tag_ == "VBG":
        return mood_of(head)
    return "made" if verb.dep_ in ("ROOT", "relcl") else None
