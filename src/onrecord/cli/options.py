"""Options and small habits that the commands share."""

from __future__ import annotations

import datetime as dt
import functools
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

import click

from onrecord.record.dates import is_date

if TYPE_CHECKING:
    from onrecord.record import Span

F = TypeVar("F", bound=Callable[..., Any])

FAILED = 1
USAGE = 2


class IsoDate(click.ParamType[dt.date]):
    """A day such as 2025-08-06."""

    name = "date"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a day; write it as 2025-08-06", param, ctx)


class Published(click.ParamType[str]):
    """A date or date-time of publication."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        if not is_date(value):
            self.fail(f"{value!r} is not a date; write it as 2025-08-06", param, ctx)
        return str(value)


_GAZETTEERS = "onrecord.gazetteers"


def _keep_gazetteers(
    context: click.Context, _parameter: click.Parameter, paths: tuple[str, ...]
) -> None:
    context.meta[_GAZETTEERS] = paths


def gazetteers() -> tuple[str, ...]:
    """The files given to the running command with ``--gazetteer``."""
    context = click.get_current_context(silent=True)
    return tuple(context.meta.get(_GAZETTEERS, ())) if context is not None else ()


def reading_options(command: F) -> F:
    """The options of every command that can read articles."""
    decorators = [
        click.option(
            "--published",
            type=Published(),
            help="Date of publication, where the input does not give it (2025-08-06).",
        ),
        click.option("--outlet", help="Who published it, where the input does not give it."),
        click.option("--pipeline", help="Another installed spaCy pipeline, by its package name."),
        click.option(
            "--vocabulary",
            type=click.Path(exists=True, file_okay=False),
            help="Your own folder of tables, read after ours.",
        ),
        click.option(
            "--gazetteer",
            multiple=True,
            type=click.Path(exists=True, dir_okay=False),
            expose_value=False,
            callback=_keep_gazetteers,
            help="A CSV file of your own places, which outrank ours (may be given again).",
        ),
    ]
    return functools.reduce(lambda inner, wrap: wrap(inner), reversed(decorators), command)


def echo_json(rows: Iterable[Any]) -> None:
    """JSON Lines on standard output."""
    import msgspec

    for row in rows:
        click.echo(msgspec.json.encode(row).decode())


def in_pieces(spans: Iterable[Span]) -> str:
    """Words that stand in pieces, on one line."""
    return " … ".join(" ".join(span.text.split()) for span in spans)


def say(message: str) -> None:
    """One line on stderr."""
    click.echo(message, err=True)


def stop(message: str, code: int = FAILED) -> NoReturn:
    """One line on stderr, and out."""
    say(f"onrecord: {message}")
    sys.exit(code)
