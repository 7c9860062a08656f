"""Other names of one person: "Ahmed al-Sharaa, known as Abu Mohammed al-Jolani"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from onrecord.language.actors.entities import Entities, Entity, Naming
from onrecord.record.names import name_parts
from onrecord.vocabulary.tables import Tables

_FAR = 60  # characters between the two names at most
_SHARED = 3  # letters that "Chrissie" shares with "Christianna"


class _Row(msgspec.Struct, frozen=True):
    words: str


@dataclass(frozen=True)
class OtherNames:
    """Tells which names are said to be one person's.

    Attributes:
        between: matches all that stands between the two names.
    """

    between: re.Pattern[str]

    @classmethod
    def load(cls, tables: Tables) -> OtherNames:
        """Read ``other_names.csv``.

        Raises:
            VocabularyError: naming file and line.
        """
        phrases = [row.words for row in tables.csv("other_names", _Row)]
        anywhere = _any_of(words for words in phrases if not words.startswith("("))
        bracketed = _any_of(words for words in phrases if words.startswith("("))
        manner = r"(?:who (?:is|was) |is |was |(?:\w+ly|also|better|best|once|now) )*"
        said = rf"(?:[,(–—-]+\s?{manner}{anywhere}|{bracketed})"
        return cls(re.compile(rf"\s?{said}[,:]?\s[\"“'‘`]*(?:[Tt]he )?"))

    def join(self, text: str, entities: Entities) -> None:
        """Give the person named first the mentions of the other name."""
        named = [
            (naming, entity)
            for entity in entities
            if _may_be_person(entity)
            for naming in entity.namings
            if naming.form == "name"
        ]
        named.sort(key=lambda one: one[0].start)
        for (first, person), (then, other) in pairwise(named):
            same = person.id != other.id and self._is_other(text, first, then)
            if same and person.kind == "person" and person.namings and other.namings:
                for one in list(entities):
                    if one is other or (one.name == other.name and _may_be_person(one)):
                        _give(entities, one, person)

    def _is_other(self, text: str, first: Naming, then: Naming) -> bool:
        between = text[first.end : then.start]
        if len(between) > _FAR or "\n" in between:
            return False
        said = self.between.match(text, first.end, then.end)
        if said is not None and then.start <= said.end() < then.end:
            return True
        short, long = text[then.start : then.end], text[first.start : first.end]
        closed = text[then.end : then.end + 2].strip("\"”'’").startswith(")")
        return between.strip(" \"“'‘") == "(" and closed and _is_short(short, long)


def _is_short(short: str, long: str) -> bool:
    given = name_parts(long)[:1]
    begins = short[:_SHARED].lower()
    return " " not in short and len(begins) == _SHARED and any(g.startswith(begins) for g in given)


def _give(entities: Entities, other: Entity, person: Entity) -> None:
    entities.move(list(other.namings), other, person)
    person.aliases.extend([other.name, *other.aliases])
    person.gender = person.gender or other.gender
    person.because("other name", f"{other.name!r} is said to be {person.name}")


def _may_be_person(entity: Entity) -> bool:
    return entity.kind == "person" or bool(entity.guess)


def _any_of(phrases: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(_pattern, phrases), key=len, reverse=True))})"


def _pattern(words: str) -> str:
    before, dots, after = words.partition(" ... ")
    middle = r" (?:[\w'’]+ ){1,4}" if dots else ""
    return re.escape(before) + middle + re.escape(after)
