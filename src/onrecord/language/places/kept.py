"""Arrays that are dear to make and cheap to read: kept in the user's cache folder."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray


def kept_arrays(
    name: str,
    columns: Sequence[str],
    make: Callable[[], dict[str, NDArray[Any]]],
    folder: Path | None = None,
) -> dict[str, NDArray[Any]]:
    """The arrays of the file ``name`` in the cache folder; made, and kept there, if need be.

    Args:
        name: file name; it must hold everything the arrays depend on (versions).
        columns: the arrays that have to be there.
        make: makes them.
        folder: the cache folder, by default ``default_cache()``. Where it cannot be written
            the arrays are made anew each time.
    """
    path = (folder or default_cache()) / name
    arrays = _read(path, columns)
    if arrays is None:
        arrays = make()
        _write(path, arrays)
    return arrays


def default_cache() -> Path:
    """``$ONRECORD_CACHE``, else ``$XDG_CACHE_HOME/onrecord``, else ``~/.cache/onrecord``."""
    if own := os.environ.get("ONRECORD_CACHE"):
        return Path(own)
    if base := os.environ.get("XDG_CACHE_HOME"):
        return Path(base) / "onrecord"
    return Path.home() / ".cache" / "onrecord"


def _read(path: Path, columns: Sequence[str]) -> dict[str, NDArray[Any]] | None:
    try:
        with np.load(path, allow_pickle=False) as archive:
            return {name: archive[name] for name in columns}
    except Exception:  # a damaged file raises whatever its bytes happen to hit; it is made anew
        return None


def _write(path: Path, arrays: dict[str, NDArray[Any]]) -> None:
    """Into a file of our own first, then renamed, so that no reader sees half."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, suffix=".part", delete=False) as file:
            part = Path(file.name)
            try:
                np.savez(file, allow_pickle=False, **arrays)
            except OSError:
                part.unlink(missing_ok=True)
                return
        part.replace(path)
    except OSError:
        return
