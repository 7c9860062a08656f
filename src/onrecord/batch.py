"""Reading many inputs: one failure does not stop the others, and nothing is read twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from onrecord.intake import Given, IntakeError
from onrecord.reader import Tools, read_article
from onrecord.record import Article, Record
from onrecord.version import VERSION

if TYPE_CHECKING:
    from onrecord.record.store import Store


class Outcome(msgspec.Struct, frozen=True):
    """What became of one input.

    Attributes:
        source: the path or address.
        article: the article, or None where it could not be taken in.
        record: its record, or None where it failed or was in the store already.
        error: one line saying what is wrong, or None.
        is_new: whether the store did not hold it before.
    """

    source: str
    article: Article | None = None
    record: Record | None = None
    error: str | None = None
    is_new: bool = True


def read_many(
    sources: Iterable[str | Path],
    tools: Tools,
    *,
    given: Given | None = None,
    store: Store | None = None,
) -> Iterator[Outcome]:
    """Read ``sources`` one after the other, each as soon as it is asked for.

    With a store, each article is written as soon as it is read, and an article that this
    version of the program has read into it before is not read again: an interrupted run goes
    on where it stopped. What one call adds counts as added in one go (``Store.together``).

    Args:
        sources: paths, http(s) addresses, or ``-``.
        tools: what ``onrecord.load()`` gives.
        given: what the user says of all of them.
        store: where to write.
    """
    with store.together() if store is not None else nullcontext():
        for source in sources:
            yield _read_one(source, tools, given, store)


def _read_one(
    source: str | Path, tools: Tools, given: Given | None, store: Store | None
) -> Outcome:
    name = str(source)
    try:
        taken = tools.intake.open(source, given)
    except IntakeError as error:
        return Outcome(name, error=str(error))
    if store is not None and store.holds(taken.article, VERSION):
        return Outcome(name, taken.article, is_new=False)
    record = read_article(taken.article, tools, taken.warnings)
    if store is not None:
        store.add(record, source=taken.source, reader=VERSION)
    return Outcome(name, taken.article, record)
