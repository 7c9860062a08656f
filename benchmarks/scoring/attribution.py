"""Scoring of attributions (source, cue, content) against gold.

An article is ``{"id", "text", "attributions": [{"source": [[s, e], ...], "cue": ...,
"content": ...}]}`` with code-point offsets. Figures, all micro-averaged:

tokens/ROLE         tokens (``\\w+|[^\\w\\s]``) in the role, found and wanted.
exact/ROLE          distinct spans (all pieces of one attribution) with the same tokens;
                    punctuation at the edges of a piece is left out of account.
overlap/ROLE        the same with at least one token shared, one to one.
attribution/LEVEL   one-to-one pairs of attributions:
                    content  token F1 of the contents >= 0.5;
                    match    the same, and the sources share a token (or both lack one);
                    strict   content F1 >= 0.8 and each source holds the other's head word.
attribution/LEVEL/TYPE   recall over gold of that quote type, precision over predictions of it:
                    direct (>= 90 % of the content's words between double quotation marks),
                    indirect (none), mixed.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

ROLES = ("source", "cue", "content")
TYPES = ("direct", "mixed", "indirect")
LEVELS = ("content", "match", "strict")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PAIRS = {"“": '”"', "„": '“”"', "«": "»", "»": "«", '"': '"”'}
_HEAD_ENDS = frozenset(
    "of for from in at with on by to who whom whose which that as about near during under "
    "between among against inside outside and or but , ; : ( — –".split()
)
Tokens = frozenset[int]


@dataclass
class Tally:
    """Counts of one figure: gold units found, gold units, right predictions, predictions."""

    found: int = 0
    gold: int = 0
    right: int = 0
    predicted: int = 0

    def add(self, found: int, gold: int, right: int, predicted: int) -> None:
        """Count some more."""
        self.found += found
        self.gold += gold
        self.right += right
        self.predicted += predicted

    @property
    def precision(self) -> float:
        """Right of predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Found of gold."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass
class Text:
    """A text as tokens, and which of them stand between double quotation marks."""

    text: str
    starts: list[int] = field(init=False)
    ends: list[int] = field(init=False)
    quoted: set[int] = field(init=False)

    def __post_init__(self) -> None:
        spans = [match.span() for match in _TOKEN.finditer(self.text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self.quoted = self._between_marks()

    def word(self, token: int) -> str:
        """The token in lower case."""
        return self.text[self.starts[token] : self.ends[token]].lower()

    def is_word(self, token: int) -> bool:
        """Whether the token is a word and not punctuation."""
        first = self.text[self.starts[token]]
        return first.isalnum() or first == "_"

    def tokens(self, pieces: Iterable[tuple[int, int]], *, trim: bool) -> Tokens:
        """Tokens that ``pieces`` touch, without punctuation at the edges where ``trim``."""
        found: set[int] = set()
        for start, end in pieces:
            if start >= end:
                continue
            first, last = bisect_right(self.ends, start), bisect_left(self.starts, end)
            inside = list(range(first, last))
            while trim and inside and not self.is_word(inside[0]):
                del inside[0]
            while trim and inside and not self.is_word(inside[-1]):
                del inside[-1]
            found.update(inside)
        return frozenset(found)

    def head(self, source: Tokens) -> int | None:
        """The last word before the first comma, preposition or relative word."""
        head = None
        for token in sorted(source):
            if head is not None and self.word(token) in _HEAD_ENDS:
                return head
            if self.is_word(token) and self.word(token) != "s":
                head = token
        return head

    def kind(self, content: Tokens) -> str:
        """direct, mixed or indirect."""
        words = [token for token in content if self.is_word(token)]
        inside = sum(token in self.quoted for token in words)
        if not inside:
            return "indirect"
        return "direct" if inside >= 0.9 * len(words) else "mixed"

    def _between_marks(self) -> set[int]:
        inside: set[int] = set()
        opened: int | None = None
        first = 0
        for token, start in enumerate(self.starts):
            if token and "\n" in self.text[self.ends[token - 1] : start]:
                if opened is not None and opened == first:
                    inside.update(range(opened, token))
                opened, first = None, token
            mark = self.text[start]
            if opened is not None and mark in _PAIRS[self.text[self.starts[opened]]]:
                inside.update(range(opened, token + 1))
                opened = None
            elif mark in _PAIRS:
                opened = token
        if opened is not None and opened == first:
            inside.update(range(opened, len(self.starts)))
        return inside


def score(
    gold: Mapping[str, Mapping[str, Any]], predicted: Mapping[str, Mapping[str, Any]]
) -> dict[str, Tally]:
    """Every figure over the articles of ``gold``; those not in ``predicted`` found nothing."""
    tallies: dict[str, Tally] = {}
    for ident, article in gold.items():
        guesses = predicted.get(ident, {}).get("attributions", [])
        _article(Text(article["text"]), article["attributions"], guesses, tallies)
    return tallies


def _article(text: Text, gold: list[Any], predicted: list[Any], tallies: dict[str, Tally]) -> None:
    def tally(name: str) -> Tally:
        return tallies.setdefault(name, Tally())

    for role in ROLES:
        _role(text, role, gold, predicted, tally)
    sides = [[_roles(text, a) for a in side if a.get("content")] for side in (gold, predicted)]
    golds, guesses = ([a for a in side if a["content"]] for side in sides)
    kinds = [[text.kind(a["content"]) for a in side] for side in (golds, guesses)]
    for level in LEVELS:
        edges = [
            _ranked(
                (_f1(g["content"], p["content"]), j)
                for j, p in enumerate(guesses)
                if _agree(text, g, p, level)
            )
            for g in golds
        ]
        pairs = matching(edges)
        tally(f"attribution/{level}").add(len(pairs), len(golds), len(pairs), len(guesses))
        for kind in TYPES:
            tally(f"attribution/{level}/{kind}").add(
                sum(kinds[0][i] == kind for i in pairs),
                kinds[0].count(kind),
                sum(kinds[1][j] == kind for j in pairs.values()),
                kinds[1].count(kind),
            )


def _roles(text: Text, attribution: Mapping[str, Any]) -> dict[str, Tokens]:
    return {role: text.tokens(attribution.get(role) or (), trim=True) for role in ROLES}


def _role(
    text: Text, role: str, gold: list[Any], predicted: list[Any], tally: Callable[[str], Tally]
) -> None:
    raw: list[set[int]] = [set(), set()]
    spans: list[list[Tokens]] = []
    for side, attributions in enumerate((gold, predicted)):
        distinct = set()
        for attribution in attributions:
            stretches = attribution.get(role) or ()
            raw[side] |= text.tokens(stretches, trim=False)
            distinct.add(text.tokens(stretches, trim=True))
        spans.append(sorted(distinct - {frozenset()}, key=min))
    both = len(raw[0] & raw[1])
    tally(f"tokens/{role}").add(both, len(raw[0]), both, len(raw[1]))
    same = len(set(spans[0]) & set(spans[1]))
    tally(f"exact/{role}").add(same, len(spans[0]), same, len(spans[1]))
    edges = [_ranked((_f1(g, p), j) for j, p in enumerate(spans[1]) if g & p) for g in spans[0]]
    pairs = len(matching(edges))
    tally(f"overlap/{role}").add(pairs, len(spans[0]), pairs, len(spans[1]))


def _agree(text: Text, gold: dict[str, Tokens], guess: dict[str, Tokens], level: str) -> bool:
    if _f1(gold["content"], guess["content"]) < (0.8 if level == "strict" else 0.5):
        return False
    sources = gold["source"], guess["source"]
    if level == "content" or not any(sources):
        return True
    if level == "match":
        return bool(sources[0] & sources[1])
    return text.head(sources[0]) in sources[1] and text.head(sources[1]) in sources[0]


def _f1(one: Tokens, other: Tokens) -> float:
    shared = len(one & other)
    return 2 * shared / (len(one) + len(other)) if shared else 0.0


def _ranked(edges: Iterable[tuple[float, int]]) -> list[int]:
    return [j for _, j in sorted(edges, key=lambda edge: (-edge[0], edge[1]))]


def matching(edges: list[list[int]]) -> dict[int, int]:
    """A maximum matching {left: right} by augmenting paths (Kuhn); ``edges[left]`` best first."""
    owner: dict[int, int] = {}

    def seat(left: int, tried: set[int]) -> bool:
        for right in edges[left]:
            if right in tried:
                continue
            tried.add(right)
            if right not in owner or seat(owner[right], tried):
                owner[right] = left
                return True
        return False

    for left in range(len(edges)):
        seat(left, set())
    return {left: right for right, left in owner.items()}


def table(tallies: Mapping[str, Tally]) -> str:
    """The figures as lines of text."""
    lines = [f"{'':34}{'P':>7}{'R':>7}{'F1':>7}{'gold':>9}{'pred':>9}"]
    for name, t in tallies.items():
        lines.append(
            f"{name:34}{t.precision:7.3f}{t.recall:7.3f}{t.f1:7.3f}{t.gold:9d}{t.predicted:9d}"
        )
    return "\n".join(lines)


def types_of(text: str, attributions: Iterable[Mapping[str, Any]]) -> Counter[str]:
    """How many attributions of each quote type."""
    view = Text(text)
    contents = (view.tokens(a.get("content") or (), trim=True) for a in attributions)
    return Counter(view.kind(content) for content in contents if content)
