"""A store keeps the order in which its articles were added, whatever their dates."""

from __future__ import annotations

import sqlite3

import pytest
from msgspec.structs import replace

from onrecord.export import export_tables
from onrecord.record.store import Store
from onrecord.record.store.database import migrations
from tests.record.rows import TEXT, handmade


def dated(text, day, url):
    one = handmade(text, url=url)
    return replace(one, article=replace(one.article, published=day))


LATE, EARLY, OLDEST, UNDATED = (
    dated(f"{TEXT} {day}.", day, f"https://example.org/{day}")
    for day in ("2031-04-19", "2031-04-18", "2031-04-17", None)
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


def broken_off(store, one):
    def fail():
        with store.together():
            store.add(one)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()


def test_what_was_broken_off_is_gone_on_with(tmp_path):
    with Store(tmp_path / "a.db") as store:
        broken_off(store, LATE)
    with Store(tmp_path / "a.db") as store:
        with store.together():
            store.add(EARLY)
        assert ids(store) == [EARLY.article.id, LATE.article.id]
        with store.together():
            store.add(UNDATED)
            store.add(OLDEST)
        assert ids(store)[2:] == [OLDEST.article.id, UNDATED.article.id]


def test_what_was_broken_off_puts_nothing_before_what_was_added_since():
    with Store(":memory:") as store:
        broken_off(store, LATE)
        store.add(UNDATED)
        with store.together():
            store.add(EARLY)
            store.add(OLDEST)
        assert ids(store) == [one.article.id for one in (LATE, UNDATED, OLDEST, EARLY)]


def test_of_two_runs_in_turns_the_last_to_end_ends_both():
    def run(*records):
        with store.together():
            for one in records:
                yield store.add(one)

    with Store(":memory:") as store:
        first, second = run(LATE), run(UNDATED, EARLY)
        assert list(zip(first, second, strict=False)) == [(True, True)]
        assert list(second) == [True]
        store.add(OLDEST)
        assert ids(store) == [one.article.id for one in (EARLY, LATE, UNDATED, OLDEST)]


def test_a_run_that_outlives_its_store_leaves_the_file_alone(tmp_path):
    def run():
        with store.together():
            yield store.add(LATE)

    with Store(tmp_path / "a.db") as store:
        left = run()
        assert next(left)
    (tmp_path / "a.db").unlink()
    left.close()
    assert not list(tmp_path.iterdir())


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
