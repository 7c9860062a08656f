"""Finding the moves of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.reading import Reading
from onrecord.moves.answers import answers
from onrecord.moves.comparisons import comparisons
from onrecord.moves.conditions import depending
from onrecord.moves.deadlines import deadlines, due_at, due_by, limit_of
from onrecord.moves.found import TAGGER, Draft, Found
from onrecord.moves.from_nouns import from_adjective, from_noun
from onrecord.moves.from_statements import from_statements
from onrecord.moves.from_verbs import from_verb
from onrecord.moves.limits import from_given, from_limit, loose_limits
from onrecord.moves.listed import counted, from_list
from onrecord.moves.lookalikes import is_sport
from onrecord.moves.otherwise import joined_by_threat, with_otherwise
from onrecord.moves.parties import Context
from onrecord.moves.plain_answers import fragment
from onrecord.moves.red_lines import from_right
from onrecord.moves.said import from_said
from onrecord.moves.tagger import MoveTagger
from onrecord.moves.tagger.merge import with_proposals
from onrecord.moves.toward import whom
from onrecord.moves.ultimatums import demanded_by_threat, without_doubles
from onrecord.record import Event, Move, Reason, Statement, row_id
from onrecord.vocabulary.moves import MoveWords

_REMEMBERED = 6  # moves before that an answer such as "Corsenia agreed" may be to
_NEAR = 500  # characters between a demand and words that date the ultimatum
_EVENT_KINDS = {
    "demand": {"REQUEST", "THREATEN"},
    "offer": {"AGREE", "COOPERATE", "AID"},
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
    tagger: MoveTagger | None = None,
) -> Found:
    """The moves and deadlines of an article.

    Args:
        reading: the article's reading.
        statements, events: its rows, which moves refer to.
        words: cues, classes of words, and issues.
        tagger: proposes moves that no rule finds; None for the rules alone.
    """
    context = Context(reading, statements, words)
    found = by_rules(context)
    if tagger is not None:
        found = with_proposals(context, found, tagger)
    drafts = [with_otherwise(context, draft) for draft in found]
    drafts = [_timed(reading, draft) for draft in joined_by_threat(drafts)]
    drafts = _with_loose_limits(context, drafts)
    kept = sorted(without_doubles(drafts), key=lambda d: (d.start, d.terms.start, d.kind))
    rows: list[Move] = []
    reasons: list[Reason] = []
    for draft in kept:
        word = context.word(draft.party, draft.cue.start, draft.terms.start)
        if context.is_observed(word) and (draft.is_possible or draft.rule == TAGGER):
            continue
        if draft.kind in ("threat", "refusal") and context.keeps_order(draft.party):
            continue
        identity = row_id(reading.article.id, "m", len(rows) + 1)
        row = _row(context, draft, events, word, identity)
        rows.append(row)
        reasons.append(Reason(row.id, row.article, draft.rule, draft.detail))
    reasons.extend(comparisons(reading.article.text, rows))
    return Found(tuple(rows), deadlines(rows, reading), tuple(reasons))


def by_rules(context: Context) -> list[Draft]:
    """What the rules find."""
    found = _once(list(_drafts(context)))
    found = _once([*found, *from_statements(context, found)])
    return [draft for draft in found if not is_sport(context, draft)]


def _drafts(context: Context) -> Iterator[Draft]:
    """Everything the rules find, the surer rules first for each sentence."""
    earlier: tuple[Draft, ...] = ()
    for sentence in context.reading.sentences():
        found: list[Draft] = []
        tokens = list(sentence)
        for token in tokens:
            if token.pos_ == "NOUN":
                found.extend(from_list(context, token))
                found.extend(from_limit(context, token))
        for token in tokens:
            if token.pos_ in ("VERB", "AUX"):
                found.extend(counted(context, token))
                found.extend(from_given(context, token))
        for token in tokens:
            if token.dep_ in ("acomp", "oprd", "conj") or (
                token.dep_ == "ccomp" and token.pos_ == "ADJ"
            ):
                found.extend(from_adjective(context, token))
            if token.pos_ == "VERB":
                found.extend(from_verb(context, token))
            elif token.pos_ == "NOUN":
                found.extend(from_noun(context, token))
                if token.lower_ == "right":
                    found.extend(from_right(context, token))
        for token in tokens:
            if token.pos_ in ("VERB", "AUX"):
                found.extend(from_said(context, token))
        found.extend(fragment(context, sentence))
        for draft in list(found):
            found.extend(demanded_by_threat(context, draft))
            found.extend(depending(context, draft))
        found.extend(answers(context, sentence, [*earlier, *found]))
        yield from found
        earlier = (*earlier, *found)[-_REMEMBERED:]


def _once(drafts: list[Draft]) -> list[Draft]:
    """Without a second draft on the same words; the first rule wins."""
    kept: list[Draft] = []
    for draft in drafts:
        if not any(_is_same(draft, other) for other in kept):
            kept.append(draft)
    return kept


def _is_same(one: Draft, other: Draft) -> bool:
    if one.party != other.party:
        # what a leader says the country's condition is, read by two rules
        rules = {one.rule, other.rule}
        return rules == {"depends", "only-then"} and one.terms == other.terms
    overlap = min(one.terms.end, other.terms.end) - max(one.terms.start, other.terms.start)
    if overlap <= 0:
        same_words = one.terms.text.lower() == other.terms.text.lower()
        return same_words and one.kind == other.kind and one.cue == other.cue
    if one.kind == other.kind or {one.kind, other.kind} <= {"condition", "demand", "offer"}:
        return overlap >= 0.5 * min(len(one.terms.text), len(other.terms.text))
    return one.terms == other.terms


def _with_loose_limits(context: Context, drafts: list[Draft]) -> list[Draft]:
    """Demands of a party whose ultimatum the article dates elsewhere, near by."""
    limits = [
        (party, due)
        for party, offset, noun in loose_limits(context)
        if (due := limit_of(context.reading, offset, noun.sent.end_char)) is not None
    ]
    if not limits:
        return drafts
    found = []
    for draft in drafts:
        if draft.kind == "demand" and draft.due is None:
            near = [
                due
                for party, due in limits
                if party == draft.party and abs(due.start - draft.start) < _NEAR
            ]
            if near:
                draft = draft.having(due=near[0])
        found.append(draft)
    return found


def _timed(reading: Reading, draft: Draft) -> Draft:
    due = due_by(reading, draft)
    if due is None:
        return draft.having(due=due_at(reading, draft))
    sentence = reading.tokens(draft.start, draft.end)[0].sent
    timed = draft.having(due=due)
    if due.text.startswith("to ") and draft.terms.start < due.start < draft.terms.end:
        timed = timed.having(terms=reading.span(draft.terms.start, due.start))
    if due.start >= sentence.start_char:
        timed = timed.covering(due.start, due.end)
    return timed


def _row(
    context: Context,
    draft: Draft,
    events: Sequence[Event],
    word: Statement | None,
    identity: str,
) -> Move:
    reading = context.reading
    sentence = reading.tokens(draft.terms.start, draft.terms.end)[0].sent
    own = word is None or context.is_own_word(word, draft.party)
    status = "made" if own else "reported"
    if draft.is_possible:
        status = "possible"
    if draft.is_withdrawn:
        status = "withdrawn"
    span = reading.span(draft.start, draft.end)
    event = _event(events, draft)
    return Move(
        id=identity,
        article=reading.article.id,
        start=span.start,
        end=span.end,
        text=span.text,
        kind=draft.kind,
        issue=context.words.issue_of(draft.terms.text, sentence.text),
        terms=(draft.terms,),
        status=status,  # type: ignore[arg-type]
        party=draft.party,
        toward=whom(context, draft),
        otherwise=(draft.otherwise,) if draft.otherwise else (),
        deadline=draft.due,
        event=event.id if event else None,
        statement=word.id if word else None,
    )


def _event(events: Sequence[Event], draft: Draft) -> Event | None:
    """The event that the move is: its trigger is the cue, or lies in its words and fits."""
    wanted = _EVENT_KINDS.get(draft.kind, set())
    fitting = [e for e in events if e.event in wanted]
    for event in fitting:
        triggers = (event.trigger, *event.mentions)
        if any(t.start < draft.cue.end and draft.cue.start < t.end for t in triggers):
            return event
    for event in fitting:
        inside = draft.start <= event.trigger.start < draft.terms.start
        if inside and draft.party in event.actors:
            return event
    return None
