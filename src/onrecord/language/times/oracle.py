"""Questions to the parse: word class, tense, and where sentences begin."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.language.times.tense import Cues, Direction, direction, preposition_of

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Before a date these say that it lies ahead.
_UNTIL = ("until", "till", "by")
_NOT_BEFORE = ("as early as", "as soon as", "no later than", "no earlier than", "no sooner than")


class Oracle:
    """Answers for character offsets; without a parse it knows nothing."""

    def __init__(self, doc: Doc | None, cues: Cues) -> None:
        self._doc = doc
        self.cues = cues

    @cached_property
    def _starts(self) -> list[int]:
        return self._doc.to_array("IDX").tolist() if self._doc is not None else []

    def token(self, offset: int) -> Token | None:
        """The token that holds the character at ``offset``."""
        if self._doc is None or not self._starts:
            return None
        index = bisect_right(self._starts, offset) - 1
        return self._doc[index] if index >= 0 else None

    def tag(self, offset: int) -> str:
        """Penn Treebank tag of the token at ``offset``, or nothing."""
        token = self.token(offset)
        return token.tag_ if token is not None else ""

    def is_person(self, offset: int) -> bool:
        """Whether the token at ``offset`` is in a person's name."""
        token = self.token(offset)
        return token is not None and token.ent_type_ == "PERSON"

    def direction(self, offset: int) -> Direction | None:
        """Whether the expression at ``offset`` looks back or forward."""
        token = self.token(offset)
        if token is None:
            return None
        before = token.doc[max(0, token.i - 3) : token.i].text.lower()
        if before.endswith(_NOT_BEFORE):
            return "future"
        return direction(token, self.cues)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        if self._doc is None:
            return []
        is_start = self._doc.to_array("SENT_START").tolist()
        return [idx for idx, start in zip(self._starts, is_start, strict=True) if start == 1]

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds ``offset``."""
        return bisect_right(self._sentence_starts, offset)

    def phrase_end(self, offset: int, limit: int) -> int:
        """The end of the noun phrase that the preposition at ``offset`` governs.

        At most ``limit`` characters on; ``offset`` where there is none.
        """
        token = self.token(offset)
        if token is None:
            return offset
        if token.dep_ == "mark" and token.head.i > token.i:
            end_token = _last_within(token.head)
            end = end_token.idx + len(end_token)
            return end if end - offset <= limit else offset
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                end_token = _last_within(child)
                end = end_token.idx + len(end_token)
                return end if end - offset <= limit else child.idx + len(child)
        return offset

    def governs(self, offset: int) -> bool | None:
        """Whether the preposition at ``offset`` has a noun or clause; None without a parse."""
        token = self.token(offset)
        if token is None:
            return None
        has_object = any(c.dep_ in ("pobj", "pcomp") and c.i > token.i for c in token.children)
        return has_object or token.dep_ == "mark"

    def event_lemmas(self, offset: int) -> frozenset[str]:
        """The lemmas that name the event which the word at ``offset`` governs.

        The noun of "after the vote", the verb of "after voting", and of a clause its verb or,
        where the verb says little ("after the war began"), its subject.
        """
        token = self.token(offset)
        if token is None:
            return frozenset()
        if token.dep_ == "mark":
            verb = token.head
            if verb.lemma_ not in self.cues["light"]:
                return frozenset((verb.lemma_.lower(),))
            subjects = [c for c in verb.children if c.dep_ in ("nsubj", "nsubjpass")]
            return frozenset(c.lemma_.lower() for c in subjects if c.pos_ == "NOUN")
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp") and child.i > token.i and child.pos_ != "PRON":
                return frozenset((child.lemma_.lower(),))
        return frozenset()

    def day_of_event(
        self, lemmas: frozenset[str], days: Sequence[tuple[int, dt.date]], end: int
    ) -> dt.date | None:
        """The day that a sentence gives an event named by one of ``lemmas``.

        The mention closest before the offset ``end`` counts first, then those behind it.

        Args:
            days: where the text names a day, and which.
        """
        if self._doc is None or not lemmas or not days:
            return None
        named = [(self.token(place), day) for place, day in days]
        best: tuple[bool, int, dt.date] | None = None
        for token, day in named:
            if token is None:
                continue
            for event in token.sent:
                if event.lemma_.lower() not in lemmas or not _dates(token, event, self.cues):
                    continue
                rank = (event.idx > end, abs(event.idx - end), day)
                if best is None or rank < best:
                    best = rank
        if best is None and lemmas & self.cues["deadline"]:
            return self._deadline(named)
        return best[2] if best else None

    def _deadline(self, named: Sequence[tuple[Token | None, dt.date]]) -> dt.date | None:
        """The day until which something is to be done, where the text names but one."""
        days = {
            day for token, day in named if token is not None and preposition_of(token) in _UNTIL
        }
        return days.pop() if len(days) == 1 else None


def _dates(time: Token, event: Token, cues: Cues) -> bool:
    """Whether a time says when an event is: it hangs on it, or on the verb the event is of."""
    head = time
    for _ in range(8):
        if head.i == event.i:
            return True
        if head.pos_ in ("VERB", "AUX") or head.i == head.head.i:
            break
        head = head.head
    if head.lemma_ in cues["about"] or event.head.i != head.i:
        return False
    return event.dep_ in ("nsubj", "nsubjpass", "dobj", "attr")


def _last_within(top: Token) -> Token:
    """The last word of the phrase or clause of ``top``, further clauses left out."""
    return top.doc[max(t.i for t in top.subtree if _is_within(t, top))]


def _is_within(token: Token, top: Token) -> bool:
    """Whether no clause or conjunct lies between ``token`` and ``top``."""
    if token.dep_ == "punct" and token.i != top.i:
        return False
    head = token
    while head.i != top.i:
        if head.dep_ in ("relcl", "acl", "advcl", "appos", "conj", "punct"):
            return False
        head = head.head
    return True
