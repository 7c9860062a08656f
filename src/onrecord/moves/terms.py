"""The words of the terms: a clause without its conditions and asides, a noun without its asides."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.language.reading import Reading
from onrecord.moves.grammar import SUBJECTS, children, marks, modals, stretch, subtree, trimmed
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_IFS = frozenset({"if", "unless", "once"})
_CUT_MARKS = frozenset({"if", "unless", "provided", "failing", "otherwise", "until"})
_SHARED = frozenset("from with against by in at between among including like over".split())
_ALWAYS = frozenset({"as", "while", "because", "although", "though", "whereas"})
_ONCE = frozenset({"when", "once"})
_FUTURE = frozenset({"will", "would", "can", "could", "shall", "'ll", "’ll"})
_ASIDE_MARKS = frozenset(
    "as while after because since although though when before whereas so".split()
)
_BARGAIN = re.compile(
    r"[\s,–—]+(?:(?:but )?(?:only )?in (?:return|exchange)\b|"
    r"on (?:the )?(?:condition|understanding|proviso) that\b|"
    r"(?:but )?only (?:after|once|when|if)\b|(?:as|so) long as\b(?! it takes)|"
    r"provided (?:that|it|they|he|she|there|(?:the|an?) \w+ (?:is|are|was|were))\b|or else\b)"
)
_CALLED = re.compile(  # "stop enriching uranium, a demand Tehran has rejected"
    r", (?:an?|the) (?:\w+ )?(?:demand|condition|move|step|proposal|offer|request|threat|call)\b"
)
_SAID = re.compile(
    r",[”\"]? (?:(?:the |an? |his |her |its )?[\w’'. ()-]{1,60}?|the [A-Z][\w’'. ,()-]{1,70}?) "
    r"(?:said|says|added|told|announced|posted|wrote|warned|reported)\b.*",
    re.DOTALL,
)
_TELLING = frozenset(
    "warn say ask call urge vow threaten order demand reject refuse accuse add tell insist offer "
    "agree promise pledge announce propose express describe criticise criticize".split()
)
_ADDING = frozenset(
    "push throw deal say warn add raise put leave bring prompt accuse call cite insist describe "
    "argue note stress claim dash complicate deepen escalate".split()
)


def clause_terms(reading: Reading, verb: Token, others: list[Token]) -> Span | None:
    """The words of a clause without its conditions, asides and the clauses joined to it."""
    without = [*_cut(verb), *(o for o in others if o.i != verb.i)]
    if any(o.i != verb.i for o in others):
        without += children(verb, "cc")
    if any(o.head.i == verb.i for o in others):
        without += [c for c in children(verb, "punct") if c.i > verb.i]
    without += [c for c in verb.children if c.tag_ == "TO" or c.dep_ == "mark"]
    if verb.left_edge.lower_ == "that" and verb.left_edge.dep_ == "dative":
        without.append(verb.left_edge)  # a "that" read as a pronoun
    for token in subtree(verb, without):
        if token.dep_ == "advcl" and token.i > verb.i and marks(token) & _IFS:
            without.append(token)
    span = _until_bargain(reading, stretch(reading, subtree(verb, without), verb), verb)
    if span is None:
        return None
    text = reading.article.text[span.start : verb.sent.end_char]
    said = _SAID.search(text, verb.idx - span.start if verb.idx > span.start else 0)
    if said is not None and said.start() < len(span.text):
        return reading.span(span.start, span.start + said.start())
    return span


def with_subject(reading: Reading, verb: Token, others: list[Token]) -> Span | None:
    """The same from the subject on, where that stands before it."""
    terms = clause_terms(reading, verb, others)
    if terms is None:
        return None
    starts = [c.left_edge.idx for c in children(verb, *SUBJECTS)]
    return trimmed(reading, min([terms.start, *starts]), terms.end)


def verb_terms(reading: Reading, verb: Token, others: list[Token]) -> Span | None:
    """The words of a clause without the subject and auxiliaries: "recognise any loss of land"."""
    span = clause_terms(reading, verb, others)
    if span is None or verb.dep_ == "csubj":
        return span
    first = verb
    for child in verb.children:
        if child.i < first.i and child.dep_ in ("advmod", "prt") and child.i == first.i - 1:
            if child.lower_ not in ("never", "not", "no", "longer"):
                first = child
    return reading.span(max(span.start, first.idx), span.end)


def noun_terms(reading: Reading, noun: Token, others: list[Token] | None = None) -> Span | None:
    """The words of a noun phrase without asides; ``others`` are left out with their "and"."""
    listed = others or []
    without = [o for o in listed if o.i != noun.i]
    if noun.dep_ == "pobj":
        for again in repeated(noun.head):
            without += [again, again.nbor(-1)]
    if without:
        without += [*children(noun, "cc"), *(c for c in children(noun, "punct") if c.i > noun.i)]
    for child in noun.children:
        if child.dep_ == "relcl" and child.left_edge.i and child.left_edge.nbor(-1).text == ",":
            without.append(child)
        if child.dep_ == "appos" and child.left_edge.nbor(-1).text in ("–", "—", "-", ","):
            without.append(child)
        if child.dep_ in ("advcl", "relcl", "acl") and marks(child) & _CUT_MARKS:
            without.append(child)
    return _until_bargain(reading, stretch(reading, subtree(noun, without), noun), noun)


def _until_bargain(reading: Reading, span: Span | None, head: Token) -> Span | None:
    """Without "in return for ..." and what follows, which is another move's terms."""
    if span is None:
        return None
    for pattern in (_BARGAIN, _CALLED):
        match = pattern.search(span.text, max(0, head.idx + len(head) - span.start - 1))
        if match is not None:
            span = reading.span(span.start, span.start + match.start())
    return _until_next_act(reading, span, head)


def _until_next_act(reading: Reading, span: Span, head: Token) -> Span:
    """Without "and warned ..." and ", pushing talks to the brink", hung on a word by the parse."""
    for token in reading.tokens(span.start, span.end):
        if token.i <= head.i + 1:
            continue
        before = token.nbor(-1)
        is_told = (
            token.tag_ == "VBD" and token.lemma_ in _TELLING and before.lower_ in ("and", "but")
        )
        is_aside = token.tag_ == "VBG" and token.lemma_ in _ADDING and before.text == ","
        if is_told or is_aside:
            end = before.nbor(-1) if before.nbor(-1).text == "," else before
            return reading.span(span.start, end.idx) if end.idx > span.start else span
    return span


def _cut(verb: Token) -> Iterator[Token]:
    """Branches of a clause that are not its terms."""
    for child in verb.children:
        if child.dep_ in ("advcl", "prep", "pcomp") and child.i > verb.i:
            opening = marks(child) | {child.lower_, child.left_edge.lower_}
            is_to_come = modals(verb) & _FUTURE or verb.tag_ == "VB"
            if (
                opening & _CUT_MARKS
                or (is_to_come and opening & _ONCE)
                or (child.dep_ == "advcl" and opening & _ALWAYS and children(child, *SUBJECTS))
            ):
                yield child
            elif child.dep_ == "advcl" and (opening & _ASIDE_MARKS or child.tag_ == "VBG"):
                if child.left_edge.i and child.left_edge.nbor(-1).text in (",", "–", "—"):
                    yield child
        elif child.dep_ == "advcl" and marks(child) & _CUT_MARKS:
            yield child
        elif child.dep_ == "conj" and is_or(verb, child):
            yield child
            yield from children(verb, "cc")
        elif (
            child.dep_ == "prep"
            and child.lower_ == "in"
            and any(c.lower_ in ("return", "exchange", "turn") for c in child.children)
        ) or (child.dep_ in ("parataxis", "cc") and child.i > verb.i and child.lower_ == "or"):
            yield child
        elif child.dep_ == "conj" and (
            children(child, *SUBJECTS) or _is_past_under_bare(verb, child)
        ):
            yield child
            yield from children(verb, "cc")


def _is_past_under_bare(verb: Token, child: Token) -> bool:
    """ "had to leave and called for ...": a new act, joined by the parse to the bare form."""
    return verb.tag_ in ("VB", "VBN") and child.tag_ in ("VBD", "VBZ") and not modals(child)


def is_or(verb: Token, child: Token) -> bool:
    if child.pos_ not in ("VERB", "AUX"):
        return False
    first = child.left_edge
    if first.i > verb.i and first.nbor(-1).lower_ == "or":
        return True  # the parse may hang "or" on a noun before it
    return any(c.lower_ == "or" and verb.i < c.i < child.i for c in verb.children)


def repeated(prep: Token) -> list[Token]:
    """The same preposition again behind "and": "for a truce and for a meeting"."""
    return [
        t
        for t in subtree(prep)
        if t.i > prep.i and t.lower_ == prep.lower_ and t.nbor(-1).lower_ in ("and", "or")
    ][:1]


def with_relative(reading: Reading, noun: Token, span: Span) -> Span:
    """Without the relative clause that holds the cue itself ("that Ukraine has been seeking")."""
    for child in children(noun, "acl"):
        if child.tag_ == "VBN" and children(child, "agent") and child.i > noun.i:
            span = _trim(reading, span.start, max(noun.idx + len(noun), child.idx - 1), span)
    for child in children(noun, "relcl"):
        if not any(c.dep_ in SUBJECTS and c.lower_ in ("who", "which") for c in child.children):
            start = child.left_edge.idx
            if span.start < start < span.end:
                return _trim(reading, span.start, start, span)
    return span


def _trim(reading: Reading, start: int, end: int, whole: Span) -> Span:
    return trimmed(reading, start, end) or whole


def listed_nouns(reading: Reading, noun: Token) -> list[Span]:
    """The members of "A, B and C" by its commas, where each begins like a noun phrase.

    The parse often hangs the second member of a long list on a noun inside the first.
    """
    span = noun_terms(reading, noun)
    if span is None or "," not in span.text:
        return []
    tokens = reading.tokens(span.start, span.end)
    cuts = [t.i for t in tokens if t.text in (",", ";") or t.lower_ == "and"]
    begins = [c + (2 if noun.doc[c + 1].lower_ == "and" else 1) for c in cuts]
    begins = [
        b
        for b in begins
        if b < tokens.end and (noun.doc[b].pos_ in ("DET", "ADJ", "NUM") or _opens(noun.doc[b]))
    ]
    if len(begins) < 2 or not any(noun.doc[b - 1].lower_ == "and" for b in begins):
        return []
    if any(_is_under(noun.doc[b], noun) for b in begins):
        return []
    edges = [tokens.start, *dict.fromkeys(begins), tokens.end]
    found = []
    for first, last in pairwise(edges):
        while last > first and noun.doc[last - 1].text in (",", ";", "and"):
            last -= 1
        if last - first < 2:
            return []
        found.append(reading.span(noun.doc[first].idx, _end(noun.doc[last - 1])))
    return found


def _is_under(begin: Token, noun: Token) -> bool:
    """Whether a member belongs to a list behind "from", "with" inside the first one."""
    for ancestor in begin.ancestors:
        if ancestor.i == noun.i:
            break
        if ancestor.dep_ in ("relcl", "acl") and ancestor.i > noun.i:
            return True
    head = begin
    while head.dep_ not in ("conj", "pobj", "dobj", "ROOT") and head.head.i != head.i:
        head = head.head
    while head.dep_ == "conj" and head.head.i > noun.i:
        head = head.head
    return head.dep_ == "pobj" and head.head.lower_ in _SHARED


def _opens(token: Token) -> bool:
    """Whether a noun stands before its "of" or "for", as the first word of a member."""
    return token.pos_ == "NOUN" and token.i + 1 < len(token.doc) and token.nbor(1).pos_ == "ADP"


def _end(token: Token) -> int:
    return token.idx + len(token)
