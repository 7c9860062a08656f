"""Statements: what a source said, wrote, asked or, as reported, thinks."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.record.dates import When
from onrecord.record.spans import Span

Act = Literal[
    "say",
    "report",
    "announce",
    "ask",
    "demand",
    "urge",
    "warn",
    "threaten",
    "promise",
    "offer",
    "propose",
    "agree",
    "accept",
    "reject",
    "deny",
    "accuse",
    "criticise",
    "praise",
    "believe",
    "doubt",
    "want",
    "fear",
    "intend",
    "feel",
]

THOUGHT_ACTS: frozenset[str] = frozenset({"believe", "doubt", "want", "fear", "intend", "feel"})


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An attribution: source, cue and content.

    Attributes:
        id: stable id.
        article, start, end, text: the whole attribution.
        source: actor id, or null where nobody is named or described.
        source_words: the words for the source.
        source_kind: named, unnamed, outlet (the article's own voice) or document; null where
            the attribution has no stated source.
        source_count: "three sources" is 3; null where the text gives no number.
        source_basis: how an unnamed source is described ("close to the Kremlin"), or null.
        cue: the words that mark it as said ("told Reuters").
        act: the most specific speech act that cue and content support.
        content: what was said.
        quotes: the verbatim parts, without their quotation marks.
        form: direct, mixed, indirect, or thought.
        addressee: actor id of who was told, or null.
        channel: "on Telegram", "in a telephone interview", or null.
        said: when it was said, or null.
        via: id of the statement it stands inside of, or null.
        hedged: may, might, "it was not clear what".
        negated: "did not say that".
    """

    id: str
    article: str
    start: int
    end: int
    text: str
    act: Act
    form: Literal["direct", "mixed", "indirect", "thought"]
    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: str | None = None
    source_words: tuple[Span, ...] = ()
    source_kind: Literal["named", "unnamed", "outlet", "document"] | None = None
    source_count: int | None = None
    source_basis: str | None = None
    quotes: tuple[Span, ...] = ()
    addressee: str | None = None
    channel: str | None = None
    said: When | None = None
    via: str | None = None
    hedged: bool = False
    negated: bool = False

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"statement {self.id} has no content")
        if self.act in THOUGHT_ACTS and self.form != "thought":
            raise ValueError(f"statement {self.id}: act {self.act} is reported thought")
