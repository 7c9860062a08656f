"""Numbers in words and digits, with their bounds: "at least 72", "between 20 and 30", "dozens"."""

from __future__ import annotations

import re

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
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 1000, "million": 1_000_000,
    "billion": 1_000_000_000, "trillion": 1_000_000_000_000, "m": 1_000_000, "mn": 1_000_000,
    "bn": 1_000_000_000, "k": 1000,
}  # fmt: skip
_MANY = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000,
         "billions": 2_000_000_000}  # fmt: skip
_WORDS = "|".join((*_UNITS, *_TENS, *_SCALES, *_MANY, "a", "an", "half", "couple", "tens"))
_ONE = (
    rf"(?:[$€£¥]\s?)?(?:\d[\d,]*(?:\.\d+)?|\b(?:{_WORDS})\b)"
    rf"(?:[\s-]+(?:(?:of|and)\s+)?(?:{_WORDS})\b)*"
)
NUMBER = re.compile(
    rf"(?:\b(?:at least|at most|more than|no more than|over|well over|up to|as many as|"
    rf"no fewer than|no less than|not less than|fewer than|less than|under|about|around|some|"
    rf"nearly|almost|approximately|roughly|an estimated|close to|upwards of|a total of|"
    rf"between|another|only|just)\s+)*{_ONE}(?:\s?(?:-|–|to|and)\s?{_ONE})?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"({_ONE})\s?(?:-|–|\bto\b)\s?({_ONE})", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(.+?)\s+and\s+(.+)", re.IGNORECASE)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TOKENS = re.compile(r"\d[\d,]*(?:\.\d+)?|[a-z]+")
_LEAST = re.compile(
    r"\b(?:at least|more than|over|no fewer than|no less than|not less than|upwards of|"
    r"exceeding)\b",
    re.IGNORECASE,
)
_NO_MORE = re.compile(r"\bno more than\b", re.IGNORECASE)
_MOST = re.compile(
    r"\b(?:up to|at most|as many as|no more than|fewer than|less than|under|nearly|almost|"
    r"close to)\b",
    re.IGNORECASE,
)


def bounds(text: str) -> tuple[float | None, float | None]:
    """Lowest and highest value of a number in words or digits.

    "at least 72" is (72, None), "up to 5,000" (None, 5000), "between 20 and 30" (20, 30),
    "dozens" (24, None), "nearly 100" (None, 100), "about 50" (50, 50); no number: (None, None).
    """
    for pattern in (_BETWEEN, _RANGE):
        match = pattern.search(text)
        if match is not None:
            low, high = _value(match[1]), _value(match[2])
            if low is not None and high is not None and low < high:
                return low * (_scale_of(high, low, match[1], match[2])), high
    value = _value(text)
    if value is None:
        return None, None
    if _NO_MORE.search(text):
        return None, value
    if _LEAST.search(text) or any(w in _MANY for w in re.findall(r"[a-z]+", text.lower())):
        return value, None
    if _MOST.search(text):
        return None, value
    return value, value


def _scale_of(high: float, low: float, low_text: str, high_text: str) -> float:
    """ "2 to 3 million": the first number has the scale of the second."""
    words = re.findall(r"[a-z]+", high_text.lower())
    if any(w in _SCALES for w in re.findall(r"[a-z]+", low_text.lower())) or low >= 1000:
        return 1.0
    scale = 1.0
    for word in words:
        scale *= _SCALES.get(word, 1) if word not in ("dozen", "score") else 1
    return scale if high >= scale > 1 else 1.0


def _value(text: str) -> float | None:
    """The value of one number, or None."""
    total, part, seen = 0.0, 0.0, False
    half = False
    for word in _TOKENS.findall(text.lower()):
        if _DIGITS.fullmatch(word):
            part, seen = part + float(word.replace(",", "")), True
        elif word in _UNITS or word in _TENS:
            part, seen = part + _UNITS.get(word, 0) + _TENS.get(word, 0), True
        elif word == "half" and not seen:
            half = True
        elif word == "couple":
            part, seen = 2.0, True
        elif word == "tens":
            part, seen = 20.0, True
        elif word in _MANY:
            factor = _MANY[word] / 2 if part else _MANY[word]
            part, seen = (part or 1) * factor, True
        elif word in _SCALES and (seen or half or len(word) > 2):
            scale = _SCALES[word]
            part = (0.5 if half and not part else part or 1) * scale
            half, seen = False, True
            if scale >= 1000:
                total, part = total + part, 0.0
    return total + part if seen else None
