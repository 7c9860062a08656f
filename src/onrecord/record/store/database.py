"""Opening a store's database: SQLite with WAL and foreign keys, brought up to date."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

_BUSY_SECONDS = 30
APPLICATION_ID = 0x6F6E7265  # "onre", so that `file` and we can tell a store from other files


class StoreError(Exception):
    """A store cannot be opened or written; the message says what to do."""


def open_engine(path: str | Path) -> Engine:
    """An engine on the store at ``path`` (``:memory:`` for a passing one), schema up to date.

    Raises:
        StoreError: the file is no store, or is of a newer version of the program.
    """
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _begin)
    try:
        with engine.connect() as connection:
            migrate(connection, str(path))
    except OperationalError as error:
        raise StoreError(f"{path}: {error.orig}; is the folder there and writable?") from error
    except DatabaseError as error:
        raise StoreError(f"{path}: {error.orig}; name another file") from error
    return engine


def _on_connect(connection: sqlite3.Connection, _: Any) -> None:
    connection.isolation_level = None  # transactions are begun by us, see _begin
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE" if _writes(connection) else "BEGIN")


def _writes(connection: Connection) -> bool:
    return bool(connection.get_execution_options().get("writes", False))


def migrations() -> list[tuple[int, str]]:
    """The steps of the schema in order: number and SQL."""
    folder = files("onrecord.record.store") / "migrations"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return [(int(name[:4]), (folder / name).read_text(encoding="utf-8")) for name in names]


def migrate(connection: Connection, name: str) -> None:
    """Bring the database up to the newest schema, each step in one transaction.

    Raises:
        StoreError: it holds something else, or a schema newer than this program knows.
    """
    raw = connection.connection.driver_connection
    if not isinstance(raw, sqlite3.Connection):
        raise StoreError(f"{name}: a store is an SQLite file")
    steps = migrations()
    version = _pragma(raw, "user_version")
    if version == 0 and raw.execute("SELECT 1 FROM sqlite_master").fetchone():
        raise StoreError(f"{name}: is an SQLite file, but not a store; name another file")
    if version > steps[-1][0]:
        raise StoreError(f"{name}: was written by a newer version of onrecord; update onrecord")
    for number, sql in steps:
        if number > version:
            # Another process may be at it too: the one that comes second finds it done.
            raw.executescript("ROLLBACK;" if raw.in_transaction else "")
            raw.execute("BEGIN IMMEDIATE")
            if _pragma(raw, "user_version") >= number:
                raw.execute("ROLLBACK")
                continue
            for statement in _statements(sql):
                raw.execute(statement)
            raw.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            raw.execute(f"PRAGMA user_version = {number}")
            raw.execute("COMMIT")


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _statements(sql: str) -> list[str]:
    """The statements of a script; a trigger's inner semicolons do not end it."""
    found, current = [], ""
    for line in sql.splitlines(keepends=True):
        current += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(current):
            found.append(current)
            current = ""
    return found
