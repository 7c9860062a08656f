"""The record in other people's formats: one file a table, one module a format."""

from onrecord.export.tables import FORMATS, export_tables

__all__ = ["FORMATS", "export_tables"]
