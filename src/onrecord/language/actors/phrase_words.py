"""The words of a phrase: its office, its common noun, the country that its names give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.language.actors.coding import STATE_KINDS
from onrecord.language.actors.lexicon import Lexicon, Match
from onrecord.language.actors.phrase_places import PhrasePlaces
from onrecord.language.actors.words import Word, singular, words_of
from onrecord.record.names import plain
from onrecord.vocabulary.actors import ActorTables, Agent, Known, Title

_OPPOSED = re.compile(
    r"-(?:backed|led|aligned|allied|linked|funded|sponsored|controlled|supported|run|held|"
    r"occupied|trained|armed|friendly|sanctioned|installed|brokered|educated|speaking|born|"
    r"mediated|imposed|appointed|ruled|annexed|style|made|built|supplied|dominated|inspired)$",
    re.IGNORECASE,
)
_BASED = re.compile(r"^(?P<place>.+)-(?:based|born)$", re.IGNORECASE)
_RUN_BY = re.compile(
    r"^(?P<who>.+)[-‑](?:run|led|ruled|controlled|administered|owned|operated|managed|flagged|"
    r"registered)$",
    re.IGNORECASE,
)
_HYPHENS = ("-", "‑", "–")


@dataclass(frozen=True)
class PhraseWords:
    """Looks words up in the tables.

    Attributes:
        tables, lexicon: what is known, and where its names stand in a text.
        places: countries of provinces and towns.
        heads: the last words of all offices and agent nouns.
        surnames: of those who lead or led a state, in lower case.
    """

    tables: ActorTables
    lexicon: Lexicon
    places: PhrasePlaces
    heads: frozenset[str]
    surnames: frozenset[str]

    def may_denote(self, head: str) -> bool:
        """Whether some office or agent noun ends in ``head``; quick, before all else."""
        low = head.lower()
        return low in self.heads or singular(low) in self.heads or low.startswith("ex-")

    def title(self, words: list[Word], matches: list[Match]) -> tuple[str, Title] | None:
        """The office in the words: the longest, and of equals the last."""
        best: tuple[int, int, str] | None = None
        low = [w.text.lower().replace("’", "'") for w in words]
        for first in range(len(words)):
            for length in range(min(5, len(words) - first), 0, -1):
                key = _office_key(low[first : first + length])
                if key not in self.tables.titles or _inside(words[first], matches):
                    continue
                if any(w.possessive for w in words[first : first + length]):
                    continue
                if best is None or (length, first) >= best[:2]:
                    best = (length, first, key)
                break
        return (best[2], self.tables.titles[best[2]]) if best else None

    def agent(self, words: list[Word], matches: list[Match]) -> tuple[str | None, Agent | None]:
        """The common noun that denotes the actor: the one that ends last, the longest."""
        low = [_with_ending(w) for w in words]
        placed = {n for first, end, _ in self.places.named(words) for n in range(first, end)}
        for last in range(len(words), 0, -1):
            if words[last - 1].possessive or _inside(words[last - 1], matches):
                continue
            if last - 1 in placed:  # no bank in "West Bank"
                continue
            for first in range(max(0, last - 5), last):
                key = " ".join((*low[first : last - 1], singular(low[last - 1])))
                printed = " ".join(low[first:last])
                for form in (printed, key):
                    if form in self.tables.agents:
                        return form, self.tables.agents[form]
        return None, None

    def country(
        self, text: str, words: list[Word], matches: list[Match]
    ) -> tuple[str | None, tuple[str, ...]]:
        """The country that names, demonyms, provinces, towns and "-based" give."""
        last = matches[-1] if matches else None
        if last is not None and last.end == words[-1].end and last.known.kind == "state":
            together = any(w.text.lower() == "and" for w in words)
            if len(matches) > 1 and last.known.country and not together:  # "EU member Hungary"
                return last.known.country, (f"name {last.known.name!r}",)
        for match in matches:
            hyphened = text[match.end : match.end + 1] in ("-", "‑")
            if not hyphened and match.known.kind == "organisation" and match.known.country:
                other = self._before(match, words, matches)
                return other or (match.known.country, (f"name {match.known.name!r}",))
        for match in matches:
            if match.known.country and not joined_participle(text, match.end):
                return match.known.country, (f"name {match.known.name!r}",)
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size])
                if size > 1 and surface in self.tables.peoples:  # Northern Irish, not Irish
                    return self.tables.peoples[surface], (f"people {surface!r}",)
                if surface in self.tables.regional:  # no American in "Latin American"
                    return None, ()
                country = self._adjective(surface)
                if country is not None:
                    return country, (f"demonym {surface!r}",)
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size]).replace("’", "'")
                if surface in self.tables.peoples:
                    return self.tables.peoples[surface], (f"people {surface!r}",)
        return self._place(words)

    def _before(
        self, match: Match, words: list[Word], matches: list[Match]
    ) -> tuple[str, tuple[str, ...]] | None:
        """Whose country stands right before a body's name, if it says so.

        "The Philippine National Police", "South Korea's Democratic Party": others of that name.
        """
        for word in words:
            country = self.tables.adjectives.get(word.text)
            if word.end + 1 == match.start and country is not None:
                return country, (f"demonym {word.text!r}",)
        for other in matches:
            owner = other.end + 3 == match.start and other.known.kind in STATE_KINDS
            if owner and other.known.country is not None:
                return other.known.country, (f"name {other.known.name!r}",)
        return None

    def without_parts(self, words: list[Word], matches: list[Match]) -> list[Match]:
        """The matches that are no part of a longer name.

        "Ireland" in "Northern Ireland", the newspaper in "the Liberation Organization".
        """
        spans = [(words[f].start, words[n - 1].end) for f, n, _ in self.places.named(words)]
        kept = [
            m
            for m in matches
            if not any(s <= m.start and m.end <= e and (s, e) != m[:2] for s, e in spans)
        ]
        after = {words[n].start: words[n + 1] for n in range(len(words) - 1)}
        return [m for m in kept if not self._begins_longer(m, after.get(m.start))]

    def _begins_longer(self, match: Match, after: Word | None) -> bool:
        """Whether a name of one word is the first of another body's: "Liberation Army"."""
        if after is None or match.known.kind not in ("organisation", "media"):
            return False
        if not after.text[:1].isupper() or after.start != match.end + 1:
            return False
        agent = self.tables.agents.get(singular(after.text))
        return agent is not None and agent.denotes == "body" and agent.sector != match.known.sector

    def run_by(self, words: list[Word]) -> tuple[str | None, tuple[str, ...]]:
        """ "the Houthi-run ministry", "a Greek-owned carrier": who runs or owns it.

        Tells the country where nothing else in the phrase does.
        """
        for word in words:
            match = _RUN_BY.match(word.text)
            if match is None:
                continue
            known = self.lexicon.exact(match["who"]) or self.lexicon.exact(match["who"] + "s")
            country = known.country if known else self.tables.adjectives.get(match["who"])
            if country is not None:
                return country, (f"{word.text!r}",)
        return None, ()

    def place_in(self, text: str) -> tuple[str | None, tuple[str, ...]]:
        """The first run of capitalised words that is a place: "Rotterdam" of "Rotterdam port"."""
        run: list[str] = []
        for word in (*words_of(text), Word("", 0, 0)):
            if word.text[:1].isupper():
                run.append(word.text)
                continue
            surface = " ".join(run).replace("’", "'")
            if run and not self._is_common(surface):
                country = self.places.country(surface, whole=surface == text)
                if country is not None:
                    return country, (f"place {surface!r}",)
            run = []
        return None, ()

    def _place(self, words: list[Word]) -> tuple[str | None, tuple[str, ...]]:
        """ "Shanghai police" and "Shanghai", not the surname in "Paulo Valencia"."""
        for first, last, land in self.places.named(words):
            return land, (f"place {' '.join(w.text for w in words[first:last])!r}",)
        for size in (4, 3, 2, 1):
            for at in range(len(words) - size + 1):
                run = words[at : at + size]
                if not run[0].text[:1].isupper() or not run[-1].text[:1].isupper():
                    continue
                after = words[at + size :]
                alone = len(words) == size or run[-1].possessive
                alone = alone or (not after and self._is_body(words[at - 1 : at]))
                if not alone and not (after and self._names_body(words[at - 1 : at], after)):
                    continue
                surface = " ".join(w.text for w in run).replace("’", "'")
                if self._is_common(surface):  # "Police" is a town, too
                    continue
                if size == 1 and not self._may_be_town(surface, after):
                    continue
                country = self.places.country(surface, whole=len(words) == size)
                if country is not None:
                    return country, (f"place {surface!r}",)
        return None, ()

    def _may_be_town(self, surface: str, after: list[Word]) -> bool:
        """ "Obama", "Paul", "the Bush administration": people, though towns bear the names."""
        if surface in self.places.names:
            return True
        if plain(surface) in self.surnames:
            return False
        return bool(after) or surface not in self.tables.genders

    def _is_common(self, surface: str) -> bool:
        low = singular(surface)
        return low in self.tables.agents or low in self.tables.titles

    def _is_body(self, before: list[Word]) -> bool:
        """ "Medical Alliance Northern Territory": a body's noun right before a place."""
        agent = self.tables.agents.get(before[0].text.lower()) if before else None
        return agent is not None and agent.denotes == "body"

    def _names_body(self, before: list[Word], after: list[Word]) -> bool:
        """Whether what follows is the name or noun of a body, and no name stands before."""
        if before and before[0].text[:1].isupper() and not self.may_denote(before[0].text):
            return False
        return self.may_denote(after[-1].text)

    def _adjective(self, surface: str) -> str | None:
        based = _BASED.match(surface)
        if based is not None:
            known = self.lexicon.exact(based["place"])
            if known is not None and known.kind in STATE_KINDS:
                return known.country
            return self.places.country(based["place"], whole=True)
        if _OPPOSED.search(surface):
            return None
        adjectives = self.tables.adjectives
        if surface in adjectives:
            return adjectives[surface]
        if surface.isupper() and surface.title() in adjectives:
            return adjectives[surface.title()]
        head, _, tail = surface.partition("-")
        if tail and tail[:1].islower():
            return None
        return adjectives.get(head) if tail else None


def joined_participle(text: str, end: int) -> bool:
    """Whether a participle is joined to the name that ends at ``end``: "Moscow-backed"."""
    return text[end : end + 1] in _HYPHENS and text[end + 1 : end + 2].islower()


def body_of(matches: list[Match]) -> Known | None:
    """The last named body; else the last name."""
    for match in reversed(matches):
        if match.known.kind not in STATE_KINDS:
            return match.known
    return matches[-1].known if matches else None


def is_later(noun: str | None, office: str, text: str) -> bool:
    """Whether the common noun ends after the office: "police chief's office"."""
    if noun is None or noun == office or office.endswith(noun):
        return False
    low = text.lower()
    head = noun.split()[-1][:4]
    return low.rfind(head) > low.rfind(office.split()[-1][:6])  # "spokes": men, too


def says_more(noun: str | None, office: str) -> bool:
    """Whether the noun holds the office's words and more: "relief worker", "worker"."""
    return noun is not None and noun != office and noun.endswith(f" {office}")


def _with_ending(word: Word) -> str:
    """As agents.csv writes it: "women's", "teachers'"."""
    low = word.text.lower().replace("’", "'")
    if not word.possessive:
        return low
    return f"{low}'" if low.endswith("s") else f"{low}'s"


def _office_key(low: list[str]) -> str:
    last = low[-1]
    if last.startswith("ex-"):
        last = last[3:]
    words = [low[0][3:] if low[0].startswith("ex-") else low[0], *low[1:]]
    words[-1] = last if len(low) > 1 else words[0]
    key = " ".join(words)
    one = singular(words[-1])
    return key if key.endswith(".") or one == words[-1] else " ".join((*words[:-1], one))


def _inside(word: Word, matches: Iterable[Match]) -> bool:
    return any(m.start <= word.start < m.end for m in matches)
