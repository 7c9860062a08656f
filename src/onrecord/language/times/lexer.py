"""Text -> lexemes: the words of time expressions, each with the classes it may have.

Every lexeme is one character of a *class string*, so that a pattern over classes is an ordinary
regular expression over that string and its matches count in lexemes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.vocabulary.times import TimeWords

OTHER = "."
_FIRST_CHARACTER = 0x100
_TOKEN = re.compile(
    r"(?P<iso>\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?:Z|[+-]\d\d:?\d\d)?)?(?!\d))"
    r"|(?P<slash>\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])|\d{4}/\d\d/\d\d(?![\d/])"
    r"|\d{1,2}\.\d{1,2}\.\d{4}(?!\d)|\d{1,2}-\d{1,2}-\d{4}(?!\d))"
    r"|(?P<skip>[$€£¥]\s?\d[\d,.]*|\d[\d,.]*\s?%|\d+/\d+/[\d/]+|\d{5,}|[\w.+-]{1,64}@[\w.-]{1,64}"
    r"|https?://\S{1,2000}|www\.\S{1,2000})"
    r"|(?P<clock>(?:[01]?\d|2[0-4])[:.][0-5]\d(?:[:.][0-5]\d)?(?:\s?[aApP]\.?[mM]\b\.?)"
    r"|(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])"
    r"|(?:1[0-2]|0?[1-9])\s?[aApP]\.?[mM]\b\.?)"
    r"|(?P<decade>(?:1\d|20)\d0[’']?s\b|\d\d0s(?=\sBC)|[’']?[2-9]0s\b)"
    r"|(?P<ordinal>\d{1,3}(?:st|nd|rd|th)\b)"
    r"|(?P<mixed>\d{1,3}(?:-|\s)1/2\b|\d{1,3}\s?½|½|\b1/2\b)"
    r"|(?P<thousand>\d{1,3}(?:,\d{3})+(?:\.\d+)?)"
    r"|(?P<decimal>\d+\.\d+)"
    r"|(?P<year>\d{4}(?![\w]))"
    r"|(?P<shortyear>[’'‘]\d\d(?![\w]))"
    r"|(?P<number>\d{1,3}(?![\w]))"
    r"|(?P<qcode>[QH][1-4]\b)"
    r"|(?P<word>[^\W\d_]+(?:[’'](?!s\b|S\b)[^\W\d_]+)?)"
    r"|(?P<genitive>[’']s?\b|(?<=s)[’'](?=\s\w))"
    r"|(?P<dash>[-–—‑])|(?P<comma>,)|(?P<open>[(\[])|(?P<close>[)\]])|(?P<stroke>/)"
    r"|(?P<gap>\s*\n\s*)|(?P<rest>[^\s\w]|\w)"
)
# Abbreviations of these classes are written with a capital.
_CAPITAL_ONLY = frozenset(("month", "weekday"))
_HALVES = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_MULTIPLES = (12, 100, 1000)
_TENS = (20, 30, 40, 50, 60, 70, 80, 90)


@dataclass(slots=True)
class Entry:
    """What the lexicon says of a word: its value in each class, by kind of capitals."""

    any_case: dict[str, str] = field(default_factory=dict)
    capital: dict[str, str] = field(default_factory=dict)
    upper: dict[str, str] = field(default_factory=dict)
    phrases: re.Pattern[str] | None = None
    abbreviation: dict[str, str] | None = None


@dataclass(slots=True)
class Lexemes:
    """The lexemes of a text, as parallel lists, and their class string."""

    text: str
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    values: list[dict[str, str]] = field(default_factory=list)
    classes: str = ""

    def word(self, index: int) -> str:
        """The lexeme at ``index`` in lower case, or nothing outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]].lower()
        return ""


class Lexer:
    """Cuts a text into lexemes; made once from the tables."""

    def __init__(self, words: TimeWords) -> None:
        self._entries: dict[str, Entry] = {}
        self._phrase_values: dict[str, dict[str, str]] = {}
        self._characters: dict[frozenset[str], str] = {}
        phrases: dict[str, set[str]] = {}
        for spelling, kind, value, case in _spellings(words):
            self._note(spelling, kind, value, case, phrases)
        for first, rests in phrases.items():
            ordered = sorted(rests, key=len, reverse=True)
            self._entries.setdefault(first, Entry()).phrases = re.compile(
                "(?:" + "|".join(map(_phrase_pattern, ordered)) + r")(?!\w)", re.IGNORECASE
            )
        for values in self._phrase_values.values():
            self._character(frozenset(values))
        for entry in self._entries.values():
            for table in (entry.any_case, entry.capital, entry.upper, entry.abbreviation or {}):
                self._character(frozenset(table))
        for kinds in _NUMERIC_KINDS:
            self._character(frozenset(kinds))

    def _note(
        self, spelling: str, kind: str, value: str, case: str, phrases: dict[str, set[str]]
    ) -> None:
        first = re.match(r"[^\W_]+(?:[’'](?!s\b)[^\W\d_]+)?", spelling)
        if first is None or first.end() == len(spelling):
            entry = self._entries.setdefault(spelling, Entry())
            if case == "upper":
                entry.upper[kind] = value
                return
            if case != "capital":
                entry.any_case[kind] = value
            if case != "lower":
                entry.capital[kind] = value
        elif first.end() == len(spelling) - 1 and spelling.endswith("."):
            entry = self._entries.setdefault(first.group(), Entry())
            entry.abbreviation = {**(entry.abbreviation or {}), kind: value}
        else:
            phrases.setdefault(first.group(), set()).add(spelling)
            self._phrase_values.setdefault(spelling, {})[kind] = value

    def _character(self, kinds: frozenset[str]) -> str:
        if not kinds:
            return OTHER
        if kinds not in self._characters:
            self._characters[kinds] = chr(_FIRST_CHARACTER + len(self._characters))
        return self._characters[kinds]

    def character_class(self, kind: str) -> str | None:
        """The characters that may be ``kind``, as a regular expression; None for no such kind."""
        found = "".join(c for kinds, c in self._characters.items() if kind in kinds)
        return f"[{found}]" if found else None

    def characters_beyond(self, weak: frozenset[str]) -> str:
        """The characters that may be of a class that is not in ``weak``."""
        return f"[{''.join(c for kinds, c in self._characters.items() if kinds - weak)}]"

    def lex(self, text: str) -> Lexemes:
        """The lexemes of ``text``."""
        found = Lexemes(text)
        starts, ends, values = found.starts, found.ends, found.values
        classes: list[str] = []
        entries, characters = self._entries, self._characters
        empty: dict[str, str] = {}
        reached = 0
        for match in _TOKEN.finditer(text):
            start, end = match.span()
            if start < reached:
                continue
            kind = match.lastgroup
            table: dict[str, str] = empty
            if kind == "word":
                word = text[start:end]
                entry = entries.get(word.lower())
                if entry is not None:
                    table, end = self._look_up(text, start, end, entry)
            elif kind == "number" and text[start:end] in entries:
                table, end = self._look_up(text, start, end, entries[text[start:end]])
                if not table:
                    table, end = self._numeric(text, start, end, kind)
            elif kind not in ("rest", "skip"):
                table, end = self._numeric(text, start, end, str(kind))
            starts.append(start)
            ends.append(end)
            reached = end
            values.append(table)
            classes.append(characters[frozenset(table)] if table else OTHER)
            if "number_word" in table or "half" in table:
                self._compose(found, classes)
        self._add_halves(found, classes)
        found.classes = "".join(classes)
        return found

    def _look_up(self, text: str, start: int, end: int, entry: Entry) -> tuple[dict[str, str], int]:
        if entry.phrases is not None:
            phrase = entry.phrases.match(text, start)
            if phrase is not None:
                key = re.sub(r"\s+", " ", phrase.group().lower()).replace("’", "'")
                found = self._phrase_values.get(key) or self._phrase_values.get(
                    phrase.group().lower()
                )
                if found is not None:
                    return found, phrase.end()
        is_capital = text[start].isupper()
        short = entry.abbreviation
        is_short = short is not None and text.startswith(".", end)
        if short is not None and is_short and (is_capital or not short.keys() & _CAPITAL_ONLY):
            return short, end + 1
        if entry.upper and text[start:end].isupper():
            return entry.upper, end
        return (entry.capital if is_capital else entry.any_case), end

    def _numeric(self, text: str, start: int, end: int, kind: str) -> tuple[dict[str, str], int]:
        word = text[start:end]
        if kind == "number":
            number = int(word)
            return {"num": word, "dayno": word} if 1 <= number <= 31 else {"num": word}, end
        if kind == "year":
            return ({"year": word} if 1000 <= int(word) <= 2199 else {"big": word}), end
        if kind == "shortyear":
            century = 19 if int(word[1:]) > 40 else 20
            return {"year": f"{century}{word[1:]}"}, end
        if kind == "ordinal":
            digits = word[:-2]
            if 1 <= int(digits) <= 31:
                return {"ordinal": digits, "dayth": digits}, end
            return {"ordinal": digits}, end
        if kind == "mixed":
            whole = re.match(r"\d+(?!/)", word)
            number_text = f"{whole.group()}.5" if whole and word != "1/2" else "0.5"
            return {"num": number_text}, end
        if kind == "decimal":
            return {"num": word}, end
        if kind == "thousand":
            return {"big": word.replace(",", "")}, end
        if kind == "clock" and text[end - 1] == "." and not re.search(r"[aApP]\.[mM]\.$", word):
            end -= 1
            word = word[:-1]
        return {kind: word}, end

    def _compose(self, found: Lexemes, classes: list[str]) -> None:
        """Join the number word just read with the number before it: twenty-five, two hundred."""
        table = found.values[-1]
        if "half" in table:
            return
        amount = int(table["number_word"])
        first = len(found.values) - 1
        before, joined = _joined(found, first, amount)
        if joined is None:
            found.values[-1] = {"num": str(amount), **({"one": "1"} if amount == 1 else {})}
            classes[-1] = self._characters[frozenset(found.values[-1])]
            return
        end = found.ends[-1]
        for column in (found.values, found.starts, found.ends, classes):
            del column[before + 1 :]
        found.ends[before] = end
        found.values[before] = {"num": f"{joined:g}"}
        classes[before] = self._characters[frozenset(("num",))]

    def _add_halves(self, found: Lexemes, classes: list[str]) -> None:
        """Two and a half: one number."""
        if "half" not in found.text and "Half" not in found.text:
            return
        index = 0
        while index + 3 < len(found.values):
            table = found.values[index]
            number = table.get("num")
            if number is not None and number.isdigit():
                tail = _HALVES.match(found.text, found.ends[index])
                if tail is not None and "half" in found.values[index + 3]:
                    found.values[index] = {"num": f"{number}.5"}
                    classes[index] = self._characters[frozenset(("num",))]
                    found.ends[index] = found.ends[index + 3]
                    for column in (found.values, found.starts, found.ends, classes):
                        del column[index + 1 : index + 4]
            index += 1


def _joined(found: Lexemes, first: int, amount: int) -> tuple[int, int | None]:
    """The lexeme that a number word continues, and the number they make; None for a new one."""
    before = first - 1
    if before >= 0 and ("dash" in found.values[before] or found.word(before) == "and"):
        before -= 1
    earlier = found.values[before] if before >= 0 else {}
    base = earlier.get("num", "")
    is_next = before == first - 1
    if base.isdigit() and "dayth" not in earlier:
        value = int(base)
        if amount in _MULTIPLES:
            return before, value * amount if is_next and value < amount else None
        is_rest = amount < 10 and value in _TENS
        is_remainder = amount < 100 and value >= 100 and value % 100 == 0
        return before, value + amount if is_rest or is_remainder else None
    if amount not in _MULTIPLES:
        return before, None
    if amount == 12 and found.word(first - 1) == "a" and found.word(first - 2) == "half":
        return first - 2, 6
    return before, amount if "a" in earlier and is_next else None


_NUMERIC_KINDS: tuple[tuple[str, ...], ...] = (
    ("num",),
    ("num", "dayno"),
    ("num", "one"),
    ("year",),
    ("big",),
    ("ordinal",),
    ("ordinal", "dayth"),
    ("iso",),
    ("slash",),
    ("clock",),
    ("decade",),
    ("genitive",),
    ("qcode",),
    ("dash",),
    ("comma",),
    ("open",),
    ("close",),
    ("stroke",),
    ("gap",),
)


def _spellings(words: TimeWords) -> Iterable[tuple[str, str, str, str]]:
    for word in words.words:
        for spelling in word.words:
            yield spelling, word.kind, word.value, word.case
    for holiday in words.holidays:
        for spelling in holiday.names:
            yield spelling, "holiday", holiday.rule, "capital"
    for zone in words.zones:
        for spelling in zone.names:
            yield spelling, "zone", zone.offset, _zone_case(spelling)


def _zone_case(name: str) -> str:
    """Short names are in capitals only, so that "et" and "art" are left alone."""
    return "" if " " in name else "upper" if len(name) <= 4 else "capital"


def _phrase_pattern(phrase: str) -> str:
    parts = [re.escape(part).replace("'", "[’']") for part in phrase.split()]
    return r"\s+".join(parts)
