"""The whole reading of one article, in one short function."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from onrecord.events import Ontology, code_events
from onrecord.events.found import Found as EventsFound
from onrecord.intake import Intake, Limits
from onrecord.language.language import Language
from onrecord.language.reading import Reading
from onrecord.moves import MoveWords, find_moves, with_unknown_parties
from onrecord.moves.tagger import MoveTagger
from onrecord.record import Article, Record
from onrecord.statements import Cues, Proposes, find_statements
from onrecord.statements.rows import Found as StatementsFound
from onrecord.statements.tagger import Tagger
from onrecord.vocabulary.tables import Tables


@dataclass(frozen=True)
class Tools:
    """Everything that is expensive to build: built once, passed in.

    Attributes:
        intake: the door.
        language: parser, times, places, actors.
        cues: words that mark attribution.
        tagger: the trained tagger of attributions, or None where its weights are not there.
        ontology: event categories and their triggers.
        move_words: words that mark moves, and issues.
        move_tagger: the trained tagger of moves, or None where its weights are not there.
    """

    intake: Intake
    language: Language
    cues: Cues
    tagger: Proposes | None
    ontology: Ontology
    move_words: MoveWords
    move_tagger: MoveTagger | None

    @classmethod
    def load(
        cls,
        *,
        pipeline: str | None = None,
        vocabulary: str | Path | None = None,
        gazetteers: Sequence[str | Path] = (),
        limits: Limits | None = None,
        tagger: bool = True,
    ) -> Tools:
        """Build them.

        Args:
            pipeline: another installed spaCy pipeline, by its package name.
            vocabulary: your own folder of tables, read after ours.
            gazetteers: CSV files of your own places, which outrank ours.
            limits: bounds on inputs.
            tagger: whether to use the trained network for who said what and whom pronouns mean;
                the rules alone are faster.

        Raises:
            OSError: no such pipeline.
            VocabularyError: a table is wrong; the message names file and line.
        """
        tables = Tables(Path(vocabulary) if vocabulary else None)
        places = [Path(path) for path in gazetteers]
        language = Language.load(pipeline, tables, places, encoder=tagger)
        has_encoder = language.encoder is not None
        return cls(
            intake=Intake.load(tables, limits),
            language=language,
            cues=Cues.load(tables),
            tagger=Tagger.load() if has_encoder else None,
            ontology=Ontology.load(tables, language.actors.coder.tables.names),
            move_words=MoveWords.load(tables),
            move_tagger=MoveTagger.load() if has_encoder and MoveTagger.installed() else None,
        )


def read_article(article: Article, tools: Tools, warnings: tuple[str, ...] = ()) -> Record:
    """Everything an article says, as rows."""
    reading, statements, events = before_moves(article, tools)
    moves = find_moves(reading, statements.rows, events.rows, tools.move_words, tools.move_tagger)
    return Record(
        article=article,
        actors=reading.actors,
        mentions=reading.mentions,
        times=reading.times,
        places=reading.places,
        statements=statements.rows,
        events=events.rows,
        moves=moves.rows,
        deadlines=moves.deadlines,
        reasons=(*reading.reasons, *statements.reasons, *events.reasons, *moves.reasons),
        warnings=(*warnings, *reading.warnings, *_alone(tools)),
    )


def before_moves(article: Article, tools: Tools) -> tuple[Reading, StatementsFound, EventsFound]:
    """What moves are read from: the reading with all its actors, statements, events."""
    reading = with_unknown_parties(tools.language.read(article), tools.move_words)
    statements = find_statements(reading, tools.cues, tools.tagger)
    events = code_events(reading, statements.rows, tools.ontology)
    return reading.with_actors(events.actors, events.mentions), statements, events


def _alone(tools: Tools) -> tuple[str, ...]:
    """What to say where the rules find statements without the tagger."""
    if tools.tagger is not None:
        return ()
    return ("statements are by the rules alone: the tagger is off or not installed",)
