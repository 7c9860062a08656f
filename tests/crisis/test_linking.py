"""A dump of Wikidata's items gives identities their ids: by name, kind and country, offline."""

from __future__ import annotations

import bz2
import gzip
import json

import pytest
from click.testing import CliRunner

import onrecord
from onrecord.cli.main import main
from onrecord.record.store import Store
from onrecord.vocabulary.tables import VocabularyError
from tests.crisis.test_identities import record


def item(qid, label, *aliases, human=True, country=None, code=None):
    def claim(value):
        return {"mainsnak": {"datavalue": {"value": value}}, "rank": "normal"}

    claims = {"P31": [claim({"id": "Q5" if human else "Q43229"})]}
    claims["P569"] = [{"mainsnak": {"snaktype": "novalue"}, "rank": "normal"}]
    if country:
        claims["P27" if human else "P17"] = [claim({"id": country})]
    if code:
        claims["P298"] = [claim(code)]
    return {
        "type": "item",
        "id": qid,
        "labels": {"en": {"language": "en", "value": label}},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


ITEMS = [
    item("Q900001", "Ilse Marrowsky", country="Q900090"),
    item("Q900002", "Ilse Marrowsky", country="Q900091"),
    item("Q900003", "Pieter Vance", "Peter Vance"),
    item("Q900004", "Anna Holt", country="Q900090"),
    item("Q900005", "Anna Holt", country="Q900090"),
    item("Q900006", "Grain Board", "GB", human=False),
    item("Q900007", "Marrowsky"),
    item("Q900090", "Norway", human=False, code="NOR"),
    item("Q900091", "Chile", human=False, code="CHL"),
]
PEOPLE = record(("Ilse Marrowskiy", "NOR"), ("Peter Vance",), ("Anna Holt", "NOR"), ("Jo Marrow",))


def dump(path, opener=open, items=ITEMS):
    lines = "[\n" + ",\n".join(json.dumps(one) for one in items) + "\n]\n"
    with opener(path, "wb") as file:
        file.write(lines.encode())
    return path


@pytest.mark.parametrize(
    ("name", "opener"), [("d.json", open), ("d.json.gz", gzip.open), ("d.json.bz2", bz2.open)]
)
def test_people_are_linked_by_name_and_country(tmp_path, name, opener):
    found = {
        one.names[0]: one.qid for one in onrecord.who(PEOPLE, names=dump(tmp_path / name, opener))
    }
    assert found == {
        "Ilse Marrowskiy": "Q900001",
        "Peter Vance": "Q900003",
        "Anna Holt": None,  # two of that name and country
        "Jo Marrow": None,
    }


def test_bodies_are_linked_by_any_of_their_names(tmp_path):
    board = record(("Grain Board",), kind="organisation")
    (found,) = onrecord.who(board, names=dump(tmp_path / "d.json"))
    assert found.qid == "Q900006"


def test_what_is_no_item_is_named_with_its_line(tmp_path):
    path = tmp_path / "d.json"
    path.write_text('[\n{"id": "Q1", "labels": {}},\n{"id": \n]\n')
    with pytest.raises(VocabularyError, match="line 3: no item"):
        onrecord.who(PEOPLE, names=path)
    path.write_text('[\n{"id": "Q1", "labels": {"en": 3}}\n]\n')
    with pytest.raises(VocabularyError, match="line 2: no item"):
        onrecord.who(PEOPLE, names=path)


def test_the_command_takes_a_dump_and_fails_in_one_line(tmp_path):
    store = str(tmp_path / "people.db")
    with Store(store) as opened:
        opened.add(PEOPLE)
    path = dump(tmp_path / "d.json.gz", gzip.open)
    result = CliRunner().invoke(main, ["who", store, "--names", str(path)], catch_exceptions=False)
    assert "person/ilse-marrowskiy  Q900001\n" in result.output
    path.write_bytes(path.read_bytes()[:-20])
    result = CliRunner().invoke(main, ["who", store, "--names", str(path)])
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
