"""Coding the events of an article: triggers, who, status, then the rules of PLOVER's manual."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.events.drafts import Draft, drafts_of
from onrecord.events.found import Found
from onrecord.events.merging import merged
from onrecord.events.people import People
from onrecord.events.tolls import tolls_of
from onrecord.language.reading import Reading
from onrecord.record import Reason, Statement, row_id
from onrecord.vocabulary.events import Ontology


def code_events(reading: Reading, statements: Sequence[Statement], ontology: Ontology) -> Found:
    """The events of an article.

    A word is coded where it meets a frame of the trigger tables, stands in a body sentence, and
    somebody acts or is acted upon. The same event told again in the article (same category,
    parties and status, and no other day) is one row with several ``mentions``.

    Args:
        reading: the article's reading.
        statements: its statements, for on whose word an event stands.
        ontology: categories and triggers.
    """
    people = People(reading, ontology)
    drafts: list[Draft] = []
    for sentence in reading.sentences():
        drafts += drafts_of(reading, sentence, statements, ontology, people)
        drafts += list(tolls_of(reading, sentence, statements, ontology, drafts))
    rows, reasons = [], []
    for number, draft in enumerate(merged(drafts), 1):
        identity = row_id(reading.article.id, "e", number)
        rows.append(draft.row(reading, ontology, identity))
        reasons.append(
            Reason(row=identity, article=reading.article.id, rule=draft.rule, detail=draft.why())
        )
    used = {a for row in rows for a in (*row.actors, *row.recipients)}
    return Found(
        rows=tuple(rows),
        reasons=tuple(reasons),
        actors=tuple(a for i, a in people.added.items() if i in used or i in reading.actor_by_id),
        mentions=tuple(m for m in people.mentions.values() if m.actor in used),
    )
