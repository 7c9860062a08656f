"""Cutting a noun phrase: at commas and brackets, then at its prepositions."""

from __future__ import annotations

import re

from onrecord.language.actors.words import Word

PREPOSITIONS = frozenset(
    "of in from to for at with by on between among against within inside near across under "
    "over into about including who that which whose where".split()
)
CUTS = frozenset(",;:()")
_RELATIVES = frozenset({"who", "that", "which", "whose", "where"})


def parts_of(phrase: str) -> list[str]:
    """The phrase cut at commas and brackets, not inside "Washington, D.C."."""
    kept = re.sub(r",(\s[A-Z]\.[A-Z]\.)", r"\1", phrase)
    return [part.strip() for part in re.split(r"[,;()–—]|\s-\s", kept) if part.strip()]


def core_and_rest(
    text: str, words: list[Word], spans: list[tuple[int, int]]
) -> tuple[str, list[tuple[str, str]]]:
    """The words before the first preposition, and each preposition with what follows it.

    Args:
        text: a part without commas.
        words: its words.
        spans: stretches that are one name or office and are not cut ("Chief of Staff").
    """
    cuts = [
        w
        for w in words
        if w.text.lower() in PREPOSITIONS and not any(s < w.start < e for s, e in spans)
    ]
    if not cuts:
        return text, []
    edges = [w.start for w in cuts] + [len(text)]
    pieces = [(w.text.lower(), text[w.end : edges[n + 1]].strip()) for n, w in enumerate(cuts)]
    return text[: cuts[0].start].strip(), _restricting(pieces)


def _restricting(pieces: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """A relative clause ends the phrase; pieces without words are left out."""
    kept: list[tuple[str, str]] = []
    for preposition, words in pieces:
        if preposition in _RELATIVES:
            break
        if words:
            kept.append((preposition, words))
    return kept
