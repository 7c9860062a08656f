"""Why sources are not named, and how they are described once and for all.

A reason stands in the clause of the cue or of the source ("who asked not to be named because
..."), or in a sentence of its own, before or after what they said ("The official declined to be
identified", "All three officials spoke on condition of anonymity").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import msgspec

from onrecord.record import Statement
from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import children, lemma, subject_of, subtree
from onrecord.statements.sources import basis_of, clipped, count_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

    from onrecord.language.reading import Reading
    from onrecord.vocabulary.cues import Cues

_SAYS_SO = frozenset("speak talk decline ask request insist refuse want do be comment".split())
_ALL = frozenset({"all", "both", "they"})
_PARAGRAPHS = 2  # before a sentence on "all three officials" that it looks back over


_OfAll = tuple[int, str, str]  # where it stands, "official" of "all three officials", the reason


def why_unnamed(reading: Reading, cues: Cues, attribution: Attribution) -> str | None:
    """ "on condition of anonymity" and the like, from the clause of the cue or the source's."""
    clauses: list[Token] = []
    if attribution.cue_token is not None:
        clauses += children(reading.doc[attribution.cue_token], "advcl", "prep", "acl")
    if attribution.source_token is not None:
        noun = reading.doc[attribution.source_token]
        clauses += children(noun, "relcl", "acl", "advcl", "prep", "amod")
    for clause in clauses:
        indices = subtree(clause)
        first = min(indices)
        if reading.doc[first].lower_ in ("who", "which") and len(indices) > 1:
            first = min(indices - {first})
        start, last = reading.doc[first].idx, reading.doc[max(indices)]
        end = last.idx + len(last)
        end = min([end, *(begin for begin, _ in attribution.content if begin > start)])
        phrase = clipped(reading, start, end)
        if phrase is not None and any(mark in phrase.lower() for mark in cues.anonymity):
            return phrase
    return None


def with_bases(reading: Reading, cues: Cues, rows: Sequence[Statement]) -> Iterator[Statement]:
    """The rows with what is said elsewhere of their unnamed sources.

    How a source was described goes with it ("two of the sources"), and so does the reason that
    a sentence of its own gives.
    """
    described: dict[str, str] = {}
    for row in rows:
        if row.source is not None and row.source_kind == "unnamed" and row.source_basis:
            described.setdefault(row.source, row.source_basis)
    reasons, of_all = _reasons(reading, cues)
    for row in rows:
        if row.source_kind != "unnamed":
            yield row
            continue
        basis = row.source_basis
        if basis is None and row.source is not None:
            basis = described.get(row.source) or _as_first_named(reading, cues, row.source)
        reason = reasons.get(row.source or "") or _of_all(reading, row, of_all)
        if reason is not None and reason not in (basis or ""):
            basis = f"{basis}; {reason}" if basis else reason
        yield msgspec.structs.replace(row, source_basis=basis)


def _as_first_named(reading: Reading, cues: Cues, actor: str) -> str | None:
    """How the source was described where it came in, if nothing was said there."""
    for mention in reading.mentions:
        if mention.actor == actor and mention.form == "nominal":
            root = reading.tokens(mention.start, mention.end).root
            return basis_of(reading, cues, root, ())
    return None


def _reasons(reading: Reading, cues: Cues) -> tuple[dict[str, str], list[_OfAll]]:
    """Reasons by actor, and those of "all of them" with where they stand."""
    by_actor: dict[str, str] = {}
    of_all: list[_OfAll] = []
    lowered = reading.article.text.lower()
    if not any(mark in lowered for mark in cues.anonymity):
        return by_actor, of_all
    for sentence in reading.sentences():
        text = lowered[sentence.start_char : sentence.end_char]
        if not any(mark in text for mark in cues.anonymity):
            continue
        verb = _own_verb(cues, sentence)
        subject = subject_of(verb) if verb is not None else None
        if verb is None or subject is None:
            continue
        last = max(i for i in subtree(verb) if not reading.doc[i].is_punct)
        end = reading.doc[last].idx + len(reading.doc[last])
        reason = clipped(reading, verb.idx, end)
        if reason is None:
            continue
        words = {subject.lower_, *(c.lower_ for c in subject.children)}
        actor = reading.actor_at(subject)
        if actor is not None:
            by_actor.setdefault(actor, reason)
        if words & _ALL and (count_of(cues, subject) or 2) > 1:
            noun = lemma(subject) if subject.pos_ == "NOUN" else ""
            of_all.append((sentence.start_char, noun, reason))
    return by_actor, of_all


def _own_verb(cues: Cues, sentence: Tokens) -> Token | None:
    """The main verb that tells of not being named: "spoke on condition of anonymity"."""
    for verb in sentence:
        if verb.dep_ not in ("ROOT", "conj", "ccomp") or lemma(verb) not in _SAYS_SO:
            continue
        last = max(subtree(verb))
        words = verb.doc[verb.i : last + 1].text.lower()
        if any(mark in words for mark in cues.anonymity):
            return verb
    return None


def _of_all(reading: Reading, row: Statement, of_all: list[_OfAll]) -> str | None:
    """The reason that a sentence close behind gives for all who were quoted before it."""
    words = " ".join(span.text.lower() for span in row.source_words)
    for start, noun, reason in of_all:
        between = sum(row.start < block.start <= start for block in reading.body)
        if row.end <= start and between < _PARAGRAPHS and noun in words:
            return reason
    return None
