"""Explaining a row: the row, its words in their paragraph, and why it was made."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

import msgspec
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from onrecord.brief.wording import clean
from onrecord.intake.layout import layout
from onrecord.record import Reason, Record, Span


class Explanation(msgspec.Struct, frozen=True):
    """Why a row is on the record.

    Attributes:
        table: its table.
        row: the row itself.
        before, words, after: its paragraph, cut at the row's words.
        spans: the pieces of the row with the name of their field, in order of the text.
        chain: ids of the statements it stands in, innermost first.
        reasons: what made it.
        article: title or id, outlet and date of its article.
    """

    table: str
    row: Any
    before: str
    words: str
    after: str
    spans: tuple[tuple[str, str], ...]
    chain: tuple[str, ...]
    reasons: tuple[Reason, ...]
    article: str


_TABLES = ("statements", "events", "moves", "actors")


def explain(record: Record, row_id: str) -> Explanation:
    """Explain a statement, event, move or actor of ``record``.

    Raises:
        KeyError: there is no such row in it.
    """
    for table in _TABLES:
        for row in record.table(table):
            if row.id == row_id:
                return _explanation(record, table, row)
    raise KeyError(f"no row {row_id!r}")


def explain_in(records: Iterable[Record], row_id: str) -> Explanation:
    """The same over many records; an actor is explained by the first article it is in.

    Raises:
        KeyError: there is no such row in any of them.
    """
    for record in records:
        try:
            return explain(record, row_id)
        except KeyError:
            continue
    raise KeyError(f"no row {row_id!r}; `onrecord show statements` lists the ids")


def _explanation(record: Record, table: str, row: Any) -> Explanation:
    text = record.text
    start, end = _paragraphs(record, row.start, row.end)
    article = record.article
    facts = (article.title or article.id, article.outlet, article.published)
    return Explanation(
        table=table,
        row=row,
        before=text[start : row.start],
        words=row.text,
        after=text[row.end : end],
        spans=tuple(_spans(row)),
        chain=tuple(_chain(record, row)),
        reasons=tuple(r for r in record.reasons if r.row == row.id),
        article=", ".join(fact for fact in facts if fact),
    )


def _paragraphs(record: Record, start: int, end: int) -> tuple[int, int]:
    """The edges of the paragraphs that hold the row's words."""
    blocks = [b for b in layout(record.text) if b.end > start and b.start < end]
    if not blocks:
        return start, end
    return min(blocks[0].start, start), max(blocks[-1].end, end)


def _spans(row: Any) -> list[tuple[str, str]]:
    found: list[tuple[int, str, str]] = []
    for field in row.__struct_fields__:
        value = getattr(row, field)
        items = value if isinstance(value, tuple) else (value,)
        found.extend((item.start, field, item.text) for item in items if isinstance(item, Span))
    return [(field, words) for _, field, words in sorted(found)]


def _chain(record: Record, row: Any) -> list[str]:
    by_id = {statement.id: statement for statement in record.statements}
    found: list[str] = []
    current = getattr(row, "statement", None) or getattr(row, "via", None)
    while current is not None and current in by_id and current not in found:
        found.append(current)
        current = by_id[current].via
    return found


def print_explanation(explanation: Explanation, out: IO[str], *, width: int | None = None) -> None:
    """Print it: fields, words in their paragraph, reasons."""
    console = Console(file=out, width=width, highlight=False, markup=False, emoji=False)
    row = explanation.row
    console.print(Text(f"{explanation.table[:-1]} {row.id}", style="bold"))
    console.print(Text(clean(explanation.article), style="dim"))
    console.print()
    paragraph = Text(clean(explanation.before))
    paragraph.append(" " if explanation.before[-1:].isspace() else "")
    paragraph.append(f"⟦{clean(explanation.words)}⟧", style="bold")
    paragraph.append(" " if explanation.after[:1].isspace() else "")
    paragraph.append(clean(explanation.after))
    console.print(Padding(paragraph, (0, 0, 1, 2)))
    for name, value in _facts(explanation):
        console.print(Padding(Text(f"{name}: {value}"), (0, 0, 0, 2)))
    console.print()
    console.print(Text("Why", style="bold"))
    for reason in explanation.reasons:
        score = f" (score {reason.score:.2f})" if reason.score is not None else ""
        console.print(Padding(Text(f"{reason.rule}: {clean(reason.detail)}{score}"), (0, 0, 0, 2)))
    if not explanation.reasons:
        console.print(Padding(Text("no reason was kept"), (0, 0, 0, 2)))


def _facts(explanation: Explanation) -> list[tuple[str, str]]:
    """Fields worth a line: those that are set, spans as their words."""
    facts = [(field, f"“{clean(words)}”") for field, words in explanation.spans]
    shown = {field for field, _ in facts} | {"id", "article", "start", "end", "text"}
    for field, value in msgspec.to_builtins(explanation.row).items():
        if field not in shown and value not in (None, [], (), False):
            facts.append((field, clean(_plain(value))))
    if explanation.chain:
        facts.append(("stands in", " in ".join(explanation.chain)))
    return facts


def _plain(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{k} {_plain(v)}" for k, v in value.items() if v not in (None, [], ()))
    if isinstance(value, list | tuple):
        return "; ".join(_plain(item) for item in value)
    return str(value)
