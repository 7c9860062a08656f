"""The view model of a brief: what a person reads, before it has a medium."""

from __future__ import annotations

import msgspec


class Line(msgspec.Struct, frozen=True):
    """One thing said to the reader.

    Attributes:
        lead: what the eye looks for first: a date, a kind of move.
        text: the line itself.
        details: what follows it, one short clause each (on whose word, or else what).
        references: where it rests: ``3:12`` is sentence 12 of article 3.
        weight: "strong" for what matters most, "weak" for what is uncertain or past.
    """

    text: str
    lead: str = ""
    details: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    weight: str = ""


class Group(msgspec.Struct, frozen=True):
    """Lines under one small heading (an issue, a speaker); the heading may be empty."""

    lines: tuple[Line, ...]
    heading: str = ""


class Section(msgspec.Struct, frozen=True):
    """A part of the brief.

    Attributes:
        title: "The clock".
        groups: what is in it.
        empty: what to say where there is nothing.
    """

    title: str
    groups: tuple[Group, ...]
    empty: str = ""


class Brief(msgspec.Struct, frozen=True):
    """A brief.

    Attributes:
        as_of: the day it is written for, ISO 8601, or null where no day is known.
        summary: what was read, in a line or two.
        sections: its parts in reading order.
        warnings: what the reader should know about the reading.
    """

    as_of: str | None
    summary: tuple[str, ...]
    sections: tuple[Section, ...]
    warnings: tuple[str, ...] = ()
