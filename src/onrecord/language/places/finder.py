"""The finder of places: an article's parse goes in, its place rows come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.language.metonymy import Metonymy
from onrecord.language.places.candidates import Candidates
from onrecord.language.places.containment import linked
from onrecord.language.places.found import Found
from onrecord.language.places.gazetteer import Gazetteer
from onrecord.language.places.names import fold
from onrecord.language.places.ranking import Ranker
from onrecord.language.places.recognition import Recogniser
from onrecord.language.places.spans import word_before
from onrecord.language.places.spots import Spot
from onrecord.language.places.toponyms import Toponym
from onrecord.language.places.unlisted import Unlisted
from onrecord.record import Article, Place
from onrecord.vocabulary.places import PlaceTables, load_place_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from onrecord.intake.layout import Block
    from onrecord.vocabulary.tables import Tables

_MODIFIERS = frozenset({"compound", "amod", "nmod"})


class PlaceFinder:
    """Finds and resolves place names; built once, holds the gazetteer."""

    def __init__(self, gazetteer: Gazetteer, tables: PlaceTables, metonymy: Metonymy) -> None:
        self._gazetteer = gazetteer
        self._recogniser = Recogniser(gazetteer, tables)
        self._candidates = Candidates(gazetteer, tables.words)
        self._ranker = Ranker(tables.weights)
        self._unlisted = Unlisted(gazetteer, tables.words)
        self._demonyms = _demonym_spots(gazetteer, tables)
        self._metonymy = metonymy
        self._attached = tables.words["attached"]
        self._places_after = tables.words["in"] - {"of", "between"}

    @property
    def gazetteer(self) -> Gazetteer:
        """The names of places it looks up."""
        return self._gazetteer

    @classmethod
    def load(
        cls, tables: Tables, gazetteers: Sequence[Path] = (), cache: Path | None = None
    ) -> PlaceFinder:
        """Build it from the tables.

        Args:
            tables: where the tables are read from.
            gazetteers: CSV files of the user's (see ``usergazetteer``); they outrank ours.
            cache: folder for the index of towns (see ``Cities.load``).

        Raises:
            VocabularyError: a table is wrong.
            OSError: a file of the user's cannot be read.
        """
        read = load_place_tables(tables)
        return cls(Gazetteer.load(read, gazetteers, cache), read, Metonymy.load(tables))

    def find(
        self,
        doc: Doc,
        article: Article,
        blocks: Sequence[Block],
        *,
        metonyms: bool = False,
        adjectives: bool = False,
    ) -> tuple[Place, ...]:
        """The places of an article, in order.

        Args:
            doc: the parse; ``doc.text == article.text``.
            article: outlet and dateline help to choose among places of one name.
            blocks: the layout.
            metonyms: also names that stand for governments ("Moscow rejected …") and names
                inside the names of organisations ("Bank of England"), as some corpora count.
            adjectives: also demonyms and adjectives ("Syrian"), at their countries' points.
        """
        found = self._recogniser.find(doc, blocks)
        filed = {block.start for block in blocks if block.kind == "dateline"}
        headings = tuple((b.start, b.end) for b in blocks if b.kind == "heading")
        text = article.text
        toponyms = [_filed(self._toponym(doc, text, f), filed) for f in found]
        toponyms = linked(article.text, toponyms)
        rows = []
        for one, toponym, spot in zip(
            found, toponyms, self._senses(toponyms, article), strict=True
        ):
            if one.is_adjective and not adjectives:
                continue
            if not one.is_adjective and not self._is_wanted(doc, one, spot, metonyms):
                continue
            if not metonyms and self._acts_in_heading(doc[one.first], spot, headings):
                continue
            rows.append(_row(article, toponym, spot))
        return tuple(rows)

    def resolve(self, article: Article, spans: Iterable[tuple[int, int]]) -> tuple[Place, ...]:
        """The same for given spans (character offsets): one row a span, in their order."""
        toponyms = self.toponyms(article, spans)
        senses = self._senses(toponyms, article)
        return tuple(_row(article, t, s) for t, s in zip(toponyms, senses, strict=True))

    def toponyms(self, article: Article, spans: Iterable[tuple[int, int]]) -> list[Toponym]:
        """The toponyms at the given spans with their candidates, not yet resolved."""
        toponyms = []
        for start, end in spans:
            text = article.text[start:end]
            if text in self._demonyms:
                toponyms.append(self._adjective(start, end, text))
            else:
                toponyms.append(self._named(article.text, start, end))
        return linked(article.text, toponyms)

    # --- steps

    def _senses(self, toponyms: Sequence[Toponym], article: Article) -> list[Spot | None]:
        """What each means; an unlisted place that is placed once is there throughout."""
        ranked = self._ranker.resolve(toponyms, self.home(article))
        spots = [self._sense(toponym, toponyms, ranked) for toponym in toponyms]
        placed: dict[str, Spot] = {}
        for toponym, spot in zip(toponyms, spots, strict=True):
            if spot is not None and spot.lat is not None and toponym.within is not None:
                placed.setdefault(toponym.text, spot)
        return [
            placed.get(t.text, s) if s is None or (s.lat is None and not t.is_adjective) else s
            for t, s in zip(toponyms, spots, strict=True)
        ]

    def _sense(
        self, toponym: Toponym, toponyms: Sequence[Toponym], senses: dict[str, Spot]
    ) -> Spot | None:
        spot = senses.get(toponym.key) if toponym.candidates else None
        if spot is not None and self._unlisted.believes(toponym, spot, toponyms, senses):
            return spot
        return self._unlisted.place(toponym, toponyms, senses)

    def _toponym(self, doc: Doc, text: str, found: Found) -> Toponym:
        span = doc[found.first : found.last]
        if found.is_adjective:
            return self._adjective(span.start_char, span.end_char, span.text)
        return self._named(text, span.start_char, span.end_char)

    def _named(self, text: str, start: int, end: int) -> Toponym:
        named = self._candidates.at(text, start, end)
        return Toponym(start, end, text[start:end], named.key, named.spots, is_site=named.is_site)

    def _adjective(self, start: int, end: int, text: str) -> Toponym:
        spot = self._demonyms.get(text)
        spots = (spot,) if spot else ()
        return Toponym(start, end, text, f"adjective {text}", spots, is_adjective=True)

    def home(self, article: Article) -> frozenset[str]:
        """The country of the dateline, where it has but one reading of weight."""
        if not article.dateline:
            return frozenset()
        _, spots = self._candidates.of(article.dateline.split(",")[0].strip())
        return frozenset({spots[0].country}) if spots and spots[0].country else frozenset()

    def _acts_in_heading(
        self, token: Token, spot: Spot | None, headings: Sequence[tuple[int, int]]
    ) -> bool:
        """Whether it is a state or capital in a headline that no preposition makes a place.

        Headlines are parsed badly: "Moscow links grain deal to bank".
        """
        if spot is None or not (spot.kind == "country" or spot.is_seat):
            return False
        if not any(start <= token.idx < end for start, end in headings):
            return False
        return word_before(token) not in self._places_after

    def _is_wanted(self, doc: Doc, found: Found, spot: Spot | None, metonyms: bool) -> bool:
        if metonyms and (spot is None or spot.kind != "facility"):
            return True
        return self._is_literal(doc, found, spot)

    def _is_attached(self, token: Token) -> bool:
        """ "Pakistan-held Kashmir", "Malta-flagged": what a state has or does."""
        if token.i + 2 >= len(token.doc) or token.nbor(1).text not in ("-", "‑", "–"):
            return False
        return token.nbor(2).lower_ in self._attached

    def _is_literal(self, doc: Doc, found: Found, spot: Spot | None) -> bool:
        """Whether the name is a place here, not a government or part of another name."""
        if found.embedded:
            return False
        span = doc[found.first : found.last]
        if spot is None:
            return True
        if span.text in self._demonyms:  # "the Saudi city of Jeddah"
            return False
        if self._metonymy.is_joined_agent(span[-1]) or self._is_attached(span[-1]):
            return False
        wide = spot.kind in ("country", "division", "area")
        if not (wide or spot.is_seat):
            return True
        root = span.root
        if spot.kind == "country" and root.dep_ in _MODIFIERS and root.head.i >= found.last:
            return self._metonymy.cues.sense("owner", root.head.lemma_.lower()) == "place"
        return not self._metonymy.stands_for_government(root)


def _filed(toponym: Toponym, datelines: set[int]) -> Toponym:
    """A story is filed from a town: "NEW YORK" that opens a dateline is no state."""
    if toponym.start not in datelines:
        return toponym
    towns = tuple(s for s in toponym.candidates if s.kind in ("town", "country", "facility"))
    return replace(toponym, candidates=towns) if towns else toponym


def _demonym_spots(gazetteer: Gazetteer, tables: PlaceTables) -> dict[str, Spot]:
    """ "Syrian" -> Syria, "African" -> Africa."""
    countries = {spot.country: spot for spot in gazetteer.countries()}
    spots = {}
    for word, place in tables.demonyms.items():
        areas = [s for s in gazetteer.fixed(fold(place) or "") if s.kind == "area"]
        spot = countries.get(place) or (areas[0] if areas else None)
        if spot is not None:
            spots[word] = spot
    return spots


def _row(article: Article, toponym: Toponym, spot: Spot | None) -> Place:
    if spot is None:
        return Place(article.id, toponym.start, toponym.end, toponym.text, toponym.text)
    return Place(
        article=article.id,
        start=toponym.start,
        end=toponym.end,
        text=toponym.text,
        name=spot.name,
        country=spot.country,
        region=spot.region,
        lat=spot.lat,
        lon=spot.lon,
        gazetteer=spot.id,
    )
