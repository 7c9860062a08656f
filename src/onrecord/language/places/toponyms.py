"""A toponym found in the text, before and after it is resolved."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.language.places.spots import Spot


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name as it stands in the text.

    Attributes:
        start, end: character offsets.
        text: the words.
        key: its folded name; names with one key get one sense in an article.
        candidates: the spots it can mean, before ranking.
        within: index (among the article's toponyms) of the name that says where it lies:
            "Texas" of "Paris, Texas"; or None.
        is_adjective: a demonym or adjective ("Russian"), only asked for when scoring.
        is_site: the words around say that it is a street.
    """

    start: int
    end: int
    text: str
    key: str
    candidates: tuple[Spot, ...] = ()
    within: int | None = None
    is_adjective: bool = False
    is_site: bool = False
