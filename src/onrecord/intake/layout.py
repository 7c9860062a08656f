"""The layout of an article's text: which stretches are reporting and which are about it.

Only ``body`` blocks give statements, events and moves; headers, bylines, datelines,
cross-headings, captions, credit lines and boilerplate are metadata. In doubt a paragraph is
body: losing reporting is worse than reading a heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import msgspec

from onrecord.intake.dateline import LONGEST, find_dateline, label_end
from onrecord.vocabulary.press import Press
from onrecord.vocabulary.tables import Tables

BlockKind = Literal[
    "body", "header", "byline", "dateline", "heading", "caption", "credit", "boilerplate"
]

_PARAGRAPH = re.compile(r"[^\n]+")
HEADER = re.compile(
    r"(?P<key>title|headline|outlet|source|publisher|published|date|url|link|by|author|authors"
    r"|agency|language)\s{0,3}:[ \t]{0,4}(?P<value>[^\n]*)",
    re.IGNORECASE,
)
_DESK = re.compile(r"[A-Za-z]{2,10}(?:/[a-z]{1,4}){1,4}\.?|\(?(?:ENDS?|END|###|XXX|-30-)\)?")
_BYLINE = re.compile(
    r"(?:[Bb]y|BY)\s[A-ZÀ-Þ][^.!?]{2,160}"
    r"|[A-Z][\w’'.-]+(?:\s[A-Z][\w’'.-]+){1,3}\s(?:in|reports from)"
    r"\s[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?"
)
_NOT_A_NAME = re.compile(r"\b(?:said|was|were|is|are|had|has|the time|end of|early)\b")
_RULE = r"(?:\+{2,}|\*{2,}|={2,}|-{2,}|#{1,4})"
_RULED = re.compile(rf"{_RULE}\s?\S.{{1,100}}?\s?(?:{_RULE})?")
_ENDS_SENTENCE = re.compile(r"[.?!…:;,][\"'”’»)\]]{0,2}$")
_LONGEST_HEADING = 100
_OPENING = 3  # paragraphs of the story that may open with the dateline
_LEAST_WRAPPED = 4  # lines that a wrapped text has at least
_WIDEST = 160  # characters of the longest line that a wrapped text has
_FULL_LINE = 0.7  # of the width, from which a line is full where no blank lines part paragraphs
_WRAPPED_SHARE = 6  # of so many lines one must break off before a small letter


class Block(msgspec.Struct, frozen=True):
    """A stretch of the text of one kind; a paragraph, or the dateline that opens it."""

    kind: BlockKind
    start: int
    end: int


def layout(text: str, press: Press | None = None) -> tuple[Block, ...]:
    """The blocks of ``text`` in order; they cover all of it but white space.

    Args:
        text: the article's text.
        press: the tables of the press; loaded anew where they are not given.
    """
    press = press or Press.load(Tables())
    blocks: list[Block] = []
    paragraphs = list(_paragraphs(text))
    in_header = True
    for number, (start, end) in enumerate(paragraphs):
        words = text[start:end]
        in_header = in_header and HEADER.match(words) is not None
        if in_header:
            blocks.append(Block("header", start, end))
            continue
        kind = _kind(text, paragraphs, number, press, blocks)
        if kind == "body":
            blocks.extend(_body(text, start, end, blocks, press))
        else:
            blocks.append(Block(kind, start, end))
    return tuple(blocks)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a text; where it is wrapped at a width, the paragraphs its lines make."""
    lines = list(_lines(text))
    if not _is_wrapped(text, lines):
        yield from lines
        return
    width = max(end - start for start, end in lines)
    by_blank = re.search(r"\n\s*\n", text) is not None
    start, last = lines[0]
    for following, end in lines[1:]:
        if text.count("\n", last, following) == 1 and _runs_on(
            text[start:last], text[following:end], width, by_blank
        ):
            last = end
            continue
        yield start, last
        start, last = following, end
    yield start, last


def _lines(text: str) -> Iterator[tuple[int, int]]:
    for match in _PARAGRAPH.finditer(text):
        line = match.group()
        stripped = line.strip()
        if stripped:
            start = match.start() + len(line) - len(line.lstrip())
            yield start, start + len(stripped)


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether sentences run on over line breaks, as in mail and old archives."""
    if len(lines) < _LEAST_WRAPPED or max(end - start for start, end in lines) > _WIDEST:
        return False
    broken = sum(
        not _ENDS_SENTENCE.search(text[start:end]) and text[following].islower()
        for (start, end), (following, _) in pairwise(lines)
        if text.count("\n", end, following) == 1
    )
    return broken * _WRAPPED_SHARE >= len(lines)


def _runs_on(line: str, following: str, width: int, by_blank: bool) -> bool:
    """Whether a line goes on in the next one, not being a heading, credit or short last line."""
    reached = len(line) - line.rfind("\n") - 1
    if HEADER.match(line) or _opens_apart(following):
        return False
    if by_blank:
        return reached > width / 2
    return reached > _FULL_LINE * width and not re.search(r"[.?!][\"'”’»)\]]{0,2}$", line)


def _opens_apart(line: str) -> bool:
    return HEADER.match(line) is not None or _BYLINE.fullmatch(line) is not None


def _kind(
    text: str, paragraphs: list[tuple[int, int]], number: int, press: Press, before: list[Block]
) -> BlockKind:
    start, end = paragraphs[number]
    words = text[start:end]
    opening = _opening(words, press)
    if opening is not None:
        return opening
    if _DESK.fullmatch(words):
        return "credit"
    told = any(block.kind == "body" for block in before)
    is_last = number >= len(paragraphs) - 3
    if (not told or is_last) and _is_byline(words):
        return "byline"
    if _is_heading(words, press, first=not told, last=number == len(paragraphs) - 1):
        return "heading"
    return "body"


def _opening(words: str, press: Press) -> BlockKind | None:
    lower = words[:80].casefold()
    for begins, kind in press.openings:
        if lower.startswith(begins):
            is_long = len(words) > 400 or words.count(". ") > 3
            return None if is_long and kind != "credit" else kind  # type: ignore[return-value]
    if re.search(r"(?:REUTERS|AFP|AP Photo|EPA)\s?/\s?[A-Z][\w’' .-]{2,50}\.?$", words):
        return "caption"
    if re.match(r"\(?(?:Additional r|R)eporting (?:by|from)\b", words):
        return "credit"
    return None


def _is_byline(words: str) -> bool:
    if len(words) > 160 or _NOT_A_NAME.search(words):
        return False
    if re.match(r"By .{3,60}\. [A-Z].{3,80} contributed\.?$", words):
        return True
    return _BYLINE.fullmatch(words.rstrip(".")) is not None and words.count(" ") < 16


def _is_heading(words: str, press: Press, *, first: bool, last: bool) -> bool:
    """Whether a paragraph is a heading: short, without the end of a sentence."""
    if len(words) > _LONGEST_HEADING:
        return False
    if _RULED.fullmatch(words):
        return True
    letters = [c for c in words if c.isalpha()]
    if not letters:
        return True
    if all(c.isupper() for c in letters) and len(letters) > 2:
        return True
    if re.match(r"(?:[-–—•*]|\(?\d{1,2}[.)])\s", words) or find_dateline(words, press):
        return False
    if _ENDS_SENTENCE.search(words) and not words.rstrip("”’\"'").endswith("?"):
        return False
    if words[0] in "“\"‘'" or words[-1] in '”"':
        return False
    if words.endswith("?"):
        return first
    return not last or first


def _body(text: str, start: int, end: int, before: list[Block], press: Press) -> Iterator[Block]:
    """A paragraph of the story, its label and its dateline, if it opens with one, apart."""
    told = sum(block.kind == "body" for block in before)
    if told < _OPENING:
        length = label_end(text[start : min(end, start + LONGEST)], press)
        if length and start + length < end:
            yield Block("boilerplate", start, start + len(text[start : start + length].rstrip()))
            start += length
    if told < _OPENING and not any(block.kind == "dateline" for block in before):
        found = find_dateline(text[start : min(end, start + LONGEST)], press)
        if found is not None and start + found.end < end:
            length = len(text[start : start + found.end].rstrip())
            yield Block("dateline", start, start + length)
            start += found.end
    yield Block("body", start, end)
