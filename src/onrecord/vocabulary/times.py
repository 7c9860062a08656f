"""Time expressions: their words, their patterns, named days and time zones."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables, VocabularyError

RULE = re.compile(
    r"(?P<md>\d\d-\d\d)|(?P<nth>\d\d-[1-7]#-?[1-5](?:\+\d{1,2})?)"
    r"|(?P<easter>(?:easter|pascha)[+-]\d{1,3})|table (?P<table>[a-z' -]+)"
    r"|(?P<once>\d{4}-\d\d-\d\d)"
)


class Word(msgspec.Struct, frozen=True):
    """A word, or a phrase, of time expressions; see the head of ``times_words.csv``."""

    words: tuple[str, ...]
    kind: str
    value: str = ""
    case: Literal["", "capital", "lower"] = ""


class Cue(msgspec.Struct, frozen=True):
    """Words around a time expression; see the head of ``times_cues.csv``."""

    words: tuple[str, ...]
    kind: Literal[
        "ahead",
        "present",
        "named_after",
        "unseasonal",
        "implicative",
        "ahead_word",
        "ahead_noun",
        "formerly",
        "numbered",
        "offensive",
        "back_word",
        "deadline",
        "done",
        "let_pass",
        "put_off",
        "light",
        "about",
        "before_unit",
        "counted",
        "before_year",
    ]


class Shape(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named piece of a pattern."""

    name: str
    shape: str


class Pattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sequence of word classes that is a time expression.

    Attributes:
        name: unique, for reasons and error messages.
        shape: the sequence; see the head of ``times_patterns.toml``.
        reading: which rule gives its value.
        after, before: what must stand before and behind it.
        not_after, not_before: what must not stand before and behind it.
    """

    name: str
    shape: str
    reading: str
    after: str = ""
    before: str = ""
    not_after: str = ""
    not_before: str = ""


class Holiday(msgspec.Struct, frozen=True):
    """A named day and the rule that finds it in a year."""

    names: tuple[str, ...]
    rule: str


class MovingHoliday(msgspec.Struct, frozen=True):
    """A holiday of a lunar calendar in one year: its first day and, where longer, its last."""

    holiday: str
    day: str
    last: str = ""


class NamedDay(msgspec.Struct, frozen=True):
    """A day of history that is named without its year; see ``times_named_days.csv``."""

    day: str
    words: tuple[str, ...]
    date: str


class EventWords(msgspec.Struct, frozen=True):
    """Lemmas that name one event in a text; see ``times_events.csv``."""

    words: tuple[str, ...]


_OFFSET = r"Z|[+-]\d\d(?::\d\d)?|eastern|central|mountain|pacific"


class Zone(msgspec.Struct, frozen=True):
    """A time zone and its offset from UTC; empty where it depends on the place."""

    names: tuple[str, ...]
    offset: str = ""


@dataclass(frozen=True)
class TimeWords:
    """What is known of time expressions.

    Attributes:
        words, shapes, patterns, holidays, zones: the rows of the tables.
        cues: the words of each kind of cue.
        moving: (holiday, year) -> first and last day, ISO 8601.
        named_days: "10-07" -> the words that stand behind it and the day that is then meant.
        events: lemma -> the lemmas that name the same event.
    """

    words: tuple[Word, ...]
    shapes: tuple[Shape, ...]
    patterns: tuple[Pattern, ...]
    holidays: tuple[Holiday, ...]
    zones: tuple[Zone, ...]
    cues: dict[str, frozenset[str]]
    moving: dict[tuple[str, int], tuple[str, str]]
    named_days: dict[str, tuple[frozenset[str], str]]
    events: dict[str, frozenset[str]]


def load_time_words(tables: Tables) -> TimeWords:
    """Read and check the tables ``times_*``.

    Raises:
        VocabularyError: a row is malformed, or a holiday's rule is not one.
    """
    holidays = tuple(tables.csv("times_holidays", Holiday))
    moving: dict[tuple[str, int], tuple[str, str]] = {}
    for row in tables.csv("times_moving_holidays", MovingHoliday):
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", row.day):
            raise VocabularyError(f"times_moving_holidays, {row.holiday}: {row.day!r} is no day")
        moving[row.holiday, int(row.day[:4])] = (row.day, row.last or row.day)
    tabled = {name for name, _ in moving}
    for holiday in holidays:
        match = RULE.fullmatch(holiday.rule)
        if match is None or (match["table"] and match["table"] not in tabled):
            raise VocabularyError(
                f"times_holidays, {holiday.names[0]}: no such rule {holiday.rule!r}; "
                "the head of the table lists the forms"
            )
    for zone in tables.csv("times_zones", Zone):
        if zone.offset and not re.fullmatch(_OFFSET, zone.offset):
            raise VocabularyError(f"times_zones, {zone.names[0]}: offset {zone.offset!r}")
    return TimeWords(
        words=tuple(tables.csv("times_words", Word)),
        shapes=tuple(tables.toml("times_patterns", Shape, "shape")),
        patterns=tuple(tables.toml("times_patterns", Pattern, "pattern")),
        holidays=holidays,
        zones=tuple(tables.csv("times_zones", Zone)),
        cues=_cues(tables),
        moving=moving,
        named_days=_named_days(tables),
        events=_events(tables),
    )


def _named_days(tables: Tables) -> dict[str, tuple[frozenset[str], str]]:
    found: dict[str, tuple[frozenset[str], str]] = {}
    for row in tables.csv("times_named_days", NamedDay):
        if not re.fullmatch(r"\d{4}-" + re.escape(row.day), row.date):
            raise VocabularyError(f"times_named_days, {row.day}: {row.date!r} is no such day")
        found[row.day] = (frozenset(row.words), row.date)
    return found


def _events(tables: Tables) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for row in tables.csv("times_events", EventWords):
        for word in row.words:
            found[word] = found.get(word, frozenset()) | frozenset(row.words)
    return found


def _cues(tables: Tables) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for cue in tables.csv("times_cues", Cue):
        found.setdefault(cue.kind, set()).update(cue.words)
    return {kind: frozenset(words) for kind, words in found.items()}
