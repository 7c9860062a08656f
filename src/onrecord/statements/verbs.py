"""Rule ``cue-verb``: a verb of saying or thinking, its subject and its complement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces, joined
from onrecord.statements.frames import Complement, complement_of
from onrecord.statements.grammar import (
    OBJECTS,
    agent_of,
    antecedent,
    children,
    is_next_cue,
    is_passive,
    is_verb,
    lemma,
    modals,
    noun_phrase,
    pieces,
    subject_of,
    subtree,
    without_afterthought,
)
from onrecord.statements.quotes import beside, is_speech, with_quotations
from onrecord.statements.speakers import is_document, is_party, may_say

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues, WordCue

_ORDER = ("clause", "object-to", "to", "complement", "as", "quote", "ing", "object")
_WISHES = frozenset({"want", "intend"})
_TELL = frozenset({"tell", "ask", "inform", "remind", "assure", "reassure", "warn", "notify"})
_SAID_OF_NOTHING = frozenset({"so", "nothing", "anything", "something", "more", "much"})


def verb_attributions(
    reading: Reading, cues: Cues, sentence: Tokens, quotations: list[Quotation]
) -> Iterator[Attribution]:
    """The attributions whose cue is a verb of ``sentence``."""
    for verb in sentence:
        if not is_verb(verb) and verb.pos_ != "VERB":
            continue
        found = _attribution(reading, cues, verb, quotations)
        if found is not None:
            yield found


def entries(cues: Cues, verb: Token) -> list[tuple[str, WordCue, Token | None]]:
    """The rows of the verb table that ``verb`` matches, with its particle."""
    found: list[tuple[str, WordCue, Token | None]] = []
    for cue, row in cues.verbs.get(lemma(verb), ()):
        words = cue.split()
        if len(words) == 1:
            found.append((cue, row, None))
            continue
        particle = next(
            (
                t
                for t in verb.children
                if t.lower_ == words[1]
                and verb.i < t.i <= verb.i + 4
                and (t.dep_ in ("prt", "prep", "advmod", "dative") or words[1] == "it")
            ),
            None,
        )
        if particle is not None:
            found.append((cue, row, particle))
    particles = [entry for entry in found if entry[2] is not None]
    return particles or found


def _attribution(
    reading: Reading, cues: Cues, verb: Token, quotations: list[Quotation]
) -> Attribution | None:
    rows = entries(cues, verb)
    if not rows:
        return None
    passive = is_passive(verb)
    source = agent_of(verb) if passive else subject_of(verb)
    if passive and source is None and lemma(verb) in cues.outlet.get("passive", {}):
        return None  # "is expected to": see the rules of the outlet's voice
    for entry, row, particle, frame in _candidates(rows):
        if not _speaks(reading, cues, row, verb, source, passive, frame):
            continue
        if frame == "quote":
            content, complement = _quoted(reading, verb, source, quotations), None
        else:
            complement = complement_of(verb, row, frame)
            content = _content(reading, cues, verb, source, particle, complement, quotations)
        if content:
            return _made(reading, verb, source, particle, entry, row, frame, content, complement)
    return None


def _candidates(
    rows: list[tuple[str, WordCue, Token | None]],
) -> Iterator[tuple[str, WordCue, Token | None, str]]:
    """Row by row and frame by frame: clauses first, bare objects last."""
    for frame in _ORDER[:5]:
        yield from ((e, r, p, frame) for e, r, p in rows if frame in r.frames)
    for e, r, p in rows:
        yield from ((e, r, p, f) for f in r.frames if f.startswith(("object+", "+")))
    for frame in _ORDER[5:]:
        yield from ((e, r, p, frame) for e, r, p in rows if frame in r.frames)


def _speaks(
    reading: Reading,
    cues: Cues,
    row: WordCue,
    verb: Token,
    source: Token | None,
    passive: bool,
    frame: str,
) -> bool:
    """Whether the subject (or agent) can be the source of this cue in this frame."""
    if row.act in _WISHES and _is_idle(verb, source, frame):
        return False
    if source is None:
        return passive and frame in ("clause", "object-to", "to", "as", "object+of", "object+for")
    if row.speaker == "document":
        return is_document(cues, source)
    if row.speaker == "party":
        if source.lower_ == "it" and frame == "object":
            return False  # "it would offer some relief"
        if is_party(reading, cues, source):
            return True
        return frame in ("clause", "quote", "object-to", "to") and is_document(cues, source)
    return may_say(reading, cues, source)


def _is_idle(verb: Token, source: Token | None, frame: str) -> bool:
    """Whether a verb of wishing tells nothing of its subject's mind.

    "a mission to seek ...", "tasked with seeking ...": a task; "why they would want ...",
    "whether it wants ...": a supposition.
    """
    if source is None or verb.dep_ in ("acl", "pcomp", "advcl") and verb.tag_ in ("VB", "VBG"):
        return source is None or verb.dep_ != "advcl" or frame == "object"
    if {"would", "could", "might"} & set(modals(verb)) and verb.dep_ in ("relcl", "ccomp", "acl"):
        return frame != "object" and lemma(verb) != "like"
    return any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children)


def _next_cues(cues: Cues, complement: Complement) -> set[int]:
    """The next thing the source does: "said the plan was bad, and vowed to respond"."""
    if complement.frame not in ("clause", "to", "object-to"):
        return set()
    for verb in children(complement.head, "conj"):
        if lemma(verb) in cues.verbs and is_next_cue(verb):
            return {i for i in complement.tokens if i >= min(subtree(verb)) - 1}
    return set()


def _content(
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
    tokens -= _next_cues(cues, complement)
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
    return _without(grown, clause, reading) if _touches(grown, clause) else grown


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
        if child.i in inner and child.i != head:
            if not before or child.dep_ not in ("nsubj", "nsubjpass"):
                continue
        if child.i == head:
            continue
        if complement is not None and child == complement.marker:
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
        if child.dep_ in ("conj", "ccomp") and child.i > verb.i and child.i not in own:
            has_subject = any(c.dep_ in ("nsubj", "nsubjpass", "expl") for c in child.children)
            if has_subject:
                tokens |= subtree(child)
                tokens |= {t.i for t in children(verb, "cc") if verb.i < t.i < child.i}
    return tokens


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


def _touches(content: Pieces, clause: tuple[int, int]) -> bool:
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


def _quoted(
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
    if after is not None and (found or is_speech(reading, after) or not children(verb, *OBJECTS)):
        found.append((after.start, after.end))
    return joined(found, reading.article.text)


def _inverts(reading: Reading, quotation: Quotation) -> bool:
    """Whether a quotation before the cue leans on it: it ends in a comma, "?" or "!"."""
    text = reading.article.text
    inner = text[quotation.inner_start : quotation.inner_end].rstrip()
    behind = text[quotation.end : quotation.end + 2].strip()
    return inner[-1:] in ",?!—-…" or behind[:1] in (",", "—", "-", "–")


def _made(
    reading: Reading,
    verb: Token,
    source: Token | None,
    particle: Token | None,
    entry: str,
    row: WordCue,
    frame: str,
    content: Pieces,
    complement: Complement | None,
) -> Attribution:
    addressee = _addressee(verb, source, complement)
    cue = _cue(reading, verb, particle, addressee, complement, content)
    words: Pieces = ()
    if source is not None:
        words = noun_phrase(reading, source, limit=verb)
        words = tuple(p for p in words if not _touches(content, p)) or noun_phrase_of(source)
    return Attribution(
        source=words,
        cue=cue,
        content=content,
        act=row.act,
        rule="cue-verb",
        entry=f"{entry} ({frame}) of cues_verbs",
        voice="source" if source is not None else "none",
        cue_token=verb.i,
        source_token=antecedent(source).i if source is not None else None,
        content_token=complement.head.i if complement is not None else None,
        addressee_token=addressee.i if addressee is not None else None,
    )


def noun_phrase_of(token: Token) -> Pieces:
    """The one word as a stretch."""
    return ((token.idx, token.idx + len(token)),)


def _addressee(verb: Token, source: Token | None, complement: Complement | None) -> Token | None:
    """Who was told: "told Reuters", "said to him", "urged India to"."""
    if complement is not None and complement.addressee is not None:
        return complement.addressee
    inner = complement.tokens if complement is not None else frozenset()
    if lemma(verb) in _TELL:
        told = children(verb, *OBJECTS, "dative")
        if not told and is_passive(verb):
            told = children(verb, "nsubjpass")
        for noun in told:
            if noun.i not in inner and noun != source and noun.pos_ != "ADP":
                return noun
    for preposition in children(verb, "prep", "dative"):
        if preposition.lower_ == "to" and preposition.i not in inner:
            for noun in children(preposition, "pobj"):
                if noun.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or noun.pos_ == "PRON":
                    return noun
    return None


def _cue(
    reading: Reading,
    verb: Token,
    particle: Token | None,
    addressee: Token | None,
    complement: Complement | None,
    content: Pieces,
) -> Pieces:
    """The verb with its auxiliaries, particle, and who was told right behind it."""
    tokens = {verb.i}
    for child in verb.children:
        if child.dep_ in ("aux", "auxpass", "neg", "prt") and child.i < verb.i + 4:
            tokens.add(child.i)
        elif child.dep_ == "advmod" and child.i < verb.i and verb.i - child.i <= 3:
            tokens.add(child.i)
    if particle is not None:
        tokens.add(particle.i)
    if complement is not None and complement.marker is not None:
        tokens.add(complement.marker.i)
    if addressee is not None and addressee.head.i == verb.i and addressee.i > verb.i:
        told = {i for i in subtree(addressee) if i <= addressee.i}
        if min(told) == verb.i + 1:
            tokens |= told
    found = pieces(reading, tokens)
    return tuple(p for p in found if not _touches(content, p)) or noun_phrase_of(verb)


def is_own_word(reading: Reading, cues: Cues, token: Token) -> bool:
    """Whether a noun stands for somebody who speaks or for a document that does."""
    return is_party(reading, cues, token) or is_document(cues, token)
