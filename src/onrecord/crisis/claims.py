"""Claims: what the rows of a story say of one field, on whose word and when.

Two numbers are compatible where their bounds meet: "at least 31" and "72" can both be true.
What was stated later by the same side replaces what it stated before; outlets in their own
voice and officials who take no side share one running figure.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.crisis.facts import Fact
from onrecord.crisis.sources import Word
from onrecord.record.story import Claim

# Figures that are counted together as days pass: a later, higher one is an update.
GROWING = frozenset(
    {"killed", "injured", "wounded", "missing", "displaced", "detained", "evacuated", "damaged"}
)


@dataclass(frozen=True)
class Stated:
    """One value as one row states it.

    Attributes:
        low, high: bounds of a number, null where open.
        value: how it is written.
        row, article, text: where.
        by: on whose word, names.
        side: whose figure it is: what may name the state or body, and for what does not grow
            the source as well; empty for the running figure.
        told: date or date-time of publication, for the order.
        start: where in the article, for the order within it.
    """

    value: str
    row: str
    article: str
    text: str
    by: tuple[str, ...]
    side: frozenset[str]
    told: str
    start: int
    low: float | None = None
    high: float | None = None

    def agrees(self, other: Stated) -> bool:
        """Whether both can be true."""
        if self.low is None and self.high is None:
            return self.value == other.value
        low = max(x if x is not None else float("-inf") for x in (self.low, other.low))
        high = min(x if x is not None else float("inf") for x in (self.high, other.high))
        return low <= high

    @property
    def order(self) -> tuple[str, int]:
        """Earlier first."""
        return (self.told, self.start)

    @property
    def day(self) -> str:
        """The day of publication."""
        return self.told[:10]


def figures_stated(
    facts: Iterable[Fact], words: Mapping[str, Word], published: Mapping[str, str]
) -> dict[str, list[Stated]]:
    """The numbers of a story by what they count, in order of time.

    Args:
        facts: the rows.
        words: row id -> on whose word.
        published: article id -> date of publication.
    """
    found: dict[str, list[Stated]] = {}
    for fact in facts:
        if fact.status in ("denied", "hypothetical", "possible"):
            continue
        word = words[fact.row]
        once = {figure.what: figure for figure in reversed(fact.figures)}
        for figure in once.values():  # of two of a kind in one row, the first
            if figure.low is None and figure.high is None:
                continue
            stated = Stated(
                value=number(figure.low, figure.high),
                row=fact.row,
                article=fact.article,
                text=figure.text,
                by=word.sources or (word.outlet,),
                side=_whose(figure.what, word),
                told=published.get(fact.article, "9999"),
                start=fact.start,
                low=figure.low,
                high=figure.high,
            )
            found.setdefault(figure.what, []).append(stated)
    for what, rows in found.items():
        if what in GROWING:  # of two in one article the lower one is what it had stood at
            rows.sort(key=lambda s: (s.told, s.article, s.low or 0.0, s.start))
        else:
            rows.sort(key=lambda s: s.order)
    return found


def _whose(what: str, word: Word) -> frozenset[str]:
    """A toll is updated by whoever counts; any other number is its source's own."""
    if what in GROWING or not word.ids:
        return word.side
    return word.side or frozenset({word.ids[0]})


def number(low: float | None, high: float | None) -> str:
    """Bounds as text: "4", "at least 31", "up to 9", "10 to 12"."""
    if low is not None and low == high:
        return plain(low)
    if high is None:
        return f"at least {plain(low or 0)}"
    return f"up to {plain(high)}" if low is None else f"{plain(low)} to {plain(high)}"


def plain(value: float) -> str:
    """A number without a needless point."""
    return f"{value:g}" if abs(value) < 1e15 else f"{value:.0f}"


def claim(rows: list[Stated]) -> Claim:
    """Rows that state one value as one claim; the first gives its words and its day."""
    first = min(rows, key=lambda s: s.order)
    names = dict.fromkeys(name for row in rows for name in row.by)
    return Claim(
        value=first.value,
        members=tuple(dict.fromkeys(row.row for row in rows)),
        by=tuple(names),
        stated=first.day if first.told != "9999" else None,
        text=first.text,
    )


def claims(rows: Iterable[Stated]) -> tuple[Claim, ...]:
    """One claim a value, in the order they were first stated."""
    by_value: dict[str, list[Stated]] = {}
    for row in sorted(rows, key=lambda s: s.order):
        by_value.setdefault(row.value, []).append(row)
    return tuple(claim(same) for same in by_value.values())
