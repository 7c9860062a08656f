"""Part of speech and morphology from tag, word and relation: spaCy's attribute ruler, remembered.

Nearly all rules of an attribute ruler look at one token alone, at its lower-case form, its tag,
its relation and whether it is white space. What they make of such a token is worked out once
with the ruler itself and remembered; where a rule over several tokens may hold ("let's", "there
is") the ruler looks at these tokens together. The result is the same.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc, MorphAnalysis, Token

_KNOWN = frozenset({"TAG", "LOWER", "DEP", "IS_SPACE"})


class _Made(NamedTuple):
    """What the ruler makes of a token; 0 where it leaves something as it was."""

    tag: int
    pos: int
    morph: MorphAnalysis
    lemma: int
    dep: int


class Attributes:
    """An attribute ruler that looks at each kind of token once.

    Args:
        ruler: as loaded; its patterns are read when this is built.
    """

    def __init__(self, ruler: AttributeRuler) -> None:
        self._ruler: Callable[[Doc], Doc] = ruler
        strings = ruler.vocab.strings
        rules: Any = ruler.patterns
        patterns: list[list[dict[str, Any]]] = [p for rule in rules for p in rule["patterns"]]
        self._simple = all(set(token) <= _KNOWN for tokens in patterns for token in tokens)
        self._words, self._relations = (
            {strings.add(w) for tokens in patterns for t in tokens for w in _named(t, key)}
            for key in ("LOWER", "DEP")
        )
        self._several = [
            [_Wanted.of(token, strings.add) for token in tokens]
            for tokens in patterns
            if len(tokens) > 1
        ]
        self._made: dict[tuple[int, int, int, bool], _Made] = {}

    def __call__(self, doc: Doc) -> Doc:
        """Set the attributes of every token of ``doc``."""
        if not self._simple:
            return self._ruler(doc)
        kinds = [(token.lower, token.dep) for token in doc]
        together = self._together(kinds)
        for token, (lower, dep) in zip(doc, kinds, strict=True):
            space = token.is_space
            key = (
                lower if lower in self._words else 0,
                token.tag,
                dep if space or dep in self._relations else 0,
                space,
            )
            made = self._made.get(key)
            if made is None:
                (made,) = self._work_out([token])
                self._made[key] = made
            _set(token, made)
        for first, last in together:
            tokens = [doc[n] for n in range(first, last)]
            for token, made in zip(tokens, self._work_out(tokens), strict=True):
                _set(token, made)
        return doc

    def _together(self, kinds: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """[first, last) of the tokens on which a rule over several may hold."""
        return [
            (at, at + len(tokens))
            for tokens in self._several
            for at, kind in enumerate(kinds[: len(kinds) - len(tokens) + 1])
            if tokens[0].holds(kind)
            and all(w.holds(k) for w, k in zip(tokens[1:], kinds[at + 1 :], strict=False))
        ]

    def _work_out(self, tokens: list[Token]) -> list[_Made]:
        """Let the ruler see these tokens and nothing else."""
        from spacy.tokens import Doc

        alone = Doc(tokens[0].vocab, words=[token.text for token in tokens])
        for token, own in zip(tokens, alone, strict=True):
            own.tag, own.dep = token.tag, token.dep
        return [
            _Made(
                own.tag if own.tag != token.tag else 0,
                own.pos,
                own.morph,
                own.lemma,
                own.dep if own.dep != token.dep else 0,
            )
            for token, own in zip(tokens, self._ruler(alone), strict=True)
        ]


class _Wanted(NamedTuple):
    """The words and relations that a pattern names for a token; None where it names none."""

    words: frozenset[int] | None
    relations: frozenset[int] | None

    @classmethod
    def of(cls, token: dict[str, Any], number: Callable[[str], int]) -> _Wanted:
        """Of a pattern's token; ``number`` gives a word's number."""
        words, relations = (
            frozenset(map(number, _named(token, key))) or None for key in ("LOWER", "DEP")
        )
        return cls(words, relations)

    def holds(self, kind: tuple[int, int]) -> bool:
        """Whether a token of this word and relation may be meant."""
        return (self.words is None or kind[0] in self.words) and (
            self.relations is None or kind[1] in self.relations
        )


def _set(token: Token, made: _Made) -> None:
    token.pos = made.pos
    token.morph = made.morph
    if made.lemma:
        token.lemma = made.lemma
    if made.tag:
        token.tag = made.tag
    if made.dep:
        token.dep = made.dep


def _named(token: dict[str, Any], key: str) -> list[str]:
    """What a pattern of one token names under ``key``; nothing where any may stand."""
    said = token.get(key, [])
    if isinstance(said, str):
        return [said]
    if isinstance(said, dict):
        return list(said.get("IN", []))
    return list(said)
