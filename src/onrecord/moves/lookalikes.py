"""What has the words of a move and is none, whoever finds it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import lemma
from onrecord.moves.parties import Context
from onrecord.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_ORDER = re.compile(r"order|instruct|direct|command", re.IGNORECASE)
_APPEARING = frozenset({"appear", "report", "testify", "attend"})
_RIVALS = frozenset({"state", "government", "armed-group"})
FIRST = 3  # words of what is ordered among which a commander's own people stand


def is_sport(context: Context, draft: Draft) -> bool:
    """Whether the sentence of a draft tells of a game."""
    sentence = context.reading.tokens(draft.cue.start, draft.cue.end)[0].sent
    return sum(context.words.has("sport", token.lower_) for token in sentence) > 1


def is_own_business(context: Context, draft: Draft) -> bool:
    """What is put to voters, customers, reporters or the own house, and to no other side.

    What a source asks for itself ("not to be identified"), promises that are no pledges
    (``Context.is_pledge``), orders to one's own people, and what a firm's board approves or turns
    down where nothing shows that it is another's.
    """
    party = context.reading.actor_by_id.get(draft.party or "")
    words = context.reading.tokens(draft.terms.start, draft.terms.end)
    if party is not None and party.kind == "unnamed" and draft.kind in ("demand", "condition"):
        if any(context.words.has("hidden", lemma(word)) for word in words):
            return True
    if draft.kind == "promise":
        return not context.is_pledge(draft.party, draft.terms.text)
    if draft.kind == "demand":
        if is_ordered_inquiry(context, draft.party, draft.cue, words):
            return True
        if is_summons(context, draft.cue, words):
            return True
        cue = context.reading.tokens(draft.cue.start, draft.cue.end)
        return is_order_to_own(context, draft.cue, words.doc[cue.end : words.start + FIRST])
    if draft.party is None or not context.is_in_business(draft.party):
        return False
    is_unaddressed = draft.kind in ("acceptance", "refusal") and not draft.toward
    return is_unaddressed and context.words.issue_of(draft.terms.text) == "other"


def is_order_to_own(context: Context, cue: Span, told: Tokens) -> bool:
    """ "ordered top officials to guard the embassy": officials, troops or the like are told."""
    is_order = _ORDER.search(cue.text) is not None
    return is_order and any(context.words.has("own", lemma(token)) for token in told)


def is_ordered_inquiry(context: Context, party: str | None, cue: Span, asked: Tokens) -> bool:
    """ "ordered an investigation": what an office does within its own.

    "ordered a probe into raids by Corsenia" is put to another, and a demand.
    """
    is_order = _ORDER.search(cue.text) is not None
    if not is_order or not context.words.has("inquiry", lemma(asked.root)):
        return False
    named = context.actors([t for t in asked if t.dep_ in ("pobj", "poss", "amod")])
    kinds = {a: context.reading.actor_by_id[a].kind for a in named}
    return not any(
        kind in _RIVALS and not context.is_same_side(party, a) for a, kind in kinds.items()
    )


def is_summons(context: Context, cue: Span, asked: Tokens) -> bool:
    """ "ordered the banker to appear for questioning": the law's own business."""
    is_heard = any(context.words.has("hearing", lemma(t)) for t in asked)
    acts = [t for t in asked if t.pos_ == "VERB"]
    return (
        is_heard
        and bool(acts)
        and lemma(acts[0]) in _APPEARING
        and _ORDER.search(cue.text) is not None
    )
