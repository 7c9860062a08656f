"""The trained tagger: an encoder proposes sources, cues, contents and how they belong together.

The encoder (int8 ONNX) reads windows of word pieces, with what the rules found as a further
input, and gives label scores and link vectors; a Viterbi pass makes spans of the scores, small
learned scorers link them. See ``models/attribution/card.md`` for data, licence and scores.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.statements.flat import Flat
from onrecord.statements.proposal import Proposal
from onrecord.statements.tagger.assemble import Assembled, Assembler, pieces_of
from onrecord.statements.tagger.decode import Decoder, Floats
from onrecord.statements.tagger.links import Scorer
from onrecord.statements.tagger.pieces import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parents[2] / "models" / "attribution"


@dataclass(frozen=True)
class Tagger:
    """The encoder with its decoder and linkers; build it once with ``load``.

    Attributes:
        session: the ONNX session.
        tokenizer: of the encoder.
        decoder: makes spans of label scores.
        assembler: links them.
        evidence: weights of a proposal's score (``Assembled.evidence``, logistic).
    """

    session: InferenceSession
    tokenizer: Tokenizer
    decoder: Decoder
    assembler: Assembler
    evidence: np.ndarray[Any, np.dtype[np.float64]]

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int | None = None) -> Tagger:
        """Read the weights.

        Args:
            folder: with ``encoder.onnx``, ``tokenizer.json``, ``links.npz`` and ``settings.json``.
            threads: cores that one article may use; without it what OMP_NUM_THREADS says, else
                two where there are two.

        Raises:
            FileNotFoundError: the weights are not there (``installed`` asks).
        """
        from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        if not cls.installed(folder):
            raise FileNotFoundError(f"no tagger weights in {folder}")
        options = SessionOptions()
        options.intra_op_num_threads = threads or _cores()
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.inter_op_num_threads = 1
        options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
        session = InferenceSession(
            str(folder / "encoder.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        settings = json.loads((folder / "settings.json").read_text(encoding="utf-8"))
        with np.load(folder / "links.npz") as arrays:
            weights = {name: arrays[name] for name in arrays.files}
        return cls(
            session,
            tokenizer,
            Decoder(settings["bias"]),
            Assembler([Scorer.of(weights, number) for number in range(3)]),
            np.asarray(settings["evidence"], np.float64),
        )

    @staticmethod
    def installed(folder: Path = WEIGHTS) -> bool:
        """Whether the weights are there; a slim install leaves them out."""
        return (folder / "encoder.onnx").is_file()

    def tag(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        quotations: Sequence[tuple[int, int]],
        rules: Sequence[Flat],
    ) -> list[Proposal]:
        """The attributions of ``text``, in order.

        Args:
            text: the article's text.
            paragraphs: [start, end) of what to read, in order.
            quotations: [start, end) of the outer quotations, in order.
            rules: the flat view of what the rules found.
        """
        found: list[Proposal] = []
        for window in windows(self.tokenizer, text, paragraphs, quotations, rules):
            for one in self._read(window, rules):
                source = pieces_of(text, window, [one.source] if one.source else [])
                cue = pieces_of(text, window, [one.cue] if one.cue else [])
                content = pieces_of(text, window, one.contents)
                found.append(Proposal(source, cue, content, self._score(one)))
        return sorted(found, key=lambda p: p.content)

    def encode(self, window: Window) -> tuple[Floats, Floats]:
        """Label scores (log probabilities) and link vectors of a window, a row a piece.

        Windows are read one by one, so that the result never depends on what else is read.
        """
        scores, vectors = self.session.run(
            None,
            {
                "numbers": np.array([window.numbers], np.int64),
                "forms": np.array([window.forms], np.int64),
                "hints": np.array([window.hints], np.int64),
            },
        )
        return scores[0], vectors[0]

    def _read(self, window: Window, rules: Sequence[Flat]) -> Sequence[Assembled]:
        scores, vectors = self.encode(window)
        spans = self.decoder.spans(scores)
        return list(self.assembler.attributions(window, vectors, spans, rules))

    def _score(self, one: Assembled) -> float:
        value = float(self.evidence @ np.asarray(one.evidence(), np.float64))
        return round(float(1.0 / (1.0 + np.exp(-value))), 4)


def _cores() -> int:
    said = os.environ.get("OMP_NUM_THREADS", "")
    return int(said) if said.isdigit() and int(said) else min(2, os.cpu_count() or 1)


__all__ = ["WEIGHTS", "Tagger"]
