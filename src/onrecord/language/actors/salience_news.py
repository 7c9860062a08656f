"""How well an actor fits a pronoun, as reporting goes: who spoke last speaks again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.language.actors.candidate import Candidate, Features
from onrecord.language.actors.clauses import Clauses
from onrecord.language.actors.saying import SAYING, SPEECH

if TYPE_CHECKING:
    from spacy.tokens import Token

_TALKING = SPEECH | SAYING
_SUBJECTS = ("nsubj", "nsubjpass")


def news_features(
    clauses: Clauses,
    pronoun: Token,
    before: Sequence[int],
    rivals: Sequence[Candidate],
    forms: Mapping[int, str],
) -> Features:
    """What reporting adds to encyclopaedic prose; the weights of these are set by hand.

    Who spoke last speaks again ("…," he said), and is who a sentence right behind the quotation
    goes on about; within a sentence "he" stays who he was; whoever something was done by
    carries on as a subject does.
    """
    doc = clauses.doc
    found: Features = []
    here = clauses.sentence[pronoun.i]
    outside = clauses.quotation(pronoun) == -1
    if outside and _last_speaker(clauses, pronoun, rivals) in before:
        if _speaks(pronoun) and _tags(pronoun):
            found.append(("news: last speaker", 1.0))
        elif _opens_behind_quotation(clauses, pronoun):
            found.append(("news: spoke just before", 1.0))
    chain = [
        h
        for r in rivals
        for h, f in zip(r.heads, r.forms, strict=True)
        if f == "pronoun" and h < pronoun.i and clauses.sentence[h] == here
    ]
    if chain and max(chain) in before and forms[max(chain)] == "pronoun":
        found.append(("news: same in sentence", 1.0))
    agents = [h for h in before if doc[h].head.dep_ == "agent" and doc[h].dep_ == "pobj"]
    if agents and clauses.sentence[agents[-1]] == here - 1 and pronoun.dep_ in _SUBJECTS:
        found.append(("news: agent of last sentence", 1.0))
    return found


def _last_speaker(clauses: Clauses, pronoun: Token, rivals: Sequence[Candidate]) -> int:
    """The head of the last one who spoke, outside quotations; -1 where the talk has moved on.

    It has where the pronoun's paragraph has named another since.
    """
    doc = clauses.doc
    outside = {
        h: f
        for r in rivals
        for h, f in zip(r.heads, r.forms, strict=True)
        if h < pronoun.i and clauses.quotation(doc[h]) == -1
    }
    spoke = max((h for h in outside if _speaks(doc[h])), default=-1)
    here = clauses.paragraph[pronoun.i]
    if spoke < 0 or clauses.paragraph[spoke] == here:
        return spoke
    moved = any(clauses.paragraph[h] == here and f == "name" for h, f in outside.items())
    return -1 if moved else spoke


def _opens_behind_quotation(clauses: Clauses, pronoun: Token) -> bool:
    """Whether the pronoun, outside quotations, opens the sentence after one."""
    if clauses.quotation(pronoun) != -1 or pronoun.dep_ not in _SUBJECTS:
        return False
    start = pronoun.sent.start_char
    if pronoun.idx - start > 3:
        return False
    return any(q.depth == 0 and 0 <= start - q.end <= 3 for q in clauses.quotations)


def _speaks(token: Token) -> bool:
    return token.dep_ == "nsubj" and token.head.lemma_ in _TALKING


def _tags(pronoun: Token) -> bool:
    """Whether the words come before their speaker: "..., he said"."""
    return pronoun.i > pronoun.sent.start + 1 and not any(
        child.dep_ in ("ccomp", "xcomp") and child.i > pronoun.head.i
        for child in pronoun.head.children
    )
