"""A match taken apart: the values of its lexemes by class."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.times.lexer import Lexemes

# Units that a word counts on from the stretch at hand.
STEPS = {"last": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}
_WHICH = ("this", "that", "previous", "next", "coming", "following", "same", "current", "last")
_WHICH_AFTER_THIS = {"following", "previous", "same", "last", "coming", "next"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The lexemes ``first`` to ``last`` (exclusive) of a text."""

    lexemes: Lexemes
    first: int
    last: int

    def one(self, *kinds: str) -> str | None:
        """The value of the first lexeme of one of ``kinds``, or None."""
        for index in range(self.first, self.last):
            table = self.lexemes.values[index]
            for kind in kinds:
                if kind in table:
                    return table[kind]
        return None

    def where(self, *kinds: str) -> int | None:
        """The index of the first lexeme of one of ``kinds``, or None."""
        for index in range(self.first, self.last):
            if any(kind in self.lexemes.values[index] for kind in kinds):
                return index
        return None

    def all(self, kind: str) -> list[str]:
        """The values of every lexeme of a kind, in order."""
        tables = self.lexemes.values[self.first : self.last]
        return [table[kind] for table in tables if kind in table]

    def has(self, *kinds: str) -> bool:
        """Whether some lexeme is of one of ``kinds``."""
        return self.where(*kinds) is not None

    def until(self, index: int) -> Parts:
        """The lexemes before ``index``."""
        return Parts(self.lexemes, self.first, index)

    def since(self, index: int) -> Parts:
        """The lexemes from ``index`` on."""
        return Parts(self.lexemes, index, self.last)

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.lexemes.starts[self.first]

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.lexemes.ends[self.last - 1]

    @property
    def text(self) -> str:
        """The words, in lower case."""
        return self.lexemes.text[self.start : self.end].lower()

    def which(self) -> str | None:
        """Which one is meant: this, that, last, previous, next, coming, following, same."""
        for index in range(self.first, self.last):
            table = self.lexemes.values[index]
            for kind in _WHICH:
                if kind in table:
                    nested = "same" if kind in ("this", "that") else kind
                    following = self.lexemes.values[index + 1] if index + 1 < self.last else {}
                    if nested == "same" and following.keys() & _WHICH_AFTER_THIS:
                        continue
                    return "this" if kind == "current" else kind
        return None

    def part(self) -> str | None:
        """Which part is meant: early, mid, late, or all of it (None)."""
        value = self.one("part", "mid")
        if value is None and self.has("mod"):
            value = self.one("mod")
        return value if value in ("early", "mid", "late", "eve") else None

    def before(self) -> str:
        """The word before, in lower case."""
        return self.lexemes.word(self.first - 1)

    def after(self) -> str:
        """The word behind, in lower case."""
        return self.lexemes.word(self.last)

    def has_date(self) -> bool:
        """Whether a date stands inside, such as a weekday."""
        return self.has("weekday", "month", "month_short", "deictic", "holiday", "iso")
