"""What an offer, a promise or a refusal is made to depend on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.moves.complement import are_apart
from onrecord.moves.found import Draft
from onrecord.moves.grammar import (
    SUBJECTS,
    agents,
    children,
    joined,
    marks,
    tells_of_demands,
)
from onrecord.moves.parties import Context
from onrecord.moves.terms import noun_terms, with_subject
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

_IN_TURN = re.compile(r"\bin (?:return|exchange) for\b", re.IGNORECASE)
_LEADING = re.compile(
    r"\b(?:in (?:return|exchange) for|on (?:the )?(?:condition|understanding|basis|proviso) that|"
    r"provided(?: that)?|providing(?: that)?|(?:as|so) long as(?! it takes)|"
    r"only (?:after|once|when|if)|"
    r"subject to|"
    r"(?:paid|released|delivered|lifted|disbursed|handed over|returned) (?:once|if|when))\b",
    re.IGNORECASE,
)
_UNTIL = re.compile(
    r"\b(?:until|till|unless|before|without|pending(?! (?:an?|the|further|its|his|her)?\s*(?:"
    r"outcome|result|investigation|review|inquiry|probe|appeal|approval|trial|hearing|talks)))\b",
    re.IGNORECASE,
)
_DO_SO = re.compile(
    r"(?:it|they|he|she|we|you|that) (?:do|does|did)(?: so| that| it)?", re.IGNORECASE
)
_ONLY = re.compile(r"only (?:when|if|once|after)\s+", re.IGNORECASE)
_WITHOUT = re.compile(r" without | pending ")
_STOP = re.compile(r"[;.]\s")
_AFTER = 60  # characters from the terms to the words that lead to a condition
_IFS = frozenset({"if", "provided", "once", "until", "unless", "when", "before"})
_DEPENDENT = frozenset({"offer", "promise", "acceptance", "concession", "refusal"})


def depending(context: Context, draft: Draft) -> Iterator[Draft]:
    """The conditions of an offer: "if Corsenia recognised the zone", "in return for a pledge".

    What a party would give in return for what it demands is an offer.
    """
    if draft.kind in _DEPENDENT:
        found = list(_from_clauses(context, draft))
        if found:
            yield from found
            return
    if draft.kind in _DEPENDENT or draft.kind in ("demand", "condition"):
        yield from _behind_words(context, draft)


def _from_clauses(context: Context, draft: Draft) -> Iterator[Draft]:
    tokens = context.reading.tokens(draft.terms.start, draft.terms.end)
    cue = context.reading.tokens(draft.cue.start, draft.cue.end)[0]
    governors = {t.i for t in tokens} | {cue.i, cue.head.i}
    for token in cue.sent:
        if token.head.i not in governors:
            continue
        if token.dep_ in ("advcl", "conj") and _is_condition(token, draft):
            together = [
                v
                for v in joined(token)
                if v.i == token.i
                or children(v, *SUBJECTS, "auxpass")
                or (v.pos_ == "VERB" and v.tag_ == token.tag_)
            ]
            for verb in together:
                if tells_of_demands(verb):
                    continue
                terms = with_subject(context.reading, verb, together)
                subjects = children(verb, "nsubj") or children(token, "nsubj")
                told = context.actors([*subjects, *agents(verb)])
                yield from _condition(context, draft, terms, told)
            return


def _behind_words(context: Context, draft: Draft) -> Iterator[Draft]:
    """What stands behind "in return for", "only after", "provided that", right after the terms."""
    text = context.reading.article.text
    sentence = context.reading.tokens(draft.cue.start, draft.cue.end)[0].sent
    pattern = _UNTIL if draft.kind == "refusal" else _LEADING
    if draft.kind in ("demand", "condition"):
        pattern = _IN_TURN
    start = max(draft.terms.end - 1, draft.cue.end)
    if draft.kind == "refusal" and _WITHOUT.search(draft.terms.text):
        start = draft.cue.end  # "will not recognise it without a treaty"
    for match in pattern.finditer(text, start, min(sentence.end_char, start + _AFTER)):
        if _STOP.search(text, start, match.start()):
            return
        heads = heads_after(context, match.end(), sentence.end_char)
        if len(heads) > 1 and heads[0].pos_ != "VERB":
            spans = [noun_terms(context.reading, head, heads) for head in heads]
            heads = heads if are_apart(context.words, spans) else heads[:1]
        for head in heads:
            is_without = match.group().lower() in ("without", "pending") and head.pos_ == "NOUN"
            if pattern is _UNTIL and head.pos_ not in ("VERB", "AUX") and not is_without:
                continue  # "until May 22"
            if head.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
                terms = noun_terms(context.reading, head, heads if len(heads) > 1 else None)
            else:
                terms = with_subject(context.reading, head, [head])
            told = context.actors([*children(head, "nsubj"), *agents(head)])
            for one in _condition(context, draft, terms, told):
                yield one if draft.kind != "demand" else one.having(kind="offer", toward=())
        return


def heads_after(context: Context, start: int, end: int) -> list[Token]:
    """The heads of the clause or noun phrases that begin at ``start``."""
    tokens = [t for t in context.reading.tokens(start, end) if t.idx >= start and not t.is_space]
    if not tokens:
        return []
    first = top = tokens[0]
    while top.head.i >= first.i and top.dep_ not in ("ROOT", "ccomp", "parataxis"):
        if top.head.dep_ == "ROOT" or top.head.idx >= end:
            break
        top = top.head
    if top.pos_ in ("DET", "ADP", "SCONJ", "PUNCT", "ADV", "PART"):
        return []
    if top.pos_ in ("VERB", "AUX"):
        return [v for v in joined(top) if v.i == top.i or children(v, *SUBJECTS)]
    return [n for n in joined(top) if n.pos_ in ("NOUN", "PROPN", "NUM", "VERB")]


def _is_condition(verb: Token, draft: Draft) -> bool:
    opening = marks(verb) | {verb.left_edge.lower_, verb.lower_}
    if "if" in opening and verb.left_edge.lower_ == "even":
        return False
    if draft.kind == "refusal":
        return bool(opening & {"until", "unless"})
    if verb.dep_ == "conj":
        return "if" in marks(verb)
    return bool(opening & _IFS - {"unless", "before"})


def _condition(
    context: Context, draft: Draft, terms: Span | None, told: tuple[str, ...]
) -> Iterator[Draft]:
    if terms is None or _DO_SO.fullmatch(terms.text):
        return
    lead = _ONLY.match(terms.text)
    if lead is not None:
        terms = context.reading.span(terms.start + lead.end(), terms.end)
    toward = tuple(t for t in told or draft.toward if t != draft.party)
    yield draft.having(
        kind="condition",
        terms=terms,
        toward=toward,
        start=min(draft.start, terms.start),
        end=max(draft.end, terms.end),
        rule="depends",
        detail=f"what the {draft.kind} depends on",
    )
