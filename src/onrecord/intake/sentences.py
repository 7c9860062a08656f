"""Sentence boundaries, set before parsing.

A newspaper sentence ends at ``.``, ``?``, ``!`` or ``…`` (with the closing quotation marks
and brackets that follow) when what comes next can begin a sentence, and at the end of a
paragraph. It does not end at an abbreviation ("U.S. officials", "Mr. Li", "Aug. 7"), nor
at a question or exclamation inside quotation marks that the sentence carries on after
("'Why now?' Marrow asked").
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.vocabulary.abbreviations import SentenceWords

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDERS = frozenset({".", "?", "!", "…", "...", "....", "?!", "!?", "!!", "??"})
_CLOSERS = frozenset({'"', "'", "”", "’", "»", ")", "]", "}", "''"})
_OPENERS = frozenset({'"', "'", "“", "‘", "„", "«", "(", "[", "{", "–", "—", "-", "•", "``"})
_ASIDE = 6  # a speaker between a quoted question and its cue is rarely longer


@dataclass(frozen=True)
class SentenceSplitter:
    """Marks where sentences begin.

    Attributes:
        words: abbreviations and sentence openers.
        cues: verb forms that follow a quotation ("asked", "said").
    """

    words: SentenceWords
    cues: frozenset[str]

    def mark(self, doc: Doc, blocks: Sequence[tuple[int, int]]) -> None:
        """Set ``is_sent_start`` on every token of ``doc``.

        A sentence begins with every stretch of ``blocks`` (character offsets, in order) and
        wherever the text itself shows it.
        """
        starts = [start for start, _ in blocks]
        seen = 0
        for token in doc:
            if token.is_space:
                token.is_sent_start = token.i == 0
                continue
            reached = bisect_right(starts, token.idx)
            token.is_sent_start = token.i == 0 or reached > seen or self._begins(doc, token.i)
            seen = reached

    def _begins(self, doc: Doc, index: int) -> bool:
        """Whether a sentence begins at token ``index``, by what stands around it."""
        first = doc[index].text
        if not (first[0].isupper() or first[0].isdigit() or first in _OPENERS):
            return False
        before = self._last_word(doc, index)
        if before < 0 or not any(doc[i].whitespace_ for i in range(before, index)):
            return False
        end = doc[before].text
        if end in _ENDERS:
            if self._bound_to_next(doc, before):
                return False
            quoted = before < index - 1 and doc[index - 1].text in _CLOSERS
            return not (quoted and end != "." and self._cue_follows(doc, index))
        return len(end) > 1 and end.endswith(".") and self._ends_with(end, doc, index)

    @staticmethod
    def _last_word(doc: Doc, index: int) -> int:
        """Index of the token before ``index``, closing marks and white space passed over."""
        before = index - 1
        while before >= 0 and (doc[before].is_space or doc[before].text in _CLOSERS):
            before -= 1
        return before

    def _bound_to_next(self, doc: Doc, index: int) -> bool:
        """Whether the full stop at ``index`` belongs to an abbreviation ("Gen" + ".")."""
        if index == 0 or doc[index].text != "." or doc[index - 1].whitespace_:
            return False
        word = doc[index - 1].text
        return word.lower() in self.words.binding and word[0].isupper()

    def _ends_with(self, abbreviation: str, doc: Doc, index: int) -> bool:
        """Whether a sentence ends at ``abbreviation`` when token ``index`` comes next."""
        bare = abbreviation.rstrip(".").lower()
        if bare in self.words.binding:
            return False
        if bare in self.words.either or "." in bare or len(bare) == 1:
            while index < len(doc) - 1 and doc[index].text in _OPENERS:
                index += 1
            return doc[index].text in self.words.starters
        return True

    def _cue_follows(self, doc: Doc, index: int) -> bool:
        """Whether a speaker and a cue come next: "Marrow asked", "the minister said"."""
        for token in doc[index : index + _ASIDE]:
            if token.text in _ENDERS or token.is_space:
                return False
            if token.lower_ in self.cues:
                return True
        return False
