"""Event tables in the columns that users of event data know.

- ``plover``: one row an event, the fields of PLOVER's JSON records as columns (PLOVER manual,
  chapter "Data Fields"); lists are joined by ``|``.
- ``gdelt``: one row for each pair of actor and recipient, the 61 columns of a GDELT 2.0 event
  export. What is not known is empty; nothing is made up to fill a column.

Both leave out, unless asked for, what did not happen: events that are denied, only possible or
hypothetical (PLOVER, section "Auxiliary modes": such events are to be excluded).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import IO

from onrecord.export import gdelt, plover
from onrecord.export.csv import inert
from onrecord.record import Event, Record

Row = Mapping[str, object]
Scores = Callable[[str, str | None], float | None]
LAYOUTS = {"plover": plover, "gdelt": gdelt}
_NOT_DONE = frozenset({"denied", "possible", "hypothetical"})


def code_rows(
    records: Iterable[Record],
    layout: str = "plover",
    *,
    scores: Scores | None = None,
    everything: bool = False,
) -> Iterator[Row]:
    """The events of records, in the columns of a layout.

    Args:
        records: read articles, or those of a store (``Store.records()``).
        layout: plover or gdelt.
        scores: gives the score of a category and mode (``tools.ontology.score``).
        everything: also what is denied, possible or hypothetical.

    Raises:
        KeyError: no such layout.

    Example:
        >>> import onrecord
        >>> record = onrecord.read("Kenya expelled two Somali diplomats.", published="2031-04-19")
        >>> [(row["event"], row["actor_code"]) for row in code_rows([record])]
        [('SANCTION', 'KEN')]
    """
    if layout not in LAYOUTS:
        raise KeyError(f"no layout {layout!r}; there are: {', '.join(LAYOUTS)}")
    for record in records:
        for event in record.events:
            if everything or event.status not in _NOT_DONE:
                yield from LAYOUTS[layout].rows(record, event, _score(scores, event))


def write_codings(
    out: IO[str],
    records: Iterable[Record],
    layout: str = "plover",
    *,
    scores: Scores | None = None,
    everything: bool = False,
    delimiter: str = "\t",
    header: bool = True,
) -> int:
    """Write the events of records to an open text file; returns how many rows.

    A cell that a spreadsheet would take for a formula is given a leading apostrophe where the
    delimiter is a comma; tabs and line ends inside cells become spaces.

    Args:
        out: where to.
        records, layout, scores, everything: as in ``code_rows``.
        delimiter: tab, or comma.
        header: whether the first line names the columns (GDELT's own files have none).
    """
    if layout not in LAYOUTS:
        raise KeyError(f"no layout {layout!r}; there are: {', '.join(LAYOUTS)}")
    columns = LAYOUTS[layout].COLUMNS
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    if header:
        writer.writerow(columns)
    count = 0
    for row in code_rows(records, layout, scores=scores, everything=everything):
        writer.writerow([_cell(row.get(column), delimiter) for column in columns])
        count += 1
    return count


def _score(scores: Scores | None, event: Event) -> float | None:
    return scores(event.event, event.mode) if scores is not None else None


def _cell(value: object, delimiter: str) -> str:
    if value is None:
        return ""
    text = " ".join(str(value).split())
    return inert(text) if delimiter == "," and not isinstance(value, int | float) else text
