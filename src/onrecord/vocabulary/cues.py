"""Words that mark attribution: the tables ``data/cues_*.csv``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeVar

import msgspec

from onrecord.vocabulary.tables import Tables, VocabularyError

CueAct = Literal[
    "say",
    "report",
    "announce",
    "ask",
    "demand",
    "urge",
    "warn",
    "threaten",
    "promise",
    "offer",
    "propose",
    "agree",
    "accept",
    "reject",
    "deny",
    "accuse",
    "criticise",
    "praise",
    "believe",
    "doubt",
    "want",
    "fear",
    "intend",
    "feel",
]
OutletKind = Literal["clear", "seem", "likely", "assess", "passive", "adverb"]
ContentKind = Literal[
    "modal",
    "required",
    "refuse",
    "verb",
    "harm",
    "harm_noun",
    "help",
    "ready",
    "bad",
    "good",
    "critic",
    "subjunctive",
    "wrong",
    "proof",
]
ValueT = TypeVar("ValueT")

FRAMES = frozenset(
    {"clause", "that", "to", "object-to", "object", "complement", "as", "ing", "quote", "bare"}
)


class WordCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_verbs.csv``, ``cues_nouns.csv`` or ``cues_adjectives.csv``.

    Attributes:
        cue: lemmas, a verb's with its particle ("point out").
        act: the speech act they stand for.
        frames: constructions in which the complement is what was said (see the tables).
        speaker: "any"; "party" where only people, states and organisations can do it;
            "document" where only documents, polls and the like.
        objects: for the frame "object": head nouns (lemmas) that alone are something said;
            "thing" for anything but a person, state or body; without them, any.
    """

    cue: tuple[str, ...]
    act: CueAct
    frames: tuple[str, ...] = ()
    speaker: Literal["any", "party", "document"] = "any"
    objects: tuple[str, ...] = ()

    @property
    def prepositions(self) -> tuple[str, ...]:
        """Prepositions that lead to the content: "of" of "warned of"."""
        return tuple(frame[1:] for frame in self.frames if frame.startswith("+"))

    @property
    def object_prepositions(self) -> tuple[str, ...]:
        """Prepositions behind an object that lead to the content: "of" of "accused him of"."""
        return tuple(
            frame.removeprefix("object+") for frame in self.frames if frame.startswith("object+")
        )


class OutletCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_outlet.csv``: words, the construction they stand in, and the act."""

    words: tuple[str, ...]
    kind: OutletKind
    act: CueAct


class ChannelCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_channels.csv``: by what way something was said."""

    prepositions: tuple[str, ...]
    nouns: tuple[str, ...]


class NounRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_documents.csv``, ``cues_references.csv`` or ``cues_speakers.csv``."""

    noun: str
    basis: Literal["source", "group", "person", ""] = ""


class PhraseRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_idioms.csv`` or ``cues_anonymity.csv``."""

    phrase: str


class VerbRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_deeds.csv``."""

    verb: str
    objects: Literal["any", "party", "undergone"] = "any"


class ContentCue(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ``cues_content.csv``: what the content makes of a plain "said"."""

    kind: ContentKind
    words: tuple[str, ...]
    act: CueAct


@dataclass(frozen=True)
class Cues:
    """All cue tables, by the word that is looked up.

    Attributes:
        verbs: first lemma -> rows, those with a particle first.
        nouns, adjectives: lemma -> rows.
        outlet: kind -> words -> act; words as written in the table.
        channels: preposition -> head nouns, both in lower case.
        documents: nouns for documents and polls.
        speakers: noun for people and bodies that speak -> "source", "group",
            "person" or "".
        content: kind -> word -> act.
        idioms: set phrases that attribute nothing, in lower case.
        anonymity: words that say why a source is not named, in lower case.
        references: nouns that only point back at something said ("an idea that ...").
        deeds: verbs of doing, whose object is not what was said -> "any" object, "party"
            where only people and bodies are no content, "undergone" where others say it.
    """

    verbs: dict[str, tuple[tuple[str, WordCue], ...]]
    nouns: dict[str, tuple[WordCue, ...]]
    adjectives: dict[str, tuple[WordCue, ...]]
    outlet: dict[str, dict[str, CueAct]]
    channels: dict[str, frozenset[str]]
    documents: frozenset[str]
    speakers: dict[str, str]
    content: dict[str, dict[str, CueAct]]
    idioms: tuple[str, ...] = ()
    anonymity: tuple[str, ...] = ()
    references: frozenset[str] = frozenset()
    deeds: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls, tables: Tables) -> Cues:
        """Read the tables.

        Raises:
            VocabularyError: naming the file and what is wrong in it.
        """
        channels: dict[str, set[str]] = {}
        for row in tables.csv("cues_channels", ChannelCue):
            for preposition in row.prepositions:
                channels.setdefault(preposition, set()).update(row.nouns)
        outlet: dict[str, dict[str, CueAct]] = {}
        for outlet_row in tables.csv("cues_outlet", OutletCue):
            outlet.setdefault(outlet_row.kind, {}).update(
                dict.fromkeys(outlet_row.words, outlet_row.act)
            )
        content: dict[str, dict[str, CueAct]] = {}
        for content_row in tables.csv("cues_content", ContentCue):
            content.setdefault(content_row.kind, {}).update(
                dict.fromkeys(content_row.words, content_row.act)
            )
        verbs = _gather((cue.split()[0], (cue, row)) for cue, row in _words(tables, "cues_verbs"))
        return cls(
            verbs={
                lemma: tuple(sorted(rows, key=lambda r: -len(r[0].split())))
                for lemma, rows in verbs.items()
            },
            nouns=_gather(_words(tables, "cues_nouns")),
            adjectives=_gather(_words(tables, "cues_adjectives")),
            outlet=outlet,
            channels={key: frozenset(value) for key, value in channels.items()},
            documents=frozenset(row.noun for row in tables.csv("cues_documents", NounRow)),
            speakers={row.noun: row.basis for row in tables.csv("cues_speakers", NounRow)},
            content=content,
            idioms=tuple(row.phrase.lower() for row in tables.csv("cues_idioms", PhraseRow)),
            anonymity=tuple(row.phrase for row in tables.csv("cues_anonymity", PhraseRow)),
            references=frozenset(row.noun for row in tables.csv("cues_references", NounRow)),
            deeds={row.verb: row.objects for row in tables.csv("cues_deeds", VerbRow)},
        )

    @cached_property
    def outlet_words(self) -> frozenset[str]:
        """The first word of each entry of the outlet table: no other word need be looked at."""
        return frozenset(words.split()[0] for table in self.outlet.values() for words in table)

    def act_of_content(self, kind: ContentKind, word: str) -> CueAct | None:
        """What ``word``, in the position that ``kind`` names, makes of a plain "said"."""
        return self.content.get(kind, {}).get(word)


def _words(tables: Tables, name: str) -> Iterable[tuple[str, WordCue]]:
    for row in tables.csv(name, WordCue):
        for frame in row.frames:
            known = frame in FRAMES or frame.startswith(("+", "object+"))
            if not known:
                raise VocabularyError(
                    f"vocabulary/data/{name}.csv, cue {row.cue[0]!r}: no frame {frame!r}; "
                    f"there are: {', '.join(sorted(FRAMES))}, +PREPOSITION, object+PREPOSITION"
                )
        for cue in row.cue:
            yield cue, row


def _gather(pairs: Iterable[tuple[str, ValueT]]) -> dict[str, tuple[ValueT, ...]]:
    table: dict[str, list[ValueT]] = {}
    for key, value in pairs:
        table.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in table.items()}
