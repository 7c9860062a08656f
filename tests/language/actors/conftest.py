"""A reader of actors for the tests: one parser and one finder for all of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.intake.layout import layout
from onrecord.intake.sentences import SentenceSplitter
from onrecord.language.actors import ActorFinder, Cast, PhraseCoder
from onrecord.language.pipeline import Parser
from onrecord.language.quotations import find_quotations
from onrecord.record import Article, article_id
from onrecord.vocabulary.tables import Tables

Reader = Callable[..., Cast]


@pytest.fixture(scope="session")
def cast_of() -> Reader:
    """Text and day of publication -> cast."""
    tables = Tables()
    parser, finder = Parser.load(), ActorFinder.load(tables)
    splitter = SentenceSplitter.load(tables)

    def read(text: str, published: str | None = "2025-08-06") -> Cast:
        blocks = layout(text)
        edges = tuple((block.start, block.end) for block in blocks)
        doc = parser.parse(text, splitter.starts(text, edges))
        article = Article(id=article_id(text), text=text, published=published)
        return finder.find(doc, article, blocks, find_quotations(text, edges))

    return read


@pytest.fixture(scope="session")
def coder() -> PhraseCoder:
    """The coder of phrases."""
    return PhraseCoder.load(Tables())
