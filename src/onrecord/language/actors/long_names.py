"""Names of bodies that go on behind a preposition: "the Oresund Institute for Trade"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from onrecord.language.actors.noun_phrases import NounPhrase
from onrecord.vocabulary.actors import Agent, Known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINTS = frozenset({"of", "for", "on", "against"})
_INSIDE = frozenset({"and", "&", "of", "the", "for"})
_OWN_PLACE = frozenset("university college bank school institute museum academy diocese".split())
_BODIES = ("body", "state")
_TIMES = ("DATE", "TIME")
_LONGEST = 9  # tokens behind the head


def long_names(
    doc: Doc, phrases: list[NounPhrase], agents: Mapping[str, Agent], known_at: Mapping[int, Known]
) -> dict[int, int]:
    """Head of a body's name -> the token behind the last of the name, for those that go on.

    A place behind the preposition belongs to the name of some bodies only: "the University of
    Nairobi", but "the Parliament" of Kenya.
    """
    found: dict[int, int] = {}
    for phrase in phrases:
        head = doc[phrase.head]
        agent = agents.get(head.lower_)
        if not head.text[:1].isupper() or agent is None or agent.denotes not in _BODIES:
            continue
        if head.i in known_at or (head.is_sent_start and phrase.first == head.i):
            continue
        end = _end(doc, head)
        if end is None:
            continue
        if any(i in known_at for i in range(head.i + 1, end)) and head.lower_ not in _OWN_PLACE:
            continue
        found[head.i] = end
    return found


def _end(doc: Doc, head: Token) -> int | None:
    """Behind the last capitalised word of the name, or None where it ends at ``head``."""
    at = head.i + 1
    if at >= len(doc) or doc[at].lower_ not in _JOINTS:
        return None
    end = None
    for token in doc[at + 1 : at + _LONGEST]:
        if token.ent_type_ in _TIMES or token.is_sent_start:
            break  # "Parliament on Friday"
        if token.text[:1].isupper() and token.is_alpha:
            end = token.i + 1
        elif token.lower_ not in _INSIDE and not token.is_space:
            break
    return end
