"""The words of a phrase: its office, its common noun, the country that its names give."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from onrecord.language.actors.lexicon import Lexicon, Match
from onrecord.language.actors.phrase_places import PhrasePlaces
from onrecord.language.actors.words import Word, singular
from onrecord.vocabulary.actors import ActorTables, Agent, Known, Title

_OPPOSED = re.compile(
    r"-(?:backed|led|aligned|allied|linked|funded|sponsored|controlled|supported|run|held|"
    r"occupied|trained|armed|friendly|sanctioned|installed|brokered|educated|speaking|born|"
    r"mediated|imposed|appointed|ruled|annexed|style|made|built|supplied|dominated|inspired)$",
    re.IGNORECASE,
)
_BASED = re.compile(r"^(?P<place>.+)-(?:based|born)$", re.IGNORECASE)
_RUN_BY = re.compile(r"^(?P<who>.+)[-‑](?:run|led|ruled|controlled|administered)$", re.IGNORECASE)
_HYPHENS = ("-", "‑", "–")


@dataclass(frozen=True)
class PhraseWords:
    """Looks words up in the tables.

    Attributes:
        tables, lexicon: what is known, and where its names stand in a text.
        places: countries of provinces and towns.
        heads: the last words of all offices and agent nouns.
    """

    tables: ActorTables
    lexicon: Lexicon
    places: PhrasePlaces
    heads: frozenset[str]

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
        for last in range(len(words), 0, -1):
            if words[last - 1].possessive or _inside(words[last - 1], matches):
                continue
            for first in range(max(0, last - 5), last):
                key = " ".join((*low[first : last - 1], singular(low[last - 1])))
                plain = " ".join(low[first:last])
                for form in (plain, key):
                    if form in self.tables.agents:
                        return form, self.tables.agents[form]
        return None, None

    def country(
        self, text: str, words: list[Word], matches: list[Match]
    ) -> tuple[str | None, tuple[str, ...]]:
        """The country that names, demonyms, provinces, towns and "-based" give."""
        for match in matches:
            hyphened = text[match.end : match.end + 1] in ("-", "‑")
            if not hyphened and match.known.kind == "organisation" and match.known.country:
                return match.known.country, (f"name {match.known.name!r}",)
        for match in matches:
            if match.known.country and not joined_participle(text, match.end):
                return match.known.country, (f"name {match.known.name!r}",)
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size])
                country = self._adjective(surface)
                if country is not None:
                    return country, (f"demonym {surface!r}",)
        for size in (2, 1):
            for at in range(len(words) - size + 1):
                surface = " ".join(w.text for w in words[at : at + size]).replace("’", "'")
                if surface in self.tables.peoples:
                    return self.tables.peoples[surface], (f"people {surface!r}",)
        country, why = self._place(words)
        return (country, why) if country else self._run_by(words)

    def _run_by(self, words: list[Word]) -> tuple[str | None, tuple[str, ...]]:
        """ "the Houthi-run ministry": who runs a body tells its country, if nothing else does."""
        for word in words:
            match = _RUN_BY.match(word.text)
            known = self.lexicon.exact(match["who"]) if match else None
            if known is not None and known.country:
                return known.country, (f"name {known.name!r}",)
        return None, ()

    def _place(self, words: list[Word]) -> tuple[str | None, tuple[str, ...]]:
        """ "Shanghai police" and "Shanghai", not the surname in "Paulo Valencia"."""
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
                country = self.places.country(surface, whole=len(words) == size)
                if country is not None:
                    return country, (f"place {surface!r}",)
        return None, ()

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
            if known is not None and known.kind in ("state", "government"):
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
        if match.known.kind not in ("state", "government"):
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
