"""The finder of places: an article's parse goes in, its place rows come out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.language.metonymy import Metonymy
from onrecord.language.places.candidates import Candidates
from onrecord.language.places.found import Found
from onrecord.language.places.gazetteer import Gazetteer
from onrecord.language.places.names import fold
from onrecord.language.places.ranking import Ranker
from onrecord.language.places.recognition import Recogniser
from onrecord.language.places.spots import Spot
from onrecord.language.places.toponyms import Toponym
from onrecord.language.places.unlisted import Unlisted
from onrecord.record import Article, Place
from onrecord.vocabulary.places import PlaceTables, load_place_tables

if TYPE_CHECKING:
    from spacy.tokens import Doc

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
        toponyms = [self._toponym(doc, f) for f in found]
        toponyms = self._with_containers(doc, toponyms)
        senses = self._ranker.resolve(toponyms, self.home(article))
        rows = []
        for one, toponym in zip(found, toponyms, strict=True):
            spot = self._sense(toponym, toponyms, senses)
            if one.is_adjective and not adjectives:
                continue
            if not one.is_adjective and not self._is_wanted(doc, one, spot, metonyms):
                continue
            rows.append(_row(article, toponym, spot))
        return tuple(rows)

    def resolve(
        self, doc: Doc, article: Article, spans: Iterable[tuple[int, int]]
    ) -> tuple[Place, ...]:
        """The same for given spans (character offsets): one row a span, in their order."""
        toponyms = self.toponyms(doc, article, spans)
        senses = self._ranker.resolve(toponyms, self.home(article))
        return tuple(_row(article, t, self._sense(t, toponyms, senses)) for t in toponyms)

    def toponyms(
        self, doc: Doc, article: Article, spans: Iterable[tuple[int, int]]
    ) -> list[Toponym]:
        """The toponyms at the given spans with their candidates, not yet resolved."""
        toponyms = []
        for start, end in spans:
            text = article.text[start:end]
            if text in self._demonyms:
                toponyms.append(self._adjective(start, end, text))
            else:
                key, spots = self._candidates.of(text)
                toponyms.append(Toponym(start, end, text, key, spots))
        return self._with_containers(doc, toponyms)

    # --- steps

    def _sense(
        self, toponym: Toponym, toponyms: Sequence[Toponym], senses: dict[str, Spot]
    ) -> Spot | None:
        if toponym.candidates:
            return senses.get(toponym.key)
        return self._unlisted.place(toponym, toponyms, senses)

    def _toponym(self, doc: Doc, found: Found) -> Toponym:
        span = doc[found.first : found.last]
        if found.is_adjective:
            return self._adjective(span.start_char, span.end_char, span.text)
        key, spots = self._candidates.of(span.text)
        return Toponym(span.start_char, span.end_char, span.text, key, spots)

    def _adjective(self, start: int, end: int, text: str) -> Toponym:
        spot = self._demonyms.get(text)
        spots = (spot,) if spot else ()
        return Toponym(start, end, text, f"adjective {text}", spots, is_adjective=True)

    def _with_containers(self, doc: Doc, toponyms: Sequence[Toponym]) -> list[Toponym]:
        """Link each name to the one that follows it after a comma, or "in", or in brackets."""
        text = doc.text
        linked = []
        for i, toponym in enumerate(toponyms):
            within = None
            if i + 1 < len(toponyms) and not toponyms[i + 1].is_adjective:
                between = text[toponym.end : toponyms[i + 1].start]
                if _says_within(between) and _is_wider(toponyms[i + 1]):
                    within = i + 1
            linked.append(replace(toponym, within=within))
        return _told_apart(linked)

    def home(self, article: Article) -> frozenset[str]:
        """The country of the dateline, where it has but one reading of weight."""
        if not article.dateline:
            return frozenset()
        _, spots = self._candidates.of(article.dateline.split(",")[0].strip())
        return frozenset({spots[0].country}) if spots and spots[0].country else frozenset()

    def _is_wanted(self, doc: Doc, found: Found, spot: Spot | None, metonyms: bool) -> bool:
        if metonyms and (spot is None or spot.kind != "facility"):
            return True
        return self._is_literal(doc, found, spot)

    def _is_literal(self, doc: Doc, found: Found, spot: Spot | None) -> bool:
        """Whether the name is a place here, not a government or part of another name."""
        if found.embedded:
            return False
        span = doc[found.first : found.last]
        if spot is None:
            return True
        if self._metonymy.is_joined_agent(span[-1]):
            return False
        wide = spot.kind in ("country", "division", "area")
        if not (wide or spot.is_seat):
            return True
        root = span.root
        if spot.kind == "country" and root.dep_ in _MODIFIERS and root.head.i >= found.last:
            return self._metonymy.cues.sense("owner", root.head.lemma_.lower()) == "place"
        return not self._metonymy.stands_for_government(root)


def _told_apart(toponyms: list[Toponym]) -> list[Toponym]:
    """Names that are said to lie in different places get keys, and so senses, of their own.

    "Birmingham, Alabama, and Birmingham, England"; a name alone goes with the first.
    """
    first: dict[str, str] = {}
    apart = []
    for toponym in toponyms:
        if toponym.within is None:
            apart.append(toponym)
            continue
        container = toponyms[toponym.within].key
        if first.setdefault(toponym.key, container) != container:
            toponym = replace(toponym, key=f"{toponym.key} in {container}")
        apart.append(toponym)
    return apart


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


def _says_within(between: str) -> bool:
    stripped = between.strip()
    return stripped in (",", "(", "in", ", in", "of") and "\n" not in between


def _is_wider(toponym: Toponym) -> bool:
    return any(s.kind in ("country", "division", "area") for s in toponym.candidates)


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
