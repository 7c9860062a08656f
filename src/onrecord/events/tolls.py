"""Tolls: "the number of people killed in the attack has risen to 16", "brought the toll to three".

A toll is no new event: it counts an event's dead, wounded or missing anew. Where its words name
the event ("the toll from Thursday's air attack") the number is that event's figure. Where they do
not, it is a figure of the last event of the article whose dead or wounded were counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.events.clause import SUBJECTS, words_of
from onrecord.events.drafts import Draft, innermost
from onrecord.events.tollnumbers import COUNTED, TOLLS, has_other_cause, number_given
from onrecord.language.reading import Reading
from onrecord.record import Statement
from onrecord.vocabulary.events import Ontology

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def tolls_of(
    reading: Reading,
    sentence: Tokens,
    statements: Sequence[Statement],
    ontology: Ontology,
    before: Sequence[Draft],
) -> Iterator[Draft]:
    """The tolls of a sentence that name no event, as that of the last event they can count.

    Args:
        reading, sentence: where to look.
        statements: for on whose word a toll stands.
        ontology: what words count.
        before: the events up to here, those of this sentence with them.
    """
    if not any(token.lemma_.lower() in TOLLS for token in sentence):
        return
    for noun in _nouns(sentence):
        figure = number_given(reading, noun, ontology)
        if figure is None or has_other_cause(noun):
            continue
        own = (d for d in before if sentence.start_char <= d.trigger.start < sentence.end_char)
        if any(figure in d.figures or (d.figures and _within(noun, d)) for d in own):
            continue  # its words name the event, which has the figure
        counted = [d for d in before if _is_counted(d)]
        if counted:
            statement = innermost(statements, noun.idx)
            yield replace(
                counted[-1],
                words=words_of(reading, noun),
                trigger=reading.span_of(noun),
                figures=(figure,),
                statement=statement.id if statement else None,
                mentions=(),
            )


def _nouns(sentence: Tokens) -> Iterator[Token]:
    for token in sentence:
        if token.lemma_.lower() in TOLLS and token.dep_ in (*SUBJECTS, "dobj", "pobj"):
            yield token


def _within(noun: Token, draft: Draft) -> bool:
    subtree = {token.i for token in noun.subtree}
    return draft.match.token.i in subtree or draft.match.token == noun


def _is_counted(draft: Draft) -> bool:
    if draft.coding.event != "ASSAULT" or draft.coding.status not in ("happened", "ongoing"):
        return False
    return any(figure.what in COUNTED for figure in draft.figures)
