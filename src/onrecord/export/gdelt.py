"""The 61 columns of a GDELT 2.0 event export, one row for each pair of actor and recipient.

Codes are CAMEO's: EventRootCode from the category, EventBaseCode and EventCode the same with a
zero, since no more is claimed. GoldsteinScale holds the PLOVER score. Countries are ISO 3166-1
alpha-3 in the actor columns as GDELT has them, and in the columns of places too (GDELT has FIPS
there). AvgTone, ADM2 and ethnic and religious codes are left empty. Column names are those of the
GDELT event codebook.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from onrecord.record import Actor, Event, Record

_ACTOR = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code",
    "Religion2Code", "Type1Code", "Type2Code", "Type3Code",
)  # fmt: skip
_GEO = ("Type", "FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
COLUMNS = (
    "GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate",
    *(f"Actor1{field}" for field in _ACTOR),
    *(f"Actor2{field}" for field in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale",
    "NumMentions", "NumSources", "NumArticles", "AvgTone",
    *(f"Actor1Geo_{field}" for field in _GEO),
    *(f"Actor2Geo_{field}" for field in _GEO),
    *(f"ActionGeo_{field}" for field in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip
_LEAD = 300  # characters from the beginning within which GDELT calls an event a root event


def rows(record: Record, event: Event, score: float | None) -> Iterator[Mapping[str, object]]:
    """The rows of an event: each actor with each recipient; one alone where a side is empty."""
    actors = {actor.id: actor for actor in record.actors}
    firsts: list[Actor | None] = [actors[a] for a in event.actors] or [None]
    seconds: list[Actor | None] = [actors[r] for r in event.recipients] or [None]
    shared = _shared(record, event, score)
    number = 0
    for first in firsts:
        for second in seconds:
            number += 1
            yield {
                "GLOBALEVENTID": f"{event.id}-{number}",
                **shared,
                **_actor("Actor1", first),
                **_actor("Actor2", second),
            }


def _shared(record: Record, event: Event, score: float | None) -> dict[str, object]:
    published = (record.article.published or "")[:10]
    day = event.when.since if event.when and event.when.since else published
    root = event.cameo
    place = event.place
    row: dict[str, object] = {
        **_dates(day),
        "IsRootEvent": int(event.trigger.start < _LEAD),
        "EventCode": f"{root}0" if root else None,
        "EventBaseCode": f"{root}0" if root else None,
        "EventRootCode": root,
        "QuadClass": event.quad,
        "GoldsteinScale": score,
        "NumMentions": 1 + len(event.mentions),
        "NumSources": 1,
        "NumArticles": 1,
        "DATEADDED": published.replace("-", "") or None,
        "SOURCEURL": record.article.url,
    }
    if place is not None:
        row |= {
            "ActionGeo_Type": 1 if place.name == place.country else 4,
            "ActionGeo_FullName": place.name,
            "ActionGeo_CountryCode": place.country,
            "ActionGeo_Lat": place.lat,
            "ActionGeo_Long": place.lon,
        }
    return row


def _dates(day: str) -> dict[str, object]:
    """SQLDATE, MonthYear, Year and FractionDate, as far as the day is known."""
    parts = day.split("T")[0].split("-") if day else []
    if not parts or not all(part.isdigit() for part in parts):
        return {}
    row: dict[str, object] = {"Year": parts[0]}
    if len(parts) > 1:
        row["MonthYear"] = "".join(parts[:2])
    if len(parts) > 2:
        date = dt.date(int(parts[0]), int(parts[1]), int(parts[2]))
        row["SQLDATE"] = "".join(parts[:3])
        row["FractionDate"] = f"{date.year + date.timetuple().tm_yday / 365:.4f}"
    return row


def _actor(side: str, actor: Actor | None) -> dict[str, object]:
    if actor is None:
        return {}
    code = (actor.country or "") + (actor.sector or "")
    return {
        f"{side}Code": code or None,
        f"{side}Name": actor.name.upper(),
        f"{side}CountryCode": actor.country,
        f"{side}KnownGroupCode": actor.id if actor.kind == "armed-group" else None,
        f"{side}Type1Code": actor.sector,
    }
