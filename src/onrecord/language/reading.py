"""A reading: one linguistic analysis of an article, which the later rooms build on."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.record import Actor, Article, Mention, Place, Reason, Span, Time

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

    from onrecord.intake.layout import Block
    from onrecord.language.encoder import Encoded
    from onrecord.language.quotations import Quotation


@dataclass(frozen=True)
class Reading:
    """What is known of an article's language.

    ``doc.text == article.text``, so a token's ``idx`` is an offset of the record.

    Attributes:
        article: the article.
        doc: spaCy's analysis of the whole text, with our sentence boundaries.
        blocks: the layout; only ``body`` blocks are reporting.
        quotations: stretches between quotation marks.
        times, places: resolved time expressions and toponyms.
        actors: everyone who acts or speaks.
        mentions: where they stand; ``mention_at`` and ``actor_at`` look them up by token.
        members: id of a group -> the ids of the actors it is made of ("both countries").
        event_days: start of a time expression -> the day of the event it is counted from
            ("two days before the expiry of a deadline" on a Wednesday: the Friday).
        encoded: what the encoder says of the body, window by window; empty without it.
        reasons: why each actor is who the reading says.
        warnings: what could not be done, one line each.
    """

    article: Article
    doc: Doc
    blocks: tuple[Block, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    actors: tuple[Actor, ...] = ()
    mentions: tuple[Mention, ...] = ()
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    event_days: Mapping[int, str] = field(default_factory=dict)
    encoded: tuple[Encoded, ...] = ()
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()

    def with_actors(self, actors: tuple[Actor, ...], mentions: tuple[Mention, ...]) -> Reading:
        """The same reading with more mentions and actors; one with a known id replaces it."""
        if not actors and not mentions:
            return self
        merged = {actor.id: actor for actor in (*self.actors, *actors)}
        return replace(self, actors=tuple(merged.values()), mentions=(*self.mentions, *mentions))

    # --- words

    def span(self, start: int, end: int) -> Span:
        """The words from ``start`` to ``end``, white space at the edges left out."""
        text = self.article.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return Span.of(text, start, end)

    def span_of(self, tokens: Tokens | Token) -> Span:
        """The words of a spaCy token or span."""
        if hasattr(tokens, "idx"):
            return self.span(tokens.idx, tokens.idx + len(tokens))
        return self.span(tokens.start_char, tokens.end_char)

    def tokens(self, start: int, end: int) -> Tokens:
        """The spaCy span that covers the characters from ``start`` to ``end``."""
        first = bisect_right(self._token_starts, start) - 1
        last = bisect_right(self._token_starts, max(start, end - 1))
        return self.doc[max(first, 0) : last]

    @cached_property
    def _token_starts(self) -> list[int]:
        return [token.idx for token in self.doc]

    # --- layout

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks that are reporting."""
        return tuple(block for block in self.blocks if block.kind == "body")

    def sentences(self) -> Iterator[Tokens]:
        """The sentences of the body, in order."""
        for sentence in self.doc.sents:
            if self.in_body(sentence.start_char) and not sentence.text.isspace():
                yield sentence

    def in_body(self, offset: int) -> bool:
        """Whether the character at ``offset`` stands in a body block."""
        block = self.block_at(offset)
        return block is not None and block.kind == "body"

    def block_at(self, offset: int) -> Block | None:
        """The block that holds the character at ``offset``."""
        index = bisect_right(self._block_starts, offset) - 1
        if index >= 0 and offset < self.blocks[index].end:
            return self.blocks[index]
        return None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def quotation_at(self, offset: int) -> Quotation | None:
        """The outermost quotation that holds the character at ``offset``."""
        index = bisect_right(self._outer_starts, offset) - 1
        if index >= 0 and offset < self._outer[index].end:
            return self._outer[index]
        return None

    @cached_property
    def _outer(self) -> list[Quotation]:
        return [quotation for quotation in self.quotations if quotation.depth == 0]

    @cached_property
    def _outer_starts(self) -> list[int]:
        return [quotation.start for quotation in self._outer]

    # --- actors, times, places

    @cached_property
    def _mention_of_token(self) -> dict[int, Mention]:
        """Token index -> the shortest mention that covers it and whose head it may be."""
        table: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.start - m.end):
            for token in self.tokens(mention.start, mention.end):
                table[token.i] = mention
        return table

    @cached_property
    def _mention_of_head(self) -> dict[int, Mention]:
        """Token index of a mention's head -> the longest mention with that head."""
        table: dict[int, Mention] = {}
        for mention in sorted(self.mentions, key=lambda m: m.end - m.start):
            table[self.tokens(mention.start, mention.end).root.i] = mention
        return table

    def mention_at(self, token: Token) -> Mention | None:
        """The mention whose head ``token`` is, else the shortest mention that covers it."""
        return self._mention_of_head.get(token.i) or self._mention_of_token.get(token.i)

    def mention_headed_by(self, token: Token) -> Mention | None:
        """The mention whose head is ``token``, or None."""
        return self._mention_of_head.get(token.i)

    def actor_at(self, token: Token) -> str | None:
        """The actor id of the mention whose head ``token`` is (or that covers it), or None."""
        mention = self.mention_at(token)
        return mention.actor if mention else None

    @cached_property
    def actor_by_id(self) -> dict[str, Actor]:
        """Actors by their id."""
        return {actor.id: actor for actor in self.actors}

    def mentions_in(self, start: int, end: int) -> list[Mention]:
        """The mentions that lie within ``start`` and ``end``, in order of the text."""
        return [m for m in self.mentions if start <= m.start and m.end <= end]

    def times_in(self, start: int, end: int) -> list[Time]:
        """The time expressions that lie within ``start`` and ``end``."""
        return [t for t in self.times if start <= t.start and t.end <= end]

    def places_in(self, start: int, end: int) -> list[Place]:
        """The toponyms that lie within ``start`` and ``end``."""
        return [p for p in self.places if start <= p.start and p.end <= end]
