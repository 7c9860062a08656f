"""Moves that are statements: what a source is read to demand, offer, threaten or reject.

The rules for cues come first; this is for statements whose act is one of bargaining and whose
words no rule has read, such as those that the parse tears apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.moves.bearing import bearing
from onrecord.moves.found import Draft
from onrecord.moves.grammar import is_negated, lemma, modals, trimmed
from onrecord.moves.lookalikes import FIRST, is_order_to_own, is_ordered_inquiry, is_summons
from onrecord.moves.mood import is_supposed
from onrecord.moves.needs import is_needed
from onrecord.moves.parties import Context
from onrecord.record import MoveKind, Span, Statement
from onrecord.vocabulary.moves import MoveCue, Needs

if TYPE_CHECKING:
    from spacy.tokens import Token

_ACTS: dict[str, MoveKind] = {
    "demand": "demand",
    "threaten": "threat",
    "offer": "offer",
    "propose": "offer",
    "promise": "promise",
    "reject": "refusal",
}
_NEEDS: dict[str, Needs] = {"threat": "harm", "refusal": "put"}
_LEAD = re.compile(r"(?:to|for|that|with|of|against|on)\s+", re.IGNORECASE)
_STRONG = re.compile(
    r"demand|insist|call|urg|press|ask|seek|sought|order|requir|request|threat|warn|offer|propos|"
    r"promis|pledg|vow|reject|refus|rebuff|turn|dismiss|spurn|veto|oppos|rul|"
    r"ready|prepared|willing",
    re.IGNORECASE,
)


def from_statements(context: Context, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """A draft for each statement of bargaining that no draft has read yet."""
    for statement in context.statements:
        kind = _ACTS.get(statement.act)
        if kind is None or statement.negated or not statement.content or not statement.cue:
            continue
        if statement.form in ("direct", "thought") or not context.is_party(statement.source):
            continue
        if any(_is_read(draft, statement) for draft in drafts):
            continue
        if is_supposed(context.reading.tokens(statement.cue[0].start, statement.cue[0].end)[-1]):
            continue
        if not any(_STRONG.search(span.text) for span in statement.cue):
            continue
        terms = _terms(context, statement)
        if (
            terms is None
            or _has_a_gap(context, terms)
            or not _bears_out(context, kind, terms, statement)
        ):
            continue
        if kind == "promise" and not context.is_pledge(statement.source, terms.text):
            continue
        toward = (statement.addressee,) if statement.addressee else ()
        yield Draft(
            kind=kind,
            party=statement.source,
            terms=terms,
            cue=statement.cue[0],
            start=statement.start,
            end=statement.end,
            rule="statement",
            detail=f"a statement whose act is {statement.act}",
            toward=tuple(t for t in toward if t != statement.source),
            is_possible=statement.hedged,
        )


def _is_read(draft: Draft, statement: Statement) -> bool:
    spans = (*statement.content, *statement.cue)
    return any(
        draft.terms.start < span.end and span.start < draft.terms.end for span in spans
    ) or any(draft.cue.start < span.end and span.start < draft.cue.end for span in statement.cue)


def _terms(context: Context, statement: Statement) -> Span | None:
    first = statement.content[0]
    lead = _LEAD.match(first.text)
    return trimmed(context.reading, first.start + (lead.end() if lead else 0), first.end)


def _has_a_gap(context: Context, terms: Span) -> bool:
    """Whether it is a relative clause without its object: "the days he is ready to give them"."""
    current = context.reading.tokens(terms.start, terms.end).root
    for _ in range(3):
        if current.dep_ == "relcl":
            return True
        current = current.head
    return False


def _bears_out(context: Context, kind: MoveKind, terms: Span, statement: Statement) -> bool:
    asked = context.reading.tokens(terms.start, terms.end)
    root = asked.root
    if kind == "demand" and _is_to_own_force(context, statement):
        return False
    if kind == "demand" and is_summons(context, statement.cue[0], asked):
        return False
    if root.pos_ in ("VERB", "AUX"):
        return _is_act(context, kind, root, statement)
    words = context.words
    if kind == "offer" and words.has("law", lemma(root)):
        return False  # "proposed new rules"
    if kind == "demand" and is_ordered_inquiry(context, statement.source, statement.cue[0], asked):
        return False
    if kind == "demand" and words.has("public", lemma(root)):
        return False  # "ordered drivers to stay at home"
    if root.pos_ not in ("NOUN", "PROPN") or words.has("retail", lemma(root)):
        return False
    if kind in ("offer", "promise", "demand") and words.has("put", lemma(root)):
        return words.has("pact", lemma(root))
    row = MoveCue(lemmas=(), pos="verb", kind=kind, frames=(), needs=_NEEDS.get(kind, "asked"))
    return is_needed(context.words, root, terms, row)


def _is_to_own_force(context: Context, statement: Statement) -> bool:
    """ "ordered top officials to guard the embassy"."""
    content = statement.content[0]
    if content.text.lower().startswith("that "):
        return False
    first = context.reading.tokens(content.start, content.end)[:FIRST]
    return is_order_to_own(context, statement.cue[0], first)


def _is_act(context: Context, kind: MoveKind, root: Token, statement: Statement) -> bool:
    lead = statement.content[0].text.split(maxsplit=1)[0].lower()
    told = (t for t in root.doc[root.left_edge.i : root.i + 1] if t.pos_ == "NOUN")
    if any(context.words.has("public", lemma(t)) for t in told):
        return False
    if kind == "refusal":
        return False
    if lead != "to" and not (lead == "that" and kind == "demand"):
        return False
    if modals(root) & {"had", "has", "have", "was", "is", "are", "will", "would"}:
        return False
    if kind in ("threat", "promise"):
        return (bearing(context.words, root) == "harm") == (kind == "threat")
    return not is_negated(root)


__all__ = ["from_statements"]
