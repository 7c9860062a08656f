"""Records made by hand, for tests that need rows and no reading."""

from __future__ import annotations

from onrecord.record import (
    Actor,
    Article,
    Credit,
    Deadline,
    DueBy,
    Event,
    Figure,
    Mention,
    Move,
    Place,
    Reason,
    Record,
    Role,
    Span,
    Statement,
    Time,
    When,
    article_id,
    row_id,
)
from onrecord.record.place import EventPlace

TEXT = (
    "President Ilse Marrow of Tavria told Meridian Press on Friday that Ostland must lift the "
    "blockade by 1 May or face sanctions. At least 12 sailors were killed in Port Alder."
)


def handmade(text: str = TEXT, url: str | None = "https://meridian.example/1") -> Record:
    """A small record with a row in every table."""
    article = article_id(text, url)

    def span(words: str) -> Span:
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    def place(words: str) -> dict[str, object]:
        found = span(words)
        return {"article": article, "start": found.start, "end": found.end, "text": words}

    statement, event, move = (row_id(article, letter, 1) for letter in "sem")
    demand = span("Ostland must lift the blockade by 1 May or face sanctions")
    return Record(
        article=Article(
            id=article,
            text=text,
            url=url,
            title="Marrow sets a date",
            outlet="Meridian Press",
            published="2031-04-18",
            authors=("Ana Prior",),
            credits=(Credit("Ana Prior", "reporting", "Port Alder"),),
        ),
        actors=(
            Actor(
                id="person/ilse-marrow",
                name="Ilse Marrow",
                kind="person",
                sector="GOV",
                aliases=("Marrow",),
                roles=(Role(title="president"),),
                **place("President Ilse Marrow"),
            ),
            Actor(id="state/ostland", name="Ostland", kind="state", **place("Ostland")),
            Actor(
                id="media/meridian-press",
                name="Meridian Press",
                kind="media",
                **place("Meridian Press"),
            ),
        ),
        mentions=(
            Mention(actor="person/ilse-marrow", form="name", **place("President Ilse Marrow")),
            Mention(actor="state/ostland", form="name", **place("Ostland")),
        ),
        times=(Time(type="DATE", value="2031-04-18", **place("Friday")),),
        places=(Place(name="Port Alder", **place("Port Alder")),),
        statements=(
            Statement(
                id=statement,
                act="demand",
                form="indirect",
                source="person/ilse-marrow",
                source_words=(span("President Ilse Marrow of Tavria"),),
                source_kind="named",
                cue=(span("told"),),
                content=(demand,),
                addressee="media/meridian-press",
                said=When(since="2031-04-18", until="2031-04-18", text="on Friday"),
                **place(TEXT[: demand.end] if text == TEXT else text[: demand.end]),
            ),
        ),
        events=(
            Event(
                id=event,
                trigger=span("killed"),
                event="ASSAULT",
                status="happened",
                quad=4,
                place=EventPlace(text="Port Alder", name="Port Alder"),
                figures=(Figure(what="killed", text="At least 12", low=12),),
                **place("At least 12 sailors were killed in Port Alder"),
            ),
        ),
        moves=(
            Move(
                id=move,
                kind="demand",
                issue="blockade",
                party="person/ilse-marrow",
                toward=("state/ostland",),
                terms=(span("lift the blockade"),),
                otherwise=(span("face sanctions"),),
                deadline=DueBy(
                    "2031-05-01", "by 1 May", span("by 1 May").start, span("by 1 May").end
                ),
                status="made",
                statement=statement,
                article=article,
                start=demand.start,
                end=demand.end,
                text=demand.text,
            ),
        ),
        deadlines=(
            Deadline(
                move=move,
                set_by="person/ilse-marrow",
                on=("state/ostland",),
                terms=(span("lift the blockade"),),
                otherwise=(span("face sanctions"),),
                due="2031-05-01",
                as_of="2031-04-18",
                state="open",
                **place("by 1 May"),
            ),
        ),
        reasons=(Reason(row=statement, article=article, rule="cue-verb", detail="told: say"),),
        warnings=("a remark",),
    )
