"""Whose a move may be and whom it may be put to: mentions of parties, what is known of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.encoder import Window
from onrecord.language.encoder.pairs import Floats
from onrecord.moves.found import Draft
from onrecord.moves.grammar import up
from onrecord.moves.parties import PARTY_KINDS, Context
from onrecord.moves.tagger.labels import KINDS
from onrecord.moves.tagger.place import PLACE, place_beside
from onrecord.record import Mention, MoveKind, Span, Statement

if TYPE_CHECKING:
    from spacy.tokens import Token

_FORMS = ("name", "nominal", "pronoun")
_SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "pobj")
_LEVELS = 4  # governors of the terms that are looked at
FEATURES = PLACE + 16 + len(PARTY_KINDS) + len(_FORMS)
RECIPIENT_FEATURES = FEATURES + 6 + len(KINDS)


@dataclass(frozen=True)
class Candidate:
    """A mention of a party in the window of the terms.

    Attributes:
        mention: the words and the actor.
        pieces: [first, last) of them in the window.
        head: the word that governs the others.
    """

    mention: Mention
    pieces: tuple[int, int]
    head: Token


def candidates(context: Context, window: Window) -> list[Candidate]:
    """The mentions of parties in a window, in order."""
    found = []
    for mention in context.reading.mentions:
        inside = window.start <= mention.start and mention.end <= window.end
        if inside and context.is_party(mention.actor):
            first, last = window.pieces(mention.start, mention.end)
            if first < last:
                head = context.reading.tokens(mention.start, mention.end).root
                found.append(Candidate(mention, (first, last), head))
    return found


class Features:
    """What is known of each candidate for terms: order, distance, grammar, sources, the rules.

    Args:
        context: the reading with its rows.
        drafts: what the rules found.
    """

    def __init__(self, context: Context, drafts: Sequence[Draft]) -> None:
        self._context = context
        self._drafts = drafts
        told = Counter(mention.actor for mention in context.reading.mentions)
        most = max(told.values(), default=1)
        self._share = {actor: count / most for actor, count in told.items()}
        self._made = {draft.party for draft in drafts}

    def table(self, window: Window, terms: Span, found: Sequence[Candidate]) -> Floats:
        """A row for each candidate; terms and candidates stand in the window."""
        place = window.pieces(terms.start, terms.end)
        root = self._context.reading.tokens(terms.start, terms.end).root
        governors = [root.i, *(token.i for token in islice(up(root), _LEVELS - 1))]
        holders = [h for h in self._context.holders(terms.start) if h.source is not None]
        drafts = [d for d in self._drafts if d.terms.overlaps(terms)]
        rows = [
            (
                *place_beside(window, place, one.pieces),
                *_grammar(one.head, root, governors),
                *_sources(holders, one.mention),
                any(d.party == one.mention.actor for d in drafts),
                bool(drafts),
                any(one.mention.actor in d.toward for d in drafts),
                *self._who(one.mention),
            )
            for one in found
        ]
        return np.array(rows, np.float32).reshape(len(rows), FEATURES)

    def of_recipients(
        self, table: Floats, found: Sequence[Candidate], party: str | None, kind: MoveKind
    ) -> Floats:
        """The same rows with what else tells whom a move is put to.

        That is whether it is the party itself or its own side, how much it is spoken of, whom the
        party asks elsewhere, who makes moves, and who asks the party.

        Args:
            table, found: the rows and whose they are.
            party, kind: of the move.
        """
        kinds = [kind == one for one in KINDS]
        asked = {actor for d in self._drafts if d.party == party for actor in d.toward}
        asking = {d.party for d in self._drafts if party in d.toward}
        rows = [
            (
                one.mention.actor == party,
                self._context.is_same_side(party, one.mention.actor),
                self._share[one.mention.actor],
                one.mention.actor in asked,
                one.mention.actor in self._made,
                one.mention.actor in asking,
                *kinds,
            )
            for one in found
        ]
        return np.concatenate(
            [table, np.array(rows, np.float32).reshape(len(rows), 6 + len(KINDS))], axis=1
        )

    def _who(self, mention: Mention) -> tuple[float, ...]:
        kind = self._context.reading.actor_by_id[mention.actor].kind
        return (*(kind == one for one in PARTY_KINDS), *(mention.form == one for one in _FORMS))


def _grammar(head: Token, root: Token, governors: Sequence[int]) -> tuple[float, ...]:
    """How far above the terms a mention stands, and as what.

    Args:
        head: of the mention.
        root: of the terms.
        governors: the places of the root and of what governs it, from near to far.
    """
    above, dependency = head.head, head.dep_
    level = governors.index(above.i) if above.i in governors else _LEVELS
    is_subject = dependency in _SUBJECTS
    return (
        head.sent.start == root.sent.start,
        is_subject and level == 0,
        is_subject and level == 1,
        is_subject and 1 < level < _LEVELS,
        is_subject and level == _LEVELS,
        dependency in _OBJECTS and level < _LEVELS,
        dependency == "pobj",
        dependency in ("poss", "compound", "amod"),
        dependency == "agent" or above.dep_ == "agent",
    )


def _sources(holders: Sequence[Statement], mention: Mention) -> tuple[float, ...]:
    """Whether the terms stand in a statement of the candidate, and the words are its source."""
    return (
        bool(holders) and holders[0].source == mention.actor,
        any(h.source == mention.actor for h in holders[1:]),
        any(
            words.start <= mention.start and mention.end <= words.end
            for holder in holders
            for words in holder.source_words
        ),
        bool(holders) and holders[0].addressee == mention.actor,
    )
