"""What the commands are given: stores, or articles that have to be read first."""

from __future__ import annotations

_MAGIC = b"SQLite format 3\0"


def is_store(path: str) -> bool:
    """Whether ``path`` is an SQLite file (or an empty new one that ends in .db)."""
    file = Path(path)
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC
