"""A reading of a text, with the tools built once for all tests of the room."""

import pytest

from onrecord.language.language import Language
from onrecord.record import Article, article_id
from onrecord.statements import Cues, find_statements
from onrecord.vocabulary.tables import Tables


@pytest.fixture(scope="session")
def language():
    return Language.load()


@pytest.fixture(scope="session")
def cues():
    return Cues.load(Tables())


@pytest.fixture(scope="session")
def read(language):
    def read_text(text, published="2025-09-03", agency=None):
        article = Article(id=article_id(text), text=text, published=published, agency=agency)
        return language.read(article)

    return read_text


@pytest.fixture(scope="session")
def statements(read, cues):
    """The statements of a text, by the rules alone."""

    def find(text, **about):
        return find_statements(read(text, **about), cues).rows

    return find
