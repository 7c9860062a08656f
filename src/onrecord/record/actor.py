"""Actors: anyone who acts or speaks; and mentions: where they stand in the text."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import require_date

ActorKind = Literal[
    "person",
    "state",
    "government",
    "organisation",
    "media",
    "armed-group",
    "population",
    "unnamed",
]


class Role(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An office or description the article gives an actor.

    Attributes:
        title: "president", "chief of staff", "analyst".
        of: actor id of the state, government or organisation it is held in, or null.
        since, until: dates the text gives for it, or null.
        article, start, end: where the article says so (null where it is from the vocabulary).
    """

    title: str
    of: str | None = None
    since: str | None = None
    until: str | None = None
    article: str | None = None
    start: int | None = None
    end: int | None = None

    def __post_init__(self) -> None:
        require_date(self.since, "since")
        require_date(self.until, "until")


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who acts or speaks in an article.

    Attributes:
        id: readable and stable: ``person/steve-witkoff``, ``government/USA``.
        article, start, end, text: its fullest naming in the article.
        name: what to call it.
        kind: what it is.
        country: ISO 3166-1 alpha-3, or null.
        sector: PLOVER sector code, or null.
        aliases: the other ways the article names it.
        roles: offices and descriptions.
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    name: str
    kind: ActorKind
    country: str | None = None
    sector: str | None = None
    aliases: tuple[str, ...] = ()
    roles: tuple[Role, ...] = ()


class Mention(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One place where an actor stands in the text.

    Attributes:
        actor: actor id.
        form: name ("Putin"), nominal ("the Russian leader") or pronoun ("he").
        article, start, end, text: the words.
    """

    actor: str
    form: Literal["name", "nominal", "pronoun"]
    article: str
    start: int
    end: int
    text: str
