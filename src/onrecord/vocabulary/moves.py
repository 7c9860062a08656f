"""Words of moves: the tables ``data/movecues.csv`` and ``data/movewords.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.issues import Issues
from onrecord.vocabulary.places import Demonym
from onrecord.vocabulary.tables import Tables, VocabularyError

CueKind = Literal[
    "demand", "offer", "threat", "promise", "condition", "refusal", "acceptance", "concession"
]
Pos = Literal["verb", "noun", "adjective"]
Needs = Literal[
    "",
    "term",
    "issue",
    "asked",
    "put",
    "stance",
    "harm",
    "pact",
    "measure",
    "bid",
    "claim",
    "consent",
    "reply",
    "stand",
    "stoppage",
    "truce",
    "pullback",
    "gathering",
    "decision",
    "consequence",
]

FRAMES = frozenset({"to", "object-to", "clause", "object", "ing", "bare", "object>to"})


class MoveCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``movecues.csv``; the head of that table says what each column means."""

    lemmas: tuple[str, ...]
    pos: Pos
    kind: CueKind
    frames: tuple[str, ...]
    needs: Needs = ""

    @property
    def prepositions(self) -> frozenset[str]:
        """Prepositions that lead to the terms: "for" of "called for"."""
        return frozenset(frame[1:] for frame in self.frames if frame.startswith("+"))

    @property
    def object_prepositions(self) -> frozenset[str]:
        """Prepositions behind an object that lead to the terms: "threatened them with"."""
        return frozenset(
            frame.removeprefix("object+") for frame in self.frames if frame.startswith("object+")
        )


class WordClass(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``movewords.csv``: a class of words and some of its members."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class MoveWords:
    """What the finder of moves knows.

    Attributes:
        cues: (lemma, part of speech) -> rows; a verb with its particle is "rule_out".
        classes: name -> words; see ``movewords.csv``.
        issues: negotiation issues.
        nationalities: "Russian" -> ISO 3166-1 alpha-3.
    """

    cues: dict[tuple[str, str], tuple[MoveCue, ...]]
    classes: dict[str, frozenset[str]]
    issues: Issues
    nationalities: dict[str, str]

    @classmethod
    def load(cls, tables: Tables) -> MoveWords:
        """Read the tables, ours and then the user's.

        Raises:
            VocabularyError: naming the file and what is wrong in it.
        """
        cues: dict[tuple[str, str], list[MoveCue]] = {}
        for row in tables.csv("movecues", MoveCue):
            _check(row)
            for lemma in row.lemmas:
                cues.setdefault((lemma, row.pos), []).append(row)
        classes: dict[str, set[str]] = {}
        for group in tables.csv("movewords", WordClass):
            classes.setdefault(group.name, set()).update(group.words)
        return cls(
            {key: tuple(rows) for key, rows in cues.items()},
            {name: frozenset(words) for name, words in classes.items()},
            Issues.load(tables),
            {word: row.of for row in tables.csv("demonyms", Demonym) for word in row.words},
        )

    def has(self, name: str, word: str) -> bool:
        """Whether ``word`` belongs to the class ``name``."""
        return word in self.classes.get(name, frozenset())

    def issue_of(self, *texts: str) -> str:
        """The issue of the first of ``texts`` that shows any, else "other"."""
        return self.issues.of(*texts)


def _check(row: MoveCue) -> None:
    for frame in row.frames:
        if frame not in FRAMES and not frame.startswith(("+", "object+")):
            raise VocabularyError(
                f"movecues.csv, cue {row.lemmas[0]!r}: no frame {frame!r}; there are: "
                f"{', '.join(sorted(FRAMES))}, +PREPOSITION, object+PREPOSITION"
            )
