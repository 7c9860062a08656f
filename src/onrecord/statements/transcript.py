"""Rule ``transcript``: paragraphs that begin with who speaks ("ORSINI: We are ready.").

Two such paragraphs make a transcript; one alone may be a heading. "Q:" and "A:" name nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from onrecord.statements.attribution import Attribution
from onrecord.statements.grammar import tidy

if TYPE_CHECKING:
    from onrecord.language.reading import Reading

_LABEL = re.compile(r"[“\"]?(?P<name>[^\W\d_][\w.'’\-]*(?: [\w.'’\-]+){0,5})\s*:\s+(?=\S)")
_NOBODY = frozenset({"q", "a", "question", "answer"})
_LEAST = 2


def transcribed(reading: Reading) -> Iterator[Attribution]:
    """The turns of a transcript, in order; none where the text is not one."""
    turns = list(_turns(reading))
    if len(turns) >= _LEAST:
        yield from turns


def _turns(reading: Reading) -> Iterator[Attribution]:
    text = reading.article.text
    for start, end in _paragraphs(reading):
        label = _LABEL.match(text, start, end)
        if label is None or not _is_speaker(reading, label):
            continue
        content = tidy(text, label.end(), end)
        if content is None:
            continue
        named = label["name"].lower() not in _NOBODY
        head = reading.tokens(label.start("name"), label.end("name")).root
        yield Attribution(
            source=((label.start("name"), label.end("name")),) if named else (),
            cue=(),
            content=(content,),
            act="say",
            rule="transcript",
            entry="a paragraph that begins with its speaker and a colon",
            voice="source" if named else "none",
            source_token=head.i if named else None,
            content_token=reading.tokens(*content).root.i,
        )


def _paragraphs(reading: Reading) -> Iterator[tuple[int, int]]:
    """The body's paragraphs; a name in capitals that looks like a dateline goes with its own."""
    text = reading.article.text
    start: int | None = None
    for block in reading.blocks:
        if block.kind == "dateline" and text[block.start : block.end].rstrip().endswith(":"):
            start = block.start
        elif block.kind == "body":
            yield (block.start if start is None else start), block.end
            start = None


def _is_speaker(reading: Reading, label: re.Match[str]) -> bool:
    """Capitals, a question-and-answer mark, or somebody the reading knows."""
    name = label["name"]
    if name.lower() in _NOBODY or (name.isupper() and len(name) > 2):
        return True
    tokens = reading.tokens(label.start("name"), label.end("name"))
    mention = reading.mention_at(tokens.root)
    if mention is None or not all(word[0].isupper() for word in name.split()):
        return False
    return reading.actor_by_id[mention.actor].kind == "person"
