"""Parquet: one file a table, nested fields kept as lists and structures (needs pyarrow)."""

from __future__ import annotations

import itertools
import types
import typing
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

SUFFIX = "parquet"
_ROWS_A_GROUP = 20_000


def write(path: Path, row_type: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> int:
    """Write ``rows`` to ``path``; returns how many.

    Raises:
        ImportError: pyarrow is not installed (``pip install onrecord[parquet]``).
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema(
        [pa.field(f.name, arrow_type(f.type)) for f in msgspec.structs.fields(row_type)]
    )
    count, stream = 0, iter(rows)
    with pq.ParquetWriter(path, schema) as out:
        while group := list(itertools.islice(stream, _ROWS_A_GROUP)):
            count += len(group)
            out.write_table(pa.Table.from_pylist(msgspec.to_builtins(group), schema))
    return count


def arrow_type(annotation: Any) -> Any:
    """The Arrow type of a row's field, from its Python type."""
    import pyarrow as pa

    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Literal:
        return arrow_type(type(arguments[0]))
    if origin in (typing.Union, types.UnionType):
        (inner,) = (a for a in arguments if a is not type(None))
        return arrow_type(inner)
    if origin is tuple:
        return pa.list_(arrow_type(arguments[0]))
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        fields = msgspec.structs.fields(annotation)
        return pa.struct([pa.field(f.name, arrow_type(f.type)) for f in fields])
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[annotation]
