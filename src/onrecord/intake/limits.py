"""How large an input may be, and how long it may take."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """Bounds on what comes from outside.

    Attributes:
        bytes: largest file or page, before decoding.
        characters: longest article text.
        seconds: longest wait for an address.
    """

    bytes: int = 10_000_000
    characters: int = 1_000_000
    seconds: float = 20.0
