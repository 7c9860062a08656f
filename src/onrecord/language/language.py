"""Language: an article goes in, its reading comes out."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.intake.layout import layout
from onrecord.intake.sentences import SentenceSplitter
from onrecord.language.pipeline import Parser
from onrecord.language.quotations import find_quotations
from onrecord.language.reading import Reading
from onrecord.record import Article
from onrecord.vocabulary.tables import Tables


@dataclass(frozen=True)
class Language:
    """The tools of the reading, built once and passed in."""

    parser: Parser
    splitter: SentenceSplitter

    @classmethod
    def load(cls, pipeline: str | None = None, tables: Tables | None = None) -> Language:
        """Build them; ``pipeline`` names another installed spaCy pipeline."""
        tables = tables or Tables()
        return cls(parser=Parser.load(pipeline), splitter=SentenceSplitter.load(tables))

    def read(self, article: Article) -> Reading:
        """One pass over the article's text."""
        blocks = layout(article.text)
        edges = tuple((block.start, block.end) for block in blocks)
        doc = self.parser.parse(article.text, self.splitter.starts(article.text, edges))
        quotations = find_quotations(article.text, edges)
        return Reading(article=article, doc=doc, blocks=blocks, quotations=quotations)
