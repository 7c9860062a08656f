"""What the words around a name say for its being a place."""

from __future__ import annotations

from collections.abc import Container
from typing import TYPE_CHECKING

from onrecord.language.places.found import CITY, LARGE_TOWN, LISTED_TOWN, METROPOLIS, SMALL_TOWN
from onrecord.language.places.listed import ListedNames
from onrecord.language.places.names import fold
from onrecord.language.places.spans import word_before

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from onrecord.language.places.gazetteer import Gazetteer

_KINDS = frozenset(
    "province region district governorate oblast county prefecture neighborhood neighbourhood"
    " suburb".split()
)
_MOVING_IN = frozenset(  # "closing in on El Obeid", "an attack on Nyala"
    "in advance advanced advancing march marched marching attack attacks assault assaults strike"
    " strikes raid raids offensive siege shelling bombardment".split()
)
_STRONG_PREPOSITIONS = frozenset({"in", "near", "outside"})


class Witnesses:
    """Questions about the surroundings of a name."""

    def __init__(
        self, gazetteer: Gazetteer, words: dict[str, frozenset[str]], listed: ListedNames
    ) -> None:
        self._gazetteer = gazetteer
        self._words = words
        self._listed = listed

    def is_kind_named(self, span: Span) -> bool:
        """The word after says what it is: "in Samangan district", "Cairo's Shubra suburb"."""
        doc = span.doc
        if span.end >= len(doc) or span.root.ent_type_ == "PERSON":
            return False
        following = doc[span.end].text
        is_owned = (
            span.start >= 2
            and doc[span.start - 1].tag_ == "POS"
            and self.is_town(doc[span.start - 2].text)
        )
        return following in _KINDS and (is_owned or word_before(span[0]) in self._words["in"])

    def has_witness(self, span: Span, places: Container[int]) -> bool:
        """Words around that a place has: "in X", "Y and X", "the town of X", "42, of X"."""
        doc, first = span.doc, span[0]
        towns = self._gazetteer.towns(fold(span.text) or "")
        is_proper = bool(towns) and (towns[0].is_main or len(span) > 1)
        largest = towns[0].population if is_proper else 0
        before = word_before(first)
        is_person = first.ent_type_ == "PERSON"
        if before in _STRONG_PREPOSITIONS and (not is_person or largest >= LARGE_TOWN):
            return not _is_believed(first)
        if self._is_called_town(span):
            return bool(towns)
        if self._is_taken(span):
            return largest >= (CITY if is_person else SMALL_TOWN)
        if before == "on" and first.i >= 2 and doc[first.i - 2].lower_ in _MOVING_IN:
            return largest >= LARGE_TOWN
        if before in self._words["in"] - {"of", "off", "on", "over", "along", "between"}:
            return largest >= LARGE_TOWN
        if before == "of" and first.i >= 2:
            lead = doc[first.i - 2].lower_
            return lead == "," or lead in self._words["of"] or lead in self._words["direction"]
        if before in (",", "and", "or") and first.i >= 2 and first.i - 2 in places:
            people = towns[0].population if towns else 0
            return people >= LISTED_TOWN or not is_person
        return largest >= METROPOLIS and first.ent_type_ != "PERSON" and span.text.istitle()

    def _is_called_town(self, span: Span) -> bool:
        """Followed by what it is: "Wad Madani, the capital of", "Nyala, a city in"."""
        doc, at = span.doc, span.end
        if at + 2 >= len(doc) or doc[at].text != ",":
            return False
        at += 1 + (doc[at + 1].lower_ in ("the", "a", "its"))
        words = [token.lower_ for token in doc[at : at + 3]]
        kind = next((i for i, w in enumerate(words) if w in self._words["of"]), None)
        return (
            kind is not None
            and at + kind + 1 < len(doc)
            and (doc[at + kind + 1].lower_ in ("of", "in", "on", "near", "and"))
        )

    def _is_taken(self, span: Span) -> bool:
        """Object of a verb that armies and travellers have: "seized Goma", "shelled Homs"."""
        root = span.root
        if root.dep_ not in ("dobj", "nsubjpass") or root.head.i in range(span.start, span.end):
            return False
        return root.head.lemma_.lower() in self._words["taken"]

    def lies_in_place(self, span: Span) -> bool:
        """A division or country follows: "Shelby, Montana", "near Menaka in northeastern Mali"."""
        doc, at = span.doc, span.end
        has_comma = at < len(doc) and doc[at].text == ","
        at += has_comma
        has_in = at < len(doc) and doc[at].lower_ == "in"
        at += has_in
        length = 0
        while span.end < at < len(doc):
            length = self._listed.length_at(doc, at)
            if length or doc[at].lower_ not in self._words["part"]:
                break
            at += 1
        if not length:
            return False
        key = fold(doc[at : at + length].text) or ""
        wide = [s for s in self._gazetteer.fixed(key) if s.kind in ("country", "division")]
        if not has_in:
            return has_comma and bool(wide)
        towns = self._gazetteer.towns(fold(span.text) or "")
        return word_before(span[0]) in self._words["in"] and any(
            town.country == spot.country for town in towns for spot in wide
        )

    def is_town(self, text: str) -> bool:
        """Whether the gazetteer knows the name."""
        key = fold(text)
        return key is not None and bool(self._gazetteer.find(key))

    def is_site(self, span: Span) -> bool:
        """Whether it is named as a building, street, river and the like are."""
        words = self._words
        return len(span) > 1 and (
            span[-1].lower_ in words["site"]
            or span[-1].lower_ in words["water"]
            or span[0].lower_ in words["water"]
        )


def _is_believed(token: Token) -> bool:
    """ "believe in X", "interested in X": the preposition asks for no place."""
    i = token.i - 2
    return i >= 0 and token.doc[i].lemma_.lower() in (
        "believe", "interested", "invest", "specialise", "specialize", "trust", "confidence",
    )  # fmt: skip
