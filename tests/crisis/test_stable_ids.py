"""Articles that are added later, of whatever date, change no id that an earlier one's row had."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

import onrecord
from onrecord.crisis.collection import Collection
from onrecord.crisis.identities import Identities
from onrecord.crisis.naming import load_naming
from onrecord.record import Record
from onrecord.record.jsonl import from_lines, to_lines
from onrecord.record.store import Store
from onrecord.vocabulary.tables import Tables
from tests.crisis.planted import SETS, records
from tests.crisis.test_identities import record, unify

NAMES = [
    "Ilse Marrowsky",
    "Ilse Marrowskiy",
    "I. Marrowsky",
    "Marrowsky",
    "Ilse Anna Marrowsky",
    "Peter Marrowsky",
    "Chung Eui-sun",
    "Euisun Chung",
    "Mohammed bin Tarik Al Nour",
    "Mohammed Al Nour",
    "Mohammed bin Tarik",
    "King Aldric II",
    "King Aldric",
]


def dated(one: Record, day: str | None) -> Record:
    return replace(one, article=replace(one.article, published=day))


def with_alias(one: Record, alias: str) -> Record:
    return replace(one, actors=(replace(one.actors[0], aliases=(alias,)), *one.actors[1:]))


def actor_ids(collection: Collection) -> dict[str, list[str]]:
    return {one.article.id: [a.id for a in one.actors] for one in collection.records}


def story_ids(collection: Collection) -> dict[str, str]:
    shown = {one.article.id for one in collection.records}
    of = collection.stories().grouping.group_of
    return {row: story for row, story in of.items() if row.rpartition("-")[0] in shown}


@pytest.fixture(scope="module")
def naming():
    return load_naming(Tables())


@settings(max_examples=40, deadline=None)
@given(
    articles=st.lists(
        st.tuples(
            st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True),
            st.sampled_from([None, "NOR", "CHL"]),
            st.integers(1, 28),
        ),
        min_size=2,
        max_size=9,
    )
)
def test_later_articles_change_no_actor_but_by_a_merge_that_is_listed(naming, articles):
    with Store(":memory:") as store:
        before: dict[str, list[str]] = {}
        for number, (names, country, day) in enumerate(articles):
            one = record(*((name, country) for name in names), ("Nobody Else" + "e" * number,))
            store.add(dated(one, f"2031-04-{day:02d}"))
            collection = Collection.of(store.history(), Identities(naming))
            now = actor_ids(collection)
            merged = collection.identities.merged
            for article, known in before.items():
                assert now[article] == [collection.identities.current(one) for one in known]
                for was, is_now in zip(known, now[article], strict=True):
                    assert was == is_now or was in merged
            assert all(len(set(found)) == len(found) for found in now.values())
            before = now


@pytest.mark.parametrize("name", SETS)
def test_later_articles_change_no_story(name):
    articles = list(records(name).values())
    random.Random(1).shuffle(articles)
    with Store(":memory:") as store:
        before: dict[str, str] = {}
        for one in articles:
            store.add(one)
            now = story_ids(Collection.of(store.history()))
            assert {row: now[row] for row in before} == before
            before = now


@pytest.mark.parametrize("name", SETS)
def test_what_is_added_in_one_go_is_taken_by_date(name):
    found = []
    for seed in (1, 2):
        articles = list(records(name).values())
        random.Random(seed).shuffle(articles)
        with Store(":memory:") as store:
            with store.together():
                for one in articles:
                    store.add(one)
            collection = Collection.of(store.history())
            found.append((actor_ids(collection), story_ids(collection)))
    assert found[0] == found[1]


def test_an_earlier_article_added_later_takes_no_id_over():
    with Store(":memory:") as store:
        store.add(dated(record(("Ilse Marrowskiy", "NOR")), "2031-04-19"))
        store.add(dated(record(("Ilse Marrowsky", "NOR")), "2031-04-18"))
        (only,) = onrecord.who(store)
    assert only.id == "person/ilse-marrowskiy"
    assert only.names == ["Ilse Marrowskiy", "Ilse Marrowsky"]


def test_read_again_or_in_a_new_version_ids_stay():
    old = dated(record(("Ilse Marrowskiy",)), "2031-04-19")
    other = dated(record(("Ilse Marrowsky",), ("Peter Vance",)), "2031-04-18")
    new = dated(record(("Ilse Marrowsky",), ("Anna Holt",)), "2031-04-19")
    with Store(":memory:") as store:
        store.add(old, source="a.txt", reader="1")
        store.add(other, source="b.txt", reader="1")
        before = [one.id for one in onrecord.who(store)]
        store.add(old, source="a.txt", reader="2")
        assert [one.id for one in onrecord.who(store)] == before
        store.add(new, source="a.txt", reader="2")
        found = {one.id: one.articles for one in onrecord.who(store)}
    assert found["person/ilse-marrowskiy"] == [other.article.id, new.article.id]
    assert set(found) == {"person/ilse-marrowskiy", "person/peter-vance", "person/anna-holt"}


def test_stories_keep_their_ids_when_a_text_is_replaced():
    articles = list(records("strait-dispute").values())
    with Store(":memory:") as store:
        for number, one in enumerate(articles):
            store.add(one, source=str(number))
        before = Collection.of(store.history())
        text = articles[0].article.text + " The talks went on."
        changed = replace(articles[0].article, id="0123456789", text=text)
        rows = {
            name: tuple(replace(row, article=changed.id) for row in articles[0].table(name))
            for name in ("actors", "mentions")
        }
        store.add(Record(changed, **rows), source="0")
        after = Collection.of(store.history())
    left = story_ids(after)
    assert left == {row: s for row, s in story_ids(before).items() if row in left}
    shown = {one.article.id for one in after.records}
    for story in after.stories().rows():
        assert {join.article for join in story.joins} <= shown


def test_an_article_that_bridges_two_people_merges_them_and_says_so():
    first = record(("Idris Corven", "NOR"))
    second = record(("Abu Talla", "NOR"), ("Peter Vance", "NOR"))
    bridge = with_alias(record(("Idris Corven", "NOR"), ("Anna Holt",)), "Abu Talla")
    identities = Identities.load()
    found = [[a.id for a in one.actors] for one in unify([second, first, bridge], identities)]
    assert found == [
        ["person/abu-talla", "person/peter-vance"],
        ["person/abu-talla"],
        ["person/abu-talla", "person/anna-holt"],
    ]
    assert identities.merged == {"person/idris-corven": "person/abu-talla"}
    merged = onrecord.who([second, first, bridge])[0]
    assert merged.former == ["person/idris-corven"]
    assert len(merged.articles) == 3


def test_two_people_of_one_article_are_never_merged():
    both = record(("Idris Corven", "NOR"), ("Abu Talla", "NOR"))
    bridge = with_alias(record(("Idris Corven", "NOR"), ("Anna Holt",)), "Abu Talla")
    identities = Identities.load()
    list(unify([both, bridge], identities))
    assert identities.merged == {}


def test_a_saved_reference_still_finds_whom_it_meant():
    identities = Identities.load()
    bridge = with_alias(record(("Idris Corven",), ("Anna Holt",)), "Abu Talla")
    other = record(("Idris Korven",), ("Ilse Marrowsky",))
    list(unify([record(("Abu Talla",)), record(("Idris Corven",)), bridge, other], identities))
    for reference in ("person/idris-corven", "person/abu-talla", "person/idris-korven",
                      "Idris Corven", "Abu Talla"):  # fmt: skip
        assert identities.find(reference).id == "person/abu-talla"
    assert identities.find("person/nobody") is None
    assert identities.find("Marrowsky") is None


def test_lines_written_in_the_order_of_adding_give_the_same_ids():
    with Store(":memory:") as store:
        store.add(dated(record(("Ilse Marrowskiy",)), "2031-04-19"))
        store.add(dated(record(("Ilse Marrowsky",)), "2031-04-18"))
        lines = [line for one in store.records(order="added") for line in to_lines(one)]
        expected = actor_ids(Collection.of(store.history()))
    again = onrecord.who(from_lines(lines))
    assert [one.id for one in again] == ["person/ilse-marrowskiy"]
    assert set(map(tuple, expected.values())) == {("person/ilse-marrowskiy",)}
