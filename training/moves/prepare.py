"""What the tagger of moves is trained on: marked dispatches as it is shown them at run time.

    python training/moves/prepare.py DISPATCHES.txt [...] --out FILE.jsonl
        [--marks MARKS.jsonl ... --texts FILE ...]

OUT gets a line a dispatch: the text, what the encoder needs of it, what the rules find, and for
each marked move its terms, cues, the candidates for its party, its recipient and its time limit
with their features, and which of them are right (null, where what is marked is not among them;
null too for recipients where they are not marked throughout). Needs the package, no torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from marked import Mark, Marked, dispatches
from standoff import marked_texts, texts_of

from onrecord.language.encoder import Window
from onrecord.moves.find import by_rules
from onrecord.moves.parties import Context
from onrecord.moves.tagger.candidates import Candidate, Features, candidates
from onrecord.moves.tagger.known import Known
from onrecord.moves.tagger.labels import KINDS
from onrecord.moves.tagger.limits import TimeCandidate, limit_table, time_candidates
from onrecord.reader import Tools, before_moves
from onrecord.record import Article, article_id


def context_of(text: str, published: str | None, tools: Tools) -> Context:
    """The context in which the rules for moves work."""
    article = Article(id=article_id(text), text=text, published=published)
    reading, statements, _ = before_moves(article, tools)
    return Context(reading, statements.rows, tools.move_words)


def prepared(one: Marked, tools: Tools) -> dict[str, Any]:
    """A dispatch as the tagger sees it."""
    context = context_of(one.text, one.published, tools)
    drafts = by_rules(context)
    reading = context.reading
    known, features = Known(context), Features(context, drafts)
    return {
        "id": one.id,
        "text": one.text,
        "paragraphs": [(block.start, block.end) for block in reading.body],
        "quotations": [(q.start, q.end) for q in reading.quotations if not q.depth],
        "rules": {
            "terms": [(d.terms.start, d.terms.end, KINDS.index(d.kind)) for d in drafts],
            "cues": [(d.cue.start, d.cue.end, 0) for d in drafts],
        },
        "known": [known.of(encoded.window).tolist() for encoded in reading.encoded],
        "terms": [
            (mark.start, mark.end, KINDS.index(mark.role))
            for marks in one.marks.values()
            for mark in marks
            if mark.role in KINDS
        ],
        "cues": [
            (mark.start, mark.end, 0)
            for marks in one.marks.values()
            for mark in marks
            if mark.role == "cue"
        ],
        "moves": [
            move
            for encoded in reading.encoded
            for move in _moves(one, encoded.window, context, features)
        ],
    }


def _moves(
    one: Marked, window: Window, context: Context, features: Features
) -> Iterator[dict[str, Any]]:
    found = candidates(context, window)
    times = time_candidates(context, window)
    for number, marks in one.marks.items():
        for terms in (m for m in marks if m.role in KINDS):
            if not window.start <= terms.start < window.end:
                continue
            span = context.reading.span(terms.start, terms.end)
            table = features.table(window, span, found)
            parties = _meant(marks, "party", found)
            party, kind = (parties or [None])[0], one.kinds[number]
            wide = features.of_recipients(table, found, party, kind)
            is_told = one.tells_recipients and parties is not None
            yield {
                "number": number,
                "terms": (terms.start, terms.end),
                "candidates": [(c.mention.start, c.mention.end, c.mention.actor) for c in found],
                "features": table.round(4).tolist(),
                "wide": wide.round(4).tolist(),
                "party": parties,
                "to": _meant(marks, "to", found) if is_told else None,
                "times": [(t.time.start, t.time.end) for t in times],
                "limits": limit_table(context, window, span, kind, times).round(4).tolist(),
                "by": _dated(marks, times),
            }


def _dated(marks: list[Mark], times: list[TimeCandidate]) -> list[int] | None:
    """The times that are marked; None where what is marked is no time."""
    told = [mark for mark in marks if mark.role == "by"]
    right = [
        number
        for number, one in enumerate(times)
        if any(one.time.start < mark.end and mark.start < one.time.end for mark in told)
    ]
    return right if right or not told else None


def _meant(marks: list[Mark], role: str, found: list[Candidate]) -> list[str] | None:
    """The actors whose mentions are marked; None where what is marked is no candidate."""
    actors: list[str] = []
    told = [m for m in marks if m.role == role]
    for mark in told:
        shared = [
            (min(c.mention.end, mark.end) - max(c.mention.start, mark.start), c.mention.actor)
            for c in found
        ]
        most = max(shared, default=(0, ""))
        if most[0] > 0 and most[1] not in actors:
            actors.append(most[1])
    return actors if actors or not told else None


def main() -> None:
    """Read the dispatches, write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("dispatches", type=Path, nargs="*")
    parser.add_argument("--marks", type=Path, nargs="*", default=[], help="see standoff.py")
    parser.add_argument("--texts", type=Path, nargs="*", default=[])
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    tools, texts = Tools.load(), texts_of(args.texts)
    sources = [
        *(dispatches(path) for path in args.dispatches),
        *(marked_texts(path, texts) for path in args.marks),
    ]
    with args.out.open("w", encoding="utf-8") as out:
        for one in chain.from_iterable(sources):
            out.write(json.dumps(prepared(one, tools)) + "\n")


if __name__ == "__main__":
    main()
