"""Words of moves: cues and issues."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables

MoveKind = Literal[
    "demand",
    "offer",
    "threat",
    "promise",
    "condition",
    "refusal",
    "acceptance",
    "concession",
]


class Issue(msgspec.Struct, frozen=True):
    """A negotiation issue: label, what it covers, words that show it."""

    label: str
    words: tuple[str, ...]
    about: str = ""


class MoveCue(msgspec.Struct, frozen=True):
    """Words that make a move; see the head of ``movecues.csv``."""

    lemmas: tuple[str, ...]
    pos: Literal["verb", "noun", "adjective"]
    kind: MoveKind


@dataclass(frozen=True)
class MoveWords:
    """Cues by lemma and part of speech, and issues with the pattern of their words."""

    cues: dict[tuple[str, str], MoveKind]
    issues: tuple[tuple[str, re.Pattern[str]], ...]

    @classmethod
    def load(cls, tables: Tables) -> MoveWords:
        """Read ``movecues.csv`` and ``issues.toml``, ours and then the user's."""
        cues: dict[tuple[str, str], MoveKind] = {}
        for row in tables.csv("movecues", MoveCue):
            for lemma in row.lemmas:
                cues[lemma, row.pos] = row.kind
        issues = tuple(
            (issue.label, _pattern(issue.words)) for issue in tables.toml("issues", Issue, "issue")
        )
        return cls(cues, issues)

    def issue_of(self, *texts: str) -> str:
        """The issue with the most words in the first of ``texts`` that shows any."""
        for text in texts:
            counts = [(len(pattern.findall(text)), label) for label, pattern in self.issues]
            most = max(count for count, _ in counts)
            if most:
                return next(label for count, label in counts if count == most)
        return "other"


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    parts = [
        re.escape(word[:-1]) + r"\w{0,12}" if word.endswith("*") else re.escape(word)
        for word in sorted(words, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)
