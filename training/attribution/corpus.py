"""Windows with their gold labels and links, from what ``prepare.py`` has written."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.language.encoder import Window, windows
from onrecord.language.encoder.antecedents import pair_features as antecedent_features
from onrecord.language.encoder.decode import Found, spans_of
from onrecord.language.encoder.labels import labels_of
from onrecord.statements.flat import Flat
from onrecord.statements.tagger.labels import ROLES, painted
from onrecord.statements.tagger.links import (
    CANDIDATE_ROLE,
    QUERY_ROLE,
    Hints,
    pair_features,
)


@dataclass
class Link:
    """One question to a scorer: which candidate belongs to the query? 0 is none of them."""

    scorer: int
    query: Found
    candidates: list[Found]
    features: NDArray[np.float32]
    answer: int


@dataclass
class Example:
    """A window with what it should give."""

    window: Window
    labels: list[int]
    hints: list[int]
    gold: list[Flat]
    rules: list[Flat]
    links: list[Link] = field(default_factory=list)


@dataclass
class Passage:
    """A window with a pronoun and names, each of which is or is not who is meant."""

    window: Window
    pronoun: tuple[int, int]
    names: list[tuple[int, int]]
    answers: list[bool]
    features: NDArray[np.float32]


def flats(rows: list[dict[str, Any]]) -> list[Flat]:
    """Attributions as they stand in the files."""
    return [Flat(*(tuple((s, e) for s, e in one[role]) for role in ROLES)) for one in rows]


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def tokenizer_of(folder: Path) -> Tokenizer:
    """The word list in ``folder``, which cuts nothing off."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def examples(rows: list[dict[str, Any]], tokenizer: Tokenizer) -> list[Example]:
    """The windows of all articles, with labels and the links between gold spans."""
    found = []
    for row in rows:
        rules, gold = flats(row["rules"]), flats(row["gold"])
        labels, hints = painted(len(row["text"]), gold), painted(len(row["text"]), rules)
        for window in windows(tokenizer, row["text"], row["paragraphs"], row["quotations"]):
            example = Example(
                window,
                mended(labels_of(window, labels)),
                labels_of(window, hints),
                gold,
                rules,
            )
            spans = [Found(*span, 1.0) for span in spans_of(example.labels)]
            example.links = links(example, spans)
            found.append(example)
    return found


def passages(rows: list[dict[str, Any]], tokenizer: Tokenizer) -> list[Passage]:
    """The passages whose pronoun and names stand in one window."""
    found = []
    for row in rows:
        for window in windows(tokenizer, row["text"], row["paragraphs"], row["quotations"]):
            start, end = row["pronoun"]
            if not window.start <= start < window.end:
                continue
            pronoun = window.pieces(start, end)
            inside = [
                (window.pieces(first, last), bool(meant))
                for first, last, meant in row["names"]
                if window.start <= first and last <= window.end
            ]
            inside = [(span, meant) for span, meant in inside if span[0] < span[1]]
            if inside and pronoun[0] < pronoun[1]:
                names = [span for span, _ in inside]
                features = antecedent_features(window, pronoun, names)
                found.append(
                    Passage(window, pronoun, names, [meant for _, meant in inside], features)
                )
            break
    return found


def mended(labels: list[int]) -> list[int]:
    """An I that follows nothing of its role becomes a B (a span cut at the window's edge)."""
    result: list[int] = []
    for label in labels:
        legal = label == 0 or label % 2 == 1 or (bool(result) and result[-1] in (label - 1, label))
        result.append(label if legal else label - 1)
    return result


def links(example: Example, spans: list[Found]) -> list[Link]:
    """The questions that ``spans`` pose, with the answers of the gold attributions."""
    hints = Hints(example.window, example.rules)
    gold = Hints(example.window, example.gold)
    of = {id(span): gold.of(span) for span in spans}
    found = []
    for scorer in range(3):
        candidates = [s for s in spans if s.role == CANDIDATE_ROLE[scorer]]
        for query in (s for s in spans if s.role == QUERY_ROLE[scorer]):
            features = pair_features(example.window, hints, query, candidates, spans)
            answers = [i for i, c in enumerate(candidates) if of[id(c)] & of[id(query)]]
            found.append(
                Link(scorer, query, candidates, features, answers[0] + 1 if answers else 0)
            )
    return found
