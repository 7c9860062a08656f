"""What the commands are given: stores, folders of articles, or articles to be read first."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.cli.options import FAILED, reading_options, say, stop

if TYPE_CHECKING:
    from onrecord.crisis.collection import Text
    from onrecord.intake import Given
    from onrecord.reader import Tools
    from onrecord.record import Record

_MAGIC = b"SQLite format 3\0"
_TEXTS = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})


def over_articles(command: Callable[..., None]) -> Callable[..., None]:
    """Let a command work on stores and articles: its arguments, options and exit code.

    The command gets the texts of its sources (of the store ``onrecord.db`` where none is named) as
    its first argument, in the order in which ids across articles go (``Collection.of``), and
    its own options besides.
    """

    def run(
        context: click.Context,
        /,
        sources: tuple[str, ...],
        published: str | None,
        outlet: str | None,
        pipeline: str | None,
        vocabulary: str | None,
        **own: Any,
    ) -> None:
        from onrecord.cli.reading import load_tools
        from onrecord.intake import Given

        context.meta[_VOCABULARY] = vocabulary
        texts, errors = texts_of(
            sources or ("onrecord.db",),
            context.obj["quiet"],
            Given(published=published, outlet=outlet),
            lambda: load_tools(pipeline, vocabulary),
        )
        for error in errors:
            say(error)
        if errors and not texts:
            stop("nothing could be read")
        command(texts, **own)
        if errors:
            sys.exit(FAILED)

    with_context = functools.update_wrapper(click.pass_context(run), command)
    sources = click.argument("sources", nargs=-1, metavar="[STORE|PATH|URL|-]...")
    return sources(reading_options(with_context))


_VOCABULARY = "onrecord.vocabulary"


def own_vocabulary() -> Path | None:
    """The folder given to the running command with ``--vocabulary``."""
    folder = click.get_current_context().meta.get(_VOCABULARY)
    return Path(folder) if folder else None


def is_store(path: str) -> bool:
    """Whether ``path`` is an SQLite file."""
    file = Path(path)
    if not file.is_file():
        return False
    with file.open("rb") as opened:
        return opened.read(len(_MAGIC)) == _MAGIC


def texts_of(
    sources: Iterable[str], quiet: bool, given: Given, tools: Callable[[], Tools]
) -> tuple[list[Text], list[str]]:
    """The texts of stores and of articles, and one line for each input that failed.

    A store's come in the order in which they were added, then the articles by date of publication.

    Args:
        sources: stores, articles, and folders that stand for the articles in them.
        quiet: no progress on stderr.
        given: what the user says of the articles.
        tools: builds what articles are read with, where there are any.
    """
    from onrecord.record.store import Store, StoreError

    texts: list[Text] = []
    errors: list[str] = []
    articles: list[str] = []
    for source in sources:
        if is_store(source):
            try:
                with Store(source) as store:
                    texts.extend(store.history())
            except StoreError as error:
                errors.append(str(error))
        else:
            articles.extend(articles_in(source))
    if articles:
        read = _read(articles, quiet, given, tools(), errors)
        read.sort(key=lambda r: (r.article.published or "9999", r.article.id))
        texts.extend((record, True) for record in read)
    return texts, errors


def articles_in(source: str) -> list[str]:
    """``source``, or the articles of a folder (.txt and .html), in order of their names."""
    if not Path(source).is_dir():
        return [source]
    names = sorted(p for p in Path(source).iterdir() if p.suffix.lower() in _TEXTS)
    if not names:
        stop(f"{source}: no .txt or .html file in this folder; name the files")
    return [str(name) for name in names]


def _read(
    articles: list[str], quiet: bool, given: Given, tools: Tools, errors: list[str]
) -> list[Record]:
    from onrecord.batch import read_many
    from onrecord.cli.reading import Progress

    records = []
    with Progress(len(articles), quiet) as progress:
        for outcome in read_many(articles, tools, given=given):
            progress.advance()
            if outcome.error is not None:
                errors.append(outcome.error)
            elif outcome.record is not None:
                records.append(outcome.record)
    return records
