"""Which words of an article are place names.

Three witnesses are heard: the name tagger of the parser, our tables and the towns of the
gazetteer, and the words around ("in …", "…, Texas", a dateline). The tagger alone misses
what it calls a person or an organisation ("in Matias Romero, Oaxaca"), and takes surnames
for towns; the gazetteer alone takes "Nice" and "Reading" for towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.places.found import TAGGED_PLACE, Found
from onrecord.language.places.inner import InnerNames
from onrecord.language.places.listed import ListedNames, is_eponym
from onrecord.language.places.names import fold
from onrecord.language.places.spans import (
    covers_entity,
    runs,
    split_at_commas,
    surnames,
    trimmed,
    word_before,
)
from onrecord.language.places.witnesses import Witnesses

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from onrecord.intake.layout import Block
    from onrecord.language.places.gazetteer import Gazetteer
    from onrecord.vocabulary.places import PlaceTables

_MENDABLE = frozenset({"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP", "LAW"})
_DASHES = frozenset({"-", "–", "—", "--", "("})
_LONGEST_ACRONYM = 5


class Recogniser:
    """Finds place names in a parsed text."""

    def __init__(self, gazetteer: Gazetteer, tables: PlaceTables) -> None:
        self._gazetteer = gazetteer
        self._words = tables.words
        self._demonyms = tables.demonyms
        self._bodies = tables.bodies
        self._listed = ListedNames(gazetteer, tables.words)
        self._witnesses = Witnesses(gazetteer, tables.words, self._listed)
        self._inner = InnerNames(gazetteer, tables.words, tables.demonyms)

    def find(self, doc: Doc, blocks: Sequence[Block]) -> list[Found]:
        """Every place name, adjective or name inside another name, in order, none overlapping."""
        people = surnames(doc)
        words = [token.text for token in doc]
        capitalised = list(runs(doc, words))
        taken: dict[int, Found] = {}
        self._take(taken, self._listed.find(doc, words))
        self._take(taken, self._tagged(doc, people))
        self._take(taken, self._datelines(doc, blocks, words))
        self._take(taken, self._mended(capitalised, people, taken))
        self._take(taken, self._sites(capitalised, taken))
        self._take(taken, self._inner.embedded(doc))
        self._take(taken, self._inner.adjectives(doc, words))
        found = sorted(set(taken.values()), key=lambda f: f.first)
        return self._joined(doc, found)

    def _joined(self, doc: Doc, found: list[Found]) -> list[Found]:
        """ "Washington, D.C." is one name; "The Hague" has its article."""
        whole: list[Found] = []
        for one in found:
            first = one.first
            last_one = whole[-1] if whole else None
            text = doc[one.first : one.last].text
            key = fold(text) or ""
            if key in self._words["article"] and first and doc[first - 1].lower_ == "the":
                one = replace(one, first=first - 1)
            follows = last_one is not None and last_one.last + 1 == first
            if last_one and follows and doc[first - 1].text == "," and key in self._words["joined"]:
                whole[-1] = replace(last_one, last=one.last)
                continue
            whole.append(one)
        return whole

    def _take(self, taken: dict[int, Found], names: Iterator[Found]) -> None:
        for found in names:
            span = range(found.first, found.last)
            if span and all(i not in taken for i in span):
                taken.update(dict.fromkeys(span, found))
            elif span and not found.embedded:
                self._widen(taken, found)

    @staticmethod
    def _widen(taken: dict[int, Found], found: Found) -> None:
        """Let a longer name replace the shorter ones that lie wholly inside it."""
        inside = {taken[i] for i in range(found.first, found.last) if i in taken}
        if all(found.first <= f.first and f.last <= found.last for f in inside) and all(
            f.last - f.first < found.last - found.first for f in inside
        ):
            for i in range(found.first, found.last):
                taken[i] = found

    # --- the tagger

    def _tagged(self, doc: Doc, surnames: frozenset[str]) -> Iterator[Found]:
        for entity in doc.ents:
            if entity.label_ not in TAGGED_PLACE:
                continue
            for span in split_at_commas(_completed(trimmed(entity))):
                if span and self._tag_holds(span, surnames):
                    yield Found(span.start, span.end)

    def _tag_holds(self, span: Span, surnames: frozenset[str]) -> bool:
        text, doc = span.text, span.doc
        key = fold(text)
        if key is None or "/" in text or "@" in text or not any(c.isupper() for c in text):
            return False
        if text in self._demonyms or is_eponym(span, self._words["eponym"]):
            return False
        if key in self._words["vague"] or span[0].lower_ in self._words["ship"]:
            return False
        if text.lower() in self._bodies and not self._gazetteer.is_fixed(key):
            return False
        if self._gazetteer.is_fixed(key):
            return not self._gazetteer.is_abbreviation(key) or text.endswith(".")
        if text in surnames or span[-1].is_digit or len(key) < 3:
            return False
        after_in = word_before(span[0]) in self._words["in"] and not span[0].is_sent_start
        listed = self._witnesses.lies_in_place(span)
        if key in self._words["common"] or (text.isupper() and len(text) <= 5):
            return (after_in and not text.isupper()) or listed
        if span.start > 0 and _continues_name(doc[span.start - 1]):
            return False
        return self._witnesses.is_town(text) or self._witnesses.is_site(span) or after_in or listed

    # --- datelines: "HELENA, Mont. (AP) -", "BEIRUT, Aug. 6 —"

    def _datelines(
        self, doc: Doc, blocks: Sequence[Block], words: Sequence[str]
    ) -> Iterator[Found]:
        starts = {block.start for block in blocks}
        marked = {block.start for block in blocks if block.kind == "dateline"}
        for i, word in enumerate(words):
            if not (len(word) > 2 and word.isupper() and word[0].isalpha()):
                continue
            token = doc[i]
            if not (token.idx in starts or token.i == 0 or doc[token.i - 1].is_sent_end):
                continue
            last = token.i
            while last < len(doc) and doc[last].is_upper and last - token.i < 4:
                last += 1
            while last > token.i + 1 and not doc[last - 1].is_alpha:
                last -= 1
            after = doc[last].text if last < len(doc) else ""
            if after not in (",", *_DASHES) and token.idx not in marked:
                continue
            if self._witnesses.is_town(doc[token.i : last].text):
                yield Found(token.i, last)
                if after == "," and (length := self._listed.length_at(doc, last + 1)):
                    yield Found(last + 1, last + 1 + length)

    # --- names the tagger calls something else, or nothing

    def _mended(
        self, capitalised: Sequence[Span], people: frozenset[str], taken: dict[int, Found]
    ) -> Iterator[Found]:
        for span in capitalised:
            key = fold(span.text)
            if key is None or any(t.ent_type_ in TAGGED_PLACE for t in span):
                continue
            if span[0].ent_type_ and not covers_entity(span):
                continue
            if span.root.ent_type_ and span.root.ent_type_ not in _MENDABLE:
                continue
            if span.text in self._demonyms or is_eponym(span, self._words["eponym"]):
                continue
            if span.text.lower() in self._bodies:
                continue
            listed = self._witnesses.lies_in_place(span)
            if span.text in people and not listed:
                continue
            if key in self._words["common"] and not listed:
                continue
            if span.text.isupper() and len(span.text) <= _LONGEST_ACRONYM and not listed:
                continue
            if self._witnesses.is_kind_named(span) or (
                self._witnesses.is_town(span.text)
                and (listed or self._witnesses.has_witness(span, taken))
            ):
                yield Found(span.start, span.end)

    # --- streets, hospitals, bases

    def _sites(self, capitalised: Sequence[Span], taken: dict[int, Found]) -> Iterator[Found]:
        for span in capitalised:
            if len(span) < 2 or not self._witnesses.is_site(span):
                continue
            if span[0].lower_ in self._words["ship"]:
                continue
            if span[-1].lower_ in ("university", "house", "port", "school", "church"):
                continue
            before = word_before(span[0])
            if before in self._words["in"] - {"of", "from"}:
                yield Found(span.start, span.end)


def _completed(span: Span) -> Span:
    """ "Strait of" Hormuz: a name that breaks off goes on with the capitals behind it."""
    doc, last = span.doc, span.end
    if len(span) < 2 or span[-1].lower_ != "of":
        return span
    while last < len(doc) and doc[last].pos_ == "PROPN":
        last += 1
    return doc[span.start : last] if last > span.end else span[:-1]


def _continues_name(token: Token) -> bool:
    """Whether the word before is part of a longer name: "Villars" of "Villars Dubreuil"."""
    return (
        token.pos_ == "PROPN"
        and token.text[:1].isupper()
        and not token.is_sent_start
        and not token.ent_type_
        and not token.text.endswith(".")
        and not token.is_upper
    )
