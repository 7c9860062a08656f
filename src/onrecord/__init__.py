"""onrecord reads news reporting and keeps the record.

Who said what and on whose word, who did what to whom, who demanded, offered, threatened or
refused what, by when: each row tied to the exact words it came from.

    import onrecord
    record = onrecord.read(text, published="2025-08-06")
    for statement in record.statements:
        print(statement.source, statement.act, statement.content)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.api import (
        brief,
        changes,
        deadlines,
        explain,
        load,
        positions,
        read,
        read_many,
        series,
        stories,
        who,
    )
    from onrecord.export import code_rows, export_tables
    from onrecord.intake import IntakeError, Limits
    from onrecord.reader import Tools
    from onrecord.record import Record
    from onrecord.record.store import Store, StoreError

    __version__: str

# The public names with the module of each: nothing is imported before it is used, so that
# `onrecord --help` answers at once.
_PUBLIC = {
    "IntakeError": "onrecord.intake",
    "Limits": "onrecord.intake",
    "Record": "onrecord.record",
    "Store": "onrecord.record.store",
    "StoreError": "onrecord.record.store",
    "Tools": "onrecord.reader",
    "brief": "onrecord.api",
    "changes": "onrecord.api",
    "code_rows": "onrecord.export",
    "deadlines": "onrecord.api",
    "explain": "onrecord.api",
    "export_tables": "onrecord.export",
    "load": "onrecord.api",
    "positions": "onrecord.api",
    "read": "onrecord.api",
    "read_many": "onrecord.api",
    "series": "onrecord.api",
    "stories": "onrecord.api",
    "who": "onrecord.api",
}

__all__ = [
    "IntakeError",
    "Limits",
    "Record",
    "Store",
    "StoreError",
    "Tools",
    "__version__",
    "brief",
    "changes",
    "code_rows",
    "deadlines",
    "explain",
    "export_tables",
    "load",
    "positions",
    "read",
    "read_many",
    "series",
    "stories",
    "who",
]


def __getattr__(name: str) -> Any:
    if name == "__version__":
        from onrecord.version import VERSION

        return VERSION
    if name in _PUBLIC:
        return getattr(importlib.import_module(_PUBLIC[name]), name)
    raise AttributeError(f"module 'onrecord' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
