"""Languages by their commonest words: enough to tell that a text is not English."""

from __future__ import annotations

import msgspec

from onrecord.vocabulary.tables import Tables


class LanguageWords(msgspec.Struct, frozen=True):
    """A language: ISO 639-1 code, English name, commonest function words."""

    code: str
    name: str
    words: tuple[str, ...]


def load_languages(tables: Tables) -> tuple[LanguageWords, ...]:
    """Read ``languages.csv``."""
    return tuple(tables.csv("languages", LanguageWords))
