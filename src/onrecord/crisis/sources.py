"""Sources: whose report a row is, and on whose word it stands.

A copy is its original's report. "Reuters reported that ..." in another outlet is Reuters'
report. An article that credits another outlet again and again and tells what that outlet told
is a rewrite, and adds nothing where the other reports the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from onrecord.crisis.copies import Copy
from onrecord.crisis.facts import Fact
from onrecord.crisis.names import party_keys, plain_words
from onrecord.crisis.words import Words
from onrecord.record import Actor, Article, Record, Statement
from onrecord.record.clock import publication_day
from onrecord.record.story import Support

_CREDITED = 2  # statements credited to another outlet from which an article may be a rewrite
_REWRITTEN = 0.53  # share of an article's words that stand in what it rewrites
_DENIES = frozenset({"deny", "reject"})
_DAYS = 2  # after which a report is no longer a rewrite
_BODIES = frozenset(
    {"government", "ministry", "army", "military", "navy", "presidency", "cabinet", "parliament"}
)


@dataclass(frozen=True)
class Word:
    """Whose report a row is, and on whose word.

    Attributes:
        outlet: the outlet whose report it is.
        sources: the original sources as they are called, the innermost first.
        ids: the same, as they are told apart.
        side: what may name the state or body the innermost source speaks for.
        named: whether a named source or a document stands behind it.
        vouched: whether the outlet says it in its own voice, or its party says it itself.
        relayed: whether another outlet's article reports that the outlet says so.
        quoted: whether the row is what a named source says: the outlet vouches that it was said.
        denies: whether a source says that it is not so.
    """

    outlet: str
    sources: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    side: frozenset[str] = frozenset()
    named: bool = False
    vouched: bool = True
    relayed: bool = False
    quoted: bool = False
    denies: bool = False


@dataclass
class Provenance:
    """What is looked up to trace rows back, kept up as articles are added.

    Attributes:
        articles, statements, actors: rows by id; actors by article.
        copies: which article repeats which.
        credited: (article, outlet) -> how many statements the article credits to it.
        words: how the words of two articles are compared.
        outlets: printed name of an outlet or agency -> the outlet.
        plain: by article, words that are no names there.
    """

    words: Words
    articles: dict[str, Article] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    actors: dict[str, dict[str, Actor]] = field(default_factory=dict)
    copies: dict[str, Copy] = field(default_factory=dict)
    credited: dict[str, Counter[str]] = field(default_factory=dict)
    outlets: dict[str, str] = field(default_factory=dict)
    plain: dict[str, frozenset[str]] = field(default_factory=dict)
    _alike: dict[str, str] = field(default_factory=dict)

    def add(self, record: Record) -> None:
        """Add an article's rows."""
        article = record.article
        self.articles[article.id] = article
        self.plain[article.id] = plain_words(article.text)
        self._publisher(article)
        self.statements.update({s.id: s for s in record.statements})
        actors = {a.id: a for a in record.actors}
        self.actors[article.id] = actors
        named = Counter(
            actor.name
            for s in record.statements
            if (actor := actors.get(s.source or "")) is not None
            and actor.kind == "media"
            and not names_agree(actor.name, article.outlet or "")
        )
        often = Counter({name: n for name, n in named.items() if n >= _CREDITED})
        if often:
            self.credited[article.id] = often

    def _publisher(self, article: Article) -> None:
        """Note the outlet, and the agency: its own outlet where they are called alike."""
        outlet, agency = article.outlet, article.agency
        if outlet is not None and self.outlets.setdefault(outlet, outlet) == outlet:
            self._alike.clear()
        if agency is not None:
            own = outlet is not None and names_agree(outlet, agency)
            if own or agency not in self.outlets:
                self.outlets[agency] = outlet if own and outlet else agency
                self._alike.clear()

    def rewritten(self, article: str, others: Iterable[str]) -> str | None:
        """Which of ``others`` an article tells again in its own words, crediting its outlet."""
        named = self.credited.get(article)
        if not named or article in self.copies:
            return None
        for other in sorted(others):
            row = self.articles[other]
            called = [name for name in (row.outlet, row.agency) if name]
            if any(names_agree(name, known) for name in named for known in called) and (
                self._just_before(other, article) and self._contained(article, other)
            ):
                return other
        return None

    def _just_before(self, one: str, other: str) -> bool:
        first, then = (publication_day(self.articles[a].published) for a in (one, other))
        return first is not None and then is not None and 0 <= (then - first).days <= _DAYS

    def _contained(self, article: str, other: str) -> bool:
        told, before = (set(self.words.of(self.articles[a].text)) for a in (article, other))
        return bool(told) and len(told & before) >= _REWRITTEN * len(told)

    def outlet(self, article: str) -> str:
        """Whose report an article is as a whole: the outlet of the original of a copy."""
        copy = self.copies.get(article)
        row = self.articles[copy.original if copy is not None else article]
        credited = copy is not None and row.agency is not None
        return (row.agency if credited else row.outlet) or row.agency or row.id

    def word(self, fact: Fact) -> Word:
        """Whose report a row is, and on whose word it stands."""
        actors = self.actors[fact.article]
        outlet = self.outlet(fact.article)
        names: list[str] = []
        ids: list[str] = []
        side: frozenset[str] = frozenset()
        named, vouched, relayed, quoted, denies = False, True, False, False, False
        for statement in self._chain(fact.row if fact.kind == "statement" else fact.statement):
            actor = actors.get(statement.source or "")
            if actor is not None and self._publishes(actor):
                outlet, relayed = self._known(actor.name), True
                continue
            if statement.source_kind == "outlet":
                continue
            source = [statement.source] if statement.source else []
            keys = party_keys(source, actors, self.plain[fact.article])
            own = statement.id == fact.row
            denies = denies or statement.act in _DENIES or statement.negated
            firm = statement.source_kind in ("named", "document")
            if not ids and not own and keys & fact.by and fact.kind != "event":
                continue  # the party says itself what it demands
            names.append(_called(statement, actor))
            ids.append(_told_apart(statement, outlet))
            if _takes_a_side(statement):
                side = side or keys
            named, quoted = named or firm, quoted or (own and firm)
            vouched = vouched and own and firm
        denies = denies or bool(side & fact.parties)
        return Word(outlet, tuple(names), tuple(ids), side, named, vouched, relayed, quoted, denies)

    def _publishes(self, actor: Actor) -> bool:
        """Whether an actor is an outlet: by its kind, or as one of those on record."""
        name = actor.name.removeprefix("The ")
        return actor.kind == "media" or name in self.outlets or f"The {name}" in self.outlets

    def _known(self, name: str) -> str:
        """An outlet's name as the articles on record give it."""
        if name not in self.outlets:
            if name not in self._alike:
                alike = one_name((*self.outlets, name))[name]
                self._alike[name] = self.outlets.get(alike, name)
            return self._alike[name]
        return self.outlets[name]

    def _chain(self, statement: str | None) -> Iterable[Statement]:
        seen: set[str] = set()
        while statement is not None and statement in self.statements and statement not in seen:
            seen.add(statement)
            yield self.statements[statement]
            statement = self.statements[statement].via


def _called(statement: Statement, actor: Actor | None) -> str:
    words = " ".join(" ".join(span.text for span in statement.source_words).split())
    if statement.source_kind == "named" and actor is not None:
        return actor.name
    return words or (actor.name if actor is not None else "a source that is not stated")


def _takes_a_side(statement: Statement) -> bool:
    """Whether a source speaks for somebody: it has a name, or is a body of a state."""
    words = {w.casefold() for span in statement.source_words for w in span.text.split()}
    return statement.source_kind in ("named", "document") or bool(words & _BODIES)


def _told_apart(statement: Statement, outlet: str) -> str:
    """Named sources are the same everywhere; unnamed ones only within an outlet's report."""
    if statement.source_kind == "named" and statement.source is not None:
        return statement.source
    return f"{outlet}: {statement.source or 'not stated'}"


def names_agree(one: str, other: str) -> bool:
    """Whether two outlets' names are one outlet's: "Halcyon" and "Halcyon Newswire"."""
    return one_name((one, other))[other] == one


def asserted(facts: Iterable[Fact]) -> list[Fact]:
    """The rows that say it happened, where there are such; else those that do not deny it."""
    kept = [fact for fact in facts if fact.status != "denied"]
    return [fact for fact in kept if fact.status in ("happened", "ongoing")] or kept


def independent(words: Mapping[str, Word], facts: Iterable[Fact], known: Provenance) -> list[str]:
    """The outlets that stand behind a story independently of each other, in order.

    Args:
        words: row id -> whose report it is.
        facts: the story's rows; denials, and announcements of what happened, do not count.
        known: rewrites and copies.
    """
    told = asserted(facts)
    again = retold(told, known)
    found: dict[str, None] = {}
    for article, outlet in dict.fromkeys((f.article, words[f.row].outlet) for f in told):
        found[known.outlet(again[article]) if article in again else outlet] = None
    return list(dict.fromkeys(one_name(found).values()))


def retold(facts: Iterable[Fact], known: Provenance) -> dict[str, str]:
    """Of the articles of a story, those that tell another of them again, with that other."""
    articles = {fact.article for fact in facts}
    found = ((one, known.rewritten(one, articles - {one})) for one in sorted(articles))
    return {one: other for one, other in found if other is not None}


def one_name(outlets: Iterable[str]) -> dict[str, str]:
    """Outlet -> the first of ``outlets`` that is called alike.

    Alike are names of which one begins the other ("Halcyon", "The Halcyon Newswire"), and
    initials ("QPA", "Quayside Press Agency"). Linear in the number of names.
    """
    found: dict[str, str] = {}
    first: dict[str, list[tuple[list[str], str]]] = {}
    short: dict[str, str] = {}
    for outlet in dict.fromkeys(outlets):
        words = outlet.casefold().split()
        words = words[1:] if words[:1] == ["the"] and len(words) > 1 else words
        initials, joined = "".join(w[0] for w in words), "".join(words)
        begun = first.setdefault(words[0] if words else "", [])
        known = next((name for own, name in begun if _begins(own, words)), None)
        known = known or (short.get(joined) if len(joined) > 1 else None)
        known = known or (short.get(f"={initials}") if len(initials) > 1 else None)
        found[outlet] = known or outlet
        if known is None:
            begun.append((words, outlet))
            short.setdefault(initials, outlet)
            short.setdefault(f"={joined}", outlet)
    return found


def _begins(one: list[str], other: list[str]) -> bool:
    return one[: len(other)] == other or other[: len(one)] == one


def support(words: Iterable[Word], outlets: Iterable[str]) -> Support:
    """How well a story is supported, by its rows' words and its independent outlets.

    Every independent outlet that says it in its own voice alone counts, every named source
    (those of one side once), and every unnamed one within an outlet's report.
    """
    rows = list(dict.fromkeys(words))
    name = one_name([*outlets, *(word.outlet for word in rows)])
    direct = {name[word.outlet] for word in rows if not word.relayed}
    sourced = {name[word.outlet] for word in rows if word.ids and not word.quoted}
    voices: dict[str, frozenset[str]] = {}
    firm = False
    for word in rows:
        outlet = name[word.outlet]
        if word.relayed and outlet in direct:
            continue  # its own article says on whose word
        if word.ids and not word.quoted:
            same = next((v for v, side in voices.items() if side & word.side), None)
            voices.setdefault(same or word.ids[0], word.side)
            firm = firm or word.named
        elif outlet not in sourced:  # else the same report says elsewhere on whose word
            firm = True
            voices.setdefault(f"outlet {outlet}", frozenset())
    if not firm and voices:
        return "unnamed-only"
    return "corroborated" if len(voices) > 1 else "single-source"
