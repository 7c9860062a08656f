"""What has the words of a move and is none, whoever finds it."""

from __future__ import annotations

import re

from onrecord.moves.found import Draft
from onrecord.moves.grammar import lemma
from onrecord.moves.parties import Context

_ORDER = re.compile(r"order|instruct|direct|command", re.IGNORECASE)
_FIRST = 3  # words of the terms among which a commander's own people stand


def is_sport(context: Context, draft: Draft) -> bool:
    """Whether the sentence of a draft tells of a game."""
    sentence = context.reading.tokens(draft.cue.start, draft.cue.end)[0].sent
    return sum(context.words.has("sport", token.lower_) for token in sentence) > 1


def is_own_business(context: Context, draft: Draft) -> bool:
    """What is put to voters, customers, reporters or the own house, and to no other side.

    What a source asks for itself ("not to be identified"), promises that are no pledges
    (``Context.is_pledge``), orders to one's own people, what a firm offers to customers, and what
    its board approves or turns down where nothing shows that it is another's.
    """
    party = context.reading.actor_by_id.get(draft.party or "")
    words = context.reading.tokens(draft.terms.start, draft.terms.end)
    if party is not None and party.kind == "unnamed" and draft.kind in ("demand", "condition"):
        if any(context.words.has("hidden", lemma(word)) for word in words):
            return True
    if draft.kind == "promise":
        return not context.is_pledge(draft.party, draft.terms.text)
    if draft.kind == "demand":
        return _ORDER.search(draft.cue.text) is not None and _names_own(context, draft)
    if draft.party is None or not context.is_in_business(draft.party):
        return False
    if draft.kind == "offer":
        return context.words.has("retail", lemma(words.root))
    is_unaddressed = draft.kind in ("acceptance", "refusal") and not draft.toward
    return is_unaddressed and context.words.issue_of(draft.terms.text) == "other"


def _names_own(context: Context, draft: Draft) -> bool:
    """Whether officials, troops or the like stand between an order and its first words."""
    cue = context.reading.tokens(draft.cue.start, draft.cue.end)
    terms = context.reading.tokens(draft.terms.start, draft.terms.end)
    return any(
        context.words.has("own", lemma(word)) for word in cue.doc[cue.end : terms.start + _FIRST]
    )
