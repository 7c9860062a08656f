"""The desk: everything the sections of a brief look up, over the rows of all articles."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from onrecord.brief.wording import clean, listed
from onrecord.intake.layout import layout
from onrecord.intake.sentences import SentenceSplitter, sentence_number
from onrecord.record import Actor, Record, Statement
from onrecord.record.clock import publication_day
from onrecord.vocabulary.press import Press


class Desk:
    """Rows of many articles with what is needed to speak of them.

    Args:
        records: the records, in any order; they are put in order of publication.
        splitter, press: count sentences, for references.
    """

    def __init__(self, records: Iterable[Record], splitter: SentenceSplitter, press: Press) -> None:
        self.records: Sequence[Record] = sorted(
            records, key=lambda r: (r.article.published or "9999", r.article.id)
        )
        self.number = {r.article.id: n for n, r in enumerate(self.records, 1)}
        self.statements: dict[str, Statement] = {
            s.id: s for record in self.records for s in record.statements
        }
        self._together: dict[tuple[object, ...], list[Statement]] = defaultdict(list)
        for statement in self.statements.values():
            self._together[_words(statement)].append(statement)
        self._record = {record.article.id: record for record in self.records}
        self._starts = {
            record.article.id: splitter.starts(
                record.text, [(b.start, b.end) for b in layout(record.text, press)]
            )
            for record in self.records
        }
        self.actors = self._one_row_an_actor()

    # --- actors

    def _one_row_an_actor(self) -> dict[str, Actor]:
        """Per id the row with the most roles, then the longest name."""
        best: dict[str, Actor] = {}
        for record in self.records:
            for actor in record.actors:
                known = best.get(actor.id)
                rank = (len(actor.roles), len(actor.name))
                if known is None or rank > (len(known.roles), len(known.name)):
                    best[actor.id] = actor
        return best

    def name(self, actor: str | None) -> str:
        """What to call an actor."""
        if actor is None:
            return "not stated"
        row = self.actors.get(actor)
        return clean(row.name) if row else actor

    def names(self, actors: Iterable[str]) -> str:
        """Names in a list: "A, B and C"."""
        return listed([self.name(actor) for actor in dict.fromkeys(actors)])

    def mention_counts(self) -> Counter[str]:
        """How often each actor is mentioned, over all articles."""
        return Counter(m.actor for record in self.records for m in record.mentions)

    # --- on whose word

    def source_name(self, statement: Statement) -> str:
        """Whose words a statement is."""
        if statement.source_kind == "outlet" and statement.source is None:
            return self.outlet(statement.article)
        if statement.source_kind == "unnamed" and statement.source_words:
            return clean(" ".join(span.text for span in statement.source_words))
        if statement.source is not None:
            return self.name(statement.source)
        if statement.source_words:
            return clean(" ".join(span.text for span in statement.source_words))
        return "a source that is not stated"

    def word(self, statement: str | None, article: str) -> str:
        """On whose word a row stands, the chain written out: "X, as reported by Y"."""
        chain: list[str] = []
        seen: set[str] = set()
        while statement is not None and statement in self.statements and statement not in seen:
            seen.add(statement)
            row = self.statements[statement]
            name = listed([self.source_name(same) for same in self._said_together(row)])
            if not chain or chain[-1] != name:
                chain.append(name)
            statement = row.via
        return ", as reported by ".join(chain) if chain else self.outlet(article)

    def _said_together(self, statement: Statement) -> list[Statement]:
        """The statements with the very same words: "Bloomberg and The Bell reported ..."."""
        return self._together[_words(statement)]

    def outlet(self, article: str) -> str:
        """The outlet of an article, or its agency, or "the article"."""
        row = self._record[article].article
        return clean(row.outlet or row.agency or "") or "the article"

    # --- references and days

    def reference(self, article: str, offset: int) -> str:
        """``3:12`` for the sentence of article 3 that holds the character at ``offset``."""
        return f"{self.number[article]}:{sentence_number(self._starts[article], offset)}"

    def published(self, article: str) -> dt.date | None:
        """The day an article was published."""
        return publication_day(self._record[article].article.published)

    def newest(self) -> dt.date | None:
        """The newest day of publication."""
        days = [d for r in self.records if (d := publication_day(r.article.published))]
        return max(days, default=None)

    def outlets(self) -> dict[str, int]:
        """Outlets with their number of articles, most first."""
        counts: dict[str, int] = defaultdict(int)
        for record in self.records:
            counts[self.outlet(record.article.id)] += 1
        return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _words(statement: Statement) -> tuple[object, ...]:
    """What two statements share that are one attribution with two sources."""
    return statement.article, statement.cue, statement.content, statement.via
