"""Records made from the planted lists of the examples: what a careful reading would hold.

The lists give key rows by their words; ``MORE`` adds the rows that the stories across articles
speak of and the lists of single dispatches do not.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from onrecord.intake import Intake
from onrecord.record import (
    Actor,
    DueBy,
    Event,
    Figure,
    Move,
    Record,
    Role,
    Span,
    Statement,
    When,
    slug,
)
from onrecord.record.place import EventPlace

EXAMPLES = Path(__file__).parents[2] / "examples"
SETS = ("kremlin-talks", "strait-dispute")
_CURLY = str.maketrans("’‘“”", "''\"\"")
_MEDIA = {"Bloomberg", "The Bell", "Meridian Press", "Orient Bulletin", "Halcyon Newswire"}
_STATES = {"Velmark", "Corsenia"}
_SERVES = {
    "Donald Trump": "USA",
    "Vladimir Putin": "RUS",
    "Yuri Ushakov": "RUS",
    "Volodymyr Zelenskiy": "UKR",
    "Andriy Yermak": "UKR",
    "Ilse Marrow": "Velmark",
    "Henrik Askeby": "Velmark",
    "Octavian Reyle": "Corsenia",
    "Katya Brandis": "Corsenia",
    "Joren Pahl": "Corsenia",
}
_THOUGHT = {"believe", "doubt", "want", "fear", "intend", "feel"}


def _event(words: str, event: str, actor: str, recipient: str, **more: Any) -> dict[str, Any]:
    parties = {"actors": [actor], "recipients": [recipient]}
    return {"words": words, "event": event, "status": "happened", **parties, **more}


def _toll(words: str, killed: int, source: str | None = None) -> dict[str, Any]:
    figures = [{"what": "killed", "low": killed, "high": killed}]
    more = {"mode": "firearms", "date": "2025-09-02", "figures": figures, "source": source}
    return _event(words, "ASSAULT", "Velmark", "Corsenia", **more)


def _orders(words: str, number: int, source: str) -> dict[str, Any]:
    figures = [{"what": "warnings", "low": number, "high": number}]
    more = {"date": "2025-09-02", "figures": figures, "source": source}
    return _event(words, "REQUEST", "Velmark", "Corsenia", **more)


def _ultimatum(words: str, due: str) -> dict[str, Any]:
    return {
        "words": words,
        "terms": words,
        "kind": "demand",
        "party": "Corsenia",
        "toward": ["Velmark"],
        "issue": "strait-fee",
        "due": due,
        "due_text": words,
    }


def _days(words: str, due: str) -> dict[str, Any]:
    return {
        "terms": words,
        "kind": "demand",
        "party": "Donald Trump",
        "toward": ["RUS"],
        "issue": "peace-deal",
        "due": due,
        "due_text": words,
    }


# file prefix -> further rows
MORE: dict[str, dict[str, dict[str, list[dict[str, Any]]]]] = {
    "strait-dispute": {
        "01": {
            "events": [
                _orders("The boats had ignored three orders to stop", 3, "Ilse Marrow"),
                _orders("he had counted one warning and not three", 1, "unnamed"),
            ]
        },
        "02": {
            "events": [
                _toll("spoke on Tuesday of two dead", 2, "Ilse Marrow"),
                _orders("he had heard no order at all", 0, "unnamed"),
            ]
        },
        "03": {
            "events": [
                _toll("four fishermen were killed on Tuesday", 4, "Corsenia"),
                _toll("Velmark says two", 2, "Velmark"),
            ],
            "moves": [_ultimatum("delivered the ultimatum on Friday", "2025-09-12")],
        },
        "04": {
            "events": [
                _toll("which brought the number of dead to three", 3, "Velmark"),
                _toll("Corsenia has spoken of four from the start", 4, "Corsenia"),
            ],
            "moves": [
                _ultimatum(
                    "Corsenia has threatened to close the southern entrance to Velmark ships on "
                    "12 September",
                    "2025-09-12",
                )
            ],
        },
        "05": {
            "events": [
                _toll("puts the number of fishermen killed on Sept. 2 at three", 3, "Velmark"),
                _toll("Corsenia at four", 4, "Corsenia"),
            ],
            "moves": [_ultimatum("a Corsenian ultimatum is due to run out", "2025-09-12")],
        },
        "06": {"moves": [_ultimatum("a Corsenian ultimatum is due to run out", "2025-09-12")]},
        "07": {
            "moves": [_ultimatum("Corsenia's ultimatum ends on Friday", "2025-09-12")],
            "events": [
                _event(
                    "he and Admiral Katya Brandis had talked for four hours outside Port Lune",
                    "CONSULT",
                    "Henrik Askeby",
                    "Katya Brandis",
                    date="2025-09-08",
                    source="Halcyon Newswire",
                )
            ],
        },
        "08": {
            "moves": [
                _ultimatum("Corsenia has extended its ultimatum to Velmark by a week", "2025-09-19")
            ]
        },
        "09": {
            "moves": [_ultimatum("her president’s ultimatum runs out", "2025-09-19")],
            "events": [
                _event(
                    "a Velmark patrol boat fired on their trawlers on 2 September",
                    "ASSAULT",
                    "Velmark",
                    "Corsenia",
                    mode="firearms",
                    date="2025-09-02",
                )
            ],
        },
        "10": {
            "moves": [
                _ultimatum(
                    "an ultimatum expired with Velmark's licence fee still in force", "2025-09-19"
                )
            ],
            "events": [_toll("Velmark acknowledges three", 3, "Velmark")],
        },
    },
    "kremlin-talks": {
        "01": {"moves": [_days("gave Russia 50 days to reach a deal on Ukraine", "2025-09-02")]},
        "03": {
            "moves": [
                _days("the 50 days he had announced two weeks earlier", "2025-09-02"),
                _days("Russia now had about 10 or 12 days", "2025-08-09"),
            ]
        },
        "04": {
            "moves": [
                _days(
                    "cut the time he had given Russia to make a deal on Ukraine to about 10 or "
                    "12 days",
                    "2025-08-09",
                )
            ]
        },
        "06": {
            "events": [
                _event(
                    "The figure had stood at 26 on Friday morning",
                    "ASSAULT",
                    "RUS",
                    "UKR",
                    date="2025-07-31",
                    figures=[{"what": "killed", "low": 26, "high": 26}],
                )
            ]
        },
        "07": {
            "moves": [
                _days("In mid-July the U.S. president spoke of 50 days", "2025-09-02"),
                _days("two weeks later he brought that down to 10 or 12", "2025-08-09"),
            ],
            "events": [
                _event("It called the threats against Russia’s partners", "ACCUSE", "RUS", "USA")
            ],
        },
        "12": {
            "events": [
                _event(
                    "the threats against its trading partners as illegitimate",
                    "ACCUSE",
                    "RUS",
                    "USA",
                )
            ]
        },
        "14": {
            "moves": [
                _days("On July 14 Trump gave Russia 50 days", "2025-09-02"),
                _days("on July 28 he reduced that to about 10 or 12", "2025-08-09"),
            ]
        },
    },
}


def plan(name: str) -> dict[str, Any]:
    """The planted list of a set."""
    return tomllib.loads((EXAMPLES / name / "planted.toml").read_text(encoding="utf-8"))


def records(name: str) -> dict[str, Record]:
    """The record of every dispatch of a set by its file."""
    intake = Intake.load()
    made = {}
    for dispatch in plan(name)["dispatch"]:
        article = intake.open(EXAMPLES / name / dispatch["file"]).article
        more = MORE[name].get(dispatch["file"][:2], {})
        made[dispatch["file"]] = _Maker(article).record(dispatch, more)
    return made


class _Maker:
    """Makes the rows of one dispatch."""

    def __init__(self, article: Any) -> None:
        self.article, self.text = article, article.text
        self.flat = article.text.translate(_CURLY)
        self.actors: dict[str, Actor] = {}

    def span(self, words: str) -> Span:
        start = self.flat.find(words.translate(_CURLY))
        assert start >= 0, words
        return Span.of(self.text, start, start + len(words))

    def at(self, words: str) -> dict[str, Any]:
        found = self.span(words)
        return {
            "article": self.article.id,
            "start": found.start,
            "end": found.end,
            "text": found.text,
        }

    def actor(self, name: str, words: str) -> str:
        if name.isupper() and len(name) == 3:
            row, kind, country, roles = f"state/{name}", "state", name, ()
        elif name in _STATES:
            row, kind, country, roles = f"state/{slug(name)}", "state", None, ()
        elif name in _MEDIA:
            row, kind, country, roles = f"media/{slug(name)}", "media", None, ()
        elif name == "unnamed":
            row, kind, country, roles = f"unnamed/{slug(words)[:40]}", "unnamed", None, ()
        else:
            of = _SERVES.get(name)
            country = of if of and of.isupper() else None
            roles = (Role("official", of=f"state/{slug(of)}"),) if of and not country else ()
            row, kind = f"person/{slug(name)}", "person" if of or " " in name else "organisation"
        called = "a source" if name == "unnamed" else name
        self.actors[row] = Actor(
            id=row, name=called, kind=kind, country=country, roles=roles, **self.at(words)
        )
        return row

    def record(self, dispatch: dict[str, Any], more: dict[str, Any]) -> Record:
        statements = [self.statement(i, s) for i, s in enumerate(dispatch["statements"], 1)]
        events = []
        for i, row in enumerate([*dispatch["events"], *more.get("events", [])], 1):
            source = row.get("source")
            if source is not None:
                said = {"source": source, "words": row["words"], "kind": "named"}
                said["kind"] = "unnamed" if source == "unnamed" else "named"
                statements.append(self.statement(len(statements) + 1, said))
            events.append(self.event(i, row, statements))
        rows = [*dispatch["moves"], *more.get("moves", [])]
        moves = [self.move(i, row, statements) for i, row in enumerate(rows, 1)]
        return Record(
            article=self.article,
            actors=tuple(self.actors.values()),
            statements=tuple(statements),
            events=tuple(events),
            moves=tuple(moves),
        )

    def statement(self, number: int, row: dict[str, Any]) -> Statement:
        act = row.get("act", "say")
        form = "thought" if act in _THOUGHT else row.get("form", "indirect")
        source = None if row["kind"] == "outlet" else self.actor(row["source"], row["words"])
        return Statement(
            id=f"{self.article.id}-s{number}",
            act=act,
            form=form,
            content=(self.span(row["words"]),),
            source=source,
            source_kind=row["kind"],
            source_count=row.get("count"),
            **self.at(row["words"]),
        )

    def within(self, words: str, statements: list[Statement]) -> str | None:
        """The statement whose content holds the words, the shortest."""
        own = self.span(words)
        around = [s for s in statements if s.start <= own.start + 2 and own.start < s.end]
        return min(around, key=lambda s: s.end - s.start).id if around else None

    def event(self, number: int, row: dict[str, Any], statements: list[Statement]) -> Event:
        words, date = row["words"], row.get("date", row.get("since"))
        first, _, last = (date or "").partition("/")
        until = None if "since" in row else last or first
        figures = [
            Figure(f["what"], words, f.get("low"), f.get("high")) for f in row.get("figures", [])
        ]
        own = self.span(words)
        trigger = row.get("trigger") or _verb(words)
        place = row.get("place")
        return Event(
            id=f"{self.article.id}-e{number}",
            trigger=self.span(trigger) if trigger in self.text else own,
            event=row["event"],
            mode=row.get("mode"),
            status=row["status"],
            actors=tuple(self.actor(a, words) for a in row.get("actors", [])),
            recipients=tuple(self.actor(a, words) for a in row.get("recipients", [])),
            place=EventPlace(text=place, name=place) if place else None,
            when=When(first, until, None) if date else None,
            figures=tuple(figures),
            statement=self.within(words, statements),
            **self.at(words),
        )

    def move(self, number: int, row: dict[str, Any], statements: list[Statement]) -> Move:
        terms = row["terms"]
        due = None
        if "due" in row:
            at = self.span(row["due_text"])
            due = DueBy(row["due"].rpartition("/")[2], at.text, at.start, at.end)
        otherwise = (self.span(row["otherwise"]),) if "otherwise" in row else ()
        return Move(
            id=f"{self.article.id}-m{number}",
            kind=row["kind"],
            party=self.actor(row["party"], terms) if row.get("party") else None,
            toward=tuple(self.actor(a, terms) for a in row.get("toward", [])),
            issue=row.get("issue", "other"),
            terms=(self.span(terms),),
            otherwise=otherwise,
            deadline=due,
            status=row.get("status", "made"),
            statement=self.within(terms, statements),
            **self.at(terms),
        )


def _verb(words: str) -> str:
    """A word that may carry the event: the longest that is written small."""
    small = [w.strip(".,;") for w in words.split() if w[:1].islower()]
    return max(small, key=len) if small else words
