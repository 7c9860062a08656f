"""Cost of one more article while the store of stories grows.

    python -m benchmarks.growth [--articles 20000] [--a-day 200]

The articles are synthetic: on each day some things happen between parties, each is told by one
to six outlets in words of their own or as a copy, and looked back on for weeks. What is measured
is ``Stories.add`` (copies, grouping, provenance) and the row of every story it touches, in
processor time, over the last hundred articles before each mark; elsewhere no rows are asked for.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.crisis.stories import Stories
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

MARKS = (100, 300, 1000, 3000, 10_000, 20_000)
_LAST = 100
_OUTLETS = [f"Outlet {chr(65 + n)}" for n in range(24)]
_STATES = ["USA", "RUS", "UKR", "CHN", "IND", "IRN", "ISR", "TUR", "FRA", "DEU", "GBR", "SYR"]
_TOWNS = ["Arden", "Bexley", "Corvin", "Dunmore", "Eastfall", "Farrow", "Glenmouth", "Harrick"]
_DEEDS = {
    "ASSAULT": ("shelled", "attacked", "bombed"),
    "CONSULT": ("met", "talked with", "received"),
    "ACCUSE": ("accused", "blamed", "condemned"),
    "SANCTION": ("imposed sanctions on", "restricted trade with", "fined"),
    "AID": ("sent aid to", "supplied", "gave relief to"),
    "REJECT": ("rejected an offer of", "turned down", "refused"),
}
_ISSUES = ["ceasefire", "prisoners", "sanctions", "territory", "talks", "grain", "tariffs"]
_WORDS = [
    f"{a}{b}"
    for a in ("mar", "tel", "sov", "ban", "dor", "kel")
    for b in ("ine", "ock", "ule", "and", "ery", "ist", "olm", "urt", "ash", "ern", "ail", "opt")
]


@dataclass(frozen=True)
class Thing:
    """Something that happened."""

    day: dt.date
    event: str
    by: str
    to: str
    town: str
    killed: int
    words: tuple[str, ...]


class World:
    """Makes articles, day after day."""

    def __init__(self, seed: int, a_day: int) -> None:
        self.draw = random.Random(seed)
        self.a_day = a_day
        self.past: list[Thing] = []

    def articles(self, count: int) -> Iterator[Record]:
        """``count`` records in order of publication."""
        day, made = dt.date(2030, 1, 1), 0
        while made < count:
            things = [self.thing(day) for _ in range(max(3, self.a_day // 8))]
            texts: list[str] = []
            for _ in range(min(self.a_day, count - made)):
                made += 1
                yield self.article(day, things, texts, made)
            self.past = (self.past + things)[-400:]
            day += dt.timedelta(days=1)

    def thing(self, day: dt.date) -> Thing:
        by, to = self.draw.sample(_STATES, 2)
        return Thing(
            day,
            self.draw.choice(list(_DEEDS)),
            by,
            to,
            self.draw.choice(_TOWNS),
            self.draw.randint(1, 40),
            tuple(self.draw.sample(_WORDS, 6)),
        )

    def article(self, day: dt.date, things: list[Thing], texts: list[str], number: int) -> Record:
        told = self.draw.sample(things, min(3, len(things)))
        if self.past:
            told += self.draw.sample(self.past, min(2, len(self.past)))
        sentences = [self.sentence(thing) for thing in told]
        demand = self.draw.choice(_STATES), self.draw.choice(_STATES), self.draw.choice(_ISSUES)
        sentences.append(f"{demand[0]} demanded that {demand[1]} move on {demand[2]}.")
        filler = [" ".join(self.draw.choices(_WORDS, k=18)).capitalize() + "." for _ in range(8)]
        text = " ".join([*sentences, *filler])
        if texts and self.draw.random() < 0.15:  # a wire copy, cut at the end
            text = self.draw.choice(texts)
            return self.record(text, day, number, [], None)
        texts.append(text)
        return self.record(text, day, number, list(zip(sentences, told, strict=False)), demand)

    def sentence(self, thing: Thing) -> str:
        verb = self.draw.choice(_DEEDS[thing.event])
        extra = " ".join(self.draw.sample(thing.words, 4))
        tail = f", killing {thing.killed}" if thing.event == "ASSAULT" else ""
        return f"{thing.by} {verb} {thing.to} in {thing.town} over {extra}{tail}."

    def record(
        self,
        text: str,
        day: dt.date,
        number: int,
        told: list[tuple[str, Thing]],
        demand: tuple[str, str, str] | None,
    ) -> Record:
        key = article_id(text, f"https://example.org/{number}")
        article = Article(
            id=key,
            text=text,
            url=f"https://example.org/{number}",
            outlet=self.draw.choice(_OUTLETS),
            published=day.isoformat(),
        )
        rows = Rows(article)
        for n, (sentence, thing) in enumerate(told, 1):
            rows.tell(n, sentence, thing, self.draw.random() < 0.5)
        if demand is not None:
            rows.ask(demand)
        return rows.record()


class Rows:
    """The rows of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.actors: dict[str, Actor] = {}
        self.statements: list[Statement] = []
        self.events: list[Event] = []
        self.moves: list[Move] = []

    def span(self, words: str) -> Span:
        start = self.article.text.index(words)
        return Span.of(self.article.text, start, start + len(words))

    def actor(self, state: str) -> str:
        key = f"state/{state}"
        if key not in self.actors:
            at = self.span(state)
            self.actors[key] = Actor(
                id=key,
                article=self.article.id,
                start=at.start,
                end=at.end,
                text=at.text,
                name=state,
                kind="state",
                country=state,
            )
        return key

    def tell(self, number: int, sentence: str, thing: Thing, attributed: bool) -> None:
        at = self.span(sentence)
        figures = ()
        if thing.event == "ASSAULT":
            figures = (Figure("killed", f"killing {thing.killed}", thing.killed, thing.killed),)
        said = f"{self.article.id}-s{number}"
        if attributed:
            self.statements.append(
                Statement(
                    id=said,
                    article=self.article.id,
                    start=at.start,
                    end=at.end,
                    text=at.text,
                    act="say",
                    form="indirect",
                    content=(at,),
                    source=self.actor(thing.by),
                    source_kind="named",
                )
            )
        day = thing.day.isoformat()
        self.events.append(
            Event(
                id=f"{self.article.id}-e{number}",
                article=self.article.id,
                start=at.start,
                end=at.end,
                text=at.text,
                trigger=self.span(sentence.split()[1]),
                event=thing.event,
                status="happened",
                actors=(self.actor(thing.by),),
                recipients=(self.actor(thing.to),),
                when=When(day, day),
                figures=figures,
                statement=said if attributed else None,
            )
        )

    def ask(self, demand: tuple[str, str, str]) -> None:
        party, toward, issue = demand
        at = self.span(f"{party} demanded that {toward} move on {issue}")
        self.moves.append(
            Move(
                id=f"{self.article.id}-m1",
                article=self.article.id,
                start=at.start,
                end=at.end,
                text=at.text,
                kind="demand",
                issue=issue,
                terms=(self.span(f"move on {issue}"),),
                status="made",
                party=self.actor(party),
                toward=(self.actor(toward),),
            )
        )

    def record(self) -> Record:
        return Record(
            article=self.article,
            actors=tuple(self.actors.values()),
            statements=tuple(self.statements),
            events=tuple(self.events),
            moves=tuple(self.moves),
        )


def main() -> None:
    """Print milliseconds an article, comparisons an article and memory at each mark."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("data", nargs="?", help="not needed: the articles are made here")
    parser.add_argument("--articles", type=int, default=MARKS[-1])
    parser.add_argument("--a-day", type=int, default=200)
    options = parser.parse_args()
    stories = Stories.load()
    marks = {*MARKS, options.articles}
    spent: list[tuple[float, float, int]] = []
    print("articles  add ms  story rows ms  pairs compared  stories  memory MB")
    for number, record in enumerate(World(7, options.a_day).articles(options.articles), 1):
        before = stories.grouping.compared
        begun = time.process_time()
        touched = stories.add(record)
        added = time.process_time()
        if any(0 <= mark - number < _LAST for mark in marks):
            for story in touched:
                stories.story(story)
        done = time.process_time()
        spent.append((added - begun, done - added, stories.grouping.compared - before))
        if number in marks:
            last = spent[-_LAST:]
            add, rows, pairs = (sum(x[i] for x in last) / len(last) for i in range(3))
            memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(
                f"{number:8d}  {add * 1000:6.2f}  {rows * 1000:13.2f}  {pairs:14.0f}"
                f"  {len(stories.grouping.groups):7d}  {memory:9.0f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
