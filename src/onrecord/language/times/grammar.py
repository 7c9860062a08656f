"""The patterns, compiled, and the stretches of a text that they match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.language.times.lexer import OTHER, Lexemes, Lexer
from onrecord.vocabulary.tables import VocabularyError
from onrecord.vocabulary.times import Pattern, TimeWords

_ITEM = re.compile(r"\s*([a-z][a-z_]*|[()|?*])\s*")
# A run of lexemes that some pattern could match; longer ones are cut, which bounds the work.
_ISLAND = re.compile(f"[^{re.escape(OTHER)}]{{1,60}}")
# Classes that make no expression by themselves nor with one another.
_WEAK = frozenset(
    """the a one this that last previous next coming following same current possessive filler
    final opening about comma dash open close genitive gap stroke mod part mid vague num dayno
    big ordinal half every per times other long old before after from later earlier name
    before_word after_word period span_noun single hence
    of_ in_ at_ on_ to_ and_ or_ between_ until_ till_ by_ since_ within_ for_ during_ over_
    throughout_ through_ age_ aged_ away_ into_ new_ even_ lasting_""".split()
)


@dataclass(frozen=True, slots=True)
class Match:
    """Lexemes ``first`` to ``last`` (exclusive) that are a time expression by a pattern."""

    first: int
    last: int
    pattern: Pattern
    rank: int


class Grammar:
    """The patterns of ``times_patterns.toml``, compiled over a lexer's classes."""

    def __init__(self, words: TimeWords, lexer: Lexer) -> None:
        shapes = {shape.name: shape.shape for shape in words.shapes}
        self._strong = re.compile(lexer.characters_beyond(_WEAK))
        self._compiled: list[tuple[Pattern, re.Pattern[str]]] = []
        for pattern in words.patterns:
            where = f"times_patterns.toml, pattern {pattern.name!r}"

            def part(shape: str, where: str = where) -> str:
                return _compile(shape, shapes, lexer, where)

            source = part(pattern.shape)
            if pattern.after:
                source = f"(?<={part(pattern.after)})" + source
            if pattern.not_after:
                source = f"(?<!{part(pattern.not_after)})" + source
            if pattern.before:
                source += f"(?={part(pattern.before)})"
            if pattern.not_before:
                source += f"(?!{part(pattern.not_before)})"
            try:
                compiled = re.compile(source)
            except re.error as error:
                raise VocabularyError(f"{where}: {error}") from error
            if compiled.match("") is not None:
                raise VocabularyError(f"{where}: it matches nothing at all")
            self._compiled.append((pattern, compiled))

    def matches(self, lexemes: Lexemes) -> Iterator[Match]:
        """Every match of every pattern, in no useful order."""
        classes = lexemes.classes
        for island in _ISLAND.finditer(classes):
            start, end = island.span()
            if self._strong.search(classes, start, end) is None:
                continue
            for rank, (pattern, compiled) in enumerate(self._compiled):
                for match in compiled.finditer(classes, start, end):
                    yield Match(match.start(), match.end(), pattern, rank)

    def matches_within(
        self, lexemes: Lexemes, first: int, last: int, readings: tuple[str, ...]
    ) -> Iterator[Match]:
        """The matches of patterns with one of ``readings`` between two lexemes."""
        for rank, (pattern, compiled) in enumerate(self._compiled):
            if pattern.reading in readings:
                for match in compiled.finditer(lexemes.classes, first, last):
                    yield Match(match.start(), match.end(), pattern, rank)


def clusters(matches: list[Match]) -> Iterator[list[Match]]:
    """Groups of matches that overlap one another, in order of the text."""
    group: list[Match] = []
    end = 0
    for match in sorted(matches, key=lambda m: (m.first, -m.last, m.rank)):
        if group and match.first >= end:
            yield group
            group = []
        group.append(match)
        end = max(end, match.last)
    if group:
        yield group


def longest(matches: list[Match]) -> list[Match]:
    """The matches left when the longer beats the shorter, then the earlier pattern."""
    chosen: list[Match] = []
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (m.first - m.last, m.rank, m.first)):
        if taken.isdisjoint(range(match.first, match.last)):
            taken.update(range(match.first, match.last))
            chosen.append(match)
    return sorted(chosen, key=lambda m: m.first)


def _compile(shape: str, shapes: dict[str, str], lexer: Lexer, where: str, depth: int = 0) -> str:
    if depth > 8:
        raise VocabularyError(f"{where}: shapes name each other in a circle")
    out: list[str] = []
    position = 0
    while position < len(shape):
        item = _ITEM.match(shape, position)
        if item is None:
            raise VocabularyError(f"{where}: cannot read {shape[position : position + 20]!r}")
        position = item.end()
        name = item.group(1)
        if name == "(":
            out.append("(?:")
        elif not name[0].isalpha():
            out.append(name)
        elif name in shapes:
            out.append("(?:" + _compile(shapes[name], shapes, lexer, where, depth + 1) + ")")
        else:
            characters = lexer.character_class(name)
            if characters is None:
                raise VocabularyError(
                    f"{where}: no class or shape {name!r}; times_words.csv lists the classes"
                )
            out.append(characters)
    return "".join(out)
