"""Whether a match is a time at all: words that are also names, verbs or amounts."""

from __future__ import annotations

from onrecord.language.times.grammar import Match
from onrecord.language.times.lexer import Lexemes
from onrecord.language.times.oracle import Oracle

_AMBIGUOUS_MONTHS = frozenset(("may", "march", "april", "june", "august", "jan."))
_AMBIGUOUS_SEASONS = frozenset(("fall", "spring", "springs"))


def is_plausible(match: Match, lexemes: Lexemes, oracle: Oracle) -> bool:
    """Whether the words of ``match`` are used for a time here, by tags and neighbours."""
    reading = match.pattern.reading
    if reading == "calendar" and match.last - match.first == 1:
        return _is_month(match.first, lexemes, oracle)
    if reading == "daypart" and lexemes.word(match.last) == "of":
        return False
    if reading == "season":
        return _is_season(match, lexemes, oracle)
    return True


def _is_month(index: int, lexemes: Lexemes, oracle: Oracle) -> bool:
    word, start = lexemes.word(index), lexemes.starts[index]
    if word not in _AMBIGUOUS_MONTHS:
        return True
    tag = oracle.tag(start)
    if tag[:2] in ("MD", "VB"):
        return False
    if word == "march" and "genitive" in (lexemes.values[index - 1] if index else {}):
        return False
    if oracle.is_person(start):
        return False
    if (
        index
        and lexemes.ends[index - 1] == start - 1
        and oracle.tag(lexemes.starts[index - 1])
        in (
            "NNP",
            "NNPS",
        )
    ):
        return False
    before = lexemes.text[max(0, start - 3) : start].rstrip()[-1:]
    is_opening = not before or before in ".!?\"“”'\n"
    return not (is_opening and not tag)


def _is_season(match: Match, lexemes: Lexemes, oracle: Oracle) -> bool:
    for index in range(match.first, match.last):
        if "season" not in lexemes.values[index]:
            continue
        start = lexemes.starts[index]
        tag = oracle.tag(start)
        if tag and tag[:2] not in ("NN", "JJ"):
            return False
        if lexemes.word(index + 1) == "of" and index + 1 >= match.last:
            return lexemes.word(index) not in _AMBIGUOUS_SEASONS
        if lexemes.word(index + 1) in oracle.cues["offensive"] and index + 1 == match.last:
            return True
        if match.last - match.first == 1:
            before = lexemes.word(match.first - 1)
            if lexemes.word(index) in _AMBIGUOUS_SEASONS:
                return before in ("in", "this", "during", "by", "since", "until", "and", "late")
            previous = lexemes.text[lexemes.starts[match.first - 1] : start] if match.first else ""
            if lexemes.text[start].isupper() and previous[:1].isupper():
                return False
    return True
