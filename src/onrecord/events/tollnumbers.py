"""The number that a toll is given: "rose to 31", "stood at 26", "brought the number to three"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.events.clause import SUBJECTS, verb_of
from onrecord.events.numbers import NUMBER, bounds
from onrecord.language.reading import Reading
from onrecord.record import Figure
from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Token

TOLLS = frozenset({"toll", "number", "count", "tally", "total"})
COUNTED = frozenset({"killed", "injured", "missing"})
_ALONE = {"toll": "killed"}  # what a noun counts that says nothing more
_CHANGES = frozenset(
    "rise climb grow increase jump stand raise revise put bring push take lift drive update reach "
    "pass exceed surpass hit be set lower reduce drop fall cut".split()
)
_BEYOND = frozenset({"pass", "exceed", "surpass"})
_GIVEN = re.compile(rf"\b(?:to|at)\s+({NUMBER.pattern})", re.IGNORECASE)
_REACHED = re.compile(
    rf"\b(?:reach\w*|pass\w*|exceed\w*|surpass\w*|hit|was|is|were)\s+(?:now\s+)?({NUMBER.pattern})",
    re.IGNORECASE,
)
# Counts of more than one event, and of what nobody did.
_OF_MANY = frozenset("war conflict campaign year month week decade total overall".split())
_NOBODY = frozenset(
    "earthquake quake flood flooding storm hurricane typhoon cyclone tornado landslide wildfire "
    "tsunami eruption avalanche heatwave outbreak epidemic pandemic virus cholera crash accident "
    "collapse derailment stampede drought".split()
)


def toll_figures(reading: Reading, token: Token, ontology: Ontology) -> Iterator[Figure]:
    """The number of a toll whose words name the event that ``token`` carries."""
    if token.dep_ == "pobj" and token.lemma_.lower() in ontology.figures:
        return  # "the number of wounded" names nothing that wounded them
    for noun in _above(token):
        figure = number_given(reading, noun, ontology)
        if figure is not None and not has_other_cause(noun):
            yield figure
        return


def _above(token: Token) -> Iterator[Token]:
    """The tolls that a word hangs on, or that are changed by the verb it hangs on."""
    for above in token.ancestors:
        if above.lemma_.lower() in TOLLS and above.pos_ == "NOUN":
            yield above
        if above.pos_ == "VERB" and above.lemma_.lower() in _CHANGES:
            yield from (c for c in above.children if c.lemma_.lower() in TOLLS)
            return


def number_given(reading: Reading, noun: Token, ontology: Ontology) -> Figure | None:
    """What a toll says is counted, and the number it is given, or nothing."""
    what = _counted(noun, ontology)
    verb = verb_of(noun)
    if what is None or verb == noun or verb.lemma_.lower() not in _CHANGES:
        return None
    if noun.dep_ not in (*SUBJECTS, "dobj", "pobj"):
        return None
    start = min(noun.idx, verb.idx)
    last = max(token.i for token in verb.subtree if token.sent == noun.sent)
    end = noun.doc[last].idx + len(noun.doc[last])
    for pattern in (_GIVEN, _REACHED):
        for match in pattern.finditer(reading.article.text, start, end):
            low, high = bounds(match[1])
            if (low is None and high is None) or _is_else(reading, match.start(1), match.end(1)):
                continue
            if verb.lemma_.lower() in _BEYOND:
                high = None
            return Figure(what=what, text=reading.span(*match.span(1)).text, low=low, high=high)
    return None


def has_other_cause(noun: Token) -> bool:
    """Whether a toll is of many events, or of something that nobody did."""
    told = {token.lemma_.lower() for token in noun.subtree}
    if told & (_OF_MANY | _NOBODY):
        return True
    return any(token.lower_ == "since" for token in verb_of(noun).subtree)


def _counted(noun: Token, ontology: Ontology) -> str | None:
    for token in noun.subtree:
        what = ontology.figures.get(token.lemma_.lower())
        if what in COUNTED and token != noun:
            return what
    return _ALONE.get(noun.lemma_.lower())


def _is_else(reading: Reading, start: int, end: int) -> bool:
    """Whether a number is a time, a percentage, or a length of time."""
    after = reading.article.text[end : end + 8].lower().lstrip()
    if after.startswith(
        ("%", "per", "day", "hour", "minute", "week", "month", "year", "a.m", "p.m")
    ):
        return True
    return any(t.start < end and start < t.end for t in reading.times)
