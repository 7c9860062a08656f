"""Rules ``cue-noun`` and ``cue-adjective``: "his threat to ...", "was sceptical that ..."."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution, Pieces
from onrecord.statements.frames import Complement, complement_of
from onrecord.statements.grammar import (
    OBJECTS,
    PASSIVE_SUBJECTS,
    antecedent,
    children,
    is_passive,
    lemma,
    noun_phrase,
    pieces,
    subject_of,
    subtree,
)
from onrecord.statements.quotes import with_quotations
from onrecord.statements.speakers import is_document, is_party

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from onrecord.language.quotations import Quotation
    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues, WordCue

_CARRIERS = frozenset(
    "make issue give repeat renew express voice raise have deliver offer post send release "
    "harbor harbour share reiterate retract withdraw hold convey publish level lodge file set "
    "state put present reject".split()
)
_COPULAS = frozenset({"be", "become", "feel", "remain", "seem", "sound", "stay", "grow", "appear"})
_UNOWNED = frozenset({"accuse", "threaten", "fear", "believe", "deny", "demand", "doubt"})
_NAMES = frozenset({"NOUN", "PROPN", "VERB"})
_PLAIN = frozenset({"say", "report", "announce", "believe"})
_EQUATES = frozenset({"be", "include", "remain", "comprise"})


def noun_attributions(
    reading: Reading, cues: Cues, sentence: Tokens, quotations: list[Quotation]
) -> Iterator[Attribution]:
    """The attributions whose cue is a noun of ``sentence``."""
    for noun in sentence:
        if noun.pos_ != "NOUN":
            continue
        for row in cues.nouns.get(lemma(noun), ()):
            found = _of_noun(reading, cues, noun, row, quotations)
            if found is not None:
                yield found
                break


def _of_noun(
    reading: Reading, cues: Cues, noun: Token, row: WordCue, quotations: list[Quotation]
) -> Attribution | None:
    owner, carrier = _owner(reading, cues, noun)
    complement = _complement(noun, row)
    if complement is None and owner is None:
        return None
    if owner is None and not _stands_unowned(row, complement):
        return None
    if noun.lower_ in ("order", "orders") and noun.i and noun.nbor(-1).lower_ == "in":
        return None  # "in order to"
    complement = _equated(noun, row.act) or complement
    if complement is not None:
        tokens = set(complement.tokens) - {noun.i}
        frame = complement.frame
    elif "bare" in row.frames and carrier is None:
        tokens = _bare(noun)
        frame = "bare"
    else:
        return None
    content = pieces(reading, tokens)
    if not content:
        return None
    if frame != "bare":
        content = with_quotations(reading, content, (noun.idx, noun.idx + len(noun)), quotations)
    return Attribution(
        source=_owner_words(reading, owner, noun),
        cue=_noun_cue(reading, noun, carrier, complement),
        content=content,
        act=row.act,
        rule="cue-noun",
        entry=f"{lemma(noun)} ({frame}) of cues_nouns",
        voice="source" if owner is not None else "none",
        cue_token=noun.i,
        source_token=antecedent(owner).i if owner is not None else None,
        content_token=complement.head.i if complement is not None else noun.i,
    )


def _stands_unowned(row: WordCue, complement: Complement | None) -> bool:
    """Whether a noun that nobody owns still reports something said: "accusations of ..."."""
    if complement is None or row.act not in _UNOWNED:
        return False
    return complement.frame in ("clause", "to") or row.act == "accuse"


def _equated(noun: Token, act: str) -> Complement | None:
    """ "His demand is that ...", "Putin's conditions include ...": what the verb gives."""
    verb = noun.head
    if noun.dep_ != "nsubj" or lemma(verb) not in _EQUATES:
        return None
    for child in children(verb, "ccomp", "attr", "xcomp", "dobj"):
        is_clause = child.dep_ in ("ccomp", "xcomp")
        if child.i > verb.i and (is_clause or (child.pos_ in _NAMES and act not in _PLAIN)):
            return Complement(frozenset(subtree(child)), child, "equated")
    return None


def _complement(noun: Token, row: WordCue, after: Token | None = None) -> Complement | None:
    """The content that hangs on the noun or adjective, behind it (or behind ``after``)."""
    for frame in row.frames:
        if frame != "bare":
            found = complement_of(noun, frame)
            if found is not None and found.head.i > (after or noun).i:
                return found
    return None


def _bare(noun: Token) -> set[int]:
    """ "Trump's sanctions ultimatum": the noun with the words that say what it is about."""
    tokens = {noun.i}
    for child in noun.children:
        if child.dep_ in ("compound", "nmod", "amod") and child.i < noun.i:
            tokens |= subtree(child)
    return tokens


def _owner(reading: Reading, cues: Cues, noun: Token) -> tuple[Token | None, Token | None]:
    """Whose word the noun is, and the verb that only carries it ("issued a warning")."""
    for owner in children(noun, "poss"):
        if is_party(reading, cues, owner) or is_document(cues, owner) or owner.pos_ == "PRON":
            return owner, None
    for preposition in children(noun, "prep", "agent"):
        if preposition.lower_ in ("by", "from") and preposition.i > noun.i:
            for owner in children(preposition, "pobj"):
                if is_party(reading, cues, owner):
                    return owner, None
    head = noun.head
    if noun.dep_ in OBJECTS | PASSIVE_SUBJECTS and lemma(head) in _CARRIERS:
        subject = subject_of(head)
        if subject is not None and not is_passive(head) and is_party(reading, cues, subject):
            return subject, head
    for child in children(noun, "compound", "amod", "nmod"):
        is_name = child.ent_type_ in ("GPE", "NORP", "ORG", "PERSON") and child.i < noun.i
        if is_name and (reading.actor_at(child) is not None or child.pos_ == "PROPN"):
            return child, None
    return None, None


def _owner_words(reading: Reading, owner: Token | None, noun: Token) -> Pieces:
    if owner is None:
        return ()
    if owner.head.i == noun.i and owner.dep_ in ("compound", "amod", "nmod"):
        return ((owner.idx, owner.idx + len(owner)),)
    tokens = subtree(owner) - {t.i for t in children(owner, "case")}
    side = owner.i < noun.i
    return pieces(reading, {i for i in tokens if (i < noun.i) == side and i != noun.i})


def _noun_cue(
    reading: Reading, noun: Token, carrier: Token | None, complement: Complement | None
) -> Pieces:
    tokens = {noun.i}
    if carrier is not None:
        tokens.add(carrier.i)
        tokens |= {c.i for c in children(carrier, "aux", "neg") if c.i < carrier.i}
    if complement is not None and complement.frame == "equated":
        tokens.add(noun.head.i)
    marker = complement.marker if complement is not None else None
    if marker is not None and marker.i == noun.i + 1:
        tokens.add(marker.i)
    return pieces(reading, tokens)


def adjective_attributions(
    reading: Reading, cues: Cues, sentence: Tokens, quotations: list[Quotation]
) -> Iterator[Attribution]:
    """The attributions whose cue is an adjective of ``sentence``."""
    for adjective in sentence:
        if adjective.pos_ not in ("ADJ", "VERB"):
            continue
        rows = cues.adjectives.get(adjective.lower_) or cues.adjectives.get(lemma(adjective))
        copula = _copula(adjective)
        if not rows or copula is None:
            continue
        source = subject_of(copula)
        if source is None or not is_party(reading, cues, source):
            continue
        for row in rows:
            complement = _complement(adjective, row) or _complement(copula, row, adjective)
            if complement is None:
                continue
            content = pieces(reading, set(complement.tokens) - {adjective.i})
            if not content:
                continue
            clause = (adjective.idx, adjective.idx + len(adjective))
            content = with_quotations(reading, content, clause, quotations)
            yield Attribution(
                source=noun_phrase(reading, source, limit=copula),
                cue=_adjective_cue(reading, adjective, copula, complement),
                content=content,
                act=row.act,
                rule="cue-adjective",
                entry=f"{adjective.lower_} ({complement.frame}) of cues_adjectives",
                cue_token=copula.i,
                source_token=antecedent(source).i,
                content_token=complement.head.i,
            )
            break


def _copula(adjective: Token) -> Token | None:
    """The verb that ties the adjective to its subject, or the participle itself."""
    if adjective.dep_ in ("acomp", "attr", "oprd") and lemma(adjective.head) in _COPULAS:
        return adjective.head
    if adjective.tag_ == "VBN" and any(c.dep_ == "auxpass" for c in adjective.children):
        return adjective
    if adjective.dep_ == "conj" and adjective.head.dep_ in ("acomp", "attr"):
        return adjective.head.head
    return None


def _adjective_cue(
    reading: Reading, adjective: Token, copula: Token, complement: Complement
) -> Pieces:
    tokens = {adjective.i, copula.i}
    tokens |= {c.i for c in children(copula, "aux", "auxpass", "neg")}
    tokens |= {c.i for c in children(adjective, "advmod") if c.i < adjective.i}
    if complement.marker is not None:
        tokens.add(complement.marker.i)
    return pieces(reading, tokens)
