"""Stories: what rows of different articles report, with who stands behind it.

    stories = Stories.load(Tables())
    for record in records:          # in the order of their publication, where there is a choice
        stories.add(record)
    for story in stories.rows(outlets=2): ...

Adding an article costs about the same whether ten or ten thousand were added before; a story's
row is worked out when it is asked for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.crisis.copies import Copies
from onrecord.crisis.disagreements import compare_rows
from onrecord.crisis.facts import Fact
from onrecord.crisis.grouping import Group, Grouping
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
    """

    grouping: Grouping
    provenance: Provenance
    copies: Copies

    @classmethod
    def load(cls, tables: Tables | None = None) -> Stories:
        """Without any article."""
        tables = tables or Tables()
        grouping = Grouping.load(tables)
        return cls(grouping, Provenance(grouping.words), Copies.load(tables))

    def add(self, record: Record) -> tuple[str, ...]:
        """Add an article; returns the ids of the stories its rows belong to, in order.

        An article that was added before is left as it is.
        """
        if record.article.id in self.provenance.articles:
            return ()
        self.provenance.add(record)
        self.copies.add(record.article)
        self.provenance.copies = self.copies.found
        return tuple(dict.fromkeys(self.grouping.add(record)))

    def story(self, story: str) -> Story:
        """One story by its id.

        Raises:
            KeyError: there is none.
        """
        if story not in self.grouping.groups:
            raise KeyError(f"no story {story!r}")
        group = self.grouping.groups[story]
        return self._row(group, zip(group.facts, group.evidence, strict=True))

    def before(self, story: str, day: dt.date) -> Story | None:
        """A story as it stood before ``day``: its rows published until then, if any.

        Raises:
            KeyError: there is none.
        """
        if story not in self.grouping.groups:
            raise KeyError(f"no story {story!r}")
        group = self.grouping.groups[story]
        pairs = [
            (fact, evidence)
            for fact, evidence in zip(group.facts, group.evidence, strict=True)
            if fact.told is not None and fact.told < day
        ]
        return self._row(group, pairs) if pairs else None

    def of_row(self, row: str) -> Story | None:
        """The story that an event, move or statement belongs to."""
        group = self.grouping.group_of.get(row)
        return None if group is None else self.story(group)

    def rows(self, *, outlets: int = 1, articles: int = 1) -> Iterator[Story]:
        """Stories in the order of their first reports.

        Args:
            outlets: only those that so many outlets or more report.
            articles: only those that stand in so many articles or more.
        """
        found = []
        for group in self.grouping.groups.values():
            if len({fact.article for fact in group.facts}) < articles:
                continue
            story = self.story(group.id)
            if len(story.outlets) >= outlets:
                found.append(story)
        yield from sorted(found, key=lambda s: (s.first_reported or "9999", s.id))

    def _row(self, group: Group, members: Iterable[tuple[Fact, Evidence]]) -> Story:
        told = {f.article: self.provenance.articles[f.article].published for f in group.facts}
        published = {article: date or "9999" for article, date in told.items()}
        pairs = sorted(
            members,
            key=lambda pair: (published[pair[0].article], pair[0].article, pair[0].start),
        )
        facts = [fact for fact, _ in pairs]
        words = {fact.row: self.provenance.word(fact) for fact in facts}
        kept = independent(words, facts, self.provenance)
        disagreements, revisions = compare_rows(facts, words, published)
        disagreements += self._opposed(group.id, {fact.row for fact in facts})
        first = facts[0]
        return Story(
            id=group.id,
            kind=group.facts[0].kind,
            what=group.facts[0].what,
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
        facts = list(self.grouping.opposites.facts(group))
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
    groups = [stories.grouping.groups[story] for story in dict.fromkeys(ids)]
    groups.sort(key=lambda g: (rank[g.facts[0].kind], -len(g.facts)))
    taken: dict[str, list[tuple[int, int, str]]] = {}
    kept: set[str] = set()
    for group in groups:
        kind = group.facts[0].kind
        covered = all(
            any(
                start < fact.end and fact.start < end and other != kind
                for start, end, other in taken.get(fact.article, ())
            )
            for fact in group.facts
        )
        if covered:
            continue
        kept.add(group.id)
        for fact in group.facts:
            taken.setdefault(fact.article, []).append((fact.start, fact.end, kind))
    return kept


def only_asked_for(stories: Stories, story: str) -> bool:
    """Whether every row is hypothetical, the content of a demand or an offer: nothing is told."""
    return all(f.status == "hypothetical" for f in stories.grouping.groups[story].facts)


def find_stories(records: Iterable[Record], tables: Tables | None = None) -> Stories:
    """The stories of ``records``, added in the order of their publication.

    Example:
        >>> stories = find_stories([])
        >>> list(stories.rows())
        []
    """
    stories = Stories.load(tables)
    for record in sorted(records, key=lambda r: (r.article.published or "9999", r.article.id)):
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
