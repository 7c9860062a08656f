"""Event tables: columns, expansion of pairs, and what is left out."""

import csv
import io

import pytest

from onrecord.export import LAYOUTS, code_rows, write_codings

TEXT = (
    "Kenya and Uganda expelled two Somali diplomats on Friday. "
    "Police arrested 40 people in Nairobi on Thursday. "
    "Uganda threatened to close its border with Kenya."
)


@pytest.fixture(scope="module")
def record(record_of):
    return record_of(TEXT)


def test_gdelt_has_61_columns_and_plover_the_fields_of_its_records():
    assert len(LAYOUTS["gdelt"].COLUMNS) == 61
    assert {"id", "date", "event", "mode", "context"} <= set(LAYOUTS["plover"].COLUMNS)


def test_plover_has_a_row_an_event_and_gdelt_a_row_a_pair(record):
    plover = [row for row in code_rows([record]) if row["event"] == "SANCTION"]
    assert [row["actor_code"] for row in plover] == ["KEN|UGA"]
    gdelt = [row for row in code_rows([record], "gdelt") if row["EventRootCode"] == "16"]
    assert [row["Actor1CountryCode"] for row in gdelt] == ["KEN", "UGA"]
    assert all(row["SQLDATE"] == "20310418" for row in gdelt)


def test_figures_and_places_have_columns(record):
    (row,) = [row for row in code_rows([record]) if row["mode"] == "arrest"]
    assert row["arrested"] == 40
    assert row["loc_country"] == "KEN"


def test_what_did_not_happen_is_left_out_unless_asked_for(record):
    done = {row["status"] for row in code_rows([record])}
    all_of_them = {row["status"] for row in code_rows([record], everything=True)}
    assert "hypothetical" not in done
    assert "hypothetical" in all_of_them


def test_written_tables_read_back(record, tools):
    for layout in LAYOUTS:
        for delimiter in ("\t", ","):
            out = io.StringIO()
            scores = tools.ontology.score
            count = write_codings(out, [record], layout, scores=scores, delimiter=delimiter)
            out.seek(0)
            read = list(csv.DictReader(out, delimiter=delimiter))
            assert len(read) == count > 0
            assert tuple(read[0]) == LAYOUTS[layout].COLUMNS


def test_no_such_layout(record):
    with pytest.raises(KeyError, match="plover"):
        list(code_rows([record], "dyads"))
