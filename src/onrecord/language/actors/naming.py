"""What kind of noun phrase stands here: a known name, a person's name, another name, a noun.

The tagger's opinion on names is only one witness: capitals, titles before the name, the tables
and the surnames already met in the article outrank it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.language.actors.coding import OF_STATES
from onrecord.language.actors.noun_phrases import NounPhrase
from onrecord.language.actors.office import PARTICLES
from onrecord.language.actors.phrases import PhraseCoder
from onrecord.language.actors.words import singular
from onrecord.record.names import name_parts
from onrecord.vocabulary.actors import Known

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Tokens

Kind = Literal["known", "person", "body", "land", "guess", "noun", "people", "pronoun", "other"]

_HYPHENS = frozenset({"-", "‑"})
_JOINTS = _HYPHENS | {"'", "’"}
_INSIDE_NAMES = PARTICLES | _JOINTS | {"den", "of"}
_NOT_NAMES = frozenset({"DATE", "TIME", "PERCENT", "MONEY", "QUANTITY", "ORDINAL", "CARDINAL"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_THINGS = frozenset({"EVENT", "WORK_OF_ART", "LAW", "LANGUAGE", "PRODUCT"})
_SAYING = frozenset(
    "say tell add ask announce believe think warn note argue explain write post claim deny admit "
    "insist want hope urge call meet visit speak declare reply stress suggest confirm vow pledge "
    "promise condemn criticise criticize accuse praise thank describe recall testify serve".split()
)


@dataclass(frozen=True)
class Named:
    """A noun phrase with its kind.

    Attributes:
        phrase: the noun phrase.
        kind: what it is.
        name: the bare name of a person or body (token indices first, behind last), or None.
        known: the actor of the tables, for kind known.
    """

    phrase: NounPhrase
    kind: Kind
    name: tuple[int, int] | None = None
    known: Known | None = None

    def words(self, doc: Doc) -> str:
        """The bare name as printed, a possessive ending left out."""
        first, last = self.name or (self.phrase.first, self.phrase.last)
        return " ".join(doc[first:last].text.split())


class Namer:
    """Tells the kinds of the noun phrases of one article."""

    def __init__(
        self,
        doc: Doc,
        coder: PhraseCoder,
        known_at: dict[int, Known],
        place_at: frozenset[int],
        long: dict[int, int] | None = None,
    ) -> None:
        self.doc = doc
        self.place_at = place_at
        self.coder = coder
        self.known_at = known_at
        self.long = long or {}
        self.lands: frozenset[str] = frozenset()
        self.surnames: set[str] = set()

    def name(self, phrase: NounPhrase) -> Named:
        """The kind of one noun phrase."""
        head = self.doc[phrase.head]
        if head.pos_ == "PRON":
            return Named(phrase, "pronoun")
        known = self.known_at.get(head.i)
        if known is not None and not self._is_surname(head) and not self._ends_body(known, head):
            return Named(phrase, "known", known=known)
        if head.text in _UNITS or (head.ent_type_ in _NOT_NAMES and head.pos_ != "NOUN"):
            return Named(phrase, "other")
        if self._is_demonym(head):
            return Named(phrase, "people")
        if self._is_month(head) or self._is_building(phrase, head) or self._is_town(head):
            return Named(phrase, "other")
        span = self._name_span(phrase, head)
        if span is None or self._is_office(span) or self._is_noun(span, head):
            return Named(phrase, "noun")
        if self._goes_on(head) or (head.lower_ in _NO_BODIES and span[0] < head.i):
            return Named(phrase, "other")
        if span == (head.i, head.i + 1) and head.text in self.lands:
            return Named(phrase, "other" if head.dep_ in _PLACING else "land", name=span)
        if head.i in self.long:
            return Named(phrase, "body", name=(span[0], self.long[head.i]))
        return Named(phrase, self._kind(phrase, span), name=span)

    def _is_surname(self, head: Token) -> bool:
        if not head.text[:1].isupper() or head.text.lower() not in self.surnames:
            return False
        before = self.known_at.get(head.i - 1)  # "La Paz" is not Mr Paz
        return before is None or before is not self.known_at.get(head.i)

    def _ends_body(self, known: Known, head: Token) -> bool:
        """ "Costco Canada": a state's name at the end of a company's."""
        before = self.doc[head.i - 1] if head.i else None
        if known.kind != "state" or before is None or before.pos_ != "PROPN":
            return False
        if before.text in self.coder.tables.adjectives:
            return False
        if head.ent_type_ in ("GPE", "LOC") and (
            head.i < 2 or self.doc[head.i - 2].pos_ != "PROPN" or before.ent_iob_ == "O"
        ):
            return False  # "Nazi Germany"
        if before.i in self.known_at or before.lower_ in self.coder.tables.titles:
            return False
        return head.ent_iob_ == "I" and before.text[:1].isupper()

    def _is_month(self, head: Token) -> bool:
        """ "this May", not Ms May."""
        before = self.doc[head.i - 1].lower_ if head.i else ""
        return head.text in _MONTHS and before in _BEFORE_MONTHS

    def _is_building(self, phrase: NounPhrase, head: Token) -> bool:
        return head.lower_ in _BUILDINGS and head.text[:1].isupper() and phrase.first < head.i

    def _is_town(self, head: Token) -> bool:
        """ "the city of el-Fasher", whatever the tagger calls it."""
        return (
            head.dep_ == "pobj"
            and head.head.lower_ == "of"
            and head.head.head.lower_ in _TOWNS
            and head.i not in self.known_at
        )

    def _is_office(self, span: tuple[int, int]) -> bool:
        """ "the former Chief Operating Officer", "Head Chef": an office in capitals, no name."""
        low = [t.lower_.replace(".", "") for t in self.doc[span[0] : span[1]]]
        tables = self.coder.tables
        words = " ".join((*low[:-1], singular(low[-1])))
        if words in self.surnames:
            return False
        agent = tables.agents.get(words) or tables.agents.get(singular(low[-1]))
        if words in tables.titles:
            return True
        if agent is None or agent.denotes not in ("one", "people"):
            return False
        return words in tables.agents or (len(low) > 1 and set(low[:-1]) <= _RANKS)

    def _is_noun(self, span: tuple[int, int], head: Token) -> bool:
        """ "Parliament", "the Ministry", "Police": a noun printed with a capital, no name."""
        if span != (head.i, head.i + 1) or head.ent_type_ == "PERSON" or head.i in self.long:
            return False
        agent = self.coder.tables.agents.get(singular(head.text))
        if agent is None or agent.denotes == "place":
            return False
        return not head.is_upper and not self._is_surname(head)

    def _goes_on(self, head: Token) -> bool:
        """ "Oleg" where the parser tears "Oleg Novak" apart: the other part has the name."""
        if head.i + 1 >= len(self.doc) or head.ent_type_ != "PERSON":
            return False
        after = self.doc[head.i + 1]
        joined = after.ent_type_ == "PERSON" and after.ent_iob_ == "I"
        return joined and after.pos_ == "PROPN" and after.text[:1].isupper()

    def _is_demonym(self, head: Token) -> bool:
        """ "Russians", not the surname of "Alec Finn"."""
        if head.text not in self.coder.tables.adjectives or head.ent_type_ == "PERSON":
            return False
        before = self.doc[head.i - 1] if head.i else None
        return before is None or before.text not in self.coder.tables.genders

    def _name_span(self, phrase: NounPhrase, head: Token) -> tuple[int, int] | None:
        """The run of capitalised words that ends at the head, offices and demonyms left out."""
        if not (head.text[:1].isupper() or head.text[:1].isdigit() or self._is_second_part(head)):
            return None
        if head.pos_ == "NOUN" and not self._is_surname(head) and self._is_common(head):
            return None
        first = head.i
        for at in range(head.i - 1, phrase.first - 1, -1):
            token = self.doc[at]
            if self._ends_name(token):
                break
            if token.text[:1].isupper():
                first = at
            elif token.is_space:
                continue
            elif token.lower_ not in _INSIDE_NAMES:
                break
        while first and self.doc[first].ent_iob_ == "I" and self._goes_on(self.doc[first - 1]):
            first -= 1
        if first < head.i and self.doc[first].text in _INVERTED:
            first += 1  # 'Said Allen, "…"'
        if first < head.i or not self._is_surname(head):
            first = self._without_offices(first, head.i)
        return (first, head.i + 1) if first <= head.i else None

    def _is_second_part(self, head: Token) -> bool:
        """The "sung" of "Chun Hae-sung"."""
        if head.i < 2 or head.pos_ != "PROPN" or head.ent_type_ != "PERSON":
            return False
        return self.doc[head.i - 1].text in _HYPHENS and self.doc[head.i - 2].text[:1].isupper()

    def _ends_name(self, token: Token) -> bool:
        if token.i in self.known_at or token.tag_ == "POS":
            return True
        if token.is_punct and token.text not in _JOINTS:
            return True
        return token.text in self.coder.tables.adjectives

    def _is_common(self, head: Token) -> bool:
        """A capital that only opens the sentence: "Critics have…"."""
        if singular(head.text) in self.coder.tables.agents:
            return True
        if head.ent_type_ == "PERSON" or head.text in self.coder.tables.genders:
            return False
        return bool(head.is_sent_start) and not self._is_surname(head)

    def _without_offices(self, first: int, head: int) -> int:
        """Past the offices at the beginning of a run: "Foreign Minister" before "Sergei Lavrov"."""
        doc, titles, whole = self.doc, self.coder.tables.titles, head
        while first <= head:
            if whole == head and doc[first].lower_ not in _BEFORE_OFFICES:
                whole = first
            if first < head and (doc[first].lower_ in _BEFORE_OFFICES or self._of_party(first)):
                first += 1
                continue
            for last in range(min(head + 1, first + 5), first, -1):
                low = [t.lower_ for t in doc[first:last]]
                words = " ".join(low).replace(" - ", "-")
                several = " ".join((*low[:-1], singular(low[-1])))
                if words in titles or words.rstrip(".") in titles or words in _HONORIFICS:
                    first = last
                    break
                if last <= head and several in titles:  # "Presidents Trump and Putin"
                    first = last
                    break
            else:
                break
        agent = self.coder.tables.agents.get(doc[head].lower_)
        if first == head > whole and agent is not None and agent.denotes in ("body", "state"):
            return whole  # "the General Administration" is no general
        for at in range(head - 1, first - 1, -1):
            word = doc[at].lower_
            if word in _OFFICES or (at < head - 1 and self._ends_office(doc[at])):
                return at + 1  # "Transportation Secretary" before a name
        return first

    def _ends_office(self, token: Token) -> bool:
        """ "sheriff" in "County Sheriff Tom Hale"."""
        names = token.text in self.coder.tables.genders or token.lower_ in _ALSO_NAMES
        return token.lower_ in self.coder.tables.titles and not names

    def _of_party(self, at: int) -> bool:
        """ "Republican" before "Donald Trump"."""
        agent = self.coder.tables.agents.get(self.doc[at].lower_)
        return agent is not None and agent.sector == "PTY" and agent.denotes == "people"

    def _kind(self, phrase: NounPhrase, span: tuple[int, int]) -> Kind:
        doc, (first, last) = self.doc, span
        words = doc[first:last]
        low_last = words[-1].lower_
        if self._is_surname(doc[last - 1]) and (last - first <= 3):
            return "person"
        types = {t.ent_type_ for t in words if t.ent_type_}
        if self._is_leader(words.text):
            return "person"
        if doc[last - 1].i in self.place_at and "PERSON" not in types:
            return "other"
        titled = first > phrase.first and self._title_before(phrase.first, first)
        if self._is_firm(words) or (len(words) == 1 and words[0].is_upper and not titled):
            return "body" if len(words.text) > 1 and not types & _PLACES else "other"
        if self._has_office(doc[last - 1]) and _is_name_like(words.text):
            if len(words) > 1 or not types & _PLACES:
                return "person"
        agent = self.coder.tables.agents.get(low_last)
        if agent is not None and len(words) > 1:
            unlike = words[0].text not in self.coder.tables.genders and agent.denotes == "body"
            if "PERSON" not in types or unlike:
                return "body"
        if titled and not types & _THINGS and _is_name_like(words.text):
            return "person"
        alone = len(words) == 1 and doc[phrase.first].lower_ == "the"
        alone = alone and not any(t.pos_ == "NOUN" for t in doc[phrase.first : first])
        if doc[last - 1].ent_type_ == "PERSON" and _is_name_like(words.text):
            return "guess" if alone else "person"  # "the Economist"
        given = words[0].text in self.coder.tables.genders and not titled and len(words) < 5
        if given and not types & _THINGS and doc[phrase.first].lower_ != "the":
            bare = types <= {"PERSON"} or self._acts_as_person(doc[last - 1])
            if (len(words) > 1 and not types & _PLACES) or bare:
                return "person"
        if "ORG" in types:
            return "body" if not types & _PLACES else "guess"
        if types & _NOT_NAMES:
            return "other"
        if len(words) >= 2 and self._is_introduced(doc[last - 1]) and _is_name_like(words.text):
            return "person"
        if len(words) >= 2 and self._acts_as_person(doc[last - 1]) and _is_name_like(words.text):
            return "person" if not types & (_PLACES | _THINGS) else "guess"
        return "guess" if _is_name_like(words.text) and len(words) < 5 else "other"

    def _is_firm(self, words: Tokens) -> bool:
        """ "Orvane Shipping", "Hale Ltd": the last word is that of a company's name."""
        legal = self.coder.tables.firms.get(words[-1].text)
        if legal is None or len(words) == 1:
            return False
        return legal or words[0].text not in self.coder.tables.genders

    def _has_office(self, head: Token) -> bool:
        """ "Poland's ambassador to Peru, Jan Novak": who stands beside an office is a person."""
        beside = [c for c in head.children if c.dep_ == "appos"]
        if head.dep_ == "appos":
            beside.append(head.head)
        for noun in beside:
            title = self.coder.tables.titles.get(noun.lower_)
            if noun.tag_ in ("NN", "NNP") and title is not None and title.sector in _OFFICIAL:
                return head.text not in self.coder.tables.firms
        return False

    def _title_before(self, first: int, name: int) -> bool:
        coding = self.coder.code(self.doc[first:name].text)
        before = self.doc[name - 1].lower_
        return coding.title is not None and not self.doc[name - 1].is_punct and before != "of"

    def _is_leader(self, words: str) -> bool:
        return " ".join(words.split()) in self.coder.tables.leaders and len(name_parts(words)) > 1

    def _is_introduced(self, head: Token) -> bool:
        """Whether one who speaks is told by an office: "Gurdial Nijar, a spokesman for"."""
        if not self._acts_as_person(head):
            return False
        for beside in head.children:
            if beside.dep_ != "appos" or beside.pos_ != "NOUN" or beside.tag_ != "NN":
                continue
            agent = self.coder.tables.agents.get(beside.lower_)
            one = agent is not None and agent.denotes in ("one", "people")
            if one or beside.lower_ in self.coder.tables.titles:
                return True
        return False

    def _acts_as_person(self, head: Token) -> bool:
        return head.dep_ == "nsubj" and head.head.lemma_ in _SAYING


_MONTHS = frozenset({"March", "April", "May", "June", "August"})
_BEFORE_MONTHS = frozenset(
    "this next last in by since until till of early late mid from before after every".split()
)
_BUILDINGS = frozenset(
    "building airport bridge stadium avenue boulevard hotel tower highway plaza arena".split()
)
_RANKS = frozenset(
    "chief head senior deputy vice assistant executive operating financial acting interim "
    "lead principal associate general".split()
)
_PLACING = frozenset({"compound", "nmod", "appos", "npadvmod"})
_UNITS = frozenset("EDT EST GMT UTC CET BST USD EUR GBP MW GW KWH KM FT MPH AM PM COVID".split())
_TOWNS = frozenset("city town village port province region district county island suburb".split())
_BEFORE_OFFICES = frozenset(
    "the neither either both even former outgoing incoming ousted acting deposed visiting "
    "retired his her holiness excellency majesty highness honourable honorable right".split()
)
_ALSO_NAMES = frozenset("king prince bishop marshal pope dean judge major abbot rector".split())
_OFFICIAL = OF_STATES | {"OPP", "PTY", "REB"}
_NO_BODIES = frozenset(
    "summit agreement accord accords treaty protocol pact constitution act law charter "
    "declaration resolution conference festival championship olympics prize award awards war "
    "day memorandum park".split()
)
_INVERTED = frozenset({"Said", "Says", "Added", "Asked", "Explained", "Wrote", "Recalled"})
_OFFICES = frozenset(
    {
        "minister",
        "secretary",
        "ambassador",
        "spokesman",
        "spokeswoman",
        "governor",
        "premier",
        "commissioner",
        "chancellor",
        "senator",
        "envoy",
        "adviser",
        "advisor",
        "correspondent",
    }
)
_HONORIFICS = frozenset(
    "mr mr. mrs mrs. ms ms. miss sir lord lady dame dr dr. hon. sheikh sheik mullah".split()
)


def _is_name_like(words: str) -> bool:
    return not any(c.isdigit() for c in words) and len(words) > 1 and "@" not in words
