"""The record in other people's formats: one file a table, one module a format."""

from onrecord.export.codings import LAYOUTS, code_rows, write_codings
from onrecord.export.tables import FORMATS, export_tables

__all__ = ["FORMATS", "LAYOUTS", "code_rows", "export_tables", "write_codings"]
