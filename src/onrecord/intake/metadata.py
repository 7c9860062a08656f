"""What an article's text says of itself: header, byline, dateline, credits, date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from onrecord.intake.dateline import LONGEST, Dateline, find_dateline
from onrecord.intake.layout import HEADER, Block
from onrecord.record import Credit
from onrecord.record.dates import is_date
from onrecord.vocabulary.press import Press

_MONTHS = {
    name: number
    for number, name in enumerate(
        "jan feb mar apr may jun jul aug sep oct nov dec".split(), start=1
    )
}
_WORDED = re.compile(
    r"(?:(?P<d1>\d{1,2})\s(?P<m1>[A-Za-z]{3,9})\.?|(?P<m2>[A-Za-z]{3,9})\.?\s(?P<d2>\d{1,2}))"
    r",?\s(?P<year>\d{4})"
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?")
_DUTY = re.compile(
    r"(?P<duty>(?:additional\s)?(?:reporting|writing|editing|edited|compiled|written)"
    r"(?:\s(?:and|,)\s(?:additional\s)?(?:reporting|writing|editing))?)\s(?:by|from)\s",
    re.IGNORECASE,
)
_NAME = (
    r"[A-ZÀ-Þ][\w’'.-]*(?:\s(?:[A-ZÀ-Þ][\w’'.-]*|(?:de|van|der|von|al|el|bin|da|di|la|le)\b)){1,5}"
)
_PLACE = r"[A-ZÀ-Þ][\w’'.-]*(?:\s[A-ZÀ-Þ][\w’'.-]*){0,3}"
_CREDITED = re.compile(rf"(?P<name>{_NAME})(?:\s(?:in|from)\s(?P<place>{_PLACE}))?")
_PAPERS = re.compile(r"(?:,| for| of| -|;| \|).*$")


class Metadata(msgspec.Struct, frozen=True):
    """What the text says of itself; null or empty where it does not."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: str | None = None
    url: str | None = None
    dateline: str | None = None
    authors: tuple[str, ...] = ()
    credits: tuple[Credit, ...] = ()


def metadata_of(text: str, blocks: Sequence[Block], press: Press) -> Metadata:
    """Read the blocks of ``text`` that are about the article."""
    header = _header(text, blocks)
    filed = _dateline(text, blocks, press)
    agency = press.agencies.get(filed.agency.casefold(), filed.agency) if filed.agency else None
    return Metadata(
        title=header.get("title") or header.get("headline") or _heading(text, blocks),
        outlet=header.get("outlet") or header.get("publisher") or header.get("source"),
        agency=_agency(header.get("agency") or agency, text, blocks, press),
        published=parse_date(header.get("published") or header.get("date") or "")
        or parse_date(filed.day or ""),
        url=header.get("url") or header.get("link"),
        dateline=filed.place,
        authors=_authors(header, text, blocks),
        credits=tuple(_credits(text, blocks)),
    )


def parse_date(words: str) -> str | None:
    """A date of the record from what a header or dateline gives, or None.

    ISO dates and date-times keep their precision; "Aug. 6, 2025" and "6 August 2025" too.
    """
    match = _ISO.search(words)
    if match is not None:
        value = match.group().replace(" ", "T")
        return value if is_date(value) else None
    match = _WORDED.search(words)
    if match is None:
        return None
    month = _MONTHS.get((match["m1"] or match["m2"])[:3].casefold())
    if month is None:
        return None
    try:
        return dt.date(int(match["year"]), month, int(match["d1"] or match["d2"])).isoformat()
    except ValueError:
        return None


def _header(text: str, blocks: Iterable[Block]) -> dict[str, str]:
    found: dict[str, str] = {}
    for block in blocks:
        match = HEADER.fullmatch(text[block.start : block.end]) if block.kind == "header" else None
        if match is not None and match["value"].strip():
            found.setdefault(match["key"].lower(), match["value"].strip())
    return found


def _heading(text: str, blocks: Sequence[Block]) -> str | None:
    """The headline: a heading before anything that is told."""
    for block in blocks:
        if block.kind == "heading":
            return text[block.start : block.end]
        if block.kind in ("body", "dateline"):
            return None
    return None


def _dateline(text: str, blocks: Iterable[Block], press: Press) -> Dateline:
    for block in blocks:
        if block.kind == "dateline":
            found = find_dateline(text[block.start : block.start + LONGEST], press)
            if found is not None:
                return found
    return Dateline(end=0)


def _agency(named: str | None, text: str, blocks: Iterable[Block], press: Press) -> str | None:
    """The wire that is credited: in the dateline, else in a byline or credit line."""
    if named is not None:
        return press.agencies.get(named.casefold(), named)
    for block in blocks:
        if block.kind in ("byline", "credit"):
            words = text[block.start : block.end]
            for printed in re.findall(r"[A-Z][\w-]+(?:\s[A-Z][\w-]+)?", words):
                if printed.casefold() in press.agencies:
                    return press.agencies[printed.casefold()]
    return None


def _authors(header: dict[str, str], text: str, blocks: Iterable[Block]) -> tuple[str, ...]:
    words = header.get("by") or header.get("author") or header.get("authors") or ""
    names = re.findall(_NAME, words)
    for block in blocks:
        if block.kind == "byline":
            line = re.sub(r"^by\s", "", text[block.start : block.end], flags=re.IGNORECASE)
            first = _PAPERS.sub("", line) if " and " not in line else line
            first = re.sub(r"\. .*$", "", first)
            names.extend(re.findall(_NAME, re.sub(r"\s(?:in|from)\s[A-Z][\w]+", "", first)))
    return tuple(dict.fromkeys(name.strip(" .") for name in names))


def _credits(text: str, blocks: Iterable[Block]) -> Iterable[Credit]:
    for block in blocks:
        if block.kind != "credit":
            continue
        line = text[block.start : block.end].strip("() ")
        duties = list(_DUTY.finditer(line))
        for number, duty in enumerate(duties):
            stop = duties[number + 1].start() if number + 1 < len(duties) else len(line)
            role = _role(duty["duty"])
            for match in _CREDITED.finditer(line[duty.end() : stop].rstrip(" .;,")):
                yield Credit(name=match["name"], role=role, place=match["place"])


def _role(duty: str) -> Literal["reporting", "writing", "editing"]:
    words = duty.casefold()
    if "report" in words or "compil" in words:
        return "reporting"
    return "editing" if "edit" in words else "writing"
