"""A reader of sentences: built once for all tests of places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.intake.layout import layout
from onrecord.language.pipeline import Parser
from onrecord.language.places import PlaceFinder
from onrecord.record import Article, Place, article_id
from onrecord.vocabulary.tables import Tables

Find = Callable[..., tuple[Place, ...]]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.load()


@pytest.fixture(scope="session")
def finder() -> PlaceFinder:
    return PlaceFinder.load(Tables())


@pytest.fixture(scope="session")
def find(parser: Parser, finder: PlaceFinder) -> Find:
    """find(text, **options): the places of a text."""

    def places(text: str, **options: bool) -> tuple[Place, ...]:
        article = Article(id=article_id(text), text=text)
        blocks = layout(text)
        doc = parser.parse(text, [block.start for block in blocks])
        found = finder.find(doc, article, blocks, **options)
        for place in found:
            assert text[place.start : place.end] == place.text
        return found

    return places
