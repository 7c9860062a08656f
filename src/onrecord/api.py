"""The public functions: what the command line does, in Python."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from onrecord.batch import Outcome
from onrecord.batch import read_many as _read_many
from onrecord.brief import Brief, compose
from onrecord.brief.explain import Explanation, explain_in
from onrecord.brief.explain import explain as _explain
from onrecord.crisis.change import Change
from onrecord.crisis.changes import changes as find_changes
from onrecord.crisis.collection import Collection
from onrecord.crisis.deadlines import Entry, ledger
from onrecord.crisis.identities import Identities
from onrecord.crisis.identity import Identity
from onrecord.crisis.linking import link
from onrecord.crisis.positions import Position
from onrecord.crisis.positions import positions as held_positions
from onrecord.crisis.series import By, Period, plover_scores
from onrecord.crisis.series import series as find_series
from onrecord.intake import Given, Limits
from onrecord.reader import Tools, read_article
from onrecord.record import Record, Story
from onrecord.vocabulary.tables import Tables
from onrecord.vocabulary.wikidata import is_dump, read_items

if TYPE_CHECKING:
    from onrecord.record.store import Store

Records: TypeAlias = "Record | Store | Collection | Iterable[Record]"


def load(
    *,
    pipeline: str | None = None,
    vocabulary: str | Path | None = None,
    gazetteers: Sequence[str | Path] = (),
    limits: Limits | None = None,
    tagger: bool = True,
) -> Tools:
    """Build the tools of the reading, once, to be passed to ``read`` and ``read_many``.

    Args:
        pipeline: another installed spaCy pipeline, by its package name.
        vocabulary: your own folder of tables, read after ours.
        gazetteers: CSV files of your own places, which outrank ours.
        limits: bounds on inputs.
        tagger: whether to use the trained network for who said what and whom pronouns mean;
            the rules alone are faster.

    Raises:
        OSError: no such pipeline is installed.
        VocabularyError: a table is wrong; the message names file and line.
    """
    return Tools.load(
        pipeline=pipeline,
        vocabulary=vocabulary,
        gazetteers=gazetteers,
        limits=limits,
        tagger=tagger,
    )


def read(
    text: str,
    *,
    published: str | dt.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    tools: Tools | None = None,
) -> Record:
    """The record of one article in hand.

    Args:
        text: the article, as plain text or as an HTML page. Plain text is kept to the
            character (a byte-order mark goes, CR LF becomes LF).
        published: date or date-time of publication, ISO 8601; outranks what the text says.
        outlet, title, url: likewise.
        tools: what ``load`` gives. Without them they are built for this call, which takes a
            second or two: build them once to read more than one text.

    Raises:
        IntakeError: empty, too long, not English, or a page without an article.

    Example:
        >>> import onrecord
        >>> record = onrecord.read(
        ...     "The minister, Ilse Marrow, said on Friday that talks would go on.",
        ...     published="2031-04-19",
        ... )
        >>> record.statements[0].content[0].text
        'talks would go on'
    """
    tools = tools or load()
    date = published.isoformat() if isinstance(published, dt.date) else published
    taken = tools.intake.take(text, Given(date, outlet, title, url))
    return read_article(taken.article, tools, taken.warnings)


def read_many(
    sources: Iterable[str | Path],
    *,
    published: str | None = None,
    outlet: str | None = None,
    store: Store | None = None,
    tools: Tools | None = None,
) -> Iterable[Outcome]:
    """Read files and addresses one after the other; see ``onrecord.batch.read_many``.

    Args:
        sources: paths, http(s) addresses, or ``-`` for standard input.
        published, outlet: said of all of them; outrank what they say.
        store: where to write each record as soon as it is read.
        tools: what ``load`` gives.
    """
    given = Given(published=published, outlet=outlet)
    return _read_many(sources, tools or load(), given=given, store=store)


def brief(
    records: Records,
    *,
    as_of: str | dt.date | None = None,
    full: bool = False,
) -> Brief:
    """The brief of one record, of many, or of a store.

    Args:
        records: what to tell.
        as_of: the day it is written for; without it, the newest day of publication.
        full: leave nothing out.
    """
    return compose(collect(records).records, as_of=_day(as_of), full=full)


def deadlines(records: Records, *, as_of: str | dt.date | None = None) -> tuple[Entry, ...]:
    """What falls due when, soonest first, with its state and how it has moved.

    Args:
        records: of one article, of many, or a store.
        as_of: the day to tell the state on; without it, the newest day of publication.
    """
    return ledger(collect(records).records, _day(as_of))


def positions(
    records: Records,
    *,
    issue: str | None = None,
    party: str | None = None,
    as_of: str | dt.date | None = None,
) -> tuple[Position, ...]:
    """What each party holds on each issue: the latest move of each kind, with its history.

    Args:
        records: of one article, of many, or a store.
        issue: only this issue.
        party: only this party, by country code, actor id (also one that was merged) or name.
        as_of: leave out what was published later.
    """
    kept = collect(records)
    party = kept.known_as(party) if party is not None else None
    return held_positions(kept.records, issue=issue, party=party, day=_day(as_of))


def who(
    records: Records,
    *,
    names: str | Path | None = None,
    progress: Callable[[int], None] | None = None,
) -> list[Identity]:
    """Everybody by name: persons and bodies, one entry each however articles spell them.

    Args:
        records: of one article, of many, or a store.
        names: your own list of names with their ids elsewhere (Wikidata's, say), a CSV file
            with the columns name, qid, and as you like kind, country and names; or a dump of
            Wikidata's items in JSON, whole or an extract, plain, .gz or .bz2.
        progress: told the number of lines of a dump that were read, from time to time.

    Raises:
        VocabularyError: the list is wrong; the message names file and line.
    """
    path = Path(names) if names is not None else None
    if path is None or not is_dump(path):
        return collect(records, Identities.load(names=path)).people()
    collection = collect(records)
    link(collection.identities, read_items(path, progress))
    return collection.people()


def collect(records: Records, identities: Identities | None = None) -> Collection:
    """Records with one id for each person and body across them.

    Args:
        records: of one article, of many, or a store. Ids go by the order in which a store's
            articles were added, and by the order given otherwise: what comes later changes no id.
            A collection is taken as it is.
        identities: whoever is known already.
    """
    if isinstance(records, Collection):
        return records if identities is None else Collection.of(records.texts, identities)
    if isinstance(records, Record):
        return Collection.of([(records, True)], identities)

    from onrecord.record.store import Store  # here, since its database takes time to load

    if isinstance(records, Store):
        return Collection.of(records.history(), identities)
    return Collection.of(((record, True) for record in records), identities)


def _day(day: str | dt.date | None) -> dt.date | None:
    return dt.date.fromisoformat(day) if isinstance(day, str) else day


def explain(records: Records, row: str) -> Explanation:
    """Why a row is on the record: the row, its words in their paragraph, the reasons.

    Raises:
        KeyError: no such row.
    """
    if isinstance(records, Record):
        return _explain(records, row)
    if isinstance(records, Collection):
        return explain_in(records.records, row)

    from onrecord.record.store import Store

    if isinstance(records, Store):
        article = row.rpartition("-")[0]
        if article in records:
            return _explain(records.record(article), row)
        records = records.records()
    return explain_in(records, row)


def stories(records: Records, *, outlets: int = 1, tables: Tables | None = None) -> list[Story]:
    """What articles report in common, who stands behind it, and where they differ.

    Args:
        records: what was read.
        outlets: only what so many outlets report.
        tables: words and weights of your own; see ``onrecord.crisis.stories`` for stories that
            are kept up article by article.
    """
    return list(collect(records).stories(tables).rows(outlets=outlets))


def changes(
    records: Records,
    since: str | dt.date,
    *,
    as_of: str | dt.date | None = None,
) -> list[Change]:
    """What is new, moved, withdrawn, confirmed, contradicted or revised since a day.

    Args:
        records: what was read.
        since: the first day of publication that counts as new.
        as_of: the day it is told on; without it, the newest day of publication.
    """
    kept = collect(records)
    first = dt.date.fromisoformat(since) if isinstance(since, str) else since
    return find_changes(kept.records, kept.stories(), first, as_of=_day(as_of))


def series(records: Records, one: str, other: str, *, by: By = "week") -> list[Period]:
    """Counts and PLOVER scores of what two parties do to each other; each story once.

    Args:
        records: what was read.
        one, other: countries (ISO 3166-1 alpha-3), or names or ids of actors.
        by: day, week or month.
    """
    kept = collect(records)
    return find_series(
        kept.records,
        kept.known_as(one),
        kept.known_as(other),
        score=plover_scores(Tables()),
        by=by,
        story_of=kept.stories().grouping.group_of,
    )
