"""What the commands are given: stores, folders of articles, or articles to be read first."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from onrecord.cli.options import FAILED, say, stop
from onrecord.record import Record
from onrecord.record.store import Store, StoreError

_MAGIC = b"SQLite format 3\0"
_TEXTS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})


def is_store(path: str) -> bool:
    """Whether ``path`` is an SQLite file."""
    file = Path(path)
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC


def records_of(
    sources: Iterable[str],
    quiet: bool,
    given: dict[str, str | None],
    *,
    pipeline: str | None,
    vocabulary: str | None,
) -> tuple[list[Record], list[str]]:
    """The records of stores and of articles, and one line for each input that failed.

    A folder stands for the articles in it (.txt and .html), in order of their names.
    """
    records: list[Record] = []
    errors: list[str] = []
    articles: list[str] = []
    for source in sources:
        if is_store(source):
            try:
                with Store(source) as store:
                    records.extend(store.records())
            except StoreError as error:
                errors.append(str(error))
        else:
            articles.extend(articles_in(source))
    if articles:
        _read(articles, quiet, given, pipeline, vocabulary, records, errors)
    return records, errors


@contextmanager
def given_records(
    context: click.Context,
    sources: Sequence[str],
    *,
    published: str | None,
    outlet: str | None,
    pipeline: str | None,
    vocabulary: str | None,
) -> Iterator[list[Record]]:
    """The records a command works on, each person and body with one id across them.

    Where an input failed the exit code says so at the end.

    Without sources it is the store ``onrecord.db``.
    """
    records, errors = records_of(
        sources or ("onrecord.db",),
        context.obj["quiet"],
        {"published": published, "outlet": outlet},
        pipeline=pipeline,
        vocabulary=vocabulary,
    )
    from onrecord.crisis.identities import unify

    for error in errors:
        say(error)
    if errors and not records:
        stop("nothing could be read")
    yield list(unify(records))
    if errors:
        sys.exit(FAILED)


def articles_in(source: str) -> list[str]:
    """``source``, or the articles of a folder."""
    if not Path(source).is_dir():
        return [source]
    names = sorted(p for p in Path(source).iterdir() if p.suffix.lower() in _TEXTS)
    if not names:
        stop(f"{source}: no .txt or .html file in this folder; name the files")
    return [str(name) for name in names]


def _read(
    articles: list[str],
    quiet: bool,
    given: dict[str, str | None],
    pipeline: str | None,
    vocabulary: str | None,
    records: list[Record],
    errors: list[str],
) -> None:
    from onrecord.batch import read_many
    from onrecord.cli.reading import Progress, load_tools
    from onrecord.intake import Given

    tools = load_tools(pipeline, vocabulary)
    with Progress(len(articles), quiet) as progress:
        for outcome in read_many(articles, tools, given=Given(**given)):
            progress.advance()
            if outcome.error is not None:
                errors.append(outcome.error)
            elif outcome.record is not None:
                records.append(outcome.record)
