"""What a tagger is read from beside its network: ``heads.npz`` and ``settings.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.language.encoder.pairs import Floats

Weights = np.ndarray[Any, np.dtype[np.float64]]


def heads_and_settings(folder: Path) -> tuple[dict[str, Floats], dict[str, Any]]:
    """The arrays of the small scorers by name, and the settings."""
    with np.load(folder / "heads.npz") as arrays:
        heads = {name: arrays[name] for name in arrays.files}
    return heads, json.loads((folder / "settings.json").read_text(encoding="utf-8"))


def probability(weights: Weights, evidence: Sequence[float]) -> float:
    """Logistic regression, to four places."""
    value = float(weights @ np.asarray(evidence, np.float64))
    return round(float(1.0 / (1.0 + np.exp(-value))), 4)
