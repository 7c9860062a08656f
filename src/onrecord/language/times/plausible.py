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
    if reading == "calendar":
        if _is_name(match, lexemes, oracle):
            return False
        return match.last - match.first > 1 or _is_month(match.first, lexemes, oracle)
    if match.pattern.name == "adverb":
        return not _is_paper(match, lexemes, oracle)
    if reading == "daypart" and lexemes.word(match.last) == "of":
        return False
    if reading == "season":
        return _is_season(match, lexemes, oracle)
    return True


def _is_name(match: Match, lexemes: Lexemes, oracle: Oracle) -> bool:
    """Whether what stands behind the day makes it a name: "the March 23 Movement"."""
    last = match.last
    if last == match.first + 1 and last < len(lexemes.starts):
        last += "dayno" in lexemes.values[last]
    if last >= len(lexemes.starts) or lexemes.word(last) not in oracle.cues["named_after"]:
        return False
    return last > match.first + 1 and lexemes.text[lexemes.starts[last]].isupper()


def _is_paper(match: Match, lexemes: Lexemes, oracle: Oracle) -> bool:
    """Whether "daily" or "weekly" is a newspaper: "the Sudanese daily", "the weekly Spiegel"."""
    token = oracle.token(lexemes.starts[match.first])
    if token is None or not token.text.endswith("ly"):
        return False
    before = token.nbor(-1) if token.i else token
    is_led = before.tag_ in ("DT", "JJ", "NNP", "POS", "NN") and before.i != token.i
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    if not is_led or following.tag_ in ("NN", "NNS", "JJ", "CD", "RB"):
        return False
    is_noun = token.tag_ in ("NN", "NNP") and token.dep_ in ("nsubj", "pobj", "dobj", "appos")
    is_named = following.tag_ in ("NNP", "DT") and following.text[0].isupper()
    is_titled = is_named or (following.lower_ == "the" and before.tag_ in ("JJ", "NNP"))
    return is_noun or is_titled


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
        if lexemes.word(index + 1) in oracle.cues["unseasonal"] and index + 1 == match.last:
            return False
        if match.last - match.first == 1:
            before = lexemes.word(match.first - 1)
            if lexemes.word(index) in _AMBIGUOUS_SEASONS:
                return before in ("in", "this", "during", "by", "since", "until", "and", "late")
            previous = lexemes.text[lexemes.starts[match.first - 1] : start] if match.first else ""
            if lexemes.text[start].isupper() and previous[:1].isupper():
                return False
    return True
