"""Sentence boundaries, set before parsing.

A newspaper sentence ends at ``.``, ``?``, ``!`` or ``…`` (with the closing quotation marks
and brackets that follow) when what comes next can begin a sentence, and at the end of a
paragraph. It does not end at an abbreviation ("U.S. officials", "Mr. Li", "Aug. 7"), nor
inside a quotation that the sentence carries on after ("'Stop!' he said").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ENDERS = frozenset(".?!…") | {"...", "..", "?!", "!!", "....", "!?", ". . ."}
_CLOSERS = frozenset("\"'”’»)]}") | {"''"}
_OPENERS = frozenset("\"'“‘«([{—–-•") | {"``"}
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "gen",
        "lt",
        "col",
        "sgt",
        "capt",
        "cmdr",
        "adm",
        "maj",
        "sen",
        "rep",
        "gov",
        "rev",
        "hon",
        "st",
        "pres",
        "sec",
        "messrs",
        "mme",
        "mlle",
        "fr",
        "brig",
        "cpl",
        "pvt",
        "supt",
        "insp",
        "det",
        "no",
        "nos",
        "vs",
        "v",
        "art",
    ]
)
_MONTHS = frozenset(
    ["jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"]
)
_ABBREVIATIONS = frozenset(
    [
        "u.s",
        "u.k",
        "u.n",
        "e.u",
        "u.a.e",
        "d.c",
        "a.m",
        "p.m",
        "e.g",
        "i.e",
        "inc",
        "corp",
        "ltd",
        "co",
        "jr",
        "sr",
        "etc",
        "u.s.a",
        "calif",
        "fla",
    ]
)


def mark_boundaries(doc: Doc, boundaries: tuple[tuple[int, int], ...]) -> None:
    """Set ``is_sent_start`` on every token of ``doc``."""
    starts = {start for start, _ in boundaries}
    previous_end = -1
    for token in doc:
        if token.is_space:
            token.is_sent_start = False
            continue
        new_block = any(previous_end <= s <= token.idx for s in ()) or _crossed(
            starts, previous_end, token.idx
        )
        token.is_sent_start = token.i == 0 or new_block or _begins(doc, token.i)
        previous_end = token.idx + len(token)


def _crossed(starts: set[int], previous_end: int, offset: int) -> bool:
    return any(position in starts for position in range(max(previous_end, 0), offset + 1))


def _begins(doc: Doc, index: int) -> bool:
    """Whether token ``index`` begins a sentence, by what stands before and after it."""
    token = doc[index]
    if not (token.text[0].isupper() or token.text[0].isdigit() or token.text in _OPENERS):
        return False
    before = index - 1
    while before >= 0 and (doc[before].text in _CLOSERS or doc[before].is_space):
        if doc[before].whitespace_ and doc[before].text in {'"', "'"} and before < index - 1:
            break
        before -= 1
    if before < 0:
        return False
    end = doc[before]
    if not (end.whitespace_ or before < index - 1):
        return False
    if end.text in _ENDERS:
        return not _is_title(doc, before)
    if end.text.endswith(".") and len(end.text) > 1:
        return _abbreviation_ends(end.text, token.text)
    return False


def _is_title(doc: Doc, index: int) -> bool:
    """Whether the full stop at ``index`` belongs to a title before it ("Gen" + ".")."""
    return (
        index > 0
        and not doc[index - 1].whitespace_
        and doc[index].text == "."
        and (doc[index - 1].lower_ in _TITLES or len(doc[index - 1]) == 1)
    )


def _abbreviation_ends(abbreviation: str, following: str) -> bool:
    """Whether a sentence ends at ``abbreviation`` when ``following`` comes next."""
    bare = abbreviation.rstrip(".").lower()
    if bare in _TITLES or bare in _MONTHS or len(bare) == 1:
        return False
    if bare in _ABBREVIATIONS or "." in bare:
        return following in _STARTERS
    return True


_STARTERS = frozenset(
    [
        "The",
        "A",
        "An",
        "But",
        "And",
        "In",
        "On",
        "At",
        "He",
        "She",
        "They",
        "It",
        "This",
        "That",
        "These",
        "Those",
        "We",
        "I",
        "His",
        "Her",
        "Their",
        "Its",
        "However",
        "Meanwhile",
        "When",
        "While",
        "If",
        "As",
        "For",
        "After",
        "Before",
        "Since",
        "There",
        "You",
    ]
)
