"""What an article says of actors beyond their own phrases: short names, the country at home."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from onrecord.language.actors.coding import STATE_KINDS
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
_TIMES = 2
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
        if known.kind not in STATE_KINDS and len(words) > 1:
            if doc[at].text in words and not _OWN.fullmatch(doc[at].text):
                full.setdefault(initials(known.name), known)
    return {
        at: full[doc[at].text]
        for at, known in known_at.items()
        if doc[at].text in full and full[doc[at].text].id != known.id
    }


def by_country(
    doc: Doc, known_at: Mapping[int, Known], tables: ActorTables
) -> dict[int, Known | None]:
    """Known names that mean somebody else here, or (None) nobody whom the tables know.

    "RSF" is the one of Sudan where the article speaks of Sudan; "the Italian Senate" and
    "Kenya's Senate" are not that of the United States.
    """
    found: dict[int, Known | None] = {}
    told = {
        country
        for at, known in known_at.items()
        if (country := known.country) in tables.states and doc[at].text not in tables.bearers
    } | {c for t in doc if (c := tables.adjectives.get(t.text))}
    for at, known in known_at.items():
        if known.kind in STATE_KINDS or known.country in told:
            other = _whose(doc, at, known_at, tables)
            if known.kind == "organisation" and other not in (None, known.country):
                found[at] = None
            continue
        bearers = tables.bearers.get(doc[at].text, ())
        fitting = [one for one in bearers if one.country in told]
        if len(fitting) == 1:
            found[at] = fitting[0]
        elif told and known.country in tables.states and _is_generic(doc, at, known_at, tables):
            found[at] = None
    return found


def _whose(doc: Doc, at: int, known_at: Mapping[int, Known], tables: ActorTables) -> str | None:
    """The state whose adjective or name stands right before a known name."""
    first = at
    while first and known_at.get(first - 1) is known_at[at]:
        first -= 1
    before = doc[first - 1] if first else None
    if before is None:
        return None
    if before.tag_ == "POS" and first > 1:
        owner = known_at.get(first - 2)
        return owner.country if owner is not None and owner.kind == "state" else None
    return tables.adjectives.get(before.text)


def _is_generic(doc: Doc, at: int, known_at: Mapping[int, Known], tables: ActorTables) -> bool:
    """Whether the name is one that many countries have a body of: "Senate", "the Left Party"."""
    known = known_at[at]
    alone = known_at.get(at - 1) is not known and known_at.get(at + 1) is not known
    if doc[at].lower_ not in tables.agents:
        return False
    return known.kind == "organisation" and (alone or known.table == "parties")


def home_of(article: Article, coder: PhraseCoder, countries: Iterable[str]) -> str | None:
    """The country an article is at home in: that of its dateline, if it names none more often.

    Else it is the one country the article speaks of, at least three times and
    more than twice as often as of any other.

    Args:
        article: with its dateline.
        coder: knows the places.
        countries: of every name and adjective of a country in the body.
    """
    counts = Counter(countries)
    for place in re.split(r"[/,]", article.dateline or ""):
        name = " ".join(word.capitalize() for word in place.split())
        country = coder.code(name).country if name else None
        if country is not None and counts[country] and counts[country] == max(counts.values()):
            return country
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (first, most), (_, second) = ranked[:2]
    return first if most >= _LEAST and most > _TIMES * second else None


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
