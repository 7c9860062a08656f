"""The cast of an article: its actors, where they are mentioned, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from onrecord.record import Actor, Mention, Reason


@dataclass(frozen=True)
class Cast:
    """Everyone who acts or speaks in an article.

    Attributes:
        actors: in order of their first mention.
        mentions: in order of the text.
        reasons: why each actor has its kind, country, sector and roles.
        members: for a group whose members are clear ("both sides"), its id -> their ids.
    """

    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    reasons: tuple[Reason, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
