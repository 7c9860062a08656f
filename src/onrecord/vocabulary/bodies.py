"""Named bodies: the row that the tables of organisations, armed groups and media share."""

from __future__ import annotations

import msgspec


class Body(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A named organisation, armed group or outlet."""

    name: str
    country: str | None = None
    sector: str | None = None
    names: tuple[str, ...] = ()
    id: str = ""
