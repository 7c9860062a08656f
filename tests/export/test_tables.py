"""Every table comes out in every format, and what comes out can be read back."""

import csv
import json

import jsonschema
import msgspec
import pandas
import pyarrow.parquet as pq
import pytest

from onrecord.export import FORMATS, export_tables
from onrecord.record import TABLES
from onrecord.record.jsonl import from_lines, to_lines
from onrecord.record.schema import json_schema
from onrecord.record.store import Store
from tests.record.rows import TEXT, handmade


@pytest.mark.parametrize("format", FORMATS)
def test_one_file_a_table(tmp_path, format):
    counts = export_tables([handmade()], tmp_path, format)
    assert {path.name for path in tmp_path.iterdir()} == {f"{t}.{format}" for t in TABLES}
    assert counts["statements"] == 1
    assert counts["actors"] == 3


def test_store_and_records_export_alike(tmp_path):
    with Store(tmp_path / "a.db") as store:
        store.add(handmade())
        export_tables(store, tmp_path / "one")
    export_tables([handmade()], tmp_path / "two")
    for table in TABLES:
        one, two = (tmp_path / f / f"{table}.jsonl" for f in ("one", "two"))
        assert one.read_bytes() == two.read_bytes()


def test_parquet_keeps_structures(tmp_path):
    record = handmade()
    export_tables([record], tmp_path, "parquet")
    for table in TABLES:
        back = pq.read_table(tmp_path / f"{table}.parquet").to_pylist()
        assert back == json.loads(msgspec.json.encode(record.table(table))), table


def test_csv_keeps_lists_as_json_and_defuses_formulas(tmp_path):
    text = TEXT + " =HYPERLINK(1)"
    record = handmade(text)
    article = msgspec.structs.replace(record.article, title="=1+1")
    export_tables([msgspec.structs.replace(record, article=article)], tmp_path, "csv")
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["title"] == "'=1+1"
    assert row["text"] == text
    with (tmp_path / "events.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert json.loads(row["figures"])[0]["low"] == 12


def test_unknown_format(tmp_path):
    with pytest.raises(KeyError, match="there are: jsonl, csv, parquet"):
        export_tables([], tmp_path, "xml")


def test_json_lines_round_trip():
    records = [handmade(), handmade(TEXT + " More.")]
    lines = [line for record in records for line in to_lines(record)]
    assert list(from_lines(lines)) == records


@pytest.mark.parametrize("bad", ["{", '{"table": "events"}', '["x"]', '{"table": "nope"}'])
def test_a_bad_line_is_named(bad):
    lines = [*to_lines(handmade()), bad]
    with pytest.raises(ValueError, match=f"line {len(lines)}"):
        list(from_lines(lines))


def test_rows_satisfy_the_published_schema():
    record, schema = handmade(), json_schema()
    rows = {table: json.loads(msgspec.json.encode(record.table(table))) for table in TABLES}
    jsonschema.validate(rows, schema)
    rows["events"][0]["status"] = "perhaps"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(rows, schema)


def test_to_pandas():
    frame = handmade().to_pandas("events")
    assert isinstance(frame, pandas.DataFrame)
    assert frame.loc[0, "event"] == "ASSAULT"
