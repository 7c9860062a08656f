"""The finder and the parser, built once for these tests."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.language.pipeline import Parser
from onrecord.language.times import TimeFinder
from onrecord.record import Article, Time, article_id

Find = Callable[..., tuple[Time, ...]]


@pytest.fixture(scope="session")
def finder() -> TimeFinder:
    return TimeFinder.load()


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser.load()


@pytest.fixture(scope="session")
def find(finder: TimeFinder, parser: Parser) -> Find:
    """Text and day of publication in, times out, with a parse."""

    def run(text: str, published: str | None = "2025-08-06") -> tuple[Time, ...]:
        article = Article(id=article_id(text), text=text, published=published)
        return finder.find(parser.parse(text, [0]), article)

    return run
