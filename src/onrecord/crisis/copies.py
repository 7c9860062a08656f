"""Copies: the same report in several outlets, whole, cut or lightly rewritten.

Articles are compared by *containment* of their word shingles (Broder 1997): the share of the
shorter article's shingles that stand in the longer one too. A wire copy that was cut has a
low resemblance (Jaccard) but a containment near one. The index keeps a fixed sample of the
shingles, those whose hash is divisible by a small number; the few articles that share enough of
the sample are compared by all their shingles, as a sample of a short text says little. So the
cost of the next article hardly grows with the number of articles.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec

from onrecord.intake.layout import layout
from onrecord.record import Article
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

_WORD = re.compile(r"[^\W_]+")
_SHINGLE = 5  # words
_KEEP_ONE_IN = 3
_COPIED = 0.52  # containment from which an article is a copy
_MAY_BE = 0.3  # the same in the sample, from which articles are compared in full
_FINE = 4  # words of a shingle in the full comparison
_FEWEST = 5  # sampled shingles that must be shared
_COMMON = 200  # a shingle in more articles than this is boilerplate


class Copy(msgspec.Struct, frozen=True):
    """An article that repeats another.

    Attributes:
        article: id of the copy.
        original: id of the article it repeats.
        containment: share of the shorter one's shingles that both have.
        reason: why the other is taken for the original.
    """

    article: str
    original: str
    containment: float
    reason: str


@dataclass
class CopyFinder:
    """Finds copies as articles are added, one after the other.

    Attributes:
        press: how lines that are not reporting are told from the story.
    """

    press: Press
    _shingles: dict[str, frozenset[int]] = field(default_factory=dict)
    _articles: dict[str, Article] = field(default_factory=dict)
    _holders: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def load(cls, tables: Tables) -> CopyFinder:
        """An empty one."""
        return cls(Press.load(tables))

    def add(self, article: Article) -> list[tuple[str, float]]:
        """Add an article; returns earlier ones it shares its report with, and containments.

        Best first. Cost: the length of the article plus the articles that share a shingle.
        """
        own = self.sample(article)
        found = self._matches(article, own)
        for shingle in own:
            self._holders[shingle].append(article.id)
        self._shingles[article.id], self._articles[article.id] = own, article
        return found

    def matches(self, article: Article) -> list[tuple[str, float]]:
        """The articles added before that share their report with another, and containments."""
        return self._matches(article, self.sample(article))

    def sample(self, article: Article) -> frozenset[int]:
        """Hashes of the sampled shingles of an article's reporting."""
        words = self._words(article)
        hashes = (_hash(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))
        return frozenset(h for h in hashes if h % _KEEP_ONE_IN == 0)

    def _matches(self, article: Article, own: frozenset[int]) -> list[tuple[str, float]]:
        shared: Counter[str] = Counter()
        for shingle in own:
            holders = self._holders.get(shingle, [])
            if len(holders) <= _COMMON:
                shared.update(holders)
        found = []
        mine: set[tuple[str, ...]] | None = None
        for other, count in shared.items():
            least = min(len(own), len(self._shingles[other]))
            if count < min(_FEWEST, least) or count < _MAY_BE * least:
                continue
            mine = mine or self._all(article)
            its = self._all(self._articles[other])
            containment = len(mine & its) / max(1, min(len(mine), len(its)))
            if containment >= _COPIED:
                found.append((other, containment))
        return sorted(found, key=lambda pair: (-pair[1], pair[0]))

    def _all(self, article: Article) -> set[tuple[str, ...]]:
        words = self._words(article)
        return {tuple(words[i : i + _FINE]) for i in range(len(words) - _FINE + 1)}

    def _words(self, article: Article) -> list[str]:
        blocks = layout(article.text, self.press)
        told = " ".join(article.text[b.start : b.end] for b in blocks if b.kind == "body")
        return [word.casefold() for word in _WORD.findall(told)]


@dataclass
class Copies:
    """Which articles repeat which, kept up as articles are added.

    Attributes:
        finder: finds the articles that share their report with a new one.
        found: article id -> what it is a copy of.
    """

    finder: CopyFinder
    found: dict[str, Copy] = field(default_factory=dict)
    _group: dict[str, str] = field(default_factory=dict)
    _members: dict[str, list[Article]] = field(default_factory=dict)
    _links: dict[tuple[str, str], float] = field(default_factory=dict)

    @classmethod
    def load(cls, tables: Tables) -> Copies:
        """Without any article."""
        return cls(CopyFinder.load(tables))

    def add(self, article: Article) -> list[Copy]:
        """Add an article; returns the copies of its report, anew, or nothing.

        Cost: as ``CopyFinder.add``, and the articles that share its report.
        """
        if article.id in self._group:
            return []
        self._group[article.id] = article.id
        self._members[article.id] = [article]
        linked = self.finder.add(article)
        for other, containment in linked:
            self._links[article.id, other] = self._links[other, article.id] = containment
            _join(self._group, self._members, article.id, other)
        if not linked:
            return []
        same = self._members[_root(self._group, article.id)]
        for member in same:
            self.found.pop(member.id, None)
        copies = list(_copies_of(sorted(same, key=lambda a: a.id), self._links))
        self.found.update({copy.article: copy for copy in copies})
        return copies


def find_copies(articles: Iterable[Article], tables: Tables | None = None) -> list[Copy]:
    """The copies among ``articles``, each with the original it goes back to, by their ids.

    Of articles that share a report the original is the one whose outlet is the agency that
    the others credit, else the earliest, else the longest. Copies of copies name the same
    original.
    """
    copies = Copies.load(tables or Tables())
    for article in articles:
        copies.add(article)
    return [copies.found[known] for known in sorted(copies.found)]


def _copies_of(same: list[Article], links: dict[tuple[str, str], float]) -> Iterator[Copy]:
    credited = Counter(a.agency for a in same if a.agency is not None)

    def rank(article: Article) -> tuple[bool, str, int, str]:
        is_wire = article.outlet is not None and any(
            _names_same(article.outlet, agency) for agency in credited
        )
        return (not is_wire, article.published or "9999", -len(article.text), article.id)

    original = min(same, key=rank)
    is_wire = not rank(original)[0]
    for article in same:
        if article.id != original.id:
            value = links.get((article.id, original.id), _COPIED)
            if is_wire and article.agency is not None:
                reason = f"credits {article.agency}"
            elif (article.published or "") > (original.published or ""):
                reason = "published later"
            else:
                reason = "shorter"
            yield Copy(article.id, original.id, round(value, 3), reason)


def _names_same(outlet: str, agency: str) -> bool:
    one, other = outlet.casefold(), agency.casefold()
    initials = "".join(word[0] for word in one.split())
    return other in one or one in other or initials == other


def _hash(words: list[str]) -> int:
    digest = hashlib.blake2b(" ".join(words).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big")


def _root(group: dict[str, str], article: str) -> str:
    while group[article] != article:
        group[article] = group[group[article]]
        article = group[article]
    return article


def _join(group: dict[str, str], members: dict[str, list[Article]], one: str, other: str) -> None:
    first, second = sorted((_root(group, one), _root(group, other)))
    if first != second:
        group[second] = first
        members[first].extend(members.pop(second))
