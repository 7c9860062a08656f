"""Drafts of the rules and proposals of the tagger become one list of drafts.

Where both find the same terms, the rules' draft stands: it knows more. A proposal that no rule
has found becomes a draft where the tagger is sure enough that kind and party are right.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.moves.found import TAGGER, Draft
from onrecord.moves.grammar import modals, trimmed
from onrecord.moves.lookalikes import is_own_business, is_sport
from onrecord.moves.mood import MAYBE
from onrecord.moves.parties import Context
from onrecord.moves.tagger import MoveTagger
from onrecord.moves.tagger.proposal import Around, Proposal
from onrecord.moves.tagger.vetoes import is_vetoed
from onrecord.moves.toward import whom
from onrecord.record import Span

_LEAD = re.compile(r"(?:to|that|for|of|with|on|by|if|unless|until|once)\s+", re.IGNORECASE)
_LOOSE = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PUNCT", "SPACE"})  # end no terms
_TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_NO_MOVES = (is_sport, is_own_business, is_vetoed)


def with_proposals(context: Context, drafts: Sequence[Draft], tagger: MoveTagger) -> list[Draft]:
    """The rules' drafts with what the tagger knows around them, and the drafts that it adds."""
    told = tagger.read(context, drafts)
    known = [
        _completed(context, draft, told.around.get(number, Around()))
        for number, draft in enumerate(drafts)
    ]
    added = []
    for one in told.proposals:
        likely = tagger.likely(one)
        draft = _draft(context, one, likely) if likely >= tagger.least else None
        if draft is not None and not any(is_none(context, draft) for is_none in _NO_MOVES):
            added.append(draft)
    return [*known, *added]


def _completed(context: Context, draft: Draft, around: Around) -> Draft:
    """A draft of the rules with the recipient and the time limit that they do not tell."""
    if not whom(context, draft):
        draft = draft.having(toward=around.toward(draft.party))
    return draft.having(limit=around.limit)


def fitted(context: Context, labelled: Span) -> Span | None:
    """The terms as whole words, without what only leads to or from them; None for bare pronouns."""
    words = context.reading.tokens(labelled.start, labelled.end)
    while len(words) > 1 and words[-1].pos_ in _LOOSE:
        words = words[:-1]
    start, end = words.start_char, words.end_char
    lead = _LEAD.match(context.reading.article.text, start, end)
    if lead is not None:
        start = lead.end()
    terms = trimmed(context.reading, start, end)
    tells = any(word.pos_ in _TELLING for word in words)
    return terms if tells and terms is not None and re.search(r"\w\w", terms.text) else None


def _draft(context: Context, one: Proposal, likely: float) -> Draft | None:
    terms, party = fitted(context, one.terms), one.party
    if terms is None or party is None:
        return None
    cue = _cue(context, one, terms)
    verb = context.reading.tokens(cue.start, cue.end).root
    return Draft(
        kind=one.kind,
        party=party,
        terms=terms,
        cue=cue,
        start=min(cue.start, terms.start),
        end=max(cue.end, terms.end),
        rule=TAGGER,
        detail=f"the trained tagger, by “{cue.text}” ({likely:.2f})",
        toward=one.around.toward(party),
        limit=one.around.limit,
        is_possible=bool(modals(verb) & MAYBE),
    )


def _cue(context: Context, one: Proposal, terms: Span) -> Span:
    """What is labelled as the cue, else the verb that governs the terms."""
    if one.cue is not None:
        return context.reading.span_of(context.reading.tokens(one.cue.start, one.cue.end))
    root = context.reading.tokens(terms.start, terms.end).root
    return context.reading.span_of(root if root.dep_ == "ROOT" else root.head)
