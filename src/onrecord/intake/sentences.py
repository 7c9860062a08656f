"""Where sentences begin.

A newspaper sentence ends at ``.``, ``?``, ``!`` or ``…`` (with the closing quotation marks
and brackets that follow) when what comes next can begin a sentence, and at the end of a
block. It does not end at an abbreviation ("U.S. officials", "Mr. Li", "Aug. 7"), nor at a
question or exclamation inside quotation marks that the sentence carries on after ("'Why
now?' Marrow asked").
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.vocabulary.abbreviations import SentenceWords, load_quote_cues
from onrecord.vocabulary.tables import Tables

_END = re.compile(r"(?P<enders>[.?!…]{1,6})(?P<closers>[\"'”’»)\]}]{0,4})(?P<gap>\s{1,20})")
_NEXT = re.compile(r"[\"'“‘„«(\[–—•-]{0,3}\s?(?P<word>[^\W_][\w'’-]{0,40})")
_WORD_BEFORE = re.compile(r"[\w.&'’-]{1,30}$")
_ASIDE = 60  # characters: a speaker between a quoted question and its cue is rarely longer
_WORDS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class SentenceSplitter:
    """Finds where sentences begin.

    Attributes:
        words: abbreviations and sentence openers.
        cues: verb forms that follow a quotation ("asked", "said").
    """

    words: SentenceWords
    cues: frozenset[str]

    @classmethod
    def load(cls, tables: Tables) -> SentenceSplitter:
        """Build it from the vocabulary."""
        return cls(SentenceWords.load(tables), load_quote_cues(tables))

    def starts(self, text: str, blocks: Iterable[tuple[int, int]]) -> list[int]:
        """Offsets at which the sentences of ``text`` begin, block by block, in order.

        Args:
            text: the article's text.
            blocks: (start, end) of its blocks; no sentence crosses their edges.
        """
        found: list[int] = []
        for start, end in blocks:
            found.append(start)
            found.extend(
                match.end()
                for match in _END.finditer(text, start, end)
                if match.end() < end and self._ends(text, match, end)
            )
        return found

    def _ends(self, text: str, match: re.Match[str], end: int) -> bool:
        """Whether a sentence ends at ``match``."""
        following = _NEXT.match(text, match.end(), end)
        if following is None or following["word"][0].islower():
            return False
        if match["enders"] != ".":
            quoted = match["closers"] != ""
            return not (quoted and self._cue_follows(text[match.end() : match.end() + _ASIDE]))
        before = _WORD_BEFORE.search(text, max(0, match.start() - 30), match.start())
        if before is None:
            return True
        word = before.group().lower()
        if match["closers"]:
            return True
        if word in self.words.binding and before.group()[0].isupper():
            return following["word"] in self.words.starters and word not in ("no", "nos")
        if word in self.words.either or "." in word or (len(word) == 1 and word.isalpha()):
            return following["word"] in self.words.starters
        return True

    def _cue_follows(self, ahead: str) -> bool:
        """Whether a speaker and a cue come next: "Marrow asked", "the minister said"."""
        clause = re.split(r"[.?!…\n]", ahead, maxsplit=1)[0]
        return any(word in self.cues for word in _WORDS.findall(clause)[:6])


def sentence_number(starts: list[int], offset: int) -> int:
    """The number, counted from 1, of the sentence that holds the character at ``offset``."""
    return max(bisect_right(starts, offset), 1)
