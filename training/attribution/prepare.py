"""What the tagger is trained on: each article with its quotation marks and what the rules find.

    python training/attribution/prepare.py CORPUS.jsonl OUT.jsonl [--part 0/2]

CORPUS holds one article a line: {"id", "text", "attributions": [{"source", "cue", "content"}]}.
OUT gets {"id", "text", "paragraphs", "quotations", "rules", "gold"}: what
``onrecord.statements.tagger`` is shown at run time, and what it should answer. Needs the
package, no torch.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.language.language import Language
from onrecord.record import Article, article_id
from onrecord.statements import Cues
from onrecord.statements.candidates import candidates
from onrecord.statements.flat import flat
from onrecord.vocabulary.tables import Tables

ROLES = ("source", "cue", "content")


def prepared(rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """The articles as the tagger sees them."""
    tables = Tables()
    language, cues = Language.load(tables=tables, encoder=False), Cues.load(tables)
    for row in rows:
        reading = language.read(Article(id=article_id(row["text"]), text=row["text"]))
        yield {
            "id": row["id"],
            "text": row["text"],
            "paragraphs": [(block.start, block.end) for block in reading.body],
            "quotations": [(q.start, q.end) for q in reading.quotations if not q.depth],
            "rules": [
                {role: getattr(one, role) for role in ROLES}
                for one in flat(candidates(reading, cues))
            ],
            "gold": [{role: one[role] for role in ROLES} for one in row["attributions"]],
        }


def main() -> None:
    """Read the corpus, write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--part", default="0/1", help="every n-th article: I/N")
    args = parser.parse_args()
    part, parts = map(int, args.part.split("/"))
    rows = [json.loads(line) for line in args.corpus.read_text(encoding="utf-8").splitlines()]
    with args.out.open("w", encoding="utf-8") as out:
        for row in prepared(rows[part::parts]):
            out.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
