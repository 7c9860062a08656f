"""Datelines: where and when a story was filed, and by which agency, before its first words.

Agencies print them in many ways: "KYIV/MOSCOW, Aug 6 (Reuters) - ", "GENEVA — ", "HELENA, Mont.
(AP) — ", "MOSCOW, August 6. /TASS/. ", "[TOKYO] ", "GOMA, DRC | Xinhua | ", "Sept 3 (Reuters) - ",
"(Bloomberg) -- ". A label ("EXCLUSIVE: ") may stand before them.
"""

from __future__ import annotations

import re

import msgspec

from onrecord.vocabulary.press import Press

LONGEST = 160  # characters at the start of a paragraph in which a dateline is looked for
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s)?"
_DAY = rf"{_WEEKDAY}(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CITY = r"[A-ZÀ-ÞŁŚŻ][A-ZÀ-ÞŁŚŻ'’.\- ]{1,40}[A-ZÀ-ÞŁŚŻ.]"
_TOWN = r"[A-Z][\w’'-]{1,20}(?:\s[A-Z][\w’'-]{1,20}){0,2}"
_AFTER_CITY = r"(?:,\s[A-Z][\w.’' -]{1,30}?){0,2}"
_CITIES = rf"{_CITY}(?:\s?/\s?{_CITY}){{0,2}}"
_DASH = r"\s{0,2}(?:--|[-–—])\s{0,2}"
_AGENCY = r"\((?P<agency>[^()\n]{2,40})\)"
_FORMS = tuple(
    re.compile(form)
    for form in (
        # JERUSALEM — (AP) —
        rf"(?P<place>{_CITIES}{_AFTER_CITY}?){_DASH}{_AGENCY}(?P<dash>{_DASH})",
        # SRINAGAR, INDIA/MUZAFFARABAD, PAKISTAN (REUTERS) -
        rf"(?P<place>{_CITY}(?:,\s{_CITY})?(?:\s?/\s?{_CITY}(?:,\s{_CITY})?){{1,2}})"
        rf"(?:,?\s(?P<day>{_DAY}))?(?:,?\s?{_AGENCY})?(?P<dash>{_DASH})",
        # KYIV, Ukraine (AP) — · KYIV/MOSCOW, Aug 6 (Reuters) - · BAKU: · DOHA, (QNA) -
        rf"(?P<place>{_CITIES}{_AFTER_CITY}?)(?:[,.]?\s(?P<day>{_DAY}))?(?:,?\s?{_AGENCY})?"
        rf"(?:,?\s(?P<day2>{_DAY}))?(?P<dash>{_DASH}|:\s)",
        # Helena, Montana (AP) — · Geneva, 6 August 2025 –
        rf"(?P<place>{_TOWN}{_AFTER_CITY}?)(?:,?\s(?P<day>{_DAY}))?,?\s?{_AGENCY}(?P<dash>{_DASH})",
        rf"(?P<place>{_TOWN}{_AFTER_CITY}?),?\s\(?(?P<day>{_DAY})\)?(?P<dash>\s(?:--|[-–—])\s)",
        # Madrid/Istanbul, July 1, (dpa/GNA) -
        rf"(?P<place>{_TOWN}(?:\s?/\s?{_TOWN}){{1,2}})(?:,?\s(?P<day>{_DAY}))?,?\s?{_AGENCY}"
        rf"(?P<dash>{_DASH})",
        # [January 24, 2014] GENEVA (Reuters) —
        rf"\[(?P<day>{_DAY})\]\s?(?P<place>{_CITIES}{_AFTER_CITY}?)(?:,?\s?{_AGENCY})?"
        rf"(?P<dash>{_DASH})",
        # MOSCOW, August 6. /TASS/. · MOSCOW. Aug 6 /Interfax/
        rf"(?P<place>{_CITY}{_AFTER_CITY}?)[,.]?\s(?P<day>{_DAY})\.?\s?/(?P<agency>[^/\n]{{2,30}})/"
        rf"(?P<dash>[.\s–—-]{{1,4}})",
        # GOMA, DRC | Xinhua |
        rf"(?P<place>{_CITIES}{_AFTER_CITY}?)\s\|\s"
        rf"(?P<agency>[A-Z][\w .-]{{1,25}}?)(?P<dash>\s\|\s)",
        # [TOKYO] · [TOKYO, Aug. 6]
        rf"\[(?P<place>{_CITIES}{_AFTER_CITY}?)(?:,?\s(?P<day>{_DAY}))?\]"
        rf"(?P<dash>\s?(?:[-–—:]\s)?)",
        # BAUCHI, Nigeria Jan 25 (the story follows without a dash)
        rf"(?P<place>{_CITIES}{_AFTER_CITY}?),?\s(?P<day>{_DAY})(?P<dash>\s)(?=[A-Z][a-z])",
        # Sept 3 (Reuters) -
        rf"(?P<day>{_DAY}),?\s?{_AGENCY}(?P<dash>{_DASH}|:\s)",
        # (Bloomberg) --
        rf"{_AGENCY}(?P<dash>\s{{0,2}}(?:--|[-–—])\s{{1,2}}|:\s)",
    )
)
_AGENCY_ONLY = len(_FORMS) - 1
_LABEL = re.compile(
    r"(?P<label>[A-Z][A-Za-z&’' ]{2,24}?)(?: \d{1,2})?"
    r"(?P<end>:\s|\s{0,2}(?:--|[-–—])\s{1,2}|\s\|\s|(?<=\d)-)"
)


class Dateline(msgspec.Struct, frozen=True):
    """A dateline as printed.

    Attributes:
        place: as printed, with its state or country; null where there is none.
        day: day of the month, with or without its year.
        agency: the name in brackets or strokes.
        end: where the story begins, counted from the start of the paragraph.
    """

    end: int
    place: str | None = None
    day: str | None = None
    agency: str | None = None


def label_end(paragraph: str, press: Press) -> int:
    """Where the story's label ("EXCLUSIVE: ", "UPDATE 2 - ") ends; 0 where there is none."""
    match = _LABEL.match(paragraph)
    if match is None:
        return 0
    label = match["label"]
    is_known = label.upper() in press.labels
    is_dash = not match["end"].startswith(":")
    return match.end() if is_known and (label.isupper() or not is_dash) else 0


def find_dateline(paragraph: str, press: Press) -> Dateline | None:
    """The dateline that opens ``paragraph``, or None."""
    for number, form in enumerate(_FORMS):
        match = form.match(paragraph)
        if match is None or not _is_dateline(match, press, number):
            continue
        groups = match.groupdict()
        place = (groups.get("place") or "").strip()
        return Dateline(
            end=match.end(),
            place=_without_stop(place) or None,
            day=groups.get("day") or groups.get("day2"),
            agency=groups.get("agency"),
        )
    return None


def _is_dateline(match: re.Match[str], press: Press, number: int) -> bool:
    groups = match.groupdict()
    place, agency = groups.get("place") or "", groups.get("agency") or ""
    if place.upper() in press.labels:
        return False
    if number == _AGENCY_ONLY:
        return agency.casefold() in press.names
    dash = match["dash"]
    if dash.startswith(":") and place and not place.isupper():
        return False
    bare_hyphen = dash.strip() == "-" and not dash.startswith(" ")
    return not bare_hyphen or bool(agency or groups.get("day") or groups.get("day2"))


def _without_stop(place: str) -> str:
    """ "MOSCOW." is the city; "HELENA, Mont." and "WASHINGTON, D.C." keep theirs."""
    is_whole = place.endswith(".") and "," not in place and "." not in place[:-1]
    return place[:-1] if is_whole else place
