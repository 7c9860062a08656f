"""Small wording: dates, lists, and words shortened for a line."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Iterable, Sequence

from onrecord.record import Span, When
from onrecord.record.dates import first_day

# Categories of events that are words, no deeds.
ONLY_SAID = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT"})
_SPACE = re.compile(r"\s+")


def clean(words: str) -> str:
    """Words on one line, without control or direction characters that a terminal would obey."""
    one_line = _SPACE.sub(" ", words).strip()
    return "".join(c for c in one_line if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs"))


def listed(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return ", ".join(names[:-1]) + " and " + names[-1]


def shortened(words: str, limit: int) -> str:
    """At most about ``limit`` characters, cut at a word and marked with an ellipsis."""
    words = clean(words)
    if len(words) <= limit:
        return words
    return words[:limit].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


def joined(spans: Iterable[Span], limit: int = 400) -> str:
    """Spans in pieces as one run of words: "X … Z"."""
    return shortened(" … ".join(clean(span.text) for span in spans), limit)


def day(value: str, *, year: int | None = None) -> str:
    """A date as a person writes it: "6 Aug 2025"; the year is left out where it is ``year``.

    A month or a year alone stays a month or a year.
    """
    first = first_day(value)
    tail = "" if first.year == year else f" {first.year}"
    if len(value) == 4:
        return str(first.year)
    if len(value) == 7:
        return f"{first:%b}{tail}"
    return f"{first.day} {first:%b}{tail}"


def long_day(value: dt.date) -> str:
    """ "Wednesday 6 August 2025"."""
    return f"{value:%A} {value.day} {value:%B %Y}"


def when(value: When | None, *, year: int | None = None) -> str:
    """An interval in a few characters: "6 Aug", "since May", "1–3 Aug", "" where unknown."""
    if value is None or (value.since is None and value.until is None):
        return ""
    if value.until is None:
        return f"since {day(value.since or '', year=year)}"
    if value.since is None:
        return f"until {day(value.until, year=year)}"
    since, until = day(value.since, year=year), day(value.until, year=year)
    if since == until:
        return since
    first, last = first_day(value.since), first_day(value.until)
    if len(value.since) >= 10 and len(value.until) >= 10:
        if _whole_month(first, last):
            return day(value.since[:7], year=year)
        if _whole_year(first, last):
            return value.since[:4]
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{until}"
    return f"{since} – {until}"


def _whole_month(first: dt.date, last: dt.date) -> bool:
    after = last + dt.timedelta(days=1)
    return first.day == 1 and after.day == 1 and (after - first).days <= 31


def _whole_year(first: dt.date, last: dt.date) -> bool:
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and (
        first.year == last.year
    )


def left(days: int) -> str:
    """ "in 2 days", "today", "3 days ago"."""
    if days == 0:
        return "today"
    if days == 1:
        return "tomorrow"
    if days == -1:
        return "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def consequence(spans: Iterable[Span], limit: int = 200) -> str:
    """What follows if not, without the "or (else)" that leads it in."""
    return re.sub(r"^or\s(?:else,?\s)?", "", joined(spans, limit), flags=re.IGNORECASE)
