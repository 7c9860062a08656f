"""The ontology of events: PLOVER's categories, the words that carry them, and their contexts.

Tables: ``plover.toml`` (categories, modes, scores), ``triggers*.csv`` (words and frames),
``event_objects.csv`` (classes of words that frames ask for), ``event_contexts.csv`` (words that
tell a context), ``figures.csv`` (what numbers count). A user's own folder may hold
``plover.toml``, ``triggers.csv``,
``event_objects.csv`` and ``event_contexts.csv``: categories, triggers, words and contexts of
their own, read after ours; a trigger of theirs outranks ours with the same words and object.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from onrecord.vocabulary.actors import Known, State
from onrecord.vocabulary.places import Demonym
from onrecord.vocabulary.tables import Tables, VocabularyError

NO_EVENT = "-"
_TABLES = (
    "triggers",
    "triggers_cooperation",
    "triggers_material_cooperation",
    "triggers_requests",
    "triggers_conflict",
    "triggers_sanction",
    "triggers_coerce",
    "triggers_assault",
    "triggers_idioms",
)
_COMPLEMENTS = frozenset(
    {
        "+to",
        "+that",
        "+ing",
        "+would",
        "+must",
        "+with",
        "+other",
        "+none",
        "+blame",
        "@actor",
        "@state",
        "@place",
        "@alone",
    }
)


class Mode(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A mode of a category, with its PLOVER score."""

    name: str
    score: float | None = None
    about: str = ""


class Category(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A category of events.

    Attributes:
        name: "ASSAULT".
        quad: quad class, 1 to 4.
        cameo: nearest CAMEO root code.
        score: PLOVER score, -10 to 10, of the category without a mode.
        modes: its modes.
        future: the category it is coded as where it is only announced: PLOVER codes a meeting
            to come as AGREE.
        refused: the category of a plain "will not": REJECT for what is cooperative.
        requested: the mode that REQUEST and REJECT take where this is what is asked or refused.
        threatened: the mode that THREATEN takes where this is what is threatened.
        alone: whether it may stand without a recipient.
        both: whether its parties act together, so that all may be actors.
        about: what it covers.
    """

    name: str
    quad: Literal[1, 2, 3, 4]
    cameo: str | None = None
    score: float | None = None
    modes: tuple[Mode, ...] = ()
    future: str | None = None
    refused: str | None = None
    requested: str | None = None
    threatened: str | None = None
    alone: bool = True
    both: bool = False
    about: str = ""


class Trigger(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that carry an event; see the head of ``triggers.csv``."""

    lemmas: tuple[str, ...]
    pos: Literal["verb", "noun", "adj"]
    event: str
    mode: str | None = None
    object: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    owner: Literal["actor", "recipient", "both"] | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A class of words; for contexts, ``of`` is the context."""

    of: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Frame:
    """One trigger under one of its lemmas.

    Attributes:
        trigger: the row it is from.
        parts: the words after the head word: particles and prepositions.
        objects: the lemmas that its object must have one of (empty: any object).
        asks: the complements and classes it asks for instead ("+to", "@actor").
        table: the file.
    """

    trigger: Trigger
    parts: tuple[str, ...]
    objects: frozenset[str]
    asks: frozenset[str]
    table: str


@dataclass(frozen=True)
class Ontology:
    """Everything the coder of events knows.

    Attributes:
        categories: by name.
        frames: (head word, part of speech) -> frames; those of most words first.
        classes: classes of words by name, of ``event_objects.csv``.
        contexts: word or two words joined by "_" -> contexts it tells.
        figures: lemma -> what a number that it governs counts ("kill" -> "killed").
        demonyms: "Russian" -> alpha-3, for adjectives that name who acts.
        states: alpha-3 -> name of the state.
        names: printed name -> known actor, for names that stand before a noun ("a NATO raid").
    """

    categories: dict[str, Category]
    frames: dict[tuple[str, str], tuple[Frame, ...]]
    classes: dict[str, frozenset[str]]
    contexts: dict[str, tuple[str, ...]]
    figures: dict[str, str]
    demonyms: dict[str, str]
    states: dict[str, str]
    names: Mapping[str, Known] = field(default_factory=dict)

    @classmethod
    def load(cls, tables: Tables, names: Mapping[str, Known] | None = None) -> Ontology:
        """Read the tables, ours and then the user's.

        Args:
            tables: where they are read from.
            names: the names of known actors, where somebody has loaded them already.

        Raises:
            VocabularyError: a trigger names a category, mode or class that is not there.
        """
        categories = {c.name: c for c in tables.toml("plover", Category, "category")}
        classes = _classes(tables.csv("event_objects", Words))
        frames: dict[tuple[str, str], list[Frame]] = {}
        for table in _TABLES:
            for row in tables.csv(table, Trigger):
                _check(row, categories, classes, table)
                for key, frame in _frames(row, classes, table):
                    frames.setdefault(key, []).append(frame)
        states = {row.country: row.names[0] for row in tables.csv("states", State)}
        return cls(
            categories=categories,
            frames={key: tuple(sorted(found, key=_by_parts)) for key, found in frames.items()},
            classes=classes,
            contexts=_contexts(tables.csv("event_contexts", Words)),
            figures=_figures(tables.csv("figures", Words)),
            demonyms=_demonyms(tables.csv("demonyms", Demonym), states),
            states=states,
            names=names or {},
        )

    def score(self, event: str, mode: str | None) -> float | None:
        """The PLOVER score of a category and mode; the category's where the mode has none."""
        category = self.categories.get(event)
        if category is None:
            return None
        found = next((m.score for m in category.modes if m.name == mode), None)
        return category.score if found is None else found


def _by_parts(frame: Frame) -> int:
    return -len(frame.parts)


def _check(
    row: Trigger, categories: dict[str, Category], classes: dict[str, frozenset[str]], table: str
) -> None:
    where = f"{table}.csv, {row.lemmas[0]!r}"
    category = categories.get(row.event)
    if row.event != NO_EVENT and category is None:
        raise VocabularyError(f"{where}: plover.toml has no category {row.event!r}")
    if category is not None and row.mode is not None:
        names = [mode.name for mode in category.modes]
        if row.mode not in names:
            raise VocabularyError(
                f"{where}: {row.event} has no mode {row.mode!r}; there are: {', '.join(names)}"
            )
    for word in row.object:
        if word.startswith(("@", "+")) and word not in _COMPLEMENTS and word[1:] not in classes:
            raise VocabularyError(f"{where}: event_objects.csv has no class {word!r}")


def _frames(
    row: Trigger, classes: dict[str, frozenset[str]], table: str
) -> Iterable[tuple[tuple[str, str], Frame]]:
    objects: set[str] = set()
    asks = {word for word in row.object if word in _COMPLEMENTS}
    for word in row.object:
        if word not in asks:
            objects |= classes[word[1:]] if word.startswith("@") else {word}
    for lemma in row.lemmas:
        if row.pos == "noun":
            *before, head = lemma.split("_")
            parts = tuple(before)
        else:
            head, *after = lemma.split("_")
            parts = tuple(after)
        yield (head, row.pos), Frame(row, parts, frozenset(objects), frozenset(asks), table)


def _classes(rows: Iterable[Words]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.of, set()).update(row.words)
    for words in found.values():  # a class may hold classes that stand before it
        for word in [w for w in words if w.startswith("@")]:
            words.discard(word)
            words.update(found.get(word[1:], ()))
    return {name: frozenset(words) for name, words in found.items()}


def _contexts(rows: Iterable[Words]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in rows:
        for word in row.words:
            known = found.setdefault(word.lower().replace(" ", "_"), [])
            if row.of not in known:
                known.append(row.of)
    return {word: tuple(contexts) for word, contexts in found.items()}


def _figures(rows: Iterable[Words]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        for word in row.words:
            found.setdefault(word, row.of)
    return found


def _demonyms(rows: Iterable[Demonym], states: dict[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        if row.of in states:
            for word in row.words:
                found.setdefault(word, row.of)
    return found
