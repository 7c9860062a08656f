"""Kinds of error in attribution: what became of each attribution of the corpus, and what is extra.

An attribution of the corpus and a prediction are compared by the tokens of their contents
(``scoring.attribution`` says what a token is), one to one, best overlaps first. Of each the first
kind that applies is counted:

nothing found            no prediction shares a word of its content or its cue
cue found, content not   a prediction has its cue and none of its content
content cut short        content F1 below .8, and more of it is missing than is too much
content too long         content F1 below .8, and more is too much than is missing
source missing           the corpus has a source, the prediction none
source invented          the prediction has a source, the corpus none
wrong source             the sources share no word
source cut or too long   the sources share a word, but not the head of each
cue missing              all else is right, the prediction has no cue and the corpus has one
other cue                all else is right, the cues share no word
right                    none of these

Predictions that are paired with nothing: *inside another* (in the content of an attribution of the
corpus, which does not nest), *piece of another* (shares content with one that is paired
otherwise), *nothing there*.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.scoring.attribution import ROLES, Text, Tokens

Roles = dict[str, Tokens]
GOOD = 0.8


@dataclass(frozen=True)
class Judged:
    """One attribution of the corpus or one prediction with its kind of error.

    Attributes:
        kind: as the module names them; "extra: ..." for predictions.
        quote: direct, mixed or indirect, by the content of the one it is.
        gold, guess: index in each list, or None.
    """

    kind: str
    quote: str
    gold: int | None
    guess: int | None


def judged(
    text: str, gold: Sequence[Mapping[str, Any]], guesses: Sequence[Mapping[str, Any]]
) -> Iterator[Judged]:
    """What became of each attribution of one article, then the predictions that are extra."""
    view = Text(text)
    golds = [_roles(view, one) for one in gold]
    found = [_roles(view, one) for one in guesses]
    pairs = _pairs(golds, found)
    for index, one in enumerate(golds):
        if not one["content"]:
            continue
        guess = pairs.get(index)
        other = found[guess] if guess is not None else None
        yield Judged(_kind(view, one, other, found), view.kind(one["content"]), index, guess)
    taken = set(pairs.values())
    for index, one in enumerate(found):
        if index not in taken and one["content"]:
            yield Judged(_extra(one, golds), view.kind(one["content"]), None, index)


def counted(results: Sequence[Judged]) -> Counter[tuple[str, str]]:
    """How many of each kind and quote type."""
    return Counter((one.kind, one.quote) for one in results)


def table(counts: Counter[tuple[str, str]]) -> str:
    """The counts, most frequent kind first, by quote type."""
    quotes = ("direct", "mixed", "indirect")
    totals: Counter[str] = Counter()
    for (kind, _), number in counts.items():
        totals[kind] += number
    lines = [f"{'':28}{'all':>7}" + "".join(f"{quote:>10}" for quote in quotes)]
    for kind, total in totals.most_common():
        split = "".join(f"{counts[kind, quote]:10d}" for quote in quotes)
        lines.append(f"{kind:28}{total:7d}{split}")
    return "\n".join(lines)


def _roles(view: Text, one: Mapping[str, Any]) -> Roles:
    return {role: view.tokens(one.get(role) or (), trim=True) for role in ROLES}


def _pairs(golds: list[Roles], found: list[Roles]) -> dict[int, int]:
    """One to one, the largest overlaps of contents first; a shared cue decides between equals."""
    edges = sorted(
        (
            (_f1(g["content"], p["content"]), bool(g["cue"] & p["cue"]), -i, -j)
            for i, g in enumerate(golds)
            for j, p in enumerate(found)
            if g["content"] & p["content"]
        ),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in edges:
        if -i not in pairs and -j not in taken:
            pairs[-i] = -j
            taken.add(-j)
    return pairs


def _kind(view: Text, gold: Roles, guess: Roles | None, found: list[Roles]) -> str:
    if guess is None:
        has_cue = any(gold["cue"] & other["cue"] for other in found)
        return "cue found, content not" if has_cue else "nothing found"
    if _f1(gold["content"], guess["content"]) < GOOD:
        missing = len(gold["content"] - guess["content"])
        surplus = len(guess["content"] - gold["content"])
        return "content cut short" if missing >= surplus else "content too long"
    wrong = _source_kind(view, gold["source"], guess["source"])
    if wrong is not None:
        return wrong
    if gold["cue"] and not guess["cue"]:
        return "cue missing"
    if gold["cue"] and not gold["cue"] & guess["cue"]:
        return "other cue"
    return "right"


def _source_kind(view: Text, gold: Tokens, guess: Tokens) -> str | None:
    if not gold and not guess:
        return None
    if not guess:
        return "source missing"
    if not gold:
        return "source invented"
    if not gold & guess:
        return "wrong source"
    heads_agree = view.head(gold) in guess and view.head(guess) in gold
    return None if heads_agree else "source cut or too long"


def _extra(guess: Roles, golds: list[Roles]) -> str:
    if any(guess["content"] <= gold["content"] for gold in golds):
        return "extra: inside another"
    if any(guess["content"] & gold["content"] for gold in golds):
        return "extra: piece of another"
    return "extra: nothing there"


def _f1(one: Tokens, other: Tokens) -> float:
    both = len(one & other)
    return 2 * both / (len(one) + len(other)) if both else 0.0
