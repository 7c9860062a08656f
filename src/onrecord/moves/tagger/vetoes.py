"""What the tagger may not propose: ways of telling that the rules read and find no move in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.moves.found import Draft
from onrecord.moves.grammar import children, lemma
from onrecord.moves.mood import is_supposed
from onrecord.moves.participles import doers
from onrecord.moves.parties import Context
from onrecord.moves.toward import whom

if TYPE_CHECKING:
    from spacy.tokens import Token

_DECLINING = frozenset({"refuse", "decline"})
_WARNING = frozenset({"warn", "warning"})
_ANSWERING = frozenset({"acceptance", "refusal", "offer", "promise", "concession"})


def is_vetoed(context: Context, draft: Draft) -> bool:
    """Whether the cue and terms of a draft are of a kind that the rules pass over knowingly."""
    cue = context.reading.tokens(draft.cue.start, draft.cue.end).root
    root = context.reading.tokens(draft.terms.start, draft.terms.end).root
    if draft.kind == "refusal" and _is_silence(context, cue, root):
        return True
    if draft.kind == "offer" and context.words.has("retail", lemma(root)):
        return True  # "offered his apologies"
    if draft.kind in _ANSWERING and cue.pos_ in ("VERB", "AUX") and is_supposed(cue):
        return True  # "stopped short of saying that it had agreed"
    if draft.kind == "threat" and lemma(cue) in _WARNING and _is_forecast(root):
        return True
    return _is_idle(context, draft) or _is_received(context, cue, draft.party)


def _is_idle(context: Context, draft: Draft) -> bool:
    """ "the skippers wanted a coffee first": nobody known, no issue, put to nobody."""
    one = context.reading.actor_by_id.get(draft.party or "")
    is_nobody = one is not None and one.kind == "unnamed" and one.country is None
    return (
        is_nobody
        and not whom(context, draft)
        and context.words.issue_of(draft.terms.text) == "other"
    )


def _is_silence(context: Context, cue: Token, root: Token) -> bool:
    """ "refused to comment"; and the wrong sign of "would not contest the vote"."""
    if lemma(cue) in _DECLINING and context.words.has("speaking", lemma(root)):
        return True
    return context.words.has("opposing", lemma(root)) and lemma(cue) not in _DECLINING


def _is_forecast(root: Token) -> bool:
    """ "warned of losses", "warned that there would be no aid": what others do or nobody does."""
    return root.pos_ in ("NOUN", "PROPN") or bool(children(root, "expl"))


def _is_received(context: Context, cue: Token, party: str | None) -> bool:
    """ "got a letter demanding ...": whoever got it demands nothing."""
    if cue.dep_ != "acl" or cue.tag_ != "VBG" or doers(context, cue):
        return False
    governor = cue.head.head
    return governor.pos_ == "VERB" and party in context.parties_of(governor)
