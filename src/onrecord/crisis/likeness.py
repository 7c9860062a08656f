"""Likeness: how sure it is that two rows report one thing, and what they share.

A sum of weighted agreements (log odds, positive joins), in the manner of Fellegi and Sunter
(1969): agreement of type, parties, time, place, words and figures speaks for, disagreement
against. The weights are in ``story_weights.csv``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial

import msgspec

from onrecord.crisis.facts import Fact
from onrecord.crisis.rarity import Rarity
from onrecord.record import Figure
from onrecord.vocabulary.tables import Tables, VocabularyError

Detail = Callable[[], str] | str

_REASONS = 4  # at most so many in a reason
_ENOUGH = 7.5  # rarity that shared words must add up to, to count in full
_MOVED = "extend"  # family of same_words.csv
_MEETINGS = frozenset({"CONSULT", "AGREE"})  # two parties seldom do it twice a day
_UNREAL = frozenset({"hypothetical", "possible"})


class Weight(msgspec.Struct, frozen=True):
    """One agreement: what it is called, for which rows, and what it adds."""

    kind: str
    agreement: str
    weight: float
    reason: str = ""


class Related(msgspec.Struct, frozen=True):
    """Two types that one thing can be told as."""

    kind: str
    one: str
    other: str


@dataclass
class Evidence:
    """What was found, as it is added up; a reason is worded only when it is asked for."""

    total: float = 0.0
    reasons: list[tuple[float, Detail]] = field(default_factory=list)

    def words(self) -> str:
        """The strongest reasons."""
        best = sorted(self.reasons, key=lambda reason: -reason[0])[:_REASONS]
        return ", ".join(text if isinstance(text, str) else text() for _, text in best)

    def settled(self) -> Evidence:
        """The same with its reasons in words: they hold on to nothing else."""
        return Evidence(self.total, [(1.0, self.words())] if self.reasons else [])

    def probability(self) -> float:
        """The log odds as a probability."""
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, self.total))))


@dataclass(frozen=True)
class Likeness:
    """Compares rows.

    Attributes:
        weights: (kind of row, agreement) -> weight and how the reason reads.
        related: (kind, type, type) in both orders.
    """

    weights: dict[tuple[str, str], Weight]
    related: frozenset[tuple[str, str, str]]

    @classmethod
    def load(cls, tables: Tables) -> Likeness:
        """Read ``story_weights.csv`` and ``story_related.csv``."""
        weights = {(w.kind, w.agreement): w for w in tables.csv("story_weights", Weight)}
        pairs = tables.csv("story_related", Related)
        both = {(p.kind, *pair) for p in pairs for pair in ((p.one, p.other), (p.other, p.one))}
        for kind in ("event", "move", "statement"):
            if (kind, "base") not in weights:
                raise VocabularyError(f"story_weights.csv: no row {kind},base")
        return cls(weights, frozenset(both))

    def compare(self, one: Fact, other: Fact, rarity: Rarity) -> Evidence:
        """What speaks for and against ``one`` and ``other`` being reports of one thing.

        Args:
            one, other: rows; of one kind, or a denial and an event.
            rarity: how much a word tells.
        """
        evidence = Evidence()
        if one.kind != other.kind and _overlap(one, other):
            evidence.total = -100.0  # "denied meeting him" is no denial of itself
            return evidence
        add = _Adder(self.weights, one.kind if one.kind == other.kind else "denial", evidence)
        add("base")
        self._types(one, other, add)
        _parties(one, other, add)
        _times(one, other, add)
        _places(one, other, add)
        _words(one, other, rarity, add)
        if len(one.words) > 2 and one.words == other.words and one.article != other.article:
            add("same-words", detail="the same words")
        _figures(one.figures, other.figures, add)
        return evidence

    def against(self, fact: Fact, facts: Iterable[Fact]) -> float:
        """What speaks against a row belonging to a group as a whole, where it has a time.

        A row is compared with the best of a group's times: two reports of two days are not one
        story because a third report gives no day.
        """
        kind, kept = fact.kind, list(facts)
        total = 0.0
        gaps = [gap for other in kept if (gap := days_apart(fact, other)) is not None]
        if gaps and min(gaps) > 0:
            steps = ((1, "near-time"), (3, "days-apart"))
            name = next((n for most, n in steps if min(gaps) <= most), "other-time")
            total += self._weight(kind, name)
        dues = {other.due for other in kept if other.due is not None}
        moved = _MOVED in fact.words  # an extension speaks of the same ultimatum
        if fact.due is not None and dues and fact.due not in dues and not moved:
            total += self._weight(kind, "other-due")
        return total

    def _weight(self, kind: str, agreement: str) -> float:
        row = self.weights.get((kind, agreement))
        return row.weight if row is not None else 0.0

    def _types(self, one: Fact, other: Fact, add: _Adder) -> None:
        if one.kind != other.kind:
            return
        if one.what == other.what:
            add("type", detail=f"both {one.what.lower()}")
            if one.mode is not None and one.mode == other.mode:
                add("mode", detail=f"both {one.mode}")
        elif (one.kind, one.what, other.what) in self.related:
            add("related")
        else:
            add("other-type")
            if one.head != other.head:
                add("other-deed")
        if _other_status(one, other):
            add("other-status")
        if one.kind == "event" and {one.status, other.status} == _UNREAL:
            add("asked-or-possible")
        if one.spans != other.spans:
            add("one-spans")
        if one.kind == "move":
            if one.mode != other.mode and "other" not in (one.mode, other.mode):
                add("other-issue")
            if one.due is not None and one.due == other.due:
                add("due", detail=f"due {one.due}")
            elif (one.due is None) != (other.due is None):
                add("no-due")
        elif one.head == other.head:
            add("head", detail=f"both “{one.head}”")


def _other_status(one: Fact, other: Fact) -> bool:
    """Real against unreal; or one is denied, and nobody is in both."""
    if (one.status in _UNREAL) != (other.status in _UNREAL):
        return True
    differ = (one.status == "denied") != (other.status == "denied")
    return differ and not one.parties & other.parties


def _overlap(one: Fact, other: Fact) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


@dataclass
class _Adder:
    weights: dict[tuple[str, str], Weight]
    kind: str
    evidence: Evidence

    def __call__(self, agreement: str, times: float = 1.0, detail: Detail = "") -> None:
        row = self.weights.get((self.kind, agreement))
        if row is None or not times:
            return
        value = row.weight * times
        self.evidence.total += value
        if value > 0 and (detail or row.reason):
            self.evidence.reasons.append((value, detail or row.reason))


def _parties(one: Fact, other: Fact, add: _Adder) -> None:
    for name, mine, its in (("by", one.by, other.by), ("to", one.to, other.to)):
        if mine and its:
            share = overlap(mine, its)
            if share:
                add(name, share, partial(_with_names, name, mine, its))
            elif not mine & other.parties and not its & one.parties:
                add(f"other-{name}")
    if one.what == other.what and one.what in _MEETINGS and _lacks_a_side(one, other):
        add("unknown-side")
    if one.parties and other.parties:
        crossed = (one.by & other.to) | (one.to & other.by)
        if crossed and not (one.by & other.by):
            add("crossed")
    share = overlap(one.names, other.names)
    add("names", share, partial(_with_names, "names", one.names, other.names))


def _lacks_a_side(one: Fact, other: Fact) -> bool:
    """Whether one names both who met and the other does not: "his envoy met him"."""
    both = [bool(fact.by) and bool(fact.to) for fact in (one, other)]
    return both[0] != both[1] and len(one.by | one.to | other.by | other.to) > 1


def _with_names(what: str, mine: frozenset[str], its: frozenset[str]) -> str:
    return f"{what} {named(mine & its)}"


def _times(one: Fact, other: Fact, add: _Adder) -> None:
    gap = days_apart(one, other)
    if gap is not None:
        if gap == 0:
            day = max(d for d in (one.first, other.first) if d is not None)
            add("same-time", detail=f"both on {day.isoformat()}")
            if one.what == other.what and one.what in _MEETINGS and _same_pair(one, other):
                add("same-pair", detail=f"both between {named(one.parties & other.parties)}")
        return
    dated, undated = (one, other) if one.first is not None else (other, one)
    if one.told is None or other.told is None:
        return
    if dated.first is not None and dated.last is not None and undated.told is not None:
        later = (undated.told - dated.last).days
        if later < -1:  # the one is still to come when the other is told
            add("told-before" if undated.status not in ("planned", *_UNREAL) else "told-soon")
            return
        if later > 0 and undated.status == "planned":  # still to come when the other is past
            add("told-before")
            return
        add("told-soon" if later <= 2 else "told-late" if later <= 14 else "told-very-late")
        return
    apart = abs((one.told - other.told).days)
    steps = ((1, "published-together"), (4, "published-near"), (14, "published-apart"))
    name = next((name for days, name in steps if apart <= days), "published-far")
    add(name, detail=f"published {apart} days apart" if apart > 1 else "")


def _same_pair(one: Fact, other: Fact) -> bool:
    straight = bool(one.by & other.by) and bool(one.to & other.to)
    return straight or (bool(one.by & other.to) and bool(one.to & other.by))


def _places(one: Fact, other: Fact, add: _Adder) -> None:
    if one.place and other.place:
        shared = one.place & other.place
        add("place" if shared else "other-place", detail=f"in {listed(shared)}")


def _words(one: Fact, other: Fact, rarity: Rarity, add: _Adder) -> None:
    shared = one.words & other.words
    if not shared:
        add("no-words")
        return
    common = sum(rarity(word) ** 2 for word in shared)
    sizes = rarity.size(one.words), rarity.size(other.words)
    cosine = common / math.sqrt(sizes[0] * sizes[1]) if all(sizes) else 0.0
    contained = common / min(sizes) if all(sizes) else 0.0
    enough = min(1.0, sum(rarity(word) for word in shared) / _ENOUGH)

    def detail() -> str:
        best = sorted(shared, key=lambda word: (-rarity(word), word))[:5]
        return f"words {listed(best)}"

    add("words", enough * (cosine + contained) / 2, detail)


def _figures(one: tuple[Figure, ...], other: tuple[Figure, ...], add: _Adder) -> None:
    if not one or not other:
        return
    mine, its = {f.what for f in one}, {f.what for f in other}
    if not mine & its:
        add("other-figures")
        return
    add("figures", detail=f"both number the {listed(mine & its)}")
    if {(f.what, f.low) for f in one} & {(f.what, f.low) for f in other}:
        add("same-figure", detail="the same number")


def placing_order(fact: Fact) -> tuple[bool, bool]:
    """Moves that extend one are placed first, as they lead to it; threats after demands."""
    return not (fact.kind == "move" and _MOVED in fact.words), fact.what == "threat"


def days_apart(one: Fact, other: Fact) -> int | None:
    """Days between the two times, 0 where they overlap, null where one is not stated."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(0, (one.first - other.last).days, (other.first - one.last).days)


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """Shared share of the smaller set (Szymkiewicz-Simpson); 0 where one is empty."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def named(keys: Iterable[str]) -> str:
    """Names as they are compared, readable: codes of countries, else the words."""
    kept = sorted(keys)
    codes = [key for key in kept if key.isupper()]
    return " ".join(codes or [key.title() for key in kept])


def listed(words: Iterable[str]) -> str:
    """Words in a row, sorted where they have no order."""
    ordered = words if isinstance(words, list) else sorted(words)
    return " ".join(ordered)


__all__ = [
    "Evidence",
    "Likeness",
    "days_apart",
    "listed",
    "named",
    "overlap",
    "placing_order",
]
