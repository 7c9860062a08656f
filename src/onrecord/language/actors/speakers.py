"""Who speaks in each quotation, for "I" and "we": the nearest subject of a verb of saying.

A light answer for pronouns only; the statements have their own, fuller one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from onrecord.language.actors.clauses import Clauses
from onrecord.language.actors.entities import Entity
from onrecord.language.actors.saying import SAYING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def speakers(clauses: Clauses, of_head: Mapping[int, Entity]) -> dict[int, Entity]:
    """Start of an outermost quotation -> its speaker."""
    found: dict[int, Entity] = {}
    previous: Entity | None = None
    previous_end = -10
    for quotation in clauses.quotations:
        if quotation.depth != 0:
            continue
        said = _around(clauses, quotation.start, quotation.end, of_head)
        if said is None and previous is not None:
            near = quotation.start - previous_end < 240 or quotation.continues
            said = previous if near else None
        if said is not None:
            found[quotation.start] = said
            previous = said
        previous_end = quotation.end
    return found


def _around(clauses: Clauses, start: int, end: int, of_head: Mapping[int, Entity]) -> Entity | None:
    """The subject of a verb of saying that stands just before or after the quotation."""
    doc = clauses.doc
    best: tuple[int, Entity] | None = None
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    lower, upper = max(0, span.start - 14), min(len(doc), span.end + 16)
    for token in [*doc[lower : span.start], *doc[span.end : upper]]:
        if token.pos_ != "VERB" or token.lemma_ not in SAYING:
            continue
        if clauses.quotation(token) != -1 or not _same_paragraph(clauses, token, span):
            continue
        subject = clauses.subject(token)
        entity = of_head.get(subject.i) if subject is not None else None
        distance = min(abs(token.idx - start), abs(token.idx - end))
        distance += 40 if token.idx < start else 0
        if entity is not None and (best is None or distance < best[0]):
            best = (distance, entity)
    return best[1] if best else None


def _same_paragraph(clauses: Clauses, token: Token, span: Tokens) -> bool:
    edge = span.end - 1 if token.i >= span.end else span.start
    return clauses.paragraph[token.i] == clauses.paragraph[edge]
