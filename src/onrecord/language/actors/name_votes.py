"""One name, one kind: what it is where the tagger says now person, now body."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from onrecord.language.actors.naming import Kind, Named

_UNSURE: tuple[Kind, ...] = ("person", "body", "guess")


def unified(doc: Doc, named: list[Named], surnames: set[str]) -> list[Named]:
    """Each name of persons and bodies with the kind that most of its mentions have.

    A surname of the article stays a person's; a title before the name, or a he or she about it,
    is told elsewhere. Where the mentions are divided it is a body, which a "he" can still undo.
    """
    votes: dict[str, Counter[Kind]] = {}
    for one in named:
        if one.kind in _UNSURE and one.name is not None:
            votes.setdefault(one.words(doc), Counter())[one.kind] += 1
    return [_voted(doc, one, votes, surnames) for one in named]


def _voted(doc: Doc, one: Named, votes: dict[str, Counter[Kind]], surnames: set[str]) -> Named:
    if one.kind not in _UNSURE or one.name is None:
        return one
    words = one.words(doc)
    counts = votes[words]
    if len(counts) == 1 or words.split()[-1].lower() in surnames:
        return one
    if one.name[0] > one.phrase.first and one.kind == "person":
        return one  # with a title or a description before it
    persons, bodies = counts["person"], counts["body"]
    kind: Kind = "person" if persons > bodies + counts["guess"] / 2 else "body"
    return replace(one, kind=kind if persons or bodies else "guess")
