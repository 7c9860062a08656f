"""What an article says of actors beyond their own phrases: short names, the country at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from onrecord.language.actors.phrases import PhraseCoder
from onrecord.record import Article
from onrecord.vocabulary.actors import ActorTables, Known

if TYPE_CHECKING:
    from spacy.tokens import Doc

_SMALL = frozenset("of the and for in on to a &".split())
_LANDS_HAVE = frozenset(
    {
        "parliament",
        "prime minister",
        "king",
        "queen",
        "foreign ministry",
        "foreign minister",
        "defence ministry",
        "defense ministry",
    }
)
_LEAST = 3
_OWN = re.compile(r"[A-Z]{2,7}")


def initials(name: str) -> str:
    """ "Rapid Support Forces" -> "RSF"; small words do not count."""
    words = re.findall(r"[^\W_]+", name)
    return "".join(w[0] for w in words if w.lower() not in _SMALL and w[0].isupper())


def by_short_name(doc: Doc, known_at: Mapping[int, Known]) -> dict[int, Known]:
    """Tokens that are short for a body the article names in full, whatever else they stand for.

    "RSF" is not Reporters Without Borders where the Rapid Support Forces are named.
    """
    full: dict[str, Known] = {}
    for at, known in known_at.items():
        words = known.name.split()
        if known.kind not in ("state", "government") and len(words) > 1:
            if doc[at].text in words and not _OWN.fullmatch(doc[at].text):
                full.setdefault(initials(known.name), known)
    return {
        at: full[doc[at].text]
        for at, known in known_at.items()
        if doc[at].text in full and full[doc[at].text].id != known.id
    }


def home_of(article: Article, coder: PhraseCoder, countries: Iterable[str]) -> str | None:
    """The country an article is at home in: that of its dateline, if it names none more often.

    Without a dateline it is the one country the article speaks of, at least three times and
    three times as often as of any other.

    Args:
        article: with its dateline.
        coder: knows the places.
        countries: of every name and adjective of a country in the body.
    """
    counts = Counter(countries)
    if article.dateline is None:
        ranked = [*counts.most_common(2), ("", 0), ("", 0)]
        (first, most), (_, second) = ranked[:2]
        return first if most >= max(_LEAST, _LEAST * second) else None
    for place in re.split(r"[/,]", article.dateline):
        name = " ".join(word.capitalize() for word in place.split())
        country = coder.code(name).country
        if country is not None and counts[country] and counts[country] == max(counts.values()):
            return country
    return None


def lands_of(doc: Doc, tables: ActorTables, known_at: Mapping[int, Known]) -> frozenset[str]:
    """Names that no table knows and that have a president or a parliament: "Velmark's premier".

    A breakaway or invented land is a party like a state; whoever bears a given name is not.
    """
    found: set[str] = set()
    people = {t.text for t in doc if t.i and doc[t.i - 1].text in tables.genders}
    for token in doc[:-2]:
        if not token.text[:1].isupper() or token.i in known_at or token.text in people:
            continue
        if token.i and doc[token.i - 1].text[:1].isupper() and not token.is_sent_start:
            continue  # the end of a longer name
        if token.nbor(1).tag_ != "POS" or not token.is_alpha or token.text in tables.genders:
            continue
        words = [t.lower_ for t in doc[token.i + 2 : token.i + 5]]
        for size in (3, 2, 1):
            office = tables.titles.get(" ".join(words[:size]))
            if (office is not None and office.title in _LANDS_HAVE) or (
                " ".join(words[:size]) in _LANDS_HAVE
            ):
                found.add(token.text)
    return frozenset(found)
