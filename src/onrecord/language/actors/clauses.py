"""Clauses and grammatical roles: what pronoun resolution asks of the parse."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from onrecord.language.quotations import Quotation

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_SUBORDINATE = frozenset({"ccomp", "advcl", "acl", "relcl", "xcomp", "pcomp", "csubj"})
_LONGEST = 40


@dataclass
class Clauses:
    """Look-ups over one parsed text, filled as they are asked for."""

    doc: Doc
    quotations: Sequence[Quotation] = ()
    sentence: dict[int, int] = field(default_factory=dict)
    paragraph: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    _verbs: dict[int, Token | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._outer = [quotation for quotation in self.quotations if quotation.depth == 0]
        for number, span in enumerate(self.doc.sents):
            for index in range(span.start, span.end):
                self.sentence[index] = number
        paragraph = 0
        for token in self.doc:
            self.heads.append(token.head.i)
            self.paragraph.append(paragraph)
            if token.is_space and "\n" in token.text:
                paragraph += 1

    def verb(self, token: Token) -> Token | None:
        """The verb of the clause that ``token`` stands in."""
        if token.i not in self._verbs:
            at = token
            for _ in range(_LONGEST):
                if at.head.i == at.i:
                    break
                at = at.head
                if at.pos_ in ("VERB", "AUX") and at.dep_ not in ("aux", "auxpass"):
                    break
            is_verb = at.pos_ in ("VERB", "AUX") and at.i != token.i
            self._verbs[token.i] = at if is_verb else None
        return self._verbs[token.i]

    def subject(self, verb: Token) -> Token | None:
        """The subject of ``verb``; a joined or infinite verb takes that of the verb above."""
        for _ in range(5):
            for child in verb.children:
                if child.dep_ in _SUBJECTS:
                    return child
            if verb.dep_ not in ("conj", "xcomp", "advcl", "acl") or verb.head.i == verb.i:
                return None
            verb = verb.head
        return None

    def above(self, verb: Token) -> Token | None:
        """The verb that ``verb``'s clause hangs from."""
        return self.verb(verb) if verb.head.i != verb.i else None

    def is_above(self, upper: Token, lower: Token) -> bool:
        """Whether ``lower``'s clause lies inside ``upper``'s."""
        at: Token | None = lower
        for _ in range(8):
            at = self.above(at) if at is not None else None
            if at is None:
                return False
            if at.i == upper.i:
                return True
        return False

    def role(self, token: Token) -> str:
        """subj, obj, poss, pobj, appos or other; a conjunct has the role of the first one."""
        at = token
        for _ in range(8):
            if at.dep_ != "conj":
                break
            at = at.head
        dep = at.dep_
        if dep in _SUBJECTS:
            return "subj"
        if dep in ("dobj", "dative", "iobj", "obj"):
            return "obj"
        if dep in ("pobj", "agent", "pcomp"):
            return "pobj"
        if dep == "poss":
            return "poss"
        if dep in ("appos", "attr", "compound", "ROOT"):
            return dep.lower()
        return "other"

    def preposition(self, token: Token) -> str:
        """The preposition ``token`` depends on, or an empty string."""
        return token.head.lower_ if token.dep_ == "pobj" else ""

    def depth(self, token: Token) -> int:
        """How many subordinate clauses ``token`` stands in."""
        depth, verb = 0, self.verb(token)
        while verb is not None and depth < 6:
            depth += verb.dep_ in _SUBORDINATE
            verb = self.above(verb)
        return depth

    def path(self, index: int) -> list[int]:
        """The token indices from ``index`` up to the root."""
        found, heads = [index], self.heads
        for _ in range(_LONGEST):
            above = heads[index]
            if above == index:
                break
            index = above
            found.append(index)
        return found

    def hobbs_order(self, pronoun: Token, heads: Sequence[int]) -> list[int]:
        """``heads`` before ``pronoun`` in about the order of Hobbs's search.

        J. Hobbs, "Resolving pronoun references" (1978), over dependencies: in the pronoun's
        sentence from its governor upwards, at each step what lies to the left, nearest to the
        step first and left to right; then sentence by sentence backwards, from the root down
        and left to right.
        """
        here = self.sentence[pronoun.i]
        steps = {index: n for n, index in enumerate(self.path(pronoun.i))}
        keyed = []
        for head in heads:
            if head >= pronoun.i:
                continue
            up = self.path(head)
            distance = here - self.sentence[head]
            if distance == 0:
                meet = next((n for n, index in enumerate(up) if index in steps), len(up) - 1)
                keyed.append(((0, steps.get(up[meet], _LONGEST), meet, head), head))
            else:
                keyed.append(((distance, len(up), 0, head), head))
        return [head for _, head in sorted(keyed)]

    def quotation(self, token: Token) -> int:
        """The start of the outermost quotation around ``token``, or -1."""
        index = bisect_right(self._outer, token.idx, key=lambda quotation: quotation.start) - 1
        if index >= 0 and token.idx < self._outer[index].end:
            return self._outer[index].start
        return -1
