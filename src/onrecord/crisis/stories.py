"""Stories: what rows of different articles report, with who stands behind it.

    stories = Stories.load(Tables())
    for record in records:          # in the order in which they were added
        stories.add(record)
    for story in stories.rows(outlets=2): ...

Adding an article costs about the same whether ten or ten thousand were added before; a story's
row is worked out when it is asked for. A story has the id of the row that founded it, and no
article that is added later changes which story a row is in.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.crisis.copies import Copies
from onrecord.crisis.disagreements import compare_rows
from onrecord.crisis.facts import Fact
from onrecord.crisis.grouping import Grouping
from onrecord.crisis.likeness import Evidence
from onrecord.crisis.sources import Provenance, Word, asserted, independent, retold, support
from onrecord.record import Record
from onrecord.record.story import Disagreement, Join, Story, Support
from onrecord.vocabulary.tables import Tables


@dataclass
class Stories:
    """Stories over articles that are added one after the other.

    Attributes:
        grouping: which rows report the same thing.
        provenance: whose report each row is.
        copies: which articles repeat which.
        replaced: ids of texts that a newer version has replaced.
    """

    grouping: Grouping
    provenance: Provenance
    copies: Copies
    replaced: set[str] = field(default_factory=set)

    @classmethod
    def load(cls, tables: Tables | None = None) -> Stories:
        """Without any article."""
        tables = tables or Tables()
        grouping = Grouping.load(tables)
        return cls(grouping, Provenance(grouping.words), Copies.load(tables))

    def add(self, record: Record, *, is_shown: bool = True) -> tuple[str, ...]:
        """Add an article; returns the ids of the stories its rows belong to, in order.

        An article that was added before is left as it is.

        Args:
            record: what was read.
            is_shown: false for a text that a newer version has replaced: it gives its stories their
                ids, but no story counts or shows its rows.
        """
        article = record.article.id
        if article in self.provenance.articles or article in self.replaced:
            return ()
        if not is_shown:
            self.replaced.add(article)
            return tuple(dict.fromkeys(self.grouping.add(record)))
        self.provenance.add(record)
        self.copies.add(record.article)
        self.provenance.copies = self.copies.found
        return tuple(dict.fromkeys(self.grouping.add(record)))

    def story(self, story: str) -> Story:
        """One story by its id.

        Raises:
            KeyError: there is none.
        """
        pairs = self._shown(story)
        if not pairs:
            raise KeyError(f"no story {story!r}")
        return self._row(story, pairs)

    def before(self, story: str, day: dt.date) -> Story | None:
        """A story as it stood before ``day``: its rows published until then, if any.

        Raises:
            KeyError: there is none.
        """
        pairs = self._shown(story)
        if not pairs:
            raise KeyError(f"no story {story!r}")
        kept = [(fact, why) for fact, why in pairs if fact.told is not None and fact.told < day]
        return self._row(story, kept) if kept else None

    def rows(self, *, outlets: int = 1, articles: int = 1) -> Iterator[Story]:
        """Stories in the order of their first reports.

        Args:
            outlets: only those that so many outlets or more report.
            articles: only those that stand in so many articles or more.
        """
        found = []
        for group in self.grouping.groups.values():
            shown = {fact.article for fact in group.facts} - self.replaced
            if len(shown) < max(1, articles):
                continue
            story = self.story(group.id)
            if len(story.outlets) >= outlets:
                found.append(story)
        yield from sorted(found, key=lambda s: (s.first_reported or "9999", s.id))

    def facts(self, story: str) -> list[Fact]:
        """The rows of a story in the order in which they were added."""
        return [fact for fact, _ in self._shown(story)]

    def _shown(self, story: str) -> list[tuple[Fact, Evidence]]:
        group = self.grouping.groups.get(story)
        if group is None:
            return []
        pairs = zip(group.facts, group.evidence, strict=True)
        return [(fact, why) for fact, why in pairs if fact.article not in self.replaced]

    def _row(self, group: str, members: Sequence[tuple[Fact, Evidence]]) -> Story:
        told = {f.article: self.provenance.articles[f.article].published for f, _ in members}
        published = {article: date or "9999" for article, date in told.items()}
        pairs = sorted(
            members,
            key=lambda pair: (published[pair[0].article], pair[0].article, pair[0].start),
        )
        facts = [fact for fact, _ in pairs]
        words = {fact.row: self.provenance.word(fact) for fact in facts}
        kept = independent(words, facts, self.provenance)
        disagreements, revisions = compare_rows(facts, words, published)
        disagreements += self._opposed(group, {fact.row for fact in facts})
        first = facts[0]
        return Story(
            id=group,
            kind=members[0][0].kind,
            what=members[0][0].what,
            article=first.article,
            start=first.start,
            end=first.end,
            text=first.text,
            members=tuple(fact.row for fact in facts),
            joins=tuple(_join(fact, words[fact.row], evidence) for fact, evidence in pairs),
            first_reported=told[first.article],
            outlets=tuple(dict.fromkeys(self._printed(fact.article) for fact in facts)),
            independent=max(1, len(kept)),
            sources=_sources(words.values()),
            support=_support(facts, words, kept, self.provenance),
            disagreements=disagreements,
            revisions=revisions,
        )

    def _opposed(self, group: str, rows: set[str]) -> tuple[Disagreement, ...]:
        opposed = self.grouping.opposites.facts(group)
        facts = [fact for fact in opposed if fact.article not in self.replaced]
        if not any(fact.row in rows for fact in facts):
            return ()
        words = {fact.row: self.provenance.word(fact) for fact in facts}
        told = {f.article: self.provenance.articles[f.article].published or "9999" for f in facts}
        found = self.grouping.opposites.of(group, words, told)
        return (found,) if found is not None else ()

    def _printed(self, article: str) -> str:
        """The outlet that published an article."""
        row = self.provenance.articles[article]
        return row.outlet or row.agency or row.id


def distinct(stories: Stories, ids: Iterable[str]) -> set[str]:
    """Of stories that are the same words told as an event, a move and a statement, one each.

    An event stands before a move, a move before a statement; the others are left out where all
    their rows overlap rows of it.

    Args:
        stories: the stories.
        ids: of those to choose from.
    """
    rank = {"event": 0, "move": 1, "statement": 2}
    groups = [(story, stories.facts(story)) for story in dict.fromkeys(ids)]
    groups.sort(key=lambda group: (rank[group[1][0].kind], -len(group[1])))
    taken: dict[str, list[tuple[int, int, str]]] = {}
    kept: set[str] = set()
    for story, facts in groups:
        kind = facts[0].kind
        covered = all(
            any(
                start < fact.end and fact.start < end and other != kind
                for start, end, other in taken.get(fact.article, ())
            )
            for fact in facts
        )
        if covered:
            continue
        kept.add(story)
        for fact in facts:
            taken.setdefault(fact.article, []).append((fact.start, fact.end, kind))
    return kept


def only_asked_for(stories: Stories, story: str) -> bool:
    """Whether every row is hypothetical, the content of a demand or an offer: nothing is told."""
    return all(fact.status == "hypothetical" for fact in stories.facts(story))


def find_stories(records: Iterable[Record], tables: Tables | None = None) -> Stories:
    """The stories of ``records``, added in the order given.

    Each row goes to a story as it comes, so the order matters: that of publication joins best, and
    an order in which new articles come last leaves the stories of the others as they were.

    Example:
        >>> stories = find_stories([])
        >>> list(stories.rows())
        []
    """
    stories = Stories.load(tables)
    for record in records:
        stories.add(record)
    return stories


def _join(fact: Fact, word: Word, evidence: Evidence) -> Join:
    return Join(
        row=fact.row,
        article=fact.article,
        start=fact.start,
        end=fact.end,
        text=fact.text,
        outlet=word.outlet,
        sources=word.sources,
        because=evidence.words(),
        score=round(evidence.probability(), 3) if evidence.reasons else 1.0,
    )


def _sources(words: Iterable[Word]) -> tuple[str, ...]:
    """The original sources, each once, as they are called most fully."""
    found: dict[str, str] = {}
    for word in words:
        if word.sources:
            found.setdefault(word.ids[0], word.sources[0])
    kept: list[str] = []
    for name in dict.fromkeys(found.values()):
        same = next((i for i, other in enumerate(kept) if _is_called(name, other)), None)
        if same is None:
            kept.append(name)
        elif len(name) < len(kept[same]) and " " in name:
            kept[same] = name  # without what stands before a name: "police officer Jan Orsk"
    return tuple(kept)


def _is_called(one: str, other: str) -> bool:
    """Whether two names end in one name: "Orsk", "Jan Orsk", "police officer Jan Orsk"."""
    short, long = sorted((one.split(), other.split()), key=len)
    return long[-len(short) :] == short and short[-1][:1].isupper()


def _support(
    facts: Sequence[Fact], words: Mapping[str, Word], kept: Sequence[str], known: Provenance
) -> Support:
    told = asserted(facts)
    again = retold(told, known)
    own = [words[fact.row] for fact in told if fact.article not in again]
    return support(own or words.values(), kept)
