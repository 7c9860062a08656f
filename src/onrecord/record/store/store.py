"""The store: the records of many articles in one SQLite file.

An article is in whole or not at all, also after the process was killed: all its rows are
written in one transaction. The file opens in Datasette or any SQLite tool as it is.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

import msgspec
from sqlalchemy import Connection, Select, delete, func, insert, select, text, update

from onrecord.record.article import Article
from onrecord.record.record import TABLES, Record
from onrecord.record.store.database import StoreError, open_engine
from onrecord.record.store.tables import build_tables, from_columns, to_columns

Order = Literal["published", "added"]


class Store:
    """Records of many articles in one file.

    Args:
        path: the file; made where it does not exist. ``:memory:`` keeps nothing.

    Raises:
        StoreError: the file is not a store, or cannot be written.

    Example:
        >>> store = Store(":memory:")
        >>> len(store)
        0
    """

    def __init__(self, path: str | Path) -> None:
        self.path = str(path)
        self._engine = open_engine(path)
        self._tables = build_tables()
        self._under_way = 0  # how many ``together`` are
        self._is_closed = False

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._is_closed = True
        self._engine.dispose()

    # --- writing

    def add(self, record: Record, *, source: str | None = None, reader: str = "") -> bool:
        """Write a record; returns False where the store holds the very same already.

        Args:
            record: what was read.
            source: the file it was read from, where the article has no url. Another text
                under the same url or file becomes a new version; the old one stays.
            reader: version of the program that read it.
        """
        with self._writing() as connection:
            known = self._load(connection, record.article.id)
            if known is not None and known == record:
                return False
            key = record.article.url or source
            version = self._version(connection, record.article.id, key)
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
            if known is None:
                self._insert(connection, "articles", [record.article])
            else:
                self._clear(connection, record)
            for name in TABLES:
                if name != "articles":
                    self._insert(connection, name, record.table(name))
            self._mark(connection, record, key, version, reader)
        return True

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is added inside counts as added in one go: it has no order but that of its dates.

        A text that is added again keeps the place it had, in here or not. What was broken off
        (the process was killed, an error came) is gone on with by the next, unless something else
        was added since: nothing takes a place before what the store holds already.

        Example:
            >>> store = Store(":memory:")
            >>> with store.together():
            ...     pass  # store.add(...), store.add(...)
        """
        self._under_way += 1
        is_broken_off = False
        try:
            yield
        except BaseException as error:
            # Where nobody asks a generator for the rest, that is an end too.
            is_broken_off = not isinstance(error, GeneratorExit)
            raise
        finally:
            self._under_way -= 1
            if not (is_broken_off or self._under_way or self._is_closed):
                self._finish()

    def _finish(self) -> None:
        with self._writing() as connection:
            connection.execute(delete(self._tables["unfinished"]))

    def _number(self, connection: Connection) -> int:
        """The place of a text that is new."""
        versions, unfinished = self._tables["versions"], self._tables["unfinished"]
        newest = int(connection.execute(select(func.max(versions.c.added))).scalar() or 0)
        if not self._under_way:
            return newest + 1
        begun = connection.execute(select(unfinished.c.added)).scalar()
        if begun is not None and begun >= newest:
            return int(begun)
        connection.execute(delete(unfinished))
        connection.execute(insert(unfinished).values(added=newest + 1))
        return newest + 1

    def remove(self, article: str) -> bool:
        """Take an article and all its rows out; returns False where it is not there.

        The version before it, if any, becomes the current one again.
        """
        articles, versions = self._tables["articles"], self._tables["versions"]
        with self._writing() as connection:
            row = connection.execute(select(versions).where(versions.c.article == article)).first()
            gone = connection.execute(delete(articles).where(articles.c.id == article)).rowcount
            if row is not None and row.current and row.source is not None:
                last = (
                    select(versions.c.article)
                    .where(versions.c.source == row.source)
                    .order_by(versions.c.number.desc())
                    .limit(1)
                )
                connection.execute(
                    update(versions)
                    .where(versions.c.article == last.scalar_subquery())
                    .values(current=1)
                )
        return bool(gone)

    def _writing(self) -> Any:
        return self._engine.execution_options(writes=True).begin()

    def _insert(self, connection: Connection, name: str, rows: Any) -> None:
        if rows:
            connection.execute(insert(self._tables[name]), [to_columns(row) for row in rows])

    def _clear(self, connection: Connection, record: Record) -> None:
        """Take out the rows of an article that is read again, and renew its metadata."""
        for name in reversed(TABLES):
            if name != "articles":
                table = self._tables[name]
                connection.execute(delete(table).where(table.c.article == record.article.id))
        articles = self._tables["articles"]
        connection.execute(
            update(articles)
            .where(articles.c.id == record.article.id)
            .values(**to_columns(record.article))
        )

    def _version(self, connection: Connection, article: str, key: str | None) -> int:
        versions = self._tables["versions"]
        own = connection.execute(
            select(versions.c.number).where(versions.c.article == article)
        ).scalar()
        if own is not None or key is None:
            return int(own or 1)
        numbers = select(versions.c.number).where(versions.c.source == key)
        return max((int(n) for n in connection.execute(numbers).scalars()), default=0) + 1

    def _mark(
        self, connection: Connection, record: Record, key: str | None, number: int, reader: str
    ) -> None:
        versions = self._tables["versions"]
        if key is not None:
            connection.execute(update(versions).where(versions.c.source == key).values(current=0))
        values = {
            "source": key,
            "number": number,
            "current": 1,
            "reader": reader,
            "warnings": json.dumps(list(record.warnings), ensure_ascii=False),
        }
        changed = connection.execute(
            update(versions).where(versions.c.article == record.article.id).values(**values)
        ).rowcount
        if not changed:
            added = self._number(connection)
            connection.execute(
                insert(versions).values(article=record.article.id, added=added, **values)
            )

    # --- reading

    def __len__(self) -> int:
        """How many articles are current."""
        return sum(1 for _ in self.article_ids())

    def __contains__(self, article: str) -> bool:
        with self._engine.connect() as connection:
            return self._has(connection, article)

    def holds(self, article: Article, reader: str = "") -> bool:
        """Whether this very article was read by this version of the program already."""
        versions, articles = self._tables["versions"], self._tables["articles"]
        query = (
            select(articles)
            .join(versions, versions.c.article == articles.c.id)
            .where(articles.c.id == article.id, versions.c.reader == reader)
            .where(versions.c.current == 1)
        )
        with self._engine.connect() as connection:
            row = connection.execute(query).mappings().first()
        return row is not None and from_columns(dict(row), Article) == article

    def article_ids(self, *, all_versions: bool = False, order: Order = "published") -> list[str]:
        """Ids of the articles.

        Args:
            all_versions: also of texts that were replaced since.
            order: by date of publication, or as they were added (see ``together``).
        """
        articles, versions = self._tables["articles"], self._tables["versions"]
        query = (
            select(articles.c.id)
            .join(versions, versions.c.article == articles.c.id)
            .order_by(*self._ordered(order))
        )
        if not all_versions:
            query = query.where(versions.c.current == 1)
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def _ordered(self, order: Order) -> list[Any]:
        articles, versions = self._tables["articles"], self._tables["versions"]
        by_date = [articles.c.published, articles.c.id]
        if order == "published":
            return by_date
        return [versions.c.added, articles.c.published.nulls_last(), articles.c.id]

    def versions(self, source: str) -> list[str]:
        """Article ids of all texts read from a url or file, oldest first."""
        versions = self._tables["versions"]
        query = (
            select(versions.c.article)
            .where(versions.c.source == source)
            .order_by(versions.c.number)
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query).scalars())

    def record(self, article: str) -> Record:
        """The record of one article; raises ``KeyError`` where it is not in the store."""
        with self._engine.connect() as connection:
            record = self._load(connection, article)
        if record is None:
            raise KeyError(f"no article {article!r} in {self.path}")
        return record

    def records(
        self, *, all_versions: bool = False, order: Order = "published"
    ) -> Iterator[Record]:
        """The records one by one; the arguments as for ``article_ids``."""
        for article in self.article_ids(all_versions=all_versions, order=order):
            yield self.record(article)

    def history(self) -> Iterator[tuple[Record, bool]]:
        """Every text in the order in which they were added, and whether it is the newest version.

        Ids across articles go by this order; see ``onrecord.crisis.collection``.
        """
        newest = set(self.article_ids())
        for record in self.records(all_versions=True, order="added"):
            yield record, record.article.id in newest

    def rows(
        self,
        table: str,
        *,
        all_versions: bool = False,
        order: Order = "published",
        **where: Any,
    ) -> Iterator[Any]:
        """The rows of one table, article by article, streamed.

        Args:
            table: name of a table of the record.
            all_versions: also the rows of texts that were replaced since.
            order: of the articles, as for ``article_ids``.
            where: field=value pairs that must be equal.

        Raises:
            KeyError: no such table or field.
        """
        query = self._query(table, where, all_versions, order)
        with self._engine.connect() as connection:
            result = connection.execution_options(yield_per=500).execute(query)
            for row in result.mappings():
                yield from_columns(dict(row), TABLES[table])

    def find(self, row: str) -> tuple[str, msgspec.Struct]:
        """A statement, event or move by its id, with the name of its table.

        Raises:
            KeyError: there is none.
        """
        for table in ("statements", "events", "moves"):
            for found in self.rows(table, all_versions=True, id=row):
                return table, found
        raise KeyError(f"no row {row!r} in {self.path}")

    def search(self, words: str, table: str = "articles") -> list[str]:
        """Ids of the articles or statements that hold all of ``words``, best first.

        Args:
            words: words to look for; marks are taken as plain text, not as query syntax.
            table: ``articles`` or ``statements``.

        Raises:
            KeyError: no full-text index for that table.
        """
        if table not in ("articles", "statements"):
            raise KeyError(f"no full-text index for {table!r}; there is articles, statements")
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not quoted:
            return []
        query = text(
            f"SELECT t.id FROM {table} t JOIN {table}_fts f ON f.rowid = t.rowid "
            f"WHERE {table}_fts MATCH :words ORDER BY f.rank, t.id"
        )
        with self._engine.connect() as connection:
            return list(connection.execute(query, {"words": quoted}).scalars())

    def _query(
        self, table: str, where: dict[str, Any], all_versions: bool, order: Order
    ) -> Select[Any]:
        if table not in TABLES:
            raise KeyError(f"no table {table!r}; there are: {', '.join(TABLES)}")
        columns = self._tables[table]
        versions, articles = self._tables["versions"], self._tables["articles"]
        article = columns.c.id if table == "articles" else columns.c.article
        query = select(columns).join(versions, versions.c.article == article)
        if table != "articles":
            query = query.join(articles, articles.c.id == article)
        for field, value in where.items():
            if field not in columns.c:
                raise KeyError(f"{table} have no field {field!r}")
            query = query.where(columns.c[field] == value)
        if not all_versions:
            query = query.where(versions.c.current == 1)
        return query.order_by(*self._ordered(order), text(f"{table}.rowid"))

    @staticmethod
    def _has(connection: Connection, article: str) -> bool:
        query = text("SELECT 1 FROM articles WHERE id = :id")
        return connection.execute(query, {"id": article}).first() is not None

    def _load(self, connection: Connection, article: str) -> Record | None:
        if not self._has(connection, article):
            return None
        tables: dict[str, Any] = {}
        for name, row_type in TABLES.items():
            table = self._tables[name]
            key = table.c.id if name == "articles" else table.c.article
            query = select(table).where(key == article).order_by(text("rowid"))
            rows = connection.execute(query).mappings()
            tables[name] = tuple(from_columns(dict(row), row_type) for row in rows)
        versions = self._tables["versions"]
        warnings = connection.execute(
            select(versions.c.warnings).where(versions.c.article == article)
        ).scalar()
        return Record(
            article=tables.pop("articles")[0],
            warnings=tuple(json.loads(warnings or "[]")),
            **tables,
        )


__all__ = ["Store", "StoreError"]
