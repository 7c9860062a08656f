"""Which words of an article are place names.

Three witnesses are heard: the name tagger of the parser, our tables and the towns of the
gazetteer, and the words around ("in …", "…, Texas", a dateline). The tagger alone misses
what it calls a person or an organisation ("in Matias Romero, Oaxaca"), and takes surnames
for towns; the gazetteer alone takes "Nice" and "Reading" for towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.language.places.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from onrecord.intake.layout import Block
    from onrecord.language.places.gazetteer import Gazetteer
    from onrecord.vocabulary.places import PlaceTables

LONGEST_NAME = 7  # tokens
TAGGED_PLACE = frozenset({"GPE", "LOC", "FAC"})
_MENDABLE = frozenset({"ORG", "PERSON", "PRODUCT", "EVENT", "WORK_OF_ART", "NORP", "LAW"})
_SMALL = frozenset(
    {"of", "de", "la", "del", "du", "des", "da", "do", "al", "el", "the", "and", "-"}
)
_TRIM = frozenset({"the", "The", "THE", "a", "an", "'s", "’s", "'", "’", ",", "-", "–", "(", ")"})
_UNIONS = frozenset({"eu", "european union"})  # organisations first, places where one is in them
_WITHIN_UNION = frozenset({"in", "across", "throughout", "within", "into", "outside", "inside"})
_DASHES = frozenset({"-", "–", "—", "--", "("})
LARGE_TOWN = 15_000  # people; smaller towns need a better witness in the text
METROPOLIS = 500_000  # people; larger towns need no witness


@dataclass(frozen=True, slots=True)
class Found:
    """Tokens ``first`` to ``last`` (exclusive) are a place name.

    Attributes:
        embedded: it stands inside the name of an organisation ("Bank of England").
        is_adjective: a demonym or adjective ("Syrian").
    """

    first: int
    last: int
    embedded: bool = False
    is_adjective: bool = False


class Recogniser:
    """Finds place names in a parsed text."""

    def __init__(self, gazetteer: Gazetteer, tables: PlaceTables) -> None:
        self._gazetteer = gazetteer
        self._words = tables.words
        self._demonyms = tables.demonyms
        self._adjective_words = frozenset(word.split()[0] for word in tables.demonyms)
        self._first_words = gazetteer.first_words()

    def find(self, doc: Doc, blocks: Sequence[Block]) -> list[Found]:
        """Every place name, adjective or name inside another name, in order, none overlapping."""
        surnames = _surnames(doc)
        taken: dict[int, Found] = {}
        self._take(taken, self._fixed(doc))
        self._take(taken, self._tagged(doc, surnames))
        self._take(taken, self._datelines(doc, blocks))
        self._take(taken, self._mended(doc, surnames, frozenset(taken)))
        self._take(taken, self._sites(doc))
        self._take(taken, self._embedded(doc))
        self._take(taken, self._adjectives(doc))
        return sorted(set(taken.values()), key=lambda f: f.first)

    def _take(self, taken: dict[int, Found], names: Iterator[Found]) -> None:
        for found in list(names):
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

    # --- the tables: countries, divisions, areas, facilities

    def _fixed(self, doc: Doc) -> Iterator[Found]:
        i = 0
        while i < len(doc):
            length = self._fixed_at(doc, i)
            if length and self._may_be_place(doc[i : i + length]):
                embedded = _is_embedded(doc, i, i + length)
                if not embedded or self._is_public(doc[i]):
                    yield Found(i, i + length, embedded=embedded)
            i += max(length, 1)

    def _fixed_at(self, doc: Doc, i: int) -> int:
        """The number of tokens of the longest name of the tables that begins at token ``i``."""
        token = doc[i]
        if not _is_capital(token) or _plain(token.lower_) not in self._first_words:
            return 0
        for length in range(min(LONGEST_NAME, len(doc) - i), 0, -1):
            last = doc[i + length - 1]
            if last.is_space or not (_is_capital(last) or (length > 1 and last.is_alpha)):
                continue
            text = doc[i : i + length].text
            key = fold(text)
            if key is None or not self._gazetteer.is_fixed(key):
                continue
            if len(key) <= 3 and not _is_abbreviation(text):
                continue
            if self._gazetteer.is_abbreviation(key) and not (
                text.endswith(".") and i > 0 and doc[i - 1].text in (",", "(")
            ):
                continue
            return length
        return 0

    def _may_be_place(self, span: Span) -> bool:
        """Not a person's first name ("Jordan Peters"), an adjective, or a common word."""
        first, last = span[0], span[-1]
        doc = span.doc
        if _is_eponym(span, self._words["eponym"]):
            return False
        if (fold(span.text) or "") in _UNIONS:
            return _after(first) in _WITHIN_UNION
        if first.ent_type_ == "PERSON" and not _covers_entity(span):
            return _after(first) in ("in", "of", "from") and last.ent_type_ != "PERSON"
        if first.ent_type_ == "PERSON" and len(span) == 1:
            return not self._is_titled(first)
        if (
            last.i + 1 < len(doc)
            and len(span) == 1
            and first.ent_type_ not in TAGGED_PLACE
            and doc[last.i + 1].ent_type_ == "PERSON"
            and doc[last.i + 1].ent_iob_ == "I"
        ):
            return False
        if first.ent_type_ in TAGGED_PLACE:
            return True
        key = fold(span.text) or ""
        short = len(key) <= 3 or key in ("march", "mobile", "don", "po", "ob", "lena", "char")
        return not short or first.text.isupper() or _after(first) in self._words["in"]

    def _is_public(self, token: Token) -> bool:
        """Whether the name that holds ``token`` is that of a public body."""
        doc, first = token.doc, token.i
        while first > 0 and doc[first].ent_iob_ == "I":
            first -= 1
        last = token.i + 1
        while last < len(doc) and doc[last].ent_iob_ == "I":
            last += 1
        return any(t.lower_ in self._words["public"] for t in doc[first:last])

    def _is_titled(self, token: Token) -> bool:
        return token.i > 0 and token.nbor(-1).lower_ in self._words["person"]

    # --- the tagger

    def _tagged(self, doc: Doc, surnames: frozenset[str]) -> Iterator[Found]:
        for entity in doc.ents:
            if entity.label_ not in TAGGED_PLACE:
                continue
            for span in _split(_trimmed(entity)):
                if span and self._tag_holds(span, surnames):
                    yield Found(span.start, span.end)

    def _tag_holds(self, span: Span, surnames: frozenset[str]) -> bool:
        text, doc = span.text, span.doc
        key = fold(text)
        if key is None or "/" in text or "@" in text or not any(c.isupper() for c in text):
            return False
        if text in self._demonyms or _is_eponym(span, self._words["eponym"]):
            return False
        if self._gazetteer.is_fixed(key):
            return not self._gazetteer.is_abbreviation(key) or text.endswith(".")
        if text in surnames or span[-1].is_digit or len(key) < 3:
            return False
        after_in = _after(span[0]) in self._words["in"] and not span[0].is_sent_start
        listed = self._lies_in_place(span)
        if key in self._words["common"] or (text.isupper() and len(text) <= 5):
            return (after_in and not text.isupper()) or listed
        if span.start > 0 and _continues_name(doc[span.start - 1]):
            return False
        return self._is_town(text) or self._is_site(span) or after_in or listed

    # --- datelines: "HELENA, Mont. (AP) -", "BEIRUT, Aug. 6 —"

    def _datelines(self, doc: Doc, blocks: Sequence[Block]) -> Iterator[Found]:
        starts = {block.start for block in blocks}
        marked = {block.start for block in blocks if block.kind == "dateline"}
        for token in doc:
            if not (token.is_upper and len(token) > 2 and token.text[0].isalpha()):
                continue
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
            if self._is_town(doc[token.i : last].text):
                yield Found(token.i, last)

    # --- names the tagger calls something else, or nothing

    def _mended(
        self, doc: Doc, surnames: frozenset[str], places: frozenset[int]
    ) -> Iterator[Found]:
        for span in _runs(doc):
            key = fold(span.text)
            if key is None or any(t.ent_type_ in TAGGED_PLACE for t in span):
                continue
            if span[0].ent_type_ and not _covers_entity(span):
                continue
            if span.root.ent_type_ and span.root.ent_type_ not in _MENDABLE:
                continue
            if span.text in self._demonyms or _is_eponym(span, self._words["eponym"]):
                continue
            listed = self._lies_in_place(span)
            if span.text in surnames and not listed:
                continue
            if key in self._words["common"] and not listed:
                continue
            if self._is_kind_named(span) or (
                self._is_town(span.text) and (listed or self._has_witness(span, places))
            ):
                yield Found(span.start, span.end)

    def _is_kind_named(self, span: Span) -> bool:
        """ "the Kvemo-Kartli region", "in Samangan district": the word after says what it is."""
        doc = span.doc
        if span.end >= len(doc) or span.root.ent_type_ == "PERSON":
            return False
        following = doc[span.end].text
        return following in (
            "province", "region", "district", "governorate", "oblast", "county", "prefecture",
        ) and _after(span[0]) in self._words["in"]  # fmt: skip

    def _has_witness(self, span: Span, places: frozenset[int]) -> bool:
        """Words around that a place has: "in X", "Y and X", "the town of X", "42, of X"."""
        doc, first = span.doc, span[0]
        towns = self._gazetteer.towns(fold(span.text) or "")
        largest = towns[0].population if towns and towns[0].is_main else 0
        before = _after(first)
        if before in ("in", "near", "outside") and first.ent_type_ != "PERSON":
            return _verb_of_belief(first) is False
        if before in self._words["in"] - {"of", "off", "on", "over", "along", "between"}:
            return largest >= LARGE_TOWN
        if before == "of" and first.i >= 2:
            lead = doc[first.i - 2].lower_
            return lead == "," or lead in self._words["of"] or lead in self._words["direction"]
        if before in (",", "and", "or") and first.i >= 2 and first.i - 2 in places:
            return largest >= LARGE_TOWN or first.ent_type_ != "PERSON"
        return largest >= METROPOLIS and first.ent_type_ != "PERSON" and span.text.istitle()

    def _lies_in_place(self, span: Span) -> bool:
        """Followed by a comma and a division or country: "Shelby, Montana"."""
        doc = span.doc
        if span.end + 1 >= len(doc) or doc[span.end].text != ",":
            return False
        following = doc[span.end + 1]
        length = self._fixed_at(doc, following.i)
        if not length:
            return False
        key = fold(doc[following.i : following.i + length].text) or ""
        return any(s.kind in ("country", "division") for s in self._gazetteer.fixed(key))

    def _is_town(self, text: str) -> bool:
        key = fold(text)
        return key is not None and bool(self._gazetteer.find(key))

    # --- streets, hospitals, bases

    def _sites(self, doc: Doc) -> Iterator[Found]:
        for span in _runs(doc):
            if len(span) < 2 or not self._is_site(span):
                continue
            if span[-1].lower_ in ("university", "house", "port", "school", "church"):
                continue
            before = _after(span[0])
            if before in self._words["in"] - {"of", "from"}:
                yield Found(span.start, span.end)

    def _is_site(self, span: Span) -> bool:
        words = self._words
        return len(span) > 1 and (
            span[-1].lower_ in words["site"]
            or span[-1].lower_ in words["water"]
            or span[0].lower_ in words["water"]
        )

    # --- names inside the names of organisations

    def _embedded(self, doc: Doc) -> Iterator[Found]:
        for entity in doc.ents:
            if entity.label_ not in ("ORG", "EVENT", "PERSON", "WORK_OF_ART"):
                continue
            span = _trimmed(entity)
            if not span or len(span) < 2:
                continue
            if not any(t.lower_ in self._words["public"] for t in span):
                continue
            for first in (span.start, *(t.i + 1 for t in span if t.lower_ in ("of", "for"))):
                for last in range(min(span.end, first + 3), first, -1):
                    if last - first == len(span) or not _is_capital(doc[first]):
                        continue
                    towns = self._gazetteer.towns(fold(doc[first:last].text) or "")
                    if towns and towns[0].is_main and towns[0].population >= LARGE_TOWN * 4:
                        yield Found(first, last, embedded=True)
                        break

    def _adjectives(self, doc: Doc) -> Iterator[Found]:
        skip = 0
        for token in doc:
            if token.i < skip or token.text not in self._adjective_words:
                continue
            for length in (3, 2, 1):
                if token.i + length > len(doc):
                    continue
                last = token.nbor(length - 1)
                text = doc[token.i : last.i + 1].text
                if text in self._demonyms and _is_modifier(last):
                    yield Found(token.i, last.i + 1, is_adjective=True)
                    skip = last.i + 1
                    break


def _is_modifier(token: Token) -> bool:
    """ "Syrian" before a noun, not "a Syrian" or "Syrians"."""
    if token.tag_ in ("NNPS", "NNS"):
        return False
    return token.dep_ in ("amod", "compound", "nmod") or token.pos_ == "ADJ"


def _is_eponym(span: Span, words: frozenset[str]) -> bool:
    """ "Marburg virus", "Minamata disease": the name of a thing."""
    doc = span.doc
    return span.end < len(doc) and doc[span.end].lower_ in words


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


def _after(token: Token) -> str:
    """The word before ``token``, articles and parts ("in the northern …") left out."""
    i = token.i - 1
    if i >= 0 and token.doc[i].lower_ in ("the", "a", "an", "nearby", "downtown", "central"):
        i -= 1
    return token.doc[i].lower_ if i >= 0 else ""


def _verb_of_belief(token: Token) -> bool:
    """ "believe in X", "interested in X": the preposition asks for no place."""
    i = token.i - 2
    return i >= 0 and token.doc[i].lemma_.lower() in (
        "believe", "interested", "invest", "specialise", "specialize", "trust", "confidence",
    )  # fmt: skip


def _is_capital(token: Token) -> bool:
    text = token.text
    return text[:1].isupper() or text[:1] in "‘'’" or (text[:3] in ("al-", "el-") and len(text) > 3)


def _is_abbreviation(text: str) -> bool:
    return text.isupper() or text.endswith(".")


def _plain(word: str) -> str:
    key = fold(word)
    return key.split(" ")[0] if key else ""


def _covers_entity(span: Span) -> bool:
    """Whether the tokens are the whole of what the tagger marked there."""
    doc = span.doc
    inside_before = span[0].ent_iob_ == "I"
    inside_after = span.end < len(doc) and doc[span.end].ent_iob_ == "I"
    return not inside_before and not inside_after


def _is_embedded(doc: Doc, first: int, last: int) -> bool:
    if doc[first].ent_type_ not in ("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
        return False
    before = first - 1
    lead = before >= 0 and doc[first].ent_iob_ == "I" and doc[before].lower_ == "the"
    starts = doc[first].ent_iob_ == "B" or (lead and doc[before].ent_iob_ == "B")
    ends = last >= len(doc) or doc[last].ent_iob_ != "I" or doc[last].text in ("'s", "’s")
    return not (starts and ends)


def _trimmed(span: Span) -> Span:
    while len(span) and (span[0].text in _TRIM or span[0].is_space):
        span = span[1:]
    while len(span) and (span[-1].text in _TRIM or span[-1].is_space):
        span = span[:-1]
    return span


def _split(span: Span) -> list[Span]:
    """ "Shelby, Montana" tagged as one name is two; a name does not cross a line."""
    parts, start = [], 0
    for i, token in enumerate(span):
        if token.text == "," or token.is_space:
            parts.append(span[start:i])
            start = i + 1
    parts.append(span[start:])
    return [part for part in (_trimmed(p) for p in parts if len(p)) if len(part)]


def _surnames(doc: Doc) -> frozenset[str]:
    """The last words of the names of people in the text, as printed."""
    names = set()
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            span = _trimmed(entity)
            if len(span) > 1:
                names.add(span[-1].text)
    return frozenset(names)


def _runs(doc: Doc) -> Iterator[Span]:
    """Stretches of capitalised tokens, small words inside them included."""
    i = 0
    while i < len(doc):
        if not (_is_capital(doc[i]) and doc[i].pos_ in ("PROPN", "NOUN", "ADJ", "X", "VERB")):
            i += 1
            continue
        j = i + 1
        while j < len(doc) and (
            (_is_capital(doc[j]) and not doc[j].is_punct)
            or (
                doc[j].text in _SMALL
                and j + 1 < len(doc)
                and _is_capital(doc[j + 1])
                and doc[j].text not in ("and", "of", "the")
            )
        ):
            j += 1
        if j - i <= LONGEST_NAME:
            yield doc[i:j]
        i = j
