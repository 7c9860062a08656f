"""What pronoun resolution is trained on: GAP, and names of the news corpus made pronouns.

    python training/attribution/pronouns.py gap GAP.jsonl OUT.jsonl [--without 5]
    python training/attribution/pronouns.py names CORPUS.jsonl OUT.jsonl [--part 0/2] [--most N]
        [--seed 7]

OUT gets {"text", "paragraphs", "quotations", "pronoun", "names": [[start, end, meant]]}.

GAP (Webster et al., TACL 2018): names A and B, and what repeats them. ``--without N`` leaves out
every N-th passage, on which the weight of the score is fitted.

Names (after Kocijan et al., "WikiCREM", EMNLP 2019): in a stretch of an article with several
people, a later mention of one, whose given name tells a gender, becomes "he" or "she"; the names
before it are the candidates.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from onrecord.intake.layout import layout
from onrecord.language.language import Language
from onrecord.language.quotations import find_quotations
from onrecord.language.reading import Reading
from onrecord.record import Article, Mention, article_id

AN_ARTICLE = 5
_BEFORE = 4  # sentences of a passage
_WORDS = {
    "f": {"subject": "she", "poss": "her", "object": "her"},
    "m": {"subject": "he", "poss": "his", "object": "him"},
}


def laid_out(text: str) -> dict[str, Any]:
    """Paragraphs and outer quotations."""
    blocks = [b for b in layout(text) if b.kind == "body"]
    edges = tuple((b.start, b.end) for b in blocks)
    quotations = [(q.start, q.end) for q in find_quotations(text, edges) if not q.depth]
    return {"text": text, "paragraphs": edges, "quotations": quotations}


def gap(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The passages of GAP."""
    for row in rows:
        text = row["text"]
        named: dict[tuple[int, int], bool] = {}
        for name in "ab":
            one, meant = row[name], bool(row[f"{name}_coref"])
            spans = [(one["start"], one["end"])]
            for words in {one["text"], one["text"].split()[-1]}:
                spans.extend(m.span() for m in re.finditer(rf"\b{re.escape(words)}\b", text))
            for span in spans:
                if not any(span[0] < e and s < span[1] for s, e in named):
                    named[span] = meant
        pronoun = [row["pronoun"]["start"], row["pronoun"]["end"]]
        names = [[s, e, meant] for (s, e), meant in named.items()]
        yield laid_out(text) | {"pronoun": pronoun, "names": names}


def names(
    rows: list[dict[str, Any]], language: Language, order: random.Random
) -> Iterator[dict[str, Any]]:
    """Passages made of the articles of a corpus."""
    for row in rows:
        reading = language.read(Article(id=article_id(row["text"]), text=row["text"]))
        people = {a.id for a in reading.actors if a.kind == "person"}
        mentions = [m for m in reading.mentions if m.form == "name" and m.actor in people]
        mentions.sort(key=lambda m: m.start)
        chosen = [m for n, m in enumerate(mentions) if n]
        order.shuffle(chosen)
        made = 0
        for mention in chosen:
            passage = _passage(reading, mention, mentions, language)
            if passage is not None and made < AN_ARTICLE:
                made += 1
                yield passage


def _passage(
    reading: Reading, mention: Mention, mentions: list[Mention], language: Language
) -> dict[str, Any] | None:
    actor = reading.actor_by_id[mention.actor]
    gender = language.actors.coder.tables.genders.get(actor.name.split()[0])
    sentences = list(reading.sentences())
    at = [n for n, s in enumerate(sentences) if s.start_char <= mention.start < s.end_char]
    if gender is None or not at:
        return None
    start = sentences[max(0, at[0] - _BEFORE)].start_char
    end = sentences[at[0]].end_char
    before = [m for m in mentions if start <= m.start and m.end <= mention.start]
    own = [m for m in before if m.actor == mention.actor]
    if not own or len({m.actor for m in before}) < 2:
        return None
    text = reading.article.text
    role, cut = _role(reading, mention)
    word = _WORDS[gender][role]
    opens = not text[sentences[at[0]].start_char : mention.start].strip(" \"'“‘")
    new = text[start : mention.start] + (word.title() if opens else word) + text[cut:end]
    here = mention.start - start
    return laid_out(new) | {
        "pronoun": [here, here + len(word)],
        "names": [[m.start - start, m.end - start, m.actor == mention.actor] for m in before],
    }


def _role(reading: Reading, mention: Mention) -> tuple[str, int]:
    """The part of the mention in its clause, and where the text goes on behind it."""
    head = reading.tokens(mention.start, mention.end).root
    if head.dep_ == "poss":
        marks = [c for c in head.children if c.dep_ == "case"]
        return "poss", marks[0].idx + len(marks[0]) if marks else mention.end
    subject = head.dep_ in ("nsubj", "nsubjpass")
    return ("subject" if subject else "object"), mention.end


def main() -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("kind", choices=("gap", "names"))
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=int, help="leave out every n-th passage")
    parser.add_argument("--most", type=int, help="passages at most")
    parser.add_argument("--part", default="0/1", help="every n-th article: I/N")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    rows = [json.loads(line) for line in args.corpus.read_text(encoding="utf-8").splitlines()]
    if args.kind == "gap":
        kept = [r for n, r in enumerate(rows) if not args.without or n % args.without]
        made = gap(kept)
    else:
        part, parts = map(int, args.part.split("/"))
        made = names(rows[part::parts], Language.load(encoder=False), random.Random(args.seed))
    with args.out.open("w", encoding="utf-8") as out:
        for passage in islice(made, args.most):
            out.write(json.dumps(passage) + "\n")


if __name__ == "__main__":
    main()
