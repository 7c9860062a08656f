"""Rule ``cue-verb``: a verb of saying or thinking, its subject and its complement."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces
from onrecord.statements.contents import content_of, noun_phrase_of, quoted_beside, touches
from onrecord.statements.frames import Complement, complement_of
from onrecord.statements.grammar import (
    OBJECTS,
    agent_of,
    antecedent,
    children,
    is_finite,
    is_passive,
    is_verb,
    lemma,
    modals,
    noun_phrase,
    pieces,
    subject_of,
    subtree,
)
from onrecord.statements.speakers import is_document, is_party, may_say

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues, WordCue

_ORDER = ("clause", "that", "object-to", "to", "complement", "as", "quote", "ing", "object")
_PARTIES = frozenset({"PERSON", "ORG", "GPE", "NORP", "LOC", "FAC"})
_NOT_DONE = frozenset("stop avoid consider risk quit cease resist mind".split())
_PEOPLE = frozenset({"person", "group", "source"})
_OUGHT = frozenset({"should", "must", "ought"})
_WISHES = frozenset({"want", "intend"})
_TELL = frozenset({"tell", "ask", "inform", "remind", "assure", "reassure", "warn", "notify"})


def verb_attributions(
    reading: Reading, cues: Cues, sentence: Tokens, quotations: list[Quotation]
) -> Iterator[Attribution]:
    """The attributions whose cue is a verb of ``sentence``."""
    for verb in sentence:
        if lemma(verb) not in cues.verbs or not (is_verb(verb) or verb.pos_ == "VERB"):
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
                and (t.lower_ != "out" or t.dep_ == "prt" or t.i == verb.i + 1)
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
    if source is not None and not passive:
        source = _outside_its_words(reading, verb, source)
    if passive and source is None and lemma(verb) in cues.outlet.get("passive", {}):
        return None  # "is expected to": see the rules of the outlet's voice
    for entry, row, particle, frame in _candidates(rows):
        if not _speaks(reading, cues, row, verb, source, passive, frame):
            continue
        if frame == "quote":
            content, complement = quoted_beside(reading, verb, source, quotations), None
        else:
            complement = complement_of(verb, frame)
            if complement is None or not _is_said_of(cues, row, complement):
                continue
            content = content_of(reading, cues, verb, source, particle, complement, quotations)
        if content:
            return _made(reading, verb, source, particle, entry, row, frame, content, complement)
    return None


def _outside_its_words(reading: Reading, verb: Token, source: Token) -> Token:
    """``source``, or the name beside the verb where the parse has a word of the quotation.

    In "..., a chief, not a politician," Collins wrote" the words before the mark are what was
    written, and no part of who wrote it.
    """
    quotation = reading.quotation_at(source.idx)
    if quotation is None or quotation.start <= verb.idx < quotation.end:
        return source
    doc = verb.doc
    for step in (-1, 1):
        token = doc[verb.i + step] if 0 <= verb.i + step < len(doc) else verb
        if token.pos_ not in ("PROPN", "PRON", "NOUN") or reading.quotation_at(token.idx):
            continue
        while step > 0 and token.dep_ in ("compound", "amod", "poss", "det") and token.head != verb:
            token = token.head
        if reading.quotation_at(token.idx) is None:
            return token
    return source


def _candidates(
    rows: list[tuple[str, WordCue, Token | None]],
) -> Iterator[tuple[str, WordCue, Token | None, str]]:
    """Row by row and frame by frame: clauses first, bare objects last."""
    for frame in _ORDER[:6]:
        yield from ((e, r, p, frame) for e, r, p in rows if frame in r.frames)
    for e, r, p in rows:
        yield from ((e, r, p, f) for f in r.frames if f.startswith(("object+", "+")))
    for frame in _ORDER[6:]:
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
    if source is not None and source.lower_ == "it" and _is_empty_it(reading, verb, source, frame):
        return False
    if verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "ccomp") and lemma(verb.head) in _NOT_DONE:
        return False  # "stop talking about this"
    if _OUGHT & set(modals(verb)) or (source is not None and source.lower_ == "you"):
        return False  # "Iran should know that", "you might say that"
    if row.act in _WISHES and _is_idle(verb, source, frame):
        return False
    if source is None:
        return passive and frame in (
            "clause",
            "that",
            "object-to",
            "to",
            "as",
            "object+of",
            "object+for",
        )
    if row.speaker == "document":
        return is_document(cues, source)
    if row.speaker == "party":
        if is_party(reading, cues, source):
            return True
        if row.act in _WISHES or not is_document(cues, source):
            return False  # "this proposal aims to": whoever wrote it does
        return frame in ("clause", "that", "quote", "object-to", "to")
    return may_say(reading, cues, source)


def _is_said_of(cues: Cues, row: WordCue, complement: Complement) -> bool:
    """Whether the object is one that makes the verb a cue: "raised doubts", not money."""
    if not row.objects or complement.frame != "object":
        return True
    noun = complement.head
    if row.objects == ("thing",):
        is_people = cues.speakers.get(lemma(noun)) in _PEOPLE
        return noun.ent_type_ not in _PARTIES and noun.pos_ != "PRON" and not is_people
    return lemma(noun) in row.objects


def _is_empty_it(reading: Reading, verb: Token, it: Token, frame: str) -> bool:
    """ "It would offer some relief", "it was not possible to verify the reports"."""
    if frame == "object":
        return reading.actor_at(it) is None or not is_finite(verb)
    return reading.actor_at(it) is None and it.head != verb


def _is_idle(verb: Token, source: Token | None, frame: str) -> bool:
    """Whether a verb of wishing tells nothing of its subject's mind.

    "a mission to seek ...", "tasked with seeking ...": a task; "why they would want ...",
    "whether it wants ...": a supposition.
    """
    if source is None or (verb.dep_ in ("acl", "pcomp", "advcl") and verb.tag_ in ("VB", "VBG")):
        return source is None or verb.dep_ != "advcl" or frame == "object"
    if {"would", "could", "might"} & set(modals(verb)) and verb.dep_ in ("relcl", "ccomp", "acl"):
        return frame != "object" and lemma(verb) != "like"
    return any(c.dep_ == "mark" and c.lower_ in ("whether", "if") for c in verb.children)


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
        words = tuple(p for p in words if not touches(content, p)) or noun_phrase_of(source)
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
        is_part = child.dep_ in ("aux", "auxpass", "neg", "prt") and child.i < verb.i + 4
        is_adverb = child.dep_ == "advmod" and 0 < verb.i - child.i <= 3 and child.tag_ != "WRB"
        if is_part or is_adverb:
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
    return tuple(p for p in found if not touches(content, p)) or noun_phrase_of(verb)
