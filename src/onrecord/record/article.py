"""The article: what every offset of the record counts in."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import require_date


class Credit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody who worked on the article, from its credit line.

    Attributes:
        name: the person, as printed.
        role: what they did.
        place: where they worked from, as printed, or null.
    """

    name: str
    role: Literal["reporting", "writing", "editing"]
    place: str | None = None


class Article(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One article, cleaned.

    Attributes:
        id: stable id, made from url and text.
        text: the cleaned text; every offset of the record counts in it.
        url: where it was read, or null.
        title: headline, or null.
        outlet: who published it, or null.
        agency: the wire it credits (Reuters, AP, AFP...), or null.
        published: date or date-time of publication, or null where nothing says it.
        dateline: the place as printed before the first words, or null.
        authors: names of the byline, as printed.
        credits: names of the credit line with what each did.
        language: ISO 639-1 code.
    """

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    dateline: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()
    language: str = "en"

    def __post_init__(self) -> None:
        require_date(self.published, "published")
