"""Stories: rows of different articles that report the same thing."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import require_date

StoryKind = Literal["event", "move", "statement"]

Support = Literal["corroborated", "single-source", "unnamed-only"]


class Join(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Why a row stands in a story.

    Attributes:
        row: id of the row.
        article: its article.
        start, end, text: its words.
        outlet: whose report it is, after copies and reports of reports are traced back; null
            where neither the article nor the row says.
        sources: on whose word: names of the original sources; empty in the outlet's own voice.
        because: what it shares with the story, in words; empty for the first row.
        score: how sure, 0 to 1.
    """

    row: str
    article: str
    start: int
    end: int
    text: str
    outlet: str | None = None
    sources: tuple[str, ...] = ()
    because: str = ""
    score: float = 1.0


class Claim(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the values that are reported.

    Attributes:
        value: as it is compared: "4", "at least 31", "denied", "2025-09-02", "refusal".
        members: ids of the rows that say so.
        by: on whose word, names.
        stated: the day it was first stated (said, else published), or null.
        text: the words of the first of the rows that give the value.
    """

    value: str
    members: tuple[str, ...]
    by: tuple[str, ...] = ()
    stated: str | None = None
    text: str = ""


class Disagreement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Values of one field that cannot all be true.

    Attributes:
        field: "killed" and other figures, "status", "date", "place", "position".
        values: two or more, in the order they were first stated.
    """

    field: str
    values: tuple[Claim, ...]


class Revision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A value that was replaced by a later one: an update, not a contradiction.

    Attributes:
        field: as in a disagreement.
        values: in order of time; the last one stands.
        by: whose figure it is, or null where outlets and officials share it.
    """

    field: str
    values: tuple[Claim, ...]
    by: str | None = None


class Story(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing that happened, was put forward or was said, and every row that reports it.

    Attributes:
        id: stable: made from the first row that was put on record.
        kind: event, move or statement.
        what: PLOVER category, kind of move, or speech act, of the first row.
        article, start, end, text: the words of the first report.
        members: ids of the rows, in the order of their articles.
        joins: the same rows with their words, whose report each is, and why it is there.
        first_reported: date of publication of the first report, or null.
        outlets: who reports it, in order.
        independent: outlets after copies, and reports of another's report, are counted once.
        sources: the original sources that are named or described, without the outlets.
        support: corroborated (two or more independent outlets or original sources),
            single-source, or unnamed-only (nobody gives a name and no outlet vouches).
        disagreements: what its rows contradict each other in.
        revisions: what was updated.
    """

    id: str
    kind: StoryKind
    what: str
    article: str
    start: int
    end: int
    text: str
    members: tuple[str, ...]
    joins: tuple[Join, ...]
    first_reported: str | None = None
    outlets: tuple[str, ...] = ()
    independent: int = 1
    sources: tuple[str, ...] = ()
    support: Support = "single-source"
    disagreements: tuple[Disagreement, ...] = ()
    revisions: tuple[Revision, ...] = ()

    def __post_init__(self) -> None:
        require_date(self.first_reported, "first_reported")
