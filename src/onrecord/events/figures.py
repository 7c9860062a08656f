"""Numbers tied to an event: killed, injured, detained, displaced, with their bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.events.clause import subject_of
from onrecord.language.reading import Reading
from onrecord.record import Figure

if TYPE_CHECKING:
    from spacy.tokens import Token

_WHAT = {
    "kill": "killed",
    "dead": "killed",
    "die": "killed",
    "murder": "killed",
    "injure": "injured",
    "wound": "injured",
    "hurt": "injured",
    "arrest": "detained",
    "detain": "detained",
    "displace": "displaced",
    "evacuate": "displaced",
    "abduct": "abducted",
    "kidnap": "abducted",
    "release": "released",
    "free": "released",
    "deploy": "troops",
    "withdraw": "troops",
}
_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen twenty".split()
    )
}
_TENS = dict(
    zip("thirty forty fifty sixty seventy eighty ninety".split(), range(30, 100, 10), strict=True)
)
_SCALES = {
    "dozen": 12,
    "dozens": 24,
    "score": 20,
    "hundred": 100,
    "hundreds": 200,
    "thousand": 1000,
    "thousands": 2000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_LEAST = re.compile(r"\b(?:at least|more than|over|no fewer than|upwards of|exceeding)\b", re.I)
_MOST = re.compile(r"\b(?:up to|at most|as many as|no more than|fewer than|less than)\b", re.I)


def figures_of(reading: Reading, token: Token) -> Iterator[Figure]:
    """The figures of the event that ``token`` carries, with those of verbs joined to it."""
    for verb in (token, *(c for c in token.children if c.dep_ == "conj")):
        what = _WHAT.get(verb.lemma_.lower())
        if what is None:
            continue
        subject, passive = subject_of(verb)
        nouns = [c for c in verb.children if c.dep_ in ("dobj", "attr")]
        if passive or verb.lemma_ == "die":
            nouns += [subject] if subject is not None else []
        for noun in nouns:
            figure = _figure(reading, noun, what)
            if figure is not None:
                yield figure


def _figure(reading: Reading, noun: Token, what: str) -> Figure | None:
    numbers = [c for c in noun.children if c.dep_ == "nummod"]
    number = numbers[0] if numbers else noun if noun.like_num else None
    if number is None:
        return None
    words = [
        t
        for t in number.subtree
        if t.dep_ in ("nummod", "quantmod", "advmod", "compound", "amod", "number", "prep", "case")
        or t == number
        or t.like_num
    ]
    before = [t for t in noun.children if t.dep_ in ("advmod", "quantmod") and t.i < number.i]
    inner = sorted({t.i: t for t in (*words, *before)}.values(), key=lambda t: t.i)
    inner = [t for t in inner if t.i <= number.i]
    text = reading.span(inner[0].idx, number.idx + len(number)).text
    low, high = bounds(text)
    if low is None and high is None:
        return None
    return Figure(what=what, text=text, low=low, high=high)


def bounds(text: str) -> tuple[float | None, float | None]:
    """Lowest and highest value of a number in words or digits: "at least 72" is (72, None)."""
    value = _value(text)
    if value is None:
        return None, None
    if _LEAST.search(text) or re.search(r"\b(?:dozens|hundreds|thousands)\b", text, re.I):
        return value, None
    if _MOST.search(text):
        return None, value
    return value, value


def _value(text: str) -> float | None:
    match = _DIGITS.search(text)
    total = float(match.group().replace(",", "")) if match else 0.0
    seen = match is not None
    for word in re.findall(r"[a-z]+", text.lower()):
        if word in _UNITS or word in _TENS:
            total += _UNITS.get(word, 0) + _TENS.get(word, 0)
            seen = True
        elif word in _SCALES:
            total = max(total, 1) * _SCALES[word]
            seen = True
    return total if seen else None
