"""Credits inside a paragraph: those who reported or photographed are no actors of the story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.vocabulary.press import Agency
from onrecord.vocabulary.tables import Tables

_PICTURE_DESKS = frozenset({"Getty Images", "Getty", "EPA", "NurPhoto", "Shutterstock"})

_MADE = (
    r"(?:additional\s+|further\s+|extra\s+)?(?:reporting|writing|editing|edited|compiled|written)"
)
_NAME = r"[A-Z][\w.’'-]*"
_NAMES = rf"{_NAME}(?:[ ]+(?:{_NAME}|al-\w+|de|van|von|bin)){{0,2}}"


@dataclass(frozen=True)
class Credits:
    """Finds credits; built once from the names of the agencies.

    They are what stands between brackets after "reporting by", an agency with a name behind a
    stroke ("REUTERS/Ann Smith", "(AP Photo/Ann Smith)", "(Ann Smith/AFP)"), "Photo: Ann Smith",
    and "By our correspondent" at the head of a paragraph.
    """

    pattern: re.Pattern[str]

    @classmethod
    def load(cls, tables: Tables) -> Credits:
        """Read the names of the agencies.

        Raises:
            VocabularyError: naming file and line.
        """
        rows = tables.csv("agencies", Agency)
        names = {name for row in rows for name in (row.name, *row.aliases)} | _PICTURE_DESKS
        agency = "|".join(re.escape(one) for one in sorted(names, key=lambda one: -len(one)))
        return cls(
            re.compile(
                rf"\((?i:{_MADE})\b[^()]*(?:\([^()]*\)[^()]*)*\)"
                rf"|(?<![^\W_])(?i:{_MADE}) by {_NAMES}(?:(?:,| and|, and) {_NAMES})*"
                rf"|\((?:{agency})[^()/]{{0,25}}/[^()]{{0,80}}\)"
                rf"|\([^()]{{0,60}}/(?:{agency})[^()]{{0,40}}\)"
                rf"|\((?:{agency})(?:/\w+)?(?: (?:Photo|Images|File))?\)"
                rf"|(?:Handout|Pool|Courtesy)[^.\n]{{0,30}} via (?:{agency})"
                rf"|(?<![^\W_])(?:REUTERS|AP Photo|AFP)/{_NAME}(?: {_NAME})?"
                rf"|(?<![^\W_])(?:Photo|Photograph|Picture|Image)(?: credit)?: ?"
                rf"{_NAMES}(?:/{_NAMES})?"
                rf"|^By (?:(?:Our|A|an?|our) )?(?:Staff|Special|Foreign|[A-Z]\w+) "
                rf"(?:Reporter|Writer|Correspondent)s?\b",
                re.MULTILINE,
            )
        )

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where the credits stand in ``text``."""
        for match in self.pattern.finditer(text):
            yield match.span()
