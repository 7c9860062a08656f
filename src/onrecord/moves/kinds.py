"""Which kind of move a cue and its complement make, where the complement bears the cue out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.bearing import bearing, stays_away
from onrecord.moves.complement import Complement
from onrecord.moves.grammar import children, is_negated, lemma, modals
from onrecord.moves.mood import MAYBE, Mood
from onrecord.moves.needs import cores
from onrecord.moves.parties import Context
from onrecord.moves.saying import has_condition
from onrecord.record import MoveKind
from onrecord.vocabulary.moves import MoveCue

if TYPE_CHECKING:
    from spacy.tokens import Token

_SUBJUNCTIVE = frozenset({"demand", "offer", "condition"})
_OBLIGING = frozenset({"must", "should", "shall", "has", "have", "need", "needs"})
_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "wo"})
_PUTTING = frozenset({"propose", "unveil", "table", "float", "suggest", "moot", "pitch"})
_PASSING = frozenset({"approve", "endorse", "embrace", "ratify", "sign"})
_PLANS = frozenset(
    "plan package draft bill budget law programme program resolution project initiative".split()
)
_STRIKING = frozenset("walk attack invade bomb annex escalate retaliate strike impose".split())
_STOPPING = frozenset({"block", "veto"})
_LEAVING = frozenset({"withdraw", "pull", "walk", "back"})
_HINTING = frozenset({"signal", "hint", "indicate"})
_MEASURES = frozenset({"action", "measure", "step", "cut", "review", "price", "vote"})
_ENDING = frozenset({"end", "collapse", "stop", "cease", "lapse", "fail"})
_STARTING = frozenset({"resume", "start", "begin", "follow", "continue", "come"})
_HANDING = frozenset({"provide", "share", "disclose", "publish", "give"})
_RECORDS = frozenset(
    {"information", "data", "access", "document", "record", "file", "list", "book"}
)
_FLOATED = frozenset({"float", "moot", "pitch", "suggest"})
_CLAUSAL = frozenset({"clause", "to", "object-to", "ing"})


def kind_of(
    context: Context, cue: Token, row: MoveCue, complement: Complement, mood: Mood
) -> MoveKind | None:
    """The kind of move, or None where the complement makes none with this cue."""
    words, head = context.words, complement.head
    word = lemma(head)
    is_clausal = complement.frame in _CLAUSAL or head.pos_ == "VERB"
    if mood == "refused":
        return "refusal" if row.kind in ("acceptance", "concession") else None
    if lemma(cue) in _HINTING:
        return _hinted(context, complement)
    if lemma(cue) == "suggest" and complement.frame == "clause" and modals(head) & MAYBE:
        return _hinted(context, complement)
    if row.kind == "demand" and "+for" in complement.frame and words.has("stoppage", word):
        return None if any(c.lower_ == "the" for c in head.children) else "threat"
    if words.has("weighing", lemma(cue)):
        return _weighed(context, cue, complement)
    if row.kind == "demand":
        return _demand(context, row, cue, complement)
    if row.kind in _SUBJUNCTIVE and complement.frame == "clause":
        return _asked(row, head, cue)
    if row.kind in ("threat", "promise") and complement.frame == "clause":
        if not modals(head) & _FUTURE or (is_negated(head) and row.kind == "threat"):
            return _negated_promise(row, head)
    if row.needs in ("truce", "pullback"):
        return row.kind
    if row.needs == "gathering" and mood not in ("future", "possible"):
        return None  # "boycotted the vote" is done
    if row.kind == "threat":
        return _threat(context, row, cue, complement)
    if row.kind == "promise":
        return _promise(context, complement) if is_clausal else _promised_thing(context, head)
    if row.kind == "offer" and "prospect" in " ".join(row.lemmas):
        return "threat" if bearing(words, head) == "harm" else "offer"
    if row.kind == "offer" and lemma(cue) in _FLOATED and bearing(words, head) == "harm":
        return "threat"
    if row.kind == "offer" and lemma(cue) in _PUTTING and _is_law(context, complement):
        return None
    if row.kind == "refusal" and lemma(cue) == "veto" and word in ("bill", "law", "legislation"):
        return None
    if row.kind == "acceptance" and lemma(cue) == "sign" and _is_routine(context, complement):
        return None
    if row.kind == "acceptance" and lemma(cue) in _PASSING and _is_own_plan(context, complement):
        return None
    if row.kind == "offer" and lemma(cue) == "proposal" and words.has("solving", word):
        return None  # "his proposal to solve the conflict" says what for
    is_good = head.pos_ != "VERB" and words.has("retail", word)
    if row.kind == "offer" and is_good and complement.frame != "object>to":
        return None
    if row.kind == "concession" and mood in ("future", "possible") and cue.pos_ == "VERB":
        return "offer" if mood == "possible" or has_condition(cue) else "promise"
    if row.kind == "offer" and words.has("stance", word) and not words.has("pact", word):
        return None if word not in ("bid", "term", "terms") else row.kind
    if row.kind == "refusal" and lemma(cue) in _LEAVING and mood in ("future", "possible"):
        return None  # "would withdraw from the treaty" is read as an act of its own
    if row.kind == "refusal" and lemma(cue) in _STOPPING and mood in ("future", "possible"):
        return "threat"
    if row.kind == "refusal" and "no_plan" in "|".join(row.lemmas) and word in _STRIKING:
        return None  # "has no plans to attack"
    if row.kind == "refusal" and complement.frame == "to":
        if children(head, "auxpass") and words.issue_of(complement.terms.text) == "other":
            return None
        if word in ("discuss", "talk") and lemma(cue) == "refuse":
            shows = words.issue_of(complement.terms.text) not in ("other", "talks")
            return "refusal" if shows else None
        gives = word == "give" and (
            children(head, "prt") or words.issue_of(complement.terms.text) != "other"
        )
        if gives:
            return "refusal"  # "refused to give up land", "to give it more time"
        if word in _HANDING and lemma(cue) == "refuse" and children(head, "dobj"):
            things = {lemma(thing) for thing in children(head, "dobj")}
            if things & _RECORDS:
                return "refusal"
        if (
            word in ("respond", "reply")
            and lemma(cue) == "refuse"
            and _answers_a_demand(context, head)
        ):
            return "refusal"
        return None if words.has("speaking", word) or word in ("rule", "exclude") else "refusal"
    if row.kind == "refusal" and complement.frame == "ing" and word in ("be", "have"):
        return None
    if row.kind == "acceptance" and word == "be" and complement.frame == "to":
        return "acceptance" if words.issue_of(complement.terms.text) != "other" else None
    if row.kind == "acceptance" and is_clausal:
        if complement.frame == "clause" and not _decides(head):
            return None
        opposes = any(c.kind == "refusal" for c in words.cues.get((word, "verb"), ()))
        if is_negated(head) and opposes:
            return "concession"  # "agreed it would not oppose the plan"
        return "concession" if words.has("yielding-back", word) else "acceptance"
    return row.kind


def _demand(context: Context, row: MoveCue, cue: Token, complement: Complement) -> MoveKind | None:
    head, word = complement.head, lemma(complement.head)
    stands = lemma(cue) == "seek" and context.words.has("office-held", word)
    if stands and head.tag_ != "NNS":
        return None  # "is seeking a second term"
    if complement.frame == "to" and word in ("know", "see", "hear", "speak", "be"):
        return None
    if "against" in complement.frame and not complement.told and not _is_attack(context, head):
        return None
    if lemma(cue) == "want" and modals(cue) & {"would", "'d", "’d", "might"}:
        return None
    if complement.frame != "clause":
        if lemma(cue) == "warn" and complement.frame == "object-to":
            return "demand" if is_negated(head) else None
        return "demand"
    if lemma(cue) == "insist" and is_negated(head) and modals(head) & _FUTURE:
        return None  # what the party says it will not do is a refusal of its own
    return _asked(row, head, cue)


def _threat(context: Context, row: MoveCue, cue: Token, complement: Complement) -> MoveKind | None:
    words, head = context.words, complement.head
    is_clausal = complement.frame in _CLAUSAL or head.pos_ == "VERB"
    if lemma(cue) in ("vote", "plan"):
        leaves = words.has("walkout", lemma(head)) and bearing(words, head) == "harm"
        leaves = leaves or any(words.has("stoppage", lemma(one)) for one in cores(head))
        return "threat" if leaves else None
    if lemma(cue) in ("warn", "warning") and not is_clausal:
        comes_alone = words.has("befalling", lemma(head)) and not has_condition(cue)
        return None if comes_alone else "threat"
    if lemma(cue) in ("warn", "warning"):
        if complement.frame == "clause" and _denies(context, head):
            return "threat" if _is_conditional(head) else None  # else it forecasts
        return "threat" if _hurts(context, complement) or _warns_of_own(head, context) else None
    if lemma(cue) in ("promise", "pledge") and lemma(head) in _MEASURES:
        return None  # "promised action": no harm is meant
    if "prospect" in row.lemmas[0] or "possibility" in row.lemmas[0] or "right" in row.lemmas[0]:
        return "threat" if bearing(words, head) == "harm" else None
    return "threat"


def _denies(context: Context, head: Token) -> bool:
    """ "warned that there would be no deal"."""
    things = children(head, "attr") if children(head, "expl") else []
    return any(
        any(c.lower_ == "no" for c in thing.children)
        and any(context.words.has(c, lemma(thing)) for c in ("pact", "good", "put"))
        for thing in things
    )


def _is_conditional(head: Token) -> bool:
    """Whether an "if" or "unless" follows, wherever the parse hangs it."""
    return any(t.lower_ in ("if", "unless", "until") for t in head.doc[head.i : head.sent.end])


def _warns_of_own(head: Token, context: Context) -> bool:
    """ "warned it will move jobs abroad": what the party itself will do."""
    subject = next(iter(children(head, "nsubj")), None)
    is_self = subject is not None and subject.lower_ in ("it", "they", "he", "she", "we", "i")
    acts = head.pos_ == "VERB" and children(head, "dobj", "xcomp", "prt")
    is_plain = bool(modals(head) & {"will", "would", "'ll"}) and not is_negated(head)
    return bool(is_self and acts and is_plain and bearing(context.words, head) != "help")


def _promise(context: Context, complement: Complement) -> MoveKind:
    words, head = context.words, complement.head
    if is_negated(head):
        return "refusal" if words.has("yielding", lemma(head)) else "promise"
    if stays_away(words, head):
        return "refusal"
    return "threat" if bearing(words, head) == "harm" else "promise"


def _promised_thing(context: Context, head: Token) -> MoveKind:
    return "threat" if bearing(context.words, head) == "harm" else "promise"


def _hinted(context: Context, complement: Complement) -> MoveKind | None:
    """ "signalled that it could cap enrichment", "hinted that it might stop the trains"."""
    head = complement.head
    own = modals(head)
    if not own & (_FUTURE | {"could", "might", "may"}) or is_negated(head):
        return None
    if complement.frame != "clause" or not children(head, "nsubj"):
        return None
    subject = children(head, "nsubj")[0]
    owned = any(c.dep_ == "poss" and c.pos_ == "PRON" for c in subject.children)
    if subject.pos_ != "PRON" and not (owned and words_of_self(context, subject)):
        return None
    found = bearing(context.words, head)
    looks_away = any(lemma(o) in ("option", "alternative") for o in children(head, "dobj"))
    if found == "harm" or looks_away:
        return "threat"
    return "offer" if found == "help" or context.words.has("yielding", lemma(head)) else None


def _is_attack(context: Context, head: Token) -> bool:
    """ "warned against any foreign intervention": what others are told not to do."""
    if head.tag_ == "VBG" and head.pos_ == "VERB":
        return bool(children(head, "dobj"))
    return context.words.has("aggression", lemma(head))


def _is_law(context: Context, complement: Complement) -> bool:
    """ "proposed new rules on data": a law in the making, put to nobody."""
    head = complement.head
    return (
        head.pos_ == "NOUN"
        and context.words.has("law", lemma(head))
        and not context.actors(complement.told)
        and not context.owners(head)
    )


def _is_own_plan(context: Context, complement: Complement) -> bool:
    """ "The board approved a plan": its own, where nobody else's is named."""
    head = complement.head
    return lemma(head) in _PLANS and not context.owners(head)


def _answers_a_demand(context: Context, verb: Token) -> bool:
    """ "refused to respond to the ultimatum", but not "to a request for comment"."""
    preps = [p for p in children(verb, "prep") if p.lower_ == "to"]
    put = [o for p in preps for o in children(p, "pobj") if context.words.has("put", lemma(o))]
    asked = [
        lemma(o)
        for one in (verb, *put)
        for p in children(one, "prep")
        if p.lower_ == "for"
        for o in children(p, "pobj")
    ]
    return bool(put) and not any(context.words.has("remark", word) for word in asked)


def _is_routine(context: Context, complement: Complement) -> bool:
    """ "signed 15 agreements", "signed a memorandum": everyday diplomacy, and no dispute."""
    head = complement.head
    is_counted = head.tag_ == "NNS" and bool(children(head, "nummod"))
    is_memo = lemma(head) in ("memorandum", "understanding")
    if not is_counted and not is_memo:
        return False
    return is_memo or context.words.issue_of(complement.terms.text) in (
        "other",
        "talks",
        "peace-deal",
    )


def words_of_self(context: Context, subject: Token) -> bool:
    """ "her government", "their union": what a speaker calls the own side."""
    return context.words.has("selves", lemma(subject))


def _weighed(context: Context, cue: Token, complement: Complement) -> MoveKind | None:
    """What "is considering ..." may become: a threat, an offer, a concession."""
    words, head = context.words, complement.head
    word = lemma(head)
    if any(lemma(t) in ("warn", "threaten") for t in _governing(cue)):
        return "threat" if bearing(words, head) == "harm" else None
    if head.pos_ != "VERB":
        if words.has("harm-noun", word) and not words.has("put", word):
            return "threat"
        return "offer" if words.has("put", word) else None
    if words.has("yielding-back", word) or word in ("halve", "lower", "reduce", "ease", "lift"):
        return "concession"
    if words.has("accepting", word):
        return "acceptance"
    found = bearing(words, head)
    return {"harm": "threat", "help": "offer"}.get(found or "")  # type: ignore[return-value]


def _governing(cue: Token) -> Iterator[Token]:
    """The words under which a clause stands: "warned", "a warning", "warned of plans"."""
    current = cue
    while current.dep_ in ("ccomp", "acl", "relcl", "pobj", "prep", "conj", "xcomp"):
        current = current.head
        yield current


def _asked(row: MoveCue, head: Token, cue: Token | None = None) -> MoveKind | None:
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
        "could",
        "did",
        "do",
        "does",
    }:
        return row.kind
    is_have_to = lemma(head) in ("have", "need") and children(head, "xcomp")
    if is_have_to or (head.tag_ == "VBN" and "be" in own and not own & {"will", "would"}):
        return row.kind
    if head.tag_ in ("VBN", "VBD") and not own and "want" in row.lemmas:
        return row.kind  # "wants the crew freed"
    is_past = cue is not None and (
        cue.tag_ == "VBD" or cue.pos_ == "NOUN" or (cue.tag_ == "VBG" and lemma(cue) == "demand")
    )
    if head.tag_ == "VBP" and not own and (is_past or _is_third_singular(head)):
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
    return bool(modals(head) & _FUTURE) or head.tag_ == "VB"


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
    if is_negated(head):
        return False
    if lemma(head) in _ENDING and words.has("good", lemma(subject)):
        return True  # "warned that the truce would end"
    if lemma(head) in _STARTING and words.has("harm-noun", lemma(subject)):
        return True
    if bearing(words, head) != "harm":
        return False
    return bool(context.parties(subject)) or subject.pos_ == "PRON"
