"""Questions to the parse: word class, tense, and where sentences begin."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.language.times.tense import Cues, Direction, direction

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

# Before a date these say that it lies ahead.
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
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                last = child.i
                for descendant in child.subtree:
                    if _is_within(descendant, child):
                        last = max(last, descendant.i)
                end_token = child.doc[last]
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

    def head_lemma(self, offset: int) -> str:
        """The lemma of the noun that the preposition at ``offset`` governs, or nothing."""
        token = self.token(offset)
        if token is None:
            return ""
        for child in token.children:
            if child.dep_ in ("pobj", "pcomp") and child.i > token.i:
                return str(child.lemma_.lower())
        return ""

    def lemma_offsets(self, lemma: str, end: int) -> list[int]:
        """Where ``lemma`` stands before the offset ``end``."""
        if self._doc is None or not lemma:
            return []
        return [t.idx for t in self._doc if t.idx < end and t.lemma_.lower() == lemma]


def _is_within(token: Token, top: Token) -> bool:
    """Whether no clause or conjunct lies between ``token`` and ``top``."""
    if token.dep_ == "punct":
        return False
    head = token
    while head.i != top.i:
        if head.dep_ in ("relcl", "acl", "advcl", "appos", "conj", "punct"):
            return False
        head = head.head
    return True
