"""The encoder at run time: int8 ONNX, onnxruntime and tokenizers, nothing else."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language.encoder.pairs import Floats, PairScorer
from onrecord.language.encoder.windows import Window, windows

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

WEIGHTS = Path(__file__).parents[2] / "models" / "attribution"
DEPTH = 4  # of its six layers


@dataclass(frozen=True)
class Encoded:
    """What the encoder says of a window; arrays have a row a piece.

    Attributes:
        window: the pieces.
        labels: scores of the labels of attribution.
        links: vectors by which sources, cues and contents are linked.
        refer: vectors by which pronouns find names.
        states: what it knows half-way (behind layer ``DEPTH``), for other networks to go on from.
    """

    window: Window
    labels: Floats
    links: Floats
    refer: Floats
    states: Floats


@dataclass(frozen=True)
class Encoder:
    """The network with its word list; build it once with ``load``.

    Attributes:
        session: the ONNX session.
        tokenizer: the word list.
        antecedent: scorer of pronoun and name.
    """

    session: InferenceSession
    tokenizer: Tokenizer
    antecedent: PairScorer

    @classmethod
    def load(cls, folder: Path = WEIGHTS, *, threads: int | None = None) -> Encoder:
        """Read the weights.

        Args:
            folder: with ``encoder.onnx``, ``tokenizer.json`` and ``heads.npz``.
            threads: cores that one article may use; without it what OMP_NUM_THREADS says, else
                two where there are two.

        Raises:
            FileNotFoundError: the weights are not there (``installed`` asks).
        """
        from tokenizers import Tokenizer

        if not cls.installed(folder):
            raise FileNotFoundError(f"no weights of the encoder in {folder}")
        session = session_of(folder / "encoder.onnx", threads)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        with np.load(folder / "heads.npz") as arrays:
            antecedent = PairScorer.of(arrays, "antecedent")
        return cls(session, tokenizer, antecedent)

    @staticmethod
    def installed(folder: Path = WEIGHTS) -> bool:
        """Whether the weights are there; a slim install leaves them out."""
        return all((folder / name).is_file() for name in ("encoder.onnx", "heads.npz"))

    def read(
        self,
        text: str,
        paragraphs: Sequence[tuple[int, int]],
        quotations: Sequence[tuple[int, int]],
    ) -> tuple[Encoded, ...]:
        """What it says of every window of ``text``.

        Windows are read one by one, so that the result never depends on what else is read.

        Args:
            text: the article's text.
            paragraphs: [start, end) of what to read, in order.
            quotations: [start, end) of the outer quotations, in order.
        """
        return tuple(
            self.encode(window) for window in windows(self.tokenizer, text, paragraphs, quotations)
        )

    def encode(self, window: Window) -> Encoded:
        """What it says of one window."""
        labels, links, refer, states = self.session.run(
            None,
            {
                "numbers": np.array([window.numbers], np.int64),
                "forms": np.array([window.forms], np.int64),
            },
        )
        return Encoded(window, labels[0], links[0], refer[0], states[0])


def session_of(path: Path, threads: int | None = None) -> InferenceSession:
    """An ONNX session on the processor, for one caller at a time.

    Args:
        path: of the network.
        threads: as ``Encoder.load`` takes it.
    """
    from onnxruntime import GraphOptimizationLevel, InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads or _cores()
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.inter_op_num_threads = 1
    options.graph_optimization_level = GraphOptimizationLevel.ORT_ENABLE_ALL
    return InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


def _cores() -> int:
    said = os.environ.get("OMP_NUM_THREADS", "")
    return int(said) if said.isdigit() and int(said) else min(2, os.cpu_count() or 1)
