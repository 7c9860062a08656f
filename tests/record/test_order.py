"""A store keeps the order in which its articles were added, whatever their dates."""

from __future__ import annotations

import sqlite3

from msgspec.structs import replace

from onrecord.export import export_tables
from onrecord.record.store import Store
from onrecord.record.store.database import migrations
from tests.record.rows import TEXT, handmade


def dated(text, day, url):
    one = handmade(text, url=url)
    return replace(one, article=replace(one.article, published=day))


LATE, EARLY, UNDATED = (
    dated(f"{TEXT} {day}.", day, f"https://example.org/{day}")
    for day in ("2031-04-19", "2031-04-18", None)
)


def ids(store):
    return store.article_ids(order="added")


def test_the_order_of_adding_is_kept_and_dates_order_what_is_shown(tmp_path):
    added = [one.article.id for one in (LATE, UNDATED, EARLY)]
    with Store(tmp_path / "a.db") as store:
        for one in (LATE, UNDATED, EARLY, LATE):
            store.add(one, reader="1")
        assert ids(store) == added
        assert store.article_ids()[-2:] == [EARLY.article.id, LATE.article.id]
        store.add(replace(LATE, moves=(), deadlines=()), reader="2")
        assert ids(store) == added
    with Store(tmp_path / "a.db") as store:
        assert ids(store) == added
        assert [row.id for row in store.rows("articles", order="added")] == added
        export_tables(store, tmp_path / "out")
    lines = (tmp_path / "out" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    assert [one in line for one, line in zip(added, lines, strict=True)] == [True] * 3


def test_what_is_added_in_one_go_goes_by_date():
    with Store(":memory:") as store:
        with store.together():
            for one in (UNDATED, LATE, EARLY):
                store.add(one)
        assert ids(store) == [one.article.id for one in (EARLY, LATE, UNDATED)]
        store.remove(EARLY.article.id)
        store.add(EARLY)
        assert ids(store) == [one.article.id for one in (LATE, UNDATED, EARLY)]


def test_the_history_tells_which_texts_were_replaced():
    new = handmade(LATE.text + " More.", url=LATE.article.url)
    with Store(":memory:") as store:
        store.add(LATE)
        store.add(EARLY)
        store.add(new)
        found = [(one.article.text == LATE.text, is_new) for one, is_new in store.history()]
    assert found == [(True, False), (False, True), (False, True)]


def test_a_store_of_before_keeps_the_order_its_ids_went_by(tmp_path):
    path = tmp_path / "old.db"
    with Store(path) as store:
        store.add(LATE)
        store.add(EARLY)
    with sqlite3.connect(path) as connection:
        connection.execute("DROP TABLE unfinished")
        connection.execute("DROP INDEX versions_added")
        connection.execute("ALTER TABLE versions DROP COLUMN added")
        connection.execute("PRAGMA user_version = 1")
    with Store(path) as store:
        assert ids(store) == [EARLY.article.id, LATE.article.id]
        store.add(UNDATED)
        assert ids(store)[-1] == UNDATED.article.id
    assert len(migrations()) == 2
