"""What the words of a noun phrase say of an actor: country, sector, office.

"French Foreign Minister Jean-Yves Le Drian", "members of the South African army", "a group of
tourists": the phrase is cut at its prepositions and commas; in its first part the names,
demonyms, offices and common nouns of the tables are found; where its head says only "group" or
"members", the part after "of" says what they are. Codes are PLOVER's.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

import msgspec

from onrecord.language.actors.coding import (
    EMPTY_HEADS,
    SOCIETIES,
    WEAK_HEADS,
    Coding,
    as_former,
    filled,
    joined,
    of_known,
    with_body,
)
from onrecord.language.actors.holders import (
    bearer_outside,
    held_as_named,
    surnames_of,
    terms_in_countries,
    with_holder,
)
from onrecord.language.actors.lexicon import Lexicon, Match
from onrecord.language.actors.office import Office, bearer_in, office_of, sector_on
from onrecord.language.actors.phrase_cuts import CUTS, core_and_rest, parts_of
from onrecord.language.actors.phrase_places import PhrasePlaces
from onrecord.language.actors.phrase_words import (
    PhraseWords,
    body_of,
    is_later,
    joined_participle,
    says_more,
)
from onrecord.language.actors.words import Word, singular, words_of
from onrecord.language.places.cities import Cities
from onrecord.language.places.divisions import Divisions
from onrecord.record import slug
from onrecord.record.names import plain
from onrecord.vocabulary.actors import ActorTables, Agent, Known, Leader, load_actor_tables
from onrecord.vocabulary.tables import Tables

__all__ = ["Coding", "PhraseCoder", "code_phrase", "joined_participle"]

_OFFICES = re.compile(r"\b\w+ (?:of|for|in|to|with) (?:the )?\w+(?: \w+)?")  # in lower case
_FORMER = frozenset(
    "former ex ousted deposed exiled late ex- onetime retired toppled one-time fugitive".split()
)
_DIRECTED = frozenset({"envoy", "ambassador", "embassy", "mission", "visitor", "adviser", "aide"})
_FAMILY = frozenset(
    "widow wife husband son daughter brother sister father mother nephew niece cousin "
    "family relative in-law son-in-law brother-in-law".split()
)
_PLACING = frozenset(
    "of in from at to for across within inside on near".split()
)  # prepositions after which a name says where the actor belongs
_ARTICLES = frozenset({"the", "a", "an"})
_ETHNIC = frozenset("ethnic serb serbs croat croats kurd kurds".split())  # of the land they are in
_WITH_BODY = WEAK_HEADS | EMPTY_HEADS | SOCIETIES  # the body before says more
_REIGNS = frozenset(
    "administration government regime era cabinet presidency dictatorship family dynasty".split()
)
_ORDINARY = frozenset("ordinary ethnic young fellow many most some displaced poor".split())


@dataclass(frozen=True)
class PhraseCoder:
    """Codes phrases; built once from the tables.

    Attributes:
        tables, lexicon: what is known, and where its names stand in a text.
        words: looks up the words of a phrase.
        surnames: surname in lower case -> the terms of office of its bearers.
        terms_in: alpha-3 -> surname in lower case and term of office, of that country.
        demonyms: alpha-3 -> the first demonym of the table ("Russian").
        day: the day as of which office holders are judged where none is given.
    """

    tables: ActorTables
    lexicon: Lexicon
    words: PhraseWords
    surnames: Mapping[str, tuple[tuple[Leader, ...], ...]]
    terms_in: Mapping[str, tuple[tuple[str, Leader], ...]]
    demonyms: Mapping[str, str]
    day: str | None = None

    @classmethod
    def load(cls, tables: Tables, gazetteer: tuple[Cities, Divisions] | None = None) -> PhraseCoder:
        """Read the tables of actors and the gazetteer.

        Args:
            tables: where they are read from.
            gazetteer: towns and divisions read already, so that they are held once.

        Raises:
            VocabularyError: naming file and line.
        """
        actors = load_actor_tables(tables, slug)
        lexicon = Lexicon.build(actors)
        heads = frozenset(words.split()[-1] for words in (*actors.titles, *actors.agents))
        places = PhrasePlaces.load(tables, actors.cities, gazetteer)
        surnames = surnames_of(actors)
        demonyms: dict[str, str] = {}
        for word, country in actors.adjectives.items():
            demonyms.setdefault(country, word)
        return cls(
            tables=actors,
            lexicon=lexicon,
            words=PhraseWords(actors, lexicon, places, heads, frozenset(surnames)),
            surnames=surnames,
            terms_in=terms_in_countries(surnames),
            demonyms=demonyms,
        )

    def as_of(self, day: str | None) -> PhraseCoder:
        """The same coder, office holders being judged as of ``day`` (ISO 8601)."""
        return replace(self, day=day)

    def may_denote(self, head: str) -> bool:
        """Whether some office or agent noun ends in ``head``; quick, before all else."""
        return self.words.may_denote(head)

    def code(self, phrase: str, date: str | None = None) -> Coding:
        """What ``phrase`` says; office holders are judged as of ``date`` (ISO 8601)."""
        phrase, date = " ".join(phrase.split())[:400], date or self.day
        whole = self.lexicon.exact(phrase)
        if whole is not None:
            return self._of_known(whole, date)
        parts = parts_of(phrase)
        if parts == [phrase]:
            return self._cut(phrase, date)
        coding = self._part(parts[0], date) if parts else Coding()
        for part in parts[1:]:
            coding = joined(coding, self._part(part, date))
        return coding

    def _of_known(self, known: Known, date: str | None) -> Coding:
        return of_known(known, sector_on(self.tables, known, date))

    def _part(self, text: str, date: str | None) -> Coding:
        """One part between commas."""
        whole = self.lexicon.exact(text)
        return self._cut(text, date) if whole is None else self._of_known(whole, date)

    def _cut(self, text: str, date: str | None) -> Coding:
        """A part that is no name: its core, then what stands after its prepositions."""
        words = list(words_of(text))
        matches = list(self.lexicon.among(text, words))
        core, rest = core_and_rest(text, words, self._spans(text, words, matches))
        if core != text:
            words = [word for word in words if word.end <= len(core)]
            matches = list(self.lexicon.among(core, words))
        coding = self._core(core, words, matches, date)
        for preposition, after in rest:
            coding = self._after(coding, preposition, after, date)
        arms = coding.denotes == "things" and coding.sector == "MIL"
        if coding.country is None and not arms:  # "Saudi-led air strikes" are a state's
            country, why = self.words.run_by(words)
            coding = replace(coding, country=country, why=(*coding.why, *why))
        return coding

    def _spans(self, text: str, words: list[Word], matches: list[Match]) -> list[tuple[int, int]]:
        """Where known names and offices of several words stand, which are not to be cut."""
        spans = [(m.start, m.end) for m in matches]
        bearer = bearer_in(self.tables, words) if " " in text and not text.islower() else None
        if bearer is not None:  # "To Lam"
            spans.append((words[bearer.first].start - 1, words[bearer.last - 1].end))
        for match in _OFFICES.finditer(text.lower()):
            low = match.group().split()
            for size in (len(low), len(low) - 1):
                title = " ".join(low[:size])
                one = " ".join((singular(low[0]), *low[1:size]))
                tables = (self.tables.titles, self.tables.agents)
                if size > 2 and any(form in table for form in (title, one) for table in tables):
                    spans.append((match.start(), match.start() + len(title)))
        return spans

    def _core(self, text: str, words: list[Word], matches: list[Match], date: str | None) -> Coding:
        words = [w for w in words if w.text not in CUTS]
        if len(words) > 2 and words[0].text.lower() in _ARTICLES:
            words = words[1:]
        bearer = bearer_outside(self.tables, words, matches)
        if bearer is not None:  # words of a name say nothing: "Sergio Moro", "Hun Sen"
            at, end = words[bearer.first].start, words[bearer.last - 1].end
            matches = [m for m in matches if not at <= m.start < end]
            words = words[: bearer.first] + words[bearer.last :]
        matches = self.words.without_parts(words, matches)
        low = {w.text.lower() for w in words}
        former = bool(low & _FORMER) or any(word.startswith("ex-") for word in low)
        country, why = self.words.country(text, words, matches)
        known = body_of(matches)
        ethnic = bool(low & _ETHNIC)
        if "ethnic" in low:
            country, why = None, ()  # a people, wherever it lives
        coding = Coding(country=country, former=former, why=why, known=known, ethnic=ethnic)
        coding = self._described(coding, text, words, matches)
        coding = self._with_office_of(coding, words)
        if known is not None:
            coding = with_body(coding, known, sector_on(self.tables, known, date))
        coding = as_former(self._family(coding, words))
        if coding.noun is None and coding.sector is None:
            coding = self._people(coding, words)
        holder = None if bearer is None else office_of(self.tables, bearer.terms, date)
        if holder is None and coding.country is None:
            holder = self._leader(coding, words, date)
        if holder is not None and coding.head in _FAMILY and self._leads(holder):
            coding = replace(coding, sector="ELI", second=None)  # "Duterte's daughter"
        return with_holder(coding, holder)

    def _leader(self, coding: Coding, words: list[Word], date: str | None) -> Office | None:
        """The leader a bare surname names: "President Milei", "Netanyahu's office", "Putin ally".

        Only those who lead a state on the day, and only where no two share the surname.
        """
        for at, word in enumerate(words):
            before = words[at - 1].text if at else ""
            titled = coding.title is not None and coding.title.leads == "yes"
            courtesy = before.lower().rstrip(".") in ("mr", "mrs", "ms")
            named = before[:1].isupper() and not titled and not courtesy
            if not word.text[:1].isupper() or named:
                continue
            if at + 1 < len(words) and words[at + 1].text[:1].isupper():
                continue
            after = words[at + 1].text.lower() if at + 1 < len(words) else ""
            past = date is None or after in _REIGNS  # "the Assad regime", long after
            offices = [
                office_of(self.tables, terms, date)
                for terms in self.surnames.get(plain(word.text), ())
                if date is None or terms[0].since <= date
            ]
            led = [
                o for o in offices if self._leads(o) and (not titled or held_as_named(coding, o))
            ]
            found = {o for o in led if o.in_office} or {o for o in led if past}
            if len(found) == 1 or len({(o.country, o.sector) for o in found}) == 1:
                return min(found)  # either Bush
        return None

    def _leads(self, office: Office) -> bool:
        title = self.tables.titles.get(office.title)
        return title is not None and title.leads == "yes"

    def _described(
        self, coding: Coding, text: str, words: list[Word], matches: list[Match]
    ) -> Coding:
        """The office or else the common noun that the words hold."""
        title = self.words.title(words, matches)
        noun, agent = self.words.agent(words, matches)
        listed = any(w.text.lower().endswith("-listed") for w in words)
        if agent is not None and listed:
            title = None  # "the Nasdaq-listed miner" digs nothing itself
        if agent is not None and agent.sector == "PRE" and agent.denotes == "state":
            title = None
        if agent is not None and words and noun == words[-1].text.lower() and noun.endswith("s"):
            title = title if noun in self.tables.titles else None  # speakers: not Speakers
        if title is not None and agent is not None:
            outranks = agent.sector or agent.denotes == "body"
            if says_more(noun, title[0]) or (outranks and is_later(noun, title[0], text)):
                title = None
        if title is not None:
            words_used, office = title
            headless = office.title == "leader" and coding.country is None
            return replace(
                coding, sector=None if headless else office.sector, second=office.second,
                title=office, noun=words_used, denotes="one",
                country=coding.country or (agent.country if agent else None),
                why=(*coding.why, f"office {words_used!r}"),
            )  # fmt: skip
        if agent is None:
            return coding
        if agent.sector == "LAB" and listed:
            agent = msgspec.structs.replace(agent, sector="BUS", denotes="body")
        return replace(
            coding, sector=agent.sector, second=agent.second, noun=noun,
            denotes=agent.denotes, country=coding.country or agent.country,
            why=(*coding.why, f"noun {noun!r}"),
        )  # fmt: skip

    def _with_office_of(self, coding: Coding, words: list[Word]) -> Coding:
        """ "intelligence agency officer", "union official": the body before a weak head."""
        last = coding.head
        if last not in _WITH_BODY:
            return coding
        own = len((coding.noun or "").split())
        low = [w.text.lower().replace("’", "'") for w in words]
        ends = [n for n, w in enumerate(low) if w == last or singular(w) == last]
        if not ends:
            return coding
        stop = ends[-1] + 1 - own
        for first in range(max(0, stop - 4), stop):
            agent = self.tables.agents.get(" ".join(low[first:stop]))
            if agent is None and last in SOCIETIES and first == stop - 1:
                agent = self._members(low[first])
            if agent is not None and agent.denotes in ("body", "place") and agent.sector:
                body = " ".join(low[first:stop])
                why = (*coding.why, f"noun {body!r}")
                return replace(coding, sector=agent.sector, second=agent.second, why=why)
        return coding

    def _members(self, word: str) -> Agent | None:
        """Who the plural before "association" are: "doctors", "judges'"."""
        people = self.tables.agents.get(singular(word.rstrip("'")))
        if people is None or singular(word) == word or people.denotes not in ("people", "one"):
            return None
        return msgspec.structs.replace(people, denotes="body")

    def _family(self, coding: Coding, words: list[Word]) -> Coding:
        """ "the prime minister's brother": PLOVER counts officials' families among ELI."""
        if coding.head not in _FAMILY:
            return coding
        for word in words:
            title = self.tables.titles.get(word.text.lower()) if word.possessive else None
            if title is not None and title.sector == "GOV":
                return replace(coding, sector="ELI", second=None)
        return coding

    def _people(self, coding: Coding, words: list[Word]) -> Coding:
        """ "ordinary Kazakhs": a people named with a word that says they are civilians."""
        if len(words) > 1 and words[-1].text in self.tables.adjectives:
            if any(w.text.lower() in _ORDINARY for w in words[:-1]):
                return replace(coding, sector="CVL", why=(*coding.why, "people"))
        return coding

    def _after(self, coding: Coding, preposition: str, text: str, date: str | None) -> Coding:
        inner = self._part(text, date)
        last = coding.head
        speaks = last.startswith("spokes") and preposition == "for"
        if (preposition == "of" or speaks) and (
            coding.noun is None
            or coding.noun in EMPTY_HEADS
            or (last in EMPTY_HEADS and not coding.known)
        ):
            coding = filled(coding, inner)
        if preposition == "of" and last in _FAMILY and inner.sector in ("GOV", "ELI"):
            if inner.title is not None or inner.noun is None:  # an office, or who held it
                coding = replace(coding, sector="ELI", second=None)
        armed = inner.known is not None and inner.known.kind == "armed-group"
        if armed and preposition in ("of", "from", "with") and coding.denotes in ("one", "people"):
            coding = replace(coding, sector=inner.sector, second=inner.second)
        held = preposition in ("of", "for", "at", "in") or (
            preposition == "to" and last in ("aide", "adviser", "advisor")
        )
        if coding.title is not None and held:
            coding = replace(coding, of=coding.of or inner.known)
            if inner.known is not None and inner.sector is None:
                coding = with_body(coding, inner.known, None)
        directed = preposition in ("to", "for", "on") and last in _DIRECTED
        if directed and inner.title is None and last not in ("aide", "adviser"):
            return coding
        if preposition == "of" and coding.title is not None and coding.sector is None:
            if inner.denotes == "state" and last in ("leader", "head", "ruler"):
                coding = replace(coding, sector=coding.title.sector)
        if preposition in _PLACING and (coding.country is None or coding.ethnic):
            country, why = inner.country, inner.why[:1]
            if country is None:
                country, why = self.words.place_in(text)
            if country is not None:
                coding = replace(coding, country=country, why=(*coding.why, *why))
        return coding


def code_phrase(
    phrase: str, date: str | None = None, coder: PhraseCoder | None = None
) -> tuple[str | None, str | None]:
    """PLOVER country and sector of an actor phrase.

    Args:
        phrase: "French Foreign Minister Jean-Yves Le Drian".
        date: ISO 8601; office holders are judged as of then. Without one, those who left
            office lately still count as holding it.
        coder: built once and passed in; read from our tables where it is not.
    """
    coding = (coder or PhraseCoder.load(Tables())).code(phrase, date)
    return coding.country, coding.sector
