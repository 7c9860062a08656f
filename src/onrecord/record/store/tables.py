"""The store's tables for SQLAlchemy, and rows to and from their columns."""

from __future__ import annotations

import json
import types
import typing
from typing import Any, TypeVar

import msgspec
from sqlalchemy import Column, Float, Integer, MetaData, String, Table

from onrecord.record.record import TABLES

RowT = TypeVar("RowT", bound=msgspec.Struct)

_SCALARS: dict[type, Any] = {str: String, int: Integer, float: Float, bool: Integer}


def _plain_type(annotation: Any) -> type | None:
    """The scalar type of a field, or None where it is a list or a structure."""
    if typing.get_origin(annotation) is typing.Literal:
        return type(typing.get_args(annotation)[0])
    if isinstance(annotation, types.UnionType) or typing.get_origin(annotation) is typing.Union:
        parts = {_plain_type(a) for a in typing.get_args(annotation) if a is not type(None)}
        return parts.pop() if len(parts) == 1 else None
    return annotation if annotation in _SCALARS else None


def json_fields(row_type: type[msgspec.Struct]) -> frozenset[str]:
    """The fields that are kept as JSON text."""
    fields = msgspec.structs.fields(row_type)
    return frozenset(field.name for field in fields if _plain_type(field.type) is None)


def build_tables() -> dict[str, Table]:
    """One SQLAlchemy table per table of the record, ``versions`` and ``unfinished``."""
    metadata = MetaData()
    tables = {}
    for name, row_type in TABLES.items():
        columns = [
            Column(field.name, _SCALARS[_plain_type(field.type) or str])
            for field in msgspec.structs.fields(row_type)
        ]
        tables[name] = Table(name, metadata, *columns)
    tables["versions"] = Table(
        "versions",
        metadata,
        Column("article", String, primary_key=True),
        Column("source", String),
        Column("number", Integer),
        Column("current", Integer),
        Column("reader", String),
        Column("warnings", String),
        Column("added", Integer),
    )
    tables["unfinished"] = Table("unfinished", metadata, Column("added", Integer))
    return tables


def to_columns(row: msgspec.Struct) -> dict[str, Any]:
    """A row as the values of its table's columns."""
    as_json = json_fields(type(row))
    values: dict[str, Any] = msgspec.to_builtins(row)
    for name in as_json:
        if values[name] is not None:
            values[name] = json.dumps(values[name], ensure_ascii=False)
    return values


def from_columns(values: dict[str, Any], row_type: type[RowT]) -> RowT:
    """The row that ``to_columns`` was given."""
    as_json = json_fields(row_type)
    plain = {
        str(name): json.loads(value) if name in as_json and value is not None else value
        for name, value in values.items()
    }
    return msgspec.convert(plain, row_type, strict=False)
