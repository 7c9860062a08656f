"""The store keeps records whole, once, and for good."""

import os
import signal
import sqlite3
import subprocess
import sys
import time

import msgspec
import pytest

from onrecord.record import TABLES
from onrecord.record.store import Store, StoreError
from onrecord.record.store.database import migrations
from tests.record.rows import TEXT, handmade


@pytest.fixture
def store(tmp_path):
    with Store(tmp_path / "talks.db") as opened:
        yield opened


def dump(path):
    with sqlite3.connect(path) as connection:
        return list(connection.iterdump())


def test_a_record_comes_back_as_it_was(store):
    record = handmade()
    assert store.add(record)
    assert store.record(record.article.id) == record


def test_the_same_record_again_changes_nothing(store):
    store.add(handmade())
    before = dump(store.path)
    assert not store.add(handmade())
    assert dump(store.path) == before


def test_a_changed_text_is_a_new_version_and_the_old_rows_stay(store):
    old, new = handmade(), handmade(TEXT + " The blockade went on.")
    store.add(old)
    store.add(new)
    assert store.article_ids() == [new.article.id]
    assert store.versions(old.article.url) == [old.article.id, new.article.id]
    assert store.record(old.article.id) == old
    assert {row.article for row in store.rows("events")} == {new.article.id}
    assert len(list(store.rows("events", all_versions=True))) == 2


def test_versions_of_a_file_without_url(store):
    old, new = handmade(url=None), handmade(TEXT + " More.", url=None)
    store.add(old, source="/news/a.txt")
    store.add(new, source="/news/a.txt")
    store.add(handmade(TEXT + " Other.", url=None), source="/news/b.txt")
    assert store.versions("/news/a.txt") == [old.article.id, new.article.id]
    assert len(store) == 2


def test_read_again_with_other_rows_replaces_them(store):
    record = handmade()
    store.add(record, reader="1")
    later = msgspec.structs.replace(record, moves=(), deadlines=())
    assert store.add(later, reader="2")
    assert store.record(record.article.id) == later
    assert store.holds(record.article, "2")
    assert not store.holds(record.article, "1")


def test_removing_the_newest_version_brings_the_old_one_back(store):
    old, new = handmade(), handmade(TEXT + " More.")
    store.add(old)
    store.add(new)
    assert store.remove(new.article.id)
    assert store.article_ids() == [old.article.id]
    assert not store.remove("nothing")


def test_search_finds_words_and_takes_marks_as_text(store):
    record = handmade()
    store.add(record)
    assert store.search("blockade sailors") == [record.article.id]
    assert store.search("lift", "statements") == [record.statements[0].id]
    assert store.search('sail" OR "x') == []
    assert store.search("") == []
    store.remove(record.article.id)
    assert store.search("blockade") == []


def test_rows_filter_and_name_what_is_unknown(store):
    store.add(handmade())
    assert len(list(store.rows("events", event="ASSAULT"))) == 1
    assert list(store.rows("events", event="AID")) == []
    with pytest.raises(KeyError, match="no field"):
        list(store.rows("events", colour="red"))
    with pytest.raises(KeyError, match="no table"):
        list(store.rows("storys"))


def test_find_by_id(store):
    record = handmade()
    store.add(record)
    assert store.find(record.moves[0].id) == ("moves", record.moves[0])
    with pytest.raises(KeyError):
        store.find("x-s1")


def test_foreign_keys_and_wal_are_on(store):
    store.add(handmade())
    with sqlite3.connect(store.path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("DELETE FROM articles")
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_the_schema_has_a_column_for_every_field(store):
    with sqlite3.connect(store.path) as connection:
        for name, row_type in TABLES.items():
            columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
            assert columns == set(row_type.__struct_fields__), name


def test_other_files_are_refused(tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE things (x)")
    with pytest.raises(StoreError, match="not a store"):
        Store(other)
    text = tmp_path / "notes.txt"
    text.write_text("not a database at all, but long enough to be read as one" * 20)
    with pytest.raises(StoreError, match="not a database"):
        Store(text)
    with pytest.raises(StoreError, match="folder"):
        Store(tmp_path / "no" / "such" / "folder.db")


def test_a_newer_schema_is_refused(tmp_path):
    Store(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute(f"PRAGMA user_version = {migrations()[-1][0] + 1}")
    with pytest.raises(StoreError, match="newer version"):
        Store(tmp_path / "a.db")


WRITER = """
import sys
from onrecord.record.store import Store
from tests.record.rows import TEXT, handmade
with Store(sys.argv[1]) as store:
    for n in range(60):
        store.add(handmade(f"{TEXT} Number {n}.", url=f"https://meridian.example/{n}"))
        print(n, flush=True)
"""


@pytest.mark.parametrize("lines", [1, 15, 40])
def test_killed_at_any_moment_it_holds_whole_articles_and_a_rerun_completes_it(tmp_path, lines):
    killed, undisturbed = tmp_path / "killed.db", tmp_path / "undisturbed.db"
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, str(killed)], stdout=subprocess.PIPE, text=True
    )
    for _ in range(lines):
        process.stdout.readline()
    time.sleep(0.003)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    with Store(killed) as store:
        for record in store.records():
            assert record == handmade(record.text, url=record.article.url)
        assert lines <= len(store) < 60
    for path in (killed, undisturbed):
        subprocess.run([sys.executable, "-c", WRITER, str(path)], check=True, capture_output=True)
    assert dump(killed) == dump(undisturbed)
