"""One name, one kind: what it is where the tagger says now person, now body."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.language.actors.entities import Entities
from onrecord.record import slug

if TYPE_CHECKING:
    from collections.abc import Container

    from spacy.tokens import Doc

    from onrecord.language.actors.naming import Kind, Named


def unified(doc: Doc, named: list[Named], surnames: set[str], given: Container[str]) -> list[Named]:
    """The names, those of persons made bodies where more of their mentions are a body's.

    A surname of the article stays a person's, and so does a given name or a name with a title
    before it. The other way, from body to person, is left to the pronouns and ``join_split``.
    """
    votes: dict[str, Counter[Kind]] = {}
    for one in named:
        if one.kind in ("person", "body") and one.name is not None:
            votes.setdefault(one.words(doc), Counter())[one.kind] += 1
    return [_voted(doc, one, votes, surnames, given) for one in named]


def _voted(
    doc: Doc,
    one: Named,
    votes: dict[str, Counter[Kind]],
    surnames: set[str],
    given: Container[str],
) -> Named:
    if one.kind != "person" or one.name is None or one.name[0] > one.phrase.first:
        return one
    words = one.words(doc)
    if words.split()[-1].lower() in surnames or words.split()[0] in given:
        return one
    counts = votes[words]
    return replace(one, kind="body") if counts["body"] > counts["person"] else one


def join_split(entities: Entities) -> None:
    """One actor of a person and a body that the tagger made of one name.

    It is a person, unless nobody but the tagger says so and the body has as many mentions.
    Read after the pronouns, which may have told.
    """
    persons = {slug(e.name): e for e in entities if e.kind == "person" and e.namings}
    for body in list(entities):
        person = persons.get(slug(body.name))
        if body.guess != "body" or not body.namings or person is None or person is body:
            continue
        known = person.roles or any(n.form == "pronoun" for n in person.namings)
        if known or person.country or len(person.namings) >= len(body.namings):
            entities.move(list(body.namings), body, person)
        else:
            entities.move(list(person.namings), person, body)
