"""The record of one article: its rows, table by table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from onrecord.record.actor import Actor, Mention
from onrecord.record.article import Article
from onrecord.record.check import check_record
from onrecord.record.event import Event
from onrecord.record.move import Deadline, Move
from onrecord.record.place import Place
from onrecord.record.reason import Reason
from onrecord.record.statement import Statement
from onrecord.record.time import Time

if TYPE_CHECKING:
    import pandas


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one article says, each row tied to its words.

    One attribute a table, rows with the field names of the contract. ``warnings`` are
    remarks of the reading (no date of publication, say), not rows.

    Raises:
        ValueError: when a row breaks one of the two rules (see ``check_record``).
    """

    article: Article
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    moves: tuple[Move, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_record(self)

    @property
    def text(self) -> str:
        """The article's text, in which every offset counts."""
        return self.article.text

    def to_pandas(self, table: str) -> pandas.DataFrame:
        """One table as a pandas DataFrame (needs pandas: ``pip install onrecord[pandas]``).

        Raises:
            KeyError: no such table.
            ImportError: pandas is not installed.
        """
        import pandas

        return pandas.DataFrame([msgspec.to_builtins(row) for row in self.table(table)])

    def table(self, name: str) -> tuple[Any, ...]:
        """The rows of the table ``name``; raises ``KeyError`` for an unknown name."""
        if name == "articles":
            return (self.article,)
        if name not in TABLES:
            raise KeyError(f"no table {name!r}; there are: {', '.join(TABLES)}")
        rows: tuple[Any, ...] = getattr(self, name)
        return rows


TABLES: dict[str, type[msgspec.Struct]] = {
    "articles": Article,
    "actors": Actor,
    "mentions": Mention,
    "times": Time,
    "places": Place,
    "statements": Statement,
    "events": Event,
    "moves": Move,
    "deadlines": Deadline,
    "reasons": Reason,
}
