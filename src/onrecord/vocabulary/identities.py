"""What tells that two names are one person's: spellings no rule joins, and the user's own list."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import msgspec

from onrecord.vocabulary.tables import Tables, VocabularyError, read_csv


class Spellings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Spellings and short forms of one name, the first standing for all."""

    names: tuple[str, ...]


class FamilyNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Family names that stand before the given name in a language."""

    language: str
    names: tuple[str, ...]


class NamedId(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A person or body of the user's list.

    Attributes:
        name: its fullest name.
        qid: its id in Wikidata, or in any other register.
        kind: as actors have it.
        country: ISO 3166-1 alpha-3, or None.
        names: other names.
    """

    name: str
    qid: str
    kind: Literal["person", "organisation", "media", "armed-group"] = "person"
    country: str | None = None
    names: tuple[str, ...] = ()


def load_variants(tables: Tables) -> dict[str, str]:
    """Spelling -> the one that stands for all of that name.

    Raises:
        VocabularyError: a spelling stands in two rows.
    """
    found: dict[str, str] = {}
    for row in tables.csv("name_variants", Spellings):
        for name in row.names:
            if name in found:
                raise VocabularyError(f"name_variants.csv: {name!r} stands in two rows")
            found[name] = row.names[0]
    return found


def load_families(tables: Tables) -> frozenset[str]:
    """The family names that stand first."""
    return frozenset(name for row in tables.csv("family_names", FamilyNames) for name in row.names)


def load_names(path: Path) -> list[NamedId]:
    """The user's list of names.

    Raises:
        VocabularyError: naming file and line.
        OSError: it cannot be read.
    """
    return read_csv(path, NamedId)
