"""How many marked moves are found: recall, precision, and of what is found recipients and times.

A marked move is found where a row shares words with its terms, is of its kind, and has a party that
a marked mention means. A recipient is right where one that the row names is marked, a time limit
where its words share some with the marked ones. Where several marked moves have the same kind and
party and one row holds their terms, each counts as found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from marked import KINDS, Mark, Marked

from onrecord.language.reading import Reading
from onrecord.moves.find import find_moves
from onrecord.moves.tagger import MoveTagger
from onrecord.reader import Tools, before_moves
from onrecord.record import Article, Event, Move, Span, Statement, article_id


@dataclass(frozen=True)
class Read:
    """A marked text with what the rooms before moves give."""

    marked: Marked
    reading: Reading
    statements: Sequence[Statement]
    events: Sequence[Event]


@dataclass
class Judged:
    """Counts; each of the details is right, told by the marks, told by the rows."""

    gold: int = 0
    found: int = 0
    rows: int = 0
    true: int = 0
    details: dict[str, list[int]] = field(default_factory=dict)

    def line(self) -> str:
        """The figures in a line."""
        recall, precision = self.found / max(self.gold, 1), self.true / max(self.rows, 1)
        f1 = 2 * recall * precision / max(recall + precision, 1e-9)
        told = "".join(
            f"; {name} {right} right of {marked} marked, {said} told"
            for name, (right, marked, said) in self.details.items()
        )
        return (
            f"recall {recall:.3f} precision {precision:.3f} F1 {f1:.3f}; {self.found} of "
            f"{self.gold} moves, {self.rows} rows{told}"
        )

    def count(self, name: str, is_right: bool, is_marked: bool, is_told: bool) -> None:
        """Count a detail of a move that was found."""
        counts = self.details.setdefault(name, [0, 0, 0])
        self.details[name] = [
            a + b for a, b in zip(counts, (is_right, is_marked, is_told), strict=True)
        ]


def read(one: Marked, tools: Tools) -> Read:
    """What moves are found in."""
    article = Article(id=article_id(one.text), text=one.text, published=one.published)
    reading, statements, events = before_moves(article, tools)
    return Read(one, reading, statements.rows, events.rows)


def judged(read_ones: Iterable[Read], tools: Tools, tagger: MoveTagger | None) -> Judged:
    """The counts of some texts, read with the rules and ``tagger``."""
    total = Judged()
    for one in read_ones:
        found = find_moves(one.reading, one.statements, one.events, tools.move_words, tagger)
        add(one, found.rows, total)
    return total


def add(one: Read, rows: Sequence[Move], total: Judged) -> None:
    """Add the counts of one text."""
    true: set[str] = set()
    for number in one.marked.kinds:
        if not in_body(one, number):
            continue  # in a headline, which is not read
        total.gold += 1
        right = [row for row in rows if is_marked(one, number, row.kind, row.terms, row.party)]
        true.update(row.id for row in right)
        total.found += bool(right)
        if right:
            _add_details(one, number, right[0], total)
    total.rows += len(rows)
    total.true += len(true)


def in_body(one: Read, number: int) -> bool:
    """Whether a marked move stands in what is read."""
    return any(one.reading.in_body(mark.start) for mark in _marks(one, number, *KINDS))


def is_marked(one: Read, number: int, kind: str, terms: Sequence[Span], party: str | None) -> bool:
    """Whether a move is the marked one of that number."""
    return (
        kind == one.marked.kinds[number]
        and _share(terms, _marks(one, number, *KINDS))
        and _is_of(party, _marks(one, number, "party"), one)
    )


def _add_details(one: Read, number: int, row: Move, total: Judged) -> None:
    if one.marked.tells_recipients:
        marks = _marks(one, number, "to")
        right = bool(marks) and any(_is_of(actor, marks, one) for actor in row.toward)
        total.count("toward", right, bool(marks), bool(row.toward))
    marks, limit = _marks(one, number, "by"), row.deadline
    right = limit is not None and any(m.start < limit.end and limit.start < m.end for m in marks)
    total.count("by", right, bool(marks), limit is not None)


def _marks(one: Read, number: int, *roles: str) -> list[Mark]:
    return [mark for mark in one.marked.marks[number] if mark.role in roles]


def _share(terms: Sequence[Span], marks: Sequence[Mark]) -> bool:
    return any(s.start < m.end and m.start < s.end for s in terms for m in marks)


def _is_of(party: str | None, marks: Sequence[Mark], one: Read) -> bool:
    actor = one.reading.actor_by_id.get(party or "")
    if not marks or actor is None:
        return not marks
    words = {one.marked.text[m.start : m.end].lower() for m in marks}
    return bool(words & {name.lower() for name in (actor.name, *actor.aliases)}) or any(
        mention.actor == actor.id and mention.start < m.end and m.start < mention.end
        for mention in one.reading.mentions
        for m in marks
    )
