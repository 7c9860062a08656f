"""Stretches of tokens that can be names: where they begin and end, and what stands before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.language.places.names import fold

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

LONGEST_NAME = 7  # tokens
_INSIDE = frozenset({"de", "la", "del", "du", "des", "da", "do", "al", "el", "-"})
_NAMING = frozenset({"PROPN", "NOUN", "ADJ", "X", "VERB"})
_TRIM = frozenset({"the", "The", "THE", "a", "an", "'s", "’s", "'", "’", ",", "-", "–", "(", ")"})
_LEADING = frozenset({"the", "a", "an", "nearby", "downtown", "central"})


def word_before(token: Token) -> str:
    """The word before ``token``, articles and parts ("in the northern …") left out."""
    i = token.i - 1
    if i >= 0 and token.doc[i].lower_ in _LEADING:
        i -= 1
    return token.doc[i].lower_ if i >= 0 else ""


def is_capital(token: Token) -> bool:
    """Whether a name can begin with the token: "Homs", "‘Homs", "al-Hol"."""
    return is_capitalised(token.text)


def is_capitalised(text: str) -> bool:
    """The same for a word."""
    return text[:1].isupper() or text[:1] in "‘'’" or (text[:3] in ("al-", "el-") and len(text) > 3)


def first_word(word: str) -> str:
    """The first word of the folded form, or nothing."""
    key = fold(word)
    return key.split(" ")[0] if key else ""


def covers_entity(span: Span) -> bool:
    """Whether the tokens are the whole of what the tagger marked there, a last comma aside."""
    doc, after = span.doc, span.end
    if span[0].ent_iob_ == "I":
        return False
    while after < len(doc) and doc[after].ent_iob_ == "I" and doc[after].is_punct:
        after += 1
    return after >= len(doc) or doc[after].ent_iob_ != "I"


def is_embedded(doc: Doc, first: int, last: int) -> bool:
    """Whether the tokens are only part of the name of an organisation, a law and the like."""
    if doc[first].ent_type_ not in ("ORG", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"):
        return False
    before = first - 1
    lead = before >= 0 and doc[first].ent_iob_ == "I" and doc[before].lower_ == "the"
    starts = doc[first].ent_iob_ == "B" or (lead and doc[before].ent_iob_ == "B")
    ends = last >= len(doc) or doc[last].ent_iob_ != "I" or doc[last].text in ("'s", "’s")
    return not (starts and ends)


def trimmed(span: Span) -> Span:
    """Without articles, genitives and punctuation at its ends."""
    while len(span) and (span[0].text in _TRIM or span[0].is_space):
        span = span[1:]
    while len(span) and (span[-1].text in _TRIM or span[-1].is_space):
        span = span[:-1]
    return span


def split_at_commas(span: Span) -> list[Span]:
    """ "Shelby, Montana" tagged as one name is two; a name does not cross a line."""
    parts, start = [], 0
    for i, token in enumerate(span):
        if token.text == "," or token.is_space:
            parts.append(span[start:i])
            start = i + 1
    parts.append(span[start:])
    return [part for part in (trimmed(p) for p in parts if len(p)) if len(part)]


def surnames(doc: Doc) -> frozenset[str]:
    """The last words of the names of people in the text, as printed."""
    names = set()
    for entity in doc.ents:
        if entity.label_ == "PERSON" and len(entity) > 1:
            span = trimmed(entity)
            if len(span) > 1:
                names.add(span[-1].text)
    return frozenset(names)


def runs(doc: Doc, words: Sequence[str]) -> Iterator[Span]:
    """Stretches of capitalised tokens, small words inside them included.

    Args:
        words: the texts of the tokens, read once for all who look through them.
    """
    reached = 0
    for i, word in enumerate(words):
        if i < reached or not is_capitalised(word) or doc[i].pos_ not in _NAMING:
            continue
        j = i + 1
        while j < len(words) and (
            (is_capitalised(words[j]) and not doc[j].is_punct)
            or (words[j] in _INSIDE and j + 1 < len(words) and is_capitalised(words[j + 1]))
        ):
            j += 1
        if j - i <= LONGEST_NAME:
            yield doc[i:j]
        reached = j
