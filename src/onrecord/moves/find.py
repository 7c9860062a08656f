"""Finding the moves of an article."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from onrecord.language.reading import Reading
from onrecord.moves.deadlines import deadlines, due_by
from onrecord.moves.found import Draft, Found
from onrecord.moves.from_parse import from_parse
from onrecord.moves.from_statements import from_statements
from onrecord.record import Event, Move, Reason, Span, Statement, row_id
from onrecord.vocabulary.moves import MoveWords

_OTHERWISE = re.compile(
    r"(?:,\s*)?\b(?P<rest>or (?:else\s)?(?:face|risk|be|suffer|lose|see|it|they|else|meet)\b.*)",
    re.IGNORECASE | re.DOTALL,
)
_EVENT_KINDS = {
    "demand": {"REQUEST"},
    "threat": {"THREATEN"},
    "refusal": {"REJECT"},
    "acceptance": {"AGREE"},
    "promise": {"AGREE"},
    "concession": {"CONCEDE", "RETREAT"},
}


def find_moves(
    reading: Reading,
    statements: Sequence[Statement],
    events: Sequence[Event],
    words: MoveWords,
) -> Found:
    """The moves and deadlines of an article.

    Args:
        reading: the article's reading.
        statements, events: its rows, which moves refer to.
        words: cues and issues.
    """
    drafts = [*from_parse(reading, statements), *from_statements(reading, statements)]
    kept = sorted(_once(drafts), key=lambda d: (d.span.start, d.terms.start))
    rows, reasons = [], []
    for number, draft in enumerate(kept, 1):
        row = _row(reading, draft, events, words, row_id(reading.article.id, "m", number))
        rows.append(row)
        reasons.append(Reason(row.id, row.article, draft.rule, draft.detail))
    return Found(tuple(rows), deadlines(rows, reading.article.published), tuple(reasons))


def _once(drafts: list[Draft]) -> list[Draft]:
    """Without a second draft of the same kind on the same words; the first rule wins.

    A statement that holds finer moves of its kind ("would never recognise A and keeps the right
    to B") gives way to them.
    """
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_is_same(draft, other) or _holds(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _holds(draft: Draft, other: Draft) -> bool:
    return (
        draft.kind == other.kind
        and draft.terms.start <= other.terms.start
        and other.terms.end <= draft.terms.end
    )


def _is_same(one: Draft, other: Draft) -> bool:
    if one.kind != other.kind and {one.kind, other.kind} != {"condition", "demand"}:
        return False
    overlap = min(one.terms.end, other.terms.end) - max(one.terms.start, other.terms.start)
    if one.party != other.party:
        return False
    return overlap > 0


def _row(
    reading: Reading, draft: Draft, events: Sequence[Event], words: MoveWords, identity: str
) -> Move:
    terms, otherwise = _split(reading, draft.terms)
    sentence = reading.tokens(draft.span.start, draft.span.end)[0].sent
    due = due_by(reading, draft)
    span = draft.span
    if due is not None:
        span = reading.span(min(span.start, due.start), max(span.end, due.end))
    event = _event(events, draft)
    return Move(
        id=identity,
        article=reading.article.id,
        start=span.start,
        end=span.end,
        text=span.text,
        kind=draft.kind,
        issue=words.issue_of(terms.text, sentence.text),
        terms=(terms,),
        status=_status(draft),
        party=draft.party,
        toward=tuple(a for a in (draft.toward or _toward(reading, draft)) if a != draft.party),
        otherwise=(otherwise,) if otherwise else (),
        deadline=due,
        event=event.id if event else None,
        statement=draft.statement,
    )


def _status(draft: Draft) -> Literal["made", "reported", "possible"]:
    if draft.is_possible:
        return "possible"
    return "reported" if draft.is_reported else "made"


def _split(reading: Reading, terms: Span) -> tuple[Span, Span | None]:
    """Terms without what follows if not: "make peace" and "or face new sanctions"."""
    match = _OTHERWISE.search(terms.text)
    if match is None or match.start() == 0:
        return terms, None
    rest = reading.span(terms.start + match.start("rest"), terms.end)
    text = reading.article.text
    end = rest.end
    while end > rest.start and text[end - 1] in ".,;:”\"’' ":
        end -= 1
    return reading.span(terms.start, terms.start + match.start()), reading.span(rest.start, end)


def _toward(reading: Reading, draft: Draft) -> tuple[str, ...]:
    """Who is meant: the subject of "for Russia to agree", "that Ostland lift", "Russia to"."""
    tokens = reading.tokens(draft.terms.start, draft.terms.end)
    for token in tokens[:12]:
        if token.dep_ in ("nsubj", "pobj", "dobj", "nsubjpass"):
            actor = reading.actor_at(token)
            if actor is not None and token.dep_ == "nsubj":
                return (actor,)
            if actor is not None and draft.kind == "threat":
                return (actor,)
    return ()


def _event(events: Sequence[Event], draft: Draft) -> Event | None:
    wanted = _EVENT_KINDS.get(draft.kind, set())
    for event in events:
        if event.event in wanted and draft.span.start <= event.trigger.start < draft.span.end:
            return event
    return None
