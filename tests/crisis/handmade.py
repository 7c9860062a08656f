"""Records by hand in a line: an article of one sentence or two, and its rows."""

from __future__ import annotations

from typing import Any

from onrecord.record import (
    Actor,
    Article,
    Event,
    Figure,
    Move,
    Record,
    Span,
    Statement,
    When,
    article_id,
)

ACTORS = {
    "tavria": ("state/tavria", "Tavria", "state"),
    "ostland": ("state/ostland", "Ostland", "state"),
    "marrow": ("person/ilse-marrow", "Ilse Marrow", "person"),
    "meridian": ("media/meridian", "Meridian", "media"),
    "officials": ("unnamed/officials", "officials", "unnamed"),
}


class Made:
    """One article to which rows are added."""

    def __init__(self, text: str, outlet: str, published: str, agency: str | None = None) -> None:
        url = f"https://{outlet.replace(' ', '')}.example/{published}"
        self.article = Article(
            id=article_id(text, url),
            text=text,
            url=url,
            outlet=outlet,
            published=published,
            agency=agency,
        )
        self.rows: dict[str, list[Any]] = {"statements": [], "events": [], "moves": []}
        self.actors: dict[str, Actor] = {}

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span.of(self.article.text, start, start + len(words))

    def at(self, words: str) -> dict[str, Any]:
        span = self.span(words)
        return {"article": self.article.id, "start": span.start, "end": span.end, "text": words}

    def actor(self, key: str) -> str:
        row, name, kind = ACTORS[key]
        words = name if name in self.article.text else self.article.text.split()[0]
        self.actors[row] = Actor(id=row, name=name, kind=kind, **self.at(words))
        return row

    def _id(self, table: str) -> str:
        return f"{self.article.id}-{table[0]}{len(self.rows[table]) + 1}"

    def said(self, words: str, source: str, act: str = "say", via: str | None = None) -> str:
        kind = "unnamed" if source == "officials" else "named"
        row = Statement(
            id=self._id("statements"),
            act=act,
            form="indirect",
            content=(self.span(words),),
            source=self.actor(source),
            source_kind=kind,
            via=via,
            **self.at(words),
        )
        self.rows["statements"].append(row)
        return row.id

    def event(self, words: str, event: str, day: str | None = None, **more: Any) -> str:
        figures = tuple(Figure(w, words, low, high) for w, low, high in more.pop("figures", ()))
        trigger = more.pop("trigger", words.split()[-1])
        row = Event(
            id=self._id("events"),
            trigger=self.span(trigger),
            event=event,
            status=more.pop("status", "happened"),
            actors=tuple(self.actor(a) for a in more.pop("by", ())),
            recipients=tuple(self.actor(a) for a in more.pop("to", ())),
            when=When(day, day) if day else None,
            figures=figures,
            **more,
            **self.at(words),
        )
        self.rows["events"].append(row)
        return row.id

    def move(self, words: str, kind: str, party: str, issue: str, **more: Any) -> str:
        row = Move(
            id=self._id("moves"),
            kind=kind,
            issue=issue,
            terms=(self.span(words),),
            party=self.actor(party),
            status=more.pop("status", "made"),
            **more,
            **self.at(words),
        )
        self.rows["moves"].append(row)
        return row.id

    def record(self) -> Record:
        tables = {name: tuple(rows) for name, rows in self.rows.items()}
        return Record(article=self.article, actors=tuple(self.actors.values()), **tables)
