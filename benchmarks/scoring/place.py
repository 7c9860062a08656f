"""Scores of places: recognition of names, resolution to points, and both together.

Definitions as in the geoparsing literature (Gritta, Pilehvar and Collier, "A pragmatic guide to
geoparsing evaluation", 2019): relaxed recognition is by overlap, one to one; a resolved name is
right within 161 km (100 miles) or with the same GeoNames id; an unanswered name is wrong.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Any

NEAR_KM = 161.0
EARTH_RADIUS_KM = 6371.0
OPTIONAL = frozenset({"Embedded_Literal", "Embedded_Non_Lit", "Coercion"})

Name = dict[str, Any]


@dataclass
class PlaceScores:
    """Counts; the properties are shares between 0 and 1."""

    gold: int = 0
    predicted: int = 0
    found: int = 0
    found_exactly: int = 0
    points: int = 0
    near: int = 0
    right: int = 0
    countries: int = 0
    country_right: int = 0
    placed: int = 0
    placed_right: int = 0
    placeable: int = 0
    errors_km: list[float] = field(default_factory=list)

    @property
    def relaxed(self) -> float:
        return f1(self.found, self.predicted, self.found, self.gold)

    @property
    def strict(self) -> float:
        return f1(self.found_exactly, self.predicted, self.found_exactly, self.gold)

    @property
    def end_to_end(self) -> float:
        return f1(self.placed_right, self.placed, self.placed_right, self.placeable)


def f1(right_p: int, predicted: int, right_r: int, gold: int) -> float:
    """The harmonic mean of precision and recall; 0 where either is undefined."""
    if not (predicted and gold and right_p):
        return 0.0
    precision, recall = right_p / predicted, right_r / gold
    return 2 * precision * recall / (precision + recall)


def distance_km(a: Name, b: Name) -> float:
    """Great-circle distance (haversine)."""
    p, q = math.radians(a["lat"]), math.radians(b["lat"])
    half = math.radians(b["lon"] - a["lon"]) / 2
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(half) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(h)))


def align(gold: list[Name], predicted: list[Name]) -> dict[int, int]:
    """One-to-one pairs by index: exact spans first, then the largest overlaps."""
    pairs = []
    for i, g in enumerate(gold):
        for j, p in enumerate(predicted):
            overlap = min(g["end"], p["end"]) - max(g["start"], p["start"])
            if overlap > 0:
                exact = (g["start"], g["end"]) == (p["start"], p["end"])
                pairs.append((not exact, -overlap, i, j))
    aligned: dict[int, int] = {}
    used = set()
    for _, _, i, j in sorted(pairs):
        if i not in aligned and j not in used:
            aligned[i] = j
            used.add(j)
    return aligned


def has_point(name: Name) -> bool:
    return name.get("lat") is not None


def same_place(gold: Name, predicted: Name) -> bool:
    """The same GeoNames id, or within 161 km."""
    if "geonameid" in gold and predicted.get("geonameid") == gold["geonameid"]:
        return True
    return has_point(predicted) and distance_km(gold, predicted) <= NEAR_KM


def add(scores: PlaceScores, gold: list[Name], predicted: list[Name]) -> None:
    """Count one document in."""
    aligned = align(gold, predicted)
    gold_of = {j: gold[i] for i, j in aligned.items()}
    optional = {j for j, g in gold_of.items() if g.get("kind") in OPTIONAL}
    scores.predicted += len(predicted) - len(optional)
    for i, g in enumerate(gold):
        p = predicted[aligned[i]] if i in aligned else None
        if g.get("kind") not in OPTIONAL:
            scores.gold += 1
            scores.placeable += has_point(g)
            if p is not None:
                scores.found += 1
                scores.found_exactly += (g["start"], g["end"]) == (p["start"], p["end"])
        if has_point(g):
            _resolve(scores, g, p)
    for j, p in enumerate(predicted):
        partner = gold_of.get(j)
        if not has_point(p) or j in optional or (partner and not has_point(partner)):
            continue
        scores.placed += 1
        scores.placed_right += partner is not None and same_place(partner, p)


def _resolve(scores: PlaceScores, gold: Name, predicted: Name | None) -> None:
    scores.points += 1
    scores.countries += "country" in gold
    if predicted is None:
        return
    scores.country_right += "country" in gold and predicted.get("country") == gold["country"]
    scores.right += same_place(gold, predicted)
    if has_point(predicted):
        km = distance_km(gold, predicted)
        scores.errors_km.append(km)
        scores.near += km <= NEAR_KM
