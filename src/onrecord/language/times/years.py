"""Readings of years and of what is longer or shorter than a month: seasons, quarters, decades."""

from __future__ import annotations

import datetime as dt
import re

from onrecord.language.times.days import narrow
from onrecord.language.times.parts import STEPS, Parts
from onrecord.language.times.setting import Resolved, Setting, dated, year_value

_NEXT_WORD = re.compile(r"\s?(per cent\b|[A-Za-z]+)")
# In a history, four digits this near to the year spoken of are a year.
_NEAR_STORY = 100
# A quarter that ended so many days ago is not meant without its year.
_LONG_PAST = 200


def read_year(p: Parts, s: Setting) -> Resolved | None:
    """A bare year, or a year of an era."""
    number = p.one("year") or p.one("num")
    if number is None or not number.isdigit():
        return None
    era = p.one("era")
    if era is None and p.one("year") is None:
        era = _era_behind(p)
    if era == "BC" or (era is None and _era_behind(p) == "BC"):
        return dated(f"BC{int(number):04d}", "Y", explicit=True)
    if era is None and not p.has("the_year", "part", "mod", "mid") and not _is_year(p, s):
        return None
    return in_part(dated(f"{int(number):04d}", "Y", explicit=True), p)


def read_fiscal_year(p: Parts, s: Setting) -> Resolved | None:
    """Fiscal 2025: its days depend on the country, so it covers none."""
    return Resolved("DATE", f"FY{p.one('year')}")


def read_era_year(p: Parts, s: Setting) -> Resolved | None:
    """In 264: a year before Christ, in a history of that age."""
    number = p.one("num") or ""
    if not s.narrative or s.timeline is None or s.timeline.year >= 0 or len(number) != 3:
        return None
    if s.oracle.tag(p.end + 1).startswith("NN") or not number.isdigit():
        return None
    return dated(f"BC{int(number):04d}", "Y", explicit=True)


def _era_behind(p: Parts) -> str | None:
    """The era behind a range that begins with this year: 499-493 BC."""
    for index in range(p.last, min(p.last + 3, len(p.lexemes.values))):
        if "era" in p.lexemes.values[index]:
            return p.lexemes.values[index]["era"]
    return None


def _is_year(p: Parts, s: Setting) -> bool:
    """Whether four digits alone are a year rather than an amount."""
    text, end = s.lexemes.text, p.end
    number = int(p.one("year") or 0)
    before = p.before()
    follows = _NEXT_WORD.match(text, end)
    if follows is not None and follows[1].split()[0].lower() in s.oracle.cues["counted"]:
        return False
    if before in s.oracle.cues["numbered"]:
        return False
    if p.start and text[p.start - 1] in "-/.#" and not re.search(r"\d{4}\s?-$", text[: p.start]):
        return bool(
            re.search(r"(?:^|\W)(?:mid|pre|post|\d{4}/)-?$", text[max(0, p.start - 8) : p.start])
        )
    if re.match(r"[-/]\d{4}(?!\d)|[-/]\d\d(?!\d)|[–—,.;:)\]\s’'-]|$", text[end : end + 6]) is None:
        return False
    is_led = before in s.oracle.cues["before_year"]
    if not 1800 <= number <= 2100:
        if s.narrative:
            story = s.timeline
            is_near = story is not None and abs(story.year - number) <= _NEAR_STORY
            return is_led or is_near or before in ("(", "-", "–")
        return before in ("in", "since", "until", "from", "by")
    if before in ("the", "a", "this", "his", "its", "their", "’s", "'s", "our"):
        return True
    tag = s.oracle.tag(end + 1) if text[end : end + 1] == " " else ""
    return tag != "NNS"


def read_year_tail(p: Parts, s: Setting) -> Resolved | None:
    """The second year of "1995-96"."""
    number = p.one("num") or ""
    if len(number) != 2 or not number.isdigit() or s.last is None or s.last.year < 0:
        return None
    written = s.lexemes.text[p.start : p.end]
    year = s.last.year // 100 * 100 + int(number)
    if len(written) != 2 or not s.last.year < year:
        return None
    return dated(f"{year:04d}", "Y", explicit=True)


def read_decade(p: Parts, s: Setting) -> Resolved | None:
    """The 1990s, the late '80s, the sixties."""
    written = p.one("decade")
    if written is None:
        return dated(p.one("decade_word") or "", "DE", explicit=True) if p.has("the") else None
    digits = re.sub(r"\D", "", written)
    if len(digits) == 2:
        if not p.has("the", "mod", "mid", "part") or int(digits) < 20:
            return None
        digits = "19" + digits
    era = p.one("era")
    if era == "BC":
        return dated(f"BC{digits.zfill(4)[:3]}", "DE", explicit=True)
    return in_part(dated(digits[:3], "DE", explicit=True), p)


def read_century(p: Parts, s: Setting) -> Resolved | None:
    """The 19th century."""
    if p.one("unit") != "CE":
        return None
    number = int(p.one("ordinal") or 0)
    if not 1 <= number <= 30:
        return None
    if p.one("era") == "BC":
        return dated(f"BC{number - 1:02d}", "CE", explicit=True)
    return in_part(dated(f"{number - 1:02d}", "CE", explicit=True), p)


def read_year_end(p: Parts, s: Setting) -> Resolved | None:
    """Year-end."""
    anchor = s.here()
    if anchor is None or anchor.year < 1:
        return None
    day = dt.date(anchor.year, 12, 31)
    return Resolved("DATE", f"{anchor.year:04d}", (day, day))


def relative_year(p: Parts, s: Setting) -> int | None:
    """The year that "this year", "the following year" and the like mean."""
    which = p.which()
    if which is None:
        return None
    here, there = s.here(), s.there()
    is_late = which in ("that", "same", "previous", "following") or (
        which == "next" and p.has("the")
    )
    anchor = there if is_late else here
    step = STEPS.get(which, 0)
    return anchor.year + step if anchor else None


def in_part(found: Resolved, p: Parts) -> Resolved:
    """The same date with the days of its early, middle or late part."""
    part = p.part()
    if found.days is None or part is None:
        return found
    return Resolved(found.type, found.value, narrow(found.days, part), found.anchor, found.explicit)


def read_quarter(p: Parts, s: Setting) -> Resolved | None:
    """The fourth quarter of 2005, the first half of the year, Q3."""
    code = p.one("qcode")
    if code is None:
        is_half = p.has("half")
        number = int(p.one("ordinal") or 0)
        count = 2 if is_half else 4
        number = count if number == -1 else number
        if not 1 <= number <= count:
            return None
        if is_half and not p.has("year", "the_year"):
            return None
        code = f"{'H' if is_half else 'Q'}{number}"
    stated = p.one("year")
    year = int(stated) if stated else relative_year(p, s) if p.which() else None
    if year is None:
        year = _quarter_year(p, s, code)
    if year is None:
        return Resolved("DATE", f"XXXX-{code}")
    return dated(f"{year:04d}-{code}", "Q", explicit=stated is not None)


def _quarter_year(p: Parts, s: Setting, code: str) -> int | None:
    anchor = s.there() if s.narrative else s.here()
    if s.sentence_year is not None:
        return s.sentence_year
    if anchor is None or anchor.day is None:
        return None
    length = 3 if code[0] == "Q" else 6
    begins = (int(code[1]) - 1) * length + 1
    if s.narrative or p.has("the_year"):
        return anchor.year
    way = s.oracle.direction(p.start)
    if way == "future":
        return anchor.year + (begins + length - 1 < anchor.day.month)
    if way is None:
        distance = begins + length // 2 - anchor.day.month
        return anchor.year + (distance < -6) - (distance > 6)
    last_end = (begins + length - 1 - anchor.day.month) * 30 - 365
    if begins > anchor.day.month and last_end < -_LONG_PAST:
        return anchor.year
    return anchor.year - (begins > anchor.day.month)


def read_season(p: Parts, s: Setting) -> Resolved | None:
    """The summer of 2005, last winter, this spring."""
    season = p.one("season") or ""
    stated, which = p.one("year"), p.which()
    if p.has("era") and stated is None:
        stated = p.one("num") or ""
        if not stated.isdigit():
            return None
    year = int(stated) if stated else relative_year(p, s) if p.has("the_year") else None
    if year is not None and p.one("era") == "BC":
        year = -year
    if year is None and p.has("the_year"):
        return Resolved("DATE", f"XXXX-{season}")
    if year is None:
        year = _season_year(s, season, which, s.lexemes.starts[p.where("season") or p.first])
    if year is None:
        return Resolved("DATE", f"XXXX-{season}")
    return in_part(dated(f"{year_value(year)}-{season}", "S", explicit=stated is not None), p)


def _season_year(s: Setting, season: str, which: str | None, offset: int) -> int | None:
    anchor = s.there() if which in ("that", "same", "following", "previous") else s.here()
    if anchor is None:
        return None
    if anchor.day is None or which in ("this", "that", "same"):
        return anchor.year
    month = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[season]
    now = anchor.day.month
    if which in ("last", "previous"):
        return anchor.year - (now < month + 3)
    if which in ("next", "coming", "following"):
        return anchor.year + (now >= month)
    if s.narrative:
        return anchor.year
    if s.oracle.direction(offset) == "past":
        return anchor.year - (now < month)
    return anchor.year + (now >= month + 3)
