"""Which stretches of the text a verb of saying has for its content.

The complement that the parser gives, without the clause of the cue itself, and with what the
parser has cut off: all of the sentence before a cue that closes it, quotations that the
complement touches, and what goes on behind a cue in the middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.statements.attribution import Pieces, joined
from onrecord.statements.frames import Complement
from onrecord.statements.grammar import (
    OBJECTS,
    children,
    is_aside,
    is_next_cue,
    lemma,
    pieces,
    subtree,
    without_afterthought,
)
from onrecord.statements.quotes import beside, is_speech, with_quotations
from onrecord.statements.references import without_reference
from onrecord.statements.speakers import is_document

if TYPE_CHECKING:
    from spacy.tokens import Token

    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_ALL_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LIMITS = frozenset({"by", "until", "before", "within"})
_BELONGING = _LIMITS | {
    "of",
    "for",
    "with",
    "from",
    "against",
    "over",
    "between",
    "on",
    "into",
    "in",
}
_SAID_OF_NOTHING = frozenset({"so", "nothing", "anything", "something", "more", "much"})


def _next_cues(cues: Cues, complement: Complement) -> set[int]:
    """The next thing the source does: "said the plan was bad, and vowed to respond"."""
    if complement.frame not in ("clause", "to", "object-to"):
        return set()
    for verb in children(complement.head, "advcl"):
        if is_aside(verb) and lemma(verb) in cues.verbs:
            return {i for i in complement.tokens if i >= min(subtree(verb)) - 1}
    for verb in children(complement.head, "conj"):
        if lemma(verb) in cues.verbs and is_next_cue(verb):
            return {i for i in complement.tokens if i >= min(subtree(verb)) - 1}
    return set()


def content_of(
    reading: Reading,
    cues: Cues,
    verb: Token,
    source: Token | None,
    particle: Token | None,
    complement: Complement | None,
    quotations: list[Quotation],
) -> Pieces:
    if complement is None:
        return ()
    tokens = set(complement.tokens)
    own = _own_tokens(verb, source, particle, complement)
    if complement.frame == "clause" and complement.head.i < verb.i:
        tokens |= _before(verb, own)
        tokens |= _after(verb, own)
    tokens -= own
    if complement.frame == "object" and _is_document_cue(verb, source, cues):
        tokens |= set(range(verb.i + 1, _sentence_end(verb)))  # "showed 62% of voters back it"
    if complement.head.i > verb.i and complement.frame not in ("clause", "to", "object-to"):
        tokens |= _trailing_phrases(cues, verb, tokens)
    tokens -= _next_cues(cues, complement)
    tokens = without_reference(cues, verb, tokens)
    if complement.frame in ("object", "ing") and _is_empty(tokens, verb):
        return ()
    if complement.frame == "clause" and complement.head.i > verb.i:
        tokens = without_afterthought(reading, tokens)
    content = pieces(reading, tokens)
    clause = _clause_extent(verb, source)
    grown = with_quotations(reading, content, clause, quotations)
    if complement.frame == "clause" and _in_quotation(grown, quotations):
        after = beside(reading, _clause_end(reading, verb, own), quotations, after=True)
        if after is not None and after.start > clause[1] and is_speech(reading, after):
            grown = joined([*grown, (after.start, after.end)], reading.article.text)
    return _without(grown, clause, reading) if touches(grown, clause) else grown


def _trailing_phrases(cues: Cues, verb: Token, tokens: set[int]) -> set[int]:
    """Phrases right behind the content that belong to it: "promised an answer by Friday".

    The parser hangs them on the verb. When and by what way it was said stays outside.
    """
    found: set[int] = set()
    if not tokens:
        return found
    end = max(tokens)
    for preposition in children(verb, "prep"):
        first = preposition.i - 1
        while first > end and verb.doc[first].text == ",":
            first -= 1
        if first != end or preposition.lower_ not in _BELONGING:
            continue
        nouns = children(preposition, "pobj", "pcomp")
        channels = cues.channels.get(preposition.lower_, frozenset())
        if any(
            noun.lower_ in channels
            or (noun.ent_type_ in ("DATE", "TIME") and preposition.lower_ not in _LIMITS)
            or (noun.ent_type_ in ("GPE", "LOC", "FAC") and preposition.lower_ == "in")
            for noun in nouns
        ):
            continue
        found |= subtree(preposition)
        end = max(found)
    return found


def _own_tokens(
    verb: Token, source: Token | None, particle: Token | None, complement: Complement | None
) -> set[int]:
    """Cue, source, and what tells when, where and to whom: never part of the content."""
    own = {verb.i}
    inner = set(complement.tokens) if complement else set()
    if source is not None and (source.i not in inner or _is_subject(verb, source)):
        own |= {i for i in subtree(source) if (i < verb.i) == (source.i < verb.i)}
    if particle is not None:
        own |= {particle.i}
    head = complement.head.i if complement else -1
    before = head < verb.i
    for child in verb.children:
        if child.i == head or (child.i in inner and not (before and child.dep_ in _ALL_SUBJECTS)):
            continue
        if child == particle or (complement is not None and child == complement.marker):
            own.add(child.i)
            continue
        if child.dep_ in ("aux", "auxpass", "neg", "prt") or (
            child.dep_ == "advmod" and child.i < verb.i and not before
        ):
            own.add(child.i)
        elif child.dep_ in ("prep", "npadvmod", "dative", "dobj", "agent", "advmod", "advcl") and (
            child.i > verb.i and child.i not in inner
        ):
            own |= subtree(child)
    if complement is not None and complement.frame == "clause" and not before:
        return own - (inner - ({verb.i} | ({source.i} if source is not None else set())))
    return own


def _is_subject(verb: Token, source: Token) -> bool:
    return source.head.i == verb.i


def _before(verb: Token, own: set[int]) -> set[int]:
    """All of the sentence before the clause of a cue that comes after what was said."""
    if verb.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return set()
    first = min(i for i in own if verb.i - i < 40)
    run = first
    return set(range(verb.sent.start, run)) if verb.dep_ == "ROOT" else set()


def _after(verb: Token, own: set[int]) -> set[int]:
    """What goes on behind a cue in the middle: ", he said, and it has used it since"."""
    tokens: set[int] = set()
    for child in verb.children:
        if _is_of_noun(child):
            continue
        if child.dep_ in ("conj", "ccomp") and child.i > verb.i and child.i not in own:
            has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
            if has_subject:
                tokens |= subtree(child)
                tokens |= {t.i for t in children(verb, "cc") if verb.i < t.i < child.i}
    return tokens


def _is_of_noun(clause: Token) -> bool:
    """ "..., he said in an interview that was never shown": tells of the interview."""
    first = clause.left_edge
    return first.lower_ == "that" and first.i > 0 and first.nbor(-1).pos_ in ("NOUN", "PROPN")


def _is_empty(tokens: set[int], verb: Token) -> bool:
    words = [verb.doc[i].lower_ for i in tokens]
    return not words or (len(words) == 1 and words[0] in _SAID_OF_NOTHING)


def _is_document_cue(verb: Token, source: Token | None, cues: Cues) -> bool:
    rows = cues.verbs.get(lemma(verb), ())
    return (
        source is not None
        and is_document(cues, source)
        and any(row.speaker == "document" for _, row in rows)
        and verb.dep_ == "ROOT"
    )


def _sentence_end(verb: Token) -> int:
    end = verb.sent.end
    while end > verb.i + 1 and (verb.doc[end - 1].is_punct or verb.doc[end - 1].is_space):
        end -= 1
    return int(end)


def _in_quotation(content: Pieces, quotations: list[Quotation]) -> bool:
    if not content:
        return False
    end = content[-1][1]
    return any(q.start < end <= q.end for q in quotations)


def _clause_extent(verb: Token, source: Token | None) -> tuple[int, int]:
    """The characters of verb and source head."""
    tokens = [verb]
    if source is not None and source.sent == verb.sent and abs(source.i - verb.i) < 25:
        tokens.append(source)
    first, last = min(tokens, key=lambda t: t.i), max(tokens, key=lambda t: t.i)
    return first.idx, last.idx + len(last)


def _clause_end(reading: Reading, verb: Token, own: set[int]) -> tuple[int, int]:
    """The clause of the cue with its adverbials, as far as they stand together."""
    last = verb.i
    for index in sorted(i for i in own if i > verb.i):
        gap = reading.article.text[
            reading.doc[last].idx + len(reading.doc[last]) : reading.doc[index].idx
        ]
        if gap.strip(" ,"):
            break
        last = index
    token = reading.doc[last]
    return verb.idx, token.idx + len(token)


def touches(content: Pieces, clause: tuple[int, int]) -> bool:
    return any(start < clause[1] and clause[0] < end for start, end in content)


def _without(content: Pieces, clause: tuple[int, int], reading: Reading) -> Pieces:
    """``content`` with the cue's clause cut out."""
    kept: list[tuple[int, int]] = []
    for start, end in content:
        if start < clause[0]:
            kept.append((start, min(end, clause[0])))
        if end > clause[1]:
            kept.append((max(start, clause[1]), end))
    return joined(kept, reading.article.text)


def quoted_beside(
    reading: Reading, verb: Token, source: Token | None, quotations: list[Quotation]
) -> Pieces:
    """Quotations right beside the clause of a cue that the parser tied to nothing."""
    own = _own_tokens(verb, source, None, None)
    start, _ = _clause_extent(verb, source)
    if source is not None and source.i < verb.i and _is_subject(verb, source):
        start = verb.doc[min(i for i in subtree(source) if i <= source.i)].idx
    _, end = _clause_end(reading, verb, own)
    found: list[tuple[int, int]] = []
    before = beside(reading, (start, end), quotations, after=False)
    after = beside(reading, (start, end), quotations, after=True)
    if before is not None and _inverts(reading, before):
        found.append((before.start, before.end))
    if after is not None and not found and "." in reading.article.text[end : after.start]:
        after = None
    if after is not None and (found or is_speech(reading, after) or not children(verb, *OBJECTS)):
        found.append((after.start, after.end))
    return joined(found, reading.article.text)


def _inverts(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation before the cue leans on it: it ends in a comma, "?" or "!"."""
    text = reading.article.text
    inner = text[quotation.inner_start : quotation.inner_end].rstrip()
    behind = text[quotation.end : quotation.end + 2].strip()
    return inner[-1:] in ",?!—-…" or behind[:1] in (",", "—", "-", "–")


def noun_phrase_of(token: Token) -> Pieces:
    """The one word as a stretch."""
    return ((token.idx, token.idx + len(token)),)
