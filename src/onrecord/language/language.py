"""Language: an article goes in, its reading comes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.intake.layout import Block, layout
from onrecord.intake.sentences import SentenceSplitter
from onrecord.language.actors import ActorFinder
from onrecord.language.encoder import Encoded, Encoder
from onrecord.language.encoder.antecedents import Antecedents
from onrecord.language.pipeline import Parser
from onrecord.language.places import PlaceFinder
from onrecord.language.quotations import Quotation, find_quotations
from onrecord.language.reading import Reading
from onrecord.language.times import TimeFinder
from onrecord.record import Article
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

_TOLD = frozenset({"body", "dateline", "heading"})


@dataclass(frozen=True)
class Language:
    """The tools of the reading, built once and passed in.

    Attributes:
        press: how lines that are not reporting are told from the story.
        splitter: finds where sentences begin.
        parser: the spaCy pipeline.
        times, places, actors: the finders of each.
        encoder: the trained network, or None where its weights are not there or not wanted.
    """

    press: Press
    splitter: SentenceSplitter
    parser: Parser
    times: TimeFinder
    places: PlaceFinder
    actors: ActorFinder
    encoder: Encoder | None = None

    @classmethod
    def load(
        cls,
        pipeline: str | None = None,
        tables: Tables | None = None,
        gazetteers: Sequence[Path] = (),
        *,
        encoder: bool = True,
    ) -> Language:
        """Build them.

        Args:
            pipeline: another installed spaCy pipeline, by its package name.
            tables: the vocabulary.
            gazetteers: CSV files of the user's own places.
            encoder: whether to use the trained network, where it is installed.
        """
        tables = tables or Tables()
        places = PlaceFinder.load(tables, gazetteers)
        towns = places.gazetteer.cities, places.gazetteer.divisions
        return cls(
            press=Press.load(tables),
            splitter=SentenceSplitter.load(tables),
            parser=Parser.load(pipeline),
            times=TimeFinder.load(tables),
            places=places,
            actors=ActorFinder.load(tables, towns),
            encoder=Encoder.load() if encoder and Encoder.installed() else None,
        )

    def read(self, article: Article) -> Reading:
        """One pass over the article's text."""
        blocks = layout(article.text, self.press)
        edges = tuple((block.start, block.end) for block in blocks)
        doc = self.parser.parse(article.text, self.splitter.starts(article.text, edges))
        quotations = find_quotations(article.text, edges)
        told = tuple(block for block in blocks if block.kind in _TOLD)
        times = self.times.find(doc, article, told)
        places = tuple(
            place
            for place in self.places.find(doc, article, blocks)
            if any(block.start <= place.start < block.end for block in told)
        )
        encoded = self.hear(article.text, blocks, quotations)
        antecedents = self.antecedents(encoded)
        cast = self.actors.find(doc, article, blocks, quotations, times, places, antecedents)
        return Reading(
            article=article,
            doc=doc,
            blocks=blocks,
            quotations=quotations,
            times=times,
            places=places,
            actors=cast.actors,
            mentions=cast.mentions,
            event_days={
                time.start: day.isoformat()
                for time in times
                if (day := self.times.event_day(time)) is not None
            },
            members=cast.members,
            encoded=encoded,
            reasons=cast.reasons,
        )

    def antecedents(self, encoded: Sequence[Encoded]) -> Antecedents | None:
        """What the encoder says of pronouns, where there is one."""
        return Antecedents(self.encoder.antecedent, encoded) if self.encoder else None

    def hear(
        self, text: str, blocks: Sequence[Block], quotations: Sequence[Quotation]
    ) -> tuple[Encoded, ...]:
        """What the encoder says of the body."""
        if self.encoder is None:
            return ()
        return self.encoder.read(
            text,
            [(block.start, block.end) for block in blocks if block.kind == "body"],
            [(q.start, q.end) for q in quotations if not q.depth],
        )
