"""Moves that a party makes in what it says: "must", "will not", "we will", "not on the table"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.frames import aimed_at, clause_terms, noun_terms, verb_terms
from onrecord.moves.from_verbs import cues_of
from onrecord.moves.grammar import (
    SUBJECTS,
    children,
    ids,
    is_negated,
    joined,
    lemma,
    marks,
    modals,
    owners,
    subject_of,
    trimmed,
    verbs_joined,
)
from onrecord.moves.mood import is_supposed
from onrecord.moves.parties import Context
from onrecord.record import MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_FUTURE = frozenset({"will", "would", "'ll", "’ll", "shall", "'d", "wo", "’d"})
_SELF = frozenset({"i", "we"})
_OUT = (
    "not on the table",
    "off the table",
    "out of the question",
    "non-negotiable",
    "not negotiable",
    "not up for negotiation",
    "not for sale",
    "not for discussion",
    "not up for discussion",
    "a red line",
    "red line",
    "not acceptable",
    "unacceptable",
    "a non-starter",
    "not an option",
    "no longer on the table",
)
_NEED = frozenset({"required", "needed", "essential", "necessary", "indispensable", "imperative"})
_UNIONS = frozenset({"EUR", "IGO"})  # countries of bodies of many states
_DEEMING = frozenset({"treat", "regard", "consider", "view", "see"})
_STAYING = frozenset({"stay", "stand", "remain", "continue", "keep"})


def from_said(context: Context, verb: Token) -> Iterator[Draft]:
    """The drafts of one clause of what somebody says (or of a refusal in the outlet's voice)."""
    if is_supposed(verb) or verb.dep_ in ("relcl", "advcl", "acl", "csubj"):
        return
    holders = context.holders(verb.idx)
    statement = next((h for h in holders if h.source is not None), None)
    for rule in (_out_of_question, _never, _obliging, _needed, _own_act, _in_turn, _imperative):
        drafts = list(rule(context, verb, statement))
        if drafts:
            yield from drafts
            return


def _source(context: Context, statement: Statement | None) -> str | None:
    """The party that says it: no medium, no analyst, no thought of somebody else's."""
    if statement is None or statement.negated or statement.form == "thought":
        return None
    return statement.source if context.is_party(statement.source) else None


def _make(
    context: Context,
    kind: MoveKind,
    party: str | None,
    terms: Span | None,
    verb: Token,
    rule: str,
    toward: tuple[str, ...] = (),
) -> Iterator[Draft]:
    if terms is None or party is None:
        return
    starts = [
        terms.start,
        verb.idx,
        *(c.left_edge.idx for c in children(verb, *SUBJECTS) if c.sent.start == verb.sent.start),
    ]
    yield Draft(
        kind=kind,
        party=party,
        terms=terms,
        cue=context.reading.span_of(verb),
        start=min(starts),
        end=max(terms.end, verb.idx + len(verb)),
        rule=rule,
        detail=f"“{verb.text}” in what the party says",
        toward=tuple(t for t in toward if t != party),
    )


def _never(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "would never recognise ...", "will not accept ..."."""
    own = modals(verb)
    if not is_negated(verb) or not own & (_FUTURE | {"can", "ca", "could", "cannot"}):
        return
    if "could" in own and statement is None:
        return
    subject = subject_of(verb)
    gives_up = any(c.lower_ in ("up", "in", "way") for c in children(verb, "prt", "dobj"))
    if subject is None or (context.words.has("speaking", lemma(verb)) and not gives_up):
        return
    yields = context.words.has("yielding", lemma(verb))
    if not yields or not own & _FUTURE:
        whole = verb_terms(context.reading, verb, _shared(verb))
        mine = _source(context, statement)
        if mine is None or statement is None or whole is None:
            return
        if not _is_self(context, statement, mine, subject):
            return
        if not yields and context.words.issue_of(whole.text) == "other":
            return
    passive = bool(children(verb, "nsubjpass"))
    parties = context.parties(subject)
    if passive or not parties:
        party = _source(context, statement)
        if not passive or party is None:
            return
        together = [verb]
        terms = _whole_clause(context, verb)
        yield from _make(context, "refusal", party, terms, verb, "negated-verb")
        return
    party = _source(context, statement)
    if statement is not None and party is None and context.is_observed(statement):
        return
    together = _shared(verb)
    for one in together:
        if one.i != verb.i and modals(one) - own:
            continue
        terms = verb_terms(context.reading, one, together)
        for each in parties:
            yield from _make(context, "refusal", each, terms, one, "negated-verb")


def _shared(verb: Token) -> list[Token]:
    """A verb and the verbs joined to it that share its subject."""
    return [
        v
        for v in joined(verb)
        if v.i == verb.i or (v.pos_ == "VERB" and not children(v, *SUBJECTS))
    ]


def _whole_clause(context: Context, verb: Token) -> Span | None:
    terms = clause_terms(context.reading, verb, [verb])
    if terms is None:
        return None
    starts = [c.left_edge.idx for c in children(verb, *SUBJECTS) if c.sent == verb.sent]
    return trimmed(context.reading, min([terms.start, *starts]), terms.end)


def _obliging(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Ostland must withdraw", "they have to pay": a demand of whoever says it."""
    party = _source(context, statement)
    if party is None:
        return
    own = modals(verb)
    is_must = "must" in own
    has_to = lemma(verb) in ("have", "need") and any(
        c.tag_ == "TO" for x in children(verb, "xcomp") for c in x.children
    )
    if not is_must and not (has_to and not own & {"may", "might", "did"}):
        return
    if is_negated(verb) and has_to:
        return
    subject = next(iter(children(verb, "expl")), None) or subject_of(verb)
    if subject is None or subject.lower_ in ("i", "we", "you", "one", "everyone", "people"):
        return
    mine = ids(context.reading, [subject])
    if party in mine or (mine and _is_same_side(context, party, mine[0])):
        return
    head = children(verb, "xcomp")[0] if has_to else verb
    together = verbs_joined(head)
    toward = context.actors([subject]) or tuple(context.parties(subject))
    expletive = subject.lower_ == "there"
    for one in together:
        if expletive or not toward:
            yield from _nouns_needed(context, one, party)
            continue
        terms = verb_terms(context.reading, one, together)
        is_first = any(marks(c) & {"before"} for c in children(one, "advcl"))
        kind: MoveKind = "condition" if is_first else "demand"
        yield from _make(context, kind, party, terms, one, "obliging-verb", toward)


def _nouns_needed(context: Context, verb: Token, party: str) -> Iterator[Draft]:
    things = children(verb, "attr")
    things += [c for c in children(verb, "conj") if c.pos_ in ("NOUN", "PROPN")]
    if not any(c.lower_ == "there" for c in verb.children):
        terms = _whole_clause(context, verb)
        if terms is not None and context.words.issue_of(terms.text) != "other":
            yield from _make(context, "demand", party, terms, verb, "obliging-verb")
        return
    for thing in things:
        parts = joined(thing)
        for part in parts:
            terms = noun_terms(context.reading, part, parts)
            if terms is not None and context.words.issue_of(terms.text) != "other":
                yield from _make(context, "demand", party, terms, verb, "obliging-verb")


def _is_same_side(context: Context, party: str, subject: str) -> bool:
    one = context.reading.actor_by_id.get(party)
    other = context.reading.actor_by_id.get(subject)
    if one is None or other is None:
        return False
    if one.country is None or other.country is None:
        return one.kind == "person" and other.kind in ("organisation", "armed-group")
    if one.country != other.country:
        return False
    return other.kind in ("state", "government") or other.country in _UNIONS


def _is_self(context: Context, statement: Statement, party: str, subject: Token) -> bool:
    """Whether the subject of a clause is whoever says it, or their own side."""
    mine = context.parties(subject)
    if subject.lower_ in _SELF or party in mine:
        return True
    if any(_is_same_side(context, party, one) for one in mine):
        return True
    if any(context.is_named_in_source(statement, one) for one in mine):
        return True
    owned = ids(context.reading, children(subject, "poss"))
    if party in owned or any(context.is_named_in_source(statement, one) for one in owned):
        return True
    own_names = children(subject, "poss", "amod", "compound")
    return lemma(subject) in context.words.classes["spokesman"] and not own_names


def _needed(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "a full ceasefire and a leaders' summit were required"."""
    party = _source(context, statement)
    if party is None or is_negated(verb):
        return
    is_passive = verb.lower_ in _NEED and bool(children(verb, "auxpass", "nsubjpass"))
    if not is_passive and not any(c.lower_ in _NEED for c in children(verb, "acomp", "attr")):
        return
    for subject in children(verb, "nsubj", "nsubjpass"):
        parts = joined(subject)
        for part in parts:
            terms = noun_terms(context.reading, part, parts)
            if terms is not None and context.words.issue_of(terms.text) != "other":
                yield from _make(context, "demand", party, terms, verb, "needed")


def _own_act(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "we will retaliate", "Velmark would release the men": a threat or a promise."""
    party = _source(context, statement)
    own = modals(verb)
    if party is None or is_negated(verb) or not own & _FUTURE or "have" in own:
        return
    if not children(verb, "nsubj") and verb.dep_ != "conj":
        return
    subject = subject_of(verb)
    if subject is not None and children(verb, "nsubjpass") and lemma(verb) in _DEEMING:
        if "act of war" in verb.sent.text or "declaration of war" in verb.sent.text:
            yield from _make(
                context, "threat", party, _whole_clause(context, verb), verb, "own-act"
            )
        return
    if subject is None or children(verb, "nsubjpass", "auxpass"):
        return
    mine = context.parties(subject)
    word = lemma(verb)
    if statement is None or not _is_self(context, statement, party, subject):
        if word in _STAYING and context.words.issue_of(_text(context, subject)) != "other":
            if not mine and word in ("stay", "stand", "remain"):
                terms = _whole_clause(context, verb)
                yield from _make(context, "refusal", party, terms, verb, "standing")
        return
    maker = mine[0] if mine and subject.lower_ not in _SELF else party
    if children(subject, "poss") and party not in mine:
        maker = party
    if any(cue.kind != "concession" for cue, _ in cues_of(context, verb)):
        return
    if own & {"would"} and statement.form == "direct" and not _has_condition(verb):
        return
    if lemma(subject) in context.words.classes["spokesman"] and party not in mine:
        maker = party
    conditional = _has_condition(verb)
    together = _shared(verb)
    first: MoveKind | None = None
    for one in together:
        terms = verb_terms(context.reading, one, together)
        kind = _kind_of_act(context, one, terms, conditional)
        if kind is None and first == "promise" and context.words.has("helping", lemma(one)):
            kind = first
        first = first or kind
        if kind is not None:
            aimed = context.actors(aimed_at(one))
            yield from _make(context, kind, maker, terms, one, "own-act", aimed)


def _has_condition(verb: Token) -> bool:
    return any(
        marks(c) & {"if", "once", "provided", "when"} and children(c, *SUBJECTS)
        for c in children(verb, "advcl")
    )


def _kind_of_act(
    context: Context, verb: Token, terms: Span | None, conditional: bool
) -> MoveKind | None:
    words, word = context.words, lemma(verb)
    if terms is None:
        return None
    if word in _DEEMING and "war" in terms.text:
        return "threat"
    if words.has("harm", word) and (
        not words.has("helping", word)
        or any(marks(c) & {"unless"} for c in children(verb, "advcl"))
    ):
        return "threat"
    if conditional and not words.has("speaking", word):
        return "offer"
    if words.has("helping", word) and not words.has("faint", word):
        return "promise" if words.issue_of(terms.text) != "other" else None
    return None


def _text(context: Context, token: Token) -> str:
    span = noun_terms(context.reading, token)
    return span.text if span is not None else token.text


def _in_turn(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "In return New Delhi could cut its duty": a possible offer."""
    own = modals(verb)
    if not own & (_FUTURE | {"could", "may", "might"}) or is_negated(verb):
        return
    turn = [
        p
        for p in children(verb, "prep")
        if p.lower_ == "in" and any(c.lower_ in ("return", "exchange") for c in p.children)
    ]
    subject = subject_of(verb)
    if not turn or subject is None or context.is_observed(statement):
        return
    for party in context.parties(subject):
        terms = verb_terms(context.reading, verb, _shared(verb))
        for one in _make(context, "offer", party, terms, verb, "in-return"):
            yield one.having(is_possible=True)


def _imperative(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "Give us back the nine.": a demand in direct speech."""
    party = _source(context, statement)
    if party is None or statement is None or verb.tag_ not in ("VB", "VBP"):
        return
    if verb.dep_ not in ("ROOT", "ccomp") or children(verb, *SUBJECTS, "aux", "auxpass"):
        return
    if lemma(verb) in ("let", "be", "thank", "look", "see", "remember", "imagine", "say"):
        return
    quotation = context.reading.quotation_at(verb.idx)
    first = verb.sent.start if verb.left_edge.i <= verb.sent.start + 3 else -1
    if quotation is None or first < 0:
        return
    terms = clause_terms(context.reading, verb, [verb])
    if terms is not None and context.words.issue_of(terms.text) != "other":
        toward = (statement.addressee,) if statement.addressee else ()
        yield from _make(context, "demand", party, terms, verb, "imperative", toward)


def _out_of_question(context: Context, verb: Token, statement: Statement | None) -> Iterator[Draft]:
    """ "ceding land is not on the table", "enrichment is a red line for Ostland"."""
    if lemma(verb) not in ("be", "remain", "call", "cross"):
        return
    reading = context.reading
    end = min(verb.sent.end_char, verb.idx + 90)
    tail = reading.article.text[verb.idx : end].lower().replace("’", "'")
    head, _, rest = tail.partition(" ")
    tail = rest.removeprefix("n't ")
    found = next(
        (
            p
            for p in _OUT
            if tail.startswith((p, f"absolutely {p}", f"{p.removeprefix('a ')}"))
            or tail.startswith(f"not {p}")
        ),
        None,
    )
    if "n't" in head and found is None:
        found = next((p for p in _OUT if f"not {tail}".startswith(p)), None)
    if found is None or (tail.startswith("not") and not found.startswith("not")):
        return
    subjects = children(verb, *SUBJECTS)
    if not subjects:
        return
    party = _source(context, statement)
    for prep in (t for t in verb.sent if t.lower_ == "for" and t.i > verb.i):
        named = context.parties(next(iter(children(prep, "pobj")), prep))
        if named and "red line" in found:
            party = named[0]
    subject = subjects[0]
    if party is None:
        own = [o for o in owners(reading, subject) if context.is_party(o)]
        party = own[0] if own and "red line" in found else None
    terms = noun_terms(reading, subject)
    if subject.dep_ == "csubj":
        terms = clause_terms(reading, subject, [subject])
    if terms is not None and (
        found != "unacceptable" or context.words.issue_of(terms.text) != "other"
    ):
        yield from _make(context, "refusal", party, terms, verb, "red-line")


def from_right(context: Context, noun: Token) -> Iterator[Draft]:
    """ "retains the sovereign right to decide ...": a refusal to let others decide."""
    verb = noun.head
    if noun.dep_ != "dobj" or lemma(verb) not in ("retain", "reserve", "keep", "have"):
        return
    if not any(c.lower_ in ("sovereign", "sole", "own", "exclusive") for c in noun.children):
        return
    subject = subject_of(verb)
    if subject is None or is_negated(verb):
        return
    for party in context.parties(subject):
        terms = noun_terms(context.reading, noun)
        yield from _make(context, "refusal", party, terms, verb, "reserved-right")
