"""The JSON Schema of the record, made from the row types."""

from __future__ import annotations

from typing import Any

import msgspec

from onrecord.record.record import TABLES


def json_schema() -> dict[str, Any]:
    """JSON Schema (2020-12) of one row a table: ``properties`` names the tables.

    Each property is the array of that table's rows; field descriptions are those of the types.
    """
    (references, definitions) = msgspec.json.schema_components(
        list(TABLES.values()), ref_template="#/$defs/{name}"
    )
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "onrecord",
        "description": "The record of news reporting, table by table.",
        "type": "object",
        "properties": {
            table: {"type": "array", "items": reference}
            for table, reference in zip(TABLES, references, strict=True)
        },
        "additionalProperties": False,
        "$defs": definitions,
    }
