"""Near-duplicates on pairs of our own making: recall and precision of copies found.

    python -m benchmarks.nearduplicates

``near_duplicates.toml`` holds a wire's report of each of some invented events. Copies of it: whole
in other typography, cut to half, rewritten lightly by hand, under another lead, with paragraphs
of the copier's own at the end, as a part of a longer page, cut and rewritten. No copies: another
reporter's report of the same event, the same with a long statement quoted in full, a later report
that uses the background again, and the reports of other events.
"""

from __future__ import annotations

import argparse
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.crisis.copies import find_copies
from onrecord.record import Article, article_id
from onrecord.vocabulary.tables import Tables

TEXTS = Path(__file__).with_name("near_duplicates.toml")
_AROUND = (
    "Readers have asked what this means for the weekend. The weather will hold, and ferries run.",
    "The museum of the harbour opens its new wing on Saturday, and admission is free for children.",
)


@dataclass(frozen=True)
class Pair:
    """Two texts, how the second was made, and whether it is a copy of the first."""

    event: str
    made: str
    one: str
    other: str
    is_copy: bool


def pairs() -> Iterator[Pair]:
    """All pairs, events in order."""
    events = tomllib.loads(TEXTS.read_text(encoding="utf-8"))["event"]
    for event in events:
        wire = _text(event["wire"])
        for made, text in _copies(event):
            yield Pair(event["name"], made, wire, text, True)
        for made, text in _own(event):
            yield Pair(event["name"], made, wire, text, False)
    for one, other in zip(events, [*events[1:], events[0]], strict=True):
        yield Pair(one["name"], "another event", _text(one["wire"]), _text(other["wire"]), False)


def _copies(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    wire, rewrite, lead, other = (event[k] for k in ("wire", "rewrite", "lead", "other"))
    half = len(wire) // 2
    yield "other typography", _typeset(_text(wire))
    yield "cut to half", _text(wire[:half])
    yield "cut to a third", _text(wire[: max(3, len(wire) // 3)])
    yield "rewritten lightly", _text(rewrite)
    yield "rewritten and cut", _text(rewrite[: max(4, len(rewrite) // 2 + 1)])
    yield "another lead", _text([*lead, *wire[1:]])
    yield "another lead, cut", _text([*lead, *wire[1 : half + 2]])
    yield "own paragraphs added", _text([*wire[: half + 1], *other[-3:]])
    yield "part of a longer page", _text([_AROUND[0], *wire, *_AROUND])
    yield "paragraphs in another order", _text([*wire[:2], *wire[4:], *wire[2:4]])


def _own(event: dict[str, Any]) -> Iterator[tuple[str, str]]:
    wire, other, later = event["wire"], event["other"], event["later"]
    yield "another reporter", _text(other)
    yield "another reporter, same statement", _text([*other[:3], wire[event["quote"]], *other[3:]])
    yield "later, background used again", _text([*later, *(wire[i] for i in event["background"])])
    yield "later, without it", _text(later)


def _text(sentences: list[str]) -> str:
    """Two sentences a paragraph."""
    return "\n\n".join(" ".join(sentences[i : i + 2]) for i in range(0, len(sentences), 2))


def _typeset(text: str) -> str:
    inner = text.replace('"', "”").replace(" ”", " “").replace("\n”", "\n“")
    return inner.replace("'", "’").replace("defence", "defense").replace(" per cent", " percent")


def found(pair: Pair, tables: Tables) -> bool:
    """Whether the second text is found to be a copy."""
    days = ("2031-04-18", "2031-04-19")
    articles = [
        Article(id=article_id(text, str(n)), text=text, outlet=f"Outlet {n}", published=day)
        for n, (text, day) in enumerate(zip((pair.one, pair.other), days, strict=True))
    ]
    return bool(find_copies(articles, tables))


@dataclass(frozen=True)
class Figures:
    """How many pairs there are, recall and precision, and what was wrong by how it was made."""

    copies: int
    others: int
    recall: float
    precision: float
    wrong: Counter[str]

    def line(self) -> str:
        """In one line."""
        return (
            f"{self.copies} copies, {self.others} that are none:"
            f"  recall {100 * self.recall:.1f}  precision {100 * self.precision:.1f}"
        )


def measure(tables: Tables) -> Figures:
    """Over all pairs."""
    right = missed = false = others = 0
    wrong: Counter[str] = Counter()
    for pair in pairs():
        said = found(pair, tables)
        others += not pair.is_copy
        right += said and pair.is_copy
        missed += pair.is_copy and not said
        false += said and not pair.is_copy
        if said != pair.is_copy:
            wrong[f"{pair.event}: {pair.made}"] += 1
    return Figures(
        right + missed, others, right / (right + missed), right / max(1, right + false), wrong
    )


def main() -> None:
    """Print recall and precision, and every pair that was judged wrongly."""
    argparse.ArgumentParser(description=__doc__.split("\n")[0]).parse_args()
    figures = measure(Tables())
    print(figures.line())
    for name in figures.wrong:
        print(f"   wrong: {name}")


if __name__ == "__main__":
    main()
